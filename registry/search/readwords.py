"""Each word of a question as a word that the lexicon knows, if there is one.

Joined with its other half, spelt with Danish letters, taken apart, or freed of a slip.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from registry.language.danish import Token, fold, skeleton, stem
from registry.language.lengths import APART, YEAR, length_name
from registry.language.units import SPELLINGS
from registry.language.word_lists import (
    EVERYDAY_WORDS,
    FUNCTION_WORDS,
    HANDLING_WORDS,
    LIGHT_HALVES,
    ORDINARY_WORDS,
    UNITS,
)
from registry.search.alternatives import sides_set_apart
from registry.search.case_words import tells_the_case
from registry.search.cited import NOTHING_CITED, Cited
from registry.search.clipping import unclipped
from registry.search.lexicon import ASKING, EVERYDAY_STEMS, LIGHT, Lexicon
from registry.search.phrases import Phrase
from registry.search.spelling import is_inflected

UNIT_WORDS = {fold(unit): unit for unit in UNITS}
SINGULAR = frozenset(name for unit in SPELLINGS.values() for name in unit.singular)
YEAR_TOKEN = re.compile(YEAR)
# «udskrivnings aftale» is a compound apart; «hvem er» is none.
BARE = frozenset(fold(word) for word in FUNCTION_WORDS) - {
    fold(word) for word in LIGHT_HALVES
}
BARE |= {fold(word) for word in HANDLING_WORDS}
BARE |= {word for word in ASKING if word.startswith("hv")}
# After these a capital only says that a sentence begins.
ENDS = ".!?:;–-«»\"'("
# Those of everyday life that are not light; participles and superlatives end in a t.
NOUNS = frozenset(
    fold(word) for word in EVERYDAY_WORDS - ORDINARY_WORDS if not word.endswith("t")
)
NOUNS -= LIGHT
_LIGHT_SKELETONS = frozenset(skeleton(word) for word in (*LIGHT, *ASKING))


@dataclass(frozen=True)
class ReadWord:
    """A token as it was understood."""

    token: Token
    known: bool = True
    likelihood: float = 1.0
    misspelt_phrase: Phrase | None = None
    paragraph: bool = False
    light: bool = False  # carries no subject, as a light word or a question word
    completions: tuple[Token, ...] = ()  # the words that a clipped one may begin
    part: bool = False  # of a word that nothing knows, taken apart


def understand(
    tokens: Sequence[Token], lexicon: Lexicon, cited: Cited = NOTHING_CITED
) -> list[ReadWord]:
    """Each token as a known word: joined with its other half, respelt, taken apart or
    corrected. `cited` says what those stand for that are citations of law.
    """
    read: list[ReadWord] = []
    left = _with_duration(tokens, lexicon.profile.matching.shortest_unit)

    while left:
        token = left.pop(0)
        whole = _of_three(token, left, lexicon)
        if whole:
            left = left[2:]
        else:
            other, whole = _other_half(token, left, lexicon)
            if other:
                left.remove(other)
        read.extend([ReadWord(whole)] if whole else _read(token, lexicon, cited))

    return [
        replace(item, light=item.light or _says_little(item.token, lexicon))
        for item in read
    ]


def _says_little(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word carries no subject. One is not light by the inflections of another
    where it is an everyday noun in its plain form that no row has: «pas» is no form of
    «passende».
    """
    is_noun = token.exact == token.stem and token.exact in NOUNS
    is_unknown = is_noun and token.exact not in lexicon.known
    return lexicon.says_little(token) and not is_unknown


def without_names(text: str, read: Sequence[ReadWord]) -> list[ReadWord]:
    """The words less those that nothing knows and that are written as names: with a
    capital inside a sentence. They say who asks and from where.
    """
    return [item for item in read if item.known or not _is_name(text, item.token)]


def _is_name(text: str, token: Token) -> bool:
    written, before = text[token.start : token.end], text[: token.start].rstrip()
    inside = bool(before) and before[-1] not in ENDS
    return inside and written[:1].isupper() and not written[1:].isupper()


def gathered(read: Sequence[ReadWord], lexicon: Lexicon) -> list[ReadWord]:
    """The words of a phrase that stand apart, brought together where the first of them
    stands. Only where the phrase is not already there as it is written.
    """
    stems = [item.token.stem for item in read]
    written = lexicon.question_phrases.find(stems)
    inside = {
        at
        for phrase in written
        if phrase.last - phrase.first > 1
        for at in range(phrase.first, phrase.last)
    }
    inside |= sides_set_apart([item.token.exact for item in read], written)

    fewest = lexicon.profile.matching.fewest_naming
    for words, _ in lexicon.question_phrases.scattered(stems):
        places = _places(words, stems, inside)
        # A phrase of one word that names something and small words is too loose.
        if sum(not read[at].light for at in places) >= fewest:
            moved = [read[at] for at in places]
            after = [
                item
                for at, item in enumerate(read)
                if at > min(places) and at not in places
            ]
            return [*read[: min(places)], *moved, *after]

    return list(read)


def _of_three(
    token: Token, following: Sequence[Token], lexicon: Lexicon
) -> Token | None:
    """The known compound that three tokens in a row make («pleje forløbs plan»)."""
    three = (token, *following[:2])
    if len(three) < 3 or any(_is_bare(part, lexicon) for part in three):
        return None

    half = token._replace(exact=token.exact + following[0].exact, end=following[0].end)
    return lexicon.joined(half, following[1])


