"""The appendix as a document: the chapter that councils read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from registry.danish_dates import danish_date, danish_moment, last_day
from registry.documents.blocks import (
    Block,
    Contents,
    Document,
    Facts,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    bullets,
    fact,
    facts,
    in_order,
    paragraph,
    text,
)
from registry.documents.richtext import blocks_of
from registry.exports.entries import UNCONFIRMED_ROW, Decided, Entry, FieldEntry
from registry.exports.findings import Findings
from registry.exports.request import NARROWING
from registry.fields import ROW_FIELDS
from registry.in_words import field_text
from registry.models import Continuation
from registry.publishing.record_kinds import DECISION_LABELS
from registry.render import slug
from registry.snapshot import Row, ShownAgreement, Snapshot

TITLE = "Appendiks: Eksisterende aftaler"
ILLUSTRATIVE = "Illustrativt eksempel, ikke de vedtagne aftaletekster."
UNSETTLED = "Aftaler, der afklares"
CHANGES = "Ændringer siden {}"
PROVENANCE = "Om dette appendiks"
GROUP, WITHIN, AGREEMENT, FIELD = 2, 3, 4, 5
# The columns of a row's table, and the fields that stand in each, one on a line: with a column
# for every field the words would not fit a page.
TASK_LINES = ("situation", "phase", "target_groups", "does_not_apply_to", "legal_basis")
LIABLE_LINES = ("authority", "payer", "treatment_responsible")
ROW_HEAD = ("Opgave", "Udføres af", "Frist", "Myndighed, betaling og behandlingsansvar")
ROW_WIDTHS = (9, 5, 4, 7)
SHORT_HEAD = ("Aftale", "Udgave", "Status", "I kraft fra", "Adresse")
SHORT_WIDTHS, WHY_WIDTH = (22, 9, 10, 16, 22), 21
DECIDED_TO = dict(DECISION_LABELS)
BY_NAME = {field.name: field for field in ROW_FIELDS}


def document_of(found: Findings) -> Document:
    blocks = [
        Heading(1, TITLE, "appendiks"),
        paragraph(statement(found)),
        *_reservations(found),
        Contents(),
        *_list(found),
        *_unsettled(found),
        *_changes(found),
        *_provenance(found),
    ]
    return Document(
        title=f"{TITLE}, {found.health_agreement.title}",
        subject=f"De aftaler, der videreføres pr. {danish_date(found.request.moment.pr)}",
        changed=found.changed,
        blocks=in_order(blocks),
        footer=ILLUSTRATIVE if found.is_illustrative else "",
        level=found.request.level,
    )


def statement(found: Findings) -> str:
    """What the chapter is there to say; its number is that of the list."""
    on, title = danish_date(found.request.moment.pr), found.health_agreement.title
    number = len(found.continued)
    if number == 0:
        return f"Pr. {on} er det ikke besluttet om nogen aftale, at den videreføres under {title}."
    if number == 1:
        told = "Følgende 1 eksisterende aftale videreføres"
    else:
        told = f"Følgende {number} eksisterende aftaler, forløbsprogrammer mv. videreføres"
    return f"{told} under {title} og er således fortsat gældende pr. {on}."


def narrowed_to(found: Findings) -> list[tuple[str, str]]:
    """What the list is narrowed to: label and value."""
    return [
        (parameter.label, found.snapshot.label(scheme, value))
        for parameter, scheme in NARROWING
        if (value := getattr(found.request, parameter.name))
    ]


def change_lines(found: Findings) -> list[str]:
    """What has changed in the list, one line for each agreement."""
    if found.changes is None:
        return []
    return [
        *(f"Kommet til: {_named(a)}." for a in found.changes.added),
        *(f"Ny udgave: {_named(a)} (før udgave {old.number})." for a, old in found.changes.renewed),
        *(f"Udgået: {a.shown.version.title}. {_left(found, a)}" for a in found.changes.removed),
    ]


def told(decided: Decided) -> str:
    """A party's decision in words."""
    reference = f" ({decided.reference})" if decided.reference else ""
    return f"{decided.organisation}: {decided.decision} {danish_date(decided.on)}{reference}"


