"""What stands on every page: navigation, the moment shown, the chooser of date and
municipality.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask, g, request
from jinja2 import StrictUndefined

from registry.catalogue.agreement_words import signed_reason
from registry.catalogue.ringing import (
    REPORTED_TO,
    REPORTS_ONESELF,
    receivers,
    role_words,
)
from registry.clock import COPENHAGEN
from registry.markup.markdown_html import anchor, slug, to_html, to_plain_html
from registry.rules.fields import LABELS
from registry.rules.unsure import holds_by_law
from registry.search.line import ARE_EXCEPTED, CHANGING, MORE_EXCEPTED, UNSETTLED
from registry.search.room import FEWEST_LETTERS
from registry.settings import ROOT
from registry.web.frame.dates import danish_date, danish_moment, last_day, local_day
from registry.web.frame.links import (
    here,
    link,
    linked,
    own_parameters,
    row_link,
    with_statutes,
)
from registry.web.frame.menus import NAVIGATION
from registry.web.frame.people import name_of, names_of
from registry.web.frame.readers import Reader

# Pages that lie under another's item in the menu.
UNDER = {
    "differences": "agreements",
    "appendix": "health_agreements",
    "issued": "health_agreements",
    "transition": "overview",
    "moves": "overview",
}
EDITOR_LIBRARY = "vendor/editor/codemirror.js"


@dataclass(frozen=True)
class NavigationItem:
    """One item of the main menu; `current` is the value of aria-current."""

    text: str
    href: str
    current: str | None


@dataclass(frozen=True)
class Chooser:
    """The form that chooses date, moment and municipality for the page one stands
    on.
    """

    action: str
    hidden: Mapping[str, str]
    municipalities: list[tuple[str, str]]
    kommune: str | None
    kommune_name: str
    pr: str
    vist: str


def attach(app: Flask) -> None:
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True

    environment.filters.update(
        date=danish_date,
        moment=danish_moment,
        last_day=last_day,
        local_day=local_day,
        markdown=to_html,
        plain_markdown=to_plain_html,
        slug=slug,
        signed_reason=signed_reason,
        linked=linked,
        with_statutes=with_statutes,
        person=name_of,
        people=names_of,
        holds_by_law=holds_by_law,
        role_words=role_words,
        receivers=receivers,
    )

    environment.globals.update(
        link=link,
        row_link=row_link,
        here=here,
        anchor=anchor,
        fewest_letters=FEWEST_LETTERS,
        field_labels=LABELS,
        changing_label=CHANGING,
        see_excepted=(ARE_EXCEPTED, MORE_EXCEPTED),
        unsettled_label=UNSETTLED,
        reported_label=REPORTED_TO,
        reports_oneself=REPORTS_ONESELF,
    )
    app.context_processor(page_frame)


def page_frame() -> dict[str, Any]:
    """The values of base.html. On an error page there may be nothing to read."""
    reader: Reader | None = g.get("reader")
    return {
        "reader": reader,
        "navigation": [_item(endpoint, text) for endpoint, text in NAVIGATION],
        "chooser": _chooser(reader) if reader and request.url_rule else None,
        "illustrative": bool(reader and _is_illustrative(reader)),
        "has_editor": has_editor(),
    }


def has_editor() -> bool:
    """Whether the text editor's library was fetched; plain fields do without it."""
    return (ROOT / "registry/static" / EDITOR_LIBRARY).exists()


def _is_illustrative(reader: Reader) -> bool:
    """Whether anything in the catalogue is; a page of one version says it for
    itself.
    """
    return any(
        a.shown.version.illustrative for a in reader.snapshot.agreements.values()
    )


def _item(endpoint: str, text: str) -> NavigationItem:
    current = None
    part = (request.endpoint or "").split(".")[0]
    if request.endpoint == endpoint:
        current = "page"
    elif UNDER.get(part, part) == endpoint.split(".", maxsplit=1)[0]:
        current = "true"
    return NavigationItem(text, link(endpoint), current)


def _chooser(reader: Reader) -> Chooser:
    hidden = {k: v for k, v in own_parameters().items() if k not in reader.carried}
    vist = reader.moment.vist

    return Chooser(
        action=request.path,
        hidden=hidden,
        municipalities=[(o.slug, o.name) for o in reader.snapshot.municipalities()],
        kommune=reader.kommune,
        kommune_name=reader.snapshot.organisation_name(reader.kommune or ""),
        pr=reader.carried.get("pr", ""),
        vist=f"{vist.astimezone(COPENHAGEN):%Y-%m-%dT%H:%M}" if vist else "",
    )
