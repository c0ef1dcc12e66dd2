"""Where addresses lead: what the rule says is what the pages answer."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.catalogue import destinations
from registry.catalogue.destinations import (
    ALWAYS,
    PAGES,
    DeadLink,
    dead_links,
    page_at,
    page_of,
    pointing_at,
)
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import ShownAgreement, ShownVersion, Snapshot
from registry.models import Version
from registry.rules.link_targets import Wrong

pytestmark = pytest.mark.usefixtures("stopped_clock")

SLUG, OTHER = "proeve-udskrivning", "proeve-lokal"
THERE = (
    f"/aftaler/{SLUG}",
    f"/aftaler/{SLUG}/udgaver/1",
    f"/aftaler/{SLUG}/forskel",
    f"/snitflader/{SLUG}.varsel-boern",
    "/ordliste",
    "/organisationer/nordby",
    "/forloeb/voksne",
    "/borger/voksne",
    "/borger/voksne/udskrivning",
)
NOWHERE = (
    "/aftaler/findes-ikke",
    f"/aftaler/{SLUG}/",
    f"/aftaler/{SLUG}/udgaver/99",
    "/aftaler/findes-ikke/udgaver/1",
    f"/snitflader/{SLUG}.findes-ikke",
    "/snitflader/findes-ikke.x",
    "/organisationer/findes-ikke",
    "/sundhedsaftaler/findes-ikke",
    "/forloeb/findes-ikke",
    "/borger/findes-ikke",
    "/borger/voksne/findes-ikke",
    "/findes-ikke",
)


@pytest.mark.parametrize("path", sorted({*ALWAYS, *THERE}))
def test_what_is_said_to_be_there_is_answered(
    client: FlaskClient, catalogue: Catalogue, path: str
) -> None:
    assert page_at(catalogue.today(), path) is not None
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", NOWHERE)
def test_what_is_said_to_be_nowhere_is_not_found(
    client: FlaskClient, catalogue: Catalogue, path: str
) -> None:
    assert page_at(catalogue.today(), path) is None
    assert client.get(path).status_code == 404


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids.add(dict(attrs).get("id") or "")


@pytest.mark.parametrize("path", [f"/aftaler/{SLUG}", "/ordliste"])
def test_the_places_of_a_page_are_on_it(
    client: FlaskClient, catalogue: Catalogue, path: str
) -> None:
    page = page_at(catalogue.today(), path)
    shown = _Ids()
    shown.feed(client.get(path).text)

    assert page is not None
    assert page.anchors is not None
    may_be_empty = {"indholdsliste", "parter", "grundlag", "udgaver", "tekst"}
    assert page.anchors - shown.ids <= may_be_empty


# What no text of an agreement leads to: the work behind, signing in, and files for
# machines.
NOT_FOR_READERS = re.compile(
    r"/(?:redaktion|log-ind|log-ud|vedtagelse|static|healthz|readyz|\.well-known"
    r"|robots).*"
)


def test_every_kind_of_page_that_readers_have_is_known(app: Flask) -> None:
    rules = app.url_map.iter_rules()
    read = [rule.rule for rule in rules if "GET" in (rule.methods or ())]
    paths = {re.sub("<[^>]+>", "1", rule) for rule in read}

    known = [pattern for pattern, _ in PAGES]
    assert [
        path
        for path in sorted(paths - ALWAYS)
        if not NOT_FOR_READERS.fullmatch(path)
        and not any(pattern.fullmatch(path) for pattern in known)
    ] == []


# Links in texts


def with_text(snapshot: Snapshot, slug: str, **texts: str) -> Snapshot:
    """The catalogue, in which the shown version of one agreement has other texts."""
    agreement = snapshot.agreements[slug]
    shown = agreement.shown
    kept = {name: getattr(shown.version, name) for name in Version.model_fields}
    other = replace(shown, version=Version(**{**kept, **texts}))
    versions = tuple(other if v is shown else v for v in agreement.versions)
    changed = ShownAgreement(slug, versions, agreement.status)
    return replace(snapshot, agreements={**snapshot.agreements, slug: changed})


def test_links_that_lead_nowhere_are_listed(catalogue: Catalogue) -> None:
    snapshot = with_text(
        catalogue.today(),
        OTHER,
        economics=f"[a](/aftaler/findes-ikke) [b](/aftaler/{SLUG}#findes-ikke) "
        f"[c](/aftaler/{SLUG}#varsel-boern) [d](https://sst.dk) [e](#afsnit-nyt)",
        body="## Nyt\n\n[f](#afsnit-gammelt)",
    )

    listed = {one.placed.link.words: one.wrong for one in dead_links(snapshot)}
    assert listed == {"a": Wrong.NO_PAGE, "b": Wrong.NO_PLACE, "f": Wrong.NO_PLACE}
    first: DeadLink = dead_links(snapshot)[0]
    assert (first.placed.slug, first.placed.field) == (OTHER, "Økonomi")


def test_the_catalogue_itself_has_no_dead_links(catalogue: Catalogue) -> None:
    assert dead_links(catalogue.today()) == ()


def test_what_others_point_at_is_found_where_it_is_there(catalogue: Catalogue) -> None:
    snapshot = with_text(
        catalogue.today(),
        OTHER,
        economics=f"[a](/aftaler/{SLUG}#varsel-boern) "
        f"[b](/snitflader/{SLUG}.varsel-boern) "
        f"[c](/aftaler/{SLUG}) [d](/aftaler/{SLUG}#var-der-aldrig) [e](/soeg#x)",
    )

    found = [(one.link.words, place) for one, place in pointing_at(snapshot, SLUG)]
    assert found == [("a", "varsel-boern"), ("b", "varsel-boern")]
    assert list(pointing_at(snapshot, "ny-aftale")) == []


def test_a_page_has_its_rows_and_sections(catalogue: Catalogue) -> None:
    shown: ShownVersion = catalogue.today().agreements[SLUG].shown

    assert {"varsel-boern", "parter"} <= (page_of(shown).anchors or frozenset())
    assert destinations.MARKDOWN_FIELDS[-1].name == "body"
