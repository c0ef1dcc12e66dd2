"""The cards of the shipped catalogue that everyday questions ask for.

Covers `registry/search/cards/choosing.py`, `registry/search/cards/of_terms.py` and
`registry/search/cards/of_contacts.py`.
"""

from collections.abc import Callable
from typing import Any

import pytest

Asked = Callable[..., Any]


def titles(answer: Any) -> list[str]:
    return [card["title"] for card in answer["cards"]]


# The year of a health agreement


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("hvilken sundhedsaftale hørte vi under i 2008", "Sundhedsaftale 2007-2010"),
        ("hvilken sundhedsaftale gjaldt i 2013", "Sundhedsaftale 2010-2014"),
        ("sundhedsaftalen i 2016", "Sundhedsaftale 2015-2018"),
        ("hvilken sundhedsaftale havde vi i 2021", "Sundhedsaftale 2019-2023"),
        ("fokusområder i sundhedsaftalen i 2025", "Sundhedsaftale 2024-2027"),
        # Named by its own years, and not by who held in them.
        ("hvem er parter i sundhedsaftalen 2015-2018", "Sundhedsaftale 2015-2018"),
    ],
)
def test_a_year_names_the_health_agreement_that_held_in_it(
    asked: Asked, question: str, title: str
) -> None:
    assert titles(asked(question)) == [title]


def test_of_a_year_before_all_of_them_no_other_is_told(asked: Asked) -> None:
    answer = asked("hvilken sundhedsaftale gjaldt i 1998")

    assert titles(answer) == []
    assert answer["abstained"]
    assert answer["not_found"] == ["1998"]


# What became of an organisation


@pytest.mark.parametrize(
    ("question", "title", "line"),
    [
        (
            "hvad hedder Region Sjælland nu",
            "Region Sjælland",
            ("Afløses 1. januar 2027 af", "Region Østdanmark"),
        ),
        (
            "hvad er Region Sjælland blevet til",
            "Region Sjælland",
            ("Afløses 1. januar 2027 af", "Region Østdanmark"),
        ),
        (
            "hvem har afløst Region Hovedstaden",
            "Region Hovedstaden",
            ("Afløses 1. januar 2027 af", "Region Østdanmark"),
        ),
        (
            "hvad hedder PC Hvidovre i dag",
            "Psykiatrisk Center Hvidovre",
            ("Afløses 1. februar 2016 af", "Psykiatrisk Center Glostrup"),
        ),
        (
            "hvad er Sundhedskoordinationsudvalget blevet til",
            "Sundhedskoordinationsudvalget",
            ("Afløses 2022 af", "Sundhedssamarbejdsudvalget"),
        ),
    ],
)
def test_what_took_its_place_stands_first(
    asked: Asked, question: str, title: str, line: tuple[str, str]
) -> None:
    (card,) = asked(question, as_of="2027-01-01")["cards"]

    assert card["title"].startswith(title)
    assert (card["facts"][0]["label"], card["facts"][0]["value"].split(" (")[0]) == line


def test_what_one_is_called_asks_for_no_word(asked: Asked) -> None:
    assert titles(asked("hvad hedder lederen af Region Sjælland")) == []


# The everyday name of a part of the city


@pytest.mark.parametrize(
    "question",
    [
        "hvilket psykiatrisk center hører Sydhavnen til",
        "borgeren bor i sydhavnen, hvilket center",
    ],
)
def test_a_part_of_the_city_is_known_by_its_everyday_name(
    asked: Asked, question: str
) -> None:
    cards = {card["title"]: card["facts"] for card in asked(question)["cards"]}

    told = {
        title: fact["value"]
        for title, facts in cards.items()
        for fact in facts
        if fact["label"] == "Psykiatrisk center"
    }
    assert told["København SV (Sydhavnen)"] == "Psykiatrisk Center Amager"
    assert told["Kgs. Enghave (Sydhavnen)"].startswith("ikke oplyst for bydelen")


# Acts that no row tells of


