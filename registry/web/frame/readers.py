"""What a request asks to read: the moment, the reader's municipality, and the facets
chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from flask import g, request

from registry.catalogue import facets
from registry.catalogue.snapshot import Row, ShownVersion, Snapshot
from registry.clock import Moment, parse_moment, today
from registry.rules.fields import FACETS
from registry.services import services

CARRIED = ("pr", "vist", "kommune")


@dataclass(frozen=True)
class Reader:
    """The catalogue as the reader sees it; `carried` goes along in every link."""

    snapshot: Snapshot
    kommune: str | None
    carried: Mapping[str, str]

    @property
    def moment(self) -> Moment:
        return self.snapshot.moment

    @property
    def is_today(self) -> bool:
        return self.moment.vist is None and self.moment.pr == today()

    @property
    def place(self) -> dict[str, str]:
        """The reader's municipality as a filter of rows."""
        return {"municipality": self.kommune} if self.kommune else {}

    def here(self, rows: tuple[Row, ...] | list[Row]) -> list[Row]:
        """The rows that apply in the reader's municipality; all where none is
        chosen.
        """
        return facets.narrow(self.snapshot, rows, self.place)

    def concerns(self, version: ShownVersion) -> bool:
        """Whether an agreement applies in the reader's municipality: local ones only
        there.
        """
        return self.snapshot.concerns(version, self.kommune)


def reader() -> Reader:
    """This request's reader, made once. Raises BadInput naming pr, vist or kommune."""
    if "reader" not in g:
        g.reader = _read()
    return cast(Reader, g.reader)


def read_newest() -> Reader:
    """This request's reader of all that is recorded, also while others are shown the
    state before: what was published just now is there for who goes to it.
    """
    g.reader = _read(newest=True)
    return cast(Reader, g.reader)


def chosen_facets() -> dict[str, str]:
    """The facets chosen in the address, by facet name. Raises BadInput naming the
    parameter.
    """
    chosen = {
        f.name: value
        for f in FACETS
        if (value := request.args.get(f.param, "").strip())
    }
    facets.validate(reader().snapshot, chosen)
    return chosen


def _read(*, newest: bool = False) -> Reader:
    carried = {
        name: value for name in CARRIED if (value := request.args.get(name, "").strip())
    }
    moment = parse_moment(carried.get("pr", ""), carried.get("vist", ""))

    catalogue = services().catalogue
    snapshot = catalogue.at(moment) if newest else catalogue.lately(moment)
    kommune = carried.get("kommune")
    facets.validate(snapshot, {"municipality": kommune} if kommune else {})
    return Reader(snapshot, kommune, carried)
