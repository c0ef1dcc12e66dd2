"""The gates of each row by itself: who does it, when, and what it rests on. Each stands
with the text that it says where it finds something.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from registry.gates.gate import ERROR, WARNING, FormPlace, GateHits, Surroundings, gate
from registry.gates.placeholders import placeholder_in
from registry.gates.version import is_missing, unknown_keys
from registry.language.deadlines import deadline_of, text_contradicts_data
from registry.language.numbers import with_comma
from registry.models import NOT_APPLICABLE, NOT_STATED
from registry.rules.fields import (
    ACTOR_FIELDS,
    DOES_IT,
    OPTIONS,
    ROW_FIELDS,
    Field,
    Scheme,
)
from registry.rules.version_content import RowValues, VersionContent

# The row's key is its place, and who does it has a gate of its own.
OWN_GATE = ("key", DOES_IT)
WRITTEN = tuple(field for field in ROW_FIELDS if field.prose)
CHOSEN = tuple(field for field in ROW_FIELDS if field.options)
NO_ONE = frozenset({NOT_STATED, NOT_APPLICABLE})
WORTH_ASKING = tuple(field for field in ROW_FIELDS if field.worth_asking)


@gate(
    "ingen-udfoerer",
    ERROR,
    "«{task}»: Der står ikke, hvem der udfører opgaven. Vælg en aktør, eller vælg "
    "«Ikke oplyst», hvis aftalen ikke siger det.",
    many="{count} snitflader siger ikke, hvem der udfører opgaven",
)
def no_responsible(content: VersionContent, _: Surroundings) -> GateHits:
    """Not stated is an answer: the agreement then truly says nothing. Not applicable is
    none.
    """
    for row in content.rows:
        if not set(row["responsible"]) - {NOT_APPLICABLE}:
            yield place(row, "responsible"), named(row)


@gate(
    "pladsholder-i-snitflade",
    ERROR,
    "«{task}»: Feltet «{field}» er ikke skrevet færdigt («{quote}»). Skriv den "
    "endelige tekst, eller lad feltet stå tomt, hvis aftalen intet siger.",
    many="«{field}» er ikke skrevet færdigt i {count} snitflader",
)
def placeholder(content: VersionContent, _: Surroundings) -> GateHits:
    """Also where nothing is required: an empty field says more than a promise."""
    for row, field, text in each_field(content, WRITTEN):
        if quote := placeholder_in(text):
            yield at(row, field, quote=quote)


@gate(
    "mangler-i-snitflade",
    ERROR,
    "«{task}»: Feltet «{field}» mangler. Udfyld det; siger aftalen det ikke, så "
    "vælg «Ikke oplyst», hvor det er muligt.",
    many="{count} snitflader mangler «{field}»",
)
def missing_field(content: VersionContent, _: Surroundings) -> GateHits:
    """The required fields; whom a task falls to has a gate of its own."""
    for row in content.rows:
        for field in lacking(row):
            yield at(row, field)


@gate(
    "blandet-svar",
    ERROR,
    "«{task}»: Feltet «{field}» har både «{none}» og andre svar. Vælg enten "
    "aktørerne eller «{none}».",
    many="«{field}» har både «{none}» og andre svar i {count} snitflader",
)
def mixed_answer(content: VersionContent, around: Surroundings) -> GateHits:
    """Not stated and not applicable are whole answers, and stand alone."""
    for row, field, actors in each_field(content, ACTOR_FIELDS):
        nobody = NO_ONE.intersection(actors)
        if nobody and len(set(actors)) > 1:
            label = around.labels(Scheme.ACTORS, min(nobody))
            yield at(row, field, none=label.lower())


@gate(
    "afsnit-findes-ikke",
    ERROR,
    "«{task}»: Aftalens tekst har intet afsnit med overskriften «{section}». Vælg "
    "et afsnit, der findes, eller skriv overskriften i teksten.",
    many="{count} snitflader peger på et afsnit, som ikke findes",
)
def unknown_section(content: VersionContent, around: Surroundings) -> GateHits:
    """The row leads to a heading of the text; spaces in it do not count."""
    for row in content.rows:
        if row["section"] and " ".join(row["section"].split()) not in around.headings:
            yield place(row, "section"), named(row, section=row["section"])


@gate(
    "frist-ikke-over-nul",
    ERROR,
    "«{task}»: Fristens antal er {amount}. Skriv et tal over nul, eller lad antal "
    "og enhed stå tomme.",
    many="{count} frister er ikke over nul",
)
def impossible_deadline(content: VersionContent, _: Surroundings) -> GateHits:
    """Before and after are told by a field of their own, so no number is below zero."""
    for row in content.rows:
        amount = row["deadline_amount"]
        # Also what is no number at all is not above zero.
        if amount is not None and not 0 < amount < float("inf"):
            yield (
                place(row, "deadline_amount"),
                named(row, amount=with_comma(amount)),
            )


@gate(
    "frist-uden-enhed",
    ERROR,
    "«{task}»: Fristen har et antal, men ingen enhed. Vælg enheden, fx hverdage, "
    "eller slet antallet.",
    many="{count} frister mangler en enhed",
)
def no_deadline_unit(content: VersionContent, _: Surroundings) -> GateHits:
    """A number alone may be of hours or of months."""
    for row in content.rows:
        if row["deadline_amount"] is not None and not row["deadline_unit"]:
            yield place(row, "deadline_unit"), named(row)


@gate(
    "frist-uden-antal",
    ERROR,
    "«{task}»: Fristen har en enhed, men intet antal. Skriv antallet, eller fjern "
    "enheden.",
    many="{count} frister mangler et antal",
)
def no_deadline_amount(content: VersionContent, _: Surroundings) -> GateHits:
    """A deadline told only in words has neither number nor unit."""
    for row in content.rows:
        if row["deadline_unit"] and row["deadline_amount"] is None:
            yield place(row, "deadline_amount"), named(row)


@gate(
    "frist-og-tal-uens",
    WARNING,
    "«{task}»: Fristen lyder «{deadline}», men dens antal, enhed og hændelse er "
    "«{data}». Ret det, der er forkert.",
    many="{count} frister siger et og deres tal eller hændelse et andet",
)
def deadline_contradicts_data(content: VersionContent, _: Surroundings) -> GateHits:
    """The deadline stands twice, as a text and as data; the two must agree."""
    for row in content.rows:
        deadline = deadline_of(row)
        if text_contradicts_data(deadline):
            amount = "" if deadline.amount is None else with_comma(deadline.amount)
            parts = (amount, deadline.unit, deadline.relation, deadline.event)
            data = " ".join(part for part in parts if part)
            yield place(row, "deadline"), named(row, deadline=deadline.text, data=data)


@gate(
    "ikke-oplyst",
    WARNING,
    "«{task}»: Feltet «{field}» er ikke oplyst. Spørg parterne, eller lad det stå, "
    "hvis aftalen ikke siger det.",
    many="«{field}» er ikke oplyst i {count} snitflader",
)
def not_stated(content: VersionContent, _: Surroundings) -> GateHits:
    """A true answer, but in these fields worth asking the parties about."""
    for row, field, actors in each_field(content, WORTH_ASKING):
        if NOT_STATED in actors:
            yield at(row, field)


@gate(
    "snitflade-uden-belaeg",
    WARNING,
    "«{task}»: Der er intet belæg. Skriv, hvor det står, fx aftalens navn og side.",
    many="{count} snitflader har intet belæg",
)
def no_evidence(content: VersionContent, _: Surroundings) -> GateHits:
    """What the row itself rests on; that of the whole text is the version's."""
    for row in content.rows:
        if not row["source"]:
            yield place(row, "source"), named(row)


