"""The subsections of law (stk.) that a question names: another one of the same
paragraph is no answer to it. Pure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.catalogue.told import worded
from registry.language.citations import Citation, citations

# A paragraph with its law, or alone where the question names no law: its subsections.
Named = Mapping[str, frozenset[int]]


@dataclass(frozen=True)
class Subsections:
    """Those asked for that some row states, and those that no row does, as written."""

    stated: Named
    unstated: tuple[str, ...] = ()

    def hold(self, row: Row) -> bool:
        """Whether the row is of one of them, or does not say of which it is."""
        if not self.stated:
            return True
        of_row = _named(citations(_text(row)))
        cited = of_row.keys() & self.stated.keys()
        return not cited or any(
            not of_row[name] or not of_row[name].isdisjoint(self.stated[name])
            for name in cited
        )

    def named_by(self, row: Row) -> bool:
        """Whether the row says that it is of one of them."""
        of_row = _named(citations(_text(row))) if self.stated else {}
        return any(
            not of_row.get(name, frozenset()).isdisjoint(asked)
            for name, asked in self.stated.items()
        )


NO_SUBSECTIONS = Subsections({})


def subsections_of(asked: str, snapshot: Snapshot) -> Subsections:
    """What a question names of subsections, as it was `asked`."""
    # A paragraph with its law is asked for as that, not as any law's.
    cited = {one.names[0]: one for one in citations(asked) if _is_of_one(one)}
    if not cited:
        return NO_SUBSECTIONS

    known = _stated(snapshot)
    stated = {
        name: one.subsections
        for name, one in cited.items()
        if not one.subsections.isdisjoint(known.get(name, frozenset()))
    }
    unstated = (one for name, one in cited.items() if name in known.keys() - stated)
    return Subsections(stated, tuple(asked[one.start : one.end] for one in unstated))


def _is_of_one(cited: Citation) -> bool:
    return len(cited.paragraphs) == 1 and bool(cited.subsections)


def _named(cited: Iterable[Citation]) -> dict[str, frozenset[int]]:
    """Each paragraph, alone and with its law, and the subsections that are named of it.
    Where it is also cited as a whole, none.
    """
    by_paragraph: dict[str, frozenset[int]] = {}
    whole: set[str] = set()
    for one in cited:
        for name in {*one.names, *one.paragraphs}:
            by_paragraph[name] = by_paragraph.get(name, frozenset()) | one.subsections
            whole |= set() if one.subsections else {name}

    return {
        name: frozenset() if name in whole else subsections
        for name, subsections in by_paragraph.items()
    }


@kept_with_snapshot
def _stated(snapshot: Snapshot) -> Named:
    """The paragraphs that rows rest on, and which of their subsections."""
    known: dict[str, frozenset[int]] = {}
    for row in snapshot.asked_rows:
        for name, some in _named(citations(_text(row))).items():
            known[name] = known.get(name, frozenset()) | some
    return known


def _text(row: Row) -> str:
    return "; ".join((row.snitflade.legal_basis, *worded(row)))
