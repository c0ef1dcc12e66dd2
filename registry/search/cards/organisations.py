"""The cards of organisations: what each belongs to, what belongs to it, and what took
its place.
"""

import re
from collections.abc import Iterable

from registry.catalogue import addresses
from registry.catalogue.snapshot import Snapshot
from registry.language.dates import danish_date, last_day
from registry.language.sorting import danish_key
from registry.models import Organisation, Succession
from registry.rules.fields import Scheme
from registry.rules.organisations import (
    GENERAL_PRACTICE,
    HOSPITAL,
    MUNICIPALITY,
    ORGANISATION_KINDS,
    PART_OF_CITY,
    PSYCHIATRIC_CENTRE,
    REGION,
    SHARED,
)
from registry.search.cards.card import AREA, Card, CardDocument, evidence, facts
from registry.unsaid import NOT_STATED_IN_WORDS

# Their names end with the place, which nobody says.
LOCAL = (SHARED, GENERAL_PRACTICE)
PLACES = (MUNICIPALITY, PART_OF_CITY)
IN_A_REGION = (*PLACES, HOSPITAL, PSYCHIATRIC_CENTRE)
NOT_TOWNS = frozenset({"Høje"})
# «Udvalg for somatik» is also «somatisk udvalg».
OF_FIELDS = {"somatik": "somatisk", "psykiatri": "psykiatrisk"}
SHORT_WORDS = {"Sundhedsklynge": "klynge", "Sundhedsråd": "råd"}
_SHORT = re.compile(r"\(([^()]+)\)")
# «Børne- og Ungdomspsykiatrisk Center» is both.
_BOTH = re.compile(r"(\w+)- og (\w+?)(psykiatrisk \w+)")


def organisation_documents(snapshot: Snapshot) -> list[CardDocument]:
    """Every organisation, and every planning area with what lies in it."""
    listed = sorted(snapshot.organisations.values(), key=lambda o: danish_key(o.name))
    areas = snapshot.vocabulary.schemes[Scheme.PLANNING_AREAS]
    return [
        *(_organisation(snapshot, one, listed) for one in listed),
        *(_area(snapshot, key, listed) for key in areas),
    ]


def _organisation(
    snapshot: Snapshot, one: Organisation, listed: list[Organisation]
) -> CardDocument:
    kind = ORGANISATION_KINDS.get(one.kind)

    card = Card(
        kind="organisation",
        title=one.name,
        facts=facts(
            ("Slags", kind.label if kind else ""),
            *_belongs_to(snapshot, one),
            *_holds(snapshot, one, listed),
            *_succession(snapshot, one),
            ("Virker", _life(one)),
            ("Bemærkning", one.note),
            evidence(one.confirmed),
        ),
        source=one.source,
        url=addresses.organisation(snapshot, one.slug),
    )

    return CardDocument(
        one.slug,
        card,
        (*names_of(one), *_alone(one, listed)),
        one.kind,
        besides=one.note,
    )


def _area(snapshot: Snapshot, key: str, listed: list[Organisation]) -> CardDocument:
    label = snapshot.label(Scheme.PLANNING_AREAS, key)
    inside = [o for o in listed if key in o.planning_areas]
    municipalities = [o for o in inside if o.kind == MUNICIPALITY]
    hospitals = [o for o in inside if o.planning_areas == [key]]

    card = Card(
        kind="organisation",
        title=f"Planområde {label}",
        facts=facts(
            ("Kommuner", _listed(municipalities)),
            ("Hospital", _listed(o for o in hospitals if o.kind == HOSPITAL)),
            evidence(all(o.confirmed for o in municipalities)),
        ),
        source="; ".join(dict.fromkeys(o.source for o in municipalities)),
        url=addresses.organisations(snapshot),
    )
    return CardDocument(f"{AREA}-{key}", card, (f"planområde {label}",), AREA)


