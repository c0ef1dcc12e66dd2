"""Deadlines: when two bind to the same, and when the text and the data disagree."""

from typing import Any

import pytest

from registry.language.deadlines import (
    Deadline,
    asked_about,
    deadline_of,
    is_same,
    stated,
    text_contradicts_data,
    within,
)
from registry.language.units import DEADLINE_UNITS, LETTERS, Unit
from tests.publishing.samples import row


def deadline(
    text: str = "", amount: float | None = None, unit: str = "", **data: Any
) -> Deadline:
    return Deadline(text, amount, unit, data.get("relation", ""), data.get("event", ""))


def same(one: Deadline, other: Deadline) -> bool:
    """Both ways about, which must agree."""
    assert is_same(one, other) == is_same(other, one)
    return is_same(one, other)


def test_a_row_gives_its_deadline_as_text_and_data() -> None:
    assert deadline_of(row()) == (
        *("Senest 8 hverdage før udskrivning", 8.0, "hverdage"),
        *("før", "udskrivning"),
    )


@pytest.mark.parametrize("unit", DEADLINE_UNITS.values(), ids=lambda unit: unit.name)
def test_every_unit_has_a_length(unit: Unit) -> None:
    assert deadline("", 2, unit.name).length == (2 * unit.factor, unit.base)
    assert unit.base in LETTERS


@pytest.mark.parametrize(
    ("unit", "length"),
    [
        ("timer", (1, "timer")),
        ("dage", (24, "timer")),
        ("uger", (168, "timer")),
        ("hverdage", (1, "hverdage")),
        ("måneder", (1, "måneder")),
    ],
)
def test_days_and_weeks_are_hours_but_working_days_and_months_are_not(
    unit: str, length: tuple[float, str]
) -> None:
    assert deadline("", 1, unit).length == length


@pytest.mark.parametrize(
    ("amount", "unit"), [(72, "timer"), (3, "dage"), (3.0, "dage")]
)
def test_equal_lengths_in_other_units_are_the_same(amount: float, unit: str) -> None:
    assert same(
        deadline("Inden 72 timer", 72, "timer"), deadline("Inden 3 døgn", amount, unit)
    )


@pytest.mark.parametrize(
    ("amount", "unit"), [(5, "hverdage"), (8, "dage"), (8, "uger"), (8, "måneder")]
)
def test_another_amount_or_unit_is_another_deadline(amount: float, unit: str) -> None:
    assert not same(deadline("", 8, "hverdage"), deadline("", amount, unit))


def test_a_week_is_seven_days_and_working_days_are_no_days() -> None:
    assert same(deadline("", 1, "uger"), deadline("", 7, "dage"))
    assert not same(deadline("", 5, "hverdage"), deadline("", 5, "dage"))


def test_before_is_not_after_and_discharge_is_not_admission() -> None:
    one = deadline("", 8, "hverdage", relation="før", event="udskrivning")

    assert not same(one, one._replace(relation="efter"))
    assert not same(one, one._replace(event="indlæggelse"))
    assert same(one, one._replace(event="Udskrivning."))


def test_a_reworded_text_with_the_same_data_is_the_same() -> None:
    one = deadline("Senest 8 hverdage før", 8, "hverdage")

    assert same(one, one._replace(text="Otte hverdage i forvejen"))
    assert same(one, one._replace(text="I god tid"))
    assert same(one, one._replace(text=""))


def test_a_text_naming_another_length_is_another_deadline_though_data_stayed() -> None:
    one = deadline("Senest 8 hverdage før", 8, "hverdage")

    assert not same(one, one._replace(text="Senest 5 hverdage før"))


@pytest.mark.parametrize(
    "text", ["ved udskrivning", "Ved  udskrivning.", "VED UDSKRIVNING"]
)
def test_without_data_case_punctuation_and_spaces_do_not_count(text: str) -> None:
    assert same(deadline("Ved udskrivning"), deadline(text))


def test_without_data_other_words_are_another_deadline() -> None:
    assert not same(deadline("Ved udskrivning"), deadline("Efter udskrivning"))
    assert not same(deadline("Inden 1,5 dage"), deadline("Inden 15 dage"))


def test_data_added_to_the_same_text_are_the_same_deadline() -> None:
    text = "Senest 8 hverdage før udskrivning"

    assert same(deadline(text), deadline(text, 8, "hverdage", relation="før"))


def test_before_turned_into_after_is_seen_without_an_amount_too() -> None:
    one = deadline("Ved udskrivning", relation="før")

    assert not same(one, one._replace(relation="efter"))
    assert not same(deadline(relation="før"), deadline(relation="efter"))


