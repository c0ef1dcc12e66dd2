"""What is done with accounts. Each act is one transaction and stands in the audit trail."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from registry import audit, clock, db
from registry.accounts import passwords
from registry.errors import BadInput, Conflict, NotFound, NotSignedIn
from registry.models import Account, Role
from registry.sorting import danish_key

LINK_LASTS = timedelta(days=7)
USERNAME = re.compile(r"[a-z0-9æøå][a-z0-9æøå._@-]{1,63}")
LONGEST_NAME = 200
WRONG = "Brugernavnet eller adgangskoden er forkert."
DEAD_LINK = "Linket er brugt eller udløbet. Bed en administrator om et nyt."
LAST_ADMINISTRATOR = (
    "Det er den sidste administrator. Giv først en anden rollen, så nogen kan oprette konti."
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

    Raises BadInput for a name, a role or a password that cannot be used; Conflict for a username
    that is or was another's.
    """
    account = described(username, name, roles)
    if password:
        passwords.require_strong(password, [account.username, account.name])
        account.password_hash = passwords.hashed(password)
    with db.transaction(engine) as session:
        if find(session, account.username):
            raise Conflict(
                f"Brugernavnet «{account.username}» er brugt til en anden konto.", "brugernavn"
            )
        record(session, "account-add", account, actor, ", ".join(account.roles))
    return account


def described(username: str, name: str, roles: Iterable[str]) -> Account:
    """An account as it is to be kept, not yet stored. Raises BadInput."""
    return Account(
        username=_username(username),
        name=_name(name),
        roles=ordered(roles),
        token=new_token(),
        created_at=clock.now(),
    )


def listing(engine: Engine) -> list[Account]:
    """Every account in Danish order of names, the closed ones last."""
    with db.reading(engine) as session:
        found = session.exec(select(Account)).all()
    return sorted(found, key=lambda a: (a.closed, danish_key(a.name), a.username))


def by_session_id(engine: Engine, session_id: str) -> Account | None:
    """The open account of a session «id:token», if the token still is the account's."""
    number, _, token = session_id.partition(":")
    if not number.isdecimal():
        return None
    with db.reading(engine) as session:
        account = session.get(Account, int(number))
    if account is None or account.closed or not hmac.compare_digest(account.token, token):
        return None
    return account


def session_id(account: Account) -> str:
    """What a session keeps of an account."""
    return f"{account.id}:{account.token}"


def authenticate(engine: Engine, username: str, password: str) -> Account:
    """The open account with that username and password. Raises NotSignedIn.

    A username that nobody has costs the same hashing, gets the same answer, and is written
    nowhere.
    """
    with db.reading(engine) as session:
        account = find(session, username.strip().casefold())
    right = passwords.matches(password, account.password_hash if account else "")
    if account is None:
        raise NotSignedIn(WRONG)
    with db.transaction(engine) as session:
        # Read again: while the password was compared, the account may have been closed.
        account = _get(session, account.username)
        welcome = right and not account.closed
        act = "sign-in" if welcome else "sign-in-refused"
        record(session, act, account, account.username, "lukket konto" if account.closed else "")
    if not welcome:
        raise NotSignedIn(WRONG)
    return account


def sign_out(engine: Engine, username: str) -> None:
    """End every session of the account."""
    with db.transaction(engine) as session:
        account = _get(session, username)
        account.token = new_token()
        record(session, "sign-out", account, username)


def change_password(engine: Engine, username: str, current: str, new: str) -> Account:
    """Set a new password with the current one. Every session of the account ends.

    Raises BadInput naming «nuvaerende» or «adgangskode».
    """
    with db.reading(engine) as session:
        account = _get(session, username)
    if not passwords.matches(current, account.password_hash):
        raise BadInput("Den nuværende adgangskode er forkert.", "nuvaerende")
    passwords.require_strong(new, [account.username, account.name])
    return _set_password(engine, username, new, "password-change")


def issue_link(engine: Engine, username: str, *, actor: str) -> str:
    """The key of a new one-time link to set a password; an older link stops working.

    Only its hash is kept: the key cannot be shown again. Raises NotFound, Conflict.
    """
    key = secrets.token_urlsafe(32)
    with db.transaction(engine) as session:
        account = _get(session, username)
        if account.closed:
            raise Conflict("Kontoen er lukket. Genåbn den først.")
        if account.issuer:
            # With a password here, they would keep the roles that their organisation takes away.
            raise Conflict("Personen logger ind gennem sin organisation og har ingen adgangskode.")
        account.link_hash = _hash_of_link(key)
        account.link_expires = clock.now() + LINK_LASTS
        record(session, "account-link", account, actor)
    return key


