"""The rules that stand in the database itself, as triggers: one table, written per dialect."""

from typing import NamedTuple

from sqlalchemy import Connection, text

from registry.models import LOCKED, State
from registry.version_content import CONTENT_FIELDS

VERSION_CHILDREN = ("snitflade", "party", "relation")
# What readers see of it, less the versions. An act on one of these changes what is shown.
CATALOGUE_RECORDS = (
    "adoption",
    "agreement",
    "confirmation",
    "contact_point",
    "continuation",
    "editor_note",
    "ending",
    "health_agreement",
    "organisation",
    "rekeying",
    "review",
    "succession",
    "term",
    "word",
)
APPEND_ONLY = (
    *CATALOGUE_RECORDS,
    "adoption_link",
    "approval",
    "audit_entry",
    "contribution",
    "edition",
    "edition_file",
    "intake",
    "proposal",
    "resolution",
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
        return f"{self.rule}_{self.table}_{self.operation.lower()}"


def _states(*states: State) -> str:
    return "(" + ", ".join(f"'{state}'" for state in states) + ")"


def _changed(*columns: str) -> str:
    """Whether any of the columns changes; as text, since JSON has no equality everywhere."""
    sides = "coalesce(CAST({0}.{1} AS TEXT), '-')"
    return " OR ".join(
        f"{sides.format('OLD', column)} <> {sides.format('NEW', column)}" for column in columns
    )


def _parent_state(side: str) -> str:
    return f"(SELECT state FROM version WHERE id = {side}.version_id)"


def _child_condition(sides: tuple[str, ...]) -> str:
    fixed = _states(*LOCKED, State.PUBLISHED)
    return " OR ".join(f"{_parent_state(side)} IN {fixed}" for side in sides)


def _wrote(person: str, agreement: str) -> str:
    """Whether the person wrote any part of a draft of the agreement since its last publication."""
    return (
        f"EXISTS (SELECT 1 FROM contribution c WHERE c.author = {person} "
        f"AND c.edit <> 'set_aside' AND c.agreement_id = {agreement} "
        "AND c.version_id > (SELECT coalesce(max(p.id), 0) "
        f"FROM version p WHERE p.agreement_id = {agreement} AND p.state = 'published'))"
    )


_APPROVED = _states(State.APPROVED, State.FOR_ADOPTION, State.PUBLISHED)
_FIXED = _states(*LOCKED, State.PUBLISHED)
_LOCKED = _states(*LOCKED)
_OPEN = _states(State.DRAFT, State.RETURNED)
_EDITED = "(SELECT agreement_id FROM version WHERE id = NEW.version_id)"
# INSERT OR REPLACE on a connection whose triggers do not recurse would replace a row unseen.
_EXISTS = "EXISTS (SELECT 1 FROM {} WHERE id = NEW.id)"

TRIGGERS = (
    Trigger(
        "version",
        "INSERT",
        f"NEW.state IN {_APPROVED} OR {_EXISTS.format('version')}",
        "insert a draft, then publish it",
    ),
    Trigger("version", "UPDATE", "OLD.state = 'published'", "a published version is immutable"),
    Trigger("version", "DELETE", "OLD.state = 'published'", "a published version is immutable"),
    Trigger(
        "version",
        "UPDATE",
        "OLD.state = 'withdrawn' AND NEW.state <> 'withdrawn'",
        "a withdrawn version stays withdrawn",
        "final",
    ),
    Trigger(
        "version",
        "UPDATE",
        f"OLD.state IN {_LOCKED} AND NEW.state IN {_FIXED} "
        f"AND ({_changed(*(f.name for f in CONTENT_FIELDS), 'agreement_id', 'fingerprint')})",
        "a text under approval stands still",
        "fixed_text",
    ),
    # So that no approval holds for a text that was opened for changes after it.
    Trigger(
        "version",
        "UPDATE",
        f"NEW.revision < OLD.revision OR (OLD.state IN {_LOCKED} AND NEW.state IN {_OPEN} "
        "AND NEW.revision <= OLD.revision)",
        "opening a text for changes makes a new revision",
        "revision",
    ),
    Trigger(
        "version",
        "UPDATE",
        f"NEW.state IN {_APPROVED} AND NOT EXISTS (SELECT 1 FROM approval a "
        "WHERE a.version_id = NEW.id AND a.verdict = 'approved' AND a.revision = NEW.revision "
        "AND a.fingerprint = NEW.fingerprint "
        "AND CAST(a.signed_reasons AS TEXT) = CAST(NEW.signed_reasons AS TEXT) "
        f"AND NOT {_wrote('a.decided_by', 'NEW.agreement_id')})",
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
        f"AND (v.state = 'in_approval' OR NEW.verdict = 'returned' AND v.state IN {_LOCKED}))",
        "a decision is about the text that awaits one",
        "about",
    ),
    Trigger(
        "resolution",
        "INSERT",
        "NEW.outcome = 'confirmed' AND NEW.decided_by = "
        "(SELECT proposed_by FROM proposal WHERE id = NEW.proposal_id)",
        "nobody confirms what they proposed themselves",
        "four_eyes",
    ),
    # The trail names people by their username, so it stays theirs.
    Trigger("account", "DELETE", "1 = 1", "an account is closed, never deleted", "lasting"),
    Trigger(
        "account",
        "UPDATE",
        "NEW.id <> OLD.id OR NEW.username <> OLD.username",
        "a username stays the same person's",
        "lasting",
    ),
    *(
        Trigger(table, operation, _child_condition(sides), "a version's text stands still")
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
            ("INSERT", _EXISTS.format(table)),
            ("UPDATE", "1 = 1"),
            ("DELETE", "1 = 1"),
        )
    ),
)


