"""The hash of stored files."""

from registry.storage.hashes import is_of, sha256


def test_it_is_the_one_that_any_other_program_makes() -> None:
    """The example of FIPS 180-4, and the empty file."""
    assert sha256(b"abc") == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    assert sha256(b"").startswith("e3b0c44298fc1c14")


def test_one_byte_makes_another_hash() -> None:
    assert sha256(b"appendiks") != sha256(b"appendiks\n")


def test_stored_content_is_of_its_hash_as_bytes_alone() -> None:
    digest = sha256(b"abc")

    assert is_of(b"abc", digest)
    assert not is_of(b"abd", digest)
    assert not is_of("abc", digest)
    assert not is_of(None, digest)
