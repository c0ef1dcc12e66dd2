"""Forms from FIELDS: a control for each field, and what was written in it read back.

The macros that write the controls are in templates/_fields.html.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from registry.fields import CHOICE_LABELS, CHOICES, Field, Kind, Scheme
from registry.snapshot import Snapshot
from registry.sorting import danish_key
from registry.version_content import EMPTY, plain

CONTROLS = {
    Kind.TEXT: "line",
    Kind.MARKDOWN: "markdown",
    Kind.NUMBER: "number",
    Kind.DATE: "date",
    Kind.FLAG: "flag",
    Kind.KEY: "choice",
    Kind.KEYS: "choices",
    Kind.TEXTS: "lines",
}
# Lists from which many are chosen at a time: boxes to tick, rather than one choice after another.
TICKED = (Scheme.ORGANISATIONS, Scheme.PLACES, Scheme.AGREEMENTS)
HINTS = {"lines": "Én på hver linje."}
NOT_A_DATE = "{}: Det er ikke en dato. Skriv den som år-måned-dag, fx 2027-01-31."
NOT_A_NUMBER = "{}: Det er ikke et tal. Skriv fx 8 eller 2,5."


@dataclass(frozen=True)
class Option:
    """One thing to choose."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True)
class FormField:
    """One field in a form. `text` is what stands in it; `slots` are the chosen keys of a list.

    `theirs`: in a conflict, the text that another saved, in words; None where there is none.
    `suggestions`: texts that are offered and need not be taken.
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
    """The fields with what stands in them. A refused text is shown as it was written."""
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
                theirs=in_words(snapshot, field, other) if differs else None,
                suggestions=(suggestions or {}).get(field.name, ()),
            )
        )
    return listed


def parse(
    fields: Iterable[Field], form: MultiDict[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """What was written, in the plain form of version_content, and what could not be read.

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


def control_of(field: Field) -> str:
    if field.choices or field.name in CHOICES or (field.kind is Kind.TEXT and field.scheme):
        return "choice"
    if field.kind is Kind.TEXT and field.long:
        return "text"
    if field.kind is Kind.KEYS and field.scheme in TICKED:
        return "ticked"
    return CONTROLS[field.kind]


def as_text(field: Field, value: Any) -> str:
    """A value as it stands in its control."""
    if field.kind is Kind.TEXTS and not isinstance(value, str):
        return "\n".join(value or ())
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, float):
        # All the digits: what is shown is what the next save sends back.
        return f"{value:.15g}".replace(".", ",")
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else ""


def in_words(snapshot: Snapshot, field: Field, value: Any) -> str:
    """A value as a reader would be told it."""
    if field.kind is Kind.FLAG:
        return "ja" if value else "nej"
    if field.kind in (Kind.KEY, Kind.KEYS) and value:
        keys = [value] if isinstance(value, str) else value
        return ", ".join(snapshot.label(field.scheme, key) for key in keys)
    if field.choices:
        return dict(field.choices).get(value, value or "")
    if field.name in CHOICES:
        return CHOICE_LABELS.get(value, value or "")
    return as_text(field, value)


def options_of(snapshot: Snapshot, field: Field, chosen: Collection[str]) -> list[Option]:
    """What can be chosen; a key that is no longer known stays, so that it is not lost unseen."""
    if field.choices:
        pairs = list(field.choices)
    elif field.name in CHOICES:
        pairs = [(value, CHOICE_LABELS.get(value, value)) for value in CHOICES[field.name]]
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
    words = snapshot.vocabulary.schemes[scheme]
    return [(key, word.label) for key, word in words.items()]


def _alike(field: Field, one: Any, other: Any) -> bool:
    if control_of(field) == "ticked":
        return set(_keys(one)) == set(_keys(other))
    return bool(plain(field, one) == other)


def _keys(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(value) if isinstance(value, tuple | list) else ()


def _read(field: Field, form: MultiDict[str, str]) -> tuple[Any, str]:
    text = form.get(field.name, "").replace("\r\n", "\n").strip()
    match field.kind:
        case Kind.KEYS:
            return tuple(dict.fromkeys(filter(None, form.getlist(field.name)))), ""
        case Kind.TEXTS:
            return tuple(line.strip() for line in text.split("\n") if line.strip()), ""
        case Kind.FLAG:
            return bool(text), ""
        case Kind.DATE:
            return _read_date(text)
        case Kind.NUMBER:
            return _read_number(text)
        case _:
            return text, ""


def _read_date(text: str) -> tuple[Any, str]:
    if not text:
        return None, ""
    try:
        return date.fromisoformat(text), ""
    except ValueError:
        return text, NOT_A_DATE


def _read_number(text: str) -> tuple[Any, str]:
    if not text:
        return None, ""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return text, NOT_A_NUMBER
    # Written as nan or inf, it would be no amount.
    return (number, "") if abs(number) < 1e9 else (text, NOT_A_NUMBER)
