"""A row as a page shows it: every field in Danish, with what the question stresses."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from registry.catalogue.contacts import IN_DOUBT, Reach, reaches
from registry.catalogue.findings import contradicted_in
from registry.catalogue.ringing import (
    REPORTED_TO,
    PlaceToRing,
    asks_of,
    is_reported,
    ones_own,
    receivers,
    reported_to,
    to_ring,
)
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each, told_in
from registry.markup.markdown_html import anchor
from registry.rules.fields import AT_A_GLANCE, ROW_FIELDS, ROW_FIELDS_BY_NAME, Field
from registry.rules.older import older_basis
from registry.search.answer import Marked, RowHit
from registry.search.shortening import opening_end
from registry.unsaid import NOT_STATED_IN_WORDS, Saying, saying_of
from registry.web.frame.links import link, row_link
from registry.web.reader.marked_text import parted, text_of
from registry.web.reader.status_view import StatusView, view_status

# What stands with a row wherever it is shown, in this order.
FACTS = sorted((field for field in ROW_FIELDS if field.shown), key=lambda f: f.shown)
NEGATIVE = ROW_FIELDS_BY_NAME["does_not_apply_to"]
MORE_FACTS = [field for field in ROW_FIELDS if field.page]  # on the row's own page
ROOM = 220  # letters of a situation that are shown before the rest is folded
NOT_SAID = NOT_STATED_IN_WORDS.capitalize()
UNANSWERED = "Fremgår ikke af aftalen"
UNCONFIRMED = "ikke bekræftet af en kilde"


@dataclass(frozen=True)
class FieldView:
    """One field of a row."""

    name: str
    label: str
    pieces: Marked
    state: Saying
    stressed: bool = False

    @property
    def text(self) -> str:
        return "".join(piece for piece, _ in self.pieces)

    def unsaid(self) -> "FieldView":
        """The same field where the row leaves it empty."""
        return replace(self, pieces=[(NOT_SAID, False)], state=Saying.NOT_STATED)


@dataclass(frozen=True)
class RowView:
    """One row with its agreement and status. `older`: what to say before its values
    where they are an older edition's. `path_href`: of an answer, its place on the path
    of its target groups. `contradicted_href`: the unsettled overlap in which it is.
    `reported`: nobody is rung, it is reported; `receiver`: to whom, where the row says.
    """

    id: str
    key: str
    href: str
    task: Marked
    situation: Marked
    phase: str
    target_groups: list[str]
    facts: list[FieldView]
    negative: Marked
    source: str
    confirmed: bool
    older: str
    agreement: str
    agreement_href: str
    version: int
    section: str
    section_href: str
    status: StatusView
    reaches: list[Reach]
    illustrative: bool = False
    path_href: str = ""
    contradicted_href: str = ""
    reported: bool = False
    receiver: str = ""
    unsure_of: str = ""

    @property
    def conditions(self) -> tuple[Marked, Marked]:
        """The situation's first sentences, and the folded rest."""
        return parted(self.situation, opening_end(text_of(self.situation), ROOM))

    @property
    def doubt(self) -> FieldView | None:
        """What the row says of doubt, where its agreement is itself in doubt: the two
        are read as one.
        """
        fact = self.fact_named(IN_DOUBT)
        is_unsettled = self.status.tone == "warning"
        return fact if is_unsettled and fact and fact.state == Saying.STATED else None

    def fact_named(self, name: str) -> FieldView | None:
        """The fact of that field; None of the task and the situation, which a row
        tells as its name and its condition.
        """
        return next((fact for fact in self.facts if fact.name == name), None)

    @property
    def columns(self) -> list[FieldView]:
        """The facts that have a column where rows stand in a table."""
        return [f for f in self.facts if ROW_FIELDS_BY_NAME[f.name].column]

    def who_and_when(self, seen: Collection[str] = ()) -> list[FieldView]:
        """Who does it and when, also where it is not stated, less what is seen
        already.
        """
        facts = [self.fact_named(name) for name in AT_A_GLANCE if name not in seen]
        return [fact if fact.pieces else fact.unsaid() for fact in facts if fact]

    def rest(self, seen: Collection[str] = ()) -> list[FieldView]:
        """What else the row states."""
        said = {*AT_A_GLANCE, *seen, *([IN_DOUBT] if self.doubt else [])}
        return [f for f in self.stated if f.name not in said]

    @property
    def ringing(self) -> list[Reach]:
        """Whom to ring about it."""
        return to_ring(self.reaches)

    @property
    def asks(self) -> list[PlaceToRing]:
        """Where to ring, where none of them has a number, or might have one
        in a municipality that is not chosen yet.
        """
        has_numbers = any(one.numbers or one.is_by_place for one in self.ringing)
        return [] if has_numbers else asks_of(self.ringing)

    @property
    def ones_own(self) -> str:
        """What to say to an asker who is one of them."""
        return ones_own(self.asks)

    @property
    def others(self) -> list[FieldView]:
        """Everything but who and when, also what is not stated."""
        return [
            f
            for f in self.facts
            if f.name not in AT_A_GLANCE and f.state != Saying.ABSENT
        ]

    @property
    def as_text(self) -> str:
        """The row as one pastes it into a message or a record: what is not sure of it
        stands before what it tells, and whom to ring goes along.
        """
        unsure = self.older or ("" if self.confirmed else UNCONFIRMED)
        words = "".join(text for text, _ in self.situation)
        lines = [f"{f.label}: {f.text}" for f in self.facts if f.text]
        negative = "".join(text for text, _ in self.negative)

        return "\n".join(
            [
                "".join(text for text, _ in self.task),
                ": ".join(t for t in (", ".join(self.target_groups), words) if t),
                *([f"({unsure})"] if unsure else []),
                *lines,
                self._reached,
                *([f"{NEGATIVE.label}: {negative}"] if negative else []),
                f"{self.agreement}, afsnittet {self.section} ({self.status.word})",
            ]
        )

    @property
    def _reached(self) -> str:
        if self.reported:
            return f"{REPORTED_TO}: {receivers([self.receiver])}"
        return f"Ring til: {'; '.join(map(_ringing, self.ringing))}"

    @property
    def stated(self) -> list[FieldView]:
        """What there is to read at a glance beside who and when: the facts that say
        something, or were asked for.
        """
        return [f for f in self.facts if f.state == Saying.STATED or f.stressed]

    @property
    def unstated(self) -> list[tuple[str, list[str]]]:
        """The names of what else is not stated, by what stands in its place: Ikke
        oplyst, Ikke relevant.
        """
        named = {*AT_A_GLANCE, *(fact.name for fact in self.stated)}
        others = [
            f for f in self.facts if f.state != Saying.ABSENT and f.name not in named
        ]
        words = dict.fromkeys(fact.text for fact in others)

        return [
            (word, [f.label.lower() for f in others if f.text == word])
            for word in words
        ]


