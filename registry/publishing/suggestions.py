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
from registry.models import Choosing, SuggestionDecision, Version
from registry.publishing.drafts import Draft, read_draft
from registry.publishing.editing import require_editable, save
from registry.publishing.suggestion_decisions import TEXTS
from registry.publishing.writing import id_of
from registry.rules.fields import Scheme
from registry.rules.version_content import (
    VersionContent,
    part_digest,
)
from registry.storage import audit
from registry.storage.db import transaction
from registry.storage.events import Event
from registry.storage.versions import slug_of, version_by_id
from registry.suggest.coverage import key_of, row_that_says, sentence_key
from registry.suggest.suggestion import Suggestion


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
        """Whether nobody has decided on it, and no row says it."""
        return self.standing is Standing.WAITING

    @property
    def may_be_accepted_unread(self) -> bool:
        """Whether it is among those that one key accepts together."""
        return self.is_waiting and self.suggestion.sure


def offered(draft: Draft) -> list[Offered]:
    """The suggestions of a draft's texts, in their order, each once."""
    decided = draft.decided
    snapshot = draft.catalogue.today()
    by_name: dict[str, Offered] = {}

    for field in TEXTS:
        for one in suggested(snapshot, draft.content.values[field.name]):
            key = key_of(one)
            by_name.setdefault(key, _standing(draft.content, one, field.name, decided))
    return list(by_name.values())


def counted(listed: Iterable[Offered]) -> tuple[int, int]:
    """How many duties a row says, and how many there are; refused ones are none."""
    duties = [one for one in listed if one.standing is not Standing.REFUSED]
    return sum(one.standing is Standing.IN_ROWS for one in duties), len(duties)


def following(listed: Sequence[Offered], key: str) -> str:
    """The name of the suggestion that waits next after one, from the first again after
    the last; empty where none does.
    """
    at = next((i for i, one in enumerate(listed) if one.key == key), 0)
    onwards = (*listed[at + 1 :], *listed[:at])
    return next((one.key for one in onwards if one.is_waiting), "")


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


def decide_all(
    session: Session,
    version: Version,
    decided: Sequence[tuple[Offered, str]],
    choosing: Choosing,
    by: Person,
) -> None:
    """Keep what a person made of suggestions in one press, each with the key of the row
    that it became, if any: at one moment and at a stroke, since others who want to
    write wait meanwhile.
    """
    if not decided:
        return

    at = clock.now()
    kept = [
        SuggestionDecision(
            agreement_id=version.agreement_id,
            version_id=id_of(version),
            suggestion=one.key,
            sentence=sentence_key(one.suggestion.sentence),
            choosing=choosing,
            row_key=row_key,
            decided_by=by.username,
            at=at,
        )
        for one, row_key in decided
    ]

    session.add_all(kept)
    event = Event[f"SUGGESTION_{choosing.name}"]
    audit.write_entries(
        session,
        actor=by.username,
        subject=slug_of(session, version),
        events=[(event, one.row_key or one.suggestion, one) for one in kept],
    )


def named(listed: Iterable[Offered], key: str) -> Offered:
    """Raises NotFound."""
    for one in listed:
        if one.key == key:
            return one
    raise NotFound("Forslaget er der ikke længere. Teksten er ændret siden.")


def _choose(
    catalogue: Catalogue, version_id: int, key: str, choosing: Choosing, by: Person
) -> None:
    one = named(offered(read_draft(catalogue, version_id)), key)
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        require_editable(version, by)
        decide_all(session, version, [(one, "")], choosing, by)


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
    row_key = row_key or row_that_says(one, content.rows)
    standing = Standing.IN_ROWS if row_key else Standing.WAITING
    return Offered(one, key, field, standing, row_key)
