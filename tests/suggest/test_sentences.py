"""A text's sentences, as they stand."""

import pytest

from registry.suggest.sentences import parts_of, readable, sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Et. To.", ["Et.", "To."]),
        ("Jf. stk. 3 gælder det. To.", ["Jf. stk. 3 gælder det.", "To."]),
        ("Det sker kl. 8. Så går vi.", ["Det sker kl. 8.", "Så går vi."]),
        ("Den 1. Januar går vi.", ["Den 1. Januar går vi."]),
        ("En f.eks. To ting.", ["En f.eks. To ting."]),
        ("Vi ringer; kommunen går.", ["Vi ringer;", "kommunen går."]),
        ("- et\n- to", ["et", "to"]),
        ("1. et\n2) to", ["et", "to"]),
        ("| a | b |\n|---|---|", []),
        ("# Overskrift\n\nTekst.", ["Tekst."]),
        ("En lang\nlinje.", ["En lang linje."]),
        ("", []),
    ],
)
def test_each_sentence_stands_alone(text: str, found: list[str]) -> None:
    assert [one.text for one in sentences(text)] == found


def test_a_sentence_knows_its_place_its_heading_and_its_lead_in() -> None:
    text = "## Hvem\n\nKommunen skal:\n\n- ringe,\n- skrive.\n\nSlut."

    found = sentences(text)

    assert all(text[one.start :].startswith(one.raw) for one in found)
    assert {one.section for one in found} == {"Hvem"}
    assert [one.lead for one in found] == ["", "Kommunen skal:", "Kommunen skal:", ""]


def test_a_point_that_leads_in_points_goes_on_with_its_own_lead_in() -> None:
    text = "Kommunen skal:\n- ved fravær:\n  - ringe"

    assert sentences(text)[-1].lead == "Kommunen skal ved fravær:"


def test_a_line_in_bold_is_a_heading() -> None:
    assert sentences("**Kommunen**\n\nTekst.")[0].section == "Kommunen"


def test_a_text_is_parted_by_its_headings() -> None:
    text = "Først.\n\n## Et\n\nTekst.\n## To\n"

    parts = [(title, text[a:b].strip()) for title, a, b in parts_of(text)]

    assert parts == [("", "Først."), ("Et", "Tekst."), ("To", "")]


def test_it_reads_without_marks_notes_and_broken_words() -> None:
    assert readable("**Fed** [link](x), ud-\nskriv.[^1]") == "Fed link, udskriv."
