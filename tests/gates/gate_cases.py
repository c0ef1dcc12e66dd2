"""For each gate, versions in which it finds something, and the nearest in which it does
not.
"""

from datetime import date
from typing import Any, NamedTuple

from registry.gates.gate import Foreseen, FormPlace, PointedAt
from registry.rules.kinds import STATUTORY
from registry.rules.link_targets import Page
from registry.rules.status import Period
from registry.rules.version_content import MAIN, VersionContent
from registry.suggest.coverage import key_of
from tests.publishing.samples import SLUG, content, row
from tests.suggest.samples import suggestions

KEY = "varsel-voksne"
LONG_BODY = (
    "## Udskrivning\n\nPsykiatrisk center sender en orientering til kommunen. Senest "
    "samme dag sender centret en varsling til kommunen."
)
MOVED = {"payer": ("kommune",), "authority": ("kommune",)}
SEVERAL = {"formel-part": ("region-hovedstaden", "ballerup", "gentofte")}

PERIODS = {
    "periods": {"sundhedsaftale-2024-2027": Period(date(2024, 1, 1), date(2028, 1, 1))}
}
OVER = {
    "periods": {
        "sundhedsaftale-2024-2027": Period(date(2020, 1, 1), date(2026, 11, 22))
    }
}
CEASING = {**PERIODS, "ceased": {"ballerup": date(2028, 1, 1)}}


class Case(NamedTuple):
    """A version in its surroundings, and where the gate of that code finds something
    (or ()).
    """

    says: str
    code: str
    content: VersionContent
    places: tuple[FormPlace, ...] = ()
    # A NamedTuple's default, never written to.
    around: dict[str, Any] = {}  # noqa: RUF012


def main(field: str) -> tuple[FormPlace, ...]:
    return (FormPlace(MAIN, field),)


def of_row(*fields: str) -> tuple[FormPlace, ...]:
    return tuple(FormPlace(KEY, field) for field in fields)


def with_row(**changes: Any) -> VersionContent:
    return content(rows=(row(**changes),))


def before(**changes: Any) -> dict[str, Any]:
    """Surroundings in which the version before had that row."""
    return {"previous": with_row(**changes)}


