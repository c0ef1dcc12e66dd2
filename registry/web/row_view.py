"""A row as a page shows it: every field in Danish, with what the question stresses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from registry.fields import FOUR_ANSWERS, ROW_FIELDS, Field
from registry.in_words import field_labels, field_text
from registry.models import NOT_APPLICABLE, NOT_STATED
from registry.render import anchor
from registry.search.answer import AnswerGroup, Marked, RowHit
from registry.snapshot import Row, Snapshot
from registry.web.links import link, row_link
from registry.web.status_view import StatusView, view_status

BY_NAME = {field.name: field for field in ROW_FIELDS}
FACTS = ("responsible", "deadline", "authority", "payer", "treatment_responsible")
MORE_FACTS = (
    *("contributes", "informed", "applies_in", "economic_consequences"),
    *("example", "in_doubt", "legal_basis"),
)
UNANSWERED = "Fremgår ikke af aftalen"


@dataclass(frozen=True)
class Fact:
    """One field of a row. `state` is stated, not-stated, not-applicable or absent."""

    name: str
    label: str
    pieces: Marked
    state: str
    stressed: bool = False

    @property
    def text(self) -> str:
        return "".join(piece for piece, _ in self.pieces)


@dataclass(frozen=True)
class RowView:
    """One row with its agreement and status."""

    id: str
    key: str
    href: str
    task: Marked
    situation: Marked
    phase: str
    target_groups: list[str]
    facts: list[Fact]
    negative: Marked
    source: str
    confirmed: bool
    agreement: str
    agreement_href: str
    version: int
    section: str
    section_href: str
    status: StatusView

    def fact_named(self, name: str) -> Fact:
        return next(fact for fact in self.facts if fact.name == name)

    @property
    def stated(self) -> list[Fact]:
        """What there is to read at a glance: the facts that say something, or were asked for.

        A deadline that is not stated stands here too: there is one, but nobody knows it.
        """
        return [
            fact
            for fact in self.facts
            if fact.state == "stated" or fact.stressed or fact.name == "deadline"
        ]

    @property
    def unstated(self) -> list[tuple[str, list[str]]]:
        """The other facts' names by what stands in their place: Ikke oplyst, Ikke relevant."""
        others = [f for f in self.facts if f.state != "absent" and f not in self.stated]
        words = dict.fromkeys(fact.text for fact in others)
        return [(word, [f.label.lower() for f in others if f.text == word]) for word in words]


@dataclass(frozen=True)
class GroupView:
    """Rows that stand together. `varies`: the answer depends on whom or when."""

    label: str
    rows: list[RowView]

    @property
    def varies(self) -> bool:
        return len(self.rows) > 1


def view_groups(
    snapshot: Snapshot, groups: Iterable[AnswerGroup], stressed: str | None
) -> list[GroupView]:
    return [
        GroupView(group.label, [view_hit(snapshot, hit, stressed) for hit in group.hits])
        for group in groups
    ]


def view_rows(snapshot: Snapshot, rows: Iterable[Row]) -> list[RowView]:
    return [view_hit(snapshot, RowHit(row, snapshot.agreement(row.agreement))) for row in rows]


def view_hit(snapshot: Snapshot, hit: RowHit, stressed: str | None = None) -> RowView:
    row, marked = hit.row, hit.highlights
    s = row.snitflade
    return RowView(
        id=row.id,
        key=s.key,
        href=row_link(row.id),
        task=_pieces(marked, "task", s.task),
        situation=_pieces(marked, "situation", s.situation),
        phase=field_text(snapshot, row, BY_NAME["phase"]),
        target_groups=field_labels(snapshot, row, BY_NAME["target_groups"]),
        facts=[_fact(snapshot, row, name, marked, stressed) for name in FACTS],
        negative=_pieces(marked, "does_not_apply_to", s.does_not_apply_to),
        source=s.source,
        confirmed=row.confirmed,
        section=s.section,
        agreement=hit.agreement.number(row.version).version.title,
        agreement_href=link("agreements.agreement", slug=row.agreement),
        version=row.version,
        section_href=link("agreements.agreement", slug=row.agreement, _anchor=anchor(s.section)),
        status=view_status(snapshot, hit.agreement),
    )


def more_facts(snapshot: Snapshot, row: Row) -> list[Fact]:
    """The fields that only the row's own page has room for."""
    return [_fact(snapshot, row, name, {}, None) for name in MORE_FACTS]


def _fact(
    snapshot: Snapshot, row: Row, name: str, marked: Mapping[str, Marked], stressed: str | None
) -> Fact:
    field = BY_NAME[name]
    text, state = field_text(snapshot, row, field), _state(row, field)
    asked = name == stressed
    if asked and state in {"not-stated", "absent"}:
        return Fact(name, field.label, [(UNANSWERED, False)], "not-stated", True)
    return Fact(name, field.label, _pieces(marked, name, text), state, asked)


def _state(row: Row, field: Field) -> str:
    value = getattr(row.snitflade, field.name)
    if not value:
        return "absent"
    if field.name in FOUR_ANSWERS and value == [NOT_APPLICABLE]:
        return "not-applicable"
    return "not-stated" if value in ([NOT_STATED], "Ikke oplyst") else "stated"


def _pieces(marked: Mapping[str, Marked], name: str, text: str) -> Marked:
    """The text with its highlights, where they are highlights of this very text."""
    pieces = marked.get(name, ())
    same = "".join(piece for piece, _ in pieces) == text
    return pieces if same and text else [(text, False)] if text else []
