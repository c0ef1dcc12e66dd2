"""/redaktion/fund: a finding of the overview is taken up in a draft that mends it."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.catalogue.findings import FINDING_KINDS, ShownFinding, finding_by_id
from registry.errors import Conflict
from registry.language.sorting import danish_key
from registry.models import Role
from registry.publishing import finding_drafts
from registry.publishing.drafts import open_drafts
from registry.services import services
from registry.web.editorial.form import Option
from registry.web.frame.access import account, requires
from registry.web.frame.links import link
from registry.web.frame.readers import reader

pages = Blueprint("findings", __name__, url_prefix="/redaktion/fund")


@pages.get("/<name>")
@requires(Role.EDITOR)
def one(name: str) -> str:
    return _page(_finding(name), "")


@pages.post("/<name>")
@requires(Role.EDITOR)
def take_up(name: str) -> Response | tuple[str, int]:
    """Open the chosen agreement's draft with the finding in it."""
    finding, slug = _finding(name), request.form.get("aftale", "")
    if slug not in dict(_agreements()):
        return _page(finding, "Aftale: Vælg, hvilken aftale der skal rettes."), 400

    try:
        draft = finding_drafts.take_up(services().catalogue, finding, slug, account())
    except Conflict as error:
        return _page(finding, error.message), 409

    flash("Fundet er afgjort i overblikket, så længe kladden er i gang. Ret det her.")
    return redirect(url_for("drafts.overview", version_id=draft), 303)


def _finding(name: str) -> ShownFinding:
    """As it stands on the date that the address names. Raises NotFound."""
    return finding_by_id(reader().snapshot, name, reader().kommune or "")


def _agreements() -> list[tuple[str, str]]:
    """All agreements, also those that are no more than a draft, with its title."""
    catalogue = services().catalogue
    known = reader().snapshot.agreements
    named = [(slug, agreement.shown.version.title) for slug, agreement in known.items()]
    new = open_drafts(catalogue).keys() - known.keys()
    return sorted(
        [*named, *((slug, slug) for slug in new)], key=lambda one: danish_key(one[1])
    )


def _page(finding: ShownFinding, wrong: str) -> str:
    """The agreements that the finding is about come first, the first of them chosen."""
    own = sorted(finding.facets["agreement"]) if finding.rows else []
    chosen = request.form.get("aftale") or (own[0] if own else "")
    ordered = sorted(_agreements(), key=lambda named: named[0] not in own)

    return render_template(
        "editorial/finding.html",
        finding=finding,
        kind=FINDING_KINDS[finding.kind],
        options=[Option(slug, title, slug == chosen) for slug, title in ordered],
        action=link(".take_up", name=finding.id),
        wrong=wrong,
    )