def _ringing(reach: Reach) -> str:
    """Whom to ring, in one line of words: the numbers, else where to ask."""
    numbers = (f"{n.function}, {n.name}, {n.phone}" for n in reach.numbers)
    return ", ".join(numbers) or reach.ask.in_words


def view_rows(
    snapshot: Snapshot, rows: Iterable[Row], municipality: str | None = None
) -> list[RowView]:
    return [
        view_hit(
            snapshot,
            RowHit(row, snapshot.agreement(row.agreement)),
            municipality=municipality,
        )
        for row in rows
    ]


def view_hit(
    snapshot: Snapshot,
    hit: RowHit,
    stressed: str | None = None,
    municipality: str | None = None,
) -> RowView:
    row, marked = hit.row, hit.highlights
    s = row.snitflade

    return RowView(
        id=row.id,
        key=s.key,
        href=row_link(row.id),
        task=_pieces(marked, "task", s.task),
        situation=_pieces(marked, "situation", s.situation),
        phase=told_in(snapshot, row, ROW_FIELDS_BY_NAME["phase"]),
        target_groups=told_each(
            snapshot, ROW_FIELDS_BY_NAME["target_groups"], s.target_groups
        ),
        facts=[_fact(snapshot, row, field, marked, stressed) for field in FACTS],
        negative=_pieces(marked, "does_not_apply_to", s.does_not_apply_to),
        source=s.source,
        confirmed=row.confirmed,
        older=older_basis(s, confirmed=row.confirmed),
        section=s.section,
        agreement=hit.agreement.number(row.version).version.title,
        agreement_href=link("agreements.agreement", slug=row.agreement),
        version=row.version,
        section_href=link(
            "agreements.agreement", slug=row.agreement, _anchor=anchor(s.section)
        ),
        status=view_status(snapshot, hit.agreement),
        reaches=reaches(snapshot, row, municipality),
        illustrative=hit.agreement.number(row.version).version.illustrative,
        contradicted_href=_contradicted(snapshot, row),
        reported=is_reported(row),
        receiver=reported_to(snapshot, row),
    )


def _contradicted(snapshot: Snapshot, row: Row) -> str:
    name = contradicted_in(snapshot, row)
    return link("overview.finding", name=name) if name else ""


def facts_of(snapshot: Snapshot, row: Row, fields: Iterable[Field]) -> list[FieldView]:
    """What the row says in those fields, in their order."""
    return [_fact(snapshot, row, field, {}, None) for field in fields]


def _fact(
    snapshot: Snapshot,
    row: Row,
    field: Field,
    marked: Mapping[str, Marked],
    stressed: str | None,
) -> FieldView:
    name, asked = field.name, field.name == stressed
    text = told_in(snapshot, row, field)
    state = saying_of(getattr(row.snitflade, name))

    if asked and state in {Saying.NOT_STATED, Saying.ABSENT}:
        return FieldView(
            name, field.label, [(UNANSWERED, False)], Saying.NOT_STATED, True
        )
    return FieldView(name, field.label, _pieces(marked, name, text), state, asked)


def _pieces(marked: Mapping[str, Marked], name: str, text: str) -> Marked:
    """The text with its highlights, where they are highlights of this very text."""
    pieces = marked.get(name, ())
    same = "".join(piece for piece, _ in pieces) == text
    return pieces if same and text else [(text, False)] if text else []
