"""What answers in the catalogue, as coherence wants it: rows, agreements, words."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from weakref import WeakKeyDictionary

from registry.catalogue.snapshot import Row, ShownAgreement, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.models import Succession
from registry.rules.cases.vocabulary import CaseVocabulary
from registry.rules.coherence import rows as neutral
from registry.rules.coherence.duty import lost_parties
from registry.rules.coherence.stored import READ, row_of
from registry.rules.fields import Scheme
from registry.rules.kinds import is_statutory
from registry.rules.organisations import MUNICIPALITY
from registry.rules.party_roles import FORMAL
from registry.rules.phases import ALL_PHASES
from registry.rules.status import Status

# What a row's neutral form is made with beside it: all municipalities, and those of the
# region.
Basis = tuple[neutral.Names, neutral.Names]

SUPPLEMENTS = "supplements"
# The phases that stand outside the order of a path.
WITHOUT_ORDER = frozenset({"akut", ALL_PHASES})


@kept_with_snapshot
def answering(snapshot: Snapshot) -> neutral.Answering:
    """The rows of every agreement that answers, and these agreements. A row that says
    itself that it holds only until an earlier day, or from a later one, is left out.
    """
    municipalities = frozenset(
        o.slug for o in snapshot.organisations.values() if o.kind == MUNICIPALITY
    )

    basis = (municipalities, region_of(snapshot))

    return neutral.Answering(
        tuple(_kept_row(row, basis) for row in snapshot.holding_rows),
        {
            slug: _agreement(agreement, snapshot, municipalities)
            for slug, agreement in snapshot.agreements.items()
            if agreement.answers
        },
    )


def yardstick(
    snapshot: Snapshot,
    groups: Iterable[str] = (),
    municipalities: Iterable[str] = (),
) -> neutral.Yardstick:
    """What the catalogue's vocabulary says; `groups` and `municipalities`: over which a
    task may be lacking.
    """
    schemes = snapshot.vocabulary.schemes
    tasks, targets = schemes[Scheme.TASKS], schemes[Scheme.TARGET_GROUPS]

    return neutral.Yardstick(
        sectors={
            key: choice.sector
            for key, choice in schemes[Scheme.ACTORS].items()
            if choice.sector
        },
        needs={key: tuple(task.needs) for key, task in tasks.items() if task.needs},
        concerns={key: frozenset(task.concerns) for key, task in tasks.items()},
        kinds={key: group.alike for key, group in targets.items() if group.alike},
        broader={key: group.broader for key, group in targets.items() if group.broader},
        phases=tuple(key for key in schemes[Scheme.PHASES] if key not in WITHOUT_ORDER),
        groups=frozenset(groups),
        municipalities=frozenset(municipalities),
    )


def case_vocabulary(snapshot: Snapshot) -> CaseVocabulary:
    """The catalogue's words for cases that bring none of their own."""
    areas = defaultdict(set)
    municipalities = snapshot.municipalities()
    for organisation in municipalities:
        for area in organisation.planning_areas:
            areas[area].add(organisation.slug)

    return CaseVocabulary(
        yardstick(snapshot),
        {area: frozenset(members) for area, members in areas.items()},
        frozenset(o.slug for o in municipalities if not o.planning_areas),
    )


# A row is never changed, and stands in one snapshot after the other.
_ROWS: WeakKeyDictionary[Row, tuple[Basis, neutral.Row]] = WeakKeyDictionary()


def _kept_row(row: Row, basis: Basis) -> neutral.Row:
    kept = _ROWS.get(row)
    if kept is None or kept[0] != basis:
        kept = _ROWS[row] = (basis, _row(row, *basis))
    return kept[1]


def _row(row: Row, municipalities: neutral.Names, region: neutral.Names) -> neutral.Row:
    snitflade = row.snitflade
    return row_of(
        {name: getattr(snitflade, name) for name in READ},
        row.agreement,
        task_key=row.task_key,
        places=_places(row, region),
        named_places=municipalities.intersection(snitflade.applies_in),
    )


def _places(row: Row, region: neutral.Names) -> neutral.Names:
    """Where a row holds; everywhere where it names the whole region one by one."""
    places = row.facets["municipality"]
    return neutral.NOBODY if places >= region else places


@kept_with_snapshot
def region_of(snapshot: Snapshot) -> neutral.Names:
    """The municipalities that the catalogue's own planning areas hold."""
    return frozenset(o.slug for o in snapshot.municipalities() if o.planning_areas)


def _agreement(
    agreement: ShownAgreement, snapshot: Snapshot, municipalities: neutral.Names
) -> neutral.Agreement:
    shown = agreement.shown
    parties = frozenset(party.organisation for party in shown.parties)
    known = [snapshot.organisations[p] for p in parties if p in snapshot.organisations]

    return neutral.Agreement(
        slug=agreement.slug,
        parents=frozenset(
            r.agreement for r in shown.relations if r.kind == SUPPLEMENTS
        ),
        sectors=frozenset(o.sector for o in known if o.sector),
        parties=parties,
        municipalities=parties & municipalities,
        lost=_lost(agreement, snapshot),
        statutory=is_statutory(shown.version.kind),
    )


def _lost(agreement: ShownAgreement, snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """The formal parties that have ceased without succession, unless it was decided
    that the agreement goes on.
    """
    if agreement.status.status is Status.CONTINUED:
        return ()
    organisations = snapshot.organisations
    lost = lost_parties(
        agreement.shown.parties_in_role(FORMAL),
        _ends(snapshot),
        _successors(snapshot),
        snapshot.moment.pr,
    )

    return tuple((party, organisations[party].sector or "") for party in sorted(lost))


@kept_with_snapshot
def _ends(snapshot: Snapshot) -> dict[str, date]:
    return {
        slug: one.valid_to
        for slug, one in snapshot.organisations.items()
        if one.valid_to
    }


@kept_with_snapshot
def _successors(snapshot: Snapshot) -> dict[str, set[str]]:
    successors = defaultdict(set)
    for record in snapshot.records[Succession]:
        if isinstance(record, Succession):
            for predecessor in record.predecessors:
                successors[predecessor].update(record.successors)
    return successors
