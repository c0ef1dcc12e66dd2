"""Accounts as an administrator keeps them: who has one, with which roles, open or
closed. Each change is one transaction and stands in the audit trail.
"""

import re
import secrets
from collections.abc import Iterable

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from registry import clock
from registry.accounts import passwords
from registry.accounts.roles import of_one_side, side_of
from registry.errors import BadInput, Conflict, NotFound
from registry.language.normal import normal, read_alike
from registry.language.sorting import danish_key
from registry.models import Account, Role
from registry.rules.linked_accounts import MACHINES
from registry.rules.privacy import refuse_numbers
from registry.storage import audit, db
from registry.storage.events import Event, Recorded

USERNAME = re.compile(r"[a-z0-9æøå][a-z0-9æøå._@-]{1,63}")
LONGEST_NAME = 200
LAST_ADMINISTRATOR = (
    "Det er den sidste administrator. Giv først en anden rollen, så nogen kan oprette "
    "konti."
)


def add(
    engine: Engine,
    username: str,
    name: str,
    roles: Iterable[str],
    *,
    actor: str,
    password: str = "",
) -> Account:
    """A new account. Without a password it waits for a one-time link (`issue_link`).

    Raises BadInput for a name, a role or a password that cannot be used; Conflict for a
    username that is or was another's.
    """
    account = described(username, name, roles)
    of_one_side(account.roles)
    if password:
        passwords.require_strong(password, [account.username, account.name])
        account.password_hash = passwords.hashed(password)

    with db.transaction(engine) as session:
        if other := _alike(session, account.username):
            raise Conflict(
                f"Brugernavnet «{account.username}» {_as(other, account.username)}er "
                f"brugt til en anden konto (/redaktion/konti#konto-{other}).",
                "brugernavn",
            )
        keep_account(
            session, Event.ACCOUNT_ADD, account, actor, ", ".join(account.roles)
        )

    return account


def described(username: str, name: str, roles: Iterable[str]) -> Account:
    """An account as it is to be kept, not yet stored. Raises BadInput."""
    refuse_numbers("brugernavn", username, label="Brugernavn")
    refuse_numbers("navn", name, label="Navn")

    return Account(
        username=_username(username),
        name=_name(name),
        roles=ordered(roles),
        session_secret=new_session_secret(),
        created_at=clock.now(),
    )


def listing(engine: Engine) -> list[Account]:
    """Every account in Danish order of names, the closed ones last."""
    with db.reading(engine) as session:
        accounts = session.exec(select(Account)).all()
    return sorted(accounts, key=lambda a: (a.closed, danish_key(a.name), a.username))


def names(engine: Engine) -> dict[str, str]:
    """Everyone's name by username, those of closed accounts too."""
    with db.reading(engine) as session:
        return dict(session.exec(select(Account.username, Account.name)).all())


def set_roles(
    engine: Engine, username: str, roles: Iterable[str], *, actor: str
) -> Account:
    """Set an account's roles; where they change, every session of it ends.

    Raises BadInput, NotFound, and Conflict where no administrator would be left.
    """
    kept = ordered(roles)
    of_one_side(kept)
    with db.transaction(engine) as session:
        account = named(session, username)
        change_roles(session, account, kept, actor=actor)
    return account


def choose_side(engine: Engine, username: str, *, administrator: bool) -> Account:
    """Keep the roles on one side of an account that has both, as its owner chooses.

    Raises Conflict where no administrator would be left, NotFound.
    """
    with db.transaction(engine) as session:
        account = named(session, username)
        if account.must_choose:
            kept = side_of(account.roles, administrator=administrator)
            change_roles(session, account, kept, actor=account.username)
    return account


