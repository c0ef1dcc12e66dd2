"""Whether what a row leaves undone binds those whom a question names, and is about what
it names. Pure.

A row that forbids to refuse on one ground says nothing of another: every word of the
question that carries a subject must be the row's, an actor's who has the task, or of a
term that the row is about. A duty too is one only of what the row says it of.
"""

import re
from collections.abc import Iterable, Sequence, Set

from registry.catalogue.actor_names import actors_named
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each
from registry.catalogue.whereabouts import actors_of, sector_of
from registry.language.danish import stems_in, tokenize
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.rules.reaching import NOT_RUNG
from registry.search.answer import TermHit
from registry.search.lexicon import ASKING, LIGHT, LIGHT_STEMS
from registry.search.shortening import is_limited
from registry.search.yes_or_no import left_undone

_DUTY = re.compile(r"\b(?:forpligt\w*|pligt\w*)", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:](?:\s|$)")
# A duty to work together, or one that is limited, is none to do the task.
_OTHER_DUTY = re.compile(r"\b(?:begrænse\w*|samarbejd\w*)", re.IGNORECASE)
# Words that add nothing to what is asked of a duty. Any other must be the row's: who
# pays, and when at night, is not said by calling the task a duty.
_SMALL = frozenset("har er skal det den at til for en et som der af vi jeg".split())


def binds(snapshot: Snapshot, row: Row, text: str, terms: Iterable[TermHit]) -> bool:
    """Whether all whom a question names do the task of a row, by their own name or as a
    part of their side, and nothing else of the question is foreign to the row. `terms`
    are those that the question names.
    """
    stored = row.snitflade
    said = [stored.task, stored.situation]
    return _is_of(snapshot, row, text, terms, said, _subjects(text))


def owes(snapshot: Snapshot, row: Row, text: str, terms: Iterable[TermHit]) -> bool:
    """Whether a question asks if it is a duty of somebody's to do the task of a row,
    and no more than that, and the row says so of nobody else and without a limit.
    """
    said = [clause for clause in _CLAUSE.split(row.snitflade.situation) if clause]
    duties = [clause for clause in said if _DUTY.search(clause)]
    if len(duties) != 1 or is_limited(duties[0]) or _OTHER_DUTY.search(duties[0]):
        return False

    does = row.snitflade.responsible
    whose = actors_named(snapshot, duties[0])
    if not _DUTY.search(text) or not all(
        _does(snapshot, actor, does) for actor in whose
    ):
        return False

    asked = {
        token.stem
        for token in tokenize(_DUTY.sub(" ", text))
        if token.exact not in _SMALL
    }
    return _is_of(snapshot, row, text, terms, [row.snitflade.task], asked)


def _is_of(
    snapshot: Snapshot,
    row: Row,
    text: str,
    terms: Iterable[TermHit],
    said: Sequence[str],
    asked: Set[str],
) -> bool:
    """Whether all whom a question names do the task of a row, and the stems of what is
    `asked` are in what the row has `said`, or in the groups that it is for.
    """
    stored, by_key = row.snitflade, {term.key: term for term in terms}
    actors = [key for key in by_key if key in actors_of(snapshot)]
    named = {*actors_named(snapshot, text), *actors}
    doers = _doers(snapshot, named)
    if not doers or not all(_does(snapshot, a, stored.responsible) for a in doers):
        return False

    groups = told_each(
        snapshot, ROW_FIELDS_BY_NAME["target_groups"], stored.target_groups
    )
    own = _stems([*said, *groups])
    about = [term for term in by_key.values() if _stems([term.term]) <= own]
    meant = own | _stems(word for term in about for word in _words(term))
    theirs = _stems(_names(snapshot, named))
    theirs |= _stems(word for key in actors for word in _words(by_key[key]))

    subjects = asked - theirs
    return subjects <= meant and bool(subjects - left_undone(stored.task))


def _does(snapshot: Snapshot, actor: str, does: Sequence[str]) -> bool:
    """Whether somebody is one of those who do a task, or a part of their side."""
    return actor in does or sector_of(snapshot, actor) in does


def _doers(snapshot: Snapshot, named: Iterable[str]) -> list[str]:
    """Those named who do something, not the citizens to whom it is done."""
    return [key for key in named if sector_of(snapshot, key) not in NOT_RUNG]


def _words(term: TermHit) -> list[str]:
    return [term.term, *term.same_as]


def _names(snapshot: Snapshot, actors: Iterable[str]) -> list[str]:
    words = [actors_of(snapshot)[key] for key in actors]
    return [name for word in words for name in (word.label, *word.also)]


def _subjects(text: str) -> set[str]:
    """The stems of the words that carry a subject."""
    return {
        token.stem
        for token in tokenize(text)
        if token.exact not in LIGHT
        and token.exact not in ASKING
        and token.stem not in LIGHT_STEMS
        and len(token.exact) > 1
    }


def _stems(texts: Iterable[str]) -> set[str]:
    return {stem for text in texts for stem in stems_in(text)}
