"""What a draft would change in the findings of the catalogue: those it would create,
those it would close, and those settled that it would open again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from registry.catalogue.findings import ShownFinding, findings_in
from registry.catalogue.on_date import beside_on, on_date
from registry.catalogue.shown_versions import shown_version, with_status
from registry.catalogue.snapshot import ShownVersion, Snapshot
from registry.clock import now
from registry.models import Party, Relation, Snitflade, State, Version
from registry.rules.fields import VERSION_FIELDS, Kind
from registry.rules.version_content import VersionContent

# Keys of other tables, which are stored as null where there are none.
MAY_BE_NULL = tuple(
    field.name
    for field in VERSION_FIELDS
    if field.kind is Kind.KEY and not field.required
)


@dataclass(frozen=True)
class Impact:
    """The difference between the open findings before and after, on the first day on
    which the draft would answer. `reopened`: settled before, and open after, since a
    row says something else; `closed`: also those that a draft is to mend.
    """

    created: tuple[ShownFinding, ...] = ()
    closed: tuple[ShownFinding, ...] = ()
    reopened: tuple[ShownFinding, ...] = ()


def impact_of(snapshot: Snapshot, slug: str, content: VersionContent) -> Impact:
    """What publishing the draft of an agreement would create, close and open again.

    `snapshot`: of today. A draft that begins later is held against the catalogue as it
    will be on that day, by what is recorded now.
    """
    begins = content.values["in_force_from"]
    day = max(snapshot.moment.pr, begins) if begins else snapshot.moment.pr
    before = snapshot if day == snapshot.moment.pr else on_date(snapshot, day)
    after = with_draft(snapshot, slug, content, day)

    olds, news = ({f.id: f for f in findings_in(s)} for s in (before, after))
    opened = [finding for finding in news.values() if not finding.settled]
    # What is being mended is settled for now; that it is mended closes it.
    unmended = [
        finding for finding in olds.values() if finding.draft or not finding.settled
    ]

    return Impact(
        created=tuple(finding for finding in opened if finding.id not in olds),
        closed=tuple(
            finding
            for finding in unmended
            if finding.id not in news
            or (news[finding.id].settled and not finding.settled)
        ),
        reopened=tuple(f for f in opened if f.id in olds and olds[f.id].settled),
    )


def with_draft(
    snapshot: Snapshot, slug: str, content: VersionContent, day: date
) -> Snapshot:
    """The catalogue on the day as if the draft had been published."""
    agreement = snapshot.agreements.get(slug)
    earlier = list(agreement.versions) if agreement else []
    draft = _shown(snapshot, slug, content, earlier, day)

    versions = {s: list(a.versions) for s, a in snapshot.agreements.items()}
    versions[slug] = [*earlier, draft]
    beside = beside_on(snapshot, day)
    return replace(on_date(snapshot, day), agreements=with_status(versions, beside))


def _shown(
    snapshot: Snapshot,
    slug: str,
    content: VersionContent,
    earlier: list[ShownVersion],
    day: date,
) -> ShownVersion:
    number = max((version.number for version in earlier), default=0) + 1
    values = _storable(content.values)
    for name in MAY_BE_NULL:
        values[name] = values[name] or None

    version = Version(
        agreement_id=0,
        number=number,
        state=State.PUBLISHED,
        recorded_at=now(),
        **values,
    )
    rows = [
        Snitflade(version_id=0, position=at, **_storable(row))
        for at, row in enumerate(content.rows)
    ]

    return shown_version(
        slug,
        version,
        rows,
        [
            Party(version_id=0, organisation=organisation, role=role)
            for role, named in content.parties.items()
            for organisation in named
        ],
        [
            Relation(version_id=0, kind=kind, agreement=other)
            for kind, named in content.relations.items()
            for other in named
        ],
        beside_on(snapshot, day),
    )


def _storable(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
    }
