"""What is offered while one types: by the beginnings of words and of their parts."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.catalogue.offered import Offer
from registry.catalogue.queries import Catalogue
from registry.language.danish import fold
from registry.search.completions import (
    MOST_OFFERED,
    SHARES,
    Completion,
    Completions,
    completions,
)


def offer(label: str, *other_names: str, kind: str = "term") -> Offer:
    return Offer(kind, label, f"Om {label}.", f"/{kind}/{label}", other_names)


def labels(offered: Sequence[Completion]) -> list[str]:
    return [item.offer.label for item in offered]


@pytest.fixture(scope="module")
def words() -> Completions:
    return Completions(
        [
            offer("Ærø Kommune"),
            offer("behandlingsansvar", "lægeansvar"),
            offer("børnehave"),
            offer("hørelse"),
            offer("Ansvar for den anden"),
            offer("rollator", "gangstativ med hjul"),
            offer("årsplan"),
        ]
    )


def test_a_word_is_offered_from_its_second_letter(words: Completions) -> None:
    assert words.begun_by("r") == []
    assert labels(words.begun_by("ro")) == ["rollator"]


@pytest.mark.parametrize("typed", ["", " ", "-", "§", "..", "a"])
def test_too_little_to_go_by_offers_nothing(words: Completions, typed: str) -> None:
    assert words.begun_by(typed) == []


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        *((typed, "Ærø Kommune") for typed in ("ær", "ÆRØ", "aeroe", "aer", "aro")),
        *((typed, "børnehave") for typed in ("bør", "boern", "born", "BØRN")),
        *((typed, "årsplan") for typed in ("år", "aars", "ars", "a\u030ars")),
    ],
)
def test_danish_letters_are_typed_as_one_can(
    words: Completions, typed: str, label: str
) -> None:
    assert labels(words.begun_by(typed)) == [label]


def test_a_letter_that_is_typed_is_no_other(words: Completions) -> None:
    assert words.begun_by("hor") and not words.begun_by("hår")


def test_the_later_part_of_a_compound_begins_it_too(words: Completions) -> None:
    assert "behandlingsansvar" in labels(words.begun_by("ansv"))


def test_the_inside_of_a_word_begins_nothing(words: Completions) -> None:
    assert words.begun_by("ollator") == []


def test_the_first_word_goes_before_later_ones_and_parts(words: Completions) -> None:
    assert labels(words.begun_by("ansv")) == [
        "Ansvar for den anden",
        "behandlingsansvar",
    ]


def test_every_word_that_carries_a_subject_must_begin_something(
    words: Completions,
) -> None:
    assert labels(words.begun_by("kommune ær")) == ["Ærø Kommune"]
    assert words.begun_by("kommune bør") == []


def test_words_of_asking_do_not_count_before_the_last(words: Completions) -> None:
    assert labels(words.begun_by("hvem betaler for en roll")) == ["rollator"]
    assert words.begun_by("hvem r") == []


def test_a_name_typed_to_its_end_stays_offered(words: Completions) -> None:
    name = "ansvar for den anden"
    for length in range(2, len(name) + 1):
        assert "Ansvar for den anden" in labels(words.begun_by(name[:length]))


def test_another_name_says_which_it_was(words: Completions) -> None:
    [item] = words.begun_by("gangst")
    assert (item.offer.label, item.also) == ("rollator", "gangstativ med hjul")
    assert [item.also for item in words.begun_by("rol")] == [""]


def test_names_of_different_things_are_not_put_together(words: Completions) -> None:
    assert words.begun_by("rollator gangst") == []


def test_first_names_go_before_other_names() -> None:
    named = Completions([offer("barnevogn", "rollator til børn"), offer("rollator")])
    assert labels(named.begun_by("roll")) == ["rollator", "barnevogn"]


def test_kinds_stand_in_their_order_whatever_fits_best() -> None:
    kinds = [*reversed(SHARES)]
    mixed = Completions([offer("plan", kind=kind) for kind in kinds])
    assert [item.offer.kind for item in mixed.begun_by("plan")] == [*SHARES]


def test_each_kind_has_its_share_and_the_first_fill_the_rest() -> None:
    many = Completions([offer(f"plan {n}", kind=k) for k in SHARES for n in range(9)])
    offered = [item.offer.kind for item in many.begun_by("plan")]

    assert len(offered) == MOST_OFFERED
    assert all(offered.count(kind) >= share for kind, share in SHARES.items())
    assert offered.count("task") == MOST_OFFERED - sum(SHARES.values()) + SHARES["task"]


def test_one_kind_alone_fills_the_list() -> None:
    many = Completions([offer(f"hus {n}", kind="organisation") for n in range(20)])
    assert labels(many.begun_by("hus")) == [f"hus {n}" for n in range(MOST_OFFERED)]


def test_nothing_is_offered_of_an_empty_catalogue() -> None:
    assert Completions([]).begun_by("ansvar") == []


def test_they_are_made_once_for_a_snapshot(catalogue: Catalogue) -> None:
    snapshot = catalogue.today()
    assert completions(snapshot) is completions(snapshot)


LETTERS = st.text("abeknorstvæøå", min_size=2, max_size=12)


@given(st.lists(LETTERS, min_size=1, max_size=7, unique_by=fold), st.data())
def test_every_beginning_of_every_name_offers_it(
    names: list[str], data: st.DataObject
) -> None:
    made = Completions([offer(name) for name in names])
    name = data.draw(st.sampled_from(names))
    length = data.draw(st.integers(2, len(name)))

    assert name in labels(made.begun_by(name[:length]))


@given(st.lists(LETTERS, max_size=30), st.text(max_size=40))
def test_no_more_than_the_list_holds_and_nothing_twice(
    names: list[str], typed: str
) -> None:
    offered = Completions([offer(n) for n in set(names)]).begun_by(typed)

    assert len(offered) <= MOST_OFFERED
    assert len({item.offer.url for item in offered}) == len(offered)


def test_a_foreign_name_is_offered_where_nothing_else_is_begun_and_is_not_read() -> (
    None
):
    offered = Completions(
        [
            offer("sociale indsatser", "social activities mental illness"),
            offer("socialtandpleje"),
            offer("botilbud", "väntetid på boende"),
        ]
    )
    assert labels(offered.begun_by("social a")) == ["sociale indsatser"]
    assert labels(offered.begun_by("social")) == [
        "sociale indsatser",
        "socialtandpleje",
    ]
    assert [c.also for c in offered.begun_by("social a")] == [""]
    assert labels(offered.begun_by("vänte")) == ["botilbud"]


def test_what_people_write_in_a_hurry_leads_there_and_is_not_shown() -> None:
    task = Offer("task", "Forebyggelse", "", "/", ("selvmøder",), tells_names=False)
    (found,) = Completions([task]).begun_by("selvm")
    assert (found.offer.label, found.also) == ("Forebyggelse", "")
