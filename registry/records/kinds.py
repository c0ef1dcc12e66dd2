"""RECORD_KINDS: one row per kind of record that people make beside the texts, and its
fields.
"""

from typing import Any, NamedTuple

from sqlmodel import SQLModel

from registry.errors import NotFound
from registry.models import (
    Aim,
    Choice,
    Confirmation,
    ContactPoint,
    Continuation,
    Decision,
    EditorNote,
    Ending,
    Implementation,
    Measurement,
    Organisation,
    Record,
    Rekeying,
    Review,
    Settling,
    ShownOriginal,
    StatusReport,
    Succession,
    Term,
)
from registry.rules.coherence.rows import COMPARED
from registry.rules.fields import (
    DATE_PRECISIONS,
    ROW_FIELDS_BY_NAME,
    Field,
    Kind,
    Scheme,
)
from registry.rules.follow_up import OCCASIONS, PERIODS, STAGES
from registry.rules.organisations import ORGANISATION_KINDS

DECISION_LABELS = (
    (Decision.CONTINUES.value, "videreføres"),
    (Decision.ENDS.value, "ophører"),
    (Decision.UNSETTLED.value, "afklares"),
)
# The fields that a kind of task may need.
NEEDS = tuple((name, ROW_FIELDS_BY_NAME[name].label) for name in COMPARED)
ORGANISATION_OPTIONS = tuple(
    (kind.key, kind.label) for kind in ORGANISATION_KINDS.values()
)
SCHEME_LABELS = (
    (Scheme.SECTORS.value, "Sektorer"),
    (Scheme.PHASES.value, "Faser"),
    (Scheme.ACTORS.value, "Aktører"),
    (Scheme.TARGET_GROUPS.value, "Målgrupper"),
    (Scheme.FOCUS_AREAS.value, "Fokusområder"),
    (Scheme.GOALS.value, "Nationale mål"),
    (Scheme.KINDS.value, "Aftaletyper"),
    (Scheme.TASKS.value, "Opgavetyper"),
    (Scheme.PARTY_ROLES.value, "Parters roller"),
    (Scheme.PLANNING_AREAS.value, "Planområder"),
    (Scheme.INDICATORS.value, "Indikatorer"),
    (Scheme.QUESTIONS.value, "Spørgsmål, som rækker svarer på"),
    (Scheme.PLAIN_WORDS.value, "Rækkers tekst, som patienter får den fortalt"),
)

AGREEMENT = Field("agreement", "Aftale", Kind.KEY, Scheme.AGREEMENTS, required=True)
REASON = Field(
    "reason",
    "Begrundelse",
    Kind.TEXT,
    required=True,
    long=True,
    hint="Hvorfor det sker. Den, der skal bekræfte forslaget, læser den først.",
)
SOURCE = Field(
    "source",
    "Belæg",
    Kind.TEXT,
    hint="Hvor det står. Uden belæg vises det som ikke bekræftet.",
)
# What a health agreement is followed by never stands without it.
EVIDENCE = SOURCE._replace(
    required=True, hint="Hvor det står, fx mødet og punktet i referatet."
)
CORRECTS = (
    Field(
        "corrects",
        "Retter posten",
        Kind.TEXT,
        hint="Navnet på en tidligere post, som denne træder i stedet for. Ellers tomt.",
    ),
    Field("void", "Posten, der rettes, har aldrig gældt", Kind.FLAG),
)
HEALTH_AGREEMENT = Field(
    "health_agreement",
    "Sundhedsaftale",
    Kind.KEY,
    Scheme.HEALTH_AGREEMENTS,
    required=True,
)
FOCUS_AREA = Field("focus_area", "Fokusområde", Kind.KEY, Scheme.FOCUS_AREAS)
NOTE = REASON._replace(label="Bemærkning", required=False, hint="")
KEY_HINT = (
    "Små bogstaver a-z, tal og bindestreg. Kan ikke ændres siden. Lad feltet stå tomt, "
    "så laves nøglen af navnet."
)
ROW = Field("row", "Snitfladens nøgle", Kind.TEXT, required=True)


