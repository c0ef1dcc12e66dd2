"""From a question's words to concepts: what it asks about, and which field it asks for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from registry.errors import BadInput, PersonalData
from registry.search.danish import Token, fold, tokenize
from registry.search.language import (
    CHOICE_WORDS,
    DIFFERENCE_WORDS,
    FIGURE_WORDS,
    FUNCTION_WORDS,
    LISTING_WORDS,
)
from registry.search.lexicon import (
    ASKING,
    CONCEPT,
    EXACT,
    PART,
    STEM,
    Lexicon,
)
from registry.search.phrases import Phrase
from registry.search.readwords import UNIT_WORDS, ReadWord, gathered, says_little, understand

# Ten digits, with any small mark between day, month, year and number; the day may have 60 added
# (a replacement number).
_MARK = r"[\s./\u00ad\u2010-\u2015\u2212-]{0,3}"
CPR = re.compile(
    rf"(?<!\d)(?:[06][1-9]|[1278]\d|[39][01]){_MARK}(?:0[1-9]|1[0-2]){_MARK}\d\d{_MARK}\d{{4}}(?!\d)"
)
YEAR = re.compile(r"(?:19|20)\d\d")
SURENESS_NARROWER = 0.8
LISTING_TERMS = frozenset({"samarbejdsaftale", "planomraade"})
SHORTEST_SUBJECT = 4
PLACES = ("municipality", "planning_area")


EMPTY = frozenset(ASKING) | frozenset(fold(word) for word in FUNCTION_WORDS)
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

    @cached_property
    def wanted(self) -> frozenset[str]:
        """All the index tokens by which the concept may stand in a document."""
        return self.tokens.union(*self.words)


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


def parse(text: str, lexicon: Lexicon) -> ParsedQuestion:
    """What a question asks, by the lexicon."""
    read = gathered(understand(tokenize(text), lexicon), lexicon)
    concepts = _alternatives(_promoted(_concepts(text, read, lexicon)))
    words = [item.token.exact for item in read]
    stressed = [ASKING[word] for word in words if ASKING.get(word)]
    figure = "hvor" in words and not _FIGURE.isdisjoint(words)
    if figure and not UNIT_WORDS.keys().isdisjoint(words):
        stressed.append("deadline")
    return ParsedQuestion(
        concepts=concepts,
        stressed=next((f for f in stressed if f != "responsible"), next(iter(stressed), None)),
        listing=bool(set(words) & LISTING_WORDS) and not any(map(_is_subject, concepts)),
        figure=figure,
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


def _concepts(text: str, read: Sequence[ReadWord], lexicon: Lexicon) -> list[Concept]:
    phrases = lexicon.question_phrases.find([item.token.stem for item in read])
    starts = {phrase.first: phrase for phrase in phrases}
    concepts: list[Concept] = []
    at = 0
    while at < len(read):
        phrase = starts.get(at)
        last = phrase.last if phrase else at + 1
        concepts.append(_concept(text, read[at:last], phrase or read[at].misspelt_phrase))
        at = last
    return _unique(concepts)


def _concept(text: str, read: Sequence[ReadWord], phrase: Phrase | None) -> Concept:
    tokens: set[str] = set(phrase.meaning.tokens if phrase else ())
    if len(read) == 1:
        tokens |= _tokens(read[0].token)
    words = [frozenset(_tokens(item.token)) for item in read if not says_little(item)]
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


def _as_written(text: str, read: Sequence[ReadWord]) -> str:
    """The words as the question has them; words brought together stand side by side."""
    start, end = read[0].token.start, read[-1].token.end
    if start < end and all(a.token.end <= b.token.start for a, b in pairwise(read)):
        return text[start:end]
    return " ".join(text[item.token.start : item.token.end] for item in read)


def _sureness(read: Sequence[ReadWord], phrase: Phrase | None) -> float:
    """Less than one for a word that was corrected, or that names less than the term it is under."""
    narrower = SURENESS_NARROWER if phrase and phrase.meaning.narrower else 1.0
    return min(narrower, *(item.sureness for item in read))


def _role(read: Sequence[ReadWord], phrase: Phrase | None) -> Role:
    if len(read) == 1 and says_little(read[0]):
        return Role.LIGHT
    if phrase:
        return Role.FAVOURED if phrase.meaning.facets else Role.REQUIRED
    if read[0].token.exact.isdigit():
        # A bare number asks for nothing, unless it is a year, or a paragraph has it
        # («serviceloven 112»).
        asked = read[0].paragraph or YEAR.fullmatch(read[0].token.exact)
        return Role.REQUIRED if asked else Role.LIGHT
    return Role.REQUIRED if read[0].known else Role.UNKNOWN


def _tokens(token: Token) -> set[str]:
    if token.exact.startswith("=") and token.exact.endswith("t"):
        return {EXACT + token.exact, *_working_days(float(token.exact[1:-1]))}
    if token.exact.isdigit():
        # «serviceloven 112» names a paragraph.
        return {EXACT + token.exact, EXACT + "§" + token.exact}
    return {EXACT + token.exact, STEM + token.stem, PART + token.stem}


def _working_days(hours: float) -> set[str]:
    """Who asks for 5 days may mean working days."""
    return {f"{EXACT}={hours / 24:g}h"} if hours % 24 == 0 else set()


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
    return len(concept.text) >= SHORTEST_SUBJECT and concept.word not in EMPTY


def _respelt(text: str, read: Sequence[ReadWord]) -> str:
    pieces, end = [], 0
    for item in read:
        if item.sureness < 1:
            pieces += [text[end : item.token.start], item.token.exact]
            end = item.token.end
    return "".join([*pieces, text[end:]])