def row_table(snapshot: Snapshot, title: str, rows: Iterable[Row]) -> Table:
    """The rows of one agreement: who does what."""
    cells = tuple(_cells(snapshot, row) for row in rows)
    return Table(f"Snitflader: {title}", ROW_HEAD, cells, ROW_WIDTHS)


def field_blocks(field: FieldEntry, *, level: int, anchor: str) -> Iterator[Block]:
    """One of the three fields under its heading, with the reason signed for what is not there."""
    yield Heading(level, field.label, f"{anchor}-{slug(field.label)}")
    yield from blocks_of(field.text, level=level + 1, anchor=f"{anchor}-{slug(field.label)}")
    if not field.text:
        yield paragraph("Ikke udfyldt.", note=True)
    if field.reason:
        yield paragraph(f"Begrundelse ved godkendelsen: {field.reason}", note=True)


def _reservations(found: Findings) -> Iterator[Paragraph]:
    if found.is_illustrative:
        yield paragraph(ILLUSTRATIVE, note=True)
    if narrowed := narrowed_to(found):
        told = "; ".join(f"{label}: {value}" for label, value in narrowed)
        yield paragraph(f"Listen er afgrænset til {told}.", note=True)
    if number := len(found.unsettled):
        told = "1 aftale" if number == 1 else f"{number} aftaler"
        are = "Den er" if number == 1 else "De er"
        yield paragraph(
            f"For {told} er det ikke afklaret, hvad der skal ske. {are} ikke med i listen, men "
            f"står for sig under «{UNSETTLED}»."
        )
    if not found.is_within_period:
        health = found.health_agreement
        yield paragraph(
            f"Datoen ligger uden for sundhedsaftalens periode, som går fra "
            f"{danish_date(health.period_start)} til og med {last_day(health.period_end)}.",
            note=True,
        )


def _list(found: Findings) -> Iterator[Block]:
    for kind, in_kind in groupby(found.continued, key=lambda e: e.kind):
        yield Heading(GROUP, kind, f"type-{slug(kind)}")
        for focus, entries in groupby(in_kind, key=lambda e: e.focus):
            yield Heading(WITHIN, focus, f"type-{slug(kind)}-{slug(focus)}")
            yield from _entries(found, list(entries))


def _unsettled(found: Findings) -> Iterator[Block]:
    if not found.unsettled:
        return
    yield Heading(GROUP, UNSETTLED, "afklares")
    for kind, entries in groupby(found.unsettled, key=lambda e: e.kind):
        yield Heading(WITHIN, kind, f"afklares-{slug(kind)}")
        yield from _entries(found, list(entries))


def _entries(found: Findings, entries: Sequence[Entry]) -> Iterator[Block]:
    if found.request.full:
        for entry in entries:
            yield from _whole(found, entry)
        return
    yield _short(entries)
    if found.request.rows:
        yield from (row_table(found.snapshot, e.title, e.rows) for e in entries if e.rows)


def _short(entries: Sequence[Entry]) -> Table:
    with_why = any(entry.why for entry in entries)
    return Table(
        title=f"Aftaler: {entries[0].kind}",
        head=(*SHORT_HEAD, *(["Hvad er uafklaret"] if with_why else [])),
        rows=tuple(
            (
                text(entry.title),
                text(str(entry.version)),
                text(entry.status.value),
                text(entry.since),
                text(Span(entry.address, href=entry.address)),
                *([text(entry.why)] if with_why else []),
            )
            for entry in entries
        ),
        widths=(*SHORT_WIDTHS, *([WHY_WIDTH] if with_why else [])),
    )


def _whole(found: Findings, entry: Entry) -> Iterator[Block]:
    yield Heading(AGREEMENT, entry.title, f"aftale-{entry.slug}")
    yield _facts(entry)
    for field in entry.fields:
        yield from field_blocks(field, level=FIELD, anchor=f"aftale-{entry.slug}")
    if found.request.rows and entry.rows:
        yield Heading(FIELD, "Hvem gør hvad", f"aftale-{entry.slug}-raekker")
        yield row_table(found.snapshot, entry.title, entry.rows)


