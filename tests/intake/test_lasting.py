"""A text beside the version it follows: rows keep their names, and what is gone is
told.
"""

from dataclasses import replace
from typing import Any

from registry.intake.lasting import Lasting, lasting_names, no_longer_said
from registry.rules.fields import ROW_FIELDS
from registry.rules.version_content import CONTENT_FIELDS, VersionContent, empty_values


def row(task: str, key: str = "", task_key: str = "") -> dict[str, Any]:
    return {**empty_values(ROW_FIELDS), "task": task, "key": key, "task_key": task_key}


def content(*rows: dict[str, Any], **values: Any) -> VersionContent:
    return VersionContent({**empty_values(CONTENT_FIELDS), **values}, {}, {}, rows)


def test_a_row_is_the_same_where_its_words_are() -> None:
    before = [row("Varsle kommunen", "varsle"), row("Tage prøven", "proeve")]
    lasting = lasting_names([row("varsle  Kommunen"), row("Køre borgeren")], before)
    assert lasting == [Lasting("varsle"), Lasting("")]


def test_the_only_row_of_its_kind_is_the_same_and_asked_about() -> None:
    (lasting,) = lasting_names(
        [row("Give besked", "", "varsling")], [row("Varsle", "v", "varsling")]
    )
    assert lasting.key == "v"
    assert "som «Varsle» i udgaven før. Passer det?" in lasting.doubts[0]


def test_the_only_of_its_kind_gives_way_to_the_row_with_the_same_words() -> None:
    new = [row("Give besked", "", "varsling"), row("Varsle")]
    assert lasting_names(new, [row("Varsle", "v", "varsling")]) == [
        Lasting(""),
        Lasting("v"),
    ]


def test_the_most_alike_are_proposed_and_asked_about() -> None:
    before = [
        row("Varsle kommunen om udskrivning", "varsle"),
        row("Køre borgeren til hospitalet", "koere"),
        row("Bestille hjælpemidler", "hjaelp"),
    ]
    rows = [
        row("Hospitalet kører borgeren til hospitalet"),
        row("Varsle kommunen om udskrivningen skriftligt"),
        row("Udlevere medicin"),
    ]
    lasting = lasting_names(rows, before)
    assert [one.key for one in lasting] == ["koere", "varsle", ""]
    assert [len(one.doubts) for one in lasting] == [1, 1, 0]
    assert "«Køre borgeren til hospitalet» i udgaven før" in lasting[0].doubts[0]


def test_a_copied_table_does_not_take_the_name_of_its_original() -> None:
    before = [row("Varsle kommunen", "varsle"), row("Tage prøven", "proeve")]
    copy, original = row("Køre borgeren", "varsle"), row("Varsle kommunen", "varsle")
    first, second = lasting_names([copy, original], before)
    assert (first.key, second) == ("", Lasting("varsle"))
    assert "«Varsle kommunen»" in first.doubts[0]
    assert "Passer det?" in first.doubts[0]


def test_a_table_that_was_copied_for_another_task_is_asked_about() -> None:
    (lasting,) = lasting_names(
        [row("Køre borgeren hjem", "varsle")], [row("Varsle kommunen", "varsle")]
    )
    assert lasting.key == "varsle"
    assert lasting.doubts == (
        "Har navnet på «Varsle kommunen» i udgaven før, men andre ord. Er den en ny?",
    )


def test_of_two_of_one_name_that_nobody_knows_the_first_keeps_it() -> None:
    rows = [row("Varsle", "ny"), row("Varsle igen", "ny")]
    lasting = lasting_names(rows, [])
    assert [one.key for one in lasting] == ["ny", ""]
    assert lasting[1].doubts


def test_two_rows_of_the_same_words_are_not_both_the_one_before() -> None:
    lasting = lasting_names([row("Varsle"), row("Varsle")], [row("Varsle", "v")])
    assert [one.key for one in lasting] == ["v", ""]


def test_what_the_version_before_had_and_this_has_not_is_told() -> None:
    rows = [row(f"Opgave {number}", f"o-{number}") for number in range(12)]
    before = replace(
        content(*rows, economics="Regionen betaler.", change_note="Nyt."),
        parties={"formel-part": ("gribskov",)},
    )
    (gone, whole), (emptied, _) = no_longer_said(content(rows[0]), before)
    assert gone.startswith(
        "Snitflader i udgaven før, som teksten ikke har (11): «Opgave 1»,"
    )
    assert gone.endswith("«Opgave 8» og 3 til.")
    assert len(whole) == 11
    assert emptied == "Udfyldt i udgaven før, men ikke her: Økonomi, Parter."


def test_where_nothing_is_gone_nothing_is_told() -> None:
    same = content(row("Varsle", "v"), economics="Regionen betaler.")
    assert list(no_longer_said(same, same)) == []
