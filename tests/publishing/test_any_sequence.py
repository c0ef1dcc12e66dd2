"""Any sequence of acts by any people: what must never happen does not.

Nothing is published that no other person approved, whatever is done to accounts
meanwhile, and who by rights may decide is let; nothing published or recorded changes;
no text is lost. The machine does the acts through the services and the command line,
and tampers with the database by SQL.
"""

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlmodel import select

from registry.accounts import passwords
from registry.catalogue.queries import Catalogue
from registry.models import (
    Approval,
    AuditEntry,
    Contribution,
    Edit,
    Role,
    State,
    Version,
)
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.publishing.effects import Blocked
from registry.publishing.handing_over import hand_over
from registry.publishing.removed_rows import removed_rows, restore_row
from registry.publishing.since_return import since_return
from registry.publishing.states import ACTS
from registry.rules.linked_accounts import Life
from registry.rules.version_content import (
    MAIN,
    VersionContent,
    fingerprint,
    part_digest,
    part_of,
)
from registry.storage.db import connect, reading
from registry.storage.versions import content_in, slug_of, writers_of
from tests.publishing.account_acts import (
    ADMINISTRATORS,
    EDITORS,
    NEWCOMERS,
    PEOPLE,
    USERNAMES,
    AccountActs,
)
from tests.publishing.people import (
    BODIL,
    GORM,
    RITA,
    SIGNED,
    SLUG,
    Someone,
)
from tests.rules.linked_accounts_oracle import one_pair

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


class Publishing(AccountActs):
    """The people of a secretariat, let loose on one agreement."""

    template: Path
    # How many decided by rights, by whether their account was made meanwhile.
    decided: Counter[bool]

    @initialize()
    def begin(self) -> None:
        self.monkeypatch = pytest.MonkeyPatch()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(self.template, self.folder / "registry.sqlite")
        url = f"sqlite:///{self.folder / 'registry.sqlite'}"
        self.catalogue = Catalogue(connect(url))
        self.draft: int | None = None
        self.written: list[tuple[str, str, str]] = []  # author, part, title or task
        self.published = self.all_published()
        self.trail = 0
        self.returned: dict[int, dict[str, str]] = {}  # what a part said, by draft
        self.begun = 0  # the trail's first entry about what is not published yet
        self.begin_accounts(url)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.monkeypatch.undo()
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
                    lambda: editing.duplicate_row(catalogue, draft, key, by),
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

    @rule(
        by=EDITORS,
        title=TITLES,
        name=st.sampled_from(["approve", "return"]),
        links=st.booleans(),
        data=st.data(),
    )
    def decide_by_rights(
        self, by: Someone, title: str, name: str, links: bool, data: st.DataObject
    ) -> None:
        """One writes, and one decides who by the book has nothing to do with it: if
        there is such a one among those who came meanwhile, one of these. `links`: that
        both have a link from the machine binds nobody.
        """
        if self.draft is None or self.state() not in ACTS["submit"].sources:
            self.begin_version(by)
        if self.draft is None:
            return
        self.save_title(by, title, False)
        self.act_seeing("submit", by)
        free = [one for one in self.people if self.is_free(one)]
        came = [one for one in free if one in NEWCOMERS]
        if not free:
            return
        other = data.draw(st.sampled_from(came or free))
        for one in (by, other) if links else ():
            self.issue_link(one, one.username, machine=True)
        self.act_seeing(name, other)

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
        is_free, may = self.is_free(by), self.may_by_rights(name, by, seen)
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
            assert is_free
        if may:
            # The text may be stopped at the gates; whose eyes they are stops nobody.
            assert acted is not None or isinstance(self.refused, Blocked)
        if acted is not None and may:
            self.decided[by in NEWCOMERS] += 1
        if acted is not None and name == "publish":
            self.begun = 0
        if acted is not None and name == "return":
            self.returned = {self.draft_id: self.parts(self.content())}

    def may_by_rights(self, name: str, by: Someone, seen: str) -> bool:
        """Whether it is a decision, and by the book nothing is in the person's way."""
        act, draft = ACTS[name], read_draft(self.catalogue, self.draft_id)
        stands = draft.version.state in act.sources and draft.fingerprint == seen
        return act.by_others and stands and self.is_free(by)

    def is_free(self, by: Someone) -> bool:
        """Whether the person decides on others' texts and is one with no author."""
        events, life = self.book.as_events(), Life(self.begun)
        return Role.APPROVER in by.roles and not any(
            one_pair(events, life, by.username, author) for author in self.writers()
        )

    def state(self) -> str:
        return read_draft(self.catalogue, self.draft_id).version.state

    def content(self) -> VersionContent:
        return read_draft(self.catalogue, self.draft_id).content

    def parts(self, content: VersionContent) -> dict[str, str]:
        keys = [MAIN, *(row["key"] for row in content.rows)]
        return {key: part_digest(part_of(content, key)) for key in keys}

    def writers(self) -> frozenset[str]:
        with reading(self.engine) as session:
            return writers_of(session, session.get_one(Version, self.draft_id))

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
    decided = Counter[bool]()
    given = {"template": loaded_once, "decided": decided}
    machine = type("Machine", (Publishing,), given)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert decided[True] and decided[False], decided
