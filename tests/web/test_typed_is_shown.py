"""Every word and number that is typed is found again, in order, by every reader; and
of each sign that is read as markup the writer was told in the field.

From the forms of two people, over HTTP, to all that readers can open. What is compared
is what was typed in its one form (registry/language/normal.py). Which fields a reader
shows is read from a version in which every field is known by its last word, and held
against the table of fields.
"""

import re
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings

from registry import clock
from registry.language.normal import normal
from registry.markup.markdown_html import to_plain_html
from registry.markup.remarks import remarks
from registry.publishing.drafts import open_drafts
from registry.rules.fields import BODY, THREE_FIELDS, Field, Kind
from tests.conftest import NOW
from tests.exports.samples import decide
from tests.web.conftest import app_in, moved
from tests.web.forms import forms_of
from tests.web.kinds_of_text import AS_TYPED, MEANT
from tests.web.people import Browser, sign_in
from tests.web.read_back import READERS, ROW, Reader, of_page
from tests.web.typed import (
    PLACES,
    SECTION,
    TEXT_PLACES,
    Place,
    Texts,
    Typed,
    joined,
    said,
    texts,
    texts_for,
    without_addresses,
)
from tests.web.writing import SLUG, act, begin, part_path, path, words, write

pytestmark = pytest.mark.slow

WORD = re.compile(r"[^\W_]+")
ECONOMICS = next(place for place in PLACES if place.field is THREE_FIELDS[-1])
OTHER_ROWS = ("varsel-voksne", "stroemper")
TURNS = 5  # in which the kinds of text are tried
KNOWN, TRIED = 3, 4  # the version in which each field has its last word, and the next
# What the known version says in every field: words that other texts use too.
KNOWN_WORDS = "Kommunen skal varsle 15. marts 2027"
# What the table of fields promises of some readers; of all, what the known version
# shows.
PROMISED: Mapping[str, Callable[[Place], bool]] = {
    "version": lambda place: not place.of_row and _has_a_place(place.field),
    "row": lambda place: place.of_row and _has_a_place(place.field),
    "table": lambda place: place.of_row and place.field.column,
    "table as csv": lambda place: place.of_row and place.field.column,
    "api: version": lambda _: True,
    "api: rows": lambda place: place.of_row,
    "agreement as docx": lambda _: True,
    "agreement as pdf": lambda _: True,
    "agreement as md": lambda _: True,
    "appendix": lambda place: place.of_row and bool(place.field.document),
    "offline copy": lambda place: place.of_row and _has_a_place(place.field),
    "later text": lambda place: place.field.prose or place.field.kind is Kind.MARKDOWN,
}


def _has_a_place(field: Field) -> bool:
    on_page = field.heads or field.page or bool(field.shown)
    return on_page or field.kind is Kind.MARKDOWN


class Desk(NamedTuple):
    """The two people at work, and the draft that they work on."""

    rita: Browser
    gorm: Browser
    draft: int

    def write(self, typed: Texts) -> Typed:
        """Every field in the two forms. Returns the heading that the row leads to."""
        write(self.rita, self.draft, changes=values(typed, of_row=False))
        section = self._offered_section()
        row = {**values(typed, of_row=True), SECTION.field.name: section.typed}
        write(self.rita, self.draft, ROW, row)
        return section

    def _offered_section(self) -> Typed:
        form = self.rita.get(part_path(self.draft, ROW)).text
        offered = re.findall(rf'<option value="([^"]*{SECTION.end})">', form)
        assert len(offered) == 1, form
        return Typed(unescape(offered[0]), unescape(offered[0]))

    def publish(self) -> None:
        for who, name in (
            (self.rita, "indsend"),
            (self.gorm, "godkend"),
            (self.rita, "til-vedtagelse"),
            (self.gorm, "offentliggoer"),
        ):
            answer = act(who, self.draft, name)
            assert answer.status_code == 303, words(answer)

    def read(self, reader: Reader, number: int) -> str:
        draft = self.draft + number - TRIED
        address = reader.address.format(
            before=number - 1, number=number, draft=draft, adoption=self._sent(draft)
        )
        answer = self.rita.get(address)
        assert answer.status_code == 200, address
        return reader.words(answer.data)

    def _sent(self, draft: int) -> str:
        """The link by which the parties read a text."""
        page = self.rita.get(path(draft, "/vedtagelse")).text
        (address,) = re.findall(r'href="http://[^"/]*(/vedtagelse/[^"]*)"', page)
        return str(address)

    def told(self, text: str) -> frozenset[int]:
        """The lines of which the writer is told before saving."""
        answer = self.rita.post("/redaktion/tekster/forhaandsvis", {"tekst": text})
        assert answer.status_code == 200
        told = re.findall(r"<li>Linje (\d+):", answer.text)
        return with_quotes(normal(text), map(int, told))


