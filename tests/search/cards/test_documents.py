"""What each card tells: the catalogue's own facts, on the date that is read.

Also covers registry/search/cards/agreements.py, registry/search/cards/contacts.py,
registry/search/cards/health_agreements.py, registry/search/cards/organisations.py,
registry/search/cards/terms.py and registry/search/cards/card.py.
"""

from datetime import UTC, date, datetime

from sqlmodel import Session

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.models import ContactPoint, Organisation, Review
from registry.search.cards.card import EVIDENCE, CardDocument, CardLine
from registry.search.cards.documents import card_documents
from registry.search.cards.terms import term_documents

TODAY = date(2026, 11, 22)
RECORDED = datetime(2026, 1, 1, tzinfo=UTC)


def document(
    catalogue: Catalogue, shelf: str, key: str, on: date = TODAY
) -> CardDocument:
    listed = card_documents(catalogue.at(Moment(on)))[shelf]
    return next(one for one in listed if one.key == key)


def told(
    catalogue: Catalogue, shelf: str, key: str, on: date = TODAY
) -> dict[str, str]:
    facts = document(catalogue, shelf, key, on).card.facts
    return {fact.label: fact.value for fact in facts}


def write(catalogue: Catalogue, *records: object) -> None:
    with Session(catalogue.engine) as session:
        session.add_all(records)
        session.commit()


def test_a_municipality_tells_where_it_belongs_and_what_is_not_known(
    catalogue: Catalogue,
) -> None:
    nordby = told(catalogue, "organisation", "nordby")

    assert nordby["Områdehospital"] == "Nordby Hospital"
    assert nordby["Planområde"] == "Nord"
    assert nordby["Psykiatrisk center"] == "ikke oplyst"
    assert "Bekræftet" not in nordby


def test_a_part_of_a_city_tells_the_centres_of_its_municipality(
    catalogue: Catalogue,
) -> None:
    listed = (
        ("pc-x", "PC X", "psykiatrisk-center", None, []),
        ("byen", "Byen", "kommune", None, ["pc-x"]),
        ("havnen", "Havnen", "bydel", "byen", []),
        ("oeen", "Øen", "bydel", "nordby", []),
    )
    write(
        catalogue,
        *(
            Organisation(
                slug=slug,
                name=name,
                kind=kind,
                parent=parent,
                psychiatric_centres=centres,
                recorded_at=RECORDED,
            )
            for slug, name, kind, parent, centres in listed
        ),
    )

    told_of = {
        key: told(catalogue, "organisation", key)["Psykiatrisk center"]
        for key in ("havnen", "oeen")
    }
    assert told_of == {
        "havnen": "ikke oplyst for bydelen; Byen: PC X",
        "oeen": "ikke oplyst",
    }


def test_what_no_source_confirms_says_so(catalogue: Catalogue) -> None:
    sydby = told(catalogue, "organisation", "sydby")
    assert sydby["Bekræftet"] == "nej, ikke af en kilde"


def test_a_hospital_and_a_planning_area_tell_the_way_back(catalogue: Catalogue) -> None:
    assert told(catalogue, "organisation", "nordby-hospital")["Kommuner"] == (
        "Nordby Kommune"
    )
    area = told(catalogue, "organisation", "planomraade-syd")
    assert (area["Kommuner"], area["Hospital"]) == ("Sydby Kommune", "Sydby Hospital")


def test_a_part_of_a_city_is_another_name_of_a_place(catalogue: Catalogue) -> None:
    part = Organisation(
        slug="havnen",
        name="Havnen",
        kind="bydel",
        parent="nordby",
        psychiatric_centres=["nordby-hospital"],
        recorded_at=RECORDED,
    )
    write(catalogue, part)

    havnen = told(catalogue, "organisation", "havnen")
    assert havnen["Kommune"] == "Nordby Kommune"
    assert havnen["Psykiatrisk center"] == "Nordby Hospital"
    assert told(catalogue, "organisation", "nordby")["Bydele"] == "Havnen"


def test_a_health_cluster_that_is_no_more_is_told_with_its_last_day(
    catalogue: Catalogue,
) -> None:
    cluster = Organisation(
        slug="sundhedsklynge-nord",
        name="Sundhedsklynge Nord",
        kind="udvalg",
        valid_to=date(2027, 1, 1),
        recorded_at=RECORDED,
    )
    write(catalogue, cluster)

    assert "Sundhedsklynge" in told(catalogue, "organisation", "nordby")
    after = told(catalogue, "organisation", "nordby", date(2027, 1, 1))
    assert "Sundhedsklynge (til og med 31. december 2026)" in after


def test_a_region_tells_what_takes_its_place(catalogue: Catalogue) -> None:
    assert "Nyregionen" in told(catalogue, "organisation", "proeveregion").values()
    assert "Prøveregionen" in told(catalogue, "organisation", "nyregion").values()


