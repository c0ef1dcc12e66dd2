"""Facets: which values there are, which rows they leave, and how many."""

from dataclasses import replace
from datetime import date

import pytest

from registry.catalogue import facets
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.errors import BadInput
from registry.rules.fields import FACETS, Facet
from registry.search.ask import Asker
from tests.search.samples import TODAY

CHILDREN = "proeve-udskrivning.varsel-boern"
ADULTS = "proeve-udskrivning.varsel-voksne"
STOCKINGS = "proeve-udskrivning.stroemper"
RIDE = "proeve-lokal.koersel"
ALL = {CHILDREN, ADULTS, STOCKINGS, RIDE}


@pytest.fixture(scope="module")
def snapshot(asker: Asker) -> Snapshot:
    return asker.catalogue.at(Moment(TODAY))


def left(snapshot: Snapshot, **filters: str) -> set[str]:
    return {row.id for row in facets.narrow(snapshot, snapshot.answering_rows, filters)}


def counted(snapshot: Snapshot, facet: str, **filters: str) -> dict[str, int]:
    counts = facets.count(snapshot, snapshot.answering_rows, filters)
    return {count.value: count.count for count in counts[facet]}


# Values


@pytest.mark.parametrize(
    ("facet", "value"),
    [
        ("phase", "udskrivning"),
        ("sector", "kommune"),
        ("actor", "afdeling"),
        ("target_group", "boern-og-unge"),
        ("agreement", "proeve-kommende"),
        ("planning_area", "nord"),
        ("municipality", "sydby"),
    ],
)
def test_a_value_of_the_catalogue_is_accepted(
    facet: str, value: str, snapshot: Snapshot
) -> None:
    facets.validate(snapshot, {facet: value})


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.name)
def test_every_value_that_is_offered_is_accepted(
    facet: Facet, snapshot: Snapshot
) -> None:
    offered = counted(snapshot, facet.name)

    assert offered
    for value in offered:
        facets.validate(snapshot, {facet.name: value})


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.name)
def test_a_value_that_is_none_is_refused_by_the_callers_name(
    facet: Facet, snapshot: Snapshot
) -> None:
    for names in ("param", "name"):
        with pytest.raises(BadInput, match="ingen sådan værdi") as refused:
            facets.validate(snapshot, {facet.name: "findes-ikke"}, names)
        assert refused.value.field == getattr(facet, names)
        assert refused.value.message.startswith(f"{refused.value.field}: ")
        assert "findes-ikke" not in refused.value.message


@pytest.mark.parametrize("value", ["proeveregion", "nordby-hospital", "Nordby"])
def test_what_is_no_municipality_is_refused(value: str, snapshot: Snapshot) -> None:
    with pytest.raises(BadInput):
        facets.validate(snapshot, {"municipality": value})


def test_an_empty_value_filters_nothing(snapshot: Snapshot) -> None:
    facets.validate(snapshot, {"phase": "", "municipality": ""})

    assert left(snapshot, phase="", municipality="") == ALL


# What is left


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ALL),
        ({"phase": "udskrivning"}, {CHILDREN, ADULTS, RIDE}),
        ({"phase": "indlaeggelse"}, set()),
        ({"sector": "kommune"}, {STOCKINGS, RIDE}),
        ({"actor": "afdeling"}, {CHILDREN}),
        ({"actor": "hospital"}, {ADULTS}),
        ({"target_group": "voksne"}, {ADULTS, STOCKINGS, RIDE}),
        ({"agreement": "proeve-lokal"}, {RIDE}),
        ({"agreement": "proeve-gammel"}, set()),
        ({"municipality": "sydby"}, {CHILDREN, ADULTS, STOCKINGS}),
        ({"municipality": "nordby"}, ALL),
        ({"planning_area": "syd"}, {CHILDREN, ADULTS, STOCKINGS}),
        ({"target_group": "voksne", "sector": "kommune"}, {STOCKINGS, RIDE}),
        ({"target_group": "boern-og-unge", "sector": "kommune"}, set()),
    ],
    ids=lambda value: "+".join(value.values()) if isinstance(value, dict) else "",
)
def test_a_filter_leaves_the_rows_that_match(
    filters: dict[str, str], expected: set[str], snapshot: Snapshot
) -> None:
    assert left(snapshot, **filters) == expected