@pytest.mark.parametrize(
    "question",
    [
        "hvem tager agraffer og sting ud derhjemme",
        "hvem skal skifte kateter hos borgeren hjemme",
        "hvem drypper øjne efter operation, øjendråber hjemme",
        "insulin morgen og aften i eget hjem, hvem giver den",
        "hvem kommer ud og tager blodprøven hjemme",
    ],
)
def test_an_act_that_no_row_names_is_answered_by_none(
    asked: Asked, question: str
) -> None:
    answer = asked(question)

    assert answer["abstained"]
    assert answer["answers"] == []
    assert answer["nearest"]


@pytest.mark.parametrize(
    "question",
    [
        "hvem giver insulin",
        "dosere medicin i doseringsæske",
        "sårskift hjemme hvem",
        "hvem tager blodprøven på plejehjemmet",
        "fjerne sting efter operation",
    ],
)
def test_home_nursing_stands_first_of_the_nearest_to_an_act_of_it(
    asked: Asked, question: str
) -> None:
    answer = asked(question)

    assert answer["answers"] == []
    assert answer["nearest"][0]["id"] == "akutsygepleje.hjemmesygepleje"


def test_home_nursing_itself_is_still_found(asked: Asked) -> None:
    for question in ("hvem giver hjemmesygepleje", "kommunal sygepleje i eget hjem"):
        rows = [row["id"] for row in asked(question)["answers"]]
        assert rows[0] == "akutsygepleje.hjemmesygepleje", question


# Whom the asker reaches for


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("hvem kontakter jeg i Hvidovre om en udskrivning", "Hvidovre Kommune"),
        ("hvem skal vi have fat i hos Rødovre Kommune", "Rødovre Kommune"),
        ("hvor henvender jeg mig i Høje-Taastrup", "Høje-Taastrup Kommune"),
        ("hvem i Glostrup kan jeg tale med om en hjemløs", "Glostrup Kommune"),
        ("jeg skal have fat i Ishøj kommune", "Ishøj Kommune"),
    ],
)
def test_whom_the_asker_reaches_for_has_a_contact(
    asked: Asked, question: str, title: str
) -> None:
    card = asked(question)["cards"][0]

    assert (card["kind"], card["title"]) == ("contact", title)


@pytest.mark.parametrize(
    "question",
    [
        "hvem kontakter kommunen i Hvidovre om en udskrivning",
        "skal Hvidovre Kommune kontakte hospitalet før udskrivning",
        "hvem betaler, og hvem kontakter jeg i Hvidovre",
        "hvem kontakter jeg om genbrugspladsen i Hvidovre",
    ],
)
def test_whose_duty_it_is_has_none(asked: Asked, question: str) -> None:
    assert not [c for c in asked(question)["cards"] if c["kind"] == "contact"]


# What a place belongs to in a year, and where a centre lies


@pytest.mark.parametrize(
    ("question", "title", "line"),
    [
        (
            "Hvilket sundhedsråd kommer Lyngby-Taarbæk under i 2027?",
            "Lyngby-Taarbæk Kommune",
            ("Sundhedsråd fra 2026", "Københavns Omegn Nord"),
        ),
        (
            "hvilket planområde er Ishøj i i 2026",
            "Ishøj Kommune",
            ("Planområde", "Syd"),
        ),
    ],
)
def test_a_year_does_not_turn_the_question_from_the_place(
    asked: Asked, question: str, title: str, line: tuple[str, str]
) -> None:
    answer = asked(question)

    assert titles(answer) == [title]
    first = answer["cards"][0]["facts"][0]
    assert (first["label"], first["value"]) == line


