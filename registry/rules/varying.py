"""On what an answer depends that no municipality's choice settles: what its rows name
themselves. Pure; a table.
"""

from collections.abc import Iterable

# What each of several rows names, and what is then said before their answers.
DEPENDING = (
    (
        "horisontal samarbejdsaftale",
        "Afhænger af, om kommunen har en horisontal samarbejdsaftale om opgaven",
    ),
)
BY_MUNICIPALITY = "Afhænger af kommunen"


def depending(situations: Iterable[str]) -> str:
    """What is said of rows that all name the one thing on which it depends; empty where
    one of them does not, or where there is only one.
    """
    each = [situation.casefold() for situation in situations]
    if len(each) < 2:
        return ""
    return next(
        (said for named, said in DEPENDING if all(named in text for text in each)), ""
    )
