"""The agreements of an answer: by their best section, or as the list that was asked for."""

from collections.abc import Iterable, Mapping, Sequence

from registry.render import sections
from registry.search import facets
from registry.search.answer import AgreementHit
from registry.search.documents import SECTION
from registry.search.engine import Entry
from registry.search.highlight import snippet
from registry.search.question import Role
from registry.search.rank import Judged, Weighed, judge
from registry.snapshot import ShownAgreement, Snapshot

MOST_AGREEMENTS = 6
COVERED_HALF = 0.5


def find_agreements(
    entries: Iterable[Entry],
    weighed: Sequence[Weighed],
    snapshot: Snapshot,
    filters: Mapping[str, str],
) -> list[AgreementHit]:
    """Agreements with a section that covers half the question or more, best first."""
    wanted = marked_tokens(weighed)
    by_version = {a.shown.version.id: a for a in _narrowed(snapshot, filters)}
    best: dict[str, tuple[Judged, Entry, ShownAgreement]] = {}
    for entry in entries:
        agreement = by_version.get(entry.version_id)
        if entry.kind != SECTION or agreement is None:
            continue
        judged = judge(weighed, entry.tokens, {}, {})
        known = best.get(agreement.slug)
        if judged.covered >= COVERED_HALF and (known is None or judged.order < known[0].order):
            best[agreement.slug] = (judged, entry, agreement)
    ordered = sorted(best.values(), key=lambda item: (*item[0].order, item[2].slug))
    return [_hit(agreement, entry.ref, wanted) for _, entry, agreement in ordered[:MOST_AGREEMENTS]]


def list_agreements(snapshot: Snapshot, filters: Mapping[str, str]) -> list[AgreementHit]:
    """Every agreement that answers on the date and has rows left by the filters."""
    return [
        AgreementHit(agreement, "", "", [(agreement.shown.version.summary, False)])
        for agreement in _narrowed(snapshot, filters)
    ]


def marked_tokens(weighed: Iterable[Weighed]) -> frozenset[str]:
    """The tokens that are marked where they stand: those of what the question names."""
    named = (i.concept for i in weighed if i.concept.role is not Role.LIGHT)
    return frozenset[str]().union(*(concept.wanted for concept in named))


def _narrowed(snapshot: Snapshot, filters: Mapping[str, str]) -> list[ShownAgreement]:
    left = {row.agreement for row in facets.narrow(snapshot, snapshot.answering_rows, filters)}
    return [a for a in snapshot.sorted_agreements() if a.answers and a.slug in left]


def _hit(agreement: ShownAgreement, anchor: str, wanted: frozenset[str]) -> AgreementHit:
    for section in sections(agreement.shown.version.body):
        if section.anchor == anchor:
            return AgreementHit(agreement, section.title, anchor, snippet(section.text, wanted))
    return AgreementHit(agreement, "", "", [(agreement.shown.version.summary, False)])
