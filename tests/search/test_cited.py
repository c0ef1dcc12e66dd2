"""Questions that cite the law: rows of that law and paragraph, another law's never."""

from registry.models import Term
from registry.search.question import parse
from tests.search.samples import Ask, ids, lexicon, term


def keys(question: str, *terms: Term, corpus: str = "") -> list[frozenset[str]]:
    parsed = parse(question, lexicon(corpus, terms))
    return [
        frozenset(
            t for t in concept.index_keys if t[:2] in ("l:", "c:") or "§:" not in t
        )
        for concept in parsed.concepts
    ]


def test_a_law_and_its_paragraph_are_one_thing() -> None:
    assert keys("SEL § 112, stk. 1, nr. 2") == [frozenset({"l:serviceloven§112"})]
    assert keys("hvad siger servicelovens § 112")[-1] == frozenset(
        {"l:serviceloven§112"}
    )


def test_a_range_is_any_of_its_paragraphs() -> None:
    assert keys("paragrafferne 139 til 141") == [
        frozenset({"x:§139", "x:§140", "x:§141"})
    ]


def test_what_stands_below_the_paragraph_asks_for_nothing() -> None:
    assert len(parse("§ 140 stk. 1", lexicon("§ 140")).concepts) == 1


def test_a_number_that_documents_cite_is_not_widened_by_a_term() -> None:
    training = term("genoptræning", abbreviations=["§ 140"])

    assert keys("§ 140", training, corpus="efter § 140") == [frozenset({"x:§140"})]
    assert "c:genoptræning" in keys("§ 140", training)[0]


def test_a_text_holds_its_paragraphs_with_their_law() -> None:
    present = lexicon().index_keys_of("Sundhedsloven §§ 140 og 171-172; SEL § 112")
    assert {
        "l:sundhedsloven§140",
        "l:sundhedsloven§171",
        "l:sundhedsloven§172",
        "l:serviceloven§112",
    } <= present
    assert "l:sundhedsloven§112" not in present


def test_a_term_that_goes_by_a_paragraph_is_found_by_its_law() -> None:
    home = term(
        "botilbud",
        meaning="Døgntilbud (servicelovens §§ 107 og 108).",
        abbreviations=["§ 107"],
    )

    assert "c:botilbud" in keys("SEL § 107", home)[0]
    assert "c:botilbud" not in keys("SUL § 107", home)[0]
    assert "c:botilbud" not in keys("SEL § 108", home)[0]


def test_rows_that_cite_the_law_themselves_go_before_the_term() -> None:
    home = term(
        "botilbud",
        meaning="Døgntilbud (servicelovens § 107).",
        abbreviations=["§ 107"],
    )
    found = keys("SEL § 107", home, corpus="efter § 107")
    assert found == [frozenset({"l:serviceloven§107"})]


def test_rows_of_the_law_and_paragraph_answer(ask: Ask) -> None:
    for question in ("prøvelovens § 13 a, stk. 2", "§ 13 a i prøveloven"):
        assert ids(ask(question))[:1] == ["proeve-udskrivning.varsel-boern"], question


def test_another_laws_same_number_never_answers(ask: Ask) -> None:
    for question in ("sundhedslovens § 13 a", "SEL § 13 a", "serviceloven 13 a"):
        answer = ask(question)
        assert answer.abstained, question
        assert list(answer.not_found) == [question]


def test_a_range_finds_the_rows_in_it(ask: Ask) -> None:
    assert "proeve-udskrivning.varsel-boern" in ids(ask("prøveloven §§ 13 a-c"))
    assert ids(ask("prøveloven §§ 14-16")) == []
