"""The actors that a text names. Pure."""

from functools import lru_cache

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.whereabouts import actors_of
from registry.language.danish import tokenize
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
                for name, actor in names
                if tuple(stems[at : at + len(name)]) == name
            ),
            None,
        )
        named += [match[0]] if match and match[0] not in named else []
        at += match[1] if match else 1

    return named


def actor_first_in(snapshot: Snapshot, text: str) -> str:
    """The actor that a text begins with, by its longest name; empty where none does."""
    stems = tuple(token.stem for token in tokenize(text))
    begins = (actor for name, actor in _names(snapshot) if stems[: len(name)] == name)
    return next(begins, "")


@lru_cache(maxsize=4)
def _names(snapshot: Snapshot) -> list[tuple[tuple[str, ...], str]]:
    """Every name of every actor as stems, the longest first."""
    names = [
        (tuple(token.stem for token in tokenize(name)), key)
        for key, choice in actors_of(snapshot).items()
        if key not in (NOT_STATED, NOT_APPLICABLE)
        for name in (choice.label, *choice.also)
    ]
    return sorted(names, key=lambda name: -len(name[0]))
