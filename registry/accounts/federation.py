"""Accounts of people who sign in through their own organisation."""

from dataclasses import dataclass

from sqlalchemy import Engine
from sqlmodel import Session, select

from registry.accounts import accounts
from registry.accounts.roles import side_of
from registry.errors import Conflict, NotSignedIn, Refused
from registry.models import Account, Role
from registry.rules.linked_accounts import PROVIDER
from registry.storage import as_sealed, audit, db
from registry.storage.events import Event

ACTOR = PROVIDER
NO_ROLE = (
    "Du er ikke i en gruppe med adgang til redaktionen. Bed din organisation om at få "
    "dig med."
)
CLOSED = "Kontoen er lukket. Tal med en administrator."


@dataclass(frozen=True)
class Vouched:
    """Whom a provider vouches for: `subject` is its lasting name for the person."""

    issuer: str
    subject: str
    username: str
    name: str
    roles: tuple[str, ...]


def sign_in(engine: Engine, person: Vouched) -> Account:
    """The person's account, made at the first sign-in; the roles are set anew at each.

    Raises Refused for one without a role, NotSignedIn for a closed account, Conflict
    where the username is that of another account (they are never made one), and
    BadInput where the provider's name or username cannot be one here.
    """
    with db.transaction(engine) as session:
        account = _known(session, person)
        refusal = _sign_in(session, account, person) if account else None

    # Raised when the refusal itself has been written to the trail.
    if refusal:
        raise refusal

    return account or _welcome(engine, person)


def join(engine: Engine, username: str, person: Vouched) -> Account:
    """Make the organisation's way in that of the account its owner is signed in to.

    The account that the organisation had made for the person, if any, is closed; the
    two are one for good, also where four eyes are counted. The password goes, since
    with it the person would keep the roles that the organisation takes away.

    Raises Refused for one without a role, NotSignedIn where the other account is
    closed, Conflict where the account is joined already.
    """
    if not person.roles:
        raise Refused(NO_ROLE)

    with db.transaction(engine) as session:
        account, other = accounts.named(session, username), _known(session, person)
        _require_joinable(account, other)

        accounts.change_roles(
            session, account, _of_the_day(account, person), actor=ACTOR
        )
        if other:
            _close(session, other)
        account.issuer, account.subject = person.issuer, person.subject
        account.password_hash = ""
        account.link_hash = account.link_expires = None
        account.session_secret = accounts.new_session_secret()
        session.add(account)
        _tell_of_joining(session, account, other)

    return account


def _require_joinable(account: Account, other: Account | None) -> None:
    if account.issuer:
        raise Conflict("Din konto er allerede lagt sammen med organisationens.")
    if other and other.closed:
        raise NotSignedIn(CLOSED)


def _close(session: Session, other: Account) -> None:
    """Close the account that is no more used, and let go of its way in."""
    other.closed = True
    other.issuer = other.subject = None
    other.session_secret = accounts.new_session_secret()
    session.add(other)
    session.flush()  # before the way in becomes another's


def _tell_of_joining(session: Session, account: Account, other: Account | None) -> None:
    """Write the joining to the trail, when both accounts are as it leaves them."""
    audit.write_entry(
        session,
        actor=account.username,
        event=Event.ACCOUNT_JOIN,
        subject=other.username if other else account.username,
        detail="organisationens login",
    )


def _known(session: Session, person: Vouched) -> Account | None:
    query = select(Account).where(
        Account.issuer == person.issuer, Account.subject == person.subject
    )
    return session.exec(query).first()


def _sign_in(
    session: Session, account: Account, person: Vouched
) -> Refused | NotSignedIn | None:
    if account.closed:
        accounts.keep_account(
            session, Event.SIGN_IN_REFUSED, account, ACTOR, "lukket konto"
        )
        return NotSignedIn(CLOSED)
    as_sealed.require(session, [account])

    if not person.roles:
        # What was open on the strength of the group ends with it.
        account.session_secret = accounts.new_session_secret()
        accounts.keep_account(
            session, Event.SIGN_IN_REFUSED, account, ACTOR, "ingen rolle"
        )
        return Refused(NO_ROLE)

    roles = _of_the_day(account, person)
    accounts.change_roles(session, account, roles, actor=ACTOR)
    accounts.keep_account(session, Event.SIGN_IN, account, account.username, ACTOR)
    return None


def _of_the_day(account: Account, person: Vouched) -> list[str]:
    """The roles that the person's groups give. Where those are on both sides, the side
    stays that the person has chosen.
    """
    roles = accounts.ordered(person.roles)
    mixed = Role.ADMINISTRATOR in roles and len(roles) > 1
    if not mixed or account.must_choose or not account.roles:
        return roles

    return side_of(roles, administrator=account.has(Role.ADMINISTRATOR))


def _welcome(engine: Engine, person: Vouched) -> Account:
    if not person.roles:
        raise Refused(NO_ROLE)

    account = accounts.described(person.username, person.name, person.roles)
    account.issuer, account.subject = person.issuer, person.subject

    with db.transaction(engine) as session:
        if accounts.find(session, account.username):
            raise Conflict(
                f"Brugernavnet «{account.username}» hører til en anden konto i "
                "kataloget. Er den din, så log ind med dens adgangskode, og læg de to "
                "sammen på siden Din adgangskode. Ellers tal med en administrator."
            )
        accounts.keep_account(
            session, Event.ACCOUNT_ADD, account, ACTOR, ", ".join(account.roles)
        )
        accounts.keep_account(session, Event.SIGN_IN, account, account.username, ACTOR)

    return account
