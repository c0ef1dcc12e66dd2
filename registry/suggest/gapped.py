"""Sentences that leave out a verb the second time: «Hospitalet ringer samme dag,
kommunen dagen efter» are two duties with two deadlines.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from registry.suggest.lexicon import ADVERBS, COORDINATORS, NEGATIONS, PREPOSITIONS
from registry.suggest.names import NO_OWNERS
from registry.suggest.nouns import phrase_end
from registry.suggest.predicate import Predicate, Span
from registry.suggest.roles import Roles
from registry.suggest.timing import times
from registry.suggest.verbs import BEARING, HANDLING, PAYING
from registry.suggest.words import Word

Words = Sequence[Word]


@dataclass(frozen=True)
class Rest:
    """Another who does the same at another time: its span, the time's, and the comma
    where the first one's words end.
    """

    comma: int
    who: Span
    when: Span
    is_object: bool = False


def gapped(words: Words, predicate: Predicate, roles: Roles) -> list[Rest]:
    """The further ones of a predicate that each have their own time; the predicate ends
    before the first of them from then on.
    """
    if predicate.subject is None or predicate.passive:
        return []
    rests: list[Rest] = []
    inside = {at for sub in predicate.subs for at in range(sub.start, sub.end)}
    joints = [
        at
        for at in range(predicate.said_at, predicate.end)
        if at not in inside and _is_joint(words, at)
    ]

    for joint in joints:
        stop = next((at for at in joints if at > joint + 1), predicate.end)
        rest = _rest(words, joint, stop)
        if rest is None or not _is_doer(words, predicate, roles, rest.who):
            if rests:
                return []
            continue
        rests.append(rest)

    if not rests:
        return []
    own_time = _own_time(words, predicate, rests[0].comma)
    if not own_time and not _shares_out(words, predicate, rests):
        return []
    predicate.end = rests[0].comma
    predicate.subs = [sub for sub in predicate.subs if sub.start < predicate.end]
    return rests


def further_agents(words: Words, predicate: Predicate, roles: Roles) -> list[str]:
    """What others do of a passive, each as a sentence: «udføres af kommunen på hverdage
    og af hospitalet i weekenden»; the predicate ends before the first of them.
    """
    first = roles.agent_span(predicate) if predicate.passive else None
    if first is None or predicate.subject is None:
        return []

    inside = {at for sub in predicate.subs for at in range(sub.start, sub.end)}
    joints = [
        at
        for at in range(first[1], predicate.end - 2)
        if words[at].low in COORDINATORS
        and words[at + 1].low == "af"
        and at not in inside
        and roles.someone_at(at + 2, predicate.end).is_someone
    ]
    stops = [*joints[1:], predicate.end]

    denied = frozenset() if not joints else _dropped(words[joints[0]])
    own = [w for w in words[predicate.start : first[0]] if w.low not in denied]
    begun = [words[predicate.finite], *words[slice(*predicate.subject)], *own]
    if predicate.before:
        begun = [*words[slice(*_with_comma(words, predicate.before))], *begun]
    else:
        begun = [*words[slice(*predicate.subject)], words[predicate.finite], *own]

    agents = [
        " ".join(w.text for w in (*begun, *words[joint + 1 : stop]))
        for joint, stop in zip(joints, stops[: len(joints)], strict=True)
    ]

    if agents:
        predicate.end = joints[0] - (words[joints[0] - 1].low == ",")
        predicate.subs = [s for s in predicate.subs if s.start < predicate.end]
    return agents


def _with_comma(words: Words, span: Span) -> Span:
    start, end = span
    return start, end + (end < len(words) and words[end].low == ",")


def _dropped(joint: Word) -> frozenset[str]:
    """«Ikke af kommunen, men af regionen»: the second is not denied."""
    return NEGATIONS if joint.low == "men" else frozenset()


def said_of(words: Words, predicate: Predicate, rest: Rest) -> str:
    """What the first is told to do, told of another with its time."""
    own = _own_time(words, predicate, predicate.end)
    own = (predicate.start, predicate.end) if rest.is_object else own
    left_out = set(range(*own)) if own else set()
    kept = [
        words[at]
        for at in range(predicate.start, predicate.end)
        if at not in left_out and not (words[at].is_sign and at + 1 == predicate.end)
    ]

    before = words[slice(*predicate.before)] if predicate.before else ()
    who, when = words[slice(*rest.who)], words[slice(*rest.when)]
    verb = words[predicate.finite]
    start = (*before, verb, *who) if before else (*who, verb)

    return " ".join(word.text for word in (*start, *kept, *when))


def _is_joint(words: Words, at: int) -> bool:
    """Whether another part begins here; «, men» is one joint."""
    is_comma = words[at].low == ","
    return is_comma or (words[at].low in COORDINATORS and words[at - 1].low != ",")


def _shares_out(words: Words, predicate: Predicate, rests: Sequence[Rest]) -> bool:
    """«Regionen betaler medicinen og kommunen plejen»: each has a thing of its own."""
    verb = words[predicate.verb].present
    start = predicate.said_at
    has_object = phrase_end(words, start, rests[0].comma) > start
    shares = verb in PAYING | BEARING | HANDLING and has_object
    return shares and all(rest.is_object for rest in rests)


def _own_time(words: Words, predicate: Predicate, stop: int) -> Span | None:
    """When the first one does it, if that is the last that is said of it."""
    last = stop
    while last > predicate.start and words[last - 1].is_sign:
        last -= 1
    spans = times(words, predicate.start, last) or [(0, 0)]
    return spans[-1] if spans[-1][1] == last else None


def _is_doer(words: Words, predicate: Predicate, roles: Roles, span: Span) -> bool:
    """Whether a phrase names who does the same, and not to whom it is done: «Kommunen
    orienterer regionen samme dag, egen læge dagen efter» may be either.
    """
    who = roles.actors.of_span(words, span, roles.context)
    verb = words[predicate.verb].present or words[predicate.verb].low
    to = {*roles.object_of(predicate).keys, *roles.informed(predicate, verb)}
    may_be_whom = to - NO_OWNERS or (to and set(who.keys) <= NO_OWNERS)
    return who.is_someone and not may_be_whom


def _rest(words: Words, joint: int, stop: int) -> Rest | None:
    """Another with its time and nothing more between two joints."""
    start = joint + 1
    if start < stop and words[start].low in COORDINATORS:
        start += 1
    while stop > start and words[stop - 1].is_sign:
        stop -= 1

    end = phrase_end(words, start, stop)
    if end == start or end >= stop or words[start].low in PREPOSITIONS:
        return None

    if times(words, end, stop) == [(end, stop)]:
        return Rest(joint, (start, end), (end, stop))
    is_object = phrase_end(words, end, stop) > end and words[end].low not in ADVERBS
    return Rest(joint, (start, end), (end, stop), True) if is_object else None
