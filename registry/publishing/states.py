"""The acts that lead a version from draft to publication: who may do which, and from where."""

from collections.abc import Collection
from typing import NamedTuple, Protocol

from registry.errors import Refused
from registry.models import ROLE_LABELS, Role, State

STATE_LABELS = {
    State.DRAFT: "kladde",
    State.IN_APPROVAL: "til godkendelse",
    State.RETURNED: "returneret",
    State.APPROVED: "godkendt",
    State.FOR_ADOPTION: "til vedtagelse",
    State.PUBLISHED: "offentliggjort",
    State.WITHDRAWN: "trukket tilbage",
}
OPEN = (State.DRAFT, State.RETURNED)


class Person(Protocol):
    """Someone who has signed in."""

    @property
    def username(self) -> str: ...
    @property
    def roles(self) -> Collection[str]: ...


class Act(NamedTuple):
    """One act: its Danish label, from which states to which, and by whom.

    `by_others`: only by someone who wrote no part. `by_writers`: only by someone who did.
    """

    name: str
    label: str
    sources: tuple[State, ...]
    target: State
    roles: tuple[Role, ...]
    by_others: bool = False
    by_writers: bool = False


ACTS = {
    act.name: act
    for act in (
        Act("indsend", "Send til godkendelse", OPEN, State.IN_APPROVAL, (Role.EDITOR,)),
        Act("tag-tilbage", "Tag tilbage", (State.IN_APPROVAL,), State.DRAFT, (Role.EDITOR,)),
        Act(
            "godkend",
            "Godkend",
            (State.IN_APPROVAL,),
            State.APPROVED,
            (Role.APPROVER,),
            by_others=True,
        ),
        Act(
            "returner",
            "Returnér",
            (State.IN_APPROVAL, State.APPROVED, State.FOR_ADOPTION),
            State.RETURNED,
            (Role.APPROVER,),
            by_others=True,
        ),
        Act(
            "til-vedtagelse",
            "Send til vedtagelse",
            (State.APPROVED,),
            State.FOR_ADOPTION,
            (Role.EDITOR, Role.APPROVER),
        ),
        Act(
            "offentliggoer",
            "Offentliggør",
            (State.APPROVED, State.FOR_ADOPTION),
            State.PUBLISHED,
            (Role.APPROVER,),
        ),
        Act(
            "traek-tilbage",
            "Træk tilbage",
            (*OPEN, State.IN_APPROVAL, State.APPROVED, State.FOR_ADOPTION),
            State.WITHDRAWN,
            (Role.EDITOR,),
            by_writers=True,
        ),
    )
}


def require_role(person: Person, *roles: Role) -> None:
    """Raises Refused unless the person has one of the roles."""
    if not set(roles) & set(person.roles):
        raise Refused(_needed(roles))


def refusal(act: Act, state: str, person: Person, writers: Collection[str]) -> str:
    """Why the person may not do the act now, in Danish; empty where they may.

    `writers`: everyone who wrote any part of a draft since the last publication.
    """
    if state not in act.sources:
        return f"{stands_as(state)} «{act.label}» kan ikke bruges nu."
    if not set(act.roles) & set(person.roles):
        return _needed(act.roles)
    if act.by_others and person.username in writers:
        return "Du har selv skrevet i kladden. En anden skal godkende eller returnere den."
    if act.by_writers and writers and person.username not in writers:
        return "Kun den, der har skrevet i kladden, kan trække den tilbage."
    return ""


def stands_as(state: str) -> str:
    """In what state a version is, as a sentence. Only a draft is a noun."""
    label = STATE_LABELS[State(state)]
    return f"Udgaven er {'en ' if state == State.DRAFT else ''}{label}."


def open_acts(state: str, person: Person, writers: Collection[str]) -> list[Act]:
    """The acts the person may do now, in the order of the table."""
    return [act for act in ACTS.values() if not refusal(act, state, person, writers)]


def _needed(roles: Collection[Role]) -> str:
    return f"Det kræver rollen {' eller '.join(ROLE_LABELS[role].lower() for role in roles)}."
