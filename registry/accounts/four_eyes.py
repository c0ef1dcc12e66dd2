"""What is said to one who may not decide, since they wrote it or are one with someone
who did.
"""

from registry.accounts.roles import Person
from registry.rules.eyes import in_a_sentence
from registry.storage.account_acts import NAMES
from registry.storage.four_eyes import Authors

ONE_WITH = (
    "Du regnes her for den samme som den, der har skrevet, for mens det var under "
    "vejs, skete dette: {acts}. En anden skal tage stilling, eller en anden "
    "administrator skal bekræfte det, der er sket, på siden Konti."
)
JOINED = (
    "Du har selv skrevet, gennem en konto, der er lagt sammen med din. En anden skal "
    "tage stilling."
)
TOO_FEW = (
    "Kataloget har ingen anden, der kan. Det kræver en godkender mere: Opret kontoen "
    "på maskinen (registry user add), eller lad én administrator oprette den og en "
    "anden bekræfte det på siden Konti."
)


def refusal_to(person: Person, authors: Authors, wrote: str) -> str:
    """Why the person may not decide, and what it takes. `wrote`: what is said to an
    author.
    """
    bonds = authors.bonds_of(person.username)
    if person.username in authors.names:
        why = wrote
    elif all(bond.lasting for bond in bonds):
        why = JOINED
    else:
        why = ONE_WITH.format(acts=in_a_sentence(bonds, NAMES, authors.called))

    return why if authors.have_a_reader else f"{why} {TOO_FEW}"
