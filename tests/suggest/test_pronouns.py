"""Whom a pronoun takes up, and where it is one.

Also covers registry/suggest/hearing.py.
"""

import pytest

from registry.suggest.suggestion import Suggestion
from tests.suggest.samples import suggestions


def last(text: str) -> Suggestion:
    return suggestions(text)[-1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Regionen underretter kommunen. Denne svarer borgeren.", "kommune"),
        (
            "Hospitalet skriver til egen læge. Denne kontakter ham.",
            "praktiserende-laege",
        ),
        ("Er patienten alene, ringer apoteket til kommunen. Denne svarer.", "kommune"),
        ("Planen sendes til kommunen. Denne indkalder borgeren.", "kommune"),
    ],
)
def test_this_one_is_the_last_one_named_and_not_the_doer(text: str, who: str) -> None:
    assert (last(text).responsible, last(text).sure) == ((who,), True)


def test_who_pays_may_be_this_one_too() -> None:
    assert last("Regionen orienterer kommunen. Denne betaler.").payer == ("kommune",)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen underretter regionen. Den besøger borgeren.",
        "Er patienten alene, træner apoteket barnet. Denne besøger kommunen.",
        "Kommunen drøfter indlæggelsen. Denne besøger borgeren.",
        "Hvis planen ændres, skal den kontakte borgeren.",
        "Afdelingen drøfter planen med patienten. Denne ringer til kommunen.",
        "Kommunen underretter regionen. Den besøger borgeren. Den ringer til apoteket.",
    ],
)
def test_of_several_who_may_be_meant_none_is_guessed(text: str) -> None:
    one = last(text)

    assert (one.responsible, one.sure) == ((), False)
    assert one.asked in ("den", "denne", "Den", "Denne")


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen måler feberen.\n\nOpstår der feber, orienterer den hospitalet.",
        "Regionen underretter kommunen.\n\nDenne ringer til borgeren.",
        "Centeret måler blodtryk.\n\nDette ringer til egen læge.",
        "Kommunen og regionen mødes.\n\nDisse ringer til egen læge.",
        "Kommunerne mødes.\n\n- De ringer til egen læge.",
        "# A\n\nKommunen måler.\n\n# B\n\nDen ringer til egen læge.",
        "Kommunen måler blodtryk. Borgeren er hjemme. Den ringer til egen læge.",
    ],
)
def test_who_is_told_of_further_back_is_not_taken_up(text: str) -> None:
    one = last(text)

    assert (one.responsible, one.sure) == ((), False)
    assert one.asked.lower() in ("den", "denne", "dette", "disse", "de")


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen måler patientens temperatur. Er den høj, ringer den til ham.",
        "Kommunen vurderer, om regionen skal tilkaldes. Den besøger borgeren.",
        "Efter aftale med regionen træner kommunen ham. Den besøger borgeren.",
        "Kommunen træner. Efter aftale med regionen kontakter den borgeren.",
        "Regionen læser kommunens plan. Den besøger borgeren.",
        "Hospitalet orienterer kommunen om borgeren. Denne ringer til apoteket.",
        "Kommunen ringer, når planen er lagt. Den besøger borgeren.",
        "Afdelingerne drøfter planerne. De ringer til borgeren.",
    ],
)
def test_another_noun_near_it_that_may_be_meant_makes_it_open(text: str) -> None:
    one = last(text)

    assert (one.responsible, one.sure) == ((), False) and one.asked


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_point_before_in_the_same_list_is_near(gap: str) -> None:
    one = last(f"- Kommunen måler blodtryk.{gap}- Den ringer til egen læge.")

    assert (one.responsible, one.sure) == (("kommune",), True)


def test_two_verbs_of_one_pronoun_are_the_same_ones() -> None:
    text = "Er egen læge syg, skal denne finde en afløser og underrette kommunen."
    found = suggestions(text)

    assert [one.responsible for one in found] == [("praktiserende-laege",)] * 2


def test_a_thing_after_the_one_named_makes_it_unsure() -> None:
    one = last("Hospitalet orienterer regionen om udskrivningen. Denne ringer.")

    assert (one.responsible, one.sure) == (("region",), False)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kommunen tilser borgeren. Den måler blodtryk.", "kommune"),
        ("Kommunen træner. Ved feber kontakter den egen læge.", "kommune"),
        ("Regionen måler. Er tallet højt, orienterer den hospitalet.", "region"),
        ("Hospitalet måler. Er borgeren syg, orienterer det kommunen.", "hospital"),
        ("Regionen træner. Melder kommunen fra, skal den ringe.", "kommune"),
    ],
)
def test_a_pronoun_before_a_noun_with_its_article_is_the_subject(
    text: str, who: str
) -> None:
    assert (last(text).responsible, last(text).sure) == ((who,), True)


