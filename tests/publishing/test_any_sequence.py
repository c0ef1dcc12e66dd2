"""Any sequence of acts by any people: what must never happen does not.

Nothing is published that nobody else approved; nothing published or recorded changes; no text is
lost. The machine does the acts through the services, and tampers with the database by SQL.
"""

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlmodel import select

from registry.catalogue import Catalogue
from registry.db import connect, reading
from registry.errors import RegistryError
from registry.models import Approval, AuditEntry, Contribution, Edit, State, Version
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.publishing.states import ACTS
from registry.publishing.stored import content_in, slug_of, writers_of
from registry.version_content import MAIN, fingerprint, part_digest, part_of
from tests.publishing.people import EVERYBODY, SLUG, Someone

PEOPLE = st.sampled_from(EVERYBODY)
TITLES = st.sampled_from(["Første titel", "Anden titel", "Tredje titel"])
TAMPERING = (
    "UPDATE version SET state = 'published', number = 9 WHERE id = {id}",
    "UPDATE version SET state = 'approved' WHERE id = {id}",
    "UPDATE version SET state = 'for_adoption' WHERE id = {id}",
    "UPDATE version SET title = 'Tampret' WHERE state = 'published'",
    "DELETE FROM snitflade WHERE version_id IN (SELECT id FROM version WHERE state = 'published')",
    "UPDATE approval SET decided_by = 'gorm'",
    "DELETE FROM contribution",
    "UPDATE contribution SET author = 'ingen'",
    "DELETE FROM audit_entry",
)


