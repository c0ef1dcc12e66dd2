"""What lets a person in: a password, a session, a one-time link; and what ends each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from registry import clock
from registry.accounts import accounts, credentials, passwords
from registry.errors import NotFound, NotSignedIn
from registry.models import Account
from tests.accounts.samples import OTHER, PASSWORD, trail
from tests.conftest import NOW

pytestmark = pytest.mark.usefixtures("quick_hash")


@pytest.mark.usefixtures("rita")
def test_the_right_password_gives_the_account(engine: Engine) -> None:
    assert credentials.authenticate(engine, " RITA ", PASSWORD).username == "rita"
    assert trail(engine)[-1] == ("rita", "sign-in", "rita", "")


@pytest.mark.usefixtures("rita")
@pytest.mark.parametrize(
    ("username", "password"), [("rita", "x"), ("rita", ""), ("ingen", "x")]
)
def test_a_wrong_one_is_refused_in_the_same_words(
    engine: Engine, username: str, password: str
) -> None:
    with pytest.raises(NotSignedIn) as refusal:
        credentials.authenticate(engine, username, password)

    assert refusal.value.message == credentials.WRONG


@pytest.mark.usefixtures("rita")
def test_no_password_and_no_unknown_name_is_written_down(engine: Engine) -> None:
    for username, password in (("rita", "min-hemmelige"), ("min-hemmelige", "x")):
        with pytest.raises(NotSignedIn):
            credentials.authenticate(engine, username, password)
    credentials.change_password(engine, "rita", PASSWORD, OTHER)

    written = repr(trail(engine))

    assert "min-hemmelige" not in written
    assert PASSWORD not in written
    assert OTHER not in written
    assert [key for _, key, *_ in trail(engine)][1:] == [
        "sign-in-refused",
        "password-change",
    ]


def test_an_unknown_name_costs_as_much_as_a_known_one(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, rita: Account
) -> None:
    compared: list[str] = []
    monkeypatch.setattr(
        passwords, "matches", lambda _password, kept: bool(compared.append(kept))
    )
    for username in ("rita", "ingen"):
        with pytest.raises(NotSignedIn):
            credentials.authenticate(engine, username, "x")

    assert compared == [rita.password_hash, ""]


@pytest.mark.usefixtures("rita")
def test_every_refusal_is_answered_after_the_same_time(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever was done meanwhile, which an unknown name does less of."""
    accounts.add(engine, "bo", "Bo", ["redaktoer"], actor="ada", password=PASSWORD)
    accounts.close(engine, "bo", actor="ada")
    waits: list[float] = []
    monkeypatch.setattr(credentials, "REFUSED_AFTER", 60.0)
    monkeypatch.setattr(credentials.time, "sleep", waits.append)
    monkeypatch.setattr(credentials.time, "monotonic", lambda: 5.0)
    for username, password in (("rita", "x"), ("ingen", "x"), ("bo", PASSWORD)):
        with pytest.raises(NotSignedIn):
            credentials.authenticate(engine, username, password)

    assert waits == [60.0, 60.0, 60.0]


@pytest.mark.usefixtures("rita")
def test_only_comparing_is_done_in_the_turn(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the time until a refusal, nor the trail, is waited for by others."""
    happened: list[str] = []

    @contextmanager
    def turn() -> Iterator[None]:
        happened.append("begun")
        yield
        happened.append("ended")

    def told(name: str, of: Any) -> Callable[..., Any]:
        return lambda *given, **named: (happened.append(name), of(*given, **named))[1]

    monkeypatch.setattr(credentials.time, "sleep", lambda _: happened.append("slept"))
    monkeypatch.setattr(passwords, "matches", told("compared", passwords.matches))
    monkeypatch.setattr(
        credentials, "keep_account", told("recorded", credentials.keep_account)
    )
    alone = ["begun", "compared", "ended"]

    with pytest.raises(NotSignedIn):
        credentials.authenticate(engine, "rita", "x", turn())
    assert happened == [*alone, "recorded", "slept"]
    happened.clear()
    with pytest.raises(NotSignedIn):
        credentials.authenticate(engine, "ingen", "x", turn())
    assert happened == [*alone, "slept"]
    happened.clear()
    credentials.change_password(engine, "rita", PASSWORD, OTHER, turn())
    assert happened == [*alone, "recorded"]


def test_a_session_is_known_until_its_token_changes(
    engine: Engine, rita: Account
) -> None:
    session_id = credentials.session_id(rita)
    assert credentials.by_session_id(engine, session_id) == rita

    credentials.sign_out(engine, "rita")

    assert credentials.by_session_id(engine, session_id) is None


@pytest.mark.parametrize("act", ["password", "link", "roles", "close"])
def test_what_changes_an_account_ends_its_sessions(
    engine: Engine, rita: Account, act: str
) -> None:
    session_id = credentials.session_id(rita)
    key = credentials.issue_link(engine, "rita", actor="ada")
    assert credentials.by_session_id(engine, session_id)

    match act:
        case "password":
            credentials.change_password(engine, "rita", PASSWORD, OTHER)
        case "link":
            credentials.accept_link(engine, key, OTHER)
        case "roles":
            accounts.set_roles(engine, "rita", ["godkender"], actor="ada")
        case _:
            accounts.close(engine, "rita", actor="ada")

    assert credentials.by_session_id(engine, session_id) is None


@pytest.mark.usefixtures("rita")
def test_a_link_is_kept_as_its_hash_and_used_once(engine: Engine) -> None:
    key = credentials.issue_link(engine, "rita", actor="ada")
    assert credentials.by_link(engine, key).link_hash not in (None, key)

    credentials.accept_link(engine, key, OTHER)

    assert credentials.authenticate(engine, "rita", OTHER)
    for again in (
        credentials.by_link,
        lambda e, k: credentials.accept_link(e, k, OTHER),
    ):
        with pytest.raises(NotFound):
            again(engine, key)


@pytest.mark.usefixtures("rita")
def test_of_two_who_use_a_link_at_once_only_the_first_succeeds(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = credentials.issue_link(engine, "rita", actor="ada")
    plain = passwords.hashed

    def first_the_other(password: str) -> str:
        monkeypatch.setattr(passwords, "hashed", plain)
        credentials.accept_link(engine, key, OTHER)
        return plain(password)

    monkeypatch.setattr(passwords, "hashed", first_the_other)
    with pytest.raises(NotFound):
        credentials.accept_link(engine, key, "for sent men lang nok")

    assert credentials.authenticate(engine, "rita", OTHER)


@pytest.mark.usefixtures("rita")
def test_an_expired_link_is_not_found(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = credentials.issue_link(engine, "rita", actor="ada")

    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=7))

    with pytest.raises(NotFound):
        credentials.by_link(engine, key)
