"""From a question to its answer: groups of rows in force, or an explained abstention."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from registry.catalogue import Catalogue
from registry.clock import Moment, today
from registry.errors import IndexBehind, IndexUnusable
from registry.fields import FOUR_ANSWERS, Scheme
from registry.models import NOT_APPLICABLE, NOT_STATED, Term
from registry.search import facets
from registry.search.agreement_hits import find_agreements, list_agreements, marked_tokens
from registry.search.answer import (
    Answer,
    AnswerGroup,
    Question,
    RowHit,
    TermHit,
)
from registry.search.danish import tokenize
from registry.search.documents import ROW
from registry.search.engine import Engine, Entry
from registry.search.highlight import mark
from registry.search.indexing import bring_up_to_date, expected_stamp, lexicon
from registry.search.lexicon import Lexicon
from registry.search.question import YEAR, Concept, ParsedQuestion, Role, check_text, parse
from registry.search.rank import STATED, Judged, Weighed, judge, weight
from registry.search.whoosh_engine import WhooshEngine
from registry.snapshot import Row, Snapshot

ENOUGH_CANDIDATES = 40
NEAREST_GROUPS = 3
KEPT_ANSWERS = 256
COVERED_WHOLE = 1 - 1e-9
COVERED_ENOUGH = 0.6
RARE = 0.12  # a group or actor in fewer documents than this share must be covered
HIGHLIGHTED = ("task", "situation", "deadline", "does_not_apply_to", "legal_basis", "example")


@dataclass(frozen=True, eq=False)
class _Ranked:
    """A candidate row with how it stands to the question."""

    row: Row
    judged: Judged


class Asker:
    """Answers questions from a catalogue and its index, and keeps the index in step."""

    def __init__(self, catalogue: Catalogue, index_dir: Path, *, longest: int = 200) -> None:
        self.catalogue = catalogue
        self.engine: Engine = WhooshEngine(index_dir)
        self.longest = longest
        self._lexicon: tuple[str, Lexicon] | None = None
        self._expected: tuple[str, str] | None = None
        self._answers: OrderedDict[object, Answer] = OrderedDict()
        self._lock = threading.RLock()

    def ask(self, question: Question) -> Answer:
        """The answer. Raises PersonalData, or BadInput naming the field."""
        text = check_text(question.text, self.longest)
        snapshot = self.catalogue.at(question.moment)
        facets.validate(snapshot, question.filters)
        current = snapshot if question.moment == Moment(today()) else self._current()
        try:
            return self._kept(text, question, snapshot, current)
        except IndexUnusable:
            self.rebuild()
            return self._kept(text, question, snapshot, current)

    def check(self) -> None:
        """Raises IndexUnusable where there is none to read, IndexBehind where it lags behind."""
        stamp = self.engine.stamp()
        if not stamp:
            raise IndexUnusable("Søgeindekset mangler.")
        self.engine.words()
        if stamp != self._expected_stamp(self._current()):
            raise IndexBehind("Søgeindekset er bagud.")

    def rebuild(self) -> int:
        """Make the index anew from the database. Returns the number of documents."""
        with self._lock:
            bring_up_to_date(self.engine, self._current(), "")
            return self.engine.size()

    def refresh(self, current: Snapshot | None = None) -> None:
        """Bring the index up to date with the database, which is read anew unless given."""
        with self._lock:
            current = current or self._current()
            stamp = self.engine.stamp()
            if stamp != self._expected_stamp(current):
                bring_up_to_date(self.engine, current, stamp)

    def _current(self) -> Snapshot:
        """Everything recorded, with today's vocabulary."""
        return self.catalogue.at(Moment(today()))

    def _expected_stamp(self, current: Snapshot) -> str:
        if self._expected is None or self._expected[0] != current.fingerprint:
            self._expected = (current.fingerprint, expected_stamp(current))
        return self._expected[1]

    def _kept(self, text: str, question: Question, snapshot: Snapshot, current: Snapshot) -> Answer:
        self.refresh(current)
        stamp = self.engine.stamp()
        filters = tuple(sorted(question.filters.items()))
        key = (snapshot.fingerprint, stamp, text, filters, question.moment)
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        answer = self._answer(text, question, snapshot, self._lexicon_of(stamp, current))
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > KEPT_ANSWERS:
                self._answers.popitem(last=False)
        return answer

    def _lexicon_of(self, stamp: str, current: Snapshot) -> Lexicon:
        with self._lock:
            if self._lexicon is None or self._lexicon[0] != stamp:
                made = lexicon(current, self.engine.words(), self.engine.stems())
                self._lexicon = (stamp, made)
            return self._lexicon[1]

    def _answer(self, text: str, question: Question, snapshot: Snapshot, words: Lexicon) -> Answer:
        parsed = parse(text, words)
        weighed = self._weighed(parsed)
        entries = self.engine.candidates(
            [i.concept.wanted for i in weighed if i.concept.role is Role.REQUIRED],
            snapshot.answering_versions,
            enough=ENOUGH_CANDIDATES,
        )
        ranked = _ranked(entries, parsed.stressed, weighed, snapshot)
        answering = [
            item
            for item in ranked
            if answers(item.judged) and (not parsed.figure or gives_figure(item.row))
        ]
        narrowed = _narrowed(answering, snapshot, question.filters)
        close = [] if narrowed else _narrowed(ranked, snapshot, question.filters)
        groups = _groups(narrowed, snapshot, weighed) if narrowed else ()
        places = parsed.places()
        listing = parsed.listing and bool(question.filters or places)
        agreements = (
            list_agreements(snapshot, {**places, **question.filters})
            if listing
            else find_agreements(entries, weighed, snapshot, question.filters)
        )
        return Answer(
            question=question,
            groups=() if listing else groups,
            nearest=() if listing else _groups(close, snapshot, weighed, most=NEAREST_GROUPS),
            agreements=agreements,
            terms=_terms(parsed, snapshot),
            facets=facets.count(snapshot, [item.row for item in answering], question.filters),
            not_found=() if narrowed or listing else _not_found(parsed, ranked),
            did_you_mean=parsed.respelt,
            stressed=parsed.stressed,
            listing=listing,
            total=0 if listing else len(narrowed),
        )

    def _weighed(self, parsed: ParsedQuestion) -> list[Weighed]:
        size = self.engine.size()
        weighed = []
        for concept in parsed.concepts:
            frequency = self.engine.frequency(concept.tokens)
            rare = _is_narrow(concept) and frequency <= RARE * size
            counted = replace(concept, role=Role.REQUIRED) if rare else concept
            weighed.append(Weighed(counted, weight(size, frequency)))
        return weighed


