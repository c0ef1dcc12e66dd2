"""What is said and done about a draft beside its text: comments, and drafts handed over
to another.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import registry.models.types

revision: str = "0015_beside_drafts"
down_revision: str | None = "0014_follow_up"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "handover",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("from_person", sa.String(), nullable=False),
        sa.Column("to_person", sa.String(), nullable=False),
        sa.Column("handed_by", sa.String(), nullable=False),
        sa.Column("at", registry.models.types.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_handover_version_id", "handover", ["version_id"])
    op.create_table(
        "draft_comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", registry.models.types.UtcDateTime(), nullable=False),
        sa.Column("thread", sa.Integer(), nullable=True),
        sa.Column("closes", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"]),
        sa.ForeignKeyConstraint(["thread"], ["draft_comment.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_draft_comment_version_id", "draft_comment", ["version_id"])
