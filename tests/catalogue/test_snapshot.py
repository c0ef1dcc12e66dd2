"""What a snapshot answers: agreements, rows, names and places, and what it has not."""

from datetime import date

import pytest

from registry.errors import NotFound
from registry.models import Choice, ContactPoint, Ending, Organisation, Party, Term
from registry.rules.fields import Scheme
from registry.rules.status import Status
from tests.catalogue.shelf import (
    BETWEEN,
    EARLY,
    LATE,
    Shelf,
    health,
    municipality,
    record,
)

# Agreements and their rows


def test_an_agreement_not_published_is_not_found(shelf: Shelf) -> None:
    shelf.draft("a")

    with pytest.raises(NotFound, match="ingen aftale med det navn"):
        shelf.at().agreement("a")


def test_the_date_decides_the_version_shown(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"}, {"key": "gammel"}, in_force_from=date(2020, 1, 1))
    shelf.publish("a", {"key": "r"}, {"key": "ny"}, in_force_from=date(2025, 1, 1))

    before, after = shelf.at(date(2024, 12, 31)), shelf.at(date(2025, 1, 1))

    assert before.agreement("a").shown.number == 1
    assert {row.id for row in before.answering_rows} == {"a.r", "a.gammel"}
    assert after.agreement("a").shown.number == 2
    assert {row.id for row in after.answering_rows} == {"a.r", "a.ny"}


def test_before_any_version_has_begun_the_first_to_come_is_shown_and_answers_nothing(
    shelf: Shelf,
) -> None:
    shelf.publish("a", {"key": "r"}, in_force_from=date(2028, 1, 1))
    shelf.publish("a", {"key": "r"}, in_force_from=date(2029, 1, 1))

    snapshot = shelf.at()

    assert snapshot.agreement("a").status.status is Status.COMING
    assert snapshot.agreement("a").shown.number == 1
    assert snapshot.answering_rows == ()
    assert snapshot.answering_versions == frozenset()


def test_the_answering_versions_are_those_shown(shelf: Shelf) -> None:
    shelf.publish("a", in_force_from=date(2020, 1, 1))
    second = shelf.publish("a", in_force_from=date(2025, 1, 1))
    shelf.publish("b", in_force_from=date(2028, 1, 1))

    assert shelf.at().answering_versions == {second}


def test_a_version_number_that_is_none_is_not_found(shelf: Shelf) -> None:
    shelf.publish("a")

    with pytest.raises(NotFound, match="ingen udgave 2"):
        shelf.at().agreement("a").number(2)


def test_a_row_is_found_by_its_name_in_the_version_shown(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "gammel"}, in_force_from=date(2020, 1, 1))
    shelf.publish("a", {"key": "ny"}, in_force_from=date(2025, 1, 1))

    assert shelf.at().row("a.ny").version == 2
    with pytest.raises(NotFound, match="ingen snitflade med det navn"):
        shelf.at().row("a.gammel")
    with pytest.raises(NotFound):
        shelf.at().row("a")


def test_agreements_stand_in_danish_order_of_their_titles(shelf: Shelf) -> None:
    for slug, title in (
        ("a", "Øjne"),
        ("b", "Ånde"),
        ("c", "Zoneterapi"),
        ("d", "Ældre"),
    ):
        shelf.publish(slug, title=title)

    assert [agreement.slug for agreement in shelf.at().sorted_agreements()] == [
        "c",
        "d",
        "a",
        "b",
    ]


def test_records_of_an_agreement_stand_by_their_effect(shelf: Shelf) -> None:
    for day in (3, 1, 2):
        shelf.add(record(Ending, agreement="a", effective_on=date(2026, 1, day)))
    shelf.add(record(Ending, agreement="b"))

    assert [r.effective_on.day for r in shelf.at().records_of(Ending, "a")] == [1, 2, 3]


# Words, terms, organisations and contacts


def test_words_terms_and_organisations_are_shown_as_last_recorded(shelf: Shelf) -> None:
    for label, at in (("Akut", EARLY), ("Akutfase", LATE)):
        shelf.add(
            Choice(scheme="phases", key="akut", position=1, label=label, recorded_at=at)
        )
        shelf.add(Term(key="t", position=1, term=label, recorded_at=at))
        shelf.add(Organisation(slug="o", name=label, kind="kommune", recorded_at=at))

    now, then = shelf.at(), shelf.at(vist=BETWEEN)

    assert now.label("phases", "akut") == now.terms["t"].term == "Akutfase"
    assert now.organisation_name("o") == "Akutfase"
    assert then.label("phases", "akut") == then.terms["t"].term == "Akut"
    assert then.organisation_name("o") == "Akut"


