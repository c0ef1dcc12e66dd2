"""The states of a version, told to people."""

import pytest

from registry.models import State
from registry.rules.states import STATE_LABELS, stands_as


def test_every_state_has_a_name_of_its_own() -> None:
    assert set(STATE_LABELS) == set(State)
    assert len(set(STATE_LABELS.values())) == len(State)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("draft", "Udgaven er en kladde."),
        ("in_approval", "Udgaven er til godkendelse."),
        ("published", "Udgaven er offentliggjort."),
        ("withdrawn", "Udgaven er lagt væk."),
    ],
)
def test_a_stored_state_is_told_as_a_sentence(state: str, sentence: str) -> None:
    assert stands_as(state) == sentence


def test_a_state_that_is_none_is_not_told() -> None:
    with pytest.raises(ValueError, match="glemt"):
        stands_as("glemt")
