"""From a question's words to concepts: what it asks about, and which field it
asks for.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from registry.errors import BadInput, PersonalData
from registry.language.asked_days import without_days
from registry.language.danish import Token, fold, stem
from registry.language.idioms import in_plain_words
from registry.language.normal import normal
from registry.language.numbers import written
from registry.language.personal_numbers import has_number
from registry.language.word_lists import (
    FUNCTION_WORDS,
    HANDLING_WORDS,
    LISTING_WORDS,
)
from registry.search.alternatives import (
    is_either_or,
    lengths_apart,
    related,
    without_offered,
)
from registry.search.asked_fields import (
    FIGURES,
    asked_in,
    asks_figure,
    asks_price,
    first_of,
    is_of_own_deeds,
    is_of_word,
    stressed_in,
)
from registry.search.besides import without_besides
from registry.search.cited import with_citations
from registry.search.concepts import Concept, ParsedQuestion, Role
from registry.search.index_keys import CONCEPT, EXACT, PART, STEM
from registry.search.lexicon import ASKING, Lexicon
from registry.search.phrases import Phrase
from registry.search.profile_matching import Matching
from registry.search.readwords import (
    ReadWord,
    gathered,
    understand,
)

YEAR = re.compile(r"(?:19|20)\d\d")
CODE = re.compile(r"[^\W\d_]+\d+")
HOURS = re.compile(r"=[\d.]+t")
LISTING_TERMS = frozenset({"samarbejdsaftale", "planomraade"})
PLACES = ("municipality", "planning_area")
EMPTY = frozenset(ASKING) | frozenset(fold(word) for word in FUNCTION_WORDS)
# «hvor skal den sendes hen» is about what is sent.
_HANDLING = frozenset(STEM + stem(word) for word in HANDLING_WORDS)
_STOP = re.compile(r"[.?!;,](?=\s)|\s[-–](?=\s)")


def check_text(text: str, longest: int) -> str:
    """The question, trimmed. Raises PersonalData for a CPR number, BadInput for one too
    long.
    """
    trimmed = " ".join(normal(text).split())
    if has_number(text):
        raise PersonalData(
            "Spørgsmålet ser ud til at indeholde et CPR-nummer. Det er hverken brugt, "
            "vist eller gemt. Stil spørgsmålet igen uden personoplysninger.",
            "q",
        )

    if len(trimmed) > longest:
        raise BadInput(
            f"q: spørgsmålet er på {len(trimmed)} tegn. Skriv højst {longest} tegn.",
            "q",
        )

    return trimmed


def parse(text: str, lexicon: Lexicon) -> ParsedQuestion:
    """What a question asks, by the lexicon and its profile."""
    tokens, cited = with_citations(text, lexicon.cited_terms, lexicon.words)
    plain = lengths_apart(text, without_days(in_plain_words(text, tokens)))
    understood = understand(plain, lexicon, cited)
    read = gathered(without_besides(text, understood, lexicon), lexicon)
    asked = without_offered(_concepts(text, read, lexicon))
    concepts = related(_promoted(asked, lexicon.profile.matching))

    words = [item.token.exact for item in read]
    stressed = stressed_in(words)
    first = first_of(stressed)

    return ParsedQuestion(
        concepts=concepts,
        stressed=first,
        asked=asked_in(words, first),
        listing=bool(set(words) & LISTING_WORDS)
        and not any(map(_is_subject, concepts)),
        figure=asks_figure(words),
        price=asks_price(words),
        either_or=is_either_or(words, asks=bool(stressed)),
        of_word=is_of_word(words),
        of_own_deeds=is_of_own_deeds(words),
        respelt=_respelt(text, read)
        if any(item.likelihood < 1 for item in read)
        else None,
        words=tuple(item.token for item in read),
        stops=len(_STOP.findall(text)),
    )


def _is_subject(concept: Concept) -> bool:
    """Whether the concept names something that a list of agreements would not be asked
    for by.
    """
    return (
        concept.role in (Role.REQUIRED, Role.UNKNOWN)
        and not any(facet in PLACES for facet, _ in concept.facets)
        and not LISTING_TERMS & set(concept.terms)
    )


def _concepts(text: str, read: Sequence[ReadWord], lexicon: Lexicon) -> list[Concept]:
    phrases = lexicon.question_phrases.find([item.token.stem for item in read])
    starts = {phrase.first: phrase for phrase in phrases}

    concepts: list[Concept] = []
    at = 0
    while at < len(read):
        phrase = starts.get(at)
        last = phrase.last if phrase else at + 1
        meant = phrase or read[at].misspelt_phrase
        likelihood = _likelihood(read[at:last], meant, lexicon.profile.matching)
        concept = _concept(text, read[at:last], meant, likelihood=likelihood)
        concepts.append(_only_that(concept, lexicon))
        at = last

    return _unique(concepts)


def _concept(
    text: str, read: Sequence[ReadWord], phrase: Phrase | None, *, likelihood: float
) -> Concept:
    index_keys: set[str] = set(phrase.meaning.index_keys if phrase else ())
    if len(read) == 1:
        for token in read[0].completions or (read[0].token,):
            index_keys |= _index_keys(token)

    words = [frozenset(_index_keys(item.token)) for item in read if not item.light]
    by_words = len(read) > 1 and len(words) > 1
    if not index_keys and len(words) == 1:
        index_keys |= words[0]  # «under indlæggelse»: the one word that names something

    return Concept(
        text=_as_written(text, read),
        role=_role(read, phrase),
        index_keys=frozenset(index_keys),
        terms=phrase.meaning.terms if phrase else (),
        facets=phrase.meaning.facets if phrase else (),
        likelihood=likelihood,
        words=tuple(words) if by_words else (),
        word=" ".join(item.token.exact for item in read),
        part=all(item.part for item in read),
    )


def _only_that(concept: Concept, lexicon: Lexicon) -> Concept:
    """A code that stands in the catalogue («LÆ 125») is itself, and none of the others
    that go by the same term.
    """
    if not (CODE.fullmatch(concept.word) and concept.word in lexicon.words):
        return concept
    own = {name + concept.word for name in (EXACT, STEM, PART)}
    return replace(concept, index_keys=frozenset(own))


def _as_written(text: str, read: Sequence[ReadWord]) -> str:
    """The words as the question has them; words brought together stand side by side."""
    start, end = read[0].token.start, read[-1].token.end
    if start < end and all(a.token.end <= b.token.start for a, b in pairwise(read)):
        return text[start:end]
    return " ".join(text[item.token.start : item.token.end] for item in read)


def _likelihood(
    read: Sequence[ReadWord], phrase: Phrase | None, matching: Matching
) -> float:
    """Less than one for a word that was corrected, or that names less than the term it
    is under.
    """
    narrower = matching.narrower if phrase and phrase.meaning.narrower else 1.0
    return min(narrower, *(item.likelihood for item in read))


def _role(read: Sequence[ReadWord], phrase: Phrase | None) -> Role:
    if len(read) == 1 and read[0].light:
        return Role.LIGHT
    if phrase:
        return Role.FAVOURED if phrase.meaning.facets else Role.REQUIRED

    if read[0].token.exact[:1].isdigit():
        # A bare number asks for nothing, unless it is a year, or a paragraph has it
        # («serviceloven 112»).
        asked = read[0].paragraph or YEAR.fullmatch(read[0].token.exact)
        return Role.REQUIRED if asked else Role.LIGHT

    return Role.REQUIRED if read[0].known else Role.UNKNOWN


def _index_keys(token: Token) -> set[str]:
    if HOURS.fullmatch(token.exact):
        return {EXACT + token.exact, *_working_days(float(token.exact[1:-1]))}
    if token.exact.isdigit():
        # «serviceloven 112» names a paragraph.
        return {EXACT + token.exact, EXACT + "§" + token.exact}
    return {EXACT + token.exact, STEM + token.stem, PART + token.stem}


def _working_days(hours: float) -> set[str]:
    """Who asks for 5 days may mean working days."""
    return {f"{EXACT}={written(hours / 24)}h"} if hours % 24 == 0 else set()


def _unique(concepts: Sequence[Concept]) -> list[Concept]:
    """Each concept once: the same word asked twice, or two words of one term, count
    once.
    """
    by_keys: dict[object, Concept] = {}
    for concept in concepts:
        named = frozenset(t for t in concept.index_keys if t.startswith(CONCEPT))
        by_keys.setdefault(named or concept.index_keys or concept.text, concept)
    return list(by_keys.values())


def _promoted(concepts: Sequence[Concept], matching: Matching) -> tuple[Concept, ...]:
    """Where nothing is required, what is favoured is, and with it the ordinary words.

    «hjemløs» asks for all about the homeless; «hvornår stopper regionen» does not ask
    for all that a region does.
    """
    roles = {concept.role for concept in concepts}
    if Role.REQUIRED in roles or Role.UNKNOWN in roles:
        return tuple(concepts)

    return tuple(
        replace(concept, role=Role.REQUIRED)
        if _may_be_subject(concept, matching)
        else concept
        for concept in concepts
    )


def _may_be_subject(concept: Concept, matching: Matching) -> bool:
    if concept.role is Role.FAVOURED:
        return True
    is_long = len(concept.text) >= matching.shortest_subject
    is_empty = concept.word in EMPTY | FIGURES or not _HANDLING.isdisjoint(
        concept.index_keys
    )
    return is_long and not is_empty


def _respelt(text: str, read: Sequence[ReadWord]) -> str:
    pieces, end = [], 0
    for item in read:
        if item.likelihood < 1:
            pieces += [text[end : item.token.start], item.token.exact]
            end = item.token.end
    return "".join([*pieces, text[end:]])
