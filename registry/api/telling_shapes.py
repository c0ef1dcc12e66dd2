"""What rows tell the citizen whom they concern, as JSON and as JSON Schema."""

from typing import Any

from registry.api.schemas import FLAG, TEXT, an_object, array
from registry.catalogue import addresses
from registry.catalogue.citizen import plain_label
from registry.catalogue.citizen_telling import Telling
from registry.catalogue.snapshot import Snapshot
from registry.rules.fields import Scheme

Json = dict[str, Any]

SCHEMAS: Json = {
    "Telling": an_object(
        {
            "id": TEXT,
            "phase": TEXT,
            "phase_title": TEXT,
            "target_groups": array(TEXT),
            "sentences": array(TEXT),
            "to_reader": FLAG,
            "confirmed": FLAG,
            "contradicted_in": TEXT,
            "agreement": an_object({"slug": TEXT, "title": TEXT}),
            "section": TEXT,
            "source": TEXT,
            "url": TEXT,
        }
    )
}


def telling_json(snapshot: Snapshot, telling: Telling) -> Json:
    """The sentences of a row, the first of which says who does what, with its source.
    `to_reader`: it is done to the citizen, or by them, and not among others;
    `contradicted_in`: the id of the unsettled overlap in which it is, or nothing.
    """
    stored = telling.row.snitflade

    return {
        "id": telling.row.id,
        "phase": stored.phase,
        "phase_title": plain_label(snapshot, Scheme.PHASES, stored.phase),
        "target_groups": list(stored.target_groups),
        "sentences": list(telling.sentences),
        "to_reader": telling.to_reader,
        "confirmed": telling.confirmed,
        "contradicted_in": telling.contradicted_in,
        "agreement": {"slug": telling.row.agreement, "title": telling.title},
        "section": stored.section,
        "source": stored.source,
        "url": addresses.row(snapshot, telling.row.id),
    }
