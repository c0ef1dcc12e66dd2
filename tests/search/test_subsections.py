"""Questions that cite a subsection of law, of the shipped catalogue."""

from collections.abc import Callable
from typing import Any

import pytest

LAW = "lovbestemt-alkohol-og-stofbehandling"


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("sundhedsloven §141 stk 7", f"{LAW}.anonym-alkoholbehandling"),
        ("sul § 141, stk. 7", f"{LAW}.anonym-alkoholbehandling"),
        ("sul §141 stk8", f"{LAW}.alkoholambulatorium"),
        ("sundhedslovens § 141, 8. stk.", f"{LAW}.alkoholambulatorium"),
        ("sundhedsl. § 141 stk. 4", f"{LAW}.regionens-bistand"),
        ("sundhl § 142 stk 6", f"{LAW}.laegelig-behandling"),
        ("rsl § 9 stk. 4", "lovbestemt-handlekommune.ophold-i-anden-kommune"),
        (
            "retssikkerhedslov § 9, stk. 3",
            "lovbestemt-handlekommune.ophold-i-anden-kommune",
        ),
        (
            "sundhedsloven § 198, stk. 4",
            "utilsigtede-haendelser.rapportere-patient-og-paaroerende",
        ),
        ("§ 50 stk. 3 i sundhedsloven", "lovbestemt-tolkebistand.anden-tolk"),
        (
            "sundhedsloven § 50 stk. 3 hvem betaler",
            "lovbestemt-tolkebistand.anden-tolk",
        ),
        (
            "sundhedsl §82c, 2.stk. hvad går det ud på",
            "dobbeltdiagnose.gratis-laegemidler",
        ),
    ],
)
def test_the_row_of_the_subsection_stands_first(
    asked: Callable[..., Any], question: str, row: str
) -> None:
    answer = asked(question)

    assert answer["answers"][0]["id"] == row
    assert answer["remarks"] == []


@pytest.mark.parametrize("subsection", [1, 2])
def test_rows_of_another_subsection_are_no_answer(
    asked: Callable[..., Any], subsection: int
) -> None:
    rows = {row["id"] for row in asked(f"sul § 141 stk. {subsection}")["answers"]}

    assert f"{LAW}.anonym-alkoholbehandling" not in rows
    assert "dobbeltdiagnose.alkoholbehandling" in rows


def test_that_no_row_states_a_subsection_is_said(asked: Callable[..., Any]) -> None:
    answer = asked("sundhedsloven § 141 stk. 9")

    assert answer["answers"]
    assert [remark["text"] for remark in answer["remarks"]] == [
        "Ingen række siger, at den er efter «sundhedsloven § 141 stk. 9». "
        "Svaret er om paragraffen."
    ]


def test_a_paragraph_without_subsection_is_any_of_them(
    asked: Callable[..., Any],
) -> None:
    rows = {row["id"] for row in asked("sundhedsloven § 141")["answers"]}

    assert f"{LAW}.anonym-alkoholbehandling" in rows
    assert "dobbeltdiagnose.alkoholbehandling" in rows
