"""Noun phrases: where one begins and ends, and what its head is."""

from collections.abc import Sequence
from itertools import pairwise

from registry.suggest.dictionary import is_known, lemma
from registry.suggest.lexicon import (
    ADVERBS,
    CONJUNCTIONS,
    COORDINATORS,
    DETERMINERS,
    NEVER_VERBS,
    NOUN_LIKE,
    ONE_OF_TWO,
    PICKING,
    PREPOSITIONS,
    RELATIVE,
)
from registry.suggest.verbs import HUMAN
from registry.suggest.words import Word

Words = Sequence[Word]
_ADJECTIVE = tuple(
    """ende ske lige ige ede elle ale ære ive isk lig ig iel bare løse fulde somme nte
    ste erede ibel abel iøs iøse""".split()
)
# Nouns that end as adjectives do.
_NOUNS = frozenset(
    """pårørende studerende opgave personale lokale signal kapitel bolig bilag afsnit
    krig dialog undertegnede skole patient""".split()
)
_SHORT_ADJECTIVES = frozenset(
    """ny nye nyt kort korte lang lange fast faste god gode fælles relevant relevante
    første anden tredje næste sidste ansvarlig egen eget egne stor store lille små
    aktuel aktuelle akut akutte psykiatrisk gratis fri frie privat private nuværende
    videre øvrige sene tidlig tidlige skriftligt lokal lokale begge enkelte enkelt
    sjælden hele halv halve almen alment ældre voksne unge syg syge""".split()
)
# Participles whose verbs make no noun with -ning or -else.
_PARTICIPLES = frozenset("aftalt afsluttet lukket valgt bestilt fastsat".split())
# After «det» these begin a phrase of their own: «påhviler det den, der …».
_ARTICLES = frozenset({"den", "de", "en", "et", "egen", "hver", "enhver"})
# Of one: no plural follows them, and no noun that has its article as an ending.
SINGULAR = frozenset({"den", "det", "denne", "dette"})
CONCERNED = "vedkommende"  # alone someone, and before a noun which one
# Nouns of one that end as plurals do.
_DOERS = frozenset({"bruger", "behandler", "leder", "rådgiver", "vejleder", "forløber"})
_OBJECT_CLAUSES = frozenset("hvornår hvordan hvem hvilke hvilken hvad hvor at".split())
_NEUTER, _COMMON, _PLURAL = "n", "c", "p"
# Who she is by what she does: sygeplejerske. Adjectives in -sk end so too: praktiske.
_WOMEN = ("plejerske",)


def is_adjective(word: Word) -> bool:
    """Whether a word has the form of an adjective that stands before its noun."""
    if word.low in _NOUNS or word.low.endswith(_WOMEN):
        return False
    return word.low in _SHORT_ADJECTIVES or word.low.endswith(_ADJECTIVE)


def is_participle(word: Word) -> bool:
    """Whether a word is what has been done to its noun: forventet udskrivning. A verb
    has a noun with -ning or -else, which «mødet» and «svaret» have not.
    """
    low = word.low
    verb = lemma(low)
    if not low.endswith("t") or not verb.endswith("e"):
        return low in _PARTICIPLES
    stem = verb[:-1]
    makes_noun = is_known(f"{stem}ning") or is_known(f"{stem}else")
    return low in _PARTICIPLES or low.endswith("eret") or makes_noun


def is_initials(word: Word) -> bool:
    """Whether it is the initials of a name, as PPR is."""
    return len(word.text) > 1 and word.text.isupper() and word.text.isalpha()


def is_definite(word: Word) -> bool:
    """Whether a noun has the definite ending: centeret, kommunen, lægerne."""
    low = word.low.removesuffix("s") if len(word.low) > 5 else word.low
    return len(low) > 4 and low.endswith(("en", "et", "erne", "ene", "ne"))


