"""Passwords: which are refused, and how they are kept and compared."""

import re
import secrets
import threading
import unicodedata
from collections.abc import Sequence
from functools import cache

from werkzeug.security import check_password_hash, generate_password_hash

from registry.errors import BadInput

SHORTEST, LONGEST = 12, 200
# Scores run from 0 to 4; below 3 a password falls to fewer than a hundred million
# guesses.
LOWEST_SCORE = 3
# The library's own bound: its search grows faster than the password.
SCORED_LENGTH = 72
FEWEST_OWN_LETTERS = 4
# English words are known to the library; these are the ones that lie nearest here.
COMMON_WORDS = (
    *"adgangskode kodeord password hemmelig velkommen danmark københavn".split(),
    *"region kommune kommunen sundhed sundhedsaftale sygehus hospital".split(),
    *"snitfladekataloget snitflade katalog aftale redaktion redaktør".split(),
    *"godkender administrator hovedstaden østdanmark sjælland test admin".split(),
    *"mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),
    *"januar februar marts april maj juni juli august september".split(),
    *"oktober november december forår sommer efterår vinter jul".split(),
)
SHORT = f"Adgangskoden skal have mindst {SHORTEST} tegn."
LONG = f"Adgangskoden må højst have {LONGEST} tegn."
COMMON = (
    "Adgangskoden er for let at gætte. Brug fx fire ord, der ikke hører sammen; "
    "undgå navne, måneder, årstal og gentagelser."
)

# The library keeps the words it is given in a table that all threads share.
_scoring = threading.Lock()


def require_strong(password: str, personal: Sequence[str]) -> None:
    """Refuse what is too short, too long or common. `personal`: the person's own names.

    Raises BadInput naming the field «adgangskode».
    """
    text = _normal(password)
    if len(text) < SHORTEST:
        raise BadInput(SHORT, "adgangskode")
    if len(text) > LONGEST:
        raise BadInput(LONG, "adgangskode")

    words = [*COMMON_WORDS, *_words(personal)]
    if _only_words(text, words) or _score(text, words) < LOWEST_SCORE:
        raise BadInput(COMMON, "adgangskode")


def hashed(password: str) -> str:
    """The hash to keep: scrypt, with a salt of its own."""
    return generate_password_hash(_normal(password), method="scrypt")


def matches(password: str, password_hash: str) -> bool:
    """Whether it is the password. Takes as long where there is none to compare with."""
    kept = password_hash or _nobodys_hash()
    return check_password_hash(kept, _normal(password)) and bool(password_hash)


def _normal(password: str) -> str:
    """One form for what different keyboards write differently."""
    return unicodedata.normalize("NFKC", password)


def _words(personal: Sequence[str]) -> list[str]:
    return [
        word for name in personal for word in re.split(r"\W+", name.casefold()) if word
    ]


def _only_words(text: str, words: Sequence[str]) -> bool:
    """Whether the words make up the password, with hardly a letter beside them."""
    left = whole = text.casefold()
    for word in sorted(words, key=len, reverse=True):
        left = left.replace(word, " ") if len(word) > 2 else left

    return (
        left != whole and sum(letter.isalpha() for letter in left) < FEWEST_OWN_LETTERS
    )


def _score(text: str, words: Sequence[str]) -> int:
    # Imported here: its word lists are large, and only the one who sets a password
    # needs them.
    from zxcvbn import zxcvbn

    with _scoring:
        return int(zxcvbn(text[:SCORED_LENGTH], user_inputs=words)["score"])


@cache
def _nobodys_hash() -> str:
    return generate_password_hash(secrets.token_urlsafe(), method="scrypt")
