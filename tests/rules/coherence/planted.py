"""Planted cases with their near misses: what is found, and what only looks like it."""

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
    orphan,
    overlap,
    row,
    transfer,
    two,
)

BOTH = [agreement("a"), agreement("b")]
OTHER: Written = {"responsible": ["kommune"]}
HANDS = overlap("responsible")
VERSIONS = [agreement("a"), agreement("a", 2, in_force_from="2025-01-01")]
BETWEEN: dict[str, Any] = {"date": "2024-06-01", "date2": "2025-06-01"}
CENTRE = {"name": "Center Fjord", "role": "formal", "sector": "region"}
GRIBSKOV = {"name": "Gribskov Kommune", "role": "formal", "sector": "kommune"}
HAND_OVER: Written = {
    "task_key": "overdragelse-af-behandlingsansvar",
    "deadline": "ved udskrivning",
}


def local(slug: str, *municipalities: str, **fields: Any) -> Written:
    return agreement(slug, municipalities=list(municipalities), **fields)


def area(slug: str, *areas: str, **fields: Any) -> Written:
    return agreement(slug, planning_areas=list(areas), **fields)


def ceased(*successors: str, name: str = "Center Fjord") -> Written:
    return {
        "name": name,
        "sector": "region",
        "valid_from": "2010-01-01",
        "valid_to": "2025-01-01",
        "successors": list(successors),
    }


def decided(decision: str, on: str) -> Written:
    return {
        "agreement": "a",
        "health_agreement": None,
        "decision": decision,
        "decided_by": "Regionsrådet",
        "date": on,
    }


def path(*phases: str, **fields: Any) -> list[Written]:
    """A row of the municipality for each phase."""
    return [
        row(f"r{at}", phase=phase, responsible=["kommune"], **fields)
        for at, phase in enumerate(phases, 1)
    ]


OVERLAPS = (
    case("other hands", BOTH, two({}, OTHER), HANDS),
    case(
        "another medical responsibility",
        BOTH,
        two(
            {"treatment_responsibility": "center"},
            {"treatment_responsibility": "egen læge"},
        ),
        overlap("treatment_responsibility"),
    ),
    case(
        "several fields in one finding",
        BOTH,
        two(
            {"payer": "region", "deadline": "straks"},
            {**OTHER, "payer": "kommune", "deadline": "dagen efter"},
        ),
        overlap("responsible", "payer", "deadline"),
    ),
    case(
        "not applicable is an answer",
        BOTH,
        two({"payer": "ikke relevant"}, {"payer": "region"}),
        overlap("payer"),
    ),
    case(
        "everybody and adults",
        BOTH,
        two({"target_group": "alle"}, OTHER),
        HANDS,
    ),
    case(
        "all phases and one of them",
        BOTH,
        two({"phase": "alle-faser"}, OTHER),
        HANDS,
    ),
    case(
        "the same situation in other letters",
        BOTH,
        two({"situation": "Varig lidelse."}, {**OTHER, "situation": "varig lidelse"}),
        HANDS,
    ),
    case(
        "two areas with a municipality in common",
        [area("a", "Byen"), area("b", "Syd")],
        two({}, OTHER),
        HANDS,
    ),
    case(
        "the whole region and one municipality",
        [agreement("a"), local("b", "Hillerød")],
        two({}, OTHER),
        HANDS,
    ),
    case(
        "an agreement that is undecided still answers",
        [agreement("a", term_to="2024-01-01"), agreement("b")],
        two({}, OTHER),
        HANDS,
    ),
    case(
        "two supplements of one parent",
        [
            agreement("c"),
            agreement("a", supplements="c"),
            agreement("b", supplements="c"),
        ],
        two({}, OTHER),
        HANDS,
    ),
    case(
        "three agreements, of which two agree",
        [*BOTH, agreement("c")],
        [*two({}, OTHER), row("r3", "c")],
        HANDS,
        overlap("responsible", rows=("r2", "r3")),
    ),
    case(
        "a replacement that has not begun",
        [
            agreement("a"),
            agreement("b"),
            agreement("c", replaces="a", in_force_from="2026-01-01"),
        ],
        two({}, OTHER),
        HANDS,
    ),
    case(
        "one begins on the day",
        [agreement("a"), agreement("b", in_force_from="2025-06-01")],
        two({}, OTHER),
        HANDS,
    ),
    case(
        "a row taken up in the newest version",
        [*BOTH, agreement("b", 2, in_force_from="2025-01-01")],
        [row("r1"), row("r0", "b"), row("r2", "b", 2, **OTHER)],
        HANDS,
    ),
)

