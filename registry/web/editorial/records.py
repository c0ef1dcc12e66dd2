"""The records beside the texts: each proposed by a form from a table; rows confirmed in
bulk.
"""

from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.catalogue.snapshot import Row, ShownAgreement
from registry.clock import today
from registry.errors import Conflict, NotFound
from registry.language.dates import end_after
from registry.models import Role
from registry.records import proposals
from registry.records.checks import completed
from registry.records.choice_fields import suited
from registry.records.kinds import CORRECTS, RECORD_KINDS, RecordKind, kind_of
from registry.records.proposals import BASE, WrongRecords
from registry.records.proposed import base_of, waiting
from registry.records.standing import by_ref, current, standing, stored_values
from registry.rules.fields import Field
from registry.services import services
from registry.web.editorial.form import form_fields, parse
from registry.web.editorial.proposal_view import view_record
from registry.web.frame.access import account, requires
from registry.web.frame.paging import part_of

pages = Blueprint("records", __name__, url_prefix="/redaktion")

# The parameters that fill a new form, and the field of each.
PREFILLED = {
    "aftale": "agreement",
    "udgave": "version",
    "sundhedsaftale": "health_agreement",
    "liste": "scheme",
    "fund": "finding",
    "fundet": "told",
}
CONFIRMING = tuple(
    field
    for field in RECORD_KINDS["confirmation"].fields
    if field.name in ("effective_on", "reason", "source")
)
MOST_ROWS = 100
SENT = "Forslaget er sendt. En anden skal bekræfte det, før kataloget viser det."
Answer = Response | str | tuple[str, int]


@pages.get("/poster")
@requires(Role.EDITOR, Role.APPROVER)
def overview() -> str:
    snapshot = services().catalogue.today()
    kinds = [k for k in RECORD_KINDS.values() if k.is_record]
    return render_template(
        "editorial/records.html",
        kinds=[(kind, len(standing(snapshot, kind))) for kind in kinds],
    )


@pages.get("/poster/<name>")
@requires(Role.EDITOR, Role.APPROVER)
def listing(name: str) -> str:
    """The standing records of a kind, the newest first."""
    kind = kind_of(name)
    if not kind.is_record:
        raise NotFound("Den slags har sin egen liste.")

    snapshot = services().catalogue.today()
    newest_first = reversed(standing(snapshot, kind))
    return render_template(
        "editorial/record_list.html",
        kind=kind,
        records=[view_record(snapshot, kind, r) for r in newest_first],
    )


@pages.get("/poster/<name>/ny")
@requires(Role.EDITOR)
def new(name: str) -> str:
    kind = kind_of(name)
    fixed = _fixed(kind)
    values = {**_start(kind), **fixed}
    before = current(services().catalogue.today(), kind, values)
    # Without a name being made of what is not written yet.
    shown = completed(kind._replace(named_by=""), values)
    return _form(kind, shown, {}, base=None if kind.is_record else base_of(before))


@pages.post("/poster/<name>/ny")
@requires(Role.EDITOR)
def propose(name: str) -> Answer:
    kind = kind_of(name)
    fixed = _fixed(kind)
    values, errors = parse(_asked(kind, fixed), request.form)
    base = request.form.get(BASE)
    values = {**fixed, **values}
    if errors:
        return _form(kind, values, errors, base=base), 400

    values = _chosen(kind, values)
    try:
        return _send(kind, {**values, BASE: base})
    except WrongRecords as error:
        return _form(kind, values, error.wrong[0], base=base), 400
    except Conflict:
        theirs = current(services().catalogue.today(), kind, completed(kind, values))
        return _form(kind, values, {}, base=base_of(theirs), theirs=theirs or {}), 409


@pages.get("/bekraeft")
@requires(Role.EDITOR, Role.APPROVER)
def confirm_rows() -> str:
    """Every row that answers and that nobody has confirmed, by agreement."""
    return _rows_form({"effective_on": today()}, {})


@pages.post("/bekraeft")
@requires(Role.EDITOR)
def propose_confirmations() -> Answer:
    snapshot = services().catalogue.today()
    values, errors = parse(CONFIRMING, request.form)
    rows = [snapshot.row(row_id) for row_id in request.form.getlist("raekke")]
    if not rows:
        errors["raekke"] = "Vælg mindst én række."
    if errors:
        return _rows_form(values, errors), 400

    records = [{**values, **_named(row)} for row in rows]
    try:
        number = proposals.propose(
            services().catalogue, "confirmation", records, account()
        )
    except WrongRecords as error:
        return _rows_form(values, next(iter(error.wrong.values()))), 400

    flash(SENT)
    return redirect(url_for("proposals.one", proposal_id=number), 303)


