"""The hash by which stored files are told from altered ones."""

import hashlib


def sha256(content: bytes) -> str:
    """SHA-256 as 64 hex digits."""
    return hashlib.sha256(content).hexdigest()


def is_of(content: object, digest: str) -> bool:
    """Whether that is the digest of what is stored. Anything but bytes, which SQLite
    would let somebody put there, has none.
    """
    return isinstance(content, bytes) and sha256(content) == digest
