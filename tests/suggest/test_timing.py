"""Where a sentence says by when.

Also covers registry/suggest/time_words.py.
"""

import pytest

from registry.suggest.timing import times
from registry.suggest.words import words_of
from tests.suggest.samples import fields_of


def found(text: str) -> list[str]:
    words = words_of(text)
    return [
        text[words[start].start : words[end - 1].end]
        for start, end in times(words, 0, len(words))
    ]


@pytest.mark.parametrize(
    "time",
    [
        "senest 5 hverdage efter modtagelsen af henvisningen",
        "inden for 24 timer",
        "inden udskrivningen",
        "senest kl. 12 dagen før mødet",
        "senest den 1. marts",
        "samme dag",
        "straks",
        "i god tid",
        "på forhånd",
        "5 hverdage senere",
        "en uge forud",
        "med tre ugers varsel",
        "med mindst 14 dages varsel",
        "med tre måneders varsel til udgangen af en måned",
        "ved mødets afslutning",
        "ved forløbets start",
        "snarest muligt",
        "uden ugrundet ophold",
        "umiddelbart efter samtalen",
        "mindst hver tredje måned",
        "to gange om ugen",
        "én gang årligt",
        "i løbet af tre dage",
        "senest 2-3 dage før mødet",
        "forud for mødet",
    ],
)
def test_each_way_to_say_when(time: str) -> None:
    assert found(f"kommunen ringer {time}.") == [time]


@pytest.mark.parametrize(
    "text",
    [
        "har varet i mere end to uger",
        "lånes i 3 måneder",
        "medicin til tre døgn efter udskrivelsen",
        "betaler for hvert døgn",
        "under 18 år",
    ],
)
def test_how_long_and_how_much_is_no_time_limit(text: str) -> None:
    assert found(text) == []


def test_a_time_is_counted_from_the_clause_after_it() -> None:
    text = "Kommunen svarer senest 3 dage efter, at varslet er sendt."

    assert fields_of(text, "task", "deadline") == [
        ("svare", "senest 3 dage efter, at varslet er sendt")
    ]


def test_as_soon_as_is_a_time() -> None:
    text = "Hospitalet ringer, så snart svaret er kendt."

    assert fields_of(text, "deadline") == ["så snart svaret er kendt"]


@pytest.mark.parametrize(
    "time",
    [
        "senest kl. 10 dagen efter",
        "senest klokken 16 dagen før brug",
        "samme dag inden kl. 14",
        "inden kl. 15 næste hverdag",
        "senest næste hverdag kl. 10",
        "mellem kl. 8 og 16",
        "inden for 4 timer på hverdage",
    ],
)
def test_a_clock_stands_before_its_day_or_after_it(time: str) -> None:
    assert found(f"kommunen ringer {time}.") == [time]


@pytest.mark.parametrize(
    "time",
    [
        "senest den syvende dag efter udskrivningen",
        "den første hverdag efter udskrivningen",
        "senest 5. dag efter udskrivelsen",
        "på andendagen",
        "på femtedagen efter fødslen",
        "på tredje dagen",
        "på dagen for udskrivelsen",
        "i løbet af den første uge efter udskrivelsen",
        "inden den 10. i måneden",
        "tidligst dagen efter operationen",
        "ugen efter udskrivelsen",
        "i løbet af formiddagen",
        "inden for svarfristen",
    ],
)
def test_a_day_is_told_by_its_number(time: str) -> None:
    assert found(f"kommunen ringer {time}.") == [time]


@pytest.mark.parametrize(
    "time",
    [
        "med det samme",
        "straks efter mødet",
        "prompte",
        "ufortøvet",
        "uopholdeligt",
        "ved først givne lejlighed",
        "uden unødig tøven",
    ],
)
def test_at_once_is_a_time(time: str) -> None:
    assert found(f"kommunen ringer {time}.") == [time]


@pytest.mark.parametrize(
    "time",
    [
        "ved hver årskontrol",
        "ved hvert besøg",
        "ved hver tredje konsultation",
        "hver sjette time",
        "hvert andet år",
        "hver 14. dag",
        "hvert efterår",
        "hvert år i april",
        "kvartalsvis",
        "månedsvis",
        "halvårligt",
        "en gang i kvartalet",
        "tre gange dagligt",
        "hvert kvarter",
        "2-3 gange ugentligt",
        "årligt i januar",
        "ved udgangen af hver måned",
        "inden månedens udgang",
    ],
)
def test_how_often_is_told_by_what_comes_back(time: str) -> None:
    assert found(f"kommunen sender en liste {time}.") == [time]


