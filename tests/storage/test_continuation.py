"""The proof that a later witness continues an earlier one: by itself, and no other."""

import json
from pathlib import Path

import pytest

from registry.catalogue.queries import Catalogue
from registry.errors import BadInput
from registry.publishing import beginning
from registry.storage import continuation
from registry.storage.db import reading
from registry.storage.witness import Heads, Signer
from tests.publishing.people import RITA
from tests.storage.tampered import alter, make_anew


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    return Signer("", f"sqlite:///{tmp_path / 'registry.sqlite'}", "https://k.example")


def witness_of(catalogue: Catalogue, signer: Signer) -> str:
    return signer.sign(Heads().head(catalogue.engine))


def work(catalogue: Catalogue, times: int) -> None:
    for number in range(times):
        beginning.begin_agreement(catalogue, f"Aftale nummer {number}", "", RITA)


def proved(catalogue: Catalogue, signer: Signer, before: str, after: str = "") -> str:
    with reading(catalogue.engine) as session:
        return continuation.prove(session, before, after, signer)


@pytest.fixture
def before(catalogue: Catalogue, signer: Signer) -> str:
    return witness_of(catalogue, signer)


@pytest.fixture
def proof(catalogue: Catalogue, signer: Signer, before: str) -> str:
    """That today continues what an earlier witness saw."""
    work(catalogue, 5)
    return proved(catalogue, signer, before)


def test_a_proof_says_which_witnesses_and_under_which_key(
    proof: str, before: str, signer: Signer
) -> None:
    shown = continuation.verify(proof, signer.verifier)

    assert continuation.is_one(proof)
    assert shown.after.head.size > shown.before.head.size > 0
    assert before.startswith(shown.before.body)
    assert continuation.verify(proof) == shown


def test_any_two_witnesses_are_proved(catalogue: Catalogue, signer: Signer) -> None:
    kept = []
    for number in range(4):
        kept.append(witness_of(catalogue, signer))
        beginning.begin_agreement(catalogue, f"Aftale {number}", "", RITA)

    for earlier in range(4):
        for later in range(earlier, 4):
            text = proved(catalogue, signer, kept[earlier], kept[later])
            assert continuation.verify(text).after.at


def test_the_later_witness_is_not_the_earlier(
    catalogue: Catalogue, signer: Signer, before: str
) -> None:
    work(catalogue, 1)

    with pytest.raises(BadInput, match="forkerte rækkefølge"):
        proved(catalogue, signer, witness_of(catalogue, signer), before)


def test_a_trail_made_anew_is_not_proved(
    catalogue: Catalogue, signer: Signer, before: str, tmp_path: Path
) -> None:
    path = tmp_path / "registry.sqlite"
    alter(path, ["UPDATE audit_entry SET actor = 'en anden'"], lifted=True)
    make_anew(path)

    with pytest.raises(BadInput, match="ikke den, vidnet"):
        proved(catalogue, signer, before)


def test_a_later_witness_of_another_trail_proves_nothing(
    proof: str, catalogue: Catalogue, signer: Signer, tmp_path: Path
) -> None:
    path = tmp_path / "registry.sqlite"
    alter(path, ["UPDATE audit_entry SET actor = 'en anden'"], lifted=True)
    make_anew(path)
    forged = {**json.loads(proof), "after": witness_of(catalogue, signer)}

    with pytest.raises(BadInput, match="fortsætter ikke"):
        continuation.verify(json.dumps(forged))


def test_a_proof_under_another_key_does_not_hold(proof: str, tmp_path: Path) -> None:
    other = Signer(str(tmp_path / "anden"), "", "https://k.example")

    with pytest.raises(BadInput, match="ikke underskrevet med nøglen"):
        continuation.verify(proof, other.verifier)


def test_a_step_that_was_changed_does_not_hold(proof: str) -> None:
    changed = json.loads(proof)
    changed["path"][0] = "00" * 32

    with pytest.raises(BadInput, match="fortsætter ikke"):
        continuation.verify(json.dumps(changed))


@pytest.mark.parametrize(
    "wrong", ["", "[]", '{"before": 1}', '{"before": "", "after": "", "path": "x"}']
)
def test_what_is_no_proof_is_refused(wrong: str) -> None:
    with pytest.raises(BadInput):
        continuation.verify(wrong)
