"""The gates of dates that can be, and are seldom meant: whoever approves signs why they
stand. What cannot be at all stops the version (dates.py).

All periods are half-open; the texts tell the last day.
"""

from datetime import date

from registry.gates.dates import written_date
from registry.gates.gate import (
    WARNING,
    GateHits,
    Grounds,
    Surroundings,
    gate,
    main,
)
from registry.gates.parties import formal_parties
from registry.gates.wording import enumerated
from registry.language.dates import last_before
from registry.rules.fields import Scheme
from registry.rules.version_content import VersionContent

OR_SIGN = ", eller lad godkenderen underskrive en grund."


@gate(
    "anden-periode",
    WARNING,
    "Aftalen træder i kraft den {begins}, men {period}, som den er indgået under, "
    "er fra {start} til og med {last}. Ret dagen eller sundhedsaftalen" + OR_SIGN,
    signable=True,
    only=Grounds.AGREED,
)
def begins_in_another_period(content: VersionContent, around: Surroundings) -> GateHits:
    """A health agreement's parties agree in its own period."""
    begins, made_under = content.values["in_force_from"], content.values["made_under"]
    period = around.periods.get(made_under)

    if begins and period and not period.start <= begins < period.end:
        words = {
            "begins": written_date(begins),
            "period": around.labels(Scheme.HEALTH_AGREEMENTS, made_under),
            "start": written_date(period.start),
            "last": written_date(last_before(period.end)),
        }
        yield main("made_under"), words


@gate(
    "part-ophoerer",
    WARNING,
    "Ikke alle formelle parter består, så længe aftalen gælder: {names}. Skift "
    "parten, eller giv aftalen en tidligere sidste dag" + OR_SIGN,
    signable=True,
    only=Grounds.AGREED,
)
def party_that_ceases(content: VersionContent, around: Surroundings) -> GateHits:
    """One that has ceased, or will before the agreement is over: from that day the
    agreement is unsettled (docs/decisions/0003-status.md). It may be over before that
    by its period, and yet begin after, or be continued past it.
    """
    end, begins = _end(content, around), content.values["in_force_from"]
    continued = around.is_continued and not content.values["in_force_until"]
    ceasing = [
        (around.labels(Scheme.ORGANISATIONS, name), ceased)
        for name in formal_parties(content)
        if (ceased := around.ceased.get(name))
        and (
            end is None
            or ceased < end
            or (begins is not None and ceased <= begins)
            or (continued and ceased <= around.on)
        )
    ]

    if ceasing:
        names = [f"{name} (til og med {_last(day)})" for name, day in ceasing]
        yield main("parties"), {"names": enumerated(names)}


@gate(
    "perioden-er-slut",
    WARNING,
    "Aftalen gælder kun til og med {last}, og den dag er gået. Ret den sidste dag "
    "eller sundhedsaftalen, den er indgået under" + OR_SIGN,
    signable=True,
)
def period_is_over(content: VersionContent, around: Surroundings) -> GateHits:
    """Silent where only the health agreement is over and the agreement is continued: a
    correction of it is an ordinary thing.
    """
    own, end = content.values["in_force_until"], _end(content, around)
    if end and end <= around.on and (own or not around.is_continued):
        yield main("in_force_until" if own else "made_under"), {"last": _last(end)}


@gate(
    "springer-udgave-over",
    WARNING,
    "{versions} bliver sprunget over: Denne udgave begynder før og får et højere "
    "nummer, så den gælder i stedet, også derefter. Lad den begynde senere, eller "
    "skriv også det, der skulle gælde" + OR_SIGN,
    signable=True,
)
def passes_over_a_version(content: VersionContent, around: Surroundings) -> GateHits:
    """The version shown is the highest number begun: one of a lower number that begins
    later is never in force (docs/decisions/0003-status.md).
    """
    begins = _begins(content, around)
    passed = [(no, day) for no, day in around.published if day > begins]
    if passed:
        names = [f"udgave {no} (fra {written_date(day)})" for no, day in passed]
        text = enumerated(names)
        yield main("in_force_from"), {"versions": f"{text[0].upper()}{text[1:]}"}


@gate(
    "afloest-af-anden",
    WARNING,
    "{agreements}, så fra den dag gælder denne aftale ikke. Ret udgaven, der afløser "
    "den, eller lad denne være" + OR_SIGN,
    signable=True,
)
def replaced_by_another(_content: VersionContent, around: Surroundings) -> GateHits:
    """A published version of another agreement replaces this one, whatever it says."""
    if around.replaced_by:
        names = [
            f"«{around.labels(Scheme.AGREEMENTS, slug)}» afløser aftalen fra "
            f"{written_date(day)}"
            for slug, day in around.replaced_by
        ]
        yield main("relations"), {"agreements": enumerated(names)}


def _begins(content: VersionContent, around: Surroundings) -> date:
    """An unknown day counts from the period made under, else from publication."""
    period = around.periods.get(content.values["made_under"])
    return content.values["in_force_from"] or (period.start if period else around.on)


def _end(content: VersionContent, around: Surroundings) -> date | None:
    """Its own end, else that of the period that it is made under."""
    period = around.periods.get(content.values["made_under"])
    return content.values["in_force_until"] or (period.end if period else None)


def _last(end: date) -> str:
    return written_date(last_before(end))
