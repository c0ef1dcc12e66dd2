"""The gates of what becomes of a text when it is read."""

from collections.abc import Iterator
from typing import Any

from registry.gates.gate import ERROR, WARNING, GateHits, Surroundings, gate, main
from registry.gates.rows import at, each_field
from registry.language.normal import unknown_signs
from registry.markup.remarks import remarks
from registry.rules.fields import Kind
from registry.rules.privacy import texts_in
from registry.rules.version_content import CONTENT_FIELDS, VersionContent

MARKDOWN_FIELDS = tuple(
    field for field in CONTENT_FIELDS if field.kind is Kind.MARKDOWN
)
# Of one field so many are told; the writer sees the rest when these are mended.
MOST_REMARKS = 10


@gate("tekst-kan-ikke-vises", ERROR, "«{field}», {remark}")
def lost_in_text(content: VersionContent, _: Surroundings) -> GateHits:
    """What was written cannot be shown in its place. The rule and its words stand
    together in markup/remarks.py: the form says the same while people write.
    """
    yield from _hits(content, lost=True)


@gate("tekst-laest-anderledes", WARNING, "«{field}», {remark}")
def read_otherwise(content: VersionContent, _: Surroundings) -> GateHits:
    """It is shown, and may be meant otherwise: by the rules and words beside those."""
    yield from _hits(content, lost=False)


@gate(
    "ukendt-tegn-i-udgave",
    WARNING,
    "«{field}» har et tegn, som kun skriverens egen skrifttype kan vise: «{around}». "
    "Skriv det, tegnet skal vise.",
)
def unknown_in_version(content: VersionContent, _: Surroundings) -> GateHits:
    """Readers see an empty box in its place."""
    for field in CONTENT_FIELDS:
        for words in _beside_unknown(content.values[field.name]):
            yield (
                main(field.name),
                {"field": field.label, "around": words, "quote": words},
            )


@gate(
    "ukendt-tegn-i-snitflade",
    WARNING,
    "«{task}»: «{field}» har et tegn, som kun skriverens egen skrifttype kan vise: "
    "«{around}». Skriv det, tegnet skal vise.",
)
def unknown_in_row(content: VersionContent, _: Surroundings) -> GateHits:
    """As in the version's own fields."""
    for row, field, value in each_field(content):
        for words in _beside_unknown(value):
            yield at(row, field, around=words, quote=words)


def _beside_unknown(value: Any) -> Iterator[str]:
    """The words around the first signs that nobody but the writer can see."""
    signs = [words for text in texts_in(value) for _, words in unknown_signs(text)]
    yield from signs[:MOST_REMARKS]


def _hits(content: VersionContent, *, lost: bool) -> GateHits:
    for field in MARKDOWN_FIELDS:
        wanted = [r for r in remarks(content.values[field.name]) if r.lost is lost]
        for remark in wanted[:MOST_REMARKS]:
            said = f"{remark.text[0].lower()}{remark.text[1:]}"
            yield main(field.name), {"field": field.label, "remark": said}
