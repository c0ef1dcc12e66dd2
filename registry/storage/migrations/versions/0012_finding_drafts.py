"""Which draft is to mend a finding of the overview."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import registry.models.types

revision: str = "0012_finding_drafts"
down_revision: str | None = "0011_suggestions"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "finding_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("taken_up_by", sa.String(), nullable=False),
        sa.Column("recorded_at", registry.models.types.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_finding_draft_version_id", "finding_draft", ["version_id"])
