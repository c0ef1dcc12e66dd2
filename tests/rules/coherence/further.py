"""Further cases, written from the format alone with the words of the region: what is
found beside what comes close to it.
"""

from typing import Any

from tests.rules.coherence.case_maker import (
    KOMMUNER,
    PLO,
    REGION,
    Case,
    Written,
    agreement,
    case,
    gap,
    lacks,
    no_receiver,
    non_party,
    orphan,
    overlap,
    row,
    transfer,
)

BOTH = [agreement("a"), agreement("b")]
VERSIONS = [agreement("a"), agreement("a", 2, in_force_from="2025-01-01")]
MONEY = "Regionen overfører 1,2 mio. kr. om året (prisår 2025)."
PAID_FOR = [
    agreement("a"),
    agreement("a", 2, in_force_from="2025-01-01", economics=MONEY),
]
BETWEEN: dict[str, Any] = {"date": "2024-06-01", "date2": "2025-06-01"}
NEW_YEAR: dict[str, Any] = {"date": "2026-12-31", "date2": "2027-01-01"}

MEETING: Written = {
    "task_key": "netvaerksmoede",
    "responsible": ["psykiatrisk center"],
    "deadline": "senest ved udskrivning",
}
RIDE: Written = {
    "task_key": "befordring",
    "responsible": ["hospital"],
    "payer": "region",
}
PLACE: Written = {
    "task_key": "midlertidig-plads",
    "phase": "efter-udskrivning",
    "target_group": "somatik",
    "responsible": ["kommune"],
    "authority": "kommune",
    "payer": "kommune",
    "treatment_responsibility": "somatisk afdeling",
}
TRAINING: Written = {
    "task_key": "genoptraening",
    "phase": "efter-udskrivning",
    "target_group": "somatik",
    "responsible": ["hospital"],
    "payer": "bopælskommune",
    "deadline": "senest 7 dage efter udskrivning",
}
STOCKINGS: Written = {
    "task_key": "kompressionsstroemper",
    "responsible": ["hospital"],
    "payer": "region",
}
HAND_OVER: Written = {
    "task_key": "overdragelse-af-behandlingsansvar",
    "responsible": ["psykiatrisk center"],
    "treatment_responsibility": "egen læge",
    "deadline": "senest ved udskrivning",
}
WARNING: Written = {
    "task_key": "varsling",
    "responsible": ["psykiatrisk center"],
    "deadline": "senest 3 hverdage før udskrivning",
}
ORIENT: Written = {"task_key": "orientering", "responsible": ["psykiatrisk center"]}
REFER: Written = {
    "task_key": "henvisning",
    "phase": "henvisning",
    "responsible": ["egen læge"],
}
ACUTE: Written = {
    "task_key": "akutsygepleje",
    "phase": "akut",
    "target_group": "somatik",
    "responsible": ["akutfunktion"],
    "authority": "kommune",
    "payer": "kommune",
    "treatment_responsibility": "egen læge",
}
KOM: Written = {"responsible": ["kommune"]}

CENTRE = {"name": "Psykiatrisk Center Fjord", "role": "formal", "sector": "region"}
EAST = {"name": "Region Østdanmark", "role": "formal", "sector": "region"}
GRIBSKOV = {"name": "Gribskov Kommune", "role": "formal", "sector": "kommune"}
HILLEROED = {"name": "Hillerød Kommune", "role": "formal", "sector": "kommune"}


def only(*municipalities: str, slug: str = "b", **fields: Any) -> Written:
    return agreement(slug, municipalities=list(municipalities), **fields)


def within(*areas: str, slug: str = "b", **fields: Any) -> Written:
    return agreement(slug, planning_areas=list(areas), **fields)


def pair(common: Written, other: Written, one: Written | None = None) -> list[Written]:
    """The row of the agreement a, and that of b, which differs as told."""
    return [row("r1", "a", **common, **(one or {})), row("r2", "b", **common | other)]


def changed(common: Written, other: Written) -> list[Written]:
    """The row of version 1, and that of version 2, which differs as told."""
    return [row("r1", **common), row("r2", version=2, **common | other)]


def organisation(name: str, *heirs: str, until: str | None = "2027-01-01") -> Written:
    return {
        "name": name,
        "sector": "region",
        "valid_from": "2007-01-01",
        "valid_to": until,
        "successors": list(heirs),
    }


MERGER = [
    organisation("Region Hovedstaden", "Region Østdanmark"),
    organisation("Region Sjælland", "Region Østdanmark"),
    organisation("Region Østdanmark", until=None) | {"valid_from": "2027-01-01"},
]


def decided(agreement_: str, decision: str, on: str = "2026-11-24") -> Written:
    return {
        "agreement": agreement_,
        "health_agreement": None,
        "decision": decision,
        "decided_by": "Regionsrådet og kommunalbestyrelserne",
        "date": on,
    }


def overlapping(
    name: str, agreements: list[Written], rows: list[Written], *fields: str, **more: Any
) -> Case:
    """Two rows that contradict in the fields; none where they only look like it."""
    return case(name, agreements, rows, *([overlap(*fields)] if fields else ()), **more)


