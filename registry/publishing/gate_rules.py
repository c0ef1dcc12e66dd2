"""The gates' rules about a version as a whole: its fields, dates, parties and relations."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from registry.fields import (
    BODY,
    CHOICES,
    RELATION_LABELS,
    THREE_FIELDS,
    VERSION_FIELDS,
    Field,
    Kind,
    Scheme,
)
from registry.publishing.confusable import side_by_side
from registry.publishing.finding import Find, Found, Place, Surroundings
from registry.publishing.placeholders import is_placeholder
from registry.version_content import CONTENT_FIELDS, MAIN, VersionContent

FORMAL = "formel-part"
REPLACES = "replaces"
NO_ADOPTION = "kraever-ingen"
WRITTEN = tuple(field for field in VERSION_FIELDS if field.name in ("title", "summary"))
FIRST_YEAR = 1970
MOST_YEARS_AHEAD = 20
MOST_YEARS_TO_REVIEW = 4
MOST_NAMES = 6  # a list in a text is cut after so many


def main(field: str) -> Place:
    return Place(MAIN, field)


def is_missing(field: Field, value: Any) -> bool:
    return field.required and field.kind is not Kind.FLAG and value in (None, "", ())


def empty_three(content: VersionContent, _: Surroundings) -> Found:
    for field in THREE_FIELDS:
        if not content.values[field.name]:
            yield main(field.name), {"field": field.label}


def placeholder_in(*fields: Field) -> Find:
    """A rule: these fields of the version hold no placeholder."""

    def find(content: VersionContent, _: Surroundings) -> Found:
        for field in fields:
            if is_placeholder(content.values[field.name]):
                yield main(field.name), {"field": field.label}

    return find


placeholder_in_three = placeholder_in(*THREE_FIELDS)
placeholder_in_written = placeholder_in(*WRITTEN)
placeholder_in_body = placeholder_in(BODY)


def missing_field(content: VersionContent, _: Surroundings) -> Found:
    for field in VERSION_FIELDS:
        if field not in THREE_FIELDS and is_missing(field, content.values[field.name]):
            yield main(field.name), {"field": field.label}


def no_beginning(content: VersionContent, _: Surroundings) -> Found:
    if not content.values["in_force_from"] and not content.values["made_under"]:
        yield main("in_force_from"), {}


def impossible_beginning(content: VersionContent, around: Surroundings) -> Found:
    begins = content.values["in_force_from"]
    latest = years_after(around.on, MOST_YEARS_AHEAD)
    if begins and not date(FIRST_YEAR, 1, 1) <= begins <= latest:
        yield main("in_force_from"), {"date": written_date(begins)}


def ends_before_it_begins(content: VersionContent, _: Surroundings) -> Found:
    begins, ends = content.values["in_force_from"], content.values["in_force_until"]
    if begins and ends and ends <= begins:
        yield (
            main("in_force_until"),
            {"ends": written_date(ends), "begins": written_date(begins)},
        )


def reviewed_before_it_begins(content: VersionContent, _: Surroundings) -> Found:
    begins, review = content.values["in_force_from"], content.values["review_on"]
    if begins and review and review < begins:
        yield (
            main("review_on"),
            {"review": written_date(review), "begins": written_date(begins)},
        )


def no_review(content: VersionContent, _: Surroundings) -> Found:
    if not content.values["review_on"]:
        yield main("review_on"), {}


def review_is_past(content: VersionContent, around: Surroundings) -> Found:
    review = content.values["review_on"]
    if review and review < around.on:
        yield main("review_on"), {"review": written_date(review)}


def review_far_away(content: VersionContent, around: Surroundings) -> Found:
    """Four years are counted from today, or from the day an agreement to come takes effect."""
    begins, review = content.values["in_force_from"], content.values["review_on"]
    comes = bool(begins and begins > around.on)
    first = begins if comes else around.on
    if review and review > years_after(first, MOST_YEARS_TO_REVIEW):
        since = "efter at aftalen er trådt i kraft" if comes else "fra i dag"
        yield main("review_on"), {"review": written_date(review), "since": since}


def too_few_parties(content: VersionContent, _: Surroundings) -> Found:
    if len(formal_parties(content)) < 2:
        yield main("parties"), {}


def one_sector(content: VersionContent, around: Surroundings) -> Found:
    formal = formal_parties(content)
    sectors = {around.organisation_sectors.get(name, "") for name in formal} - {""}
    if len(formal) >= 2 and len(sectors) < 2:
        names = [around.labels(Scheme.SECTORS, sector).lower() for sector in sectors]
        yield main("parties"), {"sector": names[0] if names else "ukendt"}


def party_twice(content: VersionContent, around: Surroundings) -> Found:
    listed = Counter(name for names in content.parties.values() for name in names)
    for name, times in listed.items():
        if times > 1:
            yield main("parties"), {"party": around.labels(Scheme.ORGANISATIONS, name)}


def not_adopted(content: VersionContent, around: Surroundings) -> Found:
    formal = formal_parties(content)
    missing = [name for name in formal if name not in around.adopted]
    if missing and content.values["adoption_rule"] != NO_ADOPTION:
        names = [around.labels(Scheme.ORGANISATIONS, name) for name in missing]
        words = {"missing": str(len(missing)), "all": str(len(formal)), "names": enumerated(names)}
        yield main("parties"), words


def unknown_agreement(content: VersionContent, around: Surroundings) -> Found:
    for kind, slug in relations(content):
        if slug != around.slug and slug not in around.known.get(Scheme.AGREEMENTS, ()):
            yield main("relations"), {"relation": relation_label(kind), "agreement": slug}


def own_relation(content: VersionContent, around: Surroundings) -> Found:
    for kind, slug in relations(content):
        if slug == around.slug:
            yield main("relations"), {"relation": relation_label(kind)}


def replaces_in_circle(content: VersionContent, around: Surroundings) -> Found:
    for slug in content.relations.get(REPLACES, ()):
        if slug != around.slug and (way := way_between(around.replaces, slug, around.slug)):
            yield main("relations"), {"circle": " → ".join([around.slug, *way])}


def unknown_word(content: VersionContent, around: Surroundings) -> Found:
    for field in CONTENT_FIELDS:
        for key in unknown_keys(field, content.values[field.name], around):
            yield main(field.name), {"field": field.label, "key": key}


def unknown_party(content: VersionContent, around: Surroundings) -> Found:
    for role, names in content.parties.items():
        if role not in around.known.get(Scheme.PARTY_ROLES, ()):
            yield main("parties"), {"what": "Rollen", "key": role}
        for name in names:
            if name not in around.known.get(Scheme.ORGANISATIONS, ()):
                yield main("parties"), {"what": "Organisationen", "key": name}


def unknown_relation(content: VersionContent, _: Surroundings) -> Found:
    for kind, slugs in content.relations.items():
        if slugs and kind not in RELATION_LABELS:
            yield main("relations"), {"key": kind}


def unknown_choice(content: VersionContent, _: Surroundings) -> Found:
    for field in CONTENT_FIELDS:
        value = content.values[field.name]
        if field.name in CHOICES and value and value not in CHOICES[field.name]:
            yield main(field.name), {"field": field.label, "key": value}


def no_evidence(content: VersionContent, _: Surroundings) -> Found:
    if not content.values["evidence"]:
        yield main("evidence"), {}


def no_rows(content: VersionContent, _: Surroundings) -> Found:
    if not content.rows:
        yield main("rows"), {}


def key_twice(content: VersionContent, _: Surroundings) -> Found:
    for key, times in Counter(row["key"] for row in content.rows).items():
        if times > 1:
            yield main("rows"), {"key": key}


def confused_terms(content: VersionContent, around: Surroundings) -> Found:
    """The three fields and the body, each read by itself."""
    for field in (*THREE_FIELDS, BODY):
        pairs = list(side_by_side(content.values[field.name], around.confusable_pairs))
        if pairs:
            yield main(field.name), {"field": field.label, "pairs": listed_pairs(pairs)}


def formal_parties(content: VersionContent) -> tuple[str, ...]:
    return tuple(dict.fromkeys(content.parties.get(FORMAL, ())))


def relations(content: VersionContent) -> Iterator[tuple[str, str]]:
    return ((kind, slug) for kind, slugs in content.relations.items() for slug in slugs)


def relation_label(kind: str) -> str:
    return RELATION_LABELS.get(kind, kind)


def unknown_keys(field: Field, value: Any, around: Surroundings) -> list[str]:
    """The keys in a field's value that its scheme does not have."""
    if field.scheme is None or not value:
        return []
    keys = value if field.kind is Kind.KEYS else (value,)
    return [key for key in keys if key not in around.known.get(field.scheme, ())]


def way_between(
    replaces: Mapping[str, Iterable[str]], start: str, goal: str
) -> tuple[str, ...] | None:
    """A chain of agreements, each replacing the next, from start to goal; None: there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop()
        for slug in sorted(replaces.get(way[-1], ())):
            if slug == goal:
                return (*way, slug)
            if slug not in seen:
                seen.add(slug)
                ways.append((*way, slug))
    return None


def years_after(day: date, years: int) -> date:
    """The same day that many years later; 29 February becomes 1 March where there is none."""
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def written_date(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def listed_pairs(pairs: list[tuple[str, str]]) -> str:
    return enumerated([f"«{one}» og «{other}»" for one, other in pairs], "; ")


def enumerated(names: list[str], between: str = ", ") -> str:
    """The names in a row; a long one ends in how many more there are."""
    if len(names) > MOST_NAMES:
        return f"{between.join(names[:MOST_NAMES])} og {len(names) - MOST_NAMES} til"
    return between.join(names)
