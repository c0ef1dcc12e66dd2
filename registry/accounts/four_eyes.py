"""Who may decide on what another proposed, and what is said to one who may not, since
they wrote it or are one with someone who did.
"""

from typing import ClassVar

from registry.accounts.roles import Person
from registry.errors import Refused
from registry.models import Role
from registry.rules.linked_accounts import in_a_sentence
from registry.storage.account_events import NAMES
from registry.storage.four_eyes import Authors

ONE_WITH = (
    "Du regnes her for den samme som den, der har skrevet, for mens det var under "
    "vejs, skete dette: {events}. En anden skal tage stilling, eller en anden "
    "administrator skal bekræfte det, der er sket, på siden Konti."
)
JOINED = (
    "Du har selv skrevet, gennem en konto, der er lagt sammen med din. En anden skal "
    "tage stilling."
)
TOO_FEW = (
    "Kataloget har ingen anden, der kan. Det kræver en godkender mere: Opret kontoen "
    "på maskinen (registry user add), eller lad én administrator oprette den og en "
    "anden, som ikke selv har sin konto fra den første, bekræfte det på siden Konti. "
    "Har de alle deres konti fra hinanden, så opret en administrator på maskinen til "
    "at bekræfte."
)


class ForAnother:
    """What one proposes and another, an approver, decides on."""

    # What is said to the one who proposed it.
    OWN: ClassVar[str]
    authors: Authors

    @property
    def waits(self) -> bool:
        """Whether nobody has decided on it."""
        return True

    def may_decide(self, person: Person) -> bool:
        """Whether the person may: an approver, who did not propose it and is not one
        with the one who did.
        """
        return self._is_for(person) and not self.authors.bind(person.username)

    def kept_from(self, person: Person) -> str:
        """Why a person whose role it is may not while it waits; empty where they
        may.
        """
        if not self._is_for(person) or self.may_decide(person):
            return ""
        return refusal_to(person, self.authors, self.OWN)

    def require_another(self, person: Person) -> None:
        """Raises Refused for the proposer, and for one who is one with them."""
        if self.authors.bind(person.username):
            raise Refused(refusal_to(person, self.authors, self.OWN))

    def _is_for(self, person: Person) -> bool:
        return self.waits and Role.APPROVER in person.roles


def refusal_to(person: Person, authors: Authors, wrote: str) -> str:
    """Why the person may not decide, and what it takes. `wrote`: what is said to an
    author.
    """
    binding = authors.binding_events(person.username)
    if person.username in authors.names:
        why = wrote
    elif all(event.lasting for event in binding):
        why = JOINED
    else:
        why = ONE_WITH.format(events=in_a_sentence(binding, NAMES, authors.called))

    return why if authors.have_a_reader else f"{why} {TOO_FEW}"