CPR = "010190-1234"  # of nobody
OF_VERSION = (
    Case(
        "a CPR number in the body",
        "personnummer-i-udgave",
        content(body=f"{LONG_BODY}\n\nSom for 01.01.90 – 1234."),
        main("body"),
    ),
    Case(
        "one in a list of evidence",
        "personnummer-i-udgave",
        content(evidence=("Brev", f"Brev om {CPR}")),
        main("evidence"),
    ),
    Case(
        "a telephone and a pair of dates",
        "personnummer-i-udgave",
        content(summary="Ring 38 64 00 00. Gælder 01.01.2025-31.12.2026."),
    ),
    Case(
        "one in what is kept",
        "personnummer-i-det-gemte",
        content(),
        main("kept"),
        {"kept_numbers": ("ændringerne", "originalen")},
    ),
    Case("nothing kept", "personnummer-i-det-gemte", content()),
    Case(
        "one in what is kept and in the text: the text first",
        "personnummer-i-det-gemte",
        content(summary=CPR),
        (),
        {"kept_numbers": ("ændringerne",)},
    ),
    Case(
        "an empty field of the three",
        "tomt-felt",
        content(economics=""),
        main("economics"),
    ),
    Case("a field with a sentence", "tomt-felt", content(economics="Ikke relevant.")),
    Case(
        "a placeholder in one of the three",
        "pladsholder",
        content(treatment_responsibility="Udfyldes senere"),
        main("treatment_responsibility"),
    ),
    Case(
        "a true sentence with the same words",
        "pladsholder",
        content(economics="Kommunen afventer regningen fra hospitalet."),
    ),
    Case("an empty field is no placeholder", "pladsholder", content(economics="")),
    Case("TBD as title", "pladsholder-i-udgave", content(title="TBD"), main("title")),
    Case(
        "dots as summary", "pladsholder-i-udgave", content(summary="…"), main("summary")
    ),
    Case("a title", "pladsholder-i-udgave", content(title="Når borgeren venter")),
    Case(
        "a mark in the body",
        "pladsholder-i-broedtekst",
        content(body="## Udskrivning\n\nKommunen betaler [beløb]."),
        main("body"),
    ),
    Case("a body", "pladsholder-i-broedtekst", content()),
    Case("no title", "mangler-i-udgave", content(title=""), main("title")),
    Case(
        "no target group",
        "mangler-i-udgave",
        content(target_groups=()),
        main("target_groups"),
    ),
    Case("no kind", "mangler-i-udgave", content(kind=""), main("kind")),
    Case(
        "an empty field of the three has its own",
        "mangler-i-udgave",
        content(economics=""),
    ),
    Case(
        "neither a date nor a health agreement",
        "begyndelse-mangler",
        content(in_force_from=None, made_under=""),
        main("in_force_from"),
    ),
    Case("only a health agreement", "begyndelse-mangler", content(in_force_from=None)),
    Case("only a date", "begyndelse-mangler", content(made_under="")),
    Case(
        "in force from 1969",
        "umulig-dato",
        content(in_force_from=date(1969, 12, 31)),
        main("in_force_from"),
    ),
    Case(
        "in force more than twenty years from now",
        "umulig-dato",
        content(in_force_from=date(2046, 11, 23)),
        main("in_force_from"),
    ),
    Case(
        "in force in twenty years",
        "umulig-dato",
        content(in_force_from=date(2046, 11, 22)),
    ),
    Case("in force from 1970", "umulig-dato", content(in_force_from=date(1970, 1, 1))),
    Case(
        "over on the day it begins",
        "slutter-foer-begyndelsen",
        content(in_force_until=date(2027, 1, 1)),
        main("in_force_until"),
    ),
    Case(
        "one day long",
        "slutter-foer-begyndelsen",
        content(in_force_until=date(2027, 1, 2)),
    ),
    Case(
        "made under a period that was over on the day it begins",
        "anden-periode",
        content(in_force_from=date(2028, 1, 1)),
        main("made_under"),
        PERIODS,
    ),
    Case(
        "made under a period that had not begun",
        "anden-periode",
        content(in_force_from=date(2023, 12, 31)),
        main("made_under"),
        PERIODS,
    ),
    *(
        Case("on a day of the period", "anden-periode", content(**values), (), PERIODS)
        for values in (
            {"in_force_from": date(2024, 1, 1)},
            {"in_force_from": date(2027, 12, 31)},
            {"in_force_from": None},
            {"made_under": ""},
        )
    ),
    Case(
        "a party that ceases before the agreement's own end",
        "part-ophoerer",
        content(in_force_until=date(2028, 1, 2)),
        main("parties"),
        CEASING,
    ),
    Case(
        "a party that has ceased, of an agreement without an end",
        "part-ophoerer",
        content(made_under=""),
        main("parties"),
        {"ceased": {"ballerup": date(2020, 1, 1)}},
    ),
    Case(
        "an agreement that ends with its party",
        "part-ophoerer",
        content(in_force_until=date(2028, 1, 1)),
        (),
        CEASING,
    ),
    Case(
        "one whose period ends with its party", "part-ophoerer", content(), (), CEASING
    ),
    Case(
        "a party that has ceased before the agreement begins, past its period",
        "part-ophoerer",
        content(in_force_from=date(2028, 2, 1)),
        main("parties"),
        CEASING,
    ),
    Case(
        "a party that has ceased, of an agreement that is continued",
        "part-ophoerer",
        content(),
        main("parties"),
        {"ceased": {"ballerup": date(2026, 1, 1)}, "is_continued": True},
    ),
    Case(
        "a party that will cease while the agreement is continued",
        "part-ophoerer",
        content(),
        (),
        {**CEASING, "is_continued": True},
    ),
    Case(
        "a party that is not formal",
        "part-ophoerer",
        content(
            parties={
                "formel-part": ("region-hovedstaden", "gentofte"),
                "tiltraedende-part": ("ballerup",),
            },
            made_under="",
        ),
        (),
        CEASING,
    ),
    Case(
        "over since yesterday",
        "perioden-er-slut",
        content(in_force_from=date(2026, 1, 1), in_force_until=date(2026, 11, 22)),
        main("in_force_until"),
    ),
    Case(
        "today is its last day",
        "perioden-er-slut",
        content(in_force_from=date(2026, 1, 1), in_force_until=date(2026, 11, 23)),
    ),
    Case(
        "made under a period that is over",
        "perioden-er-slut",
        content(),
        main("made_under"),
        OVER,
    ),
    Case(
        "one that is continued",
        "perioden-er-slut",
        content(),
        (),
        {**OVER, "is_continued": True},
    ),
    Case(
        "an own last day that is over, of one that is continued",
        "perioden-er-slut",
        content(in_force_from=date(2026, 1, 1), in_force_until=date(2026, 11, 22)),
        main("in_force_until"),
        {"is_continued": True},
    ),
    Case(
        "begun before a published version to come",
        "springer-udgave-over",
        content(in_force_from=date(2026, 12, 1)),
        main("in_force_from"),
        {"published": ((1, date(2020, 1, 1)), (2, date(2027, 1, 1)))},
    ),
    Case(
        "an unknown day counts from the period",
        "springer-udgave-over",
        content(in_force_from=None),
        main("in_force_from"),
        {**PERIODS, "published": ((1, date(2024, 1, 2)),)},
    ),
    Case(
        "begun on the day of a published version",
        "springer-udgave-over",
        content(),
        (),
        {"published": ((1, date(2020, 1, 1)), (2, date(2027, 1, 1)))},
    ),
    Case(
        "another agreement replaces it",
        "afloest-af-anden",
        content(),
        main("relations"),
        {"replaced_by": (("proeve-lokal", date(2027, 1, 1)),)},
    ),
    Case("no other replaces it", "afloest-af-anden", content()),
    Case(
        "reviewed before it begins",
        "gennemgang-foer-begyndelsen",
        content(review_on=date(2026, 12, 31)),
        main("review_on"),
    ),
    Case(
        "reviewed on its first day",
        "gennemgang-foer-begyndelsen",
        content(review_on=date(2027, 1, 1)),
    ),
    Case(
        "one formal party",
        "for-faa-parter",
        content(
            parties={"formel-part": ("ballerup",), "tiltraedende-part": ("gentofte",)}
        ),
        main("parties"),
    ),
    Case("no party", "for-faa-parter", content(parties={}), main("parties")),
    Case(
        "a programme that others are invited to join",
        "for-faa-parter",
        content(
            parties={"formel-part": ("ballerup",), "kan-tilslutte-sig": ("gentofte",)}
        ),
    ),
    Case(
        "an invitation from nobody",
        "for-faa-parter",
        content(parties={"kan-tilslutte-sig": ("gentofte",)}),
        main("parties"),
    ),
    Case("two formal parties", "for-faa-parter", content()),
    Case(
        "two municipalities",
        "kun-en-sektor",
        content(parties={"formel-part": ("ballerup", "gentofte")}),
        main("parties"),
    ),
    Case(
        "parties of which no sector is known",
        "kun-en-sektor",
        content(parties={"formel-part": ("sku", "ukendt")}),
        main("parties"),
    ),
    Case("a region and a municipality", "kun-en-sektor", content()),
    Case(
        "one organisation in two roles",
        "part-to-gange",
        content(
            parties={
                "formel-part": ("region-hovedstaden", "ballerup"),
                "tiltraedende-part": ("ballerup",),
            }
        ),
        main("parties"),
    ),
    Case("each organisation once", "part-to-gange", content(parties=SEVERAL)),
    Case(
        "a relation to nothing",
        "ukendt-aftale",
        content(relations={"see-also": ("findes-ikke",)}),
        main("relations"),
    ),
    Case(
        "a relation to an agreement",
        "ukendt-aftale",
        content(relations={"see-also": ("proeve-lokal",)}),
    ),
    Case(
        "a relation to itself",
        "relation-til-sig-selv",
        content(relations={"replaces": (SLUG,)}),
        main("relations"),
    ),
    Case(
        "a relation to another",
        "relation-til-sig-selv",
        content(relations={"replaces": ("proeve-lokal",)}),
    ),
    Case(
        "a circle of three",
        "afloeser-i-kreds",
        content(relations={"replaces": ("proeve-lokal",)}),
        main("relations"),
        {
            "replaces": {
                "proeve-lokal": frozenset({"proeve-gammel"}),
                "proeve-gammel": frozenset({SLUG}),
            }
        },
    ),
    Case(
        "a chain of three",
        "afloeser-i-kreds",
        content(relations={"replaces": ("proeve-lokal",)}),
        (),
        {"replaces": {"proeve-lokal": frozenset({"proeve-gammel"})}},
    ),
    Case(
        "a circle of others",
        "afloeser-i-kreds",
        content(relations={"replaces": ("proeve-lokal",)}),
        (),
        {
            "replaces": {
                "proeve-lokal": frozenset({"proeve-gammel"}),
                "proeve-gammel": frozenset({"proeve-lokal"}),
            }
        },
    ),
    Case(
        "a kind of none", "ukendt-noegle-i-udgave", content(kind="digt"), main("kind")
    ),
    Case(
        "one target group of none",
        "ukendt-noegle-i-udgave",
        content(target_groups=("voksne", "dyr")),
        main("target_groups"),
    ),
    Case(
        "an owner of none", "ukendt-noegle-i-udgave", content(owner="os"), main("owner")
    ),
    Case("keys that are known", "ukendt-noegle-i-udgave", content(goals=("maal-1",))),
    Case(
        "a rule of adoption of none",
        "ukendt-valg-i-udgave",
        content(adoption_rule="aldrig"),
        main("adoption_rule"),
    ),
    Case("no rule of adoption", "ukendt-valg-i-udgave", content(adoption_rule="")),
    Case(
        "a party of none",
        "ukendt-part",
        content(
            parties={"formel-part": ("region-hovedstaden", "ballerup", "atlantis")}
        ),
        main("parties"),
    ),
    Case(
        "a role of none",
        "ukendt-part",
        content(
            parties={
                "formel-part": ("region-hovedstaden", "ballerup"),
                "gaest": ("gentofte",),
            }
        ),
        main("parties"),
    ),
    Case("known parties", "ukendt-part", content(parties=SEVERAL)),
    Case(
        "a relation of no kind",
        "ukendt-relation",
        content(relations={"ligner": ("proeve-lokal",)}),
        main("relations"),
    ),
    Case(
        "a relation of a kind",
        "ukendt-relation",
        content(relations={"annex-of": ("proeve-lokal",)}),
    ),
    Case(
        "two rows with one key",
        "noegle-to-gange",
        content(rows=(row(), row())),
        main("rows"),
    ),
    Case("two rows with two", "noegle-to-gange", content(rows=(row(), row(key="to")))),
    Case("no row", "ingen-snitflader", content(rows=()), main("rows")),
    Case("one row", "ingen-snitflader", content()),
    Case("no evidence", "udgave-uden-belaeg", content(evidence=()), main("evidence")),
    Case("evidence", "udgave-uden-belaeg", content()),
    Case(
        "formal parties that have not adopted",
        "vedtagelse-mangler",
        content(adoption_rule="vedtages-foerst"),
        main("parties"),
        {"adopted": frozenset({"ballerup"})},
    ),
    Case(
        "no rule says that none is needed",
        "vedtagelse-mangler",
        content(adoption_rule=""),
        main("parties"),
    ),
    Case(
        "all have adopted",
        "vedtagelse-mangler",
        content(adoption_rule="vedtages-foerst"),
        (),
        {"adopted": frozenset({"ballerup", "region-hovedstaden"})},
    ),
    Case(
        "none is needed", "vedtagelse-mangler", content(adoption_rule="kraever-ingen")
    ),
    Case("no review", "gennemgang-mangler", content(review_on=None), main("review_on")),
    Case("a review", "gennemgang-mangler", content()),
    Case(
        "a review yesterday",
        "gennemgang-overskredet",
        content(in_force_from=date(2020, 1, 1), review_on=date(2026, 11, 21)),
        main("review_on"),
    ),
    Case(
        "a review today",
        "gennemgang-overskredet",
        content(in_force_from=date(2020, 1, 1), review_on=date(2026, 11, 22)),
    ),
    Case(
        "four years and a day from the beginning to come",
        "gennemgang-langt-vaek",
        content(review_on=date(2031, 1, 2)),
        main("review_on"),
    ),
    Case(
        "four years and a day from today",
        "gennemgang-langt-vaek",
        content(in_force_from=date(2020, 1, 1), review_on=date(2030, 11, 23)),
        main("review_on"),
    ),
    Case(
        "four years from the beginning",
        "gennemgang-langt-vaek",
        content(review_on=date(2031, 1, 1)),
    ),
    Case(
        "four years from today",
        "gennemgang-langt-vaek",
        content(in_force_from=None, review_on=date(2030, 11, 22)),
    ),
    Case(
        "both words in the body",
        "forvekslelige-begreber-i-udgave",
        content(body=LONG_BODY),
        main("body"),
    ),
    Case(
        "both words in one sentence, told apart",
        "forvekslelige-begreber-i-udgave",
        content(body="Centret sender først en orientering, og siden en varsling."),
    ),
    Case(
        "each word in connections of its own",
        "forvekslelige-begreber-i-udgave",
        content(body="En varsling kræver ti dage. Brevet er en ren orientering."),
    ),
    Case(
        "one word in the body, one in a field",
        "forvekslelige-begreber-i-udgave",
        content(economics="En orientering koster intet."),
    ),
)

