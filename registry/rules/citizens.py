"""Which rows a citizen is told, what begins a condition, and whom a citizen asks.
Tables, no data of anybody's.
"""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NamedTuple

from registry.unsaid import NOT_APPLICABLE, NOT_STATED

# From this age nobody is a child (værgemålslovens § 1).
OF_AGE = 18
CITIZEN_ACTORS = frozenset({"borger", "paaroerende"})
# A deed that begins so is the reader's own, whoever else the row names.
OF_YOU = "du "
# What a deed speaks of that another field of its row answers: who decides, who pays,
# and who carries the medical responsibility. None is told as unsaid while it is said.
ANSWERED_BY: Mapping[str, re.Pattern[str]] = {
    "authority": re.compile(r"\b(?:bestemmer|afgør|beslutter)\b"),
    "payer": re.compile(r"\bbetaler\b"),
    "treatment_responsible": re.compile(r"\blægelige? (?:behandlings)?ansvar\w*"),
}


class Business(StrEnum):
    """What a row is about that is not the citizen's, as a reader is told it."""

    MONEY = "betaling mellem kommune, region og læger"
    CERTIFICATES = "attester mellem læge og kommune"
    MESSAGES = "beskeder mellem fagfolk"
    STAFF = "råd og regler til ansatte"
    AGREEMENTS = "hvordan aftaler bliver lavet"
    WORK = "hvordan kommune, region og læger arbejder"


# Kinds of task that neither happen to the citizen nor are done for them. A row of one
# is theirs only where they do it themselves.
NOT_THE_CITIZENS: Mapping[str, Business] = {
    "betaling-for-faerdigbehandlede": Business.MONEY,
    "betaling-for-forebyggende-ydelser": Business.MONEY,
    "betaling-for-tandpleje": Business.MONEY,
    "honorar-opfoelgende-hjemmebesoeg": Business.MONEY,
    "saerlige-pladser": Business.MONEY,
    "socialtandpleje": Business.MONEY,
    "laegeattest": Business.CERTIFICATES,
    "advis": Business.MESSAGES,
    "faerdigmelding": Business.MESSAGES,
    "gensidig-kontakt": Business.MESSAGES,
    "korrespondance": Business.MESSAGES,
    "telefonisk-tilgaengelighed": Business.MESSAGES,
    "underrette-om-henvisning": Business.MESSAGES,
    "bistand-til-misbrugsbehandling": Business.STAFF,
    "ikke-anvise-kommunale-indsatser": Business.STAFF,
    "laegefaglig-raadgivning": Business.STAFF,
    "modtage-utilsigtede-haendelser": Business.STAFF,
    "raadgivning-til-egen-laege": Business.STAFF,
    "utilsigtede-haendelser": Business.STAFF,
    "drift-efter-2027": Business.AGREEMENTS,
    "godkendelse-af-aftaler": Business.AGREEMENTS,
    "lokale-tillaeg": Business.AGREEMENTS,
}
# A deed that begins so moves money, and not the citizen's.
MOVES_MONEY = ("betaler ", "betaler, ", "kan få penge tilbage")
# A deed without any of these speaks neither to the citizen nor of them.
OF_THE_READER = re.compile(
    r"\b(?:du|dig|din|dit|dine|jer|jeres|\w*børn|\w*barn\w*|unge?|forældre\w*"
    r"|famili\w*|pårørende|patient\w*|borger\w*|gravid\w*|ældre)\b",
    re.IGNORECASE,
)
# A situation in plain words that begins so is the condition of the deed, and is said
# before it.
CONDITION = re.compile(r"(?:(?:Kun )?[Hh]vis|Når|Mens) ")
# A condition that a patient of a hospital by its name meets: of it alone («Kun hvis»),
# or of what is only known from there, and may be the same elsewhere.
OF_ONE_HOSPITAL = re.compile(
    r"(?P<only>Kun )?[Hh]vis [^.]*?\b(?:\w+ )?(?:Hospital|Rigshospitalet)\b"
)