def change_roles(
    session: Session, account: Account, roles: list[str], *, actor: str
) -> None:
    """The same within a transaction of the caller's."""
    if account.roles == roles:
        return
    if Role.ADMINISTRATOR not in roles:
        _keep_an_administrator(session, account)

    detail = f"{', '.join(account.roles) or 'ingen'} -> {', '.join(roles) or 'ingen'}"
    account.roles = roles
    account.session_secret = new_session_secret()
    keep_account(session, Event.ACCOUNT_ROLES, account, actor, detail)


def close(engine: Engine, username: str, *, actor: str) -> Account:
    """Close an account: its sessions end and its link stops working. Raises NotFound,
    Conflict.
    """
    with db.transaction(engine) as session:
        account = named(session, username)
        if account.closed:
            return account
        _keep_an_administrator(session, account)

        account.closed = True
        account.session_secret = new_session_secret()
        account.link_hash = account.link_expires = None
        keep_account(session, Event.ACCOUNT_CLOSE, account, actor)

    return account


def reopen(engine: Engine, username: str, *, actor: str) -> Account:
    """Open a closed account again, with the password and the roles it had. Raises
    NotFound.
    """
    with db.transaction(engine) as session:
        account = named(session, username)
        if account.closed:
            account.closed = False
            keep_account(session, Event.ACCOUNT_REOPEN, account, actor)
    return account


def find(session: Session, username: str) -> Account | None:
    """The account of a username in its stored form: trimmed and folded, as `described`
    keeps it.
    """
    return session.exec(select(Account).where(Account.username == username)).first()


def named(session: Session, username: str) -> Account:
    """The account of a username, however it is typed. Raises NotFound."""
    account = find(session, normal(username).strip().casefold())
    if account is None:
        raise NotFound(f"Der er ingen konto med brugernavnet «{username}».")
    return account


def _alike(session: Session, username: str) -> str:
    """The username that reads as this one; empty for none."""
    wanted = read_alike(username)
    taken = session.exec(select(Account.username))
    return next((name for name in taken if read_alike(name) == wanted), "")


def _as(other: str, username: str) -> str:
    return "" if other == username else f"læses som «{other}», der "


def keep_account(
    session: Session, event: Recorded, account: Account, actor: str, detail: str = ""
) -> None:
    """Keep the account as it now is, and write the event to the trail."""
    session.add(account)
    audit.write_entry(
        session, actor=actor, event=event, subject=account.username, detail=detail
    )


def ordered(wanted: Iterable[str]) -> list[str]:
    """The roles in their own order, each once. Raises BadInput for one that is none."""
    asked = set(wanted)
    unknown = asked - set(Role)
    if unknown:
        raise BadInput(f"Rollen findes ikke: {', '.join(sorted(unknown))}.", "roller")
    return [role.value for role in Role if role in asked]


def new_session_secret() -> str:
    """A secret for sessions: they end when the account gets another."""
    return secrets.token_urlsafe(32)


def _keep_an_administrator(session: Session, account: Account) -> None:
    others = session.exec(
        select(Account).where(col(Account.closed).is_(False), Account.id != account.id)
    )
    left = any(other.has(Role.ADMINISTRATOR) for other in others)
    if account.has(Role.ADMINISTRATOR) and not account.closed and not left:
        raise Conflict(LAST_ADMINISTRATOR)


def _username(text: str) -> str:
    username = normal(text).strip().casefold()
    if not USERNAME.fullmatch(username):
        raise BadInput(
            "Brugernavnet skal have 2-64 tegn: bogstaver, tal, punktum, bindestreg, _ "
            "og @.",
            "brugernavn",
        )
    if read_alike(username) in {read_alike(name) for name in MACHINES}:
        raise BadInput(
            f"Brugernavnet «{username}» bruger kataloget selv i historikken. Vælg et "
            "andet.",
            "brugernavn",
        )

    return username


def _name(text: str) -> str:
    name = " ".join(normal(text).split())
    if not name or len(name) > LONGEST_NAME:
        raise BadInput(f"Skriv personens navn, højst {LONGEST_NAME} tegn.", "navn")
    return name
