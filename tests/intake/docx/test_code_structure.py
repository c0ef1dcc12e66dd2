"""Which fields a text has, and what each shows."""

import pytest
from lxml import etree

from registry.intake.docx.code_structure import chosen_of, field_codes_in
from registry.intake.docx.xml import Node, w
from tests.intake.docx.test_field_codes import field, mark
from tests.intake.docx_files import document, p, r


def tree(*body: str) -> Node:
    return etree.fromstring(document("".join(body)))


def listed(more: str, *entries: str) -> Node:
    offered = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in entries)
    return tree(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>'
        f"{more}{offered}</w:ddList></w:ffData></w:fldChar></w:r></w:p>"
    )


def test_a_code_that_word_has_divided_is_one() -> None:
    parts = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (" RE", "F _A1 \\h")
    )
    made = p(mark("begin"), parts, mark("separate"), r("afsnit 4"), mark("end"))
    (one,) = field_codes_in(tree(made))
    assert (one.kind, one.rest, one.shown) == ("REF", "_A1 \\h", "afsnit 4")
    assert one.end is not None


def test_fields_within_fields_show_their_own_and_the_outer_shows_both() -> None:
    inner = field(" PAGE ", shows="7")
    made = p(mark("begin"), "<w:r><w:instrText>IF</w:instrText></w:r>")
    outer = field(" IF ", shows="Side ").replace(mark("end"), inner + mark("end"))
    first, second = field_codes_in(tree(p(outer)))
    assert (first.kind, first.shown) == ("IF", "Side 7")
    assert (second.kind, second.shown) == ("PAGE", "7")
    (broken,) = field_codes_in(tree(made))
    assert broken.end is None


def test_a_simple_field_shows_what_it_holds() -> None:
    made = p(f'<w:fldSimple w:instr=" FILENAME ">{r("a.docx")}</w:fldSimple>')
    (one,) = field_codes_in(tree(made))
    assert (one.kind, one.shown) == ("FILENAME", "a.docx")


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ('<w:result w:val="1"/>', "Region"),
        ('<w:default w:val="2"/>', "Hospital"),
        ('<w:result w:val="0"/><w:default w:val="2"/>', "Kommune"),
        ("", "Kommune"),
        ('<w:result w:val="9"/>', ""),
        ('<w:result w:val="-1"/>', "Kommune"),
    ],
)
def test_a_list_shows_its_choice_else_its_default_else_its_first(
    more: str, shown: str
) -> None:
    root = listed(more, "Kommune", "Region", "Hospital")
    (begin,) = root.iter(w("fldChar"))
    assert chosen_of(begin) == shown
    assert chosen_of(root) == ""
