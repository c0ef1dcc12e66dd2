"""The JSON API: its shapes, its moment, its limits, and its refusals.

Also covers registry/api/routes.py, registry/api/parameters.py and
registry/api/shapes.py.
"""

from typing import Any

import pytest
from flask.testing import FlaskClient

API = "/api/v1"
LISTS = ("agreements", "snitflader", "organisations", "terms")


def get(client: FlaskClient, address: str) -> Any:
    response = client.get(f"{API}/{address}")
    assert response.status_code == 200, response.text
    return response.get_json()


def test_a_question_is_answered_by_rows_in_groups(client: FlaskClient) -> None:
    body = get(client, "search?q=varsling")
    assert body["query"] == "varsling"
    assert body["as_of"] == "2026-11-22"
    assert body["recorded_at"] is None
    assert body["took_ms"] >= 0
    assert body["abstained"] is False
    assert body["nearest"] == []
    assert {answer["group"] for answer in body["answers"]} == {"varsling"}
    assert body["total"] == len(body["answers"]) == 2


def test_a_row_speaks_danish(client: FlaskClient) -> None:
    rows = {row["id"]: row for row in get(client, "search?q=varsling")["answers"]}
    row = rows["proeve-udskrivning.varsel-boern"]
    assert row["task"] == "Varsle kommunen om barnet"
    assert row["phase"] == "Udskrivning"
    assert row["target_groups"] == ["Børn og unge"]
    assert row["responsible"] == ["Børneafdelingen"]
    assert row["payer"] == ["Ikke oplyst"]
    assert row["deadline"] == "Senest 8 hverdage før udskrivning"
    assert row["confirmed"] is False
    assert row["agreement"] == {
        "slug": "proeve-udskrivning",
        "title": "Prøveaftale om udskrivning & hjælp",
        "version": 2,
        "status": "gældende",
    }
    assert row["url"] == "/snitflader/proeve-udskrivning.varsel-boern"


def test_highlights_are_pieces_of_the_text(client: FlaskClient) -> None:
    for row in get(client, "search?q=varsling")["answers"]:
        for field, pieces in row["highlights"].items():
            assert "".join(piece["text"] for piece in pieces) == row[field]


def test_no_answer_abstains_and_says_about_what(client: FlaskClient) -> None:
    body = get(client, "search?q=varsling+kvantefysik")
    assert body["abstained"] is True
    assert body["answers"] == []
    assert body["not_found"] == ["kvantefysik"]


def test_facets_go_by_their_english_names(client: FlaskClient) -> None:
    body = get(client, "search?q=varsling&target_group=voksne")
    assert [row["id"] for row in body["answers"]] == [
        "proeve-udskrivning.varsel-voksne"
    ]
    counts = {f["value"]: f["count"] for f in body["facets"]["target_group"]}
    assert counts == {"voksne": 1, "boern-og-unge": 1}


def test_terms_come_with_what_they_are_not(client: FlaskClient) -> None:
    terms = get(client, "search?q=varsling")["terms"]
    assert terms[0]["term"] == "varsling"
    assert terms[0]["not_same_as"] == ["orientering"]
    assert terms[0]["url"] == "/ordliste?ord=varsling#varsling"


def test_a_limit_cuts_the_answers(client: FlaskClient) -> None:
    assert len(get(client, "search?q=varsling&limit=1")["answers"]) == 1


def test_another_date_and_moment_change_the_answer(client: FlaskClient) -> None:
    row = get(client, "search?q=varsling+barn&as_of=2023-06-01")["answers"][0]
    assert row["deadline"].startswith("Senest 5")
    assert row["url"].endswith("?pr=2023-06-01")
    row = get(client, "search?q=varsling+barn&recorded_at=2026-03-01T12:00")["answers"][
        0
    ]
    assert row["deadline"].startswith("Senest 5")
    statuses = {
        a["slug"]: a["status"]
        for a in get(client, "agreements?as_of=2027-01-01")["items"]
    }
    assert statuses["proeve-udskrivning"] == "afklares"


@pytest.mark.parametrize("name", LISTS)
def test_lists_have_a_total_and_a_page(client: FlaskClient, name: str) -> None:
    whole = get(client, name)
    assert (whole["limit"], whole["offset"]) == (50, 0)
    assert whole["total"] == len(whole["items"]) > 1
    part = get(client, f"{name}?limit=1&offset=1")
    assert part["items"] == whole["items"][1:2]
    assert part["total"] == whole["total"]
    assert get(client, f"{name}?offset=999")["items"] == []


