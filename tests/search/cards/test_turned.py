"""What stands between the words that ask is brought out: no database, no index."""

import pytest

from registry.search.cards.turned import turned


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("GOP = ?", "GOP betyder"),
        ("misbrug+psyk", "misbrug og psyk"),
        ("hvad vil varsling sige", "hvad betyder varsling"),
        ("hvad er det nu GOP er?", "hvad er GOP?"),
        ("jeg aner ikke hvad SKP betyder", "jeg hvad betyder SKP"),
        ("forstår ikke ordet snitflade", "hvad betyder snitflade"),
        ("kan du forklare handlekommune", "hvad betyder handlekommune"),
        ("hvad er advis, og hvad er epikrise", "forskellen på advis og epikrise"),
        ("vi blander varsling og advis sammen", "vi forskellen på varsling og advis"),
        ("hvornår er rygestopaftalen fra?", "fra hvornår er rygestopaftalen?"),
        ("findes klyngerne stadig", "eksisterer klyngerne"),
        ("er der klynger mere?", "eksisterer klynger?"),
        ("er der en aftale om rygestop endnu", "eksisterer en aftale om rygestop"),
        ("misbrug + psyk", "misbrug og psyk"),
        ("hvad er en GOP og hvad er en SKP?", "forskellen på en GOP og en SKP?"),
        ("hvad vil varsling sige i praksis", "hvad betyder varsling i praksis"),
        ("hvilken sundhedsaftale er vi i", "hvilken sundhedsaftale gælder"),
        ("skal have fat i PC Amager", "hvordan får jeg fat i PC Amager"),
        (
            "hvor indlægges borgere fra Ishøj psykiatrisk",
            "hvilket psykiatrisk center hører Ishøj til",
        ),
        ("hvor behandles folk fra Ishøj", "hvilket hospital hører Ishøj til"),
    ],
)
def test_the_words_that_ask_are_brought_together(question: str, said: str) -> None:
    assert turned(question) == said


@pytest.mark.parametrize(
    "question",
    [
        "hvem skal forklare patienten epikrisen",
        "hvad er fristen for varsling",
        "er der en aftale om rygestop",
        "hvor indlægges en patient med delirium",
        "hvornår er patienten hjemme",
        "er der hjælp til borgere, som ikke længere kan gå",
        "er der hjælp til borgere som ikke kan gå længere",
        "er der tilbud til en, der stadig drikker",
        "er der stadig nogen, der mere end tre gange er faldet",
        "er der råd til mere",
        "er der noget mere",
        "findes der hjælp, når han stadig har ondt",
        "hvad er planen, og hvad er fristen",
        "hvad er fristen for varsling, og hvad er taksten",
        "hvad er nyt, og hvad er ændret",
        "hvad er det nu, borgeren, som er hjemme, skal",
        "hvad vil kommunen sige til det",
        "C+ hepatitis",
        "HIV+ patient",
        "borgere på 65+ med KOL",
        "ring +45 patient",
    ],
)
def test_what_stands_together_is_left(question: str) -> None:
    assert turned(question) == question
