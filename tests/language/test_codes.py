"""Codes of capitals and a number."""

import pytest

from registry.language.codes import codes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Besvare LÆ 121/125 (statusattest)", ["lae121", "lae125"]),
        ("LÆ 131/135, LÆ 141/145 og LÆ 261/265", ["lae131", "lae135"]),
        ("LÆ265", ["lae265"]),
        ("L 126 om integreret behandling", ["l126"]),
        ("dag 14, læ 125, kl. 120 og SUL § 140", []),
        ("I 2027", []),
    ],
)
def test_each_number_is_a_code_with_the_letters_before_it(
    text: str, found: list[str]
) -> None:
    assert codes(text)[: len(found) or None] == found
