"""Rows suggested from a draft's own text: which wait, and what a person makes of them.

What was decided on a suggestion holds in the agreement's later versions too, for as
long as its sentence says the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from registry import clock
from registry.accounts.roles import Person
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.suggested import suggested
from registry.errors import BadInput, Conflict, NotFound
from registry.models import NOT_STATED, Choosing, SuggestionDecision, Version
from registry.publishing.choices import TEXTS
from registry.publishing.drafts import Draft, read_draft
from registry.publishing.editing import open_for_change, require_editable, save
from registry.publishing.writing import OWN_ROW_FIELDS, id_of, insert_row
from registry.rules.fields import THREE_FIELDS, Scheme
from registry.rules.version_content import (
    VersionContent,
    empty_values,
    part_digest,
)
from registry.storage import audit
from registry.storage.db import transaction
from registry.storage.events import Event
from registry.storage.versions import rows_of, slug_of, version_by_id
from registry.suggest.coverage import key_of, row_saying, sentence_key
from registry.suggest.suggestion import Suggestion

# What one of the three fields says stands under its label; else under a heading.
SECTIONS = {field.name: field.label for field in THREE_FIELDS}
FOUR_ANSWERS = ("responsible", "authority", "payer", "treatment_responsible")


class Standing(StrEnum):
    """How a suggestion stands in a draft."""

    WAITING = "waiting"
    IN_ROWS = "in_rows"  # accepted, or said by a row anyway
    REFUSED = "refused"


@dataclass(frozen=True)
class Offered:
    """A suggestion in a draft: `key` is its name, `field` the text in which it stands,
    `row_key` the row that says it.
    """

    suggestion: Suggestion
    key: str
    field: str
    standing: Standing
    row_key: str = ""

    @property
    def is_waiting(self) -> bool:
        return self.standing is Standing.WAITING

    @property
    def may_be_accepted_unread(self) -> bool:
        """Whether it is among those that one key accepts together."""
        return self.is_waiting and self.suggestion.sure


def offered(draft: Draft) -> list[Offered]:
    """The suggestions of a draft's texts, in their order, each once."""
    decided = draft.chosen
    snapshot = draft.catalogue.today()
    found: dict[str, Offered] = {}

    for field in TEXTS:
        for one in suggested(snapshot, draft.content.values[field.name]):
            key = key_of(one)
            found.setdefault(key, _standing(draft.content, one, field.name, decided))
    return list(found.values())


def counted(listed: Iterable[Offered]) -> tuple[int, int]:
    """How many duties a row says, and how many there are; refused ones are none."""
    duties = [one for one in listed if one.standing is not Standing.REFUSED]
    return sum(one.standing is Standing.IN_ROWS for one in duties), len(duties)


def values_of(offered: Offered, headings: Iterable[str]) -> dict[str, Any]:
    """A row as the suggestion tells it. What it does not tell is not stated."""
    one = offered.suggestion
    data = one.deadline_data or {}
    section = SECTIONS.get(offered.field, one.section)
    answers = {name: getattr(one, name) or (NOT_STATED,) for name in FOUR_ANSWERS}
    return {
        **empty_values(OWN_ROW_FIELDS),
        **answers,
        "task": one.title,
        "situation": one.situation,
        "phase": one.phase,
        "contributes": one.contributes,
        "informed": one.informed,
        "deadline": one.deadline,
        "deadline_amount": data.get("amount"),
        "deadline_unit": data.get("unit", ""),
        "deadline_relation": data.get("relation", ""),
        "deadline_event": data.get("event", ""),
        "does_not_apply_to": one.does_not_apply_to,
        "section": section if section in headings else "",
    }


def read_values(draft: Draft, key: str) -> dict[str, Any]:
    """The row that a suggestion of a draft tells, to be mended. Raises NotFound."""
    one = _named(offered(draft), key)
    return values_of(one, draft.surroundings.headings)


def accept(
    catalogue: Catalogue,
    version_id: int,
    key: str,
    by: Person,
    values: Mapping[str, Any] | None = None,
    task_key: str = "",
) -> str:
    """Make a suggestion a row, as it is or with the values of a person who mended it.
    `task_key`: the kind of task that the person confirmed with it.

    Returns the row's key. Raises Refused, NotFound, BadInput for an unknown task key.
    """
    draft = read_draft(catalogue, version_id)
    one = _named(offered(draft), key)
    if task_key:
        require_task_key(catalogue.today(), task_key)
        told = values or values_of(one, draft.surroundings.headings)
        values = {**told, "task_key": task_key}
    return _accept(draft, [one], by, values)[0]


