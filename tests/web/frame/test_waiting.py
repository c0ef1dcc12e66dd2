"""What takes its time: a page that waits, and then the file. Scripts wait for the file
itself.
"""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from registry.errors import NotFound, TooManyAttempts
from registry.exports import issuing as issuance
from registry.storage import editions
from registry.web.editorial import offline
from registry.web.frame import waiting
from registry.web.frame.together import File
from registry.web.frame.waiting import Works
from registry.web.reader import appendix
from tests.exports.samples import decide
from tests.web.people import Browser, engine_of, sign_in
from tests.web.writing import words

PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
SCRIPT = {"Accept": "*/*"}
APPENDIX = "/appendiks?format=docx"
ISSUE = "/redaktion/appendiks"
LONG = 30


class Made:
    """Work that goes on until it may end, and how often it was begun."""

    def __init__(self, result: Any) -> None:
        self.may_end = threading.Event()
        self.begun = 0
        self.result = result

    def __call__(self, *_: Any, **__: Any) -> Any:
        self.begun += 1
        assert self.may_end.wait(LONG), "nobody let it end"
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """How long pages wait. At first not at all; a long time means: until it is done."""

    def wait(seconds: float) -> None:
        monkeypatch.setattr(waiting, "PATIENCE", seconds)

    wait(0)
    return wait


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, app: Flask) -> Iterator[Made]:
    """The files of the appendix and of the agreements."""
    work = Made(b"indhold")
    monkeypatch.setattr(appendix, "rendered", work)
    # Of its own: what is kept of it would be another test's file.
    monkeypatch.setitem(app.extensions, "works", Works())
    yield work
    work.may_end.set()


# A file


def test_a_browser_gets_the_page_and_then_the_file(
    client: FlaskClient, made: Made, patience: Callable[[float], None]
) -> None:
    first = client.get(APPENDIX, headers=PAGE)
    made.may_end.set()
    patience(LONG)
    then = client.get(APPENDIX, headers=PAGE)

    assert first.status_code == 202
    assert first.headers["Refresh"] == str(waiting.AGAIN)
    assert first.headers["Cache-Control"] == "no-store"
    assert "Dokumentet bliver lavet" in words(first)
    assert f'href="{APPENDIX}">Prøv igen nu' in first.text
    assert then.status_code == 200
    assert then.data == b"indhold"
    assert "Refresh" not in then.headers
    assert then.headers["Content-Disposition"].startswith(
        'attachment; filename="appendiks-'
    )
    assert made.begun == 1


def test_the_page_says_how_long_it_has_taken(
    client: FlaskClient, made: Made, patience: Callable[[float], None]
) -> None:
    page = words(client.get(APPENDIX, headers=PAGE))
    (job,) = client.application.extensions["works"]._jobs.values()
    job.begun -= 7

    assert "Det er lige begyndt." in page
    assert "Det har indtil nu taget 7 sekunder." in words(
        client.get(APPENDIX, headers=PAGE)
    )


@pytest.mark.parametrize("address", [APPENDIX, "/aftaler/proeve-lokal?format=pdf"])
def test_readers_get_no_cookie_while_they_wait(
    client: FlaskClient, made: Made, patience: Callable[[float], None], address: str
) -> None:
    answer = client.get(address, headers=PAGE)

    assert answer.status_code == 202
    assert "Set-Cookie" not in answer.headers


def test_it_keeps_the_readers_date(
    client: FlaskClient, made: Made, patience: Callable[[float], None]
) -> None:
    answer = client.get(f"{APPENDIX}&pr=2026-12-24&kommune=nordby", headers=PAGE)

    assert "Dato: <strong>24. december 2026</strong>" in answer.text
    assert (
        f'href="{APPENDIX}&amp;pr=2026-12-24&amp;kommune=nordby">Prøv igen nu'
        in answer.text
    )


def test_it_is_kept_for_one_who_was_asked_to_wait(
    client: FlaskClient, made: Made, patience: Callable[[float], None]
) -> None:
    client.get(APPENDIX, headers=PAGE)
    made.may_end.set()
    patience(LONG)

    assert client.get(APPENDIX, headers=PAGE).data == b"indhold"
    assert client.get(APPENDIX, headers=PAGE).data == b"indhold"
    assert made.begun == 1


