"""Adoptions: bound to one text, corrected, counted, and kept in files."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import col, select

from registry import clock, content
from registry.catalogue.adoption_progress import Progress, progress, progress_of
from registry.catalogue.queries import Catalogue
from registry.errors import BadContent, BadInput, NotFound, Refused
from registry.models import (
    ADOPTED,
    NOT_ADOPTED,
    Adoption,
    Agreement,
    AuditEntry,
    Version,
)
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.records.adoption_lines import Decided, parse_lines
from registry.records.adoptions import WrongLines, adopt
from registry.rules.version_content import MAIN
from registry.storage.db import connect, migrate, reading
from tests.publishing.people import ADA, BODIL, GORM, RENE, RITA, SIGNED, SLUG
from tests.storage.unwatched import transaction

pytestmark = pytest.mark.usefixtures("stopped_clock")

DAY = date(2026, 11, 1)
PARTIES = ("proeveregion", "nordby", "sydby")


def published(catalogue: Catalogue, slug: str = SLUG, number: int = 2) -> int:
    """The id of a published version."""
    with reading(catalogue.engine) as session:
        its_own = col(Agreement.id) == Version.agreement_id
        query = select(Version).join(Agreement, its_own)
        ids = session.exec(
            query.where(Agreement.slug == slug, Version.number == number)
        )
        return ids.one().id or 0


def for_adoption(catalogue: Catalogue, summary: str = "Ændret resumé.") -> int:
    """A new version of the agreement, by Rita and Gorm, sent to the parties."""
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    base = editing.part_digest(
        editing.part_of(read_draft(catalogue, draft).content, MAIN)
    )
    editing.save(catalogue, draft, MAIN, {"summary": summary}, base, RITA)
    for name, person in (
        ("submit", RITA),
        ("approve", GORM),
        ("send-for-adoption", RITA),
    ):
        perform(
            catalogue,
            draft,
            name,
            person,
            seen=read_draft(catalogue, draft).fingerprint,
            signed=SIGNED,
        )
    return draft


def come(catalogue: Catalogue, version_id: int) -> Progress:
    draft = read_draft(catalogue, version_id)
    return progress(
        catalogue.today(),
        draft.slug,
        draft.fingerprint,
        draft.shown.parties,
        draft.version.number,
    )


# Recording


def test_decisions_are_bound_to_the_text_that_was_sent(catalogue: Catalogue) -> None:
    draft = for_adoption(catalogue)

    lines = "nordby;;1.11.2026;Møde 7"
    decided, wrong = parse_lines(catalogue.today(), lines, PARTIES)

    assert (adopt(catalogue, draft, decided, RITA), wrong) == (1, [])

    progress = come(catalogue, draft)
    assert (progress.text, progress.missing, progress.refused) == (
        "1 af 3",
        ["proeveregion", "sydby"],
        [],
    )
    record = progress.decisions[0]
    assert record.fingerprint == read_draft(catalogue, draft).fingerprint
    assert (record.version, record.recorded_by, record.confirmed) == (
        None,
        "rita",
        True,
    )
    assert [r.ref for r in progress.earlier] == ["vedtagelse"]
    with reading(catalogue.engine) as session:
        entry = session.exec(
            select(AuditEntry).where(AuditEntry.event_key == "adoption")
        ).one()
    assert (entry.actor, entry.subject) == ("rita", SLUG)


def test_what_was_adopted_counts_after_publication(catalogue: Catalogue) -> None:
    draft = for_adoption(catalogue)
    adopt(catalogue, draft, [Decided(name, ADOPTED, DAY) for name in PARTIES], RITA)

    perform(
        catalogue,
        draft,
        "publish",
        GORM,
        seen=read_draft(catalogue, draft).fingerprint,
    )

    shown = catalogue.today().agreement(SLUG).number(3)
    progress = progress_of(catalogue.today(), shown)
    assert (progress.text, progress.missing) == ("3 af 3", [])


def test_a_published_version_can_be_adopted_later(catalogue: Catalogue) -> None:
    version = published(catalogue)

    adopt(catalogue, version, [Decided("sydby", NOT_ADOPTED, DAY)], RITA)

    progress = come(catalogue, version)
    assert (progress.text, progress.refused, progress.decisions[0].version) == (
        "0 af 3",
        ["sydby"],
        2,
    )


def test_older_adoptions_of_a_number_count_for_that_version(
    catalogue: Catalogue,
) -> None:
    version = published(catalogue, number=1)
    shown = catalogue.today().agreement(SLUG).number(1)

    assert [r.ref for r in come(catalogue, version).decisions] == ["vedtagelse"]
    assert progress_of(catalogue.today(), shown).decisions[0].organisation == "nordby"


def test_a_decision_that_differs_corrects_the_one_before(catalogue: Catalogue) -> None:
    draft = for_adoption(catalogue)
    adopt(catalogue, draft, [Decided("nordby", NOT_ADOPTED, DAY)], RITA)

    adopt(catalogue, draft, [Decided("nordby", ADOPTED, DAY, "Møde 8")], RITA)

    progress = come(catalogue, draft)
    assert [(r.decision, r.reference) for r in progress.decisions] == [
        (ADOPTED, "Møde 8")
    ]
    assert progress.decisions[0].corrects == "vedtagelse-proeve-udskrivning-nordby"


def test_a_changed_text_leaves_its_adoptions_behind(catalogue: Catalogue) -> None:
    draft = for_adoption(catalogue)
    adopt(catalogue, draft, [Decided("nordby", ADOPTED, DAY)], RITA)
    base = editing.part_digest(
        editing.part_of(read_draft(catalogue, draft).content, MAIN)
    )
    editing.save(catalogue, draft, MAIN, {"summary": "Igen ændret."}, base, RITA)

    progress = come(catalogue, draft)

    assert progress.text == "0 af 3"
    assert {r.organisation for r in progress.earlier} == {"nordby"}


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (Decided("nyregion", ADOPTED, DAY, line=2), "Linje 2: Nyregionen er ikke part"),
        (Decided("nordby", "måske", DAY), "Vælg, om teksten er vedtaget"),
        (
            Decided("nordby", ADOPTED, date(2026, 11, 23)),
            "23. november 2026 ligger i fremtiden",
        ),
        (Decided("nordby", ADOPTED, date(26, 11, 1)), "Årstallet 26 kan ikke"),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_kept(
    catalogue: Catalogue, entry: Decided, message: str
) -> None:
    draft = for_adoption(catalogue)

    with pytest.raises(WrongLines) as caught:
        adopt(catalogue, draft, [Decided("sydby", ADOPTED, DAY, line=1), entry], RITA)

    assert message in caught.value.message
    assert come(catalogue, draft).decisions == []


def test_the_same_is_not_entered_twice(catalogue: Catalogue) -> None:
    draft = for_adoption(catalogue)
    entry = Decided("nordby", ADOPTED, DAY, "Møde 7")

    with pytest.raises(WrongLines, match="to gange"):
        adopt(catalogue, draft, [entry, entry], RITA)
    adopt(catalogue, draft, [entry], RITA)
    with pytest.raises(WrongLines, match="allerede skrevet ind"):
        adopt(catalogue, draft, [entry], RITA)


def test_a_draft_that_was_not_sent_cannot_be_adopted(catalogue: Catalogue) -> None:
    draft = beginning.begin_version(catalogue, SLUG, RITA)

    with pytest.raises(Refused, match="Udgaven er en kladde"):
        adopt(catalogue, draft, [Decided("nordby", ADOPTED, DAY)], RITA)


def test_only_an_editor_enters_adoptions(catalogue: Catalogue) -> None:
    version = published(catalogue)

    for person in (GORM, ADA):
        with pytest.raises(Refused):
            adopt(catalogue, version, [Decided("nordby", ADOPTED, DAY)], person)
    with pytest.raises(NotFound):
        adopt(catalogue, 999, [Decided("nordby", ADOPTED, DAY)], RENE)
    with pytest.raises(BadInput):
        adopt(catalogue, version, [], BODIL)


# Files


def test_an_adoption_keeps_its_text_when_written_out_and_read_again(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    adopt(catalogue, published(catalogue), [Decided("sydby", ADOPTED, DAY)], RITA)
    of_a_draft = Adoption(
        ref="kladde",
        effective_on=DAY,
        recorded_at=clock.now(),
        agreement="endnu-en-kladde",
        organisation="nordby",
        decision=ADOPTED,
        fingerprint="a" * 64,
    )
    with transaction(catalogue.engine) as session:
        session.add(of_a_draft)
    content.dump(catalogue.engine, tmp_path / "first")

    again = connect(f"sqlite:///{tmp_path / 'again.sqlite'}")
    migrate(again)
    content.load(again, tmp_path / "first")
    content.dump(again, tmp_path / "second")

    one, two = (
        (tmp_path / name / "records/adoptions.yaml") for name in ("first", "second")
    )
    assert one.read_bytes() == two.read_bytes()
    assert "fingerprint:" in one.read_text(encoding="utf-8")
    assert "endnu-en-kladde" not in one.read_text(encoding="utf-8")
    loaded = Catalogue(again).today()
    progress = progress_of(loaded, loaded.agreement(SLUG).number(2))
    assert progress.text == "1 af 3"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "mangler: skriv udgavens nummer"),
        ("    fingerprint: abc\n", "64 hexadecimale"),
    ],
)
def test_an_adoption_in_a_file_names_its_text(
    catalogue: Catalogue, tmp_path: Path, line: str, message: str
) -> None:
    content.dump(catalogue.engine, tmp_path / "files")
    path = tmp_path / "files/records/adoptions.yaml"
    written = path.read_text(encoding="utf-8")
    path.write_text(written.replace("    version: 1\n", line), encoding="utf-8")
    engine = connect(f"sqlite:///{tmp_path / 'again.sqlite'}")
    migrate(engine)

    with pytest.raises(BadContent, match=message):
        content.load(engine, tmp_path / "files")
