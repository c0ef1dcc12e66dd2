"""How the gates' texts write lists."""

from registry.gates.wording import MOST_NAMES, enumerated, listed_pairs


def test_names_stand_in_a_row() -> None:
    assert enumerated([]) == ""
    assert enumerated(["Nordby"]) == "Nordby"
    assert enumerated(["Nordby", "Sydby"]) == "Nordby, Sydby"


def test_a_long_list_ends_in_how_many_more_there_are() -> None:
    names = [f"n{at}" for at in range(MOST_NAMES)]

    assert enumerated(names) == ", ".join(names)
    assert enumerated([*names, "a", "b"]) == f"{', '.join(names)} og 2 til"


def test_pairs_are_written_as_the_text_uses_them() -> None:
    assert listed_pairs([("varsling", "orientering"), ("a", "b")]) == (
        "«varsling» og «orientering»; «a» og «b»"
    )