OF_ROW = (
    Case(
        "a task that is not written",
        "pladsholder-i-snitflade",
        with_row(task="TBD"),
        of_row("task"),
    ),
    Case(
        "four texts that are not written",
        "pladsholder-i-snitflade",
        with_row(
            situation="…", deadline="?", economic_consequences="afventer", in_doubt="-"
        ),
        of_row("situation", "deadline", "economic_consequences", "in_doubt"),
    ),
    Case("texts", "pladsholder-i-snitflade", with_row(deadline="Ikke oplyst")),
    Case("empty texts", "pladsholder-i-snitflade", with_row(deadline="", situation="")),
    Case(
        "no payer, no phase and no section",
        "mangler-i-snitflade",
        with_row(payer=(), phase="", section=""),
        of_row("phase", "payer", "section"),
    ),
    Case(
        "an unconfirmed row",
        "mangler-i-snitflade",
        with_row(confirmed=False, situation=""),
    ),
    Case("no one", "ingen-udfoerer", with_row(responsible=()), of_row("responsible")),
    Case(
        "not applicable",
        "ingen-udfoerer",
        with_row(responsible=("ikke-relevant",)),
        of_row("responsible"),
    ),
    Case("not stated", "ingen-udfoerer", with_row(responsible=("ikke-oplyst",))),
    Case(
        "not stated and someone",
        "blandet-svar",
        with_row(
            payer=("ikke-oplyst", "kommune"), informed=("kommune", "ikke-relevant")
        ),
        of_row("payer", "informed"),
    ),
    Case(
        "not stated and not applicable",
        "blandet-svar",
        with_row(payer=("ikke-oplyst", "ikke-relevant")),
        of_row("payer"),
    ),
    Case("two actors", "blandet-svar", with_row(payer=("region", "kommune"))),
    Case("only not stated", "blandet-svar", with_row(payer=("ikke-oplyst",))),
    Case(
        "a section that the body lacks",
        "afsnit-findes-ikke",
        with_row(section="Indlæggelse"),
        of_row("section"),
    ),
    Case("a section of the body", "afsnit-findes-ikke", with_row(section="Økonomi")),
    Case(
        "no section has a gate of its own", "afsnit-findes-ikke", with_row(section="")
    ),
    Case(
        "a deadline of no hours",
        "frist-ikke-over-nul",
        with_row(deadline="", deadline_amount=0.0),
        of_row("deadline_amount"),
    ),
    Case(
        "a deadline below none",
        "frist-ikke-over-nul",
        with_row(deadline_amount=-8.0),
        of_row("deadline_amount"),
    ),
    Case("half a day", "frist-ikke-over-nul", with_row(deadline_amount=0.5)),
    Case("no number", "frist-ikke-over-nul", with_row(deadline_amount=None)),
    Case(
        "8 of what",
        "frist-uden-enhed",
        with_row(deadline_unit=""),
        of_row("deadline_unit"),
    ),
    Case("8 working days", "frist-uden-enhed", with_row()),
    Case(
        "how many working days",
        "frist-uden-antal",
        with_row(deadline_amount=None),
        of_row("deadline_amount"),
    ),
    Case(
        "no data", "frist-uden-antal", with_row(deadline_amount=None, deadline_unit="")
    ),
    Case(
        "one deadline in words and another in data",
        "frist-og-tal-uens",
        with_row(deadline="Senest fem hverdage før udskrivning"),
        of_row("deadline"),
    ),
    Case(
        "before in words and after in data",
        "frist-og-tal-uens",
        with_row(deadline_relation="efter"),
        of_row("deadline"),
    ),
    Case(
        "one event in words and another in data",
        "frist-og-tal-uens",
        with_row(deadline_event="henvisning"),
        of_row("deadline"),
    ),
    Case(
        "the same in another unit",
        "frist-og-tal-uens",
        with_row(deadline="Inden 3 døgn", deadline_amount=72.0, deadline_unit="timer"),
    ),
    Case(
        "no length in words",
        "frist-og-tal-uens",
        with_row(deadline="Inden udskrivning"),
    ),
    Case(
        "another payer and another authority",
        "opgaveflytning-uden-oekonomi",
        with_row(**MOVED),
        of_row("economic_consequences", "economic_consequences"),
        before(),
    ),
    Case(
        "another sector, under another key",
        "opgaveflytning-uden-oekonomi",
        with_row(responsible=("kommune",)),
        of_row("economic_consequences"),
        before(key="gammel-noegle"),
    ),
    Case(
        "a placeholder for the consequences",
        "opgaveflytning-uden-oekonomi",
        with_row(payer=("kommune",), economic_consequences="Skal afklares"),
        of_row("economic_consequences"),
        before(),
    ),
    Case(
        "consequences stated",
        "opgaveflytning-uden-oekonomi",
        with_row(
            **MOVED, economic_consequences="Regionen overfører 2 mio. kr. om året."
        ),
        (),
        before(),
    ),
    Case(
        "a payer that was not known",
        "opgaveflytning-uden-oekonomi",
        with_row(),
        (),
        before(payer=("ikke-oplyst",)),
    ),
    Case(
        "another who does it in the same sector",
        "opgaveflytning-uden-oekonomi",
        with_row(responsible=("hospital",)),
        (),
        before(),
    ),
    Case("no version before", "opgaveflytning-uden-oekonomi", with_row(**MOVED)),
    Case(
        "consequences that were there before",
        "oekonomi-fra-forrige-udgave",
        with_row(payer=("kommune",), economic_consequences="Regionen sparer."),
        of_row("economic_consequences"),
        before(economic_consequences="Regionen sparer."),
    ),
    Case(
        "consequences written anew",
        "oekonomi-fra-forrige-udgave",
        with_row(payer=("kommune",), economic_consequences="Kommunen kompenseres."),
        (),
        before(economic_consequences="Regionen sparer."),
    ),
    Case(
        "nothing moved",
        "oekonomi-fra-forrige-udgave",
        with_row(economic_consequences="Regionen sparer."),
        (),
        before(economic_consequences="Regionen sparer."),
    ),
    Case(
        "a phase and an actor of none",
        "ukendt-noegle-i-snitflade",
        with_row(phase="evigheden", payer=("kejseren",), applies_in=("nord", "syd")),
        of_row("phase", "payer", "applies_in"),
    ),
    Case(
        "known keys",
        "ukendt-noegle-i-snitflade",
        with_row(applies_in=("nord", "ballerup")),
    ),
    Case(
        "a unit of none",
        "ukendt-valg-i-snitflade",
        with_row(deadline_unit="øjeblikke"),
        of_row("deadline_unit"),
    ),
    Case("a unit", "ukendt-valg-i-snitflade", with_row(deadline_unit="uger")),
    Case(
        "payer and medical responsibility not stated",
        "ikke-oplyst",
        with_row(payer=("ikke-oplyst",), treatment_responsible=("ikke-oplyst",)),
        of_row("payer", "treatment_responsible"),
    ),
    Case(
        "authority not stated, payer not applicable",
        "ikke-oplyst",
        with_row(authority=("ikke-oplyst",), payer=("ikke-relevant",)),
    ),
    Case(
        "a duty of general practice",
        "pligt-uden-part",
        with_row(contributes=("praktiserende-laege",)),
        of_row("contributes"),
    ),
    Case(
        "general practice is obliged by law",
        "pligt-uden-part",
        content(
            rows=(row(contributes=("praktiserende-laege",)),),
            parties={
                "formel-part": ("region-hovedstaden", "ballerup"),
                "forpligtet-efter-sundhedsloven": ("almen-praksis",),
            },
        ),
    ),
    Case(
        "a CPR number in the example and the situation",
        "personnummer-i-snitflade",
        with_row(example=f"Som for {CPR}", situation=f"Hos {CPR}"),
        of_row("situation", "example"),
    ),
    Case(
        "a deadline and its paragraph",
        "personnummer-i-snitflade",
        with_row(example="Efter § 83, den 12.12.2024 kl. 1234"),
    ),
    Case(
        "an overlap with a row of its own",
        "skaber-overlap-eller-hul",
        with_row(),
        of_row("task"),
        {"created": (Foreseen("overlap", "To svar.", ("findes-ikke", KEY)),)},
    ),
    Case(
        "a gap of which no row is its own",
        "skaber-overlap-eller-hul",
        with_row(),
        main("rows"),
        {"created": (Foreseen("hul", "Ingen har det.", ()),)},
    ),
    Case(
        "a gap that it closes",
        "skaber-overlap-eller-hul",
        with_row(),
        (),
        {"closed": (Foreseen("hul", "Ingen har det.", (KEY,)),)},
    ),
    Case(
        "what it closes",
        "lukker-overlap-eller-hul",
        with_row(),
        of_row("task"),
        {"closed": (Foreseen("hul", "Ingen har det.", (KEY,)),)},
    ),
    Case("nothing foreseen", "lukker-overlap-eller-hul", with_row()),
    Case(
        "what was settled and is open again",
        "aabner-overlap-eller-hul",
        with_row(),
        of_row("task"),
        {"reopened": (Foreseen("hul", "Ingen har det.", (KEY,)),)},
    ),
    Case(
        "what was not settled",
        "aabner-overlap-eller-hul",
        with_row(),
        (),
        {"created": (Foreseen("hul", "Ingen har det.", (KEY,)),)},
    ),
    Case("to be told is no duty", "pligt-uden-part", with_row(informed=("politi",))),
    Case(
        "a row without source",
        "snitflade-uden-belaeg",
        with_row(source=""),
        of_row("source"),
    ),
    Case("a row with a source", "snitflade-uden-belaeg", with_row()),
    Case(
        "both words in one row",
        "forvekslelige-begreber-i-snitflade",
        with_row(task="Varsle kommunen", situation="Orientering af kommunen er sendt"),
        of_row("situation"),
    ),
    Case(
        "both words of a row, each of something else",
        "forvekslelige-begreber-i-snitflade",
        with_row(task="Varsle kommunen", situation="En orientering er sendt"),
    ),
    Case(
        "one in each of two rows",
        "forvekslelige-begreber-i-snitflade",
        content(rows=(row(), row(key="orientering", task="Sende orientering"))),
    ),
)

