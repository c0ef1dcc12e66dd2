"""The health agreements: their period, their aims, and the agreements under them."""

from flask.testing import FlaskClient


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.text.split())


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
    ):
        assert text in html
