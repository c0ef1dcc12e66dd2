"""The agreements of an answer: by their best section, or as the list that was asked
for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from registry.catalogue import facets
from registry.catalogue.snapshot import ShownAgreement, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.search.answer import AgreementHit
from registry.search.concepts import Role
from registry.search.engine import Candidate
from registry.search.highlight import snippet
from registry.search.index_keys import SECTION
from registry.search.profile import PROFILE, Profile
from registry.search.rank import Judge, Judged, Weighed

if TYPE_CHECKING:
    from registry.markup.markdown_html import Section

# Of so many selections of facets it is kept which agreements they leave.
MOST_FILTERS = 100

# The sections of a text. Markdown is read in C, so the caller says how.
Sections = Callable[[str], "Sequence[Section]"]


def find_agreements(
    candidates: Iterable[Candidate],
    weighed: Sequence[Weighed],
    snapshot: Snapshot,
    filters: Mapping[str, str],
    *,
    sections: Sections,
    profile: Profile = PROFILE,
) -> list[AgreementHit]:
    """Agreements with a section that covers half the question or more, best first."""
    wanted, judge = marked_keys(weighed), Judge(weighed, {}, profile=profile)
    by_version = _by_version(snapshot, tuple(sorted(filters.items())))

    best: dict[str, tuple[Judged, Candidate, ShownAgreement]] = {}
    for candidate in candidates:
        agreement = by_version.get(candidate.version_id)
        if candidate.kind != SECTION or agreement is None:
            continue

        judged = judge.of(candidate.index_keys, {})
        known = best.get(agreement.slug)
        if judged.covered >= profile.coverage.half and (
            known is None or judged.order < known[0].order
        ):
            best[agreement.slug] = (judged, candidate, agreement)

    ordered = sorted(best.values(), key=lambda item: (*item[0].order, item[2].slug))

    return [
        _hit(
            agreement,
            sections(agreement.shown.version.body),
            candidate.ref,
            wanted,
            length=profile.shown.snippet,
        )
        for _, candidate, agreement in ordered[: profile.shown.agreements]
    ]


def list_agreements(
    snapshot: Snapshot, filters: Mapping[str, str]
) -> list[AgreementHit]:
    """Every agreement that answers on the date and has rows left by the filters."""
    return [
        AgreementHit(agreement, "", "", [(agreement.shown.version.summary, False)])
        for agreement in _by_version(snapshot, tuple(sorted(filters.items()))).values()
    ]


def marked_keys(weighed: Iterable[Weighed]) -> frozenset[str]:
    """The keys that are marked where they stand: those of what the question names."""
    named = (i.concept for i in weighed if i.concept.role is not Role.LIGHT)
    return frozenset[str]().union(*(concept.wanted for concept in named))


@partial(kept_with_snapshot, most=MOST_FILTERS)
def _by_version(
    snapshot: Snapshot, filters: tuple[tuple[str, str], ...]
) -> Mapping[int | None, ShownAgreement]:
    """The agreements that answer and have a row which the filters leave, in their order
    and by the version that is shown.
    """
    rows = facets.narrow(snapshot, snapshot.answering_rows, dict(filters))
    left = {row.agreement for row in rows}
    return {
        agreement.shown.version.id: agreement
        for agreement in snapshot.sorted_agreements()
        if agreement.answers and agreement.slug in left
    }


def _hit(
    agreement: ShownAgreement,
    sections: Iterable[Section],
    anchor: str,
    wanted: frozenset[str],
    *,
    length: int,
) -> AgreementHit:
    for section in sections:
        if section.anchor == anchor:
            text = snippet(section.text, wanted, length=length)
            return AgreementHit(agreement, section.title, anchor, text)
    return AgreementHit(agreement, "", "", [(agreement.shown.version.summary, False)])
