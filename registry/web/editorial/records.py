"""/redaktion/poster: the records beside the texts; new ones are proposed by a form from a table."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.clock import today
from registry.errors import Conflict, NotFound
from registry.fields import Field
from registry.models import Role
from registry.publishing import proposals
from registry.publishing.proposals import BASE, WrongEntries
from registry.publishing.proposed import base_of
from registry.publishing.record_checks import by_ref, completed, current, standing, stored_values
from registry.publishing.record_kinds import CORRECTS, RECORD_KINDS, RecordKind, kind_of
from registry.web.access import account, requires
from registry.web.editorial.form import form_fields, parse
from registry.web.editorial.proposal_view import told
from registry.web.reading import services

pages = Blueprint("records", __name__, url_prefix="/redaktion/poster")

# The parameters that fill a new form, and the field of each.
PREFILLED = {"aftale": "agreement", "sundhedsaftale": "health_agreement", "liste": "scheme"}
SENT = "Forslaget er sendt. En anden skal bekræfte det, før kataloget viser det."
Answer = Response | str | tuple[str, int]


@pages.get("")
@requires(Role.EDITOR, Role.APPROVER)
def overview() -> str:
    snapshot = services().catalogue.today()
    kinds = [k for k in RECORD_KINDS.values() if k.is_record]
    return render_template(
        "records.html", kinds=[(kind, len(standing(snapshot, kind))) for kind in kinds]
    )


@pages.get("/<name>")
@requires(Role.EDITOR, Role.APPROVER)
def listing(name: str) -> str:
    """The standing records of a kind, the newest first."""
    kind = kind_of(name)
    if not kind.is_record:
        raise NotFound("Den slags har sin egen liste.")
    snapshot = services().catalogue.today()
    found = reversed(standing(snapshot, kind))
    return render_template(
        "record_list.html", kind=kind, records=[told(snapshot, kind, r) for r in found]
    )


@pages.get("/<name>/ny")
@requires(Role.EDITOR)
def new(name: str) -> str:
    kind = kind_of(name)
    fixed = _fixed(kind)
    values = {**_start(kind), **fixed}
    before = current(services().catalogue.today(), kind, values)
    return _form(kind, values, {}, base=base_of(before) if not kind.is_record else None)


@pages.post("/<name>/ny")
@requires(Role.EDITOR)
def propose(name: str) -> Answer:
    kind = kind_of(name)
    fixed = _fixed(kind)
    values, errors = parse(_asked(kind, fixed), request.form)
    base = request.form.get(BASE)
    values = _chosen(kind, {**fixed, **values})
    if errors:
        return _form(kind, values, errors, base=base), 400
    try:
        return _send(kind, {**values, BASE: base})
    except WrongEntries as error:
        return _form(kind, values, error.wrong[0], base=base), 400
    except Conflict:
        theirs = current(services().catalogue.today(), kind, completed(kind, values))
        return _form(kind, values, {}, base=base_of(theirs), theirs=theirs or {}), 409


def _send(kind: RecordKind, entry: Mapping[str, Any]) -> Response:
    """A review is recorded at once; all else waits for another person."""
    if kind.name == "review":
        proposals.record_review(services().catalogue, entry, account())
        flash("Gennemgangen er skrevet ind.")
        return redirect(url_for(".listing", name=kind.name), 303)
    number = proposals.propose(services().catalogue, kind.name, [entry], account())
    flash(SENT)
    return redirect(url_for("proposals.one", proposal_id=number), 303)


def _fixed(kind: RecordKind) -> dict[str, Any]:
    """What the address says of the record that is changed, and the form does not ask for."""
    snapshot = services().catalogue.today()
    if ref := request.args.get("retter", ""):
        record = by_ref(snapshot, kind, ref)
        if record is None:
            raise NotFound("Posten, der skulle rettes, står ikke i kataloget.")
        return {"corrects": ref}
    names = request.args.getlist("noegle")
    if not names or kind.is_record:
        return {}
    fixed = dict(zip(kind.identity, names, strict=False))
    if current(snapshot, kind, fixed) is None:
        raise NotFound("Det, der skulle rettes, står ikke i kataloget.")
    return fixed


def _start(kind: RecordKind) -> dict[str, Any]:
    """What a new form is filled with: what it changes, or what the address names."""
    snapshot = services().catalogue.today()
    if record := by_ref(snapshot, kind, request.args.get("retter", "")):
        return {**stored_values(kind, record), "reason": ""}
    fixed = _fixed(kind)
    if fixed:
        return current(snapshot, kind, fixed) or {}
    values: dict[str, Any] = {
        field: text for name, field in PREFILLED.items() if (text := request.args.get(name))
    }
    if row_id := request.args.get("raekke", ""):
        row = snapshot.row(row_id)
        named = {"agreement": row.agreement, "version": row.version, "row": row.snitflade.key}
        values |= named
    if kind.is_record:
        values.setdefault("effective_on", today())
    return values


def _asked(kind: RecordKind, fixed: Mapping[str, Any]) -> list[Field]:
    """The fields of the form: less what is fixed, and how to correct where nothing is."""
    hidden = {*fixed, "corrects", *(() if fixed else (f.name for f in CORRECTS))}
    return [field for field in kind.fields if field.name not in hidden]


def _chosen(kind: RecordKind, values: dict[str, Any]) -> dict[str, Any]:
    """After a conflict: each field as the writer chose, their own text or the one saved."""
    saved = current(services().catalogue.today(), kind, completed(kind, values)) or {}
    for name, value in saved.items():
        if request.form.get(f"valg-{name}") == "gemt":
            values[name] = value
    return values


def _form(
    kind: RecordKind,
    values: Mapping[str, Any],
    errors: Mapping[str, str],
    *,
    base: str | None,
    theirs: Mapping[str, Any] | None = None,
) -> str:
    snapshot = services().catalogue.today()
    fixed = _fixed(kind)
    fields = form_fields(
        snapshot,
        _asked(kind, fixed),
        completed(kind, values) if errors or theirs else _plain(kind, values),
        errors=errors,
        theirs=None if theirs is None else {**completed(kind, values), **theirs},
    )
    shown = {field.name for field in fields}
    return render_template(
        "record_form.html",
        kind=kind,
        fields=fields,
        others=[text for name, text in errors.items() if name not in shown],
        changed=kind.named_by and str(values.get(kind.named_by, "")) if fixed else "",
        corrected=fixed.get("corrects", ""),
        action=url_for(".propose", name=kind.name, **request.args.to_dict(flat=False)),
        base=base,
        conflict=theirs is not None,
    )


def _plain(kind: RecordKind, values: Mapping[str, Any]) -> dict[str, Any]:
    """As `completed`, without a name being made of what is empty yet."""
    return completed(kind._replace(named_by=""), values)
