"""Issued appendices as they are stored: listed, read back, and found if altered.

Also covers registry/models/edition.py.
"""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, select

from registry.errors import NotFound
from registry.models import AuditEntry, Edition
from registry.storage import editions
from registry.storage.db import reading
from registry.storage.hashes import sha256
from registry.storage.triggers import TRIGGERS
from tests.conftest import NOW
from tests.storage.unwatched import transaction

Issue = Callable[..., int]


@pytest.fixture
def issue(engine: Engine) -> Issue:
    """Stores an edition of two files; returns its number."""

    def issued(health_agreement: str = "sa", content: bytes = b"# Appendiks") -> int:
        files = [
            editions.new_file("md", "Markdown", "a.md", "text/markdown", content),
            editions.new_file("json", "JSON", "a.json", "application/json", b"{}"),
        ]
        edition = Edition(
            health_agreement=health_agreement,
            title="Appendiks",
            as_of=date(2026, 11, 22),
            at=NOW,
            issued_by="rita",
            parameters="",
            continued=2,
            unsettled=0,
            undecided=0,
            fingerprint="f",
            hash=editions.hash_of(files),
        )
        return editions.store(engine, edition, files)

    return issued


def altered(engine: Engine) -> list[int]:
    with reading(engine) as session:
        return list(editions.altered(session))


def test_what_is_stored_is_read_back_without_its_contents(
    engine: Engine, issue: Issue
) -> None:
    number = issue()

    issued = editions.issued(engine, number)

    assert (issued.edition.title, issued.edition.issued_by) == ("Appendiks", "rita")
    assert [(f.name, f.size, f.sha256) for f in issued.files] == [
        ("a.md", 11, sha256(b"# Appendiks")),
        ("a.json", 2, sha256(b"{}")),
    ]
    assert all("content" not in file.__dict__ for file in issued.files)


def test_a_file_is_read_with_its_content(engine: Engine, issue: Issue) -> None:
    number = issue()

    assert editions.file_of(engine, number, "a.md").content == b"# Appendiks"


def test_what_was_not_issued_is_not_found(engine: Engine, issue: Issue) -> None:
    number = issue()

    with pytest.raises(NotFound, match="med det nummer"):
        editions.issued(engine, number + 1)
    for other, name in ((number, "b.md"), (number + 1, "a.md")):
        with pytest.raises(NotFound, match="ingen fil"):
            editions.file_of(engine, other, name)


def test_editions_stand_newest_first_and_by_health_agreement(
    engine: Engine, issue: Issue
) -> None:
    first, other, last = issue(), issue("en-anden"), issue()

    assert [e.id for e in editions.listing(engine)] == [last, other, first]
    assert [e.id for e in editions.listing(engine, "sa")] == [last, first]
    assert editions.listing(engine, "ukendt") == []


def test_issuing_stands_in_the_trail(engine: Engine, issue: Issue) -> None:
    number = issue()

    with reading(engine) as session:
        entry = session.exec(select(AuditEntry)).one()
    assert (entry.actor, entry.subject) == ("rita", "sa")
    assert entry.detail.startswith(f"nr. {number} pr. 2026-11-22: 2 videreføres")


def test_the_hash_follows_every_file_and_not_their_order() -> None:
    one, two = (
        editions.new_file("md", "", name, "", name.encode()) for name in ("a", "b")
    )
    renamed = editions.new_file("md", "", "c", "", b"b")

    assert editions.hash_of([one, two]) == editions.hash_of([two, one])
    assert editions.hash_of([one, two]) != editions.hash_of([one])
    assert editions.hash_of([one, two]) != editions.hash_of([one, renamed])


def test_what_stands_as_it_was_issued_is_not_altered(
    engine: Engine, issue: Issue
) -> None:
    issue()
    issue("en-anden")

    assert altered(engine) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE edition_file SET content = x'78' WHERE edition_id = :number",
        "UPDATE edition_file SET content = 'x' WHERE edition_id = :number",
        "UPDATE edition_file SET name = 'b.md' WHERE edition_id = :number "
        "AND format = 'md'",
        "DELETE FROM edition_file WHERE edition_id = :number AND format = 'md'",
    ],
)
def test_a_file_that_was_changed_renamed_or_taken_is_found(
    engine: Engine, issue: Issue, change: str
) -> None:
    issue()
    number = issue()
    unguard(engine)

    with transaction(engine) as session:
        session.connection().execute(text(change), {"number": number})

    assert altered(engine) == [number]


def unguard(engine: Engine) -> None:
    """As someone does who has the file itself in hand."""
    with Session(engine) as session:
        for trigger in TRIGGERS:
            if trigger.table == "edition_file":
                session.connection().execute(text(f"DROP TRIGGER {trigger.name}"))
        session.commit()
