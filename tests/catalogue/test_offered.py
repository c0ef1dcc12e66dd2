"""What a reader can be led to by name, at a moment."""

from datetime import date

import pytest

from registry.catalogue.offered import Offer, offers
from registry.catalogue.queries import Catalogue
from registry.clock import Moment

pytestmark = pytest.mark.usefixtures("stopped_clock")


def of_kind(catalogue: Catalogue, kind: str, on: date | None = None) -> list[Offer]:
    snapshot = catalogue.at(Moment(on)) if on else catalogue.today()
    return [offer for offer in offers(snapshot) if offer.kind == kind]


def test_a_task_says_how_many_rows_are_in_force(catalogue: Catalogue) -> None:
    tasks = {task.label: task for task in of_kind(catalogue, "task")}

    assert tasks["Varsle kommunen før udskrivning"].meaning == "2 snitflader"
    assert tasks["Kompressionsstrømper"].meaning == "1 snitflade"
    assert tasks["Varsle kommunen før udskrivning"].other_names == (
        "varsling",
        "varsle",
    )


def test_a_task_without_a_row_in_force_is_not_offered(catalogue: Catalogue) -> None:
    assert of_kind(catalogue, "task", date(1990, 1, 1)) == []


def test_a_term_goes_by_all_its_right_names(catalogue: Catalogue) -> None:
    [term] = [t for t in of_kind(catalogue, "term") if t.label == "varsling"]

    assert term.other_names == ("varsel",)
    assert term.meaning == "Besked til kommunen før en udskrivning."


def test_agreements_that_answer_stand_before_those_that_do_not(
    catalogue: Catalogue,
) -> None:
    answering = {
        a.shown.version.title: a.answers for a in catalogue.today().agreements.values()
    }
    listed = [answering[offer.label] for offer in of_kind(catalogue, "agreement")]

    assert len(listed) == len(answering)
    assert listed == sorted(listed, reverse=True)


def test_an_agreement_says_its_kind_and_its_status(catalogue: Catalogue) -> None:
    meanings = {a.url: a.meaning for a in of_kind(catalogue, "agreement")}
    assert meanings["/aftaler/proeve-udskrivning"].endswith(", gældende")


def test_an_organisation_says_what_it_is(catalogue: Catalogue) -> None:
    kinds = {o.url: o.meaning for o in of_kind(catalogue, "organisation")}
    assert kinds["/organisationer/sydby"] == "Kommune"


def test_addresses_carry_another_date(catalogue: Catalogue) -> None:
    offered = offers(catalogue.at(Moment(date(2027, 1, 1))))
    assert all("pr=2027-01-01" in offer.url for offer in offered)
