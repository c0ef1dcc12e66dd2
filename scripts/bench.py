"""How fast the catalogue answers: python scripts/bench.py, in the environment that run.py makes.

Over HTTP against a server of its own, and in process; it prints and judges nothing.
"""

import argparse
import csv
import http.client
import math
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from secrets import token_urlsafe
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from sqlalchemy import Engine

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from registry import content, db
from registry.accounts import accounts
from registry.catalogue import Catalogue
from registry.clock import Moment, now, today
from registry.content.files import read_yaml, write_markdown
from registry.models import NOT_APPLICABLE, NOT_STATED, Role
from registry.publishing import beginning
from registry.publishing.drafts import open_drafts
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.settings import load_settings

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
QUESTION_FILES = ("queries.tsv", "questions.tsv")
ROWS_EACH = 10
WRITER, DRAFTS = "maaling", 50
SECONDS_TO_START = 600
HEADINGS = ("", "antal", "p50 ms", "p95 ms", "højest ms")


class Timing(NamedTuple):
    """What was measured, and how long each time took, in milliseconds."""

    name: str
    took: list[float]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 0."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = _enlarged(folder / "content", options.agreements)
        asked = questions()
        url = f"sqlite:///{(folder / 'registry.sqlite').as_posix()}"
        engine = db.connect(url)
        db.migrate(engine)
        report, loading = timed(lambda: content.load(engine, source))
        asker = Asker(Catalogue(engine), folder / "index")
        documents, indexing = timed(asker.rebuild)
        print(f"Maskine: {os.cpu_count()} kerner, Python {platform.python_version()}")
        print(f"Katalog: {report.agreements} aftaler, {report.rows} snitflader", end="; ")
        print(f"indlæst på {loading / 1000:.1f} s")
        print(f"Indeks:  {documents} dokumenter, bygget på {indexing / 1000:.1f} s", flush=True)
        timings = _in_process(asker, asked)
        writer = _begin_drafts(engine, asker.catalogue)
        with server(url, folder / "index", folder / "log") as port:
            timings = [
                *_over_http(port, asked, asker, options.requests),
                *_editorial(port, writer, options.requests),
                *timings,
            ]
        print("\n" + table(timings))
    return 0


def questions() -> list[str]:
    """The questions that the relevance is measured by, each once."""
    found: dict[str, None] = {}
    for name in QUESTION_FILES:
        with (ROOT / "tests" / "relevance" / name).open(encoding="utf-8", newline="") as file:
            found.update((row["query"], None) for row in csv.DictReader(file, delimiter="\t"))
    longest = load_settings()["MAX_QUESTION_LENGTH"]
    return [question for question in found if len(question) <= longest]


def table(timings: Sequence[Timing]) -> str:
    """The timings in columns: how many, the median, the 95th percentile and the slowest."""
    lines = [f"{HEADINGS[0]:38}" + "".join(f"{heading:>11}" for heading in HEADINGS[1:])]
    for timing in timings:
        ordered = sorted(timing.took)
        numbers = (percentile(ordered, 50), percentile(ordered, 95), ordered[-1])
        figures = "".join(f"{number:11.1f}" for number in numbers)
        lines.append(f"{timing.name:38}{len(ordered):11}{figures}")
    return "\n".join(lines)


