"""The proof that a later witness only continues an earlier one: that nothing the
earlier saw was altered. One file, verified without the database.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from registry.errors import BadInput
from registry.rules import checkpoint, merkle
from registry.rules.checkpoint import Checkpoint
from registry.storage import audit
from registry.storage.proof import NOT_PROVED
from registry.storage.witness import Signer

BEFORE, AFTER, PATH, KEY = "before", "after", "path", "key"
NOT_SEEN = (
    "Historikken er ikke den, vidnet fra {} så. Kør registry check --witness med det."
)


@dataclass(frozen=True)
class Continued:
    """What a proof shows: two witnesses, the later of which continues the earlier,
    both signed with that key.
    """

    before: Checkpoint
    after: Checkpoint
    key: str


def is_one(text: str) -> bool:
    """Whether a file is such a proof, however it holds."""
    try:
        proof = json.loads(text)
    except ValueError:
        return False
    return isinstance(proof, dict) and {BEFORE, AFTER} <= proof.keys()


def prove(session: Session, before: str, after: str, signer: Signer) -> str:
    """The proof as JSON. `before`, `after`: witnesses as text; without a later one, one
    of today is signed. Raises BadInput where the trail is not the one they saw.
    """
    trail = [
        line.text.encode("utf-8", "surrogatepass") for line in audit.lines(session)
    ]
    today = checkpoint.Head(len(trail), merkle.root_hash(trail))
    after = after or signer.sign(today)
    earlier, later = checkpoint.read(before), checkpoint.read(after)
    if earlier.head.size > later.head.size:
        raise BadInput("Vidnerne står i den forkerte rækkefølge.", "--since")
    for seen in (earlier, later):
        if not _saw(seen, trail):
            raise BadInput(NOT_SEEN.format(seen.at), "--since")

    leaves = [merkle.leaf_hash(item) for item in trail[: later.head.size]]
    path = merkle.consistency(earlier.head.size, leaves)
    proof = {
        BEFORE: before,
        AFTER: after,
        PATH: [step.hex() for step in path],
        KEY: signer.verifier,
    }
    return json.dumps(proof, ensure_ascii=False, indent=1) + "\n"


def verify(text: str, key: str = "") -> Continued:
    """What the proof shows. `key`: the public key both are to be signed with; without
    one, that which the proof names. Raises BadInput where it does not hold.
    """
    try:
        proof = json.loads(text)
        before, after = (checkpoint.read(str(proof[name])) for name in (BEFORE, AFTER))
        path = [bytes.fromhex(step) for step in proof[PATH]]
        wanted = key.strip() or str(proof[KEY])
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(NOT_PROVED.format("filen er ikke et bevis"), "FIL") from error

    public = checkpoint.public_of(wanted)
    holds = {
        "det sene vidne fortsætter ikke det tidlige": merkle.is_consistent(
            _head(before), _head(after), path
        ),
        "vidnerne er ikke underskrevet med nøglen": all(
            seen.is_signed_by(public) for seen in (before, after)
        ),
    }
    wrong = next((what for what, is_so in holds.items() if not is_so), "")
    if wrong:
        raise BadInput(NOT_PROVED.format(wrong), "FIL")
    return Continued(before, after, wanted)


def _saw(seen: Checkpoint, trail: Sequence[bytes]) -> bool:
    items = trail[: seen.head.size]
    return len(items) == seen.head.size and merkle.root_hash(items) == seen.head.root


def _head(seen: Checkpoint) -> tuple[int, bytes]:
    return seen.head.size, seen.head.root
