"""Rows that stand together in one frame: what they share is said once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from registry.catalogue.contacts import Reach, reaches
from registry.catalogue.ringing import (
    PlaceToRing,
    asks_by_case,
    cases_apart,
    each_number_once,
    ones_own,
    receivers,
)
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.stays import stay_in
from registry.rules.unsure import unsure_of
from registry.search.answer import Answer, AnswerGroup, Marked
from registry.search.conditions import STATED, TASK, shared_words
from registry.search.first_line import first_line_of
from registry.search.line import FirstLine, Part
from registry.search.room import ONE_LINE
from registry.web.frame.links import row_link
from registry.web.reader.marked_text import headlined, parted, text_of, with_capital
from registry.web.reader.pathway_view import place_of
from registry.web.reader.row_view import (
    NOT_SAID,
    FieldView,
    RowView,
    view_hit,
)
from registry.web.reader.search_view import explained_words

FEWEST_SHARED = 2  # words; fewer are no name for what rows have in common


@dataclass(frozen=True)
class Title:
    """A row's name within its group. `shared`: what the other rows' names say
    too; `headline`, and the `rest` of it in smaller letters. `is_situation`: the tasks
    are one, so that the situation names the row.
    """

    shared: Marked
    headline: Marked
    rest: Marked
    is_situation: bool = False


@dataclass(frozen=True)
class GroupView:
    """Rows that stand together. `line`: what was asked, of all of them. `varies`: the
    answer depends on whom or when; `by_whom`: on the target groups. `words`: where
    the word list tells what an answer of the line is, by its name. `more`: how many of
    its rows are not shown here.
    """

    label: str
    line: FirstLine
    rows: list[RowView]
    words: Mapping[str, str]
    task_key: str = ""
    more: int = 0

    @property
    def varies(self) -> bool:
        return len(self.rows) + self.more > 1

    @property
    def by_whom(self) -> bool:
        return len({tuple(row.target_groups) for row in self.rows}) > 1

    @property
    def illustrative(self) -> bool:
        return any(row.illustrative for row in self.rows)

    @property
    def heading(self) -> Marked:
        """The task, unless the first line says it or denies it, or the rows have tasks
        of their own.
        """
        is_said = self.line.field == TASK and self.line.parts
        is_task = not self.varies and not is_said and not self.line.excluded
        return self.rows[0].task if is_task else [(self.label, False)]

    @property
    def task_denied(self) -> bool:
        """Whether the task of the one row is only told below what it is not for: over
        it, it would read as a yes.
        """
        is_said = self.line.field == TASK and self.line.parts
        return bool(self.line.excluded and not self.varies and not is_said)

    def href_of(self, row_id: str) -> str:
        """Where one of its rows is read: here, or on a page of its own."""
        is_here = any(row.id == row_id for row in self.rows)
        return f"#svar-{row_id}" if is_here else row_link(row_id)

    @cached_property
    def asks(self) -> list[PlaceToRing]:
        """Where to ring for those who do it and those who are to be told, of the rows
        that the line tells of, said once where no row has a number, or would have in a
        municipality.
        """
        if not all(row.asks for row in self.rows):
            return []
        return asks_by_case(self._cases)

    @cached_property
    def ringing(self) -> list[Reach]:
        """Whom to ring of the rows that the line tells of, each once, where some row
        has a number.
        """
        by_actor: dict[str, Reach] = {}
        for reach in (one for _, ringing in self._cases for one in ringing):
            by_actor.setdefault(reach.actor, reach)
        return each_number_once(by_actor.values())

    @cached_property
    def case_of(self) -> Mapping[str, str]:
        """In which case a place is rung, by the place, where that differs."""
        return cases_apart(self._cases)

    @cached_property
    def reported(self) -> bool:
        """Whether nobody is rung, since whoever finds it out reports it: that is what
        the first answer says.
        """
        return self._answering[0].reported

    @property
    def receiver(self) -> str:
        """To whom it is reported."""
        return receivers(row.receiver for row in self._answering)

    @cached_property
    def rung(self) -> frozenset[str]:
        """The rows of whom that is said."""
        rows = self.rows if self.asks else self._answering
        return frozenset(r.id for r in rows if r.reported or not self.reported)

    @cached_property
    def _in_line(self) -> list[tuple[Part, RowView]]:
        """The answers for those asked about, each with its row, in their order. What no
        row says of some people is nobody's to ring about.
        """
        by_id = {row.id: row for row in self.rows}
        parts = [p for p in self.line.parts if not p.for_others and p.row in by_id]
        stating = {part.row for part in parts if part.state == STATED}
        parts = [p for p in parts if p.state == STATED or p.row not in stating]
        return [(part, by_id[part.row]) for part in parts]

    @property
    def _answering(self) -> list[RowView]:
        return [row for _, row in self._in_line] or self.rows

    @property
    def _cases(self) -> list[tuple[str, list[Reach]]]:
        """Whom to ring in each case, with its words where one line holds them."""
        cases = [(part.condition, row.ringing) for part, row in self._in_line]
        return [
            (words if len(words) <= ONE_LINE else "", ringing)
            for words, ringing in cases or [("", row.ringing) for row in self.rows]
        ]

    @property
    def ones_own(self) -> str:
        """What to say to an asker who is one of them."""
        return ones_own(self.asks)

    @cached_property
    def shared(self) -> list[FieldView]:
        """What every row says in the same words: it is said once, below them. Nothing
        where not every row is shown.
        """
        if self.more:
            return []
        first, *others = self.rows
        return [
            fact
            for fact in first.rest(self._fields_in_first)
            if others and all(_says_too(other, fact) for other in others)
        ]

    @cached_property
    def fields_said(self) -> frozenset[str]:
        """The fields that no row need say itself."""
        return self._fields_in_first | {fact.name for fact in self.shared}

    def condition_left(self, row: RowView) -> Marked:
        """What the first line does not tell of the condition of the one row."""
        first, _ = row.conditions
        text = text_of(first).casefold()
        said = [c.casefold() for part in self.line.parts for c in part.conditions]
        end = max((len(c) for c in said if text.startswith(c)), default=0)
        if self.varies or not end:
            return first
        return parted(first, len(text) - len(text[end:].lstrip(" .")))[1]

    @property
    def negative_said(self) -> bool:
        """Whether the first line tells whole what the one row does not hold for."""
        excepts = [e for p in self.line.parts for e in p.excepts[: p.excepts_said]]
        said = {one.text.strip(" .") for one in excepts}
        said |= {self.line.excluded.text.strip(" .")} if self.line.excluded else set()
        return not self.varies and text_of(self.rows[0].negative).strip(" .") in said

    @cached_property
    def _fields_in_first(self) -> frozenset[str]:
        """The field of the first line, where it tells it whole and of all rows, and
        who and when, where it says of one row alone all that the row does.
        """
        return (
            self._fields_asked
            if self.varies
            else self._fields_asked | self._fields_beside
        )

    @cached_property
    def _fields_beside(self) -> frozenset[str]:
        row, parts = self.rows[0], self.line.parts
        beside = [*self.line.facts, *(fact for part in parts for fact in part.facts)]

        return frozenset(
            fact.field
            for fact in beside
            if fact.is_period
            or (
                (same := row.fact_named(fact.field))
                and fact.text.lower() == (same.text or NOT_SAID).lower()
            )
        )

    @cached_property
    def _fields_asked(self) -> frozenset[str]:
        answers = {part.answer.lower() for part in self.line.parts}
        facts = [row.fact_named(self.line.field) for row in self.rows]
        words = {(fact.text or NOT_SAID).lower() for fact in facts if fact}
        is_whole = words == answers and len(words) == 1 and not self.line.also
        return frozenset({self.line.field} if is_whole else ())

    def named(self, row: RowView) -> Title:
        """A row's name: its situation where its task is another's too, else what its
        task does not share with the others.
        """
        task = text_of(row.task)
        twins = [other for other in self.rows if text_of(other.task) == task]
        situations = {text_of(other.conditions[0]) for other in twins}
        if len(twins) > 1 and len(situations) == len(twins) and all(situations):
            return Title(row.task, *headlined(row.conditions[0]), is_situation=True)

        shared, own = parted(row.task, self._shared_letters)
        return Title(shared, *headlined(with_capital(own)))

    @cached_property
    def _shared_letters(self) -> int:
        tasks = [text_of(row.task) for row in self.rows]
        shared = shared_words(tasks)
        if shared < FEWEST_SHARED or any(len(task.split()) == shared for task in tasks):
            return 0
        return len(" ".join(tasks[0].split()[:shared])) + 1


def view_groups(
    snapshot: Snapshot, groups: Iterable[AnswerGroup], answer: Answer, most: int
) -> list[GroupView]:
    """The groups as they are shown, each with at most so many of its rows."""
    return [_view_group(snapshot, group, answer, most) for group in groups]


def _view_group(
    snapshot: Snapshot, group: AnswerGroup, answer: Answer, most: int
) -> GroupView:
    line = first_line_of(snapshot, group, answer)
    place, stay = answer.municipality, stay_in(snapshot, answer.question.text)

    rows = [
        replace(
            view_hit(snapshot, hit, answer.asked),
            path_href=place_of(snapshot, hit.row),
            unsure_of=unsure_of(hit.row.snitflade, confirmed=hit.row.confirmed),
            reaches=reaches(snapshot, hit.row, place, stay),
        )
        for hit in group.hits[:most]
    ]

    return GroupView(
        group.label,
        line,
        rows,
        explained_words(snapshot, line),
        task_key=group.task_key,
        more=max(0, len(group.hits) - most),
    )


def _says_too(row: RowView, fact: FieldView) -> bool:
    same = row.fact_named(fact.name)
    return same is not None and same.text == fact.text