def test_a_deadline_that_comes_or_goes_is_a_difference() -> None:
    assert not same(deadline(), deadline("Straks"))
    assert not same(deadline(), deadline("", 8, "hverdage"))
    assert same(deadline(), deadline())


@pytest.mark.parametrize(
    ("text", "contradicts"),
    [
        ("Senest 8 hverdage før", False),
        ("Senest otte hverdage før", False),
        ("Senest fem hverdage før", True),
        ("Senest 8 dage før", True),
        ("8 hverdage, dog 5 hverdage for børn", False),
        ("8-10 hverdage", True),
        ("fem til otte hverdage før", True),
        ("mellem 8 og 9 hverdage", True),
        ("8.50 hverdage", True),
        ("8 timer i døgnet", True),
        ("otte hverdage om måneden", True),
        ("8 hverdage, derefter 2 timer dagligt", False),
        ("8 bankdage", True),
        ("Dag 1-2", False),
        ("Et par dage", False),
        ("I god tid", False),
        ("", False),
    ],
)
def test_a_text_contradicts_data_of_another_length(
    text: str, contradicts: bool
) -> None:
    assert text_contradicts_data(deadline(text, 8, "hverdage")) is contradicts


@pytest.mark.parametrize(
    ("text", "relation", "event"),
    [
        ("Senest 2 dage før udskrivning", "efter", "udskrivning"),
        ("Senest 2 dage efter udskrivning", "før", "udskrivning"),
        ("Senest 2 dage før indlæggelsen", "før", "udskrivning"),
        ("2 dage fra henvisningen", "før", "henvisningen"),
        ("2 dage i forvejen", "efter", "mødet"),
        ("2 dage efter modtaget brev", "efter", "færdigmelding"),
    ],
)
def test_data_of_another_side_or_event_are_contradicted(
    text: str, relation: str, event: str
) -> None:
    data = {"relation": relation, "event": event}
    assert text_contradicts_data(deadline(text, 2, "dage", **data))
    assert text_contradicts_data(deadline(text, None, "", **data))


@pytest.mark.parametrize(
    ("text", "relation", "event"),
    [
        ("Mindst 2 dage forinden", "før", "udskrivning"),
        ("Ikke før 2 dage efter brevet", "efter", "brevet"),
        ("2 dage efter udskrivelsen", "efter", "udskrivning"),
        ("2 dage", "efter", "udskrivning"),
        ("Inden 2 dage efter modtaget brev", "efter", "modtaget brev"),
    ],
)
def test_data_of_the_same_side_and_event_are_not(
    text: str, relation: str, event: str
) -> None:
    data = {"relation": relation, "event": event}
    assert not text_contradicts_data(deadline(text, 2, "dage", **data))


@pytest.mark.parametrize(
    "text",
    [
        *("Straks", "Samme dag", "Næste hverdag", "Inden kl. 12", "Dagen før", "48h"),
        *(
            "2 dg.",
            "3 arb. dage",
            "5 hvd.",
            "3 mnd",
            "90 sek.",
            "ca.5 dage",
            "XIV dage",
        ),
        *(
            "14dagesfristen",
            "ottedagesfrist",
            "fire/fem dage",
            "4..5 dage",
            "femti dage",
        ),
        *("1 / 2 time", "halvfjerde time", "1 million timer"),
    ],
)
def test_what_is_not_read_agrees_with_no_data(text: str) -> None:
    assert text_contradicts_data(deadline(text, 99, "dage"))


@pytest.mark.parametrize(
    "text",
    [
        *("Hver anden dag", "Senest 15. marts", "Løbende", "Årligt", "Ved udskrivning"),
        *("Under indlæggelsen", "Ugentligt", "Hvert kvartal", "Samtidig med brevet"),
        *(
            "Senest 2 uger før og 5 dage efter udskrivning",
            "Senest -5 dage efter brevet",
        ),
        *("Senest 12 á 14 dage efter brevet", "Senest 12 (fjorten) dage efter brevet"),
    ],
)
def test_how_often_a_day_and_a_moment_agree_with_no_length(text: str) -> None:
    assert text_contradicts_data(deadline(text, 5, "dage", relation="efter"))


def test_a_number_told_again_in_words_agrees_with_its_data() -> None:
    text = "Senest 12 (tolv) dage efter brevet"
    assert not text_contradicts_data(deadline(text, 12, "dage", relation="efter"))
    assert text_contradicts_data(deadline(text, 5, "dage", relation="efter"))


