"""Near misses: cases judged by the format's words alone, before the rules were run.

What decides is the other age group, municipality, day, situation or group; each stands
beside the case that it is taken for.
"""

from typing import Any

from tests.rules.coherence.case_maker import (
    KOMMUNER,
    PLO,
    REGION,
    Written,
    agreement,
    case,
    gap,
    lacks,
    no_receiver,
    non_party,
    overlap,
    row,
    transfer,
)

CENTRE, KOMMUNE = ["psykiatrisk center"], ["kommune"]
MONEY = "Kommunen får 1 mio. kr. om året (prisår 2025)."
VERSIONS = [agreement("a"), agreement("a", 2, in_force_from="2025-01-01")]
PAID_BEFORE = [agreement("a", economics=MONEY), VERSIONS[1]]
NEW_YEAR: dict[str, Any] = {"date": "2024-12-31", "date2": "2025-01-01"}
FJORD: Written = {
    "name": "Psykiatrisk Center Fjordhøj",
    "role": "formal",
    "sector": "region",
}


def duty(
    name: str,
    of: str,
    task_key: str,
    responsible: list[str],
    version: int = 1,
    **fields: Any,
) -> Written:
    told = {"key": f"{task_key}-{name}", "responsible": responsible, **fields}
    return row(name, of, version, task_key=task_key, **told)


def both(one: list[str], other: list[str]) -> list[Written]:
    """Who does it by the agreement a, and who by b."""
    return [duty("r1", "a", "orientering", one), duty("r2", "b", "orientering", other)]


def round_admission(*more: Written) -> list[Written]:
    """The municipality acts before and after, the centre during it."""
    return [
        duty("r1", "a", "henvisning", KOMMUNE, phase="indlaeggelse"),
        duty("r2", "a", "orientering", KOMMUNE, phase="udskrivning"),
        duty("r3", "a", "behandlingsplan", CENTRE, phase="under-indlaeggelse"),
        *more,
    ]


def registered(*successors: str) -> list[Written]:
    """The centre has ceased with the year."""
    return [
        {
            "name": FJORD["name"],
            "sector": "region",
            "valid_from": "2010-01-01",
            "valid_to": "2025-01-01",
            "successors": list(successors),
        }
    ]


BEFORE = duty("r1", "a", "orientering", CENTRE, key="gl")
AFTER = duty("r2", "a", "orientering", KOMMUNE, version=2, key="ny")
TWO_VERSIONS = [*VERSIONS, agreement("b")]
OF_TWO_VERSIONS = [
    duty("r1", "a", "orientering", CENTRE, key="o"),
    duty("r2", "a", "orientering", KOMMUNE, version=2, key="o"),
    duty("r3", "b", "orientering", KOMMUNE),
]
ORPHAN: Written = {
    "type": "orphan",
    "rows": ["r1"],
    "agreement": "a",
    "party": FJORD["name"],
}

