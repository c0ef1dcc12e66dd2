"""Four eyes for real persons: what an administrator tries alone, by the pages, and what
it takes instead.

Also covers registry/accounts/four_eyes.py.
"""

import pytest
from flask import Flask

from registry.accounts import accounts, credentials
from registry.models import Role, State
from registry.rules.linked_accounts import COMMAND_LINE
from registry.storage.account_events import account_entries
from registry.storage.db import reading
from tests.web.accounts.samples import PAGE, link_in, of_nina, twice
from tests.web.forms import read
from tests.web.people import (
    NEW_PASSWORD,
    Browser,
    engine_of,
    sign_in,
)
from tests.web.writing import (
    SLUG,
    act,
    act_unseen,
    begin,
    path,
    stored,
    words,
    write,
)

ENDING = "/redaktion/poster/ending/ny"
OF_ENDING = {
    "agreement": SLUG,
    "effective_on": "2026-11-01",
    "reason": "Aftalen er opsagt.",
    "source": "Brev",
}
ONE = "Du regnes her for den samme som den, der har skrevet"


@pytest.fixture
def bea(people: Flask) -> Browser:
    """A second administrator."""
    roles = [Role.ADMINISTRATOR]
    accounts.add(engine_of(people), "bea", "Bea Bestyrer", roles, actor=COMMAND_LINE)
    return sign_in(people, "bea")


def made(ada: Browser, username: str, role: str) -> Browser:
    """An account that Ada makes and signs in with herself."""
    form = of_nina(brugernavn=username, roller=[role])
    link = link_in(ada.post(PAGE, form))
    return entered(ada, link)


def entered(ada: Browser, link: str) -> Browser:
    """A browser signed in by the link."""
    browser = Browser(ada.app)
    assert browser.post(link, twice(NEW_PASSWORD)).status_code == 302
    return browser


def submitted(browser: Browser) -> int:
    """A draft that the person began, wrote in, and sent for approval."""
    draft = begin(browser)
    write(browser, draft, changes={"title": "Ny titel"})
    act(browser, draft, "indsend")
    return draft


def refused(browser: Browser, draft: int) -> str:
    """What the page says to one who may not approve."""
    answer = act_unseen(browser, draft, "godkend")
    assert answer.status_code == 403
    assert stored(browser.app, draft).state == State.IN_APPROVAL
    return words(answer)


def test_an_administrator_alone_cannot_publish_with_two_accounts_of_her_own(
    ada: Browser,
) -> None:
    nina = made(ada, "nina", "redaktoer")
    draft = submitted(nina)

    mads = made(ada, "mads", "godkender")
    sofus = made(ada, "sofus", "redaktoer")
    write(sofus, draft, changes={"title": "Endnu en titel"})
    act(sofus, draft, "indsend")

    assert ONE in refused(mads, draft)
    assert "Ada Administrator oprettede konto (Nina Ny)" in refused(mads, draft)


def test_nor_by_a_one_time_link_to_the_approvers_account(ada: Browser) -> None:
    nina = sign_in(ada.app, "rita")
    draft = submitted(nina)
    ada.post(f"{PAGE}/rita/link")
    gorm = entered(ada, link_in(ada.post(f"{PAGE}/gorm/link")))

    assert "Ada Administrator lavede engangslink (Gorm Godkender)" in refused(
        gorm, draft
    )


def test_nor_by_a_link_issued_before_the_draft_and_used_after(ada: Browser) -> None:
    to_rita = link_in(ada.post(f"{PAGE}/rita/link"))
    to_gorm = link_in(ada.post(f"{PAGE}/gorm/link"))
    draft = submitted(sign_in(ada.app, "rita"))
    entered(ada, to_rita)
    gorm = entered(ada, to_gorm)

    assert ONE in refused(gorm, draft)


def test_nor_by_a_role_given_meanwhile_or_an_account_opened_again(
    ada: Browser,
) -> None:
    accounts.close(engine_of(ada.app), "gorm", actor=COMMAND_LINE)
    nina = made(ada, "nina", "redaktoer")
    draft = begin(nina)
    ada.post(f"{PAGE}/nina/roller", {"roller": ["redaktoer", "godkender"]})
    nina = sign_in(ada.app, "nina")
    write(nina, draft, changes={"title": "Ny titel"})
    act(nina, draft, "indsend")
    ada.post(f"{PAGE}/gorm/genaabn")

    told = refused(sign_in(ada.app, "gorm"), draft)

    assert "Ada Administrator genåbnede konto (Gorm Godkender)" in told
    assert "Ada Administrator ændrede roller (Nina Ny)" in told


def test_nor_by_leaving_the_administrators_for_the_approvers(
    ada: Browser, bea: Browser
) -> None:
    nina = made(ada, "nina", "redaktoer")
    draft = begin(nina)
    link = link_in(ada.post(f"{PAGE}/nina/link"))
    nina = entered(ada, link)
    write(nina, draft, changes={"title": "Ny titel"})
    act(nina, draft, "indsend")
    bea.post(f"{PAGE}/ada/roller", {"roller": ["godkender"]})

    assert "Ada Administrator lavede engangslink (Nina Ny)" in refused(
        sign_in(ada.app, "ada"), draft
    )


