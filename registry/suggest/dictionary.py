"""The Danish dictionary: simplemma's, read from its compressed form word by word.

As a table in memory it would take 100 MB in every process that suggests rows; so it
takes 11, and each word that was looked up is remembered. It is opened when the first
word is looked up, and never where no text is read.
"""

from functools import lru_cache

import simplemma

_DANISH = "da"


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """The dictionary form of a word in lower case; the word itself where none is
    known.
    """
    return simplemma.lemmatize(word, _DANISH, low_memory=True).lower()


@lru_cache(maxsize=65536)
def is_known(word: str) -> bool:
    """Whether the dictionary has this very form."""
    return simplemma.is_known(word, _DANISH, low_memory=True)
