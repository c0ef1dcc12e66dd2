"""The shipped path that the picture was made for."""

from collections.abc import Sequence
from datetime import date

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.exports.pathway.story_of_rows import story_of
from registry.exports.pathway.svg import Addresses
from registry.rules.pathway.arrangement import Measured, measured

ON = date(2026, 11, 22)
ADULTS = ("psykisk-sygdom", "voksne")
TO = Addresses(
    lambda row: f"https://katalog.example/snitflader/{row}",
    lambda task: f"https://katalog.example/soeg?q={task}",
    lambda phase: f"https://katalog.example/forloeb#ansvar-{phase}",
)


def path_of(
    catalogue: Catalogue, groups: Sequence[str] = ADULTS, on: date = ON
) -> Measured:
    snapshot = catalogue.at(Moment(on))
    wanted = frozenset(groups)
    rows = [
        row
        for row in snapshot.answering_rows
        if wanted <= set(row.snitflade.target_groups)
    ]
    return measured(story_of(snapshot, rows, groups))
