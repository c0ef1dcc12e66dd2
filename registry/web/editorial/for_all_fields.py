"""Which fields of rows one value can be set in for several rows at once."""

from registry.publishing.writing import OWN_ROW_FIELDS
from registry.rules.fields import Field, Kind

# What each row says in its own words is never the same for all, nor what kind of task
# it is; where it stands may be.
OWN_TO_EACH = "task_key"
COMMON_FIELDS = {
    field.name: field
    for field in OWN_ROW_FIELDS
    if field.name != OWN_TO_EACH
    and (field.kind in (Kind.KEY, Kind.KEYS) or field.options or field.for_all)
}


def can_be_set(name: str) -> bool:
    return name in COMMON_FIELDS


def field_named(name: str) -> Field | None:
    return COMMON_FIELDS.get(name)
