"""Each word of a question as a word that the lexicon knows, if there is one.

Joined with its other half, spelt with Danish letters, taken apart, or freed of a slip.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from registry.search.danish import Token, duration, fold, skeleton
from registry.search.language import FUNCTION_WORDS, LIGHT_HALVES, UNITS
from registry.search.lexicon import ASKING, LIGHT, LIGHT_STEMS, Lexicon
from registry.search.phrases import Phrase

SURENESS_CORRECTED = 0.85
LONGEST_INFLECTION = 4  # more than an ending makes another word: ledighed is not lede
UNIT_WORDS = {fold(unit): unit for unit in UNITS if len(unit) > 2}
SHORTEST_HALF = 3
# «udskrivnings aftale» is a compound apart; «hvem er» is none.
BARE = frozenset(fold(word) for word in FUNCTION_WORDS) - {fold(word) for word in LIGHT_HALVES}
BARE |= {word for word in ASKING if word.startswith("hv")}
_LIGHT_SKELETONS = frozenset(skeleton(word) for word in (*LIGHT, *ASKING))


@dataclass(frozen=True)
class ReadWord:
    """A token as it was understood."""

    token: Token
    known: bool = True
    sureness: float = 1.0
    misspelt_phrase: Phrase | None = None
    paragraph: bool = False
    light: bool = False  # a duration that no row has says only how the case stands


def understand(tokens: Sequence[Token], lexicon: Lexicon) -> list[ReadWord]:
    """Each token as a known word: joined with its other half, respelt, taken apart or corrected."""
    read: list[ReadWord] = []
    left = _with_duration(tokens)
    while left:
        token = left.pop(0)
        whole = _of_three(token, left, lexicon)
        if whole:
            left = left[2:]
        else:
            other, whole = _other_half(token, left, lexicon)
            if other:
                left.remove(other)
        read.extend([ReadWord(whole)] if whole else _read(token, lexicon))
    return read


def gathered(read: Sequence[ReadWord], lexicon: Lexicon) -> list[ReadWord]:
    """The words of a phrase that stand apart, brought together where the first of them stands.

    Only where the phrase is not already there as it is written.
    """
    stems = [item.token.stem for item in read]
    written = lexicon.question_phrases.find(stems)
    inside = {
        at
        for phrase in written
        if phrase.last - phrase.first > 1
        for at in range(phrase.first, phrase.last)
    }
    for words, _ in lexicon.question_phrases.scattered(stems):
        places = [_place(stems, word, inside) for word in words]
        if None not in places and len(set(places)) == len(places) and _has_subject(read, places):
            moved = [read[at] for at in places if at is not None]
            first = min(at for at in places if at is not None)
            before = [item for at, item in enumerate(read) if at < first]
            after = [item for at, item in enumerate(read) if at > first and at not in places]
            return [*before, *moved, *after]
    return list(read)


def says_little(item: ReadWord) -> bool:
    return item.light or _is_light(item.token) or item.token.exact in ASKING


def _of_three(token: Token, following: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """The known compound that three tokens in a row make («pleje forløbs plan»)."""
    if len(following) < 2 or any(_is_bare(part) for part in (token, *following[:2])):
        return None
    half = token._replace(exact=token.exact + following[0].exact, end=following[0].end)
    return lexicon.joined(half, following[1])


def _other_half(
    token: Token, others: Sequence[Token], lexicon: Lexicon
) -> tuple[Token | None, Token | None]:
    """The token that with this one makes a known compound, and the compound: the next token, or,

    for a word that ends in the linking s or may follow one, any.
    """
    if _is_bare(token):
        return None, None
    for at, other in enumerate(others):
        if _is_bare(other):
            continue
        if at == 0 or token.exact.endswith("s"):
            joined = lexicon.joined(token, other)
            if joined:
                return other, joined
        if other.exact.endswith("s"):
            joined = lexicon.joined(other, token)
            if joined:
                return other, joined
    return None, None


def _with_duration(tokens: Sequence[Token]) -> list[Token]:
    """A lone number and a lone unit of time that stand apart are one duration."""
    numbers = [t for t in tokens if t.exact.isdigit()]
    units = [t for t in tokens if t.exact in UNIT_WORDS]
    if len(numbers) != 1 or len(units) != 1 or any(t.exact.startswith("=") for t in tokens):
        return list(tokens)
    name = duration(f"{numbers[0].exact} {UNIT_WORDS[units[0].exact]}")
    made = units[0]._replace(exact=name, stem=name)
    return [made if t is units[0] else t for t in tokens if t is not numbers[0]]


def _read(token: Token, lexicon: Lexicon) -> list[ReadWord]:
    if token.exact.isdigit():
        return [ReadWord(token, paragraph="§" + token.exact in lexicon.words)]
    if token.exact.startswith("="):
        return [ReadWord(token, light=token.exact not in lexicon.words)]
    if _is_light(token) or token.exact in ASKING or lexicon.knows(token):
        return [ReadWord(token)]
    return _read_unknown(token, lexicon)


def _read_unknown(token: Token, lexicon: Lexicon) -> list[ReadWord]:
    """Missing Danish letters, a known misspelling, a compound of known words, a slip, or nothing.

    The order is from the surest to the least sure.
    """
    respelt = lexicon.respelt(token)
    if respelt or skeleton(token.exact) in _LIGHT_SKELETONS:
        return [ReadWord(respelt)] if respelt else []
    misspelt = lexicon.misspelt.find([token.stem])
    if misspelt:
        return [ReadWord(token, misspelt_phrase=misspelt[0])]
    parts = lexicon.taken_apart(token)
    if len(parts) > 1:
        return [ReadWord(part) for part in parts]
    corrected = lexicon.corrected(token)
    if corrected:
        return [ReadWord(corrected, sureness=SURENESS_CORRECTED)]
    return [ReadWord(token, known=False)]


def _is_light(token: Token) -> bool:
    if token.exact in LIGHT:
        return True
    if token.stem in LIGHT_STEMS and len(token.exact) - len(token.stem) <= LONGEST_INFLECTION:
        return True
    return len(token.exact) < 2 and not token.exact.isdigit()


def _is_bare(token: Token) -> bool:
    """Whether the word never is a part of a compound that was written apart."""
    return token.exact in BARE or (len(token.exact) < SHORTEST_HALF and not token.exact.isdigit())


def _place(stems: Sequence[str], word: str, inside: set[int]) -> int | None:
    return next((at for at, s in enumerate(stems) if s == word and at not in inside), None)


def _has_subject(read: Sequence[ReadWord], places: Sequence[int | None]) -> bool:
    """Two words that name something: a phrase of one such and small words is too loose."""
    return sum(at is not None and not says_little(read[at]) for at in places) > 1
