"""What is struck out or done away with is no duty, and what is quoted or told as an
example is never sure.

Also covers registry/suggest/struck.py.
"""

import pytest

from registry.suggest.sentences import sentences
from registry.suggest.struck import struck, without_struck
from tests.suggest.samples import actions, only, suggestions

DUTY = "Kommunen skal levere kosten."


@pytest.mark.parametrize(
    "text",
    [
        f"~~{DUTY}~~",
        f"<del>{DUTY}</del>",
        f"<s>{DUTY}</s>",
        f"<strike>{DUTY}</strike>",
        f"<!-- {DUTY} -->",
        f"~~{DUTY} Hospitalet orienterer egen læge.~~",
        f"- ~~{DUTY}~~",
        "Kommunen skal:\n\n- ~~levere kosten~~",
        "~~Kommunen skal:~~\n\n- levere kosten",
    ],
)
def test_what_is_struck_out_is_not_suggested(text: str) -> None:
    assert suggestions(text) == []


@pytest.mark.parametrize(
    ("text", "who", "task"),
    [
        ("~~Kommunen~~ Hospitalet skal ringe.", "hospital", "ringe"),
        ("Kommunen skal ~~levere~~ bestille kost.", "kommune", "bestille kost"),
        ("Kommunen skal ~~ikke~~ levere kosten.", "kommune", "levere kosten"),
        ("Opgave: Ringe. Udføres af: ~~Kommunen~~ Hospitalet.", "hospital", "ringe"),
        (
            "Hvem – hvad\n~~Kommunen~~ Hospitalet – ringe\nKommunen – skrive",
            "hospital",
            "ringe",
        ),
    ],
)
def test_the_words_beside_what_is_struck_out_are_never_sure(
    text: str, who: str, task: str
) -> None:
    one = suggestions(text)[0]

    assert (one.responsible, one.task, one.sure) == ((who,), task, False)
    assert one.sentence in text


def test_the_sentence_after_what_is_struck_out_is_as_sure_as_ever() -> None:
    assert only(f"~~{DUTY}~~ Hospitalet orienterer egen læge.").sure


def test_what_is_struck_out_ends_with_its_paragraph() -> None:
    assert struck("~~a\n\nb~~ c") == []
    assert struck("a ~~b~~ c ~~d") == [(2, 7)]
    assert without_struck("a ~~b~~ c") == "a       c"


def test_a_struck_sentence_is_no_sentence_and_the_next_keeps_its_place() -> None:
    text = f"~~{DUTY}~~ Vi går."
    (one,) = sentences(text)
    assert text[one.start :] == one.raw == "Vi går."


@pytest.mark.parametrize(
    "heading",
    [
        *("Ophævet", "Ophævede bestemmelser", "4. Bortfaldet", "§ 4 (ophævet)"),
        *("Udgået 2024", "Tidligere aftale", "Historik", "Tidligere gældende regler"),
        *("Ikke længere gældende", "Kost – udgår"),
    ],
)
def test_what_stands_under_a_heading_of_what_is_done_away_with_is_no_duty(
    heading: str,
) -> None:
    assert suggestions(f"## {heading}\n\n{DUTY}\n\n### Mere\n\n{DUTY}") == []


