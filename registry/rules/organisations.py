"""The kinds of organisations, in the order of lists."""

from typing import NamedTuple


class OrganisationKind(NamedTuple):
    """One kind: its key, its name, and the name of many."""

    key: str
    label: str
    plural: str


MUNICIPALITY, REGION, COMMITTEE = "kommune", "region", "udvalg"
HOSPITAL, PSYCHIATRIC_CENTRE = "hospital", "psykiatrisk-center"
GENERAL_PRACTICE, SHARED = "almen-praksis", "kommunalt-faellesskab"
PART_OF_CITY = "bydel"
ORGANISATION_KINDS = {
    kind.key: kind
    for kind in (
        OrganisationKind(REGION, "Region", "Regioner"),
        OrganisationKind(HOSPITAL, "Hospital", "Hospitaler"),
        OrganisationKind(
            PSYCHIATRIC_CENTRE, "Psykiatrisk center", "Psykiatriske centre"
        ),
        OrganisationKind(MUNICIPALITY, "Kommune", "Kommuner"),
        OrganisationKind(PART_OF_CITY, "Bydel", "Bydele"),
        OrganisationKind(GENERAL_PRACTICE, "Almen praksis", "Almen praksis"),
        OrganisationKind(SHARED, "Kommunalt fællesskab", "Kommunale fællesskaber"),
        OrganisationKind(COMMITTEE, "Udvalg", "Udvalg"),
        OrganisationKind("myndighed", "Myndighed", "Myndigheder"),
        OrganisationKind(
            "interesseorganisation", "Interesseorganisation", "Interesseorganisationer"
        ),
    )
}
