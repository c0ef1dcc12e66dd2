"""The picture as PDF."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.errors import BadInput
from registry.exports.pathway.pdf import PAPERS, Paper, paper_named, render, source
from registry.exports.pathway.story_of_rows import groups_of
from registry.rules.pathway.arrangement import Measured, measured
from registry.rules.pathway.sheet import LEGIBLE, points, sheets
from registry.rules.pathway.tile import is_marked
from tests.exports.pathway.samples import TO, path_of
from tests.rules.pathway.samples import path, silent, task

A3, A4 = PAPERS
REFORM = date(2027, 1, 1)
NOTE = "Som det gælder pr. 22. november 2026."


@pytest.fixture(scope="module")
def adults(shipped: Catalogue) -> Measured:
    return path_of(shipped)


@pytest.mark.parametrize(("paper", "sheets"), [(A3, 1), (A4, 2)])
def test_a_path_goes_on_one_sheet_of_a3_or_two_of_a4(
    adults: Measured, paper: object, sheets: int
) -> None:
    written = render(adults.story, paper, NOTE, TO)  # type: ignore[arg-type]
    pages = PdfReader(BytesIO(written)).pages
    assert len(pages) == sheets
    for page in pages:
        assert page.mediabox.width > page.mediabox.height
    told = "".join("".join(page.extract_text().split()) for page in pages)
    for tile in adults.tiles:
        beginning = "".join(tile.paragraphs[0].lines[0].split())
        assert beginning in told


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_the_path_of_every_target_group_goes_on_one_a3_or_two_a4(
    shipped: Catalogue, paper: Paper
) -> None:
    snapshot = shipped.at(Moment(REFORM))
    groups = groups_of(snapshot, snapshot.answering_rows)
    assert len(groups) == 10
    for group in groups:
        parts = sheets(path_of(shipped, [group], REFORM).story, *paper.room, paper.most)
        assert len(parts) <= paper.most, group
        assert min(points(p.made, *paper.room) for p in parts) >= LEGIBLE, group


def test_the_longest_path_tells_everything_on_its_sheets(shipped: Catalogue) -> None:
    everybody = path_of(shipped, ["psykisk-sygdom"])
    pages = PdfReader(BytesIO(render(everybody.story, A4, NOTE, TO))).pages
    told = ["".join(page.extract_text().split()) for page in pages]
    assert all(f"Ark{n}af2." in words for n, words in enumerate(told, 1))
    whole = "".join(told).replace("-", "")
    for one in everybody.story.tasks:
        for text in [one.task, *(f.text for f in one.facts if not is_marked(f))]:
            assert "".join(text.split()).replace("-", "") in whole


def test_it_is_tagged_and_leads_to_the_rows(adults: Measured) -> None:
    reader = PdfReader(BytesIO(render(adults.story, A3, NOTE, TO)))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert reader.metadata is not None
    assert reader.metadata.title == adults.story.title
    links = {
        a.get_object()["/A"]["/URI"]
        for a in reader.pages[0]["/Annots"]  # type: ignore[attr-defined]
    }
    assert TO.row("psykiatri-voksne.stoettekontaktperson") in links


def test_every_kind_of_piece_can_be_drawn() -> None:
    sized = measured(
        path(
            task("a", "henvisning", carriers=("Læge",)),
            task("b", "indlaeggelse", carriers=("Hospital",)),
            silent("c", "udskrivning"),
            task("d", "alle-faser", lanes=("region", "kommune")),
        )
    )
    told = PdfReader(BytesIO(render(sized.story, A3, NOTE, TO))).pages[0].extract_text()
    assert "Ansvaret går fra Læge til Hospital" in " ".join(told.split())


def test_texts_are_strings_and_no_markup() -> None:
    sized = measured(path(task("a", task='#panic("x") "\\')))
    assert '\\"x\\"' in source(sized.story, A3, NOTE, TO)
    assert render(sized.story, A3, NOTE, TO).startswith(b"%PDF")


def test_another_paper_is_refused() -> None:
    assert paper_named("a4") is A4
    with pytest.raises(BadInput):
        paper_named("a5")
