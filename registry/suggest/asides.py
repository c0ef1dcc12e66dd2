"""What stands beside a sentence's main clauses: subordinate clauses and exceptions, and
where they begin and end.
"""

from collections.abc import Sequence

from registry.suggest.clauses import Sub, subordinates
from registry.suggest.exceptions import exceptions, limits
from registry.suggest.predicate import Span
from registry.suggest.words import Word


class Asides:
    """Found once for a sentence; a clause that turns out to be a main one is let go."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.subs = subordinates(words)
        self.exceptions = exceptions(words, self.subs)

        # The comma before an exception goes with it.
        self.past_exception = {
            at: last
            for (first, last), _ in self.exceptions
            for at in (first, first - (words[first - 1].low == ","))
        }
        self.sub_at = {sub.start: sub for sub in self.subs}

    def subs_in(self, span: Span | None) -> list[Sub]:
        """The subordinate clauses that begin in a span; none where there is none."""
        if span is None:
            return []
        return [sub for sub in self.subs if span[0] <= sub.start < span[1]]

    def exceptions_in(self, said: Span, before: Span | None) -> list[tuple[Span, Span]]:
        """Those that begin where something is said, or stand before its verb."""
        return [
            span
            for span in self.exceptions
            if said[0] <= span[0][0] < said[1] or _holds(before, span[0])
        ]

    def places(self) -> frozenset[int]:
        """The places inside subordinate clauses and exceptions, and where a limit is
        set: what is denied there is not the action.
        """
        spans = [(sub.start, sub.end) for sub in self.subs]
        spans += [whole for whole, _ in self.exceptions]
        places = frozenset(place for span in spans for place in range(*span))
        return places | limits(self.words)

    def let_go(self, sub: Sub) -> int:
        """Let a clause that tells what then is done be read as one of its own."""
        self.subs.remove(sub)
        del self.sub_at[sub.start]
        inner = subordinates(self.words, sub.start + 1)
        self.subs += inner
        self.sub_at.update({s.start: s for s in inner})
        return sub.start


def _holds(outer: Span | None, inner: Span) -> bool:
    return outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]
