"""What a record must meet to be proposed and confirmed, and what it stands beside
today.

Each check reads one record against one snapshot and says, by field, what is to be
mended.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from registry.catalogue.findings import findings_in
from registry.catalogue.snapshot import Row, Snapshot
from registry.clock import today
from registry.language.dates import danish_date, last_day
from registry.markup.markdown_html import slug as slugged
from registry.models import Continuation, Ending, ShownOriginal
from registry.records.alike import NAME_AND_KEY, wrong_name
from registry.records.choice_fields import asked_as
from registry.records.follow_up_checks import (
    wrong_aim,
    wrong_implementation,
    wrong_measurement,
    wrong_status_report,
)
from registry.records.kinds import RecordKind
from registry.records.standing import Values, by_ref, current
from registry.records.vocabulary_checks import (
    wrong_choice,
    wrong_organisation,
    wrong_term,
)
from registry.rules.fields import Field, Kind
from registry.rules.keys import is_key
from registry.rules.kinds import is_statutory
from registry.rules.privacy import REFUSED, held_in
from registry.rules.version_content import EMPTY, plain

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
    """The kind's fields in their plain form; a lasting name that was left out is
    made.
    """
    record = {f.name: plain(f, values.get(f.name, EMPTY[f.kind])) for f in kind.fields}
    if kind.named_by and not record[kind.identity[-1]]:
        record[kind.identity[-1]] = slugged(str(record[kind.named_by]))
    return record


def wrong_fields(
    snapshot: Snapshot, kind: RecordKind, values: Values
) -> dict[str, str]:
    """What is wrong with a record, by field. Empty where it can be recorded."""
    by_field = wrong_values(snapshot, kind, values)
    if by_field:
        return by_field

    wrong = [
        *_wrong_correction(snapshot, kind, values),
        *_wrong_by_kind(snapshot, kind, values),
    ]
    for name, text in reversed(wrong):
        by_field[name] = text

    return by_field


def wrong_values(
    snapshot: Snapshot, kind: RecordKind, values: Values
) -> dict[str, str]:
    """What is wrong with each field by itself, whatever stands in the others."""
    labels = {f.name: asked_as(f, values.get("scheme")) for f in kind.fields}
    by_field = {
        field.name: f"{labels[field.name]}: {text}"
        for field in kind.fields
        if (text := _wrong_value(field, values[field.name], snapshot.known_keys))
    }

    written = [field.name for field in kind.fields if not field.computed]
    for held in held_in({name: values[name] for name in written}):
        by_field[held.field] = f"{labels[held.field]}: {REFUSED}"
    return by_field


def _wrong_value(field: Field, value: Any, known: Mapping[str, frozenset[str]]) -> str:
    if value in ("", (), None):
        return "skal udfyldes." if field.required else ""

    wanted: Any = TYPES.get(field.kind, str)
    if not isinstance(value, wanted):
        return "kan ikke læses. Skriv feltet igen."

    if field.options and not set(_listed(value)) <= dict(field.options).keys():
        return "vælg en af mulighederne."
    if field.kind is Kind.DATE and value.year not in YEARS:
        return f"årstallet {value.year} kan ikke være rigtigt."
    if field.kind in (Kind.KEY, Kind.KEYS) and field.scheme:
        unknown = [key for key in _listed(value) if key not in known[field.scheme]]
        return f"«{unknown[0]}» kendes ikke i kataloget." if unknown else ""

    return ""


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _wrong_correction(snapshot: Snapshot, kind: RecordKind, values: Values) -> Wrong:
    if not kind.is_record:
        return

    if values["corrects"]:
        corrected = by_ref(snapshot, kind, values["corrects"])
        if corrected is None:
            yield (
                "corrects",
                f"«{values['corrects']}» er ikke en post af den slags, der står.",
            )
        elif getattr(corrected, "agreement", None) != values.get("agreement"):
            yield "corrects", f"«{values['corrects']}» handler om en anden aftale."
    elif values["void"]:
        yield "void", "Skriv navnet på den post, der aldrig har gældt."


def _wrong_by_kind(snapshot: Snapshot, kind: RecordKind, values: Values) -> Wrong:
    named = values[kind.identity[-1]] if kind.named_by else ""
    if kind.named_by and not is_key(named, values.get("scheme") or ""):
        yield (
            kind.identity[-1],
            f"«{named}» kan ikke bruges. {NOT_A_KEY}",
        )
        return
    if values.get("void"):
        return

    wrong = list(_CHECKS[kind.name](snapshot, values)) if kind.name in _CHECKS else []
    if kind.name in NAME_AND_KEY and not wrong:
        wrong = list(wrong_name(snapshot, kind.name, values))
    yield from wrong

    if not kind.is_record and _is_unchanged(snapshot, kind, values):
        yield kind.fields[0].name, "Der er ingen ændring at foreslå."


def _is_unchanged(snapshot: Snapshot, kind: RecordKind, values: Values) -> bool:
    before = current(snapshot, kind, values)
    return before is not None and all(
        values[name] == value for name, value in before.items()
    )


def _wrong_ending(snapshot: Snapshot, values: Values) -> Wrong:
    for record in snapshot.records_of(Ending, values["agreement"]):
        if record.ref != values["corrects"]:
            yield (
                "agreement",
                "Aftalen har allerede et ophør: Den gælder til og med "
                f"{last_day(record.effective_on)}. Skal det rettes, så skriv "
                f"«{record.ref}» under Retter posten.",
            )


def _wrong_original(snapshot: Snapshot, values: Values) -> Wrong:
    shown = snapshot.agreement(values["agreement"]).versions
    if not any(version.number == values["version"] for version in shown):
        yield (
            "version",
            f"Aftalen har ingen offentliggjort udgave {values['version']:g}.",
        )

    for record in snapshot.records_of(ShownOriginal, values["agreement"]):
        if record.version == values["version"] and record.ref != values["corrects"]:
            yield (
                "version",
                "Læserne får allerede originalen. Skal det rettes, så skriv "
                f"«{record.ref}» under Retter posten.",
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
        yield (
            "version",
            f"Aftalen har ingen offentliggjort udgave {values['version']:g}.",
        )
        return

    row = _row(version.rows, values["row"])
    if row is None:
        yield "row", f"Udgaven har ingen snitflade «{values['row']}»."
    elif row.confirmed and not values["corrects"]:
        yield "row", f"Snitfladen «{values['row']}» er allerede bekræftet."


def _wrong_continuation(snapshot: Snapshot, values: Values) -> Wrong:
    agreement = snapshot.agreements.get(values["agreement"])
    if agreement and is_statutory(agreement.shown.version.kind):
        yield (
            "agreement",
            "Reglerne står i en lov og videreføres ikke af en sundhedsaftale.",
        )

    # From then on another period decides: it would count as decided, and never be in
    # effect.
    ends = snapshot.health_agreements[values["health_agreement"]].period_end
    if values["effective_on"] >= ends:
        yield (
            "effective_on",
            f"Sundhedsaftalen gælder til og med {last_day(ends)}. Vælg en tidligere "
            "dag.",
        )

    for record in snapshot.records_of(Continuation, values["agreement"]):
        if (
            record.health_agreement == values["health_agreement"]
            and record.effective_on > values["effective_on"]
            and record.ref != values["corrects"]
        ):
            yield (
                "effective_on",
                f"Der er en senere beslutning fra {danish_date(record.effective_on)}. "
                f"Vælg en senere dag, eller skriv «{record.ref}» under Retter posten.",
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


def _wrong_settling(snapshot: Snapshot, values: Values) -> Wrong:
    finding = next(
        (f for f in findings_in(snapshot) if f.mark == values["finding"]), None
    )
    if finding is None:
        yield (
            "finding",
            "Overblikket har ikke det fund i dag, eller dets rækker er ændret. Vælg "
            "det igen fra fundets side.",
        )
    elif finding.settled and not values["corrects"]:
        yield "finding", "Fundet er allerede afgjort."


def _row(rows: Any, key: str) -> Row | None:
    """The newest row of that key."""
    return next((row for row in reversed(rows) if row.snitflade.key == key), None)


_CHECKS: dict[str, Callable[[Snapshot, Values], Wrong]] = {
    "ending": _wrong_ending,
    "review": _wrong_review,
    "confirmation": _wrong_confirmation,
    "original": _wrong_original,
    "continuation": _wrong_continuation,
    "succession": _wrong_succession,
    "rekeying": _wrong_rekeying,
    "settling": _wrong_settling,
    "aim": wrong_aim,
    "measurement": wrong_measurement,
    "status-report": wrong_status_report,
    "implementation": wrong_implementation,
    "organisation": wrong_organisation,
    "word": wrong_choice,
    "term": wrong_term,
}
