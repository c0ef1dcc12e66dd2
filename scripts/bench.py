"""How fast the catalogue answers: python scripts/bench.py, in the environment that
run.py makes.

Over HTTP against a server of its own, and in process; it prints and judges nothing.
"""

import argparse
import os
import platform
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from secrets import token_urlsafe
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import bench_datasette
from bench_engines import costs
from bench_http import Load, headings, load, megabytes
from bench_publishing import seen_after
from invented import enlarged
from measuring import Served, Timing, questions, server, table, timed
from sqlalchemy import Engine

from registry import content
from registry.accounts import accounts, credentials
from registry.catalogue import facets
from registry.catalogue.queries import Catalogue
from registry.clock import Moment, today
from registry.commands.memory import collect_seldom
from registry.commands.workers import as_many_as_gain
from registry.models import Role
from registry.publishing import beginning
from registry.publishing.drafts import open_drafts
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.storage import db

WRITER, DRAFTS = "maaling", 50
# How much of a question is typed when something is offered.
LENGTHS = (2, 4, 8, 16)
CLIENTS = (1, 8, 32)
# One alone is answered by one of several processes.
SEVERAL = (8, 32)
# Of few addresses, each is asked for again and again.
FEW, ASKED_OF_ENGINES = 5, 100
PATH = "/forloeb/psykisk-sygdom?maalgruppe=voksne"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 0."""
    options = _options(arguments)
    collect_seldom()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = enlarged(folder / "content", options.rows)
        asked = questions()
        url = f"sqlite:///{(folder / 'registry.sqlite').as_posix()}"

        engine = db.connect(url)
        db.migrate(engine)
        report, loading = timed(lambda: content.load(engine, source))
        asker = Asker(Catalogue(engine), folder / "index")
        documents, indexing = timed(asker.rebuild)

        print(f"Maskine: {os.cpu_count()} kerner, Python {platform.python_version()}")
        size = f"{report.agreements} aftaler, {report.rows} snitflader"
        print(f"Katalog: {size}; indlæst på {loading / 1000:.1f} s")
        built = f"{documents} dokumenter, bygget på {indexing / 1000:.1f} s"
        print(f"Indeks:  {built}", flush=True)

        timings = _in_process(asker, asked)
        print("\nCPU for et nyt spørgsmål, hver på skift (gemte svar er slået fra):")
        for cost in costs(asker, asked[:ASKED_OF_ENGINES], today()):
            print(f"{cost.name:28}{cost.cpu:9.2f} ms", flush=True)

        writer = _begin_drafts(engine, asker.catalogue)
        for processes in dict.fromkeys((1, as_many_as_gain())):
            print(f"\nServeren svarer med {processes} proces(ser):", flush=True)
            began = time.perf_counter()
            with server(url, folder / "index", folder / "log", processes) as served:
                _tell_ready(served, time.perf_counter() - began)
                clients = CLIENTS if processes == 1 else SEVERAL
                for met in _over_http(served, asked, asker, clients, options.requests):
                    print(met, flush=True)
                for seen in seen_after(served.port, asker.catalogue):
                    print(f"Offentliggørelse: {seen}", flush=True)
                print(f"Serveren holder {megabytes(served.pid):.0f} MB", flush=True)
                if processes == 1:
                    timings += _editorial(served.port, writer, options.requests)

        if options.datasette:
            print(f"\n{headings()}")
            for met in _datasette(asker, asked, folder, options.requests):
                print(met, flush=True)
        print("\n" + table(timings))

    return 0


def _tell_ready(served: Served, seconds: float) -> None:
    print(f"Den er klar efter {seconds:.1f} s", end=" og ")
    print(f"holder {megabytes(served.pid):.0f} MB\n\n{headings()}", flush=True)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mål, hvor hurtigt kataloget svarer.")
    parser.add_argument(
        "--requests", type=int, default=200, help="forespørgsler til hver side"
    )
    parser.add_argument(
        "--rows",
        type=int,
        default=0,
        help="snitflader i kataloget: opdigtede oveni, indtil der er så mange",
    )

    parser.add_argument(
        "--datasette",
        action="store_true",
        help="mål også Datasette på de samme rækker; det hentes i .venv-bench",
    )

    options = parser.parse_args(arguments)
    if options.requests < 1 or options.rows < 0:
        parser.error("--requests skal være mindst 1 og --rows mindst 0")
    return options


def _in_process(asker: Asker, asked: Sequence[str]) -> list[Timing]:
    """Each question once, and all of them again, without the web."""
    moment = Moment(today())
    calls = [partial(asker.ask, Question(text, moment)) for text in asked]
    asker.ask(Question("varmer op", moment))
    return [
        _timing("søgning i processen, hver ny", calls),
        _timing("søgning i processen, gentaget", calls),
    ]


def _timing(name: str, works: Sequence[Callable[[], Any]]) -> Timing:
    return Timing(name, [timed(work)[1] for work in works])


def _over_http(
    served: Served,
    asked: Sequence[str],
    asker: Asker,
    counts: Sequence[int],
    most: int,
) -> Iterator[Load]:
    """What readers wait for, by each of these numbers of clients, the network left
    out.
    """
    shown = asker.catalogue.today()
    begun = [text[:length] for text in asked for length in LENGTHS]
    values = [c.value for c in facets.count(shown, shown.answering_rows, {})["phase"]]
    pages = {
        "søgesiden": [f"/soeg?q={quote(text)}" for text in asked],
        "svar som API": [f"/api/v1/search?q={quote(text)}&limit=10" for text in asked],
        "forslag, mens man skriver": [f"/api/v1/suggest?q={quote(t)}" for t in begun],
        "aftalesiden": [f"/aftaler/{a.slug}" for a in shown.sorted_agreements()],
        "snitfladens side": [f"/snitflader/{row.id}" for row in shown.answering_rows],
        "/snitflader, en fase": [f"/snitflader?fase={value}" for value in values],
        "/overblik": ["/overblik"],
        "et forløb med 53 kort": [PATH],
    }

    for turn, clients in enumerate(counts):
        for name, paths in pages.items():
            yield _loaded(name, paths, served, turn, clients, most)


def _datasette(
    asker: Asker, asked: Sequence[str], folder: Path, most: int
) -> Iterator[Load]:
    """Datasette on the same rows, asked the same questions by as many clients."""
    bench_datasette.write(asker, folder / "rows.db")
    paths = bench_datasette.addresses(asker, asked)
    with bench_datasette.served(folder / "rows.db", folder / "log") as served:
        for turn, clients in enumerate(CLIENTS):
            yield _loaded("Datasette", paths, served, turn, clients, most)


def _loaded(
    name: str, paths: Sequence[str], served: Served, turn: int, clients: int, most: int
) -> Load:
    """What so many clients met, of addresses that those before have not asked for."""
    most_of = most if len(paths) > FEW else max(1, most // 10)
    at = turn * most_of % len(paths)
    fresh = [*paths[at:], *paths[:at]]
    return load(name, served.port, served.pid, fresh, clients=clients, most=most_of)


def _begin_drafts(engine: Engine, catalogue: Catalogue) -> str:
    """Drafts in up to fifty agreements, by an account that it makes; returns its
    one-time link.
    """
    writer = accounts.add(
        engine, WRITER, "Måling", [Role.EDITOR, Role.APPROVER], actor=WRITER
    )
    begun = open_drafts(catalogue)
    slugs = [slug for slug in catalogue.today().agreements if slug not in begun]
    for slug in slugs[:DRAFTS]:
        beginning.begin_version(catalogue, slug, writer)
    return credentials.issue_link(engine, WRITER, actor=WRITER)


def _editorial(port: int, link: str, requests: int) -> list[Timing]:
    """The desk and a draft, as one who is signed in opens them."""
    browser = build_opener(HTTPCookieProcessor())
    address = f"http://127.0.0.1:{port}"
    password = token_urlsafe(24)

    _post(
        browser,
        f"{address}/log-ind/engangslink/{link}",
        adgangskode=password,
        gentag=password,
    )
    _post(browser, f"{address}/log-ind", brugernavn=WRITER, adgangskode=password)

    desk = f"{address}/redaktion"
    draft = re.search(r'href="(/redaktion/kladder/\d+)"', _read(browser, desk))
    assert draft, "the desk shows no draft"

    pages = (("/redaktion", desk), ("en kladdes side", address + draft[1]))
    return [
        _timing(name, [partial(_read, browser, page)] * requests)
        for name, page in pages
    ]


def _post(browser: OpenerDirector, address: str, **fields: str) -> None:
    """Send the form that stands at the address, with its secret."""
    secret = re.search(r'name="csrf_token" value="([^"]+)"', _read(browser, address))
    data = urlencode({**fields, "csrf_token": secret[1] if secret else ""}).encode()
    with browser.open(address, data) as response:
        response.read()


def _read(browser: OpenerDirector, address: str) -> str:
    with browser.open(address) as response:
        return str(response.read().decode())


if __name__ == "__main__":
    sys.exit(main())
