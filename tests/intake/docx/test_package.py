"""The parts of a Word file, and what each refers to."""

import pytest

from registry.intake.docx.package import Package, Relation, elements, relations_of
from tests.intake.docx_files import relations

PARTS = {
    "_rels/.rels": relations(("a", "officeDocument", "word/document.xml")).encode(),
    "word/document.xml": b"<d/>",
    "word/_rels/document.xml.rels": relations(
        ("f1", "footnotes", "footnotes.xml"),
        ("h1", "header", "header1.xml"),
        ("h2", "header", "/word/header2.xml"),
        ("l", "hyperlink", "https://lov.example/a%20b"),
    ).encode(),
    "word/footnotes.xml": b"<f/>",
    "word/header2.xml": b"<h/>",
}


@pytest.fixture
def package() -> Package:
    return Package(PARTS, "word/document.xml")


def test_a_part_is_read_by_its_name(package: Package) -> None:
    assert package.read("word/footnotes.xml") == b"<f/>"
    assert package.read("word/header1.xml") is None


def test_targets_inside_the_file_are_names_of_parts(package: Package) -> None:
    related = package.relations(package.main)

    assert related["f1"] == Relation("footnotes", "word/footnotes.xml", external=False)
    assert related["h2"].target == "word/header2.xml"
    assert package.relations("")["a"].target == "word/document.xml"


def test_targets_outside_stand_as_they_were_written(package: Package) -> None:
    link = package.relations(package.main)["l"]

    assert link == Relation("hyperlink", "https://lov.example/a%20b", external=True)


def test_only_parts_that_are_there_are_related(package: Package) -> None:
    assert package.related(package.main, "header") == ["word/header2.xml"]
    assert package.related(package.main, "endnotes") == []


def test_a_part_that_refers_to_nothing_has_no_relations(package: Package) -> None:
    assert package.relations("word/footnotes.xml") == {}


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("../docProps/core.xml", "docprops/core.xml"),
        ("../../../core.xml", "core.xml"),
        ("./media/kort%20over.png", "word/media/kort over.png"),
    ],
)
def test_a_target_never_leads_out_of_the_file(target: str, name: str) -> None:
    written = relations(("x", "image", target)).encode()

    related = relations_of({"word/_rels/a.xml.rels": written}, "word/a.xml")

    assert related["x"].target == name


def test_elements_are_found_whatever_their_namespace() -> None:
    written = b'<r xmlns="urn:a" xmlns:b="urn:b"><b:x n="1"/><x n="2"/><y n="3"/></r>'

    assert [each["n"] for each in elements(written, "x")] == ["1", "2"]
    assert elements(None, "x") == []
