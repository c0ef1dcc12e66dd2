"""Placeholders: texts that promise a text instead of being one, told apart from true
sentences.
"""

import html
import re
import unicodedata
from collections.abc import Iterator

# What stands in a text by itself and says only that the text is still to come.
_PROMISES = (
    "udfyld(?:es)?",
    "indsæt(?:tes)?",
    "(?:tilføjes|skrives|beskrives|udarbejdes|afklares|aftales)(?: senere| endnu)",
    "afklares",
    "afvent(?:er|es)",
    "mangler",
    "kommer",
    "følger",
    "udestår",
    "udestående",
    "(?:ikke|ej) (?:udfyldt|skrevet|færdig|klar)",
    "(?:skal|vil blive|bliver) (?:skrevet|udfyldt|tilføjet|indsat|afklaret)",
    "skal (?:skrives|tilføjes|udarbejdes)",
    "under (?:udarbejdelse|afklaring|udfyldelse)",
    "se senere",
    "tb[dac]",
    "to do|todo|wip|na|x{2,}",
    "dummy|placeholder|pladsholder|blindtekst",
    "lorem ipsum(?: .*)?",
)
# Words that may go before and after a promise without making a statement of it.
_BEFORE = (
    "dette|det|denne|her|teksten|tekst|afsnittet|afsnit|feltet|felt|indholdet|beløbet"
    "|fristen|økonomien|ansvaret|ansvarsfordelingen|endnu|stadig|fortsat|skal|pt|p t"
)
_AFTER = (
    "senere|endnu|snart|snarest|snarligt|fortsat|stadig|nærmere|her|tekst|teksten"
    "|indhold|svar|afklaring|input|bidrag|data|oplysninger|beløb|dato|navn|fra|på"
)
_PROMISE = re.compile(
    rf"(?:(?:{_BEFORE}) )*(?:{'|'.join(_PROMISES)})(?: (?:{_AFTER}))*"
)

# What no true sentence holds, wherever it stands. "Udfyldes senere" is one where it
# begins or ends what is said; in "skemaet udfyldes senere samme dag" it is part of a
# statement.
_MARK = re.compile(
    r"""
    \btbd\b | \?{3,} | \blorem\ ipsum\b
  | (?<![\w-])todo(?![\w-])
  # Two are also twenty, and a pair of chromosomes.
  | (?<!\bkapitel\ )(?<!\bkap\.\ )(?<!\bafsnit\ )(?<!\bbilag\ )(?<!\bdel\ )
    (?<![\w-])x{2,}(?![\w-]|\ kromosom)
  | \[\s*
    (?:udfyld|indsæt|skriv|tilføj|afklar|afvent|mangler|navn|dato|beløb|x+|\.+|…|\?+)
    [^\]\n]*\](?![(\[])
  | \bindsæt\ (?:tekst|tekster|beløb|dato|navn)\ her\b
  | (?:^|[.:;(\[])[\t\ >*-]*(?:udfyldes|indsættes|tilføjes)\ senere\b
  | \b(?:udfyldes|indsættes)\ senere\s*(?:[.,;:!)\]]|$)
    """,
    re.VERBOSE | re.MULTILINE,
)
# What still stands over, unless it is a condition of the rule that it does: "hvis en
# afklaring udestår", "beløb, der udestår".
_STANDS_OVER = re.compile(r"(?<![\w-])udestår(?![\w-])")
_CLAUSE_BEFORE = re.compile(
    r"(?:\b(?:hvis|når|såfremt|mens|indtil|så længe|medmindre|om|uanset)\b"
    r"|,\s*(?:der|som|hvor)\b)[^.:;!?\n]*\Z"
)
_UNSEEN = re.compile(r"<!--.*?-->|<[^<>\n]*>", re.S)
_HEADING = re.compile(r"[\s>*_(-]*#{1,6}\s.*")
_LABEL = re.compile(r"[^\W\d_][\w ]{0,40}:(?!\S)")
_BETWEEN = re.compile(
    r"[,;:.…!?()\[\]{}/|+=~<>«»\"”“'`]+|(?<!\w)[-–—*_#]+|[-–—*_#]+(?!\w)"
)
# Abbreviations that are also written with points between their letters.
_POINTED = re.compile(r"\b(?:(n)[./ ]{0,2}(a)|(t)[. ]{0,2}(b)[. ]{0,2}([dac]))\b")


def placeholder_in(text: str) -> str:
    """The words of a text that make it a placeholder, as they stand in it; else empty:
    the mark that only placeholders have, or else the first line that promises a text.
    """
    if not is_placeholder(text):
        return ""
    plain = text.casefold()
    found = _MARK.search(plain) or next(_open_in(plain), None)
    if found and len(plain) == len(text):
        return text[found.start() : found.end()].strip()
    return next(line.strip() for line in text.splitlines() if line.strip())


def _open_in(plain: str) -> Iterator[re.Match[str]]:
    """What still stands over, and is no condition."""
    for opening in _STANDS_OVER.finditer(plain):
        if not _CLAUSE_BEFORE.search(plain[: opening.start()]):
            yield opening


def is_placeholder(text: str) -> bool:
    """Whether a text is only a placeholder, or holds a mark that only placeholders
    have.

    Case, punctuation, brackets, Markdown's marks and headings do not count. A blank
    text is none. A true sentence with the same words ("Kommunen afventer hospitalets
    melding") is none.
    """
    if not text.strip():
        return False

    # An underline is a mark like the others, though it counts as a letter of a word.
    # What is never seen, a zero-width space or a soft hyphen, says nothing.
    visible = "".join(c for c in html.unescape(text) if unicodedata.category(c) != "Cf")
    plain = unicodedata.normalize("NFC", visible).casefold().replace("_", " ")
    if _MARK.search(plain) or next(_open_in(plain), None):
        return True

    seen = [
        line
        for line in _UNSEEN.sub(" ", plain).splitlines()
        if not _HEADING.fullmatch(line)
    ]
    return all(_promises(line) for line in seen)


def _promises(line: str) -> bool:
    """Whether a line says nothing beyond promises; one of marks alone says nothing at
    all.
    """
    unlabelled = _LABEL.sub(" ", line, count=1)
    spelled = _POINTED.sub(
        lambda match: "".join(filter(None, match.groups())), unlabelled
    )
    pieces = (" ".join(piece.split()) for piece in _BETWEEN.split(spelled))
    return all(_PROMISE.fullmatch(piece) for piece in pieces if piece)
