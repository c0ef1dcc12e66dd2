"""What the catalogue knows of an agreement, told in Danish: for its pages and for
documents.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from registry.catalogue.adoption_progress import progress_of
from registry.catalogue.snapshot import Row, ShownAgreement, ShownVersion, Snapshot
from registry.language.dates import danish_date, iso_date, last_day
from registry.language.sorting import danish_key
from registry.models import Continuation, Succession, Version
from registry.rules.fields import BODY, DATE_PRECISIONS, THREE_FIELDS, Scheme
from registry.rules.kinds import is_statutory
from registry.rules.status import Cause, Status

ILLUSTRATIVE = "Illustrativt eksempel, ikke de vedtagne aftaletekster."
PRECISE, UNKNOWN = frozenset({"day", "month", "year"}), "unknown"
# After what was decided, where no source confirms that it was: an undecided thing needs
# no such word.
UNCONFIRMED = ", men det er ikke bekræftet af en kilde"
UNCONFIRMED_DATE = "dato ikke bekræftet"
ADOPTED_BY_RULE = ("vedtages-foerst", "offentliggoeres-foerst")
# (in short, the rest): {by} names who or what is behind it, {since} the first day of
# it, {last} the last day before it.
CAUSES: Mapping[tuple[Status, Cause], tuple[str, str]] = {
    (Status.IN_FORCE, Cause.PERIOD): ("", ""),
    (Status.IN_FORCE, Cause.LAW): (
        "Følger af loven",
        "Reglen gælder for alle, uanset hvad der er aftalt.",
    ),
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
    (Status.ENDED, Cause.LAPSED): ("Loven gjaldt til og med {last}", ""),
    (Status.ENDED, Cause.CONTINUATION): ("Ikke videreført i {by}", ""),
    (Status.REPLACED, Cause.REPLACEMENT): (
        "Afløst af {by}",
        "Afløsningen gælder fra {since}.",
    ),
    (Status.COMING, Cause.NOT_BEGUN): ("Ingen udgave er trådt i kraft endnu", ""),
}
# Where recommendations stand beside the law, and how their legal basis says so.
NO_LAW = "ikke en lovregel"
BESIDE_LAW = (
    "Følger af loven, men ikke det hele",
    "Loven gælder for alle, uanset hvad der er aftalt. De rækker, hvis lovgrundlag "
    f"siger «{NO_LAW}», er anbefalinger og gælder ikke som lov.",
)
# A law whose first day nobody has seen may well hold before the day it counts from.
BEFORE_LAW_COUNTS = (
    "Fra hvornår loven gælder, er ikke oplyst",
    "Kataloget regner den fra {first} og svarer ikke om tiden før.",
)
# The causes that are there from the first day of the version shown.
BY_OWN_VERSION = frozenset({Cause.PERIOD, Cause.LAW})
SCHEMES = {
    Cause.REPLACEMENT: None,
    Cause.PARTY_CEASED: Scheme.ORGANISATIONS,
    Cause.CONTINUATION: Scheme.HEALTH_AGREEMENTS,
}


def status_words(snapshot: Snapshot, agreement: ShownAgreement) -> tuple[str, str]:
    """Why the status is what it is: in short, as fits beside a row, and the rest in
    whole sentences.
    """
    status = agreement.status
    short, more = _cause(agreement)
    words = _words(snapshot, agreement)
    doubt = "" if status.confirmed or status.status is Status.UNSETTLED else UNCONFIRMED
    successors = successors_in_words(snapshot, status.by, status.cause)

    return (
        f"{short.format(**words)}{doubt}",
        f"{more.format(**words)} {successors}".strip(),
    )


def _cause(agreement: ShownAgreement) -> tuple[str, str]:
    status, shown = agreement.status, agreement.shown
    is_of_law = is_statutory(shown.version.kind) and known_from(shown.version) is None
    if status.cause is Cause.NOT_BEGUN and is_of_law:
        short, more = BEFORE_LAW_COUNTS
        return short, more.format(first=danish_date(shown.in_force_from))
    if status.cause is Cause.LAW and any(is_no_law(row) for row in shown.rows):
        return BESIDE_LAW
    return CAUSES[status.status, status.cause]


def is_no_law(row: Row) -> bool:
    """Whether a row beside rules of law says itself that it is none."""
    return NO_LAW in row.snitflade.legal_basis


def status_sentences(snapshot: Snapshot, agreement: ShownAgreement) -> str:
    """The words of the status as whole sentences; empty where it needs none."""
    short, more = status_words(snapshot, agreement)
    return " ".join(filter(None, (f"{short}." if short else "", more)))


def known_from(version: Version) -> date | None:
    """The first day as far as it is known, that of a month or a year its first day;
    None where no more is known than a period.
    """
    return version.in_force_from if version.date_precision in PRECISE else None


def known_date(version: Version) -> str:
    """The first day as far as it is known: 2022-02-01, 2022-02 or 2022; else empty."""
    known = known_from(version)
    return iso_date(known, version.date_precision) if known else ""


def precision_of(version: Version) -> str:
    """How exactly `known_from` is known, in Danish: dag, måned, år, periode, ukendt."""
    is_known = version.in_force_from or version.date_precision not in PRECISE
    known = version.date_precision or UNKNOWN if is_known else UNKNOWN
    return dict(DATE_PRECISIONS)[known]


def begins(snapshot: Snapshot, version: ShownVersion) -> str:
    """The first day of a version, no more exactly than it is known."""
    stored, made_under = version.version, version.version.made_under
    if known := known_from(stored):
        return danish_date(known, stored.date_precision)
    counted = f"regnes fra {danish_date(version.in_force_from)}"
    period = snapshot.health_agreements.get(made_under or "")
    if period is None or version.in_force_from != period.period_start:
        return f"Datoen kendes ikke; {counted}"
    return f"Datoen kendes ikke; {counted}, da perioden for {period.title} begyndte"


def since(snapshot: Snapshot, version: ShownVersion) -> str:
    """The first day with the reservation that belongs to it: not confirmed, or not
    known.
    """
    stored = version.version
    is_doubted = known_from(stored) is not None and not stored.date_confirmed
    mark = f" ({UNCONFIRMED_DATE})" if is_doubted else ""
    return f"{begins(snapshot, version)}{mark}"


def adoption_sentences(snapshot: Snapshot, version: ShownVersion) -> Sequence[str]:
    """How many of the formal parties have adopted the version, and which have not.

    Nothing where none is known to have decided, unless the agreement's own rule is that
    they do.
    """
    progress = progress_of(snapshot, version)
    is_asked = version.version.adoption_rule in ADOPTED_BY_RULE
    if not progress.of or not (is_asked or len(progress.missing) < progress.of):
        return []

    lines = [f"Vedtaget af {progress.text} formelle parter."]
    for label, slugs in (
        ("Mangler", progress.missing),
        ("Ikke vedtaget af", progress.refused),
    ):
        names = sorted(
            (snapshot.organisation_name(slug) for slug in slugs), key=danish_key
        )
        lines += [f"{label}: {', '.join(names)}."] if names else []

    return lines


def decision_in_words(
    organisation: str, decision: str, on: date, reference: str
) -> str:
    """What a party decided on a text, when, and where that stands written."""
    written = f" ({reference})" if reference else ""
    return f"{organisation}: {decision} {danish_date(on)}{written}"


def signed_reason(version: Version, name: str) -> str:
    """Why a field may stand as it does, signed under "<code>:<field>", a reason for
    each thing found in it; empty without.
    """
    reasons = (
        reason for mark, reason in version.signed.items() if mark.endswith(f":{name}")
    )
    return " ".join(reasons)


def signed_dates(version: Version) -> list[str]:
    """Why whoever approved it let its dates and parties stand though they look wrong:
    all that was signed but for the fields of its text.
    """
    texts = {field.name for field in (*THREE_FIELDS, BODY)}
    return [
        reason
        for mark, reason in version.signed.items()
        if mark.rpartition(":")[2] not in texts
    ]


def since_of(snapshot: Snapshot, agreement: ShownAgreement) -> tuple[date | None, str]:
    """From when the status is as it is, as far as it is known, and how exactly: where a
    version began it, its own or its successor's, as exactly as the version's first day.
    """
    since, began = agreement.status.since, _version_behind(snapshot, agreement)
    if began is None:
        how_exactly = _as_period(snapshot, agreement.status.by, since)
        return since, how_exactly if since else UNKNOWN

    known = known_from(began)
    return known, began.date_precision if known else UNKNOWN


def exactly(snapshot: Snapshot, decision: Continuation) -> str:
    """How exactly the day of a decision on an agreement's place is known: where it is
    the first of the health agreement's period, no more exactly than the period.
    """
    return _as_period(snapshot, decision.health_agreement, decision.effective_on)


def decided_since(snapshot: Snapshot, decision: Continuation) -> str:
    """From when what is decided of an agreement's place counts, as far as it is known:
    1. juli 2019, or only 2024.
    """
    return danish_date(decision.effective_on, exactly(snapshot, decision))


def _as_period(snapshot: Snapshot, slug: str | None, day: date | None) -> str:
    period = snapshot.health_agreements.get(slug or "")
    is_its_first = period is not None and day == period.period_start
    return period.date_precision if period and is_its_first else "day"


def _version_behind(snapshot: Snapshot, agreement: ShownAgreement) -> Version | None:
    """The version that the status began with; None where something else began it."""
    status = agreement.status
    if status.cause in BY_OWN_VERSION:
        return agreement.shown.version
    if status.cause is not Cause.REPLACEMENT:
        return None

    successor = snapshot.agreements.get(status.by or "")
    versions = successor.versions if successor else ()
    return next((v.version for v in versions if v.in_force_from == status.since), None)


def _words(snapshot: Snapshot, agreement: ShownAgreement) -> dict[str, str]:
    status = agreement.status
    by = snapshot.label(SCHEMES.get(status.cause), status.by) if status.by else ""
    if status.since is None:
        return {"by": by, "since": "", "last": ""}

    known, precision = since_of(snapshot, agreement)
    counted = danish_date(status.since)
    since = (
        danish_date(known, precision)
        if known
        else f"en dag, der ikke kendes; den regnes fra {counted}"
    )
    return {"by": by, "since": since, "last": last_day(status.since)}


def successors_in_words(snapshot: Snapshot, party: str | None, cause: Cause) -> str:
    """Who takes a ceased party's place; it says nothing of what becomes of the
    agreement.
    """
    if cause is not Cause.PARTY_CEASED:
        return ""

    names = [
        snapshot.organisation_name(successor)
        for record in snapshot.records[Succession]
        if isinstance(record, Succession) and party in record.predecessors
        for successor in record.successors
    ]
    if not names:
        return ""

    return (
        f"{' og '.join(names)} træder i stedet; hvad der sker med aftalen, er ikke "
        "besluttet."
    )