NO_OVERLAPS = (
    case(
        "another age group",
        BOTH,
        two({}, {**OTHER, "target_group": "boern-og-unge"}),
    ),
    case(
        "a narrower target group",
        BOTH,
        two({}, {**OTHER, "target_group": "hjemloese"}),
    ),
    case(
        "another narrow target group",
        BOTH,
        two(
            {"target_group": "dobbeltdiagnose"}, {**OTHER, "target_group": "hjemloese"}
        ),
    ),
    case(
        "another municipality",
        [local("a", "Gribskov"), local("b", "Hillerød")],
        two({}, OTHER),
    ),
    case(
        "rows of two municipalities in agreements of the region",
        BOTH,
        two({"geography": "Gribskov"}, {**OTHER, "geography": ["Hillerød"]}),
    ),
    case(
        "a municipality outside the region",
        [agreement("a"), local("b", "Sorø")],
        two({}, OTHER),
    ),
    case(
        "adjacent dates, on the day of the change",
        [
            agreement("a", in_force_to="2025-06-01"),
            agreement("b", in_force_from="2025-06-01"),
        ],
        two({}, OTHER),
    ),
    case(
        "adjacent dates, on the day before",
        [
            agreement("a", in_force_to="2025-06-02"),
            agreement("b", in_force_from="2025-06-02"),
        ],
        two({}, OTHER),
    ),
    case(
        "another situation",
        BOTH,
        two({"situation": "under behandling"}, {**OTHER, "situation": "varigt"}),
    ),
    case(
        "a situation and none",
        BOTH,
        two({}, {**OTHER, "situation": "varigt"}),
    ),
    case(
        "a later phase",
        BOTH,
        two({}, {**OTHER, "phase": "efter-udskrivning"}),
    ),
    case(
        "an acute phase is none of the others",
        BOTH,
        two({"phase": "akut"}, OTHER),
    ),
    case(
        "another kind of task",
        BOTH,
        two({}, {**OTHER, "task_key": "undersoegelse"}),
    ),
    case(
        "no kind of task yet",
        BOTH,
        two({"task_key": None}, {**OTHER, "task_key": None}),
    ),
    case(
        "not stated contradicts nothing",
        BOTH,
        two({"payer": None, "authority": "region"}, {"payer": "region"}),
    ),
    case(
        "ikke oplyst in words contradicts nothing",
        BOTH,
        two({"payer": "ikke oplyst"}, {"payer": "region"}),
    ),
    case(
        "the same hands in another order",
        BOTH,
        two(
            {"responsible": ["center", "kommune"]},
            {"responsible": ["kommune", "center"]},
        ),
    ),
    case(
        "the same deadline before the same event",
        BOTH,
        two(
            {"deadline": "senest 3 døgn før udskrivning"},
            {"deadline": "Senest 72 timer før udskrivning."},
        ),
    ),
    case(
        "two rows of one agreement",
        [agreement("a")],
        [row("r1"), row("r2", key="x", **OTHER)],
    ),
    case(
        "a local supplement that gives the task to others",
        [agreement("a"), local("b", "Gribskov", supplements="a")],
        two({}, OTHER),
    ),
    case(
        "a supplement of a supplement",
        [
            agreement("a"),
            local("c", "Gribskov", supplements="a"),
            local("b", "Gribskov", supplements="c"),
        ],
        two({}, OTHER),
    ),
    case(
        "an agreement replaced by one in force",
        [agreement("a"), agreement("b", replaces="a")],
        two({}, OTHER),
    ),
    case(
        "an agreement that was decided to end with its period",
        [agreement("a", term_to="2024-01-01"), agreement("b")],
        two({}, OTHER),
        continuations=[decided("ophører", "2023-11-01")],
    ),
    case(
        "an older version",
        [*BOTH, agreement("b", 2, in_force_from="2025-01-01")],
        [row("r1"), row("r2", "b", 1, **OTHER), row("r3", "b", 2)],
    ),
    case(
        "an agreement to come",
        [agreement("a"), agreement("b", in_force_from="2025-06-02")],
        two({}, OTHER),
    ),
)

