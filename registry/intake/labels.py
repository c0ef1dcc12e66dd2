"""By what names a Word agreement calls what the catalogue has a field for.

Headings and column heads differ from agreement to agreement; the names here are
those in ordinary use in Danish collaboration agreements. The other names of fields
stand in rules/fields.py; one that may mean something else is taken, and a person is
asked.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from registry.intake.heading_parts import by_parts, with_medical
from registry.language.danish import stems_in
from registry.rules.fields import (
    BODY,
    RELATION_LABELS,
    ROW_FIELDS,
    THREE_FIELDS,
    VERSION_FIELDS,
    Kind,
    Scheme,
)
from registry.rules.party_roles import MUNICIPALITIES

ABOUT, ROWS, PROVENANCE = "om", "raekker", "om-dokumentet"
EVIDENCE = "belaeg"

# Headings, beside the fields' own labels.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    **{field.name: field.names for field in VERSION_FIELDS if field.titles},
    ABOUT: ("om aftalen", "stamdata", "aftalens stamdata", "fakta om aftalen"),
    ROWS: ("hvem gør hvad", "snitflader", "snitflader i fuld tekst"),
    PROVENANCE: ("om dette dokument",),
    EVIDENCE: ("belæg",),
}
THREE = frozenset(field.name for field in THREE_FIELDS)
# What agreements begin with besides their title.
COMMON = (
    *(
        "formål",
        "indledning",
        "baggrund",
        "målgruppe",
        "parter",
        "indhold",
        "forord",
        "rammer",
    ),
    *(
        "indholdsfortegnelse",
        "aftalens parter",
        "aftalens formål",
        "aftalegrundlag",
        "bilag",
    ),
)

# How files once written by the catalogue tell the end of an agreement: by the first
# day without it, where all others tell the last day with.
FIRST_DAY_AFTER = "I kraft til (første dag efter)"
# Labels of facts about the whole agreement, beside the fields' own.
FACTS: Mapping[str, tuple[str, ...]] = {
    field.name: field.names
    for field in VERSION_FIELDS
    if field.names and not field.titles
}
FACTS = {**FACTS, "in_force_until": (*FACTS["in_force_until"], FIRST_DAY_AFTER)}
# What the catalogue tells of a version and works out by itself.
DERIVED = (
    *(
        "Udgave",
        "Status",
        "Om status",
        "Vedtagelse",
        "Parternes beslutninger",
        "Status pr.",
    ),
    *("Vist", "Offentliggjort i kataloget", MUNICIPALITIES),
    *("Fingeraftryk (SHA-256)", "Adresse"),
)

# Column heads of tables whose lines are rows, beside the fields' own labels.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    field.name: field.names for field in ROW_FIELDS if field.names
}
# Heads that may mean who does it, who decides it or who answers for the treatment, and
# the like.
UNSURE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    field.name: field.unsure_names for field in ROW_FIELDS if field.unsure_names
}
# A table whose lines are rows names the task and at least one of these.
BESIDE_TASK = frozenset(
    field.name for field in ROW_FIELDS if field.scheme is Scheme.ACTORS
) | {"deadline"}

_NUMBER = re.compile(
    r"^\s*(?:\d+(?:\.\d+)*[.)]?|[a-zA-Z][.)]|[IVX]+[.)]|§\s*\d+[.:]?"
    r"|(?:Kapitel|Afsnit|Punkt|Pkt\.|Stk\.|Bilag) (?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)[.:]?)"
    r"(?:\s+[–-])?\s+"
)
_PARTS = re.compile(r"[/,;:()\n]|\s[–-]\s|\b(?:og|eller|samt)\b", re.IGNORECASE)


# The sign of a note after a word: Word's own, as it is read, or one that was typed.
# It is tried where blanks and raised figures begin, not again at each of them.
NOTE_MARK = re.compile(
    r"(?<!\s)\s*\(note \d+\)"
    r"|(?<=[^\W\d_¹²³⁰⁴-⁹]{3})(?<!meter)\s?[¹²³⁰⁴-⁹]++(?P<end>\)?)(?!\w)"
    r"|(?<=[^\W*])\*+(?=[\s,;]|$)"
)
WITHOUT_NOTE = "Henvisningen til noten er ikke med."
_BRACKET = re.compile(r"(?<=\w)\s*\([^()]*\)\s*$")


class Label(NamedTuple):
    """What a heading or head means: a field's name or one of the names above."""

    name: str
    is_sure: bool = True


