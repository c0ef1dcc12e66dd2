"""Passwords: which are refused, and how they are kept."""

import unicodedata

import pytest

from registry.accounts import passwords
from registry.errors import BadInput

PERSONAL = ("jmogensen", "Jytte Mogensen")
GOOD = "grøn cykel havn 41"


@pytest.mark.parametrize(
    "password",
    [
        GOOD,
        "Skovtur-med-8-lamper",
        "kat hund ko får ged",
        "x7Kq-92Lm-aa0P",
        "ærlig vind på køl",
    ],
)
def test_a_long_and_unusual_password_is_taken(password: str) -> None:
    passwords.require_strong(password, PERSONAL)


@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("", passwords.SHORT),
        ("x7Kq-92Lm-a", passwords.SHORT),
        ("å" * 11, passwords.SHORT),
        ("æ7" * 100 + "x", passwords.LONG),
        ("password1234", passwords.COMMON),
        ("adgangskode1", passwords.COMMON),
        ("Adgangskode2026!", passwords.COMMON),
        ("sundhedkommune1", passwords.COMMON),
        ("Sommer2026!!", passwords.COMMON),
        ("snitfladekataloget", passwords.COMMON),
        ("mandag-onsdag", passwords.COMMON),
        ("jmogensen2026", passwords.COMMON),
        ("JytteMogensen", passwords.COMMON),
        ("aaaaaaaaaaaa", passwords.COMMON),
        ("abcabcabcabcabc", passwords.COMMON),
        ("xK9xK9xK9xK9xK9", passwords.COMMON),
        ("123456789012", passwords.COMMON),
        ("qwertyuiopasdf", passwords.COMMON),
    ],
)
def test_a_short_long_or_common_password_is_refused(
    password: str, message: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        passwords.require_strong(password, PERSONAL)

    assert refusal.value.message == message
    assert refusal.value.field == "adgangskode"


def test_letters_are_counted_as_they_are_read() -> None:
    """«å» written as «a» and a ring is one letter, not two."""
    loose = unicodedata.normalize("NFD", "åøåøåøåøåø1")
    assert len(loose) > passwords.SHORTEST

    with pytest.raises(BadInput, match="mindst 12 tegn"):
        passwords.require_strong(loose, PERSONAL)


def test_ones_own_name_is_only_common_for_oneself() -> None:
    passwords.require_strong("JytteMogensen7", ("rita", "Rita Redaktør"))


def test_a_password_of_two_hundred_letters_is_taken() -> None:
    passwords.require_strong((GOOD * 12)[:200], PERSONAL)


def test_a_password_is_kept_as_scrypt_with_a_salt_of_its_own() -> None:
    kept, again = passwords.hashed(GOOD), passwords.hashed(GOOD)

    assert kept.startswith("scrypt:32768:8:1$")
    assert kept != again
    assert GOOD not in kept
    assert passwords.matches(GOOD, kept)
    assert passwords.matches(unicodedata.normalize("NFD", GOOD), again)
    assert not passwords.matches(GOOD.upper(), kept)


def test_nothing_matches_where_no_password_is_kept() -> None:
    assert not passwords.matches("", "")
    assert not passwords.matches(GOOD, "")
