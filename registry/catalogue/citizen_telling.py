"""A row as it is told to a citizen, and the order in which the rows of a phase are
told: what is sure before what is not, what is said of the same patient together, and
what holds for some only in a part of its own, last. Pure.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from registry.catalogue.citizen_deed import Deed
from registry.catalogue.snapshot import Row
from registry.rules.citizens import Business, PagePart, part_of, subject_of

# Said before anything that could make a reader wait.
RING = "Er det livsfarligt, så ring 112 med det samme."
# Said where a rule is a no to one kind of help, which a reader may take for any.
HELP_NOW = (
    "Haster det, så ring til din egen læge eller til Akuttelefonen 1813. Er det "
    "livsfarligt, så ring 112."
)
JUST_BEFORE, ABOVE = "lige før", "længere oppe"
SURE_STANDS = "Det, der er sikkert om samme emne, står {places}."


@dataclass(frozen=True)
class Telling:
    """One row told: its sentences, the first of which is its deed, on what condition
    who does what, and where they stand. `business`: what it is about where it is not
    the citizen's. `part`: where those stand for whom alone it holds; None where it
    holds for all that the page is for. `contradicted_in`: the unsettled overlap in
    which another agreement says otherwise; empty where none does.
    """

    row: Row
    deed: Deed
    sentences: tuple[str, ...]
    confirmed: bool
    business: Business | None
    title: str
    part: PagePart | None = None
    contradicted_in: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether it is confirmed, and no other agreement says otherwise."""
        return self.confirmed and not self.contradicted_in

    @property
    def to_reader(self) -> bool:
        """Whether it happens to the citizen, or is done for them or by them."""
        return self.business is None

    @property
    def text(self) -> str:
        """All that it says, as it is read."""
        return " ".join(self.sentences)

    @property
    def subject(self) -> tuple[str, str]:
        """What it is about: only rows of one agreement are held against each other."""
        return self.row.agreement, subject_of(self.row.snitflade.task_key)


Place = tuple[str, PagePart | None]


def by_phase(
    tellings: Iterable[Telling], group: str, titles: Mapping[str, str]
) -> dict[str, list[Telling]]:
    """The citizen's own by phase, on the page of a group. `titles`: the phases', in
    their order. What is not sure stands behind what is sure of the same subject, and
    says where that stands.
    """
    phases: dict[str, list[Telling]] = {}
    for telling in tellings:
        if telling.to_reader:
            row, deed = telling.row.snitflade, telling.sentences[0]
            part = part_of(row.target_groups, group, deed, row.applies_in)
            here = phases.setdefault(row.phase, [])
            here.append(replace(telling, part=part))

    ordered = {
        phase: _gathered(_ordered(phases[phase])) for phase in titles if phase in phases
    }
    sure = _sure_places(ordered)
    return {
        phase: [
            _referred(telling, before, sure, titles)
            for before, telling in zip([None, *here], here, strict=False)
        ]
        for phase, here in ordered.items()
    }


def headed(tellings: Iterable[Telling]) -> list[tuple[str, Telling]]:
    """Each with the heading that it begins; empty where one before it has begun it."""
    listed: list[tuple[str, Telling]] = []
    last: PagePart | None = None
    for telling in tellings:
        begins = telling.part if telling.part != last else None
        listed.append((begins.heading if begins else "", telling))
        last = telling.part
    return listed


def alike(tellings: Sequence[Telling]) -> list[tuple[object, ...]]:
    """For each of a phase, what is the same of those that can be told as one: they hold
    for the same, they are equally sure, and either they say the same of who does what,
    or the same do them on the same condition.
    """
    said = Counter(telling.sentences[0] for telling in tellings)
    return [_likeness(telling, said[telling.sentences[0]] > 1) for telling in tellings]


def _likeness(telling: Telling, is_repeated: bool) -> tuple[object, ...]:
    deed = telling.deed
    own: object = telling.sentences[0]
    if deed.leads and not is_repeated:
        own = telling.row.agreement, deed.condition, deed.who
    return telling.part, telling.is_sure, RING in telling.sentences, own


def _ordered(tellings: Sequence[Telling]) -> list[Telling]:
    firsts: dict[tuple[str, str], int] = {}
    for at, telling in enumerate(tellings):
        firsts.setdefault(telling.subject, at)

    def place(telling: Telling) -> tuple[int, int, bool]:
        return (
            telling.part.place if telling.part else -1,
            firsts[telling.subject],
            not telling.is_sure,
        )

    return sorted(tellings, key=place)


def _gathered(tellings: Sequence[Telling]) -> list[Telling]:
    """Those that can be told as one together, where the first of them stands. What is
    not equally sure as another of its subject stays beside that one.
    """
    mixed = Counter(
        subject for subject, _ in {(t.subject, t.is_sure) for t in tellings}
    )
    firsts: dict[object, int] = {}
    places = []
    for at, (telling, likeness) in enumerate(
        zip(tellings, alike(tellings), strict=True)
    ):
        key = likeness if mixed[telling.subject] == 1 else at
        places.append(firsts.setdefault(key, at))

    order = sorted(range(len(tellings)), key=lambda at: (places[at], at))
    return [tellings[at] for at in order]


def _sure_places(
    phases: Mapping[str, Sequence[Telling]],
) -> dict[tuple[str, str], list[Place]]:
    """In which phases, and for whom there, a subject is told surely."""
    sure: dict[tuple[str, str], list[Place]] = {}
    for phase, here in phases.items():
        for telling in here:
            if telling.is_sure:
                sure.setdefault(telling.subject, []).append((phase, telling.part))
    return sure


def _referred(
    telling: Telling,
    before: Telling | None,
    sure: Mapping[tuple[str, str], Sequence[Place]],
    titles: Mapping[str, str],
) -> Telling:
    """What is not sure, with where the sure stands, if it does anywhere for the same
    readers. What is urgent sends nobody to read on. `before`: what stands just before.
    """
    if telling.is_sure or RING in telling.sentences:
        return telling

    own = telling.row.snitflade.phase
    phases = dict.fromkeys(
        phase
        for phase, part in sure.get(telling.subject, ())
        if part in (None, telling.part)
    )
    places = [_near(telling, before)] if own in phases else []
    places += [f"under «{titles[phase]}»" for phase in phases if phase != own]
    if not places:
        return telling

    said = SURE_STANDS.format(places=" og ".join(places))
    return replace(telling, sentences=(*telling.sentences, said))


def _near(telling: Telling, before: Telling | None) -> str:
    is_beside = (
        before is not None
        and before.is_sure
        and (before.subject, before.part) == (telling.subject, telling.part)
    )
    return JUST_BEFORE if is_beside else ABOVE