# What is told of here cannot wait for an answer. «Akuttelefonen» is none of it.
URGENT = re.compile(
    r"\b(?:akut|akutte|livsfar\w*|forgift\w*|selvmord\w*|bevidstløs\w*|haster)\b",
    re.IGNORECASE,
)
URGENT_PHASES = frozenset({"akut"})
# A reader in need takes this for a no to any help.
CLOSES_A_DOOR = re.compile(r"\bkan (?:du )?ikke selv henvende\b")

# Kinds of task that are about the same as another, though they are done elsewhere.
SAME_SUBJECT: Mapping[str, str] = {
    "misbrugsbehandling-under-indlaeggelse": "misbrugsbehandling"
}
# What is told says so where the patient agrees before others are told of them.
AGREES = re.compile(r"\b(?:siger|sagt) ja\b")
# What a row rests on where it is the law: a recommendation is none.
OF_LAW = re.compile(r"\b\w*lov(?:en)?\b|\bbekendtgørelse", re.IGNORECASE)
# Kinds of task that a citizen may fear: they are told with the law that allows them.
WITH_ITS_LAW = frozenset({"deling-af-oplysninger"})


class PagePart(NamedTuple):
    """A part of an illness's page that holds for some of its readers only, by its
    heading and its place after what holds for all.
    """

    heading: str
    place: int


ILLNESSES = frozenset({"psykisk-sygdom", "somatik", "kronisk-sygdom"})
ADULTS = "voksne"
# What holds somewhere stands after what holds everywhere; on the page of a group the
# rows of another stand in a part of their own.
SEEN_SOMEWHERE = PagePart("Set på bestemte hospitaler, måske det samme på andre", 0)
ONLY_SOMEWHERE = PagePart("Kun på bestemte hospitaler eller i bestemte kommuner", 1)
PARTS: Mapping[str, PagePart] = {
    "hjemloese": PagePart("Er du hjemløs", 2),
    "dobbeltdiagnose": PagePart("Har du både psykisk sygdom og misbrug", 3),
    "retslig-foranstaltning": PagePart(
        "Har du en dom til behandling eller lignende", 4
    ),
    "boern-og-unge": PagePart("Er patienten et barn eller en ung", 5),
}
ADULT_PARTS: Mapping[str, PagePart] = {
    "psykisk-sygdom": PagePart("Har du en psykisk sygdom, eller bor du på botilbud", 2),
}
# Rows of these are told to the one who is ill, or who is with child.
GROWN = frozenset({ADULTS, "gravide"})
CHILDREN = "boern-og-unge"
# What is said of a patient, as it is said of a child: whoever reads is its parent.
TO_CHILD: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b{words}\b", re.IGNORECASE), childs)
    for words, childs in (
        ("dine pårørende og du", "forældrene og den unge"),
        ("dine pårørende", "forældrene"),
        ("din (egen læge|hjemkommune|hjemregion)", r"barnets \1"),
        ("du bliver", "barnet bliver"),
        ("du er", "barnet er"),
    )
)

# Whom a citizen asks, by the sector of who does it, and by the actor where the sector's
# words do not suit. `{name}`: the municipality, by its name where it is known;
# `{ward}`: those who treat, as they are known in the phase.
OWN_DOCTOR = "din egen læge"
ASKED_OF: Mapping[str, str] = {
    "region": "{ward}, eller din egen læge",
    "kommune": "{name}",
    "almen-praksis": OWN_DOCTOR,
}
ASKED_OF_ACTOR: Mapping[str, str] = {
    "hospital": "{ward}",
    "somatisk-afdeling": "{ward}",
    "psykiatrisk-center": "{ward}",
    "region-hovedstadens-psykiatri": "{ward}",
    "voksenpsykiatrisk-center": "{ward}",
    "buc": "{ward}",
    "cvd": OWN_DOCTOR,
    "fast-laege": "botilbuddets faste læge",
    "overlaege": "{ward}",
    "alkoholambulatorium": "alkoholambulatoriet",
    "behandlingsinstitutionens-leder": "behandlingsstedet",
    "jordemoder": "jordemoderen",
    "apotek": "apoteket",
    "kriminalforsorgen": "Kriminalforsorgen",
    "politi": "politiet",
    "retten": "retten",
    "leverandoer": "det firma, der leverer til dig",
    "privat-speciallaege": "speciallægen",
}
WARD = "den afdeling, der behandler dig"
# Before a ward treats the patient, and when it no longer does.
WARDS: Mapping[str, str] = {
    "henvisning": "den læge, der har henvist dig",
    "efter-udskrivning": "den afdeling, du er udskrevet fra",
}
YOUR_MUNICIPALITY = "din kommune"
# Where no municipality is chosen: one that the row tells by more than its name.
MUNICIPALITIES: Mapping[str, str] = {
    "opholdskommune": "den kommune, du er i",
    "visiterende-kommune": "den kommune, der har givet dig pladsen",
}
# Of a rule for those without a home: who has none may not know which one is theirs.
HOMELESS = "hjemloese"
THEIR_MUNICIPALITY = (
    "den kommune, der har din sag. Ved du ikke, hvilken det er, så spørg den kommune, "
    "du er i"
)
IF_HOMELESS = "hvis du er hjemløs"


