"""Circles of agreements that replace each other, which no catalogue may hold. Pure."""

from collections.abc import Iterable, Mapping, Sequence


def replacement_circle(replaces: Mapping[str, Iterable[str]]) -> Sequence[str]:
    """A chain of agreements that replace each other in a circle, or an empty one."""
    done: set[str] = set()
    for start in sorted(replaces):
        circle = _walk(replaces, start, [], done)
        if circle:
            return circle
    return ()


def _walk(
    replaces: Mapping[str, Iterable[str]], slug: str, path: list[str], done: set[str]
) -> list[str]:
    if slug in path:
        return [*path[path.index(slug) :], slug]
    if slug in done:
        return []

    for replaced in replaces.get(slug, ()):
        circle = _walk(replaces, replaced, [*path, slug], done)
        if circle:
            return circle

    done.add(slug)
    return []
