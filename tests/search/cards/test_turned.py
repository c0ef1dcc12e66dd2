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
    ],
)
def test_what_stands_together_is_left(question: str) -> None:
    assert turned(question) == question
