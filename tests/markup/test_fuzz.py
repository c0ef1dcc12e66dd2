"""No text, however it repeats and nests its signs, holds the pages up.

The long form is `python -m tests.markup.test_fuzz 1000`.
"""

import math
import random
import sys
import time
from collections.abc import Callable

import pytest

from registry.documents.richtext import blocks_of
from registry.markup.markdown_html import to_html
from registry.markup.remarks import MOST_CHARACTERS, remarks
from tests.markup.samples import PIECES

LONGEST, TEXTS = 0.5, 12
# What opens, nests, or looks as if it might.
SIGNS = (
    *PIECES,
    *(
        "[",
        "](",
        "![",
        "*_",
        "**a",
        "> ",
        "- ",
        "    - ",
        "1. ",
        "|",
        "|-",
        "| a |",
        "\n",
    ),
    *(
        "<sup>",
        "</sup>",
        "<br>",
        "&#",
        "&amp",
        "\\",
        "`",
        "~",
        "#",
        "=",
        "\t",
        " ",
        "\n\n",
    ),
    *(
        "https://a.dk/",
        "a@b.dk",
        "(",
        ")",
        '"',
        "\0",
        "\u0301",
        "\u202e",
        "æ",
        "1234567890",
    ),
)


READERS: dict[str, Callable[[str], object]] = {
    "page": to_html,
    "document": lambda text: blocks_of(text, level=2, anchor="a"),
    "remarks": remarks,
}


def hostile(chance: random.Random) -> str:
    """A text of a few patterns, each repeated many times."""
    parts = []
    for _ in range(chance.randrange(1, 4)):
        pattern = "".join(chance.choices(SIGNS, k=chance.randrange(1, 5)))
        deeper = chance.choice(("", "", " ", "  "))
        times = chance.choice((3, 50, 700, 8000))
        if deeper:
            lines = (deeper * n + pattern for n in range(min(times, 150)))
            parts.append("\n".join(lines))
        else:
            parts.append(chance.choice(("", " ", "\n")).join([pattern] * times))
    return chance.choice(("", "\n", "\n\n")).join(parts)[:MOST_CHARACTERS]


def spent(read: Callable[[str], object], text: str) -> float:
    """The time of the processor that it takes, on a machine that does other things."""
    took = math.inf
    for _ in range(3):
        to_html.cache_clear()
        begun = time.thread_time()
        read(text)
        took = min(took, time.thread_time() - begun)
        if took < LONGEST / 2:
            break
    return took


def slowest(seed: int, texts: int) -> tuple[float, str]:
    """The longest time that one of so many texts took, and which."""
    chance, worst, of = random.Random(seed), 0.0, ""
    for _ in range(texts):
        text = hostile(chance)
        for name, read in READERS.items():
            took = spent(read, text)
            if took > worst:
                worst, of = took, f"{name}: {text[:60]!r} ({len(text)} tegn)"
    return worst, of


@pytest.mark.parametrize("seed", [1, 2])
def test_no_text_made_by_chance_takes_long(seed: int) -> None:
    worst, text = slowest(seed, TEXTS)

    assert worst < LONGEST, text


if __name__ == "__main__":
    print(*slowest(int(time.time()), int(sys.argv[1])))
