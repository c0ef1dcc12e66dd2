"""Whether the tables, the indexes and the triggers are those that this release makes,
and no others.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, create_engine, inspect, text
from sqlmodel import SQLModel

from registry.storage.db import run_migrations, schema_revisions
from registry.storage.guards import missing_triggers, strange_triggers
from registry.storage.triggers import keys_of

# What may change or hide rows in PostgreSQL besides triggers.
_BESIDES = (
    "SELECT viewname FROM pg_views WHERE schemaname = current_schema() "
    "UNION SELECT rulename FROM pg_rules WHERE schemaname = current_schema() "
    "UNION SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = "
    "current_schema()::regnamespace"
)
# All that is defined in a SQLite database but the triggers; SQLite goes by the text, so
# a type that is spelled otherwise hides nothing. What SQLite makes by itself for a
# table has no text, and belongs to the table. The two are what ANALYZE keeps.
_DEFINED = """
SELECT CASE WHEN sql IS NULL THEN tbl_name ELSE name END AS of_name,
    type, name, tbl_name, coalesce(sql, '') AS sql
FROM sqlite_master
WHERE type IS NOT 'trigger' AND (sql IS NULL OR sql NOT IN (
    'CREATE TABLE sqlite_stat1(tbl,idx,stat)',
    'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'
))
ORDER BY of_name, type, name, tbl_name, sql
"""
# What SQLite's own reader takes for white space, and no more: another sign may be a
# part of a name.
_WHITE = re.compile(r"[ \t\n\f\r]+")
_QUOTED = re.compile(r'"(\w+)"')
Definitions = dict[str, list[tuple[str, ...]]]
_REVISIONS = "SELECT version_num FROM alembic_version"
CHANGED = "Databasens skema er ændret: «{}»."
STRANGE = "Databasen rummer «{}», som programmet ikke har lavet."


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

    if connection.dialect.name == "sqlite":
        yield from _otherwise_defined(connection)
        return
    for what in sorted(_differences(connection)):
        yield CHANGED.format(what)
    for name in sorted(connection.scalars(text(_BESIDES))):
        yield STRANGE.format(name)


def trigger_faults(connection: Connection) -> Iterator[str]:
    """Triggers that are gone or altered, and those that are somebody's own."""
    for name in missing_triggers(connection):
        yield (
            f"Udløseren «{name}», der beskytter det offentliggjorte, mangler eller "
            "er ændret."
        )
    for name in strange_triggers(connection):
        yield f"Udløseren «{name}» er ikke programmets."


def _otherwise_defined(connection: Connection) -> Iterator[str]:
    """Whatever a SQLite database defines otherwise than an empty one that the
    migrations made just now, which takes a tenth of a second. By its text: reading it
    through SQLAlchemy leaves out checks, collations, defaults and expressions.
    """
    wanted, present = _made_anew(), _definitions(connection)
    for name in sorted(wanted.keys() | present.keys()):
        if name not in wanted:
            yield STRANGE.format(name)
        elif wanted[name] != present.get(name):
            yield CHANGED.format(name)


def _made_anew() -> Definitions:
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as connection:
            run_migrations(connection)
            return _definitions(connection)
    finally:
        engine.dispose()


def _definitions(connection: Connection) -> Definitions:
    """What is defined under each name: of what type, on which table, by which text."""
    found = defaultdict(list)
    for of_name, *said, sql in connection.execute(text(_DEFINED)):
        found[of_name].append((*said, _plain(sql)))
    return dict(found)


def _plain(sql: str) -> str:
    """A definition without what only its maker's habit decides: white space, and quotes
    around the name of a table. Other quotes stand: without them "NOT" says something.
    """
    tables = SQLModel.metadata.tables
    bare = _QUOTED.sub(lambda one: one[1] if one[1] in tables else one[0], sql)
    return _WHITE.sub(" ", bare).strip(" ")


def _differences(connection: Connection) -> set[str]:
    """What PostgreSQL has otherwise than the models."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"compare_type": True})
    compared = compare_metadata(context, SQLModel.metadata)
    return {*map(_named, compared), *_altered_keys(connection)}


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