@gate(
    "ukendt-noegle-i-snitflade",
    ERROR,
    "«{task}»: Feltet «{field}» har værdien «{key}», som ikke findes i kataloget. "
    "Vælg en af dem, der gør.",
    many="{count} snitflader har ukendte værdier i «{field}»",
)
def unknown_choice(content: VersionContent, around: Surroundings) -> GateHits:
    """Keys that their scheme does not have: a vocabulary, or another table."""
    for row, field, value in each_field(content):
        for key in unknown_keys(field, value, around):
            yield at(row, field, key=key)


@gate(
    "ukendt-valg-i-snitflade",
    ERROR,
    "«{task}»: Feltet «{field}» kan ikke have værdien «{key}». Vælg en af "
    "mulighederne.",
    many="{count} snitflader har ukendte valg i «{field}»",
)
def unknown_option(content: VersionContent, _: Surroundings) -> GateHits:
    """Fields that take only the values of a list in the code."""
    for row, field, value in each_field(content, CHOSEN):
        if value and value not in OPTIONS[field.name]:
            yield at(row, field, key=value)


def lacking(row: RowValues) -> list[Field]:
    """The required fields that say nothing, less whom the task falls to."""
    return [
        field
        for field in ROW_FIELDS
        if field.name not in OWN_GATE and is_missing(field, row[field.name])
    ]


def each_field(
    content: VersionContent, fields: Iterable[Field] = ROW_FIELDS
) -> Iterator[tuple[RowValues, Field, Any]]:
    """Every row with each of the fields, and what the row has there."""
    for row, field in product(content.rows, fields):
        yield row, field, row[field.name]


def at(row: RowValues, field: Field, **words: str) -> tuple[FormPlace, dict[str, str]]:
    """A find in a field of a row: its place, and the words that name row and field."""
    return place(row, field.name), named(row, field=field.label, **words)


def place(row: RowValues, field: str) -> FormPlace:
    """Where in the form the row's field stands."""
    return FormPlace(row["key"], field)


def named(row: RowValues, **words: str) -> dict[str, str]:
    """The words of a gate finding about the row, which is named by its task."""
    return {"task": row["task"] or row["key"], **words}
