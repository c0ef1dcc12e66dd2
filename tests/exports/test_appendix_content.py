"""An appendix before it takes form: its lists, its one date, and where it is found."""

from datetime import UTC, date, datetime

from registry.catalogue.queries import Catalogue
from registry.models import Confirmation
from tests.exports.samples import ON, PUBLIC_URL, RECORDED, appendix_of, decide, slugs
from tests.storage.unwatched import transaction

MAIN, LOCAL, OLD = "proeve-udskrivning", "proeve-lokal", "proeve-gammel"


def test_what_continues_and_what_is_open_are_two_lists_and_together_the_agreements(
    catalogue: Catalogue,
) -> None:
    decide(catalogue, MAIN, "viderefoeres")
    decide(catalogue, LOCAL, "afklares", date(2026, 1, 1))

    appendix = appendix_of(catalogue)

    assert (slugs(appendix.continued), slugs(appendix.unsettled)) == ([MAIN], [LOCAL])
    assert slugs(appendix.agreements) == [MAIN, LOCAL]


def test_what_is_open_stands_by_kind_and_title(catalogue: Catalogue) -> None:
    decide(catalogue, MAIN, "afklares")
    decide(catalogue, LOCAL, "afklares", date(2026, 1, 1))

    assert slugs(appendix_of(catalogue).unsettled) == [LOCAL, MAIN]


def test_its_date_is_that_of_the_last_thing_recorded_in_it(
    catalogue: Catalogue,
) -> None:
    before = appendix_of(catalogue).changed
    decide(catalogue, LOCAL, "viderefoeres", date(2025, 1, 1))
    assert before < appendix_of(catalogue).changed == RECORDED

    elsewhere = datetime(2026, 11, 1, tzinfo=UTC)
    with transaction(catalogue.engine) as session:
        session.add(
            Confirmation(
                ref="b",
                agreement=OLD,
                version=1,
                row="medicin",
                effective_on=ON,
                recorded_at=elsewhere,
            )
        )

    assert appendix_of(catalogue).changed == RECORDED


def test_it_is_illustrative_where_anything_in_it_is(catalogue: Catalogue) -> None:
    assert appendix_of(catalogue).is_illustrative


def test_the_last_day_of_the_period_is_within_it(catalogue: Catalogue) -> None:
    days = (date(2023, 12, 31), date(2024, 1, 1), date(2027, 12, 31), date(2028, 1, 1))

    within = [appendix_of(catalogue, day).is_within_period for day in days]

    assert within == [False, True, True, False]


def test_its_address_makes_it_again(catalogue: Catalogue) -> None:
    appendix = appendix_of(catalogue, full=False)

    assert appendix.address == (
        f"{PUBLIC_URL}/appendiks?sundhedsaftale={appendix.health_agreement.slug}"
        "&pr=2026-11-22&omfang=kort"
    )
    assert appendix.snapshot is appendix.selection.snapshot
