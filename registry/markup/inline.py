"""What stands within a line: links, bold and italic words, line breaks; all else is
text.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import NamedTuple, Union

Inside = list[Union[str, "Mark"]]

ESCAPABLE = r"\\`*_{}\[\]()<>#+\-.!|=:&~\""
PROTOCOLS = ("http", "https", "mailto")
# Names of signs that others' Markdown writes; any other & is only a sign.
ENTITY = re.compile(r"&(?:lt|gt|amp|quot|nbsp);")
# Where a link may lead; parentheses only in pairs.
ADDRESS = r"(?:https?://|mailto:|/|\#)(?:[^\s()<>\"]|\([^\s()<>\"]*\))*"
LONGEST_LABEL = 500
# The words of a link may have brackets of their own, in pairs.
LABEL = r"(?:\\.|[^\[\]\\\n]|\[[^\[\]\n]*\])"
# A link over nothing would be nothing on the page.
NO_BLANK = r"(?!(?:\s|<br\s?/?>){0,100}\])"
# No marked word begins so: *) is the sign of a note.
NEVER_FIRST = ")"
# No marked word begins right after these: «F20.*, F30.*» is a group of codes.
_NEVER_BEFORE = ".,;:"
# What stands together, and whether it is an address: its signs are its own.
_TOGETHER = re.compile(r"[^\s<>()\[\]|\"«»]+")
_IS_ADDRESS = re.compile(
    r"https?://|mailto:|(?:^|[*_])www\.|[^@]@[\w-]+\.\w|\w\.[a-z]{2,12}/"
)
_AT_ITS_EDGES = "*_"
_AFTER_IT = f"{_AT_ITS_EDGES}.,;:!?"
# The marks that a run of stars or underlines sets, the outermost first.
_MARKS = {1: ("em",), 2: ("strong",), 3: ("strong", "em")}
_PIECE = re.compile(
    rf"""
    \\(?P<escaped>[{ESCAPABLE}])
  | (?P<entity>&(?:lt|gt|amp|quot|nbsp);)
  | (?P<break>\n|<br\s?/?>)
  | <(?P<small>sup|sub)>(?P<low>[^<>\n]{{1,100}})</(?P=small)>
  | (?<=<)(?<!\\<)(?P<auto>
      (?:https?://|mailto:)[^\s<>"]+|[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+)(?=>)
  | \[{NO_BLANK}(?P<label>{LABEL}{{1,{LONGEST_LABEL}}})\]
    \((?P<href>{ADDRESS})\)
  | (?P<run>\*+|_+)
    """,
    re.VERBOSE,
)

_KEPT_FROM_IT = re.compile(rf"\\\[{LABEL}*\\?\]\(")


class Mark(NamedTuple):
    """An element and what stands in it."""

    tag: str
    inside: Inside
    attributes: Mapping[str, str] = {}


class Emphasis(NamedTuple):
    """Words between stars or underlines that are not shown: which signs, and where the
    words stand in the text.
    """

    signs: str
    start: int
    end: int


class _Run(NamedTuple):
    """Stars or underlines that may begin or end a mark, and where they stand."""

    signs: str
    opens: bool
    closes: bool
    at: int


def inline(text: str) -> Inside:
    """The text as strings and marks. Takes time in proportion to its length."""
    return _read(text, [])


def emphases(text: str) -> list[Emphasis]:
    """What stars and underlines set off, outside links; what ends first comes first."""
    found: list[Emphasis] = []
    _read(text, found)
    return found


def without_links(text: str) -> str:
    """The text less its links and what a stroke keeps from being one."""
    rest = _PIECE.sub(lambda m: "" if m["href"] else m[0], text)
    return _KEPT_FROM_IT.sub("", rest)


def _read(text: str, found: list[Emphasis]) -> Inside:
    out: list[str | Mark | _Run] = []
    opened: dict[str, int] = {}

    for piece in _pieces(text):
        if isinstance(piece, _Run) and piece.closes and piece.signs in opened:
            opening = out[opened[piece.signs]]
            if _close(out, opened, piece.signs) and isinstance(opening, _Run):
                start = opening.at + len(piece.signs)
                found.append(Emphasis(piece.signs, start, piece.at))
            continue
        if isinstance(piece, _Run) and piece.opens:
            opened[piece.signs] = len(out)
        out.append(piece)

    return _settled(out)


def _close(out: list[str | Mark | _Run], opened: dict[str, int], signs: str) -> bool:
    """Put what stands since the mark was opened into it; what was opened within is
    text. Underlines around a name that has its own (_a_b_) are a part of it. Returns
    whether it became a mark.
    """
    start = opened.pop(signs)
    inside = _settled(out[start + 1 :])
    if signs[0] == "_" and any("_" in part for part in inside if isinstance(part, str)):
        out.append(signs)
        return False

    for tag in reversed(_MARKS[len(signs)]):
        inside = [Mark(tag, inside)]
    out[start:] = inside

    for other in [name for name, at in opened.items() if at > start]:
        del opened[other]
    return True


def _settled(out: list[str | Mark | _Run]) -> Inside:
    return [part.signs if isinstance(part, _Run) else part for part in out]


def _pieces(text: str) -> Iterator[str | Mark | _Run]:
    at, addresses = 0, deque(_addresses(text))

    for match in _PIECE.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]

        while addresses and addresses[0].stop <= match.start():
            addresses.popleft()
        is_own = bool(addresses) and match.start() in addresses[0]
        yield match["run"] if is_own and match["run"] else _piece(text, match)
        at = match.end()

    if at < len(text):
        yield text[at:]


def _addresses(text: str) -> Iterator[range]:
    """Where addresses stand, less the signs that set the whole of one off."""
    for word in _TOGETHER.finditer(text) if "@" in text or "." in text else ():
        if _IS_ADDRESS.search(word[0]):
            before = len(word[0]) - len(word[0].lstrip(_AT_ITS_EDGES))
            yield range(
                word.start() + before, word.start() + len(word[0].rstrip(_AFTER_IT))
            )


def _piece(text: str, match: re.Match[str]) -> str | Mark | _Run:
    kind = match.lastgroup or ""
    if kind == "run":
        return _run(text, match)
    return _READERS[kind](match)


def _automatic(match: re.Match[str]) -> Mark:
    address = match["auto"]
    is_mail = ":" not in address
    return Mark("a", [address], {"href": f"mailto:{address}" if is_mail else address})


def _link(match: re.Match[str]) -> Mark:
    inside = [part for part in inline(match["label"]) if _is_no_link(part)]
    return Mark("a", inside, {"href": match["href"]})


def _is_no_link(part: str | Mark) -> bool:
    return isinstance(part, str) or part.tag != "a"


def _run(text: str, match: re.Match[str]) -> str | _Run:
    """A run begins a mark where it touches the word after it, and ends one where it
    touches the word before it. Between figures, stars multiply.
    """
    signs = match["run"]
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if len(signs) not in _MARKS:
        return signs

    inword = signs == "**"
    is_glued = len(signs) == 1 and before in _NEVER_BEFORE and before != ""
    opens = (
        not is_glued
        and bool(after.strip().strip(NEVER_FIRST))
        and (not before.isalnum() or (inword and before.isalpha()))
    )
    closes = bool(before.strip()) and (
        not after.isalnum() or (inword and after.isalpha())
    )
    if signs + after == "*)":  # the sign of a note, unless it ends a parenthesis
        until = text[: match.start()]
        closes = closes and until.count("(") > until.count(")")

    return _Run(signs, opens, closes, match.start()) if opens or closes else signs


_READERS: Mapping[str, Callable[[re.Match[str]], str | Mark]] = {
    "escaped": lambda match: match["escaped"],
    "entity": lambda match: unescape(match["entity"]),
    "break": lambda _: Mark("br", []),
    "low": lambda match: Mark(match["small"], [match["low"]]),
    "auto": _automatic,
    "href": _link,
}