def test_what_is_ready_soon_comes_at_once_and_is_not_kept(
    client: FlaskClient, made: Made, patience: Callable[[float], None]
) -> None:
    made.may_end.set()
    patience(LONG)

    assert client.get(APPENDIX, headers=PAGE).status_code == 200
    assert client.get(APPENDIX, headers=PAGE).status_code == 200
    assert made.begun == 2


@pytest.mark.parametrize("headers", [SCRIPT, {}])
def test_a_script_waits_for_the_file_itself(
    client: FlaskClient,
    made: Made,
    patience: Callable[[float], None],
    headers: dict[str, str],
) -> None:
    threading.Timer(0.05, made.may_end.set).start()
    answer = client.get(APPENDIX, headers=headers)

    assert (answer.status_code, answer.data) == (200, b"indhold")


def test_other_files_are_other_work(
    client: FlaskClient, made: Made, patience: Callable[[float], None]
) -> None:
    addresses = [
        APPENDIX,
        "/appendiks?format=pdf",
        f"{APPENDIX}&raekker=1",
        f"{APPENDIX}&pr=2026-06-02",
        "/aftaler/proeve-lokal?format=docx",
        "/aftaler/proeve-udskrivning?format=docx",
        "/aftaler/proeve-udskrivning/udgaver/1?format=docx",
    ]
    for address in addresses:
        assert client.get(address, headers=PAGE).status_code == 202

    assert len(client.application.extensions["works"]._jobs) == len(addresses)


def test_what_was_recorded_meanwhile_is_in_the_next(
    people: Flask, made: Made, patience: Callable[[float], None]
) -> None:
    people.test_client().get(APPENDIX, headers=PAGE)
    decide(
        people.extensions["registry"].catalogue, "proeve-udskrivning", "viderefoeres"
    )
    people.test_client().get(APPENDIX, headers=PAGE)

    assert len(people.extensions["works"]._jobs) == 2


def test_a_fault_is_the_page_of_faults_and_the_next_try_begins_again(
    client: FlaskClient, made: Made, patience: Callable[[float], None]
) -> None:
    made.result = RuntimeError("Typst")
    client.get(APPENDIX, headers=PAGE)
    made.may_end.set()
    patience(LONG)
    answer = client.get(APPENDIX, headers=PAGE)
    made.result = b"indhold"

    assert answer.status_code == 500
    assert "Der skete en fejl hos os" in words(answer)
    assert "Typst" not in answer.text
    assert client.get(APPENDIX, headers=PAGE).data == b"indhold"


def test_a_refusal_by_the_work_is_that_refusal(
    client: FlaskClient, made: Made, patience: Callable[[float], None]
) -> None:
    made.result = NotFound("Der er ikke noget af det.")
    made.may_end.set()
    patience(LONG)
    answer = client.get(APPENDIX, headers=PAGE)

    assert answer.status_code == 404
    assert "Der er ikke noget af det." in words(answer)


@pytest.mark.parametrize(
    "address", ["/appendiks?format=odt", "/aftaler/proeve-lokal?format=csv"]
)
def test_what_cannot_be_asked_for_begins_no_work(
    client: FlaskClient, made: Made, patience: Callable[[float], None], address: str
) -> None:
    assert client.get(address, headers=PAGE).status_code == 400
    assert made.begun == 0


def test_too_much_at_once_is_refused_for_a_while(
    client: FlaskClient,
    made: Made,
    patience: Callable[[float], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(waiting, "MOST_UNDER_WAY", 1)
    client.get(APPENDIX, headers=PAGE)
    another = client.get("/appendiks?format=pdf", headers=PAGE)

    assert another.status_code == 429
    assert int(another.headers["Retry-After"]) > 0
    assert client.get(APPENDIX, headers=PAGE).status_code == 202


# What is kept


def done(works: Works, key: str, content: bytes) -> None:
    """A piece of work that somebody was asked to wait for, and that is done."""
    job = works.begin(key, lambda: File(content, "text/plain", "x"))
    job.kept = True
    job.future.result(LONG)


def test_no_more_is_kept_than_there_is_room_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(waiting, "KEPT_BYTES", 10)
    works = Works()
    for key in ("a", "b", "c"):
        done(works, key, b"12345")

    assert works.find("a") is None
    assert works.find("b") is not None
    assert works.find("c") is not None


def test_the_newest_is_kept_however_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "KEPT_BYTES", 10)
    works = Works()
    for key in ("a", "b"):
        done(works, key, b"12345678901")

    assert works.find("a") is None
    assert works.find("b") is not None


def test_nothing_is_kept_for_long() -> None:
    works = Works()
    done(works, "a", b"1")
    kept = works.find("a")
    assert kept is not None
    kept.begun -= waiting.KEPT_SECONDS + 1

    assert works.find("a") is None


def test_what_is_under_way_is_never_dropped() -> None:
    works, work = Works(), Made(b"")
    works.begin("a", work).begun -= waiting.KEPT_SECONDS + 1

    assert works.find("a") is not None
    work.may_end.set()


def test_a_limit_that_is_met_refuses_new_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "MOST_UNDER_WAY", 0)

    with pytest.raises(TooManyAttempts):
        Works().begin("a", lambda: None)


