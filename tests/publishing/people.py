"""Those who write and approve in the tests."""

from dataclasses import dataclass

from sqlalchemy import Engine

from registry.accounts import accounts
from registry.rules.linked_accounts import COMMAND_LINE

SLUG = "proeve-udskrivning"
# The invented region ceases before its agreements are over: whoever approves says why
# they name it all the same.
SIGNED = {"part-ophoerer:parties": "Den, der træder i stedet, kendes ikke endnu."}


@dataclass(frozen=True)
class Someone:
    """A person with a name and roles."""

    username: str
    roles: tuple[str, ...]


RITA = Someone("rita", ("redaktoer",))
RENE = Someone("rene", ("redaktoer",))
GORM = Someone("gorm", ("godkender",))
BODIL = Someone("bodil", ("redaktoer", "godkender"))
ADA = Someone("ada", ("administrator",))
EVERYBODY = (RITA, RENE, GORM, BODIL, ADA)


def with_accounts(engine: Engine, *people: Someone) -> None:
    """Have the people's accounts made on the machine, which is one with nobody."""
    for one in people:
        made = (engine, one.username, one.username.title(), one.roles)
        accounts.add(*made, actor=COMMAND_LINE)
