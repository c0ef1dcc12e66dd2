"""The status of agreements, told day by day from the words of the design, section 3.

It walks through history as a secretary would with a diary: each morning what happens
that day is written into the ledgers, and only then is each agreement judged. It shares
the facts' classes with registry.rules.status, and nothing else. Slow on purpose.

Where the words leave a choice, these readings hold:
- Replaced is replaced: what took an agreement's place keeps it, also when it ends
itself or is
  replaced; but only while the version of it that is shown says so. An agreement that
  had ended when its time to begin came was never in force, and takes no one's place.
- The record that decides what becomes of an agreement after a formal party has ceased
is a
  continuation with effect from that day or later, for the health agreement of the date.
- Where periods overlap, the one that began last holds the date.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from registry.rules.status import ContinuationFacts, Status, VersionFacts, World

ONE_DAY = timedelta(days=1)
DECIDED = {
    "viderefoeres": Status.CONTINUED,
    "ophoerer": Status.ENDED,
    "afklares": Status.UNSETTLED,
}


@dataclass(frozen=True)
class Verdict:
    """What the diary says of one agreement on one day; `replaced` is by whom and since
    when.
    """

    status: Status
    version: int | None
    replaced: tuple[str, date] | None = None


@dataclass
class Decision:
    """A continuation in effect, and the organisations that had ceased when it took
    effect.
    """

    word: str
    known_gone: frozenset[str]


@dataclass
class Ledger:
    """What has happened to one agreement until now."""

    text: VersionFacts | None = None
    ended: bool = False
    decisions: dict[str, Decision] = field(default_factory=dict)
    # Who holds its place, and since when.
    place_taken: dict[str, date] = field(default_factory=dict)


class Diary:
    """The state of the world on one day; `live` moves it on to the next."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.ledgers = {slug: Ledger() for slug in world.agreements}
        self.gone: set[str] = set()
        self.over: set[str] = set()
        self.running: list[str] = []
        self.happens = _by_day(world)

    def live(self, today: date) -> None:
        """Write down all that happens on the day."""
        for kind, about, what in sorted(
            self.happens[today], key=lambda entry: _ORDER[entry[0]]
        ):
            getattr(self, f"_{kind}")(about, what)
        for slug, ledger in self.ledgers.items():
            for other, replacing in self.ledgers.items():
                self._settle_place(ledger, slug, other, replacing, today)

    def judge(self, slug: str, today: date) -> Verdict:
        """The first of the design's rules that matches."""
        ledger = self.ledgers[slug]
        number = ledger.text.number if ledger.text else None
        if ledger.ended:
            return Verdict(Status.ENDED, number)
        if ledger.place_taken:
            by, since = min(
                ledger.place_taken.items(), key=lambda taken: (taken[1], taken[0])
            )
            return Verdict(Status.REPLACED, number, (by, since))
        if ledger.text is None:
            return Verdict(Status.COMING, None)
        if ledger.text.statutory:
            until = ledger.text.in_force_until
            lapsed = until is not None and today >= until
            return Verdict(Status.ENDED if lapsed else Status.IN_FORCE, number)
        decision = ledger.decisions.get(self.running[-1]) if self.running else None
        parties_gone = ledger.text.formal_parties & self.gone
        if parties_gone:
            decides = decision and parties_gone <= decision.known_gone
            return Verdict(
                DECIDED[decision.word] if decides else Status.UNSETTLED, number
            )
        if not self._period_is_over(ledger.text, today):
            return Verdict(Status.IN_FORCE, number)
        return Verdict(DECIDED[decision.word] if decision else Status.UNSETTLED, number)

    def _period_is_over(self, text: VersionFacts, today: date) -> bool:
        if text.in_force_until is not None:
            return today >= text.in_force_until
        return text.made_under in self.over

    def _settle_place(
        self, ledger: Ledger, slug: str, other: str, replacing: Ledger, today: date
    ) -> None:
        says_so = replacing.text is not None and slug in replacing.text.replaces
        if not says_so:
            ledger.place_taken.pop(other, None)
        elif other not in ledger.place_taken and not replacing.ended:
            ledger.place_taken[other] = today

    def _closes(self, period: str, _: None) -> None:
        self.over.add(period)
        if period in self.running:
            self.running.remove(period)

    def _opens(self, period: str, _: None) -> None:
        self.running.append(period)

    def _ceases(self, organisation: str, _: None) -> None:
        self.gone.add(organisation)

    def _decided(self, slug: str, what: ContinuationFacts) -> None:
        decision = Decision(what.decision, frozenset(self.gone))
        self.ledgers[slug].decisions[what.health_agreement] = decision

    def _ends(self, slug: str, _: None) -> None:
        self.ledgers[slug].ended = True

    def _begins(self, slug: str, version: VersionFacts) -> None:
        shown = self.ledgers[slug].text
        if shown is None or version.number > shown.number:
            self.ledgers[slug].text = version


# A decision of the same day as a cessation was made with it in mind, so it is written
# down after.
_ORDER = {
    kind: at for at, kind in enumerate(("closes", "opens", "ceases", "decided", "ends"))
}
_ORDER["begins"] = len(_ORDER)


def _by_day(world: World) -> Mapping[date, list[tuple[str, str, object]]]:
    happens: dict[date, list[tuple[str, str, object]]] = defaultdict(list)
    for name, period in world.periods.items():
        happens[period.start].append(("opens", name, None))
        happens[period.end].append(("closes", name, None))
    for organisation, day in world.ceased.items():
        happens[day].append(("ceases", organisation, None))
    for slug, facts in world.agreements.items():
        for version in facts.versions:
            happens[version.in_force_from].append(("begins", slug, version))
        for day in facts.endings:
            happens[day].append(("ends", slug, None))
        for decision in sorted(
            facts.continuations, key=lambda decision: decision.order
        ):
            happens[decision.effective_on].append(("decided", slug, decision))
    return happens


def history(
    world: World, first: date, last: date
) -> Iterator[tuple[date, dict[str, Verdict]]]:
    """Each day from first to last with the verdict on every agreement.

    `first` is a day before anything happens.
    """
    diary = Diary(world)
    today = first
    while today <= last:
        diary.live(today)
        yield today, {slug: diary.judge(slug, today) for slug in world.agreements}
        today += ONE_DAY
