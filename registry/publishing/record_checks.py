"""What a record must meet to be proposed and confirmed, and what it stands beside today.

Each check reads one entry against one snapshot and says, by field, what is to be mended.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from registry.clock import today
from registry.content.load import LINKS
from registry.content.under_way import SLUG
from registry.danish_dates import danish_date, last_day
from registry.fields import Field, Kind, Scheme
from registry.models import Continuation, Ending, Record
from registry.publishing.record_kinds import RecordKind
from registry.render import slug as slugged
from registry.snapshot import Row, Snapshot
from registry.version_content import EMPTY, plain, values_of

Values = Mapping[str, Any]
Wrong = Iterator[tuple[str, str]]  # a field's name, and what is wrong with it

YEARS = range(1900, 2201)
TYPES: dict[Kind, type | tuple[type, ...]] = {
    Kind.DATE: date,
    Kind.FLAG: bool,
    Kind.NUMBER: (int, float),
    Kind.KEYS: tuple,
    Kind.TEXTS: tuple,
}
NOT_A_KEY = "En nøgle har kun små bogstaver a-z, tal og bindestreg."


def completed(kind: RecordKind, values: Values) -> dict[str, Any]:
    """The kind's fields in their plain form; a lasting name that was left out is made."""
    found = {f.name: plain(f, values.get(f.name, EMPTY[f.kind])) for f in kind.fields}
    if kind.named_by and not found[kind.identity[-1]]:
        found[kind.identity[-1]] = slugged(str(found[kind.named_by]))
    return found


def current(snapshot: Snapshot, kind: RecordKind, values: Values) -> dict[str, Any] | None:
    """What stands today where the entry would stand; None where it would be the first."""
    if not kind.identity:
        return None
    wanted = kind.identified(values)
    found = [item for item in standing(snapshot, kind) if identity_of(kind, item) == wanted]
    return stored_values(kind, found[-1]) if found else None


def standing(snapshot: Snapshot, kind: RecordKind) -> list[Any]:
    """All that stands of a kind today; of records with one identity, the last in effect last."""
    if issubclass(kind.model, Record):
        records: Iterable[Any] = snapshot.records[kind.model]
        return sorted(records, key=lambda r: (r.effective_on, r.id or 0))
    schemes = snapshot.vocabulary.schemes
    listed: dict[str, list[Any]] = {
        "organisation": list(snapshot.organisations.values()),
        "contact-point": list(snapshot.contact_points),
        "word": [word for scheme in schemes.values() for word in scheme.values()],
        "term": list(snapshot.terms.values()),
    }
    return listed[kind.name]


def identity_of(kind: RecordKind, item: Any) -> tuple[str, ...]:
    return tuple(str(getattr(item, name)) for name in kind.identity)


def stored_values(kind: RecordKind, item: Any) -> dict[str, Any]:
    """A stored item's values, for the fields of the kind that its table has."""
    return values_of(item, [f for f in kind.fields if f.name in kind.model.model_fields])


def by_ref(snapshot: Snapshot, kind: RecordKind, ref: str) -> Record | None:
    """The standing record of that name."""
    return next((r for r in standing(snapshot, kind) if kind.is_record and r.ref == ref), None)


def wrong_fields(snapshot: Snapshot, kind: RecordKind, values: Values) -> dict[str, str]:
    """What is wrong with an entry, by field. Empty where it can be recorded."""
    found = {
        field.name: f"{field.label}: {text}"
        for field in kind.fields
        if (text := _wrong_value(field, values[field.name], snapshot.known_keys))
    }
    if found:
        return found
    wrong = [*_wrong_correction(snapshot, kind, values), *_wrong_by_kind(snapshot, kind, values)]
    for name, text in reversed(wrong):
        found[name] = text
    return found


def _wrong_value(field: Field, value: Any, known: Mapping[str, frozenset[str]]) -> str:
    if value in ("", (), None):
        return "skal udfyldes." if field.required else ""
    wanted: Any = TYPES.get(field.kind, str)
    if not isinstance(value, wanted):
        return "kan ikke læses. Skriv feltet igen."
    if field.choices and value not in dict(field.choices):
        return "vælg en af mulighederne."
    if field.kind is Kind.DATE and value.year not in YEARS:
        return f"årstallet {value.year} kan ikke være rigtigt."
    if field.kind in (Kind.KEY, Kind.KEYS) and field.scheme:
        keys = [value] if isinstance(value, str) else value
        unknown = [key for key in keys if key not in known[field.scheme]]
        return f"«{unknown[0]}» kendes ikke i kataloget." if unknown else ""
    return ""


def _wrong_correction(snapshot: Snapshot, kind: RecordKind, values: Values) -> Wrong:
    if not kind.is_record:
        return
    if values["corrects"]:
        corrected = by_ref(snapshot, kind, values["corrects"])
        if corrected is None:
            yield "corrects", f"«{values['corrects']}» er ikke en post af den slags, der står."
        elif getattr(corrected, "agreement", None) != values.get("agreement"):
            yield "corrects", f"«{values['corrects']}» handler om en anden aftale."
    elif values["void"]:
        yield "void", "Skriv navnet på den post, der aldrig har gældt."


def _wrong_by_kind(snapshot: Snapshot, kind: RecordKind, values: Values) -> Wrong:
    if kind.named_by and not SLUG.match(values[kind.identity[-1]]):
        yield kind.identity[-1], f"«{values[kind.identity[-1]]}» kan ikke bruges. {NOT_A_KEY}"
        return
    if values.get("void"):
        return
    if kind.name in _CHECKS:
        yield from _CHECKS[kind.name](snapshot, values)
    if not kind.is_record and _is_unchanged(snapshot, kind, values):
        yield kind.fields[0].name, "Der er ingen ændring at foreslå."


