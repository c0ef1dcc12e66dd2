"""The subordinate clauses of a sentence: where each begins and ends.

Danish puts the finite verb of a main clause second, and the subject before it or just
after it; a subordinate clause begins with its conjunction and most often ends at a
comma. What cannot be told by that is left untold.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from registry.language.numbers import NUMBER_WORDS
from registry.language.units import SPELLINGS
from registry.suggest.dictionary import lemma
from registry.suggest.finite import is_finite, is_marker
from registry.suggest.inverted import inverted_end
from registry.suggest.lexicon import (
    ADVERBS,
    ASKING,
    CONDITIONAL,
    CONJUNCTIONS,
    CONTINUING,
    COORDINATORS,
    NOUN_LIKE,
    PREPOSITIONS,
    RELATIVE,
)
from registry.suggest.nouns import phrase_end
from registry.suggest.words import Word

Words = Sequence[Word]
# With these, and with «så snart», a clause says by when.
TIMELY = frozenset({"inden", "før", "efter", "straks"})
PRONOUN_OBJECTS = frozenset({"den", "det", "dem", "denne", "dette", "disse"})


@dataclass(frozen=True)
class Sub:
    """A subordinate clause: its conjunction and its span."""

    conjunction: str
    start: int
    end: int


def subordinates(words: Words, start: int = 0) -> list[Sub]:
    """The subordinate clauses in order; what is inside one is not told apart."""
    subs: list[Sub] = []
    at, seen = start, False

    while at < len(words):
        is_start = at == 0 or (at > start and words[at - 1].low in COORDINATORS)
        if is_start and (comma := inverted_end(words, at)):
            subs.append(Sub("hvis", at, comma))
            at = comma
            continue

        if _opens(words, at, seen):
            end = _closes(words, at, seen)
            if end:
                bare = _opens_bare(words, at, seen)
                subs.append(Sub("som" if bare else words[at].low, at, end))
                at = end
                continue

        seen = seen or is_finite(words, at)
        at += 1

    return subs


def _opens(words: Words, at: int, seen: bool) -> bool:
    word = words[at]
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or word.is_sign:
        return False

    low = word.low
    if low in CONJUNCTIONS | CONTINUING:
        measures = low == "hvor" and after.low in ("længe", "ofte", "meget")
        return not measures or (at == 0 and _is_fronted(words, at))
    if low in RELATIVE:
        return _opens_relative(words, at, before)
    if low in ("inden", "før", "efter"):
        return after.low == "at" or _opens_time(words, at, seen)
    if low in ("at", "om", "så", "da", "omfang", "straks"):
        alone = low == "om" and not seen and not _two_finite(words, at + 1)
        return not alone and _opens_small(words, at, before, after)
    return _opens_bare(words, at, seen)


def _opens_small(words: Words, at: int, before: Word | None, after: Word) -> bool:
    """Whether a small word that is more than a conjunction is one here."""
    low = words[at].low
    after_comma = before is not None and before.low == ","
    if low == "omfang":  # «i det omfang»
        return before is not None and before.low == "det"
    if low == "at":
        return not is_marker(words, at)
    if low == "da":
        return before is None or after_comma
    if low == "straks":  # «…, straks svaret er kendt»
        end = phrase_end(words, at + 1, len(words))
        return after_comma and at + 1 < end < len(words) and is_finite(words, end)
    if low == "så":
        measures = after.low in ("snart", "længe", "vidt", "at")
        return measures or (after_comma and _finite_ahead(words, at + 1))

    # «beslutningen om at pakke» asks nothing.
    asked = (before is not None and after.low != "at") and (
        after_comma or lemma(before.low) in ASKING or before.present in ASKING
    )
    # «Om det er kommunen, siger aftalen ikke.»
    fronted = before is None and _is_fronted(words, at)
    return fronted or (asked and _finite_ahead(words, at + 1))


def _two_finite(words: Words, start: int) -> bool:
    """Whether the main verb is still to come after a clause's own: not in «afgørelse
    om bolig træffes af kommunen».
    """
    return sum(is_finite(words, at) for at in range(start, len(words))) > 1


def _opens_bare(words: Words, at: int, seen: bool) -> bool:
    """Whether a relative clause without «som» begins: de indsatser, borgeren får, …"""
    if not seen or at < 2 or words[at - 1].low != "," or words[at - 2].is_sign:
        return False
    if words[at].low in CONJUNCTIONS | RELATIVE | COORDINATORS | {"at", "om"}:
        return False

    verb = phrase_end(words, at, len(words))
    if verb == at or verb >= len(words) or not is_finite(words, verb):
        return False

    close = next((i for i in range(verb, len(words)) if words[i].is_sign), None)
    return close is not None and words[close].low in (",", ".")


def _opens_relative(words: Words, at: int, before: Word | None) -> bool:
    if before is None or (before.is_finite and before.low not in NOUN_LIKE):
        return False

    if words[at].low == "der":
        return _opens_with_there(words, at, before)

    if before.low in PREPOSITIONS or before.low in ("samme", "ligesom"):
        return False
    if words[at].low == "som" and any(w.low == "såvel" for w in words[:at]):
        return False
    return _finite_ahead(words, _past_aside(words, at + 1))


def _opens_with_there(words: Words, at: int, before: Word) -> bool:
    """Whether «der» is relative: in «og der sendes» it has no noun to be that to."""
    if before.low in COORDINATORS:
        return False
    if before.low == "," and _finite_ahead(words, _past_aside(words, at + 1)):
        return True
    ahead = at + 1
    while ahead < len(words) and words[ahead].low in ADVERBS:
        ahead += 1
    return ahead < len(words) and words[ahead].is_finite


def _past_aside(words: Words, at: int) -> int:
    """Past a condition right after «som»: «som, hvis det ønskes, ringer»."""
    is_aside = at + 1 < len(words) and words[at].low == ","
    if not is_aside or words[at + 1].low not in CONDITIONAL:
        return at
    end = _closes(words, at + 1, True)
    return end + 1 if end and end < len(words) else at


def _finite_ahead(words: Words, at: int) -> bool:
    """Whether a finite verb comes before the next sign or coordinator."""
    for ahead in range(at, len(words)):
        word = words[ahead]
        if word.is_sign and word.low not in "«»\"'()":
            return False
        if is_finite(words, ahead):
            return words[ahead - 1].low not in COORDINATORS or ahead - 1 < at
    return False


def _opens_time(words: Words, at: int, seen: bool) -> bool:
    """Whether «inden», «før» or «efter» begins a clause and is no preposition."""
    if not seen:
        return _is_fronted(words, at)
    return not _measures(words, at + 1) and _finite_ahead(words, at + 1)


def _is_fronted(words: Words, at: int) -> bool:
    """Whether a clause stands first: a verb before the comma, and one right after."""
    comma = next((i for i in range(at, len(words)) if words[i].low == ","), None)
    if comma is None or comma + 1 >= len(words) or not is_finite(words, comma + 1):
        return False
    return any(is_finite(words, i) for i in range(at + 1, comma))


def _measures(words: Words, at: int) -> bool:
    """Whether a length of time or a clock follows: inden for to dage, inden kl. 14."""
    low = words[at].low
    more = words[at + 1].low if at + 1 < len(words) else ""
    counted = low in NUMBER_WORDS and more in SPELLINGS
    return low[:1].isdigit() or low in ("for", "kl.", "kl", "klokken") or counted


def _closes(words: Words, at: int, seen: bool) -> int:
    """Where the clause that begins at `at` ends; 0 where it has no verb."""
    verb = _own_verb(words, at)
    if verb is None:
        return 0

    low = words[at].low
    for ahead in range(verb + 1, len(words)):
        word = words[ahead]
        if word.low in (";", "–", "—", "!", "?") or (
            word.low == "." and ahead + 1 == len(words)
        ):
            return ahead
        if word.low == ")" and not any(w.low == "(" for w in words[at:ahead]):
            return ahead
        if word.low == "," and ahead + 1 < len(words):
            if _ends_at_comma(words, low, ahead + 1, seen):
                return ahead
        elif not seen and is_finite(words, ahead) and _is_second(words, verb, ahead):
            return ahead

    return len(words)


def _own_verb(words: Words, at: int) -> int | None:
    """The verb of the clause that begins at `at`, relative clauses in its subject
    passed over: «at voksne, der er indlagt, skal …».
    """
    ahead = _past_aside(words, at + 1)

    while ahead < len(words):
        relative = ahead > at + 1 and words[ahead].low in RELATIVE
        if relative and _opens_relative(words, ahead, words[ahead - 1]):
            ahead = _closes(words, ahead, False) or ahead + 1
        elif is_finite(words, ahead):
            return ahead
        else:
            ahead += 1

    return None


def _is_second(words: Words, verb: int, at: int) -> bool:
    """Whether a finite verb without a comma is the main clause's own."""
    before = words[at - 1].low
    if words[verb].is_modal and words[at].passive:
        return False
    if before in COORDINATORS | RELATIVE | CONJUNCTIONS or before in ("at", "om", ","):
        return False
    inside = (w.low for w in words[verb + 1 : at])
    opened = CONJUNCTIONS | RELATIVE | COORDINATORS | {"at", "om"}
    return not any(low in opened for low in inside)