def test_whom_the_subject_after_the_verb_tells_is_told() -> None:
    one = last("Regionen måler. Er tallet højt, orienterer den hospitalet.")

    assert (one.task, one.informed) == ("orientere hospitalet", ("hospital",))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ved feber kontakter den praktiserende læge borgeren.", "praktiserende-laege"),
        ("Herudover påhviler det kommunen at måle blodtryk.", "kommune"),
        (
            "Ved feber orienterer den udskrivende afdeling borgeren.",
            "somatisk-afdeling",
        ),
    ],
)
def test_an_article_is_no_pronoun(text: str, who: str) -> None:
    assert last(f"Regionen måler. {text}").responsible == (who,)


@pytest.mark.parametrize(
    "text",
    [
        "Udgiften afholdes af den part, der har bestilt ydelsen.",
        "Sagen forelægges af den part, der vil have den afgjort.",
        "Den anden part skal besøge borgeren.",
        "Parten, der opsiger aftalen, orienterer borgeren.",
        "De parter, der har skrevet under, udpeger en leder.",
        "Hver part, der har bestilt en tolk, betaler den.",
    ],
)
def test_one_party_is_not_all_of_them(text: str) -> None:
    one = last(text)

    assert (one.responsible, one.payer, one.sure) == ((), (), False)
    assert "part" in one.asked.lower()


def test_each_party_is_all_of_them() -> None:
    assert last("Hver part betaler sine udgifter.").payer == ("alle-parter",)


@pytest.mark.parametrize("who", ["hun", "han", "vedkommende"])
def test_a_person_who_is_not_named_is_asked_about(who: str) -> None:
    one = last(f"Regionen træner. Er borgeren syg, underretter {who} kommunen.")

    assert (one.responsible, one.asked) == ((), who)
    assert one.task == "underrette kommunen"


def test_what_is_still_to_come_is_nobody_before_it() -> None:
    text = "Hospitalet måler. Det er lederens opgave at ringe og at besøge borgeren."

    assert last(text).responsible == ()


def test_what_follows_from_a_text_is_nobodys_duty() -> None:
    assert not suggestions("Det følger af loven, at borgeren er fri.")


def test_a_party_with_a_name_of_its_own_is_that_one() -> None:
    assert last("Den part, der indkalder, ringer.").responsible == ("indkaldende-part",)


def test_this_one_that_only_its_gender_tells_is_read_first() -> None:
    """The subject of the sentence before is seldom meant."""
    one = last("Kommunen skriver til hospitalet. Denne sender derefter en plan.")
    assert (one.responsible, one.sure) == (("kommune",), False)


@pytest.mark.parametrize(
    ("text", "who", "task"),
    [
        ("Hospitalet ringer til kommunen, og denne sender en plan.", "kommune", "plan"),
        ("Regionen ringer til kommunen, og denne ordinerer medicin.", "kommune", "med"),
        ("Hospitalet ringer til kommunen, og de aftaler datoen.", "", "aftale datoen"),
        ("Hospitalet ringer til lægen, og de aftaler, hvem der går.", "", "aftale"),
        ("Får kommunen besked, skal den svare borgeren.", "kommune", "svare borgeren"),
        ("Får kommunen besked, skal denne støtte borgeren.", "kommune", "støtte"),
        ("Får kommunen besked, skal de svare borgeren.", "", "svare borgeren"),
        ("Har kommunen fået planen, kan den aftale datoen.", "", "aftale datoen"),
    ],
)
def test_the_verb_after_a_pronoun_is_no_noun(text: str, who: str, task: str) -> None:
    one = last(text)

    assert one.responsible == ((who,) if who else ()) and task in one.task
    assert all("denne" not in each.task for each in suggestions(text))


@pytest.mark.parametrize(
    "text",
    [
        "Hospitalet kontakter kommunen, og denne ansøger har ret til støtte.",
        "Hospitalet kontakter kommunen, og denne ansøger får et svar.",
        "Hospitalet kontakter kommunen, og denne sagsbehandler kan blive syg.",
        "Er borgeren kendt, skal den støtte, der er bevilget, være uændret.",
        "Er borgeren kendt, skal den pleje, kommunen giver, fortsætte.",
    ],
)
def test_a_noun_after_such_a_word_is_no_verb(text: str) -> None:
    tasks = " ".join(one.task for one in suggestions(text))
    assert not any(verb in tasks for verb in ("ansøge", "behandle", "støtte", "pleje"))


@pytest.mark.parametrize(
    "text",
    [
        "Hospitalet skriver til kommunen. Sidstnævnte henter borgeren.",
        "Hospitalet skriver til kommunen; sidstnævnte skal hente borgeren.",
        "Hospitalet ringer til kommunen, og sidstnævnte henter borgeren.",
        "Hospitalet og kommunen mødes. Førstnævnte henter borgeren.",
    ],
)
def test_who_was_named_first_or_last_is_asked_about(text: str) -> None:
    one = last(text)

    assert (one.task, one.responsible, one.sure) == ("hente borgeren", (), False)
    assert one.asked in ("sidstnævnte", "førstnævnte")
