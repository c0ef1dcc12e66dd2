"""What an agreement's own sentences say of its dates and parties."""

from datetime import date
from typing import Any

import pytest

from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.intake.said_in_text import PARTIES, said_in_text, with_taken_over
from registry.rules.version_content import CONTENT_FIELDS, empty_values


@pytest.fixture(scope="module")
def snapshot(shipped: Catalogue) -> Snapshot:
    return shipped.today()


def values(body: str, **others: Any) -> dict[str, Any]:
    empty = empty_values(CONTENT_FIELDS)
    return {**empty, "parties": {}, "relations": {}, "body": body, **others}


@pytest.mark.parametrize(
    ("sentence", "name", "day"),
    [
        ("Aftalen træder i kraft den 1. marts 2027.", "in_force_from", "2027-03-01"),
        ("Denne aftale gælder fra 1.3.2027.", "in_force_from", "2027-03-01"),
        (
            "Forløbsprogrammet træder i kraft 1. maj 2027.",
            "in_force_from",
            "2027-05-01",
        ),
        (
            "Aftalen løber til og med den 31. december 2028.",
            "in_force_until",
            "2029-01-01",
        ),
        (
            "Parterne gennemgår aftalen senest den 1. oktober 2028.",
            "review_on",
            "2028-10-01",
        ),
    ],
)
def test_a_date_of_the_agreement_is_proposed(
    snapshot: Snapshot, sentence: str, name: str, day: str
) -> None:
    said = said_in_text(snapshot, values(f"## Til sidst\n\n{sentence}\n"))

    assert {key: one.value for key, one in said.items()} == {
        name: date.fromisoformat(day)
    }
    assert said[name].sentence == sentence


@pytest.mark.parametrize(
    "text",
    [
        "Den nye lov træder i kraft den 1. marts 2027.",
        "Aftalen blev drøftet den 1. marts 2027.",
        "Aftalen træder i kraft, når den er vedtaget.",
        "Aftalen træder i kraft den 1. marts 2027. Aftalen gælder fra 1. maj 2027.",
        "Samarbejdet mellem Allerød Kommune og Hillerød Kommune er godt.",
        "Aftalen er indgået mellem parterne.",
    ],
)
def test_what_is_not_said_of_the_agreement_or_twice_is_not_proposed(
    snapshot: Snapshot, text: str
) -> None:
    assert said_in_text(snapshot, values(text)) == {}


def test_the_parties_of_the_preamble_are_proposed(snapshot: Snapshot) -> None:
    text = (
        "Aftalen er indgået mellem Region Østdanmark, Allerød Kommune og Hillerød "
        "Kommune om borgere i Fredensborg Kommune."
    )
    said = said_in_text(snapshot, values(text))

    names = [snapshot.organisation_name(slug) for slug in said[PARTIES].value]
    assert names == ["Region Østdanmark", "Allerød Kommune", "Hillerød Kommune"]


def test_only_what_is_wanted_is_taken_over_and_nothing_in_place_of_what_stands(
    snapshot: Snapshot,
) -> None:
    text = (
        "Aftalen er indgået mellem Allerød Kommune og Hillerød Kommune. Aftalen "
        "træder i kraft den 1. marts 2027 og gælder til og med den 31. december 2028."
    )
    wanted = ["in_force_from", "in_force_until", PARTIES]
    written = values(text, in_force_from=date(2027, 4, 1))

    assert with_taken_over(snapshot, written, []) == written
    taken = with_taken_over(snapshot, written, wanted)
    assert taken["in_force_from"] == date(2027, 4, 1)
    assert taken["in_force_until"] == date(2029, 1, 1)
    assert len(taken["parties"]["formel-part"]) == 2
