"""VERSION_FIELDS and ROW_FIELDS, the one truth of fields: a row for each field of a
version and of a snitflade.

Forms, pages, documents, files, gates, differences and Word in loop over them.
"""

from enum import StrEnum
from typing import NamedTuple

from registry.language.units import DEADLINE_UNITS


class Kind(StrEnum):
    """How a field's value is written and checked."""

    TEXT = "text"
    MARKDOWN = "markdown"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    KEY = "key"  # one key of the scheme
    KEYS = "keys"  # a list of keys of the scheme
    TEXTS = "texts"  # a list of free texts


class Scheme(StrEnum):
    """Where keys come from: a vocabulary file, or another table."""

    SECTORS = "sectors"
    PHASES = "phases"
    ACTORS = "actors"
    TARGET_GROUPS = "target-groups"
    FOCUS_AREAS = "focus-areas"
    GOALS = "goals"
    KINDS = "kinds"
    TASKS = "tasks"
    PARTY_ROLES = "party-roles"
    PLANNING_AREAS = "planning-areas"
    INDICATORS = "indicators"
    QUESTIONS = "questions"  # of a row, by its address: what people ask that it answers
    PLAIN_WORDS = "plain-words"  # texts of rows, and how a citizen is told them
    ORGANISATIONS = "organisations"
    HEALTH_AGREEMENTS = "health-agreements"
    PLACES = "places"  # an organisation or a planning area
    AGREEMENTS = "agreements"


VOCABULARIES = tuple(Scheme)[: tuple(Scheme).index(Scheme.ORGANISATIONS)]


FIRST, LAST = -1, 1  # where in a group of the form a field stands


