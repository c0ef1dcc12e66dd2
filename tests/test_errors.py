"""The domain's refusals: what each carries to the one who can mend it."""

import inspect

import pytest

from registry import errors
from registry.errors import (
    BadContent,
    BadInput,
    IndexBehind,
    IndexUnusable,
    PersonalData,
    RegistryError,
    TooManyAttempts,
)


def test_a_refusal_carries_its_message_and_the_field_to_mend() -> None:
    error = BadInput("pr: det er ikke en dato.", "pr")

    assert (error.message, error.field) == ("pr: det er ikke en dato.", "pr")
    assert str(error) == error.message


def test_a_refusal_that_no_field_can_mend_names_none() -> None:
    assert errors.Refused("Det kræver rollen redaktør.").field is None


def test_a_fault_in_a_file_names_the_file_the_line_and_the_field() -> None:
    error = BadContent("vocabulary/phases.yaml", 7, "key", "mangler")

    assert error.message == "vocabulary/phases.yaml, linje 7, felt «key»: mangler"
    assert (error.path, error.line, error.field) == ("vocabulary/phases.yaml", 7, "key")


def test_one_who_tried_too_often_is_told_how_long_to_wait() -> None:
    assert TooManyAttempts("Vent lidt.", 30).seconds == 30


def test_all_of_them_can_be_met_as_one() -> None:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]

    assert RegistryError in kinds
    assert all(issubclass(kind, RegistryError) for kind in kinds)


@pytest.mark.parametrize(
    ("kind", "wider"), [(PersonalData, BadInput), (IndexBehind, IndexUnusable)]
)
def test_what_is_a_case_of_another_is_met_as_that(
    kind: type[RegistryError], wider: type[RegistryError]
) -> None:
    with pytest.raises(wider, match="ord"):
        raise kind("Nogle ord.")
