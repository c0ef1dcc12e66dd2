"""Alembic's entry: runs migrations on the connection that db.migrate hands over."""

from alembic import context
from sqlmodel import SQLModel

import registry.models  # noqa: F401  (registers the tables)

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
