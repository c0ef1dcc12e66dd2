"""What an appendix is asked for: each choice, as an address and as the API says it."""

from datetime import UTC, date, datetime

import pytest

from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.errors import BadInput, NotFound
from registry.exports.request import (
    PARAMETERS,
    AppendixRequest,
    health_agreements,
    parse,
)
from tests.exports.samples import INVENTED, ON

MOMENT = Moment(ON, datetime(2026, 11, 1, 11, tzinfo=UTC))
ASKED = AppendixRequest(
    INVENTED,
    MOMENT,
    full=False,
    rows=True,
    since=date(2025, 1, 1),
    municipality="nordby",
    focus_area="psykisk-sygdom",
    kind="samarbejdsaftale",
    level=3,
    sender="Sundhedskoordinationsudvalget",
    meeting="Møde den 1. december",
)


@pytest.fixture
def snapshot(catalogue: Catalogue) -> Snapshot:
    return catalogue.at(MOMENT)


def test_without_a_choice_it_is_the_whole_of_the_period(snapshot: Snapshot) -> None:
    assert parse(snapshot, {}) == AppendixRequest(INVENTED, MOMENT)


def test_every_choice_is_read_in_the_words_of_an_address(snapshot: Snapshot) -> None:
    given = {
        "sundhedsaftale": INVENTED,
        "omfang": "kort",
        "raekker": " ja ",
        "siden": "2025-01-01",
        "kommune": "nordby",
        "fokusomraade": "psykisk-sygdom",
        "aftaletype": "samarbejdsaftale",
        "niveau": "3",
        "afsender": "Sundhedskoordinationsudvalget",
        "moede": " Møde  den 1. december",
    }

    assert parse(snapshot, given) == ASKED
    assert set(given) == {parameter.param for parameter in PARAMETERS}


def test_every_choice_is_read_in_the_words_of_the_interface(
    snapshot: Snapshot,
) -> None:
    given = {
        "health_agreement": INVENTED,
        "scope": "short",
        "rows": "true",
        "since": "2025-01-01",
        "municipality": "nordby",
        "focus_area": "psykisk-sygdom",
        "kind": "samarbejdsaftale",
        "level": "3",
        "sender": "Sundhedskoordinationsudvalget",
        "meeting": "Møde den 1. december",
    }

    assert parse(snapshot, given, "name") == ASKED
    assert set(given) == {parameter.name for parameter in PARAMETERS}


def test_what_is_chosen_makes_the_same_request_again(snapshot: Snapshot) -> None:
    written = ASKED.parameters()

    assert parse(snapshot, written) == ASKED
    assert (written["pr"], written["vist"]) == (
        "2026-11-22",
        "2026-11-01T11:00:00+00:00",
    )


def test_what_is_as_usual_stands_in_no_address() -> None:
    usual = AppendixRequest(INVENTED, Moment(ON))

    assert usual.parameters() == {"sundhedsaftale": INVENTED, "pr": "2026-11-22"}


def test_outside_every_period_it_is_the_newest(catalogue: Catalogue) -> None:
    snapshot = catalogue.at(Moment(date(2040, 1, 1)))

    assert parse(snapshot, {}).health_agreement == INVENTED


def test_health_agreements_stand_with_the_newest_first(shipped: Catalogue) -> None:
    starts = [h.period_start for h in health_agreements(shipped.at(Moment(ON)))]

    assert len(starts) > 1
    assert starts == sorted(starts, reverse=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("omfang", "halv"),
        ("raekker", "ja-tak"),
        ("siden", "i-går"),
        ("siden", "2026-11-22"),
        ("siden", "2027-01-01"),
        ("kommune", "ukendt"),
        ("kommune", "nordby-hospital"),
        ("fokusomraade", "ukendt"),
        ("aftaletype", "ukendt"),
        *(("niveau", level) for level in ("0", "5", "1.0", "²", "to")),
        ("afsender", "x" * 201),
        ("moede", "x" * 201),
        ("afsender", "Anna 010190-1234"),
        ("moede", "Sag 0101901234"),
    ],
)
def test_what_cannot_be_used_is_refused_by_the_callers_name(
    snapshot: Snapshot, name: str, value: str
) -> None:
    parameter = next(p for p in PARAMETERS if p.param == name)

    for names, field in (("param", name), ("name", parameter.name)):
        with pytest.raises(BadInput) as refused:
            parse(snapshot, {field: value}, names)  # type: ignore[arg-type]
        assert refused.value.field == field
        assert refused.value.message.startswith(f"{field}:")


@pytest.mark.parametrize(
    ("name", "label", "key"),
    [
        ("municipality", "Nordby", "nordby"),
        ("municipality", "nordby kommune", "nordby"),
        ("municipality", "SYDBY KOMMUNE", "sydby"),
        ("kind", "Samarbejdsaftale", "samarbejdsaftale"),
    ],
)
def test_a_name_as_readers_know_it_is_answered_with_the_one_to_write(
    snapshot: Snapshot, name: str, label: str, key: str
) -> None:
    with pytest.raises(BadInput, match=f"{name}: skriv {key} i stedet for «{label}»"):
        parse(snapshot, {name: label}, "name")


@pytest.mark.parametrize("label", ["Nord", "Kommune", "Vestby Kommune"])
def test_what_is_no_name_of_one_is_only_refused(snapshot: Snapshot, label: str) -> None:
    with pytest.raises(BadInput, match="kataloget har ingen sådan værdi"):
        parse(snapshot, {"municipality": label}, "name")


def test_a_health_agreement_that_is_not_there_is_not_found(
    snapshot: Snapshot, catalogue: Catalogue
) -> None:
    before_everything = catalogue.at(Moment(ON, datetime(2020, 1, 1, tzinfo=UTC)))

    with pytest.raises(NotFound):
        parse(snapshot, {"sundhedsaftale": "ukendt"})
    with pytest.raises(NotFound):
        parse(before_everything, {})