def by_link(engine: Engine, key: str) -> Account:
    """The account whose one-time link it is. Raises NotFound for one used, expired or unknown."""
    with db.reading(engine) as session:
        return _linked(session, key)


def accept_link(engine: Engine, key: str, password: str) -> Account:
    """Use a one-time link: set the password. Every session of the account ends.

    Raises NotFound for a link used, expired or unknown; BadInput for the password.
    """
    account = by_link(engine, key)
    passwords.require_strong(password, [account.username, account.name])
    return _set_password(engine, account.username, password, "password-link", key)


def set_roles(engine: Engine, username: str, roles: Iterable[str], *, actor: str) -> Account:
    """Set an account's roles; where they change, every session of it ends.

    Raises BadInput, NotFound, and Conflict where no administrator would be left.
    """
    kept = ordered(roles)
    with db.transaction(engine) as session:
        account = _get(session, username)
        change_roles(session, account, kept, actor=actor)
    return account


def change_roles(session: Session, account: Account, roles: list[str], *, actor: str) -> None:
    """The same within a transaction of the caller's."""
    if account.roles == roles:
        return
    if Role.ADMINISTRATOR not in roles:
        _keep_an_administrator(session, account)
    detail = f"{', '.join(account.roles) or 'ingen'} -> {', '.join(roles) or 'ingen'}"
    account.roles = roles
    account.token = new_token()
    record(session, "account-roles", account, actor, detail)


def close(engine: Engine, username: str, *, actor: str) -> Account:
    """Close an account: its sessions end and its link stops working. Raises NotFound, Conflict."""
    with db.transaction(engine) as session:
        account = _get(session, username)
        if account.closed:
            return account
        _keep_an_administrator(session, account)
        account.closed = True
        account.token = new_token()
        account.link_hash = account.link_expires = None
        record(session, "account-close", account, actor)
    return account


def reopen(engine: Engine, username: str, *, actor: str) -> Account:
    """Open a closed account again, with the password and the roles it had. Raises NotFound."""
    with db.transaction(engine) as session:
        account = _get(session, username)
        if account.closed:
            account.closed = False
            record(session, "account-reopen", account, actor)
    return account


def find(session: Session, username: str) -> Account | None:
    """The account of a username in its stored form."""
    return session.exec(select(Account).where(Account.username == username)).first()


def record(session: Session, act: str, account: Account, actor: str, detail: str = "") -> None:
    """Keep the account as it now is, and write the act to the trail."""
    session.add(account)
    audit.record(session, actor=actor, act=act, subject=account.username, detail=detail)


def ordered(wanted: Iterable[str]) -> list[str]:
    """The roles in their own order, each once. Raises BadInput for one that is none."""
    asked = set(wanted)
    unknown = asked - set(Role)
    if unknown:
        raise BadInput(f"Rollen findes ikke: {', '.join(sorted(unknown))}.", "roller")
    return [role.value for role in Role if role in asked]


def new_token() -> str:
    """A token for sessions: they end when the account gets another."""
    return secrets.token_urlsafe(32)


def _set_password(engine: Engine, username: str, password: str, act: str, key: str = "") -> Account:
    password_hash = passwords.hashed(password)
    with db.transaction(engine) as session:
        # By the key again: of two who use one link at once, the second finds it used.
        account = _linked(session, key) if key else _get(session, username)
        account.password_hash = password_hash
        account.token = new_token()
        account.link_hash = account.link_expires = None
        record(session, act, account, account.username)
    return account


def _keep_an_administrator(session: Session, account: Account) -> None:
    others = session.exec(
        select(Account).where(col(Account.closed).is_(False), Account.id != account.id)
    )
    left = any(other.has(Role.ADMINISTRATOR) for other in others)
    if account.has(Role.ADMINISTRATOR) and not account.closed and not left:
        raise Conflict(LAST_ADMINISTRATOR)


def _linked(session: Session, key: str) -> Account:
    query = select(Account).where(Account.link_hash == _hash_of_link(key))
    account = session.exec(query).first()
    if account is None or account.link_expires is None or account.link_expires <= clock.now():
        raise NotFound(DEAD_LINK)
    return account


def _get(session: Session, username: str) -> Account:
    account = find(session, username.strip().casefold())
    if account is None:
        raise NotFound(f"Der er ingen konto med brugernavnet «{username}».")
    return account


def _username(text: str) -> str:
    username = text.strip().casefold()
    if not USERNAME.fullmatch(username):
        raise BadInput(
            "Brugernavnet skal have 2-64 tegn: bogstaver, tal, punktum, bindestreg, _ og @.",
            "brugernavn",
        )
    return username


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME:
        raise BadInput(f"Skriv personens navn, højst {LONGEST_NAME} tegn.", "navn")
    return name


def _hash_of_link(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
