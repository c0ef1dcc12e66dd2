"""The first line of an answer: what was asked, made from the rows.

Also covers registry/search/line.py, registry/search/line_parts.py and
registry/search/cases.py.
"""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.clock import Moment, today
from registry.language.danish import stems_in
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.search.beside import FieldBeside
from registry.search.cases import NOT_ASKED, NOT_SAID, excepted_words
from registry.search.conditions import STATED, Case
from registry.search.first_line import excepting_line, first_line, first_line_of
from registry.search.line import CHANGING, Excepted, Part
from registry.search.room import MOST_CONDITIONS, MOST_PARTS

UNSURE = "svaret er ikke bekræftet"

CHILD, ADULT = ("Børn og unge",), ("Voksne",)


def line(*cases: Case, field: str = "responsible") -> str:
    return str(first_line(field, cases))


def asked(asker: Asker, text: str) -> list[str]:
    """The first line of every group that answers a question to the sample."""
    moment = Moment(today())
    answer = asker.ask(Question(text, moment))
    snapshot = asker.catalogue.at(moment)
    return [str(first_line_of(snapshot, group, answer)) for group in answer.groups]


# The shapes of a group


def test_one_row_answers_without_a_condition() -> None:
    assert line(Case("Kommune", situation="Varigt behov")) == "Kommune"


def test_rows_that_answer_the_same_are_said_once() -> None:
    cases = Case("Region", target_groups=CHILD), Case("Region", target_groups=ADULT)
    assert line(*cases) == "Region"


def test_rows_that_differ_by_target_group_name_it() -> None:
    cases = (
        Case("Senest 8 hverdage før udskrivning", target_groups=CHILD),
        Case("Ikke oplyst", NOT_SAID, target_groups=ADULT),
    )
    assert line(*cases, field="deadline") == (
        "Senest 8 hverdage før udskrivning – børn og unge · Voksne: ikke oplyst"
    )


def test_a_target_group_that_all_have_tells_nothing_apart() -> None:
    both = ("Borgere med psykisk sygdom",)
    cases = (
        Case("BUC", target_groups=CHILD + both),
        Case("Hospital", target_groups=ADULT + both),
    )
    assert line(*cases) == "BUC – børn og unge · Hospital – voksne"


def test_rows_of_one_group_are_told_apart_by_what_their_tasks_do_not_share() -> None:
    cases = (
        Case("Kommune", target_groups=ADULT, task="Levere strømper ved varigt behov"),
        Case("Region", target_groups=ADULT, task="Levere strømper under behandling"),
    )
    assert line(*cases) == "Kommune – ved varigt behov · Region – under behandling"


def test_rows_of_one_task_are_told_apart_by_their_situations() -> None:
    cases = (
        Case("Kommune", task="Køre", situation="Varigt behov. Se også loven"),
        Case("Region", task="Køre", situation="Under behandling"),
    )
    assert line(*cases) == "Kommune – varigt behov · Region – under behandling"


def test_a_task_that_holds_another_is_told_apart_by_the_situation() -> None:
    cases = (
        Case("Kommune", task="Køre", situation="Til dagligt"),
        Case("Region", task="Køre hjem", situation="Ved udskrivning"),
    )
    assert line(*cases) == "Kommune – til dagligt · Region – ved udskrivning"


@pytest.mark.parametrize(
    ("tasks", "said"),
    [
        (
            ("Kontakte kommunen", "Kontakte centret"),
            "Borger – kontakte kommunen · Region – kontakte centret",
        ),
        (
            ("Følge hende med besøg", "Følge hende med opkald"),
            "Borger – besøg · Region – opkald",
        ),
        (
            ("Levere apparat under brug", "Levere apparat, når det virker"),
            "Borger – under brug · Region – når det virker",
        ),
        (
            ("Stille de midlertidige pladser", "Stille seng"),
            "Borger – stille de midlertidige pladser · Region – stille seng",
        ),
    ],
)
def test_only_what_stands_alone_is_left_of_a_task(
    tasks: tuple[str, str], said: str
) -> None:
    first, second = tasks
    assert line(Case("Borger", task=first), Case("Region", task=second)) == said


