"""The gates of a version's own fields and text: what must be written, and in which
words. Each stands with the text that it says where it finds something.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from registry.gates.confusable import confused
from registry.gates.gate import ERROR, WARNING, GateHits, Surroundings, gate, main
from registry.gates.placeholders import placeholder_in
from registry.gates.wording import listed_pairs
from registry.rules.fields import (
    BODY,
    OPTIONS,
    THREE_FIELDS,
    VERSION_FIELDS,
    Field,
    Kind,
)
from registry.rules.version_content import CONTENT_FIELDS, VersionContent

WRITTEN = tuple(field for field in VERSION_FIELDS if field.prose)


@gate(
    "tomt-felt",
    ERROR,
    "Feltet «{field}» er tomt. Skriv, hvad aftalen siger, eller lad godkenderen "
    "underskrive en grund til, at det står tomt.",
    signable=True,
)
def empty_three(content: VersionContent, _: Surroundings) -> GateHits:
    """What the health agreement asks of every agreement to state: who carries the
    medical responsibility, who does what, and who pays.
    """
    for field in THREE_FIELDS:
        if not content.values[field.name]:
            yield main(field.name), {"field": field.label}


@gate(
    "pladsholder",
    ERROR,
    "Feltet «{field}» er ikke skrevet færdigt («{quote}»). Skriv den endelige "
    "tekst i stedet for pladsholderen, eller lad godkenderen underskrive en "
    "grund til, at den står.",
    signable=True,
)
def placeholder_in_three(content: VersionContent, _: Surroundings) -> GateHits:
    """A promise of a text is as good as none, and is signed for in the same way."""
    return placeholders(content, THREE_FIELDS)


@gate(
    "pladsholder-i-udgave",
    ERROR,
    "Feltet «{field}» er ikke skrevet færdigt («{quote}»). Skriv den endelige "
    "tekst i stedet for pladsholderen.",
)
def placeholder_in_written(content: VersionContent, _: Surroundings) -> GateHits:
    """Title and summary stand in every list: no reason lets them be unfinished."""
    return placeholders(content, WRITTEN)


@gate(
    "mangler-i-udgave",
    ERROR,
    "Feltet «{field}» mangler. Udfyld det.",
)
def missing_field(content: VersionContent, _: Surroundings) -> GateHits:
    """The required fields, less the three, for whose want a reason may be signed."""
    for field in VERSION_FIELDS:
        if field not in THREE_FIELDS and is_missing(field, content.values[field.name]):
            yield main(field.name), {"field": field.label}


@gate(
    "ukendt-noegle-i-udgave",
    ERROR,
    "Feltet «{field}» har værdien «{key}», som ikke findes i kataloget. Vælg en af "
    "dem, der gør.",
)
def unknown_choice(content: VersionContent, around: Surroundings) -> GateHits:
    """Keys that their scheme does not have: a vocabulary, or another table."""
    for field in CONTENT_FIELDS:
        for key in unknown_keys(field, content.values[field.name], around):
            yield main(field.name), {"field": field.label, "key": key}


@gate(
    "ukendt-valg-i-udgave",
    ERROR,
    "Feltet «{field}» kan ikke have værdien «{key}». Vælg en af mulighederne.",
)
def unknown_option(content: VersionContent, _: Surroundings) -> GateHits:
    """Fields that take only the values of a list in the code."""
    for field in CONTENT_FIELDS:
        value = content.values[field.name]
        if field.name in OPTIONS and value and value not in OPTIONS[field.name]:
            yield main(field.name), {"field": field.label, "key": value}


@gate(
    "noegle-to-gange",
    ERROR,
    "Flere snitflader har nøglen «{key}». Fjern den ene, eller lav den som en ny "
    "snitflade.",
)
def key_twice(content: VersionContent, _: Surroundings) -> GateHits:
    """A row's key is its address: two rows cannot have one."""
    for key, times in Counter(row["key"] for row in content.rows).items():
        if times > 1:
            yield main("rows"), {"key": key}


@gate(
    "udgave-uden-belaeg",
    WARNING,
    "Udgaven har intet belæg. Skriv, hvad teksten bygger på.",
)
def no_evidence(content: VersionContent, _: Surroundings) -> GateHits:
    """What the text as a whole rests on; each row names its own."""
    if not content.values["evidence"]:
        yield main("evidence"), {}


@gate(
    "forvekslelige-begreber-i-udgave",
    WARNING,
    "Feltet «{field}» bruger ord, som ikke må forveksles: {pairs}. Se efter, at "
    "det rigtige ord står hvert sted.",
)
def confused_terms(content: VersionContent, around: Surroundings) -> GateHits:
    """The three fields and the body, each read by itself."""
    for field in (*THREE_FIELDS, BODY):
        pairs = list(confused(content.values[field.name], around.confusable_pairs))
        if pairs:
            said = {"pairs": listed_pairs(pairs), "quote": pairs[0][0]}
            yield main(field.name), {"field": field.label, **said}


@gate(
    "pladsholder-i-broedtekst",
    WARNING,
    "«{field}» ser ikke ud til at være skrevet færdig: Der er en pladsholder i "
    "den («{quote}»). Skriv den endelige tekst.",
)
def placeholder_in_body(content: VersionContent, _: Surroundings) -> GateHits:
    """A warning only: in a long text, the words may belong to a true sentence."""
    return placeholders(content, (BODY,))


@gate(
    "ingen-snitflader",
    WARNING,
    "Udgaven har ingen snitflader, så den besvarer ingen spørgsmål om, hvem der "
    "gør hvad. Tilføj mindst én.",
)
def no_rows(content: VersionContent, _: Surroundings) -> GateHits:
    """A text without rows can be read, but answers no question."""
    if not content.rows:
        yield main("rows"), {}


def placeholders(content: VersionContent, fields: Sequence[Field]) -> GateHits:
    """The fields of the version that hold a placeholder."""
    for field in fields:
        if quote := placeholder_in(content.values[field.name]):
            yield main(field.name), {"field": field.label, "quote": quote}


def is_missing(field: Field, value: Any) -> bool:
    """Whether a required field is empty; a yes or no never is."""
    return field.required and field.kind is not Kind.FLAG and value in (None, "", ())


def unknown_keys(field: Field, value: Any, around: Surroundings) -> list[str]:
    """The keys in a field's value that its scheme does not have."""
    if field.scheme is None or not value:
        return []
    keys = value if field.kind is Kind.KEYS else (value,)
    return [key for key in keys if key not in around.known.get(field.scheme, ())]
