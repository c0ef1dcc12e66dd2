"""The kind of answer that a question asks for, which a row has or has not."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from registry.catalogue.snapshot import Row
from registry.language.danish import tokenize
from registry.search.kinds_of_answer import has_kind_asked, nearest_task
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
        ("beboer kører nu, hvad skal der med", "Levere akutsygepleje"),
        ("hvilke papirer skal hun have med hjem", "Give genoptræning"),
        ("hvem giver insulin", "Levere hjælpemidler til diabetes"),
        ("insulin om aftenen, hvem giver den", "Levere hjælpemidler til diabetes"),
        ("hvem skifter forbinding", "Levere sårplejeartikler"),
        ("dosere medicin i æsker", "Ordinere dosisdispensering"),
        ("blodprøve hjemme", "Give hjemmesygepleje"),
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
    ["hvem giver insulin", "fjerne sting", "sårskift i weekenden", "blodprøve hjemme"],
)
def test_home_nursing_comes_nearest_to_an_act_of_it(question: str) -> None:
    assert nearest_task(tokenize(question)) == "hjemmesygepleje"


def test_nothing_comes_nearest_to_what_asks_for_no_such_act() -> None:
    assert nearest_task(tokenize("hvem betaler kateter")) == ""
    assert nearest_task(tokenize("hvorfor skal borgeren vente")) == ""
