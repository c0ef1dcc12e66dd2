"""Names that the word list only sets a term apart from: «forebyggende hjemmebesøg» is
no opfølgende hjemmebesøg. Pure.

A row about the term, or about something else with the same head, does not answer who
asks for such a name: only one that has it as a whole, and not only to deny it.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache

from registry.catalogue.snapshot import Row
from registry.catalogue.told import worded
from registry.language.danish import Token, stems_in
from registry.search.lexicon import Lexicon
from registry.search.phrases import Phrases

Name = frozenset[str]  # the stems of a name


def names_apart(words: Sequence[Token], lexicon: Lexicon) -> Collection[Name]:
    """Those that the words of a question hold, of more words than one: one word alone
    is known or not.
    """
    stems = [word.stem for word in words]
    found = _table(lexicon).find(stems)
    return [frozenset(stems[one.first : one.last]) for one in found]


def has_names(row: Row, names: Collection[Name]) -> bool:
    """Whether a row has each of the names as a whole, in one of its texts."""
    if not names:
        return True
    said = [frozenset(stems_in(text)) for text in worded(row)]
    return all(any(name <= stems for stems in said) for name in names)


@lru_cache(maxsize=4)
def _table(lexicon: Lexicon) -> Phrases:
    """The names that are no other name of a term, a task or an actor."""
    table = Phrases()
    for term in lexicon.terms.values():
        for name in term.confusable:
            stems = stems_in(name)
            known = lexicon.question_phrases.find(stems)
            if len(stems) > 1 and (0, len(stems)) not in [p[:2] for p in known]:
                table.add(name)
    return table
