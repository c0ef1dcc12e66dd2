"""Which entries of the trail may seal a row of which table: what makes it, what changes
it, what takes it away; and who may have written such an entry.
"""

from typing import NamedTuple

from registry.models import Edit, Outcome, Role
from registry.models.suggested import Choosing
from registry.storage.events import Event, current_key
from registry.storage.seals import NOT_SEALED
from registry.storage.trail_tables import MADE
from registry.storage.triggers import APPEND_ONLY, CATALOGUE_RECORDS, VERSION_CHILDREN

EDITS = frozenset(Event[f"DRAFT_{edit.name}"].key for edit in Edit)
CHOOSING = frozenset(Event[f"SUGGESTION_{choosing.name}"].key for choosing in Choosing)
# What alters a draft's text.
WRITING = (
    EDITS
    | CHOOSING
    | {
        Event.DRAFT_BEGUN.key,
        Event.TAKEN_IN.key,
        Event.FINDING_TAKEN_UP.key,
        Event.PERSONAL_NUMBERS_REMOVED.key,
        Event.APPROVAL_UNDONE.key,
    }
)
# The acts on a draft's way; they lie above and are tested to be these.
DRAFT_STEPS = frozenset(
    {
        *("submit", "take-back", "approve", "return", "send-for-adoption"),
        *("publish", "withdraw", "reopen"),
    }
)
# What somebody does with their own account, and an administrator with others'.
OWN = frozenset(
    {
        Event.SIGN_IN.key,
        Event.SIGN_IN_REFUSED.key,
        Event.SIGN_OUT.key,
        Event.PASSWORD_CHANGE.key,
        Event.PASSWORD_LINK.key,
        Event.ACCOUNT_JOIN.key,
    }
)
ADMINISTERED = frozenset(
    {
        Event.ACCOUNT_ADD.key,
        Event.ACCOUNT_LINK.key,
        Event.ACCOUNT_ROLES.key,
        Event.ACCOUNT_CLOSE.key,
        Event.ACCOUNT_REOPEN.key,
        Event.ACCOUNT_CONFIRM.key,
    }
)
# Whoever decides on another's words.
DECIDING = frozenset(
    {
        *("approve", "return", "publish"),
        *(Event[o.name].key for o in (Outcome.CONFIRMED, Outcome.REJECTED)),
    }
)
# What the command line and the organisation's provider do: neither is a person.
BY_MACHINES = OWN | ADMINISTERED | WRITING
# The migration that brought seals: all that stood, by whomever.
AS_IT_STOOD = Event.SEALED.key


class Sealing(NamedTuple):
    """The keys of the entries that may make, change and take away a table's rows."""

    made: frozenset[str]
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()


def _of_records() -> dict[str, Sealing]:
    """What is only ever added: by its own entry, else by a confirmed proposal."""
    confirmed = frozenset({Event.CONFIRMED.key})
    return {
        name: Sealing(_made(name) if name in MADE else confirmed)
        for name in {*APPEND_ONLY, *CATALOGUE_RECORDS} - NOT_SEALED
    }


def _made(name: str) -> frozenset[str]:
    return frozenset(current_key(key) for key in MADE[name])


_MENDED = frozenset({Event.PERSONAL_NUMBERS_REMOVED.key})
SEALINGS: dict[str, Sealing] = {
    **_of_records(),
    **{name: Sealing(WRITING, WRITING, WRITING) for name in VERSION_CHILDREN},
    "account": Sealing(
        frozenset({Event.ACCOUNT_ADD.key}),
        # One who signs in changes nothing; of one whom the provider refuses, what is
        # open ends.
        (OWN | ADMINISTERED)
        - {Event.SIGN_IN.key, Event.ACCOUNT_ADD.key, Event.ACCOUNT_CONFIRM.key},
    ),
    "agreement": Sealing(frozenset({Event.DRAFT_BEGUN.key})),
    "contribution": Sealing(_made("contribution"), _MENDED),
    "edition_file": Sealing(frozenset({Event.EDITION.key})),
    "intake": Sealing(_made("intake"), _MENDED),
    "version": Sealing(frozenset({Event.DRAFT_BEGUN.key}), WRITING | DRAFT_STEPS),
}


def roles_for(key: str) -> frozenset[str]:
    """The roles of which the actor of such an entry had one; none where it takes none,
    as to sign in.
    """
    if key in OWN or key in (Event.LOAD.key, AS_IT_STOOD):
        return frozenset()
    if key in ADMINISTERED or key == Event.DRAFT_HANDED_OVER.key:
        return frozenset({Role.ADMINISTRATOR})
    if key in DECIDING:
        return frozenset({Role.APPROVER})
    return frozenset({Role.EDITOR, Role.APPROVER})
