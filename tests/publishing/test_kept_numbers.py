"""CPR numbers in what is kept of a draft, and taking them out of all of it at once.

Also covers registry/documents/originals.py and registry/rules/privacy.py.
"""

import io
import json
from typing import Any

import docx
import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from registry.catalogue.queries import Catalogue
from registry.errors import BadInput, Conflict, NotFound, Refused
from registry.intake import service
from registry.intake.service import Wanted
from registry.models import AuditEntry, Contribution, Intake, State
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.publishing.effects import Blocked
from registry.publishing.kept_numbers import kept_in, remove
from registry.rules.version_content import MAIN
from registry.storage.checks import faults
from registry.storage.db import reading
from tests.publishing.people import GORM, RENE, RITA, SLUG, with_accounts
from tests.publishing.test_acts import do, write
from tests.storage.unwatched import transaction

CPR = "010190-1234"
SPACED = "02 02 91 2345"
TEXT = f"""Aftale om prøver

Kort sagt: der tages prøver, som af {CPR}.

Økonomi

Regionen betaler for {SPACED}.
"""


class Searched:
    """A search whose index can be used."""

    def check(self) -> None:
        pass


@pytest.fixture
def held(catalogue: Catalogue) -> int:
    """A draft in which Rita wrote two numbers, and mended one of them."""
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    write(catalogue, draft, summary=f"Som {CPR}.", economics=f"Mest\nfor {SPACED}")
    write(catalogue, draft, summary="Som nogen.")
    editing.add_row(catalogue, draft, {"task": f"Ringe til {CPR}"}, RITA)
    return draft


def everything_kept(catalogue: Catalogue, draft: int) -> str:
    """All that the database has of the draft, as text."""
    with reading(catalogue.engine) as session:
        driver: Any = session.connection().connection.driver_connection
        dump = "\n".join(driver.iterdump())
    return dump + repr(read_draft(catalogue, draft).content)


def count(catalogue: Catalogue, draft: int) -> int:
    return kept_in(catalogue, draft).places


def test_it_is_told_where_numbers_stand(catalogue: Catalogue, held: int) -> None:
    kept = kept_in(catalogue, held)

    (field,) = kept.text[MAIN]
    assert (field.field, field.lines) == ("economics", (2,))
    (row,) = (part for part in kept.text if part != MAIN)
    assert kept.text[row][0].field == "task"
    assert len(kept.changes) == 3
    assert kept.places == 5


def test_a_rows_lasting_name_never_holds_one(catalogue: Catalogue, held: int) -> None:
    keys = [row["key"] for row in read_draft(catalogue, held).content.rows]

    assert "ringe-til-fjernet" in keys


def test_all_of_them_are_taken_out_at_once(catalogue: Catalogue, held: int) -> None:
    places = remove(catalogue, held, RENE, seen=count(catalogue, held))

    assert places == 5
    assert count(catalogue, held) == 0
    content = read_draft(catalogue, held).content
    assert content.values["economics"] == "Mest\nfor [fjernet]"
    assert content.values["summary"] == "Som nogen."
    kept = everything_kept(catalogue, held)
    assert CPR not in kept
    assert SPACED not in kept
    assert RENE.username in read_draft(catalogue, held).writers


FAR = "https://regionh.sharepoint.com/" + "a/very/long/way/" * 25


@pytest.mark.parametrize(
    ("text", "left"),
    [
        # Within a link's words or its address, the number alone is taken out.
        (f"Se [{CPR}]({FAR}).", f"Se [[fjernet]]({FAR})."),
        (f"Se [Brev om Ole {CPR}]({FAR}).", f"Se [Brev om Ole [fjernet]]({FAR})."),
        (f"Se [brevet]({FAR}{CPR}).", f"Se [brevet]({FAR}[fjernet])."),
        (f"Se ![{CPR}]({FAR}).", f"Se ![[fjernet]]({FAR})."),
        (f"[a]({FAR}) {CPR} [b]({FAR})", f"[a]({FAR}) [fjernet] [b]({FAR})"),
        # On both sides of an edge, the whole link: a mark for each 200 signs.
        (f"Se [010190]({FAR})-1234.", "Se [fjernet] [fjernet] [fjernet]."),
        (f"[010190-]({FAR})[1234]({FAR})", " ".join(["[fjernet]"] * 5)),
        (f"010190 ![x]({FAR}) 1234", "[fjernet] [fjernet] [fjernet]"),
        ("Se [født 010190](/a), 1234", "Se [fjernet]"),
    ],
)
def test_a_number_in_a_link_is_taken_out_however_long_the_link_is(
    catalogue: Catalogue, text: str, left: str
) -> None:
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    write(catalogue, draft, economics=text)

    remove(catalogue, draft, RENE, seen=count(catalogue, draft))

    assert read_draft(catalogue, draft).content.values["economics"] == left
    assert count(catalogue, draft) == 0


