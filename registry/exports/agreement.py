"""One version of an agreement as a document: everything it says, row by row."""

from collections.abc import Iterator
from typing import Any

from registry import addresses
from registry.danish_dates import danish_date, danish_moment
from registry.documents.blocks import (
    Block,
    Contents,
    Document,
    Facts,
    Heading,
    Span,
    Table,
    Text,
    fact,
    facts,
    in_order,
    paragraph,
    text,
)
from registry.documents.richtext import blocks_of
from registry.exports.appendix_text import ILLUSTRATIVE, field_blocks, told
from registry.exports.entries import decided_of, fields_of, parties_of
from registry.exports.publication import Publication
from registry.fields import BODY, CHOICE_LABELS, RELATION_LABELS, ROW_FIELDS, VERSION_FIELDS, Kind
from registry.fields import Field as CatalogueField
from registry.in_words import adoption_sentences, begins, field_text, status_words
from registry.publishing.adoptions import progress_of
from registry.snapshot import Row, ShownAgreement, ShownVersion, Snapshot

# These stand elsewhere in the document.
NOT_AMONG_FACTS = frozenset({"title", "summary", "illustrative"})
ROW_HEAD, ROW_WIDTHS = ("Felt", "Indhold"), (1, 3)
YES_NO = {True: "ja", False: "nej"}


def agreement(
    snapshot: Snapshot, found: ShownAgreement, shown: ShownVersion, public_url: str
) -> Publication:
    """One version of an agreement, with its status at the snapshot's moment."""
    version = shown.version
    blocks = [
        Heading(1, version.title, "aftale"),
        paragraph(version.summary),
        *([paragraph(ILLUSTRATIVE, note=True)] if version.illustrative else []),
        Contents(),
        Heading(2, "Om aftalen", "om"),
        _facts(snapshot, found, shown),
        *(b for f in fields_of(shown) for b in field_blocks(f, level=2, anchor="felt")),
        *_rows(snapshot, shown),
        *_body(version.body),
        Heading(2, "Om dette dokument", "om-dokumentet"),
        _provenance(snapshot, found, shown, public_url),
    ]
    return Publication(
        name=f"{found.slug}-udgave-{shown.number}",
        document=Document(
            title=version.title,
            subject=f"Udgave {shown.number}",
            changed=version.recorded_at,
            blocks=in_order(blocks),
            footer=ILLUSTRATIVE if version.illustrative else "",
        ),
    )


def _facts(snapshot: Snapshot, found: ShownAgreement, shown: ShownVersion) -> Facts:
    """The version's short fields, its parties and relations, and what the parties decided."""
    decisions = [told(decided_of(snapshot, r)) for r in progress_of(snapshot, shown).decisions]
    status = found.status.status.value
    is_shown = shown.number == found.shown.number
    return facts(
        (
            fact("Udgave", str(shown.number)),
            fact("Status", status if is_shown else ""),
            fact(
                "Om status",
                " ".join(filter(None, status_words(snapshot, found))) if is_shown else "",
            ),
            *(
                fact(field.label, _value(snapshot, shown, field))
                for field in VERSION_FIELDS
                if field.kind is not Kind.MARKDOWN and field.name not in NOT_AMONG_FACTS
            ),
            *(fact(role, ", ".join(names)) for role, names in parties_of(snapshot, shown)),
            *(
                fact(RELATION_LABELS[relation.kind], snapshot.label(None, relation.agreement))
                for relation in shown.relations
            ),
            fact("Vedtagelse", " ".join(adoption_sentences(snapshot, shown))),
            fact("Parternes beslutninger", "; ".join(decisions)),
        )
    )


def _value(snapshot: Snapshot, shown: ShownVersion, field: CatalogueField) -> str:
    """A field of the version as text; a date no more exactly than it is known."""
    value: Any = getattr(shown.version, field.name)
    if field.name == "in_force_from":
        return begins(snapshot, shown)
    if field.kind is Kind.DATE:
        return danish_date(value) if value else ""
    if field.kind is Kind.FLAG:
        return YES_NO[bool(value)]
    if field.kind is Kind.TEXTS:
        return "\n".join(value or ())
    keys = value if isinstance(value, list) else [value] if value else []
    if field.scheme is None:
        return ", ".join(CHOICE_LABELS.get(str(key), str(key)) for key in keys)
    return ", ".join(snapshot.label(field.scheme, key) for key in keys)


def _rows(snapshot: Snapshot, shown: ShownVersion) -> Iterator[Block]:
    if not shown.rows:
        return
    yield Heading(2, "Hvem gør hvad", "raekker")
    for row in shown.rows:
        yield Heading(3, row.snitflade.task, f"raekke-{row.snitflade.key}")
        yield Table("", ROW_HEAD, tuple(_row_lines(snapshot, row)), ROW_WIDTHS)


def _row_lines(snapshot: Snapshot, row: Row) -> Iterator[tuple[Text, ...]]:
    """Every field of the row that says something, each with its label."""
    for field in ROW_FIELDS:
        value = field_text(snapshot, row, field)
        if field.kind is Kind.NUMBER:
            value = f"{getattr(row.snitflade, field.name):g}".replace(".", ",") if value else ""
        if value:
            yield text(Span(field.label, bold=True)), text(value)


def _body(body: str) -> Iterator[Block]:
    if body.strip():
        yield Heading(2, BODY.label, "tekst")
        yield from blocks_of(body, level=2, anchor="tekst")


def _provenance(
    snapshot: Snapshot, found: ShownAgreement, shown: ShownVersion, public_url: str
) -> Facts:
    address = addresses.lasting_version(public_url, found.slug, shown.number)
    moment = snapshot.moment
    return facts(
        (
            fact("Status pr.", danish_date(moment.pr)),
            fact("Vist", danish_moment(moment.vist) if moment.vist else ""),
            fact("Offentliggjort i kataloget", danish_moment(shown.version.recorded_at)),
            fact("Fingeraftryk (SHA-256)", shown.version.fingerprint),
            fact("Adresse", Span(address, href=address)),
        )
    )
