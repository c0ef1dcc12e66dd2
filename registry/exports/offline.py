"""The copy for bad days: every agreement that answers on the day, as one page shows it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from registry.exports.offline_search import ASKED_FOR, search_data
from registry.fields import ROW_FIELDS, THREE_FIELDS, Scheme
from registry.in_words import begins, field_labels, field_text, signed_reason, status_words
from registry.models import NOT_APPLICABLE, NOT_STATED
from registry.render import anchor, sections, to_html, to_plain_html
from registry.snapshot import Row, ShownAgreement, Snapshot
from registry.status import Status

DAYS_FRESH = 30
# What a card says of a row, in this order; a field without a value is left out.
FACTS = (
    *("responsible", "deadline", "authority", "payer", "treatment_responsible"),
    *("contributes", "informed", "applies_in", "economic_consequences"),
    *("example", "in_doubt", "legal_basis"),
)
STATES = {(NOT_STATED,): "not-stated", (NOT_APPLICABLE,): "not-applicable"}
NOT_SAID = "Ikke oplyst"
BY_NAME = {field.name: field for field in ROW_FIELDS}

_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.S)
_HEADING = re.compile(r"(</?h)([2-6])")
_ANCHOR = re.compile(r'(<h[2-6] id=")')
_LINK_WITHIN = re.compile(r'(<a href="#)')


@dataclass(frozen=True)
class Fact:
    """One field of a row. `state`: stated, not-stated or not-applicable."""

    name: str
    label: str
    text: str
    state: str


@dataclass(frozen=True)
class Card:
    """One row. `id` is its place in the page, `section_id` its section's; empty without one."""

    id: str
    task: str
    situation: str
    target_groups: str
    phase: str
    facts: list[Fact]
    negative: str
    source: str
    confirmed: bool
    section: str
    section_id: str


@dataclass(frozen=True)
class Part:
    """One of the three fields, as safe HTML. `reason`: why it may stand without an answer."""

    label: str
    html: str
    reason: str


@dataclass(frozen=True)
class Page:
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
    fields: list[Part]
    cards: list[Card]
    body: str


@dataclass(frozen=True)
class OfflineCopy:
    """What the copy of a day holds. `search` is for the script, the rest for readers."""

    day: date
    days_fresh: int
    illustrative: bool
    pages: list[Page]
    search: dict[str, Any]


def offline_copy(snapshot: Snapshot) -> OfflineCopy:
    """The copy of the snapshot's date: the same catalogue and date give the same copy."""
    shown = [agreement for agreement in snapshot.sorted_agreements() if agreement.answers]
    page = {
        "day": snapshot.moment.pr.isoformat(),
        "daysFresh": DAYS_FRESH,
        "labels": {name: BY_NAME[name].label for name in ASKED_FOR},
        "tasks": {w.key: w.label for w in snapshot.vocabulary.schemes[Scheme.TASKS].values()},
    }
    return OfflineCopy(
        day=snapshot.moment.pr,
        days_fresh=DAYS_FRESH,
        illustrative=any(agreement.shown.version.illustrative for agreement in shown),
        pages=[_page(snapshot, agreement) for agreement in shown],
        search={**search_data(snapshot), "page": page},
    )


def _page(snapshot: Snapshot, agreement: ShownAgreement) -> Page:
    shown = agreement.shown
    version = shown.version
    short, more = status_words(snapshot, agreement)
    anchors = frozenset(section.anchor for section in sections(version.body))
    return Page(
        slug=agreement.slug,
        title=version.title,
        summary=version.summary,
        kind=snapshot.label(Scheme.KINDS, version.kind),
        version=shown.number,
        status=agreement.status.status.value,
        unsettled=agreement.status.status is Status.UNSETTLED,
        why=" ".join(part for part in (f"{short}." if short else "", more) if part),
        since=begins(snapshot, shown),
        date_confirmed=version.date_confirmed,
        parties=[
            (word.label, ", ".join(snapshot.organisation_name(slug) for slug in found))
            for role, word in snapshot.vocabulary.schemes[Scheme.PARTY_ROLES].items()
            if (found := shown.parties_in_role(role))
        ],
        fields=[
            Part(
                f.label,
                _lowered(_alone(to_plain_html(getattr(version, f.name)))),
                signed_reason(version, f.name),
            )
            for f in THREE_FIELDS
        ],
        cards=[_card(snapshot, row, anchors) for row in shown.rows],
        body=_within(agreement.slug, _lowered(_alone(to_html(version.body)))),
    )


def _card(snapshot: Snapshot, row: Row, anchors: Collection[str]) -> Card:
    stored = row.snitflade
    section = anchor(stored.section)
    facts = [_fact(snapshot, row, name) for name in FACTS]
    return Card(
        id=row.id,
        task=stored.task,
        situation=stored.situation,
        target_groups=", ".join(field_labels(snapshot, row, BY_NAME["target_groups"])),
        phase=field_text(snapshot, row, BY_NAME["phase"]),
        facts=[fact for fact in facts if fact.text],
        negative=stored.does_not_apply_to,
        source=stored.source,
        confirmed=row.confirmed,
        section=stored.section,
        section_id=f"{row.agreement}.{section}" if section in anchors else "",
    )


def _fact(snapshot: Snapshot, row: Row, name: str) -> Fact:
    field, text = BY_NAME[name], field_text(snapshot, row, BY_NAME[name])
    value = getattr(row.snitflade, name)
    state = STATES.get(tuple(value), "stated") if isinstance(value, list) else "stated"
    return Fact(name, field.label, text, "not-stated" if value == NOT_SAID else state)


def _alone(html: str) -> str:
    """The text without links out of the copy: what they lead to is not there on a bad day."""
    return _LINK.sub(_told, html)


def _told(link: re.Match[str]) -> str:
    """A link within the text stays; another is told by its address."""
    href, text = link[1], link[2]
    if href.startswith("#"):
        return link[0]
    return text if unescape(href) in unescape(text) else f"{text} ({href})"


def _lowered(html: str) -> str:
    """Headings one level lower, since they stand below the agreement's own."""
    return _HEADING.sub(lambda found: f"{found[1]}{min(int(found[2]) + 1, 6)}", html)


def _within(slug: str, html: str) -> str:
    """A body with anchors of its own: other agreements have sections of the same names."""
    return _LINK_WITHIN.sub(rf"\1{slug}.", _ANCHOR.sub(rf"\1{slug}.", html))
