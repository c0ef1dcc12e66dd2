"""What an agreement's own sentences say of its dates and parties: proposed to whoever
fills the draft in, and never set by itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.catalogue.snapshot import Snapshot
from registry.intake.facts import DATE
from registry.intake.naming import Names
from registry.language.dates import end_after, read_date
from registry.rules.fields import BODY, THREE_FIELDS, Scheme
from registry.rules.party_roles import FORMAL
from registry.suggest.sentences import sentences

PARTIES = f"parties:{FORMAL}"
FEWEST_PARTIES = 2
_AGREEMENT = r"\b(?:aftale|samarbejdsaftale|tillægsaftale|forløbsprogram|udgave)\w*\b"
# Which field a date is of, by the words that stand right before it.
_BEFORE = {
    "in_force_from": r"(?:træder\s+i\s+kraft|gælder|er\s+gældende|har\s+virkning)"
    r"(?:\s+fra(?:\s+og\s+med)?)?(?:\s+den)?",
    "in_force_until": r"(?:til\s+og\s+med|t\.o\.m\.)(?:\s+den)?",
    "review_on": r"(?:gennemgå|revider|evaluer|genforhandl)\w*(?:\s+\w+){0,2}"
    r"\s+senest(?:\s+den)?",
}
_DATED = {
    name: re.compile(rf"\b{words}\s+(?P<day>{DATE.pattern})", re.IGNORECASE)
    for name, words in _BEFORE.items()
}
_IS_OF_AGREEMENT = re.compile(_AGREEMENT, re.IGNORECASE)
_BETWEEN = re.compile(rf"{_AGREEMENT}[^.]*?\bmellem\s+(?P<who>[^.;:]+)", re.IGNORECASE)
_LATER_TEXT = re.compile(r"\b(?:der|som|om|vedrørende|hvor|indgås)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """What a sentence says of a field: the value to be taken over, and the sentence."""

    value: Any
    sentence: str


def said_in_text(snapshot: Snapshot, values: Mapping[str, Any]) -> dict[str, Said]:
    """What the text says of fields that are empty, by the field's name in the form.
    Where two sentences say different things, nothing is proposed.
    """
    texts = [values[field.name] for field in (*THREE_FIELDS, BODY)]
    spoken = [
        one.text for text in (values["summary"], *texts) for one in sentences(text)
    ]

    by_field: dict[str, list[Said]] = {}
    for sentence in spoken:
        for name, value in (*_dates(sentence), *_parties(snapshot, sentence)):
            if all(said.value != value for said in by_field.setdefault(name, [])):
                by_field[name].append(Said(value, sentence))
    return {
        name: said[0]
        for name, said in by_field.items()
        if len(said) == 1 and _is_empty(values, name)
    }


def with_taken_over(
    snapshot: Snapshot, values: Mapping[str, Any], wanted: Iterable[str]
) -> dict[str, Any]:
    """The values of a version's form with what its writer took over of the text's own
    words; what they wrote themselves stands.
    """
    taken = dict(values)
    names = frozenset(wanted)
    said = said_in_text(snapshot, values) if names else {}

    for name in names & said.keys():
        if name == PARTIES:
            taken["parties"] = {**values["parties"], FORMAL: said[name].value}
        else:
            taken[name] = said[name].value

    return taken


def _dates(sentence: str) -> Iterator[tuple[str, date]]:
    if not _IS_OF_AGREEMENT.search(sentence):
        return
    for name, pattern in _DATED.items():
        days = {read_date(match["day"]) for match in pattern.finditer(sentence)}
        day = days.pop() if len(days) == 1 else None
        if day:
            yield name, end_after(day) if name == "in_force_until" else day


def _parties(
    snapshot: Snapshot, sentence: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    between = _BETWEEN.search(sentence)
    if not between:
        return
    who = _LATER_TEXT.split(between["who"])[0]
    keys = Names(snapshot).find(Scheme.ORGANISATIONS, who).keys
    if len(keys) >= FEWEST_PARTIES:
        yield PARTIES, tuple(dict.fromkeys(keys))


def _is_empty(values: Mapping[str, Any], name: str) -> bool:
    """Nothing is proposed in place of what stands."""
    if name == PARTIES:
        return not values["parties"].get(FORMAL)
    return values[name] is None
