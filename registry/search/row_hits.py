"""The rows of an answer: which of them answer, and in which order."""

from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Mapping,
    Sequence,
    Set,
)
from dataclasses import dataclass

from registry.catalogue import facets
from registry.catalogue.snapshot import Row, Snapshot
from registry.rules.fields import Scheme
from registry.search.bounds import NO_BOUNDS, Bounds
from registry.search.by_name import NO_NAMES, ByName
from registry.search.cited import CITED
from registry.search.concepts import ParsedQuestion, Role
from registry.search.engine import Candidate
from registry.search.index_keys import ROW
from registry.search.phases import is_of_other_phase
from registry.search.profile import PROFILE, Profile, Sureness
from registry.search.question import YEAR
from registry.search.rank import Judge, Judged, Weighed, weight
from registry.search.rowwords import Heard
from registry.search.set_apart import Name, has_names
from registry.search.stated import fits_kind, gives_figure, gives_price, states
from registry.search.stating_first import price_first
from registry.search.sureness import marks_of, sureness
from registry.search.years import tells_only_length

# How a row stands to a question of which it holds nothing.
_UNHELD = Judged(
    covered=0.0, score=0.0, missing=(), concepts=0, positive=True, unknown=False
)


@dataclass(frozen=True)
class WeighedQuestion:
    """A question as it was read, weighed, and heard by the rows' plain words;
    `task_keys`: of the tasks that it is a name of; `subject_keys`: of those that what
    it is about is a name of; `bounds`: the places and years it names; `about`: the
    agreements about the target group that it is; `has_kind`: whether a row has the kind
    of answer that it asks for; `quoted`: the rows whose task it is, word for word;
    `names_apart`: what it names that a row must have as a whole; `by_name`: the kinds
    of tasks that it names; `phase`: the one phase of a stay that it tells.
    """

    parsed: ParsedQuestion
    weighed: tuple[Weighed, ...]
    heard: Heard
    task_keys: Set[str] = frozenset()
    subject_keys: Set[str] = frozenset()
    bounds: Bounds = NO_BOUNDS
    about: frozenset[str] = frozenset()
    has_kind: Callable[[Row], bool] = lambda row: True
    quoted: frozenset[str] = frozenset()
    names_apart: Collection[Name] = ()
    by_name: ByName = NO_NAMES
    phase: str = ""


@dataclass(frozen=True, eq=False)
class Ranked:
    """A candidate row with how it stands to the question."""

    row: Row
    judged: Judged
    heard: float  # what it holds of the question's plain words
    held: float  # its score without what it states of the field that is asked for


def rank_rows(
    candidates: Iterable[Candidate],
    asked: WeighedQuestion,
    snapshot: Snapshot,
    *,
    profile: Profile = PROFILE,
) -> list[Ranked]:
    """The candidates that are rows in force and hold something, best first."""
    actors = snapshot.vocabulary.schemes[Scheme.ACTORS]
    sectors = {choice.key: choice.sector for choice in actors.values()}
    rows, order = snapshot.answering_by_version, profile.order
    judge = Judge(asked.weighed, sectors, profile=profile)
    by_the_way = any(tells_only_length(item.concept) for item in asked.weighed)

    ranked = []
    for candidate in candidates:
        row = (
            rows.get((candidate.version_id, candidate.ref))
            if candidate.kind == ROW
            else None
        )
        if row is None or not asked.bounds.hold(row, snapshot):
            continue
        if is_of_other_phase(row, asked.phase):
            continue

        judged = judge.of(candidate.index_keys, row.facets)
        fits = asked.bounds.fits(row)
        heard = asked.heard.of(row) if fits >= 0 else 0.0
        if judged.covered or heard:
            held = judged.score + order.words * heard
            fitting = states(row, asked.parsed.asked) + asked.bounds.tells(row)
            fitting += row.agreement in asked.about
            fitting += fits_kind(row, asked.parsed)
            fitting += min(fits, 0) if judged.missing and by_the_way else fits
            fitting += asked.bounds.subsections.named_by(row)
            stated = order.stated * fitting
            judged = judged._replace(score=held + stated)
            ranked.append(Ranked(row, judged, heard, held))

    return sorted(ranked, key=lambda item: (*item.judged.order, item.row.id))


def answering_rows(
    ranked: Sequence[Ranked],
    asked: WeighedQuestion,
    documents: int,
    *,
    profile: Profile = PROFILE,
) -> tuple[list[Ranked], Mapping[str, float]]:
    """Those that answer, and the marks of the first that may; where the question asks
    for a figure, those that give one. None where the first is not sure enough to.

    With the first come those that stand nearly as high, and with a row that gives a
    figure the others of its kind of task: a child's eight days must not stand alone
    where nobody knows the days of an adult. `documents`: how many there are in all.
    """
    able = [item for item in ranked if _may_answer(item, asked)]
    if not able:
        return [], {}

    # How sure the answer is, the row says that stands first by its words alone.
    by_words = able
    if asked.parsed.asks_amount():
        able = price_first(able, profile)

    # Who types what a kind of task is called is offered it, and is in no doubt: nor who
    # asks who pays for it, if not for a figure that the rows may lack. Nor of
    # a row that rests on the law that is cited, where nothing else is asked for, nor
    # of one about the group that is all the question names.
    first = able[0]
    is_named = first.row.task_key in asked.task_keys or _is_cited(first, asked.parsed)
    is_named |= first.row.agreement in asked.about
    if not (is_named or _is_to_the_point(able, asked)):
        return [], {}

    rarest, numbers = weight(documents, 0, profile=profile), profile.sureness
    marks = marks_of(by_words, asked, rarest=rarest, profile=profile)
    of_subject = first.row.task_key in asked.subject_keys
    is_named |= of_subject and not asked.parsed.figure
    if not is_named and sureness(marks, profile=profile) < numbers.enough:
        return [], marks

    answering = [item for item in able if _stands_beside(item, first, numbers)]
    if not asked.parsed.figure:
        return answering, marks

    with_figure = {item.row.task_key for item in answering if gives_figure(item.row)}
    return [item for item in answering if item.row.task_key in with_figure], marks


