"""The headings of a version's page under which a row can stand: those of its text, and
the three fields.
"""

from collections.abc import Mapping
from typing import Any

from registry.markup.markdown_html import anchor, sections
from registry.rules.fields import BODY, THREE_FIELDS


def headings_of(values: Mapping[str, Any]) -> frozenset[str]:
    """The titles of the text's sections, and of those of the three fields that say
    something: what they lay on somebody stands nowhere else.
    """
    said = (field.label for field in THREE_FIELDS if values[field.name].strip())
    return frozenset({*(s.title for s in sections(values[BODY.name])), *said})


def anchors_in(body: str) -> frozenset[str]:
    """The anchors of all headings of the page."""
    titled = (section.anchor for section in sections(body) if section.anchor)
    return frozenset({*titled, *(anchor(field.label) for field in THREE_FIELDS)})


def anchors_of_fields(body: str) -> dict[str, str]:
    """By the field's name; empty where the text itself has a heading of that anchor,
    which is then what leads there.
    """
    taken = {section.anchor for section in sections(body)}
    anchors = {field.name: anchor(field.label) for field in THREE_FIELDS}
    return {name: "" if at in taken else at for name, at in anchors.items()}
