"""Taking in an agreement: a Word file or a pasted text becomes a draft; what was read
is told.

Also covers registry/intake/service.py, registry/intake/limits.py and
registry/models/intake.py.
"""

import hashlib
import io

import docx
import pytest
from flask import Flask
from sqlmodel import select
from werkzeug.test import TestResponse

from registry.exports import docx as word_export
from registry.exports.agreement import agreement
from registry.intake import service
from registry.markup.remarks import MOST_CHARACTERS, MOST_LINES
from registry.models import Intake
from registry.publishing.drafts import open_drafts, read_draft
from registry.storage import trail
from registry.storage.db import reading
from tests.intake.docx_agreement import docx_file
from tests.intake.docx_files import docx_of, p, r
from tests.web.people import Browser, engine_of, sign_in
from tests.web.writing import act, act_unseen, stored, words, write

TEXT = """Aftale om prøver

Kort sagt: der tages prøver.

Økonomi

Regionen betaler.
"""


NAME = "Aftale om prøver.docx"


def send(
    browser: Browser, content: bytes | None = None, *, name: str = NAME, **fields: str
) -> TestResponse:
    files = {} if content is None else {"fil": (io.BytesIO(content), name)}
    data = {
        "csrf_token": browser.form_secret,
        "title": "",
        "aftale": "",
        "tekst": "",
        **fields,
        **files,
    }
    answer = browser.client.post("/redaktion/indlaes", data=data)
    # What is refused for its size is not read, and the client leaves its own copy open.
    answer.request.environ["wsgi.input"].close()
    return answer


def draft_id(answer: TestResponse) -> int:
    assert answer.status_code == 303, words(answer)
    return int(answer.location.split("/")[-2])


def test_a_docx_file_becomes_a_draft(people: Flask) -> None:
    rita = sign_in(people, "rita")
    draft = read_draft(
        people.extensions["registry"].catalogue, draft_id(send(rita, docx_file()))
    )

    assert (draft.slug, draft.title, draft.state) == (
        "aftale-om-proever",
        "Aftale om prøver",
        "draft",
    )
    assert draft.content.values["economics"] == "Hver part betaler sit."
    assert [row["task"] for row in draft.content.rows] == [
        "Varsle kommunen",
        "Tage prøven",
    ]
    assert draft.content.rows[0]["deadline_unit"] == "hverdage"
    assert draft.writers == {"rita"}


def test_what_is_unclear_is_listed_with_its_row(people: Flask) -> None:
    rita = sign_in(people, "rita")
    answer = rita.get(send(rita, docx_file()).location)

    assert "Udføres af: «Den fælles enhed» er ikke et navn, kataloget kender." in words(
        answer
    )
    assert '/snitflader/tage-proeven">Tage prøven</a>' in answer.text


def test_all_that_was_left_out_is_listed_whole_behind_a_link(people: Flask) -> None:
    rita = sign_in(people, "rita")
    hidden = [p(f"Punkt {n} ", r(f"skjult {n}", "vanish")) for n in range(42)]
    at = send(rita, docx_of(p("Aftale om prøver", style="Titel"), *hidden)).location

    short = rita.get(at)
    assert "og 34 til. Se alle 42" in words(short)
    whole = rita.get(f"{at}/alt")
    assert "«skjult 41» Stod ved «Punkt 41 skjult 41»." in words(whole)
    assert f"{at}/alt#nr-" in short.text


def test_the_original_lies_beside_the_draft(people: Flask) -> None:
    rita, content = sign_in(people, "rita"), docx_file()
    draft = draft_id(send(rita, content))
    answer = rita.get(f"/redaktion/kladder/{draft}/indlaest/original")

    assert answer.data == content
    assert "attachment" in answer.headers["Content-Disposition"]
    assert (
        hashlib.sha256(content).hexdigest()
        in rita.get(f"/redaktion/kladder/{draft}/indlaest").text
    )
    assert "Aftale om prøver.docx" in rita.get(f"/redaktion/kladder/{draft}").text


