"""What the rows that answer say of each other, as readers look it through: overlaps and
gaps, duties of non-parties, and duties without an owner, each told in a sentence.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from registry.catalogue import finding_words as words
from registry.catalogue.coherence import answering, region_of, yardstick
from registry.catalogue.found_rows import FoundRows, all_said, found_rows
from registry.catalogue.in_drafts import InDraft
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.errors import NotFound
from registry.models import Settling
from registry.rules.coherence.analysis import Finding, findings, findings_within
from registry.rules.coherence.duty import NonParty, Orphan
from registry.rules.coherence.gap import GROUP, MUNICIPALITY, PHASE, SECTOR, TASK, Gap
from registry.rules.coherence.overlap import Overlap, overlaps
from registry.rules.fields import Scheme

OVERLAP, GAP, NON_PARTY, ORPHAN = "overlap", "gap", "non_party", "orphan"


class FindingKind(NamedTuple):
    """One kind of finding: its name in the API and in addresses, its Danish words, and
    the mark that stands for it, which differs in shape.
    """

    name: str
    param: str
    label: str
    plural: str
    mark: str
    meaning: str


FINDING_KINDS = {
    kind.name: kind
    for kind in (
        FindingKind(
            *(OVERLAP, "overlap", "overlap", "overlap", "◆"),
            "To aftaler i kraft svarer forskelligt om samme opgave.",
        ),
        FindingKind(
            *(GAP, "hul", "hul", "huller", "○"),
            "Noget er ikke sagt, eller nogen mangler en opgave, som andre har.",
        ),
        FindingKind(
            *(NON_PARTY, "ingen-part", "pligt uden part", "pligter uden part", "△"),
            "Aftalen lægger en opgave på en, der ikke er part i den.",
        ),
        FindingKind(
            *(ORPHAN, "ingen-ejer", "pligt uden ejer", "pligter uden ejer", "□"),
            "En part er ophørt, og ingen har overtaget dens opgaver.",
        ),
    )
}


@dataclass(frozen=True)
class ShownFinding:
    """One finding. `id` stays the same as long as it is the same finding. `rows`: the
    ids of those it is about; `missing`: by what is missing. `facets`: as of its rows,
    by the names of FACETS. `mark`: the id with what its rows say: a settling holds for
    that. `settled`: why it may stand, or where it is being mended; empty where nobody
    has said so. `draft`: the one that is to mend it.
    """

    id: str
    kind: str
    text: str
    task_key: str
    rows: tuple[str, ...]
    fields: tuple[str, ...]
    missing: Mapping[str, str]
    facets: Mapping[str, frozenset[str]]
    mark: str = ""
    settled: str = ""
    draft: InDraft | None = None


@kept_with_snapshot
def findings_in(snapshot: Snapshot, municipality: str = "") -> tuple[ShownFinding, ...]:
    """All findings on the date; with a municipality, those that concern it. What is
    missing there alone is asked of the whole catalogue.
    """
    everywhere = _everywhere(snapshot)
    if not municipality:
        return _shown(snapshot, everywhere)

    lacking = [
        finding
        for finding in everywhere
        if isinstance(finding, Gap) and (MUNICIPALITY, municipality) in finding.missing
    ]
    own = yardstick(snapshot, snapshot.vocabulary.schemes[Scheme.TARGET_GROUPS])
    there = findings_within(everywhere, answering(snapshot), own, municipality)
    return _shown(snapshot, [*there, *lacking])


@kept_with_snapshot
def _everywhere(snapshot: Snapshot) -> tuple[Finding, ...]:
    """What the rules find in all of the catalogue, of which each place is a part."""
    groups = snapshot.vocabulary.schemes[Scheme.TARGET_GROUPS]
    asked = yardstick(snapshot, groups, region_of(snapshot))
    return tuple(findings(answering(snapshot), asked))


@kept_with_snapshot
def contradicted(snapshot: Snapshot) -> dict[str, ShownFinding]:
    """Of each row that another agreement contradicts, the first such overlap that is
    not settled, by the row's id.
    """
    overlapping = overlaps(answering(snapshot), yardstick(snapshot))
    unsettled = [one for one in _shown(snapshot, overlapping) if not one.settled]
    return {row: one for one in reversed(unsettled) for row in one.rows}


def contradiction_of(snapshot: Snapshot, row: Row) -> ShownFinding | None:
    """The unsettled overlap in which a row is, as its agreement says it today."""
    finding = contradicted(snapshot).get(row.id)
    return finding if finding and snapshot.row(row.id).version == row.version else None


def contradicted_in(snapshot: Snapshot, row: Row) -> str:
    """The id of that overlap; empty where nobody contradicts the row."""
    finding = contradiction_of(snapshot, row)
    return finding.id if finding else ""


def finding_by_id(
    snapshot: Snapshot, name: str, municipality: str = ""
) -> ShownFinding:
    """The finding of that id, of the municipality or of all. Raises NotFound."""
    for place in dict.fromkeys((municipality, "")):
        for finding in findings_in(snapshot, place):
            if finding.id == name:
                return finding
    raise NotFound("Overblikket har ikke det fund på den dag. Det kan være rettet.")


def name_of(mark: str) -> str:
    """The id of the finding that a mark is of."""
    return mark.partition(":")[0]


def _shown(snapshot: Snapshot, listed: Iterable[Finding]) -> tuple[ShownFinding, ...]:
    seen = found_rows(snapshot)
    said = cache(lambda name: all_said(seen.by_id[name]))
    reasons = {
        record.finding: record.reason
        for record in sorted(
            snapshot.records[Settling], key=lambda r: (r.effective_on, r.id or 0)
        )
        if isinstance(record, Settling) and record.effective_on <= snapshot.moment.pr
    }

    shown = []
    for one in _each(snapshot, listed, seen):
        mark = f"{one.id}:{seen.digest(one.rows, said)}"
        draft = snapshot.in_drafts.get(mark)
        settled = reasons.get(mark, "") or words.taken_up(snapshot, draft)
        shown.append(replace(one, mark=mark, settled=settled, draft=draft))
    return tuple(shown)


def _each(
    snapshot: Snapshot, listed: Iterable[Finding], seen: FoundRows
) -> Iterator[ShownFinding]:
    rows = seen.by_id
    strangers: dict[tuple[str, str], list[Row]] = {}
    for finding in listed:
        match finding:
            case Overlap(one, other, fields):
                pair = [rows[one.id], rows[other.id]]
                text = words.overlap(snapshot, finding, *pair)
                ids = [*_ids(pair), *fields]
                yield _shown_finding(seen, OVERLAP, text, pair, ids, fields=fields)
            case Gap():
                yield _gap(snapshot, finding, seen)
            case NonParty(row, actor, party):
                strangers.setdefault((row.agreement, actor or party), []).append(
                    rows[row.id]
                )
            case Orphan(of, slug, party):
                own = [rows[row.id] for row in of]
                text = words.orphan(snapshot, slug, party, own)
                yield _shown_finding(seen, ORPHAN, text, own, [slug, party])

    # One actor that is no party is one thing to mend, however many rows name it.
    for (slug, whom), own in strangers.items():
        text = words.non_party(snapshot, slug, whom, own)
        sector = words.sector_of(snapshot, whom)
        narrowed = {"sector": frozenset({sector})} if sector else {}
        yield _shown_finding(
            seen, NON_PARTY, text, own, [slug, whom], narrowed=narrowed
        )


def _gap(snapshot: Snapshot, gap: Gap, seen: FoundRows) -> ShownFinding:
    missing = dict(gap.missing)
    if gap.row:
        row = seen.by_id[gap.row.id]
        text = words.unstated(snapshot, row, missing)
        identity = [row.id, *missing.items()]
        return _shown_finding(seen, GAP, text, [row], identity, missing=missing)

    others = seen.by_task.get(missing[TASK], []) if TASK in missing else []
    narrowed = {
        facet: frozenset({missing[name]})
        for name, facet in (
            (GROUP, "target_group"),
            (MUNICIPALITY, "municipality"),
            (PHASE, "phase"),
            (SECTOR, "sector"),
        )
        if name in missing
    }
    groups = seen.facets(_ids(others))["target_group"]
    text = words.lacking(snapshot, missing, groups)

    return _shown_finding(
        *(seen, GAP, text, others, sorted(missing.items())),
        missing=missing,
        narrowed=narrowed,
    )


def _shown_finding(
    seen: FoundRows,
    kind: str,
    text: str,
    rows: list[Row],
    identity: Iterable[object],
    *,
    fields: tuple[str, ...] = (),
    missing: Mapping[str, str] | None = None,
    narrowed: Mapping[str, frozenset[str]] | None = None,
) -> ShownFinding:
    """A finding as it is shown. `identity`: what makes it the same finding, whenever it
    is found; its `id` is made of that. `narrowed`: the only values of a facet that it
    is of, where its rows have more.
    """
    same = json.dumps([kind, *identity], ensure_ascii=False)
    digest = sha256(same.encode()).hexdigest()[:12]
    ids = _ids(rows)

    return ShownFinding(
        id=f"{FINDING_KINDS[kind].param}-{digest}",
        kind=kind,
        text=text,
        task_key=rows[0].task_key if rows and kind in (OVERLAP, GAP) else "",
        rows=ids,
        fields=fields,
        missing=missing or {},
        facets={**seen.facets(ids), **(narrowed or {})},
    )


def _ids(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(row.id for row in rows)
