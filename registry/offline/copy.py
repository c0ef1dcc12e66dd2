"""The copy for bad days: every agreement that answers on the day, as one page
shows it.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.catalogue import follow_up
from registry.catalogue.agreement_words import begins, signed_reason, status_words
from registry.catalogue.contacts import Number, Reach, numbers_of, reaches
from registry.catalogue.findings import contradiction_of
from registry.catalogue.headings import anchors_in, anchors_of_fields
from registry.catalogue.ringing import (
    PlaceToRing,
    asks_of,
    is_reported,
    ones_own,
    receivers,
    reported_to,
    to_ring,
)
from registry.catalogue.shown_originals import original_in_words
from registry.catalogue.snapshot import Row, ShownAgreement, Snapshot
from registry.catalogue.told import told, told_in
from registry.exports import html
from registry.exports.status_paper import status_paper
from registry.language.sorting import danish_key
from registry.markup.markdown_html import anchor, to_html, to_plain_html
from registry.offline.bodies import alone, lowered, within
from registry.offline.citizens import GroupGuide, guides_for_citizens
from registry.offline.search_data import ASKED_FOR
from registry.rules.fields import (
    AT_A_GLANCE,
    ROW_FIELDS,
    ROW_FIELDS_BY_NAME,
    THREE_FIELDS,
    VERSION_FIELDS_BY_NAME,
    Field,
    Scheme,
)
from registry.rules.follow_up import ONGOING
from registry.rules.older import older_basis
from registry.rules.status import Status
from registry.search.line import ARE_EXCEPTED, CHANGING, EXCLUDED, MORE_EXCEPTED
from registry.settings import ANSWERS_PER_PAGE
from registry.unsaid import Saying, saying_of

DAYS_FRESH = 30
# What the copy says of a row, in the order of the pages; what they have no room for
# comes last. A field without a value is left out.
FACTS = sorted(
    (field for field in ROW_FIELDS if field.offline),
    key=lambda field: (not field.shown, field.shown),
)

_TITLE = re.compile(r"<h1\b.*?</h1>", re.S)


@dataclass(frozen=True)
class CopyField:
    """One field of a row."""

    name: str
    label: str
    text: str
    state: Saying


@dataclass(frozen=True)
class CopyRow:
    """One row. `id` is its place in the page, `section_id` its section's; empty without
    one. `glance`: who and when, above whom to ring; `facts`: the rest. `older`: what to
    say first where its values are an older edition's. `contradicted`: the unsettled
    overlap in which it is, told. `reported_to`: who receives what nobody is rung about.
    """

    id: str
    task: str
    situation: str
    target_groups: str
    phase: str
    glance: list[CopyField]
    facts: list[CopyField]
    reaches: list[Reach]
    negative: str
    source: str
    confirmed: bool
    older: str
    section: str
    section_id: str
    contradicted: str
    reported_to: str = ""

    @property
    def asks(self) -> list[PlaceToRing]:
        """Where to ring without a number."""
        return asks_of(to_ring(self.reaches))

    @property
    def ones_own(self) -> str:
        """What to say to an asker who is one of them."""
        return ones_own(self.asks)


@dataclass(frozen=True)
class CopyPart:
    """One of the three fields, as safe HTML. `reason`: why it may stand without an
    answer. `id`: its place in the page; empty where a heading of the text has it.
    """

    label: str
    html: str
    reason: str
    id: str


@dataclass(frozen=True)
class CopyAgreement:
    """One agreement with all its rows and its text. `why` explains its status."""

    slug: str
    title: str
    summary: str
    kind: str
    version: int
    status: str
    unsettled: bool
    why: str
    since: str
    date_confirmed: bool
    parties: list[tuple[str, str]]
    original: str
    fields: list[CopyPart]
    rows: list[CopyRow]
    body: str


@dataclass(frozen=True)
class CopyHealthAgreement:
    """A health agreement of the day, and how it is followed, as safe HTML."""

    slug: str
    title: str
    html: str


@dataclass(frozen=True)
class OfflineCopy:
    """What the copy of a day holds. `script` is for the page's script, the rest for
    readers; `numbers` are all that the catalogue has, by organisation. Without
    `searches` it can only be read.
    """

    day: date
    days_fresh: int
    illustrative: bool
    pages: list[CopyAgreement]
    citizens: list[GroupGuide]
    followed: list[CopyHealthAgreement]
    numbers: dict[str, list[Number]]
    searches: bool
    script: dict[str, Any]


def offline_copy(snapshot: Snapshot, *, searches: bool = True) -> OfflineCopy:
    """The copy of the snapshot's date: the same catalogue and date give the same
    copy.
    """
    shown = [
        agreement for agreement in snapshot.sorted_agreements() if agreement.answers
    ]

    script = {
        "searches": searches,
        "day": snapshot.moment.pr.isoformat(),
        "daysFresh": DAYS_FRESH,
        "shownGroups": ANSWERS_PER_PAGE,
        "labels": {name: ROW_FIELDS_BY_NAME[name].label for name in ASKED_FOR},
        "excluded": EXCLUDED,
        "seeExcepted": [ARE_EXCEPTED, MORE_EXCEPTED],
        "changing": CHANGING,
        "tasks": {
            w.key: w.label for w in snapshot.vocabulary.schemes[Scheme.TASKS].values()
        },
    }

    return OfflineCopy(
        day=snapshot.moment.pr,
        days_fresh=DAYS_FRESH,
        illustrative=any(agreement.shown.version.illustrative for agreement in shown),
        pages=[_page(snapshot, agreement) for agreement in shown],
        citizens=guides_for_citizens(snapshot),
        followed=_followed(snapshot),
        numbers=_numbers(snapshot),
        searches=searches,
        script=script,
    )


def _followed(snapshot: Snapshot) -> list[CopyHealthAgreement]:
    """The health agreements whose period holds the day: their status as it stands."""
    followed = []
    for health in snapshot.health_agreements.values():
        if health.period_start <= snapshot.moment.pr < health.period_end:
            reports = follow_up.reports_of(snapshot, health.slug)
            occasion = reports[0].occasion if reports else ONGOING
            document = status_paper(snapshot, health.slug, occasion, "").document
            text = within(health.slug, lowered(alone(html.fragment(document))))
            followed.append(
                CopyHealthAgreement(health.slug, document.title, _as_section(text))
            )

    return followed


def _as_section(text: str) -> str:
    """A paper's title as the heading of a section."""
    return _TITLE.sub("", text)