def test_rows_keep_their_order(snapshot: Snapshot) -> None:
    rows = list(snapshot.answering_rows)[::-1]

    assert facets.narrow(snapshot, rows, {"municipality": "nordby"}) == rows


# Values that are no keys


@pytest.fixture
def in_doubt(monkeypatch: pytest.MonkeyPatch) -> Facet:
    """A facet whose values stand in no vocabulary."""
    facet = Facet("doubt", "tvivl", "Tvivl", options=(("nej", "Nej"), ("ja", "Ja")))
    monkeypatch.setattr(facets, "FACETS", (facet,))
    return facet


def test_a_facet_of_choices_takes_them_and_nothing_else(
    in_doubt: Facet, snapshot: Snapshot
) -> None:
    for value, _ in in_doubt.options:
        facets.validate(snapshot, {in_doubt.name: value})

    with pytest.raises(BadInput, match="ingen sådan værdi"):
        facets.validate(snapshot, {in_doubt.name: "udskrivning"})


def test_choices_are_told_by_their_labels_in_their_own_order(
    in_doubt: Facet, snapshot: Snapshot
) -> None:
    first, *others = snapshot.answering_rows
    rows = [
        replace(row, facets={in_doubt.name: frozenset({value})})
        for row, value in [(first, "ja"), *((other, "nej") for other in others)]
    ]

    counts = facets.count(snapshot, rows, {in_doubt.name: "ja"})[in_doubt.name]

    assert [(c.value, c.label, c.count, c.selected) for c in counts] == [
        ("nej", "Nej", len(others), False),
        ("ja", "Ja", 1, True),
    ]


# How many


def test_each_value_counts_the_rows_it_would_leave(snapshot: Snapshot) -> None:
    for facet in FACETS:
        for value, count in counted(snapshot, facet.name).items():
            assert count == len(left(snapshot, **{facet.name: value})), (
                facet.name,
                value,
            )


def test_a_chosen_value_narrows_the_other_facets_but_not_its_own(
    snapshot: Snapshot,
) -> None:
    assert counted(snapshot, "target_group", target_group="boern-og-unge") == {
        "voksne": 3,
        "boern-og-unge": 1,
    }
    assert counted(snapshot, "phase", target_group="boern-og-unge") == {
        "udskrivning": 1
    }


def test_the_chosen_value_is_marked_and_stays_when_it_leaves_nothing(
    snapshot: Snapshot,
) -> None:
    counts = facets.count(snapshot, [], {"phase": "indlaeggelse"})

    assert [(c.value, c.label, c.count, c.selected) for c in counts["phase"]] == [
        ("indlaeggelse", "Indlæggelse", 0, True)
    ]


def test_values_of_a_vocabulary_stand_in_its_order_and_others_by_the_alphabet(
    snapshot: Snapshot,
) -> None:
    assert list(counted(snapshot, "phase")) == ["udskrivning", "efter-udskrivning"]
    assert list(counted(snapshot, "sector")) == ["region", "kommune"]
    assert list(counted(snapshot, "agreement")) == [
        "proeve-lokal",
        "proeve-udskrivning",
    ]
    assert list(counted(snapshot, "municipality")) == ["nordby", "sydby"]


def test_values_are_shown_by_their_labels(snapshot: Snapshot) -> None:
    counts = facets.count(snapshot, snapshot.answering_rows, {})

    assert [c.label for c in counts["municipality"]] == [
        "Nordby Kommune",
        "Sydby Kommune",
    ]
    assert [c.label for c in counts["agreement"]] == [
        "Lokal prøveaftale om kørsel",
        "Prøveaftale om udskrivning & hjælp",
    ]


def test_a_row_without_places_counts_in_every_place(asker: Asker) -> None:
    snapshot = asker.catalogue.at(Moment(date(2022, 1, 1)))
    everywhere = [
        row for row in snapshot.answering_rows if not row.facets["municipality"]
    ]

    assert {"nordby", "sydby"} >= set(counted(snapshot, "municipality"))
    assert facets.narrow(snapshot, everywhere, {"municipality": "nordby"}) == everywhere
