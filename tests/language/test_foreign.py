"""Foreign questions read word for word as Danish."""

import pytest

from registry.language.danish import fold, tokenize
from registry.language.foreign import as_danish, is_foreign


def read(text: str) -> list[str]:
    return [token.exact for token in as_danish(tokenize(text), phrases=True)]


@pytest.mark.parametrize(
    ("text", "danish"),
    [
        ("who pays for the interpreter", "hvem betaler tolk"),
        ("Hvem betaler, og når må pasienten hjem fra sykehuset?", "patient sygehus"),
        ("vem betalar rullstolen när hon blivit utskriven", "hvem betaler udskrevet"),
    ],
)
def test_the_words_of_a_foreign_question_become_danish(text: str, danish: str) -> None:
    assert set(map(fold, danish.split())) <= set(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "hvem skal melde en utilsigtet hændelse til kommunen",
        "hvornår skal kommunen varsles før udskrivning",
        "far er syg og skal hjem i en fart, hvem kører ham",
        "hvem betaler krykker",
    ],
)
def test_a_danish_question_is_left_as_it_is(text: str) -> None:
    assert read(text) == [token.exact for token in tokenize(text)]


def test_a_danish_word_stands_where_the_foreign_one_did() -> None:
    text = "who pays the doctor"
    tokens = as_danish(tokenize(text))

    assert [text[token.start : token.end] for token in tokens] == [
        "who",
        "pays",
        "doctor",
    ]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Will she be charged for an interpreter when she sees the GP?", False),
        ("Does the nurse who visits the patient pay for the transport?", False),
        ("Får mamma betala tolken när hon går till läkaren?", False),
        ("When is the interpreter paid?", True),
        ("The patient is at home. Who pays for the transport?", True),
        ("Does anybody know when the patient is discharged?", True),
        ("who pays the hospital and when", True),
    ],
)
def test_a_word_that_ties_a_clause_to_another_asks_for_nothing(
    text: str, asks: bool
) -> None:
    assert bool({"hvornaar", "hvem"} & set(read(text))) is asks


@pytest.mark.parametrize(
    "name",
    [
        "väntetid på boende",
        "social activities mental illness",
        "discharge",
    ],
)
def test_a_name_of_another_language_is_told(name: str) -> None:
    assert is_foreign(name)


@pytest.mark.parametrize(
    "name", ["selvmøder", "behandlingsansvar", "hjælpemidler", "akutteam", "GOP", ""]
)
def test_a_danish_name_is_none(name: str) -> None:
    assert not is_foreign(name)


@pytest.mark.parametrize(
    "text",
    [
        "Hvem betaler for opptrening mens min far fortsatt ligger på sykehus?",
        "Vem betalar för rehabilitering medan mamma fortfarande ligger på sjukhuset?",
        "Who pays for rehabilitation while my father is still in the hospital?",
    ],
)
def test_who_lies_in_hospital_is_admitted(text: str) -> None:
    """The place alone says another thing: «rehabilitation at the hospital»."""
    words = read(text)

    assert "indlagt" in words
    assert not {"hospital", "sygehus"} & set(words)


def test_who_comes_from_the_hospital_is_not_admitted() -> None:
    assert "indlagt" not in read("who pays for transport from the hospital")
