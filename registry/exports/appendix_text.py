"""The appendix as a document: the chapter that councils read."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from registry.catalogue.agreement_words import ILLUSTRATIVE
from registry.catalogue.snapshot import Snapshot
from registry.documents.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    LabelledValues,
    Paragraph,
    Span,
    Table,
    bullets,
    fact,
    facts,
    in_order,
    paragraph,
    text,
)
from registry.exports.appendix_agreements import (
    FOCUS_AREAS,
    UNCONFIRMED_ROW,
    AppendixAgreement,
)
from registry.exports.appendix_content import AppendixContent
from registry.exports.appendix_data import BASIS, BEGINS
from registry.exports.appendix_rows import row_table
from registry.exports.appendix_sentences import (
    DECIDED_TO,
    change_lines,
    decided_in_words,
    narrowed_to,
    statement,
)
from registry.exports.appendix_shared import (
    AS_ABOVE,
    common_reason,
    note_on_days,
    note_on_decisions,
    told_municipalities,
    told_parties,
    told_since,
    why_of,
)
from registry.exports.passages import field_blocks, footer
from registry.exports.request import OWN_WORDS
from registry.language.dates import danish_date, last_day
from registry.language.moments import danish_moment
from registry.markup.markdown_html import slug
from registry.models import Continuation

TITLE = "Appendiks: Eksisterende aftaler"
UNSETTLED = "Aftaler, der afklares"
CHANGES = "Ændringer siden {}"
PROVENANCE = "Om dette appendiks"
GROUP, WITHIN, AGREEMENT, FIELD_LEVEL = 2, 3, 4, 5
SHORT_HEAD = ("Aftale", "Udgave", "Status", BEGINS.label)
SHORT_WIDTHS, WHY_WIDTH = (34, 9, 11, 20), 40


def document_of(appendix: AppendixContent) -> Document:
    """The appendix as the blocks that every format of text writes."""
    blocks = [
        Heading(1, TITLE, "appendiks"),
        *_sender_and_meeting(appendix),
        paragraph(statement(appendix)),
        *_reservations(appendix),
        Contents(),
        *_list(appendix),
        *_unsettled(appendix),
        *_changes(appendix),
        *_provenance(appendix),
    ]

    title = f"{TITLE}, {appendix.health_agreement.title}"
    return Document(
        title=title,
        subject=(
            f"De aftaler, der videreføres pr. {danish_date(appendix.request.moment.pr)}"
        ),
        changed=appendix.changed,
        blocks=in_order(blocks),
        footer=footer(appendix.is_illustrative, appendix.fingerprint),
        header=f"{title} · pr. {danish_date(appendix.request.moment.pr)}",
        level=appendix.request.level,
    )


def _sender_and_meeting(appendix: AppendixContent) -> Iterator[LabelledValues]:
    """Who sends it, and to what meeting, where that was said."""
    given = facts(
        fact(parameter.label, getattr(appendix.request, parameter.name))
        for parameter in OWN_WORDS
    )
    if given.facts:
        yield given


def _reservations(appendix: AppendixContent) -> Iterator[Paragraph]:
    if appendix.is_illustrative:
        yield paragraph(ILLUSTRATIVE, note=True)

    if narrowed := narrowed_to(appendix):
        bounds = "; ".join(f"{label}: {value}" for label, value in narrowed)
        yield paragraph(f"Listen er afgrænset til {bounds}.", note=True)

    if number := len(appendix.unsettled):
        agreements = "1 aftale" if number == 1 else f"{number} aftaler"
        are = "Den er" if number == 1 else "De er"
        yield paragraph(
            f"For {agreements} er det ikke afklaret, hvad der skal ske. {are} ikke "
            f"med i listen, men står for sig under «{UNSETTLED}»."
        )

    notes = (note_on_days(appendix.entries), note_on_decisions(appendix))
    yield from (paragraph(note, note=True) for note in notes if note)

    if not appendix.is_within_period:
        health = appendix.health_agreement
        yield paragraph(
            "Datoen ligger uden for sundhedsaftalens periode, som går fra "
            f"{danish_date(health.period_start)} til og med "
            f"{last_day(health.period_end)}.",
            note=True,
        )


def _list(appendix: AppendixContent) -> Iterator[Block]:
    for kind, in_kind in groupby(appendix.continued, key=lambda e: e.kind):
        yield Heading(GROUP, kind, f"type-{slug(kind)}")
        for focus, entries in groupby(in_kind, key=lambda e: e.focus):
            yield Heading(WITHIN, focus, f"type-{slug(kind)}-{slug(focus)}")
            yield from _entries(appendix, list(entries))


def _unsettled(appendix: AppendixContent) -> Iterator[Block]:
    if not appendix.unsettled:
        return
    yield Heading(GROUP, UNSETTLED, "afklares")
    if common := common_reason(appendix):
        yield paragraph(f"Hvor der står «{AS_ABOVE}», gælder det samme: {common}")
    for kind, entries in groupby(appendix.unsettled, key=lambda e: e.kind):
        yield Heading(WITHIN, kind, f"afklares-{slug(kind)}")
        yield from _entries(appendix, list(entries))


def _entries(
    appendix: AppendixContent, entries: Sequence[AppendixAgreement]
) -> Iterator[Block]:
    if appendix.request.full:
        for entry in entries:
            yield from _whole(appendix, entry)
        return

    yield _short(entries, common_reason(appendix))
    if appendix.request.rows:
        yield from (
            row_table(appendix.snapshot, e.title, e.rows) for e in entries if e.rows
        )


def _short(entries: Sequence[AppendixAgreement], common: str) -> Table:
    with_why = any(entry.why for entry in entries)

    return Table(
        title=f"Aftaler: {entries[0].kind}",
        head=(*SHORT_HEAD, *(["Hvad er uafklaret"] if with_why else [])),
        rows=tuple(
            (
                text(Span(entry.title, href=entry.address)),
                text(str(entry.version)),
                text(entry.status.value),
                text(told_since(entry)),
                *([text(why_of(entry, common))] if with_why else []),
            )
            for entry in entries
        ),
        widths=(*SHORT_WIDTHS, *([WHY_WIDTH] if with_why else [])),
        heads_rows=True,
    )


def _whole(appendix: AppendixContent, entry: AppendixAgreement) -> Iterator[Block]:
    yield Heading(AGREEMENT, entry.title, f"aftale-{entry.slug}")
    yield _entry_facts(appendix.snapshot, entry)
    for field in entry.fields:
        yield from field_blocks(field, level=FIELD_LEVEL, anchor=f"aftale-{entry.slug}")
    if appendix.request.rows and entry.rows:
        yield Heading(FIELD_LEVEL, "Hvem gør hvad", f"aftale-{entry.slug}-raekker")
        yield row_table(appendix.snapshot, entry.title, entry.rows)


def _entry_facts(snapshot: Snapshot, entry: AppendixAgreement) -> LabelledValues:
    adopted = "; ".join(decided_in_words(decided) for decided in entry.decisions)

    return facts(
        (
            fact("Udgave", str(entry.version)),
            fact("Status", entry.status.value),
            fact(BEGINS.label, told_since(entry)),
            fact("Hvad er uafklaret", entry.why),
            fact("Beslutning", _decision(entry.continuation)),
            fact(FOCUS_AREAS.label, ", ".join(entry.focus_areas)),
            *(fact(role, told_parties(snapshot, ns)) for role, ns in entry.parties),
            fact("Vedtagelse", entry.adoption),
            fact("Parternes beslutninger", adopted),
            fact(BASIS.label, "; ".join(entry.legal_basis)),
            fact("Adresse", Span(entry.address, href=entry.address)),
        )
    )


def _decision(continuation: Continuation | None) -> str:
    if continuation is None:
        return "Ikke besluttet"
    label = DECIDED_TO[continuation.decision].capitalize()
    mark = "" if continuation.confirmed else f" ({UNCONFIRMED_ROW})"
    return f"{label} fra {danish_date(continuation.effective_on)}{mark}"


def _changes(appendix: AppendixContent) -> Iterator[Block]:
    if appendix.changes is None or appendix.request.since is None:
        return
    yield Heading(
        GROUP, CHANGES.format(danish_date(appendix.request.since)), "aendringer"
    )
    lines = change_lines(appendix)
    yield bullets(lines) if lines else paragraph("Listen er den samme.")


def _provenance(appendix: AppendixContent) -> Iterator[Block]:
    request = appendix.request
    undecided = appendix.selection.undecided
    names = "; ".join(a.shown.version.title for a in undecided)

    yield Heading(GROUP, PROVENANCE, "om-appendikset")

    yield facts(
        (
            fact("Sundhedsaftale", appendix.health_agreement.title),
            fact("Gælder pr.", danish_date(request.moment.pr)),
            fact(
                "Vist",
                danish_moment(request.moment.vist) if request.moment.vist else "",
            ),
            fact("Senest registreret", danish_moment(appendix.changed)),
            fact("Omfang", "fuldt" if request.full else "kort"),
            *(fact(label, value) for label, value in narrowed_to(appendix)),
            fact("Kommunerne", told_municipalities(appendix)),
            fact("Videreføres", _counted(len(appendix.continued))),
            fact("Afklares", _counted(len(appendix.unsettled))),
            fact(
                "Ikke besluttet",
                f"{_counted(len(undecided))}{f': {names}' if names else ''}",
            ),
            fact("Fingeraftryk (SHA-256)", appendix.fingerprint),
            fact("Adresse", Span(appendix.address, href=appendix.address)),
        )
    )

    yield paragraph(
        "Fingeraftrykket dækker de udgaver, vedtagelser og afgørelser, som indgår. "
        "Samme forespørgsel giver samme dokument.",
        note=True,
    )


def _counted(number: int) -> str:
    return "1 aftale" if number == 1 else f"{number} aftaler"
