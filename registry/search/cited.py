"""Citations in documents and questions: a paragraph with its law is one thing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from registry.language.citations import Citation, citations
from registry.language.danish import Token, tokenize
from registry.search.index_keys import CONCEPT, EXACT, LAW, NARROWER
from registry.search.phrases import Meaning

if TYPE_CHECKING:
    from registry.models import Term

# What the tokens stand for that are citations, by the token's exact form.
Cited = dict[str, Meaning]
NOTHING_CITED: Cited = {}
CITED = "§:"


class CitedTerms:
    """The terms that go by a paragraph of a law (servicelovens § 107)."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms: dict[str, list[str]] = {}
        for term in terms:
            for name in _paragraphs_named(term):
                self._terms.setdefault(name, []).append(term.key)

    def meaning_of(self, cited: Citation, words: Collection[str]) -> Meaning:
        """What a citation stands for: its paragraphs, of its law alone where it names
        one; where no document holds such a number, the terms that go by one of them.

        `words` are those of the documents.
        """
        terms = [key for name in cited.names for key in self._terms.get(name, ())]
        prefix = LAW if cited.law else EXACT
        index_keys = {prefix + name for name in cited.names}
        if not any(paragraph in words for paragraph in cited.paragraphs):
            index_keys |= {kind + key for key in terms for kind in (CONCEPT, NARROWER)}

        return Meaning(frozenset(index_keys), tuple(dict.fromkeys(terms)), (), False)


def law_keys(text: str) -> set[str]:
    """The index keys of the paragraphs that a text cites with their law."""
    return {LAW + name for one in citations(text) if one.law for name in one.names}


def with_citations(
    text: str, terms: CitedTerms, words: Collection[str]
) -> tuple[list[Token], Cited]:
    """The tokens of a text, each citation that names a law, more than one paragraph, or
    one that documents cite, as one of them, and what each of those stands for.

    Of another only the paragraph is left: «stk. 1» asks for nothing.
    """
    tokens = list(tokenize(text))
    meanings: Cited = {}
    for one in citations(text):
        inside = [token for token in tokens if one.start <= token.start < one.end]
        kept = [token for token in inside if token.exact.startswith("§")]
        is_held = any(paragraph in words for paragraph in one.paragraphs)
        if one.law or is_held or len(one.paragraphs) > 1:
            name = CITED + "".join(one.names)
            kept = [Token(one.start, one.end, name, name)]
            meanings[name] = terms.meaning_of(one, words)
        if inside:
            at = tokens.index(inside[0])
            tokens[at : at + len(inside)] = kept

    return tokens, meanings


def _paragraphs_named(term: Term) -> set[str]:
    """The paragraphs that a term goes by (§ 107), alone and each with the law that its
    meaning cites for it.
    """
    names = (term.term, *term.same, *term.abbreviations, *term.everyday)
    called = {p for name in names for c in citations(name) for p in c.paragraphs}
    cited = [c for text in (*names, term.meaning) for c in citations(text) if c.law]
    with_law = {f"{c.law}{p}" for c in cited for p in c.paragraphs if p in called}
    return called | with_law
