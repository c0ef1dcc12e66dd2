"""From draft to publication through the pages: the whole way by two people, and every
refusal.

Also covers registry/web/editorial/gate_finding_view.py,
registry/web/editorial/consequences_view.py and
registry/web/editorial/since_return_view.py.
"""

import re
from html import unescape
from typing import Any, NamedTuple

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from registry.gates.gate import Severity
from registry.gates.table import GATES
from registry.models import Role, State
from registry.publishing import editing, effects
from registry.publishing.states import ACTS, Act
from registry.rules.version_content import MAIN, part_digest, part_of
from tests.web.forms import Changes, forms_of, ids_of
from tests.web.people import Browser, account_of, sign_in
from tests.web.writing import (
    SLUG,
    act,
    act_unseen,
    begin,
    id_in,
    markup,
    open_form,
    path,
    stored,
    words,
    write,
)

READERS_PAGE = f"/aftaler/{SLUG}"
ONLY_WRITERS = "Kun den, der har skrevet i kladden, kan bruge «Læg kladden væk»."
ROW = {
    "task": "Ringe til kommunens vagt",
    "task_key": "varsling",
    "phase": "udskrivning",
    "target_groups": ["voksne"],
    "responsible": ["hospital"],
    "authority": ["kommune"],
    "payer": ["kommune"],
    "treatment_responsible": ["ikke-relevant"],
    "section": "Udskrivning",
    "source": "Opdigtet",
}


@pytest.fixture
def office(people_written: Flask) -> Flask:
    return people_written


@pytest.fixture
def submitted(rita: Browser, draft: int) -> int:
    act(rita, draft, "indsend")
    return draft


@pytest.fixture
def approved(gorm: Browser, submitted: int) -> int:
    act(gorm, submitted, "godkend")
    return submitted


# The whole way


def test_two_people_lead_a_draft_to_publication(people: Flask) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    draft = begin(rita)
    write(
        rita, draft, changes={"title": "Den nye titel", "in_force_from": "2026-11-01"}
    )
    write(
        rita,
        draft,
        "varsel-boern",
        {"deadline": "Senest 5 hverdage før", "deadline_amount": "5"},
    )
    write(rita, draft, "ny-snitflade", ROW)
    assert act(rita, draft, "indsend").status_code == 303

    review = gorm.get(path(draft, "/gennemgang"))
    assert "hverdage før udskrivning" in words(review)
    assert "Ringe til kommunens vagt" in review.text
    assert act(gorm, draft, "godkend").status_code == 303
    before = rita.get(READERS_PAGE)
    published = act(gorm, draft, "offentliggoer")

    assert published.status_code == 303
    assert "Den nye titel" not in before.text
    after = rita.get(READERS_PAGE)
    assert "Den nye titel" in after.text
    assert "Ringe til kommunens vagt" in after.text
    assert rita.get(f"/snitflader/{SLUG}.ringe-til-kommunens-vagt").status_code == 200
    answer = words(rita.get("/soeg?q=ringe+til+vagten"))
    assert "Ringe til kommunens vagt" in answer
    assert "ikke bekræftet" in answer