def test_a_pasted_text_becomes_a_draft(people: Flask) -> None:
    rita = sign_in(people, "rita")
    draft = read_draft(
        people.extensions["registry"].catalogue, draft_id(send(rita, tekst=TEXT))
    )
    assert (draft.title, draft.content.values["economics"]) == (
        "Aftale om prøver",
        "Regionen betaler.",
    )


def test_the_next_version_of_an_agreement_keeps_its_rows_names(people: Flask) -> None:
    catalogue = people.extensions["registry"].catalogue
    slug = "proeve-udskrivning"
    before = catalogue.today().agreement(slug).shown.rows[0].snitflade
    rita = sign_in(people, "rita")
    file = docx.Document()
    file.add_heading("Ny titel", 0)
    table = file.add_table(2, 3)
    lines = (
        ("Opgave", "Situation", "Udføres af"),
        (before.task, before.situation, "Kommune"),
    )
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    out = io.BytesIO()
    file.save(out)

    draft = read_draft(catalogue, draft_id(send(rita, out.getvalue(), aftale=slug)))

    assert draft.slug == slug
    assert [row["key"] for row in draft.content.rows] == [before.key]


@pytest.mark.parametrize(
    ("content", "fields", "message", "status"),
    [
        (None, {}, "Vælg en Word-fil, eller indsæt en tekst.", 400),
        (b"ikke en Word-fil", {}, "Word", 400),
        (docx_file(), {"tekst": TEXT}, "ikke begge dele", 400),
        (None, {"tekst": "og så videre og så videre, uden titel."}, "Titel:", 400),
        (docx_file(), {"title": "???"}, "Skriv aftalens titel med bogstaver.", 400),
        (docx_file(), {"aftale": "findes-ikke"}, "ingen offentliggjort udgave", 404),
    ],
)
def test_what_cannot_be_taken_in_is_refused_and_nothing_written(
    people: Flask,
    content: bytes | None,
    fields: dict[str, str],
    message: str,
    status: int,
) -> None:
    rita = sign_in(people, "rita")
    before = open_drafts(people.extensions["registry"].catalogue)
    answer = send(rita, content, **fields)

    assert answer.status_code == status
    assert message in words(answer)
    assert open_drafts(people.extensions["registry"].catalogue) == before
    with reading(engine_of(people)) as session:
        assert session.exec(select(Intake)).all() == []
    assert not {"taken-in", "draft-begun"} & {
        e.event_key for e in trail.everything(engine_of(people))
    }


