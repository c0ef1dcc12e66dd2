"""Where an actor is found: which organisation of a municipality's surroundings it is,
and where to ask when no number is known. Tables, no data of anybody's.
"""

from typing import NamedTuple


class Whereabouts(NamedTuple):
    """Where actors of one sector are found.

    `ask`: where in the organisation to ask; `of_whom`: whose organisation it is where
    none is known.
    """

    ask: str
    of_whom: str


# The field of a municipality that names the organisation in which an actor works.
SERVED_BY = {
    "hospital": "area_hospital",
    "somatisk-afdeling": "area_hospital",
    "psykiatrisk-center": "psychiatric_centres",
    "voksenpsykiatrisk-center": "psychiatric_centres",
}
# Municipalities that a row names by their part in the case; the reader's own is that
# municipality only where it has that part.
BY_THEIR_PART = frozenset(
    {
        "bopaelskommune",
        "handlekommune",
        "opholdskommune",
        "visiterende-kommune",
        "behandlende-kommune",
    }
)
ITSELF = "kommune"  # the sector whose actors are the municipality, or work in it
REGION = "region"
WHEREABOUTS = {
    REGION: Whereabouts("afdelingen", "hospitalet"),
    ITSELF: Whereabouts("visitationen", "borgerens kommune"),
    "almen-praksis": Whereabouts("lægehuset", "borgerens egen læge"),
    "privat": Whereabouts("omstillingen", "den, der leverer ydelsen"),
    "stat": Whereabouts("omstillingen", "myndigheden"),
}
ELSEWHERE = Whereabouts("sekretariatet", "den part, der har aftalen")
# Nobody rings these to hand over a task.
NOT_RUNG = frozenset({"borger"})
