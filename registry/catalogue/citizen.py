"""The rows as they are told to the citizen whom they concern: sentences made from each
row by the patterns of `plain-words.yaml`. Pure.

Every sentence is one text of the row in plain words, or the row's actors put into a
fixed sentence. A text for which nobody has found plain words is told as it stands, and
never left out: a sentence must not say more than its row does.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registry.catalogue.contacts import Reach, reaches
from registry.catalogue.snapshot import Row, Snapshot
from registry.rules.fields import Scheme
from registry.unsaid import NOT_APPLICABLE, NOT_STATED, Saying, is_stated, saying_of

# Where in the pattern of a deed its actors stand, and the word between the last two;
# without one of them they stand first, with «og».
PLACES = {"{og}": "og", "{eller}": "eller"}
NOBODY_KNOWN = "Det er ikke oplyst, hvem der {deed}"
UNCONFIRMED = "Denne regel er ikke bekræftet."
# What a text without plain words is told as.
AS_WRITTEN = {
    "task": "har denne opgave: {text}",
    "situation": "Det gælder her: {text}",
    "deadline": "Fristen er: {text}",
    "does_not_apply_to": "Det gælder ikke for: {text}",
    "in_doubt": "Er der tvivl: {text}",
}
# Only in these a citizen is spoken of; what two authorities do between them is not.
OF_THE_READER = re.compile(
    r"\b(?:du|dig|din|dit|dine|jer|jeres|børn|barn\w*|unge?|forældre\w*|famili\w*"
    r"|pårørende|patient\w*|borger\w*|gravid\w*|ældre)\b",
    re.IGNORECASE,
)
CITIZENS = frozenset({"borger", "paaroerende"})


@dataclass(frozen=True)
class Telling:
    """One row told: its sentences, the first of which says who does what, and where
    they stand. `to_reader`: what is done is done to the reader, or by them.
    """

    row: Row
    sentences: tuple[str, ...]
    confirmed: bool
    to_reader: bool
    title: str

    @property
    def text(self) -> str:
        return " ".join(self.sentences)


@dataclass(frozen=True)
class Chapter:
    """One phase: what is done to the reader or by them, what others do between them,
    and whom to ask about the first.
    """

    key: str
    title: str
    told: tuple[Telling, ...]
    between: tuple[Telling, ...]
    asked: tuple[Reach, ...]

    @property
    def text(self) -> str:
        """All of its sentences, a line for each row."""
        return "\n".join(telling.text for telling in (*self.told, *self.between))


def chapters(
    snapshot: Snapshot, rows: Iterable[Row], municipality: str | None
) -> list[Chapter]:
    """The rows told by phase, in the order of the phases; a phase without rows is left
    out. Of one phase those of an agreement stand together, in its order.
    """
    phases: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda r: (r.agreement, r.snitflade.position)):
        phases.setdefault(row.snitflade.phase, []).append(row)
    known = list(snapshot.vocabulary.schemes[Scheme.PHASES])

    return [
        _chapter(snapshot, phase, phases[phase], municipality)
        for phase in known
        if phase in phases
    ]


def plain_label(snapshot: Snapshot, scheme: Scheme, key: str) -> str:
    """What a citizen is told in place of a label."""
    label = snapshot.label(scheme, key)
    return snapshot.vocabulary.plain(label) or label


def together(names: Sequence[str], word: str) -> str:
    """The names in one phrase, the word between the last two."""
    if len(names) == 1:
        return names[0]
    first = ", ".join(name.rstrip(",") for name in names[:-1])
    clause = "," if names[-2].endswith(",") else ""
    return f"{first}{clause} {word} {names[-1]}"


def telling_of(snapshot: Snapshot, row: Row) -> Telling:
    """The sentences of a row: who does what, when, on what condition, for whom not, who
    pays, what holds in doubt, and whether it is confirmed.
    """
    stored = row.snitflade
    pattern = _plain(snapshot, row, "task")
    told = [_deed(snapshot, pattern, stored.responsible)]
    told += [
        _sentence(_plain(snapshot, row, name))
        for name in ("deadline", "situation", "does_not_apply_to")
        if is_stated(getattr(stored, name))
    ]
    told += _payment(snapshot, stored.payer, told)
    told += [_sentence(_plain(snapshot, row, "in_doubt"))] * bool(stored.in_doubt)
    told += [UNCONFIRMED] * (not row.confirmed)

    return Telling(
        row=row,
        sentences=tuple(told),
        confirmed=row.confirmed,
        to_reader=bool(OF_THE_READER.search(pattern) or CITIZENS & {*_doers(row)}),
        title=snapshot.agreement(row.agreement).shown.version.title,
    )


def _chapter(
    snapshot: Snapshot, phase: str, rows: Sequence[Row], municipality: str | None
) -> Chapter:
    told = [telling_of(snapshot, row) for row in rows]
    mine = [telling for telling in told if telling.to_reader]

    return Chapter(
        key=phase,
        title=plain_label(snapshot, Scheme.PHASES, phase),
        told=tuple(mine),
        between=tuple(telling for telling in told if not telling.to_reader),
        asked=tuple(_asked(snapshot, mine, municipality)),
    )


def _asked(
    snapshot: Snapshot, told: Iterable[Telling], municipality: str | None
) -> list[Reach]:
    """Whom to ask about what is told: everybody who does some of it, each once."""
    asked = {
        reach.actor: reach
        for telling in told
        for reach in reaches(snapshot, telling.row, municipality)
        if "responsible" in reach.roles and reach.actor
    }
    return list(asked.values())


def _doers(row: Row) -> list[str]:
    return _stated(row.snitflade.responsible)


def _stated(actors: Iterable[str]) -> list[str]:
    return [actor for actor in actors if actor not in (NOT_STATED, NOT_APPLICABLE)]


def _plain(snapshot: Snapshot, row: Row, name: str) -> str:
    text = getattr(row.snitflade, name)
    plain = snapshot.vocabulary.plain(text)
    return plain or AS_WRITTEN[name].format(text=text)


def _deed(snapshot: Snapshot, pattern: str, actors: Iterable[str]) -> str:
    """Who does what: the pattern with its actors, or that nobody knows who they are."""
    place = next((place for place in PLACES if place in pattern), "")
    bare = pattern.replace(place, "").strip() if place else pattern
    doers = _stated(actors)
    if not doers:
        return _sentence(NOBODY_KNOWN.format(deed=bare))
    return _sentence(f"{_named(snapshot, doers, PLACES.get(place, 'og'))} {bare}")


def _payment(snapshot: Snapshot, payer: list[str], told: Iterable[str]) -> list[str]:
    """Who pays, where the row says so and nothing told of it does yet."""
    if saying_of(payer) != Saying.STATED or "betal" in " ".join(told).lower():
        return []
    payers = _stated(payer)
    alone = " selv" if payers == ["borger"] else ""
    return [_sentence(f"{_named(snapshot, payers, 'og')} betaler{alone}")]


def _named(snapshot: Snapshot, actors: Sequence[str], word: str) -> str:
    return together([plain_label(snapshot, Scheme.ACTORS, a) for a in actors], word)


def _sentence(text: str) -> str:
    text = text.strip()
    whole = text if text.endswith((".", "!", "?")) else f"{text}."
    return whole[:1].upper() + whole[1:]
