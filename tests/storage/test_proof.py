"""The proof of one publication: it holds by itself, and not for anything else."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from registry.catalogue.queries import Catalogue
from registry.errors import BadInput, NotFound
from registry.publishing import beginning
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.storage.db import reading
from registry.storage.proof import prove, verify
from registry.storage.witness import Signer
from tests.publishing.people import GORM, RITA, SIGNED, SLUG


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    return Signer("", f"sqlite:///{tmp_path / 'registry.sqlite'}", "https://k.example")


@pytest.fixture
def proof(catalogue: Catalogue, signer: Signer) -> str:
    """Of a version that two people published."""
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    seen = read_draft(catalogue, draft).fingerprint
    for key, by in (("submit", RITA), ("approve", GORM), ("publish", GORM)):
        perform(catalogue, draft, key, by, seen=seen, signed=SIGNED)
    return proof_of(catalogue, 3, signer)


def proof_of(catalogue: Catalogue, number: int, signer: Signer) -> str:
    with reading(catalogue.engine) as session:
        return prove(session, SLUG, number, signer)


def test_a_proof_says_what_was_published_by_whom_under_which_witness(
    proof: str, catalogue: Catalogue, signer: Signer
) -> None:
    proved = verify(proof)

    shown = catalogue.today().agreement(SLUG).shown
    assert (proved.agreement, proved.number, proved.actor) == (SLUG, 3, "gorm")
    assert proved.fingerprint == shown.version.fingerprint
    assert proved.key == signer.verifier
    assert verify(proof, signer.verifier) == proved


def test_what_was_loaded_is_proved_by_the_load(
    catalogue: Catalogue, signer: Signer
) -> None:
    proved = verify(proof_of(catalogue, 1, signer))

    assert (proved.number, proved.actor) == (1, "system")


def test_a_proof_holds_the_whole_text(proof: str) -> None:
    stated = json.loads(json.loads(proof)["text"])

    assert stated["agreement"] == SLUG
    assert stated["rows"][0]["task"]


def test_a_proof_still_holds_when_more_has_happened(
    proof: str, catalogue: Catalogue
) -> None:
    beginning.begin_agreement(catalogue, "En anden", "", RITA)

    assert verify(proof).number == 3


@pytest.mark.parametrize("number", [4, 0])
def test_what_is_not_published_is_not_proved(
    catalogue: Catalogue, signer: Signer, number: int
) -> None:
    with pytest.raises(NotFound):
        proof_of(catalogue, number, signer)


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("text", "Prøve", "Andet", "teksten er ikke udgavens"),
        ("version", '"number": 3', '"number": 4', "ikke den forseglede"),
        ("version", "published", "draft", "ikke offentliggjort"),
        ("entry", "gorm", "bodil", "ikke i historikken"),
        ("witness", "k.example", "h.example", "ikke underskrevet"),
    ],
)
def test_a_proof_that_was_changed_does_not_hold(
    proof: str, name: str, old: str, new: str, fault: str
) -> None:
    changed = json.loads(proof)
    assert old in changed[name]
    changed[name] = changed[name].replace(old, new)

    with pytest.raises(BadInput, match=fault):
        verify(json.dumps(changed))


@pytest.mark.parametrize("path", ["seal_path", "entry_path"])
@pytest.mark.parametrize("wrong", [{"index": 0}, {"size": 99}, {"hashes": []}])
def test_a_path_that_leads_elsewhere_does_not_hold(
    proof: str, path: str, wrong: dict[str, object]
) -> None:
    changed = json.loads(proof)
    if changed[path] == {**changed[path], **wrong}:
        wrong = {"index": 1}
    changed[path] |= wrong

    with pytest.raises(BadInput, match="holder ikke"):
        verify(json.dumps(changed))


def test_a_proof_under_another_key_does_not_hold(proof: str, tmp_path: Path) -> None:
    other = Signer(str(tmp_path / "anden"), "", "https://k.example")

    with pytest.raises(BadInput, match="ikke underskrevet med nøglen"):
        verify(proof, other.verifier)


@pytest.mark.parametrize("wrong", ["", "{}", "[]", "null", '{"text": 1}', "hej"])
def test_what_is_no_proof_is_refused(wrong: str) -> None:
    with pytest.raises(BadInput, match="ikke et bevis"):
        verify(wrong)


def test_a_version_that_no_entry_tells_of_is_not_proved(
    catalogue: Catalogue, signer: Signer
) -> None:
    with catalogue.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER immutable_seal_delete"))
        connection.execute(text("DELETE FROM seal"))

    with pytest.raises(NotFound, match="registry check"):
        proof_of(catalogue, 1, signer)
