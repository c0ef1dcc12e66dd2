"""What stands beside a sentence's main clauses, and is let go where it tells an
action.
"""

from registry.suggest.asides import Asides
from registry.suggest.words import words_of


def test_clauses_and_exceptions_are_found_where_they_begin() -> None:
    asides = Asides(words_of("Kommunen vasker, når han går, dog ikke tæpper."))

    assert [sub.conjunction for sub in asides.subs] == ["når"]
    assert len(asides.exceptions) == 1


def test_what_is_denied_beside_an_act_is_not_the_act() -> None:
    words = words_of("Kommunen vasker gardiner, når han ikke går.")

    denied = next(at for at, word in enumerate(words) if word.low == "ikke")

    assert denied in Asides(words).places()


def test_a_clause_let_go_is_read_as_one_of_its_own() -> None:
    asides = Asides(words_of("Vi ringer, når han går."))
    sub = asides.subs[0]

    assert asides.let_go(sub) == sub.start
    assert asides.subs == []
    assert sub.start not in asides.sub_at
