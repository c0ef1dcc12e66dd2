"""What the gates read, and what they find."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from registry.version_content import VersionContent


class Severity(StrEnum):
    """An error stops approval and publication; a warning is only shown."""

    ERROR = "error"
    WARNING = "warning"


SEVERITY_LABELS = {Severity.ERROR: "Fejl", Severity.WARNING: "Advarsel"}


@dataclass(frozen=True)
class Place:
    """Where in the form: MAIN or a row's key, and a field, "parties", "relations" or "rows"."""

    part: str
    field: str


@dataclass(frozen=True)
class Finding:
    """One thing that a gate found: what is wrong and the way on, in one Danish text.

    `signable`: the approver may let it stand by signing a reason.
    """

    code: str
    severity: Severity
    text: str
    place: Place
    signable: bool = False

    @property
    def signature(self) -> str:
        """What a signed reason names."""
        return f"{self.code}:{self.place.field}"


@dataclass(frozen=True)
class Surroundings:
    """What the gates must know beside the text.

    `headings`: the titles of the body's sections. `previous`: the newest published version.
    `labels`: the Danish label of a scheme's key. `known`: the keys there are, by scheme.
    `actor_sectors`, `organisation_sectors`: "" where there is none. `replaces`: the agreements that
    each other agreement's shown version replaces. `confusable_pairs`: the forms of a term and those
    of one it is not to be confused with. `adopted`: the organisations that adopted this very text.
    """

    slug: str
    on: date
    headings: frozenset[str]
    previous: VersionContent | None
    labels: Callable[[str, str], str]
    known: Mapping[str, frozenset[str]]
    actor_sectors: Mapping[str, str]
    organisation_sectors: Mapping[str, str]
    replaces: Mapping[str, frozenset[str]]
    confusable_pairs: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    adopted: frozenset[str]


# Each place found, and the words that fill the gate's text.
Found = Iterator[tuple[Place, dict[str, str]]]
Find = Callable[[VersionContent, Surroundings], Found]


class Gate(NamedTuple):
    """One rule that a version must meet; `text` has names in braces for what `find` fills in."""

    code: str
    severity: Severity
    text: str
    find: Find
    signable: bool = False
