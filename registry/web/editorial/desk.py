"""/redaktion: what lies before the person who is signed in. New agreements begin
here.
"""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.catalogue.destinations import dead_links
from registry.catalogue.snapshot import Snapshot
from registry.errors import BadInput
from registry.models import Role
from registry.publishing import beginning
from registry.publishing import desk as desks
from registry.publishing.drafts import open_drafts
from registry.publishing.reopening import withdrawn_drafts
from registry.publishing.states import ACTS
from registry.records import proposed_editions
from registry.rules.fields import VERSION_FIELDS
from registry.services import services
from registry.web.editorial.form import form_fields, parse
from registry.web.frame.access import account, home, requires
from registry.web.frame.dates import danish_date
from registry.web.frame.paging import part_of

pages = Blueprint("desk", __name__, url_prefix="/redaktion")

NEW_AGREEMENT = tuple(field for field in VERSION_FIELDS if field.begins)
SHOWN, MOST_LISTED = 12, 100


@pages.get("")
@requires()
def desk() -> str | Response:
    if not account().has(Role.EDITOR, Role.APPROVER):
        return redirect(home(account()))

    own = desks.desk_of(services().catalogue, account())
    dead = len(dead_links(services().catalogue.today()))
    return render_template(
        "editorial/desk.html",
        desk=own,
        shown=SHOWN,
        dead=dead,
        editions=proposed_editions.count_for(services().catalogue, account()),
    )


@pages.get("/lagt-vaek")
@requires(Role.EDITOR, Role.APPROVER)
def withdrawn() -> str:
    """Every draft that was laid aside, to be opened again."""
    reopen = ACTS["reopen"]
    return render_template(
        "editorial/withdrawn.html",
        drafts=withdrawn_drafts(services().catalogue),
        reopen=reopen,
        may_reopen=account().has(*reopen.roles),
    )


@pages.get("/aftaler")
@requires(Role.EDITOR, Role.APPROVER)
def agreements() -> str:
    """Every published agreement, with its open draft if it has one."""
    catalogue = services().catalogue
    snapshot = catalogue.today()
    part = part_of(snapshot.sorted_agreements(), MOST_LISTED)

    return render_template(
        "editorial/desk_agreements.html",
        part=part,
        copied={a.slug: beginning.copied_from(snapshot, a.slug) for a in part.items},
        to_come={a.slug: beginning.to_come(snapshot, a.slug) for a in part.items},
        drafts=open_drafts(catalogue),
    )


@pages.get("/aftaler/ny")
@requires(Role.EDITOR)
def new_agreement() -> str:
    return _new_agreement_form({}, {})


@pages.post("/aftaler/ny")
@requires(Role.EDITOR)
def begin_agreement() -> Response | tuple[str, int]:
    values, errors = parse(NEW_AGREEMENT, request.form)
    errors |= {
        f.name: f"{f.label}: skal udfyldes."
        for f in NEW_AGREEMENT
        if not values[f.name]
    }
    if errors:
        return _new_agreement_form(values, errors), 400

    try:
        title, kind = values["title"], values["kind"]
        draft = beginning.begin_agreement(services().catalogue, title, kind, account())
    except BadInput as error:
        return _new_agreement_form(values, {"title": error.message}), 400

    return redirect(url_for("drafts.overview", version_id=draft), 303)


@pages.post("/aftaler/<slug>/ny-udgave")
@requires(Role.EDITOR)
def begin_version(slug: str) -> Response:
    """A draft of the next version; where there is one already, that one."""
    catalogue = services().catalogue
    draft = open_drafts(catalogue).get(slug)
    if draft is None:
        number = request.form.get("udgave", type=int)
        draft = beginning.begin_version(catalogue, slug, account(), number=number)
        flash(_begun(catalogue.today(), slug, number))
    return redirect(url_for("drafts.overview", version_id=draft), 303)


def _begun(snapshot: Snapshot, slug: str, number: int | None) -> str:
    """What the draft is a copy of, and what of the agreement is to come."""
    copied = number or beginning.copied_from(snapshot, slug)
    text = (
        f"Kladden er en kopi af udgave {copied}. Læserne ser stadig den, der er "
        "offentliggjort."
    )
    later = [
        f"Udgave {other} begynder først den "
        f"{danish_date(snapshot.agreement(slug).number(other).in_force_from)}; "
        "begynder kladden før, bliver den sprunget over."
        for other in beginning.to_come(snapshot, slug)
        if other != copied
    ]

    return " ".join([text, *later])


def _new_agreement_form(values: dict[str, str], errors: dict[str, str]) -> str:
    fields = form_fields(
        services().catalogue.today(), NEW_AGREEMENT, values, errors=errors
    )
    return render_template("editorial/desk_new_agreement.html", fields=fields)
