"""From a question's words to concepts: what it asks about, and which field it asks for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from registry.errors import BadInput, PersonalData
from registry.search.danish import Token, duration, fold, skeleton, tokenize
from registry.search.language import (
    CHOICE_WORDS,
    DIFFERENCE_WORDS,
    FIGURE_WORDS,
    FUNCTION_WORDS,
    LISTING_WORDS,
    UNITS,
)
from registry.search.lexicon import (
    ASKING,
    CONCEPT,
    EXACT,
    LIGHT,
    LIGHT_STEMS,
    PART,
    STEM,
    Lexicon,
)
from registry.search.phrases import Phrase

CPR = re.compile(
    r"(?<!\d)(?:0[1-9]|[12]\d|3[01])[ .-]?(?:0[1-9]|1[0-2])[ .-]?\d\d[ –-]?\d{4}(?!\d)"
)
YEAR = re.compile(r"(?:19|20)\d\d")
SURENESS_CORRECTED = 0.85
SURENESS_NARROWER = 0.8
LISTING_TERMS = frozenset({"samarbejdsaftale", "planomraade"})
SHORTEST_SUBJECT = 4
LONGEST_INFLECTION = 4  # more than an ending makes another word: ledighed is not lede
PLACES = ("municipality", "planning_area")
_LIGHT_SKELETONS = frozenset(skeleton(word) for word in (*LIGHT, *ASKING))


_EMPTY = frozenset(ASKING) | frozenset(fold(word) for word in FUNCTION_WORDS)
_UNITS = {fold(unit): unit for unit in UNITS if len(unit) > 2}
_FIGURE = frozenset(fold(word) for word in FIGURE_WORDS)


class Role(StrEnum):
    """What a concept does for an answer."""

    REQUIRED = "required"  # a row must cover it to answer
    FAVOURED = "favoured"  # a row that matches it stands higher
    LIGHT = "light"  # carries no subject, breaks ties
    UNKNOWN = "unknown"  # nothing in the catalogue or the word list knows it


@dataclass(frozen=True)
class Concept:
    """One thing the question names: its words, its index tokens, the terms and facets it means."""

    text: str
    role: Role
    tokens: frozenset[str] = frozenset()
    terms: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    sureness: float = 1.0
    words: tuple[frozenset[str], ...] = ()  # a phrase's words: a row that holds all covers it
    word: str = ""  # its folded words, as they were understood
    alternative: bool = False  # set beside others by «eller»: a row may cover any one of them


@dataclass(frozen=True)
class ParsedQuestion:
    """A question's concepts; the row field it stresses; and what kind of question it is.

    `listing`: it asks which agreements there are; `figure`: it asks how many or how long;
    `respelt`: the question with its slips corrected.
    """

    concepts: tuple[Concept, ...]
    stressed: str | None = None
    listing: bool = False
    figure: bool = False
    respelt: str | None = None

    def places(self) -> dict[str, str]:
        """The municipality and planning area that the question names, as filters."""
        named = [facet for concept in self.concepts for facet in concept.facets]
        return {name: value for name, value in named if name in PLACES}

    def of(self, role: Role) -> list[Concept]:
        return [concept for concept in self.concepts if concept.role is role]


def check_text(text: str, longest: int) -> str:
    """The question, trimmed. Raises PersonalData for a CPR number, BadInput for one too long."""
    trimmed = " ".join(text.split())
    if CPR.search(trimmed):
        raise PersonalData(
            "Spørgsmålet ser ud til at indeholde et CPR-nummer. Det er hverken brugt, vist eller "
            "gemt. Stil spørgsmålet igen uden personoplysninger.",
            "q",
        )
    if len(trimmed) > longest:
        raise BadInput(
            f"q: spørgsmålet er på {len(trimmed)} tegn. Skriv højst {longest} tegn.", "q"
        )
    return trimmed


@dataclass(frozen=True)
class _Read:
    """A token as it was understood."""

    token: Token
    known: bool = True
    sureness: float = 1.0
    misspelt_phrase: Phrase | None = None
    paragraph: bool = False
    light: bool = False  # a duration that no row has says only how the case stands


def parse(text: str, lexicon: Lexicon) -> ParsedQuestion:
    """What a question asks, by the lexicon."""
    read = _gathered(_understand(tokenize(text), lexicon), lexicon)
    concepts = _alternatives(_promoted(_concepts(text, read, lexicon)))
    words = [item.token.exact for item in read]
    stressed = [ASKING[word] for word in words if ASKING.get(word)]
    return ParsedQuestion(
        concepts=concepts,
        stressed=next((f for f in stressed if f != "responsible"), next(iter(stressed), None)),
        listing=bool(set(words) & LISTING_WORDS) and not any(map(_is_subject, concepts)),
        figure="hvor" in words and not _FIGURE.isdisjoint(words),
        respelt=_respelt(text, read) if any(item.sureness < 1 for item in read) else None,
    )


def _is_subject(concept: Concept) -> bool:
    """Whether the concept names something that a list of agreements would not be asked for by."""
    return (
        concept.role in (Role.REQUIRED, Role.UNKNOWN)
        and not any(facet in PLACES for facet, _ in concept.facets)
        and not LISTING_TERMS & set(concept.terms)
    )


def _alternatives(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """Mark what the question sets beside each other: the neighbours of «eller», or, where it asks

    for a difference, everything it names.
    """
    subjects = [at for at, c in enumerate(concepts) if c.role in (Role.REQUIRED, Role.FAVOURED)]
    chosen: set[int] = set()
    for at, concept in enumerate(concepts):
        if concept.word in CHOICE_WORDS:
            chosen.update([s for s in subjects if s < at][-1:])
            chosen.update([s for s in subjects if s > at][:1])
        elif concept.word in DIFFERENCE_WORDS:
            chosen.update(subjects)
    if len(chosen) < 2:
        return tuple(concepts)
    return tuple(
        replace(c, role=Role.REQUIRED, alternative=True) if at in chosen else c
        for at, c in enumerate(concepts)
    )


def _understand(tokens: Sequence[Token], lexicon: Lexicon) -> list[_Read]:
    """Each token as a known word: joined with its other half, respelt, taken apart or corrected."""
    read: list[_Read] = []
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
        read.extend([_Read(whole)] if whole else _read(token, lexicon))
    return read


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
    units = [t for t in tokens if t.exact in _UNITS]
    if len(numbers) != 1 or len(units) != 1 or any(t.exact.startswith("=") for t in tokens):
        return list(tokens)
    name = duration(f"{numbers[0].exact} {_UNITS[units[0].exact]}")
    made = units[0]._replace(exact=name, stem=name)
    return [made if t is units[0] else t for t in tokens if t is not numbers[0]]


def _read(token: Token, lexicon: Lexicon) -> list[_Read]:
    if token.exact.isdigit():
        return [_Read(token, paragraph="§" + token.exact in lexicon.words)]
    if token.exact.startswith("="):
        return [_Read(token, light=token.exact not in lexicon.words)]
    if _is_light(token) or token.exact in ASKING or lexicon.knows(token):
        return [_Read(token)]
    return _read_unknown(token, lexicon)


def _read_unknown(token: Token, lexicon: Lexicon) -> list[_Read]:
    """A known misspelling, missing Danish letters, a compound of known words, a slip, or nothing.

    The order is from the surest to the least sure.
    """
    misspelt = lexicon.misspelt.find([token.stem])
    if misspelt:
        return [_Read(token, misspelt_phrase=misspelt[0])]
    respelt = lexicon.respelt(token)
    if respelt or skeleton(token.exact) in _LIGHT_SKELETONS:
        return [_Read(respelt)] if respelt else []
    parts = lexicon.taken_apart(token)
    if len(parts) > 1:
        return [_Read(part) for part in parts]
    corrected = lexicon.corrected(token)
    if corrected:
        return [_Read(corrected, sureness=SURENESS_CORRECTED)]
    return [_Read(token, known=False)]


def _is_light(token: Token) -> bool:
    if token.exact in LIGHT:
        return True
    if token.stem in LIGHT_STEMS and len(token.exact) - len(token.stem) <= LONGEST_INFLECTION:
        return True
    return len(token.exact) < 2 and not token.exact.isdigit()


def _concepts(text: str, read: Sequence[_Read], lexicon: Lexicon) -> list[Concept]:
    phrases = lexicon.question_phrases.find([item.token.stem for item in read])
    starts = {
        phrase.first: phrase
        for phrase in phrases
        if phrase.last - phrase.first > 1 or not _says_little(read[phrase.first])
    }
    concepts: list[Concept] = []
    at = 0
    while at < len(read):
        phrase = starts.get(at)
        last = phrase.last if phrase else at + 1
        concepts.append(_concept(text, read[at:last], phrase or read[at].misspelt_phrase))
        at = last
    return _unique(concepts)


def _gathered(read: Sequence[_Read], lexicon: Lexicon) -> list[_Read]:
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


def _place(stems: Sequence[str], word: str, inside: set[int]) -> int | None:
    return next((at for at, s in enumerate(stems) if s == word and at not in inside), None)


def _has_subject(read: Sequence[_Read], places: Sequence[int | None]) -> bool:
    """Two words that name something: a phrase of one such and small words is too loose."""
    return sum(at is not None and not _says_little(read[at]) for at in places) > 1


def _is_bare(token: Token) -> bool:
    """Whether the word never is a part of a compound that was written apart."""
    return token.exact in LIGHT or token.exact in ASKING


def _says_little(item: _Read) -> bool:
    return item.light or _is_light(item.token) or item.token.exact in ASKING


def _concept(text: str, read: Sequence[_Read], phrase: Phrase | None) -> Concept:
    tokens: set[str] = set(phrase.meaning.tokens if phrase else ())
    if len(read) == 1:
        tokens |= _tokens(read[0].token)
    words = [frozenset(_tokens(item.token)) for item in read if not _says_little(item)]
    by_words = len(read) > 1 and len(words) > 1
    if not tokens and len(words) == 1:
        tokens |= words[0]  # «under indlæggelse»: the one word that names something
    return Concept(
        text=_as_written(text, read),
        role=_role(read, phrase),
        tokens=frozenset(tokens),
        terms=phrase.meaning.terms if phrase else (),
        facets=phrase.meaning.facets if phrase else (),
        sureness=_sureness(read, phrase),
        words=tuple(words) if by_words else (),
        word=" ".join(item.token.exact for item in read),
    )


def _as_written(text: str, read: Sequence[_Read]) -> str:
    """The words as the question has them; words brought together stand side by side."""
    start, end = read[0].token.start, read[-1].token.end
    if start < end and all(a.token.end <= b.token.start for a, b in pairwise(read)):
        return text[start:end]
    return " ".join(text[item.token.start : item.token.end] for item in read)


def _sureness(read: Sequence[_Read], phrase: Phrase | None) -> float:
    """Less than one for a word that was corrected, or that names less than the term it is under."""
    narrower = SURENESS_NARROWER if phrase and phrase.meaning.narrower else 1.0
    return min(narrower, *(item.sureness for item in read))


def _role(read: Sequence[_Read], phrase: Phrase | None) -> Role:
    if phrase:
        return Role.FAVOURED if phrase.meaning.facets else Role.REQUIRED
    if _says_little(read[0]):
        return Role.LIGHT
    if read[0].token.exact.isdigit():
        # A bare number asks for nothing, unless it is a year, or a paragraph has it
        # («serviceloven 112»).
        asked = read[0].paragraph or YEAR.fullmatch(read[0].token.exact)
        return Role.REQUIRED if asked else Role.LIGHT
    return Role.REQUIRED if read[0].known else Role.UNKNOWN


def _tokens(token: Token) -> set[str]:
    if token.exact.isdigit():
        # «serviceloven 112» names a paragraph.
        return {EXACT + token.exact, EXACT + "§" + token.exact}
    return {EXACT + token.exact, STEM + token.stem, PART + token.stem}


def _unique(concepts: Sequence[Concept]) -> list[Concept]:
    """Each concept once: the same word asked twice, or two words of one term, count once."""
    found: dict[object, Concept] = {}
    for concept in concepts:
        named = frozenset(t for t in concept.tokens if t.startswith(CONCEPT))
        found.setdefault(named or concept.tokens or concept.text, concept)
    return list(found.values())


def _promoted(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """Where nothing is required, what is favoured is, and with it the ordinary words.

    «hjemløs» asks for all about the homeless; «hvornår stopper regionen» does not ask for all that
    a region does.
    """
    roles = {concept.role for concept in concepts}
    if Role.REQUIRED in roles or Role.UNKNOWN in roles:
        return tuple(concepts)
    return tuple(replace(c, role=Role.REQUIRED) if _may_be_subject(c) else c for c in concepts)


def _may_be_subject(concept: Concept) -> bool:
    if concept.role is Role.FAVOURED:
        return True
    return len(concept.text) >= SHORTEST_SUBJECT and concept.word not in _EMPTY


def _respelt(text: str, read: Sequence[_Read]) -> str:
    pieces, end = [], 0
    for item in read:
        if item.sureness < 1:
            pieces += [text[end : item.token.start], item.token.exact]
            end = item.token.end
    return "".join([*pieces, text[end:]])
