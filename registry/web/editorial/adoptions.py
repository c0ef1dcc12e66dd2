"""Adoptions: the page on which they are entered, and the text that the parties are
sent.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from registry.catalogue import addresses
from registry.catalogue.adoption_progress import adopting_parties, progress
from registry.catalogue.agreement_words import known_from
from registry.errors import Conflict
from registry.models import AdoptionLink, Role, State
from registry.publishing.drafts import Draft, draft_by_link, read_draft
from registry.records import adoptions
from registry.records.adoption_lines import (
    DECISIONS,
    Decided,
    WrongLine,
    decode,
    parse_lines,
)
from registry.records.adoptions import WrongLines
from registry.rules.fields import Field, Kind
from registry.services import services
from registry.web.editorial.draft_view import view_text
from registry.web.editorial.form import form_fields, parse
from registry.web.editorial.whole_text import all_fields
from registry.web.frame.access import account, requires
from registry.web.frame.robots import PRIVATE

pages = Blueprint("adoptions", __name__)

ADDRESS = "/redaktion/kladder/<int:version_id>/vedtagelse"
ONE = (
    Field(
        "decision",
        "Beslutning",
        Kind.TEXT,
        required=True,
        options=tuple(zip(DECISIONS, DECISIONS, strict=True)),
    ),
    Field("effective_on", "Besluttet den", Kind.DATE, required=True),
    Field("reference", "Reference", Kind.TEXT, hint="Fx mødets dato og punkt."),
)


@pages.get(ADDRESS)
@requires(Role.EDITOR, Role.APPROVER)
def adoption(version_id: int) -> str:
    return _page(read_draft(services().catalogue, version_id))


@pages.post(ADDRESS)
@requires(Role.EDITOR)
def enter(version_id: int) -> Response | tuple[str, int]:
    draft = read_draft(services().catalogue, version_id)
    if "organisation" in request.form:
        return _enter_one(draft)

    file = request.files.get("fil")
    text = (
        decode(file.read())
        if file and file.filename
        else request.form.get("linjer", "")
    )
    parties = adopting_parties(draft.shown.parties)
    decided, wrong = parse_lines(services().catalogue.today(), text, parties)
    if wrong:
        return _page(draft, lines=text, wrong=wrong), 400

    try:
        return _enter(draft, decided)
    except WrongLines as error:
        return _page(draft, lines=text, wrong=error.wrong), 400
    except Conflict as conflict:
        return _page(draft, lines=text, wrong=[WrongLine(None, conflict.message)]), 409


def _enter_one(draft: Draft) -> Response | tuple[str, int]:
    values, errors = parse(_one_fields(draft), request.form)
    for field in _one_fields(draft):
        if field.required and not values[field.name]:
            errors.setdefault(field.name, f"{field.label}: skal udfyldes.")
    if errors:
        return _page(draft, values=values, errors=errors), 400

    try:
        return _enter(draft, [Decided(**values)])
    except WrongLines as error:
        errors = {line.field: line.text for line in error.wrong}
        return _page(draft, values=values, errors=errors), 400
    except Conflict as conflict:
        return _page(
            draft, values=values, wrong=[WrongLine(None, conflict.message)]
        ), 409


def _enter(draft: Draft, decided: Sequence[Decided]) -> Response:
    seen = request.form.get("seen", "")
    count = adoptions.adopt(
        services().catalogue, draft.id, decided, account(), seen=seen
    )

    flash(
        "Vedtagelsen er skrevet ind."
        if count == 1
        else f"{count} vedtagelser er skrevet ind."
    )
    return redirect(url_for(".adoption", version_id=draft.id), 303)


def _one_fields(draft: Draft) -> tuple[Field, ...]:
    snapshot = services().catalogue.today()
    parties = [
        (p, snapshot.organisation_name(p))
        for p in adopting_parties(draft.shown.parties)
    ]

    organisation = Field(
        "organisation", "Part", Kind.TEXT, required=True, options=tuple(parties)
    )
    return (organisation, *ONE)


def _page(
    draft: Draft,
    *,
    values: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
    lines: str = "",
    wrong: Sequence[WrongLine] = (),
) -> str:
    snapshot = services().catalogue.today()
    come = progress(
        snapshot,
        draft.slug,
        draft.fingerprint,
        draft.shown.parties,
        draft.version.number,
    )

    return render_template(
        "editorial/adoptions.html",
        draft=draft,
        links=[
            _address(link)
            for link in draft.links
            if link.fingerprint == draft.fingerprint
        ],
        progress=come,
        name=snapshot.organisation_name,
        fields=form_fields(snapshot, _one_fields(draft), values or {}, errors=errors),
        lines=lines,
        wrong=wrong,
        may_write=account().has(Role.EDITOR) and draft.state in adoptions.ADOPTABLE,
    )


def _address(link: AdoptionLink) -> str:
    return addresses.adoption(current_app.config["PUBLIC_URL"], link.secret)


@pages.get("/vedtagelse/<secret>")
def text(secret: str) -> tuple[str, int, Mapping[str, str]]:
    """The text as it was sent: for the parties, who need no account."""
    draft, link = draft_by_link(services().catalogue, secret)
    stands = (
        link.fingerprint == draft.fingerprint and draft.state in adoptions.ADOPTABLE
    )
    if not stands:
        withdrawn = draft.state is State.WITHDRAWN
        page = render_template(
            "editorial/adoption_link_gone.html", draft=draft, withdrawn=withdrawn
        )
        return page, 410, PRIVATE

    snapshot = services().catalogue.today()
    page = render_template(
        "editorial/adoption_link.html",
        draft=draft,
        link=link,
        rule=draft.version.adoption_rule,
        begins=known_from(draft.version),
        fingerprint=_in_fours(link.fingerprint),
        all_fields=all_fields(snapshot, draft.content),
        **view_text(snapshot, draft),
    )
    return page, 200, PRIVATE


def _in_fours(fingerprint: str) -> str:
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))
