"""Tasks that have moved from one sector to another, or will: a chart and a table."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from flask import Blueprint, render_template

from registry.catalogue.moves import (
    Economics,
    Move,
    all_moves,
    dividing_fields,
    economics_of,
)
from registry.catalogue.snapshot import Row, Snapshot
from registry.rules.coherence.transfer import TRANSFER_FIELDS
from registry.rules.fields import ROW_FIELDS_BY_NAME, Scheme
from registry.web.frame.dates import danish_date
from registry.web.frame.links import link
from registry.web.frame.readers import reader
from registry.web.reader.agreement_view import Link
from registry.web.reader.moved_amounts import amounts_of
from registry.web.reader.moves_chart import chart_of
from registry.web.reader.transition_view import way

pages = Blueprint("moves", __name__)

# Beside a field in which only some of the rows that take over differ.
DEPENDS = " (afhænger af aftale eller situation)"


@dataclass(frozen=True)
class MoveLine:
    """A kind of task that moved on a day: the rows before and after, the versions that
    say it, and what they say of the economics.
    """

    day: str
    is_coming: bool
    task: str
    way: str
    fields: str
    befores: list[Link]
    afters: list[Link]
    versions: list[Link]
    economics: Economics
    transition: str


@pages.get("/opgaveflytninger")
def listing() -> str:
    snapshot = reader().snapshot
    moves = all_moves(snapshot)
    return render_template(
        "reader/moves.html",
        chart=chart_of(snapshot, moves),
        lines=[_line(snapshot, some) for some in _by_task(moves)],
        amounts=amounts_of(snapshot, moves),
    )


def _by_task(moves: Iterable[Move]) -> list[list[Move]]:
    """What is one move to people, the newest first: a kind of task, on a day, from some
    sectors to others.
    """
    by: dict[Hashable, list[Move]] = {}
    for move in moves:
        what = move.day, move.after.task_key, move.left, move.taken
        by.setdefault(what, []).append(move)
    return sorted(by.values(), key=lambda some: some[0].day, reverse=True)


def _line(snapshot: Snapshot, moves: list[Move]) -> MoveLine:
    one = moves[0]
    fields = {name for move in moves for name in move.fields}
    split = dividing_fields(moves)

    return MoveLine(
        day=danish_date(one.day),
        is_coming=one.day > snapshot.moment.pr,
        task=snapshot.label(Scheme.TASKS, one.after.task_key),
        way=way(snapshot, one.left, one.taken),
        fields=", ".join(
            ROW_FIELDS_BY_NAME[name].label.lower() + (DEPENDS if name in split else "")
            for name in TRANSFER_FIELDS
            if name in fields
        ),
        befores=list(dict.fromkeys(_row(move.before) for move in moves)),
        afters=list(dict.fromkeys(_row(move.after) for move in moves)),
        versions=list(dict.fromkeys(_version(snapshot, move.after) for move in moves)),
        economics=economics_of(moves),
        transition=link(
            "transition.compare",
            fra=one.eve.isoformat(),
            til=one.day.isoformat(),
            _anchor=one.after.task_key,
        ),
    )


def _version(snapshot: Snapshot, row: Row) -> Link:
    """The version that takes the task up."""
    slug, number = row.agreement, row.version
    title = snapshot.agreement(slug).number(number).version.title
    href = link("agreements.version", slug=slug, number=number)
    return Link(f"{title}, udgave {number}", href)


def _row(row: Row) -> Link:
    """The row in the very version that says it."""
    s = row.snitflade
    slug, number = row.agreement, row.version
    href = link("agreements.version", slug=slug, number=number, _anchor=s.key)
    return Link(s.task, href)
