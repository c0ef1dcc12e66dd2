"""The two forms of a draft, the version's own and a row's: their fields, and what was
posted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from werkzeug.datastructures import MultiDict

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import told
from registry.intake.said_in_text import said_in_text, with_taken_over
from registry.models import NOT_STATED
from registry.publishing.editing import PRECISION
from registry.publishing.writing import OWN_ROW_FIELDS
from registry.rules.fields import (
    OTHER_ANSWERS,
    RELATION_LABELS,
    ROW_GROUPS,
    SUBJECT,
    THE_PARTIES,
    VERSION_GROUPS,
    Field,
    Kind,
    Scheme,
)
from registry.rules.version_content import CONTENT_FIELDS, MAIN, empty_values
from registry.web.editorial.form import FormField, control_of, form_fields, parse

PARTIES, RELATIONS = "parties", "relations"
# What a new row says as the row before it does.
KEPT_ON = tuple(field.name for field in OWN_ROW_FIELDS if field.kept_on)
TICKED_NAMES = frozenset(
    field.name
    for field in (*CONTENT_FIELDS, *OWN_ROW_FIELDS)
    if control_of(field) == "ticked"
)


@dataclass(frozen=True)
class Group:
    """Fields that stand together under one heading."""

    title: str
    fields: list[FormField]


def fields_of(snapshot: Snapshot, part: str) -> tuple[Field, ...]:
    """The fields of a part's form. Parties and relations are lists, one for each role
    or kind.
    """
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
    fields = fields_of(snapshot, part)
    listed = form_fields(
        snapshot,
        fields,
        _spread(values),
        errors=errors,
        theirs=None if theirs is None else _spread(theirs),
        suggestions={"section": sections},
    )

    titles = VERSION_GROUPS if part == MAIN else ROW_GROUPS
    placed: dict[str, list[FormField]] = {title: [] for title in titles}
    for field, shown in sorted(zip(fields, listed, strict=True), key=_order):
        placed[field.group or titles[-1]].append(shown)

    return [Group(title, of_title) for title, of_title in placed.items()]


def with_gate_findings(
    group: Group, gate_findings: Callable[[str], Sequence[Any]]
) -> Group:
    """The group with what the gates found in each of its fields, by name."""
    return Group(
        group.title,
        [replace(f, gate_findings=gate_findings(f.name)) for f in group.fields],
    )


def with_proposed(
    snapshot: Snapshot, groups: Sequence[Group], values: Mapping[str, Any]
) -> list[Group]:
    """The version's form with what its own text says of fields that are empty."""
    fields = {field.name: field for field in fields_of(snapshot, MAIN)}
    proposed = {
        name: (told(snapshot, fields[name], said.value), said.sentence)
        for name, said in said_in_text(snapshot, values).items()
    }

    return [
        Group(g.title, [replace(f, proposed=proposed.get(f.name)) for f in g.fields])
        for g in groups
    ]


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

    values = with_taken_over(snapshot, values, form.getlist("brug"))
    twice = _twice(values[PARTIES])
    if twice:
        name = snapshot.organisation_name(twice)
        role = next(iter(reversed(values[PARTIES])))
        errors[f"{PARTIES}:{role}"] = f"{name} kan kun have én rolle. Fjern den ene."
    return values, errors


def chosen(
    form: MultiDict[str, str], mine: Mapping[str, Any], stored: Mapping[str, Any]
) -> dict[str, Any]:
    """Each field as written; after a conflict as the writer chose, their own or the one
    saved.

    Boxes are ticked in no order, so the same keys are the same list.
    """
    values = dict(mine)
    for name in mine:
        if name in (PARTIES, RELATIONS):
            values[name] = _chosen_groups(form, name, mine[name], stored[name])
        elif form.get(f"valg-{name}") == "gemt" or _ticked_alike(name, mine, stored):
            values[name] = stored[name]
    return values


def settled(stored: Mapping[str, Any]) -> dict[str, str]:
    """The fields that saving may itself have set, as they stand in their controls."""
    return {PRECISION: stored[PRECISION]} if PRECISION in stored else {}


def new_row(after: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """A row before anything is written: what nobody has stated is not stated, and what
    rows have in common is as in the last of those it comes after.
    """
    kept = {name: after[-1][name] for name in KEPT_ON} if after else {}

    return {
        **empty_values(OWN_ROW_FIELDS),
        **kept,
        **dict.fromkeys(OTHER_ANSWERS, (NOT_STATED,)),
    }


def _ticked_alike(
    name: str, mine: Mapping[str, Any], stored: Mapping[str, Any]
) -> bool:
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
    spread = {
        name: value
        for name, value in values.items()
        if name not in (PARTIES, RELATIONS)
    }
    for group in (PARTIES, RELATIONS):
        spread |= {f"{group}:{key}": m for key, m in values.get(group, {}).items()}
    return spread


def _party_fields(snapshot: Snapshot) -> list[Field]:
    return [
        _listed(f"{PARTIES}:{role}", choice.label, Scheme.ORGANISATIONS, THE_PARTIES)
        for role, choice in snapshot.vocabulary.schemes[Scheme.PARTY_ROLES].items()
    ]


def _listed(name: str, label: str, scheme: Scheme, group: str) -> Field:
    """A list that is no field of the version, as a field of its form."""
    return Field(name, label, Kind.KEYS, scheme, group=group)


_RELATION_FIELDS = tuple(
    _listed(f"{RELATIONS}:{kind}", label, Scheme.AGREEMENTS, SUBJECT)
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


def _order(pair: tuple[Field, FormField]) -> int:
    return pair[0].order