def is_genitive(word: Word) -> bool:
    """Whether a noun owns what follows: kommunens, hospitalets, lægernes, borgers."""
    low = word.low
    if not low.endswith("s") or len(low) < 5 or low in DETERMINERS | ADVERBS:
        return False
    return low.endswith(("ens", "ets", "ernes", "enes", "nes", "ers", "ns")) or (
        lemma(low[:-1]) != low[:-1] or word.text[:1].isupper()
    )


def may_be_noun(word: Word) -> bool:
    """Whether the word may stand in a noun phrase as what it is about."""
    low = word.low
    if word.is_sign or low in PREPOSITIONS | ADVERBS | COORDINATORS | CONJUNCTIONS:
        return False
    if low in RELATIVE or low in ("at", "sig") or word.is_modal:
        return False

    if low in _SHORT_ADJECTIVES:
        return True
    if word.infinitive and low not in NOUN_LIKE:
        return False

    return (
        not word.is_finite
        or word.is_doubtful
        or low in NOUN_LIKE | NEVER_VERBS
        or is_genitive(word)
    )


def is_picked(words: Words, start: int, end: int, limit: int) -> bool:
    """Whether a clause says which one: «den læge, der holder samtalen»."""
    return words[start].low in PICKING and any(
        w.low in ("der", "som", "hvor") for w in words[end:limit]
    )


def stands_alone(words: Words, at: int) -> bool:
    """Whether «den» or «de» is a pronoun by what follows it: a noun with its article as
    an ending, its verb where that is also a plural, or «egen». After «det» the subject
    may be still to come, but where only people do what the verb says: «påhviler det
    kommunen», «er det kommunen, der».
    """
    low, after = words[at].low, words[at + 1] if at + 1 < len(words) else None
    if after is None or low not in SINGULAR | {"de", CONCERNED}:
        return False
    if is_verb_of_one(words, at + 1) or _is_after_modal(words, at):
        return True
    if low in ("den", "denne", "de") and after.low in ("egen", "eget"):
        return True

    verb = words[at - 1].present if at else ""
    is_it = (
        low in ("den", "denne", CONCERNED) or verb in HUMAN
    ) and after.low.endswith(("en", "et"))
    is_they = low == "de" and after.low.endswith("erne")
    is_noun = not (is_adjective(after) or is_participle(after) or is_genitive(after))
    return (is_it or is_they) and is_noun and lemma(after.low) != after.low


def _is_after_modal(words: Words, at: int) -> bool:
    """Whether between a modal and its infinitive, which is also a noun: «skal den svare
    borgeren», but not «skal den støtte, der er bevilget, gives».
    """
    if not at or not words[at - 1].is_modal or not words[at + 1].infinitive:
        return False

    rest = words[at + 2 :]
    has_relative = any(
        one.low == "," and two.low in RELATIVE for one, two in pairwise(rest)
    )
    return not has_relative and not any(
        word.infinitive or word.passive for word in rest
    )


def is_verb_of_one(words: Words, at: int) -> bool:
    """Whether a verb that is also a plural is the verb after a pronoun: «denne
    kontakter»; after «de» where it has an object: «de aftaler datoen».
    """
    word, before = words[at].low, words[at - 1].low if at else ""
    is_plural = word in NOUN_LIKE and word.endswith("er") and word not in _DOERS
    has_object = before == "de" and _begins_object(words, at + 1)
    return is_plural and (before in SINGULAR or has_object)


def _begins_object(words: Words, at: int) -> bool:
    """Whether what can be no part of a plural's phrase follows it: «datoen», «en dag»,
    «, hvornår».
    """
    if at >= len(words):
        return False
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.low == ",":
        return after is not None and after.low in _OBJECT_CLAUSES
    return word.low in DETERMINERS | {"at"} or (
        is_definite(word) and not is_genitive(word) and not word.is_finite
    )


