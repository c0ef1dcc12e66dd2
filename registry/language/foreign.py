"""Questions in English, Swedish and Norwegian, read word for word as Danish.

The lists are true of the languages: the words by which people speak of illness, help
and money, and those that carry no subject.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from registry.language.danish import Token, fold, stem
from registry.language.word_lists import LIGHT_WORDS, ORDINARY_WORDS, QUESTION_WORDS

LANGUAGES = ("english", "swedish", "norwegian")
# A question is foreign where so many of its words are, and so large a share of them.
FEWEST, LEAST = 2, 0.1
_FOLDER = Path(__file__).parent / "words"
# Words of theirs that are Danish words too, in the same sense or in another.
_SHARED = (_FOLDER / "shared.txt").read_text("utf-8").split()
_DANISH = frozenset(
    fold(word) for word in (*LIGHT_WORDS, *ORDINARY_WORDS, *QUESTION_WORDS, *_SHARED)
)


def as_danish(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a foreign question as Danish words, at the places where they stand;
    those of a Danish one as they are. A word without a subject is left out.
    """
    words = _language_of(tokens)
    if words is None:
        return list(tokens)

    read = []
    for token in tokens:
        danish = words.get(token.exact)
        if danish:
            read.append(token._replace(exact=fold(danish), stem=stem(danish)))
        elif danish is None:
            read.append(token)
    return read


def _language_of(tokens: Sequence[Token]) -> Mapping[str, str] | None:
    """The words of the language that most of the tokens are of, none for Danish."""
    hits, name = max((sum(_is_of(name, t) for t in tokens), name) for name in LANGUAGES)
    return _words(name) if hits >= max(FEWEST, LEAST * len(tokens)) else None


def _is_of(name: str, token: Token) -> bool:
    """Whether the word is of the language and no Danish word of everyday speech."""
    danish = _words(name).get(token.exact)
    if danish is None or token.exact in _DANISH:
        return False
    return not danish or token.stem != stem(danish)


@cache
def _words(name: str) -> Mapping[str, str]:
    """Each folded word of a language and the Danish one; "" for one without a
    subject.
    """
    text = (_FOLDER / f"{name}.txt").read_text("utf-8")
    pairs = (entry.partition("=") for entry in text.split())
    return {fold(word): danish for word, _, danish in pairs}
