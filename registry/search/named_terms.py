"""The entries of the word list that a question names, for the foot of its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.catalogue.snapshot import Snapshot
from registry.search.answer import TermHit
from registry.search.concepts import ParsedQuestion, Role

if TYPE_CHECKING:
    from registry.models import Term


def terms_named(parsed: ParsedQuestion, snapshot: Snapshot) -> list[TermHit]:
    """In the order in which the question names them; none of a light word, unless all
    of them are.
    """
    named = [c for c in parsed.concepts if c.role is not Role.LIGHT] or parsed.concepts
    keys = dict.fromkeys(key for concept in named for key in concept.terms)
    return [_term(snapshot.terms[key]) for key in keys if key in snapshot.terms]


def _term(term: Term) -> TermHit:
    return TermHit(
        key=term.key,
        term=term.term,
        meaning=term.meaning,
        same_as=[*term.same, *term.abbreviations, *term.everyday],
        not_same_as=term.confusable,
        note=term.confusable_note,
    )
