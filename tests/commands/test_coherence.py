"""The command `registry coherence`: the findings of each case of a file, by its id."""

import json
from pathlib import Path
from typing import Any

import pytest

from registry.commands.database import prepared_engine
from registry.commands.main import main
from tests.rules.coherence.case_maker import (
    VOCABULARY,
    agreement,
    case,
    overlap,
    row,
    two,
)

BOTH = [agreement("a"), agreement("b")]
ROWS = two({"payer": "region"}, {"payer": "kommune"})


def written(path: Path, value: Any) -> str:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return str(path)


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    return ["--vocabulary", written(tmp_path / "ord.json", VOCABULARY)]


def test_it_prints_the_findings_of_each_case(
    tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    cases = [
        {**case("x", BOTH, ROWS).written, "id": "første"},
        {**case("y", BOTH, [row("r1")]).written, "id": "anden"},
    ]

    assert main(["coherence", written(tmp_path / "sager.json", cases), *words]) == 0

    printed = capsys.readouterr().out
    assert json.loads(printed) == {"første": [overlap("payer")], "anden": []}
    assert "første" in printed


def test_a_file_may_hold_one_case_alone(
    tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "sag.json", {**case("x", BOTH, ROWS).written, "id": "x"})

    assert main(["coherence", file, *words]) == 0
    assert json.loads(capsys.readouterr().out) == {"x": [overlap("payer")]}


def test_a_case_that_cannot_be_read_is_told_and_the_others_are_looked_through(
    tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    good = {**case("x", BOTH, ROWS).written, "id": "god"}
    cases = [{**good, "id": "skæv", "date": "i går"}, good, good]

    assert main(["coherence", written(tmp_path / "sager.json", cases), *words]) == 1

    out, err = capsys.readouterr()
    assert list(json.loads(out)) == ["god"]
    assert "Sag «skæv», felt «date»: skal være en dato" in err
    assert "Sag nr. 3, felt «id»: «god» er brugt" in err


@pytest.mark.parametrize(
    ("data", "told"),
    [(None, "Kan ikke læse"), (b"{", "er ikke JSON"), (b"\xff\xfe{}", "er ikke JSON")],
)
def test_a_file_that_is_none_is_refused_in_danish(
    tmp_path: Path,
    words: list[str],
    capsys: pytest.CaptureFixture[str],
    data: bytes | None,
    told: str,
) -> None:
    file = tmp_path / "sager.json"
    if data is not None:
        file.write_bytes(data)

    assert main(["coherence", str(file), *words]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err


def test_a_vocabulary_that_cannot_be_read_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = written(tmp_path / "ord.json", {**VOCABULARY, "actors": []})
    file = written(tmp_path / "sager.json", [])

    assert main(["coherence", file, "--vocabulary", words]) == 1
    assert "Ordforrådet, felt «actors»" in capsys.readouterr().err


def test_without_a_vocabulary_the_catalogues_own_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REGISTRY_DATABASE_URL", f"sqlite:///{tmp_path}/k.sqlite")
    prepared_engine()
    file = written(tmp_path / "sag.json", {**case("x", BOTH, ROWS).written, "id": "x"})

    assert main(["coherence", file]) == 0
    assert json.loads(capsys.readouterr().out) == {"x": [overlap("payer")]}