def test_an_answer_that_reads_as_another_stands_once_with_its_exceptions() -> None:
    cases = (
        Case("Kommune", task="Give det", excepted="Børn", row="a"),
        Case("Kommune", task="Give det", excepted="Ældre", row="b"),
        Case("Region", task="Tage det", row="c"),
    )
    made = first_line("responsible", cases)
    assert [part.answer for part in made.parts] == ["Kommune", "Region"]
    assert [one.row for one in made.parts[0].excepts] == ["a", "b"]


def test_what_is_not_said_of_some_begins_with_them() -> None:
    cases = (
        Case("Kommune", target_groups=("Voksne",)),
        Case("", state=NOT_SAID, target_groups=("For somatiske patienter",)),
    )
    assert line(*cases) == "Kommune – voksne · For somatiske patienter: ikke oplyst"


def test_tasks_that_share_no_beginning_are_named() -> None:
    cases = Case("Borger", task="Betale selv"), Case("Region", task="Stille tolk")
    assert line(*cases) == "Borger – betale selv · Region – stille tolk"


def test_each_row_of_an_answer_says_its_own_condition() -> None:
    cases = (
        Case("Borger", task="Betale selv"),
        Case("Region", task="Stille tolk"),
        Case("Region", task="Opkræve gebyr"),
    )
    assert line(*cases) == "Borger – betale selv · Region – stille tolk; opkræve gebyr"


def test_who_pays_is_told_apart_by_the_situation_not_by_what_is_done() -> None:
    cases = (
        Case("Borger", task="Opkræve gebyr", situation="Har boet her i 3 år. Se loven"),
        Case("Region", task="Stille tolk", situation="Besøg hos egen læge"),
    )
    assert line(*cases, field="payer") == (
        "Borger – har boet her i 3 år · Region – besøg hos egen læge"
    )


def test_conditions_beyond_a_glance_are_counted_and_lead_to_their_rows() -> None:
    cases = [
        *(Case("Region", task=f"Opgave {n}", row=f"r{n}") for n in range(5)),
        Case("Borger", task="Betale", row="b"),
    ]
    part = first_line("responsible", cases).parts[0]
    assert len(part.conditions) == MOST_CONDITIONS
    assert part.rest == ("r3", "r4")
    assert str(part).endswith(" og 2 tilfælde til")


def test_answers_beyond_a_glance_are_named_with_their_rows() -> None:
    cases = [
        Case(f"Aktør {n}", task=f"Opgave {n}", row=f"r{n}")
        for n in range(MOST_PARTS + 2)
    ]
    made = first_line("responsible", cases)
    assert [(part.name, part.row) for part in made.also] == [
        ("Aktør 3", "r3"),
        ("Aktør 4", "r4"),
    ]
    assert str(made).endswith(" · også: Aktør 3 – opgave 3, Aktør 4 – opgave 4")


def test_every_answer_keeps_its_first_condition_before_one_has_more() -> None:
    cases = [
        *(
            Case("Kommune", task=f"{n} {'hjælpe borgeren ' * 5}", row=f"k{n}")
            for n in range(3)
        ),
        *(
            Case("Region", task=f"Se {n} {'hjælpe borgeren ' * 5}", row=f"r{n}")
            for n in range(3)
        ),
    ]
    first, second = first_line("responsible", cases).parts
    assert (len(first.conditions), first.rest) == (2, ("k2",))
    assert (len(second.conditions), second.rest) == (1, ("r1", "r2"))


def test_the_first_answer_stands_however_long_it_is() -> None:
    cases = Case("A " * 300, target_groups=CHILD), Case("B", target_groups=ADULT)
    made = first_line("deadline", cases)
    assert [part.answer for part in made.parts] == [("A " * 300).strip()]
    assert [part.name for part in made.also] == ["B"]


# What the rows do not say


def test_what_is_not_stated_is_said_to_be_so() -> None:
    assert line(Case("", NOT_SAID), field="payer") == "ikke oplyst"


def test_what_does_not_arise_is_said_to_be_so() -> None:
    assert line(Case("Ikke relevant", NOT_ASKED), field="payer") == "ikke relevant"


def test_not_stated_and_not_relevant_are_two_answers() -> None:
    cases = (
        Case("", NOT_SAID, target_groups=CHILD),
        Case("", NOT_ASKED, target_groups=ADULT),
    )
    assert line(*cases) == "Børn og unge: ikke oplyst · Voksne: ikke relevant"


