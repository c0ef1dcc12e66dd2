"""What stands under an answer of a first line is so of all the rows that it tells of:
every group of the shipped catalogue, in every field that a line begins with.
"""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Row, Snapshot
from registry.clock import Moment, today
from registry.language.danish import lowered
from registry.search.answer import AnswerGroup, RowHit
from registry.search.beside import excepted_by
from registry.search.cases import NOT_SAID, cases_of
from registry.search.conditions import Case
from registry.search.first_line import first_line
from registry.search.line import Excepted
from registry.search.line_parts import equal_answers
from registry.search.shortening import sentences

FIELDS = ("responsible", "deadline", "payer", "task", "authority")
EXCLUSION = "does_not_apply_to"
FIRST, LATER = "Indlagte borgere", "For visiterede er det regionens opgave"


@pytest.fixture(scope="module")
def snapshot(shipped: Catalogue) -> Snapshot:
    return shipped.at(Moment(today()))


def hits_of(snapshot: Snapshot, rows: list[Row], marked: str = "") -> list[RowHit]:
    return [
        RowHit(
            row,
            snapshot.agreements[row.agreement],
            {EXCLUSION: [(marked, True)]} if marked else {},
        )
        for row in rows
    ]


def groups_of(snapshot: Snapshot) -> Iterator[list[Row]]:
    """The rows of each task, in every turn: any of them may be the one asked for."""
    by_task: dict[str, list[Row]] = defaultdict(list)
    for row in snapshot.answering_rows:
        by_task[row.task_key].append(row)
    for rows in by_task.values():
        yield from ([row, *(o for o in rows if o is not row)] for row in rows)


def test_an_exclusion_is_told_from_its_first_sentence() -> None:
    case = Case("Kommune", denied=LATER, before_denied=FIRST)
    excluded = first_line("responsible", [case]).excluded
    assert excluded
    assert excluded.text == f"{FIRST}. {LATER}"


def test_what_only_goes_on_about_an_exclusion_leads_to_its_row() -> None:
    case = Case("Kommune", denied=FIRST, excepted=LATER, excepted_goes_on=True, row="r")
    (part,) = first_line("responsible", [case]).parts
    assert [one.row for one in part.excepts] == ["r"]
    assert part.excepts_said == 0


def test_no_row_shipped_is_told_by_a_later_sentence_alone(snapshot: Snapshot) -> None:
    told = 0
    for row in snapshot.answering_rows:
        for sentence in sentences(getattr(row.snitflade, EXCLUSION)):
            hits = hits_of(snapshot, [row], sentence)
            line = first_line("task", cases_of(snapshot, _group(hits), "task"))
            texts = [e.text for p in line.parts for e in p.excepts[: p.excepts_said]]
            texts += [line.excluded.text] if line.excluded else []
            told += bool(line.excluded)
            whole, _ = excepted_by(row, "")
            whole_row = ". ".join(sentences(getattr(row.snitflade, EXCLUSION)))
            told_so = all(t in (whole[: len(t)], whole_row[: len(t)]) for t in texts)
            assert told_so, row.id
    assert told


def _group(hits: list[RowHit]) -> AnswerGroup:
    return AnswerGroup(hits[0].row.task_key, "", hits)


def test_equal_answers_that_except_others_stand_each_with_its_own() -> None:
    cases = (
        Case("Borger", task="Betale tolk", row="a"),
        Case("Region", task="Stille tolk", row="b"),
        Case("Borger", task="Betale gebyr", excepted="Forældre", row="c"),
    )
    told = [(p.row, p.conditions, p.excepts) for p in first_line("x", cases).parts]
    assert told == [
        ("a", ("betale tolk",), ()),
        ("b", ("stille tolk",), ()),
        ("c", ("betale gebyr",), (Excepted("Forældre", "c"),)),
    ]


def test_equal_tasks_that_except_others_are_told_apart_by_when() -> None:
    cases = (
        Case("Køre", situation="Til dagligt", excepted="Ferie", row="a"),
        Case("Køre", situation="Ved udskrivning", row="b"),
    )
    assert [part.condition for part in first_line("task", cases).parts] == [
        "til dagligt",
        "ved udskrivning",
    ]


def test_what_nobody_says_stands_once_without_what_one_row_excepts() -> None:
    cases = [Case("", NOT_SAID, row="a"), Case("", NOT_SAID, excepted="Alle", row="b")]
    (part,) = first_line("deadline", cases).parts
    assert (len(part.excepts), part.excepts_said) == (1, 0)


@pytest.mark.parametrize("field", FIELDS)
def test_no_group_shipped_tells_of_an_answer_what_one_of_its_rows_excepts(
    snapshot: Snapshot, field: str
) -> None:
    several = 0
    for rows in groups_of(snapshot):
        cases = cases_of(snapshot, _group(hits_of(snapshot, rows)), field)
        for answer in equal_answers(cases):
            (part,) = first_line(field, answer).parts
            several += len(answer) > 1
            told = [one.text for one in part.excepts[: part.excepts_said]]
            assert all(told in ([], [case.excepted]) for case in answer), part
    assert several


@pytest.mark.parametrize("field", FIELDS)
def test_no_group_shipped_tells_of_an_answer_when_another_of_its_rows_is_done(
    snapshot: Snapshot, field: str
) -> None:
    for rows in groups_of(snapshot):
        cases = cases_of(snapshot, _group(hits_of(snapshot, rows)), field)
        for answer in equal_answers(cases):
            (part,) = first_line(field, answer).parts
            for fact in (*part.facts, *first_line(field, answer).facts):
                of_first = f" – {lowered(answer[0].task)}"
                is_of_all = all(fact in case.facts for case in answer)
                assert is_of_all or not fact.is_stated or fact.text.endswith(of_first)
