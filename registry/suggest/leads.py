"""What a point of a list says with its lead-in, or with whom its heading names."""

import re
from collections.abc import Sequence

from registry.suggest.actors import Actors
from registry.suggest.clauses import subordinates
from registry.suggest.mainclause import MainClauseReader
from registry.suggest.nouns import coordinated, is_genitive
from registry.suggest.sentences import Sentence
from registry.suggest.who import Context
from registry.suggest.words import Word, words_of

Words = Sequence[Word]
# Under a heading of somebody's tasks a point may name one by its noun: «Drift af …».
TASKS = ("opgaver", "opgave", "ansvar", "ansvarsområder", "forpligtelser", "pligter")
DOINGS = (
    *("ning", "else", "tion", "drift", "hjælp", "støtte", "kontrol", "pleje", "tilsyn"),
    *("support", "service", "vagt", "behandling"),
)
FOLLOWING_NAMED = re.compile(
    r"følgende(?: opgaver| ydelser| udgifter)? ", re.IGNORECASE
)
# «Plejecentret sørger for, at» goes on in each point, whoever its subject is.
OPEN_CLAUSE = re.compile(r"\bat$")
# A number or a letter in brackets is a point's own: «(2)», «(b)».
BRACKET_BEFORE = re.compile(
    r"[(\[](?=[^()\[\]]*[a-zæøå]{3})[^()\[\]]*[)\]]\s+(?=[A-ZÆØÅ])"
)
LISTED = re.compile(r"\ber (?:følgende|disse)?$")
FOLLOWING = re.compile(r"\bfølgende (?:opgaver|ansvar\w*|forpligtelser|pligter)\b:?")


def past_bracket(text: str) -> str:
    """The sentence after a bracket of words that stands before it: «(Alle voksne)
    Kommunen …»; for whom it is may be more than the rest says.
    """
    bracket = BRACKET_BEFORE.match(text)
    return text[bracket.end() :] if bracket else text


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

    is_action = own[0].low == "at" or own[0].infinitive
    lead = LISTED.sub("er at" if own[0].low != "at" else "er", lead)
    lead = FOLLOWING.sub("til opgave" if is_action else "ansvaret for", lead)
    if lead.endswith("til opgave") and own[0].low != "at":
        lead += " at"
    if lead:
        return f"{lead} {point}", False

    under = _under_heading(sentence, own, point, actors, context)
    return under or point, bool(under)


def _under_heading(
    sentence: Sentence, own: Words, point: str, actors: Actors, context: Context
) -> str:
    """A point with whom its heading names; empty where it needs none, or has none."""
    name = _named_by(sentence.section, actors, context)
    is_listed = sentence.section.lower().endswith(TASKS)
    if not name:
        return ""

    if _is_action(own):
        verb = "" if own[0].is_finite else "skal "
        return f"{name} {verb}{point.removeprefix('at ')}"

    is_task = is_listed and own[0].low.endswith(DOINGS)
    return f"{name} har ansvaret for {point}" if is_task else ""


def is_whole(lead: str) -> bool:
    """Whether a lead-in is a sentence of its own, whose last clause the points tell:
    «Hospitalet ringer, når et af disse tegn ses:».
    """
    words = words_of(lead.rstrip(": "))
    subs = subordinates(words)
    return bool(subs) and subs[-1].start > 0 and subs[-1].end == len(words)


def _named_by(section: str, actors: Actors, context: Context) -> str:
    """The actor that a heading names, as «2. Kommunens opgaver» does; else empty."""
    heading = words_of(section)
    at = next((n for n, word in enumerate(heading) if word.low[:1].isalpha()), 0)
    phrases = coordinated(heading, at, len(heading))
    if not phrases:
        return ""

    span = phrases[0][0], phrases[-1][1]
    if actors.of_span(heading, span, context).keys:
        return section[heading[span[0]].start : heading[span[1] - 1].end]
    owned = is_genitive(heading[at]) and actors.owner_in(heading, *span, context).keys
    return heading[at].text.removesuffix("s") if owned else ""


def _is_action(own: Words) -> bool:
    return own[0].is_finite or own[0].infinitive or own[0].low == "at"


def _has_subject(own: Words) -> bool:
    predicates = MainClauseReader(own).predicates()
    first = predicates[0] if predicates else None
    return bool(first and first.subject and first.subject[0] < first.finite)
