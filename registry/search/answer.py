"""What a question is, and what an answer is: the shapes that pages and the API show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from registry.clock import Moment
from registry.snapshot import Row, ShownAgreement

Marked = Sequence[tuple[str, bool]]  # pieces of a text; True: the piece is highlighted


@dataclass(frozen=True)
class Question:
    """What is asked: words, facet values by facet name (`fields.FACETS`), and the moment."""

    text: str
    moment: Moment
    filters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class RowHit:
    """A row with its highlighted fields (by field name, only those in which a word was found)."""

    row: Row
    agreement: ShownAgreement
    highlights: Mapping[str, Marked] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class AnswerGroup:
    """Rows of one kind of task that stand together because they differ by whom or when."""

    task_key: str
    label: str
    hits: Sequence[RowHit]


@dataclass(frozen=True, eq=False)
class AgreementHit:
    """An agreement with its best section. `anchor` is the section's id on the agreement page."""

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


@dataclass(frozen=True)
class FacetCount:
    """A facet's value with the number of rows it would leave."""

    value: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True, eq=False)
class Answer:
    """The answer to a question.

    Abstained: no row in force covers the question; `nearest` then holds what comes closest, said
    to be no answer, and `not_found` the words nothing answers to. `stressed` is the row field that
    the question word asks for (hvem betaler: payer). `listing` says that the question asks which
    agreements there are, so that `agreements` is the answer.
    """

    question: Question
    groups: Sequence[AnswerGroup] = ()
    nearest: Sequence[AnswerGroup] = ()
    agreements: Sequence[AgreementHit] = ()
    terms: Sequence[TermHit] = ()
    facets: Mapping[str, Sequence[FacetCount]] = field(default_factory=dict)
    not_found: Sequence[str] = ()
    did_you_mean: str | None = None
    stressed: str | None = None
    listing: bool = False
    total: int = 0

    @property
    def abstained(self) -> bool:
        return not self.groups and not self.listing