PARAGRAPH = "Kommunen og hospitalet aftaler det med hinanden hver gang. " * 20
TOO_LONG = [PARAGRAPH] * (MOST_CHARACTERS // len(PARAGRAPH) + 1)
WAY_ON = "Del teksten, og læs hver del ind for sig."


@pytest.mark.parametrize(
    ("content", "tekst", "field"),
    [
        (None, "\n\n".join(["Aftale om prøver", *TOO_LONG]), "tekst"),
        (docx_of(p(r("Aftale om prøver")), *(p(r(t)) for t in TOO_LONG)), "", "fil"),
        (
            None,
            "\n\n".join(["Aftale om prøver", "Økonomi", *TOO_LONG]),
            "tekst",
        ),
        (
            None,
            "\n\n".join(["Aftale om prøver", *["- Ja."] * (MOST_LINES + 1)]),
            "tekst",
        ),
    ],
    ids=["pasted", "word", "a field of its own", "lines"],
)
def test_what_nobody_could_save_in_the_form_is_not_taken_in(
    people: Flask, content: bytes | None, tekst: str, field: str
) -> None:
    answer = send(sign_in(people, "rita"), content, tekst=tekst)

    assert answer.status_code == 400
    assert WAY_ON in words(answer)
    assert f'id="{field}-fejl"' in answer.text
    assert open_drafts(people.extensions["registry"].catalogue) == {}
    with reading(engine_of(people)) as session:
        assert session.exec(select(Intake)).all() == []


def test_what_just_has_room_is_taken_in(people: Flask) -> None:
    tekst = "\n\n".join(["Aftale om prøver", *TOO_LONG[:-2]])
    draft = draft_id(send(sign_in(people, "rita"), tekst=tekst))

    body = stored(people, draft).content.values["body"]
    assert MOST_CHARACTERS > len(body) > 0.9 * MOST_CHARACTERS


def test_a_pasted_text_is_shown_again_when_it_is_refused(people: Flask) -> None:
    answer = send(sign_in(people, "rita"), tekst="noget uden titel, men med ord.")
    assert "noget uden titel, men med ord.</textarea>" in answer.text


def test_an_agreement_with_a_draft_is_not_overwritten(people_begun: Flask) -> None:
    rita = sign_in(people_begun, "rita")
    answer = send(rita, docx_file(), aftale="proeve-udskrivning")
    assert answer.status_code == 409
    assert "Aftalen har allerede en kladde." in words(answer)


def test_a_file_larger_than_a_form_may_be_is_still_read(people: Flask) -> None:
    answer = send(sign_in(people, "rita"), b"0" * 6_000_000)
    assert answer.status_code == 400


def test_a_file_larger_than_any_is_refused(people: Flask) -> None:
    answer = send(sign_in(people, "rita"), b"0" * 12_000_000)
    assert answer.status_code == 413
    assert "en fil på 10 MB" in words(answer)


def test_the_trail_tells_the_file_and_its_hash(people: Flask) -> None:
    content = docx_file()
    send(sign_in(people, "rita"), content)
    entry = next(
        e for e in trail.everything(engine_of(people)) if e.event_key == "taken-in"
    )
    assert entry.subject == "aftale-om-proever"
    assert hashlib.sha256(content).hexdigest() in entry.detail


@pytest.mark.parametrize("name", ["../../etc/aftale.docx", "C:/Users/rita/aftale.docx"])
def test_a_name_with_a_path_in_it_is_only_a_name(people: Flask, name: str) -> None:
    draft = draft_id(send(sign_in(people, "rita"), docx_file(), name=name))
    taken_in = service.taken_in(people.extensions["registry"].catalogue, draft)
    assert taken_in is not None
    assert taken_in.intake.name == "aftale.docx"


def test_who_took_it_in_cannot_approve_it(people: Flask) -> None:
    bodil, rita, slug = (
        sign_in(people, "bodil"),
        sign_in(people, "rita"),
        "proeve-udskrivning",
    )
    snapshot = people.extensions["registry"].catalogue.today()
    shown = snapshot.agreement(slug)
    file = word_export.render(
        agreement(snapshot, shown, shown.shown, "https://katalog.example")
    )
    draft = draft_id(send(bodil, file, aftale=slug))
    write(rita, draft, changes={"change_note": "Genindlæst."})
    assert stored(people, draft).writers == {"bodil", "rita"}
    assert act(rita, draft, "indsend").status_code == 303
    assert stored(people, draft).state == "in_approval"

    answer = act_unseen(bodil, draft, "godkend")

    assert answer.status_code == 403
    assert "Du har selv skrevet i kladden. En anden skal godkende" in words(answer)


def test_the_original_of_a_draft_that_was_withdrawn_stays(people: Flask) -> None:
    rita, content = sign_in(people, "rita"), docx_file()
    draft = draft_id(send(rita, content))
    assert act(rita, draft, "laeg-vaek", {"note": "Forkert fil."}).status_code == 303
    assert rita.get(f"/redaktion/kladder/{draft}/indlaest/original").data == content
    again = draft_id(send(rita, docx_file()))
    assert again != draft
    assert rita.get(f"/redaktion/kladder/{draft}/indlaest").status_code == 200


def test_what_the_version_before_had_is_told(people: Flask) -> None:
    rita = sign_in(people, "rita")
    answer = rita.get(send(rita, docx_file(), aftale="proeve-udskrivning").location)
    assert "Snitflader i udgaven før, som teksten ikke har" in words(answer)
    assert "Udfyldt i udgaven før, men ikke her:" in words(answer)