class Field(NamedTuple):
    """One field: its name in code and files, its Danish label, and what may stand in
    it.

    Everything that is told, asked, compared or searched of a field is said here and
    nowhere else; pages, documents, files, gates and intake loop over the tables below.

    In files and forms: `required`; `options`, the only values it may have, each with
    its label; `long` gives its text several lines in a form, and `hint` says there what
    to write. `group` is the heading under which it stands in the form, `order` where in
    it: FIRST before the others, LAST after them.

    To readers: `heads` says that pages tell it in a place of its own, `shown` its place
    among the facts of a row wherever rows stand (0: it has none), `page` that it stands
    among what only a row's own page has room for, `offline` that the copy for bad days
    tells it. `glance`: it is said before all others, also where it is not stated.
    `column` shows it in the full table's file, and in the tables of pages where it is
    `shown` too; `first_cell`: those have no column of it, for they tell it in a row's
    first cell, each in its own way (shared/_row_table.html, _full_table.html, which a
    test of both holds to the flag). `document` says in which column of a document's
    table of rows it stands, `overview` its place in the short one on top, `evidence`
    its place among what a text rests on, `opens` that it stands before the facts.
    `apart`: the API gives it under another name, or after the others. `prose`: people
    write sentences in it; `denies`: it names what does not hold. `as_written`: how a
    citizen is told a text that nobody has put in plain words. `worded`: together they
    say in words what is to be done, in what case and by when.

    In searches: `weight` is its importance in ranking (0: not searched); `marked`: the
    question's words are marked in it; `answers`: an answer is made of the field itself,
    so that the copy for bad days takes it along; `asked` names it in few words, where a
    question asks for it.

    Among differences: `weighs` puts it among those of responsibility, in that order (0:
    among those of wording); `summed` is what a summary calls it, where it is no text.
    `when_empty` is what it means that it is empty, `unsaid` what the agreement then
    does not say, where that is a gap.

    To those who write: `grid` is its place among the first columns of the table of a
    draft's rows (0: it comes when it is asked for). `follows`: other fields follow from
    what is written in it, as a deadline's data; `part_of` names the field whose words
    it tells as data. `common`: many rows may say the same of it, though it has no keys;
    `for_all`: a gate finding in it is mended in many rows at once, without keys too.
    `kept_on`: a new row says what the one before it does. `worth_asking`: where it is
    not stated, the parties should be asked. `suggested`: a suggestion tells it.
    `of_one_version`: the next version does not have it from the one before. `begins`:
    it is asked for before there is a draft to write it in. `computed`: the program made
    it of something else, as a digest; nobody wrote in it.

    `ends`: the date is the end of a half-open period, stored as the first day without;
    people give and are told the last day with, under a label that says "til og med".

    In Word files: `words` are other names for it, parted by |; under `unsure` stand
    those that may mean something else, so that a person is asked. `titles`: its text
    may stand under a heading, and its other names are headings. `running` are its names
    in running text, «Frist: to dage»: fewer than a table's head may have, for there
    nobody is asked.
    """

    name: str
    label: str
    kind: Kind
    scheme: Scheme | None = None
    required: bool = False
    weight: float = 0
    column: bool = False
    long: bool = False
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    group: str = ""
    order: int = 0
    heads: bool = False
    shown: int = 0
    page: bool = False
    document: str = ""
    prose: bool = False
    denies: bool = False
    marked: bool = False
    weighs: int = 0
    when_empty: str = ""
    ends: bool = False
    words: str = ""
    unsure: str = ""
    titles: bool = False
    running: str = ""
    opens: bool = False
    offline: bool = False
    as_written: str = ""
    glance: bool = False
    overview: int = 0
    evidence: int = 0
    first_cell: bool = False
    apart: bool = False
    answers: bool = False
    asked: str = ""
    unsaid: str = ""
    summed: str = ""
    of_one_version: bool = False
    part_of: str = ""
    grid: int = 0
    follows: bool = False
    common: bool = False
    for_all: bool = False
    kept_on: bool = False
    worth_asking: bool = False
    suggested: bool = False
    worded: bool = False
    begins: bool = False
    computed: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Its other names in Word files."""
        return _parted(self.words)

    @property
    def unsure_names(self) -> tuple[str, ...]:
        """Its other names in Word files that a person must confirm."""
        return _parted(self.unsure)

    @property
    def running_names(self) -> tuple[str, ...]:
        """Its names as labels in running text."""
        return _parted(self.running)


def _parted(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split("|") if name.strip())


# The form's headings, in their order. A group without fields of its own holds the
# version's parties or relations, which are no fields.
THE_AGREEMENT, ANSWERABLE, THE_TEXT = (
    "Aftalen",
    "Ansvar og økonomi",
    "Aftalens tekst",
)
DATES, THE_PARTIES, SUBJECT = (
    "Datoer og vedtagelse",
    "Parter",
    "Emne, grundlag og sammenhæng",
)
VERSION_GROUPS = (
    *(THE_AGREEMENT, ANSWERABLE, THE_TEXT, DATES, THE_PARTIES),
    SUBJECT,
)
THE_TASK, WHO, WHEN, LIMITS = "Opgaven", "Hvem", "Hvornår", "Afgrænsning"
MEANWHILE, GROUNDS = "Økonomi, eksempel og tvivl", "Grundlag"
ROW_GROUPS = (THE_TASK, WHO, WHEN, LIMITS, MEANWHILE, GROUNDS)

# The columns of an appendix' table of rows: the task with who and by when, and all else
# that holds for it. With a column for every field most would be all but empty.
TASK_COLUMN, HOLDS_COLUMN = "Opgave", "Hvad der gælder"
DOCUMENT_COLUMNS = (TASK_COLUMN, HOLDS_COLUMN)

DATE_PRECISIONS = (
    ("day", "dag"),
    ("month", "måned"),
    ("year", "år"),
    ("period", "periode"),
    ("unknown", "ukendt"),
)
ADOPTION_RULES = (
    ("vedtages-foerst", "Parterne vedtager, før udgaven offentliggøres"),
    ("offentliggoeres-foerst", "Udgaven kan offentliggøres, før parterne vedtager"),
    ("kraever-ingen", "Kræver ingen vedtagelse"),
)

VERSION_FIELDS = (
    Field(
        "kind",
        "Aftaletype",
        Kind.KEY,
        Scheme.KINDS,
        required=True,
        group=THE_AGREEMENT,
        page=True,
        words="type | aftaleform",
        begins=True,
    ),
    Field(
        "title",
        "Titel",
        Kind.TEXT,
        required=True,
        group=THE_AGREEMENT,
        order=FIRST,
        heads=True,
        prose=True,
        opens=True,
        of_one_version=True,
        begins=True,
    ),
    Field(
        "summary",
        "Resumé",
        Kind.TEXT,
        required=True,
        long=True,
        group=THE_AGREEMENT,
        heads=True,
        prose=True,
        words="sammenfatning | sammendrag | kort fortalt | aftalen kort fortalt",
        titles=True,
        opens=True,
    ),
    Field(
        "in_force_from",
        "I kraft fra",
        Kind.DATE,
        hint="Er dagen ukendt, tæller den fra begyndelsen af perioden, aftalen er "
        "indgået under.",
        group=DATES,
        heads=True,
        weighs=2,
        words="ikrafttræden | ikrafttrædelse | træder i kraft | gælder fra "
        "| gældende fra | ikrafttrædelsesdato",
        summed="datoer",
    ),
    Field(
        "in_force_until",
        "I kraft til og med",
        Kind.DATE,
        hint="Den sidste dag, aftalen gælder. Uden dag gælder den, til perioden, den "
        "er indgået under, er slut.",
        group=DATES,
        heads=True,
        weighs=3,
        when_empty="ingen egen slutdato",
        ends=True,
        words="gælder til og med | gældende til og med | løber til og med",
        summed="datoer",
    ),
    Field(
        "date_precision",
        "Datoens præcision",
        Kind.TEXT,
        options=DATE_PRECISIONS,
        hint="Skrives en ny dag, bliver den til «dag». Kendes kun måneden eller året, "
        "så vælg det bagefter.",
        group=DATES,
        of_one_version=True,
        evidence=2,
        summed="datoer",
    ),
    Field(
        "date_confirmed",
        "Dato bekræftet",
        Kind.FLAG,
        group=DATES,
        of_one_version=True,
        evidence=3,
        summed="datoer",
    ),
    Field(
        "review_on",
        "Gennemgås senest",
        Kind.DATE,
        hint="Den dag minder redaktionens forside om, at aftalen skal gennemgås.",
        group=DATES,
        summed="datoer",
    ),
    Field(
        "adoption_rule",
        "Vedtagelse hos parterne",
        Kind.TEXT,
        options=ADOPTION_RULES,
        group=DATES,
    ),
    Field(
        "made_under",
        "Indgået under",
        Kind.KEY,
        Scheme.HEALTH_AGREEMENTS,
        group=DATES,
        page=True,
        weighs=4,
    ),
    Field(
        "owner",
        "Ansvarligt udvalg",
        Kind.KEY,
        Scheme.ORGANISATIONS,
        group=SUBJECT,
        page=True,
    ),
    Field(
        "target_groups",
        "Målgrupper",
        Kind.KEYS,
        Scheme.TARGET_GROUPS,
        required=True,
        group=SUBJECT,
        page=True,
        weighs=1,
        words="målgruppe | aftalens målgruppe | patientgruppe | borgergruppe",
        summed="målgrupper",
    ),
    Field(
        "focus_areas",
        "Fokusområder",
        Kind.KEYS,
        Scheme.FOCUS_AREAS,
        group=SUBJECT,
        page=True,
    ),
    Field("goals", "Nationale mål", Kind.KEYS, Scheme.GOALS, group=SUBJECT, page=True),
    Field(
        "legal_basis",
        "Lovgrundlag",
        Kind.TEXTS,
        group=SUBJECT,
        page=True,
        words="lovgivning | hjemmel | lovhjemmel | retsgrundlag | retligt grundlag",
    ),
    Field(
        "evidence",
        "Belæg",
        Kind.TEXTS,
        group=SUBJECT,
        page=True,
        words="kilder | kilde | grundlag",
        evidence=1,
    ),
    Field(
        "change_note",
        "Ændringer i denne udgave",
        Kind.TEXT,
        long=True,
        group=THE_AGREEMENT,
        heads=True,
        of_one_version=True,
    ),
    Field(
        "illustrative",
        "Illustrativ",
        Kind.FLAG,
        group=SUBJECT,
        order=LAST,
        opens=True,
        of_one_version=True,
    ),
    Field(
        "treatment_responsibility",
        "Lægeligt behandlingsansvar",
        Kind.MARKDOWN,
        required=True,
        group=ANSWERABLE,
        titles=True,
        words="det lægelige behandlingsansvar | behandlingsansvar | lægeligt ansvar "
        "| lægefagligt ansvar | lægefagligt behandlingsansvar "
        "| ansvar for behandlingen | placering af behandlingsansvaret "
        "| placering af det lægelige behandlingsansvar | behandlingsansvaret "
        "| det lægefaglige behandlingsansvar",
    ),
    Field(
        "division_of_responsibility",
        "Ansvarsfordeling",
        Kind.MARKDOWN,
        required=True,
        group=ANSWERABLE,
        titles=True,
        words="opgave- og ansvarsfordeling | ansvars- og opgavefordeling "
        "| opgavefordeling | arbejdsdeling | arbejds- og ansvarsfordeling "
        "| opgaver og ansvar | ansvar og opgaver | roller og ansvar "
        "| rolle- og ansvarsfordeling | fordeling af ansvar "
        "| fordeling af opgaver og ansvar | ansvarsfordelingen "
        "| fordeling af opgaver | arbejdsdeling og ansvar | ansvarsdeling",
    ),
    Field(
        "economics",
        "Økonomi",
        Kind.MARKDOWN,
        required=True,
        group=ANSWERABLE,
        titles=True,
        words="finansiering | økonomi og finansiering | finansiering og økonomi "
        "| betaling | økonomiske forhold | økonomiske rammer | økonomisk ansvar "
        "| finansieringsansvar | betaling og afregning | afregning "
        "| afregning og betaling | økonomi og afregning | udgifter "
        "| økonomi og betaling | betalingsansvar | økonomisk fordeling",
    ),
)

BODY = Field(
    "body", "Aftalens tekst", Kind.MARKDOWN, group=THE_TEXT, of_one_version=True
)

THREE_FIELDS = tuple(
    field for field in VERSION_FIELDS if field.kind is Kind.MARKDOWN and field.required
)

ROW_FIELDS = (
    Field("key", "Nøgle", Kind.TEXT, required=True, apart=True, answers=True),
    Field(
        "task_key",
        "Opgavetype",
        Kind.KEY,
        Scheme.TASKS,
        required=True,
        group=THE_TASK,
        apart=True,
        evidence=1,
        grid=3,
    ),
    Field(
        "task",
        "Opgave",
        Kind.TEXT,
        required=True,
        weight=3,
        column=True,
        group=THE_TASK,
        order=FIRST,
        heads=True,
        prose=True,
        marked=True,
        words="hvad | hvad er det | hvad skal gøres | aktivitet | handling | indsats "
        "| ydelse | delopgave | opgavebeskrivelse | beskrivelse af opgaven "
        "| hvilken opgave | gør hvad | gør | skal gøre",
        unsure="emne | område for samarbejde",
        overview=1,
        grid=1,
        first_cell=True,
        follows=True,
        running="opgave | opgaven | indsats | aktivitet | ydelse | handling | hvad",
        answers=True,
        as_written="har denne opgave: {text}",
        worded=True,
    ),
    Field(
        "situation",
        "Situation",
        Kind.TEXT,
        weight=2,
        column=True,
        group=THE_TASK,
        order=FIRST,
        heads=True,
        document=HOLDS_COLUMN,
        prose=True,
        marked=True,
        words="betingelse | forudsætning | hvornår gælder det | i hvilken situation",
        grid=2,
        first_cell=True,
        suggested=True,
        running="situation | når | betingelse | forudsætning | gælder når",
        answers=True,
        as_written="Det gælder her: {text}",
        worded=True,
    ),
    Field(
        "phase",
        "Fase",
        Kind.KEY,
        Scheme.PHASES,
        required=True,
        weight=1,
        column=True,
        group=THE_TASK,
        heads=True,
        document=HOLDS_COLUMN,
        weighs=3,
        words="forløbsfase | fase i forløbet",
        grid=9,
        kept_on=True,
        suggested=True,
    ),
    Field(
        "target_groups",
        "Målgrupper",
        Kind.KEYS,
        Scheme.TARGET_GROUPS,
        required=True,
        weight=1,
        column=True,
        group=THE_TASK,
        heads=True,
        document=HOLDS_COLUMN,
        weighs=2,
        words="målgruppe | patientgruppe | borgergruppe | gælder for",
        grid=10,
        kept_on=True,
        first_cell=True,
        answers=True,
    ),
    Field(
        "responsible",
        "Udføres af",
        Kind.KEYS,
        Scheme.ACTORS,
        required=True,
        weight=1,
        column=True,
        group=WHO,
        shown=1,
        document=TASK_COLUMN,
        weighs=1,
        words="udfører | udførende | hvem udfører | hvem gør det | udføres hos "
        "| varetages af | hvem leverer | leveres af | leverer | opgaveansvarlig "
        "| ansvarlig for opgaven",
        unsure="ansvarlig | ansvarlige | ansvar | hvem | hvem har ansvaret | aktør "
        "| part | sektor | ansvarlig part",
        glance=True,
        offline=True,
        overview=2,
        grid=4,
        suggested=True,
        worth_asking=True,
        asked="Hvem",
        unsaid="hvem der udfører opgaven",
        running="udføres af | udfører | udførende | ansvarlig | ansvar | hvem "
        "| ansvarlig part | varetages af | opgaven udføres af | hvem gør det",
        answers=True,
    ),
    Field(
        "authority",
        "Myndighedsansvar",
        Kind.KEYS,
        Scheme.ACTORS,
        required=True,
        weight=0.5,
        column=True,
        group=WHO,
        shown=4,
        document=HOLDS_COLUMN,
        weighs=1,
        words="myndighed | myndighedsansvarlig | bevilges af | hvem bevilger "
        "| bevilling | visiteres af | hvem har myndighedsansvaret",
        offline=True,
        grid=5,
        suggested=True,
        asked="Myndighedsansvar",
        unsaid="hvem der har myndighedsansvaret",
        running="myndighed | myndighedsansvar | afgøres af | bevilges af",
        answers=True,
    ),
    Field(
        "payer",
        "Betales af",
        Kind.KEYS,
        Scheme.ACTORS,
        required=True,
        weight=0.5,
        column=True,
        group=WHO,
        shown=5,
        document=HOLDS_COLUMN,
        weighs=1,
        words="betaler | betaling | hvem betaler | finansiering | finansieres af "
        "| finansieringsansvar | betalingsansvar | udgiften afholdes af "
        "| afholder udgiften | betalende part | afregnes med",
        unsure="økonomi | økonomisk ansvar | udgift | afregning",
        offline=True,
        overview=4,
        grid=6,
        suggested=True,
        worth_asking=True,
        asked="Hvem betaler",
        unsaid="hvem der betaler",
        running="betales af | betaler | finansieres af | finansiering | økonomi",
        answers=True,
    ),
    Field(
        "treatment_responsible",
        "Lægeligt behandlingsansvar",
        Kind.KEYS,
        Scheme.ACTORS,
        required=True,
        weight=0.5,
        column=True,
        group=WHO,
        shown=6,
        document=HOLDS_COLUMN,
        weighs=1,
        words="behandlingsansvar | behandlingsansvarlig | hvem har behandlingsansvaret "
        "| lægeligt ansvar | lægefagligt ansvar | lægeligt behandlingsansvarlig",
        offline=True,
        overview=5,
        grid=7,
        suggested=True,
        worth_asking=True,
        asked="Behandlingsansvar",
        unsaid="hvem der har det lægelige behandlingsansvar",
        running="behandlingsansvar | lægeligt behandlingsansvar | behandlingsansvarlig",
        answers=True,
    ),
    Field(
        "contributes",
        "Medvirker",
        Kind.KEYS,
        Scheme.ACTORS,
        weight=0.5,
        group=WHO,
        page=True,
        weighs=1,
        words="bidrager | deltager | involverede | inddrages | samarbejder med",
        unsure="konsulteres | rådspørges | høres | støtter | assisterer",
        offline=True,
        suggested=True,
        asked="Hvem hjælper",
        running="medvirker | medvirkende | bidrager | inddrages | deltager",
        answers=True,
    ),
    Field(
        "informed",
        "Skal have besked",
        Kind.KEYS,
        Scheme.ACTORS,
        weight=0.5,
        group=WHO,
        shown=3,
        weighs=1,
        words="orienteres | underrettes | informeres | hvem skal have besked "
        "| hvem orienteres | hvem informeres",
        unsure="modtager",
        offline=True,
        suggested=True,
        asked="Hvem skal have besked",
        running="orienteres | informeres | underrettes | modtager | sendes til",
        answers=True,
    ),
    Field(
        "deadline",
        "Frist",
        Kind.TEXT,
        weight=1.5,
        column=True,
        group=WHEN,
        shown=2,
        document=TASK_COLUMN,
        prose=True,
        marked=True,
        weighs=1,
        words="hvornår | tidsfrist | frister | tidspunkt | senest | svarfrist "
        "| deadline | tidsramme | frist for udførelse",
        glance=True,
        offline=True,
        overview=3,
        grid=8,
        suggested=True,
        follows=True,
        asked="Hvornår",
        unsaid="hvornår opgaven skal være udført",
        running="frist | tidsfrist | hvornår | tid | tidspunkt | senest",
        answers=True,
        as_written="Fristen er: {text}",
        worded=True,
    ),
    Field(
        "deadline_amount",
        "Frist, antal",
        Kind.NUMBER,
        group=WHEN,
        part_of="deadline",
        evidence=1,
    ),
    Field(
        "deadline_unit",
        "Frist, enhed",
        Kind.TEXT,
        options=tuple((name, name) for name in DEADLINE_UNITS),
        group=WHEN,
        part_of="deadline",
        evidence=1,
    ),
    Field(
        "deadline_relation",
        "Frist, før eller efter",
        Kind.TEXT,
        options=(("før", "før"), ("efter", "efter")),
        group=WHEN,
        part_of="deadline",
        evidence=1,
    ),
    Field(
        "deadline_event",
        "Frist, hændelse",
        Kind.TEXT,
        weight=0.5,
        group=WHEN,
        part_of="deadline",
        evidence=1,
    ),
    Field(
        "does_not_apply_to",
        "Gælder ikke for",
        Kind.TEXT,
        weight=1,
        column=True,
        long=True,
        group=LIMITS,
        heads=True,
        document=HOLDS_COLUMN,
        prose=True,
        denies=True,
        marked=True,
        weighs=1,
        words="undtagelse | undtagelser | undtaget | gælder ikke",
        grid=12,
        first_cell=True,
        suggested=True,
        running="gælder ikke for | gælder ikke | undtagelse | undtaget",
        answers=True,
        as_written="Det gælder ikke for: {text}",
    ),
    Field(
        "applies_in",
        "Gælder i",
        Kind.KEYS,
        Scheme.PLACES,
        weight=0.5,
        group=LIMITS,
        page=True,
        weighs=1,
        when_empty="alle steder, hvor parterne er",
        words="kommune | kommuner | område | geografi",
        offline=True,
    ),
    Field(
        "economic_consequences",
        "Økonomiske konsekvenser",
        Kind.TEXT,
        long=True,
        hint="Skal udfyldes, når opgaven skifter sektor, myndighed eller betaler.",
        group=MEANWHILE,
        page=True,
        prose=True,
        words="økonomisk konsekvens",
        offline=True,
    ),
    Field(
        "example",
        "Eksempel",
        Kind.TEXT,
        weight=0.5,
        long=True,
        group=MEANWHILE,
        page=True,
        prose=True,
        marked=True,
        words="eksempler",
        offline=True,
    ),
    Field(
        "in_doubt",
        "Ved tvivl",
        Kind.TEXT,
        weight=0.5,
        long=True,
        group=MEANWHILE,
        shown=7,
        prose=True,
        words="ved uenighed | tvivlstilfælde | i tvivlstilfælde",
        offline=True,
        asked="Hvem afgør det ved tvivl",
        answers=True,
        as_written="Er der tvivl: {text}",
    ),
    Field(
        "legal_basis",
        "Lovgrundlag",
        Kind.TEXT,
        weight=1,
        column=True,
        group=GROUNDS,
        page=True,
        document=HOLDS_COLUMN,
        marked=True,
        words="lov | lovgivning | hjemmel | lovhjemmel | paragraf | retsgrundlag",
        offline=True,
        common=True,
        answers=True,
    ),
    Field(
        "section",
        "Afsnit i aftalen",
        Kind.TEXT,
        required=True,
        weight=0.5,
        group=GROUNDS,
        order=FIRST,
        kept_on=True,
        grid=11,
        common=True,
        for_all=True,
    ),
    Field(
        "source",
        "Belæg",
        Kind.TEXT,
        group=GROUNDS,
        words="kilde | kilder",
        evidence=1,
        common=True,
        for_all=True,
        answers=True,
    ),
    Field(
        "fact",
        "Faktalinje",
        Kind.TEXT,
        hint="Kun i startkataloget: linjen i dets grundlag.",
        group=GROUNDS,
        evidence=1,
    ),
    Field(
        "confirmed",
        "Bekræftet",
        Kind.FLAG,
        required=True,
        column=True,
        group=GROUNDS,
        apart=True,
        evidence=1,
        first_cell=True,
        common=True,
    ),
)

ACTOR_FIELDS = tuple(field for field in ROW_FIELDS if field.scheme is Scheme.ACTORS)
FOUR_ANSWERS = tuple(field.name for field in ACTOR_FIELDS if field.required)
# The first of them says who does it: that is never left open unseen.
DOES_IT, *_others = FOUR_ANSWERS
OTHER_ANSWERS = tuple(_others)
WORDED = tuple(field.name for field in ROW_FIELDS if field.worded)
AT_A_GLANCE = tuple(field.name for field in ROW_FIELDS if field.glance)
DEADLINE_DATA = tuple(field.name for field in ROW_FIELDS if field.part_of == "deadline")

ROW_FIELDS_BY_NAME = {field.name: field for field in ROW_FIELDS}
VERSION_FIELDS_BY_NAME = {field.name: field for field in (*VERSION_FIELDS, BODY)}
# What pages call a field of a row, or else of a version.
LABELS = {
    name: field.label
    for name, field in (*VERSION_FIELDS_BY_NAME.items(), *ROW_FIELDS_BY_NAME.items())
}
# The fields that may only say one of a few things, which are no keys of a vocabulary.
OPTIONS = {
    field.name: tuple(value for value, _ in field.options)
    for field in (*VERSION_FIELDS, *ROW_FIELDS)
    if field.options
}
RELATION_LABELS = {
    "replaces": "Afløser",
    "supplements": "Supplerer",
    "annex-of": "Bilag til",
    "see-also": "Se også",
}


class Facet(NamedTuple):
    """One way to narrow rows: its name in the API, in addresses, and its Danish
    label.

    Its values are the keys of `scheme`, or, where what rows say is no key, one of
    `options`, each with its label and in that order.
    """

    name: str
    param: str
    label: str
    scheme: Scheme | None = None
    options: tuple[tuple[str, str], ...] = ()


FACETS = (
    Facet("phase", "fase", "Fase", Scheme.PHASES),
    Facet("sector", "sektor", "Sektor", Scheme.SECTORS),
    Facet("actor", "aktoer", "Aktør", Scheme.ACTORS),
    Facet("target_group", "maalgruppe", "Målgruppe", Scheme.TARGET_GROUPS),
    Facet("agreement", "aftale", "Aftale", Scheme.AGREEMENTS),
    Facet("planning_area", "planomraade", "Planområde", Scheme.PLANNING_AREAS),
    Facet("municipality", "kommune", "Kommune", Scheme.ORGANISATIONS),
)