def _from(label: str, hint: str = "", *, ends: bool = False) -> Field:
    return Field("effective_on", label, Kind.DATE, required=True, hint=hint, ends=ends)


class RecordKind(NamedTuple):
    """One kind: its name in addresses, its Danish label, its table and the fields of
    its form.

    `identity` are the fields that name what it changes: the newest with the same ones
    stands. Where it is empty, each is a record of its own, and only `corrects` changes
    another. `named_by` is the field that a new name is made from, for what has a
    lasting name (the last of `identity`). `headed_by`: the fields that say what an
    record is about (empty: its agreement, else its first field). `in_lines`: many are
    entered at a time, as a table or a file. `known_by`: of a kind without identity
    the fields by which a line names the record that it corrects. `from_file`: the
    fields that nobody writes: they are read off the original.
    """

    name: str
    label: str
    model: type[SQLModel]
    fields: tuple[Field, ...]
    identity: tuple[str, ...] = ()
    named_by: str = ""
    headed_by: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()
    in_lines: bool = False
    from_file: tuple[str, ...] = ()

    def field(self, name: str) -> Field:
        """The field of that name. There must be one."""
        return next(field for field in self.fields if field.name == name)

    @property
    def is_record(self) -> bool:
        """Whether it takes effect on a day of its own, and can be corrected."""
        return issubclass(self.model, Record)

    def identified(self, values: Any) -> tuple[str, ...]:
        """What the values name, by `identity`: an empty text for each that they leave
        out.
        """
        return tuple(str(values.get(name) or "") for name in self.identity)


