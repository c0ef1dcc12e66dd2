"""What kind of task a row may be of, said to whom has saved it without one."""

from collections.abc import Mapping
from typing import Any

from registry.catalogue.task_keys import proposed_keys
from registry.rules.fields import ROW_FIELDS_BY_NAME, Scheme
from registry.services import services

KIND = ROW_FIELDS_BY_NAME["task_key"]


def with_kind(said: str, values: Mapping[str, Any]) -> str:
    """What was said of a saved part, and the kind of task that its words are nearest
    to. Nothing is chosen for the writer: only a person says what is the same task.
    """
    if values.get("task_key") or not values.get("task"):
        return said
    snapshot = services().catalogue.today()
    proposed = proposed_keys(snapshot, values["task"])
    if not proposed:
        return said

    label = snapshot.label(Scheme.TASKS, proposed[0])
    return (
        f"{said} Den har ingen opgavetype, men dens ord ligner «{label}». Passer det, "
        f"så vælg den under {KIND.label}."
    )
