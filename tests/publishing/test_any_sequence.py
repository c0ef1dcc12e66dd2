"""Any sequence of acts by any people: what must never happen does not.

Nothing is published that no other person approved, whatever administrators do to
accounts meanwhile; nothing published or recorded changes; no text is lost. The machine
does the acts through the services, and tampers with the database by SQL.
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
from sqlalchemy import Engine, func, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import select

from registry.accounts import accounts, credentials, oversight, passwords
from registry.catalogue.queries import Catalogue
from registry.errors import RegistryError
from registry.models import Approval, AuditEntry, Contribution, Edit, State, Version
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.publishing.handing_over import hand_over
from registry.publishing.removed_rows import removed_rows, restore_row
from registry.publishing.since_return import since_return
from registry.publishing.states import ACTS
from registry.rules.linked_accounts import COMMAND_LINE, Life
from registry.rules.version_content import (
    MAIN,
    VersionContent,
    fingerprint,
    part_digest,
    part_of,
)
from registry.storage.db import connect, reading
from registry.storage.versions import content_in, slug_of, writers_of
from tests.accounts.samples import PASSWORD
from tests.publishing.account_book import AccountBook
from tests.publishing.people import (
    ADA,
    BODIL,
    EVERYBODY,
    GORM,
    RITA,
    SIGNED,
    SLUG,
    Someone,
)
from tests.rules.linked_accounts_oracle import one_pair

BEA = Someone("bea", ("administrator",))
PEOPLE = st.sampled_from(EVERYBODY)
ADMINISTRATORS = st.sampled_from([ADA, BEA])
USERNAMES = st.sampled_from([*(one.username for one in EVERYBODY), "bea"])
TITLES = st.sampled_from(["Første titel", "Anden titel", "Tredje titel"])
TAMPERING = (
    "UPDATE version SET state = 'published', number = 9 WHERE id = {id}",
    "UPDATE version SET state = 'approved' WHERE id = {id}",
    "UPDATE version SET state = 'for_adoption' WHERE id = {id}",
    "UPDATE version SET title = 'Tampret' WHERE state = 'published'",
    "DELETE FROM snitflade WHERE version_id IN (SELECT id FROM version WHERE state = "
    "'published')",
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
        self.catalogue = Catalogue(
            connect(f"sqlite:///{self.folder / 'registry.sqlite'}")
        )
        self.draft: int | None = None
        self.written: list[tuple[str, str, str]] = []  # author, part, title or task
        self.published = self.all_published()
        self.trail = 0
        self.book = AccountBook()
        self.returned: dict[int, dict[str, str]] = {}  # what a part said, by draft
        self.begun = 0  # the trail's first entry about what is not published yet
        for one in (*EVERYBODY, BEA):
            made = (self.engine, one.username, "Navn", one.roles)
            accounts.add(*made, actor=COMMAND_LINE)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    @rule(by=PEOPLE)
    def begin_version(self, by: Someone) -> None:
        made = self.attempt(lambda: beginning.begin_version(self.catalogue, SLUG, by))
        if made is not None:
            self.draft = made
            self.begun = self.begun or self.place()

    @precondition(lambda self: self.draft is not None)
    @rule(by=PEOPLE, title=TITLES, stale=st.booleans())
    def save_title(self, by: Someone, title: str, stale: bool) -> None:
        base = "noget ældre" if stale else self.base(MAIN)
        saved = self.attempt(
            lambda: editing.save(
                self.catalogue, self.draft_id, MAIN, {"title": title}, base, by
            )
        )
        if saved is not None and (saved.changed or saved.conflict):
            self.written.append((by.username, MAIN, title))
        if saved is not None and not saved.conflict:
            assert (
                read_draft(self.catalogue, self.draft_id).content.values["title"]
                == title
            )

    @precondition(lambda self: self.draft is not None)
    @rule(by=PEOPLE, title=TITLES)
    def add_row(self, by: Someone, title: str) -> None:
        model = read_draft(self.catalogue, self.draft_id).content.rows
        row = {**model[0], "task": title} if model else {"task": title}
        key = self.attempt(
            lambda: editing.add_row(self.catalogue, self.draft_id, row, by)
        )
        if key is not None:
            self.written.append((by.username, key, title))

    @precondition(lambda self: self.draft is not None)
    @rule(by=PEOPLE, data=st.data())
    def rearrange(self, by: Someone, data: st.DataObject) -> None:
        rows = read_draft(self.catalogue, self.draft_id).content.rows
        if not rows:
            return
        key = data.draw(st.sampled_from([row["key"] for row in rows]))
        catalogue, draft = self.catalogue, self.draft_id
        change: Callable[[], Any] = data.draw(
            st.sampled_from(
                [
                    lambda: editing.copy_row(catalogue, draft, key, by),
                    lambda: editing.move_row(catalogue, draft, key, 1, by),
                    lambda: editing.remove_row(catalogue, draft, key, by),
                ]
            )
        )
        self.attempt(change)

    @precondition(lambda self: self.draft is not None)
    @rule(by=PEOPLE, data=st.data())
    def restore(self, by: Someone, data: st.DataObject) -> None:
        gone = removed_rows(self.catalogue, self.draft_id)
        if not gone:
            return
        row = data.draw(st.sampled_from(gone))
        key = self.attempt(
            lambda: restore_row(self.catalogue, self.draft_id, row.change, by)
        )
        if key is not None:
            content = read_draft(self.catalogue, self.draft_id).content
            assert content.row(key)["task"] in (row.task, "")
            assert by.username in self.writers()

    @precondition(lambda self: self.draft is not None)
    @rule(by=PEOPLE, name=st.sampled_from(list(ACTS)), looked=st.booleans())
    def act(self, by: Someone, name: str, looked: bool) -> None:
        seen = (
            read_draft(self.catalogue, self.draft_id).fingerprint
            if looked
            else "ikke set"
        )
        self.perform(name, by, seen)

    @rule(by=ADMINISTRATORS, whom=USERNAMES)
    def issue_link(self, by: Someone, whom: str) -> None:
        key = self.attempt(
            lambda: credentials.issue_link(self.engine, whom, actor=by.username)
        )
        if key is not None:
            self.book.issued(self.place(), by.username, whom, key)

    @precondition(lambda self: self.draft is not None)
    @rule(by=ADMINISTRATORS, title=TITLES, whom=st.sampled_from([GORM, BODIL]))
    def scheme(self, by: Someone, title: str, whom: Someone) -> None:
        """An administrator lets herself in as one who writes and as one who
        approves.
        """
        for one in (RITA, whom):
            self.issue_link(by, one.username)
        self.save_title(RITA, title, False)
        self.go_on(RITA, whom)

    @rule(data=st.data())
    def use_link(self, data: st.DataObject) -> None:
        if not self.book.links:
            return
        whom = data.draw(st.sampled_from(sorted(self.book.links)))
        key = self.book.links[whom].key
        used = self.attempt(lambda: credentials.accept_link(self.engine, key, PASSWORD))
        if used is not None:
            self.book.used(self.place(), whom)

    @rule(by=ADMINISTRATORS, whom=USERNAMES)
    def open_again(self, by: Someone, whom: str) -> None:
        closed = self.attempt(
            lambda: accounts.close(self.engine, whom, actor=by.username)
        )
        if closed is not None:
            accounts.reopen(self.engine, whom, actor=by.username)
            self.book.note(self.place(), by.username, whom)

    @rule(
        by=ADMINISTRATORS,
        whom=st.sampled_from(["rita", "gorm"]),
        roles=st.sampled_from([["redaktoer"], ["godkender"]]),
    )
    def give_roles(self, by: Someone, whom: str, roles: list[str]) -> None:
        before = self.place()
        accounts.set_roles(self.engine, whom, roles, actor=by.username)
        if self.place() > before:
            self.book.note(self.place(), by.username, whom)

    @rule(by=ADMINISTRATORS, data=st.data())
    def confirm(self, by: Someone, data: st.DataObject) -> None:
        if not self.book.events:
            return
        place = data.draw(st.sampled_from(sorted(self.book.events)))
        before = self.place()
        self.attempt(lambda: oversight.confirm(self.engine, [place], by))
        if self.place() > before:
            self.book.confirmed[place].add(by.username)

    @precondition(lambda self: self.draft is not None)
    @rule(by=ADMINISTRATORS, giver=USERNAMES, receiver=USERNAMES)
    def hand_over(self, by: Someone, giver: str, receiver: str) -> None:
        """Who wrote is the same before and after, so four eyes are."""
        wrote = self.writers()
        self.attempt(
            lambda: hand_over(self.catalogue, [self.draft_id], giver, receiver, by)
        )
        assert self.writers() == wrote

    @precondition(lambda self: self.draft is not None)
    @rule(by=PEOPLE)
    def hurry_on(self, by: Someone) -> None:
        """One person tries the whole way alone, as fast as they can."""
        for name in ("submit", "approve", "publish"):
            self.act_seeing(name, by)

    @precondition(lambda self: self.draft is not None)
    @rule(first=PEOPLE, second=PEOPLE)
    def go_on(self, first: Someone, second: Someone) -> None:
        """Two people go the way together."""
        for name, by in (
            ("submit", first),
            ("approve", second),
            ("publish", second),
        ):
            self.act_seeing(name, by)

    @precondition(lambda self: self.draft is not None)
    @rule(statement=st.sampled_from(TAMPERING))
    def tamper(self, statement: str) -> None:
        """Somebody with a database tool. What the rules allow anyway is taken back
        again.
        """
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
    def what_a_returned_draft_said_is_known(self) -> None:
        for draft, said in getattr(self, "returned", {}).items():
            since = since_return(self.catalogue, draft)
            assert since is not None
            assert self.parts(since.content) == said

    @invariant()
    def the_trail_only_grows(self) -> None:
        if not hasattr(self, "trail"):
            return
        with reading(self.catalogue.engine) as session:
            length = len(session.exec(select(AuditEntry)).all())
        assert length >= self.trail
        self.trail = length

    @property
    def engine(self) -> Engine:
        return self.catalogue.engine

    @property
    def draft_id(self) -> int:
        assert self.draft is not None
        return self.draft

    def base(self, part: str) -> str:
        return part_digest(
            part_of(read_draft(self.catalogue, self.draft_id).content, part)
        )

    def act_seeing(self, name: str, by: Someone) -> None:
        seen = read_draft(self.catalogue, self.draft_id).fingerprint
        self.perform(name, by, seen)

    def perform(self, name: str, by: Someone, seen: str) -> None:
        wrote = self.writers()
        acted = self.attempt(
            lambda: perform(
                self.catalogue,
                self.draft_id,
                name,
                by,
                seen=seen,
                note="Fordi",
                signed=SIGNED,
            )
        )
        if acted is not None and ACTS[name].by_others:
            for author in wrote:
                life = Life(self.begun)
                events = self.book.as_events()
                assert not one_pair(events, life, by.username, author)
        if acted is not None and name == "publish":
            self.begun = 0
        if acted is not None and name == "return":
            self.returned = {self.draft_id: self.parts(self.content())}

    def content(self) -> VersionContent:
        return read_draft(self.catalogue, self.draft_id).content

    def parts(self, content: VersionContent) -> dict[str, str]:
        keys = [MAIN, *(row["key"] for row in content.rows)]
        return {key: part_digest(part_of(content, key)) for key in keys}

    def writers(self) -> frozenset[str]:
        with reading(self.engine) as session:
            return writers_of(session, session.get_one(Version, self.draft_id))

    def place(self) -> int:
        """The number of the trail's last entry."""
        with reading(self.engine) as session:
            return session.exec(select(func.max(AuditEntry.id))).one() or 0

    def attempt(self, act: Callable[[], Any]) -> Any:
        """Do it, or be refused in the domain's own words."""
        try:
            return act()
        except RegistryError as refused:
            assert refused.message
            return None

    def all_published(self) -> dict[int, str]:
        with reading(self.catalogue.engine) as session:
            versions = session.exec(
                select(Version).where(Version.state == State.PUBLISHED)
            )
            return {
                v.id or 0: fingerprint(slug_of(session, v), content_in(session, v))
                + str((v.number, v.recorded_at, v.signed_reasons))
                for v in versions
            }

    def was_approved_by_another(self, version_id: int) -> None:
        with reading(self.catalogue.engine) as session:
            version = session.get_one(Version, version_id)
            approvals = session.exec(
                select(Approval).where(Approval.version_id == version_id)
            )
            by = {
                a.decided_by
                for a in approvals
                if a.verdict == "approved"
                and (a.revision, a.fingerprint)
                == (version.revision, version.fingerprint)
            }
            wrote = session.exec(
                select(Contribution.author).where(
                    Contribution.version_id == version_id,
                    Contribution.edit != Edit.SET_ASIDE,
                )
            )
            assert by - set(wrote)
            assert by - writers_of(session, version)
            content = content_in(session, version)
            assert version.fingerprint == fingerprint(
                slug_of(session, version), content
            )

    def touches_nothing(self, statement: str) -> bool:
        table = "contribution" if "contribution" in statement else "approval"
        with self.catalogue.engine.connect() as connection:
            return not connection.scalar(text(f"SELECT count(*) FROM {table}"))


@pytest.mark.slow
def test_no_sequence_of_acts_publishes_what_nobody_else_approved_or_loses_a_text(
    loaded_once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # How passwords are hashed is shown elsewhere; here it would only take time.
    monkeypatch.setattr(passwords, "hashed", lambda password: password)
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
