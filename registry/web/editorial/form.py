"""Forms from fields: a control for each, and what was written in it read back.

The macros that write the controls are in templates/editorial/_fields.html.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import told
from registry.language import numbers
from registry.language.dates import end_after, last_before
from registry.language.normal import normal
from registry.language.sorting import danish_key
from registry.markup.remarks import remarks, too_large
from registry.rules.fields import Field, Kind, Scheme
from registry.rules.version_content import EMPTY, plain

CONTROLS = {
    Kind.TEXT: "line",
    Kind.MARKDOWN: "markdown",
    Kind.NUMBER: "number",
    Kind.DATE: "date",
    Kind.FLAG: "flag",
    Kind.KEY: "select",
    Kind.KEYS: "selects",
    Kind.TEXTS: "lines",
}
# Lists from which many are chosen at a time: boxes to tick, rather than one select
# after another.
TICKED = (Scheme.ORGANISATIONS, Scheme.PLACES, Scheme.AGREEMENTS)
HINTS = {"lines": "Én på hver linje."}
MOST_REMARKS = 10
NOT_A_DATE = "{}: Det er ikke en dato. Skriv den som år-måned-dag, fx 2027-01-31."
NOT_A_NUMBER = "{}: Det er ikke et tal. Skriv fx 8, 2,5, 2½ eller 1.000."
LARGEST = 1e9


@dataclass(frozen=True)
class Option:
    """One thing to choose."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True)
class FormField:
    """One field in a form. `text` is what stands in it; `slots` are the chosen keys of
    a list.

    `theirs`: in a conflict, the text that another saved, in words; None where there is
    none.
    `suggestions`: texts that are offered and need not be taken. `remarks`: what of the
    text is read otherwise than it may be meant. `gate_findings`: what the gates found
    in it; None in a form that no gate looks at. `proposed`: what the text itself says
    of the field, in words, with the sentence that says it.
    """

    name: str
    label: str
    control: str
    text: str
    options: Sequence[Option]
    slots: Sequence[str]
    required: bool
    hint: str
    error: str
    theirs: str | None = None
    suggestions: Sequence[str] = ()
    remarks: Sequence[str] = ()
    gate_findings: Sequence[Any] | None = None
    proposed: tuple[str, str] | None = None

    @property
    def chosen(self) -> list[Option]:
        return [option for option in self.options if option.chosen]


def form_fields(
    snapshot: Snapshot,
    fields: Iterable[Field],
    values: Mapping[str, Any],
    *,
    errors: Mapping[str, str] | None = None,
    theirs: Mapping[str, Any] | None = None,
    suggestions: Mapping[str, Sequence[str]] | None = None,
) -> list[FormField]:
    """The fields with what stands in them. A refused text is shown as it was
    written.
    """
    listed = []
    for field in fields:
        value = values.get(field.name, EMPTY[field.kind])
        other = (theirs or {}).get(field.name, value)
        differs = theirs is not None and not _alike(field, other, value)

        listed.append(
            FormField(
                name=field.name,
                label=field.label,
                control=control_of(field),
                text=as_text(field, value),
                options=options_of(snapshot, field, _keys(value)),
                slots=[*_keys(value), ""] if _keys(value) else ["", ""],
                required=field.required,
                hint=field.hint or HINTS.get(control_of(field), ""),
                error=(errors or {}).get(field.name, ""),
                theirs=told(snapshot, field, other, between="\n") if differs else None,
                suggestions=(suggestions or {}).get(field.name, ()),
                remarks=remarks_of(field, value),
            )
        )

    return listed