NEEDY: Written = {"task_key": "koersel"}
GAPS = (
    case("no payer", [agreement("a")], [row("r1", **NEEDY)], lacks("r1", "payer")),
    case(
        "no deadline",
        [agreement("a")],
        [row("r1", task_key="varsel", deadline="ikke oplyst")],
        lacks("r1", "deadline"),
    ),
    case(
        "two fields of one row",
        [agreement("a")],
        [row("r1", task_key="plads")],
        lacks("r1", "payer"),
        lacks("r1", "treatment_responsibility"),
    ),
    case(
        "a supplement whose parent says nothing either",
        [agreement("a"), local("b", "Gribskov", supplements="a")],
        two(NEEDY, NEEDY),
        lacks("r1", "payer"),
        lacks("r2", "payer"),
    ),
    case(
        "a hand-over to nobody",
        [agreement("a")],
        [row("r1", **HAND_OVER, treatment_responsibility="ikke relevant")],
        no_receiver("r1"),
    ),
    case(
        "one narrow group has what another lacks",
        [agreement("a")],
        [row("r1", target_group="hjemloese")],
        gap(task_key="moede", target_group="dobbeltdiagnose"),
        groups=("hjemloese", "dobbeltdiagnose"),
    ),
    case(
        "two municipalities lack what an area has",
        [area("a", "Nord")],
        [row("r1")],
        gap(task_key="moede", municipality="Brøndby"),
        gap(task_key="moede", municipality="Sorø"),
        municipalities=("Gribskov", "Hillerød", "Brøndby", "Sorø"),
    ),
    case(
        "two phases in a row without the municipality",
        [agreement("a")],
        path("henvisning", "efter-udskrivning"),
        gap(phase="indlaeggelse", sector="kommune", target_group="voksne"),
        gap(phase="udskrivning", sector="kommune", target_group="voksne"),
        groups=("voksne",),
    ),
    case(
        "a hole that the narrower group shares is told once",
        [agreement("a")],
        path("henvisning", "udskrivning"),
        gap(phase="indlaeggelse", sector="kommune", target_group="voksne"),
        groups=("voksne", "hjemloese"),
    ),
)

NO_GAPS = (
    case("a payer where none is needed", [agreement("a")], [row("r1", payer=None)]),
    case(
        "not applicable is stated",
        [agreement("a")],
        [row("r1", **NEEDY, payer="ikke relevant")],
    ),
    case(
        "a supplement takes the payer from its parent",
        [agreement("a"), local("b", "Gribskov", supplements="a")],
        two({**NEEDY, "payer": "region"}, NEEDY),
    ),
    case(
        "a hand-over with a receiver",
        [agreement("a")],
        [row("r1", **HAND_OVER, treatment_responsibility="egen læge")],
    ),
    case(
        "everybody has it",
        [agreement("a")],
        [row("r1", target_group="alle"), row("r2", target_group="voksne")],
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "a broader group has it",
        [agreement("a")],
        [row("r1"), row("r2", target_group="hjemloese")],
        groups=("dobbeltdiagnose",),
    ),
    case(
        "groups of other kinds",
        [agreement("a")],
        [row("r1", target_group="hjemloese")],
        groups=("voksne", "somatik"),
    ),
    case(
        "a task that concerns children alone",
        [agreement("a")],
        [row("r1", task_key="undersoegelse", target_group="boern-og-unge")],
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "nobody asked of target groups",
        [agreement("a")],
        [row("r1", target_group="boern-og-unge")],
    ),
    case(
        "all municipalities have it between them",
        [local("a", "Gribskov"), local("b", "Hillerød")],
        two({}, {}),
        municipalities=("Gribskov", "Hillerød"),
    ),
    case(
        "every phase has its row",
        [agreement("a")],
        path("henvisning", "indlaeggelse", "udskrivning"),
        groups=("voksne",),
    ),
    case(
        "a row for all phases fills the hole",
        [agreement("a")],
        path("henvisning", "udskrivning", "alle-faser"),
        groups=("voksne",),
    ),
    case(
        "the path of another target group",
        [agreement("a")],
        path("henvisning", "udskrivning", target_group="somatik"),
        groups=("voksne",),
    ),
    case(
        "citizens may rest in a phase",
        [agreement("a")],
        [
            row("r1", phase="henvisning", responsible=["borger"]),
            row("r2", phase="udskrivning", responsible=["borger"]),
        ],
        groups=("voksne",),
    ),
)

