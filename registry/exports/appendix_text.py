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
    AppendixAgreement,
)
from registry.exports.appendix_content import AppendixContent
from registry.exports.appendix_data import BASIS, BEGINS, DECISION, WHY
from registry.exports.appendix_rows import row_blocks, what_silence_means
from registry.exports.appendix_sentences import (
    change_lines,
    counted,
    decided_in_words,
    names_narrowed_to,
    narrowed_to,
    narrowing_in_words,
    statement,
    undecided_counted,
)
from registry.exports.appendix_shared import (
    AS_ABOVE,
    common_reason,
    municipalities_in_words,
    note_on_confirmation,
    note_on_days,
    note_on_decisions,
    parties_in_words,
    since_in_words,
    undecided_in_words,
    why_of,
)
from registry.exports.column_widths import fitting
from registry.exports.passages import field_blocks, footer
from registry.exports.request import OWN_WORDS
from registry.language.dates import danish_date, whole_period
from registry.language.moments import danish_moment
from registry.markup.markdown_html import slug
from registry.rules.party_roles import MUNICIPALITIES

TITLE = "Appendiks: Eksisterende aftaler"
UNSETTLED = "Aftaler, der afklares"
CHANGES = "Ændringer siden {}"
PROVENANCE = "Om dette appendiks"
GROUP, WITHIN, AGREEMENT, FIELD_LEVEL = 2, 3, 4, 5
SHORT_HEAD = ("Aftale", "Udgave", "Status", BEGINS.label)


def document_of(appendix: AppendixContent) -> Document:
    """The appendix as the blocks that every format of text writes."""
    blocks = [
        Heading(1, _title(appendix), "appendiks"),
        *_sender_and_meeting(appendix),
        paragraph(statement(appendix)),
        *_reservations(appendix),
        Contents(),
        *_list(appendix),
        *_unsettled(appendix),
        *_changes(appendix),
        *_provenance(appendix),
    ]

    title = f"{_title(appendix)}, {appendix.health_agreement.title}"
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


def _title(appendix: AppendixContent) -> str:
    """Also at the head of every page: a list that is not the whole says so there."""
    names = names_narrowed_to(appendix)
    return f"{TITLE} – {names}" if names else TITLE


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

    if narrowing := narrowing_in_words(appendix):
        yield paragraph(narrowing, note=True)

    if number := len(appendix.unsettled):
        agreements = "1 aftale" if number == 1 else f"{number} aftaler"
        are = "Den er" if number == 1 else "De er"
        yield paragraph(
            f"For {agreements} er det ikke afklaret, hvad der skal ske. {are} ikke "
            f"med i listen, men står for sig under «{UNSETTLED}»."
        )

    if undecided := undecided_in_words(appendix):
        yield paragraph(undecided)

    notes = (
        note_on_confirmation(appendix.agreements),
        note_on_days(appendix.agreements),
        note_on_decisions(appendix),
        what_silence_means() if appendix.request.rows else "",
    )
    yield from (paragraph(note, note=True) for note in notes if note)

    if not appendix.is_within_period:
        health = appendix.health_agreement
        period = whole_period(
            health.period_start, health.period_end, health.date_precision
        )
        yield paragraph(
            f"Datoen ligger uden for sundhedsaftalens periode, som går fra {period}.",
            note=True,
        )


def _list(appendix: AppendixContent) -> Iterator[Block]:
    for kind, in_kind in groupby(appendix.continued, key=lambda e: e.kind):
        yield Heading(GROUP, kind, f"type-{slug(kind)}")
        for focus, agreements in groupby(in_kind, key=lambda e: e.focus):
            yield Heading(WITHIN, focus, f"type-{slug(kind)}-{slug(focus)}")
            yield from _agreements(appendix, list(agreements))


