"""The process that a Word file is read in: what it answers, and that it harms
nobody.

Also covers registry/intake/docx/reader.py.
"""

import subprocess
import sys

import pytest

from registry.errors import BadInput
from registry.intake.docx import reader
from registry.intake.docx.process import MEMORY
from registry.intake.docx.refusals import Refusal
from registry.intake.docx.text import read_text_of
from registry.intake.limits import LARGEST_FILE
from registry.settings import ROOT
from tests.intake.docx_files import bold, cell, docx_of, item, p, table

pytestmark = pytest.mark.slow
ORDINARY = docx_of(
    p("Aftale", style="Titel"),
    bold("Formål"),
    p("Aftalen gælder alle."),
    item("punkt", 1),
    table(["Hvem", "Hvad"], ["Kommune", "Kører"]),
)


def python(code: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False
    )


def refusal(content: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        reader.read(content)
    assert caught.value.field == "fil"
    return caught.value.message


def test_the_process_reads_as_one_would_oneself() -> None:
    assert reader.read(ORDINARY) == read_text_of(ORDINARY)
    assert reader.read(ORDINARY).title == "Aftale"


def test_a_refusal_comes_through() -> None:
    assert refusal(b"%PDF-1.7") == Refusal.PDF
    assert refusal(docx_of()) == Refusal.NO_TEXT


def test_a_text_repeated_in_every_place_of_its_cell_does_not_reach_the_server() -> None:
    letters = "".join(map(str, range(2000)))
    broad = cell(letters, '<w:gridSpan w:val="63"/>')
    assert refusal(docx_of(table(*[[broad, broad]] * 20))) == Refusal.BOMB


def test_a_file_too_large_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MODULE", "no.such.module")
    assert refusal(bytes(LARGEST_FILE + 1)) == Refusal.TOO_LARGE
    assert refusal(b"") == Refusal.EMPTY


def test_a_file_that_takes_too_long_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "LONGEST", 0.01)
    assert refusal(ORDINARY) == reader.TOO_LONG


def test_a_process_that_breaks_down_is_an_answer(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(reader, "MODULE", "no.such.module")
    assert refusal(ORDINARY) == reader.UNREADABLE
    assert "A Word file could not be read: 1" in caplog.text


def test_the_process_has_little_memory() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux limits the memory of one process")
    begin = (
        "from registry.intake.docx.process import limit_memory; limit_memory(); "
        "bytearray"
    )
    assert python(f"{begin}({MEMORY // 4})").returncode == 0
    beyond = python(f"{begin}({MEMORY})")
    assert beyond.returncode == 1 and b"MemoryError" in beyond.stderr


def test_neither_the_server_nor_the_process_loads_what_it_has_no_use_for() -> None:
    code = "import {}, sys; print(sorted(set({!r}) & set(sys.modules)))"
    heavy = ["flask", "jinja2", "sqlmodel", "sqlalchemy", "whoosh", "docx"]
    for module, unwanted in (
        ("registry.intake.docx", [*heavy, "lxml", "mammoth"]),
        ("registry.intake.docx.process", heavy),
    ):
        assert python(code.format(module, unwanted)).stdout.decode().strip() == "[]"
