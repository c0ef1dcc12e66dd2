"""The paper that tells a committee how far a health agreement has come.

Also covers registry/exports/status_parts.py, registry/exports/chart_svg.py and
registry/exports/docx_picture.py.
"""

import io
from datetime import UTC, date, datetime

import docx
import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.documents.blocks import Drawing
from registry.errors import NotFound
from registry.exports.docx_picture import png_of
from registry.exports.formats import export_named
from registry.exports.publication import Publication
from registry.exports.status_paper import status_paper
from tests.catalogue.shelf import Shelf
from tests.exports.readers import pdf_text
from tests.exports.samples import PUBLIC_URL
from tests.exports.test_agreement import in_order_of, one_line
from tests.records.follow_up import AIM, FIGURE, PERIOD, STAGE, year
from tests.records.samples import CONTINUED, two

pytestmark = pytest.mark.usefixtures("stopped_clock")
ADDRESS = f"/sundhedsaftaler/{PERIOD}/statuspapir"
TOLD = (
    *("Midtvejsstatus: Prøve-sundhedsaftale 2024-2027", "Prøveudvalget"),
    *("Indikatorer med tal: 1 af 2", "1 videreføres", "Vi er halvvejs."),
    *("Færre indlægges uden grund", "Akutte genindlæggelser, 30 dage"),
    *("11,7 procent (2024)", "10 procent (2025)", "-1,7 procentpoint"),
    *("Ingen tal i kataloget: Ventetid til genoptræning.", "Nordby Kommune"),
    *("Nordbys brev", "1. februar 2025", "videreføres"),
)


def paper(
    catalogue: Catalogue,
    on: date = date(2026, 11, 22),
    occasion: str = "midtvejs",
    vist: datetime | None = None,
) -> Publication:
    return status_paper(catalogue.at(Moment(on, vist)), PERIOD, occasion, PUBLIC_URL)


def markdown(publication: Publication) -> str:
    text = export_named("md").render(publication).decode()
    return one_line(text.replace("**", "").replace("\\", ""))


def test_word_and_pdf_and_markdown_tell_the_same(catalogue: Catalogue) -> None:
    publication = paper(catalogue)
    word = docx.Document(io.BytesIO(export_named("docx").render(publication)))
    made = export_named("pdf").render(publication)
    pdf = pdf_text(PdfReader(io.BytesIO(made)))
    bare = one_line(pdf).replace(" ", "")

    for text in TOLD:
        assert text in in_order_of(word)
        assert text in markdown(publication)
        assert text.replace(" ", "") in bare


@pytest.mark.parametrize("key", ["docx", "pdf", "md"])
def test_the_same_paper_is_the_same_bytes(catalogue: Catalogue, key: str) -> None:
    export = export_named(key)

    assert export.render(paper(catalogue)) == export.render(paper(catalogue))


def test_what_is_not_known_is_said(catalogue: Catalogue) -> None:
    text = markdown(paper(catalogue, date(2024, 1, 1), "slut"))

    for said in (
        "Slutstatus",
        "Kataloget har ingen tekst til denne status.",
        "Indikatorer med tal: 0 af 2",
        "ikke oplysninger om, hvor langt kommunerne er",
    ):
        assert said in text
    before = markdown(paper(catalogue, date(2023, 1, 1)))
    assert "Hvordan sundhedsaftalens mål lyder, er ikke oplyst." in before
    assert "Der er ikke registreret beslutninger." in before


def test_the_paper_follows_date_and_moment(catalogue: Catalogue) -> None:
    two(catalogue, "measurement", {**FIGURE, "place": "proeveregion", "value": 9})

    assert "9 procent (2024)" in markdown(paper(catalogue))
    earlier = datetime(2026, 11, 1, 12, tzinfo=UTC)
    shown = markdown(paper(catalogue, vist=earlier))
    assert "11,7 procent (2024)" in shown
    assert "vist=2026-11-01" in shown
    assert "2025)" not in markdown(paper(catalogue, date(2025, 6, 1)))


def test_an_agreement_behind_an_aim_only_by_a_goal_says_so(
    catalogue: Catalogue,
) -> None:
    shelf = Shelf(catalogue.engine)
    shelf.publish("kun-maal", title="Kun målet", goals=["maal-1"])
    shelf.publish("begge", title="Begge", focus_areas=["psykisk-sygdom"])
    two(catalogue, "aim", {**AIM, "goals": ("maal-1",)})

    text = markdown(paper(catalogue))
    assert "Kun målet (gennem nationalt mål)" in text
    assert "Begge (gennem" not in text and "Begge" in text


def test_counts_are_told_by_their_own_unit(catalogue: Catalogue) -> None:
    days = {**FIGURE, "indicator": "ventetid", "unit": "dage"}
    two(catalogue, "measurement", {**days, "value": 20}, {**days, **year(2025)})

    assert "-7,5 dage" in markdown(paper(catalogue))


def test_every_municipality_stands_in_the_annex(catalogue: Catalogue) -> None:
    two(catalogue, "implementation", STAGE)
    text = markdown(paper(catalogue))

    annex = text.split("Bilag: Hvor langt hver kommune er")[1]
    assert "Sydby Kommune | planlagt | 1. maj 2026 | Sydbys brev" in annex


