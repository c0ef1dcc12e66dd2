"""A body in the copy for bad days: alone, a level lower, with anchors of its own."""

import pytest

from registry.offline.bodies import alone, lowered, within


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="#frister">Frister</a>', '<a href="#frister">Frister</a>'),
        ('<a href="/ordliste?ord=a&amp;b">ordet</a>', "ordet (/ordliste?ord=a&amp;b)"),
        ('<a href="mailto:a@b.dk">a@b.dk</a>', "a@b.dk"),
    ],
)
def test_only_links_within_the_text_stay_links(html: str, expected: str) -> None:
    assert alone(html) == expected


def test_headings_go_one_level_down_and_never_below_the_sixth() -> None:
    assert lowered('<h2 id="a">A</h2><h6>B</h6>') == '<h3 id="a">A</h3><h6>B</h6>'


def test_anchors_and_links_to_them_are_named_by_the_agreement() -> None:
    html = '<h2 id="frister">F</h2><p><a href="#frister">se</a></p>'

    assert within("hjemloese", html) == (
        '<h2 id="hjemloese.frister">F</h2><p><a href="#hjemloese.frister">se</a></p>'
    )