@pytest.mark.parametrize(
    "heading",
    [
        *("Ophævelse af aftalen", "Tidligere opsporing af kræft", "Når data slettes"),
        *("Hjælpemidler, der udgår", "Patientens historik"),
    ],
)
def test_a_heading_that_only_has_the_word_takes_nothing_away(heading: str) -> None:
    assert only(f"## {heading}\n\n{DUTY}").sure


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen skal levere kosten (ophævet).",
        "Kommunen skal levere kosten [bortfaldet 2025].",
        f"{DUTY} (Udgår)",
        f"(Ophævet) {DUTY}",
        f"Ophævet: {DUTY} Hospitalet ringer til kommunen.",
        f"Tidligere: {DUTY}",
    ],
)
def test_a_sentence_that_is_said_to_be_done_away_with_is_no_duty(text: str) -> None:
    assert suggestions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hospitalet ringer til kommunen (ophævet pr. 1. januar 2025).",
        "Hospitalet ringer til kommunen [udgået fra den 1.1.2025].",
        "Hospitalet ringer til kommunen (gælder ikke længere).",
        "Hospitalet ringer til kommunen. (Bortfaldet d. 1. juli 2025.)",
        "(Tidligere aftale, 2019) Hospitalet ringer til kommunen.",
        "(Tidligere) Hospitalet ringer til kommunen.",
        "## Ophævet den 1. maj 2024\n\nHospitalet ringer til kommunen.",
        "## Kost (ophævet pr. 1. maj 2024)\n\nHospitalet ringer til kommunen.",
        "## Forældede retningslinjer fra 2019\n\nHospitalet ringer til kommunen.",
    ],
)
def test_what_is_done_away_with_from_a_day_is_no_duty(text: str) -> None:
    assert suggestions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hospitalet sender journalen til kommunen (slettes efter 5 år).",
        "Hospitalet sender journalen til kommunen [slettes den 1. i hver måned].",
        "Hospitalet sender journalen til kommunen (udgår ved genindlæggelse).",
        "Hospitalet sender journalen til kommunen. (Slettes efter 5 år.)",
        # What goes on a day may still be in force.
        "Hospitalet sender journalen til kommunen. (Bortfalder d. 1. juli 2030.)",
        "Hospitalet sender journalen til kommunen (ophæves den 1. januar 2030).",
        "# Data (udgår den 1. maj 2030)\n\nHospitalet sender journalen til kommunen.",
        "(Slettes ved udskrivning) Hospitalet sender journalen til kommunen.",
        "(Ophævet tvang) Hospitalet sender journalen til kommunen.",
        "# Ophævet tvang\n\nHospitalet sender journalen til kommunen.",
        "# Opgaver: udgår fra hospitalet\n\nHospitalet sender journalen til kommunen.",
        "# Data (slettes efter 5 år)\n\nHospitalet sender journalen til kommunen.",
    ],
)
def test_what_may_be_done_away_with_is_suggested_but_never_sure(text: str) -> None:
    one = suggestions(text)[0]
    assert one.responsible == ("hospital",)
    assert one.task.startswith("sende journalen til kommunen")
    assert not one.sure


def test_what_may_be_done_away_with_loses_none_of_its_sentences() -> None:
    text = "(Slettes ved udskrivning) Hospitalet ringer. Kommunen skriver et kort."
    assert [one.sure for one in suggestions(text)] == [False, False]


def test_a_bracket_on_its_own_says_nothing_of_the_next_sentence() -> None:
    text = f"{DUTY} (Ophævet.) Hospitalet ringer til kommunen."
    assert only(text).responsible == ("hospital",) and only(text).sure


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen skal levere kosten (gælder ikke længere end 3 døgn).",
        "Kommunen skal levere kosten (ikke mere end 3 døgn).",
        "Kommunen skal levere kosten. (Ikke længere end 3 døgn.)",
        "(Tidligere indlagte patienter) Kommunen skal levere kosten.",
        "[Tidligere aftalte måltider] Kommunen skal levere kosten.",
        "(Alle voksne) Kommunen skal levere kosten.",
        "Kommunen skal levere kosten (tidligere 48 timer).",
        "Kommunen skal levere kosten (historik).",
    ],
)
def test_a_bracket_of_something_else_takes_no_duty_away(text: str) -> None:
    one = only(text)
    assert one.responsible == ("kommune",)
    assert one.task.startswith("levere kosten")


@pytest.mark.parametrize(
    "heading",
    [
        *("Ikke længere end 3 døgn", "Ophold: ikke mere end 3 døgn"),
        *("Tidligere indlagte patienter", "Ophævelse: hvem gør hvad"),
        *("Gamle patienter", "Historier fra hverdagen"),
    ],
)
def test_a_heading_of_something_else_leaves_a_duty_sure(heading: str) -> None:
    assert only(f"## {heading}\n\n{DUTY}").sure


def test_what_is_done_away_with_ends_with_its_point() -> None:
    points = "- Ophævet: Kommunen leverer kosten.\n- Hospitalet ringer til kommunen."
    assert actions(points) == [("hospital", "ringe til kommunen")]


@pytest.mark.parametrize(
    "text",
    [
        f"> {DUTY}",
        f"Eksempler:\n\n- {DUTY}",
        f"Fx:\n\n- {DUTY}",
        f"## Eksempel på et forløb\n\n{DUTY}",
        f"## Case 1: Anna\n\n{DUTY}",
        f"Case: Anna på 84 år udskrives. {DUTY}",
        f"## Bemærkninger\n\n{DUTY}",
    ],
)
def test_what_is_quoted_or_an_example_is_never_sure(text: str) -> None:
    assert not any(one.sure for one in suggestions(text))


@pytest.mark.parametrize(
    "text", [f"{DUTY[:-1]}?", f"Fx: {DUTY}", f"Eksempel: {DUTY}", f"«{DUTY}»"]
)
def test_questions_and_single_examples_are_no_duties(text: str) -> None:
    assert suggestions(text) == []


def test_a_quotation_of_several_lines_reads_without_its_marks() -> None:
    quoted = "> Kommunen skal levere kosten,\n> og hospitalet ringer."
    assert actions(quoted) == [("kommune", "levere kosten"), ("hospital", "ringe")]
