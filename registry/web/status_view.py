"""An agreement's status on the date in Danish: the word, its tone, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from registry.fields import Scheme
from registry.models import Succession
from registry.snapshot import ShownAgreement, Snapshot
from registry.status import Cause, Status, StatusOn
from registry.web.dates import danish_date, last_day

TONES = {
    Status.IN_FORCE: "success",
    Status.CONTINUED: "success",
    Status.UNSETTLED: "warning",
    Status.COMING: "info",
    Status.REPLACED: "error",
    Status.ENDED: "error",
}
# (in short, the rest): {by} names who or what is behind it, {since} the first day of it,
# {last} the last day before it.
CAUSES: Mapping[tuple[Status, Cause], tuple[str, str]] = {
    (Status.IN_FORCE, Cause.TERM): ("", ""),
    (Status.CONTINUED, Cause.CONTINUATION): ("Videreført i {by}", ""),
    (Status.UNSETTLED, Cause.CONTINUATION): (
        "Videreførelsen er ikke besluttet",
        "{by} lader det stå åbent, om aftalen videreføres.",
    ),
    (Status.UNSETTLED, Cause.NO_CONTINUATION): (
        "Videreførelsen er ikke besluttet",
        "Aftalens periode udløb med {last}.",
    ),
    (Status.UNSETTLED, Cause.PARTY_CEASED): (
        "Parternes afløsning er ikke afklaret",
        "{by} bestod til og med {last}.",
    ),
    (Status.ENDED, Cause.ENDING): ("Gjaldt til og med {last}", ""),
    (Status.ENDED, Cause.CONTINUATION): ("Ikke videreført i {by}", ""),
    (Status.REPLACED, Cause.REPLACEMENT): ("Afløst af {by}", "Afløsningen gælder fra {since}."),
    (Status.COMING, Cause.NOT_BEGUN): ("Ingen udgave er trådt i kraft endnu", ""),
}
SCHEMES = {
    Cause.REPLACEMENT: None,
    Cause.PARTY_CEASED: Scheme.ORGANISATIONS,
    Cause.CONTINUATION: Scheme.HEALTH_AGREEMENTS,
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
    found = agreement.status
    short, more = CAUSES[found.status, found.cause]
    words = _words(snapshot, found)
    more = f"{more.format(**words)} {_successors(snapshot, found)}".strip()
    return StatusView(found.status.value, TONES[found.status], short.format(**words), more)


def _words(snapshot: Snapshot, found: StatusOn) -> dict[str, str]:
    return {
        "by": snapshot.label(SCHEMES.get(found.cause), found.by) if found.by else "",
        "since": danish_date(found.since) if found.since else "",
        "last": last_day(found.since) if found.since else "",
    }


def _successors(snapshot: Snapshot, found: StatusOn) -> str:
    """Who takes a ceased party's place; it says nothing of what becomes of the agreement."""
    if found.cause is not Cause.PARTY_CEASED:
        return ""
    names = [
        snapshot.organisation_name(successor)
        for record in snapshot.records[Succession]
        if isinstance(record, Succession) and found.by in record.predecessors
        for successor in record.successors
    ]
    if not names:
        return ""
    return f"{' og '.join(names)} træder i stedet; hvad der sker med aftalen, er ikke besluttet."