def test_an_approver_whom_nobody_touched_approves_all_the_same(ada: Browser) -> None:
    draft = submitted(sign_in(ada.app, "rita"))
    ada.post(f"{PAGE}/rita/link")
    ada.post(f"{PAGE}/bodil/link")

    act(sign_in(ada.app, "gorm"), draft, "godkend")

    assert stored(ada.app, draft).state == State.APPROVED


def test_what_was_done_before_the_draft_was_begun_does_not_count(ada: Browser) -> None:
    mads = made(ada, "mads", "godkender")
    draft = submitted(made(ada, "nina", "redaktoer"))

    act(mads, draft, "godkend")

    assert stored(ada.app, draft).state == State.APPROVED


def test_the_command_line_is_no_person(rita: Browser) -> None:
    draft = submitted(rita)
    credentials.issue_link(engine_of(rita.app), "rita", actor=COMMAND_LINE)
    key = credentials.issue_link(engine_of(rita.app), "gorm", actor=COMMAND_LINE)
    gorm = entered(rita, f"/log-ind/engangslink/{key}")

    act(gorm, draft, "godkend")

    assert stored(rita.app, draft).state == State.APPROVED


# What it takes


def test_a_second_administrator_confirms_and_the_approver_approves(
    ada: Browser, bea: Browser
) -> None:
    draft = submitted(sign_in(ada.app, "rita"))
    ada.post(f"{PAGE}/rita/link")
    gorm = entered(ada, link_in(ada.post(f"{PAGE}/gorm/link")))
    assert ONE in refused(gorm, draft)

    for form in read(bea.get(PAGE)).forms:
        if form.action == f"{PAGE}/bekraeft":
            assert form.send(bea).status_code == 302

    act(gorm, draft, "godkend")
    assert stored(ada.app, draft).state == State.APPROVED


def test_a_second_administrator_of_her_own_making_does_not_count(ada: Browser) -> None:
    draft = submitted(sign_in(ada.app, "rita"))
    mine = made(ada, "mia", "administrator")
    ada.post(f"{PAGE}/rita/link")
    gorm = entered(ada, link_in(ada.post(f"{PAGE}/gorm/link")))

    for form in read(mine.get(PAGE)).forms:
        if form.action == f"{PAGE}/bekraeft":
            assert form.send(mine).status_code == 403

    assert ONE in refused(gorm, draft)


def test_nobody_confirms_their_own_act_or_one_on_their_own_account(
    ada: Browser, bea: Browser
) -> None:
    engine = engine_of(ada.app)
    ada.post(f"{PAGE}/bea/link")
    with reading(engine) as session:
        place = account_entries(session)[-1].place

    assert "gjort det" in words(ada.post(f"{PAGE}/bekraeft", {"post": place}))
    assert "din egen konto" in words(bea.post(f"{PAGE}/bekraeft", {"post": place}))
    assert bea.post(f"{PAGE}/bekraeft", {"post": 1}).status_code == 404
    assert bea.post(f"{PAGE}/bekraeft").status_code == 400


def test_the_refused_approver_is_told_on_the_page_before_trying(ada: Browser) -> None:
    draft = submitted(sign_in(ada.app, "rita"))
    ada.post(f"{PAGE}/rita/link")
    gorm = entered(ada, link_in(ada.post(f"{PAGE}/gorm/link")))

    for page in (path(draft), path(draft, "/gennemgang")):
        assert ONE in words(gorm.get(page))


@pytest.mark.parametrize("closed", [[], ["gorm"]])
def test_where_nobody_else_can_the_refusal_says_what_is_needed(
    ada: Browser, closed: list[str]
) -> None:
    bodil = sign_in(ada.app, "bodil")
    draft = submitted(bodil)
    for username in closed:
        accounts.close(engine_of(ada.app), username, actor=COMMAND_LINE)

    told = refused(bodil, draft)

    assert "Du har selv skrevet i kladden." in told
    assert ("Det kræver en godkender mere" in told) is bool(closed)


# Proposals


def test_a_proposal_is_not_confirmed_by_the_one_pair_of_eyes(ada: Browser) -> None:
    address = str(sign_in(ada.app, "rita").post(ENDING, OF_ENDING).location)
    for username in ("rita", "gorm"):
        ada.post(f"{PAGE}/{username}/link")
    gorm = sign_in(ada.app, "gorm")

    for name in ("bekraeft", "afvis"):
        answer = gorm.post(f"{address}/{name}", {"note": "Nej"})
        assert answer.status_code == 403
        assert ONE in words(answer)
    assert ONE in words(gorm.get(address))
    bodil = sign_in(ada.app, "bodil")
    assert bodil.post(f"{address}/bekraeft").status_code == 303


def test_what_was_done_before_it_was_proposed_does_not_count(ada: Browser) -> None:
    for username in ("rita", "gorm"):
        ada.post(f"{PAGE}/{username}/link")
    address = str(sign_in(ada.app, "rita").post(ENDING, OF_ENDING).location)

    assert sign_in(ada.app, "gorm").post(f"{address}/bekraeft").status_code == 303
