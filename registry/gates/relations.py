"""The gates of a version's relations to other agreements."""

from collections.abc import Iterable, Iterator, Mapping

from registry.gates.gate import ERROR, GateHits, Surroundings, gate, main
from registry.rules.fields import RELATION_LABELS, Scheme
from registry.rules.version_content import VersionContent

REPLACES = "replaces"


@gate(
    "ukendt-aftale",
    ERROR,
    "Relationen «{relation}» peger på aftalen «{agreement}», som ikke er "
    "offentliggjort i kataloget. Vælg en anden aftale, eller fjern relationen.",
)
def unknown_agreement(content: VersionContent, around: Surroundings) -> GateHits:
    """Only published agreements are known: a reader must be able to follow the link."""
    for kind, slug in relations(content):
        if slug != around.slug and slug not in around.known.get(Scheme.AGREEMENTS, ()):
            yield (
                main("relations"),
                {"relation": relation_label(kind), "agreement": slug},
            )


@gate(
    "relation-til-sig-selv",
    ERROR,
    "Relationen «{relation}» peger på aftalen selv. Vælg en anden aftale, eller "
    "fjern relationen.",
)
def own_relation(content: VersionContent, around: Surroundings) -> GateHits:
    """Of whatever kind: an agreement is beside another, or in its place."""
    for kind, slug in relations(content):
        if slug == around.slug:
            yield main("relations"), {"relation": relation_label(kind)}


@gate(
    "afloeser-i-kreds",
    ERROR,
    "Aftalerne afløser hinanden i en kreds: {circle}. Fjern den relation, der er "
    "forkert.",
)
def replaces_in_circle(content: VersionContent, around: Surroundings) -> GateHits:
    """In a circle every agreement would be replaced, and none in force."""
    for slug in content.relations.get(REPLACES, ()):
        if slug != around.slug and (
            way := way_between(around.replaces, slug, around.slug)
        ):
            yield main("relations"), {"circle": " → ".join([around.slug, *way])}


@gate(
    "ukendt-relation",
    ERROR,
    "Kataloget kender ingen relation, der hedder «{key}». Vælg en anden.",
)
def unknown_relation(content: VersionContent, _: Surroundings) -> GateHits:
    """The forms offer no such kind; what came from elsewhere may have one."""
    for kind, slugs in content.relations.items():
        if slugs and kind not in RELATION_LABELS:
            yield main("relations"), {"key": kind}


def relations(content: VersionContent) -> Iterator[tuple[str, str]]:
    """Each relation as (kind, slug of the other agreement)."""
    return ((kind, slug) for kind, slugs in content.relations.items() for slug in slugs)


def relation_label(kind: str) -> str:
    """The Danish name of a kind of relation; an unknown kind as it is."""
    return RELATION_LABELS.get(kind, kind)


def way_between(
    replaces: Mapping[str, Iterable[str]], start: str, end: str
) -> tuple[str, ...] | None:
    """A chain of agreements, each replacing the next, from start to goal; None: there
    is none.
    """
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}

    while ways:
        way = ways.pop()
        for slug in sorted(replaces.get(way[-1], ())):
            if slug == end:
                return (*way, slug)
            if slug not in seen:
                seen.add(slug)
                ways.append((*way, slug))

    return None
