"""What rows say of each other, as JSON."""

from typing import Any

from registry.catalogue.findings import ShownFinding

Json = dict[str, Any]


def finding_json(finding: ShownFinding) -> Json:
    """A finding: its rows, what contradicts or is missing, and it all in a sentence."""
    return {
        "id": finding.id,
        "kind": finding.kind,
        "text": finding.text,
        "task_key": finding.task_key,
        "rows": list(finding.rows),
        "fields": list(finding.fields),
        "missing": [
            {"name": name, "value": value} for name, value in finding.missing.items()
        ],
        "agreements": sorted(finding.facets["agreement"]),
        "settled": finding.settled,
        "url": f"/overblik/{finding.id}",
    }
