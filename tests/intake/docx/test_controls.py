"""Content controls: bound, filled in, and asking.

Also covers registry/intake/docx/stores.py and registry/intake/docx/bound_values.py.
"""

import pytest

from registry.intake.docx.text import read_text_of
from registry.intake.read_text import Concern, ReadText
from tests.intake.docx_files import (
    outline,
    p,
    packed,
    part,
    parts_of,
    r,
    read,
    relations,
    remarks,
)

KEY = "{0A1B2C3D-0000-4000-8000-00000000ABCD}"
CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
PROMPT = "Klik her for at skrive"
DATA = (
    "<sag xmlns='urn:sag'><part nr='7'>Gribskov Kommune</part><tom/>"
    "<dag>2024-05-01T00:00:00</dag><skrevet>1. maj 2024</skrevet>"
    "<ja>true</ja><nej>0</nej></sag>"
)
TITLE = (
    "/ns1:coreProperties[1]/ns0:title[1]",
    "xmlns:ns0='http://purl.org/dc/elements/1.1/' xmlns:ns1='urn:c'",
)


def control(
    shown: str, more: str = "", *, steps: str = "", mapped: str = "", key: str = KEY
) -> str:
    binding = (
        f'<w:dataBinding w:prefixMappings="{mapped}" w:xpath="{steps}" '
        f'w:storeItemID="{key}"/>'
    )
    return (
        f"<w:sdt><w:sdtPr>{more}{binding if steps else ''}</w:sdtPr>"
        f"<w:sdtContent>{r(shown)}</w:sdtContent></w:sdt>"
    )


def files_parts(*body: str) -> dict[str, bytes]:
    """A file with a case system's data, a title among its properties, and the text of
    a prompt.
    """
    properties = (
        f'<d:datastoreItem d:itemID="{KEY}" xmlns:d="http://schemas.openxmlformats.org/'
        'officeDocument/2006/customXml"/>'
    )
    core = (
        '<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Aftale om prøver</dc:title></c:coreProperties>"
    )
    prompt = (
        '<w:docParts><w:docPart><w:docPartPr><w:name w:val="Spørg"/></w:docPartPr>'
        f"<w:docPartBody>{p(PROMPT)}</w:docPartBody></w:docPart></w:docParts>"
    )
    return parts_of(
        "".join(body),
        [
            ("d", "customXml", "../customXml/item1.xml"),
            ("g", "glossaryDocument", "glossary/document.xml"),
        ],
        {
            "customXml/item1.xml": DATA,
            "customXml/itemProps1.xml": properties,
            "customXml/_rels/item1.xml.rels": relations(
                ("p", "customXmlProps", "itemProps1.xml")
            ),
            "docProps/core.xml": core,
            "word/glossary/document.xml": part("glossaryDocument", prompt),
            "_rels/.rels": relations(
                ("a", "officeDocument", "word/document.xml"),
                ("b", "core-properties", "docProps/core.xml"),
            ),
        },
    )


def with_data(*body: str) -> ReadText:
    """What is read of such a file."""
    return read_text_of(packed(files_parts(*body)))


ASKING = "<w:showingPlcHdr/>"
OWN = '<w:placeholder><w:docPart w:val="Spørg"/></w:placeholder><w:showingPlcHdr/>'
PART = {"steps": "/s:sag[1]/s:part[1]", "mapped": "xmlns:s='urn:sag'"}


def test_a_control_bound_to_data_shows_the_data_as_word_does() -> None:
    reading = with_data(p("Mellem ", control(PROMPT, ASKING, **PART), " og regionen."))
    assert outline(reading.blocks) == ["Mellem Gribskov Kommune og regionen."]
    assert remarks(reading, Concern.LEFT_OUT) == []
    assert remarks(reading, Concern.CHANGED) == [
        "1 udfyldningsfelt (indholdskontrol) står som almindelig tekst: «Gribskov "
        "Kommune»."
    ]


def test_data_that_says_otherwise_than_the_text_is_asked_about() -> None:
    reading = with_data(p("Mellem ", control("Hillerød Kommune", **PART)))
    assert outline(reading.blocks) == ["Mellem Gribskov Kommune"]
    (doubt,) = remarks(reading, Concern.DOUBT)
    assert "«Hillerød Kommune» → «Gribskov Kommune»" in doubt


def test_a_control_may_be_bound_to_the_files_properties_and_to_an_attribute() -> None:
    steps, mapped = TITLE
    title = control(PROMPT, ASKING, steps=steps, mapped=mapped, key=CORE)
    number = control("x", steps="/s:sag/s:part/@nr", mapped="xmlns:s='urn:sag'")
    reading = with_data(p("Se ", title), p("Nr. ", number))
    assert outline(reading.blocks) == ["Se Aftale om prøver", "Nr. 7"]


@pytest.mark.parametrize(
    "steps",
    [
        *(
            "/s:sag/s:tom",
            "/x:sag/x:part",
            "/nowhere",
            "document('file:///etc/passwd')",
        ),
        *("//s:part[. = 'x' or true()]", "concat('a','b')", "/s:sag/../s:sag"),
    ],
)
def test_what_leads_to_nothing_or_is_no_plain_way_is_not_followed(steps: str) -> None:
    shown = control("Hillerød", steps=steps, mapped="xmlns:s='urn:sag'")
    assert outline(with_data(p("I ", shown)).blocks) == ["I Hillerød"]


def test_a_control_that_another_program_filled_in_is_not_a_prompt() -> None:
    reading = with_data(p("I ", control("Gribskov", OWN)))
    assert outline(reading.blocks) == ["I Gribskov"]


