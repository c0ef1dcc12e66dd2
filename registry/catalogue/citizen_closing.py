"""What stands at the end of what a citizen is told, in sentences: what it does not say,
and what the catalogue's other rows are about. Pure.
"""

from collections.abc import Iterator, Mapping

from registry.catalogue.citizen import Lacks
from registry.catalogue.citizen_deed import together
from registry.rules.citizens import Business


def lacking(lacks: Lacks) -> list[str]:
    """What is not said, a sentence for each kind of thing; empty where all is said."""
    return list(_lacking(lacks))


def about_others(others: Mapping[Business, int]) -> str:
    """How many rows are not told because they are about other things, and about what;
    empty where there are none.
    """
    listed = [f"{kind} ({others[kind]})" for kind in Business if others.get(kind)]
    if not listed:
        return ""
    count = sum(others.values())
    rules = "1 anden regel" if count == 1 else f"{count} andre regler"
    return f"Kataloget har {rules}, der ikke handler om dig: {together(listed, 'og')}."


def _lacking(lacks: Lacks) -> Iterator[str]:
    if lacks.phases:
        listed = together([f"«{title}»" for title in lacks.phases], "eller")
        yield f"Der står ikke noget på siden om {listed}."

    for count, what in (
        (lacks.untimed, "hvornår det sker"),
        (lacks.nobody, "hvem der gør det"),
    ):
        if count:
            yield f"Ved {count} af de {lacks.rows} regler står der ikke, {what}."

    if lacks.unasked:
        yield (
            f"Ved {lacks.unasked} af de {lacks.rows} regler får andre oplysninger om "
            "patienten. Der står ikke, om patienten skal sige ja først."
        )
    if lacks.unsure:
        yield (
            f"{lacks.unsure} af de {lacks.rows} regler er ikke sikre. "
            "Spørg, før du regner med dem, men vent ikke, hvis det haster."
        )