def test_what_a_row_denies_of_that_which_was_asked_about_stands_first() -> None:
    cases = Case("BUC", target_groups=CHILD, denied="Psykiatrien"), Case("BUC")
    assert line(*cases) == "Gælder ikke for: Psykiatrien · BUC"


# What does not hold, beside what does


def test_what_an_answer_does_not_hold_for_stands_with_it() -> None:
    cases = (
        Case("Region", target_groups=CHILD, excepted="Psykiatrien", row="c"),
        Case("Kommune", target_groups=ADULT, row="a"),
    )
    made = first_line("payer", cases)
    assert str(made) == (
        "Region – børn og unge; gælder ikke for: Psykiatrien · Kommune – voksne"
    )
    assert made.parts[0].excepts == (Excepted("Psykiatrien", "c"),)


def test_of_the_first_answer_it_is_told_however_long_it_is() -> None:
    case = Case("Region", excepted="Børn " * 200)
    assert first_line("payer", [case]).parts[0].excepts_said == 1


def test_of_the_others_it_leads_to_the_row_where_there_is_no_room() -> None:
    cases = (
        Case("Region", target_groups=CHILD),
        Case("Kommune", target_groups=ADULT, excepted="Børn " * 200, row="a"),
    )
    second = first_line("payer", cases).parts[1]
    assert (second.excepts_said, second.excepts[0].row) == (0, "a")


def test_a_part_of_what_stands_there_is_not_said_again() -> None:
    cases = (
        Case("", NOT_SAID, excepted="Psykiatrien. Korte ophold"),
        Case("", NOT_SAID, excepted="Psykiatrien"),
        Case("", NOT_SAID, excepted="Andre", row="a"),
    )
    told = [one.text for one in first_line("payer", cases).parts[0].excepts]
    assert told == ["Psykiatrien. Korte ophold", "Andre"]


def test_what_is_announced_stands_last() -> None:
    made = first_line("payer", [Case("Region", changing="96 timer er meldt ud")])
    assert str(made) == "Region · Kan være ændret: 96 timer er meldt ud"


def test_what_is_announced_stands_before_a_no_that_it_may_change() -> None:
    denies = Case("BUC", denied="Psykiatrien", changing="96 timer er meldt ud")
    excepts = Case("BUC", excepted="Psykiatrien", changing="96 timer er meldt ud")
    for made in (excepting_line([denies]), first_line("responsible", [excepts])):
        assert made.changes_first
        assert str(made).startswith("Kan være ændret: 96 timer er meldt ud · ")


@pytest.mark.parametrize(
    ("case", "is_sure"),
    [
        (Case("BUC", denied="Psykiatrien"), True),
        (Case("BUC", denied="Psykiatrien", changing="96 timer er meldt ud"), False),
        (Case("BUC", denied="Psykiatrien", confirmed=False), False),
        (Case("BUC", denied="Psykiatrien", older="fra en ældre ordning"), False),
    ],
)
def test_only_what_is_sure_is_a_no_in_large_letters(case: Case, is_sure: bool) -> None:
    made = excepting_line([case])
    assert made.excluded is not None
    assert made.is_sure_of(made.excluded) is is_sure

    told = first_line("payer", [case._replace(denied="", excepted="Psykiatrien")])
    assert told.is_sure_of(told.parts[0]) is is_sure


def test_an_exceptions_line_keeps_what_is_announced_too() -> None:
    case = Case("BUC", denied="Psykiatrien", changing="96 timer er meldt ud")
    made = excepting_line([case, Case("Hospital")])
    assert made.changing == "96 timer er meldt ud"


# Who and when, beside what was asked

WHO, WHEN = FieldBeside("responsible", "Hospital"), FieldBeside("deadline", "Straks")


def test_who_and_when_are_said_once_where_all_rows_say_the_same() -> None:
    cases = (
        Case("Region", target_groups=CHILD, facts=(WHO, WHEN)),
        Case("Kommune", target_groups=ADULT, facts=(WHO, WHEN)),
    )
    made = first_line("payer", cases)
    assert made.facts == (WHO, WHEN)
    assert [part.facts for part in made.parts] == [(), ()]