OVERLAPS = (
    overlapping(
        "an earlier deadline",
        BOTH,
        pair(WARNING, {"deadline": "senest 5 hverdage før udskrivning"}),
        "deadline",
    ),
    overlapping(
        "working days and calendar days",
        BOTH,
        pair(WARNING, {"deadline": "senest 3 dage før udskrivning"}),
        "deadline",
    ),
    overlapping(
        "two weeks and fourteen days",
        BOTH,
        [
            row(
                "r1", "a", **TRAINING | {"deadline": "senest 2 uger efter udskrivning"}
            ),
            row(
                "r2",
                "b",
                **TRAINING | {"deadline": "inden for 14 dage efter udskrivning"},
            ),
        ],
    ),
    overlapping(
        "a day and 24 hours",
        BOTH,
        [
            row("r1", "a", **MEETING | {"deadline": "inden for 24 timer"}),
            row("r2", "b", **MEETING | {"deadline": "inden for 1 døgn"}),
        ],
    ),
    overlapping(
        "before and after the same event",
        BOTH,
        pair(TRAINING, {"deadline": "senest 7 dage før udskrivning"}),
        "deadline",
    ),
    overlapping(
        "payer and medical responsibility of a place",
        BOTH,
        pair(PLACE, {"payer": "region", "treatment_responsibility": "egen læge"}),
        "payer",
        "treatment_responsibility",
    ),
    overlapping(
        "everybody and children",
        BOTH,
        pair(
            MEETING, {**KOM, "target_group": "boern-og-unge"}, {"target_group": "alle"}
        ),
        "responsible",
    ),
    overlapping(
        "adults and a special field",
        BOTH,
        pair(RIDE, {"payer": "kommune", "target_group": "somatik"}),
    ),
    overlapping(
        "the homeless and adults",
        BOTH,
        pair(RIDE, {"payer": "kommune", "target_group": "hjemloese"}),
    ),
    overlapping(
        "the homeless and those with two diagnoses",
        BOTH,
        pair(
            RIDE,
            {"payer": "kommune", "target_group": "hjemloese"},
            {"target_group": "dobbeltdiagnose"},
        ),
    ),
    overlapping(
        "a list of groups with one in common",
        BOTH,
        pair(
            MEETING,
            {**KOM, "target_group": "boern-og-unge"},
            {"target_group": ["voksne", "boern-og-unge"]},
        ),
        "responsible",
    ),
    overlapping(
        "a municipality in the list",
        [only("Hillerød", "Gribskov", slug="a"), only("Gribskov", "Halsnæs")],
        pair(RIDE, {"payer": "kommune"}),
        "payer",
    ),
    overlapping(
        "a municipality not in the list",
        [only("Hillerød", "Gribskov", slug="a"), only("Helsingør", "Halsnæs")],
        pair(RIDE, {"payer": "kommune"}),
    ),
    overlapping(
        "a municipality of the area",
        [within("Nord", slug="a"), only("Helsingør")],
        pair(RIDE, {"payer": "kommune"}),
        "payer",
    ),
    overlapping(
        "a municipality of another area",
        [within("Nord", slug="a"), only("Ballerup")],
        pair(RIDE, {"payer": "kommune"}),
    ),
    overlapping(
        "the municipality that lies in two areas",
        [within("Byen", slug="a"), within("Syd")],
        pair(RIDE, {"payer": "kommune"}),
        "payer",
    ),
    overlapping(
        "an area and a municipality beside it in one agreement",
        [
            agreement("a", planning_areas=["Midt"], municipalities=["Hillerød"]),
            only("Hillerød"),
        ],
        pair(RIDE, {"payer": "kommune"}),
        "payer",
    ),
    overlapping(
        "rows for two municipalities",
        BOTH,
        pair(
            RIDE,
            {"payer": "kommune", "geography": ["Gribskov"]},
            {"geography": ["Hillerød"]},
        ),
    ),
    overlapping(
        "rows with a municipality in common",
        BOTH,
        pair(
            RIDE,
            {"payer": "kommune", "geography": ["Gribskov"]},
            {"geography": ["Hillerød", "Gribskov"]},
        ),
        "payer",
    ),
    overlapping(
        "a row for an area and one for a municipality in it",
        BOTH,
        pair(
            RIDE,
            {"payer": "kommune", "geography": ["Hørsholm"]},
            {"geography": ["Nord"]},
        ),
        "payer",
    ),
    overlapping(
        "a row for a municipality and an agreement of another",
        [agreement("a"), only("Gribskov")],
        pair(RIDE, {"payer": "kommune"}, {"geography": ["Hillerød"]}),
    ),
    case(
        "one against two that agree",
        [*BOTH, agreement("c")],
        [*pair(MEETING, KOM), row("r3", "c", **MEETING | KOM)],
        overlap("responsible"),
        overlap("responsible", rows=("r1", "r3")),
    ),
    overlapping("the same answers twice", BOTH, pair(PLACE, {})),
    overlapping(
        "the hospital, and the hospital with the municipality",
        BOTH,
        pair(STOCKINGS, {"responsible": ["hospital", "kommune"]}),
        "responsible",
    ),
    overlapping(
        "the same two in another order",
        BOTH,
        pair(
            ORIENT | {"responsible": ["kommune", "hospital"]},
            {"responsible": ["hospital", "kommune"]},
        ),
    ),
    overlapping(
        "medical responsibility that does not arise and one that does",
        BOTH,
        pair(PLACE, {"treatment_responsibility": "ikke relevant"}),
        "treatment_responsibility",
    ),
    overlapping("a payer and none told", BOTH, pair(ORIENT, {"payer": "kommune"})),
    case(
        "a payer that lacks beside one that is told",
        BOTH,
        pair(RIDE, {"payer": None}),
        lacks("r2", "payer"),
    ),
    overlapping(
        "treatment and lasting illness",
        BOTH,
        pair(
            STOCKINGS,
            {"payer": "kommune", "situation": "varig lidelse"},
            {"situation": "under behandling"},
        ),
    ),
    overlapping(
        "one situation in both",
        BOTH,
        pair(STOCKINGS | {"situation": "varig lidelse"}, {"payer": "kommune"}),
        "payer",
    ),
    overlapping(
        "a situation beside the general rule",
        BOTH,
        pair(STOCKINGS, {"payer": "kommune", "situation": "varig lidelse"}),
    ),
    overlapping(
        "admission and discharge",
        BOTH,
        pair(MEETING, {**KOM, "phase": "under-indlaeggelse"}),
    ),
    overlapping(
        "acute and after discharge",
        BOTH,
        pair(PLACE, {"payer": "region", "phase": "akut"}),
    ),
    overlapping(
        "the whole path and one phase",
        BOTH,
        pair(PLACE, {"payer": "region", "phase": "alle-faser"}),
        "payer",
    ),
    overlapping(
        "one wording and two kinds of task",
        BOTH,
        [
            row("r1", "a", **ORIENT, task="Give kommunen besked"),
            row(
                "r2",
                "b",
                task="Give kommunen besked",
                **WARNING | {"responsible": ["hospital"]},
            ),
        ],
    ),
    overlapping(
        "a supplement with its own payer",
        [agreement("a"), only("Gribskov", supplements="a")],
        pair(RIDE, {"payer": "kommune"}),
    ),
    case(
        "a supplement against an agreement it does not supplement",
        [agreement("a"), only("Gribskov", supplements="a"), agreement("c")],
        [*pair(RIDE, {"payer": "kommune"}), row("r3", "c", **RIDE)],
        overlap("payer", rows=("r2", "r3")),
    ),
    overlapping(
        "supplements of two municipalities",
        [
            agreement("c"),
            only("Gribskov", slug="a", supplements="c"),
            only("Hillerød", supplements="c"),
        ],
        pair(RIDE, {"payer": "kommune"}),
    ),
    overlapping(
        "a replacement in force",
        [agreement("a"), agreement("b", replaces="a", in_force_from="2024-01-01")],
        pair(RIDE, {"payer": "kommune"}),
    ),
    overlapping(
        "a replacement that names several",
        [
            agreement("a"),
            agreement("b", replaces=["a", "x"], in_force_from="2025-06-01"),
        ],
        pair(RIDE, {"payer": "kommune"}),
    ),
    overlapping(
        "a period that is over and nothing decided",
        [agreement("a", term_to="2025-01-01"), agreement("b")],
        pair(RIDE, {"payer": "kommune"}),
        "payer",
    ),
    overlapping(
        "a period that is over and decided to go on",
        [agreement("a", term_to="2025-01-01"), agreement("b")],
        pair(RIDE, {"payer": "kommune"}),
        "payer",
        continuations=[decided("a", "videreføres", "2024-12-01")],
    ),
    overlapping(
        "a period that is over and decided to end",
        [agreement("a", term_to="2025-01-01"), agreement("b")],
        pair(RIDE, {"payer": "kommune"}),
        continuations=[decided("a", "ophører", "2024-12-01")],
    ),
    overlapping(
        "a definite end is no term",
        [agreement("a", in_force_to="2025-06-01"), agreement("b")],
        pair(RIDE, {"payer": "kommune"}),
    ),
    overlapping(
        "the last day before a definite end",
        [agreement("a", in_force_to="2025-06-02"), agreement("b")],
        pair(RIDE, {"payer": "kommune"}),
        "payer",
    ),
    overlapping(
        "the law and an agreement",
        [agreement("a", kind="lovbestemt-opgavefordeling", parties=[]), agreement("b")],
        pair(RIDE, {"payer": "kommune"}),
        "payer",
    ),
    overlapping(
        "before the version that mended it",
        [*BOTH, agreement("b", 2, in_force_from="2025-06-02")],
        [*pair(RIDE, {"payer": "kommune"}), row("r3", "b", 2, **RIDE)],
        "payer",
    ),
    overlapping(
        "from the version that mended it",
        [*BOTH, agreement("b", 2, in_force_from="2025-06-01")],
        [*pair(RIDE, {"payer": "kommune"}), row("r3", "b", 2, **RIDE)],
    ),
)