def test_the_annex_names_those_of_whom_nothing_is_known(catalogue: Catalogue) -> None:
    annex = markdown(paper(catalogue)).split("Bilag: Hvor langt hver kommune er")[1]
    assert "Ikke oplyst: Sydby Kommune." in annex


def test_a_decision_is_told_with_its_reason_and_its_source(
    catalogue: Catalogue,
) -> None:
    decided = {**CONTINUED, "reason": "Den skal gennemgås."}
    two(catalogue, "continuation", decided)
    assert "Den skal gennemgås. Belæg: Udvalget, 3. marts 2026" in markdown(
        paper(catalogue)
    )


def test_of_a_decision_that_nobody_has_seen_no_source_is_cited(
    shipped: Catalogue,
) -> None:
    text = markdown(paper(shipped))
    assert "En beslutning om videreførelse under sundhedsaftalen 2024-27 er" in text
    assert "Belæg:" not in text


def test_a_paper_without_aims_or_indicators_says_what_its_table_is_of(
    shipped: Catalogue,
) -> None:
    text = markdown(paper(shipped))
    assert "| Fokusområde | Aftaler |" in text
    assert "Indikatorer med tal: ingen er oplyst" in text


def test_one_that_is_not_there_has_no_paper(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound):
        status_paper(catalogue.today(), "ukendt", "midtvejs", PUBLIC_URL)


def test_the_page_shows_it_and_leads_to_its_files(client: FlaskClient) -> None:
    html = " ".join(client.get(ADDRESS).text.split())

    assert "Midtvejsstatus: Prøve-sundhedsaftale 2024-2027" in html
    for key in ("docx", "pdf", "md"):
        answer = client.get(f"{ADDRESS}?slags=midtvejs&format={key}")
        assert answer.status_code == 200
        assert (
            f"{PERIOD}-midtvejs-2026-11-22.{key}"
            in (answer.headers["Content-Disposition"])
        )
        assert f"format={key}" in html


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [
        ("?slags=halv", 400, "slags: vælg en af"),
        ("?format=xlsx", 400, "format: et statuspapir findes som"),
        ("?format=exe", 400, "format: vælg et af formaterne"),
    ],
)
def test_what_cannot_be_had_is_refused(
    client: FlaskClient, asked: str, status: int, told: str
) -> None:
    answer = client.get(f"{ADDRESS}{asked}")

    assert answer.status_code == status
    assert told in answer.text


def test_a_paper_of_nothing_is_not_found(client: FlaskClient) -> None:
    for asked in ("", "?format=pdf"):
        address = f"/sundhedsaftaler/ukendt/statuspapir{asked}"
        assert client.get(address).status_code == 404


def told_of_figures(pdf: PdfReader) -> list[str]:
    """What a screen reader says of the figures that are no tables."""
    listed = (pdf.get_object(at) for at in range(1, len(pdf.xref[0]) + 1))
    return [
        str(one["/Alt"]) for one in listed if isinstance(one, dict) and "/Alt" in one
    ]


def test_word_and_pdf_hold_a_curve_for_each_place_with_more_figures(
    catalogue: Catalogue,
) -> None:
    publication = paper(catalogue)
    drawn = [b for b in publication.document.blocks if isinstance(b, Drawing)]
    (drawing,) = drawn
    word = docx.Document(io.BytesIO(export_named("docx").render(publication)))
    pdf = export_named("pdf").render(publication)

    assert "Kurve fra 11,7 procent (2024) til 10 procent (2025)." in drawing.alt_text
    (shape,) = word.inline_shapes
    assert shape._inline.docPr.get("descr") == drawing.alt_text
    assert png_of(drawing).startswith(b"\x89PNG")
    assert told_of_figures(PdfReader(io.BytesIO(pdf))) == [drawing.alt_text]
    assert drawing.alt_text in export_named("html").render(publication).decode()


def test_a_place_with_one_figure_has_no_curve(catalogue: Catalogue) -> None:
    blocks = paper(catalogue, date(2025, 6, 1)).document.blocks
    assert not [block for block in blocks if isinstance(block, Drawing)]


def test_that_the_health_agreement_turns_is_told_before_and_after(
    shipped: Catalogue,
) -> None:
    """Of 1 January 2027: the region is no more, and nothing is decided of it."""
    slug = "sundhedsaftale-2024-2027"
    long_before, before, after = (
        markdown(status_paper(shipped.at(Moment(day)), slug, "midtvejs", ""))
        for day in (date(2026, 9, 1), date(2026, 12, 1), date(2027, 1, 1))
    )
    ceased = "Region Hovedstaden bestod til og med 31. december 2026."

    assert "På datoen: gælder" in before
    assert f"Ændrer sig: fra 1. januar 2027 afklares. {ceased}" in before
    assert f"På datoen: afklares. {ceased}" in after
    assert "Ændrer sig" not in long_before
    assert "Ændrer sig" not in after


def test_how_many_decisions_no_source_confirms_is_said_before_them(
    shipped: Catalogue, catalogue: Catalogue
) -> None:
    slug = "sundhedsaftale-2024-2027"
    paper_of_all = status_paper(
        shipped.at(Moment(date(2026, 12, 1))), slug, "midtvejs", ""
    )
    assert "19 af 19 er ikke bekræftet af en kilde." in markdown(paper_of_all)
    assert "Beslutningen er ikke bekræftet af en kilde." in markdown(paper(catalogue))
