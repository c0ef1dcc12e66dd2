"""The searched fields and their weights in ranking."""

from collections.abc import Mapping

from registry.fields import ROW_FIELDS

# Fields that a document has beside the row's own, with their weights.
TASK_LABEL, AGREEMENT_TITLE, HEADING, TEXT = "task_label", "agreement", "heading", "text"
WEIGHTS: Mapping[str, float] = {
    **{field.name: field.weight for field in ROW_FIELDS if field.weight},
    TASK_LABEL: 2.5,
    AGREEMENT_TITLE: 1.2,
    HEADING: 2,
    TEXT: 1,
}
