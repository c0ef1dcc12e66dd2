"""What one shows to be let in: a username with its password, a session, a one-time
link. Each change is one transaction and stands in the audit trail.
"""

import hashlib
import hmac
import logging
import secrets
import time
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from registry import clock
from registry.accounts import passwords
from registry.accounts.accounts import find, keep_account, named, new_session_secret
from registry.errors import BadInput, Conflict, NotFound, NotSignedIn
from registry.language.normal import normal
from registry.models import Account
from registry.storage import as_sealed, audit, db
from registry.storage.events import Event, Recorded

log = logging.getLogger(__name__)
REFUSED_AFTER = 0.5  # seconds, longer than all the work takes
NOBODY = "ukendt"
LINK_LASTS = timedelta(days=7)
WRONG = "Brugernavnet eller adgangskoden er forkert."
DEAD_LINK = (
    "Linket er brugt eller udløbet. Har du lige valgt din adgangskode med det, så log "
    "ind med den. Ellers bed en administrator om et nyt."
)

Turn = AbstractContextManager[None]


def authenticate(
    engine: Engine, username: str, password: str, turn: Turn | None = None
) -> Account:
    """The open account with that username and password. Raises NotSignedIn, and
    AlteredOutside where the account is not what the catalogue wrote.

    A username that nobody has, or whose account cannot be read, costs the same hashing,
    gets the same answer after the same time, and is written nowhere. `turn`: held while
    the passwords are compared, and no longer; what it raises is raised.
    """
    account = _readable(engine, normal(username).strip().casefold())
    with turn or nullcontext():
        # What was waited for the turn is nobody's secret.
        asked_at = time.monotonic()
        right = passwords.matches(
            password, str(account.password_hash) if account else ""
        )
    if account is None:
        _as_if_recorded(engine)
    else:
        account, right = _recorded(engine, account.username, right)

    if account is None or not right:
        time.sleep(max(0.0, asked_at + REFUSED_AFTER - time.monotonic()))
        raise NotSignedIn(WRONG)
    return account


def _readable(engine: Engine, username: str) -> Account | None:
    """The account; none where values were put in it that are none of their column's,
    for an answer of its own would tell whoever asks that there is one.
    """
    try:
        with db.reading(engine) as session:
            return find(session, username)
    except (ValueError, TypeError, OperationalError) as error:
        if isinstance(error, OperationalError) and "decode" not in str(error.orig):
            raise
        log.error("En konto kan ikke læses. Hvilken, siger «registry check».")
        return None


def _recorded(engine: Engine, username: str, right: bool) -> tuple[Account, bool]:
    """The account, and whether its owner is let in, which the trail now tells."""
    with db.transaction(engine) as session:
        # Read again: while the password was compared, the account may have been closed.
        account = named(session, username)
        welcome = right and not account.closed
        if welcome:
            # The password may be the one thing that was altered.
            as_sealed.require(session, [account])
        event = Event.SIGN_IN if welcome else Event.SIGN_IN_REFUSED
        closed = "lukket konto" if account.closed else ""
        keep_account(session, event, account, account.username, closed)

    return account, welcome


def _as_if_recorded(engine: Engine) -> None:
    """As much work as the entry about a known name, of which nothing is kept."""
    with db.transaction(engine) as session:
        event = Event.SIGN_IN_REFUSED
        audit.write_entry(session, actor=NOBODY, event=event, subject=NOBODY)
        session.rollback()


def by_session_id(engine: Engine, session_id: str) -> Account | None:
    """The open account of a session «id:secret», if the secret still is its own."""
    number, _, secret = session_id.partition(":")
    if not number.isdecimal():
        return None

    with db.reading(engine) as session:
        account = session.get(Account, int(number))
    if (
        account is None
        or account.closed
        or not hmac.compare_digest(account.session_secret, secret)
    ):
        return None

    return account


def session_id(account: Account) -> str:
    """What a session keeps of an account."""
    return f"{account.id}:{account.session_secret}"


def sign_out(engine: Engine, username: str) -> None:
    """End every session of the account. Raises NotFound."""
    with db.transaction(engine) as session:
        account = named(session, username)
        account.session_secret = new_session_secret()
        keep_account(session, Event.SIGN_OUT, account, username)


def change_password(
    engine: Engine, username: str, current: str, new: str, turn: Turn | None = None
) -> Account:
    """Set a new password with the current one, compared in `turn`. Every session of the
    account ends.

    Raises BadInput naming «nuvaerende» or «adgangskode», and NotFound.
    """
    with db.reading(engine) as session:
        account = named(session, username)
    with turn or nullcontext():
        right = passwords.matches(current, account.password_hash)
    if not right:
        raise BadInput("Den nuværende adgangskode er forkert.", "nuvaerende")

    passwords.require_strong(new, [account.username, account.name])
    return _set_password(engine, username, new, Event.PASSWORD_CHANGE)


def issue_link(engine: Engine, username: str, *, actor: str, key: str = "") -> str:
    """The key of a new one-time link to set a password; an older link stops working.

    `key`: one that nobody can guess; without, one is made. Only its hash is kept: the
    key is told nowhere again. Raises NotFound, Conflict.
    """
    key = key or secrets.token_urlsafe(32)
    with db.transaction(engine) as session:
        account = named(session, username)
        if account.closed:
            raise Conflict("Kontoen er lukket. Genåbn den først.")
        if account.issuer:
            # With a password here, they would keep the roles that their organisation
            # takes away.
            raise Conflict(
                "Personen logger ind gennem sin organisation og har ingen adgangskode."
            )

        account.link_hash = _hash_of_link(key)
        account.link_expires = clock.now() + LINK_LASTS
        keep_account(session, Event.ACCOUNT_LINK, account, actor)

    return key


def by_link(engine: Engine, key: str) -> Account:
    """The account whose one-time link it is. Raises NotFound for one used, expired or
    unknown.
    """
    with db.reading(engine) as session:
        return _linked(session, key)


def accept_link(engine: Engine, key: str, password: str) -> Account:
    """Use a one-time link: set the password. Every session of the account ends.

    Raises NotFound for a link used, expired or unknown; BadInput for the password.
    """
    account = by_link(engine, key)
    passwords.require_strong(password, [account.username, account.name])
    return _set_password(engine, account.username, password, Event.PASSWORD_LINK, key)


def _set_password(
    engine: Engine, username: str, password: str, event: Recorded, key: str = ""
) -> Account:
    password_hash = passwords.hashed(password)

    with db.transaction(engine) as session:
        # By the key again: of two who use one link at once, the second finds it used.
        account = _linked(session, key) if key else named(session, username)
        account.password_hash = password_hash
        account.session_secret = new_session_secret()
        account.link_hash = account.link_expires = None
        keep_account(session, event, account, account.username)

    return account


def _linked(session: Session, key: str) -> Account:
    query = select(Account).where(Account.link_hash == _hash_of_link(key))
    account = session.exec(query).first()

    if (
        account is None
        or account.link_expires is None
        or account.link_expires <= clock.now()
    ):
        raise NotFound(DEAD_LINK)
    return account


def _hash_of_link(key: str) -> str:
    # A plain hash will do: the key is 256 random bits, which no list of guesses holds.
    return hashlib.sha256(key.encode()).hexdigest()
