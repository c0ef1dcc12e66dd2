"""What rows say of each other, as the API tells it."""

from flask.testing import FlaskClient

ADDRESS = "/api/v1/coherence"


def test_a_finding_tells_its_rows_and_what_is_missing(client: FlaskClient) -> None:
    body = client.get(ADDRESS).get_json()

    (found,) = body["items"]
    assert (body["total"], found["kind"]) == (1, "gap")
    assert found["missing"] == [
        {"name": "task_key", "value": "koersel"},
        {"name": "municipality", "value": "sydby"},
    ]
    assert found["rows"] == ["proeve-lokal.koersel"]
    assert found["agreements"] == ["proeve-lokal"]
    assert client.get(found["url"]).status_code == 200


def test_findings_are_narrowed_as_rows_are(client: FlaskClient) -> None:
    def total(query: str) -> int:
        found: int = client.get(f"{ADDRESS}?{query}").get_json()["total"]
        return found

    assert total("kind=overlap") == 0
    assert total("kind=gap&phase=udskrivning") == 1
    assert total("municipality=nordby") == 0
    assert total("as_of=1999-01-01") == 0


def test_a_kind_that_is_none_is_refused(client: FlaskClient) -> None:
    response = client.get(f"{ADDRESS}?kind=hul")
    assert response.status_code == 400
    assert response.get_json()["error"]["field"] == "kind"
