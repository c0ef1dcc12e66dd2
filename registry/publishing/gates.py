"""GATES: one row per rule that a version must meet to be published, and what they find in it."""

from collections.abc import Iterable, Mapping

from registry.fields import ROW_FIELDS
from registry.publishing import gate_row_rules as rows
from registry.publishing import gate_rules as rules
from registry.publishing.finding import (
    SEVERITY_LABELS,
    Find,
    Finding,
    Found,
    Gate,
    Place,
    Severity,
    Surroundings,
)
from registry.publishing.placeholders import is_placeholder
from registry.version_content import CONTENT_FIELDS, MAIN, VersionContent

__all__ = [
    "GATES",
    "SEVERITY_LABELS",
    "Find",
    "Finding",
    "Found",
    "Gate",
    "Place",
    "Severity",
    "Surroundings",
    "blocking",
    "findings",
]

ERROR, WARNING = Severity.ERROR, Severity.WARNING

GATES = (
    Gate(
        "tomt-felt",
        ERROR,
        "Feltet «{field}» er tomt. Skriv, hvad aftalen siger, eller lad godkenderen underskrive en "
        "grund til, at det står tomt.",
        rules.empty_three,
        signable=True,
    ),
    Gate(
        "pladsholder",
        ERROR,
        "Feltet «{field}» er ikke skrevet færdigt. Skriv den endelige tekst i stedet for "
        "pladsholderen, eller lad godkenderen underskrive en grund til, at den står.",
        rules.placeholder_in_three,
        signable=True,
    ),
    Gate(
        "pladsholder-i-udgave",
        ERROR,
        "Feltet «{field}» er ikke skrevet færdigt. Skriv den endelige tekst i stedet for "
        "pladsholderen.",
        rules.placeholder_in_written,
    ),
    Gate(
        "pladsholder-i-snitflade",
        ERROR,
        "«{task}»: Feltet «{field}» er ikke skrevet færdigt. Skriv den endelige tekst, eller lad "
        "feltet stå tomt, hvis aftalen intet siger.",
        rows.placeholder,
    ),
    Gate(
        "mangler-i-udgave",
        ERROR,
        "Feltet «{field}» mangler. Udfyld det.",
        rules.missing_field,
    ),
    Gate(
        "mangler-i-snitflade",
        ERROR,
        "«{task}»: Feltet «{field}» mangler. Udfyld det; siger aftalen det ikke, så vælg «Ikke "
        "oplyst», hvor det er muligt.",
        rows.missing_field,
    ),
    Gate(
        "ingen-udfoerer",
        ERROR,
        "«{task}»: Der står ikke, hvem der udfører opgaven. Vælg en aktør, eller vælg «Ikke "
        "oplyst», hvis aftalen ikke siger det.",
        rows.no_responsible,
    ),
    Gate(
        "blandet-svar",
        ERROR,
        "«{task}»: Feltet «{field}» har både «{none}» og andre svar. Vælg enten aktørerne eller "
        "«{none}».",
        rows.mixed_answer,
    ),
    Gate(
        "afsnit-findes-ikke",
        ERROR,
        "«{task}»: Aftalens tekst har intet afsnit med overskriften «{section}». Vælg et afsnit, "
        "der findes, eller skriv overskriften i teksten.",
        rows.unknown_section,
    ),
    Gate(
        "begyndelse-mangler",
        ERROR,
        "Det er ukendt, hvornår aftalen træder i kraft. Skriv datoen, eller vælg den "
        "sundhedsaftale, den er indgået under.",
        rules.no_beginning,
    ),
    Gate(
        "umulig-dato",
        ERROR,
        "Aftalen kan ikke træde i kraft den {date}. Skriv en dato fra 1970 til højst 20 år ud i "
        "fremtiden.",
        rules.impossible_beginning,
    ),
    Gate(
        "slutter-foer-begyndelsen",
        ERROR,
        "Aftalen slutter den {ends}, men træder først i kraft den {begins}. Ret en af datoerne.",
        rules.ends_before_it_begins,
    ),
    Gate(
        "gennemgang-foer-begyndelsen",
        ERROR,
        "Aftalen skal gennemgås den {review}, før den træder i kraft den {begins}. Ret en af "
        "datoerne.",
        rules.reviewed_before_it_begins,
    ),
    Gate(
        "frist-ikke-over-nul",
        ERROR,
        "«{task}»: Fristens antal er {amount}. Skriv et tal over nul, eller lad antal og enhed stå "
        "tomme.",
        rows.impossible_deadline,
    ),
    Gate(
        "frist-uden-enhed",
        ERROR,
        "«{task}»: Fristen har et antal, men ingen enhed. Vælg enheden, fx hverdage, eller slet "
        "antallet.",
        rows.no_deadline_unit,
    ),
    Gate(
        "frist-uden-antal",
        ERROR,
        "«{task}»: Fristen har en enhed, men intet antal. Skriv antallet, eller fjern enheden.",
        rows.no_deadline_amount,
    ),
    Gate(
        "for-faa-parter",
        ERROR,
        "Aftalen har færre end to formelle parter. Tilføj dem, der indgår aftalen.",
        rules.too_few_parties,
    ),
    Gate(
        "kun-en-sektor",
        ERROR,
        "De formelle parter er alle fra samme sektor ({sector}). En samarbejdsaftale går på tværs: "
        "Tilføj parten fra den anden sektor.",
        rules.one_sector,
    ),
    Gate(
        "part-to-gange",
        ERROR,
        "{party} står mere end én gang blandt parterne. En part har én rolle: Behold den rigtige.",
        rules.party_twice,
    ),
    Gate(
        "opgaveflytning-uden-oekonomi",
        ERROR,
        "«{task}» flytter: {field} ændres fra {before} til {after}. Skriv de økonomiske "
        "konsekvenser; er der ingen, så skriv det.",
        rows.unexplained_transfer,
    ),
    Gate(
        "ukendt-aftale",
        ERROR,
        "Relationen «{relation}» peger på aftalen «{agreement}», som ikke er offentliggjort i "
        "kataloget. Vælg en anden aftale, eller fjern relationen.",
        rules.unknown_agreement,
    ),
    Gate(
        "relation-til-sig-selv",
        ERROR,
        "Relationen «{relation}» peger på aftalen selv. Vælg en anden aftale, eller fjern "
        "relationen.",
        rules.own_relation,
    ),
    Gate(
        "afloeser-i-kreds",
        ERROR,
        "Aftalerne afløser hinanden i en kreds: {circle}. Fjern den relation, der er forkert.",
        rules.replaces_in_circle,
    ),
    Gate(
        "ukendt-noegle-i-udgave",
        ERROR,
        "Feltet «{field}» har værdien «{key}», som ikke findes i kataloget. Vælg en af dem, der "
        "gør.",
        rules.unknown_word,
    ),
    Gate(
        "ukendt-noegle-i-snitflade",
        ERROR,
        "«{task}»: Feltet «{field}» har værdien «{key}», som ikke findes i kataloget. Vælg en af "
        "dem, der gør.",
        rows.unknown_word,
    ),
    Gate(
        "ukendt-valg-i-udgave",
        ERROR,
        "Feltet «{field}» kan ikke have værdien «{key}». Vælg en af mulighederne.",
        rules.unknown_choice,
    ),
    Gate(
        "ukendt-valg-i-snitflade",
        ERROR,
        "«{task}»: Feltet «{field}» kan ikke have værdien «{key}». Vælg en af mulighederne.",
        rows.unknown_choice,
    ),
    Gate(
        "ukendt-part",
        ERROR,
        "{what} «{key}» blandt parterne findes ikke i kataloget. Vælg en anden.",
        rules.unknown_party,
    ),
    Gate(
        "ukendt-relation",
        ERROR,
        "Kataloget kender ingen relation, der hedder «{key}». Vælg en anden.",
        rules.unknown_relation,
    ),
    Gate(
        "noegle-to-gange",
        ERROR,
        "Flere snitflader har nøglen «{key}». Fjern den ene, eller lav den som en ny snitflade.",
        rules.key_twice,
    ),
    Gate(
        "ikke-oplyst",
        WARNING,
        "«{task}»: Feltet «{field}» er ikke oplyst. Spørg parterne, eller lad det stå, hvis "
        "aftalen ikke siger det.",
        rows.not_stated,
    ),
    Gate(
        "pligt-uden-part",
        WARNING,
        "«{task}»: {actor} står under «{field}», men aftalen har ingen part fra sektoren {sector}. "
        "Tilføj parten, eller vælg en anden aktør.",
        rows.duty_on_non_party,
    ),
    Gate(
        "frist-og-tal-uens",
        WARNING,
        "«{task}»: Fristen lyder «{deadline}», men fristens antal og enhed er {amount} {unit}. Ret "
        "det, der er forkert.",
        rows.deadline_contradicts_data,
    ),
    Gate(
        "oekonomi-fra-forrige-udgave",
        WARNING,
        "«{task}» flytter: {field} ændres fra {before} til {after}, men de økonomiske konsekvenser "
        "er uændrede fra den forrige udgave. Se efter, at de også gælder denne flytning.",
        rows.transfer_explained_before,
    ),
    Gate(
        "vedtagelse-mangler",
        WARNING,
        "{missing} af {all} formelle parter har ikke vedtaget denne tekst: {names}. Registrér "
        "vedtagelserne, når de kommer.",
        rules.not_adopted,
    ),
    Gate(
        "gennemgang-mangler",
        WARNING,
        "Der er ingen dato for den næste gennemgang. Skriv en, så redaktionen bliver mindet om "
        "den.",
        rules.no_review,
    ),
    Gate(
        "gennemgang-overskredet",
        WARNING,
        "Aftalen skulle være gennemgået den {review}. Skriv datoen for den næste gennemgang.",
        rules.review_is_past,
    ),
    Gate(
        "gennemgang-langt-vaek",
        WARNING,
        "Den næste gennemgang er den {review}, mere end fire år {since}. Vælg en tidligere dato.",
        rules.review_far_away,
    ),
    Gate(
        "snitflade-uden-belaeg",
        WARNING,
        "«{task}»: Der er intet belæg. Skriv, hvor det står, fx aftalens navn og side.",
        rows.no_evidence,
    ),
    Gate(
        "udgave-uden-belaeg",
        WARNING,
        "Udgaven har intet belæg. Skriv, hvad teksten bygger på.",
        rules.no_evidence,
    ),
    Gate(
        "forvekslelige-begreber-i-udgave",
        WARNING,
        "Feltet «{field}» bruger ord, som ikke må forveksles: {pairs}. Se efter, at det rigtige "
        "ord står hvert sted.",
        rules.confused_terms,
    ),
    Gate(
        "forvekslelige-begreber-i-snitflade",
        WARNING,
        "«{task}» bruger ord, som ikke må forveksles: {pairs}. Se efter, at det rigtige ord står "
        "hvert sted.",
        rows.confused_terms,
    ),
    Gate(
        "pladsholder-i-broedtekst",
        WARNING,
        "«{field}» ser ikke ud til at være skrevet færdig: Der er en pladsholder i den. Skriv den "
        "endelige tekst.",
        rules.placeholder_in_body,
    ),
    Gate(
        "ingen-snitflader",
        WARNING,
        "Udgaven har ingen snitflader, så den besvarer ingen spørgsmål om, hvem der gør hvad. "
        "Tilføj mindst én.",
        rules.no_rows,
    ),
)

