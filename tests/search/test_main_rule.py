"""The rule stands before its exceptions; of the shipped catalogue."""

from collections.abc import Callable
from typing import Any

import pytest

from registry.catalogue.snapshot import Row
from registry.language.danish import tokenize
from registry.models import Snitflade
from registry.search.main_rule import exceptions


def row(key: str, task: str, *responsible: str) -> Row:
    stored = Snitflade(
        key=key, task_key="t", task=task, phase="p", responsible=list(responsible)
    )
    return Row("a", 1, stored, "t", True)


RULE = row("regel", "Stille tolk til rådighed", "region")
OTHER = row("anden", "Betale for en anden tolk end regionens", "kommune")
NOT = row("ikke", "Læse en epikrise, der ikke er markeret", "praktiserende-laege")
CITIZEN = row("borger", "Møde op", "borger")


def stems(text: str) -> set[str]:
    return {token.stem for token in tokenize(text)}


def test_what_is_not_done_or_is_the_citizens_is_an_exception() -> None:
    listed = [NOT, OTHER, CITIZEN, RULE]
    assert exceptions(listed, stems("tolk hvem betaler")) == {
        *("a.ikke", "a.anden", "a.borger")
    }


def test_what_two_must_have_agreed_on_is_an_exception() -> None:
    agreed = row("aftalt", "Have tolken", "kommune")
    agreed.snitflade.situation = "Regionen og kommunen har aftalt det"
    anyway = row("altid", "Bestille tolken", "kommune")
    anyway.snitflade.situation = "Loven siger det, uanset hvad der er aftalt"
    assert exceptions([agreed, anyway], stems("tolk")) == {"a.aftalt"}


def test_where_all_are_exceptions_none_is() -> None:
    assert exceptions([NOT, OTHER], stems("tolk")) == frozenset()


@pytest.mark.parametrize(
    "text", ["en anden tolk", "skal patienten selv betale", "ikke markeret epikrise"]
)
def test_who_asks_for_the_exception_has_it_where_it_stood(text: str) -> None:
    assert exceptions([OTHER, RULE], stems(text)) == frozenset()


@pytest.mark.parametrize(
    ("question", "field", "first"),
    [
        ("tolk hvem betaler", "payer", ["Region"]),
        ("epikrise hvor hurtigt", "responsible", ["Hospital"]),
        ("epikrise frist", "responsible", ["Hospital"]),
        ("skal patienten selv betale tolken", "payer", ["Borger"]),
        ("hvem betaler en anden tolk", "payer", ["Borger"]),
    ],
)
def test_the_first_answer_is_the_rule_unless_the_exception_is_asked_for(
    asked: Callable[..., Any], question: str, field: str, first: list[str]
) -> None:
    assert asked(question)["answers"][0][field] == first
