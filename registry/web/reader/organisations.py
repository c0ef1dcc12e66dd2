"""The organisations, and each with the agreements that it is a party to."""

from collections.abc import Iterable

from flask import Blueprint, render_template

from registry.catalogue.contacts import contacts_of
from registry.catalogue.snapshot import Snapshot
from registry.errors import NotFound
from registry.language.sorting import danish_key
from registry.models import Organisation, Succession
from registry.rules.fields import Scheme
from registry.rules.organisations import MUNICIPALITY, ORGANISATION_KINDS
from registry.web.frame.dates import danish_date, last_day
from registry.web.frame.links import link
from registry.web.frame.readers import reader
from registry.web.reader.agreement_view import Link, Listed
from registry.web.reader.status_view import view_status

pages = Blueprint("organisations", __name__)


@pages.get("/organisationer")
def listing() -> str:
    snapshot = reader().snapshot
    shown = [o for o in snapshot.organisations.values() if concerns(snapshot, o)]
    kinds = dict.fromkeys([*ORGANISATION_KINDS, *sorted({o.kind for o in shown})])
    groups = [(_plural(kind), _sorted(shown, kind)) for kind in kinds]
    return render_template(
        "reader/organisations.html", groups=[g for g in groups if g[1]], life=life
    )


@pages.get("/organisationer/<slug>")
def one(slug: str) -> str:
    snapshot = reader().snapshot
    organisation = snapshot.organisations.get(slug)
    if organisation is None:
        raise NotFound("Kataloget har ingen organisation med det navn.")

    children = [o for o in snapshot.organisations.values() if o.parent == slug]
    return render_template(
        "reader/organisation.html",
        organisation=organisation,
        life=life(organisation),
        facts=_labelled_values(snapshot, organisation),
        agreements=_agreements(snapshot, slug),
        children=[_link(snapshot, o.slug) for o in sorted(children, key=_by_name)],
        successions=_successions(snapshot, slug),
        contacts=contacts_of(snapshot, slug),
    )


def concerns(snapshot: Snapshot, organisation: Organisation) -> bool:
    """Whether an organisation serves the reader's municipality; all do where none is
    chosen.

    What has no planning area (regions, committees, practice) serves all of them.
    """
    kommune = reader().kommune
    if kommune is None or organisation.slug == kommune:
        return True
    if organisation.kind == MUNICIPALITY:
        return False

    home = snapshot.organisations[kommune]
    named = {home.area_hospital, home.parent, *home.psychiatric_centres}
    if organisation.slug in named or not organisation.planning_areas:
        return True
    return bool(set(organisation.planning_areas) & set(home.planning_areas))


def _plural(kind: str) -> str:
    known = ORGANISATION_KINDS.get(kind)
    return known.plural if known else kind.replace("-", " ").capitalize()


def life(organisation: Organisation) -> str:
    """When it came and went, where that is not always."""
    parts = []
    if organisation.valid_from:
        parts.append(f"fra {danish_date(organisation.valid_from)}")
    if organisation.valid_to:
        parts.append(f"til og med {last_day(organisation.valid_to)}")
    return " ".join(parts)


def _sorted(organisations: Iterable[Organisation], kind: str) -> list[Organisation]:
    return sorted((o for o in organisations if o.kind == kind), key=_by_name)


def _by_name(organisation: Organisation) -> tuple[str | int, ...]:
    return danish_key(organisation.name)


def _link(snapshot: Snapshot, slug: str) -> Link:
    return Link(snapshot.organisation_name(slug), link("organisations.one", slug=slug))


def _labelled_values(
    snapshot: Snapshot, o: Organisation
) -> list[tuple[str, list[Link | str]]]:
    areas = [snapshot.label(Scheme.PLANNING_AREAS, area) for area in o.planning_areas]

    facts: list[tuple[str, list[Link | str]]] = [
        ("Sektor", [snapshot.label(Scheme.SECTORS, o.sector)] if o.sector else []),
        ("Hører under", [_link(snapshot, o.parent)] if o.parent else []),
        ("Planområde", list(areas)),
        (
            "Områdehospital",
            [_link(snapshot, o.area_hospital)] if o.area_hospital else [],
        ),
        (
            "Psykiatriske centre",
            [_link(snapshot, slug) for slug in o.psychiatric_centres],
        ),
        ("Sundhedsklynge", [o.health_cluster] if o.health_cluster else []),
        ("Sundhedsråd", [o.health_council] if o.health_council else []),
        ("Bemærkning", [o.note] if o.note else []),
        ("Belæg", [o.source] if o.source else []),
    ]

    return [fact for fact in facts if fact[1]]


def _agreements(snapshot: Snapshot, slug: str) -> list[Listed]:
    """The agreements by the organisation's role, in the vocabulary's order."""
    by_role: dict[str, list[Link]] = {
        role: [] for role in snapshot.vocabulary.schemes["party-roles"]
    }

    for agreement in snapshot.sorted_agreements():
        for party in agreement.shown.parties:
            if party.organisation == slug:
                href = link("agreements.agreement", slug=agreement.slug)
                word = view_status(snapshot, agreement).word
                title = agreement.shown.version.title
                by_role.setdefault(party.role, []).append(Link(title, href, word))

    return [
        Listed(snapshot.label(Scheme.PARTY_ROLES, role), links)
        for role, links in by_role.items()
        if links
    ]


def _successions(snapshot: Snapshot, slug: str) -> list[tuple[str, list[Link]]]:
    """Who takes its place and whose place it takes, with the day."""
    lines = []
    for r in snapshot.records[Succession]:
        if not isinstance(r, Succession):
            continue

        day = danish_date(r.effective_on, r.date_precision)
        if slug in r.predecessors:
            lines.append(
                (f"Afløses {day} af", [_link(snapshot, s) for s in r.successors])
            )
        if slug in r.successors:
            lines.append(
                (
                    f"Træder {day} i stedet for",
                    [_link(snapshot, s) for s in r.predecessors],
                )
            )

    return lines
