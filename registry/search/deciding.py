"""Which sentence of a row decides a question of yes or no: what it says of a thing that
the question names, in whatever words the task is told. Pure.

The task alone would read as a yes, or as a no, where the sentence says for whom, from
how far, or that nobody is obliged.
"""

import re

from registry.catalogue.snapshot import Row
from registry.language.danish import fold, folded_words, lowered, tokenize
from registry.language.word_lists import FUNCTION_WORDS
from registry.rules.announced import announced_in
from registry.search.lexicon import LIGHT, LIGHT_STEMS
from registry.search.room import LONGEST_LONE
from registry.search.shortening import sentences

# That a thing is left to whom it is for answers who must.
_OBLIGED = re.compile(r"^(?:.* )?(?:skal|behoever|boer|noedt|tvinge[rs]?) ")
_FREE = re.compile(
    r"\bfrivillig|\bvalgfri|\bkan selv vælge|\bingen pligt", re.IGNORECASE
)
# A figure and what it is of: «12 km», «mere end 50 km».
_FIGURE = re.compile(r"\d+ (?P<unit>km|kilometer|timer?|døgn|dage?|uger?|år)\b")
# What nobody knows decides nothing.
_UNKNOWN = re.compile(r"ikke (?:oplyst|bekræftet|set|fundet|kendt)\b|\bbeskriver\b")
_SMALL = frozenset(map(fold, FUNCTION_WORDS)) | LIGHT


def deciding_sentence(row: Row, text: str) -> str:
    """The first sentence of when a row holds that decides what a question asks; empty
    where none does, or where there is no room for it.
    """
    stored = row.snitflade
    of_task = {token.stem for token in tokenize(stored.task)}
    asked = _subjects(text) - of_task
    units = {match["unit"] for match in _FIGURE.finditer(text.lower())}
    is_obliged = bool(_OBLIGED.search(f"{folded_words(text)} "))

    for sentence in sentences(stored.situation):
        is_unsure = _UNKNOWN.search(sentence) or announced_in((sentence,))
        of_units = {match["unit"] for match in _FIGURE.finditer(sentence.lower())}
        decides = (
            asked & _subjects(sentence)
            or units & of_units
            or (is_obliged and _FREE.search(sentence))
        )
        if decides and not is_unsure and len(sentence) <= LONGEST_LONE:
            return lowered(sentence)
    return ""


def _subjects(text: str) -> set[str]:
    """The stems of the words that carry a subject."""
    return {
        token.stem
        for token in tokenize(text)
        if token.exact not in _SMALL
        and token.stem not in LIGHT_STEMS
        and token.exact.isalpha()
    }