# Issuing


def issue(app: Flask) -> tuple[Browser, TestResponse]:
    """Rita proposes, and Gorm issues."""
    proposal = sign_in(app, "rita").post(ISSUE, {"titel": "Til mødet"}).location
    gorm = sign_in(app, "gorm")
    return gorm, gorm.post(f"{proposal}/udsted", headers=PAGE)


@pytest.fixture
def issuing(monkeypatch: pytest.MonkeyPatch, people: Flask) -> Iterator[Made]:
    """Issuing that goes on until it may end, and then is done."""
    work, real = Made(None), issuance.issue

    def slowly(*arguments: Any, **named: Any) -> int:
        work()
        return real(*arguments, **named)

    monkeypatch.setitem(people.config, "PUBLIC_URL", "http://katalog.example")

    monkeypatch.setattr(issuance, "issue", slowly)
    yield work
    work.may_end.set()


def test_issuing_leads_to_a_page_that_waits_and_then_tells(
    people: Flask, issuing: Made, patience: Callable[[float], None]
) -> None:
    gorm, sent = issue(people)
    first = gorm.get(sent.location, headers=PAGE)
    issuing.may_end.set()
    patience(LONG)
    then = gorm.get(sent.location, headers=PAGE)

    assert sent.status_code == 303
    assert sent.location.startswith(f"{ISSUE}/udstedes/")
    assert first.status_code == 202
    assert first.headers["Refresh"] == str(waiting.AGAIN)
    assert "Appendikset bliver udstedt" in words(first)
    assert (then.status_code, then.location) == (303, ISSUE)
    assert "Appendiks nr. 1 er udstedt." in words(gorm.get(then.location))
    assert len(editions.listing(engine_of(people))) == 1


def test_opening_the_page_again_issues_nothing_more(
    people: Flask, issuing: Made, patience: Callable[[float], None]
) -> None:
    gorm, sent = issue(people)
    issuing.may_end.set()
    patience(LONG)
    for _ in range(2):
        assert gorm.get(sent.location, headers=PAGE).status_code == 303

    assert issuing.begun == 1


def test_issuing_that_fails_is_told(
    people: Flask, issuing: Made, patience: Callable[[float], None]
) -> None:
    issuing.result = RuntimeError("Typst")
    gorm, sent = issue(people)
    issuing.may_end.set()
    patience(LONG)

    assert gorm.get(sent.location, headers=PAGE).status_code == 500
    assert editions.listing(engine_of(people)) == []


def test_nobody_else_comes_to_what_one_has_sent(
    people: Flask, issuing: Made, patience: Callable[[float], None]
) -> None:
    _, sent = issue(people)

    assert sign_in(people, "rita").get(sent.location, headers=PAGE).status_code == 404
    assert sign_in(people, "ada").get(sent.location, headers=PAGE).status_code == 403


def test_nothing_waits_where_nothing_was_sent(people: Flask) -> None:
    answer = sign_in(people, "rita").get(f"{ISSUE}/udstedes/gaettet", headers=PAGE)

    assert answer.status_code == 404
    assert "Der er ikke noget at vente på her" in words(answer)


# The copy for bad days


def test_the_copy_for_bad_days_is_waited_for_too(
    people: Flask, monkeypatch: pytest.MonkeyPatch, patience: Callable[[float], None]
) -> None:
    work = Made("<!doctype html>")
    monkeypatch.setattr(offline, "offline_html", work)
    rita = sign_in(people, "rita")
    first = rita.get("/redaktion/noedkopi/fil", headers=PAGE)
    work.may_end.set()
    patience(LONG)

    assert first.status_code == 202
    assert "Dokumentet bliver lavet" in words(first)
    assert rita.get("/redaktion/noedkopi/fil", headers=PAGE).text == "<!doctype html>"
