"""More ways past four eyes that an administrator may think of, by the pages; none
leads past them.
"""

import pytest
from flask import Flask

from registry.accounts import accounts, credentials
from registry.models import Role, State
from registry.rules.linked_accounts import COMMAND_LINE
from tests.web.accounts.samples import PAGE, link_in, of_nina, twice
from tests.web.editorial.test_four_eyes import (
    ENDING,
    OF_ENDING,
    ONE,
    entered,
    made,
    refused,
    submitted,
)
from tests.web.forms import read
from tests.web.people import NEW_PASSWORD, Browser, engine_of, sign_in
from tests.web.writing import (
    act,
    act_unseen,
    draft_of,
    id_in,
    path,
    stored,
    words,
    write,
)

CONFIRM = f"{PAGE}/bekraeft"
NEW = "/redaktion/aftaler/ny"
TITLE = "Helt ny aftale"


@pytest.fixture
def bea(people: Flask) -> Browser:
    """A second administrator, whom nobody here has made."""
    engine = engine_of(people)
    accounts.add(
        engine, "bea", "Bea Bestyrer", [Role.ADMINISTRATOR], actor=COMMAND_LINE
    )
    return sign_in(people, "bea")


def taken_over(ada: Browser, username: str) -> Browser:
    """Another's account, entered by a link that Ada issues."""
    return entered(ada, link_in(ada.post(f"{PAGE}/{username}/link")))


def confirm_all(browser: Browser) -> list[int]:
    """Press every button that confirms. Returns what each was answered with: 302 where
    it was done, 403 where another must do it.
    """
    forms = [form for form in read(browser.get(PAGE)).forms if form.action == CONFIRM]
    return [form.send(browser).status_code for form in forms]


def of_rita(ada: Browser) -> tuple[int, Browser]:
    """A draft that Rita sent for approval, and the approver's account in the hands of
    one who also has Rita's.
    """
    draft = submitted(sign_in(ada.app, "rita"))
    taken_over(ada, "rita")
    return draft, taken_over(ada, "gorm")


def test_a_draft_withdrawn_and_begun_anew_under_its_name_lives_on(ada: Browser) -> None:
    rita = sign_in(ada.app, "rita")
    kind = {"title": TITLE, "kind": "samarbejdsaftale"}
    first = id_in(rita.post(NEW, kind))
    taken_over(ada, "rita")
    gorm = taken_over(ada, "gorm")
    rita = sign_in(ada.app, "rita")
    act(rita, first, "laeg-vaek")
    again = id_in(rita.post(NEW, kind))
    act(rita, again, "indsend")

    assert ONE in refused(gorm, again)


@pytest.mark.parametrize("way", ["made", "re-roled", "re-opened", "entered"])
def test_no_second_administrator_of_ones_own_frees_one(
    ada: Browser, bea: Browser, way: str
) -> None:
    engine = engine_of(ada.app)
    if way == "re-opened":
        accounts.close(engine, "bea", actor=COMMAND_LINE)
    draft, gorm = of_rita(ada)
    if way == "made":
        second = made(ada, "mia", "administrator")
    elif way == "re-roled":
        ada.post(f"{PAGE}/bodil/roller", {"roller": ["administrator"]})
        second = sign_in(ada.app, "bodil")
    elif way == "re-opened":
        ada.post(f"{PAGE}/bea/genaabn")
        second = sign_in(ada.app, "bea")
    else:
        second = taken_over(ada, "bea")

    answers = confirm_all(second)

    assert answers and set(answers) == {403}
    assert ONE in refused(gorm, draft)


def test_nor_does_a_chain_of_administrators_of_ones_own(ada: Browser) -> None:
    draft = submitted(sign_in(ada.app, "rita"))
    taken_over(ada, "rita")
    mia = made(ada, "mia", "administrator")
    eva = made(mia, "eva", "administrator")
    mads = made(eva, "mads", "godkender")
    answers = [answer for one in (ada, mia, eva) for answer in confirm_all(one)]

    assert answers and set(answers) == {403}
    told = refused(mads, draft)

    assert "Nina Ny oprettede konto (Nina Ny)" in told
    assert "Ada Administrator lavede engangslink (Rita Redaktør)" in told


def test_a_second_administrator_who_had_a_hand_in_it_is_no_second(
    ada: Browser, bea: Browser
) -> None:
    """Bea is one with Ada through the account that both issued a link to."""
    draft, gorm = of_rita(ada)
    taken_over(bea, "rita")
    assert set(confirm_all(bea)) == {302}

    assert ONE in refused(gorm, draft)