DEEP = "\n".join(f"{'  ' * depth}- Trin" for depth in range(12))
OF_TEXT = (
    Case(
        "a list deeper than can be shown",
        "tekst-kan-ikke-vises",
        content(economics=DEEP),
        main("economics"),
    ),
    Case(
        "a list of two levels",
        "tekst-kan-ikke-vises",
        content(economics="- Trin\n    - Under"),
    ),
    Case(
        "a minus that is read as a bullet",
        "tekst-laest-anderledes",
        content(economics="- 5 % af beløbet\n- 7 % af resten"),
        main("economics") * 2,
    ),
    Case(
        "a date that begins a line",
        "tekst-laest-anderledes",
        content(economics="15. marts 2027 overtager regionen betalingen."),
    ),
    Case(
        "signs of the writer's own font",
        "ukendt-tegn-i-udgave",
        content(summary="Ring \ue123 først", evidence=("Side 4", "Boks \uf8ff")),
        main("summary") + main("evidence"),
    ),
    Case(
        "signs that everyone can see",
        "ukendt-tegn-i-udgave",
        content(summary="✓ Ring → først, § 2 – højst ½ døgn"),
    ),
    Case(
        "a row with a sign of the writer's own font",
        "ukendt-tegn-i-snitflade",
        with_row(situation="Boks \ue000 er krydset af"),
        of_row("situation"),
    ),
    Case(
        "a row whose signs everyone can see",
        "ukendt-tegn-i-snitflade",
        with_row(situation="☒ er krydset af"),
    ),
)


