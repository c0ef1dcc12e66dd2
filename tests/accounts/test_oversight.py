"""What is told of events on accounts, to whom, and what a second one confirms."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from registry import clock
from registry.accounts import accounts, credentials, federation, oversight
from registry.errors import BadInput, NotFound, Refused
from registry.models import Account
from registry.rules.linked_accounts import COMMAND_LINE
from tests.accounts.samples import OTHER, PASSWORD, trail
from tests.conftest import NOW
from tests.publishing.people import ADA, RITA, Someone, with_accounts

BEA = Someone("bea", ("administrator",))

pytestmark = pytest.mark.usefixtures("rita")


def texts(lines: list[oversight.NewsLine]) -> list[tuple[str, str, list[str]]]:
    return [(line.actor, line.account, [a.text for a in line.events]) for line in lines]


def told_of(engine: Engine, actor: str) -> oversight.NewsLine:
    """What Bea is told that the actor has done."""
    (line,) = (x for x in oversight.news_for(engine, "bea") if x.actor == actor)
    return line


def place_of_last(engine: Engine) -> int:
    return len(trail(engine))


def test_every_other_administrator_is_told_the_newest_first(engine: Engine) -> None:
    credentials.issue_link(engine, "rita", actor="ada")
    accounts.set_roles(engine, "rita", ["godkender"], actor="bea")
    accounts.close(engine, "rita", actor="ada")
    accounts.reopen(engine, "rita", actor=COMMAND_LINE)

    # What she may confirm comes first.
    assert texts(oversight.news_for(engine, "ada")) == [
        ("bea", "rita", ["ændrede roller: redaktør blev til godkender"]),
        (COMMAND_LINE, "rita", ["genåbnede konto"]),
    ]
    assert texts(oversight.news_for(engine, "bea"))[:1] == [
        ("ada", "rita", ["lavede engangslink", "oprettede konto: redaktør"]),
    ]


def test_after_ninety_days_what_was_confirmed_stands_in_the_trail_only(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_accounts(engine, BEA)
    oversight.confirm(engine, [1], BEA)
    credentials.issue_link(engine, "rita", actor=COMMAND_LINE)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=3650))

    assert oversight.news_for(engine, "bea") == []


def test_an_administrator_made_by_the_first_is_no_second(engine: Engine) -> None:
    """However long ago; what has been done to her account is confirmed first."""
    with_accounts(engine, BEA)
    accounts.add(engine, "carl", "Carl", ["administrator"], actor="ada")
    made = place_of_last(engine)
    carl = Someone("carl", ("administrator",))

    with pytest.raises(Refused, match="registry user add"):
        oversight.confirm(engine, [1], carl)

    oversight.confirm(engine, [made], BEA)
    oversight.confirm(engine, [1], carl)
    news = oversight.news_for(engine, "bea")
    (of_rita,) = (line for line in news if line.account == "rita")
    assert of_rita.events[-1].confirmed_by == {"carl"}


def test_where_all_were_made_on_the_pages_one_made_on_the_machine_is_the_way_on(
    engine: Engine,
) -> None:
    carl, dora, eva = (
        Someone(name, ("administrator",)) for name in ("carl", "dora", "eva")
    )
    for one, by in ((carl, "ada"), (dora, "carl")):
        accounts.add(engine, one.username, "Navn", one.roles, actor=by)
    made = place_of_last(engine)
    credentials.issue_link(engine, "rita", actor="carl")
    link = place_of_last(engine)
    with pytest.raises(Refused, match=r"oprettet på maskinen \(registry user add\)"):
        oversight.confirm(engine, [link], dora)

    with_accounts(engine, eva)
    oversight.confirm(engine, [made - 1, made], eva)

    oversight.confirm(engine, [link], dora)
    (of_rita,) = (
        line
        for line in oversight.news_for(engine, "eva")
        if (line.actor, line.account) == ("carl", "rita")
    )
    assert of_rita.events[0].confirmed_by == {"dora"}


def test_what_nobody_has_confirmed_is_told_until_somebody_does(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It still binds them, in a draft that has been under way for so long."""
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=3650))

    (line,) = oversight.news_for(engine, "bea")

    assert [event.place for event in line.unconfirmed] == [1]