@pytest.mark.parametrize(
    "text",
    [
        *("12 á 14 dage", "1 á 2 dage", "12 hhv. 14 dage", "12 henholdsvis 14 dage"),
        *("1 ud af 2 dage", "1 pr. 2 dage", "5% af 3 dage", "-5 dage", "+5 dage"),
    ],
)
def test_numbers_that_are_no_length_are_not_read_as_one(text: str) -> None:
    for around in ("{}", "Senest {}", "Senest {} efter udskrivning"):
        assert within(around.format(text)) is None, around


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("72 timer (4 døgn)", 72, "timer"),
        ("2 uger (10 dage)", 2, "uger"),
        ("18 mdr. (2 år)", 18, "måneder"),
        ("2 uger, 3 dage", 2, "uger"),
        ("3 uger minus 1 dag", 3, "uger"),
    ],
)
def test_a_text_of_two_lengths_agrees_with_neither(
    text: str, amount: float, unit: str
) -> None:
    assert text_contradicts_data(deadline(text, amount, unit))


def test_a_length_told_twice_and_a_moment_agree_with_their_data() -> None:
    assert not text_contradicts_data(deadline("72 timer (3 døgn)", 3, "dage"))
    assert not text_contradicts_data(deadline("Samme dag", 1, "dage"))
    assert not text_contradicts_data(deadline("Næste hverdag", 1, "hverdage"))
    assert not text_contradicts_data(deadline("Dagen før", 24, "timer"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        *(("≤ 24 timer", "≥ 24 timer"), ("<24 timer", ">24 timer")),
        *(("Højst 24 timer", "Mindst 24 timer"), ("-24 timer", "24 timer")),
        ("24 timer før mødet", "24 timer efter mødet"),
        ("Senest 24 timer efter mødet", "Tidligst 24 timer efter mødet"),
        ("I 24 timer efter mødet", "Fra 24 timer efter mødet"),
    ],
)
def test_another_bound_is_another_deadline(before: str, after: str) -> None:
    assert not same(deadline(before), deadline(after))
    assert not same(deadline(before, 24, "timer"), deadline(after, 24, "timer"))


def test_two_names_of_one_bound_are_the_same_deadline() -> None:
    for before, after in (
        ("Senest 24 timer efter", "Højst 24 timer efter"),
        ("Mindst 24 timer før", "Senest 24 timer før"),
    ):
        assert same(deadline(before, 24, "timer"), deadline(after, 24, "timer"))


def test_without_data_or_with_an_unknown_unit_nothing_is_contradicted() -> None:
    assert not text_contradicts_data(deadline("Senest 8 hverdage før"))
    assert not text_contradicts_data(deadline("Senest 8 hverdage før", 5, "øjeblikke"))


