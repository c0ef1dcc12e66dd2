"""What a question is, and what an answer is: the shapes that pages and the API show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from registry.catalogue.facets import FacetCount
from registry.catalogue.snapshot import Row, ShownAgreement
from registry.search.cards.card import Card

if TYPE_CHECKING:
    from registry.clock import Moment

Marked = Sequence[tuple[str, bool]]  # pieces of a text; True: the piece is highlighted


@dataclass(frozen=True)
class Question:
    """What is asked: words, facet values by facet name (`fields.FACETS`), and the
    moment; `asked_on` is the day on which it is, where that is not the moment's.
    """

    text: str
    moment: Moment
    filters: Mapping[str, str] = field(default_factory=dict)
    asked_on: date | None = None


@dataclass(frozen=True)
class Remark:
    """What an answer does not say by itself: a sentence, and the date as of which the
    question is answered better, if there is one. `is_acute`: what to do at once.
    """

    text: str
    pr: date | None = None
    is_acute: bool = False


@dataclass(frozen=True, eq=False)
class RowHit:
    """A row with its highlighted fields (by field name, only those in which a word was
    found).
    """

    row: Row
    agreement: ShownAgreement
    highlights: Mapping[str, Marked] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class AnswerGroup:
    """Rows of one kind of task that stand together because they differ by whom or
    when. `target_groups`: those that each word of the question names, if any; `asked`:
    its words as they were understood.
    """

    task_key: str
    label: str
    hits: Sequence[RowHit]
    target_groups: Sequence[frozenset[str]] = ()
    asked: str = ""


@dataclass(frozen=True, eq=False)
class AgreementHit:
    """An agreement with its best section. `anchor` is the section's id on the agreement
    page.
    """

    agreement: ShownAgreement
    section: str
    anchor: str
    snippet: Marked


@dataclass(frozen=True)
class TermHit:
    """A term of the word list that the question names."""

    key: str
    term: str
    meaning: str
    same_as: Sequence[str]
    not_same_as: Sequence[str]
    note: str = ""


@dataclass(frozen=True, eq=False)
class Answer:
    """The answer to a question.

    Abstained: no row in force covers the question; `nearest` then holds what comes
    closest, said to be no answer, and `not_found` the words nothing answers to;
    `uncovered` are those of them that the catalogue or the word list knows.
    `stressed` is the row field that the question word asks for (hvem betaler: payer),
    `asked` the one that the answer begins with, `municipality` the one that is
    rung: the question's own, before what it is narrowed to.
    `marks` say how surely the first row, shown as answer or as nearest, answers.
    `listing` says that the question asks which agreements there are, so that
    `agreements` is the answer. `cards` is what no row carries; they stand first. One
    that tells of none stands where nothing answers. `remarks` are said before it all.
    `of_field`: the question has something of what the catalogue is about.
    """

    question: Question
    groups: Sequence[AnswerGroup] = ()
    nearest: Sequence[AnswerGroup] = ()
    agreements: Sequence[AgreementHit] = ()
    terms: Sequence[TermHit] = ()
    facets: Mapping[str, Sequence[FacetCount]] = field(default_factory=dict)
    not_found: Sequence[str] = ()
    uncovered: Sequence[str] = ()
    did_you_mean: str | None = None
    stressed: str | None = None
    asked: str | None = None
    municipality: str | None = None
    listing: bool = False
    total: int = 0
    marks: Mapping[str, float] = field(default_factory=dict)
    cards: Sequence[Card] = ()
    remarks: Sequence[Remark] = ()
    of_field: bool = True

    @property
    def acute(self) -> bool:
        """Whether the question tells of danger: what to do at once stands first."""
        return any(remark.is_acute for remark in self.remarks)

    @property
    def unknown(self) -> list[str]:
        """The words that neither the catalogue nor the word list knows."""
        return [word for word in self.not_found if word not in self.uncovered]

    @property
    def abstained(self) -> bool:
        """Whether the question asks for rows and none in force covers it."""
        is_answered = any(not card.absent for card in self.cards)
        return not self.groups and not self.listing and not is_answered
