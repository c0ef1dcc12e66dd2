"""What people decided on rows suggested from an agreement's text."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import registry.models.types

revision: str = "0011_suggestions"
down_revision: str | None = "0010_coherence_words"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "suggestion_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("suggestion", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("choosing", sa.String(), nullable=False),
        sa.Column("row_key", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("at", registry.models.types.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"]),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_suggestion_decision_agreement_id", "suggestion_decision", ["agreement_id"]
    )
    op.create_index(
        "ix_suggestion_decision_version_id", "suggestion_decision", ["version_id"]
    )