def test_an_approver_cannot_return_what_they_are_one_with(ada: Browser) -> None:
    draft, gorm = of_rita(ada)

    answer = act_unseen(gorm, draft, "returner", {"note": "Ret det."})

    assert answer.status_code == 403
    assert ONE in words(answer)


def test_the_writer_made_an_approver_still_wrote_it(ada: Browser) -> None:
    nina = made(ada, "nina", "redaktoer")
    draft = submitted(nina)
    ada.post(f"{PAGE}/nina/roller", {"roller": ["godkender"]})

    assert nina.get("/redaktion").status_code == 302  # the session has ended
    assert "Du har selv skrevet" in refused(sign_in(ada.app, "nina"), draft)


def test_an_approval_of_an_older_text_publishes_nothing_new(ada: Browser) -> None:
    rita, bodil = sign_in(ada.app, "rita"), sign_in(ada.app, "bodil")
    draft = submitted(rita)
    act(sign_in(ada.app, "gorm"), draft, "godkend")
    write(rita, draft, changes={"title": "Noget helt andet"})
    act(rita, draft, "indsend")

    answer = act_unseen(bodil, draft, "offentliggoer")

    assert answer.status_code == 403
    assert stored(ada.app, draft).state == State.IN_APPROVAL


def test_a_link_from_before_used_after_its_maker_has_left_still_counts(
    ada: Browser, bea: Browser
) -> None:
    to_gorm = link_in(ada.post(f"{PAGE}/gorm/link"))
    to_rita = link_in(ada.post(f"{PAGE}/rita/link"))
    bea.post(f"{PAGE}/ada/roller", {"roller": ["redaktoer"]})
    draft = submitted(sign_in(ada.app, "ada"))
    entered(ada, to_rita)

    told = refused(entered(ada, to_gorm), draft)

    assert "Ada Administrator lavede engangslink (Gorm Godkender)" in told


def test_a_link_that_another_took_the_place_of_opens_nothing(ada: Browser) -> None:
    link = link_in(ada.post(f"{PAGE}/gorm/link"))
    credentials.issue_link(engine_of(ada.app), "gorm", actor=COMMAND_LINE)

    answer = Browser(ada.app).post(link, twice(NEW_PASSWORD))

    assert answer.status_code == 404


def test_a_proposal_is_not_confirmed_by_a_chain_of_accounts(ada: Browser) -> None:
    address = str(sign_in(ada.app, "rita").post(ENDING, OF_ENDING).location)
    taken_over(ada, "rita")
    mia = made(ada, "mia", "administrator")
    made(ada, "mads", "godkender")
    mads = taken_over(mia, "mads")

    assert ONE in words(mads.post(f"{address}/bekraeft"))
    assert sign_in(ada.app, "gorm").post(f"{address}/bekraeft").status_code == 303


def test_an_adopted_text_is_published_by_an_approval_of_others_only(
    ada: Browser,
) -> None:
    """The way over adoption begins with the same approval."""
    draft, gorm = of_rita(ada)

    for name in ("til-vedtagelse", "offentliggoer"):
        assert act_unseen(gorm, draft, name).status_code == 403
    assert stored(ada.app, draft).state == State.IN_APPROVAL


def test_no_crowd_of_new_accounts_hides_what_was_done_to_one(
    ada: Browser, bea: Browser
) -> None:
    ada.post(f"{PAGE}/gorm/link")
    for number in range(15):
        ada.post(PAGE, of_nina(brugernavn=f"nina-{number}", navn=f"Nina {number}"))

    shown = words(bea.get(PAGE)).partition("Ny konto")[0]

    assert "Gorm Godkender gjort af Ada Administrator Lavede engangslink" in shown
    assert "Nina 0 gjort af Ada Administrator" in shown
    assert confirm_all(bea) == [302] * 16


@pytest.mark.parametrize("place", ["9" * 5000, "²", "-1", "1" * 9])
def test_a_place_that_is_none_confirms_nothing(
    ada: Browser, bea: Browser, place: str
) -> None:
    assert bea.post(CONFIRM, {"post": place}).status_code in (400, 404)


def test_a_draft_taken_in_from_a_text_is_written_by_who_took_it_in(
    ada: Browser,
) -> None:
    bodil = sign_in(ada.app, "bodil")
    text = {"tekst": "Aftale om prøver\n\nØkonomi\n\nRegionen betaler.", "title": TITLE}
    draft = int(str(bodil.post("/redaktion/indlaes", text).location).split("/")[3])
    act(sign_in(ada.app, "rita"), draft, "indsend")

    assert draft == draft_of(ada.app, "helt-ny-aftale")
    assert "Du har selv skrevet" in refused(bodil, draft)
    assert bodil.get(path(draft)).status_code == 200
