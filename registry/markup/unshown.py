"""Signs that a line has and its readers do not see, and that may have been meant: the
stroke of a path, the stars of a note, the underlines of a form. Pure.
"""

import re
from collections.abc import Iterator

from registry.markup.inline import ESCAPABLE, Emphasis, Inside, Mark, emphases, inline

_STROKE = re.compile(rf"\\([{ESCAPABLE}])")
# Signs that are markup only together. Of stars that stand alone one keeps the stroke
# gladly, so they are asked about in a path alone; a bar may part columns.
_TOGETHER = ("[]()!", "<>", "_", "&", '.-+{}=:"#~')
_IN_A_PATH = re.compile(r"(?<![^\W\d_])[A-Za-z]:\\[*`_]")
# Where a stroke keeps a line from being another thing than text.
_BEGINNING = re.compile(r"\s*\d*\\?")
_SENTENCE_ENDS = re.compile(r"[.!?;]\s+[A-ZÆØÅ]")
_GOES_ON = re.compile(r"\s+[a-zæøå\d]")
_NEAR = 10
# A note has more words than what is set off at the beginning of a sentence.
_WORDS_OF_A_NOTE = 3


def has_needless_stroke(line: str) -> bool:
    """Whether a stroke is taken away though the sign after it would be read as itself
    without: «G:\\_Fælles», «a\\.b».
    """
    if not _STROKE.search(line):
        return False
    shown = _shown(inline(line))
    return bool(_IN_A_PATH.search(line)) or any(
        without != line and _shown(inline(without)) == shown
        for without in (_without_strokes(line, signs) for signs in _TOGETHER)
    )


def _without_strokes(line: str, signs: str) -> str:
    """The line without the strokes before these signs, but at its beginning."""
    beginning = _BEGINNING.match(line)
    first_word = beginning.end() if beginning else 0

    def kept(stroke: re.Match[str]) -> str:
        begins = stroke.start() < first_word
        return stroke[1] if stroke[1] in signs and not begins else stroke[0]

    return _STROKE.sub(kept, line)


def _shown(inside: Inside) -> list[object]:
    """What a line says and sets off, whatever pieces it was read in."""
    shown: list[object] = [""]
    for part in inside:
        if isinstance(part, Mark):
            shown += [(part.tag, _shown(part.inside), *part.attributes.items()), ""]
        else:
            shown[-1] = f"{shown[-1]}{part}"
    return shown


def doubtful_emphases(text: str) -> Iterator[Emphasis]:
    """What may be two notes with a star each, or was filled in on a line of underlines:
    it goes over lines or amid sentences, begins a line that goes on, or stands amid
    figures. The lines of the text have no space at their ends.
    """
    for emphasis in emphases(text):
        words, one = text[emphasis.start : emphasis.end], emphasis.signs == "*"
        begins, ends = (
            emphasis.start - len(emphasis.signs),
            emphasis.end + len(emphasis.signs),
        )
        before = begins > 0 and text[begins - 1] != "\n"
        after = text[ends : ends + _NEAR].partition("\n")[0]

        goes_over = "\n" in words or (
            one and _SENTENCE_ENDS.search(words) and (before or after.strip())
        )
        is_note = (
            one
            and not before
            and len(words.split()) >= _WORDS_OF_A_NOTE
            and _GOES_ON.match(after)
        )
        is_product = _is_product(text[max(0, begins - _NEAR) : begins], words, after)

        if emphasis.signs.startswith("__") or goes_over or is_note or is_product:
            yield emphasis


def _is_product(before: str, words: str, after: str) -> bool:
    """Whether figures stand on both sides of both signs: «2 *3 og 4* 5»."""
    ends = (before.rstrip(" ")[-1:], words[:1], words[-1:], after.lstrip(" ")[:1])
    return all(end.isdigit() for end in ends)