def _facts(entry: Entry) -> Facts:
    adopted = "; ".join(told(decided) for decided in entry.decisions)
    return facts(
        (
            fact("Udgave", str(entry.version)),
            fact("Status", entry.status.value),
            fact("I kraft fra", entry.since),
            fact("Hvad er uafklaret", entry.why),
            fact("Beslutning", _decision(entry.continuation)),
            fact("Fokusområder", ", ".join(entry.focus_areas)),
            *(fact(role, ", ".join(names)) for role, names in entry.parties),
            fact("Vedtagelse", entry.adoption),
            fact("Parternes beslutninger", adopted or "Ingen er registreret i kataloget."),
            fact("Lovgrundlag", "; ".join(entry.legal_basis)),
            fact("Adresse", Span(entry.address, href=entry.address)),
        )
    )


def _decision(continuation: Continuation | None) -> str:
    if continuation is None:
        return "Ikke besluttet"
    label = DECIDED_TO[continuation.decision].capitalize()
    mark = "" if continuation.confirmed else f" ({UNCONFIRMED_ROW})"
    return f"{label} fra {danish_date(continuation.effective_on)}{mark}"


def _cells(snapshot: Snapshot, row: Row) -> tuple[Text, ...]:
    mark = "" if row.confirmed else f" ({UNCONFIRMED_ROW})"
    conditions = "".join(f"\n{line}" for line in _lines(snapshot, row, TASK_LINES))
    return (
        text(Span(row.snitflade.task, bold=True), mark, conditions),
        text(field_text(snapshot, row, BY_NAME["responsible"]) or "–"),
        text(row.snitflade.deadline or "–"),
        text("\n".join(_lines(snapshot, row, LIABLE_LINES))),
    )


def _lines(snapshot: Snapshot, row: Row, names: Sequence[str]) -> list[str]:
    """Fields of a row that have a value, each with its label."""
    found = ((BY_NAME[name].label, field_text(snapshot, row, BY_NAME[name])) for name in names)
    return [f"{label}: {value}" for label, value in found if value]


def _changes(found: Findings) -> Iterator[Block]:
    if found.changes is None or found.request.since is None:
        return
    yield Heading(GROUP, CHANGES.format(danish_date(found.request.since)), "aendringer")
    lines = change_lines(found)
    yield bullets(lines) if lines else paragraph("Listen er den samme.")


def _named(agreement: ShownAgreement) -> str:
    return f"{agreement.shown.version.title}, udgave {agreement.shown.number}"


def _left(found: Findings, agreement: ShownAgreement) -> str:
    """Why an agreement is no longer in the list: its status, or the decision."""
    decision = found.selection.decision(agreement.slug)
    told = f"Status er nu {agreement.status.status.value}"
    return f"{told}; besluttet: {DECIDED_TO[decision.decision]}." if decision else f"{told}."


def _provenance(found: Findings) -> Iterator[Block]:
    request = found.request
    undecided = found.selection.undecided
    names = "; ".join(a.shown.version.title for a in undecided)
    yield Heading(GROUP, PROVENANCE, "om-appendikset")
    yield facts(
        (
            fact("Sundhedsaftale", found.health_agreement.title),
            fact("Gælder pr.", danish_date(request.moment.pr)),
            fact("Vist", danish_moment(request.moment.vist) if request.moment.vist else ""),
            fact("Senest registreret", danish_moment(found.changed)),
            fact("Omfang", "fuldt" if request.full else "kort"),
            *(fact(label, value) for label, value in narrowed_to(found)),
            fact("Videreføres", _counted(len(found.continued))),
            fact("Afklares", _counted(len(found.unsettled))),
            fact("Ikke besluttet", f"{_counted(len(undecided))}{f': {names}' if names else ''}"),
            fact("Fingeraftryk (SHA-256)", found.fingerprint),
            fact("Adresse", Span(found.address, href=found.address)),
        )
    )
    yield paragraph(
        "Fingeraftrykket dækker de udgaver, vedtagelser og afgørelser, som indgår. Samme "
        "forespørgsel giver samme dokument.",
        note=True,
    )


def _counted(number: int) -> str:
    return "1 aftale" if number == 1 else f"{number} aftaler"
