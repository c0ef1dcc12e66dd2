"""The path of a target group, told in Danish from the rows that answer."""

from collections import Counter
from collections.abc import Collection, Iterable

from registry.catalogue.findings import contradicted_in
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each
from registry.models import NOT_APPLICABLE, NOT_STATED, Snitflade
from registry.rules.coherence.rows import HAND_OVERS
from registry.rules.fields import ROW_FIELDS_BY_NAME, Scheme
from registry.rules.pathway import story
from registry.rules.pathway.story import Named, Story, Task, ToldField
from registry.unsaid import is_stated

OTHERS_LABEL = "Andre, fælles og ikke oplyst"
UNSAID = "ikke oplyst"
UNCONFIRMED = "ikke bekræftet"
CONTRADICTED = "◆ To aftaler siger hver sit"


def groups_of(snapshot: Snapshot, rows: Iterable[Row]) -> dict[str, int]:
    """The target groups that have a path, in the vocabulary's order, each with how many
    of the rows are its.
    """
    counted = Counter(g for row in rows for g in row.snitflade.target_groups)
    known = snapshot.vocabulary.schemes[Scheme.TARGET_GROUPS]
    return {group: counted[group] for group in known if counted[group]}


def story_of(
    snapshot: Snapshot, rows: Collection[Row], groups: Collection[str]
) -> Story:
    """The path that the rows tell, all of which are for the groups. Of one agreement
    they stand in its order; the agreement with most of them comes first.
    """
    sizes = Counter(row.agreement for row in rows)
    in_order = sorted(
        rows,
        key=lambda r: (-sizes[r.agreement], r.agreement, r.snitflade.position),
    )
    phases = snapshot.vocabulary.schemes[Scheme.PHASES].values()

    labels = snapshot.vocabulary.labels(Scheme.TARGET_GROUPS, groups)

    return story.tell(
        f"Forløb: {', '.join(labels)}",
        [task_of(snapshot, row, groups) for row in in_order],
        [Named(choice.key, choice.label) for choice in phases],
        [Named(key, _lane(snapshot, key)) for key in story.LANES],
    )


def task_of(snapshot: Snapshot, row: Row, groups: Collection[str] = ()) -> Task:
    """A row as a path tells it. `groups`: those whose path it is, which need not be
    told on every tile.
    """
    stored = row.snitflade
    actors = snapshot.vocabulary.schemes[Scheme.ACTORS]
    carriers = _carriers(snapshot, stored)

    return Task(
        id=row.id,
        agreement=row.agreement,
        task=stored.task,
        phase=stored.phase,
        lanes=story.lanes_of(
            actors[actor].sector if actor in actors else None
            for actor in stored.responsible
        ),
        facts=tuple(_row_lines(snapshot, row, groups, carriers)),
        treatment=_state(stored.treatment_responsible),
        carriers=carriers,
        deadline=stored.deadline,
        takes_over=row.task_key in HAND_OVERS,
    )


def _lane(snapshot: Snapshot, key: str) -> str:
    if key == story.OTHERS:
        return OTHERS_LABEL
    return snapshot.label(Scheme.SECTORS, key)


def _row_lines(
    snapshot: Snapshot, row: Row, groups: Collection[str], carriers: Collection[str]
) -> Iterable[ToldField]:
    stored = row.snitflade
    if not set(stored.target_groups) <= set(groups):
        # All of them: the others alone would read as if the path's own were left out.
        yield _fact(snapshot, "target_groups", stored.target_groups)
    yield _fact(snapshot, "responsible", stored.responsible)
    if stored.deadline:
        yield _fact(snapshot, "deadline", stored.deadline)

    # Whole, both: what is cut off a condition may be its «ikke» or its «kun».
    if stored.situation:
        yield _fact(snapshot, "situation", stored.situation.strip().removesuffix("."))
    if is_stated(stored.does_not_apply_to):
        yield _fact(snapshot, "does_not_apply_to", stored.does_not_apply_to)
    if _state(stored.treatment_responsible) != story.NOT_ASKED:
        yield _fact(snapshot, "treatment_responsible", list(carriers))
    if contradicted_in(snapshot, row):
        yield ToldField("contradicted", "", CONTRADICTED)
    if not row.confirmed:
        yield ToldField("confirmed", "", UNCONFIRMED, story.NOT_STATED)


def _fact(snapshot: Snapshot, name: str, value: str | list[str]) -> ToldField:
    """`value`: keys or a text; carriers are told already."""
    field = ROW_FIELDS_BY_NAME[name]
    if value in ([], [NOT_STATED]):
        return ToldField(name, field.label, UNSAID, story.NOT_STATED)
    text = ", ".join(told_each(snapshot, field, value))
    return ToldField(name, field.label, text)


def _carriers(snapshot: Snapshot, stored: Snitflade) -> tuple[str, ...]:
    if _state(stored.treatment_responsible) != story.STATED:
        return ()
    field = ROW_FIELDS_BY_NAME["treatment_responsible"]
    return tuple(told_each(snapshot, field, stored.treatment_responsible))


def _state(actors: Collection[str]) -> str:
    if NOT_APPLICABLE in actors:
        return story.NOT_ASKED
    said = [actor for actor in actors if actor != NOT_STATED]
    return story.STATED if said else story.NOT_STATED
