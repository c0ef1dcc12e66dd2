"""Work that the processes of one server make once for all of them: two of them here are
two apps with one folder.
"""

import threading
import time
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from registry import create_app
from registry.errors import BadContent, BadInput, NotFound
from registry.exports import issuing as issuance
from registry.records import proposed_editions
from registry.storage import editions
from registry.web.frame import waiting
from registry.web.frame.together import File, Together
from tests.web.people import engine_of, sign_in, sign_in_by_form
from tests.web.writing import words

pytest.importorskip("fcntl", reason="one process alone here")
LONG = 30
KEY = ("docx", "appendiks")
FILE = File(b"en\nto", "text/plain", "a.txt")
PAGE = {"Accept": "text/html"}
ISSUE = "/redaktion/appendiks"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "works"


def together(folder: Path, most: int = 1000, seconds: int = 300) -> Together:
    return Together(folder, most, seconds)


def nothing() -> Any:
    raise AssertionError("it was made already")


@pytest.mark.parametrize("made", [FILE, 7, None])
def test_what_one_has_made_another_gets(folder: Path, made: Any) -> None:
    assert together(folder).once(KEY, lambda: made) == made

    other = together(folder)
    assert other.knows(KEY)
    assert other.once(KEY, nothing) == other.once(KEY, None) == made


def test_who_asks_while_it_is_made_waits_for_it(folder: Path) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def work() -> int:
        begun.set()
        assert may_end.wait(LONG)
        return 7

    got = list[Any]()
    threads = [
        threading.Thread(target=lambda: got.append(together(folder).once(KEY, work))),
        threading.Thread(target=lambda: got.append(together(folder).once(KEY, None))),
    ]
    threads[0].start()
    assert begun.wait(LONG)
    threads[1].start()
    threads[1].join(0.3)
    assert got == []
    may_end.set()
    for thread in threads:
        thread.join(LONG)

    assert got == [7, 7]


def test_a_refusal_is_told_everywhere(folder: Path) -> None:
    def refused() -> None:
        raise BadInput("Det kan ikke bruges.", "format")

    for work in (refused, nothing, None):
        with pytest.raises(BadInput, match="Det kan ikke bruges") as told:
            together(folder).once(KEY, work)
        assert told.value.field == "format"


@pytest.mark.parametrize(
    "fault", [RuntimeError("Typst"), BadContent("a.md", 1, "b", "forkert")]
)
def test_a_fault_is_told_where_it_was_and_elsewhere_that_it_was_cut_off(
    folder: Path, fault: Exception
) -> None:
    def failing() -> None:
        raise fault

    with pytest.raises(type(fault)):
        together(folder).once(KEY, failing)

    with pytest.raises(NotFound, match="Arbejdet blev afbrudt"):
        together(folder).once(KEY, None)
    assert together(folder).once(KEY, lambda: 7) == 7


def test_what_is_forgotten_is_made_anew(folder: Path) -> None:
    together(folder).once(KEY, lambda: 7)

    together(folder).forget(KEY)

    assert not together(folder).knows(KEY)
    assert together(folder).once(KEY, lambda: 8) == 8


def test_no_more_is_kept_than_there_is_room_for_but_the_newest(folder: Path) -> None:
    works = together(folder, most=10)
    for number in range(3):
        works.once(number, lambda: FILE)
        time.sleep(0.02)

    works.once("last", lambda: 1)

    assert [works.knows(number) for number in range(3)] == [False, False, True]


def test_nothing_is_kept_for_long(folder: Path) -> None:
    together(folder).once(KEY, lambda: 7)

    together(folder, seconds=-1).once("another", lambda: 1)

    assert not together(folder).knows(KEY)


# Two processes


@pytest.fixture
def pair(people: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Flask]:
    monkeypatch.setattr(waiting, "PATIENCE", 0)
    shared = tmp_path / "shared"
    shared.mkdir()
    url = str(engine_of(people).url)
    index = str(tmp_path / "index")
    return [
        create_app(
            shared=shared,
            DATABASE_URL=url,
            INDEX_DIR=index,
            PUBLIC_URL="http://katalog.example",
        )
        for _ in range(2)
    ]


def proposed(app: Flask) -> str:
    """An appendix that Rita proposes to issue; the address of the proposal."""
    return str(sign_in(app, "rita").post(ISSUE, {"titel": "Til mødet"}).location)


def test_failed_sign_ins_count_in_each_of_them(pair: list[Flask]) -> None:
    for at in range(5):
        assert sign_in_by_form(pair[at % 2], "rita", "x").answer.status_code == 401

    assert sign_in_by_form(pair[1], "rita").answer.status_code == 429


def test_who_is_signed_in_is_so_in_each_of_them(pair: list[Flask]) -> None:
    here = sign_in(pair[0], "rita")
    there = pair[1].test_client()
    cookie = here.client.get_cookie("redaktion", path="/redaktion") or (
        here.client.get_cookie("redaktion")
    )
    assert cookie

    there.set_cookie("redaktion", cookie.value)

    assert there.get("/redaktion").status_code == 200


def test_what_is_issued_in_one_is_waited_for_in_the_other(
    pair: list[Flask], monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end, real = threading.Event(), issuance.issue

    def slowly(*arguments: Any, **named: Any) -> int:
        assert may_end.wait(LONG)
        return real(*arguments, **named)

    monkeypatch.setattr(issuance, "issue", slowly)
    proposal = proposed(pair[0])
    sent = sign_in(pair[0], "gorm").post(f"{proposal}/udsted", headers=PAGE)
    there = sign_in(pair[1], "gorm")

    assert there.get(sent.location, headers=PAGE).status_code == 202
    may_end.set()
    monkeypatch.setattr(waiting, "PATIENCE", LONG)
    answer = there.get(sent.location, headers=PAGE)

    assert (answer.status_code, answer.location) == (303, ISSUE)
    assert "Appendiks nr. 1 er udstedt." in words(there.get(ISSUE))
    assert len(editions.listing(engine_of(pair[0]))) == 1


def test_a_form_sent_to_both_is_done_once(pair: list[Flask]) -> None:
    form = {"formular": "et-og-samme", "titel": "Til mødet"}
    first = sign_in(pair[0], "rita").post(ISSUE, form)
    second = sign_in(pair[1], "rita").post(ISSUE, form)

    assert second.location == first.location
    waiting_now = proposed_editions.waiting(pair[0].extensions["registry"].catalogue)
    assert len(waiting_now) == 1
