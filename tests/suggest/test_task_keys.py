"""Which kinds of task a task may be, by its words."""

from hypothesis import given
from hypothesis import strategies as st

from registry.suggest.task_keys import PROPOSED, TaskKeys

NAMED = (
    ("varsling", "Varsle kommunen om udskrivning"),
    ("varsling", "give besked om udskrivning"),
    ("koersel", "Køre borgeren hjem"),
    ("koersel", "transport til hjemmet"),
    ("medicin", "Udlevere medicin ved udskrivning"),
    ("traening", "Genoptræne borgeren"),
    ("bolig", "Anvise en bolig"),
)
KNOWN = TaskKeys(NAMED)


def test_the_one_with_the_same_words_comes_first() -> None:
    assert KNOWN.nearest("Hospitalet varsler kommunen om udskrivning")[0] == "varsling"
    assert KNOWN.nearest("køre borgeren til hjemmet")[0] == "koersel"


def test_a_word_that_few_have_tells_more_than_one_that_many_have() -> None:
    assert KNOWN.nearest("Udlevere medicin til borgeren")[0] == "medicin"


def test_words_in_another_form_are_the_same() -> None:
    assert KNOWN.nearest("Anvise boliger")[0] == "bolig"


def test_what_is_like_none_of_them_is_said_to_be_none() -> None:
    assert KNOWN.nearest("Holde møde i samarbejdsudvalget") == []
    assert KNOWN.nearest("") == []
    assert TaskKeys(()).nearest("Køre borgeren hjem") == []


@given(st.text(max_size=60))
def test_any_text_has_at_most_three_each_once(text: str) -> None:
    found = KNOWN.nearest(text)
    assert len(found) == len(set(found)) <= PROPOSED
    assert found == KNOWN.nearest(text)
