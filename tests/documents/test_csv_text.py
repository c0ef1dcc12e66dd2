"""Tables as CSV: opened as they are by a Danish spreadsheet, and run by none."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.documents.csv_text import FORMULA_STARTS, csv_text, guarded


def read(text: str) -> list[list[str]]:
    """As a spreadsheet reads it: without its byte order mark, split at semicolons."""
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def test_a_line_is_cells_between_semicolons_and_ends_as_windows_ends_it() -> None:
    assert csv_text([("Aftale", "Frist"), ("Ærø", "")]) == (
        "\ufeffAftale;Frist\r\nÆrø;\r\n"
    )


def test_a_table_without_lines_is_only_its_mark() -> None:
    assert csv_text([]) == "\ufeff"


@pytest.mark.parametrize(
    "cell", ["a;b", 'sagde "nej"', "to\nlinjer", "a,b", " mellem "]
)
def test_a_cell_comes_back_as_it_was(cell: str) -> None:
    assert read(csv_text([("før", cell, "efter")])) == [["før", cell, "efter"]]


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_what_would_be_run_is_written_as_text(start: str) -> None:
    assert read(csv_text([(f"{start}SUM(A1)", "1")])) == [[f"'{start}SUM(A1)", "1"]]


@pytest.mark.parametrize("cell", ["", "8", "1-2", "a=b", "'=1", "§ 83 a"])
def test_what_is_no_formula_is_left_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=2))
def test_no_text_becomes_a_formula_or_another_cell(cells: list[str]) -> None:
    (line,) = read(csv_text([cells]))

    assert line == [guarded(cell) for cell in cells]
    assert not any(cell.startswith(FORMULA_STARTS) for cell in line)
