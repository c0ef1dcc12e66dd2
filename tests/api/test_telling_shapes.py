"""What a citizen is told, in the API's answers."""

from flask.testing import FlaskClient


def test_a_row_is_told_in_sentences_with_its_source(client: FlaskClient) -> None:
    body = client.get("/api/v1/told?target_group=voksne&phase=udskrivning").get_json()
    (told,) = [
        item
        for item in body["items"]
        if item["id"] == "proeve-udskrivning.varsel-voksne"
    ]
    assert told == {
        "id": "proeve-udskrivning.varsel-voksne",
        "phase": "udskrivning",
        "phase_title": "Når du skal udskrives",
        "target_groups": ["voksne"],
        "sentences": [
            "Hvis du skal have hjælp hjemme, giver hospitalet kommunen besked om dig."
        ],
        "to_reader": True,
        "confirmed": True,
        "contradicted_in": "",
        "agreement": {
            "slug": "proeve-udskrivning",
            "title": "Prøveaftale om udskrivning & hjælp",
        },
        "section": "Udskrivning",
        "source": "Opdigtet",
        "url": "/snitflader/proeve-udskrivning.varsel-voksne",
    }


def test_where_nothing_holds_nothing_is_told(client: FlaskClient) -> None:
    body = client.get("/api/v1/told?as_of=1999-01-01").get_json()
    assert (body["total"], body["items"]) == (0, [])


def test_a_target_group_that_there_is_not_is_refused_by_name(
    client: FlaskClient,
) -> None:
    response = client.get("/api/v1/told?target_group=findes-ikke")
    assert response.status_code == 400
    assert response.get_json()["error"]["field"] == "target_group"
