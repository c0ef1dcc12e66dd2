"""Addresses that are given out: they carry the moment, and escape what they hold."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from registry.catalogue import addresses
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)
SHOWN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
PUBLIC_URL = "https://katalog.example/"


@pytest.mark.parametrize(
    ("public_url", "is_local"),
    [
        ("", True),
        ("katalog.example", True),
        ("http://localhost:8000", True),
        ("http://katalog.localhost/", True),
        ("http://127.0.0.1:8000", True),
        ("http://127.8.0.1", True),
        ("http://0.0.0.0:80", True),
        ("http://[::1]:8000", True),
        (PUBLIC_URL, False),
        ("http://10.4.0.7:8000", False),
        ("http://localhost.example", False),
    ],
)
def test_an_address_that_leads_nowhere_but_here_is_local(
    public_url: str, is_local: bool
) -> None:
    assert addresses.is_local(public_url) is is_local


pytestmark = pytest.mark.usefixtures("stopped_clock")
At = Callable[..., Snapshot]


@pytest.fixture
def at(catalogue: Catalogue) -> At:
    return lambda pr=TODAY, vist=None: catalogue.at(Moment(pr, vist))


def test_today_an_address_is_only_its_path(at: At) -> None:
    assert addresses.row(at(), "aftale.raekke") == "/snitflader/aftale.raekke"
    assert addresses.agreement(at(), "aftale") == "/aftaler/aftale"
    assert addresses.agreement(at(), "aftale", "frist") == "/aftaler/aftale#frist"
    assert addresses.version(at(), "aftale", 2) == "/aftaler/aftale/udgaver/2"
    assert addresses.organisation(at(), "nordby") == "/organisationer/nordby"
    assert addresses.term(at(), "varsling") == "/ordliste?ord=varsling#varsling"


def test_another_date_is_carried_along_before_the_anchor(at: At) -> None:
    address = addresses.agreement(at(YESTERDAY), "aftale", "frist")

    assert address == "/aftaler/aftale?pr=2026-11-21#frist"


def test_the_moment_shown_is_carried_along_also_today(at: At) -> None:
    address = addresses.row(at(TODAY, SHOWN), "aftale.raekke")

    assert address == "/snitflader/aftale.raekke?vist=2026-11-20T09%3A30%3A00%2B00%3A00"


def test_what_a_name_may_not_hold_in_an_address_is_escaped(at: At) -> None:
    assert addresses.agreement(at(), "a?b", "æ#") == "/aftaler/a%3Fb#%C3%A6%23"
    assert addresses.term(at(), "a b") == "/ordliste?ord=a+b#a%20b"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (
            addresses.lasting_version(PUBLIC_URL, "aftale", 2),
            "aftaler/aftale/udgaver/2",
        ),
        (addresses.edition(PUBLIC_URL, 7), "appendiks/udstedt/7"),
        (addresses.one_time_link(PUBLIC_URL, "a?b"), "log-ind/engangslink/a%3Fb"),
        (addresses.adoption(PUBLIC_URL, "kode"), "vedtagelse/kode"),
    ],
)
def test_what_is_sent_to_others_is_whole(address: str, path: str) -> None:
    assert address == f"https://katalog.example/{path}"


def test_an_appendix_is_found_again_by_all_that_was_chosen() -> None:
    chosen = {"sundhedsaftale": "aftale-2024", "pr": "2026-11-22", "kommune": "ærø"}

    assert addresses.appendix("https://katalog.example", chosen) == (
        "https://katalog.example/appendiks"
        "?sundhedsaftale=aftale-2024&pr=2026-11-22&kommune=%C3%A6r%C3%B8"
    )
