"""The events on accounts as the trail tells of them."""

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from registry.storage import audit
from registry.storage.account_events import account_entries, account_events, confirms
from registry.storage.db import transaction
from registry.storage.events import Event


def write(
    session: Session, actor: str, event: Event, subject: str, detail: str = ""
) -> None:
    audit.write_entry(session, actor=actor, event=event, subject=subject, detail=detail)


def test_acts_are_read_with_who_confirmed_them(engine: Engine) -> None:
    with transaction(engine) as session:
        write(session, "ada", Event.ACCOUNT_ADD, "gorm", "godkender")
        write(session, "ada", Event.ACCOUNT_CLOSE, "gorm")
        write(session, "ada", Event.ACCOUNT_REOPEN, "gorm")
        write(session, "kommandolinje", Event.ACCOUNT_ADD, "bea", "administrator")
        write(session, "kommandolinje", Event.ACCOUNT_ADD, "cleo", "")
        write(session, "x", Event.ACCOUNT_ROLES, "cleo", "ingen -> administrator")
        write(session, "bea", Event.ACCOUNT_CONFIRM, "gorm", confirms(3))
        write(session, "cleo", Event.ACCOUNT_CONFIRM, "gorm", confirms(3))
        events = [a for a in account_events(session) if a.account == "gorm"]
        told = [event.text for event in account_entries(session)]

    assert [(a.place, a.by, a.account, a.confirmed_by) for a in events] == [
        (1, "ada", "gorm", frozenset()),
        (3, "ada", "gorm", frozenset({"bea", "cleo"})),
    ]
    assert told[:2] == ["oprettede konto: godkender", "genåbnede konto"]


@pytest.mark.parametrize(
    ("roles", "after"),
    [
        ("godkender", ()),
        ("administrator", ((Event.ACCOUNT_ROLES, "administrator -> redaktoer"),)),
        ("administrator", ((Event.ACCOUNT_CLOSE, ""),)),
        (
            "administrator",
            (
                (Event.ACCOUNT_CLOSE, ""),
                (Event.ACCOUNT_ROLES, "administrator -> ingen"),
            ),
        ),
    ],
)
def test_whoever_was_no_administrator_then_confirms_nothing(
    engine: Engine, roles: str, after: tuple[tuple[Event, str], ...]
) -> None:
    with transaction(engine) as session:
        write(session, "ada", Event.ACCOUNT_LINK, "gorm")
        write(session, "kommandolinje", Event.ACCOUNT_ADD, "bea", roles)
        for event, detail in after:
            write(session, "kommandolinje", event, "bea", detail)
        write(session, "bea", Event.ACCOUNT_CONFIRM, "gorm", confirms(1))
        write(session, "ghost", Event.ACCOUNT_CONFIRM, "gorm", confirms(1))
        first = account_events(session)[0]

    assert first.confirmed_by == frozenset()


def test_a_link_counts_when_it_is_issued_and_when_it_is_used(engine: Engine) -> None:
    with transaction(engine) as session:
        write(session, "ada", Event.ACCOUNT_LINK, "gorm")
        write(session, "gorm", Event.PASSWORD_LINK, "gorm")
        events = account_events(session)

    assert [(a.place, a.by, a.account) for a in events] == [
        (1, "ada", "gorm"),
        (2, "ada", "gorm"),
    ]


def test_what_is_no_act_on_an_account_is_left_out(engine: Engine) -> None:
    with transaction(engine) as session:
        write(session, "gorm", Event.SIGN_IN, "gorm")
        write(session, "ada", Event.LOAD, "gorm", confirms(1))

        assert account_events(session) == account_entries(session) == []


def test_only_a_joining_lasts(engine: Engine) -> None:
    with transaction(engine) as session:
        write(session, "rita", Event.ACCOUNT_JOIN, "rita-org")
        write(session, "ada", Event.ACCOUNT_LINK, "rita")

        assert [event.lasting for event in account_events(session)] == [True, False]
