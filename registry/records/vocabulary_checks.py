"""What organisations, choices and terms must meet to be proposed and confirmed."""

from collections.abc import Iterator

from registry.catalogue.snapshot import Snapshot
from registry.records.kinds import SCHEME_LABELS
from registry.records.standing import Values
from registry.rules.fields import Scheme
from registry.rules.keys import TERM_LINKS

Wrong = Iterator[tuple[str, str]]  # a field's name, and what is wrong with it


def wrong_organisation(snapshot: Snapshot, values: Values) -> Wrong:
    """It ends after it begins, lies under no one of its own, and is no area."""
    begins, ends = values["valid_from"], values["valid_to"]
    if begins and ends and ends <= begins:
        yield (
            "valid_to",
            "Organisationens sidste dag ligger før den første. Ret en af dem.",
        )
    if snapshot.vocabulary.has(Scheme.PLANNING_AREAS, values["slug"]):
        yield "slug", f"«{values['slug']}» er et planområde. Vælg en anden nøgle."

    above, seen = values["parent"], set()
    while above and above not in seen:
        seen.add(above)
        parent = snapshot.organisations.get(above)
        above = parent.parent if parent else ""
    if values["slug"] in seen:
        yield "parent", "Organisationen kan ikke høre under sig selv."


# The fields that only the choices of one vocabulary have.
_OF_ONE_LIST = {
    "needs": Scheme.TASKS,
    "concerns": Scheme.TASKS,
    "alike": Scheme.TARGET_GROUPS,
    "broader": Scheme.TARGET_GROUPS,
    "goal": Scheme.INDICATORS,
}


def wrong_choice(snapshot: Snapshot, values: Values) -> Wrong:
    """It has the fields of its list alone, and a key that is nobody else's."""
    scheme, key = values["scheme"], values["key"]

    if scheme == Scheme.PLANNING_AREAS and key in snapshot.organisations:
        yield "key", f"«{key}» er en organisation. Vælg en anden nøgle."
    if values["sector"] and scheme != Scheme.ACTORS:
        yield "sector", "Kun aktører har en sektor. Lad feltet stå tomt."

    for name, only in _OF_ONE_LIST.items():
        if values[name] and scheme != only:
            label = dict(SCHEME_LABELS)[only].lower()
            yield name, f"Feltet er kun til {label}. Lad det stå tomt."


def wrong_term(snapshot: Snapshot, values: Values) -> Wrong:
    """It leads to something in the lists, or nowhere."""
    if not values["link"]:
        return
    kind, _, key = values["link"].partition(":")
    if kind not in TERM_LINKS or not snapshot.vocabulary.has(TERM_LINKS[kind], key):
        yield "link", f"Fører til: «{values['link']}» findes ikke i listerne."
