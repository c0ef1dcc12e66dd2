"""Writing a draft through its pages: forms, rows, autosave, two at a time, and nothing
lost.

Also covers registry/web/editorial/draft_changes.py,
registry/web/editorial/draft_view.py, registry/web/editorial/form.py,
registry/web/editorial/parts.py and registry/web/editorial/proposed_kind.py.
"""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from flask import Flask

from registry import clock
from registry.models import State
from registry.rules.fields import ROW_FIELDS, VERSION_FIELDS
from registry.rules.version_content import MAIN
from tests.conftest import NOW
from tests.web.forms import Form, forms_of, ids_of
from tests.web.people import PASSWORD, Browser, sign_in
from tests.web.writing import (
    JSON,
    act,
    begin,
    id_in,
    json_of,
    open_form,
    part_path,
    path,
    stored,
    words,
    write,
)

NEW_ROW = "ny-snitflade"
ROW = "varsel-boern"
TYPED = {
    MAIN: {
        "title": "Titel & <b>mere</b>",
        "economics": "\nTo\n\nlinjer",
        "evidence": "a\nb",
    },
    ROW: {
        "task": "Opgave & <b>mere</b>",
        "example": "\nTo\n\nlinjer",
        "payer": "kommune",
    },
}
EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'


@pytest.fixture
def office(people_begun: Flask) -> Flask:
    return people_begun


def keys(app: Flask, draft: int) -> list[str]:
    return [row["key"] for row in stored(app, draft).content.rows]


def press(browser: Browser, draft: int, key: str, name: str) -> None:
    """Press one of the buttons of a row on the overview."""
    address = path(draft, f"/snitflader/{key}/{name}")
    assert forms_of(browser.get(path(draft)))[address].send(browser).status_code == 303


# Beginning


def test_the_list_of_agreements_leads_to_the_draft_there_is(
    rita: Browser, draft: int
) -> None:
    listed = rita.get("/redaktion/aftaler")

    assert f'href="{path(draft)}">Åbn kladden' in listed.text
    again = rita.post("/redaktion/aftaler/proeve-udskrivning/ny-udgave")
    assert id_in(again) == draft


def test_a_new_draft_says_what_readers_see_meanwhile(people: Flask) -> None:
    rita = sign_in(people, "rita")
    shown = words(rita.get(path(begin(rita))))

    assert "Kladden er en kopi af udgave 2. Læserne ser stadig den" in shown
    assert "Skrevet af: ingen endnu." in shown


def test_an_unknown_agreement_gets_no_draft(rita: Browser) -> None:
    assert rita.post("/redaktion/aftaler/findes-ikke/ny-udgave").status_code == 404


@pytest.mark.parametrize(
    "title",
    ["Ny aftale om natten", "NY AFTALE OM NATTEN", "Ny aft\u0430le om natten"],
)
def test_a_title_that_reads_as_another_drafts_leads_to_it(
    rita: Browser, title: str
) -> None:
    address = "/redaktion/aftaler/ny"
    form = forms_of(rita.get(address))[address]
    first = form.send(
        rita, {"title": "Ny aftale om natten", "kind": "samarbejdsaftale"}
    )
    draft = urlsplit(first.headers["Location"]).path

    second = forms_of(rita.get(address))[address]
    answer = second.send(rita, {"title": title, "kind": "samarbejdsaftale"})

    assert answer.status_code == 400
    assert f'href="{draft}"' in answer.text
    assert rita.get(draft).status_code == 200


@pytest.mark.parametrize(
    ("title", "kind", "said"),
    [
        ("", "samarbejdsaftale", "Titel: skal udfyldes."),
        ("Aftale om <i>nat</i>", "", "Aftaletype: skal udfyldes."),
        ("…", "samarbejdsaftale", "Skriv aftalens titel med bogstaver."),
        (
            "Proeve udskrivning",
            "samarbejdsaftale",
            "Der er allerede en aftale med navnet",
        ),
    ],
)
def test_a_new_agreement_that_cannot_begin_keeps_what_was_written(
    rita: Browser, title: str, kind: str, said: str
) -> None:
    form = forms_of(rita.get("/redaktion/aftaler/ny"))["/redaktion/aftaler/ny"]

    answer = form.send(rita, {"title": title, "kind": kind})

    assert answer.status_code == 400
    assert said in words(answer)
    kept = forms_of(answer)["/redaktion/aftaler/ny"]
    assert (kept.one("title"), kept.one("kind")) == (title, kind)