@pytest.mark.parametrize(
    ("question", "title"),
    [
        (
            "Hvor ligger Sct. Hans, og hvad tager de sig af?",
            "Psykiatrisk Center Sct. Hans",
        ),
        ("hvad laver stolpegård", "Psykiatrisk Center Stolpegård"),
        (
            "hvor ligger PC Nordsjælland",
            "Psykiatrisk Center Nordsjælland",
        ),
        *(
            (question, "Børne- og Ungdomspsykiatrisk Center (BUC)")
            for question in (
                "hvor ligger børnepsykiatrisk center, hvilke adresser/byer",
                "hvor har ungdomspsykiatrisk center til huse",
                "hvilke adresser har BUC",
                "i hvilke byer ligger BUC",
                "hvilken by ligger børne- og ungdomspsykiatrisk center i",
            )
        ),
    ],
)
def test_the_remark_on_a_centre_tells_where_it_lies_and_what_it_does(
    asked: Asked, question: str, title: str
) -> None:
    answer = asked(question)

    assert titles(answer) == [title]
    assert answer["cards"][0]["facts"][0]["label"] == "Bemærkning"
    assert answer["total"] == 0


@pytest.mark.parametrize(
    "question",
    [
        # Nothing tells where it lies.
        "hvor ligger Bornholms Hospital",
        "hvad er adressen på Bispebjerg Hospital",
        "i hvilken by ligger PC Glostrup",
        # Of a municipality these ask for its tasks.
        "hvad laver Hvidovre Kommune",
        "hvor er akutteamet i Hvidovre",
        "hvor ligger Ballerup",
    ],
)
def test_a_card_that_does_not_tell_is_not_shown(asked: Asked, question: str) -> None:
    assert titles(asked(question)) == []


# A word that somebody said, or that stands somewhere


@pytest.mark.parametrize(
    "question",
    [
        "hvad betyder det når de siger en patient er færdigmeldt",
        "hvad betyder det, at en borger er udskrivningsklar",
        "hvad vil det sige når hospitalet siger min mor er færdigbehandlet",
    ],
)
def test_the_word_that_ends_what_was_said_is_asked_about(
    asked: Asked, question: str
) -> None:
    assert titles(asked(question)) == ["færdigbehandlet"]


def test_what_it_means_for_somebody_is_no_question_for_a_word(asked: Asked) -> None:
    question = "hvad betyder det for kommunen at en borger er færdigmeldt"

    assert titles(asked(question)) == []


def test_an_abbreviation_of_two_words_shows_both(asked: Asked) -> None:
    both = ["dobbeltdiagnose", "dosisdispensering"]

    assert titles(asked("der står DD i journalen, hvad er det")) == both
    assert titles(asked("de skriver DD i papirerne, hvad betyder det")) == both


# The national goals in other forms of their words


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Hvordan måles det nationale mål om mere sammenhæng for patienterne?", 1),
        ("hvordan måles det nationale mål om overlevelse", 3),
        ("hvordan måles det nationale mål om kvalitet", 4),
    ],
)
def test_a_goal_is_known_by_another_form_of_its_words(
    asked: Asked, question: str, number: int
) -> None:
    (title,) = titles(asked(question))

    assert title.startswith(f"Nationalt mål {number}:")


def test_no_goal_is_picked_where_none_is_named(asked: Asked) -> None:
    assert titles(asked("hvordan måles de nationale mål")) == ["De nationale mål"]


# Two words set beside each other


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("orientering vs underretning forskel", "«orientering» og «underretning»"),
        ("forskel på orientering og underretning", "«orientering» og «underretning»"),
        (
            "Er gule papirer det samme som at have en dom",
            "«tvangsindlæggelse» og «retspsykiatri»",
        ),
        (
            "DD i journalen - piller i poser eller misbrug+psyk",
            "«dobbeltdiagnose» og «dosisdispensering»",
        ),
        (
            "er DD dosispakket medicin eller psykisk syg med misbrug",
            "«dobbeltdiagnose» og «dosisdispensering»",
        ),
    ],
)
def test_two_words_set_beside_each_other_are_told_apart(
    asked: Asked, question: str, title: str
) -> None:
    assert titles(asked(question)) == [f"Forskellen på {title}"]


