"""What many agreements have in common is said once, and exceptions are named."""

from dataclasses import replace

import pytest

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.exports.appendix_agreements import AppendixAgreement
from registry.exports.appendix_content import AppendixContent, appendix_content
from registry.exports.appendix_data import table_of
from registry.exports.appendix_shared import (
    municipalities_in_words,
    note_on_confirmation,
    note_on_days,
    parties_in_words,
    since_in_words,
    undecided_in_words,
)
from registry.exports.appendix_text import document_of
from registry.exports.html import fragment
from registry.exports.request import AppendixRequest
from registry.language.dates import danish_date
from registry.models import Continuation
from tests.exports.samples import (
    ON,
    PUBLIC_URL,
    RECORDED,
    SHIPPED,
    START,
    appendix_of,
)

ALL = "alle 29 kommuner"


@pytest.fixture(scope="module")
def content(shipped: Catalogue) -> AppendixContent:
    request = AppendixRequest(SHIPPED, Moment(ON))
    return appendix_content(shipped, request, PUBLIC_URL)


@pytest.fixture(scope="module")
def names(content: AppendixContent) -> list[str]:
    return [municipality.name for municipality in content.snapshot.municipalities()]


def test_all_municipalities_are_told_together(
    content: AppendixContent, names: list[str]
) -> None:
    assert parties_in_words(content.snapshot, names) == ALL
    parties = ["Region Hovedstaden", *names]
    assert parties_in_words(content.snapshot, parties) == f"Region Hovedstaden og {ALL}"


def test_a_municipality_that_is_not_among_them_is_named(
    content: AppendixContent, names: list[str]
) -> None:
    told = parties_in_words(content.snapshot, ["Region Hovedstaden", *names[2:]])
    assert told == f"Region Hovedstaden og {ALL} undtagen {names[0]} og {names[1]}"


def test_some_municipalities_are_told_one_by_one(
    content: AppendixContent, names: list[str]
) -> None:
    some = ["Region Hovedstaden", *names[:20]]
    assert parties_in_words(content.snapshot, some) == ", ".join(some)


def test_few_municipalities_are_never_told_as_all(catalogue: Catalogue) -> None:
    snapshot = appendix_of(catalogue).snapshot
    names = [municipality.name for municipality in snapshot.municipalities()]
    assert 0 < len(names) < 5
    assert parties_in_words(snapshot, names) == ", ".join(names)


def test_the_full_appendix_names_them_once(
    content: AppendixContent, names: list[str]
) -> None:
    written = fragment(document_of(content))
    assert municipalities_in_words(content) == ", ".join(names)
    assert {written.count(name) for name in names if "Region" not in name} == {1}


def test_the_short_appendix_names_none(content: AppendixContent) -> None:
    request = replace(content.request, full=False)
    assert municipalities_in_words(replace(content, request=request)) == ""


def test_an_unknown_day_says_what_it_is_counted_from_and_a_note_says_why(
    content: AppendixContent,
) -> None:
    unknown = [e for e in content.agreements if e.counted_from is not None]
    assert unknown
    note = note_on_days(content.agreements)
    for entry in unknown:
        assert entry.counted_from is not None
        day = danish_date(entry.counted_from)
        assert since_in_words(entry) == f"ukendt, regnes fra {day}"
        assert f"{day} for {entry.made_under}" in note
        assert "Datoen kendes ikke" in entry.since
    assert (
        fragment(document_of(content)).count("Dagen, hvor aftalen trådte i kraft") == 1
    )


def test_a_known_day_stands_with_its_reservation(content: AppendixContent) -> None:
    known = [e for e in content.agreements if e.counted_from is None]
    assert {since_in_words(e) for e in known} == {e.since for e in known}
    assert note_on_days(known) == ""


def confirmed(
    content: AppendixContent, number: int, of: int
) -> list[AppendixAgreement]:
    """So many agreements that continue, the first of them confirmed by a source."""
    return [
        replace(agreement, title=f"Aftale {at}", continuation=decision(at <= number))
        for at, agreement in enumerate(content.continued[:of], 1)
    ]


def decision(is_confirmed: bool, decided: str = "viderefoeres") -> Continuation:
    return Continuation(
        ref="proeve",
        effective_on=START,
        recorded_at=RECORDED,
        agreement="a",
        health_agreement=SHIPPED,
        decision=decided,
        confirmed=is_confirmed,
    )


@pytest.mark.parametrize(
    ("number", "of", "note"),
    [
        (5, 5, ""),
        (0, 1, "Beslutningen om at videreføre «Aftale 1» er ikke"),
        (3, 5, "Beslutningen om at videreføre «Aftale 4» og «Aftale 5» er ikke"),
        (1, 5, "4 af de 5 beslutninger om at videreføre er ikke"),
        (0, 5, "Ingen af de 5 beslutninger om at videreføre en aftale er"),
    ],
)
def test_a_note_says_which_decisions_to_continue_no_source_confirms(
    content: AppendixContent, number: int, of: int, note: str
) -> None:
    said = note_on_confirmation(confirmed(content, number, of))
    assert said == (f"{note} bekræftet af en kilde." if note else "")


def test_an_agreement_that_is_left_open_needs_no_confirmation(
    content: AppendixContent,
) -> None:
    (agreement,) = confirmed(content, 0, 1)
    left_open = replace(agreement, continuation=decision(False, "afklares"))
    assert note_on_confirmation([left_open]) == ""
    undecided = replace(agreement, continuation=None)
    assert note_on_confirmation([undecided]) == ""


def test_the_short_appendix_says_of_each_decision_that_it_is_not_confirmed(
    content: AppendixContent,
) -> None:
    request = replace(content.request, full=False)
    for continued in (confirmed(content, 1, 3), confirmed(content, 3, 3)):
        some = replace(content, request=request, continued=continued, unsettled=[])
        doubted = [e for e in continued if "(ikke bekræftet)" in e.decided]
        written = fragment(document_of(some))
        assert written.count("Videreføres fra 2024") == len(continued)
        assert written.count("(ikke bekræftet)") == len(doubted)
        assert ("er ikke bekræftet af en kilde" in written) == bool(doubted)
        head, *lines = table_of(some)
        assert [line[head.index("Beslutning")] for line in lines[: len(continued)]] == [
            e.decided for e in continued
        ]


def test_an_agreement_that_nobody_has_decided_on_is_named_before_the_list(
    content: AppendixContent,
) -> None:
    """Not those that stand among the unsettled with the reason."""
    told = {agreement.slug for agreement in content.agreements}
    others = [a for a in content.selection.undecided if a.slug not in told]
    assert others and len(others) < len(content.selection.undecided)
    said = undecided_in_words(content)
    assert said.startswith(f"Om {len(others)} andre aftaler, der er i kraft på datoen,")
    assert all(f"«{a.shown.version.title}»" in said for a in others)
    before, _ = fragment(document_of(content)).split("<h2", 1)
    assert "er intet besluttet" in before

    one = replace(content, selection=replace(content.selection, undecided=others[:1]))
    assert undecided_in_words(one).startswith("Om 1 anden aftale, der er i kraft")
    none = replace(content, selection=replace(content.selection, undecided=()))
    assert undecided_in_words(none) == ""
