"""What a deadline's words say beside its length."""

import pytest

from registry.language.deadline_words import (
    has_minus,
    has_unread_number,
    is_earliest,
    moment_bounds,
    names_other_event,
    sides,
)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        *(("Senest 2 dage før udskrivning", "før"), ("Inden udskrivning", "før")),
        *(("Forud for mødet", "før"), ("Otte dage i forvejen", "før")),
        *(("Fra færdigmelding", "efter"), ("14 dage fra brevet", "efter")),
        *(("Når behovet er set", "efter"), ("Ikke før brevet er set", "efter")),
        *(("Højst 8 dage efter brevet", "efter"), ("5 hverdage derefter", "efter")),
        ("Senest 2 dage før mødet, efter aftale med egen læge", "før"),
    ],
)
def test_a_text_lies_on_one_side_of_its_event(text: str, side: str) -> None:
    assert sides(text) == {side}


@pytest.mark.parametrize(
    "text",
    [
        *("Inden for 5 dage", "Inden 4 uger", "Inden kl. 12", "Inden den 1. maj"),
        *("Senest ved udskrivning", "Efter behov", "Straks", "Senest når den er læst"),
        "Besked fra hospitalet",
    ],
)
def test_a_text_that_says_no_side_has_none(text: str) -> None:
    assert not sides(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Tidligst 3 dage efter",
            "Først 3 dage efter",
            "Ikke før 3 dage efter brevet",
        ),
        *(
            "Mindst 3 dage efter",
            "Mere end en uge",
            ">3 dage",
            "≥ 3 dage",
            "Over 2 uger",
        ),
        *("Fra 72 timer efter udskrivning", "Aldrig tidligere end 3 dage efter"),
        *("Højst 3 dage før mødet", "< 24 timer før mødet", "Længere end en måned"),
    ],
)
def test_from_when_is_not_until_when(text: str) -> None:
    assert is_earliest(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Senest 3 dage efter", "Højst 3 dage efter", "≤ 3 dage", "<24 timer", ""),
        *("Mindst 8 dage før mødet", "Mindst 8 dage forinden", "I den første uge"),
        *("Aftalen lægger op til lokale tillæg", "Over for kommunen", "-> 3 dage"),
    ],
)
def test_until_when_is_not_from_when(text: str) -> None:
    assert not is_earliest(text)


def test_a_minus_is_no_dash_of_a_span() -> None:
    assert has_minus("-2 dage") and has_minus("Ved −½ time")
    assert not has_minus("2-3 dage") and not has_minus("24 - 48 timer")


@pytest.mark.parametrize(
    ("text", "event", "is_other"),
    [
        ("Senest 2 dage før indlæggelsen", "udskrivning", True),
        ("Ved opstart", "udskrivning", True),
        ("Når henvisningen er modtaget", "brevet er sendt", True),
        ("Senest 2 dage efter udskrivelsen", "udskrivning", False),
        ("Ved opstart", "opstart af forløbet", False),
        ("Så snart udskrivningsdatoen kendes", "udskrivningsdatoen er kendt", False),
        ("Højst 5 arbejdsdage", "udskrivning", False),
        ("3 dage efter aftale", "udskrivning", False),
        ("Senest 2 dage før udskrivning", "", False),
    ],
)
def test_another_event_is_known(text: str, event: str, is_other: bool) -> None:
    assert names_other_event(text, event) is is_other


@pytest.mark.parametrize(
    ("text", "base", "bounds"),
    [
        ("Straks", "timer", (0, 0)),
        ("Senest samme dag", "timer", (0, 24)),
        ("Inden kl. 12", "timer", (0, 24)),
        ("Næste hverdag", "hverdage", (1, 1)),
        ("Senest dagen før udskrivning", "timer", (24, 24)),
        ("Ugen efter", "timer", (168, 168)),
    ],
)
def test_a_moment_without_a_number_has_its_bounds(
    text: str, base: str, bounds: tuple[float, float]
) -> None:
    assert moment_bounds(text)[base] == bounds


def test_a_moment_beside_a_length_is_that_length() -> None:
    assert not moment_bounds("Straks, og senest 24 timer efter")
    assert not moment_bounds("Ved udskrivning")


@pytest.mark.parametrize(
    "text",
    [
        *("48h", "2 dg.", "5 hvd.", "3 mnd", "90 sek.", "ca.5 nætter", "4..5 vagter"),
        *("14dagesfristen", "ottedagesfrist", "femti dage", "XIV dage", "5 vagter"),
        *("halvfjerde time", "1 million minutter", "fire/fem dage"),
    ],
)
def test_a_number_that_is_not_read_is_known(text: str) -> None:
    assert has_unread_number(f"Senest {text} efter udskrivning")


@pytest.mark.parametrize(
    "text",
    [
        *("Dag 1-2", "Et par dage", "I god tid", "På 3. dagen", "Den 1. maj 2027", ""),
        *("Jf. § 8, stk. 2", "Kl. 8-16 på hverdage", "Flere uger", "Hele døgnet"),
        *("Når den unge er 18 år", "Efter 3 samtaler", "Dagligt", "Trin 2", "Uge 12"),
    ],
)
def test_other_figures_count_no_time(text: str) -> None:
    assert not has_unread_number(text)
