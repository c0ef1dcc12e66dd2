"""What the catalogue knows of an agreement, status_of in Danish."""

from datetime import date

import pytest

from registry.catalogue.agreement_words import (
    CAUSES,
    adoption_sentences,
    begins,
    decision_in_words,
    signed_reason,
    since,
    since_of,
    status_sentences,
    status_words,
)
from registry.models import (
    ADOPTED,
    NOT_ADOPTED,
    Adoption,
    Continuation,
    Ending,
    Party,
    Relation,
    Succession,
    Version,
)
from registry.rules.kinds import STATUTORY
from tests.catalogue.shelf import EARLY, TODAY, Shelf, health, municipality, record

UNKNOWN_DAY = (
    "Afløsningen gælder fra en dag, der ikke kendes; den regnes fra 1. januar 2026."
)


def status_of(shelf: Shelf, on: date = TODAY) -> tuple[str, str]:
    snapshot = shelf.at(on)
    return status_words(snapshot, snapshot.agreement("a"))


def formal(*organisations: str) -> list[Party]:
    return [Party(organisation=name, role="formel-part") for name in organisations]


# The status


def sentences_of(shelf: Shelf) -> str:
    snapshot = shelf.at(TODAY)
    return status_sentences(snapshot, snapshot.agreement("a"))


def test_what_is_in_force_needs_no_word(shelf: Shelf) -> None:
    shelf.publish("a")

    assert status_of(shelf) == ("", "")
    assert sentences_of(shelf) == ""


def test_an_agreement_to_come_says_that_none_has_begun(shelf: Shelf) -> None:
    shelf.publish("a", in_force_from=date(2028, 1, 1))

    assert status_of(shelf) == ("Ingen udgave er trådt i kraft endnu", "")


