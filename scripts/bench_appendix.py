"""How long an appendix takes: python scripts/bench_appendix.py, in the environment of
run.py.

Every format in a process of its own, and what readers wait while two are made; it
prints and judges nothing.
"""

import argparse
import http.client
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from measuring import CONTENT, Timing, questions, server, table, timed

from registry import content
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.content.files import read_markdown, write_markdown, write_yaml
from registry.exports.appendix import publication_of
from registry.exports.appendix_content import appendix_content
from registry.exports.formats import EXPORTS, export_named
from registry.exports.request import AppendixRequest
from registry.storage import db

HEALTH = "sundhedsaftale-2024-2027"
# In the period, and before the regions cease: what has a party that ceased is no longer
# listed.
ON = date(2026, 11, 22)
PUBLIC_URL = "https://katalog.example"
HEADINGS = ("format", "sekunder", "MB", "MB i barn", "kB fil")
AT_ONCE = ("docx", "pdf")


class Made(NamedTuple):
    """One format, made: seconds, the most memory of the process and of its largest
    child.
    """

    format: str
    seconds: float
    own: float
    child: float
    size: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 0."""
    options = _options(arguments)
    if options.only:
        print(json.dumps(_made(options.database, options.only)))
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = _database(folder, options.agreements, options.rows)

        print(f"Maskine: {os.cpu_count()} kerner, Python {platform.python_version()}")
        print(f"Appendiks: {options.agreements} aftaler, {options.rows} snitflader\n")
        print("".join(f"{heading:>11}" for heading in HEADINGS))
        for export in EXPORTS:
            print(_line(_in_a_process(url, export.key)), flush=True)
        print("\n" + table(_readers(url, folder, options.requests)))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mål, hvor længe et appendiks tager.")
    parser.add_argument(
        "--agreements", type=int, default=150, help="aftaler i appendikset"
    )
    parser.add_argument("--rows", type=int, default=3000, help="snitflader i dem i alt")
    parser.add_argument(
        "--requests", type=int, default=100, help="læsernes forespørgsler"
    )
    parser.add_argument(
        "--only", default="", help="mål kun dette format, i denne proces"
    )
    parser.add_argument("--database", default="", help="databasen, som --only måler på")
    options = parser.parse_args(arguments)

    if (
        options.agreements < 1
        or options.rows < options.agreements
        or options.requests < 1
    ):
        parser.error(
            "der skal være mindst én aftale, én snitflade i hver og én forespørgsel"
        )
    return options


# Each format


def _in_a_process(url: str, key: str) -> Made:
    command = [sys.executable, __file__, "--only", key, "--database", url]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Made(*json.loads(done.stdout))


def _made(url: str, key: str) -> Made:
    """The appendix made in this process, the database read before, as a server
    has it.
    """
    catalogue = Catalogue(db.connect(url))
    request = AppendixRequest(HEALTH, Moment(ON), rows=True)
    catalogue.at(request.moment)

    export = export_named(key)
    made, took = timed(
        lambda: export.render(
            publication_of(appendix_content(catalogue, request, PUBLIC_URL))
        )
    )

    return Made(key, took / 1000, *_memory(), len(made))


def _memory() -> tuple[float, float]:
    """Megabytes at most: of this process, and of the largest it has waited for."""
    try:
        import resource
    except ImportError:  # Windows does not tell.
        return float("nan"), float("nan")

    unit = 1e6 if sys.platform == "darwin" else 1e6 / 1024
    own, child = (
        resource.getrusage(whose).ru_maxrss / unit
        for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own, child


def _line(made: Made) -> str:
    memory = f"{made.own:11.0f}{made.child:11.0f}"
    return f"{made.format:>11}{made.seconds:11.2f}{memory}{made.size / 1000:11.0f}"


# Readers meanwhile


def _readers(url: str, folder: Path, requests: int) -> list[Timing]:
    """What a reader waits for two kinds of page: with nothing else to do, and with two
    exports.
    """
    searches = [f"/soeg?q={quote(text)}" for text in questions()]
    agreements = [
        f"/aftaler/{slug}"
        for slug in Catalogue(db.connect(url)).at(Moment(ON)).agreements
    ]

    kinds = (("/soeg", searches), ("aftalesiden", agreements))
    with server(url, folder / "index", folder / "log") as served:
        port = served.port
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        ask = partial(_ask, connection)
        alone = [
            Timing(
                f"{name}, ellers intet",
                [ask(p) for p in islice(cycle(paths), requests)],
            )
            for name, paths in kinds
        ]

        busy = []
        for name, paths in kinds:
            took = list(_while_two_are_made(port, ask, paths))
            busy.append(Timing(f"{name}, mens to appendikser laves", took))

    return [*alone, *busy]


def _while_two_are_made(port: int, ask: Any, paths: Sequence[str]) -> Iterator[float]:
    makers = [threading.Thread(target=_download, args=(port, key)) for key in AT_ONCE]
    for maker in makers:
        maker.start()
    for path in cycle(paths):
        yield ask(path)
        if not any(maker.is_alive() for maker in makers):
            return


def _download(port: int, key: str) -> None:
    """The whole file: who does not ask for a page waits for it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    path = f"/appendiks?sundhedsaftale={HEALTH}&pr={ON}&raekker=1&format={key}"
    _ask(connection, path)


