"""A witness as text: written, read back, and refused where it is not what it was."""

from base64 import b64decode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from registry.errors import BadInput
from registry.rules.checkpoint import Head, key_id, public_of, read, sign, verifier

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
PUBLIC = KEY.public_key().public_bytes_raw()
ORIGIN, AT = "kataloget.example/tillid", "2026-11-22T12:00:00+00:00"
NOTE = sign(ORIGIN, Head(7, b"\x01" * 32), AT, KEY)


def test_a_witness_says_where_how_many_what_and_when() -> None:
    seen = read(NOTE)

    assert (seen.origin, seen.head, seen.at) == (ORIGIN, Head(7, b"\x01" * 32), AT)
    assert seen.is_signed_by(PUBLIC)


def test_it_is_written_as_a_signed_note() -> None:
    lines = NOTE.split("\n")

    root = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="
    assert lines[:5] == [ORIGIN, "7", root, AT, ""]
    assert lines[5].startswith(f"— {ORIGIN} ")
    signed = b64decode(lines[5].rpartition(" ")[2])
    assert (signed[:4], len(signed)) == (key_id(ORIGIN, PUBLIC), 68)


def test_a_witness_kept_by_windows_is_read_too() -> None:
    assert read(NOTE.replace("\n", "\r\n")).is_signed_by(PUBLIC)


@pytest.mark.parametrize(
    ("old", "new"), [("7\n", "8\n"), ("AQEB", "AQEC"), ("2026", "2027"), (".ex", ".ax")]
)
def test_what_was_changed_in_it_is_not_signed(old: str, new: str) -> None:
    assert not read(NOTE.replace(old, new, 1)).is_signed_by(PUBLIC)


def test_another_key_did_not_sign_it() -> None:
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()

    assert not read(NOTE).is_signed_by(other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hej",
        NOTE.replace("7\n", "syv\n", 1),
        NOTE.replace("7\n", "07\n", 1),
        NOTE.replace("7\n", "-7\n", 1),
        NOTE.replace("AQEB", "æøå!", 1),
        NOTE.replace("— ", "- ", 1),
        NOTE[: NOTE.index("—")],
        NOTE.replace(f"{AT}\n", "", 1),
    ],
)
def test_what_is_no_witness_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="ikke et vidne"):
        read(text)


def test_the_public_key_is_read_back() -> None:
    assert public_of(verifier(ORIGIN, PUBLIC)) == PUBLIC


@pytest.mark.parametrize("text", ["", "a+b+c", verifier(ORIGIN, PUBLIC)[:-8]])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        public_of(text)