# The forms


def test_every_field_has_a_control_and_every_control_a_label(
    rita: Browser, draft: int
) -> None:
    for part, fields in ((MAIN, VERSION_FIELDS), (ROW, ROW_FIELDS)):
        answer = rita.get(part_path(draft, part))
        names = {f.name for f in fields if f.name != "key"}
        ids = ids_of(answer)
        assert names <= set(ids)
        assert len(ids) == len(set(ids))
        labelled = re.findall(r'<label class="form-label" for="([^"]*)"', answer.text)
        assert set(labelled) <= set(ids)


def test_what_is_written_in_every_kind_of_field_is_saved(
    rita: Browser, draft: int
) -> None:
    write(
        rita,
        draft,
        changes={
            "title": "Ny titel",
            "in_force_from": "2027-01-01",
            "date_confirmed": [],
            "made_under": "",
            "target_groups": ["", "boern-og-unge", ""],
            "evidence": " Første \r\n\r\nAnden\r\n",
            "economics": "Linje 1\r\n\r\nLinje 2",
            "parties:formel-part": ["nyregion", "sydby"],
            "relations:see-also": ["proeve-lokal"],
        },
    )
    write(
        rita, draft, ROW, {"deadline_amount": "2,5", "payer": ["kommune"], "phase": ""}
    )

    content = stored(rita.app, draft).content
    assert content.values["title"] == "Ny titel"
    assert str(content.values["in_force_from"]) == "2027-01-01"
    assert content.values["date_confirmed"] is False
    assert content.values["made_under"] == ""
    assert content.values["target_groups"] == ("boern-og-unge",)
    assert content.values["evidence"] == ("Første", "Anden")
    assert content.values["economics"] == "Linje 1\n\nLinje 2"
    assert set(content.parties["formel-part"]) == {"nyregion", "sydby"}
    assert content.relations["see-also"] == ("proeve-lokal",)
    row = content.row(ROW)
    assert (row["deadline_amount"], row["payer"], row["phase"]) == (
        2.5,
        ("kommune",),
        "",
    )


@pytest.mark.parametrize(
    ("part", "name", "wrong", "said"),
    [
        (MAIN, "in_force_from", "31. februar", "I kraft fra: Det er ikke en dato."),
        (MAIN, "review_on", "2027-02-30", "Gennemgås senest: Det er ikke en dato."),
        (ROW, "deadline_amount", "mange", "Frist, antal: Det er ikke et tal."),
        (ROW, "deadline_amount", "1.50", "Frist, antal: Punktum skiller tusinder"),
        (ROW, "deadline_amount", "2-3", "Frist, antal: Der står to tal."),
        (ROW, "deadline_amount", "nan", "Frist, antal: Det er ikke et tal."),
    ],
)
def test_what_cannot_be_read_is_said_and_everything_typed_is_kept(
    rita: Browser, draft: int, part: str, name: str, wrong: str, said: str
) -> None:
    typed = TYPED[part]

    answer = write(rita, draft, part, {**typed, name: wrong})

    assert answer.status_code == 400
    assert said in words(answer)
    assert f'<a href="#{name}">' in answer.text
    kept = forms_of(answer)[part_path(draft, part)]
    assert kept.one(name) == wrong
    assert {at: kept.all(at) for at in typed} == {
        at: [text.strip()] for at, text in typed.items()
    }
    assert stored(rita.app, draft).writers == frozenset()


def test_a_mended_form_can_be_sent_again(rita: Browser, draft: int) -> None:
    refused = write(rita, draft, changes={"title": "Ny titel", "review_on": "i morgen"})

    saved = forms_of(refused)[part_path(draft)].send(rita, {"review_on": "2028-01-01"})

    assert saved.status_code == 303
    assert stored(rita.app, draft).title == "Ny titel"


@pytest.mark.parametrize("made_under", ["findes-ikke", "'; DROP TABLE version; --"])
def test_a_period_that_there_is_none_of_is_refused(
    rita: Browser, draft: int, made_under: str
) -> None:
    answer = write(rita, draft, changes={"made_under": made_under, "title": "Ny titel"})

    assert answer.status_code == 400
    assert "Indgået under" in words(answer)
    assert forms_of(answer)[part_path(draft)].one("title") == "Ny titel"


