"""Whom a phrase names.

Also covers registry/suggest/names.py, registry/suggest/nouns.py and
registry/suggest/who.py.
"""

import pytest

from registry.suggest.actors import Actors
from registry.suggest.names import base_of
from registry.suggest.who import Context, Who
from registry.suggest.words import words_of
from tests.suggest.samples import ACTORS, actions, fields_of


def whom(text: str) -> Who:
    words = words_of(text)
    return Actors(ACTORS).of_span(words, (0, len(words)), Context())


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("kommunen", ("kommune",)),
        ("Odense Kommune", ("kommune",)),
        ("de praktiserende læger", ("praktiserende-laege",)),
        ("borgerens egen læge", ("praktiserende-laege",)),
        ("kommunens visitator", ("kommune",)),
        ("kommunens kontaktperson", ("kommune",)),
        ("den kommunale fysioterapeut", ("kommune",)),
        ("afdelingens personale", ("hospital",)),
        ("den udskrivende afdeling", ("somatisk-afdeling",)),
        ("Psykiatrisk Center Nord", ("psykiatrisk-center",)),
        ("patientens pårørende", ("paaroerende",)),
        ("hospitalet og egen læge", ("hospital", "praktiserende-laege")),
        ("såvel region som kommune", ("region", "kommune")),
        ("den kommune, hvor borgeren bor", ("bopaelskommune",)),
        ("den part, der indkalder", ("indkaldende-part",)),
        ("hver af parterne", ("alle-parter",)),
    ],
)
def test_each_way_to_name_an_actor(text: str, keys: tuple[str, ...]) -> None:
    assert whom(text).keys == keys


@pytest.mark.parametrize(
    "text", ["ergoterapeuten", "den part, der aflyser", "den læge, der holder mødet"]
)
def test_somebody_outside_the_vocabulary_is_asked_about(text: str) -> None:
    who = whom(text)

    assert (who.keys, who.sure) == ((), False)
    assert who.asked


NAMED_TWICE = {
    "buc": ("Børne- og Ungdomspsykiatrisk Center (BUC)",),
    "cvd": ("Center for Visitation og Diagnostik (CVD)",),
    "misbrugstilbud": ("Alkohol- og stofbehandlingen",),
    "akutsygepleje": ("Kommunal akutsygepleje",),
    "sundhedsplejerske": ("Sundhedsplejerske",),
}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Børne- og Ungdomspsykiatrisk Center", ("buc",)),
        ("BUC", ("buc",)),
        ("Center for Visitation og Diagnostik", ("cvd",)),
        ("alkohol- og stofbehandlingen og CVD", ("misbrugstilbud", "cvd")),
        ("akutsygeplejen og sundhedsplejen", ("akutsygepleje", "sundhedsplejerske")),
    ],
)
def test_a_name_of_two_parts_is_one_with_its_short_form_or_without(
    text: str, keys: tuple[str, ...]
) -> None:
    words = words_of(text)
    actors = Actors(NAMED_TWICE)

    assert actors.of_span(words, (0, len(words)), Context()).keys == keys


@pytest.mark.parametrize("text", ["planen", "kommunens tilbud", "ret", "et møde"])
def test_a_thing_is_nobody(text: str) -> None:
    assert not whom(text).is_someone


def test_whom_a_right_is_given_is_not_the_court() -> None:
    assert fields_of("Borgeren har ret til at indkalde naboen.", "informed") == [()]


def test_somebody_at_a_place_belongs_to_it_and_is_not_sure() -> None:
    who = whom("kontaktpersonen på hospitalet")

    assert (who.keys, who.sure) == (("hospital",), False)


def test_a_section_picks_the_actor_of_points_without_one() -> None:
    text = "## Kommunens opgaver\n\n- Hente borgeren\n- orienterer egen læge"

    assert actions(text) == [
        ("kommune", "hente borgeren"),
        ("kommune", "orientere egen læge"),
    ]


def test_all_forms_of_a_noun_have_one_base() -> None:
    for forms in ("kommune kommunen kommunens kommunerne", "center centeret centret"):
        assert len({base_of(form) for form in forms.split()}) == 1
    assert base_of("jobcentret") == base_of("jobcenter")


def test_a_post_is_the_owners_whoever_else_has_one() -> None:
    assert fields_of("Hospitalets visitator ringer.", "responsible") == [("hospital",)]
    assert fields_of("Borgerens sagsbehandler ringer.", "responsible") == [("kommune",)]
