"""A witness: the head of the trail, signed. Written as the checkpoint of C2SP
(tlog-checkpoint, signed-note), which other programs read too.

    where it stands                <- origin, which is also the key's name
    how many entries
    the root over them, base64
    when it was signed
                                   <- an empty line
    — name base64(key id, signature)
"""

import binascii
import hashlib
from base64 import b64decode, b64encode
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from registry.errors import BadInput

ED25519 = b"\x01"
DASH = "\N{EM DASH} "
NO_WITNESS = "Det er ikke et vidne: {}."


@dataclass(frozen=True)
class Head:
    """The trail at a moment: so many entries, and the root over them."""

    size: int
    root: bytes


@dataclass(frozen=True)
class Checkpoint:
    """A signed head as it was read. `body`: what the signature covers."""

    origin: str
    head: Head
    at: str
    body: str
    signature: bytes

    def is_signed_by(self, public: bytes) -> bool:
        """Whether the holder of that key signed it."""
        mark = key_id(self.origin, public)
        if self.signature[:4] != mark:
            return False
        key = Ed25519PublicKey.from_public_bytes(public)
        try:
            key.verify(self.signature[4:], self.body.encode())
        except InvalidSignature:
            return False

        return True


def sign(origin: str, head: Head, at: str, key: Ed25519PrivateKey) -> str:
    """The checkpoint as text."""
    root = b64encode(head.root).decode()
    body = f"{origin}\n{head.size}\n{root}\n{at}\n"
    mark = key_id(origin, key.public_key().public_bytes_raw())
    signature = b64encode(mark + key.sign(body.encode())).decode()
    return f"{body}\n{DASH}{origin} {signature}\n"


def read(text: str) -> Checkpoint:
    """A checkpoint from its text. Raises BadInput."""
    body, _, signatures = text.replace("\r\n", "\n").partition("\n\n")
    lines, last = body.split("\n"), signatures.strip().split("\n")[0]
    if len(lines) != 4 or not last.startswith(DASH):
        raise BadInput(NO_WITNESS.format("det har ikke et vidnes linjer"), "FIL")

    origin, size, root, at = lines
    if not (size.isascii() and size.isdecimal()) or size != str(int(size)):
        raise BadInput(NO_WITNESS.format("antallet er ikke et tal"), "FIL")
    return Checkpoint(
        origin=origin,
        head=Head(int(size), _bytes(root)),
        at=at,
        body=f"{body}\n",
        signature=_bytes(last.rpartition(" ")[2]),
    )


def key_id(name: str, public: bytes) -> bytes:
    """The four bytes by which a signature says whose it is."""
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def verifier(name: str, public: bytes) -> str:
    """The public key as it is published: name, id and key."""
    mark = key_id(name, public).hex()
    return f"{name}+{mark}+{b64encode(ED25519 + public).decode()}"


def public_of(verifier_key: str) -> bytes:
    """The key that `verifier` wrote. Raises BadInput."""
    key = _bytes(verifier_key.strip().split("+", 2)[-1])
    if len(key) != 33 or key[:1] != ED25519:
        raise BadInput("Det er ikke en nøgle, som vidner kontrolleres med.", "--key")
    return key[1:]


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadInput(NO_WITNESS.format("tegnene er beskadiget"), "FIL") from error
