"""The lines of a transition: agreements, organisations, and tasks before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registry.catalogue.moves import Move
from registry.catalogue.snapshot import Row, ShownAgreement, Snapshot
from registry.catalogue.told import told_in
from registry.catalogue.transition import Transition, Turned
from registry.language.sorting import danish_key
from registry.models import Succession
from registry.rules.coherence.transfer import TRANSFER_FIELDS
from registry.rules.fields import ROW_FIELDS_BY_NAME, Scheme
from registry.rules.status import Cause
from registry.web.frame.dates import danish_date
from registry.web.frame.links import link, row_link
from registry.web.reader.agreement_view import Link
from registry.web.reader.status_view import StatusView, view_status

FORMAL = "formel-part"
# More names than these are told by their number.
MOST_NAMED = 4


@dataclass(frozen=True)
class Side:
    """A row on one of the dates. `moved`: the answers of the fields that moved stand
    out.
    """

    href: str
    ask: str
    task: str
    situation: str
    negative: str
    answers: Sequence[tuple[str, str, bool]]
    agreement: Link
    confirmed: bool


@dataclass(frozen=True)
class MovedTask:
    """A kind of task that moves. `stays`: what of it does not."""

    key: str
    label: str
    way: str
    befores: Sequence[Side]
    afters: Sequence[Side]
    stays: Sequence[Side]
    economics: Sequence[str]


@dataclass(frozen=True)
class StatusLine:
    agreement: Link
    before: StatusView
    after: StatusView
    note: str


def moved_tasks(found: Transition) -> list[MovedTask]:
    """The moves by kind of task, in the order of their names."""
    by_task: dict[str, list[Move]] = {}
    for move in found.moves:
        by_task.setdefault(move.after.task_key, []).append(move)
    labels = {key: found.after.label(Scheme.TASKS, key) for key in by_task}
    return [
        _moved(found, key, labels[key], by_task[key])
        for key in sorted(by_task, key=lambda key: danish_key(labels[key]))
    ]


def way(snapshot: Snapshot, left: Iterable[str], taken: Iterable[str]) -> str:
    """From which sectors to which, in words."""
    here, there = (
        " og ".join(snapshot.label(Scheme.SECTORS, key).lower() for key in keys)
        for keys in (left, taken)
    )
    return f"fra {here} til {there}"


def side(snapshot: Snapshot, row: Row, moved: Iterable[str] = ()) -> Side:
    """A row with who does, decides and pays."""
    s, fields = row.snitflade, frozenset(moved)
    title = snapshot.agreement(row.agreement).shown.version.title
    return Side(
        href=row_link(row.id),
        ask=link("search.ask", q=snapshot.label(Scheme.TASKS, row.task_key)),
        task=s.task,
        situation=s.situation,
        negative=s.does_not_apply_to,
        answers=[
            (
                ROW_FIELDS_BY_NAME[name].label,
                told_in(snapshot, row, ROW_FIELDS_BY_NAME[name]) or "–",
                name in fields,
            )
            for name in TRANSFER_FIELDS
        ],
        agreement=Link(title, link("agreements.agreement", slug=row.agreement)),
        confirmed=row.confirmed,
    )


def status_line(found: Transition, turned: Turned) -> StatusLine:
    """An agreement's status on both dates."""
    old, new = turned.before, turned.after
    numbers = old.status.version, new.status.version
    note = (
        f"Udgave {numbers[0]} afløses af udgave {numbers[1]}."
        if None not in numbers and numbers[0] != numbers[1]
        else ""
    )
    return StatusLine(
        Link(new.shown.version.title, link("agreements.agreement", slug=new.slug)),
        view_status(found.before, old),
        view_status(found.after, new),
        note,
    )


def deciders(found: Transition, agreement: ShownAgreement) -> str:
    """Who must decide what becomes of an agreement that is undecided."""
    snapshot, status = found.after, agreement.status
    parties = agreement.shown.parties_in_role(FORMAL)
    if status.cause is Cause.PARTY_CEASED:
        heirs = [
            heir
            for record in snapshot.records[Succession]
            if isinstance(record, Succession) and status.by in record.predecessors
            for heir in record.successors
        ]
        left = [p for p in parties if _is_there(snapshot, p)]
        return _named(snapshot, list(dict.fromkeys([*heirs, *left])))
    return _named(snapshot, [p for p in parties if _is_there(snapshot, p)])


def organisation_link(snapshot: Snapshot, slug: str) -> Link:
    return Link(snapshot.organisation_name(slug), link("organisations.one", slug=slug))


def succession_line(snapshot: Snapshot, record: Succession) -> str:
    """Who takes whose place."""
    olds, news = (
        " og ".join(map(snapshot.organisation_name, slugs))
        for slugs in (record.predecessors, record.successors)
    )
    day = danish_date(record.effective_on, record.date_precision)
    return f"{news} træder i stedet for {olds} {day}."


def _moved(found: Transition, key: str, label: str, moves: list[Move]) -> MovedTask:
    befores = {move.before.id: move.before for move in moves}
    afters = {move.after.id: move.after for move in moves}
    fields: dict[str, set[str]] = {}
    for move in moves:
        for row in (move.before, move.after):
            fields.setdefault(row.id, set()).update(move.fields)
    left = dict.fromkeys(sector for move in moves for sector in move.left)
    taken = dict.fromkeys(sector for move in moves for sector in move.taken)

    return MovedTask(
        key=key,
        label=label,
        way=way(found.after, left, taken),
        befores=[side(found.before, r, fields[r.id]) for r in befores.values()],
        afters=[side(found.after, r, fields[r.id]) for r in afters.values()],
        stays=[side(found.after, r) for r in found.stays if r.task_key == key],
        economics=list(
            dict.fromkeys(move.economics for move in moves if move.economics)
        ),
    )


def _is_there(snapshot: Snapshot, slug: str) -> bool:
    organisation = snapshot.organisations.get(slug)
    ends = organisation.valid_to if organisation else None
    return ends is None or snapshot.moment.pr < ends


def _named(snapshot: Snapshot, slugs: list[str]) -> str:
    if len(slugs) <= MOST_NAMED:
        return ", ".join(map(snapshot.organisation_name, slugs))
    towns = sum(map(snapshot.is_municipality, slugs))
    others = [s for s in slugs if not snapshot.is_municipality(s)]
    names = [*map(snapshot.organisation_name, others), f"{towns} kommuner"]
    return ", ".join(names)
