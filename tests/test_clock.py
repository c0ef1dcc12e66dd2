"""The two times of a question: dates, moments, offsets, summer time, and what is
refused.
"""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry import clock
from registry.clock import COPENHAGEN, Moment, now, parse_date, parse_moment, today
from registry.errors import BadInput
from tests.parts import examples

NOW = datetime(2027, 2, 1, 23, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def the_clock_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is half past midnight on 2 February 2027 in Copenhagen."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


def vist(text: str) -> datetime | None:
    return parse_moment("", text).vist


def test_now_is_a_moment_in_utc() -> None:
    assert now().tzinfo is UTC


def test_today_is_the_date_in_copenhagen() -> None:
    assert today() == date(2027, 2, 2)


# pr


def test_a_date_is_read() -> None:
    assert parse_moment("2027-01-01", "") == Moment(date(2027, 1, 1), None)


def test_without_dates_today_and_all_that_is_recorded_are_meant() -> None:
    assert parse_moment("", "") == Moment(date(2027, 2, 2), None)


def test_a_date_may_lie_in_the_future_and_the_past() -> None:
    assert parse_moment("2031-07-01", "").pr == date(2031, 7, 1)
    assert parse_moment("1995-01-01", "").pr == date(1995, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "i morgen",
        "01-01-2027",
        "2027-02-29",
        "2027-13-01",
        "2027-1-1",
        " ",
        "2027-01-01T00:00",
    ],
)
def test_what_is_no_date_is_refused_naming_the_field(text: str) -> None:
    with pytest.raises(BadInput, match=r"pr: .* er ikke en dato") as refusal:
        parse_moment(text, "")

    assert refusal.value.field == "pr"


def test_the_field_is_named_as_the_caller_calls_it() -> None:
    with pytest.raises(BadInput) as as_of:
        parse_moment("x", "", pr_field="as_of")
    with pytest.raises(BadInput) as recorded_at:
        parse_moment("", "x", vist_field="recorded_at")
    with pytest.raises(BadInput) as own:
        parse_date("x", "in_force_from")

    assert as_of.value.field == "as_of"
    assert recorded_at.value.field == "recorded_at"
    assert own.value.field == "in_force_from"


def test_a_long_text_is_not_repeated_whole() -> None:
    with pytest.raises(BadInput) as refusal:
        parse_date("x" * 10_000, "pr")

    assert len(refusal.value.message) < 200


# vist


def test_a_moment_without_offset_is_copenhagen_time() -> None:
    assert vist("2027-01-15T14:30") == datetime(2027, 1, 15, 13, 30, tzinfo=UTC)
    assert vist("2026-07-15T14:30") == datetime(2026, 7, 15, 12, 30, tzinfo=UTC)


def test_a_moment_is_given_back_in_utc() -> None:
    assert vist("2026-07-15T14:30").tzinfo is UTC


def test_a_date_alone_is_its_first_moment_in_copenhagen() -> None:
    assert vist("2026-11-22") == datetime(2026, 11, 21, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22T14:30+01:00",
        "2026-11-22T13:30Z",
        "2026-11-22T13:30:00.000Z",
        "2026-11-22T08:30-05:00",
        "2026-11-22 14:30",
        "2026-11-22 14:30:00",
        "2026-11-22T14:30:00 01:00",
        "2026-11-22T14:30 01:00",
        "2026-11-22 14:30 01:00",
        "2026-11-22 14:30:00 01:00",
        "2026-11-22 14:30:00.000000 01:00",
        "2026-11-22T14:30 0100",
    ],
)
def test_offsets_are_read_also_where_an_address_turned_plus_into_space(
    text: str,
) -> None:
    assert vist(text) == datetime(2026, 11, 22, 13, 30, tzinfo=UTC)


def test_the_first_of_the_hour_that_comes_twice_is_meant() -> None:
    assert vist("2026-10-25T02:30") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_second_of_the_hour_that_comes_twice_is_named_by_its_offset() -> None:
    assert vist("2026-10-25T02:30+01:00") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_time_in_the_hour_that_never_comes_is_an_hour_later() -> None:
    assert vist("2026-03-29T02:30") == vist("2026-03-29T03:30")


@pytest.mark.parametrize(
    "text",
    [
        "i går",
        "2026-11-31T00:00",
        "2026-11-22T25:00",
        "14:30",
        "2026-11-22T14:30+1",
        " ",
    ],
)
def test_what_is_no_moment_is_refused_naming_the_field(text: str) -> None:
    with pytest.raises(BadInput, match=r"vist: .* er ikke et tidspunkt") as refusal:
        vist(text)

    assert refusal.value.field == "vist"


def test_this_very_moment_is_not_the_future() -> None:
    assert vist("2027-02-02T00:30") == NOW


@pytest.mark.parametrize(
    "text",
    ["2027-02-02T00:30:01", "2027-02-02T00:30-01:00", "2027-02-03", "9999-12-31T23:59"],
)
def test_a_moment_in_the_future_is_refused_naming_the_field(text: str) -> None:
    with pytest.raises(BadInput, match="ligger i fremtiden") as refusal:
        vist(text)

    assert refusal.value.field == "vist"


@pytest.mark.parametrize("text", ["0001-01-01T00:00", "9999-12-31T23:59-05:00"])
def test_a_moment_outside_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="uden for kalenderen"):
        vist(text)


# All of them

moments = st.datetimes(datetime(1900, 1, 1), datetime(2027, 2, 1)).map(
    lambda moment: moment.replace(tzinfo=COPENHAGEN)
)


@given(moments, st.sampled_from((None, -300, 0, 60, 120, 345)))
@settings(max_examples=examples(150), deadline=None)
def test_a_moment_written_in_any_offset_is_read_back_from_an_address(
    moment: datetime, minutes: int | None
) -> None:
    moment = moment.astimezone(UTC)
    if minutes is not None:
        offset = timedelta(minutes=minutes)
        written = (moment + offset).replace(tzinfo=None).isoformat()
        hours, rest = divmod(abs(minutes), 60)
        written += f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
    else:
        written = moment.isoformat()
    arrived = parse_qs(urlencode({"vist": written}))["vist"][0]
    mangled = written.replace("+", " ")

    assert vist(arrived) == vist(mangled) == moment


@given(st.text(max_size=30))
@settings(max_examples=examples(200), deadline=None)
def test_no_text_does_more_than_be_refused(text: str) -> None:
    for pr, recorded in ((text, ""), ("", text)):
        try:
            found = parse_moment(pr, recorded)
        except BadInput as refusal:
            assert refusal.field == ("pr" if pr else "vist")
        else:
            assert found.vist is None or found.vist <= NOW
