"""The XML of a Word file: its parts as trees, whatever stands in them."""

import pytest

from registry.errors import BadInput
from registry.intake.docx.archive import opened
from registry.intake.docx.text import read_text_of
from registry.intake.docx.xml import (
    RUN,
    TABLE,
    Node,
    child,
    drop,
    inside,
    is_on,
    number,
    parsed,
    run,
    text_of,
    tree,
    unwrap,
    value,
    w,
)
from tests.intake.docx_files import DECLARED, deleted, outline, p, packed, parts_of


def element(content: str) -> Node:
    """An element of Word's that holds the content."""
    return parsed(f"<w:p {DECLARED}>{content}</w:p>".encode())


def test_files_of_the_strict_form_are_read() -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = parts_of(p("Prøver", style="Overskrift1") + p("Tekst."))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    reading = read_text_of(
        packed({name: w.replace(usual, strict) for name, w in parts.items()})
    )
    assert (reading.title, outline(reading.blocks)) == ("Prøver", ["Tekst."])


def test_what_is_broken_is_refused_and_what_is_not_there_is_none() -> None:
    package = opened(packed(parts_of(p("Tekst."))))

    assert tree(package, "word/nowhere.xml") is None
    assert tree(package, package.main).tag == w("document")
    with pytest.raises(BadInput, match="beskadiget"):
        parsed(b"<a><b></a>")


def test_remarks_to_programs_are_not_read() -> None:
    root = parsed(b"<a><!-- bort --><?php bort ?><b/></a>")

    assert [node.tag for node in root] == ["b"]


def test_an_element_is_found_by_its_path_and_so_is_its_value() -> None:
    paragraph = element('<w:pPr><w:pStyle w:val="Titel"/><w:b/></w:pPr>')

    assert child(paragraph, "pPr", "pStyle").tag == w("pStyle")
    assert value(paragraph, "pPr", "pStyle") == "Titel"
    assert value(paragraph, "pPr", "b") == ""


def test_a_path_that_leads_nowhere_finds_nothing() -> None:
    assert child(element(""), "pPr", "pStyle") is None
    assert value(element(""), "pPr", "pStyle") == ""
    assert value(None, "pPr") == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("4", 4),
        (" 4 ", 4),
        ("0", 1),
        ("-3", 1),
        ("99", 9),
        *((text, 1) for text in ("", None, "fire", "4.5", "9" * 40)),
    ],
)
def test_a_number_stays_within_its_bounds(written: str | None, meant: int) -> None:
    assert number(written, least=1, most=9) == meant


@pytest.mark.parametrize(
    ("look", "on"),
    [
        ("<w:b/>", True),
        ('<w:b w:val="1"/>', True),
        ('<w:b w:val="true"/>', True),
        *((f'<w:b w:val="{off}"/>', False) for off in ("0", "false", "off", "none")),
        ("", False),
    ],
)
def test_an_element_turns_on_unless_it_says_off(look: str, on: bool) -> None:
    assert is_on(child(element(look), "b")) is on


def test_the_text_under_a_node_has_blanks_where_it_is_parted() -> None:
    body = element(
        f"{p('Et', '<w:r><w:tab/></w:r>', 'to')}{p(deleted('slettet'))}"
        "<w:r><w:br/></w:r><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    )

    assert text_of(body) == "Et to slettet a+b"


def test_a_node_is_taken_out_and_one_is_put_in_its_place() -> None:
    body = element("<w:sdt><w:r/><w:tbl/></w:sdt><w:p/>")
    control, paragraph = body
    table = child(control, "tbl")

    unwrap(control)
    assert [node.tag for node in body] == [RUN, TABLE, w("p")]
    assert not inside(table, w("sdt"))

    unwrap(paragraph, run("i stedet"))
    assert text_of(body) == "i stedet"

    drop(table)
    drop(body)
    assert [node.tag for node in body] == [RUN, RUN]
