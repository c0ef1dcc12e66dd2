"""Every question that the front page, the README or the help names, on the shipped
content: what answers it.
"""

from datetime import date
from pathlib import Path

import pytest

from registry.clock import Moment
from registry.search.answer import Answer, Question
from registry.search.ask import Asker
from registry.web.reader.front import EXAMPLES
from tests.relevance.runs import REFORM, TODAY

# The question and the row that stands first.
FIRST = {
    "hvor mange dage skal vi varsle før et barn udskrives fra BUC": (
        "psykiatri-boern-og-unge.varsling"
    ),
    "borger uden adresse hvilken kommune": "hjemloese.kontakt-opholdskommune",
    "kompressionsstrømper hvem betaler": (
        "snitfladekatalog-hjaelpemidler.kompressionsstroemper-behandling"
    ),
    "må psykiatrien afvise fordi han drikker": "dobbeltdiagnose.ingen-afvisning",
    "3 døgn efter udskrivelse lægeansvar": (
        "udvidet-behandlingsansvar-72-timer.behandlingsansvar-72-timer"
    ),
    "opfølgende hjemmebesøg hvem bestiller": "opfoelgende-hjemmebesoeg.initiativ",
    "varsling": "psykiatri-voksne.varsling",
    "patient har ikke noget sted at bo hvem ringer jeg til": "hjemloese.opholdssted",
    "utilsigtet hændelse hvem melder": "utilsigtede-haendelser.rapportere",
    "vem betaler kompressionsstrømper": (
        "snitfladekatalog-hjaelpemidler.kompressionsstroemper-behandling"
    ),
    "hvme betaler kompressionsstrømper": (
        "snitfladekatalog-hjaelpemidler.kompressionsstroemper-behandling"
    ),
    "hven varsler kommunen": "psykiatri-voksne.varsling",
    "hvor lang tid før udskrivelse skal kommunen have besked voksen psykiatri": (
        "psykiatri-voksne.varsling"
    ),
    "hvad koster en særlig plads i psykiatrien": "faerdigbehandlede.saerlige-pladser",
    # A group alone is met by what is about it, in any word for it.
    "bostedsløs": "hjemloese.kontakt-handlekommune",
    "hjemløse": "hjemloese.boligvejledning",
    "gravid": "lovbestemt-gravide.kontrakt-om-behandling",
    "retspsykiatriske": "retspsykiatri.ansvar-for-foranstaltning",
    # A code is that form's and no other's, an hour is a part of the day, and a row of
    # one hospital is not of another.
    "LÆ 125 svarfrist": "laegeattester.statusattest",
    "LÆ 225 svarfrist": "laegeattester.laegeattest-sygemeldt",
    "kommunens telefon kl. 23": "kommunikationsaftale.telefon-doegnet-rundt",
    "NOH medicinsk, hvem ringer til følgehjem": "foelge-hjem.kontakte-foelge-hjem-team",
    # What is told besides is no part of the question: what somebody believes, how ill,
    # how long ago; a grown one is no child; who is to know is to have word.
    "Min nabo tror at jeg skal betale for tolk hos lægen, passer det": (
        "lovbestemt-tolkebistand.gebyr-for-tolk"
    ),
    "40-årig med moderat depression, kan jeg sende ham til psykiater": (
        "psykiatri-voksne.henvisning"
    ),
    "voksen psyk, vi ved hvilken dag hun skal hjem. hvor hurtigt skal kommunen vide det"
    "?": "psykiatri-voksne.varsling",
    "må borgeren selv vælge tandlæge til omsorgstandpleje": (
        "lovbestemt-tandpleje.omsorgstandpleje-valg"
    ),
    "får jeg honorar for opfølgende besøg hos en terminalpatient": (
        "palliation.opfoelgende-besoeg"
    ),
    # A verb of handing over is no subject, nor are figures that are offered, what
    # somebody has hurt, or what happened.
    "hvor skal henvisning til voksenpsykiatri sendes hen": (
        "psykiatri-voksne.henvisning-til-cvd"
    ),
    "hvor lægges plejeforløbsplanen": "kommunikationsaftale.plejeforloebsplan",
    "hvor skal man indlevere en utilsigtet hændelse": (
        "utilsigtede-haendelser.rapportere"
    ),
    "er det 72 eller 96 timer": (
        "udvidet-behandlingsansvar-72-timer.behandlingsansvar-72-timer"
    ),
    "har hospitalet ansvaret i 48 eller 72 timer efter udskrivelsen": (
        "udvidet-behandlingsansvar-72-timer.behandlingsansvar-72-timer"
    ),
    "opfølgende hjemmebesøg inden 7 eller 10 dage": (
        "opfoelgende-hjemmebesoeg.initiativ"
    ),
    "træning under indlæggelse, ribbensbrud": (
        "genoptraening.genoptraening-under-indlaeggelse"
    ),
    "træning mens man er indlagt, armskade": (
        "genoptraening.genoptraening-under-indlaeggelse"
    ),
    "tolk til vietnamesisk kvinde": (
        "lovbestemt-tolkebistand.stille-tolk-til-raadighed"
    ),
    # What goes along at an admission.
    "plejehjemsbeboer indlagt, hvad skal sendes med": (
        "kommunikationsaftale.indlaeggelsesrapport"
    ),
    "plejehjemsbeboer indlagt hvad skal vi sende": (
        "kommunikationsaftale.indlaeggelsesrapport"
    ),
    "hvad skal følge med når beboeren kommer på sygehuset": (
        "kommunikationsaftale.indlaeggelsesrapport"
    ),
    "er det os eller kommunen der leverer sonderemedier hjemme": (
        "ernaering.sonderemedier-hjemme"
    ),
}
UNANSWERED = (
    "hvor finder jeg min vagtplan",
    "katten er syg",
    "kantinen åben i dag",
    # Real words near to others, and an inflected one.
    "elleve dage på afdelingen",
    "udvidede",
    # A place says where, and not what.
    "vejret i Hillerød i overmorgen",
    "svømmehal i Glostrup",
    # What ends with the year says nothing of the next.
    "patientrettet forebyggelse 2027 hvem betaler",
    # An amount that no row states, and what a clinician chooses.
    "hvad koster hjemmehjælp om ugen",
    "hvad er prisen på en plads i dagcenter",
    "bør borgeren have ilt eller morfin mod åndenød",
    "skal patienten have gips eller genoptræning efter faldet",
    "hvem betaler kompressionsstrømper til flamingoer",
    # By what one may go, how hands do it, and what goes along that no row tells of.
    "kan jeg tage bussen med patienten",
    "må jeg køre patienten i min egen bil",
    "kad på mand",
    "hvordan lægger man et kateter på en kvinde",
    "plejehjemsbeboer køres til skadestuen, hvad skal der med",
)
OVERTAKEN = {
    "akutsygepleje": "akutsygepleje.akutsygepleje",
    "patientrettet forebyggelse kol": "kol.patientrettet-forebyggelse",
    "midlertidig plads": "akutsygepleje.midlertidig-plads",
}


