"""Texts told shorter, without losing what they say: where a sentence ends, and what is
never cut from an answer. Pure.
"""

import re

LONGEST_CONDITION, LONGEST_ANSWER = 120, 80
SHORTEST_CLAUSE = 30  # letters; less of a condition than this does not tell it
CUT = "\N{NO-BREAK SPACE}…"  # it stays on the line of the last word

_SENTENCE_END = re.compile(r"(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s+[A-ZÆØÅ]|$)")
_CLAUSE_END = re.compile(r"[,;:]\s|\s[–(]")
# An answer is not the same without the words that these begin or stand in.
_LIMITING = re.compile(
    r"\b(aldrig|bortset|dog|ej|heller|hverken|hvis|ikke|ingen|intet|kun|medmindre|men|"
    r"uden|undtage[nt]|uoplyst)\b",
    re.IGNORECASE,
)


def lead(text: str) -> str:
    """The first sentence of a text, without its end. A semicolon or a colon ends none:
    what follows may take back what was said.
    """
    end = _SENTENCE_END.search(text)
    return (text[: end.start()] if end else text).strip()


def sentences(text: str) -> list[str]:
    """The sentences of a text, each without its end."""
    return [sentence.strip() for sentence in _SENTENCE_END.split(text)]


def short_answer(text: str) -> str:
    """The first sentence, cut between words where it is long; the whole text where what
    would be left out limits it, as «antal dage er ikke fundet» limits a deadline.
    """
    whole = text.strip()
    kept = _short(whole, LONGEST_ANSWER)
    left_out = whole[len(kept.removesuffix(CUT)) :]
    return whole if _LIMITING.search(left_out) else kept


def short_condition(text: str) -> str:
    """The first sentence; where it is long, the clauses of it that there is room for:
    between other words it might be cut before the one that decides.
    """
    sentence = lead(text)
    if len(sentence) <= LONGEST_CONDITION:
        return lowered(sentence)
    ends = [m.start() for m in _CLAUSE_END.finditer(sentence, 0, LONGEST_CONDITION)]
    if not ends or ends[-1] < SHORTEST_CLAUSE:
        return lowered(_short(sentence, LONGEST_CONDITION))
    return f"{lowered(sentence[: ends[-1]])}{CUT}"


def lowered(text: str) -> str:
    """As it stands within a sentence: a name of capitals keeps them."""
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() else text[:1].lower() + text[1:]


def _short(text: str, longest: int) -> str:
    """The first sentence, cut between words where it is long."""
    sentence = lead(text)
    if len(sentence) <= longest:
        return sentence
    kept = sentence[: longest + 1].rpartition(" ")[0].rstrip(" ,;:(–-")
    return f"{kept}{CUT}"