def test_what_was_not_yet_recorded_goes_by_its_key(shelf: Shelf) -> None:
    shelf.add(
        Choice(scheme="phases", key="akut", position=1, label="Akut", recorded_at=LATE)
    )

    then = shelf.at(vist=BETWEEN)

    assert then.label("phases", "akut") == "akut"
    assert then.organisation_name("o") == "o"
    assert not then.vocabulary.has("phases", "akut")


def test_words_stand_in_their_given_order(shelf: Shelf) -> None:
    for position, key in ((2, "b"), (1, "c"), (3, "a")):
        shelf.add(
            Choice(
                scheme="phases",
                key=key,
                position=position,
                label=key,
                recorded_at=EARLY,
            )
        )

    assert list(shelf.at().vocabulary.schemes["phases"]) == ["c", "b", "a"]


def test_contacts_are_those_of_the_organisation(shelf: Shelf) -> None:
    for organisation in ("o", "p"):
        shelf.add(
            ContactPoint(organisation=organisation, function="vagt", recorded_at=LATE)
        )

    assert [point.organisation for point in shelf.at().contacts("o")] == ["o"]
    assert shelf.at(vist=BETWEEN).contacts("o") == []


def test_municipalities_stand_in_danish_order(shelf: Shelf) -> None:
    for slug in ("Ørsted", "Ærø", "Zealand"):
        shelf.add(municipality(slug))
    shelf.add(municipality("region", kind="region"))

    assert [m.slug for m in shelf.at().municipalities()] == ["Zealand", "Ærø", "Ørsted"]


# Keys and their labels


def test_a_key_of_any_scheme_has_its_label(shelf: Shelf) -> None:
    for scheme, key in (("phases", "akut"), ("planning-areas", "byen")):
        word = {"scheme": scheme, "key": key, "position": 1, "label": key.title()}
        shelf.add(Choice(**word, recorded_at=EARLY))
    shelf.add(municipality("nordby"), health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", title="Aftale A")

    snapshot = shelf.at()

    assert snapshot.label(Scheme.PHASES, "akut") == "Akut"
    assert snapshot.label(Scheme.ORGANISATIONS, "nordby") == "nordby Kommune"
    assert snapshot.label(Scheme.HEALTH_AGREEMENTS, "sa") == "sa"
    assert snapshot.label(Scheme.AGREEMENTS, "a") == "Aftale A"
    assert snapshot.label(None, "a") == "Aftale A"


def test_a_place_is_an_organisation_or_a_planning_area(shelf: Shelf) -> None:
    word = {"scheme": "planning-areas", "key": "byen", "position": 1, "label": "Byen"}
    shelf.add(municipality("nordby"), Choice(**word, recorded_at=EARLY))

    snapshot = shelf.at()

    assert snapshot.label(Scheme.PLACES, "nordby") == "nordby Kommune"
    assert snapshot.label(Scheme.PLACES, "byen") == "Byen"
    assert snapshot.known_keys[Scheme.PLACES] == {"nordby", "byen"}


@pytest.mark.parametrize("scheme", [*Scheme, None])
def test_an_unknown_key_goes_by_itself(shelf: Shelf, scheme: Scheme | None) -> None:
    assert shelf.at().label(scheme, "ukendt") == "ukendt"


def test_every_scheme_has_its_known_keys(shelf: Shelf) -> None:
    shelf.add(municipality("nordby"), health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a")
    shelf.draft("b")

    known = shelf.at().known_keys

    assert set(known) == set(Scheme)
    assert known[Scheme.AGREEMENTS] == {"a"}
    assert known[Scheme.ORGANISATIONS] == {"nordby"}
    assert known[Scheme.HEALTH_AGREEMENTS] == {"sa"}


def test_an_answering_row_is_found_by_its_version_and_key(shelf: Shelf) -> None:
    old = shelf.publish("a", {"key": "r"}, in_force_from=date(2020, 1, 1))
    new = shelf.publish("a", {"key": "r"}, in_force_from=date(2025, 1, 1))

    rows = shelf.at().answering_by_version

    assert rows[new, "r"].version == 2
    assert (old, "r") not in rows


# Where an agreement applies


def test_a_local_agreement_concerns_only_its_own_municipalities(shelf: Shelf) -> None:
    shelf.add(municipality("nordby"), municipality("region", kind="region"))
    local = Party(organisation="nordby", role="formel-part")
    shelf.publish("a", local, Party(organisation="region", role="formel-part"))
    shelf.publish("b", Party(organisation="region", role="formel-part"))

    snapshot = shelf.at()
    narrow, wide = (snapshot.agreement(slug).shown for slug in ("a", "b"))

    assert snapshot.concerns(narrow, "nordby")
    assert not snapshot.concerns(narrow, "sydby")
    assert snapshot.concerns(narrow, None)
    assert snapshot.concerns(wide, "sydby")
