"""What the gates found in a draft, as it stands beside the text: by cause, what is to
be done first, and what the version before has too apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import render_template, url_for

from registry.gates.coherence import duty_on_non_party
from registry.gates.gate import COUNT, GateFinding
from registry.models import Role
from registry.publishing.drafts import Draft
from registry.rules.version_content import MAIN
from registry.web.editorial.for_all_fields import OWN_TO_EACH, can_be_set
from registry.web.editorial.gate_finding_view import (
    PLACES,
    GateFindingView,
    view_gate_finding,
)
from registry.web.frame.access import account

# (heading, tone), in the order in which they stand.
ERRORS = ("Skal rettes før godkendelse", "error")
SIGNED = ("Skal begrundes af den, der godkender, eller rettes", "signed")
REASONED = ("Begrundet af den, der godkendte", "signed")
WARNINGS = ("Værd at se på", "warning")
# What the agreement lacks, and not its rows.
BY_PARTIES = frozenset({duty_on_non_party.code})


@dataclass(frozen=True)
class Cause:
    """Findings of one cause. `text`: what they are together, empty for one by itself.
    `set_at`: where the field is set for all of them; `each_at`: where it is chosen for
    one after the other; `parties_at`: where the parties are, that all of them lack.
    """

    text: str
    items: Sequence[GateFindingView]
    set_at: str = ""
    each_at: str = ""
    parties_at: str = ""


@dataclass(frozen=True)
class Section:
    """Causes of one weight; `size`: how many gate findings."""

    title: str
    tone: str
    causes: Sequence[Cause]
    size: int


@dataclass(frozen=True)
class GateFindings:
    """All that stands beside a draft. `before`: the causes that the version before has
    too, and the draft does not change; `count`: the new ones in a few words.
    """

    sections: Sequence[Section]
    before: Sequence[Cause]
    size_before: int
    count: str

    def of(self, part: str) -> list[GateFindingView]:
        """Those of one part of the draft."""
        causes = [cause for section in self.sections for cause in section.causes]
        return [i for cause in causes for i in cause.items if i.part == part]

    def at(self, part: str, field: str) -> list[GateFindingView]:
        """Those of one field, which stand in its place in the form."""
        return [item for item in self.of(part) if item.field == field]


def view_gate_findings(draft: Draft) -> GateFindings:
    """Errors first, then what is to be signed, what was, and what is worth a look."""
    stopping = [f for f in draft.gate_findings if f.stops]
    new = [f for f in draft.gate_findings if not f.stops and not draft.had_before(f)]
    old = [f for f in draft.gate_findings if not f.stops and draft.had_before(f)]

    reasoned = [f for f in stopping if draft.signed_for(f)]
    unsigned = [f for f in stopping if f.signable and f not in reasoned]

    parted = (
        (ERRORS, [f for f in stopping if not f.signable]),
        (SIGNED, unsigned),
        (REASONED, reasoned),
        (WARNINGS, new),
    )

    return GateFindings(
        sections=[
            Section(title, tone, _causes(draft, listed), len(listed))
            for (title, tone), listed in parted
            if listed
        ],
        before=_causes(draft, old),
        size_before=len(old),
        count=_count(*(len(listed) for _, listed in parted)),
    )


def gate_findings_now(draft: Draft, part: str) -> dict[str, Any]:
    """The same for a form that is open: what stands beside it, in its places (by
    field), and how much.
    """
    gate_findings = view_gate_findings(draft)
    names = {item.field for item in gate_findings.of(part)}

    return {
        # What the page's script asks for has the name that it had first.
        "findings": render_template(
            "editorial/_gate_findings.html", gate_findings=gate_findings
        ),
        "count": gate_findings.count,
        "places": {
            name: render_template(
                "editorial/_gate_findings_here.html",
                gate_findings=gate_findings.at(part, name),
            )
            for name in names
        },
    }


def _causes(draft: Draft, listed: Iterable[GateFinding]) -> list[Cause]:
    """Each cause where its first gate finding stands."""
    grouped: dict[tuple[str, ...], list[GateFinding]] = {}
    for at, gate_finding in enumerate(listed):
        kind = (gate_finding.code, gate_finding.place.field, gate_finding.many)
        mark = kind if gate_finding.many else (*kind, str(at))
        grouped.setdefault(mark, []).append(gate_finding)
    return [_cause(draft, alike) for alike in grouped.values()]


def _cause(draft: Draft, alike: Sequence[GateFinding]) -> Cause:
    items = [view_gate_finding(draft, gate_finding) for gate_finding in alike]
    if len(alike) == 1:
        return Cause("", items)

    first = alike[0]
    text = f"{first.many.replace(COUNT, str(len(alike)))}."
    if first.place.part == MAIN or not draft.is_open or not account().has(Role.EDITOR):
        return Cause(text, items)
    parties = first.code in BY_PARTIES
    return Cause(
        text,
        items,
        _set_at(draft, first),
        _each_at(draft, first),
        _parties_at(draft) if parties else "",
    )


def _set_at(draft: Draft, first: GateFinding) -> str:
    if not can_be_set(first.place.field) or first.code in BY_PARTIES:
        return ""
    return url_for(
        "for_all.form",
        version_id=draft.id,
        field=first.place.field,
        kontrol=first.code,
    )


def _parties_at(draft: Draft) -> str:
    anchor = PLACES["parties"]
    return url_for("drafts.edit_version", version_id=draft.id, _anchor=anchor)


def _each_at(draft: Draft, first: GateFinding) -> str:
    if first.place.field != OWN_TO_EACH:
        return ""
    return url_for("suggestions.listing", version_id=draft.id, _anchor="opgavetyper")


def _count(errors: int, signed: int, reasoned: int, warnings: int) -> str:
    """In a few words: 2 skal rettes, 1 skal begrundes, 5 er værd at se på."""
    counts = (
        (errors, "skal rettes"),
        (signed, "skal begrundes eller rettes"),
        (reasoned, "er begrundet"),
        (warnings, "er værd at se på"),
    )
    words = ", ".join(f"{number} {what}" for number, what in counts if number)
    return words or "Intet at rette"