def test_each_answer_says_its_own_who_and_when() -> None:
    later = FieldBeside("deadline", "ikke oplyst")
    cases = (
        Case("Region", target_groups=CHILD, facts=(WHO, WHEN)),
        Case("Kommune", target_groups=ADULT, facts=(WHO, later)),
    )
    made = first_line("payer", cases)
    assert made.facts == (WHO,)
    assert [part.facts for part in made.parts] == [(WHEN,), ()]


def test_rows_of_one_answer_that_differ_are_left_to_themselves() -> None:
    cases = Case("Region", facts=(WHO, WHEN)), Case("Region", facts=(WHO,))
    assert first_line("payer", cases).facts == (WHO,)


def test_who_does_it_is_not_said_again_beside_itself() -> None:
    made = first_line("payer", [Case("Hospital", facts=(WHO, WHEN))])
    assert made.facts == (WHEN,)


def test_how_sure_it_is_is_said_once_where_it_is_the_same_of_all() -> None:
    cases = (
        Case("8 hverdage", target_groups=CHILD, confirmed=False),
        Case("Straks", target_groups=ADULT, confirmed=False),
    )
    assert first_line("deadline", cases).basis == UNSURE
    assert first_line("deadline", [cases[0], Case("Straks")]).basis == ""


def test_a_long_condition_stands_after_who_and_when() -> None:
    long = "hente borgeren i eget hjem efter aftale med den, der har visiteret"
    cases = Case("Kommune", task=long.capitalize()), Case("Region", task="Svare")
    first, second = first_line("responsible", cases).parts
    assert (first.condition, first.condition_is_long) == (long, True)
    assert not second.condition_is_long


# Whom it is about


def test_what_is_for_others_than_the_question_names_is_only_named() -> None:
    cases = (
        Case("Hospital", target_groups=ADULT, for_others=True),
        Case("BUC", target_groups=CHILD),
    )
    made = first_line("responsible", cases)
    assert str(made) == "BUC – børn og unge · for voksne: Hospital"
    assert made.also_label == "For voksne"


def test_what_is_for_others_is_told_where_there_is_nothing_else() -> None:
    made = first_line("responsible", [Case("Hospital", for_others=True)])
    assert [part.answer for part in made.parts] == ["Hospital"]


def test_a_row_that_excepts_those_asked_about_does_not_answer_for_them() -> None:
    cases = (
        Case("I 72 timer", target_groups=ADULT, denied="Psykiatrien"),
        Case("Ikke oplyst", NOT_SAID, target_groups=("Borgere med psykisk sygdom",)),
    )
    made = first_line("deadline", cases)
    assert [part.answer for part in made.parts] == ["ikke oplyst"]
    assert [part.answer for part in made.also] == ["I 72 timer"]


def test_others_of_one_group_that_tells_none_apart_are_for_others() -> None:
    cases = (
        Case("Hospital", target_groups=(*ADULT, *CHILD), for_others=True),
        Case("BUC", target_groups=CHILD),
    )
    assert first_line("responsible", cases).also_label == "For andre"


def test_what_is_excepted_by_a_rule_that_is_said_to_change_is_unsettled() -> None:
    changing = "96 timer er meldt ud"
    case = Case("I 72 timer", denied="Psykiatrien", changing=changing)
    other = Case("Straks", changing="En anden ordning er meldt ud")
    made = first_line("deadline", [case, other])
    assert made.is_unsettled
    assert made.changing == changing
    assert str(made).startswith(f"{CHANGING}: {changing} · Ikke afklaret · ")


@pytest.mark.parametrize(
    "case",
    [
        Case("I 72 timer", denied="Psykiatrien"),
        Case("I 72 timer", changing="96 timer er meldt ud"),
    ],
)
def test_what_is_excepted_or_changes_alone_is_not_unsettled(case: Case) -> None:
    assert not first_line("deadline", [case]).is_unsettled


# Yes or no, of what a row excepts


def test_an_exception_is_followed_by_who_does_it_for_the_others() -> None:
    cases = (
        Case("Somatisk afdeling", denied="Psykiatrien, men 96 timer er meldt ud"),
        Case("Ikke oplyst", NOT_SAID, task="Afklare ansvaret"),
    )
    made = excepting_line(cases)
    assert str(made) == (
        "Gælder ikke for: Psykiatrien, men 96 timer er meldt ud · ikke oplyst"
    )
    assert (made.field, made.label) == ("responsible", "Hvem")


