"""Which file holds which table, which fields it has, and what their values must be."""

import types
import typing
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlmodel import SQLModel

from registry.models import (
    Adoption,
    Aim,
    Choice,
    Confirmation,
    ContactPoint,
    Continuation,
    Decision,
    EditorNote,
    Ending,
    HealthAgreement,
    Implementation,
    Measurement,
    Organisation,
    Rekeying,
    Review,
    Settling,
    ShownOriginal,
    Snitflade,
    State,
    StatusReport,
    Succession,
    Version,
)
from registry.rules.coherence.rows import COMPARED
from registry.rules.fields import (
    OPTIONS,
    RELATION_LABELS,
    ROW_FIELDS,
    VERSION_FIELDS,
    Kind,
    Scheme,
)
from registry.rules.follow_up import OCCASIONS, PERIODS, STAGES

AGREEMENTS = "agreements"  # the scheme of agreement slugs, which are folders
OWN_COLUMNS = {
    *("id", "position", "scheme", "version_id", "agreement_id", "number", "body"),
    "revision",
}
# Made from what the file says, so it does not stand there.
DERIVED: dict[type[SQLModel], set[str]] = {Version: {"fingerprint"}}
FOLDERS = ("vocabulary", "organisations", "health-agreements", "agreements", "records")


class Spec(NamedTuple):
    """One field in a file: its type, whether it must be there, where its keys come
    from, and whether it is kept as nothing where it is empty.
    """

    name: str
    type: type
    required: bool
    scheme: str | None = None
    options: tuple[str, ...] = ()
    markdown: bool = False
    nullable: bool = False


class ListFile(NamedTuple):
    """A YAML file of items of one table."""

    path: str
    model: type[SQLModel]
    identity: str  # the field that names an item


RECORD_FILES = (
    ListFile("records/endings.yaml", Ending, "ref"),
    ListFile("records/continuations.yaml", Continuation, "ref"),
    ListFile("records/adoptions.yaml", Adoption, "ref"),
    ListFile("records/reviews.yaml", Review, "ref"),
    ListFile("records/confirmations.yaml", Confirmation, "ref"),
    ListFile("records/editor-notes.yaml", EditorNote, "ref"),
    ListFile("records/rekeyings.yaml", Rekeying, "ref"),
    ListFile("records/successions.yaml", Succession, "ref"),
    ListFile("records/settlings.yaml", Settling, "ref"),
    ListFile("records/originals.yaml", ShownOriginal, "ref"),
    ListFile("records/aims.yaml", Aim, "ref"),
    ListFile("records/measurements.yaml", Measurement, "ref"),
    ListFile("records/status-reports.yaml", StatusReport, "ref"),
    ListFile("records/implementations.yaml", Implementation, "ref"),
    ListFile("records/contact-points.yaml", ContactPoint, "organisation"),
)

# Where the keys of a field come from, for the tables that fields.py does not describe.
REFERENCES: dict[type[SQLModel], dict[str, str]] = {
    HealthAgreement: {
        "parties": Scheme.ORGANISATIONS,
        "focus_areas": Scheme.FOCUS_AREAS,
        "goals": Scheme.GOALS,
    },
    Organisation: {
        "sector": Scheme.SECTORS,
        "parent": Scheme.ORGANISATIONS,
        "planning_areas": Scheme.PLANNING_AREAS,
        "area_hospital": Scheme.ORGANISATIONS,
        "psychiatric_centres": Scheme.ORGANISATIONS,
    },
    Choice: {
        "sector": Scheme.SECTORS,
        "broader": Scheme.TARGET_GROUPS,
        "concerns": Scheme.TARGET_GROUPS,
        "goal": Scheme.GOALS,
    },
    ContactPoint: {"organisation": Scheme.ORGANISATIONS},
    Continuation: {"health_agreement": Scheme.HEALTH_AGREEMENTS},
    Adoption: {"organisation": Scheme.ORGANISATIONS},
    Rekeying: {"task_key": Scheme.TASKS},
    Aim: {
        "health_agreement": Scheme.HEALTH_AGREEMENTS,
        "focus_area": Scheme.FOCUS_AREAS,
        "goals": Scheme.GOALS,
        "indicators": Scheme.INDICATORS,
    },
    Measurement: {"indicator": Scheme.INDICATORS, "place": Scheme.ORGANISATIONS},
    StatusReport: {
        "health_agreement": Scheme.HEALTH_AGREEMENTS,
        "received_by": Scheme.ORGANISATIONS,
    },
    Implementation: {
        "health_agreement": Scheme.HEALTH_AGREEMENTS,
        "focus_area": Scheme.FOCUS_AREAS,
        "municipality": Scheme.ORGANISATIONS,
    },
    Succession: {
        "predecessors": Scheme.ORGANISATIONS,
        "successors": Scheme.ORGANISATIONS,
    },
    Version: {
        field.name: str(field.scheme) for field in VERSION_FIELDS if field.scheme
    },
    Snitflade: {field.name: str(field.scheme) for field in ROW_FIELDS if field.scheme},
}
REQUIRED = {
    Version: {"state", *(field.name for field in VERSION_FIELDS if field.required)},
    Snitflade: {field.name for field in ROW_FIELDS if field.required},
}
MARKDOWN = {field.name for field in VERSION_FIELDS if field.kind is Kind.MARKDOWN}
LIMITED = {
    **OPTIONS,
    "state": tuple(State),
    "decision:continuation": tuple(Decision),
    "relation": tuple(RELATION_LABELS),
    "needs": COMPARED,
    **{
        name: tuple(value for value, _ in options)
        for name, options in (
            ("period:measurement", PERIODS),
            ("occasion:status_report", OCCASIONS),
            ("stage:implementation", STAGES),
        )
    },
}


@cache
def specs(model: type[SQLModel]) -> tuple[Spec, ...]:
    """The fields of a table as they stand in files, in the table's order."""
    return tuple(_specs(model))


def _specs(model: type[SQLModel]) -> Iterator[Spec]:
    table = model.__tablename__
    for name, info in model.model_fields.items():
        if name in OWN_COLUMNS or name in DERIVED.get(model, ()):
            continue

        annotation, optional = _plain(info.annotation)
        scheme = REFERENCES.get(model, {}).get(name)
        if name == "agreement":
            scheme = AGREEMENTS

        yield Spec(
            name=name,
            type=annotation,
            required=name in REQUIRED.get(model, set())
            or (info.is_required() and not optional and name != "recorded_at"),
            scheme=scheme,
            options=LIMITED.get(f"{name}:{table}", LIMITED.get(name, ())),
            markdown=name in MARKDOWN,
            nullable=optional,
        )


def _plain(annotation: Any) -> tuple[type, bool]:
    """The type of a field without its None, and whether None was allowed."""
    if (
        isinstance(annotation, types.UnionType)
        or typing.get_origin(annotation) is typing.Union
    ):
        inner = [a for a in typing.get_args(annotation) if a is not type(None)]
        return _plain(inner[0])[0], True
    if typing.get_origin(annotation) is list:
        return list, False

    return annotation, False


DANISH_TYPE = {
    str: "en tekst",
    bool: "ja eller nej (true/false)",
    int: "et helt tal",
    float: "et tal",
    date: "en dato (år-måned-dag)",
    datetime: "et tidspunkt med tidszone",
    list: "en liste af tekster",
}