@pytest.mark.parametrize(
    "question",
    [
        "opfølgende el forebyggende hjemmebesøg er det ikke hip som hap",
        "forskel på opfølgende og forebyggende hjemmebesøg",
    ],
)
def test_a_word_and_what_it_is_not_get_the_card_that_says_so(
    asked: Asked, question: str
) -> None:
    assert titles(asked(question)) == ["opfølgende hjemmebesøg"]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("findes klyngerne endnu", "sundhedsklynge"),
        ("findes samordningsudvalgene stadig", "samordningsudvalg"),
    ],
)
def test_whether_a_thing_is_still_there_is_told_by_what_became_of_it(
    asked: Asked, question: str, title: str
) -> None:
    assert titles(asked(question)) == [title]


def test_who_has_a_task_asks_for_no_word(asked: Asked) -> None:
    assert titles(asked("hvem har akutsygeplejen efter nytår")) == []


@pytest.mark.parametrize(
    "question",
    [
        "Where is Sct. Hans and is that where the court-ordered patients are?",
        "Hvor ligger Sct. Hans, er det der retspsykiatrien er",
    ],
)
def test_where_a_centre_lies_is_told_with_what_its_remark_says(
    asked: Asked, question: str
) -> None:
    assert titles(asked(question)) == ["Psykiatrisk Center Sct. Hans"]


@pytest.mark.parametrize(
    "question",
    [
        "Hvornår blev programmet for de glemsomme ældre besluttet og hvem sagde ja",
        "findes der en aftale om lungesyge",
        "står voksenpsykiatri-aftalen stadig ved magt nu hvor region h er væk",
    ],
)
def test_none_is_said_not_to_exist_of_what_the_rows_have(
    asked: Asked, question: str
) -> None:
    assert not [t for t in titles(asked(question)) if t.startswith("Ingen aftale")]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Er Rudersdal i nord eller midt?", "Rudersdal Kommune"),
        ("ligger Gentofte i midt eller nord", "Gentofte Kommune"),
        ("hører Hvidovre til i syd eller byen", "Hvidovre Kommune"),
        (
            "hvad kom i stedet for de somatiske samordningsudvalg",
            "Samordningsudvalg for somatik",
        ),
        (
            "hvilket af de nationale mål måler på liggetid",
            "Nationalt mål 8: Mere effektivt sundhedsvæsen",
        ),
        (
            "koordinationsplan eller koordinerende indsatsplan, hvad er hvad",
            "Forskellen på «koordinationsplan» og «koordinerende indsatsplan»",
        ),
    ],
)
def test_a_card_is_reached_by_what_everyday_words_ask(
    asked: Asked, question: str, title: str
) -> None:
    assert titles(asked(question))[:1] == [title]


@pytest.mark.parametrize(
    "question",
    [
        "Kan min hund få lov til at være med i toget til Bornholm?",
        "må katten være med i færgen til Bornholm",
        "er svømmehallen i Herlev med i ordningen",
        "er parken i Gentofte i midt eller nord",
    ],
)
def test_a_place_in_everyday_talk_has_no_card(asked: Asked, question: str) -> None:
    assert titles(asked(question)) == []


# What else a card tells when it is asked


@pytest.mark.parametrize(
    ("question", "title", "told"),
    [
        ("hvilken region hører Gladsaxe til", "Gladsaxe Kommune", "Region Østdanmark"),
        ("er Valby i region Sjælland", "Valby", "Region Hovedstaden"),
        (
            "hvilken region ligger Bornholms Hospital i",
            "Bornholms Hospital",
            "Region Hovedstaden; fra 1. januar 2027: Region Østdanmark",
        ),
        ("hvilke kommuner er i Region Hovedstaden", "Region Hovedstaden", "Tårnby"),
        (
            "hvilket planområde er Herlev Hospital i",
            "Herlev og Gentofte Hospital",
            "Midt",
        ),
        ("er Rigshospitalet områdehospital", "Rigshospitalet", "ikke områdehospital"),
        (
            "hvilke borgere kommer på Nordsjællands Hospital",
            "Nordsjællands Hospital",
            "Gribskov Kommune",
        ),
        (
            "hvilket psyk center dækker kgs enghave",
            "Kgs. Enghave (Sydhavnen)",
            "Amager",
        ),
        (
            "findes sundhedsklynge nord endnu",
            "Sundhedsklynge Nord",
            "31. december 2026",
        ),
        ("hvor indlægges folk fra Valby psykiatrisk", "Valby", "Amager"),
    ],
)
def test_a_place_tells_its_region_and_the_way_back(
    asked: Asked, question: str, title: str, told: str
) -> None:
    cards = asked(question)["cards"]
    facts = [f"{fact['value']}" for fact in cards[0]["facts"]]
    assert cards[0]["title"] == title
    assert any(told in fact for fact in facts), facts


