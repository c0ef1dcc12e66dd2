"""A row as it is told to a citizen, and the order in which the rows of a phase are
told: what is sure before what is not, and what holds for some only in a part of its
own, last. Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from registry.catalogue.snapshot import Row
from registry.rules.citizens import Business, Part, part_of, subject_of

# Said before anything that could make a reader wait.
RING = "Er det livsfarligt, så ring 112 med det samme."
JUST_BEFORE = "lige før"


@dataclass(frozen=True)
class Telling:
    """One row told: its sentences, the first of which says on what condition who does
    what, and where they stand. `business`: what it is about where it is not the
    citizen's. `part`: where those stand for whom alone it holds; None where it holds
    for all that the page is for.
    """

    row: Row
    sentences: tuple[str, ...]
    confirmed: bool
    business: Business | None
    title: str
    part: Part | None = None

    @property
    def to_reader(self) -> bool:
        """Whether it happens to the citizen, or is done for them or by them."""
        return self.business is None

    @property
    def text(self) -> str:
        return " ".join(self.sentences)


def by_phase(
    told: Iterable[Telling], group: str, titles: Mapping[str, str]
) -> dict[str, list[Telling]]:
    """The citizen's own by phase, on the page of a group. `titles`: the phases', in
    their order. What is not sure stands behind what is sure of the same subject, and
    says where that stands.
    """
    phases: dict[str, list[Telling]] = {}
    for telling in told:
        if telling.to_reader:
            part = part_of(telling.row.snitflade.target_groups, group)
            here = phases.setdefault(telling.row.snitflade.phase, [])
            here.append(replace(telling, part=part))

    ordered = {phase: _ordered(here) for phase, here in phases.items()}
    where = _surely_told(ordered, titles)
    return {
        phase: [_referred(telling, where) for telling in here]
        for phase, here in ordered.items()
    }


def headed(told: Iterable[Telling]) -> list[tuple[str, Telling]]:
    """Each with the heading that it begins; empty where one before it has begun it."""
    listed: list[tuple[str, Telling]] = []
    last: Part | None = None
    for telling in told:
        begins = telling.part if telling.part != last else None
        listed.append((begins.heading if begins else "", telling))
        last = telling.part
    return listed


def _ordered(told: Sequence[Telling]) -> list[Telling]:
    firsts: dict[tuple[str, str], int] = {}
    for at, telling in enumerate(told):
        firsts.setdefault(_subject(telling), at)

    def place(telling: Telling) -> tuple[int, int, bool]:
        return (
            telling.part.place if telling.part else -1,
            firsts[_subject(telling)],
            not telling.confirmed,
        )

    return sorted(told, key=place)


def _subject(telling: Telling) -> tuple[str, str]:
    """What it is about: only rows of one agreement are held against each other."""
    return telling.row.agreement, subject_of(telling.row.snitflade.task_key)


def _surely_told(
    phases: Mapping[str, Sequence[Telling]], titles: Mapping[str, str]
) -> dict[tuple[str, str], dict[str, str]]:
    """In which phases a subject is told surely, by the title of each."""
    where: dict[tuple[str, str], dict[str, str]] = {}
    for phase, title in titles.items():
        for telling in phases.get(phase, ()):
            if telling.confirmed:
                where.setdefault(_subject(telling), {})[phase] = title
    return where


def _referred(
    telling: Telling, where: Mapping[tuple[str, str], Mapping[str, str]]
) -> Telling:
    """What is not sure, with where the sure stands, if it does anywhere. What is urgent
    sends nobody to read on.
    """
    phase, sure = telling.row.snitflade.phase, where.get(_subject(telling), {})
    if telling.confirmed or RING in telling.sentences or not sure:
        return telling
    places = [JUST_BEFORE] * (phase in sure)
    places += [f"under «{title}»" for other, title in sure.items() if other != phase]
    said = f"Det, der er sikkert om samme emne, står {' og '.join(places)}."
    return replace(telling, sentences=(*telling.sentences, said))
