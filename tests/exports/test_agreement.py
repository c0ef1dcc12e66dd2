"""One agreement as a document: nothing of what it says is left out."""

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import ShownVersion, Snapshot
from registry.catalogue.told import told_in
from registry.clock import Moment
from registry.exports.agreement import agreement
from registry.exports.formats import export_named
from registry.exports.publication import Publication
from registry.rules.fields import ROW_FIELDS, THREE_FIELDS, Field
from tests.exports.samples import ON, PUBLIC_URL

pytestmark = pytest.mark.slow


def versions(
    catalogue: Catalogue,
) -> Iterator[tuple[Snapshot, ShownVersion, Publication]]:
    snapshot = catalogue.at(Moment(ON))
    for shown_agreement in snapshot.agreements.values():
        for shown in shown_agreement.versions:
            yield (
                snapshot,
                shown,
                agreement(snapshot, shown_agreement, shown, PUBLIC_URL),
            )


def in_order_of(file: Any) -> str:
    """All text of a Word file, its links included, blanks made one."""
    parts = [
        "".join(run.text for run in item.iter_inner_content())
        if hasattr(item, "text")
        else "\n".join(cell.text for row in item.rows for cell in row.cells)
        for item in file.iter_inner_content()
    ]
    return one_line("\n".join(parts))


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_every_version_prints_every_filled_field_of_every_row(
    shipped: Catalogue,
) -> None:
    count = 0
    for snapshot, shown, publication in versions(shipped):
        text = in_order_of(
            docx.Document(io.BytesIO(export_named("docx").render(publication)))
        )
        for row in shown.rows:
            for field in ROW_FIELDS:
                value = told_in(snapshot, row, field)
                if value:
                    assert one_line(_printed(field, value)) in text, (
                        row.id,
                        field.name,
                    )
                    count += 1
    assert count > 1000


def _printed(field: Field, value: str) -> str:
    """How a row's field stands in one of the three tables."""
    if field.name in ("key", "task"):
        return value
    return f"{field.label}: {value}"


def test_what_only_the_catalogue_uses_stands_in_the_closing_table(
    shipped: Catalogue,
) -> None:
    for _, shown, publication in versions(shipped):
        made = export_named("md").render(publication).decode()
        before, closing = made.split("\n## Belæg\n")
        for row in shown.rows:
            assert f" | {row.snitflade.key} | " in closing
            assert f" | {row.snitflade.key} | " not in before
        assert "Faktalinje" not in before and "Opgavetype" not in before


def test_a_long_agreement_takes_less_than_half_a_page_for_each_row(
    shipped: Catalogue,
) -> None:
    snapshot = shipped.today()
    shown = snapshot.agreement("snitfladekatalog-hjaelpemidler")
    publication = agreement(snapshot, shown, shown.shown, PUBLIC_URL)
    pages = PdfReader(io.BytesIO(export_named("pdf").render(publication))).pages
    assert len(pages) < len(shown.shown.rows) / 2


def test_every_version_prints_its_three_fields_under_their_headings(
    shipped: Catalogue,
) -> None:
    for _, shown, publication in versions(shipped):
        made = export_named("md").render(publication).decode()
        for field in THREE_FIELDS:
            assert f"\n## {field.label}\n" in made
            first = re.sub(
                r"[*_`\\\[\]#>-]", "", getattr(shown.version, field.name)
            ).split()[:6]
            assert " ".join(first) in one_line(re.sub(r"[*_`\\\[\]#>-]", "", made))


def test_every_version_can_be_had_as_pdf_and_twice_the_same(shipped: Catalogue) -> None:
    for _, shown, publication in list(versions(shipped))[::5]:
        made = export_named("pdf").render(publication)
        assert made.startswith(b"%PDF")
        assert export_named("pdf").render(publication) == made, shown.slug


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/aftaler/proeve-udskrivning", "proeve-udskrivning-udgave-2"),
        ("/aftaler/proeve-udskrivning?pr=2021-01-01", "proeve-udskrivning-udgave-1"),
        ("/aftaler/proeve-udskrivning/udgaver/1", "proeve-udskrivning-udgave-1"),
    ],
)
@pytest.mark.parametrize("key", ["docx", "pdf", "md"])
def test_the_page_has_its_files(
    client: FlaskClient, address: str, name: str, key: str
) -> None:
    joint = "&" if "?" in address else "?"
    answer = client.get(f"{address}{joint}format={key}")
    assert answer.status_code == 200
    assert (
        answer.headers["Content-Disposition"] == f'attachment; filename="{name}.{key}"'
    )
    assert f"format={key}" in client.get(address).text


@pytest.mark.parametrize("key", ["docx", "pdf", "md"])
def test_what_a_council_is_sent_need_not_tell_what_it_rests_on(
    client: FlaskClient, key: str
) -> None:
    address = f"/aftaler/proeve-lokal?format={key}"
    answer = client.get(f"{address}&belaeg=nej")
    assert (
        'filename="proeve-lokal-udgave-1-uden-belaeg.'
        in answer.headers["Content-Disposition"]
    )
    assert len(answer.data) < len(client.get(address).data)
    page = client.get("/aftaler/proeve-lokal").text
    assert f"format={key}&amp;belaeg=nej" in page


def test_without_its_evidence_a_document_says_all_the_rest(shipped: Catalogue) -> None:
    snapshot = shipped.today()
    shown = snapshot.agreement("snitfladekatalog-hjaelpemidler")
    made, less = (
        export_named("md")
        .render(agreement(snapshot, shown, shown.shown, PUBLIC_URL, evidence=told))
        .decode()
        for told in (True, False)
    )
    assert "\n- Belæg" in made
    before, after = made.replace("\n- Belæg", "").split("\n## Belæg\n")
    _, provenance = after.split("\n## Om dette dokument\n")
    assert less == f"{before}\n## Om dette dokument\n{provenance}"
    assert "Faktalinje" not in less


def test_another_word_about_its_evidence_is_refused(client: FlaskClient) -> None:
    answer = client.get("/aftaler/proeve-lokal?format=md&belaeg=maaske")
    assert answer.status_code == 400
    assert "belaeg: skriv nej, eller udelad det." in answer.text


@pytest.mark.parametrize("key", ["csv", "json", "odt"])
def test_a_format_that_an_agreement_has_not_is_refused(
    client: FlaskClient, key: str
) -> None:
    answer = client.get(f"/aftaler/proeve-lokal?format={key}")
    assert answer.status_code == 400
    assert "format:" in answer.text
