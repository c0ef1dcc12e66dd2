"""Suggestions from a text's own sentences: who, what, when, and what yields none.

Also covers registry/suggest/suggestion.py.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.suggest.samples import actions, fields_of, only, suggestions

WORDS = """
kommunen hospitalet egen læge borgeren den de det skal kan ikke sender orienterer og men
eller hvis når at der som om , . : ; ( ) senest 3 dage før udskrivningen af til for en
plan ansvaret har er hos behandlingsansvaret betaler § * - # | «x» \n \n\n 24 timer jf.
henvises, sørger mens hvorefter såvel så snart inden 1. januar 🙂 ½ hver
""".split(" ")


def test_a_sentence_with_a_duty_is_a_row_that_rests_on_it() -> None:
    one = only("## Udskrivning\n\nKommunen skal hente borgeren senest dagen efter.")

    assert one.sentence == "Kommunen skal hente borgeren senest dagen efter."
    assert (one.section, one.phase, one.task) == (
        *("Udskrivning", "udskrivning"),
        "hente borgeren",
    )
    assert (one.responsible, one.deadline, one.sure) == (
        ("kommune",),
        "senest dagen efter",
        True,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Formålet med ordningen er at skabe tryghed.",
        "Det er vigtigt, at kommunen og hospitalet taler sammen.",
        "Parterne ønsker et godt samarbejde.",
        "Ved genoptræning forstås målrettet træning.",
        "Se afsnit 4 om transport.",
        "For eksempel kan kommunen tilbyde en plads.",
        "Kommunen havde tidligere en anden ordning.",
        "Ordningen bygger på gode erfaringer.",
        "Hospitalet og kommunen skal opleves som én indgang.",
        "Kommunen ligger ved kysten.",
        "Skal kommunen betale?",
        "# Kommunen skal betale",
    ],
)
def test_aims_definitions_references_and_headings_yield_nothing(text: str) -> None:
    assert suggestions(text) == []


def test_who_is_not_in_the_vocabulary_is_asked_about_and_never_guessed() -> None:
    one = only("Kommunens bil er rød, og ergoterapeuten måler stolen.")

    assert (one.responsible, one.asked, one.sure) == ((), "ergoterapeuten", False)


def test_what_is_done_by_nobody_named_is_left_open() -> None:
    one = only("Planen skal sendes til kommunen senest 2 dage før mødet.")

    assert (one.responsible, one.informed, one.sure) == ((), ("kommune",), False)


def test_an_exception_that_refers_back_belongs_to_the_row_before() -> None:
    one = only("Kommunen betaler for transporten. Det gælder dog ikke i weekenden.")

    assert (one.payer, one.does_not_apply_to) == (("kommune",), "i weekenden")


def test_an_exception_of_its_own_says_for_whom() -> None:
    excepted = "does_not_apply_to"

    assert fields_of("Ordningen gælder ikke for børn.", excepted) == ["børn"]
    assert fields_of("Børn er ikke omfattet af ordningen.", excepted) == ["børn"]
    assert fields_of("Ordningen omfatter ikke transport.", excepted) == ["transport"]


def test_a_deadline_is_data_where_it_is_one_length() -> None:
    row = only("Hospitalet svarer kommunen senest tre hverdage efter mødet.")

    assert row.deadline == "senest tre hverdage efter mødet"
    assert row.deadline_data == {
        "amount": 3,
        "unit": "hverdage",
        "relation": "efter",
        "event": "mødet",
    }
    assert only("Hospitalet svarer straks.").deadline_data is None


def test_what_is_agreed_or_picked_out_is_a_duty_that_is_not_sure() -> None:
    agreed = only("Parterne er enige om, at kommunen indkalder til møde.")
    picked = only("Det er regionen, der udpeger en formand.")

    assert (agreed.responsible, agreed.sure) == (("kommune",), False)
    assert (picked.responsible, picked.sure) == (("region",), False)


def test_a_short_name_and_a_pronoun_take_up_who_was_named() -> None:
    text = "Det psykiatriske center ringer. Centeret skriver. Det sender også et brev."

    assert [who for who, _ in actions(text)] == ["psykiatrisk-center"] * 3


def test_a_pronoun_after_a_thing_is_nobody() -> None:
    text = "Kommunen laver planen. Planen er kort. Den sender besked til egen læge."

    assert actions(text)[-1][0] == ""


def test_of_two_doctors_the_short_name_is_asked_about() -> None:
    text = (
        "Egen læge og overlægen får en kopi af brevet. Lægen skal ringe til borgeren."
    )

    assert only(text).asked == "Lægen"


def test_the_doctor_at_a_place_that_is_named_first_is_the_places() -> None:
    one = only("Egen læge er syg. På hospitalet skriver lægen et brev.")

    assert (one.responsible, one.sure) == (("hospital",), False)


def test_what_may_go_on_with_a_condition_is_not_sure() -> None:
    text = "Hospitalet ringer, når svaret er klar, og {} samtykker."

    assert len(suggestions(text.format("borgeren"))) == 1
    assert [one.sure for one in suggestions(text.format("kommunen"))] == [True, False]


def test_a_phase_is_read_from_the_condition_first_and_else_from_the_heading() -> None:
    text = (
        "## Ved indlæggelse\n\nHospitalet ringer. Når han udskrives, ringer kommunen."
    )

    assert fields_of(text, "phase") == ["indlaeggelse", "udskrivning"]
    assert fields_of("Kommunen ringer.", "phase") == [""]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_no_text_of_danish_words_makes_it_fail(text: str) -> None:
    for one in suggestions(text):
        assert one.sentence and text[one.start :].startswith(one.sentence)


@given(st.text(max_size=120))
def test_every_sentence_that_is_named_stands_in_the_text(text: str) -> None:
    for one in suggestions(f"Kommunen skal sende {text}\n\nHospitalet ringer. {text}"):
        assert (
            one.sentence in f"Kommunen skal sende {text}\n\nHospitalet ringer. {text}"
        )


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_the_same_text_gives_the_same_suggestions(text: str) -> None:
    assert suggestions(text) == suggestions(text)
