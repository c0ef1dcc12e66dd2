"""By what names a Word agreement calls what the catalogue has a field for.

Headings and column heads differ from agreement to agreement; the names here are those in ordinary
use in Danish collaboration agreements. A name that could also mean something else is UNSURE: it is
taken, and a person is asked.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from registry.fields import BODY, RELATION_LABELS, ROW_FIELDS, VERSION_FIELDS, Kind
from registry.search.danish import tokenize

ABOUT, ROWS, PROVENANCE = "om", "raekker", "om-dokumentet"

# Headings, beside the fields' own labels.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "treatment_responsibility": (
        *("det lægelige behandlingsansvar", "behandlingsansvar", "lægeligt ansvar"),
        *("lægefagligt ansvar", "lægefagligt behandlingsansvar", "ansvar for behandlingen"),
        *("placering af behandlingsansvaret", "placering af det lægelige behandlingsansvar"),
        *("behandlingsansvaret", "det lægefaglige behandlingsansvar"),
    ),
    "division_of_responsibility": (
        *("opgave- og ansvarsfordeling", "ansvars- og opgavefordeling", "opgavefordeling"),
        *("arbejdsdeling", "arbejds- og ansvarsfordeling", "opgaver og ansvar"),
        *("ansvar og opgaver", "roller og ansvar", "rolle- og ansvarsfordeling"),
        *("fordeling af ansvar", "fordeling af opgaver og ansvar", "ansvarsfordelingen"),
        *("fordeling af opgaver", "arbejdsdeling og ansvar", "ansvarsdeling"),
    ),
    "economics": (
        *("finansiering", "økonomi og finansiering", "finansiering og økonomi", "betaling"),
        *("økonomiske forhold", "økonomiske rammer", "økonomisk ansvar", "finansieringsansvar"),
        *("betaling og afregning", "afregning", "afregning og betaling", "økonomi og afregning"),
        *("udgifter", "økonomi og betaling", "betalingsansvar", "økonomisk fordeling"),
    ),
    "summary": ("sammenfatning", "sammendrag", "kort fortalt", "aftalen kort fortalt"),
    ABOUT: ("om aftalen", "stamdata", "aftalens stamdata", "fakta om aftalen"),
    ROWS: ("hvem gør hvad", "snitflader"),
    PROVENANCE: ("om dette dokument",),
}
# What agreements begin with besides their title.
COMMON = (
    *("formål", "indledning", "baggrund", "målgruppe", "parter", "indhold", "forord", "rammer"),
    *("indholdsfortegnelse", "aftalens parter", "aftalens formål", "aftalegrundlag", "bilag"),
)

# Labels of facts about the whole agreement, beside the fields' own.
FACTS: Mapping[str, tuple[str, ...]] = {
    "in_force_from": (
        *("ikrafttræden", "ikrafttrædelse", "træder i kraft", "gælder fra", "gældende fra"),
        "ikrafttrædelsesdato",
    ),
    "kind": ("type", "aftaleform"),
    "target_groups": ("målgruppe", "aftalens målgruppe", "patientgruppe", "borgergruppe"),
    "legal_basis": ("lovgivning", "hjemmel", "lovhjemmel", "retsgrundlag", "retligt grundlag"),
    "evidence": ("kilder", "kilde", "grundlag"),
}
# What the catalogue tells of a version and works out by itself.
DERIVED = (
    *("Udgave", "Status", "Om status", "Vedtagelse", "Parternes beslutninger", "Status pr."),
    *("Vist", "Offentliggjort i kataloget", "Fingeraftryk (SHA-256)", "Adresse"),
)

# Column heads of tables whose lines are rows, beside the fields' own labels.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "task": (
        *("hvad", "hvad er det", "hvad skal gøres", "aktivitet", "handling", "indsats", "ydelse"),
        *("delopgave", "opgavebeskrivelse", "beskrivelse af opgaven", "hvilken opgave"),
    ),
    "situation": ("betingelse", "forudsætning", "hvornår gælder det", "i hvilken situation"),
    "phase": ("forløbsfase", "fase i forløbet"),
    "target_groups": ("målgruppe", "patientgruppe", "borgergruppe", "gælder for"),
    "responsible": (
        *("udfører", "udførende", "hvem udfører", "hvem gør det", "udføres hos", "varetages af"),
        *("hvem leverer", "leveres af", "leverer", "opgaveansvarlig", "ansvarlig for opgaven"),
    ),
    "authority": (
        *("myndighed", "myndighedsansvarlig", "bevilges af", "hvem bevilger", "bevilling"),
        *("visiteres af", "hvem har myndighedsansvaret"),
    ),
    "payer": (
        *("betaler", "betaling", "hvem betaler", "finansiering", "finansieres af"),
        *("finansieringsansvar", "betalingsansvar", "udgiften afholdes af", "afholder udgiften"),
        *("betalende part", "afregnes med"),
    ),
    "treatment_responsible": (
        *("behandlingsansvar", "behandlingsansvarlig", "hvem har behandlingsansvaret"),
        *("lægeligt ansvar", "lægefagligt ansvar", "lægeligt behandlingsansvarlig"),
    ),
    "contributes": ("bidrager", "deltager", "involverede", "inddrages", "samarbejder med"),
    "informed": ("orienteres", "underrettes", "hvem skal have besked", "hvem orienteres"),
    "deadline": (
        *("hvornår", "tidsfrist", "frister", "tidspunkt", "senest", "svarfrist", "deadline"),
        *("tidsramme", "frist for udførelse"),
    ),
    "does_not_apply_to": ("undtagelse", "undtagelser", "undtaget", "gælder ikke"),
    "applies_in": ("kommune", "kommuner", "område", "geografi"),
    "economic_consequences": ("økonomisk konsekvens",),
    "example": ("eksempler",),
    "in_doubt": ("ved uenighed", "tvivlstilfælde", "i tvivlstilfælde"),
    "legal_basis": ("lov", "lovgivning", "hjemmel", "lovhjemmel", "paragraf", "retsgrundlag"),
    "source": ("kilde", "kilder"),
}
# Heads that may mean who does it, who decides it or who answers for the treatment, and the like.
UNSURE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "responsible": (
        "ansvarlig",
        "ansvarlige",
        "ansvar",
        "hvem",
        "hvem har ansvaret",
        "aktør",
        "part",
        "sektor",
        "ansvarlig part",
    ),
    "payer": ("økonomi", "økonomisk ansvar", "udgift", "afregning"),
    "informed": ("modtager",),
    "task": ("emne", "område for samarbejde"),
}
# A table whose lines are rows names the task and at least one of these.
TELLING = frozenset(
    "responsible authority payer treatment_responsible deadline contributes informed".split()
)

_NUMBER = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?|[a-zA-Z][.)]|§\s*\d+[.:]?|Kapitel \d+[.:]?)\s+")
_PARTS = re.compile(r"[/,;:()\n]|\s[–-]\s|\b(?:og|eller|samt)\b", re.IGNORECASE)


class Label(NamedTuple):
    """What a heading or head means: a field's name or one of the names above."""

    name: str
    is_sure: bool = True