def accept_sure(
    catalogue: Catalogue, version_id: int, field: str, section: str, by: Person
) -> list[str]:
    """Make rows of all sure suggestions that wait in one section of a text."""
    draft = read_draft(catalogue, version_id)
    listed = [
        one
        for one in offered(draft)
        if one.may_be_accepted_unread
        and (one.field, one.suggestion.section) == (field, section)
    ]
    return _accept(draft, listed, by) if listed else []


def rows_without_task_key(draft: Draft) -> list[Mapping[str, Any]]:
    """The rows of a draft of which nobody has said what kind of task they are."""
    return [row for row in draft.content.rows if not row["task_key"]]


def confirm_task_key(
    catalogue: Catalogue, version_id: int, key: str, task_key: str, by: Person
) -> None:
    """Say of a row of a draft what kind of task it is. Raises Refused, NotFound,
    BadInput for an unknown task key, Conflict where another has said another.
    """
    require_task_key(catalogue.today(), task_key)
    row = read_draft(catalogue, version_id).content.row(key)
    if row["task_key"] not in ("", task_key):
        raise Conflict("En anden har valgt en anden opgavetype imens. Se snitfladen.")
    values = {"task_key": task_key}
    save(catalogue, version_id, key, values, part_digest(row), by)


def require_task_key(snapshot: Snapshot, task_key: str) -> None:
    """Raises BadInput where the vocabulary has no such kind of task."""
    if not snapshot.vocabulary.has(Scheme.TASKS, task_key):
        raise BadInput("opgavetype: Vælg en af listens opgavetyper.", "opgavetype")


def refuse(catalogue: Catalogue, version_id: int, key: str, by: Person) -> None:
    """Have a suggestion stay away, in this version and in later ones."""
    _choose(catalogue, version_id, key, Choosing.REFUSED, by)


def reopen(catalogue: Catalogue, version_id: int, key: str, by: Person) -> None:
    """Let a refused suggestion wait again."""
    _choose(catalogue, version_id, key, Choosing.REOPENED, by)


def _accept(
    draft: Draft,
    listed: Sequence[Offered],
    by: Person,
    values: Mapping[str, Any] | None = None,
) -> list[str]:
    keys = []
    with transaction(draft.catalogue.engine) as session:
        version = version_by_id(session, draft.id)
        open_for_change(session, version, by)
        for one in listed:
            if not one.is_waiting:
                keys.append(one.row_key)
                continue
            row = values or values_of(one, draft.surroundings.headings)
            place = len(rows_of(session, version))
            keys.append(insert_row(session, version, row, place, by))
            _decide(session, version, one, Choosing.ACCEPTED, by, keys[-1])
    return keys


def _choose(
    catalogue: Catalogue, version_id: int, key: str, choosing: Choosing, by: Person
) -> None:
    one = _named(offered(read_draft(catalogue, version_id)), key)
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        require_editable(version, by)
        _decide(session, version, one, choosing, by)


def _decide(
    session: Session,
    version: Version,
    one: Offered,
    choosing: Choosing,
    by: Person,
    row_key: str = "",
) -> None:
    session.add(
        SuggestionDecision(
            agreement_id=version.agreement_id,
            version_id=id_of(version),
            suggestion=one.key,
            sentence=sentence_key(one.suggestion.sentence),
            choosing=choosing,
            row_key=row_key,
            decided_by=by.username,
            at=clock.now(),
        )
    )
    audit.record(
        session,
        actor=by.username,
        event=Event[f"SUGGESTION_{choosing.name}"],
        subject=slug_of(session, version),
        detail=row_key or one.key,
    )


def _named(listed: Iterable[Offered], key: str) -> Offered:
    """Raises NotFound."""
    for one in listed:
        if one.key == key:
            return one
    raise NotFound("Forslaget er der ikke længere. Teksten er ændret siden.")


def _standing(
    content: VersionContent,
    one: Suggestion,
    field: str,
    decided: Mapping[str, SuggestionDecision],
) -> Offered:
    key = key_of(one)
    decision = decided.get(key)
    if decision and decision.choosing == Choosing.REFUSED:
        return Offered(one, key, field, Standing.REFUSED)

    accepted = decision.row_key if decision else ""
    row_key = accepted if accepted and content.has_row(accepted) else ""
    row_key = row_key or row_saying(one, content.rows)
    standing = Standing.IN_ROWS if row_key else Standing.WAITING
    return Offered(one, key, field, standing, row_key)
