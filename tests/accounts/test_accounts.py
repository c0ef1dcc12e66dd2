"""Accounts as an administrator keeps them: what is kept, recorded and refused."""

import pytest
from sqlalchemy import Engine

from registry.accounts import accounts, credentials
from registry.errors import BadInput, Conflict
from registry.models import Account
from tests.accounts.samples import trail, with_both_sides
from tests.conftest import NOW

pytestmark = pytest.mark.usefixtures("quick_hash")


def test_an_account_is_kept_in_its_stored_form(engine: Engine, rita: Account) -> None:
    assert accounts.listing(engine) == [rita]
    assert (rita.username, rita.name, rita.roles) == (
        "rita",
        "Rita Redaktør",
        ["redaktoer"],
    )
    assert rita.created_at == NOW
    assert rita.role_labels == ["Redaktør"]
    assert trail(engine) == [("ada", "account-add", "rita", "redaktoer")]


def test_roles_are_kept_in_one_order_and_once(engine: Engine) -> None:
    account = accounts.add(
        engine, "bo", "Bo", ["godkender", "redaktoer", "redaktoer"], actor="x"
    )

    assert account.roles == ["redaktoer", "godkender"]


@pytest.mark.parametrize("other", [["redaktoer"], ["godkender"]])
def test_an_administrator_neither_writes_nor_approves(
    engine: Engine, other: list[str], rita: Account
) -> None:
    both = ["administrator", *other]

    with pytest.raises(BadInput, match="ikke samtidig"):
        accounts.add(engine, "bo", "Bo", both, actor="x")
    with pytest.raises(BadInput, match="ikke samtidig"):
        accounts.set_roles(engine, "rita", both, actor="x")

    assert accounts.listing(engine) == [rita]


@pytest.mark.parametrize("name", ["kommandolinje", "oidc", "OIDC"])
def test_nobody_is_called_what_the_trail_calls_a_machine(
    engine: Engine, name: str
) -> None:
    with pytest.raises(BadInput, match="selv i historikken"):
        accounts.add(engine, name, "Maskine", ["godkender"], actor="x")


@pytest.mark.parametrize(
    ("administrator", "kept"),
    [(True, ["administrator"]), (False, ["redaktoer", "godkender"])],
)
def test_who_has_had_both_sides_keeps_the_one_they_choose(
    engine: Engine, administrator: bool, kept: list[str]
) -> None:
    accounts.add(engine, "ada", "Ada", ["administrator"], actor="x")
    with_both_sides(engine, "bo")

    account = accounts.choose_side(engine, "bo", administrator=administrator)

    assert account.roles == kept
    assert trail(engine)[-1][:3] == ("bo", "account-roles", "bo")


def test_the_last_administrator_cannot_choose_to_write(engine: Engine) -> None:
    both = with_both_sides(engine, "bo")

    with pytest.raises(Conflict, match="sidste administrator"):
        accounts.choose_side(engine, "bo", administrator=False)

    assert accounts.listing(engine)[0].roles == both.roles


def test_choosing_takes_nothing_from_who_has_one_side(
    engine: Engine, rita: Account
) -> None:
    assert accounts.choose_side(engine, "rita", administrator=True) == rita


@pytest.mark.parametrize(
    "username", ["", "a", "-ab", "a b", "a" * 65, "a/b", "a\nb", "<b>", "a;b", "a'b"]
)
def test_a_username_that_cannot_be_used_is_refused(
    engine: Engine, username: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        accounts.add(engine, username, "Navn", [], actor="x")

    assert refusal.value.field == "brugernavn"
    assert accounts.listing(engine) == []


@pytest.mark.parametrize("username", ["åse", "nina.ny@region.dk", "b2", "A_B-c"])
def test_ordinary_usernames_are_taken(engine: Engine, username: str) -> None:
    assert (
        accounts.add(engine, username, "Navn", [], actor="x").username
        == username.casefold()
    )


def test_a_refused_password_leaves_no_account(engine: Engine) -> None:
    with pytest.raises(BadInput):
        accounts.add(engine, "rita", "Rita", [], actor="x", password="kort")

    assert accounts.listing(engine) == []
    assert trail(engine) == []


@pytest.mark.usefixtures("rita")
def test_a_username_in_other_letters_is_the_same(engine: Engine) -> None:
    with pytest.raises(Conflict):
        accounts.add(engine, " RITA ", "En anden", [], actor="x")


def test_the_same_roles_again_change_nothing(engine: Engine, rita: Account) -> None:
    before = trail(engine)

    accounts.set_roles(engine, "rita", ["redaktoer"], actor="ada")

    assert credentials.by_session_id(engine, credentials.session_id(rita))
    assert trail(engine) == before


def test_the_last_open_administrator_stays(engine: Engine) -> None:
    for name in ("ada", "adam"):
        accounts.add(engine, name, name, ["administrator"], actor="x")
    accounts.close(engine, "adam", actor="x")

    for act in (
        lambda: accounts.close(engine, "ada", actor="x"),
        lambda: accounts.set_roles(engine, "ada", [], actor="x"),
    ):
        with pytest.raises(Conflict):
            act()

    accounts.reopen(engine, "adam", actor="x")
    assert accounts.close(engine, "ada", actor="x").closed


@pytest.mark.usefixtures("rita")
def test_closing_and_opening_twice_is_recorded_once(engine: Engine) -> None:
    for act in (accounts.close, accounts.close, accounts.reopen, accounts.reopen):
        act(engine, "rita", actor="ada")

    assert [key for _, key, *_ in trail(engine)] == [
        "account-add",
        "account-close",
        "account-reopen",
    ]


def test_the_closed_stand_last_in_the_list(engine: Engine) -> None:
    for username, name in (("a1", "Åse"), ("b1", "Bo"), ("c1", "Anna")):
        accounts.add(engine, username, name, [], actor="x")
    accounts.close(engine, "c1", actor="x")

    assert [account.name for account in accounts.listing(engine)] == [
        "Bo",
        "Åse",
        "Anna",
    ]
