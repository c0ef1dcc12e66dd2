"""What is not to be done, where nobody is named."""

import pytest

from tests.suggest.samples import only, suggestions


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Medicinen må ikke udleveres.", "udlevere medicinen"),
        ("Prøven må aldrig sendes med posten.", "sende prøven med posten"),
        ("Afgørelsen kan ikke delegeres.", "delegere afgørelsen"),
        ("Det er ikke tilladt at genbruge medicin.", "genbruge medicin"),
        ("Det er forbudt at optage samtalen.", "optage samtalen"),
        ("Er borgeren ukendt, sendes ingen rapport.", "sende rapport"),
    ],
)
def test_a_prohibition_asks_whom_it_binds(text: str, task: str) -> None:
    one = only(text)

    assert (one.task, one.denied, one.asked) == (task, True, "hvem")
    assert not one.sure


@pytest.mark.parametrize(
    "text", ["Risikoen kan ikke udelukkes.", "Ingen udskrives.", "Ingen skal glemmes."]
)
def test_what_cannot_be_helped_is_no_prohibition(text: str) -> None:
    assert suggestions(text) == []


def test_none_of_the_parties_may_is_a_prohibition_for_all() -> None:
    one = only("Ingen af parterne kan ensidigt ændre aftalen.")

    assert (one.responsible, one.denied) == (("alle-parter",), True)


def test_until_when_it_is_not_to_be_done_is_a_condition() -> None:
    one = only("Kommunen begynder ikke træningen, før prøven er svaret.")

    assert (one.deadline, one.situation) == ("", "før prøven er svaret")
