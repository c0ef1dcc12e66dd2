"""What a citizen is told, as the pages set it: words explained where they first stand,
sources, and whom to ask.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from registry.catalogue.citizen import Chapter, plain_label
from registry.catalogue.citizen_asks import CitizenAsk
from registry.catalogue.citizen_deed import together
from registry.catalogue.citizen_standing import (
    briefly_standing,
    is_open,
    standing,
)
from registry.catalogue.citizen_telling import RING, Telling
from registry.catalogue.citizen_united import United, by_part, united
from registry.catalogue.contacts import Number
from registry.catalogue.explained import Piece, explained
from registry.catalogue.snapshot import Snapshot
from registry.rules.fields import Scheme
from registry.rules.older import today_first
from registry.web.frame.links import row_link
from registry.web.reader.search_view import term_link


class PieceView(NamedTuple):
    """A part of a sentence; `meaning`: what the word list says of it, if anything."""

    text: str
    meaning: str = ""
    href: str = ""


class Source(NamedTuple):
    """Where a row told stands. `mark`: its status in short."""

    title: str
    section: str
    source: str
    status: str
    mark: str
    href: str


class Item(NamedTuple):
    """One of several rows told under one lead."""

    id: str
    words: Sequence[PieceView]


class Line(NamedTuple):
    """What is told as one rule: who does what, the `deeds` that it leads, the rest of
    it, and where it stands. `ring`: whom one rings, which stands alone: nothing said of
    the rule is of that. `numbers`: those of its sources on a sheet of paper.
    `heading`: that of the part that begins with it.
    """

    id: str
    deed: Sequence[PieceView]
    deeds: Sequence[Item]
    rest: Sequence[PieceView]
    ring: str
    sources: Sequence[Source]
    numbers: Sequence[int] = ()
    heading: str = ""


class AskLine(NamedTuple):
    """Whom to ask about what somebody does, or `about` what nobody is said to do, by
    its names. `only_if`: of whom alone it holds. `numbers`: each with the part that the
    municipality must have for it to be the right one.
    """

    who: str
    where: str
    numbers: Sequence[tuple[Number, str]]
    is_by_place: bool
    only_if: str = ""
    about: str = ""


@dataclass(frozen=True)
class ChapterView:
    """A chapter as the page shows it. `is_open`: whether it is not decided, or not
    confirmed, of any of its agreements that it goes on.
    """

    key: str
    title: str
    sections: Sequence[tuple[str, Sequence[Line]]]
    asks: Sequence[AskLine]
    is_open: bool

    @property
    def has_numbers(self) -> bool:
        """Whether the catalogue has any number of those who are asked."""
        return any(ask.numbers for ask in self.asks)


def part_of(snapshot: Snapshot, chapter: Chapter) -> ChapterView:
    return ChapterView(
        key=chapter.key,
        title=chapter.title,
        sections=[
            (heading, [line_of(snapshot, one, set()) for one in some])
            for heading, some in by_part(united(chapter.tellings))
        ],
        asks=[ask_of(snapshot, ask) for ask in chapter.asks],
        is_open=any(is_open(snapshot, telling) for telling in chapter.tellings),
    )


def line_of(snapshot: Snapshot, one: United, seen: set[str]) -> Line:
    """`seen`: the terms that are not explained in it, to which its own are added. Each
    line explains its own: a reader comes to it by a link, or begins in the middle.
    """
    return Line(
        id=one.tellings[0].row.id,
        deed=_pieces(snapshot, one.lead, seen),
        deeds=[
            Item(telling.row.id, _pieces(snapshot, text, seen))
            for telling, text in one.items
        ],
        rest=_pieces(snapshot, one.rest.replace(RING, "").strip(), seen),
        ring=RING if RING in one.rest else "",
        sources=[_source(snapshot, telling) for telling in one.tellings],
    )


def _source(snapshot: Snapshot, telling: Telling) -> Source:
    row = telling.row.snitflade
    return Source(
        telling.title,
        row.section,
        row.source,
        standing(snapshot, telling),
        briefly_standing(snapshot, telling),
        row_link(telling.row.id),
    )


def _pieces(snapshot: Snapshot, text: str, seen: set[str]) -> Sequence[PieceView]:
    return [_piece_view(piece) for piece in explained(snapshot, text, seen)]


def ask_of(snapshot: Snapshot, ask: CitizenAsk) -> AskLine:
    return AskLine(
        together([_plain(snapshot, label) for label in ask.who], "og")
        if ask.who
        else "",
        ask.where,
        [
            (number, plain_actor(snapshot, part) if part else "")
            for number, part in ask.numbers
        ],
        ask.is_by_place,
        ask.only_if,
        together([f"«{subject}»" for subject in ask.about], "og") if ask.about else "",
    )


def _piece_view(piece: Piece) -> PieceView:
    if piece.term is None:
        return PieceView(piece.text)
    return PieceView(
        piece.text, today_first(piece.term.meaning), term_link(piece.term.key)
    )


def plain_actor(snapshot: Snapshot, label: str) -> str:
    return _plain(snapshot, label).rstrip(",")


def _plain(snapshot: Snapshot, label: str) -> str:
    """With the comma after a clause, as it stands in a sentence."""
    return snapshot.vocabulary.plain(label) or label


def group_title(snapshot: Snapshot, group: str) -> str:
    return plain_label(snapshot, Scheme.TARGET_GROUPS, group)