def _is_narrow(concept: Concept) -> bool:
    """Whether the concept names a group or an actor, which may be a rare one."""
    narrow = any(facet in ("target_group", "actor") for facet, _ in concept.facets)
    return concept.role is Role.FAVOURED and narrow and bool(concept.tokens)


def answers(judged: Judged) -> bool:
    """Whether a row answers: it covers the question's concepts, or all but a small part of them.

    A word that nothing in the catalogue knows is never a small part, and what a row does not
    apply to is no answer alone.
    """
    whole = judged.covered >= COVERED_WHOLE
    nearly = judged.covered >= COVERED_ENOUGH and judged.concepts >= 2 and not judged.unknown
    return judged.positive and (whole or nearly)


def _ranked(
    entries: Iterable[Entry],
    stressed: str | None,
    weighed: Sequence[Weighed],
    snapshot: Snapshot,
) -> list[_Ranked]:
    """The candidate rows, best first."""
    sectors = {w.key: w.sector for w in snapshot.vocabulary.schemes[Scheme.ACTORS].values()}
    rows = snapshot.answering_by_version
    found = []
    for entry in entries:
        row = rows.get((entry.version_id, entry.ref)) if entry.kind == ROW else None
        if row is not None:
            judged = judge(weighed, entry.tokens, row.facets, sectors)
            if not judged.covered:
                continue
            bonus = STATED if states(row, stressed) else 0.0
            found.append(_Ranked(row, replace(judged, score=judged.score + bonus)))
    return sorted(found, key=lambda item: (*item.judged.order, item.row.id))


