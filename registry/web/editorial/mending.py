"""A new row that began as a suggestion: what it says first, and that it came of it."""

from collections.abc import Mapping
from typing import Any

from flask import request, url_for

from registry.publishing import accepting, editing, suggestions
from registry.publishing.drafts import Draft, read_draft
from registry.services import services
from registry.web.editorial import parts
from registry.web.frame.access import account

SUGGESTED = "forslag"


def suggested_key() -> str:
    """The suggestion that the address names; empty for a row begun from nothing."""
    return request.args.get(SUGGESTED, "")


def first_values(draft: Draft) -> dict[str, Any]:
    """What a new row's form says before anybody has written in it."""
    key = suggested_key()
    if key:
        return accepting.read_values(draft, key)
    return parts.new_row(draft.content.rows)


def add(draft: Draft, values: Mapping[str, Any]) -> str:
    """Add the row as it was written. Returns its key."""
    catalogue, key = services().catalogue, suggested_key()
    if key:
        return accepting.accept(catalogue, draft.id, key, account(), values)
    return editing.add_row(catalogue, draft.id, values, account())


def next_waiting(draft: Draft) -> str:
    """The address of the suggestion that waits next, when this one is a row."""
    listed = suggestions.offered(read_draft(services().catalogue, draft.id))
    key = suggestions.following(listed, suggested_key())
    anchor = f"forslag-{key}" if key else "antaget"
    return url_for("suggestions.listing", version_id=draft.id, _anchor=anchor)