def ask(asker: Asker, text: str, on: date = TODAY) -> Answer:
    return asker.ask(Question(text, Moment(on)))


def rows(answer: Answer) -> list[str]:
    return [hit.row.id for group in answer.groups for hit in group.hits]


def test_every_example_of_the_front_page_is_asked_here() -> None:
    assert set(EXAMPLES) <= FIRST.keys()


@pytest.mark.slow
@pytest.mark.parametrize("text", FIRST)
def test_an_example_is_answered_first_by_its_row(asker: Asker, text: str) -> None:
    assert rows(ask(asker, text))[:1] == [FIRST[text]]


@pytest.mark.slow
@pytest.mark.parametrize("text", UNANSWERED)
def test_what_no_agreement_is_about_is_not_answered(asker: Asker, text: str) -> None:
    answer = ask(asker, text)

    assert answer.abstained
    assert answer.did_you_mean is None


@pytest.mark.slow
@pytest.mark.parametrize("text", OVERTAKEN)
def test_what_the_date_has_overtaken_does_not_answer_beside_its_successor(
    asker: Asker, text: str
) -> None:
    assert OVERTAKEN[text] in rows(ask(asker, text))

    answering = rows(ask(asker, text, REFORM))
    assert answering
    assert OVERTAKEN[text] not in answering


def test_the_readme_names_no_other_question() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

    assert "«borger uden adresse hvilken kommune»" in readme
