"""Who sends what somebody gets."""

import pytest

from tests.suggest.samples import fields_of, only, suggestions


@pytest.mark.parametrize(
    ("text", "who", "told"),
    [
        (
            "Egen læge skal have et notat fra hospitalet.",
            "hospital",
            "praktiserende-laege",
        ),
        ("Kommunen modtager besked fra apoteket inden 3 dage.", "apotek", "kommune"),
        (
            "Hospitalet får svarbrev fra kommunen senest dagen efter.",
            "kommune",
            "hospital",
        ),
    ],
)
def test_a_letter_is_its_senders_to_send(text: str, who: str, told: str) -> None:
    assert fields_of(text, "responsible", "informed") == [((who,), (told,))]


def test_its_deadline_is_the_senders() -> None:
    assert only("Kommunen får besked fra apoteket inden 3 dage.").deadline


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen får besked fra hospitalet.",
        "Kommunen kan få besked fra hospitalet inden 3 dage.",
        "Kommunen får ikke besked fra hospitalet inden 3 dage.",
        "Kommunen får en bil fra hospitalet inden 3 dage.",
    ],
)
def test_how_things_go_is_nobodys_to_send(text: str) -> None:
    assert not suggestions(text)
