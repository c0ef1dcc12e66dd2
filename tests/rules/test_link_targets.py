"""Whether a link leads somewhere."""

import pytest

from registry.rules.link_targets import Page, Target, Wrong, target_of, wrong_with

OWN = Page(frozenset({"afsnit-her"}))
PAGES = {"/aftaler/x": Page(frozenset({"raekke", "afsnit-æ"})), "/soeg": Page()}


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://sst.dk/a", None),
        ("mailto:rita@example.org", None),
        ("//sst.dk", None),
        ("#her", Target("", "her")),
        ("/aftaler/x?pr=2027-01-01#y", Target("/aftaler/x", "y")),
        ("/aftaler/%C3%A6", Target("/aftaler/æ", "")),
    ],
)
def test_a_link_leads_out_or_to_a_page_and_a_place(
    href: str, target: Target | None
) -> None:
    assert target_of(href) == target


@pytest.mark.parametrize(
    ("href", "wrong"),
    [
        ("https://findes.ikke", None),
        ("/aftaler/x", None),
        ("/aftaler/x#raekke", None),
        ("/aftaler/x#afsnit-%C3%A6", None),
        ("/aftaler/x#findes-ikke", Wrong.NO_PLACE),
        ("/aftaler/y", Wrong.NO_PAGE),
        ("/soeg?q=x#hvor-som-helst", None),
        ("#afsnit-her", None),
        ("#afsnit-der", Wrong.NO_PLACE),
    ],
)
def test_what_is_wrong_with_a_link_is_said(href: str, wrong: Wrong | None) -> None:
    assert wrong_with(href, OWN, PAGES.get) is wrong