def test_the_trail_says_how_many_and_nothing_of_them(
    catalogue: Catalogue, held: int
) -> None:
    remove(catalogue, held, RITA, seen=count(catalogue, held))

    with reading(catalogue.engine) as session:
        last = session.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()[-1]
    assert (last.event_key, last.subject, last.detail) == (
        *("personal-numbers-removed", SLUG),
        "5 steder",
    )


def test_the_history_is_otherwise_as_it_was(catalogue: Catalogue, held: int) -> None:
    def history() -> list[tuple[object, ...]]:
        with reading(catalogue.engine) as session:
            changes = session.exec(select(Contribution).order_by(col(Contribution.id)))
            return [(c.id, c.part, c.edit, c.author, c.at, c.text) for c in changes]

    before = history()
    remove(catalogue, held, RITA, seen=count(catalogue, held))
    after = history()

    for old, new in zip(before, after, strict=False):
        assert old[:-1] == new[:-1]
        mended = str(old[-1]).replace(CPR, "[fjernet]").replace(SPACED, "[fjernet]")
        assert json.loads(str(new[-1])) == json.loads(mended)


def test_what_is_not_there_is_not_taken_out(catalogue: Catalogue) -> None:
    draft = beginning.begin_version(catalogue, SLUG, RITA)

    assert remove(catalogue, draft, RITA, seen=0) == 0
    assert not read_draft(catalogue, draft).writers


def test_what_was_not_shown_is_not_taken_out(catalogue: Catalogue, held: int) -> None:
    with pytest.raises(Conflict):
        remove(catalogue, held, RITA, seen=1)
    assert count(catalogue, held) == 5


def test_only_an_editor_takes_them_out(catalogue: Catalogue, held: int) -> None:
    with pytest.raises(Refused):
        remove(catalogue, held, GORM, seen=5)


def test_a_text_under_approval_is_opened_again(catalogue: Catalogue, held: int) -> None:
    do(catalogue, read_draft(catalogue, held), "submit", RITA)

    remove(catalogue, held, RITA, seen=count(catalogue, held))

    assert read_draft(catalogue, held).state is State.DRAFT


def test_a_withdrawn_draft_is_mended_too(catalogue: Catalogue, held: int) -> None:
    do(catalogue, read_draft(catalogue, held), "withdraw", RITA)

    remove(catalogue, held, RITA, seen=count(catalogue, held))

    assert CPR not in everything_kept(catalogue, held)
    assert read_draft(catalogue, held).state is State.WITHDRAWN


def test_none_is_approved_while_the_history_holds_one(
    catalogue: Catalogue, held: int
) -> None:
    rows = [row["key"] for row in read_draft(catalogue, held).content.rows]
    editing.remove_row(catalogue, held, rows[-1], RITA)
    write(catalogue, held, economics="Kommunen betaler.")
    do(catalogue, read_draft(catalogue, held), "submit", RITA)

    with pytest.raises(Blocked) as blocked:
        do(catalogue, read_draft(catalogue, held), "approve", GORM)
    assert [f.code for f in blocked.value.gate_findings] == ["personnummer-i-det-gemte"]

    remove(catalogue, held, RITA, seen=count(catalogue, held))
    do(catalogue, read_draft(catalogue, held), "approve", GORM)
    do(catalogue, read_draft(catalogue, held), "publish", GORM)
    assert catalogue.today().agreement(SLUG).shown.number == 3


# The original


