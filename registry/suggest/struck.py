"""What is struck out of a text, and so is not said in it."""

import re

_MARK = re.compile(r"(~~)|<(/?)(?:del|s|strike)\b[^<>]*>|(<!--)|(-->)|\n[ \t]*\n")


def struck(text: str) -> list[tuple[int, int]]:
    """The stretches of a text that are struck out, with their marks: between «~~» and
    «~~», in <del>, <s> or <strike>, and in a comment. None goes on past its paragraph.
    """
    spans: list[tuple[int, int]] = []
    begun: tuple[str, int] | None = None

    for match in _MARK.finditer(text):
        tilde, closing, opens, closes = match.groups()
        kind = "~" if tilde else "!" if opens or closes else "<"
        if match[0].startswith("\n"):
            begun = begun if begun and begun[0] == "!" else None
        elif begun is None:
            begun = None if closing or closes else (kind, match.start())
        elif begun[0] == kind and (tilde or closing or closes):
            spans.append((begun[1], match.end()))
            begun = None

    return spans


def without_struck(text: str) -> str:
    """A text with spaces for what is struck out: each place in it is as before."""
    pieces, done = [], 0
    for start, end in struck(text):
        pieces += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])
