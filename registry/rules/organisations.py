"""The kinds of organisations, in the order of lists."""

from typing import NamedTuple


class OrganisationKind(NamedTuple):
    """One kind: its key, its name, and the name of many."""

    key: str
    label: str
    plural: str


MUNICIPALITY, REGION, COMMITTEE = "kommune", "region", "udvalg"
PART_OF_CITY = "bydel"
ORGANISATION_KINDS = {
    kind.key: kind
    for kind in (
        OrganisationKind(REGION, "Region", "Regioner"),
        OrganisationKind("hospital", "Hospital", "Hospitaler"),
        OrganisationKind(
            "psykiatrisk-center", "Psykiatrisk center", "Psykiatriske centre"
        ),
        OrganisationKind(MUNICIPALITY, "Kommune", "Kommuner"),
        OrganisationKind(PART_OF_CITY, "Bydel", "Bydele"),
        OrganisationKind("almen-praksis", "Almen praksis", "Almen praksis"),
        OrganisationKind(
            "kommunalt-faellesskab", "Kommunalt fællesskab", "Kommunale fællesskaber"
        ),
        OrganisationKind(COMMITTEE, "Udvalg", "Udvalg"),
        OrganisationKind("myndighed", "Myndighed", "Myndigheder"),
    )
}
