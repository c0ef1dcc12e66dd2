"""Publishing: revisions and fingerprints, contributions, approvals, proposals, adoption
links.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

import registry.models.types

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
                registry.models.types.TextList(),
                nullable=False,
                server_default="[]",
            )
        )
        batch.add_column(
            sa.Column("revision", sa.Integer(), nullable=False, server_default="0")
        )
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
        sa.Column("signed_reasons", registry.models.types.TextList(), nullable=False),
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


# What the fingerprint of a version was made of when it came, by how each column is
# stored. It is written out here: a migration must do the same in ten years, whatever
# the program says by then.
VERSION_TEXTS = (
    *(
        "kind",
        "title",
        "summary",
        "date_precision",
        "adoption_rule",
        "made_under",
        "owner",
    ),
    *(
        "change_note",
        "treatment_responsibility",
        "division_of_responsibility",
        "economics",
        "body",
    ),
)
VERSION_LISTS = ("target_groups", "focus_areas", "goals", "legal_basis", "evidence")
VERSION_DATES = ("in_force_from", "in_force_until", "review_on")
VERSION_FLAGS = ("date_confirmed", "illustrative")
ROW_TEXTS = (
    *("key", "task_key", "task", "situation", "phase", "deadline", "deadline_unit"),
    *(
        "deadline_relation",
        "deadline_event",
        "does_not_apply_to",
        "economic_consequences",
    ),
    *("example", "in_doubt", "legal_basis", "section", "source", "fact"),
)
ROW_LISTS = (
    *("target_groups", "responsible", "authority", "payer", "treatment_responsible"),
    *("contributes", "informed", "applies_in"),
)
TRIGGERS_OF_VERSION = {
    "sqlite": (
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'version'"
    ),
    "postgresql": (
        "SELECT tgname FROM pg_trigger WHERE tgrelid = 'version'::regclass AND NOT "
        "tgisinternal"
    ),
}


def _fill_fingerprints(connection: sa.Connection) -> None:
    """What is published already gets the fingerprint that its text had with this
    release.
    """
    _drop_triggers(connection)
    slugs = {row["id"]: row["slug"] for row in _rows(connection, "agreement")}
    children = {
        table: _rows(connection, table, order)
        for table, order in (
            ("snitflade", "position"),
            ("party", "id"),
            ("relation", "id"),
        )
    }

    for version in _rows(connection, "version"):
        mine = {
            table: [child for child in rows if child["version_id"] == version["id"]]
            for table, rows in children.items()
        }
        connection.execute(
            sa.text("UPDATE version SET fingerprint = :fingerprint WHERE id = :id"),
            {
                "fingerprint": _fingerprint(
                    slugs[version["agreement_id"]], version, mine
                ),
                "id": version["id"],
            },
        )


def _drop_triggers(connection: sa.Connection) -> None:
    """Those of the release before keep a published version from being changed; all come
    back.
    """
    dialect = connection.dialect.name
    on = " ON version" if dialect == "postgresql" else ""
    for name in list(connection.scalars(sa.text(TRIGGERS_OF_VERSION[dialect]))):
        connection.execute(sa.text(f"DROP TRIGGER {name}{on}"))


def _rows(
    connection: sa.Connection, table: str, order: str = "id"
) -> list[dict[str, Any]]:
    reflected = sa.Table(table, sa.MetaData(), autoload_with=connection)
    selected = connection.execute(sa.select(reflected).order_by(reflected.c[order]))
    return [dict(row) for row in selected.mappings()]


def _fingerprint(slug: str, version: dict[str, Any], children: dict[str, Any]) -> str:
    """SHA-256 of all that a version says, what is empty left out, as 64 hex digits."""
    said = {
        "agreement": slug,
        **_filled(version, VERSION_TEXTS, VERSION_LISTS, VERSION_DATES, VERSION_FLAGS),
        "parties": _grouped((p["role"], p["organisation"]) for p in children["party"]),
        "relations": _grouped(
            (r["kind"], r["agreement"]) for r in children["relation"]
        ),
        "rows": [
            {
                **_filled(row, ROW_TEXTS, ROW_LISTS, (), ("confirmed",)),
                # Zero is an amount, and equal to False.
                **_amount(row.get("deadline_amount")),
            }
            for row in children["snitflade"]
        ],
    }

    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _filled(
    stored: dict[str, Any],
    texts: Sequence[str],
    lists: Sequence[str],
    dates: Sequence[str],
    flags: Sequence[str],
) -> dict[str, Any]:
    """The columns that say something; one that came later counts as empty."""
    said: dict[str, Any] = {name: (stored.get(name) or "").strip() for name in texts}
    said |= {name: list(stored.get(name) or ()) for name in lists}
    said |= {name: day.isoformat() for name in dates if (day := stored.get(name))}
    said |= {name: True for name in flags if stored.get(name)}
    return {name: value for name, value in said.items() if value}


def _amount(amount: float | None) -> dict[str, float]:
    return {} if amount is None else {"deadline_amount": float(amount)}


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for group, member in pairs:
        groups.setdefault(group, []).append(member)
    return {group: sorted(members) for group, members in groups.items()}
