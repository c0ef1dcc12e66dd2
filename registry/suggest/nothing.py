"""What has the form of a duty and is nobody's: how things mostly go, what somebody is
to be like, and where to read more.
"""

from collections.abc import Sequence

from registry.suggest.lexicon import ADVERBS, DETERMINERS, MODALS
from registry.suggest.names import NO_OWNERS, base_of
from registry.suggest.nouns import is_adjective
from registry.suggest.predicate import Predicate
from registry.suggest.who import Who
from registry.suggest.words import Word

Words = Sequence[Word]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# How often something is seen to happen, and not how often it is to be done.
_SEEN = _words(
    """ofte oftest sjældent hyppigst gennemsnitligt erfaringsmæssigt statistisk
    formentlig angiveligt desværre heldigvis"""
)
_SEEN_PHRASES = (
    *(("som", "regel"), ("som", "oftest"), ("i", "gennemsnit"), ("som", "bekendt")),
    *(
        ("i", "dag"),
        ("for", "tiden"),
        ("i", "stigende", "grad"),
        ("for", "det", "meste"),
    ),
)
# Before these «ofte» measures: så ofte som muligt.
_MEASURED = _words("så hvor lige")
# So many of them do it, which is told of them and laid on none.
_SOME = _words(
    """mange flere nogle enkelte fleste halvdelen omkring omtrent cirka ca. næsten godt
    knap adskillige visse få"""
)
_OUT_OF = ("ud", "af")
# To be this is to do something; to be another adjective is an attitude.
_BEING = _words(
    """tilgængelig ansvarlig behjælpelig forpligtet hovedansvarlig bemandet klar parat
    færdig repræsenteret uddannet autoriseret åben fastende ledig opdateret"""
)
_HAVING = _words(
    """respekt tillid blik øje fokus opmærksomhed forståelse ambition mod indsigt
    interesse forventning ønske vilje lyst håb"""
)
_PHRASES = (
    *(("arbejde", "for"), ("lægge", "vægt"), ("tage", "afsæt"), ("se", "som")),
    *(
        ("tage", "udgangspunkt"),
        ("stræbe", "efter"),
        ("støtte", "op"),
        ("falde", "mellem"),
    ),
    *(("være", "centrum"), ("være", "fokus"), ("stå", "centrum"), ("sætte", "centrum")),
)
# What is felt or undergone, also where it is said with «skal».
_FELT = _words(
    """opleve føle leve mene synes tro trives lykkes dø miste fejle lide ønske håbe
    falde stige udgøre betyde bygge hvile hedde skyldes"""
)
# What a citizen may be told to be.
_CITIZEN_IS = _words("stede hjemme fastende klar")
_TEXTS = (
    *("lov", "bekendtgørelse", "vejledning", "bilag", "kapitel", "afsnit", "aftale"),
    *("side", "standard", "standarder", "retningslinje", "hjemmeside", "pjece"),
)
_REFERRING = _words("henvise se læse finde")


def is_fact(words: Words, predicate: Predicate) -> bool:
    """Whether it is told how things go: «oftest», «i gennemsnit», «de fleste»."""
    if words[predicate.finite].low in MODALS:
        return False
    spans = [(predicate.start, predicate.end), *_span(predicate.before)]
    return any(_has_seen(words, *span) for span in spans) or _is_some(words, predicate)


def is_attitude(words: Words, predicate: Predicate, who: Who, verb: str) -> bool:
    """Whether it is what somebody is to be like, feel or strive for."""
    low = [w.low for w in words[predicate.said_at : predicate.end]]
    start = next((n for n, w in enumerate(low) if w not in ADVERBS), len(low))
    after = [w for w in low[start : start + 5] if w not in DETERMINERS]

    if verb in _FELT or (verb == "se" and "som" in low):
        return True
    if any(verb == one and word in after[:2] for one, word in _PHRASES):
        return True

    if verb == "have":
        return any(base_of(word) in _HAVING for word in after[:2])
    if verb != "være":
        return False
    if set(who.keys) <= NO_OWNERS and not set(low) & _CITIZEN_IS:
        return True

    at = predicate.said_at + start
    return at < predicate.end and _is_quality(words[at])


def refers(words: Words, predicate: Predicate, verb: str) -> bool:
    """Whether it is where to read more: «der henvises til vejledningen», «det følger af
    loven».
    """
    after = words[predicate.said_at] if predicate.said_at < predicate.end else None
    if verb == "følge" and not predicate.passive and after and after.low == "af":
        return True
    if verb not in _REFERRING:
        return False

    said = words[predicate.said_at : predicate.end]
    place = next((n for n, w in enumerate(said) if w.low in ("til", "i", "på")), None)
    if place is None:
        return False
    heads = (w.low for w in said[place + 1 : place + 5])
    return any(base_of(low).endswith(_TEXTS) or low == "§" for low in heads)


def _has_seen(words: Words, start: int, end: int) -> bool:
    low = [w.low for w in words[start:end]]
    for at, word in enumerate(low):
        before = words[start + at - 1].low if start + at else ""
        if word in _SEEN and before not in _MEASURED:
            return True
        if any(tuple(low[at : at + len(p)]) == p for p in _SEEN_PHRASES):
            return True
    return False


def _is_some(words: Words, predicate: Predicate) -> bool:
    if predicate.subject is None:
        return False
    low = [w.low for w in words[slice(*predicate.subject)]]
    first = low[1] if low[0] == "de" and len(low) > 1 else low[0]
    return first in _SOME or any(
        tuple(low[at : at + 2]) == _OUT_OF for at in range(len(low))
    )


def _is_quality(word: Word) -> bool:
    """Whether a word after «være» says what somebody is like."""
    base = base_of(word.low)
    return is_adjective(word) and not {base, word.low} & _BEING


def _span(span: tuple[int, int] | None) -> list[tuple[int, int]]:
    return [span] if span else []
