"""What rows say of each other, as JSON."""

from typing import Any

from registry.catalogue.findings import Found

Json = dict[str, Any]


def found_json(found: Found) -> Json:
    """A finding: its rows, what contradicts or is missing, and it all in a sentence."""
    return {
        "id": found.id,
        "kind": found.kind,
        "text": found.text,
        "task_key": found.task_key,
        "rows": list(found.rows),
        "fields": list(found.fields),
        "missing": [
            {"name": name, "value": value} for name, value in found.missing.items()
        ],
        "agreements": sorted(found.facets["agreement"]),
        "settled": found.settled,
        "url": f"/overblik/{found.id}",
    }