def _other_half(
    token: Token, others: Sequence[Token], lexicon: Lexicon
) -> tuple[Token | None, Token | None]:
    """The token that with this one makes a known compound, and the compound: the next
    token, or, for a word that ends in the linking s or may follow one, any.
    """
    if _is_bare(token, lexicon):
        return None, None

    for at, other in enumerate(others):
        if _is_bare(other, lexicon):
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


def _with_duration(tokens: Sequence[Token], shortest: int) -> list[Token]:
    """A lone number and a lone unit of time that stand apart are one duration.

    Not a year, nor a day's or week's own number («dag 3», «2. dag»).
    """
    numbers = [t for t in tokens if t.exact.isdigit()]
    units = [
        t
        for t in tokens
        if t.exact in UNIT_WORDS and len(UNIT_WORDS[t.exact]) >= shortest
    ]

    if (
        len(numbers) != 1
        or len(units) != 1
        or any(t.exact.startswith("=") for t in tokens)
        or _is_ordinal(numbers[0], units[0])
    ):
        return list(tokens)

    unit = SPELLINGS[UNIT_WORDS[units[0].exact]]
    name = length_name(float(numbers[0].exact), unit)
    made = units[0]._replace(exact=name, stem=name)
    return [made if t is units[0] else t for t in tokens if t is not numbers[0]]


def _is_ordinal(number: Token, unit: Token) -> bool:
    """Whether the number only says which: a year, or the one beside a single unit."""
    near = min(abs(number.start - unit.end), abs(unit.start - number.end)) <= APART
    return bool(YEAR_TOKEN.fullmatch(number.exact)) or (
        near and UNIT_WORDS[unit.exact] in SINGULAR
    )


def _read(token: Token, lexicon: Lexicon, cited: Cited) -> list[ReadWord]:
    if token.exact in cited:
        return [ReadWord(token, misspelt_phrase=Phrase(0, 1, cited[token.exact]))]

    if token.exact[:1].isdigit():
        is_long = len(token.exact) >= lexicon.profile.matching.shortest_cited
        is_cited = is_long and "§" + token.exact in lexicon.words
        return [ReadWord(token, paragraph=is_cited)]

    if token.exact.startswith("="):
        # A duration that no row has says only how the case stands.
        return [ReadWord(token, light=token.exact not in lexicon.words)]

    if lexicon.says_little(token) or lexicon.knows(token):
        return [ReadWord(token)]
    return _read_unknown(token, lexicon)


def _read_unknown(token: Token, lexicon: Lexicon) -> list[ReadWord]:
    """Missing Danish letters, a known misspelling, a compound of known words, a slip,
    or nothing.

    From the surest to the least sure; a word of everyday life is what it is.
    """
    if token.stem in EVERYDAY_STEMS:
        return [ReadWord(token, known=False)]

    respelt = lexicon.spelling.respelt(token)
    if respelt or skeleton(token.exact) in _LIGHT_SKELETONS:
        return [ReadWord(respelt)] if respelt else []

    misspelt = lexicon.misspelt.find([token.stem])
    if misspelt:
        right = lexicon.spelt_right(token, misspelt[0])
        phrase = None if right else misspelt[0]
        return [ReadWord(right or token, misspelt_phrase=phrase)]

    asks = lexicon.spelling.asks(token)
    if asks:
        return [ReadWord(asks)]

    whole = unclipped(token, lexicon)
    parts = [whole] if whole else lexicon.taken_apart(token)
    # A slip is likelier than three words in one, or a short one («pacem|kaer»).
    short = min(len(part.exact) for part in parts or [token])
    is_unlikely = parts[2:] or short <= lexicon.profile.matching.shortest_half
    is_slip = is_unlikely and lexicon.spelling.corrected(token)
    if whole or (len(parts) > 1 and not is_slip):
        return [ReadWord(part, part=not whole) for part in parts]

    return [_guessed(token, lexicon)]


def _guessed(token: Token, lexicon: Lexicon) -> ReadWord:
    """The beginning of known words, or one with a slip; else no word that is known."""
    begun = lexicon.spelling.begun(token)
    completions = () if begun else lexicon.spelling.completions(token)
    if begun or completions:
        return ReadWord(begun or token, completions=completions)

    corrected, matching = lexicon.spelling.corrected(token), lexicon.profile.matching
    if not corrected:
        return ReadWord(token, known=False, light=tells_the_case(token))
    if is_inflected(token.exact, corrected.exact, matching.shortest_clipped):
        return ReadWord(corrected)
    return ReadWord(corrected, likelihood=matching.corrected)


def _is_bare(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word never is a part of a compound that was written apart."""
    is_short = len(token.exact) < lexicon.profile.matching.shortest_half
    return token.exact in BARE or (is_short and not token.exact.isdigit())


def _places(words: Sequence[str], stems: Sequence[str], inside: set[int]) -> list[int]:
    """Where each word of a phrase stands, outside other phrases; [] unless each has a
    place of its own.
    """
    places = [
        next((at for at, s in enumerate(stems) if s == word and at not in inside), -1)
        for word in words
    ]
    return places if -1 not in places and len(set(places)) == len(places) else []


def is_everyday(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is of everyday life, and stands nowhere in the catalogue."""
    # «pladsen» has another stem than «plads», which ends as a genitive does.
    stems = {token.stem, stem(token.stem)}
    return not EVERYDAY_STEMS.isdisjoint(stems) and not lexicon.knows(token)