@pytest.mark.parametrize(
    ("text", "amount", "unit", "relation", "event"),
    [
        ("Senest 8 hverdage før udskrivning", 8, "hverdage", "før", "udskrivning"),
        (
            "8 arbejdsdage før forventet udskrivning.",
            8,
            "hverdage",
            "før",
            "forventet udskrivning",
        ),
        ("Inden for 7 dage efter udskrivning", 7, "dage", "efter", "udskrivning"),
        ("2,5 timer efter ankomst, helst før", 2.5, "timer", "efter", "ankomst"),
        ("3 døgn efter hjemkomst", 3, "dage", "efter", "hjemkomst"),
        ("1.000 timer efter start", 1000, "timer", "efter", "start"),
        ("Tredive dage efter brevet", 30, "dage", "efter", "brevet"),
        ("2½ time efter ankomst", 2.5, "timer", "efter", "ankomst"),
        ("En uge før udskrivning", 1, "uger", "før", "udskrivning"),
        ("6 måneder før den unge fylder", 6, "måneder", "før", "den unge fylder"),
    ],
)
def test_a_text_that_states_one_deadline_is_read_as_data(
    text: str, amount: float, unit: str, relation: str, event: str
) -> None:
    assert stated(text) == Deadline(text, amount, unit, relation, event)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hurtigst muligt",
        "Inden 7 dage",
        "3-5 dage før udskrivning",
        "2 dage før, og 3 dage efter udskrivning",
        "Tidligst 2 dage efter udskrivning",
        "7 dage efter brev nr. 2",
        "to til tre uger før udskrivning",
        "½-2 timer efter ankomst",
        "1.50 timer efter ankomst",
        "1 år og 6 måneder efter udskrivning",
        "et par dage før udskrivning",
        *(
            "Først 3 dage efter brevet",
            "Ikke før 3 dage efter brevet",
            "Fra 3 dage efter x",
        ),
        *(
            "Mindst 3 dage efter brevet",
            "Over 3 dage efter brevet",
            "≥ 3 dage efter brevet",
        ),
        *(
            "Hver 3 dage efter brevet",
            "3 dage efter eller før brevet",
            "Højst 3 dage før x",
        ),
    ],
)
def test_a_text_that_states_none_or_more_stays_a_text(text: str) -> None:
    assert stated(text) is None


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("inden for 24 timer", 24, "timer"),
        ("senest tre uger", 3, "uger"),
        ("i løbet af en hverdag", 1, "hverdage"),
    ],
)
def test_a_length_within_which_something_is_done_is_read_as_data(
    text: str, amount: float, unit: str
) -> None:
    assert within(text) == Deadline(text, amount, unit, "", "")


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        *(("30dage", 30, "dage"), ("14-dage", 14, "dage"), ("48t", 48, "timer")),
        *(("3 mdr.", 3, "måneder"), ("3 md", 3, "måneder"), ("2mdr", 2, "måneder")),
        *(("1½ md.", 1.5, "måneder"), ("een maaned", 1, "måneder")),
        *(("14 kal.dage", 14, "dage"), ("14 kalenderdage", 14, "dage")),
        *(("halvanden uge", 1.5, "uger"), ("½time", 0.5, "timer")),
        *(("et kvarter", 0.25, "timer"), ("45 min.", 0.75, "timer")),
        *(("10arbejdsdage", 10, "hverdage"), ("5 arb.dage", 5, "hverdage")),
        *(("14 dages frist", 14, "dage"), ("3 måneders varsel", 3, "måneder")),
    ],
)
def test_a_length_is_read_however_its_unit_is_written(
    text: str, amount: float, unit: str
) -> None:
    read = within(f"Senest {text} efter udskrivning")
    assert read is not None
    assert (read.amount, read.unit, read.relation) == (amount, unit, "efter")
    assert not asked_about(f"Senest {text} efter udskrivning")


@pytest.mark.parametrize(
    "text",
    [
        *("30 dg.", "24 tim.", "48h", "48 h", "4 ug.", "14 d.", "5 hvd", "2 måndr"),
        *("1O dage", "l4 dage", "I4 dage", "3O minutter", "III dage", "24/7"),
        # What has no unit that a deadline is given in, and what is no deadline.
        *("1 år", "et halvt år", "10 minutter", "6 ugers forløb", "halvanden times"),
        *("14 kalender dage", "en uges tid", "5 arb. dage"),
    ],
)
def test_a_number_or_a_unit_that_cannot_be_read_is_asked_about(text: str) -> None:
    assert within(f"Senest {text} efter udskrivning") is None
    assert asked_about(f"Senest {text} efter udskrivning")


@pytest.mark.parametrize(
    "text",
    ["Senest 15. marts", "Straks", "Ved udskrivning", "Efter § 83, stk. 2", "Kl. 12"],
)
def test_what_holds_no_length_is_not_asked_about(text: str) -> None:
    assert not asked_about(text)


def test_a_length_before_or_after_an_event_is_read_with_it() -> None:
    text = "2 dage før mødet"

    assert within(text) == stated(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("efter 3 uger", "efter"),
        ("senest 5 hverdage senere", "efter"),
        ("senest syv dage efter", "efter"),
        ("48 timer herefter", "efter"),
        ("mindst 8 dage forinden", "før"),
        ("en uge i forvejen", "før"),
        ("2 dage forud", "før"),
        ("inden for 14 dage", ""),
    ],
)
def test_a_length_may_be_counted_from_what_was_told_before(
    text: str, relation: str
) -> None:
    deadline = within(text)
    assert deadline is not None
    assert (deadline.relation, deadline.event) == (relation, "")


def test_an_event_told_by_a_clause_is_that_clause() -> None:
    deadline = within("senest 4 timer efter, at advis er modtaget")
    assert deadline is not None
    assert (deadline.relation, deadline.event) == ("efter", "advis er modtaget")


@pytest.mark.parametrize(
    "text",
    [
        *("straks", "hver 3. uge", "2-3 dage", "tidligst 2 dage"),
        *("2 dage om ugen", "2 dage/uge", "3 timer pr. dag"),
        *("efter 3 og 6 måneder", "efter henholdsvis tre og seks uger"),
        *("efter 2, 4 og 6 uger", "efter 1 samt 2 dage"),
    ],
)
def test_how_often_a_span_and_the_earliest_are_no_length_within(text: str) -> None:
    assert within(text) is None