def test_a_control_that_asks_is_left_out_and_told_with_its_place() -> None:
    reading = with_data(p("Kommune: ", control(PROMPT, OWN)))
    assert outline(reading.blocks) == ["Kommune:"]
    told = [one for one in reading.remarks if one.concern is Concern.LEFT_OUT]
    assert told[0].pieces == ((PROMPT, f"ved «Kommune: {PROMPT}»"),)


def test_a_choice_is_shown_by_its_name_and_a_check_mark_stays() -> None:
    choices = (
        '<w:dropDownList><w:listItem w:displayText="Kommunen" w:value="7"/>'
        "</w:dropDownList>"
    )
    check = (
        '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/w"/>'
    )
    number = {"steps": "/s:sag/s:part/@nr", "mapped": "xmlns:s='urn:sag'"}
    reading = with_data(
        p("Betaler: ", control(PROMPT, ASKING + choices, **number)),
        p("Ja ", control("☒", check, **number)),
    )
    assert outline(reading.blocks) == ["Betaler: Kommunen", "Ja ☒"]


def test_a_filled_control_around_paragraphs_keeps_them() -> None:
    filled = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Et.')}{p('To.')}</w:sdtContent></w:sdt>"
    )
    assert outline(read(filled).blocks) == ["Et.", "To."]


def dated(form: str = "d. MMMM yyyy") -> str:
    return f'<w:date><w:dateFormat w:val="{form}"/></w:date>'


CHECK = '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/w"/>'


def at(name: str) -> dict[str, str]:
    return {"steps": f"/s:sag[1]/s:{name}[1]", "mapped": "xmlns:s='urn:sag'"}


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("d. MMMM yyyy", "1. maj 2024"),
        ("dd-MM-yyyy", "01-05-2024"),
        ("'den' d/M yy", "den 1/5 24"),
        ("dddd d. MMMM", "1. maj 2024"),
        ("", "1. maj 2024"),
    ],
)
def test_a_day_that_is_bound_is_shown_in_the_controls_own_form(
    form: str, written: str
) -> None:
    asking = control("Vælg dato", ASKING + dated(form), **at("dag"))
    reading = with_data(p("I kraft fra ", asking))
    assert outline(reading.blocks) == [f"I kraft fra {written}"]
    assert remarks(reading, Concern.LEFT_OUT) == []


def test_a_day_that_is_another_than_the_texts_is_asked_about() -> None:
    other = control("1. januar 2020", dated(), **at("dag"))
    reading = with_data(p("I kraft fra ", other))
    assert outline(reading.blocks) == ["I kraft fra 1. maj 2024"]
    (doubt,) = remarks(reading, Concern.DOUBT)
    assert "«1. januar 2020» → «1. maj 2024»" in doubt


@pytest.mark.parametrize("shown", ["1. maj 2024", "01-05-2024", "1.5.2024"])
def test_a_day_that_the_text_tells_in_another_form_stays_as_it_stands(
    shown: str,
) -> None:
    reading = with_data(p("Fra ", control(shown, dated(), **at("dag"))))
    assert outline(reading.blocks) == [f"Fra {shown}"]
    assert remarks(reading, Concern.DOUBT) == []


@pytest.mark.parametrize(
    ("name", "shown", "written"),
    [("ja", "☐", "☒"), ("ja", "☒", "☒"), ("nej", "☒", "☐")],
)
def test_a_check_mark_is_that_of_the_data(name: str, shown: str, written: str) -> None:
    reading = with_data(p("Samtykke ", control(shown, CHECK, **at(name))))
    assert outline(reading.blocks) == [f"Samtykke {written}"]
    assert bool(remarks(reading, Concern.DOUBT)) == (shown != written)


@pytest.mark.parametrize("more", [dated(), CHECK])
def test_data_that_are_no_day_or_mark_are_asked_about_and_the_text_stays(
    more: str,
) -> None:
    reading = with_data(p("Fra ", control("2020", more, **PART)))
    assert outline(reading.blocks) == ["Fra 2020"]
    (doubt,) = remarks(reading, Concern.DOUBT)
    assert "«2020» / «Gribskov Kommune»" in doubt


@pytest.mark.parametrize("words", ["Karen Blixen", "24 timer", "Region Hovedstaden"])
def test_what_looks_like_no_prompt_is_kept_and_asked_about(words: str) -> None:
    reading = with_data(p("Kontakt: ", control(words, ASKING)))
    assert outline(reading.blocks) == [f"Kontakt: {words}"]
    (doubt,) = remarks(reading, Concern.DOUBT)
    assert "mærket som ikke udfyldt" in doubt and f"«{words}»" in doubt


@pytest.mark.parametrize(
    "words", ["Klik her", "Vælg et element.", "[Navn]", "Click or tap here", "____"]
)
def test_what_looks_like_a_prompt_is_one(words: str) -> None:
    reading = with_data(p("Kontakt: ", control(words, ASKING)))
    assert outline(reading.blocks) == ["Kontakt:"]


def test_what_has_the_look_of_a_prompt_is_one() -> None:
    styled = control("Kommunens navn", ASKING).replace(
        "<w:rPr>", '<w:rPr><w:rStyle w:val="Pladsholdertekst"/>'
    )
    assert outline(with_data(p("Kontakt: ", styled)).blocks) == ["Kontakt:"]


def test_a_day_that_the_data_have_as_people_write_it_is_shown_so() -> None:
    written = control("2020", dated("dd-MM-yyyy"), **at("skrevet"))
    reading = with_data(p("Fra ", written))
    assert outline(reading.blocks) == ["Fra 1. maj 2024"]
    (doubt,) = remarks(reading, Concern.DOUBT)
    assert "«2020» → «1. maj 2024»" in doubt
