"""What the audit trail tells of, but for a draft's acts (publishing/states.py): one row
each, its key and its Danish name together.
"""

from enum import Enum
from typing import Protocol

# A key is covered by its entry's hash and stands for good. Until the acts got English
# keys, they were called by their addresses: these are as they were written then.
OLDER_KEYS = {
    "indsend": "submit",
    "tag-tilbage": "take-back",
    "godkend": "approve",
    "returner": "return",
    "til-vedtagelse": "send-for-adoption",
    "offentliggoer": "publish",
    "traek-tilbage": "withdraw",
}


class Recorded(Protocol):
    """What an entry can tell of. `key`: what is stored and hashed, never changed.
    `trail`: what the history page says that the person did.
    """

    @property
    def key(self) -> str:
        """What is stored and hashed."""

    @property
    def trail(self) -> str:
        """What people are told."""


class Event(Enum):
    """One row per event that is no act on a draft's way."""

    LOAD = "load", "indlæste katalog"
    SEALED = "sealed", "forseglede det, der stod"
    SIGN_IN = "sign-in", "loggede ind"
    SIGN_IN_REFUSED = "sign-in-refused", "blev afvist ved login"
    SIGN_OUT = "sign-out", "loggede ud"
    PASSWORD_CHANGE = "password-change", "ændrede adgangskode"
    PASSWORD_LINK = "password-link", "satte adgangskode ved engangslink"
    ACCOUNT_ADD = "account-add", "oprettede konto"
    ACCOUNT_LINK = "account-link", "lavede engangslink"
    ACCOUNT_ROLES = "account-roles", "ændrede roller"
    ACCOUNT_CLOSE = "account-close", "lukkede konto"
    ACCOUNT_REOPEN = "account-reopen", "genåbnede konto"
    ACCOUNT_JOIN = "account-join", "lagde konto sammen med sin egen"
    ACCOUNT_CONFIRM = "account-confirm", "bekræftede handling på konto"
    DRAFT_BEGUN = "draft-begun", "begyndte kladde"
    # One for each Edit, by its name.
    DRAFT_SAVED = "draft-saved", "gemte i kladde"
    DRAFT_SET_ASIDE = "draft-set-aside", "fik tekst lagt til side"
    DRAFT_ADDED = "draft-added", "tilføjede snitflade i kladde"
    DRAFT_MOVED = "draft-moved", "flyttede snitflade i kladde"
    DRAFT_REMOVED = "draft-removed", "fjernede snitflade fra kladde"
    DRAFT_RESTORED = "draft-restored", "gendannede snitflade i kladde"
    DRAFT_HANDED_OVER = "draft-handed-over", "overdrog kladde"
    COMMENTED = "commented", "kommenterede kladde"
    COMMENT_ANSWERED = "comment-answered", "svarede på kommentar til kladde"
    COMMENT_CLOSED = "comment-closed", "lukkede kommentar til kladde"
    # One for each Choosing, by its name.
    SUGGESTION_ACCEPTED = "suggestion-accepted", "antog foreslået snitflade i kladde"
    SUGGESTION_REFUSED = "suggestion-refused", "afviste foreslået snitflade i kladde"
    SUGGESTION_REOPENED = (
        "suggestion-reopened",
        "genåbnede foreslået snitflade i kladde",
    )
    FINDING_TAKEN_UP = "finding-taken-up", "tog fund op i kladde"
    TAKEN_IN = "taken-in", "indlæste kladde"
    PERSONAL_NUMBERS_REMOVED = (
        "personal-numbers-removed",
        "fjernede personoplysninger fra kladde",
    )
    APPROVAL_UNDONE = "approval-undone", "ophævede godkendelse ved at ændre"
    ADOPTION = "adoption", "registrerede vedtagelse"
    EDITION = "edition", "udstedte appendiks"
    REVIEW = "review", "registrerede gennemgang"
    PROPOSED = "proposed", "foreslog"
    # One for each Outcome, by its name.
    CONFIRMED = "confirmed", "bekræftede forslag"
    REJECTED = "rejected", "afviste forslag"
    RETRACTED = "retracted", "trak forslag tilbage"

    def __init__(self, key: str, trail: str) -> None:
        self.key = key
        self.trail = trail


def current_key(key: str) -> str:
    """The key by which the trail now calls what it once called so."""
    return OLDER_KEYS.get(key, key)


def keys_of(key: str) -> tuple[str, ...]:
    """Every key by which the trail may call the same, today's first."""
    now = current_key(key)
    return now, *(older for older, newer in OLDER_KEYS.items() if newer == now)