def of_law(**changes: Any) -> VersionContent:
    """Rules that stand in an act, as they should be: an act, and nobody's agreement."""
    law = {
        "kind": STATUTORY,
        "legal_basis": ("Serviceloven § 42",),
        "made_under": "",
        "adoption_rule": "",
        "parties": {},
    }
    return content(**{**law, **changes})


OF_LAW = (
    Case(
        "rules of law without the act",
        "lovgrundlag-mangler",
        of_law(legal_basis=()),
        main("legal_basis"),
    ),
    Case("rules of law with their act", "lovgrundlag-mangler", of_law()),
    Case("an agreement without an act", "lovgrundlag-mangler", content()),
    Case(
        "rules of law with all that is agreed",
        "aftalt-i-lov",
        content(kind=STATUTORY),
        (*main("adoption_rule"), *main("made_under"), *main("parties")),
    ),
    Case("rules of law with nothing agreed", "aftalt-i-lov", of_law()),
    Case("an agreement with its parties", "aftalt-i-lov", content()),
    Case("rules of law without parties", "for-faa-parter", of_law()),
    Case(
        "rules of law with parties of one sector",
        "kun-en-sektor",
        of_law(parties={"formel-part": ("ballerup", "gentofte")}),
    ),
    Case(
        "rules of law that nobody adopted",
        "vedtagelse-mangler",
        of_law(parties=SEVERAL),
    ),
    Case(
        "rules of law whose beginning is not known",
        "begyndelse-mangler",
        of_law(in_force_from=None),
    ),
    Case("rules of law that bind a sector", "pligt-uden-part", of_law()),
)

