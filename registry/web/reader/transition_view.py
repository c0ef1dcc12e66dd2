"""The lines of a transition: agreements, organisations, and tasks before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registry.catalogue.moves import Economics, Move, dividing_fields, economics_of
from registry.catalogue.snapshot import Row, ShownAgreement, Snapshot
from registry.catalogue.told import told_in
from registry.catalogue.transition import Transition, Turned
from registry.language.sorting import danish_key
from registry.rules.coherence.transfer import TRANSFER_FIELDS
from registry.rules.fields import ROW_FIELDS_BY_NAME, Scheme
from registry.rules.older import older_basis
from registry.web.frame.links import link
from registry.web.reader.agreement_view import Link
from registry.web.reader.status_view import StatusView, view_status

# So many rows of a task that do not move are told of.
MOST_STAYING = 5


@dataclass(frozen=True)
class Side:
    """A row on one of the dates. `anchor`: its place on the page. `moved`: the answers
    of the fields that moved stand out.
    """

    anchor: str
    href: str
    ask: str
    task: str
    situation: str
    negative: str
    answers: Sequence[tuple[str, str, bool]]
    agreement: Link
    confirmed: bool
    older: str


@dataclass(frozen=True)
class MovedTask:
    """A kind of task that moves. `stays`: the first of what of it does not; `more`: how
    many there are besides. `depends`: what the rows that take over do not agree on.
    """

    key: str
    label: str
    way: str
    depends: str
    befores: Sequence[Side]
    afters: Sequence[Side]
    stays: Sequence[Side]
    more: int
    economics: Economics


@dataclass(frozen=True)
class AgreementLine:
    """An agreement that changes or is to be decided: its place on the page, its rows
    and the question about it.
    """

    anchor: str
    agreement: Link
    rows: str
    ask: str


@dataclass(frozen=True)
class StatusLine:
    """An agreement's status on both dates."""

    line: AgreementLine
    before: StatusView
    after: StatusView
    note: str


def moved_tasks(transition: Transition) -> list[MovedTask]:
    """The moves by kind of task, in the order of their names."""
    by_task: dict[str, list[Move]] = {}
    for move in transition.moves:
        by_task.setdefault(move.after.task_key, []).append(move)
    labels = {key: transition.after.label(Scheme.TASKS, key) for key in by_task}
    return [
        _moved(transition, key, labels[key], by_task[key])
        for key in sorted(by_task, key=lambda key: danish_key(labels[key]))
    ]


def way(snapshot: Snapshot, left: Iterable[str], taken: Iterable[str]) -> str:
    """From which sectors to which, in words."""
    here, there = (
        " og ".join(snapshot.label(Scheme.SECTORS, key).lower() for key in keys)
        for keys in (left, taken)
    )
    return f"fra {here} til {there}"


def side(snapshot: Snapshot, row: Row, place: str, moved: Iterable[str] = ()) -> Side:
    """A row with who does, decides and pays, in the place of the page that is named;
    its links lead to the date on which it is so.
    """
    s, fields = row.snitflade, frozenset(moved)
    title, day = snapshot.agreement(row.agreement).shown.version.title, day_of(snapshot)
    question = snapshot.label(Scheme.TASKS, row.task_key) or s.task

    return Side(
        anchor=f"{place}.{row.id}",
        href=link("rows.row", row_id=row.id, pr=day),
        ask=link("search.ask", q=question, pr=day),
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
        agreement=Link(title, link("agreements.agreement", slug=row.agreement, pr=day)),
        confirmed=row.confirmed,
        older=older_basis(row.snitflade, confirmed=row.confirmed),
    )


def agreement_line(
    snapshot: Snapshot, agreement: ShownAgreement, place: str
) -> AgreementLine:
    """An agreement as it stands on the date of the snapshot."""
    title, day = agreement.shown.version.title, day_of(snapshot)
    return AgreementLine(
        f"{place}.{agreement.slug}",
        Link(title, link("agreements.agreement", slug=agreement.slug, pr=day)),
        link("rows.table", aftale=agreement.slug, pr=day),
        link("search.ask", q=f"Gælder {title} stadig?", pr=day),
    )


def day_of(snapshot: Snapshot) -> str:
    """Its date, as an address carries it."""
    return snapshot.moment.pr.isoformat()


def status_line(transition: Transition, turned: Turned) -> StatusLine:
    """An agreement's status on both dates."""
    old, new = turned.before, turned.after
    numbers = old.status.version, new.status.version
    note = (
        f"Udgave {numbers[0]} afløses af udgave {numbers[1]}."
        if None not in numbers and numbers[0] != numbers[1]
        else ""
    )

    return StatusLine(
        agreement_line(transition.after, new, "status"),
        view_status(transition.before, old),
        view_status(transition.after, new),
        note,
    )


def _moved(
    transition: Transition, key: str, label: str, moves: list[Move]
) -> MovedTask:
    befores = {move.before.id: move.before for move in moves}
    afters = {move.after.id: move.after for move in moves}
    fields: dict[str, set[str]] = {}
    for move in moves:
        for row in (move.before, move.after):
            fields.setdefault(row.id, set()).update(move.fields)
    left = dict.fromkeys(sector for move in moves for sector in move.left)
    taken = dict.fromkeys(sector for move in moves for sector in move.taken)
    stays = [row for row in transition.stays if row.task_key == key]

    return MovedTask(
        key=key,
        label=label,
        way=way(transition.after, left, taken),
        depends=_depends(dividing_fields(moves)),
        befores=[
            side(transition.before, row, f"{key}.fra", fields[row.id])
            for row in befores.values()
        ],
        afters=[
            side(transition.after, row, f"{key}.til", fields[row.id])
            for row in afters.values()
        ],
        stays=[
            side(transition.after, row, f"{key}.bliver") for row in stays[:MOST_STAYING]
        ],
        more=max(0, len(stays) - MOST_STAYING),
        economics=economics_of(moves),
    )


def _depends(fields: Iterable[str]) -> str:
    unsaid = [ROW_FIELDS_BY_NAME[n].unsaid for n in TRANSFER_FIELDS if n in fields]
    if not unsaid:
        return ""
    asked = f"{', '.join(unsaid)}, afhænger af aftale eller situation."
    return asked[:1].upper() + asked[1:]
