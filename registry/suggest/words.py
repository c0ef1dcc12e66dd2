"""A sentence's words: what each may be, verb, noun form or neither, by Danish itself.

Lemmas and paradigms are simplemma's. A word that may be several things is each of them
here; where it stands decides (`clauses.py`).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from registry.suggest.dictionary import is_known, lemma
from registry.suggest.lexicon import (
    ADVERBS,
    CONJUNCTIONS,
    COORDINATORS,
    DEPONENT,
    DETERMINERS,
    MODALS,
    NEVER_VERBS,
    NOUN_LIKE,
    PREFIXES,
    PREPOSITIONS,
    RELATIVE,
    STRONG,
)

_WORD = re.compile(
    r"\d+(?:[.,:/]\d+)*\.?(?=\s+[a-zæøå])(?<=\.)|\d+(?:[.,:/]\d+)*"
    r"|[^\W\d_]+(?:\.\s?[^\W\d_]{1,4})+\.|[^\W\d_]{1,4}\.(?=\s+[a-zæøå0-9§])"
    r"|\w+(?:[-'’]\w+)*-?|§+|[^\w\s]"
)
_IRREGULAR = {
    **{"er": "være", "har": "have", "gør": "gøre", "bliver": "blive", "får": "få"},
    **{"afgør": "afgøre", "bør": "burde", "må": "måtte", "skal": "skulle"},
    **{"kan": "kunne", "vil": "ville", "var": "være", "blev": "blive", "ved": ""},
    **{"havde": "have", "skulle": "skulle", "kunne": "kunne", "ville": "ville"},
    **{"burde": "burde", "måtte": "måtte"},
}
_OTHERS = NEVER_VERBS | ADVERBS | PREPOSITIONS | CONJUNCTIONS | COORDINATORS | RELATIVE
_OTHERS |= DETERMINERS | {"at", "så", "da"}


@dataclass(frozen=True)
class Word:
    """A word or sign with its place in the sentence. `present` and `passive` are the
    infinitive that it is the present of, in the active or in the passive; else empty.
    """

    text: str
    low: str
    start: int
    end: int
    present: str = ""
    passive: str = ""
    infinitive: bool = False

    @property
    def is_sign(self) -> bool:
        """Whether it is a sign: it begins with neither a letter nor a digit."""
        return not self.low[:1].isalnum()

    @property
    def is_modal(self) -> bool:
        """Whether it is a modal verb."""
        return self.low in MODALS

    @property
    def is_doubtful(self) -> bool:
        """Whether its form is as much the plural of a noun: kontakter, instrumenter."""
        return self.low in NOUN_LIKE or bool(
            self.present
            and self.low not in _IRREGULAR
            and lemma(self.low) not in (self.present, self.low)
        )

    @property
    def is_finite(self) -> bool:
        """Whether it may be the finite verb of a clause."""
        return bool(self.present or self.passive)


def words_of(text: str) -> tuple[Word, ...]:
    """The words and signs of a sentence, in order."""
    return tuple(
        _word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)
    )


def _word(text: str, start: int, end: int) -> Word:
    present, passive, infinitive = _verb_forms(text.lower())
    return Word(text, text.lower(), start, end, present, passive, infinitive)


@lru_cache(maxsize=65536)
def _verb_forms(low: str) -> tuple[str, str, bool]:
    if low in _IRREGULAR:
        return _IRREGULAR[low], "", False
    if low in _OTHERS or not low.isalpha():
        return "", "", False

    if low.endswith("r"):
        base = next((b for b in _presents(low) if is_verb(b)), "")
        return base, "", is_verb(low)
    if low.endswith("s") and low not in DEPONENT:
        # «Fornyes» and «afprøves» have the same ending, and not the same infinitive.
        strong = (low[:-2],) if low.endswith("es") and low[:-2] in STRONG else ()
        bases = (low[:-1], low[:-1] + "e", *strong)
        base = next((b for b in bases if is_verb(b)), "")
        return "", base, False
    return (low if low in DEPONENT else ""), "", is_verb(low)


def _presents(low: str) -> tuple[str, ...]:
    """What a form in -r may be the present of: «gør» alone has lost its vowel."""
    return (low + "e",) if low.endswith("gør") else (low[:-1],)


@lru_cache(maxsize=65536)
def is_verb(base: str) -> bool:
    """Whether a word is an infinitive: of a strong verb with any prefix, or of one
    whose paradigm the dictionary has.
    """
    if base in NEVER_VERBS or not base.isalpha():
        return False
    if _is_strong(base):
        return True

    if not base.endswith("e") or base.endswith("ende") or len(base) < 4:
        return False
    return _is_weak(base) or any(
        base.startswith(p) and _is_weak(base[len(p) :])
        for p in PREFIXES
        if len(base) - len(p) > 3
    )


def _is_strong(base: str) -> bool:
    if base in STRONG:
        return True
    return any(
        base.endswith(verb) and base[: -len(verb)] in PREFIXES
        for verb in STRONG
        if len(verb) < len(base)
    )


def _is_weak(base: str) -> bool:
    """Whether the dictionary has a past or a participle beside the present."""
    stem = base[:-1]
    past = (base + "de", stem + "te", base + "nde")
    return any(_is_form(f, base) for f in (base + "r", base + "s")) and any(
        _is_form(f, base) for f in past
    )


def _is_form(form: str, base: str) -> bool:
    return is_known(form) and lemma(form) == base