RECORD_KINDS: dict[str, RecordKind] = {
    kind.name: kind
    for kind in (
        RecordKind(
            "ending",
            "Ophør",
            Ending,
            (
                AGREEMENT,
                _from("Gælder til og med", "Aftalens sidste dag.", ends=True),
                REASON,
                SOURCE,
                *CORRECTS,
            ),
        ),
        RecordKind(
            "review",
            "Gennemgang uden ændringer",
            Review,
            (
                AGREEMENT,
                _from("Gennemgået den"),
                Field("next_on", "Gennemgås igen senest", Kind.DATE),
                Field("reason", "Bemærkning", Kind.TEXT, long=True),
                SOURCE,
                *CORRECTS,
            ),
        ),
        RecordKind(
            "confirmation",
            "Bekræftelse af en række",
            Confirmation,
            (
                AGREEMENT,
                Field("version", "Udgave", Kind.NUMBER, required=True),
                ROW,
                _from("Bekræftet den"),
                REASON,
                SOURCE,
                *CORRECTS,
            ),
        ),
        RecordKind(
            "continuation",
            "Videreførelse",
            Continuation,
            (
                AGREEMENT,
                HEALTH_AGREEMENT,
                Field(
                    "decision",
                    "Beslutning",
                    Kind.TEXT,
                    required=True,
                    options=DECISION_LABELS,
                ),
                _from("Gælder fra"),
                SOURCE._replace(
                    label="Besluttet af (belæg)",
                    required=True,
                    hint="Hvem der har besluttet det, og hvor det står, fx «Sundheds"
                    "samarbejdsudvalget, referat af 3. marts 2027».",
                ),
                NOTE,
                *CORRECTS,
            ),
            identity=("agreement", "health_agreement"),
        ),
        RecordKind(
            "succession",
            "Afløsning af part",
            Succession,
            (
                Field(
                    "predecessors",
                    "Organisationer, der afløses",
                    Kind.KEYS,
                    Scheme.ORGANISATIONS,
                    required=True,
                ),
                Field(
                    "successors",
                    "Organisationer, der træder i stedet",
                    Kind.KEYS,
                    Scheme.ORGANISATIONS,
                    required=True,
                ),
                _from("Fra den"),
                Field(
                    "date_precision",
                    "Datoens præcision",
                    Kind.TEXT,
                    required=True,
                    options=DATE_PRECISIONS,
                ),
                REASON,
                SOURCE,
                *CORRECTS,
            ),
        ),
        RecordKind(
            "rekeying",
            "Ny opgavetype for en række",
            Rekeying,
            (
                AGREEMENT,
                ROW,
                Field("task_key", "Opgavetype", Kind.KEY, Scheme.TASKS, required=True),
                _from("Gælder fra"),
                REASON,
                SOURCE,
                *CORRECTS,
            ),
        ),
        RecordKind(
            "settling",
            "Afgørelse af et fund",
            Settling,
            (
                Field(
                    "finding",
                    "Fund",
                    Kind.TEXT,
                    required=True,
                    computed=True,
                    hint="Fundets mærke, som det står på dets side i overblikket.",
                ),
                Field(
                    "told",
                    "Hvad der er fundet",
                    Kind.TEXT,
                    long=True,
                    hint="Tomt: som det står på fundets side.",
                ),
                _from("Gælder fra"),
                REASON._replace(
                    hint="Hvorfor det kan stå, som det står. Læserne ser det."
                ),
                SOURCE,
                *CORRECTS,
            ),
        ),
        RecordKind(
            "original",
            "Original til læserne",
            ShownOriginal,
            (
                AGREEMENT,
                Field(
                    "version",
                    "Udgave",
                    Kind.NUMBER,
                    required=True,
                    hint="Den udgave, som Word-filen blev indlæst til.",
                ),
                _from("Læserne får den fra"),
                REASON._replace(
                    hint="Fx at filen er den, parterne har vedtaget. Læs den igennem "
                    "først: Læserne får den, som den er."
                ),
                SOURCE,
                Field("name", "Filens navn", Kind.TEXT),
                Field("sha256", "Filens SHA-256", Kind.TEXT, computed=True),
                Field("told", "Hvad der står i filen ud over teksten", Kind.TEXT),
                *CORRECTS,
            ),
            from_file=("name", "sha256", "told"),
        ),
        RecordKind(
            "editor-note",
            "Redaktionel bemærkning",
            EditorNote,
            (
                AGREEMENT,
                Field("text", "Bemærkning", Kind.TEXT, required=True, long=True),
                _from("Gælder fra"),
                REASON,
                SOURCE,
                *CORRECTS,
            ),
        ),
        RecordKind(
            "aim",
            "Sundhedsaftalens mål",
            Aim,
            (
                HEALTH_AGREEMENT,
                FOCUS_AREA._replace(required=True),
                Field("title", "Mål", Kind.TEXT, required=True),
                Field("aim", "Nøgle", Kind.TEXT, hint=KEY_HINT),
                Field("goals", "Nationale mål", Kind.KEYS, Scheme.GOALS),
                Field("indicators", "Indikatorer", Kind.KEYS, Scheme.INDICATORS),
                _from("Gælder fra"),
                EVIDENCE,
                NOTE,
                *CORRECTS,
            ),
            identity=("health_agreement", "aim"),
            named_by="title",
            in_lines=True,
        ),
        RecordKind(
            "measurement",
            "Måling af en indikator",
            Measurement,
            (
                Field(
                    "indicator",
                    "Indikator",
                    Kind.KEY,
                    Scheme.INDICATORS,
                    required=True,
                ),
                Field(
                    "place",
                    "Sted",
                    Kind.KEY,
                    Scheme.ORGANISATIONS,
                    required=True,
                    hint="En kommune eller en region.",
                ),
                _from(
                    "Periode",
                    "Den sidste dag af det, tallet dækker: for hele 2023 den "
                    "31. december 2023.",
                ),
                Field(
                    "period",
                    "Tallet dækker",
                    Kind.TEXT,
                    required=True,
                    options=PERIODS,
                ),
                Field("value", "Værdi", Kind.NUMBER, required=True),
                Field(
                    "unit",
                    "Enhed",
                    Kind.TEXT,
                    required=True,
                    hint="Fx «procent» eller «pr. 1.000 borgere». Den samme hver gang: "
                    "Tal med forskellige enheder tegnes hver for sig.",
                ),
                SOURCE._replace(
                    required=True, hint="Hvor tallet står, og hvornår det er hentet."
                ),
                NOTE,
                *CORRECTS,
            ),
            identity=("indicator", "place", "effective_on", "period", "unit"),
            headed_by=("indicator", "place", "unit"),
            in_lines=True,
        ),
        RecordKind(
            "status-report",
            "Status på en sundhedsaftale",
            StatusReport,
            (
                HEALTH_AGREEMENT,
                Field("occasion", "Slags", Kind.TEXT, required=True, options=OCCASIONS),
                _from("Statusdato"),
                Field(
                    "received_by",
                    "Modtaget af",
                    Kind.KEY,
                    Scheme.ORGANISATIONS,
                    required=True,
                    hint="Det udvalg, der fik den forelagt.",
                ),
                Field("text", "Tekst", Kind.MARKDOWN, required=True),
                EVIDENCE,
                NOTE,
                *CORRECTS,
            ),
            headed_by=("occasion", "health_agreement"),
            known_by=(
                "health_agreement",
                "occasion",
                "effective_on",
                "received_by",
            ),
            in_lines=True,
        ),
        RecordKind(
            "implementation",
            "Implementering i en kommune",
            Implementation,
            (
                HEALTH_AGREEMENT,
                AGREEMENT._replace(required=False, hint="Enten en aftale …"),
                FOCUS_AREA._replace(hint="… eller et helt fokusområde."),
                Field(
                    "municipality",
                    "Kommune",
                    Kind.KEY,
                    Scheme.ORGANISATIONS,
                    required=True,
                ),
                Field("stage", "Stadie", Kind.TEXT, required=True, options=STAGES),
                _from("Siden"),
                EVIDENCE,
                NOTE,
                *CORRECTS,
            ),
            identity=("health_agreement", "agreement", "focus_area", "municipality"),
            headed_by=("agreement", "focus_area", "municipality"),
            in_lines=True,
        ),
        RecordKind(
            "organisation",
            "Organisation",
            Organisation,
            (
                Field("name", "Navn", Kind.TEXT, required=True),
                Field("slug", "Nøgle", Kind.TEXT, hint=KEY_HINT),
                Field(
                    "kind",
                    "Slags",
                    Kind.TEXT,
                    required=True,
                    options=ORGANISATION_OPTIONS,
                ),
                Field("sector", "Sektor", Kind.KEY, Scheme.SECTORS),
                Field("parent", "Hører under", Kind.KEY, Scheme.ORGANISATIONS),
                Field(
                    "planning_areas", "Planområder", Kind.KEYS, Scheme.PLANNING_AREAS
                ),
                Field(
                    "area_hospital", "Områdehospital", Kind.KEY, Scheme.ORGANISATIONS
                ),
                Field(
                    "psychiatric_centres",
                    "Psykiatriske centre",
                    Kind.KEYS,
                    Scheme.ORGANISATIONS,
                ),
                Field("health_cluster", "Sundhedsklynge", Kind.TEXT),
                Field("health_council", "Sundhedsråd", Kind.TEXT),
                Field("valid_from", "Består fra", Kind.DATE),
                Field("valid_to", "Består til og med", Kind.DATE, ends=True),
                Field("note", "Bemærkning", Kind.TEXT, long=True),
                SOURCE,
                Field("confirmed", "Oplysningerne er bekræftet", Kind.FLAG),
                REASON,
            ),
            identity=("slug",),
            named_by="name",
        ),
        RecordKind(
            "contact-point",
            "Kontaktpunkt",
            ContactPoint,
            (
                Field(
                    "organisation", "Organisation", Kind.KEY, Scheme.ORGANISATIONS, True
                ),
                Field(
                    "function",
                    "Funktion",
                    Kind.TEXT,
                    required=True,
                    hint="Fx «Visitation».",
                ),
                Field("phone", "Telefon", Kind.TEXT),
                Field("hours", "Åbningstid", Kind.TEXT),
                SOURCE,
                REASON,
            ),
            identity=("organisation", "function"),
        ),
        # The kind of a choice has the name that its table got first.
        RecordKind(
            "word",
            "Ord i en liste",
            Choice,
            (
                Field(
                    "scheme", "Liste", Kind.TEXT, required=True, options=SCHEME_LABELS
                ),
                Field("label", "Ord", Kind.TEXT, required=True),
                Field("key", "Nøgle", Kind.TEXT, hint=KEY_HINT),
                Field("description", "Beskrivelse", Kind.TEXT, long=True),
                Field("also", "Findes også med ordene", Kind.TEXTS),
                Field("sector", "Sektor (for aktører)", Kind.KEY, Scheme.SECTORS),
                Field(
                    "needs",
                    "Skal stå i rækken (for opgavetyper)",
                    Kind.KEYS,
                    options=NEEDS,
                    hint="Står det der ikke, viser overblikket et hul.",
                ),
                Field(
                    "concerns",
                    "Kun for målgrupperne (for opgavetyper)",
                    Kind.KEYS,
                    Scheme.TARGET_GROUPS,
                    hint="Tomt: Opgaven kan mangle for enhver målgruppe.",
                ),
                Field(
                    "alike",
                    "Slags (for målgrupper)",
                    Kind.TEXT,
                    hint="Fx «alder». Har én af en slags en opgave, kan de andre af "
                    "samme slags mangle den.",
                ),
                Field(
                    "broader",
                    "Del af (for målgrupper)",
                    Kind.KEY,
                    Scheme.TARGET_GROUPS,
                ),
                Field(
                    "goal", "Nationalt mål (for indikatorer)", Kind.KEY, Scheme.GOALS
                ),
                SOURCE,
                REASON,
            ),
            identity=("scheme", "key"),
            named_by="label",
        ),
        RecordKind(
            "term",
            "Begreb i ordlisten",
            Term,
            (
                Field("term", "Begreb", Kind.TEXT, required=True),
                Field("key", "Nøgle", Kind.TEXT, hint=KEY_HINT),
                Field("meaning", "Betydning", Kind.TEXT, long=True),
                Field("same", "Samme som", Kind.TEXTS),
                Field("abbreviations", "Forkortelser", Kind.TEXTS),
                Field("everyday", "Dagligdags ord", Kind.TEXTS),
                Field("foreign", "På norsk, svensk og engelsk", Kind.TEXTS),
                Field("misspellings", "Stavefejl", Kind.TEXTS),
                Field("narrower", "Snævrere begreber", Kind.TEXTS),
                Field("broader", "Bredere begreber", Kind.TEXTS),
                Field("confusable", "Ikke at forveksle med", Kind.TEXTS),
                Field("confusable_note", "Hvad forskellen er", Kind.TEXT, long=True),
                Field(
                    "link",
                    "Fører til",
                    Kind.TEXT,
                    hint="actor, target_group, phase, task eller kind, kolon og "
                    "nøglen, fx task:varsling. Ellers tomt.",
                ),
                SOURCE,
                Field("confirmed", "Betydningen er bekræftet", Kind.FLAG),
                REASON,
            ),
            identity=("key",),
            named_by="term",
        ),
    )
}


def kind_of(name: str) -> RecordKind:
    """Raises NotFound."""
    if name not in RECORD_KINDS:
        raise NotFound("Den slags post findes ikke.")
    return RECORD_KINDS[name]
