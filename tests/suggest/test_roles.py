"""Who else a sentence names."""

import pytest

from tests.suggest.samples import fields_of


@pytest.mark.parametrize(
    ("text", "informed"),
    [
        ("Hospitalet orienterer kommunen om planen.", ("kommune",)),
        ("Hospitalet giver egen læge besked.", ("praktiserende-laege",)),
        ("Hospitalet sender planen til kommunen.", ("kommune",)),
        ("Kommunen giver både borgeren og hospitalet besked.", ("borger", "hospital")),
        ("Hospitalet begrunder valget over for kommunen.", ("kommune",)),
        ("Egen læge orienteres af hospitalet.", ("praktiserende-laege",)),
        ("Hospitalet køber en seng til kommunen.", ()),
    ],
)
def test_who_is_told(text: str, informed: tuple[str, ...]) -> None:
    assert fields_of(text, "informed") == [informed]


@pytest.mark.parametrize(
    ("text", "contributes"),
    [
        ("Hospitalet lægger i samarbejde med kommunen en plan.", ("kommune",)),
        ("Kommunen afprøver stolen sammen med borgeren.", ("borger",)),
        ("Kommunen inddrager de pårørende.", ("paaroerende",)),
    ],
)
def test_who_helps(text: str, contributes: tuple[str, ...]) -> None:
    assert fields_of(text, "contributes") == [contributes]


def test_an_object_that_is_a_pronoun_is_not_who_does_it() -> None:
    text = "Hvis bopælskommunen er en anden, skal kommunen orientere denne."

    assert fields_of(text, "informed") == [("bopaelskommune",)]
