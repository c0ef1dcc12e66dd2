"""Reading a file's values: each field's type, options and keys are checked, one
by one.
"""

import math
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlmodel import SQLModel

from registry.clock import COPENHAGEN
from registry.content.files import Located
from registry.content.schema import DANISH_TYPE, Spec, specs
from registry.language.normal import normal
from registry.markup.remarks import too_large

Keys = Mapping[str, set[str]]  # the known keys by scheme


def read_values(
    keys: Keys, item: Located, model: type[SQLModel], may_lack: Collection[str] = ()
) -> dict[str, Any]:
    """The item's fields, checked one by one. Raises BadContent at the first fault.

    `may_lack`: required fields that this item may leave empty.
    """
    known = {spec.name: spec for spec in specs(model)}
    for name in item:
        if name not in known:
            raise item.refuse(name, "er ikke et felt her")

    values = {
        name: value
        for name, spec in known.items()
        if (value := read_value(keys, item, _as_asked(spec, may_lack))) is not None
    }

    if "recorded_at" in known and "recorded_at" not in values:
        raise item.refuse("recorded_at", "mangler")
    return values


def _as_asked(spec: Spec, may_lack: Collection[str]) -> Spec:
    return spec._replace(required=False) if spec.name in may_lack else spec


def read_value(keys: Keys, item: Located, spec: Spec) -> Any:
    """One field's value, checked; None where the item leaves it out. Raises BadContent
    naming the field, also where it must be there and is not.
    """
    value = item.get(spec.name)
    if value is None or (spec.required and value in ("", [])):
        if spec.required:
            raise item.refuse(spec.name, "mangler")
        return None

    kept = checked(keys, item, spec, value)
    return None if spec.nullable and kept == "" else kept


def checked(keys: Keys, item: Located, spec: Spec, value: Any) -> Any:
    """The value as it is kept: text trimmed, a moment without offset read as
    Copenhagen's. Raises BadContent for the wrong type, and for an option or a key that
    is none.
    """
    if not _fits(value, spec.type):
        raise item.refuse(spec.name, f"«{value}» er ikke {DANISH_TYPE[spec.type]}")

    if isinstance(value, str):
        value = sized(item, spec.name, normal(value).strip())
    if isinstance(value, list):
        value = [normal(item) for item in value]
    if isinstance(value, datetime) and value.tzinfo is None:
        value = value.replace(tzinfo=COPENHAGEN)

    for key in value if isinstance(value, list) else [value]:
        if spec.options and key not in spec.options:
            raise item.refuse(
                spec.name, f"«{key}» er ikke en af: {', '.join(spec.options)}"
            )
        if spec.scheme and key not in keys[spec.scheme]:
            raise item.refuse(spec.name, f"«{key}» findes ikke ({spec.scheme})")

    return value


def sized(item: Located, name: str, text: str) -> str:
    """The text, where it is no larger than a person may write. Raises BadContent."""
    why = too_large(text)
    if why:
        raise item.refuse(name, why)
    return text


def _fits(value: Any, wanted: type) -> bool:
    if wanted is list:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if wanted is float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return number and math.isfinite(value)
    if wanted is date:
        return isinstance(value, date) and not isinstance(value, datetime)
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool)

    return isinstance(value, wanted)
