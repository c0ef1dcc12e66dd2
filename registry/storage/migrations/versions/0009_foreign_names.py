"""Terms get names in Norwegian, Swedish and English."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import registry.models.types

revision: str = "0009_foreign_names"
down_revision: str | None = "0008_seals"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    names: sa.Column[list[str]] = sa.Column(
        "foreign", registry.models.types.TextList(), nullable=False, server_default="[]"
    )
    op.add_column("term", names)
