"""Markdown becomes safe HTML with anchors that stay the same."""

import re

import pytest

from registry.markup.markdown_html import (
    LONGEST_SLUG,
    anchor,
    contents,
    sections,
    slug,
    to_html,
    to_plain_html,
)
from registry.markup.visible_words import text_of

TEXT = """Før det hele.

## Udskrivning

Afdelingen *varsler* kommunen.

### Ærø & Ålborg

Om øer.

## Udskrivning

Igen.
"""


def test_markdown_becomes_html() -> None:
    assert "<em>varsler</em>" in to_html(TEXT)


def test_headings_stand_one_level_below_the_page_s_own() -> None:
    assert '<h3 id="afsnit-udskrivning">Udskrivning</h3>' in to_html(TEXT)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ærø & Ålborg", "aeroe-aalborg"),
        ("Øvrige § 13 a", "oevrige-13-a"),
        ("Lægeligt behandlingsansvar", "laegeligt-behandlingsansvar"),
        ("!!!", ""),
    ],
)
def test_names_are_ascii_and_danish(title: str, name: str) -> None:
    assert slug(title) == name


def test_a_long_title_gives_a_name_of_bounded_length() -> None:
    one, other = f"{'Opgave ' * 40}et", f"{'Opgave ' * 40}to"
    assert len(slug(one)) <= LONGEST_SLUG and slug(one) != slug(other)
    assert slug("a" * LONGEST_SLUG) == "a" * LONGEST_SLUG


def test_the_anchor_of_a_title_is_the_one_in_the_text() -> None:
    assert f'id="{anchor("Ærø & Ålborg")}"' in to_html(TEXT)


def test_the_same_title_twice_gives_two_anchors() -> None:
    names = [section.anchor for section in sections(TEXT)]
    assert len(set(names)) == len(names) == 4


def test_sections_hold_their_text_without_markup() -> None:
    lead, first, islands, again = sections(TEXT)
    assert (lead.title, lead.text) == ("", "Før det hele.")
    assert (first.title, first.level, first.text) == (
        "Udskrivning",
        2,
        "Afdelingen varsler kommunen.",
    )
    assert (islands.title, islands.level, islands.text) == (
        "Ærø & Ålborg",
        3,
        "Om øer.",
    )
    assert again.text == "Igen."


def test_a_text_without_headings_is_one_section() -> None:
    assert [(s.title, s.text) for s in sections("Kun tekst.")] == [("", "Kun tekst.")]


def test_an_empty_text_has_no_sections() -> None:
    assert sections("") == ()


def test_the_contents_list_names_every_heading() -> None:
    assert [s.title for s in contents(TEXT)] == [
        "Udskrivning",
        "Ærø & Ålborg",
        "Udskrivning",
    ]


def test_a_heading_with_markup_has_a_plain_title() -> None:
    assert (
        sections("## Om *varsling* & mere\n\nTekst.")[0].title == "Om varsling & mere"
    )


def test_a_table_can_be_scrolled_by_keyboard() -> None:
    html = to_html("| a | b |\n|:--|--:|\n| 1 | 2 |\n")
    assert (
        '<div class="scroll" tabindex="0" role="region" aria-label="Tabel"><table>'
        in html
    )
    assert '<td align="right">2</td>' in html


def test_a_text_beside_others_has_no_anchors() -> None:
    assert 'id="' not in to_plain_html(TEXT)


@pytest.mark.parametrize(
    "dirty",
    [
        "<script>alert(1)</script>",
        "<style>body{display:none}</style>",
        '<p onclick="alert(1)">x</p>',
        '<p style="color:red">x</p>',
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        '<a href="data:text/html,x">x</a>',
        '<iframe src="https://example.org"></iframe>',
        '<form action="https://example.org"><input name="q"></form>',
        '<div class="scroll" id="indhold">x</div>',
    ],
)
def test_nothing_in_a_text_can_run_or_disguise_itself(dirty: str) -> None:
    html = to_html(f"Før\n\n{dirty}\n\nefter")
    elements = re.findall(r"<(?:[^<>\"]|\"[^\"]*\")*>", html)
    assert set(elements) == {"<p>", "</p>"}
    # What would run is shown, so that nobody wonders where it went.
    assert text_of(html) == f"Før {dirty} efter"


def test_links_lead_out_without_telling_from_where() -> None:
    html = to_html("[lov](https://www.retsinformation.dk/eli/lta)")
    assert (
        '<a href="https://www.retsinformation.dk/eli/lta" rel="noopener noreferrer">'
        in html
    )