def with_quotes(text: str, told: Iterable[int]) -> frozenset[int]:
    """What is told of a quote is told of all its lines."""
    lines, found = text.split("\n"), set(told)
    for number, line in enumerate(lines, 1):
        if line.startswith(">") and lines[number - 2].startswith(">"):
            found |= {number} if number - 1 in found else set()
    return frozenset(found)


def values(typed: Texts, *, of_row: bool) -> dict[str, str]:
    """The fields as a browser sends them."""
    return {
        place.field.name: whole(written).typed.replace("\n", "\r\n")
        for place, written in typed.items()
        if place.of_row is of_row
    }


def whole(written: Sequence[Typed]) -> Typed:
    """The texts of a field, each on a line of its own."""
    return Typed(*("\n".join(side) for side in zip(*written, strict=True)))


def desk_in(app: Flask, folder: Path) -> Desk:
    app = moved(app, folder)
    draft = open_drafts(app.extensions["registry"].catalogue).get(SLUG)
    rita = sign_in(app, "rita")
    return Desk(rita, sign_in(app, "gorm"), draft or begin(rita))


def known(place: Place) -> Sequence[Typed]:
    """What the known version says in a field, which its last word tells apart."""
    begins = "Før\n\n## Afsnit " + SECTION.end + "\n\n" if place.field is BODY else ""
    text = f"{begins}{KNOWN_WORDS} {place.end}"
    return [Typed(text, text)]


