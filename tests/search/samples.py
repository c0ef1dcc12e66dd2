"""Small lexicons for the tests of the search, and short ways to look at an answer."""

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any, Protocol

from registry.language.danish import tokenize
from registry.models import Choice, Term
from registry.search.answer import Answer
from registry.search.lexicon import Lexicon
from registry.search.profile import PROFILE, Profile

TODAY = date(2026, 11, 22)
RECORDED = datetime(2026, 1, 1, tzinfo=UTC)


class Ask(Protocol):
    """Asks the invented catalogue; facets are named as keywords."""

    def __call__(
        self,
        text: str,
        *,
        pr: date = TODAY,
        vist: datetime | None = None,
        **filters: str,
    ) -> Answer: ...


def term(name: str, **fields: Any) -> Term:
    """A term whose key is its first word."""
    return Term(
        key=name.split(maxsplit=1)[0],
        term=name,
        position=0,
        recorded_at=RECORDED,
        **fields,
    )


def word(scheme: str, key: str, label: str, *also: str) -> Choice:
    return Choice(
        scheme=scheme,
        key=key,
        label=label,
        also=list(also),
        position=0,
        recorded_at=RECORDED,
    )


def lexicon(
    corpus: str = "",
    terms: tuple[Term, ...] = (),
    words: tuple[Choice, ...] = (),
    profile: Profile = PROFILE,
) -> Lexicon:
    """A lexicon of a corpus of one document."""
    counted = Counter(token.exact for token in tokenize(corpus))
    return Lexicon(terms, words, counted, profile=profile)


def ids(answer: Answer) -> list[str]:
    """The rows of an answer, group by group."""
    return [hit.row.id for group in answer.groups for hit in group.hits]


def nearest(answer: Answer) -> list[str]:
    """The rows shown as the nearest."""
    return [hit.row.id for group in answer.nearest for hit in group.hits]
