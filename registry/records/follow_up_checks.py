"""What the records by which a health agreement is followed must meet: aims, figures,
status reports, implementation.
"""

import re
from collections.abc import Iterator

from registry.catalogue.snapshot import Snapshot
from registry.clock import today
from registry.language.dates import danish_date, last_day
from registry.language.figures import in_danish
from registry.records.kinds import RECORD_KINDS
from registry.records.standing import Values, current, like_it
from registry.rules.fields import Scheme
from registry.rules.follow_up import last_of, period_in_words
from registry.rules.organisations import COMMITTEE, MUNICIPALITY, REGION

Wrong = Iterator[tuple[str, str]]  # a field's name, and what is wrong with it

# A unit of shares of a whole, and of counts and rates; «procentpoint» is neither.
SHARE = re.compile(r"(?:procent|pct\.?|%)(?:\s+af\s.*)?", re.IGNORECASE)
COUNT = re.compile(r"(?:antal|pr\.?)(?!\w)", re.IGNORECASE)
ALL = 100
FUTURE = "dagen ligger i fremtiden."


def wrong_aim(snapshot: Snapshot, values: Values) -> Wrong:
    """An aim stands in a focus area of its health agreement, within its period."""
    yield from _wrong_focus_area(snapshot, values)
    ends = snapshot.health_agreements[values["health_agreement"]].period_end
    if values["effective_on"] >= ends:
        yield (
            "effective_on",
            f"Gælder fra: Sundhedsaftalen gælder til og med {last_day(ends)}.",
        )

    before = current(snapshot, RECORD_KINDS["aim"], values)
    if before and not values["corrects"] and _is_same(before, values):
        yield "title", "Mål: målet står der allerede, som det er skrevet."


def wrong_measurement(snapshot: Snapshot, values: Values) -> Wrong:
    """A figure is of a municipality or a region, for a period that is over, and new."""
    kind = snapshot.organisations[values["place"]].kind
    if kind not in (MUNICIPALITY, REGION):
        name = snapshot.organisation_name(values["place"])
        yield "place", f"Sted: {name} er hverken en kommune eller en region."

    ends, period = values["effective_on"], values["period"]
    if ends > today():
        yield "effective_on", f"Periode: {period_in_words(ends, period)} er ikke slut."
    if ends != (wanted := last_of(ends, period)):
        yield (
            "effective_on",
            f"Periode: Skriv den sidste dag, {danish_date(wanted)}, eller ret, hvor "
            "længe tallet dækker.",
        )

    before = current(snapshot, RECORD_KINDS["measurement"], values)
    if before and before["value"] == values["value"] and not values["corrects"]:
        yield "value", "Værdi: tallet står der allerede for stedet og perioden."
    yield from _impossible(values["value"], values["unit"])


def _impossible(value: float, unit: str) -> Wrong:
    """A share lies between nothing and all; a count and a rate are not negative. A
    change, which may be any number, says so in its unit.
    """
    if SHARE.fullmatch(unit.strip()) and not 0 <= value <= ALL:
        yield (
            "value",
            f"Værdi: {in_danish(value)} {unit} er ikke mellem 0 og 100. Er det en "
            "ændring, så skriv det som enhed, fx «procents ændring».",
        )
    elif COUNT.match(unit.strip()) and value < 0:
        yield "value", f"Værdi: {in_danish(value)} {unit} er mindre end nul."


def wrong_status_report(snapshot: Snapshot, values: Values) -> Wrong:
    """A status is told a committee, on a day that has come, of a period begun."""
    receiver = values["received_by"]
    if snapshot.organisations[receiver].kind != COMMITTEE:
        name = snapshot.organisation_name(receiver)
        yield "received_by", f"Modtaget af: {name} er ikke et udvalg."
    if values["effective_on"] > today():
        yield "effective_on", f"Statusdato: {FUTURE}"

    begins = snapshot.health_agreements[values["health_agreement"]].period_start
    if values["effective_on"] < begins:
        yield (
            "effective_on",
            f"Statusdato: Sundhedsaftalen begynder først {danish_date(begins)}.",
        )

    if not values["corrects"]:
        for record in like_it(snapshot, RECORD_KINDS["status-report"], values):
            yield (
                "effective_on",
                "Statusdato: Udvalget har allerede fået en status af den slags den "
                f"dag. Skal den rettes, så skriv «{record.ref}» under Retter posten.",
            )


def wrong_implementation(snapshot: Snapshot, values: Values) -> Wrong:
    """One thing, in a municipality that it concerns, at a stage it is not at."""
    if bool(values["agreement"]) == bool(values["focus_area"]):
        yield "agreement", "Vælg enten en aftale eller et fokusområde."
    elif values["focus_area"]:
        yield from _wrong_focus_area(snapshot, values)

    where = values["municipality"]
    name = snapshot.organisation_name(where)
    if not snapshot.is_municipality(where):
        yield "municipality", f"Kommune: {name} er ikke en kommune."
    elif values["agreement"]:
        shown = snapshot.agreement(values["agreement"]).shown
        if not snapshot.concerns(shown, where):
            yield "municipality", f"Kommune: {name} er ikke part i aftalen."

    if values["effective_on"] > today():
        yield "effective_on", f"Siden: {FUTURE}"
    before = current(snapshot, RECORD_KINDS["implementation"], values)
    if before and before["stage"] == values["stage"] and not values["corrects"]:
        since = danish_date(before["effective_on"])
        yield "stage", f"Stadie: det har kommunen været på siden {since}."


def _is_same(before: Values, values: Values) -> bool:
    return all(values[name] == value for name, value in before.items())


def _wrong_focus_area(snapshot: Snapshot, values: Values) -> Wrong:
    health = snapshot.health_agreements[values["health_agreement"]]
    if values["focus_area"] not in health.focus_areas:
        label = snapshot.label(Scheme.FOCUS_AREAS, values["focus_area"])
        yield (
            "focus_area",
            f"Fokusområde: «{label}» er ikke et af fokusområderne i {health.title}.",
        )