DUTY = "## Udskrivning\n\nKommunen maler huset. Tolken oversætter brevet."
PAINTING = row(task="Male huset", responsible=("kommune",), section="")
READ: dict[str, Any] = {"suggested": suggestions}
REFUSED = frozenset(key_of(one) for one in suggestions(DUTY))
OF_SENTENCES = (
    Case(
        "a duty that no row says",
        "pligt-uden-snitflade",
        content(body=DUTY, economics=""),
        main("body"),
        READ,
    ),
    Case(
        "a duty that a row says, and one that nobody is sure of",
        "pligt-uden-snitflade",
        content(body=DUTY, economics="", rows=(row(), PAINTING)),
        around=READ,
    ),
    Case(
        "a duty that was refused",
        "pligt-uden-snitflade",
        content(body=DUTY, economics=""),
        around={**READ, "refused": REFUSED},
    ),
    Case(
        "a duty that was accepted as a row in other words",
        "pligt-uden-snitflade",
        content(body=DUTY, economics=""),
        around={**READ, "accepted": REFUSED},
    ),
    Case(
        "a row of whom a scheme is not for",
        "snitflade-uden-saetning",
        with_row(task="Male huset", does_not_apply_to="Borgere uden varsel"),
    ),
    Case(
        "a row whose section has no word of it",
        "snitflade-uden-saetning",
        with_row(task="Male huset"),
        of_row("section"),
    ),
    Case(
        "a row with a word of its section",
        "snitflade-uden-saetning",
        with_row(task="Varsle naboen"),
    ),
    Case(
        "a row whose section is not there",
        "snitflade-uden-saetning",
        with_row(task="Male huset", section="Ukendt"),
    ),
    Case(
        "a row that is not written yet",
        "snitflade-uden-saetning",
        with_row(task="TBD"),
    ),
    Case(
        "a row whose sentence is gone",
        "saetning-aendret",
        content(),
        of_row("task"),
        {"sentences_lost": frozenset({KEY})},
    ),
    Case(
        "a row that was accepted on no sentence, and one that is no more",
        "saetning-aendret",
        content(),
        around={"sentences_lost": frozenset({"en-anden"})},
    ),
)