def rows_named(
    ranked: Sequence[Ranked], asked: WeighedQuestion, *, profile: Profile = PROFILE
) -> list[Ranked]:
    """Of the rows of the kinds of tasks that are all that is asked about, those that
    may answer and stand nearly as high as the first, and after them others that cover
    as much and stand higher; a name within theirs is theirs.
    """
    own = [
        item
        for item in ranked
        if item.row.task_key in asked.by_name.alone and _may_answer(item, asked)
    ]
    if not own:
        return []

    known, first = {item.row.id for item in own}, own[0]
    above = [
        item
        for item in ranked
        if item.row.id not in known
        and item.judged.concepts >= first.judged.concepts
        and item.held >= first.held
        and _may_answer(item, asked)
    ]
    beside = [i for i in own if _stands_beside(i, first, profile.sureness)]
    return [*beside, *above]


def _may_answer(item: Ranked, asked: WeighedQuestion) -> bool:
    """Whether a row may answer at all: not by what it does not apply to alone, nor
    without the year, or a name, that the question names; but a name may stand within
    that of the row's own kind of task.
    """
    judged, key = item.judged, item.row.task_key
    is_kind = key in asked.task_keys or key in asked.by_name.alone
    only_denied = bool(judged.covered) and not judged.positive
    has_each = is_kind or has_names(item.row, asked.names_apart)
    return not only_denied and not judged.unknown and has_each


def _stands_beside(item: Ranked, first: Ranked, numbers: Sureness) -> bool:
    """Whether a row stands so high that it is shown beside the first; one of another
    kind of task must stand higher to.
    """
    is_same = item.row.task_key == first.row.task_key
    least = numbers.beside if is_same else numbers.beside_others
    return item.held >= least * first.held


def _is_cited(first: Ranked, parsed: ParsedQuestion) -> bool:
    asked = [*parsed.of(Role.REQUIRED), *parsed.of(Role.UNKNOWN)]
    return (
        bool(asked)
        and not first.judged.missing
        and all(concept.word.startswith(CITED) for concept in asked)
    )


def _is_to_the_point(able: Sequence[Ranked], asked: WeighedQuestion) -> bool:
    """Whether the first row, or one of its task, says what a question for a price, or
    for another kind of answer, asks for; and the first, where a patient is to have one
    of two things, or where the question is two words and no more, speaks of both, and
    of the one thing that is named before anything is asked. That it is of the place
    that the question names is nothing to the point («vejret i Hillerød»), nor that it
    gives a figure of other things than those that are counted, or is of the year.
    """
    first, parsed = able[0], asked.parsed
    covers_none = first.judged.required and not first.judged.concepts
    if covers_none and (parsed.figure or parsed.only_places()):
        return False
    of_task = [r.row for r in able if r.row.task_key == first.row.task_key]

    if parsed.price and not any(map(gives_price, of_task)):
        return False
    has_kind = any(map(asked.has_kind, of_task))
    if not has_kind or _holds_year_alone(first, asked):
        return False
    topic = parsed.topic()
    lacks_topic = topic is not None and topic.text in first.judged.missing
    if lacks_topic or (first.judged.missing and parsed.is_pair()):
        return False
    deed = parsed.deed()
    if deed and len(first.judged.missing) > 1 and deed.text in first.judged.missing:
        return False
    return not parsed.either_or or first.judged.chooses


def _holds_year_alone(first: Ranked, asked: WeighedQuestion) -> bool:
    """Whether a year is all that the row holds of what is asked: «hvem har
    misbrugsbehandlingen i 2018» is not met by what was agreed that year. Amounts of a
    year are told by it.
    """
    wanted = [
        item.concept for item in asked.weighed if item.concept.role is Role.REQUIRED
    ]
    held = [one for one in wanted if one.text not in first.judged.missing]
    only_years = all(YEAR.fullmatch(one.word) for one in held)
    some_lacks = bool(held) and len(held) < len(wanted)
    return some_lacks and only_years and not asked.parsed.price


def narrow_rows(
    ranked: Sequence[Ranked], snapshot: Snapshot, filters: Mapping[str, str]
) -> list[Ranked]:
    """Those that the filters leave, in the same order."""
    kept = {
        row.id
        for row in facets.narrow(snapshot, [item.row for item in ranked], filters)
    }
    return [item for item in ranked if item.row.id in kept]


def nearest_first(
    ranked: Sequence[Ranked], task_key: str, snapshot: Snapshot
) -> list[Ranked]:
    """The rows with those of the kind of task that comes nearest before the others,
    though they hold no word of the question; in their order where there is none.
    """
    of_task = [item for item in ranked if item.row.task_key == task_key]
    known = {item.row.id for item in of_task}
    of_task += [
        Ranked(row, _UNHELD, heard=0.0, held=0.0)
        for row in snapshot.answering_rows
        if row.task_key == task_key and row.id not in known
    ]
    return [*of_task, *(item for item in ranked if item.row.task_key != task_key)]
