"""How a health agreement is followed: its aims, what is measured, how it is told, how
far each municipality has come; and the national goal that an indicator measures.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

import registry.models.types

revision: str = "0014_follow_up"
down_revision: str | None = "0012_finding_drafts"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("word", sa.Column("goal", sa.String(), nullable=True))
    _table(
        "aim",
        sa.Column("health_agreement", sa.String(), nullable=False),
        sa.Column("aim", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("focus_area", sa.String(), nullable=False),
        sa.Column("goals", registry.models.types.TextList(), nullable=False),
        sa.Column("indicators", registry.models.types.TextList(), nullable=False),
        index="health_agreement",
    )
    _table(
        "measurement",
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        index="indicator",
    )
    _table(
        "status_report",
        sa.Column("health_agreement", sa.String(), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("received_by", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        index="health_agreement",
    )
    _table(
        "implementation",
        sa.Column("health_agreement", sa.String(), nullable=False),
        sa.Column("agreement", sa.String(), nullable=False),
        sa.Column("focus_area", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        index="health_agreement",
    )


def _table(name: str, *own: sa.Column[Any], index: str) -> None:
    """A table of records: what all have, and its own."""
    op.create_table(
        name,
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
        *own,
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ref"),
    )
    op.create_index(op.f(f"ix_{name}_{index}"), name, [index])
