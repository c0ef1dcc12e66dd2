"""What is told besides the question, and what is left of it.

Also covers registry/search/asked_fields.py.
"""

import pytest

from registry.clock import Moment
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.search.asked_fields import (
    asked_in,
    asks_price,
    is_of_own_deeds,
    is_of_word,
    stressed_in,
)
from registry.search.lexicon import Lexicon
from registry.search.question import parse
from tests.relevance.runs import TODAY
from tests.search.samples import lexicon, term, word

CORPUS = """
    tolk sag genoptræning sprøjter henvise støj gop svar tilskud terminal besøg
    psykiatri varsle hjemmebesøg honorar bange moderat hofte knæ skulder =240t
"""

LEFT = [
    # What somebody believes, and what the asker feels.
    ("min datter tror at tolken koster noget", "tror", False),
    ("kommunen mener det er en sag for BUC", "kommunen", True),
    ("jeg er bange for at genoptræningen glemmes", "bange", False),
    ("patienten er bange for sprøjter", "bange", True),
    # How ill, and how long ago.
    ("mand med moderat depression, hvem henviser", "moderat", False),
    ("moderat støj", "moderat", True),
    ("udskrevet for ti dage siden med GOP", "=240t", False),
    ("svar inden ti dage", "=240t", True),
    # What somebody went home with, but not what they wait for.
    ("udskrevet med ny hofte, hvem giver genoptræning", "hofte", False),
    ("hun er sendt hjem med nyt knæ, hvem giver genoptræning", "knæ", False),
    ("far udskrives med ny skulder, hvem giver genoptræning", "skulder", False),
    ("hjemme med nye hofter, hvem giver tilskud", "hofter", False),
    ("besøg om ny hofte", "hofte", True),
    # Who somebody is, and how old.
    ("terminalpatienten skal have besøg", "terminal", True),
    ("40-årig henvises til psykiatrien", "voksen", True),
    ("12-årig henvises til psykiatrien", "barn", True),
    # Who is to know has word of it; what the asker wants to know is nothing.
    ("hvornår skal kommunen vide det", "besked", True),
    ("jeg vil gerne vide hvem der varsler", "vide", False),
    ("hvad får jeg for at tage på hjemmebesøg", "honorar", True),
]


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon(
        CORPUS,
        terms=(term("depression"), term("BUC")),
        words=(
            word("actors", "kommune", "Kommune"),
            word("target-groups", "voksne", "Voksne", "voksen"),
            word("target-groups", "boern", "Børn og unge", "børn", "barn"),
        ),
    )


@pytest.mark.parametrize(("question", "exact", "is_left"), LEFT)
def test_what_is_told_besides_is_no_part_of_what_is_asked(
    words: Lexicon, question: str, exact: str, is_left: bool
) -> None:
    left = [token.exact for token in parse(question, words).words]

    assert (exact in left) == is_left


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("hvem ringer til borgeren og hvornaar", "responsible"),
        ("hvem varsler og hvor hurtigt", "responsible"),
        ("hvornaar varsles og hvem", "deadline"),
        ("hvem haefter med hvor meget pr dag", "responsible"),
        ("hvor mange dage har vi", "deadline"),
        ("faar jeg honorar for besoeget", "payer"),
    ],
)
def test_an_answer_begins_with_what_is_asked_first(question: str, field: str) -> None:
    words = question.split()
    stressed = stressed_in(words)
    first = next((f for f in stressed if f != "responsible"), stressed[0])

    assert asked_in(words, first) == field


def test_whether_one_is_paid_asks_for_no_amount() -> None:
    assert asks_price("hvad er honoraret for besoeget".split())
    assert not asks_price("faar jeg honorar for besoeget".split())


def test_word_of_a_thing_and_a_deed_of_the_citizens_own_are_heard() -> None:
    assert is_of_word("skal kommunen have besked".split())
    assert not is_of_word("sende besked".split())
    assert is_of_own_deeds("maa han gaa et andet sted hen".split())
    assert not is_of_own_deeds("kan hun faa hjaelp".split())


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("hvad får jeg for at udfylde en attest", []),
        ("hvad får vi for at sende en rapport til skolen", []),
        ("hvad får lægen for at skrive en blomst", ["blomst"]),
        ("skal kommunen så vide det om parkering", ["parkering"]),
    ],
)
def test_a_small_word_read_as_a_subject_is_not_told_as_lacking(
    shipped_asker: Asker, question: str, lacking: list[str]
) -> None:
    answer = shipped_asker.ask(Question(question, Moment(TODAY)))
    assert list(answer.not_found) == lacking
