"""Forms that have been sent; and the trail is looked up by event and subject."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import registry.models.types

revision: str = "0007_form_uses"
down_revision: str | None = "0006_answered_tasks"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "form_use",
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("at", registry.models.types.UtcDateTime(), nullable=False),
        sa.Column("led_to", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("mark"),
    )
    op.create_index("ix_form_use_at", "form_use", ["at"])
    op.create_index("ix_audit_entry_act", "audit_entry", ["act", "subject"])
