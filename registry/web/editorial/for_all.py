"""One field set for all the rows in which a gate found the same: one form, one
transaction.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.errors import Conflict
from registry.models import Role
from registry.publishing import editing
from registry.publishing.drafts import Draft, read_draft
from registry.rules.fields import Field
from registry.rules.version_content import MAIN
from registry.services import services
from registry.web.editorial.for_all_fields import field_named
from registry.web.editorial.form import form_fields, parse
from registry.web.frame.access import account, requires

pages = Blueprint("for_all", __name__, url_prefix="/redaktion/kladder")

NONE_CHOSEN = "Vælg mindst én snitflade."
EMPTY = "{}: skal udfyldes."


@pages.get("/<int:version_id>/for-alle/<field>")
@requires(Role.EDITOR)
def form(version_id: int, field: str) -> str:
    return _page(_draft(version_id), _field(field), {}, {})


@pages.post("/<int:version_id>/for-alle/<field>")
@requires(Role.EDITOR)
def set_for_all(version_id: int, field: str) -> Response | tuple[str, int]:
    wanted, draft = _field(field), _draft(version_id)
    values, errors = parse([wanted], request.form)
    keys = request.form.getlist("raekke")
    if not values[wanted.name]:
        errors.setdefault(wanted.name, EMPTY.format(wanted.label))
    if not keys:
        errors["raekke"] = NONE_CHOSEN
    if errors:
        return _page(draft, wanted, values, errors), 400

    seen = request.form.get("base", "")
    try:
        changed = editing.set_for_rows(
            services().catalogue, version_id, keys, values, seen, account()
        )
    except Conflict as error:
        errors["raekke"] = error.message
        return _page(_draft(version_id), wanted, values, errors), 409

    flash(f"«{wanted.label}» er sat i {changed} snitflader.")
    return redirect(
        url_for("drafts.overview", version_id=version_id, _anchor="kontrol"), 303
    )


def _page(
    draft: Draft, field: Field, values: Mapping[str, Any], errors: Mapping[str, str]
) -> str:
    """The rows that the gate found it in, all of them chosen to begin with."""
    keys = _rows_named(draft, field)
    rows = [draft.content.row(key) for key in keys]
    chosen = request.form.getlist("raekke") if request.form else keys
    snapshot = services().catalogue.today()

    return render_template(
        "editorial/for_all.html",
        draft=draft,
        label=field.label,
        action=url_for(
            ".set_for_all",
            version_id=draft.id,
            field=field.name,
            kontrol=request.args.get("kontrol") or None,
        ),
        fields=form_fields(snapshot, [field], values, errors=errors),
        others=[errors["raekke"]] if "raekke" in errors else [],
        rows=rows,
        chosen=set(chosen),
        base=editing.digest_of_field(draft.content, field.name),
    )


def _rows_named(draft: Draft, field: Field) -> Sequence[str]:
    """The rows of the gate finding that the address names; of none, every row."""
    code = request.args.get("kontrol", "")
    rows = [
        gate_finding.place.part
        for gate_finding in draft.gate_findings
        if (gate_finding.code, gate_finding.place.field) == (code, field.name)
        and gate_finding.place.part != MAIN
    ]
    return list(dict.fromkeys(rows or (row["key"] for row in draft.content.rows)))


def _draft(version_id: int) -> Draft:
    return read_draft(services().catalogue, version_id)


def _field(name: str) -> Field:
    field = field_named(name)
    if field is None:
        abort(404)
    return field