def _ask(connection: http.client.HTTPConnection, path: str) -> float:
    begun = time.perf_counter()
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    # An answer that is none would make the figures lie.
    if response.status != 200:
        raise RuntimeError(f"{path}: {response.status}")
    return (time.perf_counter() - begun) * 1000


# The catalogue


def _database(folder: Path, agreements: int, rows: int) -> str:
    """A catalogue of so many agreements that all are in the appendix."""
    url = f"sqlite:///{(folder / 'registry.sqlite').as_posix()}"
    engine = db.connect(url)
    db.migrate(engine)
    content.load(engine, _content(folder / "content", agreements, rows))
    return url


def _content(folder: Path, agreements: int, rows: int) -> Path:
    """The shipped agreements again and again, in their own words, all decided to
    continue.
    """
    for name in ("vocabulary", "organisations", "health-agreements"):
        shutil.copytree(CONTENT / name, folder / name)

    shipped = _shipped()
    spoken = cycle([row for front, _ in shipped for row in front["rows"]])
    decided = []

    for number, (front, body) in enumerate(islice(cycle(shipped), agreements), 1):
        slug = f"maaling-{number:05}"
        count = rows // agreements + (number <= rows % agreements)
        # A row names a section of the text that it stands with.
        section = front["rows"][0]["section"]
        own = [
            _row(row, number, at, section)
            for at, row in enumerate(islice(spoken, count), 1)
        ]

        title = f"{front['title']}, nr. {number}"
        write_markdown(
            folder / "agreements" / slug / "1.md",
            {**front, "title": title, "rows": own},
            body,
        )
        decided.append(_continuation(slug))

    records = {"recorded_at": shipped[0][0]["recorded_at"], "entries": decided}
    write_yaml(folder / "records" / "continuations.yaml", records)
    return folder


def _row(row: dict[str, Any], number: int, at: int, section: str) -> dict[str, Any]:
    """The row with words that no other row has: what is said twice is made quicker."""
    own = f" (nr. {number}.{at})"
    said = {name: row[name] + own for name in ("task", "situation") if row.get(name)}
    return {**row, **said, "key": f"raekke-{at}", "section": section}


def _shipped() -> list[tuple[dict[str, Any], str]]:
    """The last published version of each shipped agreement, less what names another."""
    found = []

    for agreement in sorted((CONTENT / "agreements").iterdir()):
        last = max(agreement.glob("[0-9]*.md"), key=lambda path: int(path.stem))
        front, body = read_markdown(last, CONTENT)
        kept = {
            k: v for k, v in front.items() if k not in ("relations", "in_force_until")
        }
        if kept.get("rows") and (kept.get("in_force_from") or ON) <= ON:
            found.append(({**kept, "parties": dict(front.get("parties", {}))}, body))

    return found


def _continuation(slug: str) -> dict[str, Any]:
    return {
        "ref": f"videre-{slug}",
        "effective_on": date(2024, 1, 1),
        "reason": "Opdigtet.",
        "source": "opdigtet",
        "confirmed": False,
        "agreement": slug,
        "health_agreement": HEALTH,
        "decision": "viderefoeres",
    }


if __name__ == "__main__":
    sys.exit(main())
