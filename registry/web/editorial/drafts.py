"""A draft: its overview, its forms, its rows, and how it will look."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import (
    Blueprint,
    abort,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from registry.errors import BadInput, Refused
from registry.intake.service import taken_in
from registry.models import Role, State
from registry.publishing import comments, editing, suggestions
from registry.publishing.drafts import Draft, read_draft
from registry.publishing.removed_rows import removed_rows
from registry.rules.version_content import MAIN, part_digest, part_of
from registry.services import services
from registry.web.editorial import mending, parts
from registry.web.editorial.draft_view import view_text_with_sentences
from registry.web.editorial.gate_findings import gate_findings_now, view_gate_findings
from registry.web.editorial.proposed_kind import with_kind
from registry.web.editorial.taken_up_view import view_taken_up
from registry.web.frame.access import account, requires
from registry.web.frame.dates import danish_clock

pages = Blueprint("drafts", __name__, url_prefix="/redaktion/kladder")

NEW, STAY = "ny", "bliv"
STEPS = {"op": -1, "ned": 1}
Answer = str | Response | tuple[str | Response, int]


@pages.get("/<int:version_id>")
@requires(Role.EDITOR, Role.APPROVER)
def overview(version_id: int) -> str:
    draft = _draft(version_id)

    return render_template(
        "editorial/draft.html",
        draft=draft,
        acts=draft.acts(account()),
        kept_from=draft.kept_from(account()),
        gate_findings=view_gate_findings(draft),
        taken_up=view_taken_up(draft) if not draft.version.number else [],
        taken_in=taken_in(services().catalogue, version_id),
        duties=suggestions.counted(suggestions.offered(draft)),
        commented=comments.open_by_part(services().catalogue, version_id),
        removed=removed_rows(services().catalogue, version_id),
        without=len(suggestions.rows_without_task_key(draft)),
        may_write=account().has(Role.EDITOR) and draft.is_open,
        may_clean=account().has(Role.EDITOR) and draft.state is not State.PUBLISHED,
    )


@pages.get("/<int:version_id>/udgave")
@requires(Role.EDITOR)
def edit_version(version_id: int) -> str:
    return _form(_draft(version_id), MAIN)


@pages.post("/<int:version_id>/udgave")
@requires(Role.EDITOR)
def save_version(version_id: int) -> Answer:
    return _save(_draft(version_id), MAIN)


@pages.get("/<int:version_id>/snitflader/<key>")
@requires(Role.EDITOR)
def edit_row(version_id: int, key: str) -> str:
    return _form(_draft(version_id), key)


@pages.post("/<int:version_id>/snitflader/<key>")
@requires(Role.EDITOR)
def save_row(version_id: int, key: str) -> Answer:
    draft = _draft(version_id)
    if draft.content.has_row(key):
        return _save(draft, key)
    values, errors = parts.read(services().catalogue.today(), NEW, request.form)
    flash(
        "En anden har fjernet snitfladen imens. Din tekst står her; gem den som en ny."
    )
    return _form(draft, NEW, values, errors), 409


@pages.get("/<int:version_id>/ny-snitflade")
@requires(Role.EDITOR)
def new_row(version_id: int) -> str:
    draft = _draft(version_id)
    return _form(draft, NEW, mending.first_values(draft))


@pages.post("/<int:version_id>/ny-snitflade")
@requires(Role.EDITOR)
def add_row(version_id: int) -> Answer:
    draft = _draft(version_id)
    values, errors = parts.read(services().catalogue.today(), NEW, request.form)
    if not draft.is_open:
        return _form(draft, NEW, values, errors), 409
    if errors:
        return _form(draft, NEW, values, errors), 400

    key = mending.add(draft, values)
    flash(with_kind("Snitfladen er gemt.", values))
    return _onwards(draft, key)


@pages.post("/<int:version_id>/snitflader/<key>/kopier")
@requires(Role.EDITOR)
def duplicate_row(version_id: int, key: str) -> Response:
    copied = editing.duplicate_row(services().catalogue, version_id, key, account())
    flash("Snitfladen er kopieret. Ret det, der er anderledes.")
    return redirect(url_for(".edit_row", version_id=version_id, key=copied), 303)


@pages.post("/<int:version_id>/snitflader/<key>/flyt-<direction>")
@requires(Role.EDITOR)
def move_row(version_id: int, key: str, direction: str) -> Response:
    if direction not in STEPS:
        abort(404)
    editing.move_row(services().catalogue, version_id, key, STEPS[direction], account())
    return redirect(
        url_for(".overview", version_id=version_id, _anchor=f"raekke-{key}"), 303
    )


@pages.post("/<int:version_id>/snitflader/<key>/fjern")
@requires(Role.EDITOR)
def remove_row(version_id: int, key: str) -> Response:
    editing.remove_row(services().catalogue, version_id, key, account())
    flash("Snitfladen er fjernet. Den står under Fjernede snitflader.")
    return redirect(
        url_for(".overview", version_id=version_id, _anchor="snitflader"), 303
    )


@pages.get("/<int:version_id>/vis")
@requires(Role.EDITOR, Role.APPROVER)
def show(version_id: int) -> str:
    """The draft as readers would see it."""
    draft = _draft(version_id)
    text = view_text_with_sentences(services().catalogue.today(), draft)
    return render_template("editorial/draft_shown.html", draft=draft, **text)


def _draft(version_id: int) -> Draft:
    return read_draft(services().catalogue, version_id)


def _save(draft: Draft, part: str) -> Answer:
    """Save a part by a form or by itself while writing; show what stands in the way."""
    snapshot = services().catalogue.today()
    values, errors = parts.read(snapshot, part, request.form)
    alone = request.accept_mimetypes.best == "application/json"
    if not draft.is_open:
        return _form(draft, part, values, errors), 409
    if errors:
        return _refused(errors) if alone else (_form(draft, part, values, errors), 400)
    return _keep(draft, part, values, alone=alone)


def _keep(draft: Draft, part: str, values: Mapping[str, Any], *, alone: bool) -> Answer:
    """Save what could be read; where it cannot be kept, show it again."""
    wanted = parts.chosen(request.form, values, part_of(draft.content, part))
    base = request.form.get("base", "")

    try:
        saved = editing.save(
            services().catalogue, draft.id, part, wanted, base, account()
        )
    except Refused:
        # It was published or withdrawn since it was read here.
        return _form(_draft(draft.id), part, wanted), 409
    except BadInput as error:
        said = {error.field or "": error.message}
        return _refused(said) if alone else (_form(draft, part, wanted, said), 400)

    if saved.conflict and alone:
        return jsonify(message=CONFLICT_WHILE_WRITING), 409
    if saved.conflict:
        return _form(
            draft, part, wanted, theirs=dict(saved.stored), base=saved.base
        ), 409

    if alone:
        return _saved_alone(draft, part, saved)
    message = "Gemt." if saved.changed else "Der var ingen ændringer."
    flash(with_kind(message, saved.stored))
    return _onwards(draft, part)


CONFLICT_WHILE_WRITING = (
    "En anden har gemt imens. Tryk Gem, så ser du begge tekster og kan vælge. Din "
    "tekst er her."
)


def _refused(errors: Mapping[str, str]) -> tuple[Response, int]:
    return jsonify(message=f"Ikke gemt endnu. {' '.join(errors.values())}"), 400


def _saved_alone(draft: Draft, part: str, saved: editing.Saved) -> Response:
    now = _draft(draft.id)

    return jsonify(
        message=f"{_by_whom()} kl. {danish_clock()}"
        if saved.changed
        else "Alt er gemt",
        base=saved.base,
        set=parts.settled(saved.stored),
        **gate_findings_now(now, part),
    )


def _by_whom() -> str:
    """Whether a person pressed the button that stays, or the page saved by itself."""
    return "Gemt" if request.form.get("videre") == STAY else "Gemt automatisk"


def _onwards(draft: Draft, part: str) -> Response:
    """Where the button that was pressed leads: the next row, the overview, or the same
    form.
    """
    match request.form.get("videre", ""):
        case "ny":
            address = url_for(".new_row", version_id=draft.id)
        case "bliv":
            address = f"{_address(draft, part)}#gem"
        case _ if mending.suggested_key():
            address = mending.next_waiting(draft)
        case _:
            anchor = None if part == MAIN else f"raekke-{part}"
            address = url_for(".overview", version_id=draft.id, _anchor=anchor)

    return redirect(address, 303)


def _address(draft: Draft, part: str) -> str:
    if part == MAIN:
        return url_for(".edit_version", version_id=draft.id)
    if part == NEW:
        suggested = mending.suggested_key() or None
        return url_for(".new_row", version_id=draft.id, forslag=suggested)
    return url_for(".edit_row", version_id=draft.id, key=part)


def _form(
    draft: Draft,
    part: str,
    values: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
    *,
    theirs: Mapping[str, Any] | None = None,
    base: str | None = None,
) -> str:
    stored = {} if part == NEW else part_of(draft.content, part)
    groups = parts.groups_of(
        services().catalogue.today(),
        part,
        stored if values is None else values,
        errors or {},
        theirs,
        sorted(draft.surroundings.headings - {""}),
    )
    base = base or request.form.get("base") or part_digest(stored)

    if part == MAIN and draft.is_open:
        shown = stored if values is None else values
        groups = parts.with_proposed(services().catalogue.today(), groups, shown)
    gate_findings = view_gate_findings(draft)
    groups = [
        parts.with_gate_findings(group, partial(gate_findings.at, part))
        for group in groups
    ]

    return render_template(
        "editorial/draft_form.html",
        draft=draft,
        part=part,
        is_version=part == MAIN,
        is_new=part == NEW,
        action=_address(draft, part),
        groups=groups,
        fields=[field for group in groups for field in group.fields],
        sentence=draft.sentences_under.get(part, ""),
        begin_at=groups[0].fields[0].name if part == NEW and not errors else "",
        base=base,
        conflict=theirs is not None,
        gate_findings=gate_findings,
        comments=comments.open_about(services().catalogue, draft.id, part),
    )
