"""What the form of a choice asks for in vocabularies with words of their own."""

from registry.records.choice_fields import asked_as, suited
from registry.records.kinds import RECORD_KINDS
from registry.rules.fields import Scheme

OF_A_CHOICE = RECORD_KINDS["word"].fields


def test_plain_words_are_asked_for_in_words_of_their_own() -> None:
    asked = {field.name: field for field in suited(OF_A_CHOICE, Scheme.PLAIN_WORDS)}
    assert set(asked) == {"label", "key", "also", "source", "reason"}
    assert asked["label"].label == "Sådan får borgeren det fortalt"
    assert "Hvis du" in asked["label"].hint
    assert asked["label"].required


def test_other_lists_are_asked_for_as_they_are() -> None:
    assert suited(OF_A_CHOICE, Scheme.ACTORS) == list(OF_A_CHOICE)
    assert suited(OF_A_CHOICE, "") == list(OF_A_CHOICE)


def test_a_refusal_names_the_field_as_the_form_does() -> None:
    label = next(field for field in OF_A_CHOICE if field.name == "label")
    assert asked_as(label, Scheme.PLAIN_WORDS) == "Sådan får borgeren det fortalt"
    assert asked_as(label, Scheme.ACTORS) == asked_as(label, None) == label.label
