"""What a request asks to read: the moment, the municipality, the facets chosen."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from registry.errors import BadInput
from registry.web.frame.readers import chosen_facets, reader

pytestmark = pytest.mark.usefixtures("stopped_clock")
LOCAL = "proeve-lokal.koersel"


def test_without_a_choice_it_is_today_and_everywhere(app: Flask) -> None:
    with app.test_request_context("/aftaler"):
        made = reader()

    assert (made.moment.pr, made.moment.vist) == (date(2026, 11, 22), None)
    assert made.is_today
    assert (made.kommune, made.place, dict(made.carried)) == (None, {}, {})


def test_date_moment_and_municipality_are_read_and_carried(app: Flask) -> None:
    with app.test_request_context(
        "/aftaler?pr=2027-01-01&vist=2026-11-01T12:00&kommune=nordby&q=x"
    ):
        made = reader()

    assert made.moment.pr == date(2027, 1, 1)
    assert made.moment.vist == datetime(2026, 11, 1, 11, tzinfo=UTC)
    assert made.place == {"municipality": "nordby"}
    assert set(made.carried) == {"pr", "vist", "kommune"}
    assert not made.is_today


def test_todays_date_written_out_is_today(app: Flask) -> None:
    with app.test_request_context("/aftaler?pr=2026-11-22"):
        assert reader().is_today


def test_a_request_is_read_once(app: Flask) -> None:
    with app.test_request_context("/aftaler"):
        assert reader() is reader()


def test_only_what_applies_here_is_shown(app: Flask) -> None:
    with app.test_request_context("/aftaler?kommune=sydby"):
        made = reader()

    rows = made.snapshot.answering_rows
    assert LOCAL in {row.id for row in rows}
    assert LOCAL not in {row.id for row in made.here(rows)}
    local = made.snapshot.agreement("proeve-lokal").shown
    assert not made.concerns(local)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("pr=i-morgen", "pr"),
        ("vist=2999-01-01T00:00", "vist"),
        ("kommune=ukendt", "kommune"),
        ("kommune=nordby-hospital", "kommune"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    app: Flask, query: str, field: str
) -> None:
    with app.test_request_context(f"/aftaler?{query}"):
        with pytest.raises(BadInput) as refused:
            reader()
        # It is asked for again by the page that tells of the refusal.
        with pytest.raises(BadInput):
            reader()

    assert refused.value.field == field


def test_facets_go_by_their_own_names(app: Flask) -> None:
    with app.test_request_context("/soeg?fase=udskrivning&maalgruppe= voksne &sektor="):
        assert chosen_facets() == {"phase": "udskrivning", "target_group": "voksne"}


def test_a_facet_value_that_is_none_is_refused_as_the_address_calls_it(
    app: Flask,
) -> None:
    with (
        app.test_request_context("/soeg?fase=ukendt"),
        pytest.raises(BadInput) as refused,
    ):
        chosen_facets()

    assert refused.value.field == "fase"
