"""Whom one asks for in the organisation of an actor, by what a row is about. Pure."""

from registry.catalogue.actor_names import actors_named
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.whereabouts import sector_of
from registry.language.danish import lowered
from registry.rules.citizens import NOT_THE_CITIZENS, Business
from registry.rules.fields import Scheme
from registry.rules.reaching import (
    ADVICE,
    AT_ALL_HOURS,
    BY_TASK,
    BY_TELEPHONE,
    CHILDREN,
    FOR_CHILDREN,
    IN_A_WARD,
    ITSELF,
    OF_A_PATIENT,
    REGION,
    ROUND_THE_CLOCK,
    SECRETARIAT,
    WARD,
    WHEREABOUTS_OF,
    WHOLE,
)

# Who is given advice or paid has no ward.
_OF_NO_WARD = frozenset({Business.MONEY, Business.STAFF, Business.AGREEMENTS})


def asked_for(snapshot: Snapshot, actor: str, row: Row) -> str:
    """Of a row about agreements the secretariat, and of one without a patient in a ward
    whoever has the task. Of a municipality the one inside it whom the task names, as it
    names it; of a row by which it is reached by telephone at all hours, that telephone;
    of a row for children alone, those who have their matters. Else nothing.
    """
    business = NOT_THE_CITIZENS.get(row.task_key)
    if business is Business.AGREEMENTS and actor in WHOLE | {REGION}:
        return SECRETARIAT

    where = WHEREABOUTS_OF.get(actor)
    has_ward = where is not None and where.function == WARD
    does = actor in row.snitflade.responsible
    is_of_none = business in _OF_NO_WARD or (does and not _is_of_a_patient(row))
    if has_ward and (row.task_key in ADVICE or (actor == REGION and is_of_none)):
        return BY_TASK
    return _in_municipality(snapshot, actor, row)


def _is_of_a_patient(row: Row) -> bool:
    stored = row.snitflade
    text = f"{stored.task}. {stored.situation}"
    phases = row.facets.get("phase", frozenset())
    return bool(phases & IN_A_WARD or OF_A_PATIENT.search(text))


def _in_municipality(snapshot: Snapshot, actor: str, row: Row) -> str:
    if sector_of(snapshot, actor) != ITSELF:
        return ""
    if actor in WHOLE and _is_reached_at_all_hours(row):
        return ROUND_THE_CLOCK

    groups = set(row.snitflade.target_groups)
    is_childs = bool(groups & CHILDREN) and "voksne" not in groups and actor in WHOLE
    inside = [
        named
        for named in actors_named(snapshot, row.snitflade.task)
        if sector_of(snapshot, named) == ITSELF and named not in WHOLE
    ]

    by_group = FOR_CHILDREN if is_childs else ""
    return lowered(snapshot.label(Scheme.ACTORS, inside[0])) if inside else by_group


def _is_reached_at_all_hours(row: Row) -> bool:
    stored = row.snitflade
    is_always = AT_ALL_HOURS.search(stored.task) or AT_ALL_HOURS.search(stored.deadline)
    return bool(is_always and BY_TELEPHONE.search(stored.task))
