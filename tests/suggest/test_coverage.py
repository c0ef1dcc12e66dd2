"""Which suggestions rows say already."""

from typing import Any

import pytest

from registry.suggest.coverage import key_of, row_that_says, says_of, sentence_key
from tests.suggest.samples import only


def row(**values: Any) -> dict[str, Any]:
    blank = {"situation": "", "does_not_apply_to": "", "payer": ()}
    return {"key": "raekke", "treatment_responsible": (), **blank, **values}


def test_a_row_with_the_words_and_the_actor_says_it() -> None:
    one = only("Kommunen henter medicinen på apoteket.")

    same = row(task="Hente medicin fra apotek", responsible=("kommune", "region"))
    other = row(task="Hente medicin fra apotek", responsible=("hospital",))
    less = row(task="Hente borgeren", responsible=("kommune",))

    assert row_that_says(one, [other, less, same]) == "raekke"
    assert row_that_says(one, [other, less]) == ""


def test_a_row_about_the_same_one_says_another_task() -> None:
    one = only("Hospitalet underretter Kriminalforsorgen.")
    other = row(task="Aftale vilkår med Kriminalforsorgen", responsible=("hospital",))

    assert row_that_says(one, [other]) == ""


def test_half_of_the_words_without_the_act_is_another_task() -> None:
    one = only("Kommunen bestiller tolken til samtalen på torsdag.")
    other = row(task="Betale tolk ved samtale", responsible=("kommune",))

    assert row_that_says(one, [other]) == ""


def test_who_pays_is_the_field_of_a_payment() -> None:
    one = only("Kommunen betaler for medicinen.")

    assert row_that_says(
        one, [row(task="Betale medicin", responsible=(), payer=("kommune",))]
    )
    assert not row_that_says(
        one, [row(task="Betale medicin", responsible=(), payer=("region",))]
    )


def test_a_suggestion_without_an_actor_is_said_by_its_words() -> None:
    one = only("Planen skal sendes til borgeren.")

    assert row_that_says(one, [row(task="Sende plan", responsible=("region",))])


@pytest.mark.parametrize("task", ["vurderer behovet", "kontakter"])
def test_a_task_of_light_words_is_said_by_all_of_them(task: str) -> None:
    one = only(f"Kommunen {task} inden 3 dage.")
    same = row(task=one.task, responsible=("kommune",))
    other = row(task="Afholde samtale", responsible=("kommune",))

    assert row_that_says(one, [other, same]) == "raekke"
    assert row_that_says(one, [other]) == ""


def test_names_last_when_lines_are_broken_otherwise() -> None:
    one, other = only("Kommunen maler huset."), only("Kommunen maler\nhuset.")

    assert key_of(one) == key_of(other)
    assert sentence_key(one.sentence) == sentence_key(other.sentence)


@pytest.mark.parametrize(
    ("task", "sentence"),
    [
        ("Gennemgå aftalen", "Parterne gennemgår aftalen senest i oktober."),
        ("Forestå plejen", "Den forestår kommunen."),
        ("Indgå i gruppen", "Egen læge indgår, når det er nødvendigt."),
        ("Undergå kontrol", "Borgeren undergår det hvert år."),
        ("Besøge borgeren", "Sygeplejersken besøger ham."),
    ],
)
def test_a_sentence_has_a_task_in_whatever_form(task: str, sentence: str) -> None:
    assert says_of(task, sentence)
    assert not says_of(task, "Regionen betaler for udstyr.")


def test_a_row_that_says_it_is_not_to_be_done_is_not_the_duty_s_row() -> None:
    one = only("Hospitalet varsler kommunen dagen før.")
    task, who = "Ikke varsle kommunen dagen før", ("hospital",)

    assert row_that_says(one, [row(task=task, responsible=who)]) == ""
    assert row_that_says(one, [row(task=task[5:], responsible=who)]) == "raekke"
