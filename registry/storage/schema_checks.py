"""Whether the tables, the indexes and the triggers are those that this release makes,
and no others.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, inspect, text
from sqlalchemy.schema import CreateIndex
from sqlmodel import SQLModel

from registry.storage.db import schema_revisions
from registry.storage.guards import missing_triggers, strange_triggers
from registry.storage.triggers import keys_of

# What may change or hide rows besides triggers, by database.
_BESIDES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'view'",
    "postgresql": "SELECT viewname FROM pg_views WHERE schemaname = current_schema() "
    "UNION SELECT rulename FROM pg_rules WHERE schemaname = current_schema() "
    "UNION SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = "
    "current_schema()::regnamespace",
}
_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index'"


_REVISIONS = "SELECT version_num FROM alembic_version"


def table_faults(connection: Connection) -> Iterator[str]:
    """Tables, columns and indexes that are not as the migrations made them, or a
    database that says another migration of itself.
    """
    named = list(connection.scalars(text(_REVISIONS)))
    newest = schema_revisions()[-1]
    if named != [newest]:
        yield (
            f"Databasen siger, at dens skema er «{', '.join(named)}», men det er "
            f"«{newest}»."
        )

    for what in sorted(_differences(connection)):
        yield f"Databasens skema er ændret: «{what}»."
    for name in sorted(connection.scalars(text(_BESIDES[connection.dialect.name]))):
        yield f"Databasen rummer «{name}», som programmet ikke har lavet."


def trigger_faults(connection: Connection) -> Iterator[str]:
    """Triggers that are gone or altered, and those that are somebody's own."""
    for name in missing_triggers(connection):
        yield (
            f"Udløseren «{name}», der beskytter det offentliggjorte, mangler eller "
            "er ændret."
        )
    for name in strange_triggers(connection):
        yield f"Udløseren «{name}» er ikke programmets."


def _differences(connection: Connection) -> set[str]:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"compare_type": True})
    compared = compare_metadata(context, SQLModel.metadata)
    return {
        *map(_named, compared),
        *_altered_indexes(connection),
        *_altered_keys(connection),
    }


def _named(difference: Any) -> str:
    """The table, column or index that a difference is about."""
    if isinstance(difference, list):  # of one column
        return str(difference[0][3])
    return str(getattr(difference[-1], "name", difference[-1]))


def _altered_keys(connection: Connection) -> Iterator[str]:
    """Tables whose unique keys are not those of the models; alembic overlooks them
    where they have no name.
    """
    inspector = inspect(connection)
    present = set(inspector.get_table_names())

    for name in SQLModel.metadata.tables:
        if name not in present:
            continue  # told as a table that is gone
        stored = {
            tuple(sorted(str(column) for column in key["column_names"]))
            for key in inspector.get_unique_constraints(name)
        }
        wanted = {tuple(sorted(key)) for key in keys_of(name) if key != ("id",)}
        if stored != wanted:
            yield name


def _altered_indexes(connection: Connection) -> Iterator[str]:
    """SQLite's indexes by their exact text, which says for which rows they hold."""
    if connection.dialect.name != "sqlite":
        return
    present: dict[str, str] = {
        row.name: row.sql for row in connection.execute(text(_INDEXES))
    }

    for of in SQLModel.metadata.tables.values():
        for index in of.indexes:
            written = str(CreateIndex(index).compile(dialect=connection.dialect))
            if present.get(str(index.name)) != written:
                yield str(index.name)
