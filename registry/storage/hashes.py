"""The hash by which stored files are told from altered ones."""

import hashlib


def sha256(data: bytes) -> str:
    """SHA-256 as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def is_of(data: object, digest: str) -> bool:
    """Whether that is the digest of what is stored. Anything but bytes, which SQLite
    would let somebody put there, has none.
    """
    return isinstance(data, bytes) and sha256(data) == digest
