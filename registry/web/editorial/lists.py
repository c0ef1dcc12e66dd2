"""Organisations, contact points, choices and terms: found in a list, changed by a
proposal.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from flask import Blueprint, render_template, request, url_for

from registry.catalogue.snapshot import Snapshot
from registry.language.sorting import danish_key
from registry.models import Choice, ContactPoint, Organisation, Role, Term
from registry.records.kinds import (
    ORGANISATION_OPTIONS,
    SCHEME_LABELS,
    RecordKind,
    kind_of,
)
from registry.records.proposed import waiting
from registry.records.standing import identity_of, standing
from registry.rules.fields import Scheme
from registry.services import services
from registry.web.frame.access import account, requires

pages = Blueprint("lists", __name__, url_prefix="/redaktion")

SHOWN = 200


class ListPage(NamedTuple):
    """One list: its place in the address, the kind of record in it, and its heading."""

    path: str
    kind: str
    title: str


LISTS = {
    page.path: page
    for page in (
        ListPage("organisationer", "organisation", "Organisationer"),
        ListPage("kontaktpunkter", "contact-point", "Kontaktpunkter"),
        ListPage("ord", "word", "Ord i listerne"),
        ListPage("begreber", "term", "Begreber i ordlisten"),
    )
}


@dataclass(frozen=True)
class Line:
    """One thing in a list. `waits`: somebody has proposed a change of it."""

    name: str
    note: str
    href: str
    waits: bool


@pages.get("/<any(organisationer,kontaktpunkter,ord,begreber):path>")
@requires(Role.EDITOR, Role.APPROVER)
def listing(path: str) -> str:
    page = LISTS[path]
    kind = kind_of(page.kind)
    wanted = request.args.get("q", "").strip()
    lines = [line for line in _lines(kind) if _matches(line, wanted)]

    return render_template(
        "editorial/list.html",
        page=page,
        lists=LISTS.values(),
        kind=kind,
        wanted=wanted,
        lines=lines[:SHOWN],
        count=len(lines),
        may_write=account().has(Role.EDITOR),
    )


def _lines(kind: RecordKind) -> list[Line]:
    snapshot = services().catalogue.today()
    awaited = {
        kind.identified(record.values)
        for proposal in waiting(services().catalogue)
        if proposal.kind.name == kind.name
        for record in proposal.records
    }

    lines = [_line(snapshot, kind, item, awaited) for item in standing(snapshot, kind)]
    return sorted(
        lines, key=lambda line: (danish_key(line.name), danish_key(line.note))
    )


def _line(
    snapshot: Snapshot, kind: RecordKind, item: Any, awaited: set[tuple[str, ...]]
) -> Line:
    identity = identity_of(kind, item)
    name, note = _name_and_note(snapshot, item)
    href = url_for("records.new", name=kind.name, noegle=list(identity))
    return Line(name, note, href, identity in awaited)


def _name_and_note(snapshot: Snapshot, item: Any) -> tuple[str, str]:
    """What a line says: its name, and what tells it from others."""
    match item:
        case Organisation():
            return (
                item.name,
                f"{dict(ORGANISATION_OPTIONS).get(item.kind, item.kind)}, {item.slug}",
            )
        case ContactPoint():
            who = snapshot.label(Scheme.ORGANISATIONS, item.organisation)
            return f"{who}: {item.function}", item.phone or "telefon ikke oplyst"
        case Choice():
            return (
                item.label,
                f"{dict(SCHEME_LABELS).get(item.scheme, item.scheme)}, {item.key}",
            )
        case Term():
            return item.term, item.meaning
    raise TypeError(f"no line for {type(item)}")


def _matches(line: Line, wanted: str) -> bool:
    """Whether all the words stand in the line."""
    text = f"{line.name} {line.note}".casefold()
    return all(word in text for word in wanted.casefold().split())