NEAR_MISSES = (
    case(
        "everybody / adults",
        [agreement("a"), agreement("b")],
        [
            duty("r1", "a", "orientering", CENTRE, target_group="alle"),
            duty("r2", "b", "orientering", KOMMUNE),
        ],
        overlap("responsible"),
    ),
    case(
        "homeless adults / children",
        [agreement("a"), agreement("b")],
        [
            duty("r1", "a", "orientering", CENTRE, target_group="hjemloese"),
            duty("r2", "b", "orientering", KOMMUNE, target_group="boern-og-unge"),
        ],
    ),
    case(
        "narrower group with its own rule",
        [agreement("a"), agreement("b")],
        [
            duty("r1", "a", "orientering", CENTRE),
            duty("r2", "b", "orientering", KOMMUNE, target_group="hjemloese"),
        ],
    ),
    case(
        "two special groups beside each other",
        [agreement("a"), agreement("b")],
        [
            duty("r1", "a", "orientering", CENTRE, target_group="dobbeltdiagnose"),
            duty("r2", "b", "orientering", KOMMUNE, target_group="hjemloese"),
        ],
    ),
    case(
        "other municipality",
        [
            agreement("a", municipalities=["Gribskov"]),
            agreement("b", municipalities=["Halsnæs"]),
        ],
        both(CENTRE, KOMMUNE),
    ),
    case(
        "a municipality within a planning area",
        [
            agreement("a", planning_areas=["Nord"]),
            agreement("b", municipalities=["Gribskov"]),
        ],
        both(CENTRE, KOMMUNE),
        overlap("responsible"),
    ),
    case(
        "København is in two planning areas",
        [
            agreement("a", planning_areas=["Byen"]),
            agreement("b", planning_areas=["Syd"]),
        ],
        both(CENTRE, KOMMUNE),
        overlap("responsible"),
    ),
    case(
        "planning areas that share nobody",
        [
            agreement("a", planning_areas=["Nord"]),
            agreement("b", planning_areas=["Midt"]),
        ],
        both(CENTRE, KOMMUNE),
    ),
    case(
        "rows narrowed to different municipalities",
        [agreement("a"), agreement("b")],
        [
            duty("r1", "a", "orientering", CENTRE, geography=["Gribskov"]),
            duty("r2", "b", "orientering", KOMMUNE, geography=["Halsnæs"]),
        ],
    ),
    case(
        "row narrowed to one, the other everywhere",
        [agreement("a"), agreement("b")],
        [
            duty("r1", "a", "orientering", CENTRE, geography=["Gribskov"]),
            duty("r2", "b", "orientering", KOMMUNE),
        ],
        overlap("responsible"),
    ),
    case(
        "the other begins tomorrow",
        [agreement("a"), agreement("b", in_force_from="2025-01-01")],
        both(CENTRE, KOMMUNE),
        date="2024-12-31",
    ),
    case(
        "the other begins today",
        [agreement("a"), agreement("b", in_force_from="2025-01-01")],
        both(CENTRE, KOMMUNE),
        overlap("responsible"),
        date="2025-01-01",
    ),
    case(
        "own period is over, nobody has decided: still answers",
        [agreement("a", term_to="2024-12-31"), agreement("b")],
        both(CENTRE, KOMMUNE),
        overlap("responsible"),
    ),
    case(
        "replaced by one in force",
        [agreement("a"), agreement("b", in_force_from="2025-01-01", replaces="a")],
        both(CENTRE, KOMMUNE),
    ),
    case(
        "its replacement has not begun, a third contradicts",
        [
            agreement("a"),
            agreement("b", in_force_from="2025-01-01", replaces="a"),
            agreement("c"),
        ],
        [*both(CENTRE, CENTRE), duty("r3", "c", "orientering", KOMMUNE)],
        overlap("responsible", rows=("r1", "r3")),
        date="2024-06-01",
    ),
    case(
        # Its parties gave it up: docs/decisions/0003-status.md.
        "its replacement has itself ended: it does not answer again",
        [
            agreement("a"),
            agreement(
                "b", in_force_from="2022-01-01", in_force_to="2024-01-01", replaces="a"
            ),
            agreement("c"),
        ],
        [*both(CENTRE, CENTRE), duty("r3", "c", "orientering", KOMMUNE)],
    ),
    case("the new version agrees", TWO_VERSIONS, OF_TWO_VERSIONS, date="2025-01-01"),
    case(
        "the old version does not",
        TWO_VERSIONS,
        OF_TWO_VERSIONS,
        overlap("responsible", rows=("r1", "r3")),
        date="2024-12-31",
    ),
    case(
        "one situation, written with other letters and signs",
        [agreement("a"), agreement("b")],
        [
            duty(
                "r1",
                "a",
                "kompressionsstroemper",
                ["hospital"],
                payer="region",
                situation="Varig kredsløbslidelse.",
            ),
            duty(
                "r2",
                "b",
                "kompressionsstroemper",
                ["hospital"],
                payer="kommune",
                situation="varig kredsløbslidelse",
            ),
        ],
        overlap("payer"),
    ),
    case(
        "one kind of task in other words",
        [agreement("a"), agreement("b")],
        [
            duty("r1", "a", "orientering", CENTRE, task="Give kommunen besked"),
            duty("r2", "b", "orientering", KOMMUNE, task="Orientere bopælskommunen"),
        ],
        overlap("responsible"),
    ),
    case(
        "the same words, another kind of task",
        [agreement("a"), agreement("b")],
        [
            duty("r1", "a", "orientering", CENTRE, task="Give besked"),
            duty("r2", "b", "henvisning", KOMMUNE, task="Give besked"),
        ],
    ),
    case(
        "another phase, as the format has it",
        [agreement("a"), agreement("b")],
        [
            duty("r1", "a", "orientering", CENTRE, phase="indlaeggelse"),
            duty("r2", "b", "orientering", KOMMUNE),
        ],
    ),
    case(
        "one does not say who pays",
        [agreement("a"), agreement("b")],
        [
            duty("r1", "a", "orientering", CENTRE, payer=None),
            duty("r2", "b", "orientering", CENTRE, payer="region"),
        ],
    ),
    case(
        "ikke relevant is an answer",
        [agreement("a"), agreement("b")],
        [
            duty("r1", "a", "orientering", CENTRE, payer="ikke relevant"),
            duty("r2", "b", "orientering", CENTRE, payer="region"),
        ],
        overlap("payer"),
    ),
    case(
        "the same hands in another order, as the format has it",
        [agreement("a"), agreement("b")],
        both(CENTRE + KOMMUNE, KOMMUNE + CENTRE),
    ),
    case(
        "one of two hands",
        [agreement("a"), agreement("b")],
        both(CENTRE + KOMMUNE, KOMMUNE),
        overlap("responsible"),
    ),
    case(
        "three days are 72 hours",
        [agreement("a"), agreement("b")],
        [
            duty(
                "r1", "a", "varsling", CENTRE, deadline="senest 3 døgn før udskrivning"
            ),
            duty(
                "r2",
                "b",
                "varsling",
                CENTRE,
                deadline="senest 72 timer før udskrivning",
            ),
        ],
    ),
    case(
        "working days are not days",
        [agreement("a"), agreement("b")],
        [
            duty(
                "r1",
                "a",
                "varsling",
                CENTRE,
                deadline="senest 3 hverdage før udskrivning",
            ),
            duty(
                "r2", "b", "varsling", CENTRE, deadline="senest 3 dage før udskrivning"
            ),
        ],
        overlap("deadline"),
    ),
    case(
        "before is not after",
        [agreement("a"), agreement("b")],
        [
            duty(
                "r1", "a", "varsling", CENTRE, deadline="senest 3 dage før udskrivning"
            ),
            duty(
                "r2",
                "b",
                "varsling",
                CENTRE,
                deadline="senest 3 dage efter udskrivning",
            ),
        ],
        overlap("deadline"),
    ),
    case(
        "one agreement contradicts itself: no two agreements",
        [agreement("a")],
        [
            duty("r1", "a", "orientering", CENTRE),
            duty("r2", "a", "orientering", KOMMUNE),
        ],
    ),
    case(
        "a supplement refines its parent",
        [agreement("a"), agreement("b", municipalities=["Gribskov"], supplements="a")],
        [
            duty(
                "r1", "a", "varsling", CENTRE, deadline="senest 3 dage før udskrivning"
            ),
            duty(
                "r2", "b", "varsling", CENTRE, deadline="senest 2 dage før udskrivning"
            ),
        ],
    ),
    case(
        "two supplements of one parent in one municipality",
        [
            agreement("p"),
            agreement("a", municipalities=["Gribskov"], supplements="p"),
            agreement("b", municipalities=["Gribskov"], supplements="p"),
        ],
        both(CENTRE, KOMMUNE),
        overlap("responsible"),
    ),
    case(
        "two supplements, two municipalities",
        [
            agreement("p"),
            agreement("a", municipalities=["Gribskov"], supplements="p"),
            agreement("b", municipalities=["Halsnæs"], supplements="p"),
        ],
        both(CENTRE, KOMMUNE),
    ),
    case(
        "a supplement of a contradicts a third",
        [
            agreement("p"),
            agreement("a", municipalities=["Gribskov"], supplements="p"),
            agreement("b"),
        ],
        both(CENTRE, KOMMUNE),
        overlap("responsible"),
    ),
    case(
        "a supplement leaves the payer to its parent",
        [agreement("a"), agreement("b", municipalities=["Gribskov"], supplements="a")],
        [
            duty("r1", "a", "befordring", ["hospital"], payer="region"),
            duty("r2", "b", "befordring", ["hospital"]),
        ],
    ),
    case(
        "a supplement and its parent both silent: two rows, two gaps",
        [agreement("a"), agreement("b", municipalities=["Gribskov"], supplements="a")],
        [
            duty("r1", "a", "befordring", ["hospital"]),
            duty("r2", "b", "befordring", ["hospital"]),
        ],
        lacks("r1", "payer"),
        lacks("r2", "payer"),
    ),
    case(
        "adults have it, children lack it",
        [agreement("a")],
        [duty("r1", "a", "orientering", CENTRE)],
        gap(task_key="orientering", target_group="boern-og-unge"),
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "a task of children alone",
        [agreement("a")],
        [
            duty(
                "r1",
                "a",
                "boernefaglig-undersoegelse",
                KOMMUNE,
                target_group="boern-og-unge",
                deadline="senest 4 måneder efter henvisning",
            )
        ],
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "everybody has it, as the format has it",
        [agreement("a")],
        [duty("r1", "a", "orientering", CENTRE, target_group="alle")],
        groups=("voksne", "boern-og-unge", "hjemloese"),
    ),
    case(
        "the homeless are adults",
        [agreement("a")],
        [duty("r1", "a", "orientering", CENTRE)],
        groups=("voksne", "hjemloese"),
    ),
    case(
        "one special group has it, another lacks it",
        [agreement("a")],
        [duty("r1", "a", "orientering", CENTRE, target_group="hjemloese")],
        gap(task_key="orientering", target_group="dobbeltdiagnose"),
        groups=("hjemloese", "dobbeltdiagnose"),
    ),
    case(
        "groups of other kinds need not have it",
        [agreement("a")],
        [duty("r1", "a", "orientering", CENTRE)],
        groups=("voksne", "somatik", "hjemloese"),
    ),
    case(
        "the one that had it has ended",
        [agreement("a", in_force_to="2024-01-01"), agreement("b")],
        [
            duty("r1", "a", "orientering", CENTRE),
            duty("r2", "b", "henvisning", CENTRE, target_group="alle"),
        ],
        date="2024-01-01",
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "the children's agreement begins tomorrow",
        [agreement("a"), agreement("b", in_force_from="2025-01-01")],
        [
            duty("r1", "a", "orientering", CENTRE),
            duty("r2", "b", "orientering", CENTRE, target_group="boern-og-unge"),
        ],
        gap(task_key="orientering", target_group="boern-og-unge"),
        date="2024-12-31",
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "one municipality has it, its neighbour lacks it",
        [agreement("a", municipalities=["Gribskov"])],
        [duty("r1", "a", "orientering", CENTRE)],
        gap(task_key="orientering", municipality="Halsnæs"),
        municipalities=("Gribskov", "Halsnæs"),
    ),
    case(
        "the planning area holds both",
        [agreement("a", planning_areas=["Nord"])],
        [duty("r1", "a", "orientering", CENTRE)],
        municipalities=("Gribskov", "Halsnæs"),
    ),
    case(
        "the row is narrowed, the agreement is not",
        [agreement("a")],
        [duty("r1", "a", "orientering", CENTRE, geography=["Gribskov"])],
        gap(task_key="orientering", municipality="Halsnæs"),
        municipalities=("Gribskov", "Halsnæs"),
    ),
    case(
        "another agreement fills the neighbour's place",
        [
            agreement("a", municipalities=["Gribskov"]),
            agreement("b", municipalities=["Halsnæs"]),
        ],
        both(CENTRE, KOMMUNE),
        municipalities=("Gribskov", "Halsnæs"),
    ),
    case(
        "the municipality acts before and after, not during",
        [agreement("a")],
        round_admission(),
        gap(phase="under-indlaeggelse", sector="kommune", target_group="voksne"),
        groups=("voksne",),
    ),
    case(
        "another agreement has it act during",
        [agreement("a"), agreement("b")],
        round_admission(
            duty("r4", "b", "sagsbehandling", KOMMUNE, phase="under-indlaeggelse")
        ),
        groups=("voksne",),
    ),
    case(
        "it acts during for children, not for adults",
        [agreement("a")],
        round_admission(
            duty(
                "r4",
                "a",
                "sagsbehandling",
                KOMMUNE,
                phase="under-indlaeggelse",
                target_group="boern-og-unge",
            )
        ),
        gap(phase="under-indlaeggelse", sector="kommune", target_group="voksne"),
        gap(task_key="henvisning", target_group="boern-og-unge"),
        gap(task_key="orientering", target_group="boern-og-unge"),
        gap(task_key="behandlingsplan", target_group="boern-og-unge"),
        gap(task_key="sagsbehandling", target_group="voksne"),
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "it acts before only",
        [agreement("a")],
        [
            duty("r1", "a", "henvisning", KOMMUNE, phase="indlaeggelse"),
            duty("r3", "a", "behandlingsplan", CENTRE, phase="under-indlaeggelse"),
        ],
        groups=("voksne",),
    ),
    case(
        "it acts in all phases besides",
        [agreement("a")],
        round_admission(duty("r4", "a", "sagsbehandling", KOMMUNE, phase="alle-faser")),
        groups=("voksne",),
    ),
    case(
        "medical responsibility handed over to nobody",
        [agreement("a")],
        [
            duty(
                "r1",
                "a",
                "overdragelse-af-behandlingsansvar",
                CENTRE,
                deadline="ved udskrivning",
            )
        ],
        no_receiver("r1"),
    ),
    case(
        "handed over to the GP",
        [agreement("a")],
        [
            duty(
                "r1",
                "a",
                "overdragelse-af-behandlingsansvar",
                CENTRE,
                treatment_responsibility="egen læge",
                deadline="ved udskrivning",
            )
        ],
    ),
    case(
        "ikke relevant is no gap",
        [agreement("a")],
        [duty("r1", "a", "befordring", ["hospital"], payer="ikke relevant")],
    ),
    case(
        "taken out and put in under a new name",
        VERSIONS,
        [BEFORE, AFTER],
        transfer(
            "r1", "r2", "responsible", way="region > kommune", economics="missing"
        ),
        **NEW_YEAR,
    ),
    case(
        "the old version's money is not the new one's",
        PAID_BEFORE,
        [BEFORE, AFTER],
        transfer(
            "r1", "r2", "responsible", way="region > kommune", economics="missing"
        ),
        **NEW_YEAR,
    ),
    case(
        "the new version begins the day after the second date",
        VERSIONS,
        [BEFORE, AFTER],
        date="2024-06-01",
        date2="2024-12-31",
    ),
    case(
        "other hands of one sector",
        VERSIONS,
        [
            duty("r1", "a", "orientering", ["hospital"], key="gl"),
            duty("r2", "a", "orientering", ["somatisk afdeling"], version=2, key="gl"),
        ],
        **NEW_YEAR,
    ),
    case(
        "taken from adults, given to children: two tasks",
        VERSIONS,
        [
            duty("r1", "a", "orientering", CENTRE, key="gl"),
            duty(
                "r2",
                "a",
                "orientering",
                KOMMUNE,
                version=2,
                key="ny",
                target_group="boern-og-unge",
            ),
        ],
        **NEW_YEAR,
    ),
    case(
        "now it says who pays: nothing moved",
        VERSIONS,
        [
            duty("r1", "a", "befordring", ["hospital"], key="b"),
            duty(
                "r2",
                "a",
                "befordring",
                ["hospital"],
                version=2,
                key="b",
                payer="kommune",
            ),
        ],
        lacks("r1", "payer"),
        **NEW_YEAR,
    ),
    case(
        "another situation under a new name",
        VERSIONS,
        [
            duty("r1", "a", "orientering", CENTRE, key="gl", situation="planlagt"),
            duty(
                "r2", "a", "orientering", KOMMUNE, version=2, key="ny", situation="akut"
            ),
        ],
        # Situations are worded anew: docs/decisions/0042-overview.md.
        transfer("r1", "r2", "responsible", way="region > kommune"),
        **NEW_YEAR,
    ),
    case(
        "a new agreement takes over with money",
        [
            agreement("a"),
            agreement("b", in_force_from="2025-01-01", replaces="a", economics=MONEY),
        ],
        both(CENTRE, KOMMUNE),
        transfer("r1", "r2", "responsible", way="region > kommune", economics="stated"),
        date="2024-12-31",
        date2="2025-01-01",
    ),
    case(
        "two agreements go on as they were",
        [agreement("a"), agreement("b")],
        both(CENTRE, CENTRE),
        date="2024-12-31",
        date2="2025-01-01",
    ),
    case(
        "the municipality is no party",
        [agreement("a", parties=[REGION, PLO])],
        [duty("r1", "a", "orientering", KOMMUNE)],
        non_party("r1", "kommune"),
    ),
    case(
        "the municipality has joined",
        [
            agreement(
                "a",
                parties=[
                    REGION,
                    {
                        "name": "Gribskov Kommune",
                        "role": "agreeing",
                        "sector": "kommune",
                    },
                ],
            )
        ],
        [duty("r1", "a", "orientering", KOMMUNE)],
    ),
    case(
        "a pharmacy is bound by nobody",
        [agreement("a")],
        [duty("r1", "a", "dosispakning", ["apotek"], payer="region")],
        non_party("r1", "apotek"),
    ),
    case(
        "a citizen is no party and has no duty",
        [agreement("a")],
        [duty("r1", "a", "henvisning", ["borger"])],
    ),
    case(
        "one of two hands is no party",
        [agreement("a", parties=[REGION, KOMMUNER])],
        [duty("r1", "a", "henvisning", ["kommune", "egen læge"])],
        non_party("r1", "egen læge"),
    ),
    case(
        "ceased, with a successor",
        [agreement("a", parties=[FJORD, KOMMUNER])],
        [duty("r1", "a", "orientering", CENTRE)],
        date="2025-02-01",
        party_registry=[
            *registered("Psykiatrisk Center Søndersø"),
            {
                "name": "Psykiatrisk Center Søndersø",
                "sector": "region",
                "valid_from": "2025-01-01",
                "valid_to": None,
                "successors": [],
            },
        ],
    ),
    case(
        "ceased, its agreement has ended",
        [agreement("a", parties=[FJORD, KOMMUNER], in_force_to="2025-01-01")],
        [duty("r1", "a", "orientering", CENTRE)],
        date="2025-02-01",
        party_registry=registered(),
    ),
    case(
        "ceased, the agreement carried on by decision",
        [agreement("a", parties=[FJORD, KOMMUNER])],
        [duty("r1", "a", "orientering", CENTRE)],
        date="2025-02-01",
        party_registry=registered(),
        continuations=[
            {
                "agreement": "a",
                "health_agreement": None,
                "decision": "videreføres",
                "decided_by": "Regionsrådet",
                "date": "2024-12-01",
            }
        ],
    ),
    case(
        "only the version before had it as a party",
        [
            agreement("a", parties=[FJORD, KOMMUNER]),
            agreement("a", 2, in_force_from="2025-01-15", parties=[REGION, KOMMUNER]),
        ],
        [
            duty("r1", "a", "orientering", CENTRE, key="o"),
            duty("r2", "a", "orientering", CENTRE, key="o", version=2),
        ],
        date="2025-02-01",
        party_registry=registered(),
    ),
    case(
        "the new version still has it",
        [
            agreement("a", parties=[REGION, KOMMUNER]),
            agreement("a", 2, in_force_from="2025-01-15", parties=[FJORD, KOMMUNER]),
        ],
        [
            duty("r0", "a", "orientering", CENTRE, key="o"),
            duty("r1", "a", "orientering", CENTRE, key="o", version=2),
        ],
        ORPHAN,
        date="2025-02-01",
        party_registry=registered(),
    ),
)
