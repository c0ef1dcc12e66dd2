"""Comments through the pages; and that no reader ever meets one."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from flask import Flask
from pypdf import PdfReader

from registry.content.dump import dump
from registry.exports.formats import EXPORTS
from registry.offline.page_file import offline_html
from tests.exports.readers import pdf_text
from tests.web.forms import forms_of
from tests.web.people import Browser, engine_of
from tests.web.writing import SLUG, act, path, words

SECRET = "Zebrafink"
ROW = "varsel-boern"
READERS_PAGES = (
    "/",
    "/soeg?q=varsle+kommunen+om+barnet",
    "/aftaler",
    f"/aftaler/{SLUG}",
    f"/aftaler/{SLUG}/udgaver/3",
    f"/aftaler/{SLUG}/forskel?til=3",
    f"/snitflader/{SLUG}.{ROW}",
    "/snitflader?format=csv",
    "/overblik",
    "/appendiks",
    "/api/v1/search?q=varsle+kommunen+om+barnet",
    "/api/v1/agreements",
    f"/api/v1/agreements/{SLUG}",
    f"/api/v1/agreements/{SLUG}/versions/3",
    "/api/v1/snitflader",
    "/api/v1/told",
    "/api/v1/coherence",
    "/api/v1/appendix",
)


@pytest.fixture
def office(people_written: Flask) -> Flask:
    return people_written


def say(
    browser: Browser, draft: int, text: str, om: str = ROW, citat: str = ""
) -> None:
    page = path(draft, "/kommentarer")
    form = forms_of(browser.get(f"{page}?om={om}"))[page]
    assert form.one("om") == om
    answer = form.send(browser, {"tekst": text, "citat": citat})
    assert answer.status_code == 303


def test_a_row_is_commented_answered_and_closed(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    say(gorm, draft, "Gælder det <b>alle</b> børn?")
    page = path(draft, "/kommentarer")
    assert "Kommentarer 1 ikke lukket" in words(rita.get(path(draft)))
    form = rita.get(path(draft, f"/snitflader/{ROW}"))
    assert "Gælder det <b>alle</b> børn?" in words(form)
    assert "<b>alle" not in form.text

    thread = forms_of(rita.get(page))[f"{page}/1"]
    assert thread.send(rita, {"tekst": "Ja."}, "Svar").status_code == 303
    assert "Ja. Rita Redaktør" in words(gorm.get(path(draft, "/gennemgang")))
    answer = forms_of(gorm.get(page))[f"{page}/1"].send(
        gorm, {}, "Luk kommentaren om Snitflade: Varsle kommunen om barnet"
    )

    assert "Kommentaren er lukket." in words(gorm.get(answer.location))
    assert "Kommentarer 0 ikke lukket" in words(rita.get(path(draft)))
    assert "Gælder det" not in rita.get(path(draft, f"/snitflader/{ROW}")).text


def test_a_comment_is_kept_in_its_one_form(rita: Browser, draft: int) -> None:
    say(rita, draft, "A\u030abent spørgs\u00admål: ﬁre\u00a0dage?")
    assert "Åbent spørgsmål: fire dage?" in words(rita.get(path(draft, "/kommentarer")))


def test_a_comment_that_is_refused_is_not_lost(gorm: Browser, draft: int) -> None:
    page = path(draft, "/kommentarer")
    answer = forms_of(gorm.get(page))[page].send(
        gorm, {"tekst": "Hvornår & hvordan?", "citat": "ord, der ikke er der"}
    )

    assert answer.status_code == 400
    assert "Stedet: de ord står der ikke." in words(answer)
    assert forms_of(answer)[page].one("tekst") == "Hvornår & hvordan?"
    say(gorm, draft, "Hvornår?")
    empty = forms_of(gorm.get(page))[f"{page}/1"].send(gorm, {"tekst": ""}, "Svar")
    assert empty.status_code == 400


def test_publishing_says_what_is_not_settled(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    say(gorm, draft, SECRET)
    act(rita, draft, "indsend")
    act(gorm, draft, "godkend")

    asked = words(gorm.get(path(draft, "/offentliggoer")))
    assert "1 kommentar er ikke lukket" in asked


def all_of(content: bytes) -> str:
    """Everything that a file says, whatever it is packed in."""
    if content.startswith(b"%PDF"):
        return pdf_text(PdfReader(BytesIO(content)))
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as packed:
            content = b" ".join(packed.read(name) for name in packed.namelist())
    return content.decode("utf-8", errors="replace")


@pytest.mark.slow
def test_no_comment_is_ever_published(
    rita: Browser, gorm: Browser, draft: int, tmp_path: Path
) -> None:
    """In no page, document, answer of the API, copy for bad days, nor dump."""
    say(gorm, draft, f"{SECRET} om rækken")
    say(gorm, draft, f"{SECRET} om teksten", "udgave", "Ritas titel")
    for browser, name in (
        (rita, "indsend"),
        (gorm, "godkend"),
        (gorm, "offentliggoer"),
    ):
        assert act(browser, draft, name).status_code == 303
    services = rita.app.extensions["registry"]
    assert SECRET in gorm.get(path(draft, "/kommentarer")).text

    reader = rita.app.test_client()
    for address in READERS_PAGES:
        answer = reader.get(address)
        assert answer.status_code == 200, address
        assert "Ritas titel" in answer.text or address != f"/aftaler/{SLUG}"
        assert SECRET not in answer.text, address
    made = 0
    for export in EXPORTS:
        for at in (f"/aftaler/{SLUG}?", "/appendiks?raekker=1&"):
            file = reader.get(f"{at}format={export.key}")
            # A single agreement is given in some of the formats only.
            assert file.status_code in (200, 400), (at, export.key)
            made += file.status_code == 200
            assert SECRET not in all_of(file.data), (at, export.key)

    assert made > len(EXPORTS)
    assert SECRET not in offline_html(services.catalogue.today())
    dump(engine_of(rita.app), tmp_path / "ud", drafts=True)
    files = [f for f in (tmp_path / "ud").rglob("*") if f.is_file()]
    assert files
    assert all(SECRET not in file.read_text(encoding="utf-8") for file in files)