def without_notes(text: str) -> str:
    """The text without the signs of notes. The bracket after one stays where it closes
    what the text opened: of «(hjemmeplejen²)», but not of «hjemmeplejen ²)».
    """
    parts, end, is_open = [], 0, 0
    for mark in NOTE_MARK.finditer(text):
        before = text[end : mark.start()]
        is_open = max(0, is_open + before.count("(") - before.count(")"))
        closes = bool(mark["end"]) and is_open > 0
        parts += [before, ")" if closes else ""]
        end, is_open = mark.end(), is_open - closes
    return "".join([*parts, text[end:]])


def heading(text: str) -> str:
    """What a heading means; empty for a heading of the agreement's own."""
    label = _heading_labels().get(form(text))
    return label.name if label else ""


def likely_heading(text: str) -> str:
    """What a heading means, if only by its parts or without what stands in brackets
    after it; empty for one of the agreement's own.
    """
    short = _BRACKET.sub("", without_notes(text))
    said = heading(short)
    return (said if said in THREE else "") or by_parts(form(with_medical(text)))


def has_number(text: str) -> bool:
    """Whether a heading begins with a number that it can be cited by."""
    return bool(_NUMBER.match(text))


def is_common(text: str) -> bool:
    """Whether a heading is one that a section may have in any agreement."""
    return bool(heading(text)) or form(text) in _common()


def fact(text: str) -> str:
    """The field of the version, role, relation or derived fact that a label means; else
    empty.
    """
    label = _fact_labels().get(form(text))
    return label.name if label else ""


def column(text: str) -> Label | None:
    """The field of a row that a column's head means; of «Frist/tidspunkt», what both
    words mean.
    """
    whole = _column_labels().get(form(text))
    if whole is not None:
        return whole

    parts = [form(part) for part in _PARTS.split(text)]
    known = [label for part in parts if part and (label := _column_labels().get(part))]
    if len({label.name for label in known}) != 1:
        return None

    is_sure = len(known) == sum(map(bool, parts)) and any(
        label.is_sure for label in known
    )

    return Label(known[0].name, is_sure)


@cache
def _heading_labels() -> dict[tuple[str, ...], Label]:
    own = {f.name: (f.label,) for f in VERSION_FIELDS if f.name in HEADINGS}
    return _table(own, HEADINGS, {BODY.name: (BODY.label,)})


@cache
def _common() -> frozenset[tuple[str, ...]]:
    return frozenset(form(text) for text in COMMON)


@cache
def _fact_labels() -> dict[tuple[str, ...], Label]:
    own = {f.name: (f.label,) for f in VERSION_FIELDS if f.kind is not Kind.MARKDOWN}
    derived = {label: (label,) for label in DERIVED}
    relations = {kind: (label,) for kind, label in RELATION_LABELS.items()}
    return _table(own, derived, relations, FACTS)


@cache
def _column_labels() -> dict[tuple[str, ...], Label]:
    own = {f.name: (f.label,) for f in ROW_FIELDS}
    return _table(UNSURE_COLUMNS, is_sure=False) | _table(own, COLUMNS)


def _table(
    *names: Mapping[str, tuple[str, ...]], is_sure: bool = True
) -> dict[tuple[str, ...], Label]:
    """The meanings by their names' forms; of two with one form, the first."""
    by_form: dict[tuple[str, ...], Label] = {}
    for table in names:
        for meaning, texts in table.items():
            for text in texts:
                by_form.setdefault(form(text), Label(meaning, is_sure))

    return by_form


def form(text: str) -> tuple[str, ...]:
    """A heading's words without number, notes, case, punctuation and endings."""
    return stems_in(_NUMBER.sub("", without_notes(text)))