def is_numbered(words: Words, start: int, end: int) -> bool:
    """Whether it is a part of a text by its number: afsnit 7."""
    is_part = words[start].low.startswith("afsnit")
    return is_part and any(w.low[:1].isdigit() for w in words[start : end + 1])


def phrase_end(words: Words, start: int, stop: int) -> int:
    """Where the noun phrase ends that begins at `start`; `start` where none does."""
    at = start
    while at < stop and not words[at].is_sign:
        word, following = words[at], words[at + 1] if at + 1 < stop else None
        if at > start and word.low in _ARTICLES and words[at - 1].low == "det":
            return at
        if word.low in DETERMINERS | {CONCERNED} or word.low[:1].isdigit():
            at += 1
            if stands_alone(words, at - 1):
                return at
            continue
        if not may_be_noun(word) and not (at > start and _is_owned(words, at)):
            break

        goes_on = following is not None and (
            may_be_noun(following) or _is_owned(words, at + 1)
        )
        if goes_on and (is_genitive(word) or is_adjective(word) or is_participle(word)):
            at += 1
            continue
        return _with_names(words, at + 1, stop)

    # A phrase may be an article or an adjective alone: de, den anden, de øvrige.
    return at if at > start and not words[start].low[:1].isdigit() else start


def _is_owned(words: Words, at: int) -> bool:
    """Whether a form of a verb is a noun after what only stands before nouns:
    borgerens sagsbehandler.
    """
    word, before = words[at], words[at - 1]
    if not word.present or not word.low.endswith("er"):
        return False

    owner = before.low.endswith(("ens", "ets", "ernes", "enes"))
    if before.low == "denne":  # «og denne sender en plan», «denne leder skal»
        after = words[at + 1] if at + 1 < len(words) else None
        return word.is_doubtful or (
            after is not None and (after.is_finite or after.low in RELATIVE)
        )
    if before.low in ONE_OF_TWO:
        return False
    return owner or before.low in ("en", "et", "egen") or is_adjective(before)


def _with_names(words: Words, at: int, stop: int) -> int:
    """Past the names that follow a head: Psykiatrisk Center Amager."""
    while at < stop and words[at].text[:1].isupper() and not words[at].is_finite:
        at += 1
    return at


def gender_of(words: Words, start: int, end: int) -> str:
    """n, c or p: whether det, den or de takes a phrase up; empty where unknown."""
    first, last = words[start].low, words[end - 1].low.removesuffix("s")
    if first in ("de", "disse", "begge", "alle") or last.endswith(("erne", "ene")):
        return _PLURAL
    if first in ("det", "dette", "et") or last.endswith("et"):
        return _NEUTER
    if first in ("den", "denne", "en", "egen") or last.endswith(("en", "n")):
        return _COMMON
    return ""


def coordinated(words: Words, start: int, stop: int) -> list[tuple[int, int]]:
    """The phrases that stand side by side from `start` on: A, B og C."""
    phrases = []
    at = start

    while at < stop:
        if words[at].low in ("både", "enten", "såvel", "hverken"):
            at += 1
            continue

        end = phrase_end(words, at, stop)
        if end == at:
            break
        phrases.append((at, end))
        joined = _joint(words, end, stop)
        if joined == end:
            break
        at = joined

    return phrases


def _joint(words: Words, at: int, stop: int) -> int:
    """Past «og», «eller», «samt» or a comma between two phrases; `at` if none is."""
    if at >= stop:
        return at
    if words[at].low == "selv" and at + 1 < stop:
        joined = _joint(words, at + 1, stop)
        return joined if joined > at + 1 else at

    if words[at].low in COORDINATORS - {"men"}:
        return at + 1
    if words[at].low == "som" and any(w.low == "såvel" for w in words[:at]):
        return at + 1

    if words[at].low == "," and at + 1 < stop:
        more = phrase_end(words, at + 1, stop)
        if more > at + 1 and more < stop and words[more].low in COORDINATORS | {","}:
            return at + 1
    return at
