"""Copied HTML as Markdown: what Word, the web and other programs put on the clipboard.

Also covers registry/intake/copied/lists.py, registry/intake/copied/nodes.py,
registry/intake/copied/settling.py and registry/intake/copied/tables.py.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.errors import BadInput
from registry.intake.copied import read
from registry.intake.limits import MOST_COPIED
from registry.markup.markdown_html import to_html
from registry.markup.visible_words import words_of
from tests.intake.copied.clipboards import GOOGLE, LIBREOFFICE, WEB, WORD


def test_word_keeps_its_headings_lists_and_tables() -> None:
    copied = read(WORD)

    assert copied.text == (
        "## 1. Formål\n\n"
        "Regionen **betaler** for *alt* arbejde.\n\n"
        "- Varsle kommunen\n    - Inden 24 timer\n- Tage prøver\n\n"
        "Og så:\n\n3. Tre\n4. Fire\n\n"
        "| Opgave | Ansvar |\n| --- | --- |\n"
        "| Varsle | Hospital<br>Kommune \\| region |\n\n"
        "Se [SST](https://sst.dk/x(1))."
    )
    assert copied.remarks == ()
    assert not copied.inline


def test_a_web_page_keeps_its_headings_lists_and_tables() -> None:
    copied = read(WEB)

    assert copied.text == (
        "## Udskrivning\n\nTeksten med [et link](https://www.sst.dk/da) her.\n\n"
        "### Før\n\n1. Ring\n2. Skriv\n    - kort\n    - klart\n\n"
        "| Hvem | Hvad |\n| --- | --- |\n| Hospital | Ringer |"
    )
    assert copied.remarks == ()


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (GOOGLE, "Hej **du**\n\n- a\n    - b\n- c"),
        (LIBREOFFICE, "## Økonomi\n\nRegionen betaler.\n\n1. Et\n2. To"),
        ("<div>En</div><div>To</div>tre", "En\n\nTo\n\ntre"),
        ("<p>2. januar</p>", "2\\. januar"),
        ("<p>1 &lt; 2 og *stjerner*</p>", "1 &lt; 2 og \\*stjerner\\*"),
        ('<ol start="5"><li>Fem<li>Seks</ol>', "5. Fem\n6. Seks"),
        ('<a href="https://kat.example/aftaler/x#y">x</a>', "[x](/aftaler/x#y)"),
        ("<table><tr><td><h2>Ramme</h2><p>i Word</p></table>", "## Ramme\n\ni Word"),
        ("x<script>alert(1)</script><style>p{}</style>", "x"),
    ],
)
def test_what_is_copied_is_written_as_the_catalogue_reads_it(
    html: str, text: str
) -> None:
    copied = read(html, "https://kat.example")

    assert (copied.text, copied.remarks) == (text, ())


@pytest.mark.parametrize(
    ("html", "text", "told"),
    [
        ('<p>a<img src="x"></p>', "a", "Et billede er ikke kommet med."),
        ("<p><img><img><svg><path/></svg>a</p>", "a", "3 billeder er ikke"),
        ("<p>a<video></video></p>", "a", "Film og lyd er ikke kommet med."),
        ("<p>a<input></p>", "a", "Felter og knapper er ikke"),
        ("<p>a <del>ude</del></p>", "a", "Slettede ord er ikke kommet med: «ude»."),
        ("<p>a <s>x</s></p>", "a x", "Overstregede ord er kommet med uden streg: «x»"),
        ("<p><u>a</u></p>", "a", "Understregning kan ikke vises"),
        ('<a href="file:///c:/a.doc">a</a>', "a", "Links, som ikke fører til en side"),
        ('<a href="javascript:x()">a</a>', "a", "er blevet til tekst: «a»."),
        ('<ol type="a"><li>x<li>y</ol>', "- a) x\n- b) y", "Bogstaver og sammensatte"),
        ('<ol type="I"><li>x<li>y</ol>', "- i) x\n- ii) y", "Bogstaver og sammensatte"),
        (
            "<table><tr><td colspan=2>a<tr><td>b<td>c</table>",
            "| a | a |\n| --- | --- |\n| b | c |",
            "Flettede celler er delt",
        ),
        (
            "<table><tr><td>a<td>b<tr><td><table><tr><td>c<td>d</table><td>e</table>",
            "| a | b |\n| --- | --- |\n| c; d | e |",
            "En tabel inde i en tabel",
        ),
        (
            "<table><tr><td>a<td>b<tr><td><ul><li>c<li>d</ul><td>e</table>",
            "| a | b |\n| --- | --- |\n| c<br>d | e |",
            "Punkter i tabeller",
        ),
        (
            "<p>a<a class=msocomanchor>[RR1]</a></p>"
            "<div style='mso-element:comment-list'>Nej!</div>",
            "a",
            "Kommentarer i margenen",
        ),
        (
            "<p>a<a href='#_ftn1'>[1]</a></p>"
            "<div style='mso-element:footnote-list'><p>[1] Note</p></div>",
            "a\\[1\\]\n\n\\[1\\] Note",
            "Noter står som almindelig tekst sidst",
        ),
    ],
)
def test_what_cannot_be_kept_is_told(html: str, text: str, told: str) -> None:
    copied = read(html)

    assert copied.text == text
    assert len(copied.remarks) == 1
    assert told in copied.remarks[0]


def test_a_stretch_of_a_paragraph_may_stand_amid_another() -> None:
    assert read("<span>bare <b>et</b> ord</span>").inline
    assert not read("<h2>Overskrift</h2>").inline


def test_what_is_too_large_or_lies_too_deep_is_refused() -> None:
    with pytest.raises(BadInput, match="for stort"):
        read("x" * (MOST_COPIED + 1))
    with pytest.raises(BadInput, match="for mange lag"):
        read("<div>" * 300 + "x")


def test_lists_deeper_than_any_reader_follows_are_the_deepest_one() -> None:
    copied = read("<ul><li>x" * 30)

    assert len(words_of(copied.text)) == 30
    assert to_html(copied.text).count("<ul>") == 6


TAGS = "p div b i u s ul ol li table tr td h2 a span blockquote del img".split()
TREES = st.recursive(
    st.sampled_from(["ord", "2. maj", "* x", "| a |", "&lt;b&gt;", ""]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(TAGS),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@given(TREES)
def test_whatever_is_copied_no_word_is_lost_in_silence(html: str) -> None:
    copied = read(html)

    lost = html.count("ord") - copied.text.count("ord")
    assert lost <= 0 or copied.remarks


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>12 m<sup>2</sup></p>", "12 m²"),
        ("<p>H<sub>2</sub>O</p>", "H₂O"),
        ("<p>10<sup>3</sup></p>", "10³"),
    ],
)
def test_a_raised_figure_that_came_along_is_not_missed(html: str, text: str) -> None:
    copied = read(html)
    assert (copied.text, tuple(copied.remarks)) == (text, ())
