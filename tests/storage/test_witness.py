"""The signed head of the trail: reckoned on, its key kept, and held against a trail."""

import os
from pathlib import Path

import pytest
from sqlalchemy import Engine

from registry.errors import BadSetting
from registry.rules.checkpoint import Head, read
from registry.rules.merkle import EMPTY, root_hash
from registry.storage import audit
from registry.storage.db import connect, migrate, reading, transaction
from registry.storage.events import Event
from registry.storage.witness import NAME, Heads, Signer, against

HERE = "https://kataloget.example/"


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    return Signer("", f"sqlite:///{tmp_path / 'registry.sqlite'}", HERE)


def tell(engine: Engine, times: int = 1) -> None:
    for _ in range(times):
        with transaction(engine) as session:
            audit.write_entry(
                session, actor="anna", event=Event.SIGN_IN, subject="anna"
            )


def faults(engine: Engine, note: str, signer: Signer) -> list[str]:
    with reading(engine) as session:
        return list(against(session, read(note), signer))


def test_an_empty_trail_has_a_head(engine: Engine) -> None:
    head = Heads().head(engine)

    assert (head.size, head.root) == (0, EMPTY)


def test_the_head_is_the_root_over_what_each_entry_says(engine: Engine) -> None:
    tell(engine, 5)

    with reading(engine) as session:
        items = [line.text.encode() for line in audit.lines(session)]
    head = Heads().head(engine)
    assert (head.size, head.root) == (5, root_hash(items))


def test_a_head_is_reckoned_on_from_what_was_there(engine: Engine) -> None:
    heads = Heads()
    for size in (0, 1, 2, 3):
        assert heads.head(engine) == Heads().head(engine)
        assert heads.head(engine).size == size
        tell(engine)


def test_a_database_put_in_anothers_place_has_a_head_of_its_own(
    engine: Engine, tmp_path: Path
) -> None:
    heads = Heads()
    tell(engine, 3)
    heads.head(engine)
    other = connect(f"sqlite:///{tmp_path / 'anden.sqlite'}")
    migrate(other)
    tell(other, 4)

    assert heads.head(other) == Heads().head(other)


def test_the_key_is_made_once_and_read_by_nobody_else(
    signer: Signer, tmp_path: Path
) -> None:
    first = signer.verifier
    path = tmp_path / NAME

    assert signer.verifier == first
    assert first.startswith("kataloget.example/tillid+")
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600


def test_the_key_lies_where_the_setting_says(tmp_path: Path) -> None:
    own = tmp_path / "andetsteds" / "nøgle.pem"

    Signer(str(own), "sqlite:///x", HERE).verifier  # noqa: B018

    assert own.read_text().startswith("-----BEGIN PRIVATE KEY-----")


@pytest.mark.parametrize("text", ["", "ikke en nøgle".replace("ø", "o")])
def test_a_broken_key_is_said_to_be_so(
    signer: Signer, tmp_path: Path, text: str
) -> None:
    (tmp_path / NAME).write_text(text)

    with pytest.raises(BadSetting, match="WITNESS_KEY_FILE"):
        signer.sign(Head(0, EMPTY))


def test_todays_trail_continues_the_one_that_was_seen(
    engine: Engine, signer: Signer
) -> None:
    tell(engine, 3)
    note = signer.sign(Heads().head(engine))
    tell(engine, 4)

    assert faults(engine, note, signer) == []


def test_a_witness_of_an_empty_trail_fits_every_trail(
    engine: Engine, signer: Signer
) -> None:
    note = signer.sign(Heads().head(engine))
    tell(engine)

    assert faults(engine, note, signer) == []


def test_a_witness_of_another_key_is_told(engine: Engine, signer: Signer) -> None:
    other = Signer("", f"sqlite:///{engine.url.database}-2/x", HERE)

    note = other.sign(Heads().head(engine))

    (fault,) = faults(engine, note, signer)
    assert fault.endswith("ikke underskrevet med denne installations nøgle.")


def test_a_longer_trail_than_there_is_was_cut(engine: Engine, signer: Signer) -> None:
    tell(engine, 2)
    longer = Heads().head(engine)
    other = connect(f"{engine.url}-kort")
    migrate(other)

    (fault,) = faults(other, signer.sign(longer), signer)
    assert fault.endswith("Slutningen er skåret af.")