# The form's order of the version's own places; each row follows with its fields.
_MAIN_ORDER = (*(field.name for field in CONTENT_FIELDS), "parties", "relations", "rows")
_ROW_ORDER = tuple(field.name for field in ROW_FIELDS)
_SEVERITIES = tuple(Severity)


def findings(content: VersionContent, surroundings: Surroundings) -> tuple[Finding, ...]:
    """All that the gates find, errors first, each in the order of the form."""
    found = [
        Finding(gate.code, gate.severity, gate.text.format(**words), place, gate.signable)
        for gate in GATES
        for place, words in gate.find(content, surroundings)
    ]
    parts = (MAIN, *dict.fromkeys(row["key"] for row in content.rows))
    return tuple(sorted(found, key=lambda finding: _order(finding, parts)))


def blocking(found: Iterable[Finding], signed: Mapping[str, str]) -> tuple[Finding, ...]:
    """The errors that stop the version; `signed`: the approver's reasons by finding's signature.

    A reason that is blank or a placeholder itself signs nothing.
    """
    return tuple(
        finding
        for finding in found
        if finding.severity is Severity.ERROR
        and not (finding.signable and _is_reason(signed.get(finding.signature, "")))
    )


def _is_reason(text: str) -> bool:
    return bool(text.strip()) and not is_placeholder(text)


def _order(finding: Finding, parts: tuple[str, ...]) -> tuple[int, int, int]:
    fields = _MAIN_ORDER if finding.place.part == MAIN else _ROW_ORDER
    return (
        _SEVERITIES.index(finding.severity),
        parts.index(finding.place.part),
        fields.index(finding.place.field),
    )
