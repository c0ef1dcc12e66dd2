"""Headings read by their parts."""

import pytest

from registry.catalogue.queries import Catalogue
from registry.intake import labels
from registry.intake.heading_parts import BY_PARTS
from registry.intake.headings import THREE
from tests.intake.samples import doubts, heading, paragraph, recognised

DIVIDED, PAID, TREATED = (
    "division_of_responsibility",
    "economics",
    "treatment_responsibility",
)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Fordeling af ansvar og opgaver", DIVIDED),
        ("4. Fordeling af opgaver og ansvar mellem region og kommuner", DIVIDED),
        ("Opgaver, roller og ansvar", DIVIDED),
        ("Ansvars- og kompetencefordeling mellem sektorerne", DIVIDED),
        ("Parternes opgaver og ansvar", DIVIDED),
        ("§ 5. Arbejdsdelingen mellem hospital og kommune", DIVIDED),
        ("Økonomi, finansiering og afregning mellem parterne", PAID),
        ("Fordeling af udgifter", PAID),
        *(("Takster", PAID), ("Placering af betalingsansvar", PAID)),
        *(("Placering af ansvar", DIVIDED), ("Klinisk ansvar", TREATED)),
        ("Ansvar for den lægelige behandling", TREATED),
        ("Det lægefaglige ansvar mellem hospital og almen praksis", TREATED),
        *(("Fordeling af det lægelige ansvar", TREATED), ("Lægeligt ansvar", TREATED)),
        ("Det lægelige ansvar", TREATED),
        ("Placering af lægeligt ansvar", TREATED),
        ("Overdragelse af behandlingsansvar", TREATED),
        ("Behandlingsansvar ved udskrivelse", TREATED),
        ("Økonomiske konsekvenser", PAID),
        ("Økonomi og aktivitet", PAID),
        ("Betaling for hjælpemidler", PAID),
        ("Opgavefordeling i forløbet", DIVIDED),
        ("Fordeling af opgaver ved udskrivning", DIVIDED),
        ("Fordeling af ansvar mellem regionen og de praktiserende læger", DIVIDED),
        ("Hvem har ansvaret for hvad", DIVIDED),
        # Of doctors' matters and of tasks, which are two fields.
        *(("Lægeligt ansvar og opgaver", ""), ("Lægelige opgaver og ansvar", "")),
        *(
            ("Lægens opgaver", ""),
            ("Ansvar ved indlæggelse", ""),
        ),
        *(("Aktivitet", ""), ("Konsekvenser", ""), ("Hjælpemidler", "")),
        # One of many, another subject, or two of them.
        *(("Ansvar", ""), ("Opgaver", ""), ("Kommunens opgaver", "")),
        *(("Fordeling af midler", ""), ("Økonomisk støtte til borgeren", "")),
        *(("Ansvar og økonomi", ""), ("Opgaver ved udskrivning", "")),
        *(("Ansvar for hjælpemidler", ""), ("Aftalens parter", ""), ("", "")),
        ("Behandling", ""),
    ],
)
def test_a_heading_means_a_field_by_its_parts(text: str, meaning: str) -> None:
    assert labels.likely_heading(text) == meaning


def test_every_field_with_a_heading_has_parts() -> None:
    assert set(BY_PARTS) == set(THREE)


def test_a_heading_that_is_read_by_its_parts_is_asked_about(
    shipped: Catalogue,
) -> None:
    agreement = recognised(
        shipped,
        heading("Fordeling af ansvar og opgaver"),
        paragraph("Kommunen udfører."),
    )
    assert agreement.values[DIVIDED] == "Kommunen udfører."
    assert (
        "«Fordeling af ansvar og opgaver» er læst som «Ansvarsfordeling». Passer det?"
        in doubts(agreement)
    )


def test_a_heading_by_its_name_goes_before_one_by_its_parts(
    shipped: Catalogue,
) -> None:
    agreement = recognised(
        shipped,
        heading("Fordeling af ansvar og opgaver"),
        paragraph("Bare tekst."),
        heading("Ansvarsfordeling"),
        paragraph("Kommunen udfører."),
    )
    assert agreement.values[DIVIDED] == "Kommunen udfører."
    assert "Bare tekst." in agreement.values["body"]