def test_before_the_day_that_a_law_counts_from_its_beginning_is_not_denied(
    shelf: Shelf,
) -> None:
    shelf.add(health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", kind=STATUTORY, in_force_from=None, date_precision="unknown")

    assert status_of(shelf, date(2023, 5, 1)) == (
        "Fra hvornår loven gælder, er ikke oplyst",
        "Kataloget regner den fra 1. januar 2024 og svarer ikke om tiden før.",
    )
    assert status_of(shelf, date(2024, 5, 1))[0] == "Følger af loven"


@pytest.mark.parametrize(
    ("basis", "short"),
    [
        ("Sundhedsloven § 141", "Følger af loven"),
        ("Anbefalinger 2021 (ikke en lovregel)", "Følger af loven, men ikke det hele"),
    ],
)
def test_recommendations_beside_a_law_are_told_apart_from_it(
    shelf: Shelf, basis: str, short: str
) -> None:
    shelf.publish("a", {"key": "r", "legal_basis": basis}, kind=STATUTORY)

    assert status_of(shelf)[0] == short


def test_a_status_from_a_period_is_as_exact_as_the_period(shelf: Shelf) -> None:
    period = health("sa", date(2024, 1, 1), date(2028, 1, 1))
    period.date_precision = "year"
    shelf.add(period, health("before", date(2019, 1, 1), date(2024, 1, 1)))
    shelf.publish("a", made_under="before")
    decided = {"health_agreement": "sa", "decision": "afklares"}
    shelf.add(
        record(Continuation, agreement="a", effective_on=date(2024, 1, 1), **decided)
    )

    snapshot = shelf.at(TODAY)
    assert since_of(snapshot, snapshot.agreement("a")) == (date(2024, 1, 1), "year")


def test_an_agreement_that_has_ended_tells_its_last_day(shelf: Shelf) -> None:
    shelf.publish("a")
    shelf.add(record(Ending, agreement="a", effective_on=date(2026, 3, 1)))

    assert status_of(shelf) == ("Gjaldt til og med 28. februar 2026", "")
    assert sentences_of(shelf) == "Gjaldt til og med 28. februar 2026."


def test_an_agreement_that_is_replaced_tells_by_what_and_since_when(
    shelf: Shelf,
) -> None:
    shelf.publish("a")
    replaces = Relation(kind="replaces", agreement="a")
    shelf.publish("b", replaces, title="Den nye", in_force_from=date(2026, 3, 1))

    assert status_of(shelf) == (
        "Afløst af Den nye",
        "Afløsningen gælder fra 1. marts 2026.",
    )
    assert sentences_of(shelf) == (
        "Afløst af Den nye. Afløsningen gælder fra 1. marts 2026."
    )


@pytest.mark.parametrize(
    ("precision", "more", "since"),
    [
        ("day", "Afløsningen gælder fra 1. januar 2026.", (date(2026, 1, 1), "day")),
        ("month", "Afløsningen gælder fra januar 2026.", (date(2026, 1, 1), "month")),
        ("year", "Afløsningen gælder fra 2026.", (date(2026, 1, 1), "year")),
        (
            "period",
            UNKNOWN_DAY,
            (None, "unknown"),
        ),
        (
            "unknown",
            UNKNOWN_DAY,
            (None, "unknown"),
        ),
    ],
)
def test_a_replacement_is_told_no_more_exactly_than_its_first_day_is_known(
    shelf: Shelf, precision: str, more: str, since: tuple[date | None, str]
) -> None:
    shelf.publish("a")
    shelf.publish(
        "b",
        Relation(kind="replaces", agreement="a"),
        in_force_from=date(2026, 1, 1),
        date_precision=precision,
    )
    snapshot = shelf.at(TODAY)

    assert status_of(shelf)[1] == more
    assert since_of(snapshot, snapshot.agreement("a")) == since


@pytest.mark.parametrize("kind", ["samarbejdsaftale", "lovbestemt"])
@pytest.mark.parametrize(
    ("precision", "since"),
    [
        ("day", (date(2026, 1, 1), "day")),
        ("month", (date(2026, 1, 1), "month")),
        ("year", (date(2026, 1, 1), "year")),
        ("period", (None, "unknown")),
        ("unknown", (None, "unknown")),
    ],
)
def test_what_is_in_force_is_so_no_more_exactly_than_its_first_day_is_known(
    shelf: Shelf, kind: str, precision: str, since: tuple[date | None, str]
) -> None:
    shelf.publish("a")
    shelf.publish(
        "a", kind=kind, in_force_from=date(2026, 1, 1), date_precision=precision
    )
    snapshot = shelf.at(TODAY)

    assert since_of(snapshot, snapshot.agreement("a")) == since


def test_a_version_without_any_day_is_in_force_since_nobody_knows(
    shelf: Shelf,
) -> None:
    shelf.add(health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", in_force_from=None, made_under="sa", date_precision="day")
    snapshot = shelf.at(TODAY)

    assert snapshot.agreement("a").status.since == date(2024, 1, 1)
    assert since_of(snapshot, snapshot.agreement("a")) == (None, "unknown")


def test_what_a_decision_ended_did_so_on_its_day_however_it_began(
    shelf: Shelf,
) -> None:
    shelf.publish("a", date_precision="year")
    shelf.add(record(Ending, agreement="a", effective_on=date(2026, 3, 1)))
    snapshot = shelf.at(TODAY)

    assert since_of(snapshot, snapshot.agreement("a")) == (date(2026, 3, 1), "day")


@pytest.mark.parametrize(
    ("decision", "short", "more"),
    [
        ("viderefoeres", "Videreført i sa2", ""),
        ("ophoerer", "Ikke videreført i sa2", ""),
        (
            "afklares",
            "Videreførelsen er ikke besluttet",
            "sa2 lader det stå åbent, om aftalen videreføres.",
        ),
        (
            "",
            "Videreførelsen er ikke besluttet",
            "Aftalens periode udløb med 31. december 2023.",
        ),
    ],
)
def test_a_period_that_is_over_tells_what_was_decided_since(
    shelf: Shelf, decision: str, short: str, more: str
) -> None:
    shelf.add(health("sa1", date(2019, 1, 1), date(2024, 1, 1)))
    shelf.add(health("sa2", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", made_under="sa1")
    if decision:
        decided = {"health_agreement": "sa2", "decision": decision, "confirmed": True}
        shelf.add(record(Continuation, agreement="a", **decided))

    assert status_of(shelf) == (short, more)


@pytest.mark.parametrize(
    ("decision", "short"),
    [
        ("viderefoeres", "Videreført i sa2, men det er ikke bekræftet af en kilde"),
        ("ophoerer", "Ikke videreført i sa2, men det er ikke bekræftet af en kilde"),
        ("afklares", "Videreførelsen er ikke besluttet"),
    ],
)
def test_what_no_source_confirms_was_decided_says_so_beside_the_status(
    shelf: Shelf, decision: str, short: str
) -> None:
    shelf.add(health("sa1", date(2019, 1, 1), date(2024, 1, 1)))
    shelf.add(health("sa2", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", made_under="sa1")
    decided = {"health_agreement": "sa2", "decision": decision, "confirmed": False}
    shelf.add(record(Continuation, agreement="a", **decided))

    assert status_of(shelf)[0] == short


def test_a_party_that_has_ceased_is_named_with_its_last_day(shelf: Shelf) -> None:
    shelf.add(municipality("gammel", valid_to=date(2026, 6, 1)))
    shelf.publish("a", *formal("gammel"))

    assert status_of(shelf) == (
        "Parternes afløsning er ikke afklaret",
        "gammel Kommune bestod til og med 31. maj 2026.",
    )


def test_who_takes_its_place_is_told_and_that_this_decides_nothing(
    shelf: Shelf,
) -> None:
    shelf.add(municipality("gammel", valid_to=date(2026, 6, 1)))
    shelf.add(municipality("ny"), municipality("nyere"))
    shelf.add(record(Succession, predecessors=["gammel"], successors=["ny", "nyere"]))
    shelf.add(record(Succession, predecessors=["en anden"], successors=["gammel"]))
    shelf.publish("a", *formal("gammel"))

    assert status_of(shelf)[1] == (
        "gammel Kommune bestod til og med 31. maj 2026. ny Kommune og nyere Kommune "
        "træder i stedet; hvad der sker med aftalen, er ikke besluttet."
    )


def test_every_cause_has_its_words() -> None:
    for short, more in CAUSES.values():
        words = {"by": "X", "since": "Y", "last": "Z"}
        assert "{" not in short.format(**words) + more.format(**words)
        assert not more or more.endswith(".")


# The first day


@pytest.mark.parametrize(
    ("precision", "day"),
    [("day", "1. marts 2022"), ("month", "marts 2022"), ("year", "2022")],
)
def test_the_first_day_is_told_no_more_exactly_than_it_is_known(
    shelf: Shelf, precision: str, day: str
) -> None:
    shelf.publish("a", in_force_from=date(2022, 3, 1), date_precision=precision)

    assert begins(shelf.at(), shelf.at().agreement("a").shown) == day


def test_a_known_day_that_is_not_confirmed_stands_with_that_word(shelf: Shelf) -> None:
    for slug, known in (
        ("a", {"date_confirmed": True}),
        ("b", {"date_confirmed": False}),
        ("c", {"date_confirmed": False, "date_precision": "year"}),
        ("d", {"date_confirmed": False, "date_precision": "unknown"}),
    ):
        shelf.publish(slug, **{"in_force_from": date(2022, 3, 1), **known})
    snapshot = shelf.at()

    told = [since(snapshot, snapshot.agreement(slug).shown) for slug in "abcd"]

    assert told == [
        "1. marts 2022",
        "1. marts 2022 (dato ikke bekræftet)",
        "2022 (dato ikke bekræftet)",
        "Datoen kendes ikke; regnes fra 1. marts 2022",
    ]


def test_an_unknown_day_tells_what_it_counts_from(shelf: Shelf) -> None:
    shelf.add(health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", in_force_from=None, made_under="sa")
    shelf.publish("b", in_force_from=None, date_precision="unknown")

    snapshot = shelf.at()

    assert begins(snapshot, snapshot.agreement("a").shown) == (
        "Datoen kendes ikke; regnes fra 1. januar 2024, da perioden for sa begyndte"
    )
    assert begins(snapshot, snapshot.agreement("b").shown) == (
        "Datoen kendes ikke; regnes fra 10. januar 2026"
    )


def test_a_day_is_never_said_to_be_that_of_a_period_that_began_on_another(
    shelf: Shelf,
) -> None:
    shelf.add(health("sa", date(2015, 1, 1), date(2019, 1, 1)))
    shelf.publish(
        "a",
        in_force_from=date(2027, 1, 1),
        date_precision="period",
        made_under="sa",
    )

    snapshot = shelf.at()

    assert begins(snapshot, snapshot.agreement("a").shown) == (
        "Datoen kendes ikke; regnes fra 1. januar 2027"
    )


# Adoption


def adoption(shelf: Shelf) -> list[str]:
    snapshot = shelf.at()
    return list(adoption_sentences(snapshot, snapshot.agreement("a").shown))


def adopted(organisation: str, decision: str = ADOPTED) -> Adoption:
    of = {"organisation": organisation, "decision": decision, "fingerprint": "f"}
    return record(Adoption, agreement="a", **of)


def test_who_has_not_decided_and_who_said_no_are_told_in_danish_order(
    shelf: Shelf,
) -> None:
    shelf.add(*(municipality(name) for name in ("aarhus", "æbeltoft", "zealand")))
    shelf.publish("a", *formal("aarhus", "æbeltoft", "zealand", "odense"))
    shelf.add(adopted("aarhus"), adopted("odense", NOT_ADOPTED))

    assert adoption(shelf) == [
        "Vedtaget af 1 af 4 formelle parter.",
        "Mangler: zealand Kommune, æbeltoft Kommune.",
        "Ikke vedtaget af: odense.",
    ]


def test_nothing_is_told_where_nobody_is_known_to_have_decided(shelf: Shelf) -> None:
    shelf.publish("a", *formal("nordby"))

    assert adoption(shelf) == []


@pytest.mark.parametrize("rule", ["vedtages-foerst", "offentliggoeres-foerst"])
def test_what_is_missing_is_told_where_the_agreement_asks_for_adoption(
    shelf: Shelf, rule: str
) -> None:
    shelf.publish("a", *formal("nordby"), adoption_rule=rule)

    assert adoption(shelf) == [
        "Vedtaget af 0 af 1 formelle parter.",
        "Mangler: nordby.",
    ]


def test_without_formal_parties_there_is_nobody_to_count(shelf: Shelf) -> None:
    shelf.publish("a", adoption_rule="vedtages-foerst")

    assert adoption(shelf) == []


def test_a_decision_is_told_with_its_day_and_where_it_stands() -> None:
    day = date(2026, 11, 1)

    assert decision_in_words("Nordby", ADOPTED, day, "Møde 7") == (
        "Nordby: vedtaget 1. november 2026 (Møde 7)"
    )
    assert decision_in_words("Nordby", NOT_ADOPTED, day, "") == (
        "Nordby: ikke vedtaget 1. november 2026"
    )


# Signed reasons


def test_a_signed_reason_is_found_by_its_field() -> None:
    version = Version(
        agreement_id=1,
        recorded_at=EARLY,
        signed_reasons=["tomt:economics: Aftalt mundtligt: se referatet"],
    )

    assert signed_reason(version, "economics") == "Aftalt mundtligt: se referatet"
    assert signed_reason(version, "summary") == ""
