"""The cards of health agreements and of the national goals."""

import re

from registry.catalogue import addresses
from registry.catalogue.health_standing import health_standing
from registry.catalogue.snapshot import Snapshot
from registry.language.dates import last_before, whole_period
from registry.models import Choice, HealthAgreement
from registry.rules.fields import Scheme
from registry.search.cards.agreements import names_of_parties
from registry.search.cards.card import Card, CardDocument, evidence, facts
from registry.search.room import MOST_OF_PERIOD

ORDINALS = ("første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende")
ALL_GOALS = "alle"
_UNCONFIRMED = "ikke bekræftet"


def health_agreement_documents(snapshot: Snapshot) -> list[CardDocument]:
    """Every health agreement, oldest first: the order gives its generation."""
    oldest_first = sorted(
        snapshot.health_agreements.values(), key=lambda h: h.period_start
    )
    before, after = [None, *oldest_first], [*oldest_first[1:], None]
    return [
        _health(snapshot, one, at + 1, before=before[at], after=after[at])
        for at, one in enumerate(oldest_first)
    ]


def goal_documents(snapshot: Snapshot) -> list[CardDocument]:
    """Every national goal, and all of them on one card."""
    goals = list(snapshot.vocabulary.schemes[Scheme.GOALS].values())
    if not goals:
        return []

    each = [_goal(snapshot, goal, at) for at, goal in enumerate(goals, 1)]
    overview = Card(
        kind="goal",
        title="De nationale mål",
        facts=facts(*((f"Mål {at}", g.label) for at, g in enumerate(goals, 1))),
        source="; ".join(dict.fromkeys(goal.source for goal in goals)),
        url=addresses.goal(snapshot),
    )
    return [*each, CardDocument(ALL_GOALS, overview, (), ALL_GOALS)]


def _health(
    snapshot: Snapshot,
    one: HealthAgreement,
    at: int,
    *,
    before: HealthAgreement | None,
    after: HealthAgreement | None,
) -> CardDocument:
    """Its card, known by its years and its generation, and what stood in its place
    `before` and `after`.
    """
    standing = health_standing(snapshot, one)
    state = ". ".join(said.rstrip(".") for said in standing if said)
    focus = [snapshot.label(Scheme.FOCUS_AREAS, key) for key in one.focus_areas]
    goals = [snapshot.label(Scheme.GOALS, key) for key in one.goals]
    period = whole_period(one.period_start, one.period_end, one.date_precision)

    card = Card(
        kind="health-agreement",
        title=one.title,
        facts=facts(
            ("Status på datoen", state),
            ("Periode", period),
            ("Om perioden", one.period_note),
            ("Den før", before.title if before else ""),
            ("Den efter", after.title if after else ""),
            ("Fokusområder", "; ".join(focus)),
            ("Nationale mål", "; ".join(goals)),
            (
                "Parter",
                names_of_parties(snapshot, one.parties, MOST_OF_PERIOD),
            ),
            ("Om parterne", one.parties_note),
            ("Godkendt af", one.approved_by),
            ("Bemærkning", one.status_note),
            evidence(one.confirmed),
        ),
        source="; ".join(one.source),
        url=addresses.health_agreement(snapshot, one.slug),
    )

    return CardDocument(
        one.slug,
        card,
        tuple(_generation(at)),
        standing.word,
        about=one.title,
        besides=one.status_note,
        years=_years(one),
    )


def _years(one: HealthAgreement) -> frozenset[str]:
    last = last_before(one.period_end).year
    return frozenset(map(str, range(one.period_start.year, last + 1)))


def _generation(at: int) -> list[str]:
    word = ORDINALS[at - 1] if at <= len(ORDINALS) else ""
    names = [f"{word} generation", f"{word} sundhedsaftale"] if word else []
    return [f"{at} generation", f"{at} sundhedsaftale", *names]


def _goal(snapshot: Snapshot, goal: Choice, at: int) -> CardDocument:
    card = Card(
        kind="goal",
        title=f"Nationalt mål {at}: {goal.label}",
        facts=facts(
            ("Måles ved", _indicators(goal.description)),
            evidence(_UNCONFIRMED not in goal.description),
        ),
        source=goal.source,
        url=addresses.goal(snapshot, goal.key),
    )

    return CardDocument(
        goal.key,
        card,
        (goal.label, f"mål {at}", f"mål nr {at}", f"mål nummer {at}", f"{at} mål"),
        about=f"{goal.label} {goal.description}",
    )


def _indicators(description: str) -> str:
    return re.sub(r"^Indikatorer: ", "", description)
