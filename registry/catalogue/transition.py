"""What changes in the catalogue between two dates: agreements, parties and rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from registry.catalogue.coherence import answering, yardstick
from registry.catalogue.moves import Move, moves_between
from registry.catalogue.on_date import days_of_change, on_date
from registry.catalogue.snapshot import Row, ShownAgreement, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.models import Organisation, Succession
from registry.rules.coherence.duty import Orphan, orphans
from registry.rules.coherence.transfer import TRANSFER_FIELDS
from registry.rules.status import ANSWERING, Cause, Status

# How long before a change it is told of on what it touches.
NOTICE = timedelta(days=90)


@dataclass(frozen=True, eq=False)
class Turned:
    """An agreement before and after."""

    before: ShownAgreement
    after: ShownAgreement


@dataclass(frozen=True, eq=False)
class Transition:
    """Two dates and what differs. `stays`: rows of a task that moves, which hold on
    both dates. `gone`, `come`: rows that hold on one date only, and of which nothing
    moved; `changed`: the same row with others in a field. `varies`: rows of the later
    date that hold for some councils only, or differ on who runs a task that moved.
    """

    before: Snapshot
    after: Snapshot
    ceased: tuple[Organisation, ...]
    begun: tuple[Organisation, ...]
    successions: tuple[Succession, ...]
    turned: tuple[Turned, ...]
    unchanged: int
    moves: tuple[Move, ...]
    stays: tuple[Row, ...]
    gone: tuple[Row, ...]
    come: tuple[Row, ...]
    changed: tuple[tuple[Row, Row], ...]
    varies: tuple[Row, ...]
    orphans: tuple[Orphan, ...]
    unsettled: tuple[ShownAgreement, ...]


@dataclass(frozen=True)
class Coming:
    """A day to come on which an agreement changes. `status`: what it will be."""

    day: date
    status: Status
    was: Status
    moves: bool

    @property
    def eve(self) -> date:
        """The last day before it."""
        return self.day - timedelta(days=1)


def transition(snapshot: Snapshot, since: date, until: date) -> Transition:
    """What differs between the dates, by what was recorded when the snapshot was
    taken.
    """
    before, after = on_date(snapshot, since), on_date(snapshot, until)
    moves = moves_between(before, after)
    olds, news = _holding(before), _holding(after)
    moved = {row.id for move in moves for row in (move.before, move.after)}
    tasks = {move.after.task_key for move in moves}
    turned = list(_turned(before, after))

    return Transition(
        before=before,
        after=after,
        ceased=tuple(_between(snapshot, "valid_to", since, until)),
        begun=tuple(_between(snapshot, "valid_from", since, until)),
        successions=tuple(_successions(snapshot, since, until)),
        turned=tuple(turned),
        unchanged=sum(a.answers for a in before.agreements.values())
        - sum(turn.before.answers for turn in turned),
        moves=tuple(moves),
        stays=tuple(
            news[name] for name in news if name in olds and news[name].task_key in tasks
        ),
        gone=tuple(olds[n] for n in olds if n not in news and n not in moved),
        come=tuple(news[n] for n in news if n not in olds and n not in moved),
        changed=tuple(
            (olds[n], news[n])
            for n in olds
            if n in news and n not in moved and _differs(olds[n], news[n])
        ),
        varies=tuple(_varying(after, news.values(), moves)),
        orphans=tuple(orphans(answering(after), yardstick(after))),
        unsettled=tuple(
            a for a in after.sorted_agreements() if a.status.status is Status.UNSETTLED
        ),
    )


@kept_with_snapshot
def next_change(snapshot: Snapshot) -> date | None:
    """The first day to come on which anything changes."""
    days = (day for day in days_of_change(snapshot) if day > snapshot.moment.pr)
    return next(days, None)


@kept_with_snapshot
def coming_changes(snapshot: Snapshot) -> dict[str, Coming]:
    """The next change of each agreement that answers today and is touched by one
    within the notice.
    """
    today = snapshot.moment.pr
    coming: dict[str, Coming] = {}
    for day in days_of_change(snapshot):
        if not today < day <= today + NOTICE:
            continue
        eve = on_date(snapshot, day - timedelta(days=1))
        then = on_date(snapshot, day)
        moving = {move.before.agreement for move in moves_between(eve, then)}

        for turn in _turned(eve, then):
            if turn.before.answers:
                coming.setdefault(turn.before.slug, _coming(turn, day, moving))
        for slug in sorted(moving):
            same = Turned(eve.agreements[slug], then.agreements[slug])
            coming.setdefault(slug, _coming(same, day, moving))
    return coming


def _coming(turn: Turned, day: date, moving: Iterable[str]) -> Coming:
    return Coming(
        day,
        turn.after.status.status,
        turn.before.status.status,
        turn.before.slug in moving,
    )


def _holding(snapshot: Snapshot) -> dict[str, Row]:
    """The rows that answer and, by their own words, hold on the date; by id."""
    return {row.id: row for row in snapshot.holding_rows}


def _turned(before: Snapshot, after: Snapshot) -> Iterator[Turned]:
    """The agreements whose status, its cause, or version shown differs; none that was
    over already.
    """
    for agreement in after.sorted_agreements():
        old, new = before.agreements[agreement.slug], agreement
        was, now = old.status, new.status
        is_or_was = {was.status, now.status} & {*ANSWERING, Status.COMING}
        if is_or_was and (
            (was.status, was.version) != (now.status, now.version)
            or (now.cause is Cause.PARTY_CEASED and was.cause is not now.cause)
        ):
            yield Turned(old, new)


def _differs(old: Row, new: Row) -> bool:
    return any(
        getattr(old.snitflade, name) != getattr(new.snitflade, name)
        for name in TRANSFER_FIELDS
    )


def _between(
    snapshot: Snapshot, name: str, since: date, until: date
) -> Iterator[Organisation]:
    for organisation in snapshot.organisations.values():
        day = getattr(organisation, name)
        if day and since < day <= until:
            yield organisation


def _successions(snapshot: Snapshot, since: date, until: date) -> Iterator[Succession]:
    for record in snapshot.records[Succession]:
        if isinstance(record, Succession) and since < record.effective_on <= until:
            yield record


def _varying(
    after: Snapshot, rows: Iterable[Row], moves: Iterable[Move]
) -> Iterator[Row]:
    runs: dict[str, set[tuple[str, ...]]] = {}
    for move in moves:
        own = runs.setdefault(move.after.task_key, set())
        own.add(tuple(move.after.snitflade.responsible))
    arrived = {move.after.id for move in moves}

    for row in rows:
        is_split = row.id in arrived and len(runs[row.task_key]) > 1
        if is_split or _by_council(after, row):
            yield row


def _by_council(after: Snapshot, row: Row) -> bool:
    named = (after.organisations.get(slug) for slug in row.snitflade.applies_in)
    return any(o is not None and o.kind == "udvalg" for o in named)
