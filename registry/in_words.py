"""What the catalogue knows of an agreement, told in Danish: for its pages and for documents."""

from collections.abc import Mapping, Sequence

from registry.danish_dates import danish_date, last_day
from registry.fields import Field, Kind, Scheme
from registry.models import Succession, Version
from registry.publishing.adoptions import progress_of
from registry.snapshot import Row, ShownAgreement, ShownVersion, Snapshot
from registry.sorting import danish_key
from registry.status import Cause, Status, StatusOn

ADOPTED_BY_RULE = ("vedtages-foerst", "offentliggoeres-foerst")
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


def status_words(snapshot: Snapshot, agreement: ShownAgreement) -> tuple[str, str]:
    """Why the status is what it is: in short, as fits a card, and the rest in whole sentences."""
    found = agreement.status
    short, more = CAUSES[found.status, found.cause]
    words = _words(snapshot, found)
    return short.format(**words), f"{more.format(**words)} {_successors(snapshot, found)}".strip()


def begins(snapshot: Snapshot, version: ShownVersion) -> str:
    """The first day of a version, no more exactly than it is known."""
    stored, made_under = version.version, version.version.made_under
    if stored.date_precision in {"day", "month", "year"} and stored.in_force_from:
        return danish_date(stored.in_force_from, stored.date_precision)
    counted = f"regnes fra {danish_date(version.in_force_from)}"
    if made_under is None:
        return f"Datoen kendes ikke; {counted}"
    period = snapshot.label(Scheme.HEALTH_AGREEMENTS, made_under)
    return f"Datoen kendes ikke; {counted}, da perioden for {period} begyndte"


def adoption_sentences(snapshot: Snapshot, version: ShownVersion) -> Sequence[str]:
    """How many of the formal parties have adopted the version, and which have not.

    Nothing where none is known to have decided, unless the agreement's own rule is that they do.
    """
    found = progress_of(snapshot, version)
    is_asked = version.version.adoption_rule in ADOPTED_BY_RULE
    if not found.of or not (is_asked or len(found.missing) < found.of):
        return []
    lines = [f"Vedtaget af {found.text} formelle parter."]
    for label, slugs in (("Mangler", found.missing), ("Ikke vedtaget af", found.refused)):
        names = sorted((snapshot.organisation_name(slug) for slug in slugs), key=danish_key)
        lines += [f"{label}: {', '.join(names)}."] if names else []
    return lines


def signed_reason(version: Version, name: str) -> str:
    """Why a field may stand as it does, signed under "<code>:<field>"; empty without."""
    found = (reason for mark, reason in version.signed.items() if mark.endswith(f":{name}"))
    return next(found, "")


def field_labels(snapshot: Snapshot, row: Row, field: Field) -> list[str]:
    """The Danish labels of a field that holds keys."""
    value = getattr(row.snitflade, field.name)
    keys = value if field.kind is Kind.KEYS else [value]
    return [snapshot.label(field.scheme, key) for key in keys if key]


def field_text(snapshot: Snapshot, row: Row, field: Field) -> str:
    """A field's value as readers see it, in one line."""
    if field.name == "confirmed":
        return "ja" if row.confirmed else "nej"
    if field.kind in {Kind.KEY, Kind.KEYS}:
        return ", ".join(field_labels(snapshot, row, field))
    value = getattr(row.snitflade, field.name)
    return "" if value is None else str(value)


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
