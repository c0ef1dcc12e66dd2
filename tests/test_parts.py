"""What the fast part leaves out."""

import pytest

from tests import parts


@pytest.mark.parametrize("place", [*parts.SLOW, *parts.LONG])
def test_what_is_left_out_is_there(place: str) -> None:
    assert (parts.HERE / place).exists()


def test_a_file_is_slow_by_itself_or_by_its_folder() -> None:
    assert parts.is_slow(parts.HERE / "storage" / "test_tampering.py")
    assert parts.is_slow(parts.HERE / "web" / "editorial" / "test_review.py")
    assert not parts.is_slow(parts.HERE / "web" / "test_every_page.py")


@pytest.mark.parametrize(
    "room", ["gates", "language", "models", "rules", "search", "suggest"]
)
def test_a_room_of_rules_is_in_the_fast_part(room: str) -> None:
    tests = list((parts.HERE / room).rglob("test_*.py"))

    assert tests
    assert [path.name for path in tests if parts.is_slow(path)] == []


def test_the_fast_part_tries_fewer_examples_and_never_too_few(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parts, "_fewer", 1)
    assert (parts.examples(300), parts.examples()) == (300, 100)

    parts.be_fast()
    assert (parts.examples(300), parts.examples(), parts.examples(25)) == (60, 20, 10)