def _named(row: Row) -> dict[str, Any]:
    return {
        "agreement": row.agreement,
        "version": row.version,
        "row": row.snitflade.key,
    }


def _rows_form(values: Mapping[str, Any], errors: Mapping[str, str]) -> str:
    snapshot = services().catalogue.today()
    chosen = set(request.form.getlist("raekke"))
    agreements = [a for a in snapshot.sorted_agreements() if a.answers]
    if wanted := request.args.get("aftale", ""):
        agreements = [snapshot.agreement(wanted)]

    unconfirmed = {a.slug: _unconfirmed(a) for a in agreements}
    rows = [(a, row) for a in agreements for row in unconfirmed[a.slug]]
    part = part_of(rows, MOST_ROWS)
    fields = form_fields(snapshot, CONFIRMING, values, errors=errors)
    shown = {field.name for field in fields}

    return render_template(
        "editorial/confirm_rows.html",
        part=part,
        agreements=[
            (agreement, len(unconfirmed[agreement.slug]), [row for _, row in listed])
            for agreement, listed in groupby(part.items, key=itemgetter(0))
        ],
        fields=fields,
        chosen=chosen,
        waiting=_awaiting_confirmation(),
        others=[text for name, text in errors.items() if name not in shown],
    )


def _unconfirmed(agreement: ShownAgreement) -> list[Row]:
    return [row for row in agreement.shown.rows if not row.confirmed]


def _awaiting_confirmation() -> set[tuple[str, str]]:
    """The agreement and key of each row that somebody has proposed to confirm."""
    return {
        (str(record.values["agreement"]), str(record.values["row"]))
        for proposal in waiting(services().catalogue)
        if proposal.kind.name == "confirmation"
        for record in proposal.records
    }


def _send(kind: RecordKind, record: Mapping[str, Any]) -> Response:
    """A review is recorded at once; all else waits for another person."""
    if kind.name == "review":
        proposals.record_review(services().catalogue, record, account())
        flash("Gennemgangen er skrevet ind.")
        return redirect(url_for(".listing", name=kind.name), 303)

    number = proposals.propose(services().catalogue, kind.name, [record], account())
    flash(SENT)
    return redirect(url_for("proposals.one", proposal_id=number), 303)


def _fixed(kind: RecordKind) -> dict[str, Any]:
    """What the address says of the record that is changed, and the form does not ask
    for.
    """
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
        field: text
        for name, field in PREFILLED.items()
        if (text := request.args.get(name))
    }
    if row_id := request.args.get("raekke", ""):
        row = snapshot.row(row_id)
        values |= _named(row)
    if kind.is_record:
        ends = kind.field("effective_on").ends
        values.setdefault("effective_on", end_after(today()) if ends else today())
    return values


def _carried() -> dict[str, Any]:
    """What the form's address keeps of the page's: what it changes."""
    names = ("retter", "noegle")
    return {name: given for name in names if (given := request.args.getlist(name))}


def _asked(kind: RecordKind, fixed: Mapping[str, Any]) -> list[Field]:
    """The fields of the form: less what is fixed, and how to correct where
    nothing is.
    """
    hidden = {*fixed, "corrects", *kind.from_file}
    hidden |= set() if fixed else {f.name for f in CORRECTS}
    shown = [field for field in kind.fields if field.name not in hidden]
    return suited(shown, fixed.get("scheme", ""))


def _chosen(kind: RecordKind, values: dict[str, Any]) -> dict[str, Any]:
    """After a conflict: each field as the writer chose, their own or the saved one."""
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
        snapshot, _asked(kind, fixed), values, errors=errors, theirs=theirs
    )
    shown = {field.name for field in fields}

    return render_template(
        "editorial/record_form.html",
        kind=kind,
        fields=fields,
        others=[text for name, text in errors.items() if name not in shown],
        is_change=bool(fixed),
        corrected=fixed.get("corrects", ""),
        action=url_for(".propose", name=kind.name, **_carried()),
        base=base,
        conflict=theirs is not None,
    )
