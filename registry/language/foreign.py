"""Questions in English, Swedish and Norwegian, read word for word as Danish.

The lists are true of the languages: the words by which people speak of illness, help
and money, and those that carry no subject. Words that mean one thing together stand as
one, with `_` between them, on either side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from registry.language.danish import Token, fold, stem, tokenize
from registry.language.word_lists import LIGHT_WORDS, ORDINARY_WORDS, QUESTION_WORDS

LANGUAGES = ("english", "swedish", "norwegian")
# These ask where a sentence begins, and after a word that sets clauses beside each
# other or tells of asking; elsewhere they only tie a clause to the one before it:
# «the nurse who comes», «när hon går till läkaren».
_TYING = frozenset(fold(word) for word in "when where who which när".split())
_ASKS_AFTER = frozenset(
    fold(word)
    for word in """
    and or but know knows tell told ask asks asked sure say says decide decides of to by
    for from with until since och eller men vet veta säg fråga frågar av till från med
    """.split()
)
# A question is foreign where so many of its words are, and so large a share of them.
FEWEST, LEAST = 2, 0.1
# The most words of a phrase that the lists have as one.
MOST = 4
JOINED = "_"
_OTHER_LETTERS = re.compile(r"[äöß]", re.IGNORECASE)
_OWN_LETTERS = re.compile(r"[æøå]", re.IGNORECASE)
_FOLDER = Path(__file__).parent / "words"
# Words of theirs that are Danish words too, in the same sense or in another.
_SHARED = (_FOLDER / "shared.txt").read_text("utf-8").split()
_DANISH = frozenset(
    fold(word) for word in (*LIGHT_WORDS, *ORDINARY_WORDS, *QUESTION_WORDS, *_SHARED)
)


def as_danish(tokens: Sequence[Token], *, phrases: bool = False) -> list[Token]:
    """The tokens of a foreign question as Danish words, at the places where they stand;
    those of a Danish one as they are. A word without a subject is left out. `phrases`:
    words that mean one thing together are read so, as they are in what is asked.
    """
    words = _language_of(tokens)
    if words is None:
        return list(tokens)

    read: list[Token] = []
    plain = _with_phrases(tokens, words) if phrases else tokens
    for before, token in zip((None, *plain), plain, strict=False):
        danish = "" if _ties(before, token) else words.get(token.exact)
        if danish:
            read += [
                token._replace(exact=fold(word), stem=stem(word))
                for word in danish.split(JOINED)
            ]
        elif danish is None:
            read.append(token)
    return read


def _with_phrases(tokens: Sequence[Token], words: Mapping[str, str]) -> list[Token]:
    """The tokens, those that the list has as one phrase («in_hospital») as one."""
    joined: list[Token] = []
    at = 0

    while at < len(tokens):
        longest = [tokens[at : at + length] for length in range(MOST, 1, -1)]
        phrase = next((some for some in longest if _name(some) in words), None)
        token = tokens[at]
        if phrase:
            name, end = _name(phrase), phrase[-1].end
            token = token._replace(exact=name, stem=name, end=end)
        joined.append(token)
        at += len(phrase) if phrase else 1

    return joined


def _name(tokens: Sequence[Token]) -> str:
    return JOINED.join(token.exact for token in tokens)


def _ties(before: Token | None, token: Token) -> bool:
    """Whether a word that may ask only ties its clause to the words before it. Where
    more than a blank stands between two words a sentence or a clause begins.
    """
    if before is None or token.exact not in _TYING:
        return False
    is_next = token.start - before.end == 1
    return is_next and before.exact not in _ASKS_AFTER


def is_foreign(text: str) -> bool:
    """Whether a name is of another language: by a letter that Danish has not, or
    because half of its words or more are.
    """
    if _OTHER_LETTERS.search(text):
        return True
    tokens = tokenize(text)
    foreign = sum(bool(_languages_of(t.exact, t.stem)) for t in tokens)
    return not _OWN_LETTERS.search(text) and 0 < len(tokens) <= 2 * foreign


def _language_of(tokens: Sequence[Token]) -> Mapping[str, str] | None:
    """The words of the language that most of the tokens are of, none for Danish."""
    hits = Counter(
        name for token in tokens for name in _languages_of(token.exact, token.stem)
    )
    most, name = max((hits[name], name) for name in LANGUAGES)
    return _words(name) if most >= max(FEWEST, LEAST * len(tokens)) else None


@lru_cache(maxsize=65536)
def _languages_of(exact: str, stemmed: str) -> tuple[str, ...]:
    """The languages that a word is of; none for a Danish word of everyday speech."""
    if exact in _DANISH:
        return ()

    danish = ((name, _words(name).get(exact)) for name in LANGUAGES)
    return tuple(
        name
        for name, word in danish
        if word is not None and (not word or stemmed != stem(word))
    )


@cache
def _words(name: str) -> Mapping[str, str]:
    """Each folded word of a language and the Danish one; "" for one without a
    subject.
    """
    text = (_FOLDER / f"{name}.txt").read_text("utf-8")
    pairs = (pair.partition("=") for pair in text.split())
    return {fold(word): danish for word, _, danish in pairs}
