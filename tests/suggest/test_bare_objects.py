"""Objects that are a pronoun without its noun."""

import pytest

from tests.suggest.samples import suggestions


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Har kommunen ikke en tolk, stiller regionen en.", "stille en tolk"),
        ("Kommunen har en seng, ellers leverer regionen en.", "levere en seng"),
        (
            "Har borgeren ikke et hjælpemiddel, leverer kommunen et.",
            "levere et hjælpemiddel",
        ),
        ("Regionen skriver planen, og kommunen sender den.", "sende planen"),
        ("Regionen får et skema, og kommunen udfylder det.", "udfylde det skema"),
        ("Apoteket pakker medicinen og leverer den dagligt.", "levere medicinen"),
    ],
)
def test_the_noun_is_taken_from_the_same_sentence(text: str, task: str) -> None:
    one = suggestions(text)[-1]

    assert (one.task, one.sure) == (task, False)


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Kommunen har en seng. Ellers leverer regionen en.", "levere en"),
        ("Apoteket pakker medicinen. Kommunen henter den.", "hente den"),
        ("Regionen har planen og listen, og kommunen sender den.", "sende den"),
        ("Der ryges i hjemmet, og kommunen melder dette til lægen.", "melde dette"),
        ("Regionen sender kommunen planen og orienterer den.", "orientere den"),
    ],
)
def test_a_pronoun_stays_where_no_noun_alone_fits(text: str, task: str) -> None:
    one = suggestions(text)[-1]

    assert one.task.startswith(task) and not one.sure


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen leverer en seng.",
        "Kommunen kontakter en af lægerne.",
        "Kommunen kontakter dem, der er syge.",
        "Patienten betaler det fulde beløb.",
        "Kommunen udleverer en liste over senge.",
        "Kommunen orienterer den praktiserende læge.",
    ],
)
def test_an_article_or_a_quantity_is_no_bare_object(text: str) -> None:
    assert suggestions(text)[-1].sure


def test_the_time_after_a_noun_taken_up_is_still_the_deadline() -> None:
    text = "Regionen skriver planen, og kommunen sender den senest to dage efter."

    assert suggestions(text)[-1].deadline == "senest to dage efter"
