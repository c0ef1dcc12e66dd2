"""The picture as SVG. Also covers registry/exports/pathway/look.py."""

import re
from xml.etree import ElementTree

import pytest

from registry.catalogue.queries import Catalogue
from registry.exports.pathway.look import LAYOUTS, WIDEST, laid_out, on_paper
from registry.exports.pathway.svg import NAMESPACE, file, inline, printed
from registry.rules.pathway.arrangement import Measured, measured
from registry.rules.pathway.tile import is_marked
from tests.exports.pathway.samples import TO, path_of
from tests.rules.pathway.samples import path, silent, task


@pytest.fixture(scope="module")
def adults(shipped: Catalogue) -> Measured:
    return path_of(shipped)


def drawn(sized: Measured) -> ElementTree.Element:
    return ElementTree.fromstring(inline(sized, laid_out(sized), TO, "navn"))


def text_of(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_each_tile_stands_once_with_its_address(adults: Measured) -> None:
    ids = [e.get("id") for e in drawn(adults).iter() if e.get("id")]
    assert ids == [tile.anchor for tile in adults.tiles]


def test_a_tile_leads_to_its_row_and_to_its_question(adults: Measured) -> None:
    hrefs = {
        group.get("id"): [a.get("href") for a in group.iter("a")]
        for group in drawn(adults).iter("g")
        if group.get("role") == "listitem"
    }
    for tile in adults.tiles:
        wanted = [TO.row(tile.task.id), TO.ask(tile.task.task)]
        assert hrefs[tile.anchor] == wanted


def test_every_link_has_a_name_that_says_where_it_leads(adults: Measured) -> None:
    names = [
        a.get("aria-label") or text_of(a)
        for a in drawn(adults).iter("a")
        if "/soeg?" in a.get("href", "")
    ]
    assert all(name.startswith("Spørg om det her: ") for name in names)
    assert len(names) == len(adults.tiles)


def test_tiles_are_read_phase_by_phase_in_lists_that_say_where(
    adults: Measured,
) -> None:
    lists = [
        g.get("aria-label") for g in drawn(adults).iter("g") if g.get("role") == "list"
    ]
    assert lists[0] == "Forebyggelse: Almen praksis"
    assert lists[1] == "Forebyggelse: Kommune"
    assert lists[-1].startswith("Alle faser: ")  # type: ignore[union-attr]


def test_there_is_a_frame_for_every_arrangement_and_one_is_shown(
    adults: Measured,
) -> None:
    frames = [
        (g.get("class"), g.get("display"))
        for g in drawn(adults).iter("g")
        if "pathway-frame" in (g.get("class") or "")
    ]
    names = [layout.name for layout in LAYOUTS]
    assert [name for name, _ in frames] == [f"pathway-frame pathway-{n}" for n in names]
    assert [shown for _, shown in frames].count(None) == 1


def test_what_a_page_prints_tells_all_on_one_sheet_and_only_there(
    adults: Measured,
) -> None:
    (part,) = on_paper(adults.story)
    sheet = ElementTree.fromstring(printed(part))
    assert (sheet.get("display"), sheet.get("aria-hidden")) == ("none", "true")
    assert not [e for e in sheet.iter() if e.tag == "a" or e.get("id")]
    told = "".join(text_of(sheet).split()).replace("-", "")
    for one in adults.story.tasks:
        for text in [one.task, *(f.text for f in one.facts if not is_marked(f))]:
            assert "".join(text.split()).replace("-", "") in told


def test_no_style_stands_in_the_picture(adults: Measured) -> None:
    assert not [e for e in drawn(adults).iter() if e.get("style") or e.tag == "style"]


def test_no_text_is_smaller_than_twelve(adults: Measured) -> None:
    sizes = {float(e.get("font-size", "12")) for e in drawn(adults).iter()}
    assert min(sizes) == 12


def test_texts_are_written_as_text() -> None:
    sized = measured(path(task("a", task='<script>"&')))
    assert "&lt;script&gt;" in inline(sized, laid_out(sized), TO, "navn")


def test_a_hand_over_and_a_break_are_marked() -> None:
    sized = measured(
        path(
            task("a", "henvisning", carriers=("Læge",)),
            task("b", "indlaeggelse", carriers=("Hospital",)),
            silent("c", "udskrivning"),
        )
    )
    picture = inline(sized, {WIDEST.name: WIDEST.make(sized, 7)}, TO, "navn")
    assert picture.count('class="pathway-mark"') == 1
    assert "stroke-dasharray" in picture


def test_a_tile_that_does_not_say_who_is_responsible_has_a_named_mark(
    adults: Measured,
) -> None:
    marks = [e for e in drawn(adults).iter("path") if e.get("role") == "img"]
    assert {e.get("aria-label") for e in marks} == {
        "Lægeligt behandlingsansvar: ikke oplyst"
    }
    assert len(marks) == sum(tile.unsaid is not None for tile in adults.tiles)


def test_the_file_stands_alone_and_says_of_which_day_it_is(adults: Measured) -> None:
    made = WIDEST.make(adults, WIDEST.columns)
    root = ElementTree.fromstring(file(adults, made, "Pr. i dag", TO))
    assert root.tag == f"{{{NAMESPACE}}}svg"
    assert "Pr. i dag" in text_of(root)
    assert all(
        a.get("href", "").startswith("https://") for a in root.iter(f"{{{NAMESPACE}}}a")
    )


def test_the_story_of_a_young_man_stands_in_the_picture(adults: Measured) -> None:
    """He gets worse, sees his GP, is admitted for two months, goes home and gets a
    støttekontaktperson: who does what can be read in that order.
    """
    told = re.sub(r"-\s+", "", text_of(drawn(adults)))
    chapters = (
        "Undersøge og behandle selv eller henvise til Region Hovedstadens Psykiatri",
        "Spørge borgeren om kommunal støtte Psykiatrisk center",
        "Holde kommunen orienteret om borgerens funktionsniveau",
        "Varsle kommunen straks, når udskrivningsdatoen kendes",
        "Følge op på udskrivningsaftalen eller koordinationsplanen",
        "Stille støtte- og kontaktperson (SKP) til rådighed Kommune Frist: Når behovet "
        "er vurderet",
    )
    places = [told.find(re.sub(r"-\s+", "", chapter)) for chapter in chapters]
    assert -1 not in places
    assert places == sorted(places)
