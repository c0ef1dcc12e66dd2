"""Names in a text become keys, in Danish with its endings; what is unclear is not
guessed.
"""

import pytest

from registry.catalogue.queries import Catalogue
from registry.intake.naming import Named, Names
from registry.rules.fields import Scheme


@pytest.fixture(scope="module")
def names(shipped: Catalogue) -> Names:
    return Names(shipped.today())


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Kommune", ("kommune",)),
        ("kommunerne", ("kommune",)),
        ("Regionen og kommunen", ("region", "kommune")),
        (
            "Hospitalet, egen læge samt kommunen",
            ("hospital", "praktiserende-laege", "kommune"),
        ),
        ("sygehuset", ("hospital",)),
        ("Kommunal hjemmesygepleje", ("hjemmesygepleje",)),
        ("bopælskommunen/handlekommunen", ("bopaelskommune", "handlekommune")),
        ("Ikke oplyst", ("ikke-oplyst",)),
        ("Børne- og Ungdomspsykiatrisk Center (BUC)", ("buc",)),
    ],
)
def test_actors_are_known_by_all_their_names(
    names: Names, text: str, keys: tuple[str, ...]
) -> None:
    assert names.find(Scheme.ACTORS, text) == Named(keys, "")


@pytest.mark.parametrize(
    "text",
    [
        "Patientens egen læge",
        "Regionens hospitaler",
        "Kommunen for regionen",
        "Fra hospital til kommune",
        "Region (kommune)",
        "Regionen, ikke kommunen",
        "Kommunen betaler ikke",
        "Kommunen for borgere under 65 år, ellers regionen",
    ],
)
def test_names_that_are_no_list_are_unclear(names: Names, text: str) -> None:
    assert names.find(Scheme.ACTORS, text).is_unclear


@pytest.mark.parametrize(
    "text",
    [
        "Region/kommune",
        "Region og kommune",
        "region\nkommune",
        "Region - kommune",
        "Kommune?",
    ],
)
def test_a_list_of_names_is_clear(names: Names, text: str) -> None:
    assert not names.find(Scheme.ACTORS, text).is_unclear


def test_no_name_goes_on_over_a_comma(names: Names) -> None:
    named = names.find(Scheme.TARGET_GROUPS, "Hjemløse, Borgere med psykisk sygdom")
    assert named == Named(("hjemloese", "psykisk-sygdom"), "")


def test_words_that_name_nothing_are_told(names: Names) -> None:
    named = names.find(Scheme.ACTORS, "Kommunens tværgående enhed")
    assert named == Named(("kommune",), "tværgående enhed")


def test_a_label_outranks_the_same_name_elsewhere(names: Names) -> None:
    assert names.exact(Scheme.ACTORS, "Region") == "region"


def test_several_are_no_exact_name(names: Names) -> None:
    assert names.exact(Scheme.ACTORS, "region og kommune") == ""


def test_organisations_are_known_with_and_without_what_they_are(names: Names) -> None:
    named = names.find(
        Scheme.ORGANISATIONS, "Region Hovedstaden, Gribskov og Hillerød Kommune"
    )
    assert named == Named(("region-hovedstaden", "gribskov", "hilleroed"), "")


def test_places_are_planning_areas_and_organisations(names: Names) -> None:
    assert names.find(Scheme.PLACES, "Byen; Bornholm").keys[0] == "byen"


def test_every_label_of_every_vocabulary_names_its_own_key(
    names: Names, shipped: Catalogue
) -> None:
    schemes = shipped.today().vocabulary.schemes
    for scheme in (
        Scheme.ACTORS,
        Scheme.PHASES,
        Scheme.TARGET_GROUPS,
        Scheme.TASKS,
        Scheme.KINDS,
    ):
        for key, word in schemes[scheme].items():
            assert names.exact(scheme, word.label) == key


def test_every_agreement_is_known_by_its_title(
    names: Names, shipped: Catalogue
) -> None:
    for slug, agreement in shipped.today().agreements.items():
        assert names.exact(Scheme.AGREEMENTS, agreement.shown.version.title) == slug