def business_of(
    task_key: str, deed: str | None, actors: Collection[str]
) -> Business | None:
    """What a row is about where it is not the citizen's; None where it is. `deed`: what
    is done, in plain words; without them nobody can say, and it is told. `actors`: who
    does it.
    """
    if CITIZEN_ACTORS & {*actors} or (deed or "").startswith(OF_YOU):
        return None
    if task_key in NOT_THE_CITIZENS:
        return NOT_THE_CITIZENS[task_key]
    if deed is None:
        return None
    if deed.startswith(MOVES_MONEY):
        return Business.MONEY

    return None if OF_THE_READER.search(deed) else Business.WORK


def answered_by(deed: str) -> tuple[str, ...]:
    """The fields of a row that say who does such a deed, beside who is responsible."""
    return tuple(name for name, words in ANSWERED_BY.items() if words.search(deed))


def subject_of(task_key: str) -> str:
    """The kind of task under which a row is told beside others."""
    return SAME_SUBJECT.get(task_key, task_key)


def part_of(
    groups: Collection[str], group: str, deed: str, places: Collection[str]
) -> PagePart | None:
    """The part of a group's page where a row of these target groups stands; None among
    what holds for all of the page's readers. `deed`: on what condition who does what,
    in plain words; `places`: where alone it holds.
    """
    here = parts_on(group)
    if group == ADULTS or not GROWN & {*groups}:
        part = next((here[key] for key in here if key in groups), None)
        if part:
            return part

    of_one = OF_ONE_HOSPITAL.match(deed)
    if places or (of_one and of_one["only"]):
        return ONLY_SOMEWHERE
    return SEEN_SOMEWHERE if of_one else None


def parts_on(group: str) -> Mapping[str, PagePart]:
    """The parts of a group's page, by the target group whose rows stand there."""
    if group == ADULTS:
        return ADULT_PARTS
    return PARTS if group in ILLNESSES else {}


def closes_a_door(text: str) -> bool:
    """Whether it says that the reader cannot come by themselves."""
    return bool(CLOSES_A_DOOR.search(text))


def is_unasked(informed: Collection[str], said: str) -> bool:
    """Whether others are told of the patient, and what is told does not say whether the
    patient agrees first.
    """
    others = {*informed} - {*CITIZEN_ACTORS, NOT_STATED, NOT_APPLICABLE}
    return bool(others) and not AGREES.search(said)


def is_theirs(groups: Collection[str], group: str) -> bool:
    """Whether a row on a group's page is told to those without a home, who may not know
    which municipality is theirs.
    """
    return HOMELESS in groups and (group == HOMELESS or ADULTS not in groups)


def is_law(legal_basis: str) -> bool:
    """Whether a law or an order is what a row rests on: a recommendation is none."""
    return bool(OF_LAW.search(legal_basis))


def is_urgent(phase: str, deed: str) -> bool:
    """Whether what is told may be of a patient who must not wait for an answer."""
    return phase in URGENT_PHASES or bool(URGENT.search(deed))


def said_to(groups: Collection[str], sentence: str) -> str:
    """A sentence as it is said to the reader of a row for these target groups: of a
    child it is said of the child.
    """
    if CHILDREN not in groups or GROWN & {*groups}:
        return sentence
    for words, childs in TO_CHILD:
        sentence = words.sub(childs, sentence)
    return sentence[:1].upper() + sentence[1:]