def _belongs_to(snapshot: Snapshot, one: Organisation) -> list[tuple[str, str]]:
    """What it lies under. Of a municipality what is not known is said."""
    blank = NOT_STATED_IN_WORDS if one.kind in PLACES else ""
    centres = [snapshot.organisation_name(slug) for slug in one.psychiatric_centres]
    hospital = one.area_hospital and snapshot.organisation_name(one.area_hospital)
    areas = [snapshot.label(Scheme.PLANNING_AREAS, key) for key in one.planning_areas]
    until = _clusters_ended(snapshot)
    parent = snapshot.organisation_name(one.parent) if one.parent else ""

    return [
        ("Kommune" if one.kind == PART_OF_CITY else "Hører under", parent),
        ("Region", _regions(snapshot, one)),
        ("Psykiatrisk center", " og ".join(centres) or _centres_around(snapshot, one)),
        ("Områdehospital", hospital or blank),
        ("Planområde", ", ".join(areas) or blank),
        ("Sundhedsklynge" + until, one.health_cluster or blank),
        ("Sundhedsråd fra 2026", one.health_council or blank),
    ]


def _regions(snapshot: Snapshot, one: Organisation) -> str:
    """The region that a place, or a hospital in an area, is in on the date, and the one
    that takes its place or did.
    """
    region = _region_around(snapshot, one) if one.kind in IN_A_REGION else None
    if region is None:
        return ""

    moves = [
        record
        for record in snapshot.records.get(Succession, ())
        if isinstance(record, Succession) and region.slug in record.predecessors
    ]
    said = region.name
    for record in moves:
        day = danish_date(record.effective_on, record.date_precision)
        after = " og ".join(snapshot.organisation_name(s) for s in record.successors)
        is_over = record.effective_on <= snapshot.moment.pr
        said = (
            f"{after} (før {day}: {said})" if is_over else f"{said}; fra {day}: {after}"
        )
    return said


def _region_around(snapshot: Snapshot, one: Organisation) -> Organisation | None:
    """The region that runs the hospital of the place: a part of a city is in its
    municipality, which has a hospital.
    """
    around: Organisation | None = one
    seen: set[str] = set()
    while around and around.kind != REGION and around.slug not in seen:
        seen.add(around.slug)
        above = around.area_hospital or around.parent
        around = snapshot.organisations.get(above or "")
    return around if around and around.kind == REGION else None


def _centres_around(snapshot: Snapshot, one: Organisation) -> str:
    """What is told of the centre of a place of which none is stated: of a part of a
    city which ones the part has that goes by its everyday name, else its municipality.
    """
    if one.kind not in PLACES:
        return ""
    around = snapshot.organisations.get(one.parent or "")
    known = [*_namesakes(snapshot, one), *([around] if around else [])]
    near = next((other for other in known if other.psychiatric_centres), None)
    if near is None:
        return NOT_STATED_IN_WORDS

    names = [snapshot.organisation_name(slug) for slug in near.psychiatric_centres]
    return f"{NOT_STATED_IN_WORDS} for bydelen; {near.name}: {' og '.join(names)}"


def _namesakes(snapshot: Snapshot, one: Organisation) -> list[Organisation]:
    """The other parts of the city that go by one of its everyday names."""
    own = {*_SHORT.findall(one.name)}
    return [
        other
        for other in snapshot.organisations.values()
        if other.parent == one.parent
        and other.slug != one.slug
        and own & {*_SHORT.findall(other.name)}
    ]


def _clusters_ended(snapshot: Snapshot) -> str:
    """The last day of the health clusters, where they are no more on the date."""
    ends = [
        o.valid_to
        for o in snapshot.organisations.values()
        if o.slug.startswith("sundhedsklynge-") and o.valid_to
    ]
    if not ends or max(ends) > snapshot.moment.pr:
        return ""
    return f" (til og med {last_day(max(ends))})"


