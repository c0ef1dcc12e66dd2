"""The original of a version as JSON."""

from typing import Any

from registry.catalogue import addresses
from registry.catalogue.shown_originals import original_of
from registry.catalogue.snapshot import ShownVersion, Snapshot


def original_json(snapshot: Snapshot, version: ShownVersion) -> dict[str, Any] | None:
    """The file that readers may have; None where nobody decided so."""
    shown = original_of(snapshot, version)
    if shown is None:
        return None

    return {
        "name": shown.name,
        "sha256": shown.sha256,
        "told": shown.told,
        "url": addresses.original(snapshot, version.slug, version.number),
    }
