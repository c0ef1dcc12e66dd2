"""Where an actor is found: which organisation of a municipality's surroundings it is,
and where to ask when no number is known. Tables, no data of anybody's.
"""

from typing import NamedTuple


class Whereabouts(NamedTuple):
    """Where an actor is found.

    `ask`: where in the organisation to ask, said before its name; `of_whom`: whom to
    ask where no organisation is known. Both by the actor's name.
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
# Actors who work where the patient is, and the field of a municipality that names it,
# by the target group of the row.
WORKING_WITH = frozenset({"overlaege"})
TREATED_AT = {"psykisk-sygdom": "psychiatric_centres", "somatik": "area_hospital"}
CHILDREN = frozenset({"boern-og-unge"})  # they are treated elsewhere
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
    REGION: Whereabouts("", "{actor}, der har patienten"),
    ITSELF: Whereabouts("visitationen hos", "{actor} i borgerens kommune"),
    "almen-praksis": Whereabouts("", "lægehuset hos borgerens egen læge"),
    "privat": Whereabouts("", "{actor}, der leverer ydelsen"),
    "stat": Whereabouts("", "{actor}"),
}
ELSEWHERE = Whereabouts("", "sekretariatet hos den part, der har aftalen")
# A municipality is asked where it decides, whatever part it has in the case.
DECIDING = Whereabouts("visitationen hos", "visitationen hos borgerens {actor}")
BOARD = Whereabouts("sekretariatet hos", "sekretariatet for {actor}")
# What a sector's words do not suit.
WHEREABOUTS_OF = {
    "region": Whereabouts(
        "den afdeling, der har patienten, i", "den afdeling, der har patienten"
    ),
    "hospital": Whereabouts(
        "den afdeling, der har patienten, på",
        "den afdeling på hospitalet, der har patienten",
    ),
    "bopaelsregion": Whereabouts("", "den afdeling, der har patienten"),
    "opholdsregion": Whereabouts("", "den afdeling, der har patienten"),
    "region-hovedstadens-psykiatri": Whereabouts("", "{actor}"),
    "kommune": DECIDING,
    "bopaelskommune": DECIDING,
    "handlekommune": DECIDING,
    "opholdskommune": DECIDING,
    "visiterende-kommune": Whereabouts(
        "visitationen hos", "visitationen hos den kommune, der har visiteret borgeren"
    ),
    "behandlende-kommune": Whereabouts("visitationen hos", "visitationen hos {actor}"),
    "regionens-kommuner": DECIDING._replace(
        of_whom="visitationen hos borgerens kommune"
    ),
    "kommunalbestyrelse": BOARD,
    "regionsraad": BOARD,
    "sundhedsraad": BOARD,
    "plo": Whereabouts("", "{actor}"),
    "overlaege": Whereabouts("{actor} på", "{actor}, der har patienten"),
}
# The actors that whoever asks at night looks for first, in a municipality or without.
AROUND = ("region", "kommune")
# Nobody rings these to hand over a task.
NOT_RUNG = frozenset({"borger"})
