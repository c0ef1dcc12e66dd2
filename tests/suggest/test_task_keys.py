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
    assert KNOWN.nearest("Give medicin med ved udskrivning")[0] == "medicin"


def test_words_in_another_form_are_the_same() -> None:
    assert KNOWN.nearest("Anvise boliger")[0] == "bolig"


def test_what_is_like_none_of_them_is_said_to_be_none() -> None:
    assert KNOWN.nearest("Holde møde i samarbejdsudvalget") == []
    assert KNOWN.nearest("") == []
    assert TaskKeys(()).nearest("Køre borgeren hjem") == []


def test_one_word_in_common_is_no_likeness_unless_it_is_the_kinds_whole_name() -> None:
    known = TaskKeys(
        [
            ("plan", "plan"),
            ("samtykke", "Indhente skriftligt samtykke"),
            ("sygepleje", "kommunal sygepleje"),
        ],
        actors=("kommune", "kommunal", "hospital"),
    )

    assert known.nearest("Give en skriftlig vejledning med hjem") == []
    assert known.nearest("Skrive en plan") == ["plan"]
    assert known.nearest("Skrive en plan for kateter, pose, ballon og slange") == []
    # An actor's word tells who, and not what.
    assert known.nearest("Ringe til den kommunale vagt") == []
    assert known.nearest("Kontakte kommunens sygepleje") == ["sygepleje"]


def test_what_is_much_less_like_than_the_best_is_not_proposed_beside_it() -> None:
    known = TaskKeys(
        [
            ("hjem", "Køre borgeren hjem i taxa efter behandling"),
            ("hente", "Køre taxa til prøver, scanning, undersøgelse og behandling"),
        ]
    )

    assert known.nearest("Køre hjem i taxa efter behandling") == ["hjem"]


@given(st.text(max_size=60))
def test_any_text_has_at_most_three_each_once(text: str) -> None:
    found = KNOWN.nearest(text)
    assert len(found) == len(set(found)) <= PROPOSED
    assert found == KNOWN.nearest(text)


def test_that_something_is_said_or_sent_tells_not_what_is_done() -> None:
    known = TaskKeys(
        [
            ("henvisning", "Underrette kommunen"),
            ("plan", "Orientere om planen"),
            ("moede", "holde møde"),
            ("epikrise", "Sende epikrise"),
        ],
        actors=("kommune", "pårørende", "læge"),
    )

    assert known.nearest("Underrette de pårørende om vægttab") == []
    assert known.nearest("Orientere lægen") == []
    assert known.nearest("Holde frokostmøde") == []
    assert known.nearest("Holde møde") == ["moede"]
    assert known.nearest("Sende epikrise til lægen") == ["epikrise"]


def test_a_verb_alone_is_no_name_of_a_kind() -> None:
    known = TaskKeys([("dialyse", "vejes"), ("traening", "genoptræning")])

    assert known.nearest("Veje bagagen") == []
    assert known.nearest("Tilbyde genoptræning") == ["traening"]
