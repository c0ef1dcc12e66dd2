"""Answered tasks: how often each kind of task is answered, by day."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006_answered_tasks"
down_revision: str | None = "0005_intake"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "answered_task",
        sa.Column("task_key", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("task_key", "day"),
    )
