"""Who is signed in, and which roles are asked for."""

from collections.abc import Collection, Sequence
from typing import Protocol

from registry.errors import BadInput, Refused
from registry.models import ROLE_LABELS, Role

TWO_SIDES = (
    "En administrator kan ikke samtidig være redaktør eller godkender. Vælg det ene."
)


class Person(Protocol):
    """Someone who has signed in."""

    @property
    def username(self) -> str:
        """Their name in the trail, theirs for good."""

    @property
    def roles(self) -> Collection[str]:
        """The values of `Role` that they have now."""


def require_role(person: Person, *roles: Role) -> None:
    """Raises Refused unless the person has one of the roles."""
    if not set(roles) & set(person.roles):
        raise Refused(needed(roles))


def of_one_side(roles: Sequence[str]) -> None:
    """Raises BadInput where an administrator would also write or approve."""
    if Role.ADMINISTRATOR in roles and len(roles) > 1:
        raise BadInput(TWO_SIDES, "roller")


def side_of(roles: Sequence[str], *, administrator: bool) -> list[str]:
    """The roles on one side of the wall between accounts and texts."""
    return [role for role in roles if (role == Role.ADMINISTRATOR) is administrator]


def needed(roles: Collection[Role]) -> str:
    """Which of the roles it takes, as a sentence."""
    return (
        "Det kræver rollen "
        f"{' eller '.join(ROLE_LABELS[role].lower() for role in roles)}."
    )
