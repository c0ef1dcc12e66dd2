"""The cards of terms: what each is today, what it is not, and what an older edition
said.
"""

from registry.catalogue import addresses
from registry.catalogue.snapshot import Snapshot
from registry.language.danish import tokenize
from registry.models import Term
from registry.rules.older import today_and_older
from registry.search.cards.card import BETWEEN, Card, CardDocument, evidence, facts
from registry.search.cards.side_by_side import MEANING, OLDER, REMARK


def term_documents(snapshot: Snapshot) -> list[CardDocument]:
    """Every term that has a meaning, by all its names."""
    return [_term(snapshot, term) for term in snapshot.terms.values() if term.meaning]


def _term(snapshot: Snapshot, term: Term) -> CardDocument:
    same = (*term.same, *term.abbreviations, *term.everyday)
    today, older = today_and_older(term.meaning)

    card = Card(
        kind="term",
        title=term.term,
        facts=facts(
            (MEANING, today),
            ("Også kaldt", ", ".join(same)),
            ("På andre sprog", ", ".join(term.foreign)),
            ("Ikke at forveksle med", ", ".join(term.confusable)),
            (REMARK, term.confusable_note),
            (OLDER, older),
            evidence(term.confirmed),
        ),
        source=term.source,
        url=addresses.term(snapshot, term.key),
    )

    names = (term.term, *same, *term.foreign)
    return CardDocument(
        term.key,
        card,
        names,
        sort=term.link or "",
        about=BETWEEN.join(filter(None, map(_as_a_word, term.abbreviations))),
        besides=BETWEEN.join(term.confusable),
    )


def _as_a_word(abbreviation: str) -> str:
    """The abbreviation as a question has it; none of a number or a paragraph, by which
    one asks for what rests on it.
    """
    words = [token.exact for token in tokenize(abbreviation)]
    is_word = len(words) == 1 and words[0][:1].isalpha()
    return words[0] if is_word else ""
