"""Making rows of suggestions, one or many at once, and taking them back.

Also covers registry/publishing/new_rows.py.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import event
from sqlmodel import col, select

from registry import clock
from registry.catalogue.queries import Catalogue
from registry.errors import Conflict, NotFound
from registry.models import (
    NOT_STATED,
    AuditEntry,
    Choosing,
    Contribution,
    Edit,
    Snitflade,
)
from registry.publishing import accepting, editing, kept_numbers, suggestions
from registry.publishing.drafts import read_draft
from registry.publishing.suggestions import Standing
from registry.rules.version_content import part_digest
from registry.storage.db import reading
from registry.storage.trail_checks import trail_faults
from tests.conftest import NOW
from tests.publishing.duties import (
    FETCH,
    PAINT,
    TRANSLATE,
    WASH,
    begun,
    decisions,
    key,
    standing,
    write,
)
from tests.publishing.people import ADA, RENE, RITA, with_accounts

CPR = "010190-1234"  # of nobody


@pytest.fixture
def catalogue(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """The catalogue, and a clock that goes: an act is known by its moment."""
    ticks = count(1)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(microseconds=next(ticks)))
    with_accounts(catalogue.engine, RITA)
    return catalogue


@pytest.fixture
def draft(catalogue: Catalogue) -> int:
    return begun(catalogue)


def test_an_accepted_suggestion_is_a_row_that_states_nothing_more(
    catalogue: Catalogue, draft: int
) -> None:
    row_key = accepting.accept(catalogue, draft, key(catalogue, draft, FETCH), RITA)

    row = read_draft(catalogue, draft).content.row(row_key)
    assert (row["task"], row["section"]) == ("Hente medicin på apoteket", "Hjemkomst")
    assert (row["responsible"], row["payer"]) == (("kommune",), (NOT_STATED,))
    assert (row["deadline"], row["deadline_amount"]) == ("inden for 24 timer", 24)
    assert standing(catalogue, draft, FETCH) is Standing.IN_ROWS
    assert decisions(catalogue) == [(Choosing.ACCEPTED, "rita")]


def test_to_accept_twice_makes_one_row(catalogue: Catalogue, draft: int) -> None:
    wanted = key(catalogue, draft, FETCH)
    first = accepting.accept(catalogue, draft, wanted, RITA)

    assert accepting.accept(catalogue, draft, wanted, RITA) == first
    assert len(decisions(catalogue)) == 1


def test_a_mended_suggestion_is_the_row_as_it_was_written(
    catalogue: Catalogue, draft: int
) -> None:
    wanted = key(catalogue, draft, TRANSLATE)
    values = accepting.read_values(read_draft(catalogue, draft), wanted)

    row_key = accepting.accept(
        catalogue, draft, wanted, RITA, {**values, "responsible": ("region",)}
    )

    row = read_draft(catalogue, draft).content.row(row_key)
    assert (values["responsible"], row["responsible"]) == ((NOT_STATED,), ("region",))
    assert standing(catalogue, draft, TRANSLATE) is Standing.IN_ROWS


def sure(catalogue: Catalogue, draft: int, *where: str) -> list[str]:
    listed = accepting.sure_ones(read_draft(catalogue, draft), *where)
    return [one.key for one in listed]


def tasks(catalogue: Catalogue, draft: int) -> list[str]:
    return [row["task"] for row in read_draft(catalogue, draft).content.rows]


def test_what_its_sentence_and_the_draft_say_is_in_the_row(
    catalogue: Catalogue, draft: int
) -> None:
    write(
        catalogue,
        draft,
        body="## Efter udskrivning\n\n### Bad\n\nKommunen yder personlig hjælp til "
        "bad efter servicelovens § 83, dog ikke efter sundhedslovens § 138.\n",
        target_groups=("voksne",),
    )
    row_key = accepting.accept(catalogue, draft, key(catalogue, draft, 0), RITA)

    row = read_draft(catalogue, draft).content.row(row_key)
    assert row["target_groups"] == ("voksne",)
    # The heading over its own heading names the phase.
    assert (row["section"], row["phase"]) == ("Bad", "efter-udskrivning")
    assert row["legal_basis"] == "servicelovens § 83"
    assert row["source"] == "Aftalens tekst, «Bad»"


def test_which_of_several_groups_a_row_concerns_is_not_guessed(
    catalogue: Catalogue, draft: int
) -> None:
    write(catalogue, draft, target_groups=("voksne", "boern-og-unge"))
    row_key = accepting.accept(catalogue, draft, key(catalogue, draft, FETCH), RITA)

    assert read_draft(catalogue, draft).content.row(row_key)["target_groups"] == ()


def test_the_sure_ones_of_a_section_or_of_all_are_named(
    catalogue: Catalogue, draft: int
) -> None:
    inside = [key(catalogue, draft, which) for which in (FETCH, WASH)]

    assert sure(catalogue, draft, "body", "Hjemkomst") == inside
    assert set(sure(catalogue, draft)) >= {*inside, key(catalogue, draft, PAINT)}
    assert key(catalogue, draft, TRANSLATE) not in sure(catalogue, draft)


def test_what_is_common_is_set_where_the_text_does_not_say_it(
    catalogue: Catalogue, draft: int
) -> None:
    write(
        catalogue,
        draft,
        body="## A\n\nKommunen maler huse. Ved udskrivning vasker kommunen op.\n",
    )
    made = accepting.accept_sure(
        catalogue,
        draft,
        sure(catalogue, draft, "body", "A"),
        RITA,
        {"phase": "indlaeggelse", "target_groups": ("boern-og-unge",)},
    )

    rows = [read_draft(catalogue, draft).content.row(key) for key in made]
    assert [row["phase"] for row in rows] == ["indlaeggelse", "udskrivning"]
    assert [row["target_groups"] for row in rows] == [("boern-og-unge",)] * 2


def test_many_come_in_one_act_that_is_taken_back_whole(
    catalogue: Catalogue, draft: int
) -> None:
    before = tasks(catalogue, draft)
    accepting.accept(catalogue, draft, key(catalogue, draft, TRANSLATE), RITA)
    made = accepting.accept_sure(catalogue, draft, sure(catalogue, draft), RITA)
    act = accepting.last_acceptance(read_draft(catalogue, draft), RITA)
    assert act is not None and list(act.rows) == made and act.mended == 0

    accepting.take_back(catalogue, draft, act.name, RITA)

    # Only that act: what was accepted before it stands.
    assert tasks(catalogue, draft) == [*before, "Oversætte brevet"]
    assert standing(catalogue, draft, FETCH) is Standing.WAITING
    assert standing(catalogue, draft, TRANSLATE) is Standing.IN_ROWS
    with reading(catalogue.engine) as session:
        assert list(trail_faults(session)) == []


def test_what_was_mended_since_is_not_taken_back(
    catalogue: Catalogue, draft: int
) -> None:
    made = accepting.accept_sure(
        catalogue, draft, sure(catalogue, draft, "body", "Hjemkomst"), RITA
    )
    row = read_draft(catalogue, draft).content.row(made[0])
    editing.save(catalogue, draft, made[0], {"example": "Ny"}, part_digest(row), RENE)
    act = accepting.last_acceptance(read_draft(catalogue, draft), RITA)
    assert act is not None and (act.rows, act.mended) == ((made[1],), 1)

    accepting.take_back(catalogue, draft, act.name, RITA)
    assert tasks(catalogue, draft)[-1] == row["task"]
    assert accepting.last_acceptance(read_draft(catalogue, draft), RITA) is None


def test_nobody_takes_back_what_another_accepted_or_what_is_no_more_the_last(
    catalogue: Catalogue, draft: int
) -> None:
    accepting.accept(catalogue, draft, key(catalogue, draft, FETCH), RITA)
    first = accepting.last_acceptance(read_draft(catalogue, draft), RITA)
    accepting.accept(catalogue, draft, key(catalogue, draft, WASH), RITA)
    assert first is not None

    assert accepting.last_acceptance(read_draft(catalogue, draft), ADA) is None
    with pytest.raises(NotFound):
        accepting.take_back(catalogue, draft, first.name, RITA)
    assert len(decisions(catalogue)) == 2


def test_one_that_waits_no_more_stops_the_whole_act(
    catalogue: Catalogue, draft: int
) -> None:
    wanted = sure(catalogue, draft)
    suggestions.refuse(catalogue, draft, wanted[0], RITA)

    with pytest.raises(Conflict):
        accepting.accept_sure(catalogue, draft, wanted, RITA)
    assert not set(decisions(catalogue)) - {(Choosing.REFUSED, "rita")}


def many(rows: int) -> str:
    numbers = "abcdefghijklmnopqrstuvwxyzæøå0"[:rows]
    tasks = (f"Kommunen vasker gardin {sign} på stue {sign}." for sign in numbers)
    return "## Vask\n\n" + "\n\n".join(tasks) + "\n"


@contextmanager
def statements(catalogue: Catalogue) -> Iterator[Counter[str]]:
    """What is asked of the database meanwhile, less the inserts: those are written
    many at a time.
    """
    asked: Counter[str] = Counter()

    def note(_connection, _cursor, statement: str, *_rest: object) -> None:
        if not statement.startswith("INSERT"):
            asked[statement.partition("(")[0]] += 1

    event.listen(catalogue.engine, "before_cursor_execute", note)
    yield asked
    event.remove(catalogue.engine, "before_cursor_execute", note)


def asked_for(catalogue: Catalogue, draft: int, rows: int) -> list[Counter[str]]:
    """What it takes to accept so many, to set a field in them all, to take the numbers
    of persons out of them, and to take them back.
    """
    write(catalogue, draft, body=many(rows))
    wanted = sure(catalogue, draft, "body", "Vask")
    assert len(wanted) == rows
    with statements(catalogue) as accepting_them:
        made = accepting.accept_sure(catalogue, draft, wanted, RITA)
    act = accepting.last_acceptance(read_draft(catalogue, draft), RITA)
    with statements(catalogue) as taking_back:
        accepting.take_back(catalogue, draft, act.name, RITA)

    made = accepting.accept_sure(catalogue, draft, wanted, RITA)
    with statements(catalogue) as setting:
        said, values = read_draft(catalogue, draft).content, {"example": f"Til {CPR}"}
        base = editing.digest_of_field(said, "example")
        assert editing.set_for_rows(catalogue, draft, made, values, base, RITA) == rows
    seen = kept_numbers.kept_in(catalogue, draft).places
    with statements(catalogue) as cleaning:
        kept_numbers.remove(catalogue, draft, RENE, seen=seen)

    act = accepting.last_acceptance(read_draft(catalogue, draft), RITA)
    assert act is None and CPR not in str(read_draft(catalogue, draft).content)
    for row_key in made:
        editing.remove_row(catalogue, draft, row_key, RITA)
    return [accepting_them, taking_back, setting, cleaning]


def test_many_ask_no_more_of_the_database_than_few(
    catalogue: Catalogue, draft: int
) -> None:
    """Others who want to write wait meanwhile."""
    few, lots = (asked_for(catalogue, draft, rows) for rows in (3, 30))

    assert lots == few
    assert all(few)


def test_each_of_many_is_told_of_as_one_alone_is(
    catalogue: Catalogue, draft: int
) -> None:
    before = tasks(catalogue, draft)
    write(catalogue, draft, body=many(3))
    made = accepting.accept_sure(
        catalogue, draft, sure(catalogue, draft, "body", "Vask"), RITA
    )

    with reading(catalogue.engine) as session:
        rows = session.exec(
            select(Snitflade)
            .where(col(Snitflade.version_id) == draft)
            .order_by(col(Snitflade.position))
        ).all()
        told = session.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()
        kept = session.exec(
            select(Contribution).where(col(Contribution.part).in_(made))
        ).all()
        assert list(trail_faults(session)) == []
    assert [row.position for row in rows] == list(range(len(before) + 3))
    assert [row.key for row in rows][-3:] == made
    assert [(one.part, one.edit, one.author) for one in kept] == [
        (row_key, Edit.ADDED, "rita") for row_key in made
    ]
    for row_key in made:
        events = [entry.event_key for entry in told if entry.detail == row_key]
        assert events == ["draft-added", "suggestion-accepted"]


def test_to_set_what_the_rows_say_already_writes_nothing(
    catalogue: Catalogue, draft: int
) -> None:
    row_key = accepting.accept(catalogue, draft, key(catalogue, draft, FETCH), RITA)
    said = read_draft(catalogue, draft)
    base = editing.digest_of_field(said.content, "example")
    values = {"example": said.content.row(row_key)["example"]}

    changed = editing.set_for_rows(catalogue, draft, [row_key], values, base, RITA)
    assert changed == 0
    assert read_draft(catalogue, draft).fingerprint == said.fingerprint
