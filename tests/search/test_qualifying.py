"""What is added to answers of a first line: when they hold, on what it depends."""

from datetime import date

import pytest

from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Row
from registry.clock import Moment
from registry.models import Snitflade
from registry.rules.varying import BY_MUNICIPALITY
from registry.search.answer import AnswerGroup, Question, RowHit
from registry.search.ask import Asker
from registry.search.first_line import first_line_of
from registry.search.line import FirstLine, Part
from registry.search.qualifying import ON_CONDITIONS, with_what_depends

TODAY, REFORM = date(2026, 11, 28), date(2027, 1, 10)
BOTH, NORTH, SOUTH = (
    frozenset(names) for names in (("nordby", "sydby"), ("nordby",), ("sydby",))
)


def asked(asker: Asker, text: str, on: date = TODAY) -> FirstLine:
    """The line of the first group that answers."""
    moment = Moment(on)
    answer = asker.ask(Question(text, moment))
    snapshot = asker.catalogue.at(moment)
    return first_line_of(snapshot, answer.groups[0], answer)


def test_a_long_condition_is_left_to_its_row_below_whom_it_is_not_for(
    shipped_asker: Asker,
) -> None:
    line = asked(
        shipped_asker,
        "Omfatter det udvidede behandlingsansvar også psykiatriske patienter, "
        "eller kun somatik?",
    )

    assert line.excluded
    assert [part.conditions for part in line.parts if part.state == "stated"] == [
        (ON_CONDITIONS,)
    ]


def a_group(catalogue: Catalogue, *places: frozenset[str]) -> AnswerGroup:
    agreement = next(iter(catalogue.today().agreements.values()))
    rows = [
        Row(
            "proeve",
            1,
            Snitflade(key=str(n), task_key="koersel", task="K", phase="udskrivning"),
            "koersel",
            True,
            {"municipality": place},
        )
        for n, place in enumerate(places)
    ]
    return AnswerGroup("koersel", "Kørsel", [RowHit(row, agreement) for row in rows])


def told_of(group: AnswerGroup) -> FirstLine:
    parts = tuple(Part(f"S{n}", row=hit.row.id) for n, hit in enumerate(group.hits))
    return FirstLine("responsible", parts)


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        (
            "patient vil ikke skrive under på udskrivningsaftale, hvad så",
            "patienten vil ikke medvirke til en udskrivningsaftale",
        ),
        (
            "hvem betaler tolk hvis patienten har boet her i 4 år",
            "patienten har boet i Danmark i mere end 3 år. Der er undtagelser",
        ),
        ("gravid der drikker skal kommunen tilbyde kontrakt", "kommunen skal tilbyde"),
    ],
)
def test_the_one_row_tells_the_condition_that_is_asked_about(
    shipped_asker: Asker, question: str, condition: str
) -> None:
    assert asked(shipped_asker, question).parts[0].condition.startswith(condition)


def test_a_condition_that_is_not_asked_about_is_left_to_the_row(
    shipped_asker: Asker,
) -> None:
    assert asked(shipped_asker, "hvem laver koordinationsplan").parts[0].condition == ""


@pytest.mark.parametrize(
    "question", ["hvem driver akutsygepleje i 2027", "hvem leverer akutsygepleje"]
)
def test_what_an_agreement_of_the_municipality_decides_says_so(
    shipped_asker: Asker, question: str
) -> None:
    line = asked(shipped_asker, question, REFORM)
    assert "horisontal samarbejdsaftale" in line.depends
    assert not line.is_by_place


def test_what_the_municipality_decides_leads_to_the_choice(
    catalogue: Catalogue,
) -> None:
    group = a_group(catalogue, NORTH, SOUTH)
    line = with_what_depends(group, told_of(group), is_chosen=False)
    assert (line.depends, line.is_by_place) == (BY_MUNICIPALITY, True)


@pytest.mark.parametrize(
    ("places", "is_chosen"),
    [
        ((NORTH, SOUTH), True),
        ((BOTH, BOTH), False),
        ((NORTH, frozenset[str]()), False),
        ((NORTH,), False),
    ],
)
def test_nothing_depends_on_a_choice_that_is_made_or_changes_nothing(
    catalogue: Catalogue, places: tuple[frozenset[str], ...], is_chosen: bool
) -> None:
    group = a_group(catalogue, *places)
    line = with_what_depends(group, told_of(group), is_chosen=is_chosen)
    assert (line.depends, line.is_by_place) == ("", False)


def test_what_is_for_others_does_not_make_it_depend(catalogue: Catalogue) -> None:
    group = a_group(catalogue, NORTH, SOUTH)
    line = told_of(group)
    first, other = line.parts
    line = line._replace(parts=(first, other._replace(for_others=True)))
    assert with_what_depends(group, line, is_chosen=False).depends == ""
