"""Facts about a whole agreement: read, asked about, or left where they stood."""

from datetime import date

import pytest

from registry.catalogue.agreement_words import ILLUSTRATIVE
from registry.catalogue.queries import Catalogue
from registry.documents.blocks import Items
from tests.intake.samples import doubts, fact, heading, paragraph, recognised, table


def test_facts_about_the_agreement_are_read(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped,
        heading("Om aftalen"),
        fact("Aftaletype", "Samarbejdsaftale"),
        fact("Ikrafttræden", "1. marts 2026"),
        fact("Målgrupper", "Voksne, hjemløse"),
        fact("Formel part", "Region Hovedstaden, Hillerød Kommune"),
        fact("Se også", shipped.today().agreement("retspsykiatri").shown.version.title),
        fact("Status", "gældende"),
        fact("Journalnummer", "12345"),
    )
    values = agreement.values
    assert (values["kind"], values["in_force_from"]) == (
        "samarbejdsaftale",
        date(2026, 3, 1),
    )
    assert values["target_groups"] == ("voksne", "hjemloese")
    assert agreement.parties == {"formel-part": ("region-hovedstaden", "hilleroed")}
    assert agreement.relations == {"see-also": ("retspsykiatri",)}
    assert values["body"] == "## Om aftalen\n\n**Journalnummer:** 12345"
    assert any("selv udleder det: Status." in r.text for r in agreement.remarks)


def test_municipalities_told_together_are_all_of_them(shipped: Catalogue) -> None:
    known = [o.slug for o in shipped.today().municipalities()]
    every = f"alle {len(known)} kommuner"
    for said, parties in (
        (every, known),
        (every.capitalize(), known),
        (f"Region Hovedstaden OG {every.upper()}", ["region-hovedstaden", *known]),
        (f"Region Hovedstaden og {every}", ["region-hovedstaden", *known]),
        (
            f"{every.capitalize()} Undtagen Gribskov Kommune",
            [slug for slug in known if slug != "gribskov"],
        ),
        (
            f"Region Hovedstaden og {every} undtagen Gribskov Kommune og Hillerød "
            "Kommune",
            [
                "region-hovedstaden",
                *(slug for slug in known if slug not in ("gribskov", "hilleroed")),
            ],
        ),
    ):
        agreement = recognised(shipped, fact("Formel part", said))
        assert set(agreement.parties["formel-part"]) == set(parties)
        assert not [one for one in doubts(agreement) if "part" in one]


@pytest.mark.parametrize(
    "said",
    [
        "Region Hovedstaden og alle 98 kommuner",
        "alle kommuner",
        "Alle kommuner",
        "Alle 98 kommuner",
        "alle 29 kommuner undtagen Atlantis",
        "alle 29 kommuner undtagen Region Hovedstaden",
    ],
)
def test_municipalities_told_otherwise_are_asked_about(
    shipped: Catalogue, said: str
) -> None:
    agreement = recognised(shipped, fact("Formel part", said))
    assert "gribskov" not in agreement.parties.get("formel-part", ())
    assert any("Formel part" in doubt for doubt in doubts(agreement))


def test_a_table_of_facts_is_read_like_lines(shipped: Catalogue) -> None:
    facts = table(
        ("Parter", "Region Hovedstaden og Gribskov Kommune"), ("Gælder fra", "2026")
    )
    agreement = recognised(shipped, facts)
    assert agreement.parties == {"formel-part": ("region-hovedstaden", "gribskov")}
    assert agreement.values["in_force_from"] == date(2026, 1, 1)
    assert "«Parter» er læst som formelle parter. Passer det?" in doubts(agreement)


def test_an_organisation_in_two_roles_has_the_first(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped,
        fact("Formel part", "Gribskov"),
        fact("Tiltrædende part", "Gribskov, Hillerød"),
    )
    assert agreement.parties == {
        "formel-part": ("gribskov",),
        "tiltraedende-part": ("hilleroed",),
    }
    assert any(
        "Gribskov Kommune står i flere roller" in doubt for doubt in doubts(agreement)
    )


def test_an_unknown_party_is_told(shipped: Catalogue) -> None:
    agreement = recognised(shipped, fact("Formel part", "Gribskov og Atlantis Kommune"))
    assert any(
        "Formel part: kataloget kender ikke «Atlantis" in doubt
        for doubt in doubts(agreement)
    )


def test_a_relation_to_an_unknown_agreement_stays_in_the_text(
    shipped: Catalogue,
) -> None:
    agreement = recognised(
        shipped, heading("Om aftalen"), fact("Afløser", "Aftalen fra 1998")
    )
    assert "Aftalen fra 1998" in agreement.values["body"]
    assert any(
        "ingen aftale, der hedder «Aftalen fra 1998»" in doubt
        for doubt in doubts(agreement)
    )


def test_our_own_remark_makes_it_illustrative(shipped: Catalogue) -> None:
    assert (
        recognised(shipped, paragraph(ILLUSTRATIVE, note=True)).values["illustrative"]
        is True
    )
    assert recognised(shipped, paragraph("Andet.")).values["illustrative"] is False


def test_a_section_that_tells_a_fact_suggests_it_and_stays(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped,
        heading("1. Målgruppe"),
        paragraph("Voksne og hjemløse."),
        heading("Parter"),
        Items(((paragraph("Region Hovedstaden"),), (paragraph("Gribskov Kommune"),))),
        heading("Ikrafttræden"),
        paragraph("Aftalen træder i kraft 1. april 2021."),
    )
    assert agreement.values["target_groups"] == ("voksne", "hjemloese")
    assert agreement.values["in_force_from"] == date(2021, 4, 1)
    assert agreement.parties == {"formel-part": ("region-hovedstaden", "gribskov")}
    assert "Aftalen træder i kraft 1. april 2021." in agreement.values["body"]
    asked = "Teksten under «Ikrafttræden» er brugt til «I kraft fra». Passer det?"
    assert asked in doubts(agreement)


def test_a_section_with_two_dates_suggests_none(shipped: Catalogue) -> None:
    text_of_it = paragraph("Fra 1. april 2021 til 31. december 2023.")
    agreement = recognised(shipped, heading("Ikrafttræden"), text_of_it)
    assert agreement.values["in_force_from"] is None


def test_parties_that_are_named_as_none_are_not_taken(shipped: Catalogue) -> None:
    agreement = recognised(shipped, fact("Parter", "Alle kommuner undtagen Bornholm"))
    assert agreement.parties == {}
    assert "undtagen Bornholm" in agreement.values["body"]
    assert (
        "Parter: «Alle kommuner undtagen Bornholm» siger mere end navne. Vælg selv."
        in doubts(agreement)
    )
