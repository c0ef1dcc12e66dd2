"""Two names that read alike are one name: the second is refused, with the way to the
first.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from registry.catalogue.snapshot import Snapshot
from registry.clock import today
from registry.language.normal import read_alike
from registry.rules.fields import Scheme


class Named(NamedTuple):
    """Something that has a name: its key, its name, and the address of its page."""

    key: str
    name: str
    address: str


def wrong_name(
    snapshot: Snapshot, kind: str, values: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """The field of a name that another has already, and what is said of it.

    A name that stands already stays: only a new one, or a change of one, is refused.
    """
    field, key = NAME_AND_KEY[kind]
    wanted = read_alike(str(values[field]))
    others = list(_named(snapshot, kind, values))
    if any(read_alike(o.name) == wanted for o in others if o.key == values[key]):
        return

    for other in others:
        if other.key != values[key] and read_alike(other.name) == wanted:
            yield (
                field,
                f"«{values[field]}» læses som «{other.name}», der står i kataloget "
                f"({other.address}). Ret den, eller vælg et navn, der kan kendes fra "
                "den.",
            )
            return


# The field of the name, and that of the key, by kind of record.
NAME_AND_KEY = {
    "organisation": ("name", "slug"),
    "word": ("label", "key"),
    "term": ("term", "key"),
}

# Their labels are a row's task and what a citizen is told: two rows may say the same.
NO_NAMES = (Scheme.QUESTIONS, Scheme.PLAIN_WORDS)


def _named(snapshot: Snapshot, kind: str, values: Mapping[str, Any]) -> Iterable[Named]:
    if kind == "organisation":
        return (
            Named(o.slug, o.name, f"/organisationer/{o.slug}")
            for o in snapshot.organisations.values()
            if o.valid_to is None or o.valid_to > today()
        )
    if kind == "term":
        terms = snapshot.terms.values()
        return (Named(t.key, t.term, f"/ordliste?ord={t.key}#{t.key}") for t in terms)

    if values["scheme"] in NO_NAMES:
        return ()

    choices = snapshot.vocabulary.schemes[values["scheme"]].values()
    return (Named(c.key, c.label, f"/redaktion/ord?q={c.key}") for c in choices)
