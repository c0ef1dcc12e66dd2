"""An appendix before it takes form: its selection, its agreements, its changes, its
provenance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from registry.catalogue import addresses
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import ShownAgreement, Snapshot
from registry.exports.appendix_agreements import (
    AppendixAgreement,
    agreements_of,
    fingerprint,
)
from registry.exports.request import AppendixRequest
from registry.exports.selection import Changes, Selection, changes_since, select
from registry.language.sorting import danish_key
from registry.models import HealthAgreement


@dataclass(frozen=True)
class AppendixContent:
    """Everything that an appendix says. `fingerprint` is that of
    `appendix_agreements.fingerprint`.
    """

    request: AppendixRequest
    selection: Selection
    continued: Sequence[AppendixAgreement]
    unsettled: Sequence[AppendixAgreement]
    changes: Changes | None
    fingerprint: str
    address: str
    public_url: str

    @property
    def snapshot(self) -> Snapshot:
        """The catalogue at the moment that is asked for."""
        return self.selection.snapshot

    @property
    def health_agreement(self) -> HealthAgreement:
        """The health agreement whose appendix it is."""
        return self.selection.health_agreement

    @property
    def agreements(self) -> list[AppendixAgreement]:
        """All its agreements: first those that continue, then the unsettled."""
        return [*self.continued, *self.unsettled]

    @property
    def undecided_alone(self) -> list[ShownAgreement]:
        """The undecided that the appendix tells of nowhere else."""
        return [a for a in self.selection.undecided if not self._is_among(a)]

    @property
    def undecided_and_unsettled(self) -> list[ShownAgreement]:
        """The undecided that stand among the unsettled too."""
        return [a for a in self.selection.undecided if self._is_among(a)]

    def _is_among(self, agreement: ShownAgreement) -> bool:
        return any(agreement.slug == listed.slug for listed in self.agreements)

    @property
    def changed(self) -> datetime:
        """When the last of what it says was recorded: its one date, however often it is
        made.
        """
        recorded = [
            self.health_agreement.recorded_at,
            *(e.changed for e in self.agreements),
        ]
        return max(recorded)

    @property
    def is_illustrative(self) -> bool:
        """Whether any of it is not as it was adopted, so that the document must say
        that it only illustrates.
        """
        return self.health_agreement.illustrative or any(
            e.illustrative for e in self.agreements
        )

    @property
    def is_within_period(self) -> bool:
        """Whether the date lies in the health agreement's own period."""
        health = self.health_agreement
        return health.period_start <= self.request.moment.pr < health.period_end


def appendix_content(
    catalogue: Catalogue, request: AppendixRequest, public_url: str
) -> AppendixContent:
    """Gather an appendix. Raises NotFound for a health agreement that is not there."""
    selection = select(catalogue, request)
    continued = agreements_of(selection, selection.continued, request, public_url)
    unsettled = sorted(
        agreements_of(selection, selection.unsettled, request, public_url),
        key=lambda e: (danish_key(e.kind), danish_key(e.title), e.slug),
    )

    return AppendixContent(
        request=request,
        selection=selection,
        continued=continued,
        unsettled=unsettled,
        changes=changes_since(catalogue, request, selection),
        fingerprint=fingerprint(request, [*continued, *unsettled]),
        address=addresses.appendix(public_url, request.parameters()),
        public_url=public_url,
    )
