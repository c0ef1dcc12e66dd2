"""Adoptions: pasted lines in many shapes, bound to one text, corrected, and counted."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from registry import clock, content
from registry.catalogue import Catalogue
from registry.db import connect, migrate, reading, transaction
from registry.errors import BadContent, BadInput, NotFound, Refused
from registry.models import Adoption, Agreement, AuditEntry, Version
from registry.publishing import adoptions, beginning, editing
from registry.publishing.acts import perform
from registry.publishing.adoption_lines import (
    ADOPTED,
    NOT_ADOPTED,
    Decided,
    decode,
    parse_lines,
)
from registry.publishing.adoptions import Progress, WrongLines, adopt
from registry.publishing.drafts import read_draft
from registry.version_content import MAIN
from tests.publishing.people import ADA, BODIL, GORM, RENE, RITA, SLUG

pytestmark = pytest.mark.usefixtures("stopped_clock")

DAY = date(2026, 11, 1)
PARTIES = ("proeveregion", "nordby", "sydby")


def published(catalogue: Catalogue, slug: str = SLUG, number: int = 2) -> int:
    """The id of a published version."""
    with reading(catalogue.engine) as session:
        query = select(Version).join(Agreement, Agreement.id == Version.agreement_id)  # type: ignore[arg-type]
        found = session.exec(query.where(Agreement.slug == slug, Version.number == number))
        return found.one().id or 0


def for_adoption(catalogue: Catalogue, summary: str = "Ændret resumé.") -> int:
    """A new version of the agreement, by Rita and Gorm, sent to the parties."""
    draft = beginning.begin_version(catalogue.engine, SLUG, RITA)
    base = editing.part_digest(editing.part_of(read_draft(catalogue, draft).content, MAIN))
    editing.save(catalogue.engine, draft, MAIN, {"summary": summary}, base, RITA)
    for name, person in (("indsend", RITA), ("godkend", GORM), ("til-vedtagelse", RITA)):
        perform(catalogue, draft, name, person, seen=read_draft(catalogue, draft).fingerprint)
    return draft


def come(catalogue: Catalogue, version_id: int) -> Progress:
    draft = read_draft(catalogue, version_id)
    return adoptions.progress(
        catalogue.today(),
        draft.slug,
        draft.fingerprint,
        draft.shown.parties,
        draft.version.number,
    )


def read(catalogue: Catalogue, text: str) -> list[Decided]:
    found, wrong = parse_lines(text, catalogue.today(), PARTIES)
    assert wrong == []
    return found


def refused(catalogue: Catalogue, text: str) -> tuple[int | None, str]:
    """The first line that cannot be read, and what is said of it."""
    _, wrong = parse_lines(text, catalogue.today(), PARTIES)
    assert wrong
    return wrong[0].line, wrong[0].text


# Pasted lines


@pytest.mark.parametrize(
    "line",
    [
        "Nordby Kommune;vedtaget;2026-11-01;Møde 7",
        "nordby;Vedtaget;1.11.2026;Møde 7",
        "NORDBY\tvedtaget\t01-11-2026\tMøde 7",
        "Nordby  kommune, vedtaget, 1/11/2026, Møde 7",
        "Nordby;;1. november 2026;Møde 7",
        "Nordby\t1. nov. 2026\tMøde 7",
        "\ufeffNordby;vedtaget;1.11.2026;Møde 7\r\n\r\n",
        'Nordby,vedtaget,2026-11-01,"Møde 7"',
        "Organisation;Beslutning;Dato;Reference\nNordby;vedtaget;1.11.2026;Møde 7",
        "dato\torganisation\treference\n1.11.2026\tNordby\u00a0Kommune\tMøde 7",
    ],
)
def test_a_line_may_be_written_in_many_ways(catalogue: Catalogue, line: str) -> None:
    found = read(catalogue, line)

    assert [(d.organisation, d.decision, d.effective_on, d.reference) for d in found] == [
        ("nordby", ADOPTED, DAY, "Møde 7")
    ]


def test_each_line_keeps_its_number(catalogue: Catalogue) -> None:
    found = read(catalogue, "nordby;;1.11.2026\n\n;;;\nsydby;ikke vedtaget;2.11.2026\n")

    assert [(d.organisation, d.decision, d.line) for d in found] == [
        ("nordby", ADOPTED, 1),
        ("sydby", NOT_ADOPTED, 4),
    ]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", None, "ingen linjer"),
        ("nordby;;1.11.2026\nVestby;;1.11.2026", 2, "«Vestby» kendes ikke"),
        ("Nordbi;;1.11.2026", 1, "Mente du «nordby»?"),
        ("nordby;måske;1.11.2026", 1, "«måske» kendes ikke. Skriv «vedtaget»"),
        ("nordby;vedtaget;31.11.2026", 1, "«31.11.2026» er ikke en dato. Skriv den som"),
        ("nordby;vedtaget;1. maj", 1, "er ikke en dato"),
        ("nordby;vedtaget", 1, "Datoen mangler"),
        (";vedtaget;1.11.2026", 1, "navn mangler"),
        ("nordby;vedtaget;1.11.2026;Møde;7", 1, "flere felter"),
        ("organisation;kommentar\nnordby;x", 1, "Kolonnen «kommentar» kendes ikke"),
        ("dato;organisation\n1.11.2026", 2, "navn mangler"),
        ("n" * 200_000, 1, "for lang"),
    ],
)
def test_a_line_that_cannot_be_read_says_what_to_do(
    catalogue: Catalogue, text: str, line: int | None, told: str
) -> None:
    at, said = refused(catalogue, text)

    assert at == line
    assert told in said


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_file_is_read_however_it_was_saved(coding: str) -> None:
    assert decode("Ærøskøbing;vedtaget".encode(coding)) == "Ærøskøbing;vedtaget"


# Recording


def test_decisions_are_bound_to_the_text_that_was_sent(catalogue: Catalogue) -> None:
    draft = for_adoption(catalogue)

    assert adopt(catalogue, draft, read(catalogue, "nordby;;1.11.2026;Møde 7"), RITA) == 1

    found = come(catalogue, draft)
    assert (found.text, found.missing, found.refused) == ("1 af 3", ["proeveregion", "sydby"], [])
    record = found.decisions[0]
    assert record.fingerprint == read_draft(catalogue, draft).fingerprint
    assert (record.version, record.recorded_by, record.confirmed) == (None, "rita", True)
    assert [r.ref for r in found.earlier] == ["vedtagelse"]
    with reading(catalogue.engine) as session:
        entry = session.exec(select(AuditEntry).where(AuditEntry.act == "adoption")).one()
    assert (entry.actor, entry.subject) == ("rita", SLUG)


def test_what_was_adopted_counts_after_publication(catalogue: Catalogue) -> None:
    draft = for_adoption(catalogue)
    adopt(catalogue, draft, [Decided(name, ADOPTED, DAY) for name in PARTIES], RITA)

    perform(catalogue, draft, "offentliggoer", GORM, seen=read_draft(catalogue, draft).fingerprint)

    shown = catalogue.today().agreement(SLUG).number(3)
    found = adoptions.progress_of(catalogue.today(), shown)
    assert (found.text, found.is_complete, found.missing) == ("3 af 3", True, [])


def test_a_published_version_can_be_adopted_later(catalogue: Catalogue) -> None:
    version = published(catalogue)

    adopt(catalogue, version, [Decided("sydby", NOT_ADOPTED, DAY)], RITA)

    found = come(catalogue, version)
    assert (found.text, found.refused, found.decisions[0].version) == ("0 af 3", ["sydby"], 2)


def test_older_adoptions_of_a_number_count_for_that_version(catalogue: Catalogue) -> None:
    version = published(catalogue, number=1)
    shown = catalogue.today().agreement(SLUG).number(1)

    assert [r.ref for r in come(catalogue, version).decisions] == ["vedtagelse"]
    assert adoptions.progress_of(catalogue.today(), shown).decisions[0].organisation == "nordby"


def test_a_decision_that_differs_corrects_the_one_before(catalogue: Catalogue) -> None:
    draft = for_adoption(catalogue)
    adopt(catalogue, draft, [Decided("nordby", NOT_ADOPTED, DAY)], RITA)

    adopt(catalogue, draft, [Decided("nordby", ADOPTED, DAY, "Møde 8")], RITA)

    found = come(catalogue, draft)
    assert [(r.decision, r.reference) for r in found.decisions] == [(ADOPTED, "Møde 8")]
    assert found.decisions[0].corrects == "vedtagelse-proeve-udskrivning-nordby"


def test_a_changed_text_leaves_its_adoptions_behind(catalogue: Catalogue) -> None:
    draft = for_adoption(catalogue)
    adopt(catalogue, draft, [Decided("nordby", ADOPTED, DAY)], RITA)
    base = editing.part_digest(editing.part_of(read_draft(catalogue, draft).content, MAIN))
    editing.save(catalogue.engine, draft, MAIN, {"summary": "Igen ændret."}, base, RITA)

    found = come(catalogue, draft)

    assert found.text == "0 af 3"
    assert {r.organisation for r in found.earlier} == {"nordby"}


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (Decided("nyregion", ADOPTED, DAY, line=2), "Linje 2: Nyregionen er ikke part"),
        (Decided("nordby", "måske", DAY), "Vælg, om teksten er vedtaget"),
        (Decided("nordby", ADOPTED, date(2026, 11, 23)), "23. november 2026 ligger i fremtiden"),
        (Decided("nordby", ADOPTED, date(26, 11, 1)), "Årstallet 26 kan ikke"),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_kept(
    catalogue: Catalogue, entry: Decided, told: str
) -> None:
    draft = for_adoption(catalogue)

    with pytest.raises(WrongLines) as caught:
        adopt(catalogue, draft, [Decided("sydby", ADOPTED, DAY, line=1), entry], RITA)

    assert told in caught.value.message
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
    draft = beginning.begin_version(catalogue.engine, SLUG, RITA)

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

    one, two = ((tmp_path / name / "records/adoptions.yaml") for name in ("first", "second"))
    assert one.read_bytes() == two.read_bytes()
    assert "fingerprint:" in one.read_text(encoding="utf-8")
    assert "endnu-en-kladde" not in one.read_text(encoding="utf-8")
    loaded = Catalogue(again).today()
    found = adoptions.progress_of(loaded, loaded.agreement(SLUG).number(2))
    assert found.text == "1 af 3"


@pytest.mark.parametrize(
    ("line", "told"),
    [("", "mangler: skriv udgavens nummer"), ("    fingerprint: abc\n", "64 hexadecimale")],
)
def test_an_adoption_in_a_file_names_its_text(
    catalogue: Catalogue, tmp_path: Path, line: str, told: str
) -> None:
    content.dump(catalogue.engine, tmp_path / "files")
    path = tmp_path / "files/records/adoptions.yaml"
    written = path.read_text(encoding="utf-8")
    path.write_text(written.replace("    version: 1\n", line), encoding="utf-8")
    engine = connect(f"sqlite:///{tmp_path / 'again.sqlite'}")
    migrate(engine)

    with pytest.raises(BadContent, match=told):
        content.load(engine, tmp_path / "files")
