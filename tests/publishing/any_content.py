"""Any content a version may have, also such as no form would let through."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st

from registry.rules.fields import OPTIONS, ROW_FIELDS, Field, Kind, Scheme
from registry.rules.version_content import CONTENT_FIELDS, VersionContent, plain
from tests.publishing.samples import KNOWN

WORDS = st.sampled_from(
    ["", "TBD", "Kommunen varsler.", "orientering", "{x}", "…", "Udskrivning"]
)
DAYS = st.one_of(st.none(), st.dates(), st.just(date(2027, 1, 1)))
NUMBERS = st.one_of(
    st.none(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0.0, 8.0, 72.0]),
)


def keys_of(scheme: Scheme | None) -> st.SearchStrategy[str]:
    known = KNOWN.get(scheme, ())  # type: ignore[arg-type]
    return st.sampled_from([*sorted(known), "ukendt"])


def values_for(field: Field) -> st.SearchStrategy[Any]:
    many: dict[Kind, Callable[[], st.SearchStrategy[Any]]] = {
        Kind.NUMBER: lambda: NUMBERS,
        Kind.DATE: lambda: DAYS,
        Kind.FLAG: st.booleans,
        Kind.KEY: lambda: st.one_of(st.just(""), keys_of(field.scheme)),
        Kind.KEYS: lambda: st.lists(keys_of(field.scheme), max_size=3),
        Kind.TEXTS: lambda: st.lists(WORDS, max_size=2),
    }
    if field.name in OPTIONS:
        return st.sampled_from(["", "ukendt", *OPTIONS[field.name]])
    made = many.get(field.kind, lambda: WORDS)()
    return made.map(lambda value: plain(field, value))


ROWS = st.fixed_dictionaries(
    {field.name: values_for(field) for field in ROW_FIELDS if field.name != "key"}
    | {"key": st.sampled_from(["a", "b", "c", "d"])}
)
GROUPS = st.lists(
    st.sampled_from(["ballerup", "sku", "proeve-lokal", "proeve-udskrivning"])
)
CONTENTS = st.builds(
    VersionContent,
    st.fixed_dictionaries({field.name: values_for(field) for field in CONTENT_FIELDS}),
    st.dictionaries(
        st.sampled_from(["formel-part", "tiltraedende-part", "x"]),
        GROUPS.map(tuple),
        max_size=2,
    ),
    st.dictionaries(
        st.sampled_from(["replaces", "see-also", "x"]), GROUPS.map(tuple), max_size=2
    ),
    st.lists(ROWS, max_size=3).map(tuple),
)
