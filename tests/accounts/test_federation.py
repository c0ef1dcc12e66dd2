"""Accounts of people whom their own organisation vouches for."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from registry.accounts import accounts, credentials, federation
from registry.accounts.federation import Vouched, sign_in
from registry.errors import BadInput, Conflict, NotFound, NotSignedIn, Refused
from registry.models import Account, AuditEntry, Role
from registry.rules.linked_accounts import COMMAND_LINE
from registry.storage.db import reading
from registry.storage.trail_checks import trail_faults

pytestmark = pytest.mark.usefixtures("stopped_clock")

RITA = Vouched("https://idp.example", "sub-1", "rita", "Rita R.", ("redaktoer",))


def kept(engine: Engine) -> list[Account]:
    with reading(engine) as session:
        return list(session.exec(select(Account)))


def events(engine: Engine) -> list[tuple[str, str]]:
    with reading(engine) as session:
        return [
            (entry.actor, entry.event_key) for entry in session.exec(select(AuditEntry))
        ]


def test_the_first_sign_in_makes_an_account(engine: Engine) -> None:
    account = sign_in(engine, RITA)

    assert (account.username, account.name) == ("rita", "Rita R.")
    assert (account.issuer, account.subject) == ("https://idp.example", "sub-1")
    assert account.roles == ["redaktoer"]
    assert account.password_hash == ""
    assert events(engine) == [("oidc", "account-add"), ("rita", "sign-in")]


def test_the_next_finds_it_whatever_the_person_is_called_now(engine: Engine) -> None:
    first = sign_in(engine, RITA)

    again = sign_in(engine, replace(RITA, username="rita-gift", name="Rita G."))

    assert (again.id, again.username) == (first.id, "rita")
    assert len(kept(engine)) == 1


def test_the_roles_are_those_of_the_day(engine: Engine) -> None:
    sign_in(engine, RITA)

    account = sign_in(engine, replace(RITA, roles=("godkender", "redaktoer")))

    assert account.roles == ["redaktoer", "godkender"]
    assert ("oidc", "account-roles") in events(engine)


def test_the_same_name_at_another_provider_is_another_person(engine: Engine) -> None:
    sign_in(engine, RITA)
    other = replace(RITA, issuer="https://other.example", username="rita-fra-nordby")

    assert sign_in(engine, other).username == "rita-fra-nordby"
    assert len(kept(engine)) == 2


def test_who_is_in_no_group_gets_no_account(engine: Engine) -> None:
    with pytest.raises(Refused, match="ikke i en gruppe"):
        sign_in(engine, replace(RITA, roles=()))

    assert kept(engine) == []


def test_who_has_left_the_group_is_refused_and_their_sessions_end(
    engine: Engine,
) -> None:
    secret = sign_in(engine, RITA).session_secret

    with pytest.raises(Refused, match="ikke i en gruppe"):
        sign_in(engine, replace(RITA, roles=()))

    assert kept(engine)[0].session_secret != secret
    assert events(engine)[-1] == (federation.ACTOR, "sign-in-refused")


def test_a_closed_account_is_refused_and_that_is_written_down(engine: Engine) -> None:
    accounts.add(engine, "ada", "Ada", [Role.ADMINISTRATOR], actor="test")
    sign_in(engine, RITA)
    accounts.close(engine, "rita", actor="ada")

    with pytest.raises(NotSignedIn, match="lukket"):
        sign_in(engine, RITA)

    assert events(engine)[-1] == (federation.ACTOR, "sign-in-refused")


def test_an_account_of_the_catalogues_own_is_never_taken_over(engine: Engine) -> None:
    accounts.add(engine, "rita", "En anden Rita", [Role.APPROVER], actor="test")

    with pytest.raises(Conflict, match="hører til en anden konto"):
        sign_in(engine, RITA)

    (account,) = kept(engine)
    assert (account.name, account.subject) == ("En anden Rita", None)


def test_a_name_that_no_account_can_have_is_refused(engine: Engine) -> None:
    with pytest.raises(BadInput):
        sign_in(engine, replace(RITA, username="rita <script>"))

    assert kept(engine) == []


# Groups on both sides


BOTH = replace(RITA, roles=("administrator", "redaktoer"))


def test_groups_on_both_sides_are_to_be_chosen_between(engine: Engine) -> None:
    assert sign_in(engine, BOTH).must_choose


@pytest.mark.parametrize("administrator", [True, False])
def test_the_side_that_was_chosen_stays_at_the_next_sign_in(
    engine: Engine, administrator: bool
) -> None:
    accounts.add(engine, "ada", "Ada", [Role.ADMINISTRATOR], actor="test")
    sign_in(engine, BOTH)
    chosen = accounts.choose_side(engine, "rita", administrator=administrator).roles

    assert sign_in(engine, BOTH).roles == chosen
    assert sign_in(engine, replace(RITA, roles=("godkender",))).roles == ["godkender"]


# Joining


def joined(engine: Engine) -> Account:
    return federation.join(engine, "rita-her", RITA)


@pytest.fixture
def here(engine: Engine) -> Account:
    """Rita's account with a password."""
    accounts.add(engine, "ada", "Ada", [Role.ADMINISTRATOR], actor=COMMAND_LINE)
    return accounts.add(
        engine,
        "rita-her",
        "Rita R.",
        [Role.APPROVER],
        actor=COMMAND_LINE,
        password="grøn cykel havn 41",
    )


