"""Letting readers have a version's original: two persons, a clean file, and its hash.

Also covers registry/catalogue/shown_originals.py and registry/documents/originals.py.
"""

import io
from datetime import UTC, date, datetime
from typing import Any

import docx
import pytest

from registry.catalogue.queries import Catalogue
from registry.catalogue.shown_originals import file_of, original_of
from registry.clock import Moment
from registry.documents.originals import examined
from registry.errors import Conflict, NotFound, Refused
from registry.models import ShownOriginal
from registry.records import proposals
from registry.records.originals import NONE, NUMBER
from registry.records.proposals import WrongRecords, confirm, propose
from registry.storage.hashes import sha256
from tests.intake.docx_files import deleted, docx_of, inserted, p, part, r
from tests.publishing.people import BODIL, GORM, RENE, RITA, SLUG
from tests.records.originals import FILE, NAME, WANTED, keep
from tests.records.samples import two

pytestmark = pytest.mark.usefixtures("stopped_clock")

MACROS = ("rId9", "vbaProject", "vbaProject.bin")


def wrong(catalogue: Catalogue, **changes: Any) -> str:
    with pytest.raises(WrongRecords) as refused:
        propose(catalogue, "original", [{**WANTED, **changes}], RITA)
    return refused.value.message


def shown(catalogue: Catalogue, pr: date | None = None) -> ShownOriginal | None:
    snapshot = catalogue.at(Moment(pr)) if pr else catalogue.today()
    return original_of(snapshot, snapshot.agreement(SLUG).number(1))


def test_nobody_has_it_until_two_have_decided(catalogue: Catalogue) -> None:
    keep(catalogue, FILE)
    snapshot = catalogue.today()
    with pytest.raises(NotFound):
        file_of(catalogue.engine, snapshot, snapshot.agreement(SLUG).number(1))

    number = propose(catalogue, "original", [WANTED], RITA)
    assert shown(catalogue) is None

    confirm(catalogue, number, GORM)
    snapshot = catalogue.today()
    version = snapshot.agreement(SLUG).number(1)
    record = original_of(snapshot, version)
    assert record is not None
    assert (record.name, record.sha256) == (NAME, sha256(FILE))
    assert file_of(catalogue.engine, snapshot, version).content == FILE


def test_nobody_lets_it_out_alone(catalogue: Catalogue) -> None:
    keep(catalogue, FILE)
    number = propose(catalogue, "original", [WANTED], BODIL)
    with pytest.raises(Refused):
        confirm(catalogue, number, BODIL)
    with pytest.raises(Refused):
        confirm(catalogue, number, RENE)
    assert shown(catalogue) is None


def test_it_is_there_from_the_day_and_for_its_version_only(
    catalogue: Catalogue,
) -> None:
    keep(catalogue, FILE)
    two(catalogue, "original", WANTED)
    snapshot = catalogue.today()
    assert original_of(snapshot, snapshot.agreement(SLUG).number(2)) is None
    assert shown(catalogue, date(2026, 10, 31)) is None
    assert shown(catalogue, date(2026, 11, 1)) is not None
    before = catalogue.at(Moment(date(2026, 11, 22), datetime(2026, 6, 1, tzinfo=UTC)))
    assert original_of(before, before.agreement(SLUG).number(1)) is None


def test_it_is_taken_back_by_a_record_of_its_own(catalogue: Catalogue) -> None:
    keep(catalogue, FILE)
    two(catalogue, "original", WANTED)
    record = shown(catalogue)
    assert record is not None
    two(catalogue, "original", {**WANTED, "corrects": record.ref, "void": True})
    assert shown(catalogue) is None


def test_it_is_let_out_once(catalogue: Catalogue) -> None:
    keep(catalogue, FILE)
    two(catalogue, "original", WANTED)
    record = shown(catalogue)
    assert record is not None
    assert f"skriv «{record.ref}»" in wrong(catalogue)
    two(catalogue, "original", {**WANTED, "corrects": record.ref, "reason": "Ret."})
    now = shown(catalogue)
    assert now is not None
    assert (now.reason, now.sha256) == ("Ret.", record.sha256)


