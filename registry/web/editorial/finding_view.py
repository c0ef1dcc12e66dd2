"""What the gates found, each with the address of the place in the form that it speaks
of; and the findings of the overview that a draft is to mend.
"""

from dataclasses import dataclass

from flask import url_for

from registry.catalogue.findings import name_of
from registry.gates.gate import GateFinding
from registry.gates.privacy import KEPT
from registry.models import Role
from registry.publishing import finding_drafts
from registry.publishing.drafts import Draft
from registry.rules.version_content import MAIN
from registry.web.frame.access import account

PLACES = {
    "rows": "snitflader",
    "parties": "parties:formel-part",
    "relations": "relations:replaces",
}


@dataclass(frozen=True)
class FindingView:
    """One finding in words, and where to mend it."""

    text: str
    href: str
    is_error: bool
    signature: str
    signable: bool
    part: str
    field: str


def to_sign(draft: Draft) -> list[FindingView]:
    """What may be signed for, each signature once."""
    signable = {f.signature: f for f in reversed(draft.findings) if f.signable}
    return [
        view_finding(draft, finding)
        for finding in draft.findings
        if signable.get(finding.signature) is finding
    ]


def view_finding(draft: Draft, finding: GateFinding) -> FindingView:
    return FindingView(
        text=finding.text,
        href=_place(draft, finding),
        is_error=finding.is_error,
        signature=finding.signature,
        signable=finding.signable,
        part=finding.place.part,
        field=PLACES.get(finding.place.field, finding.place.field),
    )


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
    closed = {found.id for found in draft.impact.closed}
    names = {name_of(one.finding): one.told for one in listed}
    return [TakenUp(name, told, name in closed) for name, told in names.items()]


def _place(draft: Draft, finding: GateFinding) -> str:
    part, field = finding.place.part, finding.place.field
    anchor = PLACES.get(field, field)

    if field == KEPT and account().has(Role.EDITOR):
        return url_for("personal_numbers.confirm", version_id=draft.id)
    if field == KEPT:
        return url_for("drafts.overview", version_id=draft.id)
    if field == "rows":
        return url_for("drafts.overview", version_id=draft.id, _anchor=anchor)
    if not account().has(Role.EDITOR):
        # Who only approves may not open the form, but reads the text.
        row = None if part == MAIN else part
        return url_for("drafts.show", version_id=draft.id, _anchor=row)
    if part == MAIN:
        return url_for("drafts.edit_version", version_id=draft.id, _anchor=anchor)
    return url_for("drafts.edit_row", version_id=draft.id, key=part, _anchor=anchor)
