"""What a point of a list says with its lead-in, or with whom its heading names."""

import re
from collections.abc import Sequence

from registry.suggest.actors import Actors
from registry.suggest.clauses import subordinates
from registry.suggest.mainclause import Reader
from registry.suggest.nouns import coordinated, is_genitive
from registry.suggest.reading import Sentence
from registry.suggest.who import Context
from registry.suggest.words import Word, words_of

Words = Sequence[Word]
FOLLOWING_NAMED = re.compile(
    r"følgende(?: opgaver| ydelser| udgifter)? ", re.IGNORECASE
)
# «Plejecentret sørger for, at» goes on in each point, whoever its subject is.
OPEN_CLAUSE = re.compile(r"\bat$")
LISTED = re.compile(r"\ber (?:følgende|disse)?$")
FOLLOWING = re.compile(r"\bfølgende (?:opgaver|ansvar\w*|forpligtelser|pligter)\b:?")


def whole(sentence: Sentence, actors: Actors, context: Context) -> tuple[str, bool]:
    """The sentence after its lead-in, or after whom its heading names, where it
    has no subject of its own; and whether the heading was needed.
    """
    text = sentence.text
    own = words_of(text)
    lead = sentence.lead.rstrip(": ")
    if not sentence.opens or not own or is_whole(sentence.lead):
        return text, False
    if _has_subject(own) and not OPEN_CLAUSE.search(lead):
        return text, False
    point = f"{text[:1].lower()}{text[1:]}"
    if named := FOLLOWING_NAMED.match(lead):
        return f"{text.rstrip('.,; ')} {lead[named.end() :]}", False
    is_act = own[0].low == "at" or own[0].infinitive
    lead = LISTED.sub("er at" if own[0].low != "at" else "er", lead)
    lead = FOLLOWING.sub("til opgave" if is_act else "ansvaret for", lead)
    if lead.endswith("til opgave") and own[0].low != "at":
        lead += " at"
    if lead:
        return f"{lead} {point}", False
    name = _named_by(sentence.section, own, actors, context)
    verb = "" if own[0].is_finite else "skal "
    return (
        (f"{name} {verb}{point.removeprefix('at ')}", True) if name else (point, False)
    )


def is_whole(lead: str) -> bool:
    """Whether a lead-in is a sentence of its own, whose last clause the points tell:
    «Hospitalet ringer, når et af disse tegn ses:».
    """
    words = words_of(lead.rstrip(": "))
    subs = subordinates(words)
    return bool(subs) and subs[-1].start > 0 and subs[-1].end == len(words)


def _named_by(section: str, own: Words, actors: Actors, context: Context) -> str:
    """The actor that a heading names, as «Kommunens opgaver» does; else empty."""
    heading = words_of(section)
    phrases = coordinated(heading, 0, len(heading))
    is_act = own[0].is_finite or own[0].infinitive or own[0].low == "at"
    if not phrases or not is_act:
        return ""

    span = phrases[0][0], phrases[-1][1]
    if actors.of_span(heading, span, context).keys:
        return section[heading[span[0]].start : heading[span[1] - 1].end]
    owned = is_genitive(heading[0]) and actors.owner_in(heading, *span, context).keys
    return heading[0].text.removesuffix("s") if owned else ""


def _has_subject(own: Words) -> bool:
    predicates = Reader(own).predicates()
    first = predicates[0] if predicates else None
    return bool(first and first.subject and first.subject[0] < first.finite)
