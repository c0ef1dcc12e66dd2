"""What the gates found, each with its place in the form that it speaks of."""

from dataclasses import dataclass

from flask import url_for

from registry.gates.gate import GateFinding
from registry.gates.privacy import KEPT
from registry.models import Role
from registry.publishing.drafts import Draft, SignedReason
from registry.publishing.writing import OWN_ROW_FIELDS
from registry.rules.party_roles import FORMAL
from registry.rules.version_content import MAIN
from registry.web.frame.access import account

CELLS = frozenset(field.name for field in OWN_ROW_FIELDS)
PLACES = {
    "rows": "snitflader",
    "parties": f"parties:{FORMAL}",
    "relations": "relations:replaces",
}


@dataclass(frozen=True)
class GateFindingView:
    """One gate finding in words, and where to mend it; `signed`: why it stands, where
    that was signed for; `quote`: the words of the field that it is about.
    """

    text: str
    href: str
    is_error: bool
    signature: str
    signable: bool
    part: str
    field: str
    signed: SignedReason | None = None
    quote: str = ""
    cell: str = ""


def to_sign(draft: Draft) -> list[GateFindingView]:
    """What may be signed for, each signature once."""
    signable = {f.signature: f for f in reversed(draft.gate_findings) if f.signable}
    return [
        view_gate_finding(draft, gate_finding)
        for gate_finding in draft.gate_findings
        if signable.get(gate_finding.signature) is gate_finding
    ]


def view_gate_finding(draft: Draft, gate_finding: GateFinding) -> GateFindingView:
    return GateFindingView(
        text=gate_finding.text,
        href=_place(draft, gate_finding),
        is_error=gate_finding.is_error,
        signature=gate_finding.signature,
        signable=gate_finding.signable,
        part=gate_finding.place.part,
        field=PLACES.get(gate_finding.place.field, gate_finding.place.field),
        signed=draft.signed_for(gate_finding),
        quote=gate_finding.quote,
        cell=_cell(draft, gate_finding),
    )


def _place(draft: Draft, gate_finding: GateFinding) -> str:
    part, field = gate_finding.place.part, gate_finding.place.field
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


def _cell(draft: Draft, gate_finding: GateFinding) -> str:
    part, field = gate_finding.place.part, gate_finding.place.field
    if part == MAIN or field not in CELLS or not account().has(Role.EDITOR):
        return ""
    return url_for("grid.table", version_id=draft.id, _anchor=f"{field}:{part}")