@pytest.mark.parametrize(
    "time",
    [
        "i uge 6 til 10",
        "senest i uge 40",
        "inden 30. uge",
        "inden udgangen af 12. uge",
        "i begyndelsen af januar",
        "ultimo marts 2027",
    ],
)
def test_a_week_or_a_month_is_told_by_its_number_or_name(time: str) -> None:
    assert found(f"kommunen sender en liste {time}.") == [time]


@pytest.mark.parametrize(
    "text",
    [
        "udebliver to gange i træk",
        "medicin til mindst to døgn",
        "hjælp i højst tre uger",
        "i løbende dialog",
    ],
)
def test_how_many_and_for_how_long_is_no_time_limit(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "clause",
    [
        "Inden patienten forlader afdelingen",
        "Før maskinen leveres",
        "Så snart erklæringen foreligger",
        "Efter at svaret er kendt",
        "Straks når svaret foreligger",
        "Senest to dage inden borgeren udskrives",
        "Samme dag som borgeren udskrives",
    ],
)
def test_a_clause_of_time_is_whole_before_the_verb_and_after_it(clause: str) -> None:
    after = f"{clause[:1].lower()}{clause[1:]}"

    assert fields_of(
        f"{clause}, ringer kommunen.", "task", "deadline", "situation"
    ) == [("ringe", clause, "")]
    assert fields_of(f"Kommunen ringer, {after}.", "task", "deadline", "situation") == [
        ("ringe", after, "")
    ]


@pytest.mark.parametrize(
    "time",
    [
        "i god tid, inden hjælpen ophører",
        "umiddelbart efter, at svaret er kendt",
        "senest når borgeren flytter ind",
        "inden 8 uger, efter at brevet er modtaget",
        "samme dag, som svaret foreligger",
        "straks svaret foreligger",
    ],
)
def test_a_time_has_the_clause_it_is_counted_from(time: str) -> None:
    assert fields_of(f"Kommunen ringer, {time}.", "task", "deadline") == [
        ("ringe", time)
    ]


@pytest.mark.parametrize(
    "condition",
    [
        "Er såret ikke helet efter fire uger",
        "Har borgeren ikke svaret inden tre dage",
        "Udebliver borgeren to gange i træk",
        "Hvis borgeren ikke svarer inden tre dage",
        "Opdages en fejl inden for to dage",
    ],
)
def test_a_time_inside_a_condition_is_no_deadline(condition: str) -> None:
    assert fields_of(f"{condition}, ringer kommunen.", "situation", "deadline") == [
        (condition, "")
    ]


@pytest.mark.parametrize(
    "time",
    [
        "Otte uger efter fødslen",
        "14 dage efter mødet",
        "Dagen efter",
        "Ugen efter mødet",
        "Hvert forår",
        "De første 14 dage",
    ],
)
def test_a_time_before_the_verb_is_not_its_subject(time: str) -> None:
    text = f"{time} besøger kommunen familien."

    assert fields_of(text, "responsible", "task", "deadline") == [
        (("kommune",), "besøge familien", time)
    ]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Kommunen giver dagen efter lægen besked.", "dagen efter"),
        ("Kommunen giver dagen efter sagsbehandleren besked.", "dagen efter"),
        ("Kommunen giver dagen efter pårørende besked.", "dagen efter"),
        ("Kommunen giver dagen efter mødet besked.", "dagen efter mødet"),
        ("Kommunen giver dagen efter modtagelsen svar.", "dagen efter modtagelsen"),
    ],
)
def test_somebody_is_no_event(text: str, deadline: str) -> None:
    assert fields_of(text, "deadline") == [deadline]


def test_who_does_it_is_not_part_of_the_event() -> None:
    text = "Borgeren ringes op senest to dage før mødet af kommunen."

    assert fields_of(text, "responsible", "deadline") == [
        (("kommune",), "senest to dage før mødet")
    ]


@pytest.mark.parametrize("verb", ["sikrer", "påser", "foranlediger", "tilser"])
def test_a_clause_of_time_in_what_is_to_be_secured_is_the_rows(verb: str) -> None:
    text = f"Kommunen {verb}, at boligen er klar, før borgeren kommer hjem."

    assert fields_of(text, "deadline") == ["før borgeren kommer hjem"]


def test_the_time_before_the_verb_is_that_of_every_verb() -> None:
    text = "Senest dagen efter ringer kommunen og sender en plan."

    assert fields_of(text, "deadline") == ["Senest dagen efter"] * 2


def test_the_time_of_what_is_to_be_secured_is_the_rows() -> None:
    text = "Kommunen sikrer, at maden kommer inden for 2 timer."

    assert fields_of(text, "deadline") == ["inden for 2 timer"]
