"""Publishing: revisions and fingerprints, contributions, approvals, proposals, adoption links."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import sqlalchemy as sa
from alembic import op

import registry.models.types
from registry.triggers import drop_triggers
from registry.version_content import content_of, fingerprint

revision: str = "0003_publishing"
down_revision: str | None = "0002_accounts"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

TEXT: dict[str, Any] = {"nullable": False, "server_default": ""}


def upgrade() -> None:
    with op.batch_alter_table("version") as batch:
        batch.add_column(sa.Column("review_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("adoption_rule", sa.String(), **TEXT))
        batch.add_column(
            sa.Column(
                "signed_reasons",
                registry.models.types.Words(),
                nullable=False,
                server_default="[]",
            )
        )
        batch.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("fingerprint", sa.String(), **TEXT))
    with op.batch_alter_table("snitflade") as batch:
        batch.add_column(sa.Column("economic_consequences", sa.Text(), **TEXT))
    with op.batch_alter_table("review") as batch:
        batch.add_column(sa.Column("next_on", sa.Date(), nullable=True))
    with op.batch_alter_table("adoption") as batch:
        batch.alter_column("version", existing_type=sa.Integer(), nullable=True)
    _create_contribution()
    _create_approval()
    _create_adoption_link()
    _create_proposals()
    _fill_fingerprints(op.get_bind())


def _create_contribution() -> None:
    op.create_table(
        "contribution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("edit", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", registry.models.types.UtcDateTime(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"]),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_contribution_author", "contribution", ["author"])
    op.create_index("ix_contribution_version_id", "contribution", ["version_id"])


def _create_approval() -> None:
    op.create_table(
        "approval",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("at", registry.models.types.UtcDateTime(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("signed_reasons", registry.models.types.Words(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_approval_version_id", "approval", ["version_id"])


def _create_adoption_link() -> None:
    op.create_table(
        "adoption_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("sent_by", sa.String(), nullable=False),
        sa.Column("at", registry.models.types.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token"),
    )
    op.create_index("ix_adoption_link_version_id", "adoption_link", ["version_id"])


def _create_proposals() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("entries", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.String(), nullable=False),
        sa.Column("at", registry.models.types.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_proposal_proposed_by", "proposal", ["proposed_by"])
    op.create_table(
        "resolution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("at", registry.models.types.UtcDateTime(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("proposal_id"),
    )


class _Stored(SimpleNamespace):
    """A row of a table as it stands; a column that came later counts as empty."""

    def __getattr__(self, _name: str) -> None:
        return None


def _fill_fingerprints(connection: sa.Connection) -> None:
    """What is published already gets the fingerprint that it would get today."""
    drop_triggers(connection, "version")
    slugs = {row.id: row.slug for row in _rows(connection, "agreement")}
    children = {
        table: _rows(connection, table, order)
        for table, order in (("snitflade", "position"), ("party", "id"), ("relation", "id"))
    }
    for version in _rows(connection, "version"):
        rows, parties, relations = (
            [child for child in children[table] if child.version_id == version.id]
            for table in ("snitflade", "party", "relation")
        )
        stored: Any = version
        content = content_of(stored, rows, parties, relations)
        connection.execute(
            sa.text("UPDATE version SET fingerprint = :fingerprint WHERE id = :id"),
            {"fingerprint": fingerprint(slugs[version.agreement_id], content), "id": version.id},
        )


def _rows(connection: sa.Connection, table: str, order: str = "id") -> list[Any]:
    reflected = sa.Table(table, sa.MetaData(), autoload_with=connection)
    found = connection.execute(sa.select(reflected).order_by(reflected.c[order]))
    return [_Stored(**row) for row in found.mappings()]