def test_without_an_original_there_is_none_to_show(catalogue: Catalogue) -> None:
    assert wrong(catalogue) == NONE
    assert "ingen offentliggjort udgave 9" in wrong(catalogue, version=9)
    keep(catalogue, b"Indsat tekst", "text/plain; charset=utf-8")
    assert wrong(catalogue) == NONE


PEOPLE_IN = '<cp:coreProperties xmlns:cp="a" xmlns:dc="b">{}</cp:coreProperties>'
HYPERLINK = ("rId9", "hyperlink", "https://katalog.example/aftaler")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (docx_of(p("Borgeren 010203-1234 er indlagt.")), NUMBER),
        (docx_of(p(deleted("Borgeren 010203-1234"))), NUMBER),
        (
            docx_of(
                p("Tekst"),
                parts={"word/comments.xml": part("comments", p("0102031234"))},
            ),
            NUMBER,
        ),
        (docx_of(p("Tekst"), related=[MACROS]), "makroer"),
        (docx_of(p("Tekst"), parts={"word/vbaProject.bin": ""}), "makroer"),
        (docx_of(p("Tekst"), parts={"word/activeX/activeX1.xml": "<a/>"}), "ActiveX"),
        (docx_of(p("T"), parts={"word/embeddings/ark.xlsx": ""}), "andre filer i sig"),
        (
            docx_of(
                p("T"), related=[("rId9", "attachedTemplate", "file:///N:/a.dotm")]
            ),
            "henter noget",
        ),
        (
            docx_of(
                p("T"), related=[("rId9", "image", "https://katalog.example/logo")]
            ),
            "henter noget",
        ),
        (b"PK\x03\x04 ikke hel", "ikke læses"),
    ],
)
def test_a_file_that_is_not_clean_is_kept_from_readers(
    catalogue: Catalogue, content: bytes, said: str
) -> None:
    keep(catalogue, content)
    assert said in wrong(catalogue)


def test_what_stands_in_it_beside_the_text_is_told(catalogue: Catalogue) -> None:
    comments = part("comments", '<w:comment w:id="0" w:author="Jens Hansen"/>')
    content = docx_of(
        p(inserted(r("nyt")), deleted("gammelt")),
        p(r("skjult", "vanish")),
        related=[HYPERLINK],
        parts={
            "word/comments.xml": comments,
            "word/media/image1.png": "",
            "docProps/core.xml": PEOPLE_IN.format("<dc:creator>Åse &amp; Bo<"),
        },
    )
    keep(catalogue, content)
    two(catalogue, "original", WANTED)

    record = shown(catalogue)
    assert record is not None
    for said in (
        "Filen har 1 kommentar.",
        "Filen har 2 sporede ændringer.",
        "Filen har skjult tekst.",
        "Filen har 1 billede.",
        "Filen nævner som forfatter: Jens Hansen, Åse & Bo.",
    ):
        assert said in record.told


def test_a_plain_file_has_nothing_to_tell() -> None:
    file = docx.Document()
    file.core_properties.author = file.core_properties.last_modified_by = ""
    file.add_paragraph("Tekst")
    out = io.BytesIO()
    file.save(out)
    assert examined(out.getvalue()) == ("", ())


def test_nobody_confirms_another_file_than_was_proposed(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(catalogue, FILE)
    with monkeypatch.context() as before:
        other = {"name": NAME, "sha256": "0" * 64, "told": ""}
        before.setattr(proposals, "with_file", lambda _s, _k, own: {**own, **other})
        before.setattr(proposals, "wrong_record", lambda *_: {})
        number = propose(catalogue, "original", [WANTED], RITA)
    with pytest.raises(Conflict):
        confirm(catalogue, number, GORM)
