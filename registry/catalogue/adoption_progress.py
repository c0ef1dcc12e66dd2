"""How far a text has come with the parties that are to adopt it. Pure: a snapshot is
read.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from registry.catalogue.snapshot import ShownVersion, Snapshot
from registry.models import ADOPTED, NOT_ADOPTED, Adoption, Party
from registry.rules.party_roles import ACCEDING, FORMAL


@dataclass(frozen=True)
class Progress:
    """How far a text has come with its formal parties.

    `missing` and `refused` are organisations; `decisions` all that stand on this text,
    in the order entered, `earlier` those on another text of the agreement.
    """

    adopted: int
    of: int
    missing: list[str]
    refused: list[str]
    decisions: list[Adoption]
    earlier: list[Adoption]

    @property
    def text(self) -> str:
        """How far it has come, in Danish: «3 af 7»."""
        return f"{self.adopted} af {self.of}"


def progress(
    snapshot: Snapshot,
    slug: str,
    fingerprint: str,
    parties: Iterable[Party],
    number: int | None = None,
) -> Progress:
    """How far the text of that fingerprint has come. `number`: the version's, once
    published.
    """
    formal = [party.organisation for party in parties if party.role == FORMAL]
    of_agreement = snapshot.records_of(Adoption, slug)
    mine = [r for r in of_agreement if concerns(r, fingerprint, number)]
    decisions = {record.organisation: record.decision for record in mine}

    return Progress(
        adopted=sum(decisions.get(name) == ADOPTED for name in formal),
        of=len(formal),
        missing=[name for name in formal if name not in decisions],
        refused=[name for name in formal if decisions.get(name) == NOT_ADOPTED],
        decisions=mine,
        earlier=[r for r in of_agreement if r not in mine],
    )


def progress_of(snapshot: Snapshot, version: ShownVersion) -> Progress:
    """How far a published version has come."""
    stored = version.version
    return progress(
        snapshot, version.slug, stored.fingerprint, version.parties, stored.number
    )


def concerns(record: Adoption, fingerprint: str, number: int | None) -> bool:
    """Whether it is about that text. Older ones name no text, only the version's
    number.
    """
    if record.fingerprint:
        return record.fingerprint == fingerprint
    return number is not None and record.version == number


def adopting_parties(parties: Iterable[Party]) -> list[str]:
    """Those who decide on the text: the formal parties, then those who join it."""
    listed = list(parties)
    return [
        p.organisation for role in (FORMAL, ACCEDING) for p in listed if p.role == role
    ]