@pytest.fixture(scope="module")
def known_version(peopled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with a version of which every field is known, and a new draft."""
    folder = shutil.copytree(peopled, tmp_path_factory.mktemp("known") / "installation")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(clock, "now", lambda: NOW)
        app = app_in(folder)
        decide(app.extensions["registry"].catalogue, SLUG, "viderefoeres")
        desk = desk_in(app, folder)
        for row in OTHER_ROWS:
            address = path(desk.draft, f"/snitflader/{row}/fjern")
            forms_of(desk.rita.get(path(desk.draft)))[address].send(desk.rita)
        write(desk.rita, desk.draft, changes={"in_force_from": "2026-11-01"})
        desk.write({place: known(place) for place in TEXT_PLACES})
        desk.publish()
        begin(desk.rita)
    return folder


@pytest.fixture(scope="module")
def shown_by(known_version: Path, workshop: Flask) -> Mapping[str, list[Place]]:
    """The fields that each reader shows, by the last words of the known version."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(clock, "now", lambda: NOW)
        desk = desk_in(workshop, known_version)
        texts_read = {reader.name: desk.read(reader, KNOWN) for reader in READERS}
    return {
        name: [place for place in PLACES if place.end in text]
        for name, text in texts_read.items()
    }


def test_each_reader_shows_the_fields_that_the_table_promises(
    shown_by: Mapping[str, list[Place]],
) -> None:
    assert all(shown_by[reader.name] for reader in READERS)
    for name, promises in PROMISED.items():
        missing = [p for p in PLACES if promises(p) and p not in shown_by[name]]
        assert [place.field.name for place in missing] == [], name


@given(texts)
@settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
def test_what_is_typed_is_what_every_reader_is_shown(
    known_version: Path,
    shown_by: Mapping[str, list[Place]],
    workshop: Flask,
    typed: Texts,
) -> None:
    faults = faults_when(typed, known_version, shown_by, workshop)
    assert faults == [], "\n\n".join(faults)


@pytest.mark.parametrize("turn", range(TURNS))
def test_each_kind_of_text_is_shown_by_every_reader(
    known_version: Path,
    shown_by: Mapping[str, list[Place]],
    workshop: Flask,
    turn: int,
) -> None:
    typed = {place: in_turn(turn, at, place) for at, place in enumerate(TEXT_PLACES)}
    faults = faults_when(typed, known_version, shown_by, workshop)
    assert faults == [], "\n\n".join(faults)


def test_a_break_moved_between_the_same_words_is_shown_by_every_reader(
    known_version: Path, shown_by: Mapping[str, list[Place]], workshop: Flask
) -> None:
    typed = {place: broken(place) for place in TEXT_PLACES}
    faults = faults_when(typed, known_version, shown_by, workshop)
    assert faults == [], "\n\n".join(faults)


def broken(place: Place) -> Sequence[Typed]:
    """A text that ends like the known one, with a break before its last word."""
    apart = "\n\n" if is_markdown(place) else "\n" if place.field.long else " "
    begins = "Før\n\n## Afsnit " + SECTION.end + "\n\n" if place.field is BODY else ""
    read = begins.replace("## ", "")
    text = f"Regionen skal varsle 15. marts 2027{apart}{place.end}"
    return [Typed(begins + text, read + text)]


def in_turn(turn: int, at: int, place: Place) -> Sequence[Typed]:
    """The texts of a field in a turn. In all turns together every field of Markdown has
    them all, and one of the others each that is no markup.
    """
    end = Typed(place.end, place.end)
    if not is_markdown(place):
        text = AS_TYPED[(turn * len(TEXT_PLACES) + at) % len(AS_TYPED)]
        lines = text if place.field.long else " ".join(text.split())
        return [joined([Typed(lines, lines), end], " ")]

    plain = [Typed(text, text) for text in AS_TYPED]
    parts = [*plain, *MEANT][turn::TURNS]
    heading = Typed(f"## Afsnit {SECTION.end}", f"Afsnit {SECTION.end}")
    begun = [heading] if place.field is BODY else []
    apart = Typed("Ellers gælder dette.", "Ellers gælder dette.")
    body = [piece for part in parts for piece in (part, apart)]
    return [joined([*begun, *body, end], "\n\n")]


def faults_when(
    typed: Texts,
    known_version: Path,
    shown_by: Mapping[str, list[Place]],
    workshop: Flask,
) -> list[str]:
    """What a reader is not shown when the fields have those texts."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr(clock, "now", lambda: NOW)
        installed = shutil.copytree(known_version, Path(folder) / "installation")
        desk = desk_in(workshop, installed)
        section = desk.write(typed)
        written = {**{p: whole(w) for p, w in typed.items()}, SECTION: section}
        told = {p: desk.told(w.typed) for p, w in written.items() if is_markdown(p)}
        desk.publish()
        return [
            f"{reader.name}: {place}: {fault}\nTYPED {written[place].typed!r}"
            for reader in READERS
            for shown in [desk.read(reader, TRIED)]
            for place in shown_by[reader.name]
            for fault in faults_of(
                reader, shown, place, written[place], told.get(place, frozenset())
            )
        ]


@given(texts_for(ECONOMICS).map(whole))
@settings(max_examples=300, deadline=None)
def test_the_writer_is_told_of_each_sign_that_is_read_as_markup(typed: Typed) -> None:
    text = normal(typed.typed)
    told = with_quotes(text, (remark.line for remark in remarks(text)))
    shown = of_page(to_plain_html(text).encode())
    read = normal(said(typed.read))
    assert list(lost_of(read, shown, ECONOMICS.end, told)) == []


def is_markdown(place: Place) -> bool:
    return place.field.kind is Kind.MARKDOWN


def faults_of(
    reader: Reader, shown: str, place: Place, text: Typed, told: Collection[int]
) -> Iterator[str]:
    """What a reader is not shown of a field that it shows."""
    read = text.typed if reader.raw else said(text.read)
    if is_markdown(place) and not reader.tells_addresses:
        read, shown = without_addresses(read), without_addresses(shown)
    return lost_of(normal(read), shown, place.end, () if reader.raw else told)


def lost_of(read: str, shown: str, end: str, told: Collection[int]) -> Iterator[str]:
    """The words that are not all shown in order wherever the text's last word is, and
    the signs between them that are not shown and of whose line nobody was told.
    """
    found = list(WORD.finditer(read))
    # Lists of versions and differences name the known version as well.
    shown = _pattern(WORD.findall(f"{KNOWN_WORDS} {end}")).sub(" ", shown)
    matches = list(_pattern([word[0] for word in found]).finditer(shown))
    times = len(re.findall(rf"\b{end}\b", shown))
    if not matches or len(matches) * read.count(end) != times:
        at = shown.find(end)
        yield f"words\nREAD  {read!r}\nSHOWN {shown[max(0, at - 600) : at + 10]!r}"
    for match in matches:
        for at, (start, stop) in enumerate(gaps_of(read, found)):
            gap, lines = read[start:stop], lines_of(read, start, stop)
            if not is_within(gap, match[at + 1]) and not set(lines) & set(told):
                yield f"signs {gap!r} as {match[at + 1]!r}, {told=}, {lines=}"


def _pattern(words_in_order: Iterable[str]) -> re.Pattern[str]:
    between = r"([\W_]+)".join(map(re.escape, words_in_order))
    return re.compile(rf"([\W_]*)(?<![^\W_]){between}(?![^\W_])")


def gaps_of(read: str, found: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    """Where the signs before each word begin and end."""
    ends = [0, *(word.end() for word in found)]
    return [(start, word.start()) for start, word in zip(ends, found, strict=False)]


def lines_of(read: str, start: int, stop: int) -> range:
    first = read.count("\n", 0, start) + 1
    return range(first, first + read.count("\n", start, stop) + 1)


def is_within(gap: str, shown: str) -> bool:
    """Whether all signs of the gap are shown, in order."""
    rest = iter(shown)
    return all(sign in rest for sign in gap if not sign.isspace())