def percentile(ordered: Sequence[float], percent: int) -> float:
    """The smallest value that so many percent of the values do not exceed."""
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mål, hvor hurtigt kataloget svarer.")
    parser.add_argument("--requests", type=int, default=200, help="forespørgsler til hver side")
    parser.add_argument(
        "--agreements", type=int, default=0, help="opdigtede aftaler à 10 snitflader oveni"
    )
    options = parser.parse_args(arguments)
    if options.requests < 1 or options.agreements < 0:
        parser.error("--requests skal være mindst 1 og --agreements mindst 0")
    return options


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What the work returns, and the milliseconds it took."""
    begun = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - begun) * 1000


def _timing(name: str, works: Sequence[Callable[[], Any]]) -> Timing:
    return Timing(name, [timed(work)[1] for work in works])


# In process


def _in_process(asker: Asker, asked: Sequence[str]) -> list[Timing]:
    """Each question once, and all of them again, without the web."""
    moment = Moment(today())
    calls = [partial(asker.ask, Question(text, moment)) for text in asked]
    asker.ask(Question("varmer op", moment))
    return [
        _timing("søgning i processen, hver ny", calls),
        _timing("søgning i processen, gentaget", calls),
    ]


# Over HTTP


def _over_http(port: int, asked: Sequence[str], asker: Asker, requests: int) -> list[Timing]:
    """One connection, kept open: what a reader's browser waits for, the network left out."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    shown = asker.catalogue.today().sorted_agreements()
    searches = [f"/soeg?q={quote(text)}" for text in asked]
    agreements = [f"/aftaler/{agreement.slug}" for agreement in shown]
    pages = (
        ("søgesiden, hvert spørgsmål første gang", searches),
        ("søgesiden, gentaget", list(islice(cycle(searches), requests))),
        ("aftalesiden", list(islice(cycle(agreements), requests))),
        ("/snitflader", ["/snitflader"] * max(1, requests // 4)),
        ("/snitflader, en fase", ["/snitflader?fase=udskrivning"] * max(1, requests // 4)),
    )
    _get(connection, "/om")
    return [
        _timing(name, [partial(_get, connection, path) for path in paths]) for name, paths in pages
    ]


def _begin_drafts(engine: Engine, catalogue: Catalogue) -> str:
    """Drafts in up to fifty agreements, by an account that it makes; returns its one-time link."""
    writer = accounts.add(engine, WRITER, "Måling", [Role.EDITOR, Role.APPROVER], actor=WRITER)
    begun = open_drafts(catalogue)
    slugs = [slug for slug in catalogue.today().agreements if slug not in begun]
    for slug in slugs[:DRAFTS]:
        beginning.begin_version(engine, slug, writer)
    return accounts.issue_link(engine, WRITER, actor=WRITER)


def _editorial(port: int, link: str, requests: int) -> list[Timing]:
    """The desk and a draft, as one who is signed in opens them."""
    browser = build_opener(HTTPCookieProcessor())
    address = f"http://127.0.0.1:{port}"
    password = token_urlsafe(24)
    _post(browser, f"{address}/log-ind/engangslink/{link}", adgangskode=password, gentag=password)
    _post(browser, f"{address}/log-ind", brugernavn=WRITER, adgangskode=password)
    desk = f"{address}/redaktion"
    draft = re.search(r'href="(/redaktion/kladder/\d+)"', _read(browser, desk))
    assert draft, "the desk shows no draft"
    pages = (("/redaktion", desk), ("en kladdes side", address + draft[1]))
    return [_timing(name, [partial(_read, browser, page)] * requests) for name, page in pages]


def _post(browser: OpenerDirector, address: str, **fields: str) -> None:
    """Send the form that stands at the address, with its token."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', _read(browser, address))
    data = urlencode({**fields, "csrf_token": token[1] if token else ""}).encode()
    with browser.open(address, data) as response:
        response.read()


def _read(browser: OpenerDirector, address: str) -> str:
    with browser.open(address) as response:
        return str(response.read().decode())


def _get(connection: http.client.HTTPConnection, path: str) -> None:
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    # A question of the set is never refused: an answer that is none would make the figures lie.
    if response.status != 200:
        raise RuntimeError(f"{path}: {response.status}")


@contextmanager
def server(url: str, index: Path, log: Path) -> Iterator[int]:
    """The catalogue served by a process of its own on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "registry.cli", "serve", "--port", str(port)]
    settings = {"REGISTRY_DATABASE_URL": url, "REGISTRY_INDEX_DIR": str(index)}
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **settings},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(process, port)
            yield port
        finally:
            process.terminate()
            process.wait()


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    give_up = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < give_up:
        try:
            _get(http.client.HTTPConnection("127.0.0.1", port, timeout=60), "/readyz")
        except (OSError, RuntimeError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("Serveren kom ikke i gang.")


# A larger catalogue


def _enlarged(folder: Path, agreements: int) -> Path:
    """The shipped content; where more is asked for, a copy of it with invented agreements."""
    if not agreements:
        return CONTENT
    shutil.copytree(CONTENT, folder)
    vocabulary = _vocabulary(folder)
    words = " ".join(questions()).split()
    for number in range(1, agreements + 1):
        path = folder / "agreements" / f"maaling-{number:05}" / "1.md"
        write_markdown(path, _agreement(number, words, vocabulary), "## Udskrivning\n\nOpdigtet.")
    return folder


def _vocabulary(folder: Path) -> dict[str, list[str]]:
    names = ("phases", "actors", "target-groups", "tasks")
    files = {name: read_yaml(folder / "vocabulary" / f"{name}.yaml", folder) for name in names}
    found = {name: [str(entry["key"]) for entry in files[name]["entries"]] for name in names}
    found["actors"] = [k for k in found["actors"] if k not in (NOT_STATED, NOT_APPLICABLE)]
    return found


def _agreement(number: int, words: list[str], vocabulary: dict[str, list[str]]) -> dict[str, Any]:
    """The front matter of an invented agreement, in words that the questions use."""
    spoken = cycle(words[number * 7 % len(words) :] + words[: number * 7 % len(words)])
    return {
        "state": "published",
        "kind": "samarbejdsaftale",
        "title": f"Måling {number}: {' '.join(islice(spoken, 5))}",
        "summary": "Opdigtet aftale til måling.",
        "in_force_from": today(),
        "target_groups": [_pick(vocabulary["target-groups"], number)],
        "evidence": ["opdigtet"],
        "treatment_responsibility": "Opdigtet.",
        "division_of_responsibility": "Opdigtet.",
        "economics": "Opdigtet.",
        "recorded_at": now(),
        "parties": {"formel-part": ["region-oestdanmark"]},
        "rows": [_row(number * ROWS_EACH + at, spoken, vocabulary) for at in range(ROWS_EACH)],
    }


def _row(number: int, spoken: Iterator[str], vocabulary: dict[str, list[str]]) -> dict[str, Any]:
    return {
        "key": f"raekke-{number}",
        "task_key": _pick(vocabulary["tasks"], number),
        "task": " ".join(islice(spoken, 6)),
        "situation": " ".join(islice(spoken, 9)),
        "phase": _pick(vocabulary["phases"], number),
        "target_groups": [_pick(vocabulary["target-groups"], number)],
        "responsible": [_pick(vocabulary["actors"], number)],
        "authority": [_pick(vocabulary["actors"], number + 1)],
        "payer": [NOT_STATED],
        "treatment_responsible": [NOT_APPLICABLE],
        "section": "Udskrivning",
        "source": "opdigtet",
        "fact": f"maaling:{number}",
        "confirmed": False,
    }


def _pick(keys: list[str], number: int) -> str:
    return keys[number % len(keys)]


if __name__ == "__main__":
    sys.exit(main())
