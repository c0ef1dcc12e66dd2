"""Asking the catalogue and its index, which is kept in step; answers are remembered."""

import threading
from collections import OrderedDict
from pathlib import Path
from weakref import WeakKeyDictionary

from registry.catalogue import facets
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment, today
from registry.errors import IndexBehind, IndexUnusable
from registry.render import sections
from registry.search.answer import Answer, Question
from registry.search.answering import answer_to
from registry.search.cards.documents import card_table
from registry.search.engine import Engine
from registry.search.indexing import bring_up_to_date, expected_stamp
from registry.search.lexicon import Lexicon, lexicon_of
from registry.search.profile import PROFILE, Profile
from registry.search.question import check_text
from registry.search.whoosh_engine import WhooshEngine

KEPT_ANSWERS = 128  # of each snapshot


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
        longest: int = 400,
        profile: Profile = PROFILE,
    ) -> None:
        self.catalogue = catalogue
        self.engine: Engine = WhooshEngine(index_dir, profile.limits)
        self.longest = longest
        self.profile = profile
        self._lexicon: tuple[str, Lexicon] | None = None
        self._expected: tuple[str, str] | None = None
        # They live as long as the snapshot whose rows they hold, and no longer: kept by
        # themselves, they would keep the rows of every date that was ever asked about.
        self._answers: WeakKeyDictionary[Snapshot, OrderedDict[object, Answer]] = (
            WeakKeyDictionary()
        )
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
        self.engine.words()
        if stamp != self._expected_stamp(self._current()):
            raise IndexBehind("Søgeindekset er bagud.")

    def rebuild(self) -> int:
        """Make the index anew from the database. Returns the number of documents."""
        with self._lock:
            bring_up_to_date(self.engine, self._current(), "", profile=self.profile)
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
            current = current or self._current()
            stamp = self.engine.stamp()
            if stamp != self._expected_stamp(current):
                bring_up_to_date(self.engine, current, stamp, profile=self.profile)
                stamp = self.engine.stamp()
            return stamp

    def _current(self) -> Snapshot:
        """Everything recorded, with today's vocabulary."""
        return self.catalogue.at(Moment(today()))

    def _expected_stamp(self, current: Snapshot) -> str:
        if self._expected is None or self._expected[0] != current.fingerprint:
            stamp = expected_stamp(current, profile=self.profile)
            self._expected = (current.fingerprint, stamp)
        return self._expected[1]

    def _kept(
        self, text: str, question: Question, snapshot: Snapshot, current: Snapshot
    ) -> Answer:
        stamp = self.refresh(current)
        filters = tuple(sorted(question.filters.items()))
        key = (stamp, text, filters)

        with self._lock:
            answers = self._answers.setdefault(snapshot, OrderedDict())
            if key in answers:
                answers.move_to_end(key)
                return answers[key]

        words = self._lexicon_of(stamp, current)
        answer = answer_to(
            text,
            question,
            snapshot,
            words,
            self.engine,
            sections=sections,
            cards=card_table(snapshot, words),
            profile=self.profile,
        )
        with self._lock:
            answers[key] = answer
            while len(answers) > KEPT_ANSWERS:
                answers.popitem(last=False)

        return answer

    def _lexicon_of(self, stamp: str, current: Snapshot) -> Lexicon:
        with self._lock:
            if self._lexicon is None or self._lexicon[0] != stamp:
                words, stems = self.engine.words(), self.engine.stems()
                made = lexicon_of(current, words, stems, profile=self.profile)
                self._lexicon = (stamp, made)
            return self._lexicon[1]