GAPS = (
    case(
        "acute nursing with neither payer nor doctor",
        [agreement("a")],
        [row("r1", **ACUTE | {"payer": None, "treatment_responsibility": None})],
        lacks("r1", "payer"),
        lacks("r1", "treatment_responsibility"),
    ),
    case(
        "training without deadline",
        [agreement("a")],
        [row("r1", **TRAINING | {"deadline": None})],
        lacks("r1", "deadline"),
    ),
    case(
        "an authority is not needed",
        [agreement("a")],
        [row("r1", **RIDE)],
    ),
    case(
        "a payer that does not arise",
        [agreement("a")],
        [row("r1", **RIDE | {"payer": "ikke relevant"})],
    ),
    case(
        "a payer that lacks in an agreement that has ended",
        [agreement("a", in_force_to="2025-01-01")],
        [row("r1", **RIDE | {"payer": None})],
    ),
    case(
        "a payer that lacks in the version before",
        VERSIONS,
        [row("r1", **RIDE | {"payer": None}), row("r2", version=2, **RIDE)],
    ),
    case(
        "each of two rows lacks for itself",
        [agreement("a")],
        [
            row("r1", **RIDE | {"payer": None}),
            row("r2", **PLACE | {"treatment_responsibility": None}),
        ],
        lacks("r1", "payer"),
        lacks("r2", "treatment_responsibility"),
    ),
    case(
        "a supplement that lets its parent pay",
        [agreement("a"), only("Gribskov", supplements="a")],
        pair(RIDE, {"payer": None}),
    ),
    case(
        "a supplement of another agreement",
        [agreement("a"), only("Gribskov", supplements="c"), agreement("c")],
        [*pair(RIDE, {"payer": None}), row("r3", "c", **ORIENT)],
        lacks("r2", "payer"),
    ),
    case(
        "a supplement for another situation takes nothing",
        [agreement("a"), only("Gribskov", supplements="a")],
        pair(
            STOCKINGS,
            {"payer": None, "situation": "varig lidelse"},
            {"situation": "under behandling"},
        ),
        lacks("r2", "payer"),
    ),
    case(
        "a hand-over that says to whom",
        [agreement("a")],
        [row("r1", **HAND_OVER)],
    ),
    case(
        "a hand-over into the air",
        [agreement("a")],
        [row("r1", **HAND_OVER | {"treatment_responsibility": None})],
        no_receiver("r1"),
    ),
    case(
        "a hand-over into the air, nobody knows when",
        [agreement("a")],
        [
            row(
                "r1",
                **HAND_OVER | {"treatment_responsibility": None, "deadline": None},
            )
        ],
        no_receiver("r1"),
        lacks("r1", "deadline"),
    ),
    case(
        "a hand-over whose receiver stands in the parent",
        [agreement("a"), only("Gribskov", supplements="a")],
        pair(HAND_OVER, {"treatment_responsibility": None}),
    ),
    case(
        "a warning that children lack",
        [agreement("a")],
        [row("r1", **WARNING)],
        gap(task_key="varsling", target_group="boern-og-unge"),
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "a warning for everybody",
        [agreement("a")],
        [row("r1", **WARNING, target_group="alle")],
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "a warning for each in an agreement of its own",
        BOTH,
        pair(WARNING, {"target_group": "boern-og-unge"}),
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "a warning for both in one row",
        [agreement("a")],
        [row("r1", **WARNING, target_group=["voksne", "boern-og-unge"])],
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "a warning for children in an agreement to come",
        [agreement("a"), agreement("b", in_force_from="2026-01-01")],
        pair(WARNING, {"target_group": "boern-og-unge"}),
        gap(task_key="varsling", target_group="boern-og-unge"),
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "an examination that is only for children",
        [agreement("a")],
        [
            row(
                "r1",
                task_key="boernefaglig-undersoegelse",
                target_group="boern-og-unge",
                responsible=["kommune"],
                deadline="senest 4 måneder efter henvisning",
            )
        ],
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "only the homeless have somebody",
        [agreement("a")],
        [
            row(
                "r1",
                task_key="stoette-kontaktperson",
                target_group="hjemloese",
                responsible=["kommune"],
                payer="kommune",
            )
        ],
        gap(task_key="stoette-kontaktperson", target_group="dobbeltdiagnose"),
        gap(task_key="stoette-kontaktperson", target_group="retslig-foranstaltning"),
        groups=("hjemloese", "dobbeltdiagnose", "retslig-foranstaltning"),
    ),
    case(
        "the homeless have their own and adults theirs",
        [agreement("a")],
        [
            row("r1", **ORIENT, target_group="hjemloese", key="x"),
            row("r2", **ORIENT),
        ],
        groups=("hjemloese", "dobbeltdiagnose"),
    ),
    case(
        "only the homeless have it, and adults are asked",
        [agreement("a")],
        [row("r1", **ORIENT, target_group="hjemloese")],
        groups=("hjemloese", "voksne", "somatik"),
    ),
    case(
        "one municipality of an area it is not in",
        [within("Nord")],
        [row("r1", "b", **RIDE)],
        gap(task_key="befordring", municipality="Ballerup"),
        municipalities=("Hillerød", "Ballerup"),
    ),
    case(
        "all municipalities that are asked lie in the area",
        [within("Nord")],
        [row("r1", "b", **RIDE)],
        municipalities=("Hillerød", "Allerød", "Hørsholm"),
    ),
    case(
        "the row alone is for one municipality",
        [agreement("a")],
        [row("r1", **RIDE, geography=["Gribskov"])],
        gap(task_key="befordring", municipality="Hillerød"),
        municipalities=("Gribskov", "Hillerød"),
    ),
    case(
        "a local agreement that has ended leaves a hole",
        [
            only("Gribskov", slug="a", in_force_to="2025-06-01"),
            only("Hillerød"),
        ],
        pair(RIDE, {}),
        gap(task_key="befordring", municipality="Gribskov"),
        municipalities=("Gribskov", "Hillerød"),
    ),
    case(
        "two local agreements between them",
        [only("Gribskov", slug="a"), only("Hillerød")],
        pair(RIDE, {}),
        municipalities=("Gribskov", "Hillerød"),
    ),
    case(
        "a supplement gives what the parent does not have",
        [agreement("a"), only("Gribskov", supplements="a")],
        [row("r1", **ORIENT), row("r2", "b", **RIDE)],
        gap(task_key="befordring", municipality="Hillerød"),
        municipalities=("Gribskov", "Hillerød"),
    ),
    case(
        "a municipality that the region does not reach",
        [agreement("a")],
        [row("r1", **RIDE)],
        gap(task_key="befordring", municipality="Sorø"),
        municipalities=("Gribskov", "Sorø"),
    ),
    case(
        "each municipality has another task",
        [only("Gribskov", slug="a"), only("Hillerød")],
        [row("r1", "a", **RIDE), row("r2", "b", **ORIENT)],
        gap(task_key="befordring", municipality="Hillerød"),
        gap(task_key="orientering", municipality="Gribskov"),
        municipalities=("Gribskov", "Hillerød"),
    ),
)


