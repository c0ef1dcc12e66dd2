"""What comes of accepting many suggestions, before it is done and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from flask import url_for

from registry.accounts.roles import Person
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import told
from registry.gates.rows import missing_field
from registry.publishing import accepting, suggestions
from registry.publishing.accepting import Acceptance
from registry.publishing.drafts import Draft
from registry.publishing.suggestions import Offered
from registry.rules.fields import ROW_FIELDS, ROW_FIELDS_BY_NAME, Field
from registry.suggest.sentences import readable
from registry.web.editorial.for_all_fields import OWN_TO_EACH, can_be_set
from registry.web.editorial.form import form_fields

# What a person may say at once of all the rows that do not say it themselves.
COMMON = tuple(field for field in ROW_FIELDS if field.kept_on and field.scheme)
SUMMARY = tuple(
    ROW_FIELDS_BY_NAME[name] for name in ("responsible", "payer", "deadline", "phase")
)
# So many groups all of an agreement's rows most often concern; of more, only some.
OFFERED_GROUPS = 2


@dataclass(frozen=True)
class ComingRow:
    """A row that would come: its suggestion, what it says, and what it lacks."""

    key: str
    task: str
    said: str
    sentence: str
    lacks: str


class Lack(NamedTuple):
    """A field that rows lack, how many, and where it is set."""

    label: str
    rows: int
    address: str


@dataclass(frozen=True)
class Accepted:
    """What the person accepted last. `before`: the suggestion that waits next, over
    which it is told; empty for none.
    """

    acceptance: Acceptance
    task: str
    before: str
    lacking: list[Lack]


def view_coming(
    snapshot: Snapshot, draft: Draft, listed: Sequence[Offered]
) -> dict[str, Any]:
    """The rows that would come of suggestions, what they will lack, and the fields in
    which it can be said of all.
    """
    rows = [accepting.values_of(draft, one) for one in listed]
    lacked = accepting.lacked(rows)
    groups = draft.content.values["target_groups"]
    first = {"target_groups": groups if len(groups) <= OFFERED_GROUPS else ()}

    return {
        "coming": [
            _coming(snapshot, one, row) for one, row in zip(listed, rows, strict=True)
        ],
        "lacking": [(field.label, count) for field, count in lacked.items()],
        "fields": form_fields(snapshot, [f for f in COMMON if f in lacked], first),
        "has_groups": bool(groups),
    }


def view_accepted(
    draft: Draft, listed: Sequence[Offered], person: Person
) -> Accepted | None:
    """What the person can take back, and what rows of the draft lack now."""
    acceptance = accepting.last_acceptance(draft, person) if draft.is_open else None
    if acceptance is None:
        return None

    return Accepted(
        acceptance=acceptance,
        task=draft.content.row(acceptance.rows[0])["task"],
        before=suggestions.following(listed, acceptance.suggestions[-1]),
        lacking=[
            Lack(field.label, count, _set_at(draft, field))
            for field, count in accepting.lacked(draft.content.rows).items()
        ],
    )


def _coming(snapshot: Snapshot, one: Offered, row: dict[str, Any]) -> ComingRow:
    said = [
        f"{field.label}: {text}"
        for field in SUMMARY
        if (text := told(snapshot, field, getattr(one.suggestion, field.name)))
    ]
    lacks = [field.label for field in accepting.lacked([row])]

    return ComingRow(
        key=one.key,
        task=row["task"],
        said=" · ".join(said),
        sentence=readable(one.suggestion.sentence),
        lacks=", ".join(lacks),
    )


def _set_at(draft: Draft, field: Field) -> str:
    if field.name == OWN_TO_EACH:
        return url_for(
            "suggestions.listing", version_id=draft.id, _anchor="opgavetyper"
        )
    if not can_be_set(field.name):
        return url_for("drafts.overview", version_id=draft.id, _anchor="kontrol")
    code = missing_field.code
    return url_for("for_all.form", version_id=draft.id, field=field.name, kontrol=code)
