"""Cases as files give them: a date, agreements, rows, and what they are held against.

What cannot be read is refused in Danish, with the field and its place.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from registry.language.deadlines import Deadline
from registry.models import NOT_APPLICABLE, NOT_STATED
from registry.rules.cases.standing import (
    Around,
    CaseVersion,
    Decision,
    Party,
    answering_on,
)
from registry.rules.cases.vocabulary import OUTSIDE, CaseVocabulary, as_parties
from registry.rules.cases.written import Written, written
from registry.rules.coherence.rows import (
    COMPARED,
    DEADLINE,
    NOBODY,
    Answering,
    Names,
    Row,
    Yardstick,
    stated_actors,
)
from registry.rules.coherence.wording import situation_words, stated_deadline
from registry.rules.kinds import is_statutory
from registry.rules.status import Period, VersionFacts
from registry.unsaid import NOT_STATED_IN_WORDS, is_stated

EVERYBODY = "alle"
FORMAL = "formal"
ROLES = (FORMAL, "agreeing", "bound_by_law")
# What a file may say in an actor's place, as rows say it here.
ANSWERS = {"ikke relevant": NOT_APPLICABLE, NOT_STATED_IN_WORDS: NOT_STATED}
# A health agreement's period may be named as an organisation's is, or an agreement's.
PERIOD = (
    ("valid_from", "in_force_from", "period_start", "from"),
    ("valid_to", "in_force_to", "period_end", "term_to", "to"),
)
DECISIONS = {
    "videreføres": "viderefoeres",
    "ophører": "ophoerer",
    "afklares": "afklares",
}


@dataclass(frozen=True)
class Case:
    """One case, ready to be looked through; `later`: what answers on its second
    date.
    """

    id: str
    on: Answering
    later: Answering | None
    yardstick: Yardstick


def read_case(document: Any, place: str, vocabulary: CaseVocabulary) -> Case:
    """One case of a file; `place`: what it is called until it says its id. Raises
    BadInput.
    """
    first = written(document, place)
    name = first.text("id")
    case = replace(first, place=f"Sag «{name}», ")

    around = _around(case)
    versions = [
        _version(item, vocabulary, around)
        for item in case.objects("agreements", needed=True)
    ]
    rows = _rows(case, versions, vocabulary)
    on, later = case.day("date"), case.day_or_none("date2")

    return Case(
        name,
        answering_on(on, versions, rows, around),
        answering_on(later, versions, rows, around) if later else None,
        _yardstick(case, vocabulary, versions, around),
    )


def _version(item: Written, vocabulary: CaseVocabulary, around: Around) -> CaseVersion:
    parties = tuple(_party(party) for party in item.objects("parties"))
    named = frozenset(_places(item, "municipalities"))
    kind = item.text("kind")

    return CaseVersion(
        slug=item.text("slug"),
        kind=kind,
        facts=VersionFacts(
            number=item.number("version"),
            in_force_from=item.day("in_force_from"),
            in_force_until=item.day_or_none("term_to"),
            made_under=item.text_or_none("made_under") or None,
            formal_parties=frozenset(party.name for party in parties if party.formal),
            replaces=frozenset(item.texts("replaces")),
            statutory=is_statutory(kind),
        ),
        ends=item.day_or_none("in_force_to"),
        parents=frozenset(item.texts("supplements")),
        parties=parties,
        municipalities=vocabulary.by_name & {party.name for party in parties},
        places=vocabulary.municipalities_of({*named, *_places(item, "planning_areas")})
        or _whole_region(parties, vocabulary, around),
        named_places=as_parties(named),
        economics=is_stated(item.text_or_none("economics")),
    )


def _party(item: Written) -> Party:
    role = item.text("role")
    if role not in ROLES:
        item.refuse("role", f"kan være {', '.join(ROLES)}")
    return Party(item.text("name"), item.text("sector"), role == FORMAL)


def _whole_region(
    parties: Iterable[Party], vocabulary: CaseVocabulary, around: Around
) -> Names:
    """The municipalities of the planning areas; with a party that came of several
    organisations, those outside too, for it reaches further than they did.
    """
    took_over = Counter(chain.from_iterable(around.successors.values()))
    merged = any(took_over[party.name] > 1 for party in parties)
    home = NOBODY.union(*vocabulary.areas.values())
    return home | vocabulary.others if merged else home


def _rows(
    case: Written, versions: Iterable[CaseVersion], vocabulary: CaseVocabulary
) -> dict[tuple[str, int], list[Row]]:
    """The rows by agreement and number of their version."""
    of = {(version.slug, version.facts.number): version for version in versions}
    by_place: dict[tuple[str, int], list[Row]] = defaultdict(list)
    seen: set[str] = set()

    for item in case.objects("rows", needed=True):
        place = item.text("agreement"), item.number("version")
        if place not in of:
            item.refuse("agreement", f"sagen har ingen «{place[0]}» version {place[1]}")
        row = _row(item, of[place], vocabulary)
        if row.id in seen:
            item.refuse("id", f"«{row.id}» står der to gange")
        seen.add(row.id)
        by_place[place].append(row)
    return by_place


def _row(item: Written, version: CaseVersion, vocabulary: CaseVocabulary) -> Row:
    named = _places(item, "geography")
    places = vocabulary.municipalities_of(named)

    return Row(
        id=item.text("id"),
        agreement=version.slug,
        key=item.text("key"),
        task_key=item.text_or_none("task_key"),
        situation=situation_words(item.text_or_none("situation")),
        phase=item.text_or_none("phase"),
        target_groups=_groups(item.texts("target_group")),
        places=(places & version.places) or places or version.places,
        answers=tuple(_answer(item, name) for name in COMPARED),
        named_places=as_parties(set(named) - vocabulary.areas.keys())
        or version.named_places,
        economics=version.economics,
    )


def _places(item: Written, name: str) -> Sequence[str]:
    """The places that a field names; none where it says that it holds in all of the
    area.
    """
    named = item.texts(name)
    return () if any(_is_everybody(place) for place in named) else named


def _groups(names: Iterable[str]) -> Names:
    groups = frozenset(names)
    return NOBODY if any(map(_is_everybody, groups)) else groups


def _is_everybody(name: str) -> bool:
    return name.strip().casefold() == EVERYBODY


def _asked(groups: Names) -> Names:
    """The target groups over which a task may be lacking. Everybody is one where no
    other is asked of.
    """
    return groups - {EVERYBODY} or groups


def _region(universe: Written, vocabulary: CaseVocabulary) -> Names:
    """The municipalities over which a task may be lacking: those named, or all."""
    named = universe.texts("municipalities")
    if any(map(_is_everybody, named)):
        return NOBODY.union(*vocabulary.areas.values())
    return frozenset(named)


def _answer(item: Written, name: str) -> Hashable:
    outside = OUTSIDE.get(name, name)
    if name == DEADLINE:
        return stated_deadline(Deadline(item.text_or_none(outside), None, "", "", ""))
    return stated_actors(ANSWERS.get(actor, actor) for actor in item.texts(outside))


def _around(case: Written) -> Around:
    registry = list(case.objects("party_registry"))
    periods = dict(filter(None, map(_period, case.objects("health_agreements"))))

    return Around(
        periods=periods,
        ceased={
            item.text("name"): day
            for item in registry
            if (day := item.day_or_none("valid_to"))
        },
        successors={
            item.text("name"): frozenset(item.texts("successors")) for item in registry
        },
        decisions=[_decision(item, periods) for item in case.objects("continuations")],
    )


def _decision(item: Written, periods: Mapping[str, Period]) -> Decision:
    made_for = item.text_or_none("health_agreement")
    decision = item.text("decision")
    if decision not in DECISIONS:
        item.refuse("decision", f"kan være {', '.join(DECISIONS)}")

    return Decision(
        item.text("agreement"),
        made_for if made_for in periods else "",
        DECISIONS[decision],
        item.day("date"),
    )


def _yardstick(
    case: Written,
    vocabulary: CaseVocabulary,
    versions: Iterable[CaseVersion],
    around: Around,
) -> Yardstick:
    own = vocabulary.yardstick
    universe = case.within("universe")
    parties = {party.name for version in versions for party in version.parties}

    return replace(
        own,
        sectors={**own.sectors, **case.within("actors").all_texts()},
        organisations=frozenset(parties | around.successors.keys()),
        groups=_asked(frozenset(universe.texts("target_groups"))),
        municipalities=_region(universe, vocabulary),
    )


def _period(item: Written) -> tuple[str, Period] | None:
    """A health agreement's name and period, where it has both ends."""
    start, end = (
        next(filter(None, map(item.day_or_none, names)), None) for names in PERIOD
    )
    name = item.text_or_none("slug") or item.text_or_none("name")
    return (name, Period(start, end)) if name and start and end else None
