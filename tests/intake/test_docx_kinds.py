"""Word files of every kind that offices have: each comes in, nothing is fetched, and no
word that another reader finds is lost in silence.

Also covers tests/intake/docx_kinds.py.
"""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pypandoc
import pytest

from registry.exports.docx import render
from registry.intake import docx
from registry.intake.docx.text import read_text_of
from registry.intake.read_text import ReadText
from tests.exports.samples_document import every_block
from tests.intake.docx_agreement import docx_file
from tests.intake.docx_files import packed
from tests.intake.docx_kinds import KINDS, NAMED, SAID, UNNAMED
from tests.intake.fuzz import SAMPLES

FILES: Mapping[str, bytes] = {
    **KINDS,
    "own": render(every_block()),
    "agreement": docx_file(),
    "rich": packed(SAMPLES[1]),
}
# What pandoc shows and Word does not: a prompt in place of the data that it is bound
# to, and what a field came to that is only part of another's code.
NOT_SHOWN = {"bound": {"klik", "her"}, "field-in-code": {"x"}}


def found_by_pandoc(content: bytes, folder: Path) -> set[str]:
    """The words that pandoc finds, each change accepted."""
    file = folder / "fil.docx"
    file.write_bytes(content)
    command = [pypandoc.get_pandoc_path(), "--from=docx", "--to=json"]
    done = subprocess.run(
        [*command, "--track-changes=accept", "--sandbox", str(file)],
        capture_output=True,
        check=True,
    )
    return words(" ".join(_strings(json.loads(done.stdout)["blocks"])))


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if node.get("t") in ("Str", "Code"):
            yield node["c"] if node["t"] == "Str" else node["c"][1]
        elif node.get("t") in ("Space", "SoftBreak", "LineBreak"):
            yield " "
        else:
            yield from _strings(node.get("c"))
    elif isinstance(node, list):
        for inner in node:
            yield from _strings(inner)


def words(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return set(re.findall(r"\w+", text.casefold()))


def said(reading: ReadText) -> str:
    """All that came in, and all that is told of."""
    told = [piece.text for remark in reading.remarks for piece in remark.pieces]
    return " ".join((reading.title, repr(reading.blocks), *told))


@pytest.mark.parametrize("name", FILES)
def test_no_word_that_pandoc_finds_is_lost_in_silence(
    name: str, tmp_path: Path
) -> None:
    found = found_by_pandoc(FILES[name], tmp_path) - NOT_SHOWN.get(name, set())
    assert found - words(said(read_text_of(FILES[name]))) == set()


@pytest.mark.parametrize("name", KINDS)
def test_the_text_of_every_kind_comes_in(name: str) -> None:
    assert words(SAID) <= words(repr(docx.read(KINDS[name]).blocks))


def test_each_kind_is_there_and_four_that_nobody_named() -> None:
    assert len(NAMED) >= 19
    assert len(UNNAMED) >= 4


@pytest.mark.parametrize(
    "name",
    [
        *("template", "normal", "linked-picture", "mail-logo", "linked-sheet"),
        *("merged", "macros", "picture-in-header", "film"),
    ],
)
def test_what_is_left_out_is_told_with_its_place(name: str) -> None:
    remarks = read_text_of(KINDS[name]).remarks
    places = [piece.place for remark in remarks for piece in remark.pieces]
    assert all(places)
    assert remarks
