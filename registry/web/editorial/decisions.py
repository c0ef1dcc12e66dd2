"""/redaktion/sundhedsaftaler: what becomes of each agreement under a new health
agreement.
"""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.errors import Conflict
from registry.models import Role
from registry.records import proposals
from registry.records.decisions import (
    STANDING_LABELS,
    DecisionLine,
    Decisions,
    decisions_for,
    overview,
)
from registry.records.kinds import DECISION_LABELS, RECORD_KINDS
from registry.records.proposals import BASE, WrongRecords
from registry.records.proposed import base_of
from registry.records.standing import stored_values
from registry.services import services
from registry.web.editorial.form import form_fields, parse
from registry.web.editorial.records import SENT
from registry.web.frame.access import account, requires
from registry.web.reader.status_view import view_status

pages = Blueprint("decisions", __name__, url_prefix="/redaktion/sundhedsaftaler")

KIND = RECORD_KINDS["continuation"]
DECISION_FIELDS = tuple(
    field
    for field in KIND.fields
    if field.name in ("decision", "effective_on", "source", "reason")
)


@pages.get("")
@requires(Role.EDITOR, Role.APPROVER)
def listing() -> str:
    return render_template(
        "editorial/decisions_overview.html", overview=overview(services().catalogue)
    )


@pages.get("/<slug>")
@requires(Role.EDITOR, Role.APPROVER)
def one(slug: str) -> str:
    decisions = decisions_for(services().catalogue, slug)
    return _page(
        decisions, {"effective_on": decisions.health_agreement.period_start}, {}
    )


@pages.post("/<slug>")
@requires(Role.EDITOR)
def propose(slug: str) -> Response | tuple[str, int]:
    decisions = decisions_for(services().catalogue, slug)
    values, errors = parse(DECISION_FIELDS, request.form)
    chosen = request.form.getlist("aftale")
    if not chosen:
        errors["aftale"] = "Vælg mindst én aftale."
    if errors:
        return _page(decisions, values, errors), 400

    records = [
        {
            **values,
            "agreement": name,
            "health_agreement": slug,
            BASE: request.form.get(f"base:{name}"),
        }
        for name in chosen
    ]

    try:
        number = proposals.propose(services().catalogue, KIND.name, records, account())
    except WrongRecords as error:
        return _page(
            decisions, values, next(iter(error.wrong.values())), str(error)
        ), 400
    except Conflict as conflict:
        return _page(decisions, values, {"aftale": conflict.message}), 409

    flash(SENT)
    return redirect(url_for("proposals.one", proposal_id=number), 303)


def _page(
    decisions: Decisions,
    values: Mapping[str, Any],
    errors: Mapping[str, str],
    wrong: str = "",
) -> str:
    snapshot = services().catalogue.today()
    person = account()
    fields = form_fields(snapshot, DECISION_FIELDS, values, errors=errors)
    shown = {field.name for field in fields}

    return render_template(
        "editorial/decisions.html",
        decisions=decisions,
        groups=[
            (label, lines)
            for at, label in STANDING_LABELS.items()
            if (lines := decisions.of(at))
        ],
        statuses={
            line.slug: view_status(snapshot, line.agreement) for line in decisions.lines
        },
        decision_labels=dict(DECISION_LABELS),
        bases={line.slug: _base(line) for line in decisions.lines},
        chosen=request.form.getlist("aftale"),
        fields=fields,
        others=[text for name, text in errors.items() if name not in shown],
        wrong=wrong,
        to_confirm=decisions.to_confirm(person),
        may_write=person.has(Role.EDITOR),
    )


def _base(line: DecisionLine) -> str:
    """The digest of the decision shown, so that another's meanwhile is noticed."""
    return base_of(stored_values(KIND, line.decision) if line.decision else None)