def test_a_long_number_stands_in_the_form_as_it_was_written(
    rita: Browser, draft: int
) -> None:
    write(rita, draft, ROW, {"deadline_amount": "12345678,5"})

    form = forms_of(rita.get(part_path(draft, ROW)))[part_path(draft, ROW)]

    assert form.one("deadline_amount") == "12345678,5"


def test_a_form_for_no_draft_or_no_row_is_not_found(rita: Browser, draft: int) -> None:
    for address in (
        path(99999),
        path(10**30),
        part_path(99999),
        part_path(draft, "findes-ikke"),
    ):
        assert rita.get(address).status_code == 404


# Rows


def test_rows_are_added_copied_moved_and_removed(rita: Browser, draft: int) -> None:
    before = keys(rita.app, draft)
    write(rita, draft, NEW_ROW, {"task": "Ringe til vagten"})
    assert keys(rita.app, draft) == [*before, "ringe-til-vagten"]

    press(rita, draft, "ringe-til-vagten", "kopier")
    press(rita, draft, "ringe-til-vagten-2", "flyt-op")
    press(rita, draft, before[0], "flyt-ned")
    press(rita, draft, before[1], "fjern")

    assert keys(rita.app, draft) == [
        before[0],
        before[2],
        "ringe-til-vagten-2",
        "ringe-til-vagten",
    ]
    changes = rita.get(path(draft, "/aendringer")).text
    removed = re.search(r'href="([^"]*)">[^<]*Varsle kommunen om den voksne', changes)
    assert removed
    assert "Den voksne skal have hjælp hjemme" in rita.get(removed[1]).text


PROPOSED = "Den har ingen opgavetype, men dens ord ligner «Kompressionsstrømper»"


def test_a_row_by_hand_is_proposed_a_kind_of_task_and_given_none(
    rita: Browser, draft: int
) -> None:
    write(rita, draft, NEW_ROW, {"task": "Levere kompressionsstrømper"})

    assert PROPOSED in rita.get(path(draft)).text
    row = stored(rita.app, draft).content.row("levere-kompressionsstroemper")
    assert row["task_key"] == ""


def test_a_row_with_a_kind_or_of_no_known_one_is_proposed_none(
    rita: Browser, draft: int
) -> None:
    known = {"task": "Levere kompressionsstrømper", "task_key": "stroemper"}
    for row in (known, {"task": "Xyzzy"}):
        write(rita, draft, NEW_ROW, row)
        assert "Den har ingen opgavetype" not in rita.get(path(draft)).text


def test_a_row_is_saved_and_the_next_begun_by_one_button(
    rita: Browser, draft: int
) -> None:
    for number in range(3):
        answer = write(
            rita, draft, NEW_ROW, {"task": f"Opgave {number}"}, "Gem, og skriv en ny"
        )
        assert answer.location == part_path(draft, NEW_ROW)

    assert keys(rita.app, draft)[-3:] == ["opgave-0", "opgave-1", "opgave-2"]


def test_a_removed_row_is_put_back_from_the_draft(rita: Browser, draft: int) -> None:
    before = stored(rita.app, draft).fingerprint
    assert "Fjernede snitflader" not in rita.get(path(draft)).text
    press(rita, draft, ROW, "fjern")
    overview = rita.get(path(draft))
    assert "Den står under Fjernede snitflader." in words(overview)
    assert "Fjernede snitflader (1)" in words(overview)

    (back,) = [action for action in forms_of(overview) if action.endswith("/gendan")]
    answer = forms_of(overview)[back].send(rita)

    assert answer.location == f"{path(draft)}#raekke-{ROW}"
    assert "Snitfladen er gendannet." in words(rita.get(path(draft)))
    assert stored(rita.app, draft).fingerprint == before
    assert "gendannet af Rita" in words(rita.get(path(draft, "/aendringer")))


def test_a_row_that_another_removed_meanwhile_is_kept_as_a_new_one(
    rita: Browser, bodil: Browser, draft: int
) -> None:
    form = open_form(rita, draft, ROW)
    press(bodil, draft, ROW, "fjern")

    answer = form.send(rita, {"task": "Ritas ord om barnet"})
    assert answer.status_code == 409
    assert "En anden har fjernet snitfladen imens. Din tekst står her" in words(answer)

    forms_of(answer)[part_path(draft, NEW_ROW)].send(rita)
    assert stored(rita.app, draft).content.rows[-1]["task"] == "Ritas ord om barnet"