def test_a_region_that_is_no_more_stands_after_the_one_in_its_place(
    asked: Asked,
) -> None:
    answer = asked("hvilken region er Bornholm del af", as_of="2027-01-02")
    region = answer["cards"][0]["facts"][0]
    assert region == {
        "label": "Region",
        "value": "Region Østdanmark (før 1. januar 2027: Region Hovedstaden)",
    }


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("hvad handler rygestopaftalen om", "Samarbejdsaftale om rygestop"),
        ("hvor finder jeg demensprogrammet", "Forløbsprogram for demens"),
        ("hvornår er KOL-programmet fra", "Forløbsprogram for KOL"),
        ("dækker rygestopaftalen hele regionen", "Samarbejdsaftale om rygestop"),
        (
            "gælder følge-hjem-ordningen endnu",
            "Følge-hjem: hospitalernes ordninger ved udskrivning",
        ),
        ("hvornår skal sundhedsaftalen revideres", "Sundhedsaftale 2024-2027"),
        ("hvilken sundhedsaftale er vi i", "Sundhedsaftale 2024-2027"),
    ],
)
def test_an_agreement_is_known_by_what_it_is_called(
    asked: Asked, question: str, title: str
) -> None:
    assert titles(asked(question))[:1] == [title]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("hvad er en snitflade", "snitflade"),
        ("hvad betyder samarbejdsaftale", "samarbejdsaftale"),
        ("hvad er en underretning", "underretning"),
        ("hvad vil varsling sige", "varsling"),
        ("kan du forklare handlekommune", "handlekommune"),
        ("hvad er advis og hvad er epikrise", "Forskellen på «advis» og «epikrise»"),
        (
            "vi blander varsling og orientering sammen",
            "Forskellen på «varsling» og «orientering»",
        ),
    ],
)
def test_a_word_is_explained_however_it_is_asked(
    asked: Asked, question: str, title: str
) -> None:
    assert titles(asked(question))[:1] == [title]


# Another's door in a town


@pytest.mark.parametrize(
    "question",
    [
        "åbningstider på apoteket i Gladsaxe",
        "lægevagten i Glostrup telefon",
        "nummer på taxa i Hillerød",
        "hvordan får jeg fat på præsten i Rødovre",
        "telefonnummer til tandlægen i Ballerup",
        "telefonnummer til vagthavende kardiolog på Gentofte",
        "tlf til ledende overlæge på Herlev",
        "telefonnummer til nærmeste tandlæge i Gentofte",
        "nummeret på den ansvarlige kirurg i Hillerød",
    ],
)
def test_a_town_is_not_rung_for_another_who_is_there(
    asked: Asked, question: str
) -> None:
    assert titles(asked(question)) == []


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("hjemmeplejen i Herlev telefon", "Herlev Kommune"),
        ("visitationen i Gladsaxe nummer", "Gladsaxe Kommune"),
        ("hvordan får jeg fat i socialforvaltningen i Brøndby", "Brøndby Kommune"),
        ("telefonnummer hjemmesygeplejen Albertslund", "Albertslund Kommune"),
        ("hvem ringer jeg til på plejehjemmet i Ishøj", "Ishøj Kommune"),
        ("nummer på den kommunale hjemmepleje i Gladsaxe", "Gladsaxe Kommune"),
        ("hvad er nummeret til Dragør Kommune", "Dragør Kommune"),
    ],
)
def test_a_municipality_is_rung_for_its_own(
    asked: Asked, question: str, title: str
) -> None:
    assert titles(asked(question))[:1] == [title]
