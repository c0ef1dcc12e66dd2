"""A row's words."""

from tests.suggest.samples import fields_of, only


def test_a_task_is_an_infinitive_without_what_other_fields_say() -> None:
    text = "Hvis borgeren er syg, ringer kommunen derefter til egen læge senest kl. 9."

    one = only(text)

    assert one.task == "ringe til egen læge"
    assert one.situation == "Hvis borgeren er syg"
    assert one.deadline == "senest kl. 9"


def test_a_reference_is_no_part_of_the_task() -> None:
    assert fields_of("Kommunen ringer til borgeren, jf. bilag 2.", "task") == [
        "ringe til borgeren"
    ]


def test_a_task_is_short() -> None:
    more = ", hvor der er sol og vind og regn" * 5
    text = f"Kommunen skal hente borgeren på perronen ved den store station{more}."

    assert len(only(text).task.split()) <= 25


def test_an_adverb_before_the_verb_is_no_situation() -> None:
    assert fields_of("Herefter ringer kommunen.", "situation") == [""]
