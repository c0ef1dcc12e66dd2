"""Where in the catalogue an address leads, and the links of its texts that lead
nowhere.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from registry.catalogue.headings import anchors_in
from registry.catalogue.shown_originals import original_of
from registry.catalogue.snapshot import ShownAgreement, ShownVersion, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.errors import NotFound
from registry.markup.links import Link, links_of
from registry.markup.markdown_html import slug
from registry.rules.fields import Kind, Scheme
from registry.rules.link_targets import (
    ON_EVERY_AGREEMENT,
    Page,
    Target,
    Wrong,
    target_of,
    wrong_with,
)
from registry.rules.version_content import CONTENT_FIELDS

MARKDOWN_FIELDS = tuple(
    field for field in CONTENT_FIELDS if field.kind is Kind.MARKDOWN
)
# Pages that are there whatever the catalogue holds. Their places are not looked at.
ALWAYS = frozenset(
    "/ /soeg /aftaler /snitflader /forloeb /borger /overblik /overgang "
    "/opgaveflytninger /organisationer /sundhedsaftaler /appendiks /tillid /om "
    "/tilgaengelighed".split()
)


class Placed(NamedTuple):
    """A link, and the version and the field whose text it stands in."""

    slug: str
    number: int
    title: str
    field: str
    link: Link


class DeadLink(NamedTuple):
    """A link that leads nowhere, or to a place that is not on its page."""

    placed: Placed
    wrong: Wrong


def page_at(snapshot: Snapshot, path: str) -> Page | None:
    """The readers' page at a path as the catalogue stands; None where there is none."""
    if path in ALWAYS:
        return Page()

    for pattern, find in PAGES:
        if match := pattern.fullmatch(path):
            return find(snapshot, *match.groups())
    return None


def anchors_of(body: str, keys: Iterable[str]) -> frozenset[str]:
    """The places on the page of a version with that text and rows of those keys."""
    return ON_EVERY_AGREEMENT | anchors_in(body) | frozenset(keys)


@kept_with_snapshot
def internal_links(snapshot: Snapshot) -> tuple[Placed, ...]:
    """The links within the catalogue of all texts that hold on the date or later."""
    return tuple(
        placed
        for agreement in snapshot.sorted_agreements()
        for version in _now_or_later(snapshot, agreement)
        for placed in _links_in(version)
    )


@kept_with_snapshot
def dead_links(snapshot: Snapshot) -> tuple[DeadLink, ...]:
    """Those of them that lead nowhere, agreement by agreement in Danish order."""
    dead = []
    for placed in internal_links(snapshot):
        own = page_of(snapshot.agreements[placed.slug].number(placed.number))
        wrong = wrong_with(placed.link.href, own, lambda path: page_at(snapshot, path))
        if wrong:
            dead.append(DeadLink(placed, wrong))
    return tuple(dead)


def pointing_at(snapshot: Snapshot, name: str) -> Iterator[tuple[Placed, str]]:
    """The links from other agreements to a place of this one that is there now, and the
    place: a section or a row.
    """
    agreement = snapshot.agreements.get(name)
    if agreement is None:
        return

    there = page_of(agreement.shown).anchors or frozenset()
    for placed in internal_links(snapshot):
        target = target_of(placed.link.href)
        place = _place_in(name, target) if target and placed.slug != name else ""
        if place in there:
            yield placed, place


def page_of(version: ShownVersion) -> Page:
    """What can be led to on a version's page: the places of its text, and its rows."""
    keys = (row.snitflade.key for row in version.rows)
    return Page(anchors_of(version.version.body, keys))


def _place_in(name: str, target: Target) -> str:
    """The section or row of the agreement that is led to; empty for another."""
    if target.path == f"/aftaler/{name}":
        return target.anchor
    row = f"/snitflader/{name}."
    return target.path.removeprefix(row) if target.path.startswith(row) else ""


def _now_or_later(
    snapshot: Snapshot, agreement: ShownAgreement
) -> Iterator[ShownVersion]:
    for version in agreement.versions:
        is_later = version.in_force_from > snapshot.moment.pr
        if is_later or version is agreement.shown:
            yield version


def _links_in(version: ShownVersion) -> Iterator[Placed]:
    for field in MARKDOWN_FIELDS:
        for link in links_of(getattr(version.version, field.name)):
            if target_of(link.href):
                title = version.version.title
                yield Placed(version.slug, version.number, title, field.label, link)


# What stands at each kind of address: PAGES, below, names them.


def _agreement(snapshot: Snapshot, name: str) -> Page | None:
    agreement = snapshot.agreements.get(name)
    return page_of(agreement.shown) if agreement else None


def _original(snapshot: Snapshot, name: str, number: str) -> Page | None:
    agreement = snapshot.agreements.get(name)
    versions = agreement.versions if agreement else ()
    shown = (v for v in versions if str(v.number) == number)
    return Page() if any(original_of(snapshot, v) for v in shown) else None


def _version(snapshot: Snapshot, name: str, number: str) -> Page | None:
    agreement = snapshot.agreements.get(name)
    versions = agreement.versions if agreement else ()
    pages = (page_of(v) for v in versions if str(v.number) == number)
    return next(pages, None)


def _row(snapshot: Snapshot, row_id: str) -> Page | None:
    try:
        snapshot.row(row_id)
    except NotFound:
        return None
    return Page()


def _words(snapshot: Snapshot) -> Page:
    letters = (slug(term.term[:1]) or "andre" for term in snapshot.terms.values())
    return Page(frozenset(snapshot.terms) | {f"bogstav-{sign}" for sign in letters})


def _in(known: Callable[[Snapshot], Mapping[str, object]]) -> "_Find":
    return lambda snapshot, name: Page() if name in known(snapshot) else None


def _unlooked(_: Snapshot) -> Page:
    return Page()


def _group(snapshot: Snapshot, group: str, phase: str = "") -> Page | None:
    has = snapshot.vocabulary.has
    known = has(Scheme.TARGET_GROUPS, group)
    return Page() if known and (not phase or has(Scheme.PHASES, phase)) else None


_Find = Callable[..., Page | None]
_NAME = r"([^/]+)"
PAGES: tuple[tuple[re.Pattern[str], _Find], ...] = tuple(
    (re.compile(pattern), find)
    for pattern, find in (
        (rf"/aftaler/{_NAME}", _agreement),
        (rf"/aftaler/{_NAME}/udgaver/(\d+)", _version),
        (rf"/aftaler/{_NAME}/udgaver/(\d+)/original", _original),
        (rf"/aftaler/{_NAME}/forskel", _in(lambda s: s.agreements)),
        (rf"/snitflader/{_NAME}", _row),
        (r"/ordliste", _words),
        (rf"/organisationer/{_NAME}", _in(lambda s: s.organisations)),
        (rf"/sundhedsaftaler/{_NAME}", _in(lambda s: s.health_agreements)),
        (
            rf"/sundhedsaftaler/{_NAME}/(?:statuspapir|[^/]+\.csv)",
            _in(lambda s: s.health_agreements),
        ),
        (rf"/forloeb/{_NAME}", _group),
        (rf"/borger/{_NAME}", _group),
        (rf"/borger/{_NAME}/{_NAME}", _group),
        # What is issued is no part of a snapshot, and findings come and go.
        (r"/appendiks/udstedt/.+|/overblik/.+|/api/.+|/tillid/vidne\.txt", _unlooked),
    )
)
