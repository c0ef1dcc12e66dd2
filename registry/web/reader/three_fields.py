"""The three fields of a version as its page shows them."""

from dataclasses import dataclass

from registry.catalogue.agreement_words import signed_reason
from registry.catalogue.headings import anchors_of_fields
from registry.models import Version
from registry.rules.fields import THREE_FIELDS


@dataclass(frozen=True)
class FieldText:
    """One of the three fields. `reason`: why the approver let it stand without an
    answer. `anchor`: its place on the page; empty where a heading of the text has it.
    """

    label: str
    text: str
    reason: str
    anchor: str


def view_three_fields(version: Version) -> list[FieldText]:
    """The three fields, each with the reason that was signed for it under
    "<code>:<field>: ".
    """
    anchors = anchors_of_fields(version.body)
    return [
        FieldText(
            f.label,
            getattr(version, f.name),
            signed_reason(version, f.name),
            anchors[f.name],
        )
        for f in THREE_FIELDS
    ]