def test_after_no_there_is_no_more_to_say() -> None:
    cases = Case("BUC", denied="Psykiatrien"), Case("Hospital")
    made = excepting_line(cases, verdict="Nej")
    assert str(made) == "Nej · Gælder ikke for: Psykiatrien"


def test_a_long_exception_has_a_headline_that_ends_with_a_clause() -> None:
    denied = f"Psykiatrien i version 2.0, men {'96 timer er meldt ud ' * 5}".strip()
    excluded = excepting_line([Case("BUC", denied=denied)]).excluded
    assert excluded is not None
    assert excluded.headline == "Gælder ikke for psykiatrien i version 2.0,"


# What only an older edition says

OLDER = "kun set i en ældre udgave"


def test_what_only_an_older_edition_says_says_so_before_its_value() -> None:
    case = Case("Senest 8 hverdage", confirmed=False, older=OLDER)
    assert line(case, field="deadline") == f"{OLDER}: Senest 8 hverdage"


def test_todays_answer_stands_before_an_older_editions() -> None:
    cases = (
        Case("8 hverdage", situation="Ved varsling", confirmed=False, older=OLDER),
        Case("10 hverdage", situation="Ved udskrivning"),
    )
    assert line(*cases, field="deadline") == (
        f"10 hverdage – ved udskrivning · {OLDER}: 8 hverdage – ved varsling"
    )


def test_those_asked_about_are_not_moved_behind_others_by_it() -> None:
    cases = (
        Case("8 hverdage", target_groups=CHILD, confirmed=False, older=OLDER),
        Case("Straks", target_groups=ADULT),
    )
    assert line(*cases, field="deadline") == (
        f"{OLDER}: 8 hverdage – børn og unge · Straks – voksne"
    )


def test_an_answer_that_todays_rows_give_too_is_todays() -> None:
    cases = Case("Region"), Case("Region", confirmed=False, older=OLDER)
    assert line(*cases) == "Region (ikke hele svaret er bekræftet)"


def test_an_older_editions_exception_says_so_first() -> None:
    case = Case("BUC", denied="Psykiatrien", confirmed=False, older=OLDER)
    assert line(case).startswith(f"{OLDER}: Gælder ikke for: Psykiatrien · ")


# What there is no room for

LONG = "hjælpe borgeren " * 25


def test_others_are_named_by_whom_they_are_for() -> None:
    cases = (
        Case(LONG, target_groups=CHILD),
        Case("Ikke oplyst", NOT_SAID, target_groups=ADULT),
    )
    made = first_line("deadline", cases)
    assert (made.also_label, made.also[0].name) == ("For voksne", "står ikke i aftalen")


def test_others_of_several_groups_are_said_to_be_for_others() -> None:
    cases = [
        Case(LONG, target_groups=CHILD),
        *(Case(f"Svar {n}", target_groups=(f"Gruppe {n}",)) for n in range(2)),
    ]
    assert first_line("deadline", cases).also_label == "For andre"


def test_others_that_no_group_tells_apart_are_other_cases() -> None:
    cases = Case(LONG), Case("Ikke oplyst", NOT_SAID)
    made = first_line("deadline", cases)
    assert (made.also_label, made.also[0].name) == (
        "I andre tilfælde",
        "står ikke i aftalen",
    )
    assert made.also_fits


@pytest.mark.parametrize(("name", "fits"), [("Borger", True), ("B" * 61, False)])
def test_other_answers_are_named_where_one_line_holds_them(
    name: str, fits: bool
) -> None:
    made = first_line("responsible", [Case("Region")])
    assert made._replace(also=(Part(name),)).also_fits is fits


# Length and letters


