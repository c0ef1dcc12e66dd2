"""What the gates read, and what they find."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from registry.rules.link_targets import FindPage, Page
from registry.rules.status import Period
from registry.rules.version_content import MAIN, VersionContent
from registry.suggest.suggestion import Suggestion


class Severity(StrEnum):
    """An error stops approval and publication; a warning is only shown, unless it is
    to be signed.
    """

    ERROR = "error"
    WARNING = "warning"


ERROR, WARNING = Severity.ERROR, Severity.WARNING
COUNT = "{count}"


class Grounds(StrEnum):
    """Why a version's rules hold: parties agreed them, or they stand in a statute."""

    AGREED = "agreed"
    LAW = "law"


@dataclass(frozen=True)
class FormPlace:
    """Where in the form: MAIN or a row's key, and a field, "parties", "relations" or
    "rows".
    """

    part: str
    field: str


def main(field: str) -> FormPlace:
    """A field of the version itself."""
    return FormPlace(MAIN, field)


@dataclass(frozen=True)
class GateFinding:
    """One thing that a gate found: what is wrong and the way on, in one Danish text.

    `signable`: the approver may let it stand by signing a reason, and must: until then
    it stops the version. `many`: what several of the same cause are told by, with
    {count} in it; empty where each stands for itself. `quote`: the words of the field
    that it is about, as they stand there; empty where it is about all of it.
    """

    code: str
    severity: Severity
    text: str
    place: FormPlace
    signable: bool = False
    many: str = ""
    quote: str = ""

    @property
    def is_error(self) -> bool:
        """Whether it is an error: a warning stops nothing unless it is signable."""
        return self.severity is Severity.ERROR

    @property
    def stops(self) -> bool:
        """Whether it stops the version, unless it is signed for where it can be."""
        return self.is_error or self.signable

    @property
    def signature(self) -> str:
        """What a signed reason names."""
        return f"{self.code}:{self.place.field}"


class Foreseen(NamedTuple):
    """An overlap or a gap that publishing would create, close or open again: what it is
    called, told in a sentence, and the keys of the version's own rows in it.
    """

    what: str
    text: str
    rows: tuple[str, ...]


class PointedAt(NamedTuple):
    """A link of another agreement's to a place in this one: that agreement's title, the
    link's words, and the section or row.
    """

    title: str
    words: str
    place: str
    is_row: bool


@dataclass(frozen=True)
class Surroundings:
    """What the gates must know beside the text.

    `headings`: the titles of the body's sections. `previous`: the newest published
    version. `labels`: the Danish label of a scheme's key. `known`: the keys there are,
    by scheme. `actor_sectors`, `organisation_sectors`: "" where there is none.
    `replaces`: the agreements that each other agreement's shown version replaces.
    `confusable_pairs`: the forms of a term and those of one it is not to be confused
    with. `adopted`: the organisations that adopted this very text. `kept_numbers`: what
    is kept beside it and holds a CPR number. `created`, `closed`, `reopened`: what
    publishing it would change in the overlaps and gaps of the catalogue. `suggested`:
    the rows that a text's sentences tell; `refused`: the names of those that a person
    refused, `accepted`: of those that became a row that still stands.
    `sentences_lost`: the rows that were accepted on a sentence that is no
    more. `anchors`: the places on the agreement's page that the text makes. `page_at`:
    the page at a path of the catalogue. `pointed_at`: what others' links lead to in it.

    `periods`: of the health agreements. `ceased`: the first day without each
    organisation that ceases. `published`: the agreement's versions that are in force on
    some day, by number and first day. `is_continued`: a decision continues the
    agreement today. `replaced_by`: the other agreements that replace it, and from when.
    """

    slug: str
    on: date
    headings: frozenset[str]
    previous: VersionContent | None
    labels: Callable[[str, str], str]
    known: Mapping[str, frozenset[str]]
    actor_sectors: Mapping[str, str]
    organisation_sectors: Mapping[str, str]
    replaces: Mapping[str, frozenset[str]]
    confusable_pairs: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    adopted: frozenset[str]
    kept_numbers: tuple[str, ...] = ()
    created: tuple[Foreseen, ...] = ()
    closed: tuple[Foreseen, ...] = ()
    reopened: tuple[Foreseen, ...] = ()
    suggested: Callable[[str], Sequence[Suggestion]] = lambda _text: ()
    refused: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    sentences_lost: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    page_at: FindPage = lambda _path: Page()
    pointed_at: tuple[PointedAt, ...] = ()
    periods: Mapping[str, Period] = field(default_factory=dict)
    ceased: Mapping[str, date] = field(default_factory=dict)
    published: tuple[tuple[int, date], ...] = ()
    is_continued: bool = False
    replaced_by: tuple[tuple[str, date], ...] = ()


# Of the words that fill a gate's text, those that stand in the field.
QUOTE = "quote"
# Each place found, and the words that fill the gate's text.
GateHits = Iterator[tuple[FormPlace, dict[str, str]]]
Find = Callable[[VersionContent, Surroundings], GateHits]


class Gate(NamedTuple):
    """One rule that a version must meet; `text` has names in braces for what `find`
    fills in. `only`: the grounds of the versions that it speaks of; None: of all.
    `many`: see GateFinding.
    """

    code: str
    severity: Severity
    text: str
    find: Find
    signable: bool = False
    only: Grounds | None = None
    many: str = ""

    def gate_finding(self, place: FormPlace, words: Mapping[str, str]) -> GateFinding:
        """What it found in one place, in words."""
        many = self.many.format(**{**words, "count": COUNT})
        text, quote = self.text.format(**words), words.get(QUOTE, "")
        return GateFinding(
            self.code, self.severity, text, place, self.signable, many, quote
        )


def gate(
    code: str,
    severity: Severity,
    text: str,
    *,
    signable: bool = False,
    only: Grounds | None = None,
    many: str = "",
) -> Callable[[Find], Gate]:
    """Make a gate of the rule below, with what it says of each place that it finds;
    table.py gathers those of its modules.
    """
    return lambda find: Gate(code, severity, text, find, signable, only, many)
