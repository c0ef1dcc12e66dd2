"""No text, however long and odd, keeps the search for CPR numbers busy.

Also covers registry/language/personal_shown.py and registry/intake/labels.py, whose
patterns read the same texts.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from registry.intake.labels import (
    column,
    form,
    has_number,
    likely_heading,
    without_notes,
)
from registry.language.personal_numbers import find
from registry.language.personal_shown import as_shown

# Seconds of work, a hundred times what any of these takes: it fails, and does end.
PATIENCE = 20.0
SIGNS = 4000
REPEATED = (
    *("-", " ", "|", ":", "*", "(", ")", "[", "]", "_", ".", ">", "\n", "1", "²"),
    *(":-", "|-", "- ", "-|", "0 ", "1.", "[a](", "![", "(note ", "&#", "%", "a²"),
    *("\n--", "\n1. ", "1/", "l0", "en ", "og ", "cpr 1", "født ", "konto", "bilag "),
    *("slutter ", "femte ", "femten-", "dag 1 ", "år 87 ", "1, ", "one ", "150587, "),
    *("doi 10.1234/", "doi:10.1234/1 ", "nr ", "hmi-", "\t", "\u200b", "[^", "a*"),
)
AROUND = ("{}", "hvem\n{} betaler", "Underskrift\n{} dato", "010190 {}1234", "[a]({}")


@contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    def too_long(*_: object) -> None:
        raise AssertionError("it takes too long")

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("sign", REPEATED)
def test_repeated_signs_are_read_to_their_end(sign: str) -> None:
    readings: tuple[Callable[[str], object], ...] = (
        find,
        form,
        column,
        has_number,
        likely_heading,
    )
    with no_longer_than(PATIENCE):
        for around in AROUND:
            for read in readings:
                read(around.format(sign * (SIGNS // len(sign))))


@pytest.mark.parametrize("dashes", [18, 40, 400, 4000])
@pytest.mark.parametrize("line", ["{} dato", "|{}| dato", "{} |x", " {}: a"])
def test_a_line_of_dashes_before_a_word_is_no_table(dashes: int, line: str) -> None:
    text = f"Underskrift\n{line.format('-' * dashes)}\n1"

    with no_longer_than(PATIENCE):
        assert as_shown(text) == text


def test_a_line_below_the_head_of_a_table_is_not_shown() -> None:
    for line in ("|---|---|", "---|---", " | :-- | --: | ", ":-:|-", f"|{'-' * 4000}|"):
        assert as_shown(f"a|b\n{line}\nc|d").replace("\u200b", "") == "a|b\nc|d"


@pytest.mark.parametrize("sign", [" ", "\t", "²", "²)", "*", "(", "a (", "\u00a0"])
def test_a_heading_or_a_cell_of_one_sign_is_read_to_its_end(sign: str) -> None:
    with no_longer_than(PATIENCE):
        for around in ("{}", "Økonomi{}a", "Økonomi {}(note"):
            without_notes(around.format(sign * (200_000 // len(sign))))
