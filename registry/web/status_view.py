"""An agreement's status on the date in Danish: the word, its tone, and why."""

from dataclasses import dataclass
from functools import lru_cache

from registry.in_words import status_words
from registry.snapshot import ShownAgreement, Snapshot
from registry.status import Status

TONES = {
    Status.IN_FORCE: "success",
    Status.CONTINUED: "success",
    Status.UNSETTLED: "warning",
    Status.COMING: "info",
    Status.REPLACED: "error",
    Status.ENDED: "error",
}


@dataclass(frozen=True)
class StatusView:
    """`short` fits a card; `more` is the rest of the explanation."""

    word: str
    tone: str
    short: str
    more: str


@lru_cache(maxsize=512)
def view_status(snapshot: Snapshot, agreement: ShownAgreement) -> StatusView:
    status = agreement.status.status
    short, more = status_words(snapshot, agreement)
    return StatusView(status.value, TONES[status], short, more)
