"""What a question of yes or no asks of the rows that answer it."""

import pytest

from registry.clock import Moment, today
from registry.search.answer import Question, RowHit
from registry.search.ask import Asker
from registry.search.bounds import is_of_other_stays
from registry.search.first_line import first_line_of
from registry.search.whether import (
    asking_clause,
    asks_if_self,
    condition_asked,
    is_done_by_others,
    is_fragment,
    limit_of,
    opens,
)


def lines(asker: Asker, text: str) -> list[str]:
    """The first line of every group that answers a question to the sample."""
    moment = Moment(today())
    answer = asker.ask(Question(text, moment))
    snapshot = asker.catalogue.at(moment)
    return [str(first_line_of(snapshot, group, answer)) for group in answer.groups]


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("varsler hospitalet kommunen", "varsler"),
        ("varsler man om natten", "varsler"),
        ("skal vi varsle", "skal"),
        ("hvem varsler kommunen", ""),
        ("varsler om natten", ""),
        ("synger hospitalet", ""),
        ("", ""),
    ],
)
def test_the_verbs_of_the_tasks_open_a_question(
    asker: Asker, question: str, verb: str
) -> None:
    assert opens(asker.catalogue.at(Moment(today())), question) == verb


def test_who_does_it_is_told_where_the_question_takes_another_for_it(
    asker: Asker,
) -> None:
    assert lines(asker, "skal kommunen varsle om barnet")[0].startswith(
        "Børneafdelingen – børn og unge"
    )
    assert lines(asker, "skal hospitalet varsle om barnet")[0].startswith(
        "Varsle kommunen om barnet"
    )


def test_the_one_of_whom_it_is_asked_stands_after_the_verb(asker: Asker) -> None:
    snapshot = asker.catalogue.at(Moment(today()))
    rows = [r for r in snapshot.answering_rows if r.task_key == "varsling"]

    assert is_done_by_others(snapshot, rows, "skal kommunen varsle")
    assert not is_done_by_others(snapshot, rows, "skal vi varsle kommunen")
    assert not is_done_by_others(snapshot, rows, "hvem varsler kommunen")


def test_whom_a_row_is_for_is_told_where_others_are_asked_about(asker: Asker) -> None:
    snapshot = asker.catalogue.at(Moment(today()))
    (row,) = (r for r in snapshot.answering_rows if r.id.endswith("varsel-boern"))
    child, adult = frozenset({"boern-og-unge"}), frozenset({"voksne"})

    assert limit_of(snapshot, row, "skal vi varsle", [adult]) == "for børn og unge"
    assert limit_of(snapshot, row, "skal vi varsle", [child]) == ""
    assert limit_of(snapshot, row, "skal vi varsle", [adult, child]) == ""
    assert limit_of(snapshot, row, "skal vi varsle", []) == ""


@pytest.mark.parametrize(
    ("question", "is_other"),
    [
        ("sendes planen ved ophold under 48 timer", True),
        ("sendes planen ved ophold over 48 timer", False),
        ("sendes planen ved ophold over 72 timer", False),
        ("sendes planen, indlagt 30 timer", True),
        ("sendes planen inden 30 timer", False),
    ],
)
def test_a_longer_or_shorter_stay_than_the_rows_is_another(
    question: str, is_other: bool
) -> None:
    assert is_of_other_stays(question, "Somatisk indlæggelse over 48 timer") is is_other


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("varsling, må vi ringe uden samtykke", "må vi ringe uden samtykke"),
        ("ved orlov skal kommunen have besked", "skal kommunen have besked"),
        ("medicin kan mor få den med", "kan mor få den med"),
        ("dialysevægt er det os", "er det os"),
        ("skal vi varsle", "skal vi varsle"),
        ("hvem varsler, og må vi ringe", "hvem varsler, og må vi ringe"),
        ("når vi må ringe til kommunen", "når vi må ringe til kommunen"),
        ("varsling kan vi eller kommunen", "varsling kan vi eller kommunen"),
        (
            "Borgeren bor på gaden. Skal hans kommune i gang nu?",
            "Skal hans kommune i gang nu",
        ),
        ("Hvem betaler? Skal vi ringe", "Hvem betaler? Skal vi ringe"),
    ],
)
def test_a_question_of_yes_or_no_may_begin_with_its_subject(
    asker: Asker, question: str, clause: str
) -> None:
    assert asking_clause(asker.catalogue.at(Moment(today())), question) == clause


@pytest.mark.parametrize(
    ("question", "is_one"),
    [
        ("koordinator også ved korte ophold?", True),
        ("koordinator også ved korte ophold", False),
        ("koordinator hvornår?", False),
        ("regionen el. kommunen?", False),
        ("who pays?", False),
    ],
)
def test_a_mark_alone_asks_for_yes_or_no(question: str, is_one: bool) -> None:
    assert is_fragment(question) is is_one


@pytest.mark.parametrize(
    ("clause", "is_whose"),
    [
        ("er det os der leverer den", True),
        ("er det så mig der skal", True),
        ("er det stadig dem", True),
        ("er det kommunen der leverer den", False),
        ("skal vi levere den", False),
    ],
)
def test_who_asks_if_it_is_theirs_asks_whose_it_is(clause: str, is_whose: bool) -> None:
    assert asks_if_self(clause) is is_whose


def test_the_condition_is_told_where_the_question_names_it(asker: Asker) -> None:
    snapshot = asker.catalogue.at(Moment(today()))
    row = next(r for r in snapshot.answering_rows if r.snitflade.situation)
    situation = row.snitflade.situation
    agreement = snapshot.agreements[row.agreement]
    named = RowHit(row, agreement, {"situation": [(situation, True)]})

    assert condition_asked(snapshot, named, "varsling?")
    assert not condition_asked(snapshot, RowHit(row, agreement), "varsling?")
