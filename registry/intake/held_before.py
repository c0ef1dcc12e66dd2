"""What a file has no place for, as a version sent without its evidence: kept from the
version before, and told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from registry.intake.docx.remarks import listed
from registry.intake.read_text import Concern, Piece, Remark
from registry.intake.recognise import Recognised
from registry.intake.rows import RowText
from registry.language import deadlines
from registry.rules.fields import DEADLINE_DATA, ROW_FIELDS, ROW_FIELDS_BY_NAME
from registry.rules.row_listing import IN_FULL, TASK
from registry.rules.version_content import EMPTY, RowValues

CONFIRMED, KIND = "confirmed", "task_key"
SAID = (TASK, *(field for group in IN_FULL for field in group))


def with_held(
    rows: Sequence[RowText], before: Sequence[RowValues]
) -> tuple[tuple[RowText, ...], tuple[Remark, ...]]:
    """The rows, each with what its file has no place for as the row of its key had it;
    and what a person must know of that.
    """
    known = {row["key"]: row for row in before}
    kept: list[RowText] = []
    names: set[str] = set()
    same: list[str] = []
    changed: list[str] = []

    for row in rows:
        then = known.get(row.values["key"])
        held = _held(row, then) if then else {}
        kept.append(replace(row, values={**row.values, **held}) if held else row)
        if then and any(_is_said(name, held) for name in held):
            names |= {name for name in held if _is_said(name, held)}
            (same if _says_the_same(row, then) else changed).append(row.values["task"])

    return tuple(kept), tuple(_remarks_on(names, same, changed))


def values_with_held(
    recognised: Recognised, before: Mapping[str, Any]
) -> tuple[Mapping[str, Any], tuple[Remark, ...]]:
    """The version's fields in the same way."""
    held = {
        field.name: before[field.name]
        for field in recognised.unheld
        if not recognised.values[field.name] and before[field.name]
    }

    labels = ", ".join(f.label for f in recognised.unheld if f.name in held)
    said = (
        f"Filen har ikke plads til aftalens {labels}. Det er beholdt fra udgaven før."
    )
    return (
        {**recognised.values, **held},
        (Remark(Concern.CHANGED, said),) if held else (),
    )


def _held(row: RowText, then: RowValues) -> dict[str, Any]:
    """What is kept, by field."""
    held = {}
    for name in row.unheld:
        if name in DEADLINE_DATA:
            continue
        if name == KIND and row.values[KIND] and not _is_same(TASK.name, row, then):
            continue
        if name == CONFIRMED and not _says_the_same(row, then):
            continue
        held[name] = then[name]

    if row.unheld.issuperset(DEADLINE_DATA):
        held |= _deadline(row, then)
    return held


def _deadline(row: RowText, then: RowValues) -> dict[str, Any]:
    """The deadline as data: that of before only where its words are the same."""
    if _is_same("deadline", row, then):
        return {name: then[name] for name in DEADLINE_DATA}
    given = deadlines.stated(row.values["deadline"])
    if not given:
        return {}
    data = (given.amount, given.unit, given.relation, given.event)
    return dict(zip(DEADLINE_DATA, data, strict=True))


def _says_the_same(row: RowText, then: RowValues) -> bool:
    return all(_is_same(field.name, row, then) for field in SAID)


def _is_same(name: str, row: RowText, then: RowValues) -> bool:
    now, before = row.values[name], then[name]
    if isinstance(now, str):
        return now.split() == str(before).split()
    return bool(now == before)


def _is_said(name: str, held: Mapping[str, Any]) -> bool:
    return bool(held[name] != EMPTY[ROW_FIELDS_BY_NAME[name].kind])


def _remarks_on(
    names: set[str], same: Sequence[str], changed: Sequence[str]
) -> Iterator[Remark]:
    if not names:
        return

    labels = ", ".join(field.label for field in ROW_FIELDS if field.name in names)
    count = len(same) + len(changed)
    rows = f"{count} {'snitflade' if count == 1 else 'snitflader'}"

    yield Remark(
        Concern.CHANGED,
        f"Filen har ikke plads til {labels}. Det er beholdt fra udgaven før i {rows}.",
        "",
        tuple(map(Piece, (*same, *changed))),
    )

    if changed:
        yield Remark(
            Concern.DOUBT,
            f"Andre ord end i udgaven før, og belægget er beholdt. Passer det stadig? "
            f"({len(changed)}): {listed(changed)}.",
            "",
            tuple(map(Piece, changed)),
        )
