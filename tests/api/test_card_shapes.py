"""Cards in the answer of the API: what no row carries, with its evidence and page."""

from flask.testing import FlaskClient

from registry.api.card_shapes import card_json
from registry.search.cards.card import Card, CardLine


def test_a_card_is_labelled_facts_with_evidence_and_page() -> None:
    card = Card("goal", "Mål", (CardLine("Måles ved", "prøver"),), "prøve 1", "/maal")

    assert card_json(card) == {
        "kind": "goal",
        "title": "Mål",
        "facts": [{"label": "Måles ved", "value": "prøver"}],
        "source": "prøve 1",
        "url": "/maal",
    }


def test_a_question_that_a_card_answers_does_not_abstain(client: FlaskClient) -> None:
    answer = client.get("/api/v1/search?q=hvad+betyder+varsling").get_json()

    assert [card["kind"] for card in answer["cards"]] == ["term"]
    assert (answer["abstained"], answer["answers"], answer["total"]) == (False, [], 0)
    assert client.get(answer["cards"][0]["url"]).status_code == 200


def test_a_question_about_a_duty_has_no_card(client: FlaskClient) -> None:
    answer = client.get("/api/v1/search?q=hvem+betaler+for+varsling").get_json()
    assert answer["cards"] == []
