"""Where an actor is found: which organisation of a municipality's surroundings it is,
and where to ask when no number is known. Tables, no data of anybody's.
"""

import re
from typing import NamedTuple


class Whereabouts(NamedTuple):
    """Where an actor is found.

    `function`: whom to ask for in the organisation that it is, or works in; nothing
    where whoever answers there is the one. `of_whom`: where to ring while no
    organisation is known; `is_place`: that is an organisation to ask for them in too.
    Both by the actor's label, as it is within a sentence, or its name.
    """

    function: str
    of_whom: str
    is_place: bool = False


BY_TASK = "den, der har opgaven"


class Ask(NamedTuple):
    """Where to ring without a number in the catalogue, and what to ask for there."""

    place: str
    function: str = ""

    @property
    def whom(self) -> str:
        """Whom one asks for, as a sentence begins: the function, where it names any."""
        said = self.place if self.function in ("", BY_TASK) else self.function
        return said[:1].upper() + said[1:]

    @property
    def where(self) -> str:
        """What else there is to say of it: the place, or whoever has the task there."""
        return self.function if self.function in ("", BY_TASK) else self.place

    @property
    def in_words(self) -> str:
        """Whom one asks for and where, as it stands on a page."""
        return ", ".join(filter(None, (self.whom, self.where)))

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.place, self.function)))


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
# The municipality as a whole, not one who works in it.
WHOLE = BY_THEIR_PART | {"kommune", "regionens-kommuner", "kommunalbestyrelse"}
ITSELF = "kommune"  # the sector whose actors are the municipality, or work in it
REGION = "region"
WARD = "patientens afdeling"
# A region has a ward for a row of these phases, or that speaks of its patient.
IN_A_WARD = frozenset({"akut", "indlaeggelse", "under-indlaeggelse", "udskrivning"})
OF_A_PATIENT = re.compile(r"\b(?:patient|indlagt|indlæg)", re.IGNORECASE)
# Advice is given to who is not a patient, also by a hospital.
ADVICE = frozenset({"raadgivning-til-egen-laege", "laegefaglig-raadgivning"})
# Where the patient of a question is, by its folded words.
DISCHARGING = "den afdeling, der udskrev"
DISCHARGED = re.compile(
    r" (?:kom(?:met)? hjem|hjemme igen|(?:er|blev|lige|netop|nyligt) udskrevet"
    r"|nyudskrevet|hjem fra (?:psyk\w*|hospital\w*|sygehus\w*|afdeling\w*)) "
)
AT_HOME = re.compile(
    r" (?:plejehjem\w*|plejecent\w*|plejebolig\w*|aeldrecent\w*|botilbud\w*|bosted\w*"
    r"|bofaellesskab\w*|forsorgshjem\w*|herberg\w*|hjemmet|hjemmeboende|hjemmeplej\w*"
    r"|hjemmesygeplej\w*|hjemmehjaelp\w*|(?:eget|sit|hendes|hans) hjem) "
)
IN_HOSPITAL = re.compile(
    r" (?:\w*indlagt\w*|\w*indlaeg\w*|\w*udskriv\w*|\w*hospital\w*|\w*sygehus\w*"
    r"|afdeling\w*|afsnit\w*|sengeafsnit\w*|akutmodtag\w*|skadestue\w*|ambula\w*) "
)
# A town alone is its hospital after these.
LYING = (
    r"(?:ligger|laa|indlagt|inde|koert ind|overflyttet|opereret) (?:\w+ )?(?:paa|til)"
)
NICKNAMES = {
    "rigshospitalet": ("riget", "rigets"),
    "buc": ("buc", "buc s"),
    "pc-sct-hans": ("sct hans hospital",),
}
# A centre of children's, which no centre of adults is.
OF_ADULTS, OF_CHILDREN = "voksenpsykiatrisk-center", frozenset({"buc"})
# What a municipality has where its row says that it is reached so at all hours.
ROUND_THE_CLOCK = "kommunens døgntelefon"
AT_ALL_HOURS = re.compile(r"hele døgnet|døgnet rundt", re.IGNORECASE)
BY_TELEPHONE = re.compile(r"\b(?:på telefon|telefonisk)", re.IGNORECASE)
# Nobody is called so: whoever is at it is asked on the side that does not ask.
EVERYBODY = frozenset({"alle-parter"})
# The words of functions that answer whatever the task is, and of where they are.
GENERAL_FUNCTIONS = """
    visitation visitationen visitator visiterende myndighed myndigheden hovednummer
    omstilling omstillingen reception receptionen borgerservice forvaltning
    forvaltningen telefon telefonen vagthavende vagttelefon bagvagt forvagt døgnvagt
    sekretariat
    afdeling afdelingen hospital hospitalet kommune kommunen region regionen center
    centret ældre omsorg sundhed social socialforvaltningen hjælpe ringe kontakt nummer
    borger borgeren patient patienten
"""
# Hours that are over when the day is.
PLAIN_HOURS = re.compile(r"\b(?:hverdage?|man(?:dag)?\b|dagtid|kl\. ?(?:7|8|9))", re.I)
# A psychiatric ward has a «visitation» of its own.
VISITATION = "kommunens visitation eller rette forvaltning"
# Of a row that is for them alone; what its municipality calls it, no source says.
FOR_CHILDREN = "rette forvaltning for børn og unge"
SECRETARIAT = "sekretariatet"
HOME = "borgerens kommune"
WHEREABOUTS = {
    REGION: Whereabouts(BY_TASK, "{name}", is_place=True),
    ITSELF: Whereabouts("{actor}", HOME, is_place=True),
    "almen-praksis": Whereabouts("", "lægehuset hos borgerens egen læge"),
    "privat": Whereabouts("", "{actor}, der leverer ydelsen"),
    "stat": Whereabouts("", "{actor}"),
}
ELSEWHERE = Whereabouts("", "{actor}")  # a committee, or the one a rule speaks of
# A municipality is asked where it decides, whatever part it has in the case.
DECIDING = Whereabouts(VISITATION, "borgerens {actor}", is_place=True)
COMMITTEE = Whereabouts(SECRETARIAT, "sekretariatet for {name}")
# What a sector's words do not suit.
WHEREABOUTS_OF = {
    REGION: Whereabouts(WARD, "regionen", is_place=True),
    "hospital": Whereabouts(WARD, "hospitalet", is_place=True),
    "somatisk-afdeling": Whereabouts(
        "den udskrivende afdeling", "hospitalet", is_place=True
    ),
    "psykiatrisk-center": Whereabouts(WARD, "psykiatrisk center", is_place=True),
    "voksenpsykiatrisk-center": Whereabouts(
        WARD, "voksenpsykiatrisk center", is_place=True
    ),
    "buc": Whereabouts(WARD, "{name}", is_place=True),
    "bopaelsregion": Whereabouts(
        WARD, "hospitalet i borgerens bopælsregion", is_place=True
    ),
    "opholdsregion": Whereabouts(
        WARD, "hospitalet i borgerens opholdsregion", is_place=True
    ),
    "kommune": DECIDING,
    "bopaelskommune": DECIDING,
    "handlekommune": DECIDING,
    "opholdskommune": DECIDING,
    "visiterende-kommune": Whereabouts(
        "kommunens visitation", "den kommune, der har visiteret borgeren", is_place=True
    ),
    "behandlende-kommune": DECIDING._replace(of_whom="{actor}"),
    "regionens-kommuner": DECIDING._replace(of_whom=HOME),
    "kommunalbestyrelse": Whereabouts(
        SECRETARIAT, "sekretariatet for kommunalbestyrelsen"
    ),
    "regionsraad": Whereabouts(SECRETARIAT, "sekretariatet for regionsrådet"),
    "sundhedsraad": Whereabouts(SECRETARIAT, "sekretariatet for sundhedsrådet"),
    "sku": COMMITTEE,
    "sundhedssamarbejdsudvalg": COMMITTEE,
    "das": COMMITTEE,
    "plo": Whereabouts("", "{name}"),
    "overlaege": Whereabouts(
        "den behandlingsansvarlige overlæge",
        "den behandlingsansvarlige overlæge, der har patienten",
    ),
    "jordemoder": Whereabouts("jordemoderen", "jordemoderen"),
    "laege": Whereabouts("", "den læge, der behandler borgeren"),
    "fast-laege": Whereabouts("", "botilbuddets faste læge"),
    "apotek": Whereabouts("", "borgerens apotek"),
    "politi": Whereabouts("", "politiet"),
}
# The actors that whoever asks at night looks for first, in a municipality or without;
# also where a row names nobody that one can ring.
AROUND = ("region", "kommune")
# Nobody rings these to hand over a task: citizens, and whoever is at it already.
NOT_RUNG = frozenset({"borger"})
ONESELF = frozenset({"den-der-opdager"})
