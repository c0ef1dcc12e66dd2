"""What a line looks like: a heading of some kind, a title, or neither."""

import pytest

from registry.documents.blocks import Heading
from registry.intake.pasted.reader import read
from registry.intake.read_text import Concern
from tests.intake.pasted.samples import headings, remarks


def test_the_levels_of_headings_follow_their_numbers() -> None:
    text = (
        "Denne aftale gælder for alle parter.\n\n"
        "1. Ansvar\nKommunen og regionen deles om ansvaret.\n\n"
        "1.1 Lægeligt ansvar\nHospitalet har behandlingsansvaret.\n\n"
        "1.1.1 Medicin\nHospitalet ordinerer medicinen.\n\n"
        "2. Økonomi\nKommunen betaler plejen.\n"
    )

    assert headings(text) == [
        (2, "1. Ansvar"),
        (3, "1.1 Lægeligt ansvar"),
        (4, "1.1.1 Medicin"),
        (2, "2. Økonomi"),
    ]


def test_chapters_and_annexes_stand_over_the_numbers() -> None:
    text = (
        "Denne aftale gælder for alle parter.\n\n"
        "Kapitel 1\nFormål\nAftalen skal sikre, at borgeren får hjælp i tide.\n\n"
        "1.1 Mål\nMålene følges hvert år.\n\n"
        "Bilag 1. Fordeling af udgifter\nUdgifterne deles ligeligt.\n"
    )

    assert headings(text) == [
        (2, "Kapitel 1: Formål"),
        (3, "1.1 Mål"),
        (2, "Bilag 1. Fordeling af udgifter"),
    ]


def test_a_short_line_alone_before_text_is_a_heading_and_it_is_said() -> None:
    text = (
        "Denne aftale gælder for alle parter.\n\n"
        "Hvem betaler?\n\nKommunen betaler for plejen i borgerens hjem.\n"
        "Lægeligt behandlingsansvar\nHospitalet har ansvaret, indtil borgeren er "
        "udskrevet.\n"
    )

    assert headings(text) == [(2, "Hvem betaler?"), (2, "Lægeligt behandlingsansvar")]
    assert remarks(read(text), Concern.CHANGED) == [
        "Linjer, der står alene, er læst som overskrifter: «Hvem betaler?», "
        "«Lægeligt behandlingsansvar»."
    ]


def test_a_label_over_a_text_is_a_heading_but_not_over_a_list() -> None:
    text = (
        "Denne aftale gælder for alle parter.\n\n"
        "Økonomi:\nKommunen betaler for plejen i borgerens hjem.\n\n"
        "Kommunen skal:\n- visitere\n- betale\n"
    )

    assert headings(text) == [(2, "Økonomi")]


@pytest.mark.parametrize(
    "text",
    [
        "§ 4. Kommunen betaler for plejen\n§ 5. Regionen betaler for behandlingen\n",
        "Denne aftale gælder.\n\nKommunen betaler.\n\nRegionen betaler.\n",
        "Opgaverne er delt sådan, at\n\n1. Kommunen visiterer\n2. Regionen behandler\n",
        "Fordelingen af udgifter mellem kommunen og regionen følger af\n"
        "Bilag 1 og gælder indtil videre for alle parter i aftalen.\n",
        "Det er kommunen, som betaler for plejen i hjemmet, sådan som det følger af "
        "afsnit\n"
        "3.2 Økonomi og betaling i hovedaftalen mellem parterne.\n",
        "Med venlig hilsen\n\nAnne Jensen\n\nDirektør\n",
        "Kommunen betaler for plejen.\nUdgave: 1\nStatus: gældende\n"
        "Parter: Regionen og de kommuner, der ligger i den\n",
    ],
)
def test_sentences_items_and_signatures_are_no_headings(text: str) -> None:
    reading = read(text)

    assert headings(text) == []
    assert reading.title in ("", "Med venlig hilsen")


def test_the_first_line_is_the_title_only_if_it_looks_like_one() -> None:
    body = "\n\nKommunen betaler for plejen i borgerens eget hjem.\n"

    assert read("Aftale om pleje" + body).title == "Aftale om pleje"
    assert (
        read("Aftale om pleje og\nbehandling" + body[1:]).title
        == "Aftale om pleje og behandling"
    )
    assert read("Aftale om pleje\n2. udkast" + body).title == "Aftale om pleje"
    assert read("AFTALE OM\nPLEJE" + body).title == "AFTALE OM PLEJE"
    assert read("Regionen betaler for medicinen." + body).title == ""
    assert read("1. Formål" + body).title == ""
    assert read("Formål" + body).title == ""
    assert read("Formål" + body).blocks[0] == Heading(2, "Formål", "afsnit-0")


def test_a_tab_after_a_headings_number_makes_no_columns() -> None:
    reading = read("Aftale om prøver\n\n1.\tFormål\n\nDer tages prøver.\n")
    assert [b.text for b in reading.blocks if isinstance(b, Heading)] == ["1. Formål"]


def test_a_sentence_with_the_number_of_a_note_is_no_heading() -> None:
    sentence = "Regionen betaler, indtil hospitalet har sendt epikrisen. 1"
    reading = read(
        f"Aftale om prøver\n\nØkonomi\n\n{sentence}\n\nSådan er det aftalt.\n"
    )
    assert [b.text for b in reading.blocks if isinstance(b, Heading)] == ["Økonomi"]


def test_a_sections_name_in_capitals_is_not_part_of_the_title() -> None:
    reading = read("AFTALE OM PRØVER\nØKONOMI\nRegionen betaler.\n")
    assert reading.title == "AFTALE OM PRØVER"
    assert [b.text for b in reading.blocks if isinstance(b, Heading)] == ["ØKONOMI"]
