"""What the form of a word asks for in the lists that have words of their own."""

from registry.records.kinds import RECORD_KINDS
from registry.records.word_fields import asked_as, suited
from registry.rules.fields import Scheme

FIELDS = RECORD_KINDS["word"].fields


def test_plain_words_are_asked_for_in_words_of_their_own() -> None:
    asked = {field.name: field for field in suited(FIELDS, Scheme.PLAIN_WORDS)}
    assert set(asked) == {"label", "key", "also", "source", "reason"}
    assert asked["label"].label == "Sådan får borgeren det fortalt"
    assert "Hvis du" in asked["label"].hint
    assert asked["label"].required


def test_other_lists_are_asked_for_as_they_are() -> None:
    assert suited(FIELDS, Scheme.ACTORS) == list(FIELDS)
    assert suited(FIELDS, "") == list(FIELDS)


def test_a_refusal_names_the_field_as_the_form_does() -> None:
    label = next(field for field in FIELDS if field.name == "label")
    assert asked_as(label, Scheme.PLAIN_WORDS) == "Sådan får borgeren det fortalt"
    assert asked_as(label, Scheme.ACTORS) == asked_as(label, None) == label.label
