"""The health agreements: their period, their aims, and the agreements under them; and
the page of each, with all that it is followed by.

Also covers registry/web/reader/follow_up_view.py.
"""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from registry.catalogue.queries import Catalogue
from registry.models import Measurement
from registry.web.reader.follow_up_view import MOST_FOLDED, goals_of
from tests.catalogue.shelf import EARLY
from tests.records.follow_up import FIGURE

PERIOD = "/sundhedsaftaler/sundhedsaftale-2024-2027"


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.text.split())


def section(client: FlaskClient, name: str, asked: str = "") -> str:
    """The part of the page under that heading."""
    html = page(client, f"{PERIOD}{asked}")
    found = re.search(rf'<section aria-labelledby="{name}">.*?</section>', html)
    assert found
    return found[0]


def test_health_agreements_show_period_focus_and_agreements(
    client: FlaskClient,
) -> None:
    html = page(client, "/sundhedsaftaler")
    for text in (
        "1. januar 2024 til og med 31. december 2027.",
        "Psykisk sygdom",
        "Bedre sammenhæng",
        'href="/aftaler/proeve-udskrivning"',
        "gælder 22. november 2026",
        f'href="{PERIOD}"',
    ):
        assert text in html


def test_an_aim_stands_in_its_focus_area_with_what_it_is_followed_by(
    client: FlaskClient,
) -> None:
    html = section(client, "maal")
    for text in (
        "<h3>Psykisk sygdom</h3>",
        "Færre indlægges uden grund",
        "Nationalt mål: Bedre sammenhæng.",
        'href="#indikator-genindlaeggelser"',
        "Belæg: Prøveaftalen, side 4",
    ):
        assert text in html


def test_a_focus_area_without_aims_says_so(client: FlaskClient) -> None:
    html = section(client, "maal", "?pr=2023-06-01")

    assert "Hvordan målene lyder, er ikke oplyst" in html


def test_the_figures_stand_in_a_chart_and_in_a_table(client: FlaskClient) -> None:
    html = section(client, "indikatorer")
    chart, table = html.split("De samme tal som tabel")
    for text in ("<svg", 'role="img"', "11,7", "2024", "2025", "Prøveregionen"):
        assert text in chart
    for text in (
        "11,7 procent",
        "10 procent",
        "2024",
        "Prøvetal, hentet 1. marts 2025",
    ):
        assert text in table


def test_the_charts_text_is_its_table(client: FlaskClient) -> None:
    html = section(client, "indikatorer")

    described = re.search(r'aria-describedby="(tal-[^"]+)"', html)
    assert described
    assert f'id="{described[1]}"' in html


def test_what_has_no_figures_says_so(client: FlaskClient) -> None:
    html = section(client, "indikatorer")

    assert "Kataloget har ingen tal for:" in html
    assert 'id="indikator-ventetid"' in html


def test_figures_follow_the_date_and_the_moment(client: FlaskClient) -> None:
    earlier = section(client, "indikatorer", "?pr=2025-06-01")
    assert "11,7 procent" in earlier
    assert "10 procent" not in earlier
    assert "halvvejs" not in section(client, "status", "?vist=2026-02-01T12:00")


def test_implementation_stands_as_bars_and_as_a_table(client: FlaskClient) -> None:
    html = section(client, "implementering")
    for text in (
        "1 begyndt, 1 ikke oplyst (af 2)",
        "reached-begyndt",
        'fill="url(#skraa-1)"',
        "Nordby Kommune",
        "1. februar 2025",
        "Nordbys brev",
    ):
        assert text in html


def test_a_municipality_sees_its_own_stage(client: FlaskClient) -> None:
    assert "1. februar 2025" in section(client, "implementering", "?kommune=nordby")
    html = section(client, "implementering", "?kommune=sydby")
    assert "1. februar 2025" not in html
    assert "Sydby Kommune har ikke oplyst noget" in html


def test_a_status_report_says_who_received_it(client: FlaskClient) -> None:
    html = section(client, "status")
    for text in (
        "Midtvejsstatus, 3. marts 2026",
        "Modtaget af Prøveudvalget",
        "<strong>halvvejs</strong>",
    ):
        assert text in html


def test_without_records_every_part_says_so(client: FlaskClient) -> None:
    for name, text in (
        ("implementering", "ikke oplysninger om, hvor langt kommunerne er"),
        ("status", "ingen status på sundhedsaftalen"),
        ("videre", "ikke registreret beslutninger"),
    ):
        assert text in section(client, name, "?pr=2023-06-01")


def test_the_agreements_behind_an_aim_are_named(client: FlaskClient) -> None:
    html = section(client, "bidrag")

    assert "Sundhedsaftalens mål" in html
    assert 'href="/aftaler/' in html


def test_the_decisions_lead_to_the_agreements(client: FlaskClient) -> None:
    html = section(client, "videre")

    assert "Videreføres (1)" in html
    assert 'href="/aftaler/proeve-lokal"' in html


def test_the_generations_stand_as_a_picture_and_as_a_table(client: FlaskClient) -> None:
    html = section(client, "generationer")

    assert "<svg" in html
    assert "1. januar 2024 til og med 31. december 2027" in html
    assert 'aria-describedby="generationer-tabel"' in html


@pytest.mark.parametrize("slug", ["ukendt", "sundhedsaftale-1999"])
def test_one_that_is_not_there_is_not_found(client: FlaskClient, slug: str) -> None:
    assert client.get(f"/sundhedsaftaler/{slug}").status_code == 404


@pytest.mark.parametrize("series", [5, 8, MOST_FOLDED + 1])
def test_more_charts_than_are_looked_through_wait_for_the_readers_municipality(
    catalogue: Catalogue, series: int
) -> None:
    today = catalogue.today()
    figures = [
        Measurement(ref=f"m{at}", recorded_at=EARLY, **{**FIGURE, "unit": f"e{at}"})
        for at in range(series)
    ]
    snapshot = replace(
        today,
        records={
            **today.records,
            Measurement: [*today.records[Measurement], *figures],
        },
    )

    all_places = goals_of(snapshot, PERIOD.rsplit("/", 1)[1], None)[0].indicators[0]
    own = goals_of(snapshot, PERIOD.rsplit("/", 1)[1], "nordby")[0].indicators[0]

    folded = {5: (6, 0, 0), 8: (1, 8, 0), MOST_FOLDED + 1: (1, 0, MOST_FOLDED + 1)}
    told = (len(all_places.charts), len(all_places.more), all_places.left_out)
    assert told == folded[series]
    assert (len(own.charts), own.left_out) == (series + 1, 0)
    assert len(own.lines) == series + 2
