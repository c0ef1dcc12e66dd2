"""Cases written from the words of the task, before there was a line of the rules."""

from tests.rules.coherence.case_maker import (
    KOMMUNER,
    REGION,
    agreement,
    case,
    gap,
    no_receiver,
    non_party,
    overlap,
    row,
    transfer,
    two,
)

CENTRE = {"name": "Center Fjord", "role": "formal", "sector": "region"}
BOTH = [agreement("a"), agreement("b")]
VERSIONS = [agreement("a"), agreement("a", 2, in_force_from="2025-01-01")]
BETWEEN = {"date": "2024-06-01", "date2": "2025-06-01"}

WRITTEN_FIRST = (
    case(
        "another authority",
        BOTH,
        two({"authority": "region"}, {"authority": "kommune"}),
        overlap("authority"),
    ),
    case(
        "another deadline",
        BOTH,
        two({"deadline": "senest 3 dage før"}, {"deadline": "senest 5 dage før"}),
        overlap("deadline"),
    ),
    case(
        "one deadline in two wordings",
        BOTH,
        two({"deadline": "inden for 3 døgn"}, {"deadline": "inden for 72 timer"}),
    ),
    case(
        "another phase",
        BOTH,
        two({"phase": "indlaeggelse"}, {"responsible": ["kommune"]}),
    ),
    case(
        "a supplement that refines its parent",
        [agreement("a"), agreement("b", supplements="a", municipalities=["Gribskov"])],
        two({"deadline": "senest 3 dage før"}, {"deadline": "senest 5 dage før"}),
    ),
    case(
        "one task in other words",
        BOTH,
        two({}, {"task": "Indkalde", "key": "x", "responsible": ["kommune"]}),
        overlap("responsible"),
    ),
    case(
        "two tasks in the same words",
        BOTH,
        two(
            {}, {"task_key": "varsel", "deadline": "straks", "responsible": ["region"]}
        ),
    ),
    case(
        "a task that only children have",
        [agreement("a")],
        [row("r1", target_group="boern-og-unge")],
        gap(task_key="moede", target_group="voksne"),
        groups=("voksne", "boern-og-unge"),
    ),
    case(
        "a task that only one municipality has",
        [agreement("a", municipalities=["Gribskov"])],
        [row("r1")],
        gap(task_key="moede", municipality="Hillerød"),
        municipalities=("Gribskov", "Hillerød"),
    ),
    case(
        "a phase without the municipality",
        [agreement("a")],
        [
            row("r1", phase="henvisning", responsible=["kommune"]),
            row("r2", phase="indlaeggelse"),
            row("r3", phase="udskrivning", responsible=["kommune"]),
        ],
        gap(phase="indlaeggelse", sector="kommune", target_group="voksne"),
        groups=("voksne",),
    ),
    case(
        "a municipality that acts only before",
        [agreement("a")],
        [
            row("r1", phase="henvisning", responsible=["kommune"]),
            row("r2", phase="indlaeggelse"),
            row("r3", phase="udskrivning"),
        ],
        groups=("voksne",),
    ),
    case(
        "a hand-over with no receiver",
        [agreement("a")],
        [
            row(
                "r1",
                task_key="overdragelse-af-behandlingsansvar",
                deadline="ved udskrivning",
            )
        ],
        no_receiver("r1"),
    ),
    case(
        "a row taken out and two of its kind added",
        VERSIONS,
        [
            row("r1", key="x"),
            row("r2", version=2, key="y", responsible=["kommune"]),
            row("r3", version=2, key="z", responsible=["kommune"]),
        ],
        transfer("r1", "r2", "responsible", way="region > kommune"),
        transfer("r1", "r3", "responsible", way="region > kommune"),
        **BETWEEN,
    ),
    case(
        "other hands in the same sector",
        VERSIONS,
        [row("r1"), row("r2", version=2, responsible=["hospital"])],
        **BETWEEN,
    ),
    case(
        "medical responsibility of one who is no party",
        [agreement("a", parties=[REGION, KOMMUNER])],
        [row("r1", treatment_responsibility="egen læge")],
        non_party("r1", "egen læge"),
    ),
    case(
        "something the citizen is to do",
        [agreement("a", parties=[REGION, KOMMUNER])],
        [row("r1", responsible=["borger"])],
    ),
    case(
        "a party that has ceased with a successor",
        [agreement("a", parties=[CENTRE, KOMMUNER])],
        [row("r1")],
        party_registry=[
            {
                "name": "Center Fjord",
                "sector": "region",
                "valid_from": "2010-01-01",
                "valid_to": "2025-01-01",
                "successors": ["Center Vang"],
            }
        ],
    ),
    case(
        "an agreement that has ended",
        [agreement("a", in_force_to="2025-01-01"), agreement("b")],
        two({}, {"responsible": ["kommune"]}),
    ),
    case(
        "a planning area and a municipality in it",
        [
            agreement("a", planning_areas=["Nord"]),
            agreement("b", municipalities=["Gribskov"]),
        ],
        two({}, {"responsible": ["kommune"]}),
        overlap("responsible"),
    ),
    case(
        "two planning areas apart",
        [
            agreement("a", planning_areas=["Nord"]),
            agreement("b", planning_areas=["Syd"]),
        ],
        two({}, {"responsible": ["kommune"]}),
    ),
)
