"""Asking the catalogue and its index, which is kept in step; answers are remembered."""

import threading
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from weakref import WeakKeyDictionary

from registry.catalogue import facets
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment, today
from registry.errors import IndexBehind, IndexUnusable
from registry.markup.markdown_html import sections
from registry.search.answer import Answer, Question
from registry.search.answering import answer_to
from registry.search.cards.documents import card_table
from registry.search.indexing import bring_up_to_date, expected_stamp, holds
from registry.search.profile import PROFILE, Profile
from registry.search.question import check_text
from registry.search.rowwords import row_words
from registry.search.state import Lexicons, SearchState, with_words
from registry.search.whoosh_engine import WhooshEngine
from registry.settings import LONGEST_QUESTION

KEPT_ANSWERS = 128  # of each snapshot
# The state that readers are shown, and the one that takes its place.
KEPT_STATES = 2
# So often another process may write just before we do; then the index is as it left it.
TURNS = 20


class Asker:
    """Answers questions from a catalogue and its index, and keeps the index in step.

    `longest` is how many letters a question may have; another `profile` answers by
    other numbers.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        index_dir: Path,
        *,
        longest: int = LONGEST_QUESTION,
        profile: Profile = PROFILE,
    ) -> None:
        self.catalogue = catalogue
        self.engine = WhooshEngine(index_dir, profile.limits)
        self.longest = longest
        self.profile = profile

        self._lexicons = Lexicons(profile)
        self._states: OrderedDict[str, SearchState] = OrderedDict()
        self._expected: tuple[str, str] | None = None

        # They live as long as the snapshot whose rows they hold, and no longer: kept by
        # themselves, they would keep the rows of every date that was ever asked about.
        self._answers: WeakKeyDictionary[Snapshot, OrderedDict[object, Answer]] = (
            WeakKeyDictionary()
        )

        # One brings the index in step; those who are answered do not wait for it.
        self._lock, self._answering = threading.RLock(), threading.Lock()

    def ask(self, question: Question) -> Answer:
        """The answer. Raises PersonalData, or BadInput naming the field."""
        text = check_text(question.text, self.longest)
        snapshot = self.catalogue.lately(question.moment)
        facets.validate(snapshot, question.filters)
        now = Moment(today())
        # «Next year» is seen from today also by who looks at what will hold then.
        question = replace(question, asked_on=min(now.pr, question.moment.pr))
        current = snapshot if question.moment == now else self.catalogue.lately(now)

        try:
            return self._kept(text, question, snapshot, current)
        except IndexUnusable:
            self.rebuild()
            return self._kept(text, question, snapshot, current)

    def check(self) -> None:
        """Raises IndexUnusable where there is none to read, IndexBehind where it lags
        behind.
        """
        try:
            self._check()
        except IndexBehind:
            raise
        except IndexUnusable:
            # While another brings it up to date, it cannot be read.
            with self._lock:
                self._check()

    def _check(self) -> None:
        stamp = self.engine.stamp()
        if not stamp:
            raise IndexUnusable("Søgeindekset mangler.")
        self.engine.opened()
        if stamp != self._expected_stamp(self._current()):
            raise IndexBehind("Søgeindekset er bagud.")

    def rebuild(self) -> int:
        """Make the index anew from the database. Returns the number of documents."""
        with self._lock:
            self._states.clear()
            bring_up_to_date(self.engine, self._current(), None, profile=self.profile)
            return self.engine.size()

    def mend(self) -> None:
        """Make the index anew where it cannot be read; one that can is left as it
        is.
        """
        with self._lock:
            try:
                self.check()
            except IndexBehind:
                return
            except IndexUnusable:
                self.rebuild()

    def refresh(self, current: Snapshot | None = None) -> str:
        """Bring the index up to date with the database, which is read anew unless
        given. Returns its stamp.
        """
        with self._lock:
            return self._made(current or self._current()).stamp

    def prepare(self, current: Snapshot) -> None:
        """Make ready what is answered from, so that no question waits for it."""
        self._state_of(current).warm(self.profile)

    def _current(self) -> Snapshot:
        """Everything recorded, with today's vocabulary."""
        return self.catalogue.at(Moment(today()))

    def _expected_stamp(self, current: Snapshot) -> str:
        if self._expected is None or self._expected[0] != current.fingerprint:
            stamp = expected_stamp(current, profile=self.profile)
            self._expected = (current.fingerprint, stamp)
        return self._expected[1]

    def _state_of(self, current: Snapshot) -> SearchState:
        """What is answered from. Of an index that is gone nothing is answered, although
        it is in memory: the next process would not find it.
        """
        state = self._states.get(current.fingerprint)
        if state and self.engine.stamp():
            return state
        with self._lock:
            state = self._states.get(current.fingerprint)
            if state and self.engine.stamp():
                return state
            return self._made(current)

    def _made(self, current: Snapshot) -> SearchState:
        expected = self._expected_stamp(current)
        basis = expected.partition("|")[0]
        lexicon = self._lexicons.without_words(current, basis)
        for _ in range(TURNS):
            stamp = self.engine.stamp()
            if stamp == expected or self._is_ahead(stamp, current):
                break
            if bring_up_to_date(
                self.engine, current, stamp, profile=self.profile, lexicon=lexicon
            ):
                break

        index = self.engine.opened()
        said = row_words(current, lexicon, index, self.profile).words
        known = with_words(lexicon, index.words(), index.stems(), said)
        state = SearchState(current, index.stamp, index, known)
        self._states[current.fingerprint] = state
        while len(self._states) > KEPT_STATES:
            self._states.popitem(last=False)
        return state

    def _is_ahead(self, stamp: str, current: Snapshot) -> bool:
        """Whether another process has already added what was published since."""
        if self.catalogue.fingerprint() == current.fingerprint:
            return False
        return holds(stamp, self._expected_stamp(current))

    def _kept(
        self, text: str, question: Question, snapshot: Snapshot, current: Snapshot
    ) -> Answer:
        state = self._state_of(current)
        filters = tuple(sorted(question.filters.items()))
        key = (state.stamp, text, filters, question.asked_on)

        with self._answering:
            answers = self._answers.setdefault(snapshot, OrderedDict())
            if key in answers:
                answers.move_to_end(key)
                return answers[key]

        answer = answer_to(
            text,
            question,
            snapshot,
            state.lexicon,
            state.index,
            sections=sections,
            cards=card_table(snapshot, state.lexicon),
            profile=self.profile,
        )
        with self._answering:
            answers[key] = answer
            while len(answers) > KEPT_ANSWERS:
                answers.popitem(last=False)

        return answer
