"""What coherence asks of the vocabulary (the fields that a kind of task needs, whom it
concerns, and how target groups lie to each other), and the findings that are settled.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import registry.models.types

revision: str = "0010_coherence_words"
down_revision: str | None = "0009_foreign_names"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column(
        "word", sa.Column("alike", sa.String(), nullable=False, server_default="")
    )
    op.add_column("word", sa.Column("broader", sa.String(), nullable=True))
    for name in ("needs", "concerns"):
        op.add_column(
            "word",
            sa.Column(
                name,
                registry.models.types.TextList(),
                nullable=False,
                server_default="[]",
            ),
        )
    op.create_table(
        "settling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", registry.models.types.UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("corrects", sa.String(), nullable=True),
        sa.Column("void", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ref"),
    )
    op.create_index(op.f("ix_settling_finding"), "settling", ["finding"])
