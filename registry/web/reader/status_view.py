"""An agreement's status on the date in Danish: the word, its tone, and why."""

from dataclasses import dataclass

from registry.catalogue.agreement_words import status_words
from registry.catalogue.snapshot import ShownAgreement, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.rules.status import Status

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
    """`short` fits beside a row; `more` is the rest of the explanation."""

    word: str
    tone: str
    short: str
    more: str


@kept_with_snapshot
def view_status(snapshot: Snapshot, agreement: ShownAgreement) -> StatusView:
    status = agreement.status.status
    short, more = status_words(snapshot, agreement)
    return StatusView(status.value, TONES[status], short, more)