def parse(
    fields: Iterable[Field], form: MultiDict[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """What was written, in the plain form of version_content, and what could not be
    read.

    A text that could not be read stands as it was written, so that nothing is lost.
    """
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for field in fields:
        value, error = _read(field, form)
        values[field.name] = value
        if error:
            errors[field.name] = error.format(field.label)
    return values, errors


def remarks_of(field: Field, value: Any) -> list[str]:
    """What the writer of a Markdown text is told, line by line."""
    if field.kind is not Kind.MARKDOWN or not isinstance(value, str):
        return []
    return remarked(value)


def remarked(text: str) -> list[str]:
    """The remarks on a Markdown text in words, the first of them."""
    return [remark.text for remark in remarks(text)][:MOST_REMARKS]


def control_of(field: Field) -> str:
    if field.kind is Kind.KEYS and field.options:
        return "ticked"
    if field.options or (field.kind is Kind.TEXT and field.scheme):
        return "select"
    if field.kind is Kind.TEXT and field.long:
        return "text"
    if field.kind is Kind.KEYS and field.scheme in TICKED:
        return "ticked"

    return CONTROLS[field.kind]


def as_text(field: Field, value: Any) -> str:
    """A value as it stands in its control: of the end of a period, the last day."""
    if field.kind is Kind.TEXTS and not isinstance(value, str):
        return "\n".join(value or ())
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, float):
        # What is shown is what the next save sends back.
        return numbers.with_comma(value)
    if isinstance(value, date):
        return (last_before(value) if field.ends else value).isoformat()

    return value if isinstance(value, str) else ""


def options_of(
    snapshot: Snapshot, field: Field, chosen: Collection[str]
) -> list[Option]:
    """What can be chosen; a key that is no longer known stays, so that it is not lost
    unseen.
    """
    if field.options:
        pairs = list(field.options)
    elif field.scheme is None:
        return []
    else:
        pairs = _listed(snapshot, field.scheme)

    known = {key for key, _ in pairs}
    pairs = [*pairs, *((key, key) for key in chosen if key and key not in known)]
    return [Option(key, label, key in chosen) for key, label in pairs]


def _listed(snapshot: Snapshot, scheme: Scheme) -> list[tuple[str, str]]:
    if scheme is Scheme.ORGANISATIONS:
        names = [(o.slug, o.name) for o in snapshot.organisations.values()]
        return sorted(names, key=lambda pair: danish_key(pair[1]))
    if scheme is Scheme.PLACES:
        areas = _listed(snapshot, Scheme.PLANNING_AREAS)
        return [*areas, *_listed(snapshot, Scheme.ORGANISATIONS)]
    if scheme is Scheme.HEALTH_AGREEMENTS:
        return [(h.slug, h.title) for h in snapshot.health_agreements.values()]
    if scheme is Scheme.AGREEMENTS:
        return [(a.slug, a.shown.version.title) for a in snapshot.sorted_agreements()]

    choices = snapshot.vocabulary.schemes[scheme]
    return [(key, choice.label) for key, choice in choices.items()]


def _alike(field: Field, one: Any, other: Any) -> bool:
    if control_of(field) == "ticked":
        return set(_keys(one)) == set(_keys(other))
    return bool(plain(field, one) == other)


def _keys(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(value) if isinstance(value, tuple | list) else ()


def typed(name: str) -> str:
    """What was typed in a field of the form that was sent, in its one form."""
    return normal(request.form.get(name, ""))


def _read(field: Field, form: MultiDict[str, str]) -> tuple[Any, str]:
    text = normal(form.get(field.name, "")).strip()

    match field.kind:
        case Kind.KEYS:
            return tuple(dict.fromkeys(filter(None, form.getlist(field.name)))), ""
        case Kind.TEXTS:
            return tuple(line.strip() for line in text.split("\n") if line.strip()), ""
        case Kind.FLAG:
            return bool(text), ""
        case Kind.DATE:
            return _read_date(field, text)
        case Kind.NUMBER:
            return _read_number(text)
        case _:
            why = too_large(text)
            return text, f"{{}}: {why}" if why else ""


def _read_date(field: Field, text: str) -> tuple[Any, str]:
    if not text:
        return None, ""
    try:
        day = date.fromisoformat(text)
        return (end_after(day) if field.ends else day), ""
    except ValueError:
        return text, NOT_A_DATE


def _read_number(text: str) -> tuple[Any, str]:
    if not text:
        return None, ""

    number = numbers.read(text)
    if number is None:
        return text, NOT_A_NUMBER
    if number.value is None:
        return text, f"{{}}: {number.doubt}"
    return (number.value, "") if abs(number.value) < LARGEST else (text, NOT_A_NUMBER)
