"""Addresses. Every link carries the reader's date, moment and municipality."""

from flask import g, request, url_for

from registry.fields import FACETS

# What a page's own forms may carry besides; anything else in an address is dropped.
OWN = (
    *("q", "fra", "til", *(facet.param for facet in FACETS)),
    *("sundhedsaftale", "omfang", "raekker", "siden", "fokusomraade", "aftaletype", "niveau"),
)


def link(endpoint: str, **values: str | int | None) -> str:
    """The address of a page, as the reader sees the catalogue now."""
    carried = dict(g.reading.carried) if "reading" in g else {}
    return url_for(endpoint, **{**carried, **values})


def row_link(row_id: str) -> str:
    return link("rows.row", row_id=row_id)


def here(**changes: str | None) -> str:
    """This page's address with some parameters changed, or left out where None."""
    kept = {name: value for name, value in own_parameters().items() if name not in changes}
    return link(str(request.endpoint), **{**(request.view_args or {}), **kept, **changes})


def own_parameters() -> dict[str, str]:
    """The parameters of this page's address that its forms hand on."""
    return {name: value for name in OWN if (value := request.args.get(name, "").strip())}
