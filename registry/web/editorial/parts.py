"""The two forms of a draft, the version's own and a row's: their fields, and what was posted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from registry.fields import RELATION_LABELS, Field, Kind, Scheme
from registry.models import NOT_STATED
from registry.publishing.writing import OWN_ROW_FIELDS
from registry.snapshot import Snapshot
from registry.version_content import CONTENT_FIELDS, MAIN, empty_values
from registry.web.editorial.form import FormField, control_of, form_fields, parse

PARTIES, RELATIONS = "parties", "relations"
TICKED_NAMES = frozenset(
    field.name for field in (*CONTENT_FIELDS, *OWN_ROW_FIELDS) if control_of(field) == "ticked"
)


@dataclass(frozen=True)
class Group:
    """Fields that stand together under one heading."""

    title: str
    fields: list[FormField]


VERSION_GROUPS = (
    ("Aftalen", ("title", "kind", "summary", "change_note")),
    (
        "Ansvar og økonomi",
        ("treatment_responsibility", "division_of_responsibility", "economics"),
    ),
    ("Aftalens tekst", ("body",)),
    (
        "Datoer og vedtagelse",
        (
            *("in_force_from", "in_force_until", "date_precision", "date_confirmed"),
            *("review_on", "adoption_rule", "made_under"),
        ),
    ),
    ("Parter", (PARTIES,)),
    (
        "Emne, grundlag og sammenhæng",
        (
            *("owner", "target_groups", "focus_areas", "goals", "legal_basis", "evidence"),
            *(RELATIONS, "illustrative"),
        ),
    ),
)
ROW_GROUPS = (
    ("Opgaven", ("task", "situation", "task_key", "phase", "target_groups")),
    (
        "Hvem",
        (
            *("responsible", "authority", "payer", "treatment_responsible"),
            *("contributes", "informed"),
        ),
    ),
    (
        "Hvornår",
        (
            *("deadline", "deadline_amount", "deadline_unit", "deadline_relation"),
            "deadline_event",
        ),
    ),
    ("Afgrænsning", ("does_not_apply_to", "applies_in")),
    ("Økonomi, eksempel og tvivl", ("economic_consequences", "example", "in_doubt")),
    ("Grundlag", ("section", "legal_basis", "source", "fact", "confirmed")),
)


def fields_of(snapshot: Snapshot, part: str) -> tuple[Field, ...]:
    """The fields of a part's form. Parties and relations are lists, one for each role or kind."""
    if part != MAIN:
        return OWN_ROW_FIELDS
    return (*CONTENT_FIELDS, *_party_fields(snapshot), *_RELATION_FIELDS)


def groups_of(
    snapshot: Snapshot,
    part: str,
    values: Mapping[str, Any],
    errors: Mapping[str, str],
    theirs: Mapping[str, Any] | None = None,
    sections: Sequence[str] = (),
) -> list[Group]:
    """The form, group by group. A field that no group names stands in the last one."""
    listed = form_fields(
        snapshot,
        fields_of(snapshot, part),
        _spread(values),
        errors=errors,
        theirs=None if theirs is None else _spread(theirs),
        suggestions={"section": sections},
    )
    table = VERSION_GROUPS if part == MAIN else ROW_GROUPS
    placed: dict[str, list[FormField]] = {title: [] for title, _ in table}
    titles = {name: title for title, names in table for name in names}
    for field in listed:
        placed[titles.get(field.name.split(":")[0], table[-1][0])].append(field)
    order = [name for _, names in table for name in names]
    return [Group(title, sorted(found, key=_by(order))) for title, found in placed.items()]


def read(
    snapshot: Snapshot, part: str, form: MultiDict[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """What was posted, as values of the part, and what could not be read."""
    values, errors = parse(fields_of(snapshot, part), form)
    if part != MAIN:
        return values, errors
    if values["made_under"] not in ("", *snapshot.health_agreements):
        # The database takes no other.
        errors["made_under"] = "Indgået under: Vælg en af sundhedsaftalerne."
    for group in (PARTIES, RELATIONS):
        names = [name for name in values if name.startswith(f"{group}:")]
        spread = {name.split(":")[1]: values.pop(name) for name in names}
        values[group] = {key: members for key, members in spread.items() if members}
    twice = _twice(values[PARTIES])
    if twice:
        name = snapshot.organisation_name(twice)
        role = next(iter(reversed(values[PARTIES])))
        errors[f"{PARTIES}:{role}"] = f"{name} kan kun have én rolle. Fjern den ene."
    return values, errors


def chosen(
    form: MultiDict[str, str], mine: Mapping[str, Any], stored: Mapping[str, Any]
) -> dict[str, Any]:
    """Each field as written; after a conflict as the writer chose, their own or the one saved.

    Boxes are ticked in no order, so the same keys are the same list.
    """
    values = dict(mine)
    for name in mine:
        if name in (PARTIES, RELATIONS):
            values[name] = _chosen_groups(form, name, mine[name], stored[name])
        elif form.get(f"valg-{name}") == "gemt" or _ticked_alike(name, mine, stored):
            values[name] = stored[name]
    return values


def new_row() -> dict[str, Any]:
    """A row before anything is written: what nobody has stated is not stated."""
    unstated = (NOT_STATED,)
    return {
        **empty_values(OWN_ROW_FIELDS),
        "authority": unstated,
        "payer": unstated,
        "treatment_responsible": unstated,
    }


def _ticked_alike(name: str, mine: Mapping[str, Any], stored: Mapping[str, Any]) -> bool:
    return name in TICKED_NAMES and set(mine[name]) == set(stored[name])


def _chosen_groups(
    form: MultiDict[str, str],
    name: str,
    mine: Mapping[str, tuple[str, ...]],
    stored: Mapping[str, tuple[str, ...]],
) -> dict[str, tuple[str, ...]]:
    keys = dict.fromkeys((*mine, *stored))
    picked = {
        key: (stored if form.get(f"valg-{name}:{key}") == "gemt" else mine).get(key, ())
        for key in keys
    }
    return {key: members for key, members in picked.items() if members}


def _spread(values: Mapping[str, Any]) -> dict[str, Any]:
    """Parties and relations as fields of their own: parties:formel-part and so on."""
    spread = {name: value for name, value in values.items() if name not in (PARTIES, RELATIONS)}
    for group in (PARTIES, RELATIONS):
        spread |= {f"{group}:{key}": m for key, m in values.get(group, {}).items()}
    return spread


def _party_fields(snapshot: Snapshot) -> list[Field]:
    return [
        Field(f"{PARTIES}:{role}", word.label, Kind.KEYS, Scheme.ORGANISATIONS)
        for role, word in snapshot.vocabulary.schemes[Scheme.PARTY_ROLES].items()
    ]


_RELATION_FIELDS = tuple(
    Field(f"{RELATIONS}:{kind}", label, Kind.KEYS, Scheme.AGREEMENTS)
    for kind, label in RELATION_LABELS.items()
)


def _twice(parties: Mapping[str, tuple[str, ...]]) -> str:
    """An organisation that has two roles, or nothing."""
    seen: set[str] = set()
    for members in parties.values():
        both = seen & set(members)
        if both:
            return min(both)
        seen |= set(members)
    return ""


def _by(order: list[str]) -> Any:
    def place(field: FormField) -> int:
        name = field.name.split(":")[0]
        return order.index(name) if name in order else len(order)

    return place
