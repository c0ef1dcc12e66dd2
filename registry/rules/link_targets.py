"""Whether a link of a text leads somewhere in the catalogue. Pure."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

# The places that every agreement's page has.
ON_EVERY_AGREEMENT = frozenset(
    {"hvem-goer-hvad", "tekst", "indholdsliste", "parter", "udgaver", "grundlag"}
)


class Page(NamedTuple):
    """What stands at an address: `anchors` are its places; None: they are not known."""

    anchors: frozenset[str] | None = None


class Wrong(StrEnum):
    """What is wrong with a link."""

    NO_PAGE = "no-page"
    NO_PLACE = "no-place"


# The page at a path of the catalogue; None where there is none.
FindPage = Callable[[str], Page | None]


class Target(NamedTuple):
    """Where a link within the catalogue leads; without a path to its own page."""

    path: str
    anchor: str


def target_of(href: str) -> Target | None:
    """Where the link leads within the catalogue; None where it leads out of it."""
    if not href.startswith(("/", "#")) or href.startswith("//"):
        return None
    parts = urlsplit(href)
    return Target(unquote(parts.path), unquote(parts.fragment))


def wrong_with(href: str, own: Page, find: FindPage) -> Wrong | None:
    """What is wrong with a link that stands on its own page; None for nothing."""
    target = target_of(href)
    if target is None:
        return None

    page = find(target.path) if target.path else own
    if page is None:
        return Wrong.NO_PAGE
    if target.anchor and page.anchors is not None:
        return None if target.anchor in page.anchors else Wrong.NO_PLACE
    return None
