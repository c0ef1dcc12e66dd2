"""One version of an agreement as a document: everything it says, row by row."""

from collections.abc import Callable, Iterator, Sequence

from registry.catalogue import addresses
from registry.catalogue.adoption_progress import progress_of
from registry.catalogue.agreement_words import (
    ILLUSTRATIVE,
    adoption_sentences,
    since,
    status_sentences,
)
from registry.catalogue.snapshot import Row, ShownAgreement, ShownVersion, Snapshot
from registry.catalogue.told import told
from registry.documents.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    LabelledValues,
    Span,
    Table,
    fact,
    facts,
    in_order,
    paragraph,
)
from registry.documents.richtext import blocks_of
from registry.exports import agreement_rows as rows
from registry.exports.appendix_agreements import decided_of, fields_of, parties_of
from registry.exports.appendix_sentences import decided_in_words
from registry.exports.appendix_shared import (
    municipalities_behind,
    parties_in_words,
)
from registry.exports.links import leading_out
from registry.exports.passages import field_blocks, footer
from registry.exports.publication import Publication
from registry.language.dates import danish_date
from registry.language.moments import danish_moment
from registry.rules.fields import (
    BODY,
    RELATION_LABELS,
    VERSION_FIELDS,
    Kind,
)
from registry.rules.fields import Field as CatalogueField
from registry.rules.party_roles import MUNICIPALITIES

FACTS = [
    field
    for field in VERSION_FIELDS
    if field.kind is not Kind.MARKDOWN and not field.opens and not field.evidence
]
EVIDENCE_FACTS = sorted(
    (field for field in VERSION_FIELDS if field.evidence), key=lambda f: f.evidence
)
WITHOUT = "-uden-belaeg"  # in a file's name
ROWS, IN_FULL, EVIDENCE = "Hvem gør hvad", "Snitflader i fuld tekst", "Belæg"


def agreement(
    snapshot: Snapshot,
    agreement: ShownAgreement,
    shown: ShownVersion,
    public_url: str,
    *,
    evidence: bool = True,
) -> Publication:
    """One version of an agreement, with its status at the snapshot's moment. Without
    its `evidence` it is for those who decide, and Word in pairs its rows by likeness.
    """
    version = shown.version

    blocks = [
        Heading(1, version.title, "aftale"),
        paragraph(version.summary),
        *([paragraph(ILLUSTRATIVE, note=True)] if version.illustrative else []),
        Contents(),
        *_rows(ROWS, "raekker", rows.overview, snapshot, shown),
        Heading(2, "Om aftalen", "om"),
        _version_facts(snapshot, agreement, shown),
        *(b for f in fields_of(shown) for b in field_blocks(f, level=2, anchor="felt")),
        *_rows(IN_FULL, "raekker-i-fuld-tekst", rows.in_full, snapshot, shown),
        *_body(version.body),
        *(_evidence(snapshot, shown) if evidence else ()),
        Heading(2, "Om dette dokument", "om-dokumentet"),
        _provenance(snapshot, agreement, shown, public_url),
    ]

    return Publication(
        name=f"{agreement.slug}-udgave-{shown.number}{'' if evidence else WITHOUT}",
        document=Document(
            title=version.title,
            subject=f"Udgave {shown.number}",
            changed=version.recorded_at,
            blocks=leading_out(in_order(blocks), public_url),
            footer=footer(version.illustrative, version.fingerprint),
            header=f"{version.title} · udgave {shown.number} · pr. "
            f"{danish_date(snapshot.moment.pr)}",
        ),
    )


def _version_facts(
    snapshot: Snapshot, agreement: ShownAgreement, shown: ShownVersion
) -> LabelledValues:
    """The version's short fields, its parties and relations, and what the parties
    decided.
    """
    decisions = [
        decided_in_words(decided_of(snapshot, r))
        for r in progress_of(snapshot, shown).decisions
    ]
    status = agreement.status.status.value
    is_shown = shown.number == agreement.shown.number

    return facts(
        (
            fact("Udgave", str(shown.number)),
            fact("Status", status if is_shown else ""),
            fact(
                "Om status",
                status_sentences(snapshot, agreement) if is_shown else "",
            ),
            *(fact(field.label, _value(snapshot, shown, field)) for field in FACTS),
            *(
                fact(role, parties_in_words(snapshot, names))
                for role, names in parties_of(snapshot, shown)
            ),
            *(
                fact(
                    RELATION_LABELS[relation.kind],
                    snapshot.label(None, relation.agreement),
                )
                for relation in shown.relations
            ),
            fact("Vedtagelse", " ".join(adoption_sentences(snapshot, shown))),
            fact("Parternes beslutninger", "; ".join(decisions)),
        )
    )


def _value(snapshot: Snapshot, shown: ShownVersion, field: CatalogueField) -> str:
    """A field of the version as text; a date no more exactly than it is known."""
    if field.name == "in_force_from":
        return since(snapshot, shown)
    return told(snapshot, field, getattr(shown.version, field.name), between="\n")


def _rows(
    title: str,
    anchor: str,
    table: Callable[[Snapshot, Sequence[Row]], Table],
    snapshot: Snapshot,
    shown: ShownVersion,
) -> Iterator[Block]:
    if shown.rows:
        yield Heading(2, title, anchor)
        yield table(snapshot, shown.rows)


def _body(body: str) -> Iterator[Block]:
    if body.strip():
        yield Heading(2, BODY.label, "tekst")
        yield from blocks_of(body, level=2, anchor="tekst")


def _evidence(snapshot: Snapshot, shown: ShownVersion) -> Iterator[Block]:
    """What the version and its rows rest on: for those who look it up, and for Word
    in.
    """
    yield Heading(2, EVIDENCE, "belaeg")
    yield facts(
        fact(field.label, _value(snapshot, shown, field)) for field in EVIDENCE_FACTS
    )
    if shown.rows:
        yield rows.evidence(snapshot, shown.rows)


def _provenance(
    snapshot: Snapshot, agreement: ShownAgreement, shown: ShownVersion, public_url: str
) -> LabelledValues:
    address = addresses.lasting_version(public_url, agreement.slug, shown.number)
    moment = snapshot.moment
    parties = [names for _, names in parties_of(snapshot, shown)]

    return facts(
        (
            fact("Status pr.", danish_date(moment.pr)),
            fact("Vist", danish_moment(moment.vist) if moment.vist else ""),
            fact(
                "Offentliggjort i kataloget", danish_moment(shown.version.recorded_at)
            ),
            fact(MUNICIPALITIES, municipalities_behind(snapshot, parties)),
            fact("Fingeraftryk (SHA-256)", shown.version.fingerprint),
            fact("Adresse", Span(address, href=address)),
        )
    )
