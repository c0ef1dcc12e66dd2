"""Stored versions as they are shown: dates, status, records beside the rows, places."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from registry.models import (
    Choice,
    Confirmation,
    Continuation,
    Ending,
    Organisation,
    Party,
    Rekeying,
    Relation,
    Succession,
)
from registry.rules.kinds import STATUTORY
from registry.rules.status import Cause, Status
from tests.catalogue.shelf import (
    BETWEEN,
    EARLY,
    LATE,
    TODAY,
    Shelf,
    health,
    municipality,
    record,
)

# The day a version begins


def test_an_unknown_date_counts_from_the_start_of_the_health_agreement(
    shelf: Shelf,
) -> None:
    shelf.add(health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", in_force_from=None, made_under="sa")

    assert shelf.at(date(2023, 12, 31)).agreement("a").status.status is Status.COMING
    assert shelf.at(date(2024, 1, 1)).agreement("a").status.status is Status.IN_FORCE


def test_a_date_unknown_without_a_health_agreement_is_the_day_of_recording(
    shelf: Shelf,
) -> None:
    late_in_utc = datetime(2026, 1, 9, 23, 30, tzinfo=UTC)
    shelf.publish("a", in_force_from=None, recorded_at=late_in_utc)

    assert shelf.at().agreement("a").shown.in_force_from == date(2026, 1, 10)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2023, 12, 31), Status.COMING),
        (date(2024, 1, 1), Status.IN_FORCE),
        (date(2026, 1, 9), Status.IN_FORCE),
    ],
)
def test_a_law_of_an_unknown_day_was_there_before_it_was_recorded(
    shelf: Shelf, day: date, status: Status
) -> None:
    shelf.add(health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", kind=STATUTORY, in_force_from=None)

    assert shelf.at(day).agreement("a").status.status is status


def test_only_a_laws_first_version_was_there_before_it_was_recorded(
    shelf: Shelf,
) -> None:
    shelf.add(health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", kind=STATUTORY, in_force_from=None)
    shelf.publish("a", kind=STATUTORY, in_force_from=None, recorded_at=LATE)

    versions = shelf.at().agreement("a").versions
    days = [version.in_force_from for version in versions]
    assert days == [date(2024, 1, 1), LATE.date()]


def test_what_was_shown_then_had_no_law_that_was_not_recorded(shelf: Shelf) -> None:
    shelf.add(health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", kind=STATUTORY, in_force_from=None, recorded_at=LATE)

    assert "a" not in shelf.at(TODAY, BETWEEN).agreements


# Status from the database


def test_an_ending_recorded_later_is_hidden_by_vist(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"})
    shelf.add(record(Ending, agreement="a", recorded_at=LATE))

    assert shelf.at().agreement("a").status.status is Status.ENDED
    assert shelf.at().answering_rows == ()
    assert shelf.at(vist=BETWEEN).agreement("a").status.status is Status.IN_FORCE


def test_a_voided_ending_never_held(shelf: Shelf) -> None:
    shelf.publish("a")
    shelf.add(record(Ending, agreement="a", ref="fejl"))
    shelf.add(
        record(Ending, agreement="a", corrects="fejl", void=True, recorded_at=LATE)
    )

    assert shelf.at().agreement("a").status.status is Status.IN_FORCE
    assert shelf.at(vist=BETWEEN).agreement("a").status.status is Status.ENDED


def test_a_corrected_ending_takes_effect_on_the_corrected_day(shelf: Shelf) -> None:
    shelf.publish("a")
    shelf.add(record(Ending, agreement="a", ref="fejl", effective_on=date(2026, 2, 1)))
    shelf.add(
        record(Ending, agreement="a", corrects="fejl", effective_on=date(2027, 2, 1))
    )

    assert shelf.at(date(2027, 1, 31)).agreement("a").status.status is Status.IN_FORCE
    assert shelf.at(date(2027, 2, 1)).agreement("a").status.status is Status.ENDED


def test_an_agreement_is_continued_by_a_record(shelf: Shelf) -> None:
    shelf.add(health("sa1", date(2019, 1, 1), date(2024, 1, 1)))
    shelf.add(health("sa2", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", made_under="sa1")
    shelf.add(
        record(
            Continuation, agreement="a", health_agreement="sa2", decision="viderefoeres"
        )
    )

    assert shelf.at(date(2025, 12, 31)).agreement("a").status.status is Status.UNSETTLED
    assert shelf.at(date(2026, 1, 1)).agreement("a").status.status is Status.CONTINUED


def test_of_two_continuations_of_one_day_the_later_recorded_holds(shelf: Shelf) -> None:
    shelf.publish("a", in_force_until=date(2025, 1, 1))
    shelf.add(health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    for word in ("viderefoeres", "ophoerer"):
        shelf.add(
            record(Continuation, agreement="a", health_agreement="sa", decision=word)
        )

    assert shelf.at().agreement("a").status.status is Status.ENDED


def test_only_formal_parties_count_when_they_cease(shelf: Shelf) -> None:
    shelf.add(municipality("region", kind="region", valid_to=date(2026, 6, 1)))
    shelf.publish("a", Party(organisation="region", role="formel-part"))
    shelf.publish("b", Party(organisation="region", role="tiltraedende-part"))

    assert shelf.at(date(2026, 5, 31)).agreement("a").status.status is Status.IN_FORCE
    assert shelf.at(date(2026, 6, 1)).agreement("a").status.cause is Cause.PARTY_CEASED
    assert shelf.at(date(2026, 6, 1)).agreement("b").status.status is Status.IN_FORCE


def test_a_cessation_recorded_later_is_hidden_by_vist(shelf: Shelf) -> None:
    shelf.add(municipality("region", kind="region"))
    shelf.add(municipality("region", kind="region", valid_to=TODAY, recorded_at=LATE))
    shelf.publish("a", Party(organisation="region", role="formel-part"))

    assert shelf.at().agreement("a").status.status is Status.UNSETTLED
    assert shelf.at(vist=BETWEEN).agreement("a").status.status is Status.IN_FORCE


def test_a_succession_alone_settles_nothing(shelf: Shelf) -> None:
    shelf.add(municipality("region", kind="region", valid_to=TODAY))
    shelf.add(
        record(
            Succession, predecessors=["region"], successors=["ny"], effective_on=TODAY
        )
    )
    shelf.publish("a", Party(organisation="region", role="formel-part"))

    assert shelf.at().agreement("a").status.status is Status.UNSETTLED


def test_only_the_relation_replaces_replaces(shelf: Shelf) -> None:
    shelf.publish("a")
    shelf.publish("b")
    shelf.publish(
        "c",
        Relation(kind="replaces", agreement="a"),
        Relation(kind="see-also", agreement="b"),
        in_force_from=date(2026, 3, 1),
    )

    agreements = shelf.at().agreements

    assert (agreements["a"].status.status, agreements["a"].status.by) == (
        Status.REPLACED,
        "c",
    )
    assert agreements["b"].status.status is Status.IN_FORCE


def test_a_health_agreement_recorded_later_than_its_version_sets_no_period_yet(
    shelf: Shelf,
) -> None:
    shelf.add(health("sa", date(2019, 1, 1), date(2024, 1, 1), recorded_at=LATE))
    shelf.publish("a", made_under="sa")

    assert shelf.at().agreement("a").status.status is Status.UNSETTLED
    assert shelf.at(vist=BETWEEN).agreement("a").status.status is Status.IN_FORCE


# Records beside the rows


def test_a_rekeying_gives_a_row_a_new_kind_of_task(shelf: Shelf) -> None:
    shelf.publish(
        "a", {"key": "r", "task_key": "gammel"}, {"key": "s", "task_key": "gammel"}
    )
    shelf.publish("b", {"key": "r", "task_key": "gammel"})
    shelf.add(record(Rekeying, agreement="a", row="r", task_key="ny", recorded_at=LATE))

    tasks = {row.id: row.task_key for row in shelf.at().answering_rows}

    assert tasks == {"a.r": "ny", "a.s": "gammel", "b.r": "gammel"}
    assert shelf.at(vist=BETWEEN).row("a.r").task_key == "gammel"


def test_the_last_rekeying_holds_in_every_version(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"})
    shelf.publish("a", {"key": "r"}, in_force_from=date(2026, 9, 1))
    for task_key in ("ny", "nyest"):
        shelf.add(record(Rekeying, agreement="a", row="r", task_key=task_key))

    assert [v.rows[0].task_key for v in shelf.at().agreement("a").versions] == [
        "nyest",
        "nyest",
    ]


def test_a_rekeying_holds_from_the_day_it_takes_effect(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r", "task_key": "gammel"})
    coming = {"task_key": "ny", "effective_on": date(2027, 1, 1)}
    shelf.add(record(Rekeying, agreement="a", row="r", **coming))

    assert shelf.at(date(2027, 1, 1)).row("a.r").task_key == "ny"
    assert shelf.at(date(2026, 12, 31)).row("a.r").task_key == "gammel"


def test_a_confirmation_holds_for_one_row_of_one_version(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"}, {"key": "s"})
    shelf.publish("a", {"key": "r"}, in_force_from=date(2027, 1, 1))
    shelf.publish("b", {"key": "r"})
    shelf.add(record(Confirmation, agreement="a", version=1, row="r", recorded_at=LATE))

    assert {row.id: row.confirmed for row in shelf.at().answering_rows} == {
        "a.r": True,
        "a.s": False,
        "b.r": False,
    }
    assert not shelf.at(date(2027, 1, 1)).row("a.r").confirmed
    assert not shelf.at(vist=BETWEEN).row("a.r").confirmed


def test_a_row_published_as_confirmed_is_confirmed(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r", "confirmed": True})

    assert shelf.at().row("a.r").confirmed


def test_a_voided_confirmation_confirms_nothing(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"})
    shelf.add(record(Confirmation, agreement="a", version=1, row="r", ref="fejl"))
    shelf.add(
        record(
            Confirmation, agreement="a", version=1, row="r", corrects="fejl", void=True
        )
    )

    assert not shelf.at().row("a.r").confirmed


# The facets of a row, and where it applies


def test_a_rows_actors_and_their_sectors_are_facets(shelf: Shelf) -> None:
    for key, sector in (
        ("kommune", "kommune"),
        ("sygehus", "region"),
        ("borger", None),
    ):
        shelf.add(
            Choice(
                scheme="actors",
                key=key,
                position=1,
                label=key,
                sector=sector,
                recorded_at=EARLY,
            )
        )
    answers = {
        "responsible": ["sygehus"],
        "payer": ["kommune"],
        "authority": ["ikke-oplyst"],
    }
    shelf.publish("a", {"key": "r", **answers, "treatment_responsible": ["borger"]})

    facets = shelf.at().row("a.r").facets

    assert facets["actor"] == {"sygehus", "kommune", "borger"}
    assert facets["sector"] == {"region", "kommune"}
    assert facets["phase"] == {"akut"}
    assert facets["agreement"] == {"a"}


@pytest.fixture
def places(shelf: Shelf) -> Callable[..., dict[str, set[str]]]:
    """The places of a row of an agreement of three municipalities and a region."""
    shelf.add(municipality("ballerup", "midt"), municipality("frederiksberg", "byen"))
    shelf.add(municipality("koebenhavn", "byen", "syd"), municipality("taarnby", "syd"))
    parties = ("ballerup", "koebenhavn", "frederiksberg", "region")

    def find(*applies_in: str) -> dict[str, set[str]]:
        formal = [Party(organisation=slug, role="formel-part") for slug in parties]
        shelf.publish("a", {"key": "r", "applies_in": list(applies_in)}, *formal)
        facets = shelf.at().row("a.r").facets
        return {name: set(facets[name]) for name in ("municipality", "planning_area")}

    return find


def test_a_row_applies_where_the_parties_are(
    places: Callable[..., dict[str, set[str]]],
) -> None:
    assert places() == {
        "municipality": {"ballerup", "koebenhavn", "frederiksberg"},
        "planning_area": {"byen", "midt", "syd"},
    }


def test_a_row_narrowed_to_a_municipality_applies_there(
    places: Callable[..., dict[str, set[str]]],
) -> None:
    assert places("ballerup") == {
        "municipality": {"ballerup"},
        "planning_area": {"midt"},
    }


def test_a_row_narrowed_to_a_planning_area_applies_in_its_municipalities(
    places: Callable[..., dict[str, set[str]]],
) -> None:
    assert places("byen")["municipality"] == {"frederiksberg", "koebenhavn"}


def test_a_row_narrowed_to_two_places_applies_in_both(
    places: Callable[..., dict[str, set[str]]],
) -> None:
    assert places("midt", "frederiksberg") == {
        "municipality": {"ballerup", "frederiksberg"},
        "planning_area": {"midt", "byen"},
    }


def test_a_row_narrowed_to_a_planning_area_does_not_spread_to_its_neighbour(
    places: Callable[..., dict[str, set[str]]],
) -> None:
    assert places("byen")["planning_area"] == {"byen"}


def test_a_row_narrowed_to_a_health_council_applies_in_its_municipalities(
    shelf: Shelf, places: Callable[..., dict[str, set[str]]]
) -> None:
    council = {"kind": "udvalg", "sector": "region", "recorded_at": EARLY}
    shelf.add(
        Organisation(slug="raad", name="Sundhedsråd Nord", **council),
        municipality("egedal", "midt", health_council="Nord"),
        municipality("greve", health_council="Øst"),
    )

    assert places("raad") == {"municipality": {"egedal"}, "planning_area": {"midt"}}
    assert places("raad", "ballerup")["municipality"] == {"egedal", "ballerup"}
