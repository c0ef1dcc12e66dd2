"""What was changed in a draft since it was returned, for the one who reads it again."""

from dataclasses import dataclass
from datetime import datetime

from registry.catalogue.snapshot import Snapshot
from registry.models import State
from registry.publishing.drafts import Draft
from registry.publishing.since_return import since_return
from registry.rules.differences import compare
from registry.web.reader.difference_view import DifferencesView, view_differences


@dataclass(frozen=True)
class ReturnedView:
    """The last return, and what differs from the text as it was then (None: nothing).

    `is_own`: the reader returned it. `moved`: rows stand in another order.
    """

    remark: str
    at: datetime
    is_own: bool
    moved: bool
    differences: DifferencesView | None


def view_since_return(
    snapshot: Snapshot, draft: Draft, reader: str
) -> ReturnedView | None:
    """None for a draft that was never returned, or is returned no more: published."""
    if draft.state is State.PUBLISHED:
        return None
    since = since_return(draft.catalogue, draft.id)
    if since is None:
        return None

    differs = bool(compare(since.content, draft.content))
    return ReturnedView(
        remark=since.returned.note,
        at=since.returned.at,
        is_own=since.returned.decided_by == reader,
        moved=since.moved,
        differences=view_differences(snapshot, since.content, draft.content)
        if differs
        else None,
    )
