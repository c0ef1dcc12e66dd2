"""The trail's head as a witness: reckoned, signed with a key that is kept beside the
database, and held against the trail of another day.
"""

from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from sqlalchemy import Engine
from sqlmodel import Session

from registry import clock
from registry.errors import BadSetting
from registry.rules.checkpoint import Checkpoint, Head, sign, verifier
from registry.rules.merkle import Growing
from registry.storage import audit
from registry.storage.checks import faults_of
from registry.storage.db import reading
from registry.storage.kept_secret import beside_database, kept

NAME = "witness_key"


class Signer:
    """Who signs the heads of an installation: under its public address, with its key,
    which is made at the first use and lies in a file of its own.
    """

    def __init__(self, key_file: str, database_url: str, public_url: str) -> None:
        self._file = (
            Path(key_file) if key_file else beside_database(database_url) / NAME
        )
        self.origin = f"{public_url.partition('://')[2].strip('/')}/tillid"

    def sign(self, head: Head) -> str:
        """The signed head as text. Raises BadSetting where there can be no key."""
        at = clock.now().isoformat(timespec="seconds")
        return sign(self.origin, head, at, self._key())

    @property
    def verifier(self) -> str:
        """The public key, by which others check what is signed. Raises BadSetting."""
        return verifier(self.origin, self.public)

    @property
    def public(self) -> bytes:
        """The public key's 32 bytes. Raises BadSetting."""
        return self._key().public_key().public_bytes_raw()

    def _key(self) -> Ed25519PrivateKey:
        try:
            text = kept(self._file, _made)
            key = load_pem_private_key(text.encode(), password=None)
        except (OSError, ValueError) as error:
            raise BadSetting(
                f"WITNESS_KEY_FILE: nøglen kan hverken læses eller gemmes i "
                f"{self._file}. Giv programmet adgang til mappen."
            ) from error

        if not isinstance(key, Ed25519PrivateKey):
            raise BadSetting(
                f"WITNESS_KEY_FILE: {self._file} er ikke en Ed25519-nøgle."
            )
        return key


class Heads:
    """The trail's head, reckoned on from the entries that were there before."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._growing, self._last = Growing(), (0, "")

    def head(self, engine: Engine) -> Head:
        """The head as the trail stands now."""
        with self._lock, reading(engine) as session:
            if not self._continues(session):
                self._growing, self._last = Growing(), (0, "")
            for line in audit.lines(session, after=self._last[0]):
                self._growing.add(line.text.encode())
                self._last = (line.id, line.hash)
            return Head(self._growing.size, self._growing.root())

    def _continues(self, session: Session) -> bool:
        """Whether the last entry reckoned with is there, where another database may
        have been put in its place.
        """
        entry, own = self._last
        at = next(audit.lines(session, after=entry - 1), None) if entry else None
        return not entry or (at is not None and (at.id, at.hash) == (entry, own))


def held_against(engine: Engine, seen: Checkpoint, signer: Signer) -> list[str]:
    """The same of a database that may be damaged: what stops it is told with it."""

    def look(session: Session) -> Iterator[str]:
        return against(session, seen, signer)

    return faults_of("historikken efter vidnet", lambda: reading(engine), look)


def against(session: Session, seen: Checkpoint, signer: Signer) -> Iterator[str]:
    """What in today's trail is not as the witness saw it, in Danish."""
    if not seen.is_signed_by(signer.public):
        yield (
            f"Vidnet fra {seen.at} er ikke underskrevet med denne installations nøgle."
        )

    growing, wanted = Growing(), seen.head
    for line in audit.lines(session):
        if growing.size == wanted.size:
            break
        growing.add(line.text.encode("utf-8", "surrogatepass"))

    if growing.size < wanted.size:
        yield (
            f"Historikken har {growing.size} poster, men vidnet fra {seen.at} så "
            f"{wanted.size}: Slutningen er skåret af."
        )
    elif growing.root() != wanted.root:
        yield (
            f"De første {wanted.size} poster i historikken er ikke dem, vidnet fra "
            f"{seen.at} så: Historikken er lavet om."
        )


def _made() -> str:
    pem = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    return pem.decode("ascii")
