"""The accounts' service: what is kept, what is recorded, and what is refused."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from registry import clock
from registry.accounts import accounts, passwords
from registry.db import reading
from registry.errors import BadInput, Conflict, NotFound, NotSignedIn
from registry.models import Account, AuditEntry
from tests.conftest import NOW

PASSWORD = "grøn cykel havn 41"
OTHER = "tavs bjergsø lampe 7"


@pytest.fixture(autouse=True)
def quick_hash(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """How passwords are hashed is shown elsewhere; here it would only take time."""
    monkeypatch.setattr(passwords, "hashed", lambda password: f"hash af {password}")
    monkeypatch.setattr(passwords, "matches", lambda password, kept: kept == f"hash af {password}")
    yield


@pytest.fixture
def rita(engine: Engine, stopped_clock: datetime) -> Account:
    return accounts.add(
        engine, "Rita", " Rita  Redaktør ", ["redaktoer"], actor="ada", password=PASSWORD
    )


def trail(engine: Engine) -> list[tuple[str, str, str, str]]:
    with reading(engine) as session:
        found = session.exec(select(AuditEntry).order_by(AuditEntry.id)).all()  # type: ignore[arg-type]
    return [(e.actor, e.act, e.subject, e.detail) for e in found]


def test_an_account_is_kept_in_its_stored_form(engine: Engine, rita: Account) -> None:
    assert accounts.listing(engine) == [rita]
    assert (rita.username, rita.name, rita.roles) == ("rita", "Rita Redaktør", ["redaktoer"])
    assert rita.created_at == NOW
    assert rita.role_labels == ["Redaktør"]
    assert trail(engine) == [("ada", "account-add", "rita", "redaktoer")]


def test_roles_are_kept_in_one_order_and_once(engine: Engine) -> None:
    account = accounts.add(
        engine, "bo", "Bo", ["administrator", "redaktoer", "redaktoer"], actor="x"
    )

    assert account.roles == ["redaktoer", "administrator"]


@pytest.mark.parametrize(
    "username", ["", "a", "-ab", "a b", "a" * 65, "a/b", "a\nb", "<b>", "a;b", "a'b"]
)
def test_a_username_that_cannot_be_used_is_refused(engine: Engine, username: str) -> None:
    with pytest.raises(BadInput) as refusal:
        accounts.add(engine, username, "Navn", [], actor="x")

    assert refusal.value.field == "brugernavn"
    assert accounts.listing(engine) == []


@pytest.mark.parametrize("username", ["åse", "nina.ny@region.dk", "b2", "A_B-c"])
def test_ordinary_usernames_are_taken(engine: Engine, username: str) -> None:
    assert accounts.add(engine, username, "Navn", [], actor="x").username == username.casefold()


def test_a_refused_password_leaves_no_account(engine: Engine) -> None:
    with pytest.raises(BadInput):
        accounts.add(engine, "rita", "Rita", [], actor="x", password="kort")

    assert accounts.listing(engine) == []
    assert trail(engine) == []


@pytest.mark.usefixtures("rita")
def test_a_username_in_other_letters_is_the_same(engine: Engine) -> None:
    with pytest.raises(Conflict):
        accounts.add(engine, " RITA ", "En anden", [], actor="x")


@pytest.mark.usefixtures("rita")
def test_the_right_password_gives_the_account(engine: Engine) -> None:
    assert accounts.authenticate(engine, " RITA ", PASSWORD).username == "rita"
    assert trail(engine)[-1] == ("rita", "sign-in", "rita", "")


@pytest.mark.usefixtures("rita")
@pytest.mark.parametrize(("username", "password"), [("rita", "x"), ("rita", ""), ("ingen", "x")])
def test_a_wrong_one_is_refused_in_the_same_words(
    engine: Engine, username: str, password: str
) -> None:
    with pytest.raises(NotSignedIn) as refusal:
        accounts.authenticate(engine, username, password)

    assert refusal.value.message == accounts.WRONG


@pytest.mark.usefixtures("rita")
def test_no_password_and_no_unknown_name_is_written_down(engine: Engine) -> None:
    for username, password in (("rita", "min-hemmelige"), ("min-hemmelige", "x")):
        with pytest.raises(NotSignedIn):
            accounts.authenticate(engine, username, password)
    accounts.change_password(engine, "rita", PASSWORD, OTHER)

    written = repr(trail(engine))

    assert "min-hemmelige" not in written
    assert PASSWORD not in written
    assert OTHER not in written
    assert [act for _, act, *_ in trail(engine)][1:] == ["sign-in-refused", "password-change"]


def test_an_unknown_name_costs_as_much_as_a_known_one(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, rita: Account
) -> None:
    compared: list[str] = []
    monkeypatch.setattr(passwords, "matches", lambda _password, kept: bool(compared.append(kept)))
    for username in ("rita", "ingen"):
        with pytest.raises(NotSignedIn):
            accounts.authenticate(engine, username, "x")

    assert compared == [rita.password_hash, ""]


def test_a_session_is_known_until_its_token_changes(engine: Engine, rita: Account) -> None:
    session_id = accounts.session_id(rita)
    assert accounts.by_session_id(engine, session_id) == rita

    accounts.sign_out(engine, "rita")

    assert accounts.by_session_id(engine, session_id) is None


@pytest.mark.parametrize("act", ["password", "link", "roles", "close"])
def test_what_changes_an_account_ends_its_sessions(engine: Engine, rita: Account, act: str) -> None:
    session_id = accounts.session_id(rita)
    key = accounts.issue_link(engine, "rita", actor="ada")
    assert accounts.by_session_id(engine, session_id)

    match act:
        case "password":
            accounts.change_password(engine, "rita", PASSWORD, OTHER)
        case "link":
            accounts.accept_link(engine, key, OTHER)
        case "roles":
            accounts.set_roles(engine, "rita", ["godkender"], actor="ada")
        case _:
            accounts.close(engine, "rita", actor="ada")

    assert accounts.by_session_id(engine, session_id) is None


def test_the_same_roles_again_change_nothing(engine: Engine, rita: Account) -> None:
    before = trail(engine)

    accounts.set_roles(engine, "rita", ["redaktoer"], actor="ada")

    assert accounts.by_session_id(engine, accounts.session_id(rita))
    assert trail(engine) == before


@pytest.mark.usefixtures("rita")
def test_a_link_is_kept_as_its_hash_and_used_once(engine: Engine) -> None:
    key = accounts.issue_link(engine, "rita", actor="ada")
    assert accounts.by_link(engine, key).link_hash not in (None, key)

    accounts.accept_link(engine, key, OTHER)

    assert accounts.authenticate(engine, "rita", OTHER)
    for again in (accounts.by_link, lambda e, k: accounts.accept_link(e, k, OTHER)):
        with pytest.raises(NotFound):
            again(engine, key)


@pytest.mark.usefixtures("rita")
def test_of_two_who_use_a_link_at_once_only_the_first_succeeds(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = accounts.issue_link(engine, "rita", actor="ada")
    plain = passwords.hashed

    def first_the_other(password: str) -> str:
        monkeypatch.setattr(passwords, "hashed", plain)
        accounts.accept_link(engine, key, OTHER)
        return plain(password)

    monkeypatch.setattr(passwords, "hashed", first_the_other)
    with pytest.raises(NotFound):
        accounts.accept_link(engine, key, "for sent men lang nok")

    assert accounts.authenticate(engine, "rita", OTHER)


@pytest.mark.usefixtures("rita")
def test_an_expired_link_is_not_found(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    key = accounts.issue_link(engine, "rita", actor="ada")

    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=7))

    with pytest.raises(NotFound):
        accounts.by_link(engine, key)


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

    assert [act for _, act, *_ in trail(engine)] == [
        "account-add",
        "account-close",
        "account-reopen",
    ]


def test_the_closed_stand_last_in_the_list(engine: Engine) -> None:
    for username, name in (("a1", "Åse"), ("b1", "Bo"), ("c1", "Anna")):
        accounts.add(engine, username, name, [], actor="x")
    accounts.close(engine, "c1", actor="x")

    assert [account.name for account in accounts.listing(engine)] == ["Bo", "Åse", "Anna"]
