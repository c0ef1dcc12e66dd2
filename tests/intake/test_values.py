"""Values read from text, field by field; what cannot be read is left empty and told."""

from datetime import date
from typing import Any

import pytest

from registry.catalogue.queries import Catalogue
from registry.documents.blocks import Span
from registry.intake.naming import Names
from registry.intake.values import Value, read_value, words_of
from registry.rules.fields import ROW_FIELDS, VERSION_FIELDS

FIELDS = {field.name: field for field in (*ROW_FIELDS, *VERSION_FIELDS)}


@pytest.fixture(scope="module")
def names(shipped: Catalogue) -> Names:
    return Names(shipped.today())


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("task", " Varsle kommunen ", "Varsle kommunen"),
        ("task", "–", ""),
        ("does_not_apply_to", "Ingen", "Ingen"),
        ("deadline_amount", "2,5", 2.5),
        ("deadline_amount", "2½", 2.5),
        ("deadline_amount", "1.000", 1000.0),
        ("deadline_amount", "otte", 8.0),
        ("deadline_unit", "hverdage", "hverdage"),
        ("confirmed", "Ja", True),
        ("confirmed", "nej", False),
        ("phase", "Efter udskrivning", "efter-udskrivning"),
        ("payer", "Region", ("region",)),
        ("in_force_from", "1. januar 2027", date(2027, 1, 1)),
        ("in_force_from", "1.1.2027", date(2027, 1, 1)),
        ("in_force_from", "december 2022", date(2022, 12, 1)),
        ("in_force_from", "2010", date(2010, 1, 1)),
        ("in_force_from", "2010 (dato ikke bekræftet)", date(2010, 1, 1)),
        ("in_force_from", "1. maj 2010 (dato ikke bekræftet)", date(2010, 5, 1)),
        ("in_force_from", "Datoen kendes ikke", None),
        (
            "in_force_from",
            "Datoen kendes ikke; regnes fra 1. januar 2019, da perioden for "
            "Sundhedsaftalen begyndte",
            None,
        ),
        (
            "in_force_from",
            "Datoen kendes ikke; regnes fra 1. april 2024",
            date(2024, 4, 1),
        ),
        ("in_force_until", "til og med 31. december 2026", date(2027, 1, 1)),
        ("in_force_until", "31. december 2026", date(2027, 1, 1)),
        ("in_force_until", "december 2026", date(2027, 1, 1)),
        ("in_force_until", "november 2026", date(2026, 12, 1)),
        ("in_force_until", "2026", date(2027, 1, 1)),
        ("date_precision", "måned", "month"),
        (
            "evidence",
            "Én kilde; med semikolon\nEn anden",
            ("Én kilde; med semikolon", "En anden"),
        ),
        ("made_under", "Sundhedsaftale 2019-2023", "sundhedsaftale-2019-2023"),
    ],
)
def test_a_text_is_read_as_its_field(
    names: Names, field: str, text: str, value: Any
) -> None:
    assert read_value(FIELDS[field], text, names) == Value(value)


@pytest.mark.parametrize(
    ("field", "text", "empty", "doubt"),
    [
        ("deadline_amount", "mange", None, "«mange» er ikke et tal. Skriv det selv."),
        ("deadline_amount", "2-3", None, "«2-3»: Der står to tal."),
        ("deadline_amount", "1.50", None, "«1.50»: Punktum skiller tusinder"),
        ("deadline_amount", "1,000", None, "«1,000»: Kommaet kan skille"),
        ("deadline_amount", "8 timer", None, "«8 timer»: Tallet kan læses"),
        (
            "in_force_from",
            "når alle er klar",
            None,
            "«når alle er klar» er ikke en dato.",
        ),
        ("in_force_from", "31. februar 2026", None, "er ikke en dato"),
        ("confirmed", "måske", False, "«måske» er hverken ja eller nej."),
        ("deadline_unit", "kvarterer", "", "«kvarterer» er ikke en af mulighederne."),
        ("phase", "udskrivning og akut", "", "nævner flere. Vælg én."),
        ("payer", "Fonden", (), "«Fonden» er ikke et navn, kataloget kender."),
        (
            "payer",
            "Patientens egen læge",
            (),
            "«Patientens egen læge» siger mere end navne.",
        ),
        ("payer", "Regionen, ikke kommunen", (), "siger mere end navne. Vælg selv."),
        (
            "applies_in",
            "Alle undtagen Bornholm",
            (),
            "siger mere end navne. Vælg selv.",
        ),
        ("payer", "Ingen", (), "«Ingen» er ikke et navn, kataloget kender."),
        ("payer", "Kommunens pulje", ("kommune",), "kender kataloget ikke «pulje»"),
    ],
)
def test_what_cannot_be_read_is_told(
    names: Names, field: str, text: str, empty: Any, doubt: str
) -> None:
    value = read_value(FIELDS[field], text, names)
    assert value.value == empty
    assert doubt in value.doubt


def test_text_without_links_still_says_where_they_lead() -> None:
    link = (
        Span("vej", href="https://a.example/"),
        Span("ledning", True, href="https://a.example/"),
    )
    assert (
        words_of((Span("Se "), *link, Span(".")))
        == "Se vejledning (https://a.example/)."
    )
    assert words_of((Span("a.example", href="https://a.example/"),)) == "a.example"
    assert words_of((Span("b@a.example", href="mailto:b@a.example"),)) == "b@a.example"
