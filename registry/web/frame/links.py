"""Addresses. Every link carries the reader's date, moment and municipality."""

import re
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
    return url_for(endpoint, **{**carried, **values})


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