@pytest.mark.usefixtures("here")
def test_two_accounts_are_made_one(engine: Engine) -> None:
    sign_in(engine, RITA)

    account = joined(engine)

    assert (account.username, account.roles) == ("rita-her", ["redaktoer"])
    assert account.password_hash == ""
    assert sign_in(engine, RITA).username == "rita-her"
    closed = {a.username: (a.closed, a.subject) for a in kept(engine)}
    assert closed["rita"] == (True, None)
    assert ("rita-her", "account-join") in events(engine)


@pytest.mark.usefixtures("here")
def test_both_accounts_are_sealed_as_the_joining_leaves_them(engine: Engine) -> None:
    sign_in(engine, RITA)

    joined(engine)

    with reading(engine) as session:
        assert list(trail_faults(session)) == []


@pytest.mark.usefixtures("here")
def test_an_account_is_joined_with_a_person_who_had_none(engine: Engine) -> None:
    joined(engine)

    assert sign_in(engine, RITA).username == "rita-her"
    assert len(kept(engine)) == 2


def test_joining_ends_every_session_and_link(engine: Engine, here: Account) -> None:
    key = credentials.issue_link(engine, "rita-her", actor="ada")

    assert joined(engine).session_secret != here.session_secret
    with pytest.raises(NotFound):
        credentials.by_link(engine, key)


@pytest.mark.usefixtures("here")
def test_what_cannot_be_joined_is_refused_and_nothing_is_changed(
    engine: Engine,
) -> None:
    with pytest.raises(Refused, match="ikke i en gruppe"):
        federation.join(engine, "rita-her", replace(RITA, roles=()))
    sign_in(engine, RITA)
    accounts.close(engine, "rita", actor="ada")
    with pytest.raises(NotSignedIn, match="lukket"):
        joined(engine)

    assert ("rita-her", "account-join") not in events(engine)


@pytest.mark.usefixtures("here")
def test_an_account_is_joined_once(engine: Engine) -> None:
    joined(engine)

    with pytest.raises(Conflict, match="allerede lagt sammen"):
        federation.join(engine, "rita-her", replace(RITA, subject="sub-2"))


def test_the_last_administrator_is_not_joined_away(engine: Engine) -> None:
    accounts.add(engine, "ada", "Ada", [Role.ADMINISTRATOR], actor="test")

    with pytest.raises(Conflict, match="sidste administrator"):
        federation.join(engine, "ada", RITA)

    assert kept(engine)[0].issuer is None
