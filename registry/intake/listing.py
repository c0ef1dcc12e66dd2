"""The catalogue's own document of an agreement read in again: three tables of its rows,
paired by their numbers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from registry.documents.blocks import Block, Span, Table, Text
from registry.intake.naming import Names
from registry.intake.rows import EVIDENCE, RowTable, RowText
from registry.intake.values import NOTHING, read_value, words_of
from registry.rules.fields import ROW_FIELDS
from registry.rules.row_listing import (
    BETWEEN,
    EVIDENCE_HEAD,
    KEY,
    OVERVIEW,
    OVERVIEW_HEAD,
    ROWS_HEAD,
    SITUATION,
    TASK,
    UNCONFIRMED,
    in_situation,
)
from registry.rules.version_content import empty_values

FIELDS_BY_LABEL = {field.label: field for field in ROW_FIELDS}
MARK = re.compile(rf"\s*\({UNCONFIRMED}\)$")
# Where labels have lost their bold, one begins a line or follows the sign between two.
_UNMARKED = re.compile(
    rf"(?:^|\n|\s·\s)({'|'.join(map(re.escape, FIELDS_BY_LABEL))}):", re.MULTILINE
)
CONFIRMED = "confirmed"
_SIGN = BETWEEN.strip()


class Listing:
    """The rows that a read text lists in full. `rows` by their numbers in the document,
    the words of each field as they stand there; empty where it lists none so.
    """

    def __init__(self, blocks: Iterable[Block], names: Names) -> None:
        tables = [block for block in blocks if isinstance(block, Table)]
        self._names = names
        self.rows = _cells(tables, ROWS_HEAD)
        self._evidence = _cells(tables, EVIDENCE_HEAD)

    def read(self, table: Table) -> RowTable | None:
        """What one of the three tables comes to; None for any other table.

        Only the one in full gives rows. The others' lines belong to them, and what does
        not fit is a doubt.
        """
        if not self.rows:
            return None
        if _is(table, ROWS_HEAD):
            return RowTable(tuple(map(self._row, _lines(table))), (), is_whole=True)

        if _is(table, EVIDENCE_HEAD):
            return RowTable((), tuple(self._astray(table)), is_whole=True)
        if _is(table, OVERVIEW_HEAD):
            doubts = (*self._astray(table), *self._differing(table))
            return RowTable((), doubts, is_whole=True)
        return None

    def _row(self, line: Sequence[Text]) -> RowText:
        number, task, cell = line
        _, key, evidence = self._evidence.get(_number(number), ((), (), ()))
        said, doubts = _said(cell)
        rests_on, more = _said(evidence)
        given = {
            KEY.label: words_of(key),
            TASK.label: MARK.sub("", words_of(task)),
            **rests_on,
            **said,
        }

        values: dict[str, Any] = empty_values(ROW_FIELDS)
        for label, words in given.items():
            field = FIELDS_BY_LABEL[label]
            values[field.name], doubt = read_value(field, words, self._names)
            doubts += [f"{label}: {doubt}"] if doubt else []
        return RowText(values, (*doubts, *more), self._unheld(words_of(task)))

    def _unheld(self, task: str) -> frozenset[str]:
        """What has no place where there is no table of evidence; that a row is not
        confirmed stands after its task.
        """
        if self._evidence:
            return frozenset()
        return EVIDENCE - ({CONFIRMED} if MARK.search(task) else frozenset())

    def _astray(self, table: Table) -> Iterator[str]:
        """Lines of rows that are no longer there."""
        where = "belægget" if _is(table, EVIDENCE_HEAD) else "overblikket"
        for number, second, *_ in _lines(table):
            if _number(number) not in self.rows:
                yield (
                    f"«{words_of(second)}» (nr. {_number(number)}) står i "
                    f"{where}, men er ikke blandt snitfladerne i fuld tekst."
                )

    def _differing(self, table: Table) -> Iterator[str]:
        """What the overview says otherwise than the row in full, which is used."""
        for number, *cells in _lines(table):
            if _number(number) not in self.rows:
                continue
            _, task, cell = self.rows[_number(number)]
            said = {**_said(cell)[0], TASK.label: MARK.sub("", words_of(task))}
            beside = in_situation(said.get(SITUATION.label, ""))

            for field, text in zip(OVERVIEW, cells, strict=True):
                words = MARK.sub("", words_of(text)).strip()
                value = said.get(field.label, "")
                also = value + beside if field is TASK else value
                if _plain(words) not in (_plain(value), _plain(also)):
                    yield (
                        f"Overblikket siger «{words}» ved «{field.label}» i nr. "
                        f"{_number(number)}; det, der står i fuld tekst, er brugt."
                    )


def _plain(words: str) -> str:
    return "" if words.strip() in NOTHING else " ".join(words.split())


def _cells(tables: Iterable[Table], head: Sequence[str]) -> dict[str, Sequence[Text]]:
    """The lines of the tables with that head, by their numbers."""
    return {
        _number(line[0]): line
        for table in tables
        if _is(table, head)
        for line in _lines(table)
        if _number(line[0])
    }


def _is(table: Table, head: Sequence[str]) -> bool:
    return tuple(cell.strip() for cell in table.head) == tuple(head)


def _lines(table: Table) -> Iterator[Sequence[Text]]:
    """The lines that say something, less the head where it stands again."""
    for line in table.rows:
        words = tuple(words_of(cell).strip() for cell in line)
        if any(words) and words != tuple(table.head):
            yield line


def _number(cell: Text) -> str:
    return words_of(cell).strip().rstrip(".")


def _said(cell: Text) -> tuple[dict[str, str], list[str]]:
    """The words of each labelled field in a cell, and doubts about the others."""
    said: dict[str, str] = {}
    doubts: list[str] = []
    for label, words in _pieces(cell):
        value = words.strip().removesuffix(_SIGN).strip()
        if label in said:
            doubts.append(f"«{label}» står to gange; «{value}» er ikke overført.")
        elif label:
            said[label] = value
        elif value:
            doubts.append(f"«{value}» er ikke overført.")

    return said, doubts


def _pieces(cell: Text) -> Iterator[tuple[str, str]]:
    """Each label with what follows it; what stands before the first has none."""
    if not any(map(_label, cell)):
        first, *rest = _UNMARKED.split(words_of(cell))
        yield "", first
        yield from zip(rest[::2], rest[1::2], strict=True)
        return

    label, after = "", list[Span]()
    for span in cell:
        if named_label := _label(span):
            yield label, words_of(tuple(after))
            label, after = named_label, []
        else:
            after.append(span)
    yield label, words_of(tuple(after))


def _label(span: Span) -> str:
    """The label that a span is: bold, and with a colon."""
    words = span.text.strip()
    label = words.removesuffix(":")
    return label if span.bold and label != words and label in FIELDS_BY_LABEL else ""