def _ends_at_comma(words: Words, low: str, after: int, seen: bool) -> bool:
    """Whether the clause begun by `low` ends at the comma before `after`."""
    word = words[after]
    if seen and word.infinitive:
        return True
    if word.low in COORDINATORS:
        return _coordinates_main(words, after + 1, seen)

    if is_finite(words, after):
        more = words[after + 1].low if after + 1 < len(words) else ""
        both = after + 2 < len(words) and is_finite(words, after + 2)
        return more not in COORDINATORS or word.is_modal or (both and not seen)

    if low in ("at", "om"):
        return not seen and word.low not in CONJUNCTIONS | RELATIVE | {"at", "om"}
    if word.low in CONJUNCTIONS | RELATIVE or word.low in ("at", "om"):
        return False

    # A pronoun heads no list: «den, der opdager den, apoteket og lægen».
    return words[after - 2].low in PRONOUN_OBJECTS or not _lists_on(words, after)


def _coordinates_main(words: Words, after: int, seen: bool) -> bool:
    """Whether after «, og» the main clause goes on, and no further condition does."""
    if after >= len(words):
        return False
    low = words[after].low
    if low in CONJUNCTIONS | RELATIVE or low in ("at", "om"):
        return False
    return seen and (_finite_ahead(words, after) or words[after].infinitive)


def _lists_on(words: Words, at: int) -> bool:
    """Whether after a comma only a list of nouns goes on: A, B og C."""
    end = phrase_end(words, at, len(words))
    return end > at and end < len(words) and words[end].low in COORDINATORS
