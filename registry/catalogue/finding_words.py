"""Findings told in Danish, each in a sentence that can stand in a minutes paper."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from registry.catalogue.in_drafts import InDraft
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each
from registry.language.danish import lowered
from registry.language.dates import last_day
from registry.language.sorting import danish_key
from registry.rules.coherence.gap import (
    FIELD,
    GROUP,
    MUNICIPALITY,
    PHASE,
    SECTOR,
    TASK,
)
from registry.rules.coherence.overlap import Overlap
from registry.rules.coherence.rows import DEADLINE
from registry.rules.fields import ROW_FIELDS, ROW_FIELDS_BY_NAME, Scheme
from registry.unsaid import Saying, saying_of

# What a row does not say, by its field.
UNSAID = {field.name: field.unsaid for field in ROW_FIELDS if field.unsaid}
MOST_PLACES = 6
# What an agreement lays with somebody, by the field in which it stands.
LAID = {
    "responsible": "udførelsen",
    "authority": "myndighedsansvaret",
    "payer": "betalingen",
    "treatment_responsible": "det lægelige behandlingsansvar",
}


def overlap(snapshot: Snapshot, finding: Overlap, one: Row, other: Row) -> str:
    """What two agreements say, side by side, and where both hold."""
    places = _both_hold_in(snapshot, one, other)
    sides = ", mens ".join(
        f"{_title(snapshot, row)} {_said(snapshot, row, finding.fields)}"
        for row in (one, other)
    )
    task = f"«{_task(snapshot, one)}»{_when(snapshot, one)}"
    return f"To aftaler siger hver sit om {task}: {sides}.{places}"


def unstated(snapshot: Snapshot, row: Row, missing: Mapping[str, str]) -> str:
    """What a row needs to say and does not."""
    unsaid = (
        f"siger ikke, {UNSAID[missing[FIELD]]}"
        if FIELD in missing
        else "overdrager det lægelige behandlingsansvar uden at sige til hvem"
    )
    task = f"{row.snitflade.task}{_when(snapshot, row)}"
    return f"{_title(snapshot, row)} {unsaid}: {task}."


def lacking(
    snapshot: Snapshot, missing: Mapping[str, str], groups: Collection[str]
) -> str:
    """Who or what lacks a row that others have, for these target groups."""
    if TASK not in missing:
        phase, sector, group = (
            snapshot.label(scheme, missing[name])
            for name, scheme in (
                (PHASE, Scheme.PHASES),
                (SECTOR, Scheme.SECTORS),
                (GROUP, Scheme.TARGET_GROUPS),
            )
        )
        return (
            f"{sector} har opgaver både før og efter, men ingen i fasen "
            f"{phase.lower()} for målgruppen {group.lower()}."
        )

    task = snapshot.label(Scheme.TASKS, missing[TASK])
    if GROUP in missing:
        group = snapshot.label(Scheme.TARGET_GROUPS, missing[GROUP]).lower()
        have = _groups(snapshot, groups)
        return (
            f"«{task}» er aftalt for {have}, men ingen aftale i kraft siger noget om "
            f"opgaven for {group}."
        )
    place = snapshot.organisation_name(missing[MUNICIPALITY])
    return (
        f"«{task}» er aftalt i andre kommuner, men ingen aftale i kraft siger noget "
        f"om opgaven i {place}."
    )


def non_party(snapshot: Snapshot, slug: str, whom: str, rows: list[Row]) -> str:
    """Whom an agreement lays something on that stands behind it in no role."""
    title = snapshot.agreement(slug).shown.version.title
    name = (
        snapshot.organisation_name(whom)
        if whom in snapshot.organisations
        else snapshot.label(Scheme.ACTORS, whom)
    )
    sector = sector_of(snapshot, whom)
    why = (
        f"ingen part fra sektoren {snapshot.label(Scheme.SECTORS, sector).lower()}"
        if sector
        else f"ikke {name} som part"
    )

    return f"«{title}» nævner {name} i {_count(rows)}, men har {why}."


def sector_of(snapshot: Snapshot, actor: str) -> str:
    """An actor's sector; empty where it has none."""
    choice = snapshot.vocabulary.schemes[Scheme.ACTORS].get(actor)
    return (choice.sector if choice else None) or ""


def orphan(snapshot: Snapshot, slug: str, party: str, rows: list[Row]) -> str:
    """A party that is no more, and what it was to do."""
    title = snapshot.agreement(slug).shown.version.title
    ceased = snapshot.organisations[party].valid_to
    until = f" bestod til og med {last_day(ceased)}" if ceased else " er ophørt"
    return (
        f"{snapshot.organisation_name(party)}{until}, og ingen har overtaget dens "
        f"plads i «{title}»: {_count(rows)} står uden ejer, og det er ikke besluttet, "
        "om aftalen videreføres."
    )


def taken_up(snapshot: Snapshot, draft: InDraft | None) -> str:
    """Where a finding is being mended; empty where it is in no draft. Of an agreement
    that is no more than a draft, readers hear nothing.
    """
    if draft is None:
        return ""
    if draft.agreement not in snapshot.agreements:
        return "Redaktionen retter det i en ny aftale."
    title = snapshot.label(None, draft.agreement)
    if draft.number is None:
        return f"Redaktionen retter det i en ny udgave af «{title}»."
    return f"Behandlet i udgave {draft.number} af «{title}»."


def _said(snapshot: Snapshot, row: Row, fields: Iterable[str]) -> str:
    """What the agreement does, after its name: «lægger betalingen hos region»."""
    laid, others = [], []
    for name in fields:
        value = getattr(row.snitflade, name)
        if name == DEADLINE:
            others.append(f"sætter fristen til «{lowered(value.rstrip('.'))}»")
        elif saying_of(value) is Saying.NOT_APPLICABLE:
            others.append(f"siger, at det ikke er relevant, {UNSAID[name]},")
        else:
            names = told_each(snapshot, ROW_FIELDS_BY_NAME[name], value)
            laid.append(f"{LAID[name]} hos {' og '.join(map(lowered, names))}")

    lays = [f"lægger {_and(laid)}"] if laid else []
    return _and([*lays, *others]).removesuffix(",")


def _and(parts: Sequence[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} og {last}" if first else last


def _title(snapshot: Snapshot, row: Row) -> str:
    return f"«{snapshot.agreement(row.agreement).shown.version.title}»"


def _task(snapshot: Snapshot, row: Row) -> str:
    return snapshot.label(Scheme.TASKS, row.task_key) or row.snitflade.task


def _when(snapshot: Snapshot, row: Row) -> str:
    """For whom and in which phase."""
    groups = snapshot.vocabulary.labels(
        Scheme.TARGET_GROUPS, row.snitflade.target_groups
    )
    phase = snapshot.label(Scheme.PHASES, row.snitflade.phase)
    return f" ({', '.join([phase, *groups]).lower()})"


def _groups(snapshot: Snapshot, named: Collection[str]) -> str:
    labels = snapshot.vocabulary.schemes[Scheme.TARGET_GROUPS]
    return ", ".join(labels[key].label.lower() for key in labels if key in named)


def _both_hold_in(snapshot: Snapshot, one: Row, other: Row) -> str:
    here, there = (row.facets.get("municipality", frozenset()) for row in (one, other))
    both = here & there if here and there else here or there
    if not both or len(both) > MOST_PLACES:
        return ""
    names = sorted(map(snapshot.organisation_name, both), key=danish_key)
    return f" Begge gælder i {', '.join(names)}."


def _count(rows: list[Row]) -> str:
    return "én snitflade" if len(rows) == 1 else f"{len(rows)} snitflader"
