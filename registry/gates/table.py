"""GATES: every rule that a version must meet to be published, gathered from where it
stands with its text; and what they find in a version.
"""

from collections.abc import Iterable, Iterator, Mapping

from registry.gates import (
    coherence,
    dates,
    law,
    links,
    parties,
    privacy,
    relations,
    rows,
    sentences,
    texts,
    true_dates,
    version,
)
from registry.gates.gate import (
    Gate,
    GateFinding,
    Grounds,
    Severity,
    Surroundings,
)
from registry.gates.placeholders import is_placeholder
from registry.rules.fields import ROW_FIELDS
from registry.rules.kinds import is_statutory
from registry.rules.version_content import CONTENT_FIELDS, MAIN, VersionContent

# The form's order of the version's own places; each row follows with its fields.
_MAIN_ORDER = (
    *(field.name for field in CONTENT_FIELDS),
    "parties",
    "relations",
    "rows",
    privacy.KEPT,
)
_ROW_ORDER = tuple(field.name for field in ROW_FIELDS)
_SEVERITIES = tuple(Severity)
# Where several gates find something in one place, they speak in this order.
_MODULES = (
    privacy,
    version,
    dates,
    true_dates,
    law,
    parties,
    relations,
    rows,
    coherence,
    texts,
    links,
    sentences,
)


def _gates() -> Iterator[Gate]:
    """The gates of each module in the order in which they stand there, errors first."""
    for severity in _SEVERITIES:
        for module in _MODULES:
            for value in vars(module).values():
                if isinstance(value, Gate) and value.severity is severity:
                    yield value


GATES = tuple(_gates())


def gate_findings(
    content: VersionContent, surroundings: Surroundings
) -> tuple[GateFinding, ...]:
    """All that the gates find, errors first, each in the order of the form."""
    grounds = Grounds.LAW if is_statutory(content.values["kind"]) else Grounds.AGREED
    unordered = [
        gate.gate_finding(place, words)
        for gate in GATES
        if gate.only in (None, grounds)
        for place, words in gate.find(content, surroundings)
    ]

    parts = (MAIN, *dict.fromkeys(row["key"] for row in content.rows))
    return tuple(sorted(unordered, key=lambda one: _order(one, parts)))


def blocking(
    listed: Iterable[GateFinding], signed: Mapping[str, str]
) -> tuple[GateFinding, ...]:
    """What stops the version: errors, and all that is to be signed and is not;
    `signed`: the approver's reasons by the gate finding's signature.

    A reason that is blank or a placeholder itself signs nothing.
    """
    return tuple(
        one
        for one in listed
        if one.stops
        and not (one.signable and _is_reason(signed.get(one.signature, "")))
    )


def _is_reason(text: str) -> bool:
    return bool(text.strip()) and not is_placeholder(text)


def _order(gate_finding: GateFinding, parts: tuple[str, ...]) -> tuple[int, int, int]:
    fields = _MAIN_ORDER if gate_finding.place.part == MAIN else _ROW_ORDER
    return (
        _SEVERITIES.index(gate_finding.severity),
        parts.index(gate_finding.place.part),
        fields.index(gate_finding.place.field),
    )
