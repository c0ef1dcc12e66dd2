"""The gates of a version's dates: when it begins and ends, and when it is to be gone
through again. The end of a period is the first day on which it no longer holds.
"""

from datetime import date

from registry.gates.gate import (
    ERROR,
    WARNING,
    GateHits,
    Grounds,
    Surroundings,
    gate,
    main,
)
from registry.language.dates import last_before
from registry.rules.version_content import VersionContent

FIRST_YEAR = 1970
MOST_YEARS_AHEAD = 20
MOST_YEARS_TO_REVIEW = 4


@gate(
    "begyndelse-mangler",
    ERROR,
    "Det er ukendt, hvornår aftalen træder i kraft. Skriv datoen, eller vælg den "
    "sundhedsaftale, den er indgået under.",
    only=Grounds.AGREED,
)
def no_beginning(content: VersionContent, _: Surroundings) -> GateHits:
    """Either will do: an unknown date counts from the start of the health agreement."""
    if not content.values["in_force_from"] and not content.values["made_under"]:
        yield main("in_force_from"), {}


@gate(
    "umulig-dato",
    ERROR,
    "Aftalen kan ikke træde i kraft den {date}. Skriv en dato fra 1970 til højst "
    "20 år ud i fremtiden.",
)
def impossible_beginning(content: VersionContent, around: Surroundings) -> GateHits:
    """The bounds are there for slips of the pen."""
    begins = content.values["in_force_from"]
    latest = years_after(around.on, MOST_YEARS_AHEAD)
    if begins and not date(FIRST_YEAR, 1, 1) <= begins <= latest:
        yield main("in_force_from"), {"date": written_date(begins)}


@gate(
    "slutter-foer-begyndelsen",
    ERROR,
    "Aftalen gælder til og med {ends}, men træder først i kraft den {begins}. Ret en "
    "af datoerne.",
)
def ends_before_it_begins(content: VersionContent, _: Surroundings) -> GateHits:
    """The end is the first day without the agreement, so the same day is no time at
    all.
    """
    begins, ends = content.values["in_force_from"], content.values["in_force_until"]
    if begins and ends and ends <= begins:
        yield (
            main("in_force_until"),
            {"ends": written_date(last_before(ends)), "begins": written_date(begins)},
        )


@gate(
    "gennemgang-foer-begyndelsen",
    ERROR,
    "Aftalen skal gennemgås den {review}, før den træder i kraft den {begins}. Ret "
    "en af datoerne.",
)
def reviewed_before_it_begins(content: VersionContent, _: Surroundings) -> GateHits:
    """A review on the very day it takes effect is allowed."""
    begins, review = content.values["in_force_from"], content.values["review_on"]
    if begins and review and review < begins:
        yield (
            main("review_on"),
            {"review": written_date(review), "begins": written_date(begins)},
        )


@gate(
    "gennemgang-mangler",
    WARNING,
    "Der er ingen dato for den næste gennemgang. Skriv en, så redaktionen bliver "
    "mindet om den.",
)
def no_review(content: VersionContent, _: Surroundings) -> GateHits:
    """It is by this date that the desk reminds the editors."""
    if not content.values["review_on"]:
        yield main("review_on"), {}


@gate(
    "gennemgang-overskredet",
    WARNING,
    "Aftalen skulle være gennemgået den {review}. Skriv datoen for den næste "
    "gennemgang.",
)
def review_is_past(content: VersionContent, around: Surroundings) -> GateHits:
    """Today itself is not yet past."""
    review = content.values["review_on"]
    if review and review < around.on:
        yield main("review_on"), {"review": written_date(review)}


@gate(
    "gennemgang-langt-vaek",
    WARNING,
    "Den næste gennemgang er den {review}, mere end fire år {since}. Vælg en "
    "tidligere dato.",
)
def review_far_away(content: VersionContent, around: Surroundings) -> GateHits:
    """Four years are counted from today, or from the day an agreement to come takes
    effect.
    """
    begins, review = content.values["in_force_from"], content.values["review_on"]
    comes = bool(begins and begins > around.on)
    first = begins if comes else around.on

    if review and review > years_after(first, MOST_YEARS_TO_REVIEW):
        since = "efter at aftalen er trådt i kraft" if comes else "fra i dag"
        yield main("review_on"), {"review": written_date(review), "since": since}


def years_after(day: date, years: int) -> date:
    """The same day that many years later; 29 February becomes 1 March where there is
    none.
    """
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def written_date(day: date) -> str:
    """A day as the gates' texts write it: 1.7.2026."""
    return f"{day.day}.{day.month}.{day.year}"
