"""An index by which a row's last seal is found without reading every seal."""

from collections.abc import Sequence

from alembic import op

revision: str = "0017_last_seals"
down_revision: str | None = "0016_shown_originals"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_index("ix_seal_of_table", "seal", ["of_table", "of_row", "entry_id"])
