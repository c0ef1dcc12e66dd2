"""The findings of the overview that a draft is to mend."""

from dataclasses import dataclass

from registry.catalogue.findings import name_of
from registry.publishing import finding_drafts
from registry.publishing.drafts import Draft


@dataclass(frozen=True)
class TakenUp:
    """A finding that a draft is to mend. `closes`: as it is now written, it does."""

    name: str
    text: str
    closes: bool


def view_taken_up(draft: Draft) -> list[TakenUp]:
    """In the order in which they were taken up, each once."""
    listed = finding_drafts.taken_up(draft.catalogue, draft.id)
    if not listed:
        return []
    closed = {finding.id for finding in draft.impact.closed}
    names = {name_of(one.finding): one.told for one in listed}
    return [TakenUp(name, text, name in closed) for name, text in names.items()]
