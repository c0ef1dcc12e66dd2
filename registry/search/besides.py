"""What a question tells besides what it asks: what somebody believes or fears, how ill
they are, how long ago it was, and how old they are. Pure.

No row is about it: the words are left out of what is asked, or read as what they mean
for it.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from registry.language.danish import fold, stem
from registry.language.word_lists import (
    ASKER_WORDS,
    BELIEVING_WORDS,
    DEGREE_WORDS,
    FEELING_WORDS,
    MODAL_WORDS,
    OF_SOMEBODY,
    SOMEBODY_WORDS,
)
from registry.rules.citizens import OF_AGE
from registry.search.compounds import unlinked
from registry.search.lexicon import Lexicon
from registry.search.readwords import ReadWord, without_names

_BELIEVING, _FEELING, _DEGREES, _ASKERS, _MODAL = (
    frozenset(map(fold, words))
    for words in (
        BELIEVING_WORDS,
        FEELING_WORDS,
        DEGREE_WORDS,
        ASKER_WORDS,
        MODAL_WORDS,
    )
)
_KIN = frozenset(map(stem, SOMEBODY_WORDS))
_SOMEBODY = tuple(sorted(map(fold, OF_SOMEBODY), key=len, reverse=True))
# «40-årig»: a grown one, whom nothing for children is for.
_ADULT, _CHILD = "voksen", "barn"
_YEARS_OLD = frozenset({"aarig", "aarige", "aariges", "aarigs"})
# «med let depression»; alone it may be what is asked about.
_BEFORE_DEGREE = frozenset("med har en et for af fra ved sin hans hendes".split())
# «hvad får jeg for at …» asks for a fee.
PAID_FOR = re.compile(r"^ hvad faar (?:(?!hv)[^ ]+ ){1,3}?for at ")
_GETS, _FEE = "faar", "honorar"
# «jeg er så bange for», «vi ville gerne vide», «skal kommunen så vide det»
_FEELS = re.compile(rf" (?:{'|'.join(sorted(_ASKERS))}) er (?:[^ ]+ )?$")
_WISHES = re.compile(rf" (?:{'|'.join(sorted(_ASKERS))}) vil(?:le)? (?:[^ ]+ )?$")
_OBLIGED = re.compile(rf" (?:{'|'.join(sorted(_MODAL))}) (?:[^ ]+ ){{0,3}}$")
_WENT_HOME = frozenset("udskrevet udskrives hjem hjemme hjemsendt".split())
_NEW = frozenset("ny nyt nye".split())
_JOINTS = frozenset("hofte hofter knae knaeled skulder albue ankel ryg".split())
_KNOWING = "vide"
_BESKED = ("have", "besked")


def without_besides(
    text: str, read: Sequence[ReadWord], lexicon: Lexicon
) -> list[ReadWord]:
    """The words of what is asked, as they are meant, without names and what is told
    besides.
    """
    aside = _believed(read) | _felt(read) | _ago(read) | _degrees(read, lexicon)
    aside |= _operated(read)

    asked = [
        meant
        for at, item in enumerate(read)
        if at not in aside
        for meant in _meant(read, at, item, lexicon)
    ]
    return without_names(text, asked) or list(read)


def _meant(
    read: Sequence[ReadWord], at: int, item: ReadWord, lexicon: Lexicon
) -> list[ReadWord]:
    if item.token.exact == _KNOWING:
        return _given_word(read, at, item)
    before = read[at - 1].token.exact if at else ""
    if item.token.exact in _YEARS_OLD and before.isdecimal():
        return [_as(item, _ADULT if int(before) >= OF_AGE else _CHILD)]
    if item.token.exact == _GETS and PAID_FOR.search(_text(read[max(0, at - 1) :])):
        return [_as(item, _FEE)]
    return [_patient_apart(item, lexicon)]


def _believed(read: Sequence[ReadWord]) -> Set[int]:
    """Where it is told that somebody believes what follows: «læreren tror»; of kin who
    they are too. What an actor believes may decide.
    """
    aside: set[int] = set()
    for at, (before, item) in enumerate(pairwise(read), start=1):
        is_kin = before.token.stem in _KIN
        is_somebody = is_kin or not before.light or before.token.exact in _ASKERS
        if item.token.exact in _BELIEVING and is_somebody:
            aside |= {at - 1, at} if is_kin else {at}

    return aside


def _felt(read: Sequence[ReadWord]) -> Set[int]:
    """Where the asker tells how they feel: «jeg er bange for, at»."""
    return {
        at
        for at, item in enumerate(read)
        if item.token.exact in _FEELING and _FEELS.search(_text(read[:at]))
    }


def _ago(read: Sequence[ReadWord]) -> Set[int]:
    """Where a length only tells how long ago it was: «for ti dage siden»."""
    return {
        at
        for at, item in enumerate(read[1:-1], start=1)
        if item.token.exact.startswith("=")
        and read[at - 1].token.exact == "for"
        and read[at + 1].token.exact == "siden"
    }


def _degrees(read: Sequence[ReadWord], lexicon: Lexicon) -> Set[int]:
    """Where a word that no row has says how ill somebody is: «moderat depression»."""
    return {
        at
        for at, item in enumerate(read[:-1])
        if item.token.exact in _DEGREES
        and item.token.exact not in lexicon.words_of_rows
        and (at and read[at - 1].token.exact in _BEFORE_DEGREE)
        and lexicon.question_phrases.find([read[at + 1].token.stem])
    }


def _operated(read: Sequence[ReadWord]) -> Set[int]:
    """Where it is told what somebody went home with: «udskrevet med ny hofte». What one
    waits for, or is to have, may be what is asked about.
    """
    words = [item.token.exact for item in read]
    return {
        at
        for first in range(len(words) - 3)
        if words[first] in _WENT_HOME
        and words[first + 1] == "med"
        and words[first + 2] in _NEW
        and words[first + 3] in _JOINTS
        for at in (first + 2, first + 3)
    }


def _given_word(read: Sequence[ReadWord], at: int, item: ReadWord) -> list[ReadWord]:
    """Who is to know a thing is to have word of it: «skal kommunen vide det»; what the
    asker wants to know says nothing.
    """
    before = _text(read[:at])
    if _WISHES.search(before):
        return []
    if not _OBLIGED.search(before):
        return [item]
    return [replace(_as(item, word), light=True) for word in _BESKED]


def _patient_apart(item: ReadWord, lexicon: Lexicon) -> ReadWord:
    """A compound for somebody that no row has («terminalpatient»), as what is said of
    them.
    """
    word = item.token.exact
    if item.light or word in lexicon.words_of_rows or word in lexicon.own_words:
        return item

    end = next((end for end in _SOMEBODY if word.endswith(end)), "")
    head = unlinked(word.removesuffix(end), lexicon.known) if end else ""
    is_long = len(head) >= lexicon.profile.analysis.shortest_part
    if not is_long or head not in lexicon.known:
        return item
    return _as(item, head)


def _as(item: ReadWord, word: str) -> ReadWord:
    meant = item.token._replace(exact=word, stem=stem(word))
    return replace(item, token=meant, known=True, light=False)


def _text(read: Sequence[ReadWord]) -> str:
    return f" {' '.join(item.token.exact for item in read)} "
