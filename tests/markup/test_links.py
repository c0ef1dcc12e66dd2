"""The links of a text, wherever they stand."""

import pytest

from registry.markup.links import links_of


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Ingen.", []),
        ("Se [siden](/aftaler/x#y) her", [("siden", "/aftaler/x#y")]),
        ("## [A](/a)\n\n- [B](/b)\n  - [C](/c)\n\n> [D](#d)", "abc#d"),
        ("| [A](/a) | B |\n| --- | --- |\n| 1 | **[B](/b)** |", "ab"),
        ("[*skrå* **fed**](/a)", [("skrå fed", "/a")]),
        ("<https://sst.dk>", [("https://sst.dk", "https://sst.dk")]),
        ("\\[ikke](/a), [heller ikke](a/b)", []),
    ],
)
def test_a_link_is_found_where_it_stands(
    text: str, links: str | list[tuple[str, str]]
) -> None:
    found = [tuple(link) for link in links_of(text)]

    if isinstance(links, str):
        places = "".join(href.lstrip("/") for _, href in found)
        assert places == links
    else:
        assert found == links
