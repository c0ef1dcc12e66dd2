"""How a document lists an agreement's rows in three tables: which field stands where.

Exports write them so, and Word in reads them so again.
"""

from itertools import groupby

from registry.rules.fields import (
    ROW_FIELDS,
    ROW_FIELDS_BY_NAME,
    Field,
)

NUMBER = "Nr."
# After the task of a row that is not confirmed.
UNCONFIRMED = "ikke bekræftet"
# Between two fields on one line.
BETWEEN = "\N{NO-BREAK SPACE}· "
OVERVIEW = sorted((f for f in ROW_FIELDS if f.overview), key=lambda f: f.overview)
KEY, TASK = ROW_FIELDS_BY_NAME["key"], ROW_FIELDS_BY_NAME["task"]
SITUATION = ROW_FIELDS_BY_NAME["situation"]
OVERVIEW_HEAD = (NUMBER, *(field.label for field in OVERVIEW))
ROWS_HEAD = (NUMBER, TASK.label, "Hvad der gælder")
EVIDENCE_HEAD = (NUMBER, KEY.label, "Hvad det bygger på")


def _by_group(fields: list[Field]) -> tuple[tuple[Field, ...], ...]:
    return tuple(
        tuple(within) for _, within in groupby(fields, key=lambda field: field.group)
    )


# What only the catalogue itself has a use for, and what a row rests on.
IN_EVIDENCE = _by_group([f for f in ROW_FIELDS if f.evidence])
IN_FULL = _by_group([f for f in ROW_FIELDS if not f.evidence and f not in (KEY, TASK)])


def in_situation(situation: str) -> str:
    """What tells a row from the others of one task, after the task in the overview."""
    return f" ({situation})" if situation else ""