def test_each_step_says_what_has_been_done(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    steps = (
        (rita, "indsend", "Kladden er sendt til godkendelse."),
        (
            gorm,
            "godkend",
            "Udgaven er godkendt. Godkendelsen gælder netop denne tekst.",
        ),
        (gorm, "offentliggoer", "Udgaven er offentliggjort."),
    )
    for browser, name, said in steps:
        answer = act(browser, draft, name)
        assert said in words(browser.get(answer.location))


def test_readers_keep_the_version_in_force_until_the_new_one_begins(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    write(rita, draft, changes={"in_force_from": "2027-02-01"})
    for browser, name in (
        (rita, "indsend"),
        (gorm, "godkend"),
        (gorm, "offentliggoer"),
    ):
        act(browser, draft, name)

    assert "Ritas titel" not in rita.get(READERS_PAGE).text
    assert "Ritas titel" in rita.get(f"{READERS_PAGE}?pr=2027-02-01").text


def test_a_version_may_go_by_way_of_adoption(
    rita: Browser, gorm: Browser, approved: int
) -> None:
    sent = act(gorm, approved, "til-vedtagelse")

    assert sent.location == path(approved, "/vedtagelse")
    (link,) = stored(rita.app, approved).links
    public = rita.app.test_client().get(f"/vedtagelse/{link.secret}")
    assert "Ritas titel" in public.text
    assert stored(rita.app, approved).fingerprint in public.text
    assert act(gorm, approved, "offentliggoer").status_code == 303
    assert "Ritas titel" in rita.get(READERS_PAGE).text


def test_a_new_agreement_is_written_from_nothing(rita: Browser, gorm: Browser) -> None:
    form = forms_of(rita.get("/redaktion/aftaler/ny"))["/redaktion/aftaler/ny"]
    draft = id_in(
        form.send(rita, {"title": "Aftale om nattevagt", "kind": "samarbejdsaftale"})
    )
    write(
        rita,
        draft,
        changes={
            "summary": "Hvem kommer om natten.",
            "in_force_from": "2026-11-01",
            "date_precision": "day",
            "review_on": "2028-11-01",
            "adoption_rule": "kraever-ingen",
            "target_groups": ["voksne"],
            "evidence": "Opdigtet, side 1\nOpdigtet, side 2",
            "treatment_responsibility": "Hospitalet har ansvaret.",
            "division_of_responsibility": "Hospitalet ringer, og kommunen kommer.",
            "economics": "Hver part betaler sit.",
            "body": "## Udskrivning\n\nHospitalet ringer.",
            "parties:formel-part": ["proeveregion", "nordby"],
        },
    )
    write(rita, draft, "ny-snitflade", ROW)

    said = words(rita.get(path(draft)))
    assert "Skal rettes" not in said
    assert "sikre pligter i teksten har ingen snitflade" in said
    for browser, name in (
        (rita, "indsend"),
        (gorm, "godkend"),
        (gorm, "offentliggoer"),
    ):
        assert act(browser, draft, name).status_code == 303
    shown = rita.get("/aftaler/aftale-om-nattevagt")
    assert "Ringe til kommunens vagt" in shown.text
    assert "Hospitalet har ansvaret." in shown.text


def test_a_signed_reason_lets_an_empty_field_through(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    write(rita, draft, changes={"economics": ""})
    act(rita, draft, "indsend")

    answer = act(
        gorm, draft, "godkend", {"begrundelse:tomt-felt:economics": "Forhandles endnu."}
    )
    act(gorm, draft, "offentliggoer")

    assert answer.status_code == 303
    shown = words(rita.get(READERS_PAGE))
    assert "Ikke udfyldt. Begrundelse ved godkendelsen: Forhandles endnu." in shown


@pytest.mark.parametrize("acts", [("godkend",), ("godkend", "offentliggoer")])
def test_what_was_signed_for_stands_with_its_reason_and_who_and_when(
    rita: Browser, gorm: Browser, draft: int, acts: tuple[str, ...]
) -> None:
    write(rita, draft, changes={"economics": ""})
    act(rita, draft, "indsend")
    waits = words(rita.get(path(draft)))
    for name in acts:
        act(gorm, draft, name, {"begrundelse:tomt-felt:economics": "Forhandles endnu."})

    said = words(rita.get(path(draft)))
    assert "Skal begrundes af den, der godkender, eller rettes" in waits
    assert "Skal begrundes" not in said
    assert "Begrundet af den, der godkendte (2)" in said
    assert re.search(r"«Forhandles endnu.» Gorm[^,]*, \d+\. november 2026", said)


def test_what_was_signed_for_a_text_that_was_changed_must_be_signed_again(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    write(rita, draft, changes={"economics": ""})
    act(rita, draft, "indsend")
    act(gorm, draft, "godkend", {"begrundelse:tomt-felt:economics": "Forhandles."})
    write(rita, draft, changes={"title": "En anden titel"})

    assert "Skal begrundes" in words(rita.get(path(draft)))


DEAD = "[kommende aftale](/aftaler/kommer-senere)"


@pytest.mark.parametrize("field", ["economics", "body"])
@pytest.mark.parametrize("text", [DEAD, f"Se {DEAD}.", f"- {DEAD}\n- {DEAD}"])
def test_a_link_to_what_is_to_come_is_signed_for(
    rita: Browser, gorm: Browser, draft: int, field: str, text: str
) -> None:
    before = stored(rita.app, draft).content.values[field]
    write(rita, draft, changes={field: f"{before}\n\n{text}"})
    act(rita, draft, "indsend")
    mark = f"begrundelse:link-foerer-ingen-steder-hen:{field}"

    assert act(gorm, draft, "godkend", {mark: "xx"}).status_code == 409
    assert act(gorm, draft, "godkend", {mark: "Den kommer i maj."}).status_code == 303
    act(gorm, draft, "offentliggoer")

    shown = words(rita.get(READERS_PAGE))
    assert shown.count("Begrundelse ved godkendelsen: Den kommer i maj.") == 1
    assert "Om datoerne Den kommer i maj." not in shown


def test_what_is_published_is_told_apart_from_the_version_before(
    gorm: Browser, approved: int
) -> None:
    act(gorm, approved, "offentliggoer")

    review = gorm.get(path(approved, "/gennemgang"))
    address = address_of(review.text, "Se forskellene fra udgaven før")
    assert address == f"{READERS_PAGE}/forskel?til=3"
    assert "Ritas titel" in gorm.get(address).text
    assert "Kladde." not in words(gorm.get(path(approved, "/vis")))


# Four eyes


@pytest.mark.parametrize("name", ["godkend", "returner"])
def test_nobody_decides_on_what_they_wrote(
    rita: Browser, bodil: Browser, draft: int, name: str
) -> None:
    write(bodil, draft, changes={"summary": "Bodils resumé"})
    act(rita, draft, "indsend")

    answer = act_unseen(bodil, draft, name, {"note": "Ret det her."})

    assert answer.status_code == 403
    assert "Du har selv skrevet i kladden. En anden skal godkende" in words(answer)
    assert stored(bodil.app, draft).state is State.IN_APPROVAL


def test_who_wrote_is_not_offered_the_decision(
    rita: Browser, bodil: Browser, draft: int
) -> None:
    write(bodil, draft, changes={"summary": "Bodils resumé"})
    act(rita, draft, "indsend")

    assert path(draft, "/godkend") not in forms_of(
        bodil.get(path(draft, "/gennemgang"))
    )
    assert "Gennemgå og tag stilling" not in bodil.get(path(draft)).text


# Bound to the text


def test_what_was_changed_since_it_was_looked_at_is_not_approved(
    rita: Browser, gorm: Browser, submitted: int
) -> None:
    looked_at = forms_of(gorm.get(path(submitted, "/gennemgang")))[
        path(submitted, "/godkend")
    ]
    write(rita, submitted, changes={"summary": "Ændret imens"})
    act(rita, submitted, "indsend")

    answer = looked_at.send(gorm, {"note": "Godt & grundigt"})

    assert answer.status_code == 409
    assert "Teksten er ændret, siden du så den." in words(answer)
    assert "Ændret imens" in words(answer)
    assert (
        forms_of(answer)[path(submitted, "/godkend")].one("note") == "Godt & grundigt"
    )
    assert stored(rita.app, submitted).state is State.IN_APPROVAL


def test_a_note_on_what_was_taken_back_meanwhile_is_not_lost(
    rita: Browser, gorm: Browser, submitted: int
) -> None:
    looked_at = forms_of(gorm.get(path(submitted, "/gennemgang")))[
        path(submitted, "/godkend")
    ]
    act(rita, submitted, "tag-tilbage")

    answer = looked_at.send(gorm, {"note": "Skriv fristen i dage."}, "Returnér")

    assert answer.status_code == 403
    assert "Udgaven er en kladde. «Returnér» kan ikke bruges nu." in words(answer)
    assert "Din bemærkning blev ikke sendt Skriv fristen i dage." in words(answer)


def test_a_change_undoes_an_approval_and_the_form_says_so_first(
    rita: Browser, gorm: Browser, approved: int
) -> None:
    warned = words(rita.get(path(approved, "/udgave")))
    assert (
        "Udgaven er godkendt. Gemmer du en ændring, bliver den til en kladde igen"
        in warned
    )

    write(rita, approved, changes={"summary": "Ændret bagefter"})

    assert stored(rita.app, approved).state is State.DRAFT
    answer = act_unseen(gorm, approved, "offentliggoer")
    assert answer.status_code == 403
    assert "Udgaven er en kladde." in words(answer)
    assert "Ændret bagefter" not in rita.get(READERS_PAGE).text


@pytest.mark.slow
@pytest.mark.parametrize("part", [MAIN, "varsel-boern", "varsel-voksne", "stroemper"])
def test_a_form_sent_unchanged_leaves_the_approval(
    rita: Browser, approved: int, part: str
) -> None:
    answer = write(rita, approved, part)

    assert answer.status_code == 303
    assert "Der var ingen ændringer." in words(rita.get(answer.location))
    assert stored(rita.app, approved).state is State.APPROVED


# Returned, taken back, withdrawn


def test_a_returned_draft_shows_what_to_mend(
    rita: Browser, gorm: Browser, submitted: int
) -> None:
    answer = act(
        gorm, submitted, "returner", {"note": "Skriv <b>fri\u00adsten</b> i dage."}
    )
    assert "Kladden er returneret med din bemærkning." in words(
        gorm.get(answer.location)
    )

    shown = rita.get(path(submitted))
    assert "Returneret Skriv <b>fristen</b> i dage." in words(shown)
    assert "<b>fristen" not in shown.text
    assert act(rita, submitted, "indsend").status_code == 303


def test_who_returned_a_draft_sees_what_was_changed_since(
    rita: Browser, gorm: Browser, bodil: Browser, submitted: int
) -> None:
    assert "siden-retur" not in gorm.get(path(submitted, "/gennemgang")).text
    act(gorm, submitted, "returner", {"note": "Skriv fristen <i>i dage</i>."})
    write(rita, submitted, changes={"summary": "Fristen er fem dage."})
    write(rita, submitted, "varsel-boern", {"task": "Varsle kommunen om barnet i tide"})
    act(rita, submitted, "indsend")

    since = since_return(gorm, submitted)

    assert since.startswith("Ændret, siden du returnerede Returneret ")
    assert "Skriv fristen <i>i dage</i>." in since
    assert "i tide" in since
    assert "Fristen er fem dage." in since
    assert "Ritas titel" not in since
    assert "Ritas titel" in gorm.get(path(submitted, "/gennemgang")).text
    assert since_return(bodil, submitted).startswith(
        "Ændret, siden kladden blev returneret"
    )


def test_a_draft_sent_again_as_it_was_says_so(
    rita: Browser, gorm: Browser, submitted: int
) -> None:
    act(gorm, submitted, "returner", {"note": "Skriv fristen."})
    act(rita, submitted, "indsend")
    assert "Intet er ændret i teksten." in since_return(gorm, submitted)

    act(gorm, submitted, "returner", {"note": "Skriv den nu."})
    rita.post(path(submitted, "/snitflader/varsel-boern/flyt-ned"))
    act(rita, submitted, "indsend")

    since = since_return(gorm, submitted)
    assert "Skriv den nu." in since
    assert "Snitflader er flyttet i rækkefølgen." in since
    assert "Intet er ændret" not in since


def since_return(browser: Browser, draft: int) -> str:
    """What the page of review says was changed since the return."""
    page = browser.get(path(draft, "/gennemgang")).text
    _, _, found = page.partition('aria-labelledby="siden-retur">')
    section, _, _ = found.partition('<section aria-labelledby="forskelle">')
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", section)).split())


def test_a_return_without_a_note_is_refused_and_the_reasons_kept(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    write(rita, draft, changes={"economics": ""})
    act(rita, draft, "indsend")
    reason = "begrundelse:tomt-felt:economics"

    answer = act(
        gorm, draft, "returner", {"note": "  ", reason: "Skrevet & <u>gemt</u>"}
    )

    assert answer.status_code == 400
    assert "Skriv, hvad der skal rettes" in words(answer)
    assert (
        forms_of(answer)[path(draft, "/godkend")].one(reason) == "Skrevet & <u>gemt</u>"
    )
    assert stored(rita.app, draft).state is State.IN_APPROVAL


def test_a_writer_takes_a_draft_back_and_withdraws_it(
    rita: Browser, submitted: int
) -> None:
    act(rita, submitted, "tag-tilbage")
    assert stored(rita.app, submitted).state is State.DRAFT
    answer = act(rita, submitted, "laeg-vaek")

    assert answer.location == "/redaktion/lagt-vaek"
    assert stored(rita.app, submitted).state is State.WITHDRAWN
    assert "Ritas titel" in rita.get(path(submitted, "/aendringer/1")).text


def test_nobody_withdraws_anothers_draft(bodil: Browser, draft: int) -> None:
    answer = act_unseen(bodil, draft, "laeg-vaek")

    assert answer.status_code == 403
    assert "Kun den, der har skrevet i kladden, kan bruge «Læg kladden væk»." in words(
        answer
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tag-tilbage", "Kladden er taget tilbage."),
        ("laeg-vaek", "Kladden er lagt væk. Den står under Kladder, der er lagt væk"),
    ],
)
def test_a_step_back_says_what_has_been_done(
    rita: Browser, submitted: int, name: str, said: str
) -> None:
    answer = act(rita, submitted, name)

    assert said in words(rita.get(answer.location))


def test_a_step_back_stands_out_less_than_one_on(rita: Browser, draft: int) -> None:
    page = markup(rita.get(path(draft)))
    buttons = re.findall(r'class="button (\S+)" (?:type|href)="[^"]*">(.*?)</', page)
    looks = {label: look for look, label in buttons}

    assert looks["Send til godkendelse"] == "button-primary"
    assert looks["Læg kladden væk …"] == "button-secondary"


# Publishing asks first


def test_publishing_says_from_when_and_which_answers_change(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    write(rita, draft, changes={"in_force_from": "2027-02-01"})
    write(rita, draft, "varsel-boern", {"deadline": "Senest 5 hverdage før"})
    rita.post(path(draft, "/snitflader/stroemper/fjern"))
    act(rita, draft, "indsend")
    act(gorm, draft, "godkend")
    assert path(draft, "/offentliggoer") not in forms_of(gorm.get(path(draft)))

    asked = gorm.get(path(draft, "/offentliggoer"))
    said = words(asked)

    assert "Den kan ikke rettes eller fjernes bagefter" in said
    assert "Fra hvornår I kraft: " in said
    assert "Læserne får dens svar fra 1. februar 2027; til da svarer udgave 2." in said
    assert "For hvem" in said
    assert "Formel part" in said
    assert "Svar, der bliver andre" in said
    assert "1 snitflade er fjernet" in said
    assert "Ritas titel" in said
    assert stored(gorm.app, draft).state is State.APPROVED
    answer = forms_of(asked)[path(draft, "/offentliggoer")].send(gorm)
    assert answer.status_code == 303


def test_a_text_changed_while_it_was_asked_for_is_not_published(
    rita: Browser, gorm: Browser, approved: int
) -> None:
    asked = forms_of(gorm.get(path(approved, "/offentliggoer")))
    write(rita, approved, changes={"summary": "Ændret imens"})
    act(rita, approved, "indsend")
    act(gorm, approved, "godkend")

    answer = asked[path(approved, "/offentliggoer")].send(gorm)

    assert answer.status_code == 409
    assert "Teksten er ændret, siden du så den." in words(answer)
    assert stored(gorm.app, approved).state is State.APPROVED


def test_what_begins_at_once_says_so(gorm: Browser, approved: int) -> None:
    assert "Læserne får dens svar inden for et par sekunder." in words(
        gorm.get(path(approved, "/offentliggoer"))
    )


# Laid aside, and opened again


def test_laying_a_draft_aside_asks_first(rita: Browser, draft: int) -> None:
    overview = rita.get(path(draft))
    assert path(draft, "/laeg-vaek") not in forms_of(overview)
    assert f'href="{path(draft, "/laeg-vaek")}">Læg kladden væk …</a>' in overview.text

    asked = rita.get(path(draft, "/laeg-vaek"))

    assert "Teksten bliver gemt. Kladden kan genåbnes" in words(asked)
    assert f'href="{path(draft)}">Nej, gå tilbage</a>' in asked.text
    assert stored(rita.app, draft).state is State.DRAFT


def test_who_may_not_is_told_before_they_answer(bodil: Browser, draft: int) -> None:
    asked = bodil.get(path(draft, "/laeg-vaek"))

    assert "Kun den, der har skrevet i kladden, kan bruge «Læg kladden væk»." in words(
        asked
    )
    assert path(draft, "/laeg-vaek") not in forms_of(asked)


@pytest.mark.parametrize("name", ["indsend", "genaabn", "slet"])
def test_what_is_done_at_once_has_no_page_that_asks(
    rita: Browser, draft: int, name: str
) -> None:
    assert rita.get(path(draft, f"/{name}")).status_code == 404


def test_a_draft_laid_aside_is_listed_and_opened_again(
    rita: Browser, bodil: Browser, draft: int
) -> None:
    act(rita, draft, "laeg-vaek")
    assert "Kladder, der er lagt væk (1)" in words(bodil.get("/redaktion"))
    listed = bodil.get("/redaktion/lagt-vaek")
    assert "Ritas titel Senest ændret" in words(listed)
    assert "Genåbn : Ritas titel" in words(listed)

    assert listed.text.count("<form") == 2
    answer = forms_of(listed)[path(draft, "/genaabn")].send(bodil)

    assert "Kladden er genåbnet" in words(bodil.get(answer.location))
    assert stored(rita.app, draft).state is State.DRAFT
    assert "Ritas titel" in words(rita.get("/redaktion"))
    assert "Ingen kladder er lagt væk." in words(rita.get("/redaktion/lagt-vaek"))


def test_the_list_says_why_a_draft_cannot_be_opened_again(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    act(rita, draft, "laeg-vaek")
    other = begin(rita)
    assert "Aftalen har allerede en anden kladde" in words(
        rita.get("/redaktion/lagt-vaek")
    )
    assert act(rita, draft, "genaabn").status_code == 403

    write(rita, other, changes={"title": "En anden titel"})
    for browser, name in (
        (rita, "indsend"),
        (gorm, "godkend"),
        (gorm, "offentliggoer"),
    ):
        act(browser, other, name)

    said = words(rita.get("/redaktion/lagt-vaek"))
    assert "Aftalen har fået udgave 3, siden kladden blev begyndt." in said
    assert "Genåbn :" not in said
    refused = act(rita, draft, "genaabn")
    assert refused.status_code == 403
    assert "Aftalen har fået udgave 3" in words(refused)


# A new act


def hurry(**more: Any) -> Act:
    """An act that the house does not have: straight from a draft to approval."""
    return Act(
        key="hurry",
        path="skynd-paa",
        label="Skynd på",
        done="Godkenderen er bedt om at skynde sig.",
        trail="skyndede på",
        roles=(Role.EDITOR,),
        sources=(State.DRAFT,),
        target=State.IN_APPROVAL,
        effect=effects.submit,
        **more,
    )


def test_a_new_act_takes_one_row(
    rita: Browser, draft: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ACTS, "hurry", hurry())

    answer = act(rita, draft, "skynd-paa")

    assert "Godkenderen er bedt om at skynde sig." in words(rita.get(answer.location))
    assert stored(rita.app, draft).state is State.IN_APPROVAL
    trail = sign_in(rita.app, "ada").get("/redaktion/historik?handling=hurry").text
    assert '<td data-title="Handling">skyndede på</td>' in trail
    assert '<option value="hurry" selected>skyndede på</option>' in trail


def test_a_new_decision_stands_where_the_text_is_read(
    bodil: Browser, gorm: Browser, draft: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ACTS, "hurry", hurry(by_others=True))

    assert path(draft, "/skynd-paa") not in forms_of(bodil.get(path(draft)))
    assert "Gennemgå og tag stilling" in bodil.get(path(draft)).text
    review = bodil.get(path(draft, "/gennemgang"))
    assert ">Skynd på</button>" in review.text
    answer = forms_of(review)[path(draft, "/godkend")].send(bodil, button="Skynd på")
    assert answer.status_code == 303
    assert stored(gorm.app, draft).state is State.IN_APPROVAL


# What is no act, or not one for now


@pytest.mark.parametrize("name", ["slet", "godkendt", "GODKEND", "approve", "publish"])
def test_an_unknown_act_is_not_found(gorm: Browser, submitted: int, name: str) -> None:
    assert act_unseen(gorm, submitted, name).status_code == 404


def test_an_act_on_no_draft_is_not_found(gorm: Browser) -> None:
    assert gorm.post(path(99999, "/godkend"), {"seen": "x"}).status_code == 404


def test_a_draft_is_not_published_without_an_approval(
    gorm: Browser, submitted: int
) -> None:
    answer = act_unseen(gorm, submitted, "offentliggoer")

    assert answer.status_code == 403
    assert "Udgaven er til godkendelse. «Offentliggør» kan ikke bruges nu." in words(
        answer
    )


def asked_to_publish(
    rita: Browser, gorm: Browser, draft: int, *, rule: str
) -> TestResponse:
    """The page that asks, of a draft that is approved under the rule of adoption."""
    write(rita, draft, changes={"adoption_rule": rule})
    act(rita, draft, "indsend")
    act(gorm, draft, "godkend")

    return gorm.get(path(draft, "/offentliggoer"))


def test_where_the_parties_adopt_first_nothing_is_published_before(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    asked = asked_to_publish(rita, gorm, draft, rule="vedtages-foerst")

    assert path(draft, "/offentliggoer") not in forms_of(asked)
    assert "formelle parter har ikke vedtaget denne tekst: " in words(asked)
    assert "Den kan først offentliggøres, når de har." in words(asked)
    answer = act_unseen(gorm, draft, "offentliggoer")

    assert answer.status_code == 403
    assert "Aftalen skal vedtages først. Det mangler: Nordby Kommune" in words(answer)


def test_publishing_says_plainly_who_has_not_adopted_it(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    asked = asked_to_publish(rita, gorm, draft, rule="offentliggoeres-foerst")

    assert "Ikke vedtaget af alle parter" in words(asked)
    assert "Nordby Kommune" in words(asked)
    form = forms_of(asked)[path(draft, "/offentliggoer")]
    assert form.buttons[0].text == "Ja, offentliggør uden deres vedtagelse"
    assert form.send(gorm).status_code == 303


def test_what_needs_no_adoption_is_published_without_a_word_of_it(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    write(rita, draft, changes={"adoption_rule": "kraever-ingen"})
    act(rita, draft, "indsend")
    act(gorm, draft, "godkend")

    asked = gorm.get(path(draft, "/offentliggoer"))
    assert "vedtaget" not in words(asked)
    form = forms_of(asked)[path(draft, "/offentliggoer")]
    assert form.buttons[0].text == "Ja, offentliggør"


def test_a_text_with_errors_is_sent_and_told_that_it_cannot_be_approved(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    assert "før udgaven kan godkendes" not in words(rita.get(path(draft)))
    write(rita, draft, "varsel-boern", {"phase": ""})
    assert "1 fejl skal rettes , før udgaven kan godkendes." in words(
        rita.get(path(draft))
    )

    answer = act(rita, draft, "indsend")
    assert (
        "Kladden er sendt til godkendelse. 1 fejl skal rettes, før den kan godkendes."
        in words(rita.get(answer.location))
    )
    assert act(gorm, draft, "godkend").status_code == 409


# The gates


class Trip(NamedTuple):
    """What is written to trip one gate, and in which part."""

    changes: Changes
    part: str = MAIN


def in_row(**changes: str | list[str]) -> Trip:
    return Trip(changes, "varsel-boern")


ERRORS = [gate for gate in GATES if gate.severity is Severity.ERROR]
OF_LAW: Changes = {
    "kind": "lovbestemt-opgavefordeling",
    "legal_basis": "Sundhedsloven § 205",
    "parties:formel-part": [],
    "parties:tiltraedende-part": [],
    "made_under": "",
    "adoption_rule": "",
    "continued_by_law": "",
}
TRIPS = {
    "personnummer-i-udgave": Trip({"summary": "Som for 010190-1234."}),
    "personnummer-i-snitflade": in_row(example="Som for 01 01 90 1234."),
    "tomt-felt": Trip({"economics": ""}),
    "pladsholder": Trip({"economics": "udfyldes senere"}),
    "pladsholder-i-udgave": Trip({"summary": "TBD"}),
    "pladsholder-i-snitflade": in_row(situation="afventer"),
    "mangler-i-udgave": Trip({"summary": ""}),
    "mangler-i-snitflade": in_row(phase=""),
    "ingen-udfoerer": Trip({**ROW, "responsible": []}, "ny-snitflade"),
    "blandet-svar": in_row(authority=["ikke-oplyst", "kommune"]),
    "afsnit-findes-ikke": in_row(section="Findes ikke"),
    "begyndelse-mangler": Trip({"in_force_from": "", "made_under": ""}),
    "umulig-dato": Trip({"in_force_from": "1950-01-01"}),
    "slutter-foer-begyndelsen": Trip({"in_force_until": "2020-01-01"}),
    "gennemgang-foer-begyndelsen": Trip({"review_on": "2020-01-01"}),
    "frist-ikke-over-nul": in_row(deadline_amount="0"),
    "frist-uden-enhed": in_row(deadline_unit=""),
    "frist-uden-antal": in_row(deadline_amount=""),
    "tekst-kan-ikke-vises": Trip(
        {"economics": "\n".join(f"{'  ' * depth}- Trin" for depth in range(12))}
    ),
    "link-foerer-ingen-steder-hen": Trip({"economics": "[a](/aftaler/findes-ikke)"}),
    "for-faa-parter": Trip({"parties:formel-part": ["nordby"]}),
    "kun-en-sektor": Trip({"parties:formel-part": ["nordby", "sydby"]}),
    "opgaveflytning-uden-oekonomi": Trip({"payer": ["hospital"]}, "stroemper"),
    "lovgrundlag-mangler": Trip({**OF_LAW, "legal_basis": ""}),
    "aftalt-i-lov": Trip({**OF_LAW, "parties:formel-part": ["nordby"]}),
    "ukendt-aftale": Trip({"relations:replaces": ["findes-ikke"]}),
    "relation-til-sig-selv": Trip({"relations:replaces": [SLUG]}),
    "afloeser-i-kreds": Trip({"relations:replaces": ["proeve-kommende"]}),
    "ukendt-noegle-i-udgave": Trip({"owner": "findes-ikke"}),
    "ukendt-noegle-i-snitflade": in_row(task_key="findes-ikke"),
    "ukendt-valg-i-udgave": Trip({"date_precision": "aarti"}),
    "ukendt-valg-i-snitflade": in_row(deadline_relation="under"),
    "ukendt-part": Trip(
        {"parties:formel-part": ["proeveregion", "nordby", "findes-ikke"]}
    ),
}
# The forms read no relation that has no name; it is written past them.
UNREAD = {"ukendt-relation"}
# What is kept is not in the form: tests/web/editorial/test_personal_numbers.py.
KEPT = {"personnummer-i-det-gemte"}
# The database itself holds no such version: a key, and a party, stand once in it.
UNSTORABLE = {"noegle-to-gange", "part-to-gange"}


def publish_its_successor(rita: Browser, gorm: Browser) -> None:
    """Another agreement is published that replaces this one."""
    other = begin(rita, "proeve-kommende")
    parties = {
        "parties:formel-part": ["proeveregion", "nordby"],
        "in_force_from": "2026-11-01",
    }
    write(rita, other, changes={"relations:replaces": [SLUG], **parties})
    passed = "begrundelse:springer-udgave-over:in_force_from"
    for browser, name, changes in (
        (rita, "indsend", {}),
        (gorm, "godkend", {passed: "Den begynder før."}),
        (gorm, "offentliggoer", {}),
    ):
        assert act(browser, other, name, changes).status_code == 303


def refused_for(rita: Browser, gorm: Browser, draft: int, code: str) -> None:
    """The approval is refused with what the one gate found, and leads to the place in
    the form.
    """
    act(rita, draft, "indsend")
    (finding,) = [
        f for f in stored(rita.app, draft).gate_findings if f.severity is Severity.ERROR
    ]
    answer = act(gorm, draft, "godkend")

    assert finding.code == code
    assert answer.status_code == 409
    assert finding.text in words(answer)
    assert stored(rita.app, draft).state is State.IN_APPROVAL
    place, _, name = address_of(rita.get(path(draft)).text, finding.text).partition("#")
    assert name in ids_of(rita.get(place))
    seen = address_of(answer.text, finding.text)
    assert gorm.get(seen.partition("#")[0]).status_code == 200


def address_of(html: str, text: str) -> str:
    """Where the link with that text leads."""
    links = {
        unescape(" ".join(words.split())): href
        for href, words in re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', html, re.S)
    }
    return unescape(links[text])


DOUBTED = {
    "anden-periode": Trip({"in_force_from": "2023-06-01"}),
    "part-ophoerer": Trip({}),
    "perioden-er-slut": Trip({"in_force_until": "2026-11-21"}),
    "springer-udgave-over": Trip({"in_force_from": "2023-06-01", "made_under": ""}),
}


@pytest.mark.parametrize("code", DOUBTED)
def test_a_date_that_looks_wrong_is_signed_for_by_whoever_approves(
    rita: Browser, gorm: Browser, draft: int, code: str
) -> None:
    write(rita, draft, changes=DOUBTED[code].changes)
    act(rita, draft, "indsend")
    findings = stored(rita.app, draft).gate_findings
    (finding,) = [one for one in findings if one.code == code]
    fields = {
        f"begrundelse:{one.signature}": f"Grund til {one.code}."
        for one in findings
        if one.signable
    }

    without = {**fields, f"begrundelse:{finding.signature}": ""}
    refused = act(gorm, draft, "godkend", without)
    assert refused.status_code == 409
    assert finding.text in words(refused)

    assert act(gorm, draft, "godkend", fields).status_code == 303
    assert act(gorm, draft, "offentliggoer").status_code == 303
    page = rita.client.get(f"/aftaler/{SLUG}/udgaver/3")
    assert f"Grund til {code}." in words(page)


def test_what_another_agreement_replaces_is_signed_for_too(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    publish_its_successor(rita, gorm)
    act(rita, draft, "indsend")

    refused = act(gorm, draft, "godkend")

    assert refused.status_code == 409
    assert "afløser aftalen fra 1.11.2026" in words(refused)


def test_a_correction_begins_from_what_holds_and_says_what_is_to_come(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    write(rita, draft, changes={"in_force_from": "2027-06-01"})
    for browser, name in (
        (rita, "indsend"),
        (gorm, "godkend"),
        (gorm, "offentliggoer"),
    ):
        assert act(browser, draft, name).status_code == 303

    listed = rita.get("/redaktion/aftaler")
    assert "Ret udgave 2, der gælder nu" in words(listed)
    assert "Skriv videre på udgave 3, der kommer" in words(listed)
    correction = begin(rita)

    told = words(rita.get(path(correction)))
    assert "Kladden er en kopi af udgave 2" in told
    assert "Udgave 3 begynder først den 1. juni 2027" in told
    assert "Udgave 3 (fra 1.6.2027) bliver sprunget over" in told
    assert "Ritas titel" not in open_form(rita, correction).one("title")


def test_every_error_of_the_gates_is_tried() -> None:
    assert set(TRIPS) | UNREAD | KEPT | UNSTORABLE == {gate.code for gate in ERRORS}


@pytest.mark.slow
@pytest.mark.parametrize("code", TRIPS)
def test_the_gate_refuses_the_approval_and_leads_to_the_place(
    rita: Browser, gorm: Browser, draft: int, code: str
) -> None:
    if code == "afloeser-i-kreds":
        publish_its_successor(rita, gorm)
    saved = write(rita, draft, TRIPS[code].part, TRIPS[code].changes)

    assert saved.status_code == 303
    refused_for(rita, gorm, draft, code)


def test_the_gate_of_unknown_relations_refuses_too(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    content = stored(rita.app, draft).content
    editing.save(
        rita.app.extensions["registry"].catalogue,
        draft,
        MAIN,
        {"relations": {"fjende-af": ("proeve-lokal",)}},
        part_digest(part_of(content, MAIN)),
        account_of(rita.app, "rita"),
    )

    refused_for(rita, gorm, draft, "ukendt-relation")


def test_a_party_in_two_roles_is_refused_as_it_is_written(
    rita: Browser, draft: int
) -> None:
    form = open_form(rita, draft)

    answer = form.send(
        rita, {"parties:tiltraedende-part": ["nordby"], "title": "Ny titel"}
    )

    assert answer.status_code == 400
    assert "Nordby Kommune kan kun have én rolle." in words(answer)
    kept = forms_of(answer)[path(draft, "/udgave")]
    assert kept.all("parties:tiltraedende-part") == ["nordby"]
    assert kept.one("title") == "Ny titel"
