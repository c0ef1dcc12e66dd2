"""Which questions a card answers, and which none may.

Also covers registry/search/cards/choosing.py, registry/search/cards/shelves.py,
registry/search/cards/of_terms.py, registry/search/cards/of_goals.py,
registry/search/cards/phrasebook.py, registry/search/cards/card_question.py,
registry/search/cards/words.py, registry/search/cards/mending.py and
registry/search/cards/side_by_side.py.

Covers `registry/search/cards/of_agreements.py` too.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.language.danish import tokenize
from registry.search.answer import Answer
from registry.search.cards.card import Card, CardDocument, CardLine
from registry.search.cards.card_question import with_lengths
from registry.search.cards.kinds import CARD_KINDS, CardTable, asked_first
from registry.search.cards.words import ASKING_WORDS, Asking
from tests.search.samples import Ask, lexicon

SHELVES = {kind.documents: () for kind in CARD_KINDS}
# Duty in everyday Danish: whatever the rest of the question asks, no card answers it.
DUTIES = ("hvem betaler", "hvad er fristen", "hvem har ansvaret", "hvor hurtigt")


def titles(answer: Answer) -> list[tuple[str, str]]:
    return [(card.kind, card.title) for card in answer.cards]


def table(**shelves: tuple[CardDocument, ...]) -> CardTable:
    return CardTable({**SHELVES, **shelves}, lexicon("aftale"))


def named(key: str, *names: str, sort: str = "") -> CardDocument:
    return CardDocument(key, Card("organisation", key, (), "", "/"), names, sort)


@pytest.mark.parametrize(
    ("question", "card"),
    [
        ("hvilket hospital hører Nordby til", ("organisation", "Nordby Kommune")),
        ("planområde for Sydby", ("organisation", "Sydby Kommune")),
        ("Nordby Hospital, hvilke kommuner", ("organisation", "Nordby Hospital")),
        ("hvad afløser Prøveregionen", ("organisation", "Prøveregionen")),
        (
            "hvilken sundhedsaftale gælder",
            ("health-agreement", "Prøve-sundhedsaftale 2024-2027"),
        ),
        (
            "fokusområder i sundhedsaftalen 2024-2027",
            ("health-agreement", "Prøve-sundhedsaftale 2024-2027"),
        ),
        ("hvad er de nationale mål", ("goal", "De nationale mål")),
        ("nationalt mål nr. 1", ("goal", "Nationalt mål 1: Bedre sammenhæng")),
        ("hvad betyder varsling", ("term", "varsling")),
        ("hvad er en årsplan", ("term", "årsplan")),
        (
            "er aftalen om udskrivning stadig i kraft",
            ("agreement", "Prøveaftale om udskrivning & hjælp"),
        ),
        (
            "hvem er parter i udskrivningsaftalen",
            ("agreement", "Prøveaftale om udskrivning & hjælp"),
        ),
        (
            "forskel på varsling og orientering",
            ("difference", "Forskellen på «varsling» og «orientering»"),
        ),
    ],
)
def test_a_card_answers_what_it_is_asked(
    ask: Ask, question: str, card: tuple[str, str]
) -> None:
    answer = ask(question)

    assert card in titles(answer)
    assert not answer.abstained


def test_a_card_replaces_rows(ask: Ask) -> None:
    answer = ask("hvad betyder varsling")
    assert (answer.groups, answer.nearest, answer.total) == ([], [], 0)


def test_a_difference_stands_above_the_rows(ask: Ask) -> None:
    answer = ask("forskel på varsling og orientering")

    assert answer.groups
    first = answer.cards[0].facts[0]
    assert first.label == "Forskellen"
    assert first.value.index("varsling er ") < first.value.index("; orientering er ")


@pytest.mark.parametrize(
    "question",
    [
        "hvem betaler for varsling i Nordby",
        "hvad er fristen for varsling",
        "skal Nordby Hospital varsle kommunen",
        "hvem har ansvaret på Nordby Hospital",
        "hvornår skal kommunen have besked efter aftalen om udskrivning",
        "varsling",
        "varsling i Nordby",
        "hvad er der til frokost på Nordby Hospital",
        "bussen fra Nordby Hospital",
        "gælder parkeringsbilletten i weekenden",
    ],
)
def test_no_card_answers_a_duty_or_what_it_does_not_know(
    ask: Ask, question: str
) -> None:
    assert titles(ask(question)) == []


def test_a_list_of_agreements_is_no_card(ask: Ask) -> None:
    answer = ask("aftaler for Nordby")
    assert (answer.listing, titles(answer)) == (True, [])


def test_a_slip_of_the_finger_finds_the_card(ask: Ask) -> None:
    assert titles(ask("hvad betyder varslign")) == [("term", "varsling")]
    assert titles(ask("hvad betyder aarsplan")) == [("term", "årsplan")]


def test_places_are_known_without_danish_letters_and_with_a_slip() -> None:
    shelf = (named("a", "Ærøskøbing", sort="kommune"),)
    for spelt in ("aeroeskoebing", "aroskobing", "Ærøskøbign"):
        shown = table(organisation=shelf).ask(f"sundhedsråd {spelt}").shown
        assert [card.title for card in shown] == ["a"], spelt


def test_a_real_word_is_never_mended_to_a_name() -> None:
    shelf = (named("a", "Kaltby", sort="kommune"),)
    cards = CardTable({**SHELVES, "organisation": shelf}, lexicon("kantby aftale"))
    assert not cards.ask("sundhedsråd kantby").shown


def test_a_card_tells_the_date_it_is_read_on(ask: Ask) -> None:
    question = "er aftalen om udskrivning stadig i kraft"
    today = ask(question).cards[0].facts[0].value
    later = ask(question, pr=date(2027, 1, 1)).cards[0].facts[0].value

    assert (today, later.split(".")[0]) == ("gældende", "afklares")


def test_another_year_than_the_agreement_knows_gets_no_card(ask: Ask) -> None:
    assert titles(ask("gælder aftalen om udskrivning i 2031")) == []


def test_that_there_is_no_agreement_is_told_and_is_no_answer(ask: Ask) -> None:
    for question in (
        "findes der en aftale om kantinedrift",
        "er aftalen om kantinedrift stadig i kraft",
        "har vi en samarbejdsaftale om kantinedrift mellem kommunen og os",
    ):
        answer = ask(question)
        (card,) = answer.cards
        assert answer.abstained
        assert (card.kind, card.absent) == ("agreement", True)
        assert "«kantinedrift»" in card.title


def test_there_is_no_such_card_where_none_is_presumed(ask: Ask) -> None:
    for question in (
        "hvem har ansvaret efter aftalen om kantinedrift",
        "findes der en aftale om hvem der betaler kantinedrift",
        "kantinedrift",
    ):
        assert not any(card.absent for card in ask(question).cards)


def test_who_asks_may_stand_between_the_words_that_ask() -> None:
    shelf = (named("a", "Vestby", sort="kommune"),)
    for question in ("hvordan får jeg fat på Vestby", "får vi fat i Vestby"):
        shown = table(contact=shelf).ask(question).shown
        assert [card.title for card in shown] == ["a"], question


def test_a_contact_is_none_for_what_nobody_here_knows() -> None:
    shelf = table(contact=(named("a", "Vestby", sort="kommune"),))

    assert shelf.ask("åbningstider Vestby").shown
    assert not shelf.ask("åbningstider genbrugspladsen Vestby").shown


def test_a_story_asks_which_of_two_a_place_belongs_to() -> None:
    shelf = (
        named("a", "Vestby", sort="kommune"),
        named("b", "Østby Hospital", sort="hospital"),
        named("c", "Nordby Hospital", sort="hospital"),
    )
    asked = "manden fra Vestby er faldet, er det Østby Hospital eller Nordby Hospital"
    assert [c.title for c in table(organisation=shelf).ask(asked).shown] == ["a"]


def test_two_names_of_one_term_are_told_to_be_one() -> None:
    shelf = (named("a", "akuthold", "udrykningshold"),)
    cards = table(term=shelf).ask("er akuthold og udrykningshold det samme")
    assert [card.title for card in cards.shown] == ["a"]


def term(key: str, *names: str) -> CardDocument:
    card = Card("term", key, (CardLine("Betyder", f"Det er {key}."),), "", "/")
    return CardDocument(key, card, (key, *names), about="; ".join(names).lower())


@pytest.mark.parametrize(
    "question",
    [
        "GOP = ?",
        "gop =",
        "hvad indgår i begrebet genoptræningsplan",
        "hvad omfatter betegnelsen genoptræningsplan",
        "hvad rummer ordet genoptræningsplan",
        "hvad kan GOP dække over",
        "hvad kan forkortelsen GOP dække over",
        "hvad forstår I ved en genoptræningsplan",
        "GOP står for hvad",
        "forklar genoptræningsplan",
    ],
)
def test_what_a_word_means_is_asked_in_many_ways(question: str) -> None:
    plan = term("genoptræningsplan", "GOP")

    cards = table(term=(plan, term("varsling"))).ask(question)

    assert (cards.shown, cards.replace_rows) == ((plan.card,), True)


@pytest.mark.parametrize(
    "question",
    [
        "hvem står for genoptræningsplan",
        "hvem står for genoptræningsplanen på Herlev",
        "hvem skal stå for genoptræningsplanen",
        "hvem forklarer patienten genoptræningsplanen",
        "hvem skal forklare patienten genoptræningsplanen",
    ],
)
def test_who_sees_to_a_thing_asks_not_what_its_word_means(question: str) -> None:
    known = table(term=(term("genoptræningsplan", "GOP"),))
    assert known.ask(question).shown == ()


def test_what_is_in_a_thing_is_no_meaning_of_its_word() -> None:
    known = table(term=(term("genoptræningsplan", "GOP"),))
    assert known.ask("hvad indgår i genoptræningsplanen for hjertesyge").shown == ()


def test_all_that_an_abbreviation_may_mean_is_told() -> None:
    both = (term("dobbeltdiagnose", "DD"), term("dosisdispensering", "DD"))
    known = table(term=both)

    for question in ("hvad står DD for", "DD = ?", "hvad betyder dd", "DD"):
        assert [card.title for card in known.ask(question).shown] == [
            "dobbeltdiagnose",
            "dosisdispensering",
        ]


def test_an_abbreviation_alone_is_explained_above_the_rows() -> None:
    plan = term("genoptræningsplan", "GOP", "§ 140")
    known = table(term=(plan,))

    cards = known.ask("GOP?")
    assert (cards.shown, cards.replace_rows) == ((plan.card,), False)
    assert known.ask("genoptræningsplan").shown == ()
    assert known.ask("GOP hjertesyge").shown == ()


def test_a_title_is_no_other_name_of_another_term() -> None:
    wider = term("rehabilitering")
    known = table(term=(term("genoptræning", "rehabilitering"), wider))
    assert known.ask("hvad betyder rehabilitering").shown == (wider.card,)


def test_two_terms_that_one_word_names_are_not_told_apart() -> None:
    known = table(term=(term("dobbeltdiagnose", "DD"), term("dosisdispensering", "DD")))
    apart = known.ask("forskellen på dobbeltdiagnose og dosisdispensering")

    assert [card.kind for card in apart.shown] == ["difference"]
    assert known.ask("forskellen på DD og BB").shown == ()


def test_a_small_word_is_no_name() -> None:
    shelf = (named("a", "ER", "modtagelse"), named("b", "udskrivningsaftale"))
    assert not table(term=shelf).ask("er kop og udskrivningsaftale det samme").shown


def test_of_a_place_and_what_it_may_belong_to_the_place_answers() -> None:
    shelf = (named("a", "Vestby", sort="kommune"), named("b", "klynge Nord"))
    shown = table(organisation=shelf).ask("er Vestby i klynge nord").shown
    assert [card.title for card in shown] == ["a"]


@given(st.sampled_from(DUTIES), st.sampled_from(sorted(ASKING_WORDS)), st.data())
def test_a_duty_is_never_answered_whatever_else_is_asked(
    duty: str, asking: Asking, data: st.DataObject
) -> None:
    words = data.draw(st.sampled_from(ASKING_WORDS[asking]))
    shelf = (named("a", "Vestby", sort="kommune"),)
    cards = table(organisation=shelf, term=shelf, contact=shelf)

    assert not cards.ask(f"{duty} {words} Vestby").shown
    assert not cards.ask(f"Vestby {words} {duty}").shown


def test_what_is_asked_for_stands_first() -> None:
    facts = (CardLine("Slags", "Kommune"), CardLine("Planområde", "Nord"))
    card = asked_first(Card("organisation", "", facts, "", ""), {Asking.AREA})
    assert [fact.label for fact in card.facts] == ["Planområde", "Slags"]


def test_a_length_that_stood_in_a_compound_is_one_word() -> None:
    words = with_lengths(tokenize("72 - timers"))
    assert [word.exact for word in words] == ["=72t"]


def test_every_kind_has_documents_asking_words_and_a_rule() -> None:
    for kind in CARD_KINDS:
        assert kind.documents
        assert all(ASKING_WORDS[asking] for asking in kind.asking)
    assert len({kind.key for kind in CARD_KINDS}) == len(CARD_KINDS)


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("Kgs. Nyby", "kongens nyby"),
        ("Kongens Nyby", "kgs. nyby"),
        ("Sankt Nyby", "skt nyby"),
        ("Ndr. Nyby", "nordre nyby"),
        ("Søndre Nyby", "sdr. nyby"),
    ],
)
def test_a_place_is_the_same_in_full_and_clipped(stored: str, asked: str) -> None:
    cards = table(organisation=(named("nyby", stored, sort="bydel"),))

    (card,) = cards.ask(f"{asked} hvilket psykiatrisk center").shown
    assert card.title == "nyby"


@pytest.mark.parametrize(
    "question",
    [
        "Prøvesekretariatet hvem er det",
        "hvem er Prøvesekretariatet",
        "hvad er det for nogle, Prøvesekretariatet",
        "Prøvesekretariatet, hvad er det for en",
    ],
)
def test_who_an_organisation_is_asks_for_its_card(question: str) -> None:
    cards = table(organisation=(named("x", "Prøvesekretariatet", sort="udvalg"),))
    assert [card.title for card in cards.ask(question).shown] == ["x"]


@pytest.mark.parametrize(
    "question",
    [
        "hvem er det der kontrollerer Prøvesekretariatet",
        "hvem er lederen i Prøvesekretariatet",
    ],
)
def test_who_does_a_thing_there_asks_for_no_card(question: str) -> None:
    cards = table(organisation=(named("x", "Prøvesekretariatet", sort="udvalg"),))
    assert cards.ask(question).shown == ()


def test_a_name_that_is_clipped_as_a_small_word_is_not_that_word() -> None:
    cards = table(organisation=(named("sku", "SKU", sort="udvalg"),))
    assert cards.ask("skulle hospital").shown == ()
