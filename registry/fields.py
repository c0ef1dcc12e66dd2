"""FIELDS: one row per catalogue field. Files, pages, JSON, index and table loop over them."""

from enum import StrEnum
from typing import NamedTuple


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
    ORGANISATIONS = "organisations"
    HEALTH_AGREEMENTS = "health-agreements"
    PLACES = "places"  # an organisation or a planning area
    AGREEMENTS = "agreements"


VOCABULARIES = tuple(Scheme)[: tuple(Scheme).index(Scheme.ORGANISATIONS)]


class Field(NamedTuple):
    """One field: its name in code and files, its Danish label, and what may stand in it.

    `weight` is its importance in ranking (0: not searched); `column` shows it in the full table;
    `long` gives its text several lines in a form, and `hint` says there what to write. `choices`:
    the only values it may have, each with its label.
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
    choices: tuple[tuple[str, str], ...] = ()


VERSION_FIELDS = (
    Field("kind", "Aftaletype", Kind.KEY, Scheme.KINDS, required=True),
    Field("title", "Titel", Kind.TEXT, required=True),
    Field("summary", "Resumé", Kind.TEXT, required=True, long=True),
    Field(
        "in_force_from",
        "I kraft fra",
        Kind.DATE,
        hint="Er dagen ukendt, tæller den fra begyndelsen af perioden, aftalen er indgået under.",
    ),
    Field("in_force_until", "I kraft til (første dag efter)", Kind.DATE),
    Field("date_precision", "Datoens præcision", Kind.TEXT),
    Field("date_confirmed", "Dato bekræftet", Kind.FLAG),
    Field(
        "review_on",
        "Gennemgås senest",
        Kind.DATE,
        hint="Den dag minder redaktionens forside om, at aftalen skal gennemgås.",
    ),
    Field("adoption_rule", "Vedtagelse hos parterne", Kind.TEXT),
    Field("made_under", "Indgået under", Kind.KEY, Scheme.HEALTH_AGREEMENTS),
    Field("owner", "Ansvarligt udvalg", Kind.KEY, Scheme.ORGANISATIONS),
    Field("target_groups", "Målgrupper", Kind.KEYS, Scheme.TARGET_GROUPS, required=True),
    Field("focus_areas", "Fokusområder", Kind.KEYS, Scheme.FOCUS_AREAS),
    Field("goals", "Nationale mål", Kind.KEYS, Scheme.GOALS),
    Field("legal_basis", "Lovgrundlag", Kind.TEXTS),
    Field("evidence", "Belæg", Kind.TEXTS),
    Field("change_note", "Ændringer i denne udgave", Kind.TEXT, long=True),
    Field("illustrative", "Illustrativ", Kind.FLAG),
    Field("treatment_responsibility", "Lægeligt behandlingsansvar", Kind.MARKDOWN, required=True),
    Field("division_of_responsibility", "Ansvarsfordeling", Kind.MARKDOWN, required=True),
    Field("economics", "Økonomi", Kind.MARKDOWN, required=True),
)

BODY = Field("body", "Aftalens tekst", Kind.MARKDOWN)

THREE_FIELDS = tuple(
    field for field in VERSION_FIELDS if field.kind is Kind.MARKDOWN and field.required
)

ROW_FIELDS = (
    Field("key", "Nøgle", Kind.TEXT, required=True),
    Field("task_key", "Opgavetype", Kind.KEY, Scheme.TASKS, required=True),
    Field("task", "Opgave", Kind.TEXT, required=True, weight=3, column=True),
    Field("situation", "Situation", Kind.TEXT, weight=2, column=True),
    Field("phase", "Fase", Kind.KEY, Scheme.PHASES, required=True, weight=1, column=True),
    Field(
        "target_groups",
        "Målgrupper",
        Kind.KEYS,
        Scheme.TARGET_GROUPS,
        required=True,
        weight=1,
        column=True,
    ),
    Field(
        "responsible",
        "Udføres af",
        Kind.KEYS,
        Scheme.ACTORS,
        required=True,
        weight=1,
        column=True,
    ),
    Field(
        "authority",
        "Myndighedsansvar",
        Kind.KEYS,
        Scheme.ACTORS,
        required=True,
        weight=0.5,
        column=True,
    ),
    Field("payer", "Betales af", Kind.KEYS, Scheme.ACTORS, required=True, weight=0.5, column=True),
    Field(
        "treatment_responsible",
        "Lægeligt behandlingsansvar",
        Kind.KEYS,
        Scheme.ACTORS,
        required=True,
        weight=0.5,
        column=True,
    ),
    Field("contributes", "Medvirker", Kind.KEYS, Scheme.ACTORS, weight=0.5),
    Field("informed", "Skal have besked", Kind.KEYS, Scheme.ACTORS, weight=0.5),
    Field("deadline", "Frist", Kind.TEXT, weight=1.5, column=True),
    Field("deadline_amount", "Frist, antal", Kind.NUMBER),
    Field("deadline_unit", "Frist, enhed", Kind.TEXT),
    Field("deadline_relation", "Frist, før eller efter", Kind.TEXT),
    Field("deadline_event", "Frist, hændelse", Kind.TEXT, weight=0.5),
    Field("does_not_apply_to", "Gælder ikke for", Kind.TEXT, weight=1, column=True, long=True),
    Field("applies_in", "Gælder i", Kind.KEYS, Scheme.PLACES, weight=0.5),
    Field(
        "economic_consequences",
        "Økonomiske konsekvenser",
        Kind.TEXT,
        long=True,
        hint="Skal udfyldes, når opgaven skifter sektor, myndighed eller betaler.",
    ),
    Field("example", "Eksempel", Kind.TEXT, weight=0.5, long=True),
    Field("in_doubt", "Ved tvivl", Kind.TEXT, weight=0.5, long=True),
    Field("legal_basis", "Lovgrundlag", Kind.TEXT, weight=1, column=True),
    Field("section", "Afsnit i aftalen", Kind.TEXT, required=True, weight=0.5),
    Field("source", "Belæg", Kind.TEXT),
    Field("fact", "Faktalinje", Kind.TEXT, hint="Kun i startkataloget: linjen i dets grundlag."),
    Field("confirmed", "Bekræftet", Kind.FLAG, required=True, column=True),
)

FOUR_ANSWERS = ("responsible", "authority", "payer", "treatment_responsible")

DATE_PRECISIONS = ("day", "month", "year", "period", "unknown")
DEADLINE_UNITS = ("timer", "dage", "hverdage", "uger", "måneder")
DEADLINE_RELATIONS = ("før", "efter")
ADOPTION_RULES = ("vedtages-foerst", "offentliggoeres-foerst", "kraever-ingen")
CHOICES = {
    "adoption_rule": ADOPTION_RULES,
    "date_precision": DATE_PRECISIONS,
    "deadline_unit": DEADLINE_UNITS,
    "deadline_relation": DEADLINE_RELATIONS,
}
CHOICE_LABELS = {
    "vedtages-foerst": "Parterne vedtager, før udgaven offentliggøres",
    "offentliggoeres-foerst": "Udgaven kan offentliggøres, før parterne vedtager",
    "kraever-ingen": "Kræver ingen vedtagelse",
    "day": "dag",
    "month": "måned",
    "year": "år",
    "period": "periode",
    "unknown": "ukendt",
}
RELATION_LABELS = {
    "replaces": "Afløser",
    "supplements": "Supplerer",
    "annex-of": "Bilag til",
    "see-also": "Se også",
}


class Facet(NamedTuple):
    """One way to narrow rows: its name in the API, in addresses, and its Danish label."""

    name: str
    param: str
    label: str
    scheme: Scheme | None


FACETS = (
    Facet("phase", "fase", "Fase", Scheme.PHASES),
    Facet("sector", "sektor", "Sektor", Scheme.SECTORS),
    Facet("actor", "aktoer", "Aktør", Scheme.ACTORS),
    Facet("target_group", "maalgruppe", "Målgruppe", Scheme.TARGET_GROUPS),
    Facet("agreement", "aftale", "Aftale", None),
    Facet("planning_area", "planomraade", "Planområde", Scheme.PLANNING_AREAS),
    Facet("municipality", "kommune", "Kommune", Scheme.ORGANISATIONS),
)
