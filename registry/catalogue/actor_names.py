"""The actors that a text names. Pure."""

from collections import defaultdict
from collections.abc import Mapping

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.catalogue.whereabouts import actors_of
from registry.language.danish import stems_in, tokenize
from registry.unsaid import NOT_APPLICABLE, NOT_STATED


def actors_named(snapshot: Snapshot, text: str) -> list[str]:
    """The actors that a text names, in its order; the longest name where one holds
    another.
    """
    stems = [token.stem for token in tokenize(text)]
    names = _names(snapshot)
    named: list[str] = []
    at = 0

    while at < len(stems):
        match = next(
            (
                (actor, len(name))
                for name, actor in names.get(stems[at], ())
                if tuple(stems[at : at + len(name)]) == name
            ),
            None,
        )
        named += [match[0]] if match and match[0] not in named else []
        at += match[1] if match else 1

    return named


def actor_first_in(snapshot: Snapshot, text: str) -> str:
    """The actor that a text begins with, by its longest name; empty where none does."""
    stems = stems_in(text)
    names = _names(snapshot).get(stems[0], ()) if stems else ()
    begins = (actor for name, actor in names if stems[: len(name)] == name)
    return next(begins, "")


@kept_with_snapshot
def _names(snapshot: Snapshot) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """Every name of every actor as stems, the longest first, by its first stem."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for key, choice in actors_of(snapshot).items():
        for text in (choice.label, *choice.also):
            name = stems_in(text)
            if name and key not in (NOT_STATED, NOT_APPLICABLE):
                by_first[name[0]].append((name, key))

    return {k: sorted(v, key=lambda one: -len(one[0])) for k, v in by_first.items()}