STATED = agreement(
    "a", 2, in_force_from="2025-01-01", economics="Regionen betaler (prisår 2025)."
)
ENDED = agreement("a", in_force_to="2025-01-01")
TRANSFERS = (
    case(
        "economics stated in the version that receives",
        [agreement("a"), STATED],
        [row("r1"), row("r2", version=2, **OTHER)],
        transfer("r1", "r2", "responsible", way="region > kommune", economics="stated"),
        **BETWEEN,
    ),
    case(
        "economics that were stated before, and are not now",
        [agreement("a", economics="Uændret."), VERSIONS[1]],
        [row("r1"), row("r2", version=2, **OTHER)],
        transfer("r1", "r2", "responsible", way="region > kommune"),
        **BETWEEN,
    ),
    case(
        "only the payer",
        VERSIONS,
        [row("r1", payer="kommune"), row("r2", version=2, payer="region")],
        transfer("r1", "r2", "payer", way="kommune > region"),
        **BETWEEN,
    ),
    case(
        "two ways at once",
        VERSIONS,
        [
            row("r1", payer="kommune"),
            row("r2", version=2, responsible=["kommune"], payer="region"),
        ],
        transfer("r1", "r2", "responsible", way="region > kommune"),
        transfer("r1", "r2", "payer", way="kommune > region"),
        **BETWEEN,
    ),
    case(
        "into another agreement, when its own has ended",
        [ENDED, agreement("b", in_force_from="2025-01-01")],
        two({}, OTHER),
        transfer("r1", "r2", "responsible", way="region > kommune"),
        **BETWEEN,
    ),
    case(
        "another sector takes part",
        VERSIONS,
        [row("r1"), row("r2", version=2, responsible=["center", "kommune"])],
        transfer("r1", "r2", "responsible", way="region > kommune"),
        **BETWEEN,
    ),
    case(
        "each situation passes for itself",
        VERSIONS,
        [
            row("r1", key="w", situation="kort"),
            row("r2", key="x", situation="varigt", **OTHER),
            row("r3", version=2, key="y", situation="kort", **OTHER),
            row("r4", version=2, key="z", situation="varigt", **OTHER),
        ],
        transfer("r1", "r3", "responsible", way="region > kommune"),
        **BETWEEN,
    ),
    case(
        "one row of two of its kind that stays is no screen",
        VERSIONS,
        [
            row("r1", key="x"),
            row("r2", version=2, key="y"),
            row("r3", version=2, key="z", situation="i øvrigt", **OTHER),
        ],
        transfer("r1", "r3", "responsible", way="region > kommune"),
        **BETWEEN,
    ),
)

NO_TRANSFERS = (
    case(
        "another payer in the same sector",
        VERSIONS,
        [row("r1", payer="region"), row("r2", version=2, payer="hospital")],
        **BETWEEN,
    ),
    case(
        "an answer that was not stated before",
        VERSIONS,
        [row("r1"), row("r2", version=2, payer="kommune")],
        **BETWEEN,
    ),
    case(
        "an answer that is no longer stated",
        VERSIONS,
        [row("r1", payer="kommune"), row("r2", version=2)],
        **BETWEEN,
    ),
    case(
        "a new task in a new agreement",
        [agreement("a"), agreement("b", in_force_from="2025-01-01")],
        two({}, {**OTHER, "situation": "varigt"}),
        **BETWEEN,
    ),
    case(
        "both dates before the change",
        VERSIONS,
        [row("r1"), row("r2", version=2, **OTHER)],
        date="2024-01-01",
        date2="2024-12-31",
    ),
    case(
        "a row gone and one come for another age group",
        VERSIONS,
        [
            row("r1", key="x"),
            row("r2", version=2, key="y", target_group="boern-og-unge", **OTHER),
        ],
        **BETWEEN,
    ),
    case(
        "a row gone in one municipality and come in another",
        [
            local("a", "Gribskov", in_force_to="2025-01-01"),
            local("b", "Hillerød", in_force_from="2025-01-01"),
        ],
        two({}, OTHER),
        **BETWEEN,
    ),
)

