"""What stands beside an answer: who and when, what does not hold, what may change."""

from datetime import date

import pytest

from registry.catalogue.snapshot import Row, Snapshot
from registry.clock import Moment, today
from registry.language.word_lists import QUESTION_WORDS
from registry.models import Snitflade
from registry.search.ask import Asker
from registry.search.asked_fields import NAMED
from registry.search.beside import (
    ASKED,
    LONGEST_FACT,
    FieldBeside,
    changing,
    excepted_by,
    facts_of,
    said_by_all,
    together,
)

WHO, WHEN = FieldBeside("responsible", "Kommune"), FieldBeside("deadline", "Straks")
LATER = "96 timer er meldt ud (dagen er ikke bekræftet)"


@pytest.fixture
def snapshot(asker: Asker) -> Snapshot:
    return asker.catalogue.at(Moment(today()))


def a_row(**fields: object) -> Row:
    told = {"responsible": ["kommune"], "deadline": "Straks", **fields}
    stored = Snitflade(
        key="r", task_key="varsling", task="Varsle", phase="udskrivning", **told
    )
    return Row("proeve", 1, stored, "varsling", True)


def test_who_and_when_stand_beside_what_else_is_asked(snapshot: Snapshot) -> None:
    assert facts_of(snapshot, a_row(), "authority") == (WHO, WHEN)


def test_who_does_it_is_not_read_as_who_pays(snapshot: Snapshot) -> None:
    assert facts_of(snapshot, a_row(), "payer") == (WHEN,)


@pytest.mark.parametrize(("asked", "left"), [("responsible", WHEN), ("deadline", WHO)])
def test_what_is_asked_does_not_stand_beside_itself(
    snapshot: Snapshot, asked: str, left: FieldBeside
) -> None:
    assert facts_of(snapshot, a_row(), asked) == (left,)


@pytest.mark.parametrize("deadline", ["", "Ikke oplyst"])
def test_a_deadline_that_is_not_stated_is_said_to_be_so(
    snapshot: Snapshot, deadline: str
) -> None:
    (when,) = facts_of(snapshot, a_row(deadline=deadline), "responsible")
    assert (str(when), when.is_stated) == ("Hvornår: ikke oplyst", False)


def test_a_long_deadline_is_left_to_the_row_and_never_cut(snapshot: Snapshot) -> None:
    long = a_row(deadline="Senest " + "om lidt og " * (LONGEST_FACT // 10))
    (when,) = facts_of(snapshot, long, "responsible")
    assert (str(when), when.is_stated) == ("Hvornår: se nedenfor", False)


def test_what_rows_of_one_answer_do_not_all_say_is_told_of_the_first_alone() -> None:
    other, unsaid = (WHEN._replace(text=t) for t in ("en anden frist", "ikke oplyst"))
    below = WHEN._replace(text="se nedenfor")
    of_first = WHEN._replace(text="Straks – varsle")

    assert together([(WHO, WHEN), (WHO, WHEN)], "Varsle") == (WHO, WHEN)
    assert together([(WHO, WHEN), (WHO, other)], "Varsle") == (WHO, of_first)
    assert together([(WHEN,), (unsaid,)], "Varsle") == (of_first,)
    assert together([(WHEN,), (other,)], "x" * LONGEST_FACT) == (below,)
    assert together([(WHEN,), (other,)]) == (below,)
    assert together([(below,), (WHEN,)], "Varsle") == (below,)
    assert together([(unsaid,), (WHEN,)], "Varsle") == (below,)


@pytest.mark.parametrize(
    ("situation", "said"),
    [
        ("Fra 1. januar 2027. Regionen driver den", "Gælder: fra 1. januar 2027"),
        ("Fra juni 2026. Borgeren er udredt", "Gælder: fra juni 2026"),
        ("Kontrakten gælder perioden frem til fødslen", "Gælder: frem til fødslen"),
        ("Det gælder indtil den 1. maj, hvis", "Gælder: indtil den 1. maj"),
        ("Fra juni 2012. Borgeren er udredt", "Hvornår: ikke oplyst"),
        ("Behandles, indtil tilstanden er stationær", "Hvornår: ikke oplyst"),
        ("Det gælder alle. Træning indtil jul", "Hvornår: ikke oplyst"),
    ],
)
def test_from_or_to_when_it_holds_stands_in_for_a_deadline_not_stated(
    asker: Asker, situation: str, said: str
) -> None:
    row = a_row(deadline="", situation=situation)
    snapshot = asker.catalogue.at(Moment(date(2026, 11, 28)))
    (when,) = facts_of(snapshot, row, "responsible")
    assert str(when) == said


def test_a_stated_deadline_stands_where_there_is_a_period_too(
    snapshot: Snapshot,
) -> None:
    row = a_row(situation="Det gælder frem til fødslen")
    assert facts_of(snapshot, row, "responsible") == (WHEN,)


def test_a_period_of_one_row_is_no_deadline_of_the_others() -> None:
    period = FieldBeside("deadline", "frem til fødslen", is_period=True)
    assert together([(period,), (period,)]) == (period,)
    assert together([(WHEN,), (period,)], "Varsle") == (
        WHEN._replace(text="Straks – varsle"),
    )
    assert together([(period,), (WHEN,)], "Varsle") == (
        WHEN._replace(text="se nedenfor"),
    )


def test_only_what_all_say_is_said_of_all() -> None:
    assert said_by_all([(WHO, WHEN), (WHO,)]) == (WHO,)
    assert said_by_all([]) == ()


@pytest.mark.parametrize(
    ("text", "denied", "told"),
    [
        ("Psykiatrien", "", "Psykiatrien"),
        (f"Psykiatrien. {LATER}. Se rækken om den", "", "Psykiatrien"),
        ("Psykiatrien. Korte ophold", "Psykiatrien", "Korte ophold"),
        ("Psykiatrien. For dem gælder loven", "Psykiatrien. For dem gælder loven", ""),
        ("", "", ""),
    ],
)
def test_what_does_not_hold_is_told_but_what_stands_elsewhere(
    text: str, denied: str, told: str
) -> None:
    excepted, goes_on = excepted_by(a_row(does_not_apply_to=text), denied)
    assert (excepted, goes_on) == (told, bool(told and denied))


def test_what_is_announced_is_read_of_the_situation_and_of_the_exceptions() -> None:
    assert changing(a_row(situation=f"Efter udskrivning. {LATER}")) == LATER
    assert changing(a_row(does_not_apply_to=f"Psykiatrien. {LATER}")) == LATER
    assert changing(a_row()) == ""


def test_every_field_that_a_question_asks_for_has_words_for_it() -> None:
    assert {*QUESTION_WORDS.values(), *NAMED.values()} - {None} <= set(ASKED)
