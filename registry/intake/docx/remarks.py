"""The remarks of a reading while they are gathered: short excerpts, and not too many of
a kind.
"""

from collections.abc import Sequence

from registry.intake.read_text import Concern, Remark

LONGEST = 80  # letters of an excerpt
MOST = 50  # remarks of one kind
MOST_NAMED = 8  # excerpts in one remark


class Remarks:
    """Gathers remarks. Those of one kind stand together, in the order of their
    first.
    """

    def __init__(self) -> None:
        self._sentences: dict[tuple[Concern, str], list[str]] = {}

    def add(self, concern: Concern, kind: str, *excerpts: str) -> None:
        """One sentence. `kind` is its beginning; the excerpts follow it in quotes."""
        quotes = ", ".join(quoted(excerpt) for excerpt in excerpts if excerpt.strip())
        sentence = f"{kind}: {quotes}." if quotes else f"{kind}."
        self._sentences.setdefault((concern, kind), []).append(sentence)

    def count(
        self, concern: Concern, one: str, many: str, texts: Sequence[str]
    ) -> None:
        """One sentence for many of a kind. `many` has {} for their number."""
        if not texts:
            return

        quotes = listed([text for text in texts if text.strip()])
        kind = one if len(texts) == 1 else many.format(len(texts))
        sentence = f"{kind}: {quotes}." if quotes else f"{kind}."
        self._sentences.setdefault((concern, kind), []).append(sentence)

    def all(self) -> tuple[Remark, ...]:
        """Everything that was said; of what was said often, as much as can be read."""
        return tuple(
            Remark(concern, text)
            for (concern, _), sentences in self._sentences.items()
            for text in _shortened(sentences)
        )


def listed(texts: Sequence[str]) -> str:
    """Excerpts in quotes, one after the other; of many, the first and how many more."""
    more = len(texts) - MOST_NAMED
    return ", ".join(map(quoted, texts[:MOST_NAMED])) + (
        f" og {more} til" if more > 0 else ""
    )


def quoted(text: str) -> str:
    """An excerpt in quotes."""
    line = " ".join(text.split())
    if len(line) > LONGEST:
        line = f"{line[: LONGEST - 1].rstrip()}…"
    return f"«{line}»"


def _shortened(sentences: list[str]) -> list[str]:
    more = len(sentences) - MOST
    return (
        sentences
        if more <= 0
        else [*sentences[:MOST], f"… og {more} til af samme slags."]
    )