def test_a_direction_that_is_none_is_not_found(rita: Browser, draft: int) -> None:
    assert rita.post(path(draft, f"/snitflader/{ROW}/flyt-ud")).status_code == 404


# Two in the same part


def both_in(rita: Browser, bodil: Browser, draft: int) -> Form:
    """Rita's form, opened before Bodil saved other texts in it."""
    form = open_form(rita, draft)
    write(
        bodil,
        draft,
        changes={"title": "Bodils titel", "summary": "Bodils <i>resumé</i>"},
    )
    return form


def test_the_second_gets_both_texts_side_by_side(
    rita: Browser, bodil: Browser, draft: int
) -> None:
    answer = both_in(rita, bodil, draft).send(
        rita, {"title": "Ritas titel", "summary": "Ritas resumé"}
    )

    assert answer.status_code == 409
    assert "En anden har gemt, mens du skrev" in words(answer)
    assert "<blockquote>Bodils titel</blockquote>" in answer.text
    assert "<blockquote>Bodils &lt;i&gt;resumé&lt;/i&gt;</blockquote>" in answer.text
    kept = forms_of(answer)[part_path(draft)]
    assert (kept.one("title"), kept.one("summary")) == ("Ritas titel", "Ritas resumé")
    assert kept.one("valg-title") == "min"
    assert stored(rita.app, draft).title == "Bodils titel"
    assert "lagt til side, fordi en anden havde gemt imens af Rita Redaktør" in words(
        rita.get(path(draft, "/aendringer"))
    )


def test_each_field_is_chosen_for_itself(
    rita: Browser, bodil: Browser, draft: int
) -> None:
    answer = both_in(rita, bodil, draft).send(
        rita,
        {
            "title": "Ritas titel",
            "summary": "Ritas resumé",
            "economics": "Ritas økonomi",
        },
    )
    choices = {"valg-title": "gemt", "valg-summary": "min"}
    saved = forms_of(answer)[part_path(draft)].send(rita, choices)

    assert saved.status_code == 303
    values = stored(rita.app, draft).content.values
    assert values["title"] == "Bodils titel"
    assert values["summary"] == "Ritas resumé"
    assert values["economics"] == "Ritas økonomi"


def test_parties_are_chosen_role_by_role(
    rita: Browser, bodil: Browser, draft: int
) -> None:
    form = open_form(rita, draft)
    write(bodil, draft, changes={"parties:formel-part": ["nyregion", "nordby"]})
    answer = form.send(rita, {"parties:formel-part": ["proeveregion", "sydby"]})
    assert "<blockquote>Nyregionen, Nordby Kommune</blockquote>" in answer.text

    forms_of(answer)[part_path(draft)].send(rita, {"valg-parties:formel-part": "gemt"})

    assert set(stored(rita.app, draft).content.parties["formel-part"]) == {
        "nyregion",
        "nordby",
    }


def test_lists_of_ticks_that_differ_only_in_order_are_the_same(
    rita: Browser, bodil: Browser, draft: int
) -> None:
    answer = both_in(rita, bodil, draft).send(
        rita,
        {
            "title": "Ritas titel",
            "parties:formel-part": ["sydby", "nordby", "proeveregion"],
        },
    )

    assert "valg-title" in answer.text
    assert "valg-parties" not in answer.text


def test_places_ticked_in_another_order_are_no_change(
    rita: Browser, draft: int
) -> None:
    write(rita, draft, ROW, {"applies_in": ["sydby", "nord"]})

    answer = write(rita, draft, ROW)

    assert "Der var ingen ændringer." in words(rita.get(answer.location))
    assert open_form(rita, draft, ROW).all("applies_in") == ["nord", "sydby"]
    assert stored(rita.app, draft).content.row(ROW)["applies_in"] == ("sydby", "nord")


