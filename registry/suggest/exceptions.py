"""What a sentence sets aside from what it says: «undtagen …», «dog ikke for …».

Such words deny nothing of the action itself; they say for whom or what it does not
hold.
"""

from collections.abc import Sequence

from registry.suggest.clauses import Sub
from registry.suggest.finite import is_finite
from registry.suggest.lexicon import RELATIVE
from registry.suggest.predicate import Span
from registry.suggest.words import Word

Words = Sequence[Word]
# The words that begin an exception anywhere, and those that do so after a comma alone.
ANYWHERE = (
    ("med", "undtagelse", "af"),
    ("bortset", "fra"),
    ("på", "nær"),
    ("undtagen",),
    ("eksklusive",),
)
AFTER_COMMA = (
    *(("dog", word) for word in ("undtagen", "undtaget", "ikke")),
    ("dog", "med", "undtagelse", "af"),
    ("dog", "bortset", "fra"),
    ("men", "ikke"),
    ("undtaget",),
)
# After «dog ikke» these measure, and set nobody aside: «dog ikke før kl. 8».
MEASURING = frozenset(
    "før inden efter kun nødvendigvis længere altid mere mindre senere over under "
    "alene blot nogen noget".split()
)


def exceptions(words: Words, subs: Sequence[Sub]) -> list[tuple[Span, Span]]:
    """Each exception of a sentence, with its first words and without them."""
    spans = []
    at = 0

    while at < len(words):
        length = _opener(words, at)
        end = _end(words, at + length, subs) if length else 0
        if end > at + length and _sets_aside(words, at, at + length, end, subs):
            spans.append(((at, end), (at + length, end)))
            at = end
        else:
            at += 1

    return spans


def limits(words: Words) -> frozenset[int]:
    """Where «ikke» sets a limit to what is done: «dog ikke før kl. 8»."""
    return frozenset(
        at
        for at in range(2, len(words) - 1)
        if words[at].low == "ikke"
        and words[at - 1].low in ("dog", "men")
        and words[at - 2].low == ","
        and words[at + 1].low in MEASURING
    )


def _opener(words: Words, at: int) -> int:
    """How many words that begin an exception stand here; 0 where none does."""
    after_comma = at > 0 and words[at - 1].low == ","
    for opener in (*(AFTER_COMMA if after_comma else ()), *ANYWHERE):
        if tuple(word.low for word in words[at : at + len(opener)]) == opener:
            return len(opener)
    return 0


def _sets_aside(
    words: Words, first: int, start: int, end: int, subs: Sequence[Sub]
) -> bool:
    """Whether a phrase or a clause follows, and no verb of the sentence's own."""
    if words[start - 1].low == "ikke" and words[start].low in MEASURING:
        return False

    inside = {at for sub in subs for at in range(sub.start, sub.end)}
    # A word alone is a noun, also where it has a verb's form: «men ikke tæpper».
    is_lone = end == start + 1 and not words[start].is_modal

    return first not in inside and (
        is_lone
        or not any(is_finite(words, at) for at in range(start, end) if at not in inside)
    )


def _end(words: Words, start: int, subs: Sequence[Sub]) -> int:
    """Where it ends: at the next sign, the clauses that belong to it passed over."""
    clauses = {sub.start: sub for sub in subs}
    at = start

    while at < len(words):
        if at in clauses and (at == start or words[at].low in RELATIVE):
            at = clauses[at].end
            continue

        more = clauses.get(at + 1)
        if words[at].low == "," and more and words[more.start].low in RELATIVE:
            at = more.end
            continue

        if words[at].is_sign and words[at].low not in "«»\"'()-/":
            return at
        if at > start and at not in clauses and is_finite(words, at):
            # Without a comma after it the main verb comes next.
            return at
        at += 1

    return at
