"""The rows that a text tells, by the catalogue's own words for actors and phases."""

from functools import lru_cache

from registry.catalogue.snapshot import Snapshot
from registry.rules.fields import Scheme
from registry.suggest.suggesting import suggest
from registry.suggest.suggestion import Suggestion
from registry.unsaid import NOT_APPLICABLE, NOT_STATED

Named = tuple[tuple[str, tuple[str, ...]], ...]
KEPT = 64  # texts


def suggested(snapshot: Snapshot, text: str) -> list[Suggestion]:
    """The suggestions from a text in Markdown, in the order of its sentences."""
    actors, phases = names(snapshot, Scheme.ACTORS), names(snapshot, Scheme.PHASES)
    return list(_kept(text, tuple(actors.items()), tuple(phases.items())))


@lru_cache(maxsize=KEPT)
def _kept(text: str, actors: Named, phases: Named) -> tuple[Suggestion, ...]:
    """A draft is looked at again and again; its text is read once."""
    return tuple(suggest(text, dict(actors), dict(phases)))


def names(snapshot: Snapshot, scheme: Scheme) -> dict[str, tuple[str, ...]]:
    """Each choice of a scheme with all its names; the two that name nobody aside."""
    return {
        key: (choice.label, *choice.also)
        for key, choice in snapshot.vocabulary.schemes[scheme].items()
        if key not in (NOT_STATED, NOT_APPLICABLE)
    }
