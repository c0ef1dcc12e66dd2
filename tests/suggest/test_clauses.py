"""Where a subordinate clause begins and ends.

Also covers registry/suggest/finite.py.
"""

import pytest

from registry.suggest.clauses import subordinates
from registry.suggest.finite import is_finite
from registry.suggest.words import words_of
from tests.suggest.samples import actions, fields_of


def clauses(text: str) -> list[str]:
    words = words_of(text)
    return [
        " ".join(w.text for w in words[sub.start : sub.end])
        for sub in subordinates(words)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Når han går, ringer vi.", ["Når han går"]),
        ("Når han går ringer vi.", ["Når han går"]),
        ("Er han syg, ringer vi.", ["Er han syg"]),
        ("Vi ringer, hvis han går og bliver væk.", ["hvis han går og bliver væk"]),
        ("Vi vurderer, om han kan gå, og ringer.", ["om han kan gå"]),
        ("Den, der går, ringer.", ["der går"]),
        ("Vi skal, når han går, ringe.", ["når han går"]),
        ("Vi ringer, inden han går.", ["inden han går"]),
        ("Inden mødet ringer vi.", []),
        ("Vi har pligt til at ringe.", []),
        ("Vi sikrer, at han går.", ["at han går"]),
        ("Vi løser de opgaver, han får, og ringer.", ["han får"]),
        (
            *("Vi sikrer, at børn, der er syge, skal hjem.",),
            ["at børn , der er syge , skal hjem"],
        ),
        ("Der ringes til ham.", []),
        ("Som udgangspunkt ringer vi.", []),
    ],
)
def test_each_kind_of_clause(text: str, found: list[str]) -> None:
    assert clauses(text) == found


def test_a_noun_that_looks_like_a_verb_is_none_after_what_stands_before_nouns() -> None:
    words = words_of("Borgerens sagsbehandler tager de to aftaler med.")

    assert [w.low for at, w in enumerate(words) if is_finite(words, at)] == ["tager"]


def test_a_condition_is_the_situation_and_not_the_task() -> None:
    text = "Kommunen ringer, hvis borgeren udebliver."

    assert fields_of(text, "task", "situation") == [
        ("ringe", "hvis borgeren udebliver")
    ]


def test_a_verb_inside_a_clause_is_nobodys_duty() -> None:
    assert actions("Kommunen vurderer, om hospitalet skal ringe.") == [
        ("kommune", "vurdere, om hospitalet skal ringe")
    ]
