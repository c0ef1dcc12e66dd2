"""Sentences that have the form of a duty and lay none on anybody."""

import pytest

from tests.suggest.samples import actions, suggestions


@pytest.mark.parametrize(
    "text",
    [
        "Pårørende opdager oftest de første tegn.",
        "Patienterne kontakter sjældent kommunen selv.",
        "Almen praksis varetager i gennemsnit de fleste samtaler.",
        "De fleste patienter henvises af egen læge.",
        "Flere kommuner betaler for transporten.",
        "Tre ud af fire kommuner tilbyder rådgivning.",
        "Som bekendt ringer borgeren selv.",
    ],
)
def test_how_things_mostly_go_is_nobodys_duty(text: str) -> None:
    assert suggestions(text) == []


def test_how_often_something_is_to_be_done_is_one() -> None:
    assert actions("Kommunen besøger borgeren så ofte som nødvendigt.")
    assert actions("Kommunen skal ofte besøge borgeren.")


@pytest.mark.parametrize(
    "text",
    [
        "Parterne skal være ambitiøse.",
        "Kommunen skal være fleksibel i sin tilgang.",
        "Hospital og kommune skal have respekt for hinanden.",
        "Parterne skal have blik for børn.",
        "Parterne skal arbejde for korte ventetider.",
        "Alle parter skal tage afsæt i borgerens mål.",
        "Borgeren skal være i centrum.",
        "Borgeren skal opleve sammenhæng.",
    ],
)
def test_what_somebody_is_to_be_like_is_no_act(text: str) -> None:
    assert suggestions(text) == []


def test_to_be_there_or_to_be_reached_is_one() -> None:
    assert actions("Kommunen skal være tilgængelig hele døgnet.")
    assert actions("Egen læge skal være til stede ved samtalen.")


@pytest.mark.parametrize(
    "text",
    [
        "Et hjælpemiddel skal ikke forveksles med et forbrugsgode.",
        "Besøget kan ikke sidestilles med en konsultation.",
        "Der skal i øvrigt henvises til sundhedsloven.",
        "Parterne henviser til vejledningen.",
        "Målgruppen svarer til den, der er nævnt i bilag 2.",
        "Afsnit 7 beskriver de frivillige tilbud.",
        "Begrebet pårørende dækker også venner.",
    ],
)
def test_definitions_and_references_are_none(text: str) -> None:
    assert suggestions(text) == []


def test_to_refer_somebody_somewhere_is_an_act() -> None:
    assert actions("Egen læge henviser borgeren til kommunen.")