@pytest.mark.parametrize(
    "condition",
    [
        "indlægge borgeren senere end fire timer efter at lægen har set den syge",
        "hente borgeren i eget hjem efter aftale med visitationen, når borgeren ikke "
        "selv kan komme frem til det sted, hvor aftalen med visitationen skal holdes",
        "have det lægelige behandlingsansvar i 72 timer (tre døgn) efter udskrivning "
        "fra somatisk hospital; dog ikke for den, der var indlagt under 24 timer",
        "hjælpe " * 30 + "slut",
    ],
)
def test_a_condition_is_never_cut(condition: str) -> None:
    cases = Case("Kommune", task=condition.capitalize()), Case("Region", task="Svare")
    assert first_line("responsible", cases).parts[0].conditions == (condition,)


# What takes back a part of the answer


@pytest.mark.parametrize(
    "deadline",
    [
        "Straks når udskrivningsdatoen kendes; antal dage er ikke fundet",
        "Hurtigt; intet tal er oplyst",
        "Senest 14 dage; dog 7 dage for børn",
        "Inden udskrivning, men ikke i weekender",
        "Ingen fast frist. Fristen kan aldrig sættes under 8 dage",
        f"Senest 14 dage efter {'henvisning ' * 9}; hvad de regnes fra, er ikke oplyst",
    ],
)
def test_what_limits_an_answer_is_never_cut_off(deadline: str) -> None:
    assert line(Case(deadline), field="deadline") == deadline


def test_a_sentence_that_limits_nothing_is_left_to_the_row() -> None:
    case = Case("Senest 8 hverdage før. Brevet sendes i systemet")
    assert line(case, field="deadline") == "Senest 8 hverdage før"


# What no source confirms


def test_an_answer_of_an_unconfirmed_row_says_so() -> None:
    assert line(Case("Region", confirmed=False)) == f"Region ({UNSURE})"


def test_each_answer_of_several_rows_says_whether_it_is_confirmed() -> None:
    cases = (
        Case("8 hverdage", target_groups=CHILD, confirmed=False),
        Case("Straks", target_groups=ADULT),
    )
    assert line(*cases, field="deadline") == (
        f"8 hverdage – børn og unge ({UNSURE}) · Straks – voksne"
    )


def test_an_answer_that_only_some_rows_confirm_says_so() -> None:
    cases = Case("Region"), Case("Region", confirmed=False)
    assert line(*cases) == ("Region (ikke hele svaret er bekræftet)")


def test_an_unconfirmed_exception_says_so() -> None:
    case = Case("BUC", denied="Psykiatrien", confirmed=False)
    assert line(case) == (f"Gælder ikke for: Psykiatrien ({UNSURE}) · BUC ({UNSURE})")


def test_a_name_of_capitals_keeps_them() -> None:
    cases = (
        Case("Kommune", target_groups=("KOL",)),
        Case("Region", target_groups=("Type 2-diabetes",)),
    )
    assert line(*cases) == "Kommune – KOL · Region – type 2-diabetes"


words = st.text(st.sampled_from("abcÆø ,.;2"), max_size=90)
cases = st.builds(
    Case,
    answer=words.filter(str.strip),
    state=st.sampled_from(["stated", NOT_SAID, NOT_ASKED]),
    target_groups=st.lists(st.sampled_from(["A", "B", "C"]), max_size=2).map(tuple),
    task=words,
    situation=words,
    denied=st.just(""),
)


@given(st.lists(cases, min_size=1, max_size=8))
def test_no_answer_is_lost_and_none_is_said_twice(listed: list[Case]) -> None:
    """Answers are the same where they do not hold for the same either."""
    made = first_line("responsible", listed)
    parts = [
        (part.state, part.answer, part.state == STATED and part.excepts[:1])
        for part in made.parts
    ]
    assert len(parts) == len(set(parts))
    told = {
        (c.state, c.state == STATED and (c.answer.strip(), c.excepted)) for c in listed
    }
    assert made.parts
    assert len(parts) + len(made.also) <= len(told)


# Asked of the sample


def test_who_is_told_where_nothing_else_is_asked(asker: Asker) -> None:
    assert asked(asker, "varsling") == [
        "Børneafdelingen – børn og unge; gælder ikke for: Psykiatrien "
        f"({UNSURE}) · Hospital – voksne"
    ]


def test_when_is_told_where_the_question_asks_for_it(asker: Asker) -> None:
    assert asked(asker, "hvornår varsling") == [
        "Senest 8 hverdage før udskrivning – børn og unge; gælder ikke for: "
        f"Psykiatrien ({UNSURE}) · Voksne: ikke oplyst"
    ]


