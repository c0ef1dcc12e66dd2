"""Accounts of people who sign in through their own organisation."""

from dataclasses import dataclass

from sqlalchemy import Engine
from sqlmodel import Session, select

from registry import db
from registry.accounts import accounts
from registry.errors import Conflict, NotSignedIn, Refused
from registry.models import Account

ACTOR = "oidc"
NO_ROLE = (
    "Du er ikke i en gruppe med adgang til redaktionen. Bed din organisation om at få dig med."
)
CLOSED = "Kontoen er lukket. Tal med en administrator."


@dataclass(frozen=True)
class Person:
    """Whom a provider vouches for: `subject` is its lasting name for the person."""

    issuer: str
    subject: str
    username: str
    name: str
    roles: tuple[str, ...]


def sign_in(engine: Engine, person: Person) -> Account:
    """The person's account, made at the first sign-in; the roles are set anew at each.

    Raises Refused for one without a role, NotSignedIn for a closed account, and Conflict where
    the username is that of another account: they are never made one.
    """
    with db.transaction(engine) as session:
        account = _known(session, person)
        refusal = _sign_in(session, account, person) if account else None
    # Raised when the refusal itself has been written to the trail.
    if refusal:
        raise refusal
    return account or _welcome(engine, person)


def _known(session: Session, person: Person) -> Account | None:
    query = select(Account).where(
        Account.issuer == person.issuer, Account.subject == person.subject
    )
    return session.exec(query).first()


def _sign_in(session: Session, account: Account, person: Person) -> Refused | NotSignedIn | None:
    if account.closed:
        accounts.record(session, "sign-in-refused", account, ACTOR, "lukket konto")
        return NotSignedIn(CLOSED)
    if not person.roles:
        # What was open on the strength of the group ends with it.
        account.token = accounts.new_token()
        accounts.record(session, "sign-in-refused", account, ACTOR, "ingen rolle")
        return Refused(NO_ROLE)
    accounts.change_roles(session, account, accounts.ordered(person.roles), actor=ACTOR)
    accounts.record(session, "sign-in", account, account.username, ACTOR)
    return None


def _welcome(engine: Engine, person: Person) -> Account:
    if not person.roles:
        raise Refused(NO_ROLE)
    account = accounts.described(person.username, person.name, person.roles)
    account.issuer, account.subject = person.issuer, person.subject
    with db.transaction(engine) as session:
        if accounts.find(session, account.username):
            raise Conflict(
                f"Brugernavnet «{account.username}» hører til en anden konto i kataloget. "
                "De to bliver ikke lagt sammen. Tal med en administrator."
            )
        accounts.record(session, "account-add", account, ACTOR, ", ".join(account.roles))
        accounts.record(session, "sign-in", account, account.username, ACTOR)
    return account