def acts(name: str, phase: str, who: str, **fields: Any) -> Written:
    """Somebody does something in a phase that needs nothing more."""
    return row(
        name,
        key=name,
        task_key="sagsbehandling",
        phase=phase,
        responsible=[who],
        **fields,
    )


def hole(phase: str, sector: str, group: str = "voksne") -> Written:
    return gap(phase=phase, sector=sector, target_group=group)


PATHS = (
    case(
        "the municipality falls out at discharge",
        [agreement("a")],
        [
            acts("r1", "under-indlaeggelse", "kommune"),
            acts("r2", "udskrivning", "psykiatrisk center"),
            acts("r3", "efter-udskrivning", "hjemmesygepleje"),
        ],
        hole("udskrivning", "kommune"),
        groups=("voksne",),
    ),
    case(
        "the doctor refers and follows up",
        [agreement("a")],
        [
            acts("r1", "henvisning", "egen læge"),
            acts("r2", "efter-udskrivning", "egen læge"),
        ],
        hole("indlaeggelse", "almen praksis"),
        hole("under-indlaeggelse", "almen praksis"),
        hole("udskrivning", "almen praksis"),
        groups=("voksne",),
    ),
    case(
        "the doctor has something all the way",
        [agreement("a")],
        [
            acts("r1", "henvisning", "egen læge"),
            acts("r2", "efter-udskrivning", "egen læge"),
            acts("r3", "alle-faser", "egen læge"),
        ],
        groups=("voksne",),
    ),
    case(
        "the region has nothing after discharge",
        [agreement("a")],
        [
            acts("r1", "indlaeggelse", "psykiatrisk center"),
            acts("r2", "under-indlaeggelse", "hospital"),
            acts("r3", "udskrivning", "kommune"),
        ],
        groups=("voksne",),
    ),
    case(
        "acute help is no phase of the path",
        [agreement("a")],
        [
            acts("r1", "akut", "kommune"),
            acts("r2", "udskrivning", "kommune"),
        ],
        groups=("voksne",),
    ),
    case(
        "acute help fills no hole",
        [agreement("a")],
        [
            acts("r1", "indlaeggelse", "kommune"),
            acts("r2", "akut", "kommune"),
            acts("r3", "udskrivning", "kommune"),
        ],
        hole("under-indlaeggelse", "kommune"),
        groups=("voksne",),
    ),
    case(
        "what everybody has fills the hole",
        [agreement("a")],
        [
            acts("r1", "indlaeggelse", "kommune"),
            acts("r2", "under-indlaeggelse", "kommune", target_group="alle"),
            acts("r3", "udskrivning", "kommune"),
        ],
        groups=("voksne",),
    ),
    case(
        "what adults have fills the hole of the homeless",
        [agreement("a")],
        [
            acts("r1", "indlaeggelse", "kommune", target_group="hjemloese"),
            acts("r2", "under-indlaeggelse", "kommune"),
            acts("r3", "udskrivning", "kommune", target_group="hjemloese"),
        ],
        groups=("hjemloese",),
    ),
    case(
        "what the homeless have fills no hole of adults",
        [agreement("a")],
        [
            acts("r1", "indlaeggelse", "kommune"),
            acts("r2", "under-indlaeggelse", "kommune", target_group="hjemloese"),
            acts("r3", "udskrivning", "kommune"),
        ],
        hole("under-indlaeggelse", "kommune"),
        groups=("voksne",),
    ),
    case(
        "another agreement fills the hole",
        BOTH,
        [
            acts("r1", "indlaeggelse", "kommune"),
            acts("r2", "under-indlaeggelse", "kommune", of="b"),
            acts("r3", "udskrivning", "kommune"),
        ],
        groups=("voksne",),
    ),
    case(
        "an agreement that has ended fills no hole",
        [agreement("a"), agreement("b", in_force_to="2025-01-01")],
        [
            acts("r1", "indlaeggelse", "kommune"),
            acts("r2", "under-indlaeggelse", "kommune", of="b"),
            acts("r3", "udskrivning", "kommune"),
        ],
        hole("under-indlaeggelse", "kommune"),
        groups=("voksne",),
    ),
    case(
        "a path that is everybody's",
        [agreement("a")],
        [
            acts("r1", "indlaeggelse", "kommune", target_group="alle"),
            acts("r2", "udskrivning", "kommune", target_group="alle"),
        ],
        hole("under-indlaeggelse", "kommune", "alle"),
        groups=("alle",),
    ),
    case(
        "each group its own path",
        [agreement("a")],
        [
            acts("r1", "indlaeggelse", "kommune", target_group="alle"),
            acts("r2", "under-indlaeggelse", "kommune"),
            acts("r3", "udskrivning", "kommune", target_group="alle"),
        ],
        hole("under-indlaeggelse", "kommune", "boern-og-unge"),
        groups=("voksne", "boern-og-unge"),
    ),
)


