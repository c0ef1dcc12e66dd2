"""A case is read as the file gives it, or refused with the field and its place.

Also covers registry/rules/cases/written.py and registry/rules/cases/vocabulary.py.
"""

from copy import deepcopy
from typing import Any

import pytest

from registry.errors import BadInput
from registry.models import NOT_APPLICABLE
from registry.rules.cases.case_files import Case, read_case
from registry.rules.cases.vocabulary import read_vocabulary
from registry.rules.coherence.rows import Row
from registry.rules.coherence.wording import situation_words
from tests.rules.coherence.case_maker import (
    KOMMUNER,
    REGION,
    VOCABULARY,
    agreement,
    case,
    row,
)

WORDS = read_vocabulary(VOCABULARY)
HOME = frozenset({"Frederiksberg", "København", "Gribskov", "Hillerød", "Brøndby"})


def read(written: Any) -> Case:
    return read_case(written, "Sag nr. 1", WORDS)


def one(of: dict[str, Any] | None = None, **fields: Any) -> Row:
    """The only row of a case."""
    made = case("x", [of or agreement("a")], [row("r1", **fields)])
    return read(made.written).on.rows[0]


# What is read


def test_a_row_is_read_as_it_is_written() -> None:
    found = one(
        payer="ikke relevant",
        authority=["region", "ikke oplyst"],
        situation=" Varig lidelse. ",
        target_group="hjemloese",
    )

    assert found.actors("responsible") == {"center"}
    assert found.actors("authority") == {"region"}
    assert found.answers[2] == {NOT_APPLICABLE}
    assert found.answers[3:] == (frozenset(), None)
    assert found.situation == situation_words("varig lidelse") != ()
    assert found.target_groups == {"hjemloese"}


def test_alle_is_everybody_also_beside_others() -> None:
    assert one(target_group=["alle", "voksne"]).target_groups == frozenset()


@pytest.mark.parametrize("named", ["alle", ["alle"], ["Alle", "Gribskov"]])
def test_alle_is_the_whole_area_of_the_agreement(named: Any) -> None:
    north = agreement("a", planning_areas=["Nord"])

    assert one(geography=named).places == one(geography=None).places == HOME
    assert one(north, geography=named).places == {"Gribskov", "Hillerød"}


@pytest.mark.parametrize("field", ["municipalities", "planning_areas"])
def test_an_agreement_of_alle_holds_in_the_whole_region(field: str) -> None:
    assert one(agreement("a", **{field: ["alle"]})).places == HOME


def test_a_task_may_be_lacking_in_alle() -> None:
    written = case("x", [agreement("a")], [row("r1")], municipalities=("alle",)).written

    assert read(written).yardstick.municipalities == HOME


def test_an_agreement_without_places_is_the_whole_region() -> None:
    assert one().places == HOME


def test_areas_and_municipalities_are_added_up_and_a_row_narrows_them() -> None:
    local = agreement("a", planning_areas=["Syd"], municipalities=["Gribskov"])

    assert one(local).places == {"Brøndby", "København", "Gribskov"}
    assert one(local, geography="Syd").places == {"Brøndby", "København"}
    assert one(local, geography=["Byen"]).places == {"København"}
    assert one(local, geography="Hillerød").places == {"Hillerød"}


@pytest.mark.parametrize(("predecessors", "places"), [(1, HOME), (2, HOME | {"Sorø"})])
def test_a_region_that_came_of_several_reaches_further_than_they_did(
    predecessors: int, places: frozenset[str]
) -> None:
    made = case("x", [agreement("a")], [row("r1")]).written
    made["party_registry"] = [
        {"name": f"Region {at}", "successors": [REGION["name"]]}
        for at in range(predecessors)
    ]

    assert read(made).on.rows[0].places == places


@pytest.mark.parametrize(
    ("economics", "stated"),
    [("Regionen betaler.", True), (None, False), (" ", False), ("Ikke oplyst", False)],
)
def test_economics_are_stated_where_something_is_said(
    economics: str | None, stated: bool
) -> None:
    assert one(agreement("a", economics=economics)).economics is stated


def test_what_is_left_out_is_nothing() -> None:
    made = case("x", [agreement("a")], [row("r1")]).written
    for name in ("actors", "universe"):
        made.pop(name)

    found = read(made)
    assert found.later is None
    assert found.yardstick.groups == found.yardstick.municipalities == frozenset()


# What is refused


