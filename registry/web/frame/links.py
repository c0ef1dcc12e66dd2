"""Addresses. Every link carries the reader's date, moment and municipality."""

import re
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from flask import g, request, url_for
from markupsafe import Markup, escape

from registry.language.citations import statutes
from registry.language.personal_numbers import has_number
from registry.rules.fields import FACETS

# What a page's own forms may carry besides; anything else in an address is dropped.
OWN = (
    *("q", "fra", "til", *(facet.param for facet in FACETS)),
    *(
        "sundhedsaftale",
        "omfang",
        "raekker",
        "siden",
        "fokusomraade",
        "aftaletype",
        "niveau",
        "afsender",
        "moede",
        "slags",
        "skrift",
    ),
)


# Addresses that are written out stay in memory, those used last: a page has seventy.
MOST_ADDRESSES = 16384

Values = tuple[tuple[str, str | int | None], ...]

# A page of the catalogue that a refusal names.
PAGE = re.compile(
    r"\((/(?:aftaler|organisationer|ordliste|redaktion/(?:kladder|konti|ord))"
    r"(?![\w-])[\w/#.?=@-]*)\)"
)


def linked(sentence: str) -> Markup:
    """A sentence with the addresses in its parentheses as links."""
    # All of it is escaped before the links are put in.
    with_links = PAGE.sub(r'(<a href="\1">\1</a>)', str(escape(sentence)))
    return Markup(with_links)  # noqa: S704


def with_statutes(text: str) -> Markup:
    """A text in which each statute that is named by number and year leads to itself,
    read at retsinformation.
    """
    pieces, end = Markup(), 0
    for statute in statutes(text):
        pieces += escape(text[end : statute.start])
        pieces += Markup('<a href="{}">{}</a>').format(statute.address, statute.name)
        end = statute.end
    return pieces + escape(text[end:])


def link(endpoint: str, **values: str | int | None) -> str:
    """The address of a page, as the reader sees the catalogue now."""
    carried = dict(g.reader.carried) if "reader" in g else {}
    # A name that begins with a dot is of the page's own part of the catalogue.
    own = f"{request.blueprint or ''}{endpoint}" if endpoint[0] == "." else endpoint
    return _address(request.script_root, own, tuple({**carried, **values}.items()))


@lru_cache(maxsize=MOST_ADDRESSES, typed=True)
def _address(root: str, endpoint: str, given: Values) -> str:
    """What Flask writes of a page's name and values under `root`, which it reads for
    itself.
    """
    values: dict[str, Any] = dict(given)
    return url_for(endpoint, **values)


def carry(address: str) -> str:
    """An address of the catalogue's own, as the reader sees the catalogue now."""
    parts = urlsplit(address)
    carried = dict(g.reader.carried) if "reader" in g else {}
    return urlunsplit(
        parts._replace(query=urlencode({**dict(parse_qsl(parts.query)), **carried}))
    )


def row_link(row_id: str) -> str:
    return link("rows.row", row_id=row_id)


def here(**changes: str | None) -> str:
    """This page's address with some parameters changed, or left out where None."""
    kept = {
        name: value for name, value in own_parameters().items() if name not in changes
    }
    return link(
        str(request.endpoint), **{**(request.view_args or {}), **kept, **changes}
    )


def own_parameters() -> dict[str, str]:
    """The parameters of this page's address that its forms hand on; never a CPR number,
    which no page says again.
    """
    given = {name: request.args.get(name, "").strip() for name in OWN}
    return {k: value for k, value in given.items() if value and not has_number(value)}
