"""The headings of a version's page under which a row can stand."""

import pytest

from registry.catalogue.headings import anchors_in, anchors_of_fields, headings_of
from registry.markup.markdown_html import anchor, to_html
from registry.rules.fields import THREE_FIELDS, Field
from registry.rules.version_content import CONTENT_FIELDS, empty_values

LABELS = [field.label for field in THREE_FIELDS]


def values(**said: str) -> dict[str, object]:
    return {**empty_values(CONTENT_FIELDS), **said}


def test_they_are_those_of_the_text_and_of_the_fields_that_say_something() -> None:
    found = headings_of(values(body="## Frister\n\nTekst.", economics="Regionen."))

    assert found == {"Frister", "Økonomi"}
    assert headings_of(values(economics=" \n")) == set()


@pytest.mark.parametrize("field", THREE_FIELDS, ids=LABELS)
def test_each_of_the_three_fields_is_one(field: Field) -> None:
    name, label = field.name, field.label

    assert headings_of(values(**{name: "Tekst."})) == {label}
    assert anchor(label) in anchors_in("")
    assert anchors_of_fields("")[name] == anchor(label)


@pytest.mark.parametrize("label", LABELS)
def test_a_heading_of_the_text_of_the_same_name_is_what_leads_there(label: str) -> None:
    body = f"## {label}\n\nTekst."

    assert sorted(anchors_of_fields(body).values()).count("") == 1
    assert f'id="{anchor(label)}"' in to_html(body)
    assert anchor(label) in anchors_in(body)