HERE = Page(frozenset({"afsnit-her"}))
PAGES = {"page_at": {"/soeg": Page(), "/aftaler/anden": HERE}.get}
OWN = f"/aftaler/{SLUG}"
POINTED = (
    PointedAt("Anden aftale", "se her", KEY, True),
    PointedAt("Anden aftale", "og her", "afsnit-udskrivning", False),
)
OF_LINKS = (
    Case(
        "links to what there is not, in two fields",
        "link-foerer-ingen-steder-hen",
        content(
            economics="Se [her](/aftaler/findes-ikke).",
            body=f"[Også](/snitflader/{SLUG}.findes-ikke)",
        ),
        main("economics") + main("body"),
        PAGES,
    ),
    Case(
        "links to what there is, to itself, and out",
        "link-foerer-ingen-steder-hen",
        content(
            body=f"[a](/soeg?q=x) [b]({OWN}) [c](/snitflader/{SLUG}.{KEY}) "
            "[d](https://findes.ikke) [e](/aftaler/anden#findes-ikke)",
        ),
        around=PAGES,
    ),
    Case(
        "places that are not there",
        "link-til-intet-afsnit",
        content(economics=f"[a](#nej) [b]({OWN}#nej) [c](/aftaler/anden#nej)"),
        main("economics") * 3,
        PAGES,
    ),
    Case(
        "a section, a row, and another's section",
        "link-til-intet-afsnit",
        content(body=f"[a](#afsnit-x) [b]({OWN}#{KEY}) [c](/aftaler/anden#afsnit-her)"),
        around={**PAGES, "anchors": frozenset({"afsnit-x"})},
    ),
    Case(
        "others lead to a row and a section that are dropped",
        "andres-henvisning-brydes",
        content(rows=()),
        main("body") + main("rows"),
        {"pointed_at": POINTED},
    ),
    Case(
        "others lead to what is still there",
        "andres-henvisning-brydes",
        content(),
        around={
            "pointed_at": POINTED,
            "anchors": frozenset({"afsnit-udskrivning"}),
        },
    ),
)

CASES = (*OF_VERSION, *OF_ROW, *OF_TEXT, *OF_LAW, *OF_SENTENCES, *OF_LINKS)