def moved(
    name: str,
    common: Written,
    other: Written,
    *expected: Written,
    agreements: list[Written] = VERSIONS,
) -> Case:
    return case(name, agreements, changed(common, other), *expected, **BETWEEN)


TRANSFERS = (
    moved(
        "the municipality comes to pay for the place",
        PLACE | {"payer": "region"},
        {"payer": "kommune"},
        transfer("r1", "r2", "payer", way="region > kommune"),
    ),
    moved(
        "the same, with its economics",
        PLACE | {"payer": "region"},
        {"payer": "kommune"},
        transfer("r1", "r2", "payer", way="region > kommune", economics="stated"),
        agreements=PAID_FOR,
    ),
    moved(
        "follow-up goes to the doctor",
        {
            "task_key": "medicinsk-opfoelgning",
            "phase": "efter-udskrivning",
            "responsible": ["psykiatrisk center"],
            "treatment_responsibility": "psykiatrisk center",
            "deadline": "senest 14 dage efter udskrivning",
        },
        {"responsible": ["egen læge"], "treatment_responsibility": "egen læge"},
        transfer("r1", "r2", "responsible", way="region > almen praksis"),
    ),
    moved(
        "who does, decides and pays go together",
        PLACE,
        {"responsible": ["hospital"], "authority": "region", "payer": "region"},
        transfer(
            "r1", "r2", "responsible", "authority", "payer", way="kommune > region"
        ),
    ),
    moved(
        "who does and who pays cross each other",
        TRAINING,
        {"responsible": ["kommune"], "payer": "region"},
        transfer("r1", "r2", "responsible", way="region > kommune"),
        transfer("r1", "r2", "payer", way="kommune > region"),
    ),
    moved(
        "medical responsibility alone is no task",
        PLACE,
        {"treatment_responsibility": "egen læge"},
    ),
    moved(
        "a stricter deadline in the next version",
        WARNING,
        {"deadline": "senest 5 hverdage før udskrivning"},
    ),
    moved("another municipality of two", PLACE, {"payer": "bopælskommune"}),
    moved(
        "a new key for the same task",
        MEETING,
        {**KOM, "key": "indkald"},
        transfer("r1", "r2", "responsible", way="region > kommune"),
    ),
    moved("a new key and nothing else", MEETING, {"key": "indkald"}),
    moved("authority told for the first time", RIDE, {"authority": "kommune"}),
    moved("authority no longer told", PLACE, {"authority": None}),
    moved(
        "economics in the version before alone",
        TRAINING,
        KOM,
        transfer("r1", "r2", "responsible", way="region > kommune"),
        agreements=[
            agreement("a", economics=MONEY),
            agreement("a", 2, in_force_from="2025-01-01"),
        ],
    ),
    case(
        "there and back again between the dates",
        [
            agreement("a"),
            agreement("a", 2, in_force_from="2024-09-01"),
            agreement("a", 3, in_force_from="2025-01-01"),
        ],
        [
            row("r1", **RIDE),
            row("r2", version=2, **RIDE | KOM),
            row("r3", version=3, **RIDE),
        ],
        **BETWEEN,
    ),
    case(
        "over three versions",
        [
            agreement("a"),
            agreement("a", 2, in_force_from="2024-09-01", economics=MONEY),
            agreement("a", 3, in_force_from="2025-01-01"),
        ],
        [
            row("r1", **RIDE),
            row("r2", version=2, **RIDE | {"payer": "kommune"}),
            row("r3", version=3, **RIDE | {"payer": "kommune"}),
        ],
        transfer("r1", "r3", "payer", way="region > kommune"),
        **BETWEEN,
    ),
    case(
        "the new version begins on the second date",
        [agreement("a"), agreement("a", 2, in_force_from="2025-06-01")],
        changed(RIDE, {"payer": "kommune"}),
        transfer("r1", "r2", "payer", way="region > kommune"),
        **BETWEEN,
    ),
    case(
        "the new version begins the day after",
        [agreement("a"), agreement("a", 2, in_force_from="2025-06-02")],
        changed(RIDE, {"payer": "kommune"}),
        **BETWEEN,
    ),
    case(
        "one row out and two of its kind in, one in the same hands",
        VERSIONS,
        [
            row("r1", **STOCKINGS | {"key": "stroemper"}),
            row(
                "r2",
                version=2,
                **STOCKINGS | {"key": "x", "situation": "under behandling"},
            ),
            row(
                "r3",
                version=2,
                **STOCKINGS
                | {"key": "y", "situation": "varig lidelse", "payer": "kommune"},
            ),
        ],
        transfer("r1", "r3", "payer", way="region > kommune"),
        **BETWEEN,
    ),
    case(
        "one row out and two of its kind in, in other hands",
        PAID_FOR,
        [
            row("r1", **MEETING | {"key": "moede"}),
            row("r2", version=2, **MEETING | KOM | {"key": "x"}),
            row("r3", version=2, **MEETING | {"responsible": ["bosted"], "key": "y"}),
        ],
        transfer("r1", "r2", "responsible", way="region > kommune", economics="stated"),
        transfer("r1", "r3", "responsible", way="region > kommune", economics="stated"),
        **BETWEEN,
    ),
    case(
        "two rows out and one in",
        VERSIONS,
        [
            row("r1", **RIDE | {"key": "x"}),
            row("r2", **RIDE | {"key": "y", "situation": "liggende"}),
            row("r3", version=2, **RIDE | {"key": "z", "payer": "kommune"}),
        ],
        transfer("r1", "r3", "payer", way="region > kommune"),
        transfer("r2", "r3", "payer", way="region > kommune"),
        **BETWEEN,
    ),
    case(
        "a task of another kind comes instead",
        VERSIONS,
        [row("r1", **ORIENT), row("r2", version=2, **WARNING | KOM)],
        **BETWEEN,
    ),
    case(
        "into the agreement that replaces",
        [
            agreement("a"),
            agreement("b", replaces="a", in_force_from="2025-01-01", economics=MONEY),
        ],
        pair(RIDE, {"payer": "kommune"}),
        transfer("r1", "r2", "payer", way="region > kommune", economics="stated"),
        **BETWEEN,
    ),
    case(
        "a part passes into a new agreement, and a part stays",
        [
            agreement("a"),
            agreement("a", 2, in_force_from="2025-01-01"),
            agreement("b", in_force_from="2025-01-01"),
        ],
        [
            row("r1", **PLACE | {"key": "x", "situation": "alle pladser"}),
            row("r2", version=2, **PLACE | {"key": "y", "situation": "de øvrige"}),
            row("r3", "b", **PLACE | {"payer": "region", "situation": "70 pct."}),
        ],
        transfer("r1", "r3", "payer", way="kommune > region"),
        **BETWEEN,
    ),
    case(
        "a new agreement for another situation beside the one that goes on",
        [
            agreement("a", in_force_to="2025-01-01"),
            agreement("b", in_force_from="2025-01-01"),
        ],
        [
            row("r1", **STOCKINGS | {"situation": "under behandling"}),
            row("r2", "b", **STOCKINGS | {"situation": "under behandling"}),
            row(
                "r3",
                "b",
                **STOCKINGS
                | {"key": "y", "situation": "varig lidelse", "payer": "kommune"},
            ),
        ],
        **BETWEEN,
    ),
    case(
        "a local agreement comes beside, and the common one goes on",
        [agreement("a"), only("Gribskov", in_force_from="2025-01-01")],
        [row("r1", **ORIENT), row("r2", "b", **RIDE)],
        **BETWEEN,
    ),
)

