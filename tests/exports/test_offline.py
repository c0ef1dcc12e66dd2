"""The copy for bad days: whole, alone, harmless, and the same each time it is made."""

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from registry import content
from registry.catalogue import Catalogue
from registry.clock import Moment
from registry.db import connect, migrate
from registry.exports.offline import offline_copy
from registry.models import Term
from registry.snapshot import Snapshot
from registry.web.offline import offline_html

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 22)
SHIPPED = Path(__file__).resolve().parents[2] / "content"
MOST_BYTES = 5_000_000
LOADING = frozenset({"src", "srcset", "href", "action", "data", "poster", "formaction", "style"})
BREAKING_OUT = "</script><script>alert(1)</script><!--"


class Read(HTMLParser):
    """The page as a browser would take it apart: its attributes, ids, and what stands in what."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.text = ""
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._open = tag
        {"script": self.scripts, "style": self.styles}.get(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open == "script":
            self.scripts[-1] += data
        elif self._open == "style":
            self.styles[-1] += data
        else:
            self.text += data

    def of(self, name: str) -> list[str]:
        return [value for _, found, value in self.attributes if found == name]


def loaded(folder: Path, source: Path, on: date = TODAY) -> Snapshot:
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, source)
    return Catalogue(engine).at(Moment(on))


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Snapshot:
    return loaded(tmp_path_factory.mktemp("offline"), catalogue_dir)


@pytest.fixture(scope="module")
def read(snapshot: Snapshot) -> Read:
    return Read(offline_html(snapshot))


def test_it_holds_every_agreement_that_answers_and_no_other(snapshot: Snapshot) -> None:
    held = {page.slug for page in offline_copy(snapshot).pages}

    assert held == {slug for slug, found in snapshot.agreements.items() if found.answers}
    assert "proeve-udskrivning" in held
    assert not held & {"proeve-gammel", "proeve-kommende"}


def test_every_row_stands_in_it_with_what_it_says(snapshot: Snapshot, read: Read) -> None:
    assert {row.id for row in snapshot.answering_rows} <= set(read.of("id"))
    for row in snapshot.answering_rows:
        for name in ("task", "situation", "deadline", "does_not_apply_to", "example", "source"):
            assert getattr(row.snitflade, name) in read.text


def test_an_agreement_stands_in_it_with_its_three_fields_and_its_text(read: Read) -> None:
    text = " ".join(read.text.split())

    for said in (
        "Prøveaftale om udskrivning & hjælp",
        "Afdelingen har det lægelige ansvar.",
        "Hospitalet melder, kommunen modtager.",
        "Fremgår ikke.",
        "Kommunen leverer kompressionsstrømper.",
        "Formel part",
    ):
        assert said in text


def test_it_says_its_date_what_is_unconfirmed_and_that_it_is_illustrative(read: Read) -> None:
    assert "22. november 2026" in read.text
    assert "ikke bekræftet" in read.text
    assert "ikke de vedtagne aftaletekster" in read.text


def test_it_asks_nobody_for_anything(read: Read) -> None:
    loading = [(tag, name, value) for tag, name, value in read.attributes if name in LOADING]

    assert loading
    assert [found for found in loading if not found[2].startswith("#")] == []
    assert not re.search(r"url\(|@import", "".join(read.styles))
    assert not re.search(r"fetch\(|XMLHttpRequest|import\(|WebSocket|sendBeacon", read.scripts[1])


def test_a_link_out_of_it_is_told_instead(snapshot: Snapshot) -> None:
    shown = snapshot.agreements["proeve-lokal"].shown
    version = shown.version.model_copy(
        update={"body": "Se [loven](https://lov.example/1?a=b&c) og [her](#afsnit-x)."}
    )
    changed = replace(
        snapshot.agreements["proeve-lokal"],
        versions=(replace(shown, version=version),),
    )
    agreements = {**snapshot.agreements, "proeve-lokal": changed}

    page = next(
        page
        for page in offline_copy(replace(snapshot, agreements=agreements)).pages
        if page.slug == "proeve-lokal"
    )

    assert "Se loven (https://lov.example/1?a=b&amp;c) og" in page.body
    assert 'href="#proeve-lokal.afsnit-x"' in page.body


def test_every_link_leads_to_one_place_in_it(read: Read) -> None:
    ids = read.of("id")

    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in read.of("href")} <= set(ids)


def test_only_its_own_script_and_style_may_run(read: Read) -> None:
    policy = next(value for value in read.of("content") if "default-src" in value)
    hashes = {
        f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in (read.scripts[1], read.styles[0])
    }

    assert len(read.scripts) == 2
    assert set(re.findall(r"'sha256-[^']+'", policy)) == hashes
    for rule in ("default-src 'none'", "base-uri 'none'", "form-action 'none'"):
        assert rule in policy
    assert "unsafe" not in policy
    assert not [name for _, name, _ in read.attributes if name.startswith("on")]


def test_nothing_in_the_catalogue_breaks_out_of_its_place(snapshot: Snapshot) -> None:
    # Any words of a term become data of the script.
    nasty = Term(key="ond", term=BREAKING_OUT, same=[BREAKING_OUT], meaning="", confirmed=True)
    found = Read(offline_html(replace(snapshot, terms={**snapshot.terms, "ond": nasty})))
    words = [key for key, *_ in json.loads(found.scripts[0])["lexicon"]["phrases"]]

    assert len(found.scripts) == 2
    assert any("script" in key for key in words)
    assert "<" not in found.scripts[0]
    assert "alert(" not in "".join(found.scripts)


def test_html_in_a_text_is_made_harmless(read: Read, snapshot: Snapshot) -> None:
    assert 'alert("ond")' not in offline_html(snapshot)
    assert not [value for value in read.of("href") if value.startswith("javascript")]


def other_databases(tmp_path: Path, catalogue_dir: Path) -> Iterator[Snapshot]:
    for name in ("one", "another"):
        (tmp_path / name).mkdir()
        yield loaded(tmp_path / name, catalogue_dir)


def test_the_same_catalogue_and_day_give_the_same_bytes(
    tmp_path: Path, catalogue_dir: Path
) -> None:
    one, another = other_databases(tmp_path, catalogue_dir)

    assert one is not another
    assert offline_html(one).encode() == offline_html(another).encode()


def test_another_day_gives_another_copy(
    snapshot: Snapshot, tmp_path: Path, catalogue_dir: Path
) -> None:
    later = loaded(tmp_path, catalogue_dir, date(2027, 1, 1))

    assert "1. januar 2027" in offline_html(later)
    assert offline_html(later) != offline_html(snapshot)


def test_the_copy_of_the_shipped_content_is_no_larger_than_five_megabytes(tmp_path: Path) -> None:
    made = offline_html(loaded(tmp_path, SHIPPED)).encode()

    assert len(made) <= MOST_BYTES
    assert made.count(b'<article class="card"') > 100