LEFT_OUT = [REGION, KOMMUNER]
DUTIES = (
    case(
        "a pharmacy nobody asked pays",
        [agreement("a")],
        [row("r1", payer="apotek")],
        non_party("r1", "apotek"),
    ),
    case(
        "an actor in two fields is told once",
        [agreement("a", parties=LEFT_OUT)],
        [row("r1", responsible=["egen læge"], authority="egen læge")],
        non_party("r1", "egen læge"),
    ),
    case(
        "a municipality that is named and no party",
        [local("a", "Gribskov", "Hillerød", parties=[REGION, GRIBSKOV])],
        [row("r1", responsible=["kommune"])],
        {"type": "non_party", "rows": ["r1"], "party": "Hillerød Kommune"},
    ),
    case(
        "an organisation by its name",
        [agreement("a"), agreement("b", parties=[CENTRE])],
        [row("r1", responsible=["Center Fjord"])],
        {"type": "non_party", "rows": ["r1"], "party": "Center Fjord"},
    ),
    case("bound by law", [agreement("a")], [row("r1", responsible=["egen læge"])]),
    case(
        "an agreeing party",
        [agreement("a", parties=[*LEFT_OUT, {**PLO, "role": "agreeing"}])],
        [row("r1", treatment_responsibility="egen læge")],
    ),
    case(
        "the region alone in a municipality that is no party",
        [local("a", "Gribskov", "Hillerød", parties=[REGION, GRIBSKOV])],
        [row("r1")],
    ),
    case(
        "a rule of law has no parties",
        [agreement("a", kind="lovbestemt-opgavefordeling", parties=[])],
        [row("r1")],
    ),
    case(
        "a party that has ceased",
        [agreement("a", parties=[CENTRE, KOMMUNER])],
        [row("r1"), row("r2", key="x", **OTHER)],
        orphan("Center Fjord", "r1"),
        party_registry=[ceased()],
    ),
    case(
        "a successor that has ceased as well",
        [agreement("a", parties=[CENTRE, KOMMUNER])],
        [row("r1")],
        orphan("Center Fjord", "r1"),
        party_registry=[ceased("Center Vang"), ceased(name="Center Vang")],
    ),
    case(
        "decided only after the date",
        [agreement("a", parties=[CENTRE, KOMMUNER])],
        [row("r1")],
        orphan("Center Fjord", "r1"),
        party_registry=[ceased()],
        continuations=[decided("videreføres", "2025-06-02")],
    ),
    case(
        "decided to go on",
        [agreement("a", parties=[CENTRE, KOMMUNER])],
        [row("r1")],
        party_registry=[ceased()],
        continuations=[decided("videreføres", "2024-12-01")],
    ),
    case(
        "decided to end",
        [agreement("a", parties=[CENTRE, KOMMUNER])],
        [row("r1")],
        party_registry=[ceased()],
        continuations=[decided("ophører", "2024-12-01")],
    ),
    case(
        "the last day of the party",
        [agreement("a", parties=[CENTRE, KOMMUNER])],
        [row("r1")],
        date="2024-12-31",
        party_registry=[ceased()],
    ),
    case(
        "one that was bound by law and no formal party",
        [agreement("a", parties=[{**CENTRE, "role": "bound_by_law"}, KOMMUNER])],
        [row("r1")],
        party_registry=[ceased()],
    ),
    case(
        "no duty was laid on the one that ceased",
        [agreement("a", parties=[CENTRE, KOMMUNER])],
        [row("r1", **OTHER)],
        party_registry=[ceased()],
    ),
)

PLANTED = (
    *OVERLAPS,
    *NO_OVERLAPS,
    *GAPS,
    *NO_GAPS,
    *TRANSFERS,
    *NO_TRANSFERS,
    *DUTIES,
)