def install_triggers(connection: Connection) -> None:
    """Recreate every trigger. Alembic's batch mode drops them silently with the old table."""
    for trigger in TRIGGERS:
        for statement in _DDL[connection.dialect.name](trigger):
            connection.execute(text(statement))


def drop_triggers(connection: Connection, table: str) -> None:
    """Take a table's triggers away, for a migration that must fill a new column."""
    on = f" ON {table}" if connection.dialect.name == "postgresql" else ""
    for trigger in TRIGGERS:
        if trigger.table == table:
            connection.execute(text(f"DROP TRIGGER IF EXISTS {trigger.name}{on}"))


def missing_triggers(connection: Connection) -> list[str]:
    """The names of triggers that should be there and are not, or that say something else."""
    stored = connection.execute(text(_PRESENT[connection.dialect.name]))
    present: dict[str, str] = {row.name: row.written for row in stored}
    return [t.name for t in TRIGGERS if t.condition not in present.get(t.name, "")]


_PRESENT = {
    "sqlite": "SELECT name, sql AS written FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT t.tgname AS name, p.prosrc AS written FROM pg_trigger t "
    "JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal",
}


def _sqlite_ddl(trigger: Trigger) -> list[str]:
    return [
        f"DROP TRIGGER IF EXISTS {trigger.name}",
        f"CREATE TRIGGER {trigger.name} BEFORE {trigger.operation} ON {trigger.table} "
        f"WHEN {trigger.condition} BEGIN SELECT RAISE(ABORT, '{_quoted(trigger)}'); END",
    ]


def _postgresql_ddl(trigger: Trigger) -> list[str]:
    result = "OLD" if trigger.operation == "DELETE" else "NEW"
    return [
        f"CREATE OR REPLACE FUNCTION {trigger.name}() RETURNS trigger AS $$ BEGIN "
        f"IF {trigger.condition} THEN RAISE EXCEPTION '{_quoted(trigger)}'; END IF; "
        f"RETURN {result}; END $$ LANGUAGE plpgsql",
        f"DROP TRIGGER IF EXISTS {trigger.name} ON {trigger.table}",
        f"CREATE TRIGGER {trigger.name} BEFORE {trigger.operation} ON {trigger.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {trigger.name}()",
        *(_no_truncate(trigger) if trigger.operation == "DELETE" else []),
    ]


def _no_truncate(trigger: Trigger) -> list[str]:
    """TRUNCATE passes row triggers, so it is refused by a trigger of its own."""
    name = f"{trigger.name}_truncate"
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ BEGIN "
        f"RAISE EXCEPTION '{_quoted(trigger)}'; END $$ LANGUAGE plpgsql",
        f"DROP TRIGGER IF EXISTS {name} ON {trigger.table}",
        f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {trigger.table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
    ]


def _quoted(trigger: Trigger) -> str:
    return trigger.message.replace("'", "''")


_DDL = {"sqlite": _sqlite_ddl, "postgresql": _postgresql_ddl}