PARTIES = (
    case(
        "the pharmacy packs",
        [agreement("a")],
        [
            row(
                "r1",
                task_key="dosispakning",
                responsible=["apotek"],
                payer="borger",
            )
        ],
        non_party("r1", "apotek"),
    ),
    case(
        "the state pays",
        [agreement("a")],
        [row("r1", **RIDE | {"payer": "stat"})],
        non_party("r1", "stat"),
    ),
    case(
        "two who are no parties in one row",
        [agreement("a", parties=[REGION, PLO])],
        [row("r1", **RIDE | {"responsible": ["kommune"], "payer": "stat"})],
        non_party("r1", "kommune"),
        non_party("r1", "stat"),
    ),
    case(
        "the region and the doctors alone",
        [agreement("a", parties=[REGION, PLO])],
        [
            row("r1", **REFER),
            row("r2", **ORIENT | {"responsible": ["hjemmesygepleje"]}),
        ],
        non_party("r2", "hjemmesygepleje"),
    ),
    case(
        "a doctor to be told in one agreement and bound in another",
        [agreement("a", parties=[REGION, KOMMUNER]), agreement("b")],
        [row("r1", "a", **REFER), row("r2", "b", **REFER)],
        non_party("r1", "egen læge"),
    ),
    case(
        "an agreeing party is one",
        [agreement("a", parties=[REGION, KOMMUNER, PLO | {"role": "agreeing"}])],
        [row("r1", **REFER)],
    ),
    case(
        "the doctor does and answers in one row",
        [agreement("a", parties=[REGION, KOMMUNER])],
        [row("r1", **REFER, treatment_responsibility="egen læge")],
        non_party("r1", "egen læge"),
    ),
    case(
        "a non-party in a version that is over",
        VERSIONS,
        [row("r1", **RIDE | {"payer": "stat"}), row("r2", version=2, **RIDE)],
    ),
    case(
        "a row for a municipality that has not signed",
        [only("Gribskov", slug="a", parties=[REGION, GRIBSKOV])],
        [row("r1", **RIDE | KOM | {"geography": ["Hillerød"]})],
        {"type": "non_party", "rows": ["r1"], "party": "Hillerød Kommune"},
    ),
    case(
        "rows for the municipalities that have signed",
        [only("Gribskov", "Hillerød", slug="a", parties=[REGION, GRIBSKOV, HILLEROED])],
        [row("r1", **RIDE | KOM | {"geography": ["Hillerød"]})],
    ),
)