def test_snitflader_can_be_narrowed(client: FlaskClient) -> None:
    assert get(client, "snitflader?phase=efter-udskrivning")["total"] == 1
    assert get(client, "snitflader?municipality=sydby")["total"] == 3


def test_an_agreement_holds_its_versions_and_the_one_shown(client: FlaskClient) -> None:
    body = get(client, "agreements/proeve-udskrivning")
    assert [version["number"] for version in body["versions"]] == [1, 2]
    assert body["shown"]["version"] == 2
    assert body["shown"]["parties"][0] == {
        "organisation": "proeveregion",
        "role": "formel-part",
    }


def test_a_version_holds_its_rows_and_text(client: FlaskClient) -> None:
    body = get(client, "agreements/proeve-udskrivning/versions/1")
    assert len(body["snitflader"]) == 2
    assert body["in_force_from"] == "2020-01-01"
    assert body["adoptions"][0]["organisation"] == "nordby"


def test_an_unknown_date_is_null_with_its_precision_and_what_it_counts_from(
    client: FlaskClient,
) -> None:
    listed = client.get("/api/v1/agreements?limit=200").get_json()["items"]

    for item in listed:
        is_known = item["date_precision"] in ("day", "month", "year")
        assert (item["in_force_from"] is not None) == is_known
        assert item["counts_from"]
    assert {item["in_force_from"] is None for item in listed} >= {False}


def test_the_addresses_in_the_answers_lead_somewhere(client: FlaskClient) -> None:
    moment = "recorded_at=2026-11-01T12:00&as_of=2026-10-01"
    urls = [
        item["url"]
        for name in LISTS
        for item in get(client, f"{name}?{moment}")["items"]
    ]
    urls += [a["url"] for a in get(client, f"search?q=varsling&{moment}")["agreements"]]
    for url in urls:
        assert "pr=2026-10-01" in url
        assert client.get(url.split("#")[0]).status_code == 200, url


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("search", "q"),
        ("search?q=" + "a" * 401, "q"),
        ("search?q=varsling&limit=0", "limit"),
        ("search?q=varsling&phase=ukendt", "phase"),
        ("search?q=varsling&municipality=nordby-hospital", "municipality"),
        ("search?q=varsling&as_of=x", "as_of"),
        ("search?q=varsling&recorded_at=2027-01-01T00:00", "recorded_at"),
        ("agreements?limit=501", "limit"),
        ("agreements?limit=ti", "limit"),
        ("agreements?limit=-1", "limit"),
        ("agreements?limit=٣", "limit"),
        ("agreements?offset=-1", "offset"),
        ("terms?offset=1.5", "offset"),
        ("snitflader?target_group=ukendt", "target_group"),
        ("snitflader?agreement=ukendt", "agreement"),
        ("organisations?as_of=2027-13-01", "as_of"),
    ],
)
def test_bad_input_names_the_field(
    client: FlaskClient, address: str, field: str
) -> None:
    response = client.get(f"{API}/{address}")
    assert response.status_code == 400
    error = response.get_json()["error"]
    assert error["field"] == field
    assert error["code"] == "bad_request"
    assert error["message"]


def test_a_cpr_number_is_refused_and_not_repeated(client: FlaskClient) -> None:
    response = client.get(f"{API}/search?q=varsling+010190-1234")
    assert response.status_code == 400
    assert "1234" not in response.text
    assert response.get_json()["error"]["field"] == "q"


@pytest.mark.parametrize(
    "address",
    [
        "agreements/ukendt",
        "agreements/proeve-lokal/versions/9",
        "findes-ikke",
        "appendix?health_agreement=ukendt",
        "health-agreements/ukendt",
        "health-agreements/ukendt/measurements",
    ],
)
def test_what_is_not_there_is_not_found_as_json(
    client: FlaskClient, address: str
) -> None:
    response = client.get(f"{API}/{address}")
    assert response.status_code == 404
    assert response.get_json()["error"]["code"] == "not_found"


def test_the_api_can_only_be_read(client: FlaskClient) -> None:
    response = client.post(f"{API}/search")
    assert response.status_code == 405
    assert response.get_json()["error"]["code"] == "method_not_allowed"