def _is_unchanged(snapshot: Snapshot, kind: RecordKind, values: Values) -> bool:
    before = current(snapshot, kind, values)
    return before is not None and all(values[name] == value for name, value in before.items())


def _wrong_ending(snapshot: Snapshot, values: Values) -> Wrong:
    for record in snapshot.records_of(Ending, values["agreement"]):
        if record.ref != values["corrects"]:
            yield (
                "agreement",
                f"Aftalen har allerede et ophør den {danish_date(record.effective_on)}. "
                f"Skal det rettes, så skriv «{record.ref}» under Retter posten.",
            )


def _wrong_review(_snapshot: Snapshot, values: Values) -> Wrong:
    if values["effective_on"] > today():
        yield "effective_on", "Gennemgået den: dagen ligger i fremtiden."
    if values["next_on"] and values["next_on"] <= values["effective_on"]:
        yield "next_on", "Gennemgås igen senest: dagen skal ligge efter gennemgangen."


def _wrong_confirmation(snapshot: Snapshot, values: Values) -> Wrong:
    versions = snapshot.agreement(values["agreement"]).versions
    version = next((v for v in versions if v.number == values["version"]), None)
    if version is None:
        yield "version", f"Aftalen har ingen offentliggjort udgave {values['version']:g}."
        return
    row = _row(version.rows, values["row"])
    if row is None:
        yield "row", f"Udgaven har ingen snitflade «{values['row']}»."
    elif row.confirmed and not values["corrects"]:
        yield "row", f"Snitfladen «{values['row']}» er allerede bekræftet."


def _wrong_continuation(snapshot: Snapshot, values: Values) -> Wrong:
    # From then on another period decides: it would count as decided, and never be in effect.
    ends = snapshot.health_agreements[values["health_agreement"]].period_end
    if values["effective_on"] >= ends:
        yield (
            "effective_on",
            f"Sundhedsaftalen gælder til og med {last_day(ends)}. Vælg en tidligere dag.",
        )
    for record in snapshot.records_of(Continuation, values["agreement"]):
        if (
            record.health_agreement == values["health_agreement"]
            and record.effective_on > values["effective_on"]
            and record.ref != values["corrects"]
        ):
            yield (
                "effective_on",
                f"Der er en senere beslutning fra {danish_date(record.effective_on)}. Vælg en "
                f"senere dag, eller skriv «{record.ref}» under Retter posten.",
            )


def _wrong_succession(_snapshot: Snapshot, values: Values) -> Wrong:
    both = set(values["predecessors"]) & set(values["successors"])
    if both:
        yield "successors", f"«{min(both)}» kan ikke træde i sit eget sted."


def _wrong_rekeying(snapshot: Snapshot, values: Values) -> Wrong:
    rows = [r for v in snapshot.agreement(values["agreement"]).versions for r in v.rows]
    row = _row(rows, values["row"])
    if row is None:
        yield "row", f"Aftalen har ingen snitflade «{values['row']}»."
    elif row.task_key == values["task_key"] and not values["corrects"]:
        yield "task_key", "Snitfladen har allerede den opgavetype."


def _row(rows: Any, key: str) -> Row | None:
    """The newest row of that key."""
    return next((row for row in reversed(rows) if row.snitflade.key == key), None)


def _wrong_organisation(snapshot: Snapshot, values: Values) -> Wrong:
    begins, ends = values["valid_from"], values["valid_to"]
    if begins and ends and ends <= begins:
        yield "valid_to", "Organisationen ophører, før den begynder. Ret en af dagene."
    if snapshot.vocabulary.has(Scheme.PLANNING_AREAS, values["slug"]):
        yield "slug", f"«{values['slug']}» er et planområde. Vælg en anden nøgle."
    above, seen = values["parent"], set()
    while above and above not in seen:
        seen.add(above)
        parent = snapshot.organisations.get(above)
        above = parent.parent if parent else ""
    if values["slug"] in seen:
        yield "parent", "Organisationen kan ikke høre under sig selv."


def _wrong_word(snapshot: Snapshot, values: Values) -> Wrong:
    scheme, key = values["scheme"], values["key"]
    if scheme == Scheme.PLANNING_AREAS and key in snapshot.organisations:
        yield "key", f"«{key}» er en organisation. Vælg en anden nøgle."
    if values["sector"] and scheme != Scheme.ACTORS:
        yield "sector", "Kun aktører har en sektor. Lad feltet stå tomt."


def _wrong_term(snapshot: Snapshot, values: Values) -> Wrong:
    if not values["link"]:
        return
    kind, _, key = values["link"].partition(":")
    if kind not in LINKS or not snapshot.vocabulary.has(LINKS[kind], key):
        yield "link", f"Fører til: «{values['link']}» findes ikke i listerne."


_CHECKS: dict[str, Callable[[Snapshot, Values], Wrong]] = {
    "ending": _wrong_ending,
    "review": _wrong_review,
    "confirmation": _wrong_confirmation,
    "continuation": _wrong_continuation,
    "succession": _wrong_succession,
    "rekeying": _wrong_rekeying,
    "organisation": _wrong_organisation,
    "word": _wrong_word,
    "term": _wrong_term,
}