FORMER = [CENTRE, KOMMUNER]
GONE = organisation("Psykiatrisk Center Fjord", until="2025-01-01")
ORPHANS = (
    case(
        "two duties of a centre that has closed",
        [agreement("a", parties=FORMER)],
        [row("r1", **ORIENT), row("r2", **MEETING), row("r3", **WARNING | KOM)],
        orphan("Psykiatrisk Center Fjord", "r1", "r2"),
        party_registry=[GONE],
    ),
    case(
        "a centre that closes tomorrow",
        [agreement("a", parties=FORMER)],
        [row("r1", **ORIENT)],
        party_registry=[organisation("Psykiatrisk Center Fjord", until="2025-06-02")],
    ),
    case(
        "a centre that closed today",
        [agreement("a", parties=FORMER)],
        [row("r1", **ORIENT)],
        orphan("Psykiatrisk Center Fjord", "r1"),
        party_registry=[organisation("Psykiatrisk Center Fjord", until="2025-06-01")],
    ),
    case(
        "a centre that became part of another",
        [agreement("a", parties=FORMER)],
        [row("r1", **ORIENT)],
        party_registry=[
            organisation("Psykiatrisk Center Fjord", "Center Å", until="2025-01-01"),
            organisation("Center Å", until=None),
        ],
    ),
    case(
        "an heir that has closed as well",
        [agreement("a", parties=FORMER)],
        [row("r1", **ORIENT)],
        orphan("Psykiatrisk Center Fjord", "r1"),
        party_registry=[
            organisation("Psykiatrisk Center Fjord", "Center Å", until="2024-01-01"),
            organisation("Center Å", until="2025-01-01"),
        ],
    ),
    case(
        "a closed centre, and it was decided to go on",
        [agreement("a", parties=FORMER)],
        [row("r1", **ORIENT)],
        party_registry=[GONE],
        continuations=[decided("a", "videreføres", "2025-01-15")],
    ),
    case(
        "a closed centre, and it was decided to end",
        [agreement("a", parties=FORMER)],
        [row("r1", **ORIENT)],
        party_registry=[GONE],
        continuations=[decided("a", "ophører", "2025-01-15")],
    ),
    case(
        "a closed centre, and it was decided to see later",
        [agreement("a", parties=FORMER)],
        [row("r1", **ORIENT)],
        orphan("Psykiatrisk Center Fjord", "r1"),
        party_registry=[GONE],
        continuations=[decided("a", "afklares", "2025-01-15")],
    ),
    case(
        "a closed centre in an agreement that is over",
        [agreement("a", parties=FORMER, in_force_to="2025-03-01")],
        [row("r1", **ORIENT)],
        party_registry=[GONE],
    ),
    case(
        "a closed centre of one agreement of two",
        [agreement("a", parties=FORMER), agreement("b")],
        pair(ORIENT, {}),
        orphan("Psykiatrisk Center Fjord", "r1"),
        party_registry=[GONE],
    ),
    case(
        "a closed centre that the new version leaves out",
        [
            agreement("a", parties=FORMER),
            agreement("a", 2, in_force_from="2025-01-01", parties=[REGION, KOMMUNER]),
        ],
        changed(ORIENT, {}),
        party_registry=[GONE],
    ),
)

