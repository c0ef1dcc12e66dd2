"""Rows that stand together as one card: what they share is said once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from registry.catalogue.snapshot import Snapshot
from registry.search.answer import Answer, AnswerGroup, Marked
from registry.search.first_line import DENIED, FirstLine, first_line_of, shared_words
from registry.web.reader.pathway_view import place_of
from registry.web.reader.row_view import NOT_SAID, Fact, RowView, parted, view_hit

FEWEST_SHARED = 2  # words; fewer are no name for what rows have in common


@dataclass(frozen=True)
class GroupView:
    """Rows that stand together. `line`: what was asked, of all of them. `varies`: the
    answer depends on whom or when; `by_whom`: on the target groups. `more`: how many
    of its rows are not shown here.
    """

    label: str
    line: FirstLine
    rows: list[RowView]
    task_key: str = ""
    more: int = 0

    @property
    def varies(self) -> bool:
        return len(self.rows) + self.more > 1

    @property
    def by_whom(self) -> bool:
        return len({tuple(row.target_groups) for row in self.rows}) > 1

    @cached_property
    def shared(self) -> list[Fact]:
        """What every row says in the same words: it is said once, below them. Nothing
        where not every row is shown.
        """
        if self.more:
            return []
        first, *others = self.rows
        return [
            fact
            for fact in first.rest(self._told_first)
            if others and all(fact.text == o.fact_named(fact.name).text for o in others)
        ]

    @cached_property
    def told(self) -> frozenset[str]:
        """The fields that no row need say itself."""
        return self._told_first | {fact.name for fact in self.shared}

    @cached_property
    def _told_first(self) -> frozenset[str]:
        """The field of the first line, where it tells it whole and of all rows."""
        answers = [part.answer for part in self.line.parts if part.state != DENIED]
        facts = [row.fact_named(self.line.field) for row in self.rows]
        words = {(fact.text or NOT_SAID).lower() for fact in facts}
        is_told = words == {answer.lower() for answer in answers} and len(words) == 1
        return frozenset({self.line.field} if is_told else ())

    def named(self, row: RowView) -> tuple[Marked, Marked]:
        """A row's task: what all tasks of the group begin with, and what is its own."""
        return parted(row.task, self._shared_letters)

    @cached_property
    def _shared_letters(self) -> int:
        tasks = ["".join(text for text, _ in row.task) for row in self.rows]
        shared = shared_words(tasks)
        if shared < FEWEST_SHARED or any(len(task.split()) == shared for task in tasks):
            return 0
        return len(" ".join(tasks[0].split()[:shared])) + 1


def view_groups(
    snapshot: Snapshot, groups: Iterable[AnswerGroup], answer: Answer, most: int
) -> list[GroupView]:
    """The groups as they are shown, each with at most so many of its rows."""
    return [
        GroupView(
            group.label,
            first_line_of(snapshot, group, answer.asked),
            [
                replace(
                    view_hit(snapshot, hit, answer.asked, answer.municipality),
                    path_href=place_of(snapshot, hit.row),
                )
                for hit in group.hits[:most]
            ],
            group.task_key,
            max(0, len(group.hits) - most),
        )
        for group in groups
    ]
