"""Forms that are a noun's as well as a verb's, and nouns that look like adjectives.

Covers registry/suggest/nouns.py and what registry/suggest/finite.py and
registry/suggest/joints.py make of such forms.
"""

import pytest

from tests.suggest.samples import actions, suggestions


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Hospitalet udleverer poser og skyllevand.", "udlevere poser og skyllevand"),
        (
            "Hospitalet udleverer katetre, poser og bind.",
            "udlevere katetre, poser og bind",
        ),
        ("Hospitalet køber senge, skinner og puder.", "købe senge, skinner og puder"),
        ("Hospitalet sender salver med.", "sende salver med"),
    ],
)
def test_things_in_a_list_are_no_acts(text: str, task: str) -> None:
    assert actions(text) == [("hospital", task)]


def test_verbs_in_a_list_still_are() -> None:
    said = [
        task for _, task in actions("Kommunen vurderer, støtter og vejleder borgeren.")
    ]
    assert said == ["vurdere borgeren", "støtte borgeren", "vejlede borgeren"]


@pytest.mark.parametrize("cases", ["disse", "alle", "sådanne", "visse"])
def test_who_is_to_be_involved_in_some_cases_does_nothing(cases: str) -> None:
    (row,) = suggestions(f"Apoteket skal i {cases} tilfælde inddrages.")

    assert row.responsible == ()
    assert "tilfælde" not in row.task


def test_a_nurse_is_who_rings_and_not_whom_she_rings() -> None:
    (row,) = suggestions("Ved tvivl ringer kommunens sygeplejerske borgeren op.")

    assert row.responsible == ("kommune",)
    assert row.informed == ("borger",)


def test_an_adjective_in_the_same_form_still_stands_before_its_noun() -> None:
    assert actions("Den praktiske hjælp bevilges af kommunen.") == [
        ("kommune", "bevilge den praktiske hjælp")
    ]