def test_a_third_who_saves_meanwhile_is_met_too(
    rita: Browser, bodil: Browser, draft: int
) -> None:
    answer = both_in(rita, bodil, draft).send(rita, {"title": "Ritas titel"})
    write(bodil, draft, changes={"title": "Bodils anden titel"})

    again = forms_of(answer)[part_path(draft)].send(rita, {"valg-title": "min"})

    assert again.status_code == 409
    assert "<blockquote>Bodils anden titel</blockquote>" in again.text
    forms_of(again)[part_path(draft)].send(rita)
    assert stored(rita.app, draft).title == "Ritas titel"


def test_a_bad_date_amid_a_conflict_keeps_the_conflict(
    rita: Browser, bodil: Browser, draft: int
) -> None:
    """The first refusal is about the date; when it is mended, both texts are shown."""
    form = both_in(rita, bodil, draft)
    refused = form.send(rita, {"title": "Ritas titel", "review_on": "x"})
    assert refused.status_code == 400

    answer = forms_of(refused)[part_path(draft)].send(rita, {"review_on": ""})

    assert answer.status_code == 409
    assert "<blockquote>Bodils titel</blockquote>" in answer.text


def test_the_same_text_twice_is_no_conflict(
    rita: Browser, bodil: Browser, draft: int
) -> None:
    form = open_form(rita, draft)
    write(bodil, draft, changes={"title": "Samme titel"})

    assert form.send(rita, {"title": "Samme titel"}).status_code == 303


# Saved by itself


def test_a_text_is_saved_by_itself_with_what_the_gates_find(
    rita: Browser, draft: int
) -> None:
    form = open_form(rita, draft)

    answer = form.send(rita, {"title": "Ny titel", "economics": "<b>TBD</b>"}, **JSON)

    assert answer.status_code == 200
    assert json_of(answer)["message"] == "Gemt automatisk kl. 13.00"
    assert "Feltet «Økonomi» er ikke skrevet færdigt" in json_of(answer)["findings"]
    assert f'href="{part_path(draft)}#economics"' in json_of(answer)["findings"]
    assert stored(rita.app, draft).title == "Ny titel"
    again = form.send(
        rita, {"base": json_of(answer)["base"], "title": "Nyere titel"}, **JSON
    )
    assert again.status_code == 200
    assert stored(rita.app, draft).title == "Nyere titel"


def test_a_typed_day_is_answered_with_how_exactly_it_is_known(
    rita: Browser, draft: int
) -> None:
    write(rita, draft, changes={"date_precision": "period"})

    answer = open_form(rita, draft).send(rita, {"in_force_from": "2027-03-01"}, **JSON)

    assert json_of(answer)["set"] == {"date_precision": "day"}
    assert open_form(rita, draft).one("date_precision") == "day"


def test_nothing_new_is_not_written(rita: Browser, draft: int) -> None:
    answer = open_form(rita, draft).send(rita, **JSON)

    assert (answer.status_code, json_of(answer)["message"]) == (200, "Alt er gemt")
    assert stored(rita.app, draft).writers == frozenset()


def test_what_cannot_be_read_is_not_saved_by_itself(rita: Browser, draft: int) -> None:
    answer = open_form(rita, draft).send(
        rita, {"review_on": "x", "title": "Ny"}, **JSON
    )

    assert answer.status_code == 400
    assert json_of(answer)["message"].startswith(
        "Ikke gemt endnu. Gennemgås senest: Det er ikke"
    )
    assert stored(rita.app, draft).title != "Ny"


def test_saving_by_itself_overwrites_nobody(
    rita: Browser, bodil: Browser, draft: int
) -> None:
    answer = both_in(rita, bodil, draft).send(rita, {"title": "Ritas titel"}, **JSON)

    assert answer.status_code == 409
    assert "En anden har gemt imens. Tryk Gem" in json_of(answer)["message"]
    assert stored(rita.app, draft).title == "Bodils titel"


def test_a_row_is_saved_by_itself_too(rita: Browser, draft: int) -> None:
    answer = open_form(rita, draft, ROW).send(rita, {"task": "Ny opgave"}, **JSON)

    assert json_of(answer)["message"] == "Gemt automatisk kl. 13.00"
    assert stored(rita.app, draft).content.row(ROW)["task"] == "Ny opgave"


# Shown


def test_a_preview_shows_markdown_and_no_script(rita: Browser) -> None:
    answer = rita.post("/redaktion/tekster/forhaandsvis", {"tekst": f"**fed** {EVIL}"})

    assert "<strong>fed</strong>" in answer.text
    assert "<script" not in answer.text
    assert "<img" not in answer.text