def _numbers(snapshot: Snapshot) -> dict[str, list[Number]]:
    """By the organisation's name, in the alphabet's order."""
    by_name = sorted(snapshot.organisations.values(), key=lambda o: danish_key(o.name))
    listed = {o.name: numbers_of(snapshot, [o.slug]) for o in by_name}
    return {name: numbers for name, numbers in listed.items() if numbers}


def _page(snapshot: Snapshot, agreement: ShownAgreement) -> CopyAgreement:
    shown = agreement.shown
    version = shown.version
    short, more = status_words(snapshot, agreement)
    anchors, of_fields = anchors_in(version.body), anchors_of_fields(version.body)

    return CopyAgreement(
        slug=agreement.slug,
        title=version.title,
        summary=version.summary,
        kind=told(snapshot, VERSION_FIELDS_BY_NAME["kind"], version.kind),
        version=shown.number,
        status=agreement.status.status.value,
        unsettled=agreement.status.status is Status.UNSETTLED,
        why=" ".join(part for part in (f"{short}." if short else "", more) if part),
        since=begins(snapshot, shown),
        date_confirmed=version.date_confirmed,
        parties=[
            (
                choice.label,
                ", ".join(snapshot.organisation_name(slug) for slug in slugs),
            )
            for role, choice in snapshot.vocabulary.schemes[Scheme.PARTY_ROLES].items()
            if (slugs := shown.parties_in_role(role))
        ],
        original=original_in_words(snapshot, shown),
        fields=[
            CopyPart(
                f.label,
                lowered(alone(to_plain_html(getattr(version, f.name)))),
                signed_reason(version, f.name),
                f"{agreement.slug}.{of_fields[f.name]}" if of_fields[f.name] else "",
            )
            for f in THREE_FIELDS
        ],
        rows=[_copy_row(snapshot, row, anchors) for row in shown.rows],
        body=within(agreement.slug, lowered(alone(to_html(version.body)))),
    )


def _copy_row(snapshot: Snapshot, row: Row, anchors: Collection[str]) -> CopyRow:
    stored = row.snitflade
    section = anchor(stored.section)
    facts = [_fact(snapshot, row, field) for field in FACTS]
    contradiction = contradiction_of(snapshot, row)

    return CopyRow(
        id=row.id,
        task=stored.task,
        situation=stored.situation,
        target_groups=told_in(snapshot, row, ROW_FIELDS_BY_NAME["target_groups"]),
        phase=told_in(snapshot, row, ROW_FIELDS_BY_NAME["phase"]),
        glance=[fact for fact in facts if fact.text and fact.name in AT_A_GLANCE],
        facts=[fact for fact in facts if fact.text and fact.name not in AT_A_GLANCE],
        reaches=reaches(snapshot, row, None),
        negative=stored.does_not_apply_to,
        source=stored.source,
        confirmed=row.confirmed,
        older=older_basis(stored, confirmed=row.confirmed),
        section=stored.section,
        section_id=f"{row.agreement}.{section}" if section in anchors else "",
        contradicted=contradiction.text if contradiction else "",
        reported_to=receivers([reported_to(snapshot, row)]) if is_reported(row) else "",
    )


def _fact(snapshot: Snapshot, row: Row, field: Field) -> CopyField:
    text = told_in(snapshot, row, field)
    state = saying_of(getattr(row.snitflade, field.name))
    return CopyField(field.name, field.label, text, state)
