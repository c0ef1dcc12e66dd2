"""The events on accounts as the trail tells of them."""

from sqlalchemy import Engine
from sqlmodel import Session

from registry.storage import audit
from registry.storage.account_events import account_entries, account_events, confirms
from registry.storage.db import transaction
from registry.storage.events import Event


def record(
    session: Session, actor: str, event: Event, subject: str, detail: str = ""
) -> None:
    audit.record(session, actor=actor, event=event, subject=subject, detail=detail)


def test_acts_are_read_with_who_confirmed_them(engine: Engine) -> None:
    with transaction(engine) as session:
        record(session, "ada", Event.ACCOUNT_ADD, "gorm", "godkender")
        record(session, "ada", Event.ACCOUNT_CLOSE, "gorm")
        record(session, "ada", Event.ACCOUNT_REOPEN, "gorm")
        record(session, "bea", Event.ACCOUNT_CONFIRM, "gorm", confirms(3))
        record(session, "cleo", Event.ACCOUNT_CONFIRM, "gorm", confirms(3))
        events = account_events(session)
        told = [event.text for event in account_entries(session)]

    assert [(a.place, a.by, a.account, a.confirmed_by) for a in events] == [
        (1, "ada", "gorm", frozenset()),
        (3, "ada", "gorm", frozenset({"bea", "cleo"})),
    ]
    assert told == ["oprettede konto: godkender", "genåbnede konto"]


def test_a_link_counts_when_it_is_issued_and_when_it_is_used(engine: Engine) -> None:
    with transaction(engine) as session:
        record(session, "ada", Event.ACCOUNT_LINK, "gorm")
        record(session, "gorm", Event.PASSWORD_LINK, "gorm")
        events = account_events(session)

    assert [(a.place, a.by, a.account) for a in events] == [
        (1, "ada", "gorm"),
        (2, "ada", "gorm"),
    ]


def test_what_is_no_act_on_an_account_is_left_out(engine: Engine) -> None:
    with transaction(engine) as session:
        record(session, "gorm", Event.SIGN_IN, "gorm")
        record(session, "ada", Event.LOAD, "gorm", confirms(1))

        assert account_events(session) == account_entries(session) == []


def test_only_a_joining_lasts(engine: Engine) -> None:
    with transaction(engine) as session:
        record(session, "rita", Event.ACCOUNT_JOIN, "rita-org")
        record(session, "ada", Event.ACCOUNT_LINK, "rita")

        assert [event.lasting for event in account_events(session)] == [True, False]
