"""The benches: the catalogue that they make, and the figures that they tell.

Covers scripts/invented.py and scripts/measuring.py.
"""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parent.parent / "scripts"))

import invented
import measuring

from registry import content
from registry.storage import db


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_number_of_rows_makes_the_same_files(tmp_path: Path) -> None:
    first = invented.enlarged(tmp_path / "first", 431)
    second = invented.enlarged(tmp_path / "second", 431)

    assert files(first) == files(second)


def test_a_catalogue_has_as_many_rows_as_were_asked_for(tmp_path: Path) -> None:
    source = invented.enlarged(tmp_path / "content", 431)
    engine = db.connect(f"sqlite:///{tmp_path / 'registry.sqlite'}")
    db.migrate(engine)

    assert content.load(engine, source).rows == 431


def test_the_shipped_content_is_measured_as_it_is_where_it_is_large_enough(
    tmp_path: Path,
) -> None:
    assert invented.enlarged(tmp_path / "content", 1) == measuring.CONTENT


@pytest.mark.parametrize(("percent", "value"), [(50, 2), (95, 4), (99, 4), (25, 1)])
def test_a_percentile_is_the_smallest_that_so_many_do_not_exceed(
    percent: int, value: int
) -> None:
    assert measuring.percentile([1, 2, 3, 4], percent) == value
