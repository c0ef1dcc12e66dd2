"""What an appendix is asked for, by pages, API and command line alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from registry.catalogue import facets
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment, parse_date
from registry.documents.blocks import printable
from registry.errors import BadInput, NotFound
from registry.models import HealthAgreement
from registry.rules.fields import Scheme
from registry.rules.privacy import refuse_numbers

Names = Literal["param", "name"]
LEVELS = range(1, 5)


class Parameter(NamedTuple):
    """One thing to choose: its name in the API, in addresses, and its Danish label."""

    name: str
    param: str
    label: str


HEALTH_AGREEMENT = Parameter("health_agreement", "sundhedsaftale", "Sundhedsaftale")
SCOPE = Parameter("scope", "omfang", "Omfang")
ROWS = Parameter("rows", "raekker", "Snitflader")
SINCE = Parameter("since", "siden", "Ændringer siden")
MUNICIPALITY = Parameter("municipality", "kommune", "Kommune")
FOCUS_AREA = Parameter("focus_area", "fokusomraade", "Fokusområde")
KIND = Parameter("kind", "aftaletype", "Aftaletype")
SENDER = Parameter("sender", "afsender", "Afsender")
MEETING = Parameter("meeting", "moede", "Møde")
LEVEL = Parameter("level", "niveau", "Overskriftsniveau")
PARAMETERS = (
    HEALTH_AGREEMENT,
    SCOPE,
    ROWS,
    SINCE,
    MUNICIPALITY,
    FOCUS_AREA,
    KIND,
    LEVEL,
    SENDER,
    MEETING,
)
# At the head of the document, in the words that were given.
OWN_WORDS = (SENDER, MEETING)
LONGEST_OWN_WORDS = 200
NARROWING = (
    (MUNICIPALITY, Scheme.ORGANISATIONS),
    (FOCUS_AREA, Scheme.FOCUS_AREAS),
    (KIND, Scheme.KINDS),
)
FULL, SHORT = True, False
SCOPES = {"fuld": FULL, "full": FULL, "kort": SHORT, "short": SHORT}
YES_NO = {"1": True, "true": True, "ja": True, "0": False, "false": False, "nej": False}


@dataclass(frozen=True)
class AppendixRequest:
    """Which appendix: of what health agreement, at what moment, how much, of which
    agreements.

    `full`: with parties, adoptions and the three fields. `since`: with what has changed
    since the appendix of that date. `level`: the heading level of the title in formats
    that drop into others. `sender`, `meeting`: who sends it, and to what meeting.
    """

    health_agreement: str
    moment: Moment
    full: bool = True
    rows: bool = False
    since: date | None = None
    municipality: str = ""
    focus_area: str = ""
    kind: str = ""
    level: int = 1
    sender: str = ""
    meeting: str = ""

    def parameters(self) -> dict[str, str]:
        """As an address says it, with the date always and what is as usual left out."""
        given = {
            HEALTH_AGREEMENT.param: self.health_agreement,
            "pr": self.moment.pr.isoformat(),
            "vist": self.moment.vist.isoformat() if self.moment.vist else "",
            SCOPE.param: "" if self.full else "kort",
            ROWS.param: "1" if self.rows else "",
            SINCE.param: self.since.isoformat() if self.since else "",
            MUNICIPALITY.param: self.municipality,
            FOCUS_AREA.param: self.focus_area,
            KIND.param: self.kind,
            LEVEL.param: "" if self.level == 1 else str(self.level),
            SENDER.param: self.sender,
            MEETING.param: self.meeting,
        }

        return {name: value for name, value in given.items() if value}


def parse(
    snapshot: Snapshot, given: Mapping[str, str], names: Names = "param"
) -> AppendixRequest:
    """The request in the words of an address (`param`) or of the API (`name`), at a
    moment.

    Without a health agreement: the one whose period holds the date. Raises BadInput
    naming what cannot be used, NotFound for a health agreement that is not there.
    """
    values = {p: given.get(getattr(p, names), "").strip() for p in PARAMETERS}
    for parameter, scheme in NARROWING:
        _check(snapshot, parameter, scheme, values[parameter], names)

    return AppendixRequest(
        health_agreement=_health_agreement(snapshot, values[HEALTH_AGREEMENT]).slug,
        moment=snapshot.moment,
        full=_option(SCOPE, values[SCOPE], SCOPES, FULL, names),
        rows=_option(ROWS, values[ROWS], YES_NO, False, names),
        since=_since(snapshot, values[SINCE], names),
        municipality=values[MUNICIPALITY],
        focus_area=values[FOCUS_AREA],
        kind=values[KIND],
        level=_level(values[LEVEL], names),
        sender=_own_words(SENDER, values[SENDER], names),
        meeting=_own_words(MEETING, values[MEETING], names),
    )


def health_agreements(snapshot: Snapshot) -> list[HealthAgreement]:
    """All of them, the newest first."""
    agreements = snapshot.health_agreements.values()
    return sorted(agreements, key=lambda h: (h.period_start, h.slug), reverse=True)


def _health_agreement(snapshot: Snapshot, slug: str) -> HealthAgreement:
    if slug and slug in snapshot.health_agreements:
        return snapshot.health_agreements[slug]
    listed = health_agreements(snapshot)
    if slug or not listed:
        raise NotFound("Kataloget har ingen sundhedsaftale med det navn.")
    on = snapshot.moment.pr
    return next((h for h in listed if h.period_start <= on < h.period_end), listed[0])


def _check(
    snapshot: Snapshot, parameter: Parameter, scheme: Scheme, value: str, names: Names
) -> None:
    """Raises BadInput for a value that the catalogue has not, with the one it has for a
    label that is given instead.
    """
    name = getattr(parameter, names)
    if meant := _of_label(snapshot, parameter, scheme, value):
        raise BadInput(f"{name}: skriv {meant} i stedet for «{value}».", name)

    if parameter is MUNICIPALITY:
        facets.validate(snapshot, {MUNICIPALITY.name: value}, names)
    elif value and not snapshot.vocabulary.has(scheme, value):
        raise BadInput(
            f"{name}: kataloget har ingen sådan værdi ({parameter.label}).", name
        )


def _of_label(
    snapshot: Snapshot, parameter: Parameter, scheme: Scheme, value: str
) -> str:
    """The key of the only choice whose label is the value or begins with it as a word;
    empty for what is a key itself.
    """
    if parameter is MUNICIPALITY:
        labels = {m.slug: m.name for m in snapshot.municipalities()}
    else:
        choices = snapshot.vocabulary.schemes.get(scheme, {})
        labels = {key: choice.label for key, choice in choices.items()}

    said = value.casefold()
    meant = [
        k for k, of in labels.items() if f"{of} ".casefold().startswith(f"{said} ")
    ]
    return meant[0] if value and value not in labels and len(meant) == 1 else ""


def _option(
    parameter: Parameter,
    value: str,
    options: Mapping[str, bool],
    usual: bool,
    names: Names,
) -> bool:
    if value and value not in options:
        name = getattr(parameter, names)
        raise BadInput(f"{name}: skriv en af disse: {', '.join(options)}.", name)
    return options[value] if value else usual


def _since(snapshot: Snapshot, value: str, names: Names) -> date | None:
    if not value:
        return None
    name = getattr(SINCE, names)
    since = parse_date(value, name)
    if since >= snapshot.moment.pr:
        raise BadInput(f"{name}: vælg en dato før den, appendikset gælder for.", name)
    return since


def _own_words(parameter: Parameter, value: str, names: Names) -> str:
    """One line of the sender's own, which personal numbers may not stand in."""
    name, words = getattr(parameter, names), " ".join(printable(value).split())
    if len(words) > LONGEST_OWN_WORDS:
        raise BadInput(f"{name}: skriv højst {LONGEST_OWN_WORDS} tegn.", name)
    refuse_numbers(name, words, label=name)
    return words


def _level(value: str, names: Names) -> int:
    if not value:
        return LEVELS[0]
    if value not in {str(level) for level in LEVELS}:
        name = getattr(LEVEL, names)
        raise BadInput(f"{name}: skriv et tal fra {LEVELS[0]} til {LEVELS[-1]}.", name)
    return int(value)
