"""What a request to the API asks for, by its English names."""

from dataclasses import dataclass

from flask import current_app, request

from registry.catalogue import facets
from registry.catalogue.findings import FINDING_KINDS
from registry.catalogue.snapshot import Snapshot
from registry.clock import parse_moment
from registry.errors import BadInput
from registry.rules.fields import FACETS
from registry.search.question import check_text
from registry.services import services

DEFAULT_LIMIT = 50
MAX_LIMIT = 500
MAX_OFFSET = 1_000_000


@dataclass(frozen=True)
class Page:
    """The part of a list that is asked for."""

    limit: int
    offset: int


def snapshot() -> Snapshot:
    """The catalogue at as_of and recorded_at. Raises BadInput naming the one that is
    wrong.
    """
    as_of, recorded_at = (
        request.args.get(n, "").strip() for n in ("as_of", "recorded_at")
    )
    moment = parse_moment(
        as_of, recorded_at, pr_field="as_of", vist_field="recorded_at"
    )
    return services().catalogue.lately(moment)


def filters(shown: Snapshot) -> dict[str, str]:
    """The facets chosen. Raises BadInput naming the facet."""
    chosen = {
        f.name: value for f in FACETS if (value := request.args.get(f.name, "").strip())
    }
    facets.validate(shown, chosen, "name")
    return chosen


def kinds() -> frozenset[str]:
    """The kinds of finding asked for, all where none is named. Raises BadInput."""
    name = request.args.get("kind", "").strip()
    if name and name not in FINDING_KINDS:
        raise BadInput(f"kind: vælg en af {', '.join(FINDING_KINDS)}.", "kind")
    return frozenset({name} if name else FINDING_KINDS)


def page() -> Page:
    """The part asked for, DEFAULT_LIMIT from the beginning where nothing says. Raises
    BadInput naming limit or offset.
    """
    return Page(
        _number("limit", DEFAULT_LIMIT, least=1, most=MAX_LIMIT),
        _number("offset", 0, least=0, most=MAX_OFFSET),
    )


def question() -> str:
    """The question, trimmed. Raises BadInput for none and for one that is too long,
    PersonalData for a CPR number.
    """
    text = check_text(
        request.args.get("q", ""), current_app.config["MAX_QUESTION_LENGTH"]
    )
    if not text:
        raise BadInput("q: skriv et spørgsmål.", "q")
    return text


def _number(name: str, default: int, *, least: int, most: int) -> int:
    text = request.args.get(name, "").strip()
    if not text:
        return default

    # ASCII digits only: int() would also take signs, spaces and other alphabets'
    # digits.
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise BadInput(f"{name}: skriv et helt tal.", name)
    if not least <= int(text) <= most:
        raise BadInput(f"{name}: skriv et tal fra {least} til {most}.", name)

    return int(text)
