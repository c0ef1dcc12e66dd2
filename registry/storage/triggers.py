"""The rules that stand in the database itself, as triggers: one table, written per
dialect.
"""

from typing import NamedTuple

from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from registry.models import LOCKED, State
from registry.models.agreement import OPEN_DRAFT
from registry.rules.privacy import LONGEST_NUMBER, MARK
from registry.rules.version_content import CONTENT_FIELDS

VERSION_CHILDREN = ("snitflade", "party", "relation")
# What readers see of it, less the versions. What is written in one of these changes
# what is shown.
CATALOGUE_RECORDS = (
    "adoption",
    "aim",
    "confirmation",
    "contact_point",
    "continuation",
    "editor_note",
    "ending",
    "finding_draft",
    "health_agreement",
    "implementation",
    "measurement",
    "organisation",
    "rekeying",
    "review",
    "settling",
    "shown_original",
    "status_report",
    "succession",
    "term",
    "word",
)
APPEND_ONLY = (
    *CATALOGUE_RECORDS,
    "adoption_link",
    # Nothing is shown of it before a version is.
    "agreement",
    "approval",
    "audit_entry",
    "contribution",
    "draft_comment",
    "edition",
    "edition_file",
    "handover",
    "intake",
    "proposal",
    "resolution",
    "seal",
    "suggestion_decision",
)


class Trigger(NamedTuple):
    """Refuse `operation` on `table` where `condition` (SQL over OLD and NEW) holds."""

    table: str
    operation: str
    condition: str
    message: str
    rule: str = "immutable"

    @property
    def name(self) -> str:
        """Its name in the database, one for each rule, table and operation."""
        return f"{self.rule}_{self.table}_{self.operation.lower()}"


_OF_PUBLISHED = "(SELECT state FROM version WHERE id = OLD.version_id) = 'published'"


def _states(*states: State) -> str:
    return "(" + ", ".join(f"'{state}'" for state in states) + ")"


def _changed(*columns: str) -> str:
    """Whether any of the columns changes; as text, since JSON has no equality
    everywhere.
    """
    sides = "coalesce(CAST({0}.{1} AS TEXT), '-')"
    return " OR ".join(
        f"{sides.format('OLD', column)} <> {sides.format('NEW', column)}"
        for column in columns
    )


def _parent_state(side: str) -> str:
    return f"(SELECT state FROM version WHERE id = {side}.version_id)"


def _child_condition(sides: tuple[str, ...]) -> str:
    fixed = _states(*LOCKED, State.PUBLISHED)
    return " OR ".join(f"{_parent_state(side)} IN {fixed}" for side in sides)


def _taken_out(changing: str, *others: str) -> str:
    """Whether an UPDATE does anything but take CPR numbers out of what is kept of an
    unpublished draft: each leaves a mark, and the mark is shorter than a number.
    """
    old, new = f"OLD.{changing}", f"NEW.{changing}"
    marked = f"(length({new}) - length(replace({new}, '{MARK}', '')))"
    before = f"(length({old}) - length(replace({old}, '{MARK}', '')))"
    most = f"{LONGEST_NUMBER} * ({marked} - {before}) / {len(MARK)}"
    return (
        f"{_changed(*others)} OR {_OF_PUBLISHED} OR length({new}) >= length({old}) OR "
        f"{marked} <= {before} OR length({old}) - length({new}) > {most}"
    )


def _wrote(person: str, agreement: str) -> str:
    """Whether the person wrote any part of a draft of the agreement since its last
    publication.
    """
    return (
        f"EXISTS (SELECT 1 FROM contribution c WHERE c.author = {person} AND c.edit <> "
        f"'set_aside' AND c.agreement_id = {agreement} AND c.version_id > (SELECT "
        f"coalesce(max(p.id), 0) FROM version p WHERE p.agreement_id = {agreement} AND "
        "p.state = 'published'))"
    )


_TEXT_CHANGED = _changed(
    *(field.name for field in CONTENT_FIELDS), "agreement_id", "fingerprint"
)
_APPROVED = _states(State.APPROVED, State.FOR_ADOPTION, State.PUBLISHED)
_FIXED = _states(*LOCKED, State.PUBLISHED)
_LOCKED = _states(*LOCKED)
_OPEN = _states(State.DRAFT, State.RETURNED)
_EDITED = "(SELECT agreement_id FROM version WHERE id = NEW.version_id)"
# Where a row may be changed, it is not made another, nor put in another's place.
KEYED = ("version", *VERSION_CHILDREN, "account")
# Who wrote in it would no longer be counted. versions.published_since says the same.
_PUBLISHED_SINCE = (
    "EXISTS (SELECT 1 FROM version p WHERE p.agreement_id = NEW.agreement_id AND "
    "p.state = 'published' AND (p.id > NEW.id OR p.recorded_at >= OLD.recorded_at))"
)
_OPEN_DRAFT = (
    f"NEW.{OPEN_DRAFT} AND EXISTS (SELECT 1 FROM version o WHERE o.agreement_id = "
    f"NEW.agreement_id AND o.{OPEN_DRAFT}{{}})"
)


def keys_of(table: str) -> list[tuple[str, ...]]:
    """What is unique in a table: each key by its columns."""
    of = SQLModel.metadata.tables[table]
    constraints = [c for c in of.constraints if isinstance(c, UniqueConstraint)]
    keys = {tuple(c.name for c in constraint.columns) for constraint in constraints}
    return [("id",), *sorted(keys)]