def heading(text: str) -> str:
    """What a heading means; empty for a heading of the agreement's own."""
    found = _headings().get(form(text))
    return found.name if found else ""


def is_common(text: str) -> bool:
    """Whether a heading is one that a section may have in any agreement."""
    return bool(heading(text)) or form(text) in _common()


def fact(text: str) -> str:
    """The field of the version, role, relation or derived fact that a label means; else empty."""
    found = _facts().get(form(text))
    return found.name if found else ""


def column(text: str) -> Label | None:
    """The field of a row that a column's head means; of «Frist/tidspunkt», what both words mean."""
    found = _columns().get(form(text))
    if found is not None:
        return found
    parts = [form(part) for part in _PARTS.split(text)]
    known = [label for part in parts if part and (label := _columns().get(part))]
    if len({label.name for label in known}) != 1:
        return None
    is_sure = len(known) == sum(map(bool, parts)) and any(label.is_sure for label in known)
    return Label(known[0].name, is_sure)


@cache
def _headings() -> dict[tuple[str, ...], Label]:
    own = {f.name: (f.label,) for f in VERSION_FIELDS if f.name in HEADINGS}
    return _table(own, HEADINGS, {BODY.name: (BODY.label,)})


@cache
def _common() -> frozenset[tuple[str, ...]]:
    return frozenset(form(text) for text in COMMON)


@cache
def _facts() -> dict[tuple[str, ...], Label]:
    own = {f.name: (f.label,) for f in VERSION_FIELDS if f.kind is not Kind.MARKDOWN}
    derived = {label: (label,) for label in DERIVED}
    relations = {kind: (label,) for kind, label in RELATION_LABELS.items()}
    return _table(own, derived, relations, FACTS)


@cache
def _columns() -> dict[tuple[str, ...], Label]:
    own = {f.name: (f.label,) for f in ROW_FIELDS}
    return _table(UNSURE_COLUMNS, is_sure=False) | _table(own, COLUMNS)


def _table(
    *names: Mapping[str, tuple[str, ...]], is_sure: bool = True
) -> dict[tuple[str, ...], Label]:
    """The meanings by their names' forms; of two with one form, the first."""
    found: dict[tuple[str, ...], Label] = {}
    for table in names:
        for meaning, texts in table.items():
            for text in texts:
                found.setdefault(form(text), Label(meaning, is_sure))
    return found


def form(text: str) -> tuple[str, ...]:
    """A heading's words without number, case, punctuation and endings."""
    return tuple(token.stem for token in tokenize(_NUMBER.sub("", text)))