def _unsettled(appendix: AppendixContent) -> Iterator[Block]:
    if not appendix.unsettled:
        return
    yield Heading(GROUP, UNSETTLED, "afklares")
    if common := common_reason(appendix):
        yield paragraph(f"Hvor der står «{AS_ABOVE}», gælder det samme: {common}")
    for kind, agreements in groupby(appendix.unsettled, key=lambda e: e.kind):
        yield Heading(WITHIN, kind, f"afklares-{slug(kind)}")
        yield from _agreements(appendix, list(agreements))


def _agreements(
    appendix: AppendixContent, agreements: Sequence[AppendixAgreement]
) -> Iterator[Block]:
    if appendix.request.full:
        for agreement in agreements:
            yield from _whole(appendix, agreement)
        return

    yield _short(agreements, common_reason(appendix))
    if appendix.request.rows:
        for agreement in agreements:
            if agreement.rows:
                yield from row_blocks(
                    appendix.snapshot, agreement.title, agreement.rows
                )


def _short(agreements: Sequence[AppendixAgreement], common: str) -> Table:
    """A line for each; what was decided and what is open where any of them says so."""
    more = [
        (name, texts)
        for name, texts in (
            (DECISION, [e.decided if e.is_decided else "" for e in agreements]),
            (WHY, [why_of(e, common) for e in agreements]),
        )
        if any(texts)
    ]

    head = (*SHORT_HEAD, *(name for name, _ in more))
    rows = tuple(
        (
            text(Span(agreement.title, href=agreement.address)),
            text(str(agreement.version)),
            text(agreement.status.value),
            text(since_in_words(agreement)),
            *(text(texts[at] or "–") for _, texts in more),
        )
        for at, agreement in enumerate(agreements)
    )
    title = f"Aftaler: {agreements[0].kind}"
    return Table(title, head, rows, fitting(head, rows), heads_rows=True)


def _whole(appendix: AppendixContent, agreement: AppendixAgreement) -> Iterator[Block]:
    yield Heading(AGREEMENT, agreement.title, f"aftale-{agreement.slug}")
    yield _agreement_facts(appendix.snapshot, agreement)

    for field in agreement.fields:
        yield from field_blocks(
            field, level=FIELD_LEVEL, anchor=f"aftale-{agreement.slug}"
        )
    if appendix.request.rows and agreement.rows:
        yield Heading(FIELD_LEVEL, "Hvem gør hvad", f"aftale-{agreement.slug}-raekker")
        yield from row_blocks(appendix.snapshot, agreement.title, agreement.rows)


def _agreement_facts(
    snapshot: Snapshot, agreement: AppendixAgreement
) -> LabelledValues:
    adopted = "; ".join(decided_in_words(decided) for decided in agreement.decisions)

    return facts(
        (
            fact("Udgave", str(agreement.version)),
            fact("Status", agreement.status.value),
            fact(BEGINS.label, since_in_words(agreement)),
            fact(WHY, agreement.why),
            fact(DECISION, agreement.decided),
            fact(FOCUS_AREAS.label, ", ".join(agreement.focus_areas)),
            *(
                fact(role, parties_in_words(snapshot, ns))
                for role, ns in agreement.parties
            ),
            fact("Vedtagelse", agreement.adoption),
            fact("Parternes beslutninger", adopted),
            fact(BASIS.label, "; ".join(agreement.legal_basis)),
            fact("Adresse", Span(agreement.address, href=agreement.address)),
        )
    )


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
            fact(MUNICIPALITIES, municipalities_in_words(appendix)),
            fact("Videreføres", counted(len(appendix.continued))),
            fact("Afklares", counted(len(appendix.unsettled))),
            fact("Ikke besluttet", undecided_counted(appendix)),
            fact("Fingeraftryk (SHA-256)", appendix.fingerprint),
            fact("Adresse", Span(appendix.address, href=appendix.address)),
        )
    )

    yield paragraph(
        "Fingeraftrykket dækker de udgaver, vedtagelser og afgørelser, som indgår. "
        "Samme forespørgsel giver samme dokument.",
        note=True,
    )
