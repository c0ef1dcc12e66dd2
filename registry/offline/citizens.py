"""The citizens' part of the copy for bad days: the rows that hold on the day, told in
plain words to each target group.
"""

from dataclasses import dataclass

from registry.catalogue.citizen import Chapter, chapters, plain_label
from registry.catalogue.snapshot import Snapshot
from registry.rules.fields import Scheme


@dataclass(frozen=True)
class Told:
    """What is told to one target group, phase by phase."""

    key: str
    title: str
    chapters: list[Chapter]


def told_to_citizens(snapshot: Snapshot) -> list[Told]:
    """Every target group that has rows on the day, in the vocabulary's order."""
    rows = snapshot.holding_rows
    groups = {group for row in rows for group in row.snitflade.target_groups}
    return [
        Told(
            group,
            plain_label(snapshot, Scheme.TARGET_GROUPS, group),
            chapters(
                snapshot, [r for r in rows if group in r.snitflade.target_groups], None
            ),
        )
        for group in snapshot.vocabulary.schemes[Scheme.TARGET_GROUPS]
        if group in groups
    ]