def test_an_agreement_tells_its_status_on_the_date(catalogue: Catalogue) -> None:
    today = told(catalogue, "agreement", "proeve-udskrivning")
    later = told(catalogue, "agreement", "proeve-udskrivning", date(2027, 1, 1))

    assert today["Status på datoen"] == "gældende"
    assert later["Status på datoen"].startswith("afklares. ")
    assert today["I kraft"] == "1. januar 2024"
    assert today["Om udgaven"] == "Fristen er nu 8 hverdage."
    assert "Nordby Kommune" in today["Formel part"]


def test_an_agreement_tells_when_it_was_gone_through(catalogue: Catalogue) -> None:
    before = told(catalogue, "agreement", "proeve-udskrivning")["Gennemgået"]
    review = Review(
        ref="gennemgang-2026",
        agreement="proeve-udskrivning",
        effective_on=date(2026, 5, 4),
        recorded_at=RECORDED,
        recorded_by="prøve",
    )
    write(catalogue, review)

    after = told(catalogue, "agreement", "proeve-udskrivning")["Gennemgået"]
    assert (before, after) == ("ikke oplyst", "senest 4. maj 2026")


def test_a_health_agreement_tells_period_focus_and_parties(
    catalogue: Catalogue,
) -> None:
    health = told(catalogue, "health-agreement", "sundhedsaftale-2024-2027")

    assert health["Status på datoen"] == "gælder"
    assert health["Periode"] == "1. januar 2024 til og med 31. december 2027"
    assert health["Fokusområder"]
    assert "Nordby Kommune" in health["Parter"]


def test_a_health_agreement_is_over_when_its_period_is(catalogue: Catalogue) -> None:
    key = "sundhedsaftale-2024-2027"
    states = [
        told(catalogue, "health-agreement", key, on)["Status på datoen"]
        for on in (date(2023, 12, 31), date(2026, 12, 31), date(2028, 1, 1))
    ]
    assert states == ["kommende", "gælder", "afløst"]


def test_a_health_agreement_whose_party_is_no_more_is_not_told_as_in_force(
    catalogue: Catalogue,
) -> None:
    key, last = "sundhedsaftale-2024-2027", date(2027, 12, 31)

    assert document(catalogue, "health-agreement", key, last).sort == "afklares"
    assert told(catalogue, "health-agreement", key, last)["Status på datoen"] == (
        "afklares. Prøveregionen bestod til og med 31. december 2026. Nyregionen "
        "træder i stedet; hvad der sker med aftalen, er ikke besluttet"
    )


def test_the_goals_stand_each_and_together(catalogue: Catalogue) -> None:
    assert document(catalogue, "goal", "maal-1").card.title == (
        "Nationalt mål 1: Bedre sammenhæng"
    )
    assert told(catalogue, "goal", "alle") == {"Mål 1": "Bedre sammenhæng"}


def test_a_term_tells_what_it_is_and_what_it_is_not(catalogue: Catalogue) -> None:
    varsling = told(catalogue, "term", "varsling")

    assert varsling["Betyder"] == "Besked til kommunen før en udskrivning."
    assert varsling["Ikke at forveksle med"] == "orientering"
    assert varsling["Bemærk"] == "Orientering er uden frist."


def test_a_term_tells_what_an_older_edition_said_last_and_apart(
    catalogue: Catalogue,
) -> None:
    snapshot = catalogue.today()
    meaning = "Besked. Ældre udgave: senest 8 hverdage før. Tallet er ikke fundet."
    snapshot.terms["varsling"].meaning = meaning
    (card,) = (d.card for d in term_documents(snapshot) if d.key == "varsling")
    assert card.facts[0] == CardLine("Betyder", "Besked. Tallet er ikke fundet.")
    told = [fact.label for fact in card.facts if fact.label != EVIDENCE]
    assert told[-1] == "Gælder måske ikke i dag"


def test_a_contact_tells_the_number_that_is_known_or_that_none_is(
    catalogue: Catalogue,
) -> None:
    assert told(catalogue, "contact", "nordby") == {
        "Telefon": "Intet nummer i kataloget",
        "Spørg efter": "kommunens visitation eller rette forvaltning",
    }

    point = ContactPoint(
        organisation="nordby",
        function="Visitation",
        phone="00 00 00 00",
        hours="hverdage 9-12",
        recorded_at=RECORDED,
    )
    write(catalogue, point)
    assert told(catalogue, "contact", "nordby") == {
        "Visitation": "00 00 00 00 hverdage 9-12"
    }


def test_every_card_has_an_address_that_carries_the_date(catalogue: Catalogue) -> None:
    on = date(2027, 2, 3)
    shelves = card_documents(catalogue.at(Moment(on)))
    addresses = [one.card.url for shelf in shelves.values() for one in shelf]

    assert addresses
    assert all("pr=2027-02-03" in address for address in addresses)
