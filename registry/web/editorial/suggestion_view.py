"""Suggestions for the page: each text's sections, with its sentences marked and a piece
for every row suggested from them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.task_keys import proposed_keys
from registry.catalogue.told import told
from registry.publishing import suggestions
from registry.publishing.drafts import Draft
from registry.publishing.suggestion_decisions import TEXTS
from registry.publishing.suggestions import Offered, Standing
from registry.rules.fields import ROW_FIELDS, ROW_FIELDS_BY_NAME, Scheme
from registry.suggest.sentences import parts_of, unmarked

# What one tells besides its task, in the order of the row's own form.
SUGGESTED_FIELDS = tuple(field for field in ROW_FIELDS if field.suggested)
DOER = ROW_FIELDS_BY_NAME["responsible"].label
STANDING_LABELS = {
    Standing.WAITING: "venter",
    Standing.IN_ROWS: "står i en snitflade",
    Standing.REFUSED: "afvist",
}


@dataclass(frozen=True)
class Piece:
    """A stretch of the text; `keys` are the suggestions that rest on it."""

    text: str
    keys: tuple[str, ...] = ()
    standing: str = ""


class ProposedKey(NamedTuple):
    """A kind of task that a row may be of."""

    key: str
    label: str


@dataclass(frozen=True)
class RowWithout:
    """A row of a draft without a kind of task, the sentence it was accepted on, and the
    kinds that it may be of.
    """

    key: str
    task: str
    sentence: str
    proposals: list[ProposedKey]


@dataclass(frozen=True)
class SuggestionView:
    """One suggestion as it is told. `proposals`: what kinds of task it may be."""

    offered: Offered
    facts: list[tuple[str, str]]
    question: str
    proposals: list[ProposedKey]

    @property
    def key(self) -> str:
        return self.offered.key

    @property
    def task(self) -> str:
        return self.offered.suggestion.title

    @property
    def who(self) -> str:
        """Who does it, as its sentence tells; empty where it does not."""
        return dict(self.facts).get(DOER, "")

    @property
    def sentence(self) -> str:
        return unmarked(self.offered.suggestion.sentence)

    @property
    def standing(self) -> str:
        return self.offered.standing.value

    @property
    def standing_label(self) -> str:
        return STANDING_LABELS[self.offered.standing]


@dataclass(frozen=True)
class Section:
    """What stands under one heading of one of the texts."""

    field: str
    title: str
    heading: str
    pieces: list[Piece]
    suggestions: list[SuggestionView]
    sure: int


def view_sections(
    snapshot: Snapshot, draft: Draft, listed: Iterable[Offered]
) -> list[Section]:
    """The sections that have words, in the order of the texts."""
    offered = list(listed)
    sections = []
    for field in TEXTS:
        text = draft.content.values[field.name]
        of_text = [one for one in offered if one.field == field.name]

        for heading, start, end in parts_of(text):
            inside = [one for one in of_text if start <= one.suggestion.start < end]
            pieces = _pieces(text, start, end, inside)
            if pieces:
                sections.append(
                    Section(
                        field.name,
                        heading or field.label,
                        heading,
                        pieces,
                        [_suggestion(snapshot, one) for one in inside],
                        sum(one.may_be_accepted_unread for one in inside),
                    )
                )

    return sections


def view_rows_without(snapshot: Snapshot, draft: Draft) -> list[RowWithout]:
    """The rows that lack a kind of task, in their order."""
    return [
        RowWithout(
            row["key"],
            row["task"],
            draft.sentences_under.get(row["key"], ""),
            _proposals(snapshot, row["task"]),
        )
        for row in suggestions.rows_without_task_key(draft)
    ]


def _pieces(text: str, start: int, end: int, inside: list[Offered]) -> list[Piece]:
    """The text of a section with its sentences marked; none where it has no words."""
    pieces: list[Piece] = []
    at = start + len(text[start:end]) - len(text[start:end].lstrip())
    places = sorted({one.suggestion.start for one in inside})

    for place in places:
        of_place = [one for one in inside if one.suggestion.start == place]
        stop = place + len(of_place[0].suggestion.sentence)
        pieces += _plain(text[at:place])
        waits = any(one.is_waiting for one in of_place)
        standing = Standing.WAITING if waits else of_place[0].standing
        keys = tuple(one.key for one in of_place)
        pieces.append(Piece(unmarked(text[place:stop]), keys, standing.value))
        at = stop

    pieces += _plain(text[at:end].rstrip())
    return pieces


def _plain(text: str) -> list[Piece]:
    """What lies between two sentences, its line breaks with it."""
    return [Piece(unmarked(text))] if text else []


def _suggestion(snapshot: Snapshot, one: Offered) -> SuggestionView:
    facts = [
        (field.label, said)
        for field in SUGGESTED_FIELDS
        if (said := told(snapshot, field, getattr(one.suggestion, field.name)))
    ]
    question = _question(one.suggestion.asked)
    proposals = _proposals(snapshot, one.suggestion.title) if one.is_waiting else []
    return SuggestionView(one, facts, question, proposals)


def _proposals(snapshot: Snapshot, task: str) -> list[ProposedKey]:
    return [
        ProposedKey(key, snapshot.label(Scheme.TASKS, key))
        for key in proposed_keys(snapshot, task)
    ]


def _question(asked: str) -> str:
    """What a person must say that the sentence does not."""
    if not asked:
        return ""
    if asked == "hvem":
        return "Sætningen siger ikke, hvem der gør det."
    return f"Hvem er «{asked}»?"