def _taken(table: str, others: str = "") -> str:
    """Whether another row has a key of the new one.

    REPLACE deletes that row, unseen on a connection whose triggers do not recurse.
    """
    alike = (
        " AND ".join(f"o.{column} = NEW.{column}" for column in key)
        for key in keys_of(table)
    )
    return " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} o WHERE {key}{others})" for key in alike
    )


# The one thing that may be done to what is otherwise kept as it came.
MENDED = {
    "contribution": _taken_out(
        "text", "id", "agreement_id", "version_id", "part", "edit", "author", "at"
    ),
    # A Word file is emptied; a text loses its numbers only.
    "intake": (
        f"{_changed('id', 'version_id', 'name', 'media_type', 'taken_in_by', 'at')} OR "
        f"{_OF_PUBLISHED} OR length(NEW.content) >= length(OLD.content) OR NEW.size <> "
        "length(NEW.content) OR (NEW.size > 0 AND substr(NEW.media_type, 1, 5) <> "
        "'text/')"
    ),
}

TRIGGERS = (
    Trigger(
        "version",
        "INSERT",
        f"NEW.state IN {_APPROVED} OR {_taken('version')}",
        "insert a draft, then publish it",
    ),
    Trigger(
        "version",
        "UPDATE",
        "OLD.state = 'published'",
        "a published version is immutable",
    ),
    Trigger(
        "version",
        "DELETE",
        "OLD.state = 'published'",
        "a published version is immutable",
    ),
    Trigger(
        "version",
        "UPDATE",
        "OLD.state = 'withdrawn' AND NEW.state <> 'withdrawn' AND (NEW.state <> "
        f"'draft' OR {_PUBLISHED_SINCE})",
        "a withdrawn version is only opened again, until the next is published",
        "final",
    ),
    Trigger(
        "version",
        "UPDATE",
        f"OLD.state IN {_LOCKED} AND NEW.state IN {_FIXED} AND ({_TEXT_CHANGED})",
        "a text under approval stands still",
        "fixed_text",
    ),
    # So that no approval holds for a text that was opened for changes after it.
    Trigger(
        "version",
        "UPDATE",
        f"NEW.revision < OLD.revision OR (OLD.state IN {_LOCKED} AND NEW.state IN "
        f"{_OPEN} AND NEW.revision <= OLD.revision)",
        "opening a text for changes makes a new revision",
        "revision",
    ),
    Trigger(
        "version",
        "UPDATE",
        f"NEW.state IN {_APPROVED} AND NOT EXISTS (SELECT 1 FROM approval a WHERE "
        "a.version_id = NEW.id AND a.verdict = 'approved' AND a.revision = "
        "NEW.revision AND a.fingerprint = NEW.fingerprint AND CAST(a.signed_reasons "
        "AS TEXT) = CAST(NEW.signed_reasons AS TEXT) AND NOT "
        f"{_wrote('a.decided_by', 'NEW.agreement_id')})",
        "nobody else has approved this text",
        "four_eyes",
    ),
    Trigger(
        "approval",
        "INSERT",
        _wrote("NEW.decided_by", _EDITED),
        "nobody decides on what they wrote themselves",
        "four_eyes",
    ),
    Trigger(
        "approval",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM version v WHERE v.id = NEW.version_id "
        "AND v.revision = NEW.revision AND v.fingerprint = NEW.fingerprint "
        "AND (v.state = 'in_approval' OR NEW.verdict = 'returned' AND v.state IN "
        f"{_LOCKED}))",
        "a decision is about the text that awaits one",
        "about",
    ),
    Trigger(
        "resolution",
        "INSERT",
        "NEW.outcome = 'confirmed' AND NEW.decided_by = (SELECT proposed_by FROM "
        "proposal WHERE id = NEW.proposal_id)",
        "nobody confirms what they proposed themselves",
        "four_eyes",
    ),
    # The trail names people by their username, so it stays theirs.
    Trigger(
        "account", "DELETE", "1 = 1", "an account is closed, never deleted", "lasting"
    ),
    Trigger(
        "account",
        "UPDATE",
        "NEW.id <> OLD.id OR NEW.username <> OLD.username",
        "a username stays the same person's",
        "lasting",
    ),
    *(
        Trigger(table, operation, condition, "a key is another's", "unique")
        for table in KEYED
        for operation, condition in (
            ("INSERT", _taken(table)),
            (
                "UPDATE",
                f"NEW.id <> OLD.id OR {_taken(table, ' AND o.id <> OLD.id')}",
            ),
        )
    ),
    Trigger(
        "version", "INSERT", _OPEN_DRAFT.format(""), "a draft is open already", "one"
    ),
    Trigger(
        "version",
        "UPDATE",
        "OLD.state <> 'published' AND " + _OPEN_DRAFT.format(" AND o.id <> OLD.id"),
        "a draft is open already",
        "one",
    ),
    *(
        Trigger(
            table, operation, _child_condition(sides), "a version's text stands still"
        )
        for table in VERSION_CHILDREN
        for operation, sides in (
            ("INSERT", ("NEW",)),
            ("UPDATE", ("OLD", "NEW")),
            ("DELETE", ("OLD",)),
        )
    ),
    *(
        Trigger(table, operation, condition, "a record is never changed or deleted")
        for table in APPEND_ONLY
        for operation, condition in (
            ("INSERT", _taken(table)),
            ("UPDATE", MENDED.get(table, "1 = 1")),
            ("DELETE", "1 = 1"),
        )
    ),
)
