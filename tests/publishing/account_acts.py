"""What is done to accounts while a draft is under way, by administrators, by their
owners and by the machine: the half of the state machine that keeps the book.
"""

from collections.abc import Callable, Collection
from functools import partial
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from sqlalchemy import Engine, func
from sqlmodel import select

from registry.accounts import accounts, credentials, federation, oversight
from registry.catalogue.queries import Catalogue
from registry.commands.main import main
from registry.errors import RegistryError
from registry.models import AuditEntry, Role
from registry.rules.linked_accounts import COMMAND_LINE
from registry.storage.db import reading
from tests.accounts.samples import PASSWORD
from tests.publishing.account_book import AccountBook
from tests.publishing.people import EVERYBODY, Someone, with_accounts

BEA = Someone("bea", ("administrator",))
NEWCOMERS = (
    Someone("naja", ("administrator",)),
    Someone("niels", ("godkender",)),
    Someone("nina", ("redaktoer",)),
    Someone("nora", ("redaktoer", "godkender")),
)
ROLES = st.sampled_from([["redaktoer"], ["godkender"]])
ISSUER = "https://login.region.example/"


def drawn_from(those: Callable[[Any], Collection[Any]]) -> st.SearchStrategy[Any]:
    """One of those whom the machine has by now."""
    return st.runner().flatmap(lambda machine: st.sampled_from(list(those(machine))))


PEOPLE = drawn_from(lambda machine: machine.people)
ADMINISTRATORS = drawn_from(lambda machine: machine.with_role(Role.ADMINISTRATOR))
EDITORS = drawn_from(lambda machine: machine.with_role(Role.EDITOR))
USERNAMES = drawn_from(lambda machine: machine.usernames)


class AccountActs(RuleBasedStateMachine):
    """Administrators, owners and the machine, let loose on the accounts."""

    catalogue: Catalogue
    monkeypatch: pytest.MonkeyPatch

    def begin_accounts(self, url: str) -> None:
        """Everybody has an account that the machine made, before there is a draft."""
        self.monkeypatch.setenv("REGISTRY_DATABASE_URL", url)
        self.monkeypatch.setenv("REGISTRY_PUBLIC_URL", "https://snitflader.example/")
        self.book = AccountBook()
        self.refused: RegistryError | None = None  # by what the last try was refused
        self.provided: list[Someone] = []  # whom the organisation's provider knows
        self.people: list[Someone] = [*EVERYBODY, BEA]
        with_accounts(self.engine, *self.people)

    @property
    def engine(self) -> Engine:
        return self.catalogue.engine

    @property
    def usernames(self) -> list[str]:
        return [one.username for one in self.people]

    def with_role(self, role: Role) -> list[Someone]:
        return [one for one in self.people if role in one.roles]

    @rule(by=ADMINISTRATORS, one=st.sampled_from(NEWCOMERS))
    def make_account(self, by: Someone, one: Someone) -> None:
        """An administrator makes an account, and could sign in as its owner."""
        made = (self.engine, one.username, "Navn", one.roles)
        if self.attempt(lambda: accounts.add(*made, actor=by.username)) is not None:
            self.book.note(self.place(), by.username, one.username)
            self.people.append(one)

    @rule(one=st.sampled_from(NEWCOMERS))
    def make_account_on_the_machine(self, one: Someone) -> None:
        """The command line is no person: it is one with nobody."""
        if one in self.people:
            return
        roles = [part for role in one.roles for part in ("--role", role)]
        self.command("add", one.username, "--name", "Navn", *roles, "--link")
        self.people.append(one)

    @rule(whom=USERNAMES, roles=ROLES)
    def give_roles_on_the_machine(self, whom: str, roles: list[str]) -> None:
        if whom in {one.username for one in self.with_role(Role.ADMINISTRATOR)}:
            return  # one of them may be the last, which is refused
        self.command("roles", whom, *("--role", *roles))

    @rule(those=st.lists(st.sampled_from(NEWCOMERS), min_size=1, unique=True))
    def come_by_the_provider(self, those: list[Someone]) -> None:
        """The organisation vouches for its own: the first time they come, an account is
        made, and each time their roles are set anew.
        """
        for one in those:
            person = vouched(one)
            came = self.attempt(partial(federation.sign_in, self.engine, person))
            if came is not None and came.username not in self.usernames:
                self.people.append(one)
                self.provided.append(one)

    @rule(whom=USERNAMES, one=st.sampled_from(NEWCOMERS))
    def join(self, whom: str, one: Someone) -> None:
        """The owner of an account makes the organisation's way in their own. Whose way
        in it was till now is one with them for good.
        """
        other = self.book.way_in.get(one.username, "")
        if not other and one in self.provided:
            other = one.username

        joined = self.attempt(lambda: federation.join(self.engine, whom, vouched(one)))
        if joined is not None:
            self.book.joined(self.place(), whom, other or whom, by_way_of=one.username)

    @rule(by=ADMINISTRATORS, whom=USERNAMES, machine=st.booleans())
    def issue_link(self, by: Someone, whom: str, machine: bool = False) -> None:
        actor = COMMAND_LINE if machine else by.username
        key = self.attempt(
            lambda: credentials.issue_link(self.engine, whom, actor=actor)
        )
        if key is not None:
            self.book.issued(self.place(), actor, whom, key)

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

    @rule(by=ADMINISTRATORS, whom=st.sampled_from(["rita", "gorm"]), roles=ROLES)
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

    def command(self, *words: str) -> None:
        """Whoever has the machine keeps the accounts with its own command."""
        assert main(("user", *words)) == 0

    def place(self) -> int:
        """The number of the trail's last entry."""
        with reading(self.engine) as session:
            return session.exec(select(func.max(AuditEntry.id))).one() or 0

    def attempt(self, act: Callable[[], Any]) -> Any:
        """Do it, or be refused in the domain's own words."""
        self.refused = None
        try:
            return act()
        except RegistryError as refused:
            assert refused.message
            self.refused = refused
            return None


def vouched(one: Someone) -> federation.Vouched:
    """The person as the organisation's provider tells of them."""
    name = one.username
    return federation.Vouched(ISSUER, f"id-{name}", name, "Navn", one.roles)
