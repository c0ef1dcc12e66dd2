"""What a question of yes or no asks of the rows that answer it: which verb opens it,
whether it takes the one for whom another does it, and whether it is about others than
they are for. Pure.

Where a row is of another actor, of other people or of another stay than the question,
its task alone would read as a yes.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache

from registry.catalogue.actor_names import actor_first_in
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each
from registry.catalogue.whereabouts import sector_of
from registry.language.danish import fold, lowered, tokenize
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.search.bounds import is_of_other_stays
from registry.search.conditions import condition_in
from registry.search.yes_or_no import opener_of, verb_first

# Who or what stands after the verb of a question; «I» is mostly a preposition.
_IT = "det"  # «er det kommunen, der …»
_SUBJECTS = frozenset(map(fold, "jeg vi man de du han hun den det der en et".split()))


def opens(snapshot: Snapshot, text: str) -> str:
    """The verb that a question of yes or no begins with; empty for other questions.
    Besides the commonest, those of the tasks count where somebody stands after them:
    «sender hospitalet», not «aftaler om».
    """
    opener = opener_of(text)
    verb, after = verb_first(text)
    if opener or verb not in _verbs(snapshot):
        return opener
    is_somebody = after in _SUBJECTS or bool(_subject(snapshot, text))
    return verb if is_somebody else ""


def is_done_by_others(snapshot: Snapshot, rows: Iterable[Row], text: str) -> bool:
    """Whether the question asks if someone does what others do, of another side, in
    each of the rows.
    """
    subject = _subject(snapshot, text)
    side = sector_of(snapshot, subject) if subject else None
    does = {actor for row in rows for actor in row.snitflade.responsible}
    known = {sector_of(snapshot, actor) for actor in does}

    return bool(side and None not in known and known) and side not in known


def limit_of(
    snapshot: Snapshot, row: Row, text: str, groups: Collection[frozenset[str]]
) -> str:
    """Whom a row is for, where the question names others by `groups`; else when it
    holds, where the question is about a longer or shorter stay; empty where it is about
    what the row is about.
    """
    stored = row.snitflade
    own = row.facets.get("target_group", frozenset())
    if own and groups and all(own.isdisjoint(named) for named in groups):
        names = told_each(
            snapshot, ROW_FIELDS_BY_NAME["target_groups"], stored.target_groups
        )
        return f"for {', '.join(map(lowered, names))}"

    is_other = is_of_other_stays(text, stored.situation)
    return lowered(condition_in(stored.situation)) if is_other else ""


def _subject(snapshot: Snapshot, text: str) -> str:
    """The actor right after the verb; empty where none stands there."""
    verb, _ = verb_first(text)
    tokens = tokenize(text)
    exact = [token.exact for token in tokens]
    rest = tokens[exact.index(verb) + 1 :] if verb else []
    begin = rest[1:] if rest and rest[0].exact == _IT else rest
    return actor_first_in(snapshot, text[begin[0].start :]) if begin else ""


@lru_cache(maxsize=4)
def _verbs(snapshot: Snapshot) -> frozenset[str]:
    """What is done in the tasks, in the present tense."""
    firsts = (row.snitflade.task.split(" ")[0] for row in snapshot.answering_rows)
    return frozenset(fold(f"{verb}r") for verb in firsts if verb.isalpha())
