"""The kind of answer that a question asks for, which a row has or has not."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from registry.catalogue.snapshot import Row
from registry.language.danish import tokenize
from registry.search.kinds_of_answer import has_kind_asked, nearest_task, tells_of_fault
from tests.search.samples import lexicon

LEXICON = lexicon("anlægge kateter telefon skema hjælp")


def has(question: str, task: str, situation: str = "") -> bool:
    stored: Any = SimpleNamespace(task=task, situation=situation, deadline="")
    row = Row("proeve", 1, stored, "varsling", True)
    return has_kind_asked(row, tokenize(question), LEXICON)


@pytest.mark.parametrize(
    ("question", "task"),
    [
        ("hvad er telefonnummeret til afdelingen", "Henvise til afdelingen"),
        ("hvornår er der åbent i afdelingen", "Henvise til afdelingen"),
        ("hvor køber jeg forbindinger", "Levere forbindinger"),
        ("hvorfor skal kommunen betale for sengen", "Betale for sengen"),
        ("hvilken sondemad er bedst", "Levere sondemad"),
        ("hvilket skema bruger man til varsling", "Varsle kommunen"),
        ("hvilken dosis skal barnet have", "Give barnet medicin"),
        ("hvordan anlægger man et kateter", "Levere kateter"),
        ("hvordan bliver jeg sygeplejerske", "Give sygepleje"),
        ("hvordan bliver man en støttekontaktperson", "Give en kontaktperson"),
        ("hvad tjener en hjemmesygeplejerske", "Give sygepleje"),
        ("uddannelse til akutsygeplejerske", "Give akutsygepleje"),
        ("hvor søger jeg job som visitator", "Visitere borgeren"),
        ("hvordan lægger man et kateter på en kvinde", "Levere kateter"),
        ("kateter på mand", "Levere kateter"),
        ("sonde på et barn", "Levere sonderemedier"),
        ("kan jeg tage bussen med patienten", "Stå for kørsel til sygehus"),
        ("må jeg køre borgeren i min egen bil", "Stå for kørsel til sygehus"),
        ("må han cykle eller tage toget", "Stå for kørsel til genoptræning"),
        ("må jeg køre bil", "Stå for kørsel til rehabilitering"),
        ("beboer kører nu, hvad skal der med", "Levere akutsygepleje"),
        ("hvilke papirer skal hun have med hjem", "Give genoptræning"),
        ("hvem henviser til gratis fysioterapi", "Have myndighedsansvaret"),
        ("skal han først ses af kommunen eller direkte til BUC", "Kontakte BUC"),
        ("først til egen læge eller lige på skadestuen", "Tage imod borgeren"),
        ("hvem ordinerer strømper", "Levere kompressionsstrømper"),
        ("hvem giver insulin", "Levere hjælpemidler til diabetes"),
        ("insulin om aftenen, hvem giver den", "Levere hjælpemidler til diabetes"),
        ("hvem skifter forbinding", "Levere sårplejeartikler"),
        ("dosere medicin i æsker", "Ordinere dosisdispensering"),
        ("blodprøve hjemme", "Give hjemmesygepleje"),
        ("må en pædagog give insulin på bostedet", "Rådgive bostedets personale"),
        ("kan en sosu-assistent hænge blod op", "Rådgive plejepersonale"),
        ("kan en elev lægge sonden", "Levere sonderemedier"),
        ("kan en ufaglært udlevere medicinen", "Udlevere dosispakket medicin"),
        ("hvor sendes underretningen om den gravide", "Kan underrette kommunen"),
        ("hvem modtager underretninger om et ufødt barn", "Kan underrette kommunen"),
        ("inden hvilken dato skal opgaven overdrages", "Overdrage opgaven"),
        ("hvor mange timers fysioterapi får hun", "Give genoptræning"),
        ("hvor mange gange om ugen kommer de", "Give hjemmesygepleje"),
        ("hvor mange timer hjemmehjælp giver planen", "Sende planen"),
        ("hvor mange ugers aflastning får familien", "Sørge for aflastning"),
        ("hvor mange minutter om dagen får han", "Give genoptræning"),
        ("telefonnummer til vagthavende kardiolog", "Kunne nås på telefon"),
        ("hvad er nummeret på neurologen", "Kunne nås på telefon"),
        ("tlf til den ledende overlæge", "Kunne nås på telefon"),
        ("hvem stod for behandlingen af stofferne", "Udrede og behandle"),
        ("hvem behandler for heroinmisbrug", "Udrede og behandle"),
        ("hvem behandler mod alkohol", "Henvise til psykiatrien"),
        ("der står noget forkert om udskrivning", "Sende udskrivelsesbrev"),
        ("teksten om epikriser er forældet", "Sende epikrise"),
        ("jeg fandt en fejl i kataloget om sonder", "Levere sonderemedier"),
    ],
)
def test_a_row_about_the_same_does_not_tell_another_kind_of_thing(
    question: str, task: str
) -> None:
    assert not has(question, task)


@pytest.mark.parametrize(
    ("question", "task"),
    [
        ("hvad er telefonnummeret til kommunen om natten", "Kunne nås på telefon"),
        ("hvilket skema bruger man til varsling", "Varsle på kommunens skema"),
        ("hvordan anlægger vi et kateter", "Anlægge kateter i hjemmet"),
        ("hvordan får jeg hjælp", "Give hjælp"),
        ("hvordan bliver jeg indlagt hos en læge", "Indlægge borgeren"),
        ("hvordan bliver jeg fast læge", "Udpege en fast læge"),
        ("hvordan er aftalen om kateter", "Levere kateter"),
        ("hvem skal betale for sengen, og hvorfor ikke regionen", "Betale for sengen"),
        ("hvilken kommune betaler", "Betale for sengen"),
        ("hvem leverer det bedste kateter", "Levere kateter"),
        ("hvordan lægger man en plan", "Lægge en plan for barnet"),
        ("kateter på mand", "Anlægge kateter hos borgeren"),
        ("hvem betaler taxa til sygehuset", "Betale kørsel"),
        ("beboer indlægges, hvad skal der med", "Sende en rapport til hospitalet"),
        ("hvem betaler forbindinger når jeg skifter sår", "Levere sårplejeartikler"),
        ("forkert insulin givet, hvem får den", "Rapportere hændelsen"),
        ("kan pædagogen give medicin", "Give pædagoger medicin med"),
        ("må kommunen give insulin på bostedet", "Give insulin på bostedet"),
        ("underretning om at barnet er henvist til BUC", "Give kommunen besked"),
        ("underretning om en gravid", "Modtage en underretning"),
        ("inden hvilken dato skal planen sendes", "Sende planen senest den 1. maj"),
        ("hvis patienten mangler en plan", "Lave planen"),
        ("hvor mange gange om året er der kontrol", "Kontrollere to gange om året"),
        ("hvor mange timers varsel skal der gives", "Varsle kommunen"),
        ("hvor mange dages medicin får hun med", "Give medicin med til tre dage"),
        ("telefonnummer til kommunen", "Kunne nås på telefon"),
        ("telefonnummer til vagthavende psykiater", "Psykiateren kan nås på telefon"),
        ("hvem behandler mod alkohol", "Give alkoholbehandling"),
        ("hvem behandler for stofskifte", "Udrede og behandle"),
    ],
)
def test_a_row_that_tells_it_answers(question: str, task: str) -> None:
    assert has(question, task)


@pytest.mark.parametrize(
    "question",
    [
        "far udskrives fredag, hvor mange dages piller skal de give ham med hjem",
        "hun skal hjem i morgen, hvor mange dages mad får hun med",
        "hvor mange timers parkering har vi når han udskrives fra psykiatrien",
        "hvor mange dage må hunden være her når manden er indlagt",
    ],
)
def test_a_figure_of_other_things_than_are_counted_is_no_answer(
    asked: Callable[..., Any], question: str
) -> None:
    assert asked(question)["abstained"]


@pytest.mark.parametrize(
    "question",
    [
        "parykker – hvem betaler, kommunen eller regionen",
        "rengøring, hvem betaler, kommunen eller regionen",
        "sprogundervisning: hvem står for den, kommunen eller hospitalet",
        "børnepasning, hvem betaler, regionen eller kommunen",
    ],
)
def test_what_is_named_before_it_is_asked_about_must_be_told_of(
    asked: Callable[..., Any], question: str
) -> None:
    assert asked(question)["abstained"]


@pytest.mark.parametrize(
    "question",
    [
        "psykiatrisk patient på stoffer i 2017, hvem har behandlingsansvaret for det",
        "hvem har misbrugsbehandlingen for en psykotisk på hash i 2018",
        "hvem stod for kateteret i 2017",
        "hvem betalte kørslen i 2018",
    ],
)
def test_a_year_alone_is_no_answer_to_what_was_asked_of_it(
    asked: Callable[..., Any], question: str
) -> None:
    rows = {row["id"].split(".")[0] for row in asked(question)["answers"]}
    named_by_year = {"faste-laeger-paa-botilbud", "lovbestemt-epikriser"}
    assert not rows & named_by_year


@pytest.mark.parametrize(
    "question",
    ["hvem giver insulin", "fjerne sting", "sårskift i weekenden", "blodprøve hjemme"],
)
def test_home_nursing_comes_nearest_to_an_act_of_it(question: str) -> None:
    assert nearest_task(tokenize(question)) == "hjemmesygepleje"


def test_nothing_comes_nearest_to_what_asks_for_no_such_act() -> None:
    assert nearest_task(tokenize("hvem betaler kateter")) == ""
    assert nearest_task(tokenize("hvorfor skal borgeren vente")) == ""


@pytest.mark.parametrize(
    ("question", "is_fault"),
    [
        ("der står noget forkert om kørsel, hvem siger jeg det til", True),
        ("noget af det I skriver om kørsel passer ikke", True),
        ("teksten om epikriser er forældet", True),
        ("fejl i kataloget, hvem retter den", True),
        ("medicinen er forkert, hvem retter den", False),
        ("der er sket en fejl på afdelingen, hvem melder den", False),
        ("her står sengen, hvem betaler", False),
        ("i epikrisen står der forkert medicin, skal jeg lave en uth", False),
        ("genoptræningsplanen er forkert, der står forkert kommune", False),
        ("der står at medicin mangler, hvem leverer den", False),
        ("der står fejl i udskrivningsrapporten, hvem retter den", False),
        ("siden udskrivelsen er der sket fejl, hvem melder dem", False),
    ],
)
def test_a_fault_in_the_catalogue_is_told_from_one_in_care(
    question: str, is_fault: bool
) -> None:
    assert tells_of_fault(tokenize(question)) is is_fault


@pytest.mark.parametrize(
    ("question", "is_answered"),
    [
        ("hvem kører den psykotiske patient når politiet har hentet ham", False),
        ("hvem transporterer borgeren til PSP-mødet", False),
        ("hvem kører en patient til genoptræning", True),
        ("hvem kører borgeren til sygehuset", True),
        # To run a thing is not to drive anybody.
        ("hvem kører akutsygeplejen i dag", True),
    ],
)
def test_who_drives_is_told_by_a_row_about_that(
    asked: Callable[..., Any], question: str, is_answered: bool
) -> None:
    assert asked(question)["abstained"] is not is_answered


@pytest.mark.parametrize(
    ("slip", "row"),
    [
        ("pacemkaer", "snitfladekatalog-hjaelpemidler.indopereret-apparatur"),
        ("indlægelsesraport", "kommunikationsaftale.indlaeggelsesrapport"),
        (
            "kompresionstrømper",
            "snitfladekatalog-hjaelpemidler.kompressionsstroemper-behandling",
        ),
        ("rehabiliterring", "genoptraening.rehabilitering"),
    ],
)
def test_a_slip_in_a_long_word_alone_is_answered(
    asked: Callable[..., Any], slip: str, row: str
) -> None:
    assert any(r["id"].startswith(row) for r in asked(slip)["answers"])