def test_a_confirmation_is_written_down_and_shown(engine: Engine) -> None:
    with_accounts(engine, BEA)
    line = told_of(engine, "ada")

    oversight.confirm(engine, [event.place for event in line.unconfirmed], BEA)

    assert trail(engine)[-1] == ("bea", "account-confirm", "rita", "post 1")
    line = told_of(engine, "ada")
    assert line.events[0].confirmed_by == {"bea"}
    assert line.unconfirmed == []


def test_confirming_twice_writes_once(engine: Engine) -> None:
    with_accounts(engine, BEA)
    for _ in range(2):
        oversight.confirm(engine, [1], BEA)

    assert [event for _, event, *_ in trail(engine)].count("account-confirm") == 1


@pytest.mark.parametrize(
    ("by", "wrong", "told"),
    [
        (ADA, Refused, "En anden administrator"),
        (RITA, Refused, "rollen administrator"),
        (Someone("rita", ("administrator",)), Refused, "din egen konto"),
    ],
)
def test_who_may_not_confirm_is_told_why(
    engine: Engine, by: Someone, wrong: type[Exception], told: str
) -> None:
    with pytest.raises(wrong, match=told):
        oversight.confirm(engine, [1], by)

    assert len(trail(engine)) == 1


def test_what_is_no_act_on_an_account_is_not_confirmed(engine: Engine) -> None:
    credentials.accept_link(
        engine, credentials.issue_link(engine, "rita", actor="ada"), OTHER
    )

    for place in (place_of_last(engine), 99):
        with pytest.raises(NotFound):
            oversight.confirm(engine, [1, place], BEA)
    with pytest.raises(BadInput):
        oversight.confirm(engine, [], BEA)

    assert len(trail(engine)) == 3


def test_what_a_machine_did_needs_no_confirmation(engine: Engine) -> None:
    accounts.reopen(engine, "rita", actor="ada")
    credentials.issue_link(engine, "rita", actor=COMMAND_LINE)

    assert told_of(engine, COMMAND_LINE).unconfirmed == []


# The owner


def test_the_owner_is_told_at_the_next_sign_in_and_not_at_the_one_after(
    engine: Engine,
) -> None:
    credentials.authenticate(engine, "rita", PASSWORD)
    credentials.issue_link(engine, "rita", actor="ada")

    credentials.authenticate(engine, "rita", PASSWORD)
    assert [a.text for a in oversight.news_of(engine, "rita")] == ["lavede engangslink"]

    credentials.authenticate(engine, "rita", PASSWORD)
    assert oversight.news_of(engine, "rita") == []
    assert len(oversight.news_for_owner(engine, "rita")) == 1


def test_who_came_in_by_the_link_does_not_use_up_the_news(engine: Engine) -> None:
    credentials.authenticate(engine, "rita", PASSWORD)
    key = credentials.issue_link(engine, "rita", actor="ada")
    credentials.accept_link(engine, key, OTHER)

    assert len(oversight.news_of(engine, "rita")) == 1
    credentials.authenticate(engine, "rita", OTHER)
    assert len(oversight.news_of(engine, "rita")) == 1


def test_ones_own_acts_are_no_news(engine: Engine) -> None:
    accounts.set_roles(engine, "rita", ["godkender"], actor="rita")
    accounts.close(engine, "rita", actor="ada")

    assert oversight.news_for_owner(engine, "rita") == []


def test_a_joining_is_told_to_administrators_and_confirmed_by_none(
    engine: Engine, rita: Account
) -> None:
    person = federation.Vouched("https://idp", "1", "rita-org", "Rita", ("redaktoer",))
    federation.sign_in(engine, person)
    federation.join(engine, "rita", person)

    line = told_of(engine, "rita")

    assert line.account == "rita-org"
    assert line.unconfirmed == []