def test_who_pays_is_told_where_the_question_asks_for_it(asker: Asker) -> None:
    assert asked(asker, "hvem betaler kompressionsstrømper") == [
        "Kommune – varigt behov"
    ]


def test_medical_responsibility_is_told_though_it_is_a_subject_too(
    asker: Asker,
) -> None:
    moment = Moment(today())
    answer = asker.ask(Question("hvem har behandlingsansvaret ved varsling", moment))
    assert answer.asked == "treatment_responsible"


def test_who_is_told_of_it_is_what_have_besked_asks_for(asker: Asker) -> None:
    assert asked(asker, "hvem skal have besked varsling") == [
        f"Kommune – børn og unge; gælder ikke for: Psykiatrien ({UNSURE}) · "
        "Voksne: ikke oplyst"
    ]


def test_a_question_of_what_a_row_excludes_is_told_so_first(asker: Asker) -> None:
    first = asked(asker, "varsling psykiatrien")[0]
    assert first.startswith(f"Gælder ikke for: Psykiatrien ({UNSURE}) · ")


def test_a_question_of_yes_or_no_is_told_what_the_agreement_says(asker: Asker) -> None:
    assert asked(asker, "skal vi varsle om barnet")[0].startswith(
        "Varsle kommunen om barnet – børn og unge"
    )


def test_a_question_of_yes_or_no_that_a_row_denies_is_told_so_first(
    asker: Asker,
) -> None:
    first = asked(asker, "gælder varsling psykiatrien")[0]
    assert first == f"Gælder ikke for: Psykiatrien ({UNSURE})"


# Who is excepted for not being what the question names


@pytest.mark.parametrize(
    ("excepted", "question", "names"),
    [
        ("Borgere, der hverken er indlagt eller visiteret", "er indlagt", False),
        ("Borgere, der ikke er visiteret: de er kommunens", "er visiteret", False),
        ("Borgere, der ikke er visiteret: de er kommunens", "kommunens pligt", False),
        ("Forløb uden indlæggelse", "efter indlæggelse", False),
        ("Borgere, der ikke er visiteret", "er ikke visiteret", True),
        ("Borgere, der er indlagt", "er indlagt", True),
        ("Børn, der er indlagt: de er regionens", "regionens børn", True),
    ],
)
def test_who_is_not_what_is_named_is_not_excepted(
    excepted: str, question: str, names: bool
) -> None:
    is_negated = " ikke " in f" {question} "
    words = excepted_words(excepted, is_negated=is_negated)
    assert bool(words & {*stems_in(question)} - {*stems_in("er")}) is names


def test_who_is_named_is_not_answered_by_who_is_not_that(
    asked: Callable[..., Any],
) -> None:
    answer = asked(
        "gælder kommunens pligt til stofbehandling for en der er indlagt eller "
        "visiteret til integreret behandling"
    )
    line = answer["first_lines"][0]["text"]
    assert line.startswith("Gælder ikke for: Borgere, der er indlagt")
    assert " · Region" in line


def test_the_municipality_is_told_where_a_question_asks_which(asker: Asker) -> None:
    first = asked(asker, "hvilken kommune skal varsles om barnet")[0]
    assert first.startswith("Kommune – skal have besked")


def test_who_is_asked_about_is_answered_first(asker: Asker) -> None:
    adults, children = (
        asked(asker, f"hvornår varsling {whom}")[0] for whom in ("voksne", "børn")
    )
    assert adults.startswith("Voksne: ikke oplyst · ")
    assert children.endswith(" · for voksne: står ikke i aftalen")


@pytest.mark.parametrize(
    ("question", "says_so"),
    [
        ("hvornår får kommunen besked om at patienten er færdigbehandlet", True),
        ("varsling", True),
        ("varsling voksne", True),
        ("varsling psykiatri", False),
        ("tolk hvem betaler", False),
    ],
)
def test_a_rule_of_discharge_for_the_mentally_ill_alone_says_that_it_is(
    asked: Callable[..., Any], question: str, says_so: bool
) -> None:
    first = asked(question)["first_lines"][0]
    told = str(first)
    assert ("for somatiske patienter" in told.lower()) is says_so
