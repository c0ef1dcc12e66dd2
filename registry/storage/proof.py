"""The proof of one publication: that this very text stands in the trail, under a
witness. One file, verified without the database.

From the text to the witness, each hash covers the one before: the text's fingerprint
stands in the version's row, the row's digest is one of its entry's seals, the entry is
one of the trail, and the trail's root is signed.
"""

import json
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from registry.errors import BadInput, NotFound
from registry.models import Agreement, State, Version
from registry.models import Seal as StoredSeal
from registry.rules import checkpoint, merkle
from registry.rules.version_content import canonical, stated
from registry.storage import audit, seals
from registry.storage.hashes import sha256
from registry.storage.seals import Sealed
from registry.storage.versions import content_in
from registry.storage.witness import Signer

NOT_PROVED = "Beviset holder ikke: {}."
WORDS = ("text", "version", "entry", "witness", "key")


@dataclass(frozen=True)
class Proved:
    """What a proof shows: the text of an agreement's version, who published it and
    when, under a witness signed with that key.
    """

    agreement: str
    number: int
    fingerprint: str
    actor: str
    at: str
    witness: checkpoint.Checkpoint
    key: str


def prove(session: Session, slug: str, number: int, signer: Signer) -> str:
    """The proof of a publication as JSON. Raises NotFound."""
    version = _published(session, slug, number)
    of = seals.sealed_tables()["version"]
    (row,) = seals.said(session.connection(), of, [version.id or 0])
    last = _last_seal(session, version)

    trail = list(audit.lines(session))
    place = next(n for n, line in enumerate(trail) if line.id == last.entry_id)
    leaves = [merkle.leaf_hash(line.text.encode()) for line in trail]
    head = checkpoint.Head(
        len(trail), merkle.root_hash(line.text.encode() for line in trail)
    )
    beside = _seals_of(session, last.entry_id)
    own = Sealed(last.of_table, last.of_row, last.digest)

    proof = {
        "text": canonical(stated(slug, content_in(session, version))),
        "version": seals.written(of, row),
        "seal": [*own],
        "seal_path": _path(
            beside.index(own), [merkle.leaf_hash(seal.leaf) for seal in beside]
        ),
        "entry": trail[place].text,
        "entry_path": _path(place, leaves),
        "witness": signer.sign(head),
        "key": signer.verifier,
    }
    return json.dumps(proof, ensure_ascii=False, indent=1) + "\n"


def verify(text: str, key: str = "") -> Proved:
    """What the proof shows. `key`: the public key it must be signed with; without one,
    that which the proof names. Raises BadInput where it does not hold.
    """
    try:
        proof = json.loads(text)
        words = {name: str(proof[name]) for name in WORDS}
        version, entry = json.loads(words["version"]), json.loads(words["entry"])
        stated_text, seal = json.loads(words["text"]), Sealed(*proof["seal"])
        at, actor, sealed = entry[0], entry[1], entry[6]
        number, named = int(version["number"]), version["fingerprint"]
        roots = (
            _root(proof["seal_path"], seal.leaf),
            _root(proof["entry_path"], words["entry"].encode()),
        )
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise BadInput(NOT_PROVED.format("filen er ikke et bevis"), "FIL") from error

    witness = checkpoint.read(words["witness"])
    wanted = key.strip() or words["key"]
    size = proof["entry_path"]["size"]

    holds = {
        "teksten er ikke udgavens": sha256(words["text"].encode()) == named,
        "udgaven er ikke offentliggjort": version["state"] == State.PUBLISHED,
        "udgaven er ikke den forseglede": seal.table == "version"
        and sha256(words["version"].encode()) == seal.digest,
        "posten forsegler ikke udgaven": roots[0] is not None
        and roots[0].hex() == sealed,
        "posten er ikke i historikken": roots[1] == witness.head.root
        and size == witness.head.size,
        "vidnet er ikke underskrevet med nøglen": witness.is_signed_by(
            checkpoint.public_of(wanted)
        ),
    }

    wrong = next((what for what, is_so in holds.items() if not is_so), "")
    if wrong:
        raise BadInput(NOT_PROVED.format(wrong), "FIL")

    return Proved(stated_text["agreement"], number, named, actor, at, witness, wanted)


def _published(session: Session, slug: str, number: int) -> Version:
    query = (
        select(Version)
        .join(Agreement, col(Agreement.id) == col(Version.agreement_id))
        .where(col(Agreement.slug) == slug, col(Version.number) == number)
    )
    version = session.exec(query.where(Version.state == State.PUBLISHED)).first()
    if version is None:
        raise NotFound(f"«{slug}» har ingen offentliggjort udgave {number}.")

    return version


def _last_seal(session: Session, version: Version) -> StoredSeal:
    query = (
        select(StoredSeal)
        .where(StoredSeal.of_table == "version", StoredSeal.of_row == version.id)
        .order_by(col(StoredSeal.entry_id).desc())
    )
    last = session.exec(query).first()
    if last is None:
        raise NotFound("Historikken fortæller ikke om udgaven. Kør: registry check")

    return last


def _seals_of(session: Session, entry_id: int) -> list[Sealed]:
    stored = session.exec(select(StoredSeal).where(StoredSeal.entry_id == entry_id))
    return seals.ordered(
        Sealed(seal.of_table, seal.of_row, seal.digest) for seal in stored
    )


def _path(index: int, leaves: list[bytes]) -> dict[str, Any]:
    hashes = merkle.inclusion(index, leaves)
    return {"index": index, "size": len(leaves), "hashes": [h.hex() for h in hashes]}


def _root(path: dict[str, Any], leaf: bytes) -> bytes | None:
    return merkle.root_by_inclusion(
        merkle.leaf_hash(leaf),
        int(path["index"]),
        int(path["size"]),
        [bytes.fromhex(text) for text in path["hashes"]],
    )
