"""A sign before an amount is told where it is read as markup; other words are not."""

import pytest

from registry.markup.remarks import remarks


@pytest.mark.parametrize(
    "text",
    [
        *("> III", "> Anden dag betaler regionen", "> Hver tredje", "> Sjette uge"),
        *("# Tre dage", "# Grad 3", "# BMI 30", "# III"),
    ],
)
def test_a_number_in_its_order_and_under_a_hash_is_told(text: str) -> None:
    assert len(remarks(text)) == 1


@pytest.mark.parametrize(
    "item",
    [
        *("2,5 (T-score)", "1 standardafvigelse", "3 i BMI", "4 dpt", "tkr. 5"),
        *("1.976 pr. døgn", "300 per besøg", "ca. 5 kr.", "netto 500 kr.", "**5**"),
        *("*5 kr.*", "(500 kr.)", "op til 5 kr.", "cirka 5 °C", "højst 12 %"),
    ],
)
def test_a_dash_before_an_amount_of_any_look_is_told(item: str) -> None:
    assert [told.line for told in remarks(f"- {item}\n- {item}")] == [1, 2]


@pytest.mark.parametrize(
    "item",
    ["ca. 5 dage", "op til 24 timer", "(2 uger)", "3 konsultationer hos egen læge"],
)
def test_a_length_of_time_and_a_count_are_no_less(item: str) -> None:
    assert not remarks(f"- {item}\n- {item}")


@pytest.mark.parametrize(
    "text",
    [
        *("> To døgn: kommunen betaler", "> Fem dage efter: regionen", "> Type 2"),
        *("> Én uge kræver visitation", "> En uge uden svar", "> Halvandet døgn"),
        *("> Grad II", "> Grad I", "> III trin", "> HbA1c på 48", "> BMI over 35"),
        *(
            "> Enogtyve dage",
            "> Puls over 120",
            ">Kommunen skal betale",
            "> **To** dage",
        ),
        "> Otte timer: ring 112\n> Tolv timer: indlæg",
        "- > To dage\n- Varsling",
    ],
)
def test_more_than_so_much_is_told(text: str) -> None:
    (told,) = remarks(text)
    assert told.line == 1 and "citat" in told.text


def test_more_than_so_much_is_told_on_a_later_line() -> None:
    (told,) = remarks("> Kommunen betaler ved:\n> Otte timer på hospitalet")
    assert told.line == 2 and "\\> Otte timer" in told.text


@pytest.mark.parametrize(
    "text",
    [
        "> Regionen betaler de to døgn\n> den første uge.",
        "> I Region Hovedstaden betaler kommunen.",
        "> Kan I hjælpe?",
        "> En borger klagede over det.",
        "> Et tilbud gives straks.",
        "> Den tredje dag er fri.",
        "> «To døgn» er fristen.",
        "> »Otte timer er nok.«",
    ],
)
def test_what_another_said_is_not_told(text: str) -> None:
    assert remarks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("- 500 kroner\n- 700 kroner", "- 2 SD\n- 3 SD", "- 1,5 kg\n- 3 kg"),
        *("- 5 BE\n- 3 BE", "- 5 C\n- 10 C", "- 1.000\n- 2.000", "- ⅓\n- ¼"),
        *("- 5 procent\n- 3 procent", "- 20 dB\n- 2 dB", "- 12 IE\n- 14 IE"),
        *("- kr. 500\n- kr. 700", "- DKK 500\n- EUR 5", "- € 5\n- $ 6", "- ½\n- 2½"),
        *("- fem grader\n- ti grader", "- 2-3 °C\n- 4 °C", "- 2½ årsværk\n- 4 årsværk"),
        *("- 1 500 kr.\n- 3 mio. kr.", "- to kilo\n- tredive kilo", "- 7 N\n- 9 N"),
    ],
)
def test_an_amount_that_may_have_a_minus_is_told(text: str) -> None:
    first, second = remarks(text)
    assert (first.line, second.line) == (1, 2)
    assert "minus" in first.text


@pytest.mark.parametrize("text", ["- ½ °C", "- 5 °C", "- ⅔", "- 2 SD"])
def test_one_amount_alone_stands_as_typed(text: str) -> None:
    assert remarks(text) == []


@pytest.mark.parametrize("text", ["- fem grader", "- kr. 500", "- € 5"])
def test_one_amount_that_words_begin_is_told(text: str) -> None:
    (told,) = remarks(text)
    assert "minus" in told.text


@pytest.mark.parametrize(
    "text",
    [
        *("- 24 timers varsel\n- 3 dage", "- 2 sygeplejersker\n- 3 læger"),
        *(
            "- ½ time før mødet\n- 1½ time efter",
            "- 1. maj\n- 2. juni",
            "- 82 c\n- 79 a",
        ),
        *("- 12.3.2026\n- 13.3.2026", "- 2025\n- 2026", "- 38 66 50 00\n- 38665000"),
        *("- 112 og 1813\n- Lægevagten", "- 3 møder om året\n- 2 i foråret"),
        *(
            "- En gang om året\n- To gange",
            "- to uger\n- fem dage",
            "- 3. sal\n- kælder",
        ),
        *(
            "- 5 i køen\n- 6 med",
            "- 2 e. kl.\n- 3 f. kl.",
            "- halvt medlem\n- en klinik",
        ),
    ],
)
def test_other_items_with_a_number_are_not_told(text: str) -> None:
    assert remarks(text) == []
