"""Rows told to a citizen: never more than the row says, never less than its limits."""

from typing import Any

import pytest

from registry.catalogue.citizen import (
    Chapter,
    Telling,
    chapters,
    telling_of,
    together,
)
from registry.models import Choice
from tests.catalogue.shelf import EARLY, Shelf

PLAIN = {
    "Varsle kommunen": "giver kommunen besked om dig",
    "Levere puder": "{eller} leverer puder til dig",
    "Kan vælge plads": "kan vælge plads",
    "Betale": "betaler regionen for dagen",
    "Borgeren er hjemløs": "Det gælder, når du er hjemløs.",
    "Inden 3 dage": "Det sker inden 3 dage.",
    "Børn": "Det gælder ikke børn.",
    "I tvivl": "Er der tvivl, får du det alligevel.",
    "Hospital": "hospitalet",
    "Kommune": "kommunen",
    "Borger": "du",
    "Overlæge": "den, der er overlæge,",
    "Akut": "Når det haster",
}
ACTORS = {
    "hospital": "Hospital",
    "kommune": "Kommune",
    "borger": "Borger",
    "overlaege": "Overlæge",
    "retten": "Retten",
}


def choice(scheme: str, key: str, label: str, *also: str) -> Choice:
    return Choice(
        scheme=scheme,
        key=key,
        position=0,
        label=label,
        also=list(also),
        sector=key if key == "borger" else None,
        recorded_at=EARLY,
    )


@pytest.fixture
def shelf(shelf: Shelf) -> Shelf:
    shelf.add(
        *(choice("actors", key, label) for key, label in ACTORS.items()),
        choice("phases", "akut", "Akut"),
        choice("phases", "udskrivning", "Udskrivning"),
        *(
            choice("plain-words", f"alle.tekst-{number}", plain, text)
            for number, (text, plain) in enumerate(PLAIN.items())
        ),
    )
    return shelf


def told(shelf: Shelf, **fields: Any) -> Telling:
    row = {"key": "a", "task": "Varsle kommunen", "confirmed": True, **fields}
    shelf.publish("aftale", row)
    return telling_of(shelf.at(), shelf.at().answering_rows[0])


def test_who_is_the_rows_own_and_what_is_its_text_in_plain_words(shelf: Shelf) -> None:
    telling = told(shelf, responsible=["hospital"])
    assert telling.sentences == ("Hospitalet giver kommunen besked om dig.",)
    assert telling.title == "Aftale"


def test_everything_that_limits_the_row_is_told(shelf: Shelf) -> None:
    telling = told(
        shelf,
        responsible=["hospital"],
        situation="Borgeren er hjemløs",
        deadline="Inden 3 dage",
        does_not_apply_to="Børn",
        payer=["kommune"],
        in_doubt="I tvivl",
        confirmed=False,
    )
    assert telling.sentences[1:] == (
        "Det sker inden 3 dage.",
        "Det gælder, når du er hjemløs.",
        "Det gælder ikke børn.",
        "Kommunen betaler.",
        "Er der tvivl, får du det alligevel.",
        "Denne regel er ikke bekræftet.",
    )


def test_a_text_without_plain_words_is_told_as_it_stands(shelf: Shelf) -> None:
    telling = told(
        shelf,
        task="Aftale noget nyt",
        responsible=["hospital"],
        situation="Noget andet",
        deadline="Snart",
        does_not_apply_to="Visse",
        in_doubt="Spørg nogen",
    )
    assert telling.sentences == (
        "Hospitalet har denne opgave: Aftale noget nyt.",
        "Fristen er: Snart.",
        "Det gælder her: Noget andet.",
        "Det gælder ikke for: Visse.",
        "Er der tvivl: Spørg nogen.",
    )


def test_a_changed_text_is_no_longer_told_by_the_old_plain_words(shelf: Shelf) -> None:
    telling = told(shelf, task="Varsle kommunen straks", responsible=["hospital"])
    assert "besked om dig" not in telling.text


@pytest.mark.parametrize("nobody", [[], ["ikke-oplyst"], ["ikke-relevant"]])
def test_that_nobody_is_named_is_said(shelf: Shelf, nobody: list[str]) -> None:
    telling = told(shelf, task="Levere puder", responsible=nobody)
    assert telling.text == "Det er ikke oplyst, hvem der leverer puder til dig."


@pytest.mark.parametrize(
    ("task", "doers", "sentence"),
    [
        ("Levere puder", ["hospital", "kommune"], "Hospitalet eller kommunen leverer"),
        ("Varsle kommunen", ["hospital", "borger"], "Hospitalet og du giver"),
        ("Varsle kommunen", ["overlaege"], "Den, der er overlæge, giver"),
        (
            "Varsle kommunen",
            ["overlaege", "borger"],
            "Den, der er overlæge, og du giver",
        ),
        ("Varsle kommunen", ["retten"], "Retten giver"),
    ],
)
def test_several_who_do_it_are_one_phrase(
    shelf: Shelf, task: str, doers: list[str], sentence: str
) -> None:
    assert told(shelf, task=task, responsible=doers).text.startswith(sentence)


def test_a_deadline_that_is_not_stated_is_not_told(shelf: Shelf) -> None:
    telling = told(shelf, responsible=["hospital"], deadline="Ikke oplyst")
    assert len(telling.sentences) == 1


@pytest.mark.parametrize(
    ("payer", "sentence"),
    [
        (["borger"], "Du betaler selv."),
        (["hospital", "borger"], "Hospitalet og du betaler."),
        (["ikke-oplyst"], None),
        ([], None),
    ],
)
def test_who_pays_is_told_where_the_row_says_so(
    shelf: Shelf, payer: list[str], sentence: str | None
) -> None:
    telling = told(shelf, responsible=["hospital"], payer=payer)
    assert telling.sentences[1:] == ((sentence,) if sentence else ())


def test_who_pays_is_not_told_twice(shelf: Shelf) -> None:
    telling = told(shelf, task="Betale", responsible=["kommune"], payer=["kommune"])
    assert telling.text == "Kommunen betaler regionen for dagen."


def phases(shelf: Shelf) -> list[Chapter]:
    return chapters(shelf.at(), shelf.at().answering_rows, None)


def test_chapters_follow_the_phases_and_leave_out_the_empty(shelf: Shelf) -> None:
    puder = {"task": "Levere puder", "responsible": ["kommune"]}
    shelf.publish("b", {"key": "b", "phase": "udskrivning", **puder})
    shelf.publish("a", {"key": "a", **puder}, {"key": "c", **puder})
    first, second = phases(shelf)
    assert (first.key, first.title) == ("akut", "Når det haster")
    assert [telling.row.id for telling in first.told] == ["a.a", "a.c"]
    assert second.title == "Udskrivning"
    assert first.text.count("leverer puder") == 2


def test_what_others_do_between_them_stands_on_its_own(shelf: Shelf) -> None:
    shelf.publish(
        "a",
        {"key": "mine", "task": "Levere puder", "responsible": ["kommune"]},
        {"key": "others", "task": "Betale", "responsible": ["hospital"]},
        {"key": "own", "task": "Kan vælge plads", "responsible": ["borger"]},
    )
    (chapter,) = phases(shelf)
    assert [telling.row.id for telling in chapter.told] == ["a.mine", "a.own"]
    assert [telling.row.id for telling in chapter.between] == ["a.others"]
    assert [reach.actor for reach in chapter.asked] == ["Kommune"]


def test_names_are_joined_as_one_says_them() -> None:
    assert together(["a"], "og") == "a"
    assert together(["a,", "b", "c"], "eller") == "a, b eller c"