def broken(part: str, name: str, value: Any) -> dict[str, Any]:
    """A case in which one field is another; without a value it is not there."""
    made = case("x", [agreement("a")], [row("r1")])
    written = deepcopy(made.written)
    written["id"] = "x"
    written["party_registry"] = [{"name": "P", "successors": []}]
    written["continuations"] = [
        {"agreement": "a", "decision": "afklares", "date": "2025-01-01"}
    ]

    within = {"": written, "parties": written["agreements"][0]["parties"][0]}.get(part)
    found = written[part][0] if within is None else within
    if value is ...:
        del found[name]
    else:
        found[name] = value
    return written


@pytest.mark.parametrize(
    ("part", "name", "value", "told"),
    [
        ("", "id", ..., "Sag nr. 1, felt «id»: mangler."),
        ("", "id", 7, "Sag nr. 1, felt «id»: skal være en tekst."),
        ("", "date", ..., "Sag «x», felt «date»: mangler."),
        ("", "date", "1/1 2025", "felt «date»: skal være en dato som 2027-01-01."),
        ("", "date2", "2025-02-30", "felt «date2»: skal være en dato som"),
        ("", "rows", ..., "felt «rows»: mangler."),
        ("", "rows", None, "felt «rows»: skal være en liste."),
        ("", "rows", ["r1"], "Sag «x», rows nr. 1: skal være et objekt."),
        ("", "agreements", {}, "felt «agreements»: skal være en liste."),
        ("", "universe", [], "felt «universe»: skal være et objekt."),
        ("", "actors", {"a": 1}, "Sag «x», actors, felt «a»: skal være en tekst."),
        (
            "agreements",
            "version",
            "1",
            "agreements nr. 1, felt «version»: skal være et",
        ),
        ("agreements", "version", True, "felt «version»: skal være et helt tal."),
        (
            "agreements",
            "in_force_from",
            None,
            "felt «in_force_from»: skal være en tekst",
        ),
        ("agreements", "in_force_to", "snart", "felt «in_force_to»: skal være en dato"),
        (
            "agreements",
            "municipalities",
            [1],
            "felt «municipalities»: skal være en tekst,",
        ),
        (
            "parties",
            "role",
            "gæst",
            "felt «role»: kan være formal, agreeing, bound_by_law.",
        ),
        ("parties", "sector", ..., "parties nr. 1, felt «sector»: mangler."),
        ("rows", "agreement", "b", "felt «agreement»: sagen har ingen «b» version 1."),
        ("rows", "version", 2, "felt «agreement»: sagen har ingen «a» version 2."),
        (
            "rows",
            "responsible",
            {"a": 1},
            "rows nr. 1, felt «responsible»: skal være en",
        ),
        ("rows", "deadline", 3, "felt «deadline»: skal være en tekst eller null."),
        ("party_registry", "valid_to", "x", "party_registry nr. 1, felt «valid_to»:"),
        (
            "continuations",
            "decision",
            "måske",
            "felt «decision»: kan være videreføres,",
        ),
        ("continuations", "date", ..., "continuations nr. 1, felt «date»: mangler."),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_field_and_place(
    part: str, name: str, value: Any, told: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read(broken(part, name, value))

    assert told in refused.value.message
    assert refused.value.field


def test_a_row_id_that_is_there_twice_is_refused() -> None:
    made = case("x", [agreement("a")], [row("r1"), row("r1")])

    with pytest.raises(
        BadInput, match=r"rows nr\. 2, felt «id»: «r1» står der to gange"
    ):
        read(made.written)


@pytest.mark.parametrize("document", [None, [], "sag", 3])
def test_a_case_that_is_no_object_is_refused(document: Any) -> None:
    with pytest.raises(BadInput, match=r"Sag nr\. 1: skal være et objekt"):
        read(document)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        (
            "tasks",
            {"moede": {"needs": ["kaffe"]}},
            "tasks, moede, felt «needs»: «kaffe»",
        ),
        ("tasks", {"moede": []}, "tasks, felt «moede»: skal være et objekt."),
        (
            "target_groups",
            {"voksne": {}},
            "target_groups, voksne, felt «kind»: mangler.",
        ),
        (
            "planning_areas",
            {"Nord": 1},
            "planning_areas, felt «Nord»: skal være en tekst,",
        ),
        ("phases", 3, "Ordforrådet, felt «phases»: skal være en tekst,"),
        ("actors", {"center": None}, "actors, felt «center»: skal være en tekst."),
    ],
)
def test_a_vocabulary_that_cannot_be_read_is_refused(
    name: str, value: Any, told: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read_vocabulary({**VOCABULARY, name: value})

    assert told in refused.value.message


def test_parties_are_read_with_their_roles() -> None:
    found = read(case("x", [agreement("a")], [row("r1")]).written).on.agreements["a"]

    assert found.sectors == {"region", "kommune", "almen praksis"}
    assert {REGION["name"], KOMMUNER["name"]} < found.parties
    assert found.municipalities == frozenset()
