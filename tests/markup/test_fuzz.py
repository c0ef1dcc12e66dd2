"""No text, however it repeats and nests its signs, holds the pages up.

The long form is `python -m tests.markup.test_fuzz 1000`.
"""

import random
import sys
import time
from collections.abc import Callable

import pytest

from registry.documents.richtext import blocks_of
from registry.markup.markdown_html import to_html
from registry.markup.remarks import MOST_CHARACTERS, MOST_LINES, remarks, too_large
from tests.markup.pace import most, spent
from tests.markup.samples import PIECES

TEXTS = 12
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


# One pattern alone, to the size limit: mixtures hardly ever are that.
REPEATED = (
    *("*_", "* ", "**a*_b_", "_x_ ", "**x** ", "- **x** [y](/z) *a*\n", "\\"),
    *("[x](/a) ", "`a` ", "<", "<sup>a</sup>", "# a\n", "> a\n", "|b" * 39 + "|\n"),
    f"{'|a' * 39}|\n{'|-' * 39}|\n{'|*b*' * 39}|\n\n",
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


def slowest(seed: int, texts: int) -> tuple[float, str]:
    """The most that one of so many texts took of what it may take, and which."""
    chance, worst, of = random.Random(seed), 0.0, ""
    for _ in range(texts):
        text = hostile(chance)
        for name, read in READERS.items():
            took = spent(read, text)
            share = took / most()
            if share > worst:
                of = f"{name}: {text[:60]!r} ({len(text)} tegn, {took:.2f} s)"
                worst = share
    return worst, of


def largest(pattern: str) -> str:
    """The pattern again and again, as long as it is not refused."""
    text = pattern * (MOST_CHARACTERS // len(pattern))
    text = "\n".join(text.split("\n")[:MOST_LINES])
    while too_large(text):
        text = text[: len(text) * 9 // 10]
    return text


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("pattern", REPEATED)
def test_no_single_pattern_repeated_takes_long(pattern: str, name: str) -> None:
    assert spent(READERS[name], largest(pattern)) < most()


@pytest.mark.parametrize("seed", [1, 2])
def test_no_text_made_by_chance_takes_long(seed: int) -> None:
    worst, text = slowest(seed, TEXTS)

    assert worst < 1, text


if __name__ == "__main__":
    print(*slowest(int(time.time()), int(sys.argv[1])))
