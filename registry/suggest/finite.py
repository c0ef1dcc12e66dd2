"""Which words are the finite verb of a clause."""

from collections.abc import Sequence

from registry.language.numbers import NUMBER_WORDS
from registry.suggest.dictionary import lemma
from registry.suggest.lexicon import (
    ADVERBS,
    ARTICLES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
)
from registry.suggest.nouns import (
    SINGULAR,
    is_adjective,
    is_definite,
    is_genitive,
    is_verb_of_one,
)
from registry.suggest.words import Word

Words = Sequence[Word]
GENITIVE_ENDINGS = ("ens", "ets", "ernes", "enes")
DAYS = frozenset({"dagen", "ugen", "måneden", "aftenen", "morgenen", "natten", "året"})
SHORT_VERBS = frozenset({"er", "har", "får"})
NO_VERB_AFTER = (PREPOSITIONS | DETERMINERS) - {
    *("som", "det", "den", "de", "dette", "denne", "disse", "alle", "begge", "ingen"),
    *("hver", "andre", "andet", "øvrige", "med", "til", "fra", "op", "ved", "om", "på"),
} | {"med", "til", "fra", "ved", "om", "på"} - {"op"}


def is_finite(words: Words, at: int) -> bool:
    """Whether the word is a finite verb here, as far as its neighbours tell."""
    word = words[at]
    if not word.is_finite:
        return False

    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None

    if before is not None and before.low in NO_VERB_AFTER:
        # «dagen efter ringer …»
        return at > 1 and words[at - 2].low in DAYS and before.low in ("efter", "før")
    if word.passive:
        return not _owns(word, after)
    if before is not None and before.low.endswith(GENITIVE_ENDINGS):
        return False
    if _is_doer(word, before, after, at):
        return False

    earlier = words[at - 2] if at > 1 else None
    certain = not word.is_doubtful or is_verb_of_one(words, at)
    return certain or (
        not _is_listed(words, at) and _is_verb_here(word, before, after, earlier)
    )


def _is_doer(word: Word, before: Word | None, after: Word | None, at: int) -> bool:
    """Whether of two verbs in a row this is the first, and so a noun: sagsbehandler
    tager, leder sørger, «denne ansøger har».
    """
    if not word.low.endswith("er") or len(word.low) <= 3 or after is None:
        return False
    is_one = before is not None and before.low in SINGULAR
    is_followed = is_one and (after.is_modal or after.low in SHORT_VERBS)
    return is_followed or _is_verb_after(after, at)


def _is_listed(words: Words, at: int) -> bool:
    """Whether a form that is also a noun's stands in a list of things: «katetre, poser
    og bind». Of verbs in a row the next one is a verb too.
    """
    following = words[at + 1 : at + 3]
    if len(following) < 2 or following[0].low not in COORDINATORS or not at:
        return False
    return words[at - 1].low == "," and not (
        following[1].is_finite or following[1].infinitive
    )


def _is_verb_here(
    word: Word, before: Word | None, after: Word | None, earlier: Word | None
) -> bool:
    """Whether a form that is also a noun's is the verb where it stands."""
    if before is None or before.low in ARTICLES | NUMBER_WORDS.keys():
        return False
    if before.low[:1].isdigit():
        return False
    if is_adjective(before) or is_genitive(before):
        return False
    if before.is_finite and not before.is_doubtful:
        return False

    if after is not None and (after.is_modal or after.low in SHORT_VERBS - {"får"}):
        return False

    lone = after is None or after.low in PREPOSITIONS or after.is_sign
    joined = before.low in COORDINATORS
    return not (joined and lone) or (earlier is not None and bool(earlier.present))


def _is_verb_after(word: Word | None, at: int) -> bool:
    """Whether a word is a verb and nothing else: in the present, or, after the first
    word of a sentence, in the passive.
    """
    if word is None or word.is_doubtful or len(word.low) <= 3:
        return False
    return bool(word.present or (at == 0 and word.passive and not word.infinitive))


def _owns(word: Word, after: Word | None) -> bool:
    """Whether a form in -s is a genitive: patients behandling."""
    return (
        is_genitive(word)
        and after is not None
        and not is_definite(after)
        and after.low not in PREPOSITIONS | ADVERBS | COORDINATORS
        and not after.is_sign
        and not after.low.endswith(("ligt", "vis"))
        and lemma(word.low) != word.passive
    )


def is_marker(words: Words, at: int) -> bool:
    """Whether «at» marks an infinitive, with adverbs between or not."""
    ahead = at + 1
    while ahead < len(words) and words[ahead].low in ADVERBS:
        ahead += 1
    if ahead >= len(words):
        return True

    word = words[ahead]
    if word.passive and not word.infinitive:
        more = words[ahead + 1] if ahead + 1 < len(words) else None
        return not (more is not None and is_genitive(word) and more.is_finite)
    return word.infinitive
