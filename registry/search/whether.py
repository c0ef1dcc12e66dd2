"""What a question of yes or no asks of the rows that answer it: which verb opens it,
whether it takes the one for whom another does it, and whether it is about others than
they are for. Pure.

Where a row is of another actor, of other people or of another stay than the question,
its task alone would read as a yes.
"""

import re
from collections.abc import Collection, Iterable
from itertools import pairwise

from registry.catalogue.actor_names import actor_first_in, actors_named
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.catalogue.told import told_each
from registry.catalogue.whereabouts import sector_of
from registry.language.danish import Token, fold, folded_words, lowered, stem, tokenize
from registry.language.foreign import as_danish
from registry.language.shorthand import in_full
from registry.language.word_lists import ASKER_WORDS, KIN_WORDS
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.search.answer import RowHit
from registry.search.bounds import is_of_other_stays
from registry.search.conditions import condition_in
from registry.search.yes_or_no import (
    ALTERNATIVE,
    NOT_YES_OR_NO,
    PERMITTED,
    asks_otherwise,
    opener_of,
    verb_first,
)

# Who or what stands after the verb of a question; «I» is mostly a preposition.
_ALSO = stem("også")
_IT = "det"  # «er det kommunen, der …»
_SUBJECTS = frozenset(map(fold, "jeg vi man de du han hun den det der en et".split()))
# Within a question only these are sure to be the ones who do what it asks about.
_ASKERS = ASKER_WORDS | {"han", "hun"}
_KIN = frozenset(map(fold, (*KIN_WORDS, "min", "vores", "barnet")))
_MODAL = frozenset(map(fold, ("må", "kan", "skal", "bør")))
_BEING = frozenset({"er"})
_SELF = re.compile(r"er det (?:\w+ ){0,2}?(?:os|mig|dem|ham|hende|jer|vi|jeg)\b")
_SENTENCE = re.compile(r"[.?!]\s+")
_HAVING = _MODAL | _BEING | frozenset(map(fold, ("har", "får", "behøver")))


def asking_clause(snapshot: Snapshot, text: str) -> str:
    """A question from the verb by which it asks for yes or no, where it has told of the
    case in sentences of their own, or names its subject first: «udskrivningsaftale, må
    vi ringe». The verb stands before the one who does it; where somebody only tells
    («når vi må ringe») it stands after. Else the text as it is.
    """
    *before, last = _SENTENCE.split(text.rstrip(" ?.")) or [text]
    is_story = before and not asks_otherwise(words_in_full(" ".join(before)))
    if is_story and opens(snapshot, last):
        return last

    words = words_in_full(text)
    if opens(snapshot, text) or ALTERNATIVE in words or asks_otherwise(words):
        return text

    for verb, after in pairwise(tokenize(text)[1:]):
        is_asked = after.exact in _ASKERS or (
            verb.exact in _BEING and after.exact == _IT
        )
        if verb.exact in _HAVING and is_asked:
            return text[verb.start :]
        if verb.exact in _MODAL and _is_somebody(snapshot, text, after):
            return text[verb.start :]
    return text


def words_in_full(text: str) -> list[str]:
    """The folded words of a question, in Danish, those that are clipped in full."""
    return [token.exact for token in in_full(as_danish(tokenize(text)))]


def is_fragment(text: str) -> bool:
    """Whether it is a question by its mark alone: «også ved kort indlæggelse?»."""
    is_marked = text.rstrip().endswith("?")
    return is_marked and NOT_YES_OR_NO.isdisjoint(words_in_full(text))


def asks_if_self(clause: str) -> bool:
    """Whether it asks if it is the asker's, or theirs whom it has named: that is asking
    whose it is («er det os der leverer den»).
    """
    return bool(_SELF.match(folded_words(clause)))


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


def condition_asked(snapshot: Snapshot, hit: RowHit, text: str) -> str:
    """When a row holds, where the question names it by a word that its task has not,
    or both say «også»; and of a permission whom it is for, where the condition names
    them.
    """
    stored = hit.row.snitflade
    condition = condition_in(stored.situation)
    marked = " ".join(
        piece for piece, is_marked in hit.highlights.get("situation", ()) if is_marked
    )
    stems = {token.stem for token in tokenize(condition)}
    named = {token.stem for token in tokenize(marked)}
    named -= {token.stem for token in tokenize(stored.task)}

    is_also = _ALSO in stems and _ALSO in {token.stem for token in tokenize(text)}
    may = stored.task.lower().startswith(PERMITTED)
    may = may and not set(stored.responsible).isdisjoint(
        actors_named(snapshot, condition)
    )
    return lowered(condition) if named & stems or is_also or may else ""


def _is_somebody(snapshot: Snapshot, text: str, token: Token) -> bool:
    """Whether someone who may do a thing stands there."""
    if token.exact in _ASKERS or token.exact in _KIN:
        return True
    return bool(actor_first_in(snapshot, text[token.start :]))


def _subject(snapshot: Snapshot, text: str) -> str:
    """The actor right after the verb; empty where none stands there."""
    verb, _ = verb_first(text)
    tokens = tokenize(text)
    exact = [token.exact for token in tokens]
    rest = tokens[exact.index(verb) + 1 :] if verb else []
    begin = rest[1:] if rest and rest[0].exact == _IT else rest
    return actor_first_in(snapshot, text[begin[0].start :]) if begin else ""


@kept_with_snapshot
def _verbs(snapshot: Snapshot) -> frozenset[str]:
    """What is done in the tasks, in the present tense."""
    firsts = (row.snitflade.task.split(" ")[0] for row in snapshot.answering_rows)
    return frozenset(fold(f"{verb}r") for verb in firsts if verb.isalpha())
