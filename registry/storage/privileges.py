"""PostgreSQL's two roles: the one that owns tables and triggers, and the one that the
catalogue runs under, which can neither drop nor disable what guards it.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, text
from sqlmodel import SQLModel

from registry.errors import BadInput
from registry.storage.triggers import APPEND_ONLY, MENDED

READ, ADD, CHANGE, REMOVE = "SELECT", "INSERT", "UPDATE", "DELETE"
# Whether who asks can act as the owner of the tables.
_OWNS = (
    "SELECT pg_has_role(current_user, tableowner, 'MEMBER') FROM pg_tables WHERE "
    "schemaname = current_schema() AND tablename = 'audit_entry'"
)
_IS_ROLE = "SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = :role)"


def grant(engine: Engine, role: str) -> None:
    """Let the role do what the catalogue does, and no more; run by the owner.

    Raises BadInput where the database is not PostgreSQL, the role is not there, or it
    is the owner itself.
    """
    if engine.dialect.name != "postgresql":
        raise BadInput("Kun PostgreSQL har roller. SQLite vogtes af sin fil.", "ROLLE")

    with engine.begin() as connection:
        if not connection.scalar(text(_IS_ROLE), {"role": role}):
            raise BadInput(f"Rollen «{role}» findes ikke. Opret den først.", "ROLLE")
        if connection.scalar(text("SELECT current_user")) == role:
            raise BadInput("Ejeren kan ikke være programmets rolle.", "ROLLE")
        for statement in _statements(_quoted(connection, role)):
            connection.execute(text(statement))


def owner_faults(connection: Connection) -> Iterator[str]:
    """On PostgreSQL: that the catalogue runs under the owner's role."""
    if connection.dialect.name == "postgresql" and owns(connection):
        yield (
            "Programmet kører under den rolle, der ejer tabellerne, og kunne fjerne "
            "udløserne. Se docs/security.md: registry grant."
        )


def owns(connection: Connection) -> bool:
    """Whether who asks can act as the owner of the tables; of none, whether there are
    none yet.
    """
    owned = connection.scalar(text(_OWNS))
    return owned is None or bool(owned)


def _statements(role: str) -> Iterator[str]:
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}"
    yield f"REVOKE ALL ON SCHEMA public FROM {role}"
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}"
    yield f"GRANT {READ} ON alembic_version TO {role}"
    for name in sorted(SQLModel.metadata.tables):
        yield f"GRANT {', '.join(_may(name))} ON {name} TO {role}"


def _may(table: str) -> tuple[str, ...]:
    if table in APPEND_ONLY:
        return (READ, ADD, CHANGE) if table in MENDED else (READ, ADD)
    return (READ, ADD, CHANGE) if table == "account" else (READ, ADD, CHANGE, REMOVE)


def _quoted(connection: Connection, role: str) -> str:
    return connection.dialect.identifier_preparer.quote(role)