def states(row: Row, stressed: str | None) -> bool:
    """Whether the row states the field that the question asks for."""
    if stressed is None:
        return False
    value = getattr(row.snitflade, stressed)
    if stressed in FOUR_ANSWERS:
        return not {NOT_STATED, NOT_APPLICABLE} & set(value)
    return bool(value) and value.lower() != "ikke oplyst"


def gives_figure(row: Row) -> bool:
    """Whether the row holds a duration, a number or an amount, or says that its deadline is not

    stated.
    """
    if row.snitflade.deadline.lower() == "ikke oplyst":
        return True
    texts = (row.snitflade.task, row.snitflade.situation, row.snitflade.deadline)
    return any(
        token.exact.startswith("=") or (token.exact.isdigit() and not YEAR.fullmatch(token.exact))
        for token in tokenize(" · ".join(texts))
    )


def _narrowed(
    ranked: Sequence[_Ranked], snapshot: Snapshot, filters: Mapping[str, str]
) -> list[_Ranked]:
    kept = {row.id for row in facets.narrow(snapshot, [item.row for item in ranked], filters)}
    return [item for item in ranked if item.row.id in kept]


def _groups(
    ranked: Sequence[_Ranked],
    snapshot: Snapshot,
    weighed: Sequence[Weighed],
    most: int | None = None,
) -> list[AnswerGroup]:
    """Rows of one kind of task together, in the order of their best row."""
    grouped: OrderedDict[str, list[_Ranked]] = OrderedDict()
    for item in ranked:
        grouped.setdefault(item.row.task_key, []).append(item)
    wanted = marked_tokens(weighed)
    return [
        AnswerGroup(
            task_key=task_key,
            label=snapshot.vocabulary.label(Scheme.TASKS, task_key),
            hits=[_hit(item.row, snapshot, wanted) for item in items],
        )
        for task_key, items in list(grouped.items())[:most]
    ]


def _hit(row: Row, snapshot: Snapshot, wanted: frozenset[str]) -> RowHit:
    texts = {name: getattr(row.snitflade, name) for name in HIGHLIGHTED}
    marked = {name: mark(text, wanted) for name, text in texts.items() if text}
    return RowHit(
        row=row,
        agreement=snapshot.agreements[row.agreement],
        highlights={n: pieces for n, pieces in marked.items() if any(hit for _, hit in pieces)},
    )


def _terms(parsed: ParsedQuestion, snapshot: Snapshot) -> list[TermHit]:
    named = [c for c in parsed.concepts if c.role is not Role.LIGHT] or parsed.concepts
    keys = dict.fromkeys(key for concept in named for key in concept.terms)
    return [_term(snapshot.terms[key]) for key in keys if key in snapshot.terms]


def _term(term: Term) -> TermHit:
    return TermHit(
        key=term.key,
        term=term.term,
        meaning=term.meaning,
        same_as=[*term.same, *term.abbreviations, *term.everyday],
        not_same_as=term.confusable,
        note=term.confusable_note,
    )


def _not_found(parsed: ParsedQuestion, ranked: Sequence[_Ranked]) -> list[str]:
    """The words that no row covers; where every word is covered by some row, those that the

    nearest row lacks.
    """
    unknown = [concept.text for concept in parsed.of(Role.UNKNOWN)]
    if unknown or not ranked:
        return unknown or [concept.text for concept in parsed.of(Role.REQUIRED)]
    return list(ranked[0].judged.missing)