OLD = agreement("kommunal", in_force_from="2022-01-01")
ENDS = {"continuations": [decided("kommunal", "ophører")]}
EASTERN = [EAST, KOMMUNER, PLO]
NEW = agreement(
    "ny",
    kind="horisontal-samarbejdsaftale",
    in_force_from="2027-01-01",
    parties=EASTERN,
)


def at_new_year(common: Written, other: Written) -> list[Written]:
    return [row("r1", "kommunal", **common), row("r2", "ny", **common | other)]


THE_CHANGE = (
    case(
        "acute nursing passes to the region whole",
        [OLD, NEW | {"economics": MONEY}],
        at_new_year(
            ACUTE,
            {"responsible": ["region"], "authority": "region", "payer": "region"},
        ),
        transfer(
            *("r1", "r2", "responsible", "authority", "payer"),
            way="kommune > region",
            economics="stated",
        ),
        party_registry=MERGER,
        **ENDS,
        **NEW_YEAR,
    ),
    case(
        "places pass without a word of the money",
        [OLD, NEW],
        at_new_year(PLACE, {"authority": "region", "payer": "region"}),
        transfer("r1", "r2", "authority", "payer", way="kommune > region"),
        party_registry=MERGER,
        **ENDS,
        **NEW_YEAR,
    ),
    case(
        "one region takes the other's place",
        [OLD, NEW],
        at_new_year(RIDE, {}),
        party_registry=MERGER,
        **ENDS,
        **NEW_YEAR,
    ),
    case(
        "the old agreement is undecided and still answers",
        [OLD, NEW],
        at_new_year(PLACE, {"authority": "region", "payer": "region"}),
        overlap("authority", "payer"),
        party_registry=MERGER,
        date="2027-01-01",
    ),
    case(
        "undecided, the old agreement is no orphan",
        [OLD],
        [row("r1", "kommunal", **RIDE)],
        party_registry=MERGER,
        date="2027-01-01",
    ),
    case(
        "decided, the old agreement answers no more",
        [OLD, NEW],
        at_new_year(PLACE, {"authority": "region", "payer": "region"}),
        party_registry=MERGER,
        date="2027-01-01",
        **ENDS,
    ),
    case(
        "the last day has only the old agreement",
        [OLD, NEW],
        at_new_year(PLACE, {"authority": "region", "payer": "region"}),
        party_registry=MERGER,
        date="2026-12-31",
    ),
    case(
        "two municipalities, of which one has an agreement",
        [
            OLD,
            NEW | {"municipalities": ["Gribskov"], "parties": [EAST, GRIBSKOV, PLO]},
        ],
        at_new_year(ACUTE, {"authority": "region", "payer": "region"}),
        gap(task_key="akutsygepleje", municipality="Hillerød"),
        party_registry=MERGER,
        municipalities=("Gribskov", "Hillerød"),
        date="2027-01-01",
        **ENDS,
    ),
    case(
        "the new region reaches further",
        [NEW],
        [row("r1", "ny", **RIDE)],
        party_registry=MERGER,
        municipalities=("Gribskov", "Sorø"),
        date="2027-01-01",
    ),
    case(
        "made under a health agreement whose period is over",
        [agreement("a", made_under="sa"), agreement("b")],
        pair(RIDE, {"payer": "kommune"}),
        overlap("payer"),
        health_agreements=[
            {"slug": "sa", "valid_from": "2019-01-01", "valid_to": "2024-01-01"}
        ],
    ),
)

FURTHER = (*OVERLAPS, *GAPS, *PATHS, *TRANSFERS, *PARTIES, *ORPHANS, *THE_CHANGE)
