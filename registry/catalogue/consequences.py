"""What readers would meet once a draft was published: from which day, and which rows
answer then that do not answer else, and the other way round.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from registry.catalogue.impact import with_draft
from registry.catalogue.on_date import on_date
from registry.catalogue.snapshot import ShownVersion, Snapshot
from registry.rules.version_content import VersionContent


@dataclass(frozen=True)
class Consequences:
    """`day`: the first on which the draft could answer, today at the earliest.
    `answers`: whether it does. `until`: the number that answers until the day.
    `passed_over`: versions to come, with their first day, that never answer then, since
    the highest number begun is the one shown (decision 0003). `gone`: how many rows of
    other agreements answer no more, by agreement.
    """

    day: date
    at_once: bool
    answers: bool
    until: int | None
    passed_over: tuple[tuple[int, date], ...]
    gone: dict[str, int]


def consequences_of(
    snapshot: Snapshot, content: VersionContent, shown: ShownVersion
) -> Consequences:
    """What publishing a draft would do, by what is recorded now. `shown`: the draft as
    readers would see it. `snapshot`: of today.
    """
    today = snapshot.moment.pr
    day = max(today, shown.in_force_from)
    before = snapshot if day == today else on_date(snapshot, day)
    after = with_draft(snapshot, shown.slug, content, day)

    agreement = snapshot.agreements.get(shown.slug)
    earlier = agreement.versions if agreement else ()

    return Consequences(
        day=day,
        at_once=day == today,
        answers=after.agreements[shown.slug].answers,
        until=agreement.shown.number if agreement and agreement.answers else None,
        passed_over=tuple(
            (version.number, version.in_force_from)
            for version in earlier
            if version.in_force_from > today
            and version.in_force_from >= shown.in_force_from
        ),
        gone=_gone(before, after, shown.slug),
    )


def _gone(before: Snapshot, after: Snapshot, slug: str) -> dict[str, int]:
    left = {(row.agreement, row.snitflade.key) for row in after.answering_rows}
    gone = (
        row.agreement
        for row in before.answering_rows
        if (row.agreement, row.snitflade.key) not in left and row.agreement != slug
    )
    return dict(Counter(gone))