class Publishing(RuleBasedStateMachine):
    """The people of a secretariat, let loose on one agreement."""

    template: Path

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(self.template, self.folder / "registry.sqlite")
        self.catalogue = Catalogue(connect(f"sqlite:///{self.folder / 'registry.sqlite'}"))
        self.draft: int | None = None
        self.written: list[tuple[str, str, str]] = []  # author, part, title or task
        self.published = self.all_published()
        self.trail = 0

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    @rule(by=PEOPLE)
    def begin_version(self, by: Someone) -> None:
        made = self.attempt(lambda: beginning.begin_version(self.catalogue.engine, SLUG, by))
        self.draft = made if made is not None else self.draft

    @precondition(lambda self: self.draft is not None)
    @rule(by=PEOPLE, title=TITLES, stale=st.booleans())
    def save_title(self, by: Someone, title: str, stale: bool) -> None:
        base = "noget ældre" if stale else self.base(MAIN)
        saved = self.attempt(
            lambda: editing.save(
                self.catalogue.engine, self.draft_id, MAIN, {"title": title}, base, by
            )
        )
        if saved is not None and (saved.changed or saved.conflict):
            self.written.append((by.username, MAIN, title))
        if saved is not None and not saved.conflict:
            assert read_draft(self.catalogue, self.draft_id).content.values["title"] == title

    @precondition(lambda self: self.draft is not None)
    @rule(by=PEOPLE, title=TITLES)
    def add_row(self, by: Someone, title: str) -> None:
        model = read_draft(self.catalogue, self.draft_id).content.rows
        row = {**model[0], "task": title} if model else {"task": title}
        key = self.attempt(lambda: editing.add_row(self.catalogue.engine, self.draft_id, row, by))
        if key is not None:
            self.written.append((by.username, key, title))

    @precondition(lambda self: self.draft is not None)
    @rule(by=PEOPLE, data=st.data())
    def rearrange(self, by: Someone, data: st.DataObject) -> None:
        rows = read_draft(self.catalogue, self.draft_id).content.rows
        if not rows:
            return
        key = data.draw(st.sampled_from([row["key"] for row in rows]))
        engine, draft = self.catalogue.engine, self.draft_id
        change: Callable[[], Any] = data.draw(
            st.sampled_from(
                [
                    lambda: editing.copy_row(engine, draft, key, by),
                    lambda: editing.move_row(engine, draft, key, 1, by),
                    lambda: editing.remove_row(engine, draft, key, by),
                ]
            )
        )
        self.attempt(change)

    @precondition(lambda self: self.draft is not None)
    @rule(by=PEOPLE, name=st.sampled_from(list(ACTS)), looked=st.booleans())
    def act(self, by: Someone, name: str, looked: bool) -> None:
        seen = read_draft(self.catalogue, self.draft_id).fingerprint if looked else "ikke set"
        self.attempt(
            lambda: perform(self.catalogue, self.draft_id, name, by, seen=seen, note="Fordi")
        )

    @precondition(lambda self: self.draft is not None)
    @rule(by=PEOPLE)
    def hurry_on(self, by: Someone) -> None:
        """One person tries the whole way alone, as fast as they can."""
        for name in ("indsend", "godkend", "offentliggoer"):
            self.act_seeing(name, by)

    @precondition(lambda self: self.draft is not None)
    @rule(first=PEOPLE, second=PEOPLE)
    def go_on(self, first: Someone, second: Someone) -> None:
        """Two people go the way together."""
        for name, by in (("indsend", first), ("godkend", second), ("offentliggoer", second)):
            self.act_seeing(name, by)

    @precondition(lambda self: self.draft is not None)
    @rule(statement=st.sampled_from(TAMPERING))
    def tamper(self, statement: str) -> None:
        """Somebody with a database tool. What the rules allow anyway is taken back again."""
        with self.catalogue.engine.connect() as connection:
            try:
                connection.execute(text(statement.format(id=self.draft_id)))
            except DatabaseError:
                pass
            else:
                assert "state = '" in statement or self.touches_nothing(statement)
            connection.rollback()

    @invariant()
    def published_versions_are_as_they_were(self) -> None:
        if not hasattr(self, "published"):
            return
        now = self.all_published()
        assert {number: now[number] for number in self.published} == self.published
        for number in set(now) - set(self.published):
            self.was_approved_by_another(number)
        self.published = now

    @invariant()
    def no_text_is_lost(self) -> None:
        if not hasattr(self, "written"):
            return
        with reading(self.catalogue.engine) as session:
            kept = [
                (c.author, c.part, values.get("title") or values.get("task"))
                for c in session.exec(select(Contribution))
                if (values := json.loads(c.text))
            ]
        for written in self.written:
            assert written in kept

    @invariant()
    def the_trail_only_grows(self) -> None:
        if not hasattr(self, "trail"):
            return
        with reading(self.catalogue.engine) as session:
            length = len(session.exec(select(AuditEntry)).all())
        assert length >= self.trail
        self.trail = length

    @property
    def draft_id(self) -> int:
        assert self.draft is not None
        return self.draft

    def base(self, part: str) -> str:
        return part_digest(part_of(read_draft(self.catalogue, self.draft_id).content, part))

    def act_seeing(self, name: str, by: Someone) -> None:
        seen = read_draft(self.catalogue, self.draft_id).fingerprint
        self.attempt(lambda: perform(self.catalogue, self.draft_id, name, by, seen=seen))

    def attempt(self, act: Callable[[], Any]) -> Any:
        """Do it, or be refused in the domain's own words."""
        try:
            return act()
        except RegistryError as refused:
            assert refused.message
            return None

    def all_published(self) -> dict[int, str]:
        with reading(self.catalogue.engine) as session:
            versions = session.exec(select(Version).where(Version.state == State.PUBLISHED))
            return {
                v.id or 0: fingerprint(slug_of(session, v), content_in(session, v))
                + str((v.number, v.recorded_at, v.signed_reasons))
                for v in versions
            }

    def was_approved_by_another(self, version_id: int) -> None:
        with reading(self.catalogue.engine) as session:
            version = session.get_one(Version, version_id)
            approvals = session.exec(select(Approval).where(Approval.version_id == version_id))
            by = {
                a.decided_by
                for a in approvals
                if a.verdict == "approved"
                and (a.revision, a.fingerprint) == (version.revision, version.fingerprint)
            }
            wrote = session.exec(
                select(Contribution.author).where(
                    Contribution.version_id == version_id, Contribution.edit != Edit.SET_ASIDE
                )
            )
            assert by - set(wrote)
            assert by - writers_of(session, version)
            content = content_in(session, version)
            assert version.fingerprint == fingerprint(slug_of(session, version), content)

    def touches_nothing(self, statement: str) -> bool:
        table = "contribution" if "contribution" in statement else "approval"
        with self.catalogue.engine.connect() as connection:
            return not connection.scalar(text(f"SELECT count(*) FROM {table}"))


@pytest.mark.slow
def test_no_sequence_of_acts_publishes_what_nobody_else_approved_or_loses_a_text(
    loaded_once: Path,
) -> None:
    machine = type("Machine", (Publishing,), {"template": loaded_once})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
