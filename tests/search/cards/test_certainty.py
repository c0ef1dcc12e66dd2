"""A card is as sure of an agreement's status as its page, over the whole catalogue.

Covers `registry/search/cards/agreements.py` and
`registry/search/cards/health_agreements.py`.
"""

from datetime import date

import pytest
from flask import Flask

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.models import Continuation
from registry.rules.status import Cause
from registry.search.cards.documents import card_documents
from registry.web.reader.status_view import view_status

DATES = (date(2026, 11, 28), date(2027, 1, 1))
DOUBT = "ikke bekræftet af en kilde"


def statuses(catalogue: Catalogue, shelf: str, on: date) -> dict[str, str]:
    """The line of the status on every card of a shelf, by its document's key."""
    listed = card_documents(catalogue.at(Moment(on)))[shelf]
    return {
        one.key: fact.value
        for one in listed
        for fact in one.card.facts
        if fact.label == "Status på datoen"
    }


def page(app: Flask, address: str) -> str:
    response = app.test_client().get(address)
    assert response.status_code == 200
    return " ".join(response.get_data(as_text=True).split())


@pytest.mark.parametrize("on", DATES)
def test_a_card_tells_the_status_of_every_agreement_as_its_page(
    shipped: Catalogue, on: date
) -> None:
    snapshot = shipped.at(Moment(on))
    told = statuses(shipped, "agreement", on)

    assert told.keys() == {one.slug for one in snapshot.sorted_agreements()}
    for one in snapshot.sorted_agreements():
        view = view_status(snapshot, one)
        said = (part.rstrip(".") for part in (view.word, view.short, view.more))
        assert told[one.slug] == ". ".join(filter(None, said)), one.slug


@pytest.mark.parametrize("on", DATES)
def test_what_an_unconfirmed_record_decides_is_told_with_its_doubt(
    shipped: Catalogue, on: date
) -> None:
    snapshot = shipped.at(Moment(on))
    told = statuses(shipped, "agreement", on)

    for one in snapshot.sorted_agreements():
        decided = [
            record.confirmed
            for record in snapshot.records_of(Continuation, one.slug)
            if one.status.cause is Cause.CONTINUATION
            and record.health_agreement == one.status.by
            and record.effective_on == one.status.since
            and record.decision != "afklares"
        ]
        assert (DOUBT in told[one.slug]) == (decided[-1:] == [False]), one.slug


def test_no_agreement_of_the_region_that_ends_is_told_as_settled(
    shipped: Catalogue,
) -> None:
    before, after = (statuses(shipped, "health-agreement", on) for on in DATES)

    assert before["sundhedsaftale-2024-2027"] == "gælder"
    assert after["sundhedsaftale-2024-2027"] == (
        "afklares. Region Hovedstaden bestod til og med 31. december 2026. Region "
        "Østdanmark træder i stedet; hvad der sker med aftalen, er ikke besluttet"
    )
    assert after["sundhedsaftale-2019-2023"] == "afløst"


@pytest.mark.parametrize("path", ["", "/sundhedsaftale-2024-2027"])
def test_the_pages_of_the_health_agreements_tell_the_same(
    shipped_app: Flask, path: str
) -> None:
    now, after = (page(shipped_app, f"/sundhedsaftaler{path}?pr={on}") for on in DATES)

    assert 'badge-success">gælder 28. november 2026<' in now
    assert 'badge-warning">afklares 1. januar 2027<' in after
    assert "hvad der sker med aftalen, er ikke besluttet" in after
    assert "gælder 1. januar 2027<" not in after
