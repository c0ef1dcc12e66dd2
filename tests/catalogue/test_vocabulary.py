"""The words that values are chosen from, as last recorded."""

from registry.catalogue.vocabulary import Vocabulary
from registry.models import Choice
from registry.rules.fields import Scheme


def choice(key: str, label: str, position: int = 0, **values: object) -> Choice:
    return Choice(
        scheme=str(Scheme.PHASES), key=key, label=label, position=position, **values
    )


def test_the_last_recorded_of_a_key_is_told_and_an_unknown_key_tells_itself() -> None:
    words = Vocabulary([choice("foer", "Før"), choice("foer", "Før indlæggelse")])

    assert words.labels(Scheme.PHASES, ["foer", "ukendt"]) == [
        "Før indlæggelse",
        "ukendt",
    ]
    assert words.has(Scheme.PHASES, "foer")
    assert not words.has(Scheme.PHASES, "ukendt")


def test_the_choices_stand_in_their_order() -> None:
    words = Vocabulary([choice("sidst", "Sidst", 2), choice("foerst", "Først", 1)])

    assert list(words.schemes[Scheme.PHASES]) == ["foerst", "sidst"]


def test_a_row_has_the_questions_of_its_address() -> None:
    asked = Choice(
        scheme=str(Scheme.QUESTIONS), key="a.b", label="", also=["hvem varsler"]
    )
    words = Vocabulary([asked])

    assert words.questions_of("a.b") == ["hvem varsler"]
    assert words.questions_of("a.c") == []


def plain_words() -> Vocabulary:
    told = Choice(
        scheme=str(Scheme.PLAIN_WORDS),
        key="varsling.opgave-1",
        label="giver besked",
        position=0,
        also=["Varsle kommunen", "Varsle"],
    )
    return Vocabulary([told, choice("akut", "Akut")])


def test_a_text_is_told_in_its_plain_words_and_no_other() -> None:
    vocabulary = plain_words()
    assert vocabulary.plain("Varsle") == "giver besked"
    assert vocabulary.plain("Varsle kommunen straks") is None


def test_plain_words_are_not_asked_for() -> None:
    assert [word.key for word in plain_words().asked] == ["akut"]