def test_markup_in_a_text_is_only_text_on_every_page_of_the_draft(
    rita: Browser, draft: int
) -> None:
    texts = dict.fromkeys(
        ("title", "summary", "economics", "body", "evidence", "change_note"), EVIL
    )
    write(rita, draft, changes=texts)
    write(
        rita,
        draft,
        ROW,
        dict.fromkeys(("task", "situation", "deadline", "section"), EVIL),
    )
    pages = ("", "/udgave", f"/snitflader/{ROW}", "/vis", "/gennemgang", "/aendringer")

    shown = [rita.get(path(draft, page)) for page in pages]
    shown += [rita.get(path(draft, f"/aendringer/{number}")) for number in (1, 2)]
    shown += [rita.get("/redaktion"), rita.get("/redaktion/aftaler")]
    for answer in shown:
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text


def test_the_draft_is_shown_as_readers_will_see_it(rita: Browser, draft: int) -> None:
    write(rita, draft, ROW, {"task": "Ny opgave"})

    shown = words(rita.get(path(draft, "/vis")))

    assert "Kladde. Den er ikke offentliggjort" in shown
    assert "Ny opgave" in shown


# Published


def test_a_published_version_is_changed_no_more_and_the_text_not_lost(
    rita: Browser, draft: int
) -> None:
    gorm = sign_in(rita.app, "gorm")
    write(rita, draft, changes={"title": "Ritas titel"})
    form = open_form(rita, draft)
    act(rita, draft, "indsend")
    act(gorm, draft, "godkend")
    act(gorm, draft, "offentliggoer")

    answer = form.send(rita, {"title": "For sent"})

    assert answer.status_code == 409
    assert "Udgaven er offentliggjort og kan ikke ændres" in words(answer)
    assert forms_of(answer)[part_path(draft)].one("title") == "For sent"
    assert stored(rita.app, draft).title == "Ritas titel"
    assert stored(rita.app, draft).state is State.PUBLISHED


@pytest.mark.parametrize("name", ["kopier", "flyt-ned", "fjern"])
def test_the_rows_of_a_withdrawn_draft_stand_still(
    rita: Browser, draft: int, name: str
) -> None:
    write(rita, draft, changes={"title": "Ritas titel"})
    act(rita, draft, "laeg-vaek")

    answer = rita.post(path(draft, f"/snitflader/{ROW}/{name}"))

    assert answer.status_code == 403
    assert "Kladden er lagt væk og kan ikke ændres." in words(answer)


def test_a_new_row_of_a_withdrawn_draft_is_refused_with_its_text(
    rita: Browser, draft: int
) -> None:
    write(rita, draft, changes={"title": "Ritas titel"})
    form = open_form(rita, draft, NEW_ROW)
    act(rita, draft, "laeg-vaek")

    answer = form.send(rita, {"task": "For sent"})

    assert answer.status_code == 409
    assert "Udgaven er lagt væk og kan ikke ændres" in words(answer)
    assert forms_of(answer)[part_path(draft, NEW_ROW)].one("task") == "For sent"


# A session that ran out


def test_a_text_outlives_the_session_it_was_written_in(
    rita: Browser, draft: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = open_form(rita, draft)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=9))

    lost = form.send(rita, {"title": "Skrevet længe", "target_groups": ["voksne"]})
    assert lost.status_code == 401
    assert "så fortsætter du med din tekst" in words(lost)

    credentials = {"brugernavn": "rita", "adgangskode": PASSWORD}
    back = forms_of(lost)["/log-ind"].send(rita, credentials)
    assert "Din tekst er her endnu" in words(back)
    assert "Skrevet længe" in back.text

    saved = forms_of(back)[part_path(draft)].send(rita)
    assert saved.status_code == 303
    content = stored(rita.app, draft).content
    assert content.values["title"] == "Skrevet længe"
    assert content.values["target_groups"] == ("voksne",)


def test_a_text_is_not_saved_by_itself_without_a_session(
    rita: Browser, draft: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = open_form(rita, draft)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=9))

    answer = form.send(rita, {"title": "Skrevet længe"}, **JSON)

    assert answer.status_code == 401
    assert not answer.is_json
    assert stored(rita.app, draft).title != "Skrevet længe"