def _holds(
    snapshot: Snapshot, one: Organisation, listed: list[Organisation]
) -> list[tuple[str, str]]:
    """The way back: which municipalities, parts of the city and units lie under it."""
    under = [o for o in listed if _is_under(o, one)]
    if one.kind == REGION:
        places = [o for o in listed if o.kind == MUNICIPALITY]
        under += [o for o in places if _region_around(snapshot, o) is one]

    return [
        ("Kommuner", _listed(o for o in under if o.kind == MUNICIPALITY)),
        ("Bydele", _listed(o for o in under if o.kind == PART_OF_CITY)),
        ("Enheder", _listed(o for o in under if o.kind not in PLACES)),
    ]


def _is_under(place: Organisation, one: Organisation) -> bool:
    named = {place.parent, place.area_hospital, *place.psychiatric_centres}
    council = one.name.removeprefix("Sundhedsråd ")
    cluster = one.name.removeprefix("Sundhedsklynge ")
    return (
        one.slug in named
        or (council != one.name and place.health_council == council)
        or (cluster != one.name and cluster in place.health_cluster.split(" og "))
    )


def _succession(snapshot: Snapshot, one: Organisation) -> list[tuple[str, str]]:
    lines = []
    for record in snapshot.records.get(Succession, ()):
        if not isinstance(record, Succession):
            continue
        day = danish_date(record.effective_on, record.date_precision)
        after = " og ".join(snapshot.organisation_name(s) for s in record.successors)
        before = " og ".join(snapshot.organisation_name(s) for s in record.predecessors)
        if one.slug in record.predecessors:
            lines.append((f"Afløses {day} af", after))
        if one.slug in record.successors:
            lines.append((f"Træder {day} i stedet for", before))

    return lines


def _life(one: Organisation) -> str:
    start = f"fra {danish_date(one.valid_from)}" if one.valid_from else ""
    end = f"til og med {last_day(one.valid_to)}" if one.valid_to else ""
    return " ".join(filter(None, (start, end)))


def names_of(one: Organisation) -> Iterable[str]:
    """The name, without the word for what it is, and in short."""
    plain = _SHORT.sub("", one.name).strip()
    yield from (plain, *_SHORT.findall(one.name))

    if one.kind == MUNICIPALITY:
        bare = plain.removesuffix(" Kommune").removesuffix(" Regionskommune")
        yield bare
        if bare.endswith("s"):
            yield bare.removesuffix("s")
        # A town alone («Lyngby»), but not «Høje», which tells one from another.
        yield from (half for half in bare.split("-") if half not in NOT_TOWNS)

    if one.kind == PSYCHIATRIC_CENTRE and plain.startswith("Psykiatrisk Center "):
        place = plain.removeprefix("Psykiatrisk Center ")
        yield from (f"PC {place}", f"psykiatrien {place}", f"psykiatrisk {place}")

    if both := _BOTH.fullmatch(plain):
        yield from (both[1] + both[3], both[2] + both[3])
    if one.kind in LOCAL:
        yield re.split("[ -]Hovedstaden$", plain)[0]
    if one.kind == HOSPITAL:
        yield from _parts_of_hospital(plain)
    head, _, subject = plain.partition(" for ")
    if subject in OF_FIELDS:
        yield f"{OF_FIELDS[subject]} {head}"
    for word, short in SHORT_WORDS.items():
        if plain.startswith(f"{word} "):
            yield f"{short} {plain.removeprefix(word)}"


def _alone(one: Organisation, listed: list[Organisation]) -> list[str]:
    """The place of a psychiatric centre, where no other goes by it: «Sct. Hans», but
    not «Ballerup».
    """
    place = one.name.removeprefix("Psykiatrisk Center ")
    is_shared = any(place in other.name for other in listed if other is not one)
    is_place = one.kind == PSYCHIATRIC_CENTRE and place != one.name
    return [place] if is_place and not is_shared else []


def _parts_of_hospital(name: str) -> Iterable[str]:
    """«Herlev og Gentofte Hospital» is also Herlev Hospital and Gentofte Hospital."""
    places = name.removesuffix(" Hospital").split(" og ")
    if len(places) > 1:
        yield from (f"{place} {word}" for place in places for word in ("Hospital",))


def _listed(organisations: Iterable[Organisation]) -> str:
    return ", ".join(o.name for o in organisations)