def test_a_pasted_original_loses_only_the_numbers(catalogue: Catalogue) -> None:
    with_accounts(catalogue.engine, RITA)
    draft = service.take_in_text(catalogue, TEXT, Wanted(), RITA)
    assert kept_in(catalogue, draft).is_mended

    remove(catalogue, draft, RITA, seen=count(catalogue, draft))

    content = service.original_of(catalogue.engine, draft).content.decode()
    mended = TEXT.replace(CPR, "[fjernet]").replace(SPACED, "[fjernet]")
    assert content == mended.strip() or content == mended
    assert CPR not in everything_kept(catalogue, draft)
    assert not faults(catalogue.engine, lambda _: Searched())


def docx_file() -> bytes:
    """A Word file with a number in its head alone, parted by looks."""
    document, content = docx.Document(), io.BytesIO()
    document.add_heading("Aftale om prøver", 0)
    document.add_paragraph("Regionen tager prøven.")
    head = document.sections[0].header.paragraphs[0]
    for part in ("0101", "90-", "1234"):
        head.add_run(part).bold = part == "90-"
    document.save(content)
    return content.getvalue()


def test_a_docx_file_that_holds_one_is_emptied(catalogue: Catalogue) -> None:
    with_accounts(catalogue.engine, RITA)
    content = docx_file()
    draft = service.take_in_docx(catalogue, "Aftale.docx", content, Wanted(), RITA)
    kept = kept_in(catalogue, draft)
    assert (kept.original, kept.is_mended) == ("Aftale.docx", False)

    with reading(catalogue.engine) as session:
        hashed = session.exec(select(Intake.sha256)).one()
    remove(catalogue, draft, RITA, seen=kept.places)

    with pytest.raises(NotFound, match="slettet"):
        service.original_of(catalogue.engine, draft)
    with reading(catalogue.engine) as session:
        last = session.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()[-1]
    assert hashed in last.detail
    assert count(catalogue, draft) == 0
    assert not faults(catalogue.engine, lambda _: Searched())


def test_a_files_name_with_one_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(BadInput, match="Filens navn") as refused:
        service.take_in_docx(catalogue, f"{CPR}.docx", docx_file(), Wanted(), RITA)
    assert refused.value.field == "fil"


# What the database itself allows


def test_nothing_else_is_ever_changed_in_the_history(
    catalogue: Catalogue, held: int
) -> None:
    for values in (
        {"text": "{}"},
        {"text": '{"summary": "[fjernet]"}'},
        {"author": "gorm"},
        {"version_id": 1},
        {"part": "andet"},
    ):
        with (
            pytest.raises(IntegrityError, match="never changed"),
            transaction(catalogue.engine) as session,
        ):
            session.exec(
                update(Contribution)
                .where(col(Contribution.version_id) == held)
                .values(**values)
            )


@pytest.mark.parametrize(
    "values",
    [
        {"content": b"andet" * 100, "size": 500},
        {"content": b"kort", "size": 5},
        {"name": "andet.txt"},
        {"report": "[]"},
        {"taken_in_by": "gorm", "content": b"", "size": 0},
    ],
)
def test_an_original_only_grows_shorter(
    catalogue: Catalogue, values: dict[str, Any]
) -> None:
    draft = service.take_in_text(catalogue, TEXT, Wanted(), RITA)

    with (
        pytest.raises(IntegrityError, match="never changed"),
        transaction(catalogue.engine) as session,
    ):
        session.exec(
            update(Intake).where(col(Intake.version_id) == draft).values(**values)
        )


# What has no gate is refused at once


def test_notes_and_signed_reasons_are_refused(catalogue: Catalogue) -> None:
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    write(catalogue, draft, title="Ny titel")
    do(catalogue, read_draft(catalogue, draft), "submit", RITA)
    seen = read_draft(catalogue, draft).fingerprint

    told: list[dict[str, Any]] = [
        {"note": f"Se {CPR}"},
        {"signed": {"tomt-felt:economics": SPACED}},
    ]
    for more in told:
        for act in ("return", "approve"):
            with pytest.raises(BadInput, match="CPR-nummer") as refused:
                perform(catalogue, draft, act, GORM, seen=seen, **more)
            assert not any(c.isdigit() for c in refused.value.message)
    assert read_draft(catalogue, draft).state is State.IN_APPROVAL


def test_the_title_of_a_new_agreement_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(BadInput, match="CPR-nummer") as refused:
        beginning.begin_agreement(catalogue, f"Om {CPR}", "samarbejdsaftale", RITA)
    assert refused.value.field == "title"
