"""Looking a draft through: what has changed, what the gates find, and the decision on
it.
"""

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from registry.errors import BadInput, Conflict, Refused
from registry.models import Role, State
from registry.publishing.acts import perform
from registry.publishing.comments import open_by_part, threads_of
from registry.publishing.drafts import Draft, read_draft
from registry.publishing.effects import Blocked
from registry.publishing.states import ACTS, Act, act_at, refusal
from registry.services import services
from registry.web.editorial.consequences_view import view_consequences
from registry.web.editorial.draft_view import view_text_with_sentences
from registry.web.editorial.form import typed
from registry.web.editorial.gate_finding_view import to_sign
from registry.web.editorial.gate_findings import view_gate_findings
from registry.web.editorial.since_return_view import view_since_return
from registry.web.frame.access import account, requires
from registry.web.reader.difference_view import view_differences

pages = Blueprint("review", __name__, url_prefix="/redaktion/kladder")

SIGNED = "begrundelse:"
STATUSES = {Blocked: 409, Conflict: 409, BadInput: 400, Refused: 403}


@pages.get("/<int:version_id>/gennemgang")
@requires(Role.EDITOR, Role.APPROVER)
def review(version_id: int) -> str:
    return _page(read_draft(services().catalogue, version_id))


@pages.get("/<int:version_id>/<name>")
@requires(Role.EDITOR, Role.APPROVER)
def ask(version_id: int, name: str) -> str:
    """The page that says what an act will do before it is done."""
    wanted = act_at(name)
    if wanted is None or not wanted.asks:
        abort(404)

    draft = read_draft(services().catalogue, version_id)
    refused = refusal(wanted, draft.state, account(), draft.authors)
    return render_template(
        "editorial/draft_act.html",
        draft=draft,
        act=wanted,
        refused=refused,
        unsettled=open_by_part(services().catalogue, version_id).total(),
        consequences=view_consequences(services().catalogue.today(), draft)
        if wanted.target is State.PUBLISHED and not refused
        else None,
    )


@pages.post("/<int:version_id>/<name>")
@requires(Role.EDITOR, Role.APPROVER)
def act(version_id: int, name: str) -> Response | tuple[str, int]:
    wanted = act_at(name)
    if wanted is None:
        abort(404)

    try:
        perform(
            services().catalogue,
            version_id,
            wanted.key,
            account(),
            seen=request.form.get("seen", ""),
            note=typed("note"),
            signed=_signed(),
        )
    except (Blocked, Conflict, BadInput, Refused) as stopped:
        # On the page of the draft, since a note that was written must not be lost.
        draft = read_draft(services().catalogue, version_id)
        return _page(draft, stopped.message), STATUSES[type(stopped)]

    flash(_done(wanted, version_id))
    return redirect(_landing(wanted, version_id), 303)


def _landing(act: Act, version_id: int) -> str:
    """Where one lands after an act: a list of many drafts is not asked for one."""
    if current_app.url_map.is_endpoint_expecting(act.lands, "version_id"):
        return url_for(act.lands, version_id=version_id)
    return url_for(act.lands)


def _done(act: Act, version_id: int) -> str:
    """The answer to the one who did it; of a text sent on with errors, how many."""
    if act.target is not State.IN_APPROVAL:
        return act.done
    hindering = read_draft(services().catalogue, version_id).hindering
    hindered = (
        f" {hindering} fejl skal rettes, før den kan godkendes." if hindering else ""
    )
    return f"{act.done}{hindered}"


def _signed() -> dict[str, str]:
    """The reasons the approver signs, by the signature of the gate
    finding.
    """
    return {
        name.removeprefix(SIGNED): text
        for name in request.form
        if name.startswith(SIGNED) and (text := typed(name)).strip()
    }


def _page(draft: Draft, stopped: str = "") -> str:
    snapshot = services().catalogue.today()
    previous = draft.surroundings.previous
    threads = threads_of(services().catalogue, draft.id)

    return render_template(
        "editorial/review.html",
        draft=draft,
        approve=ACTS["approve"],
        kept_from=draft.kept_from(account()),
        decisions=[act for act in draft.acts(account()) if act.is_decision],
        gate_findings=view_gate_findings(draft),
        to_sign=to_sign(draft),
        signed=_signed(),
        note=typed("note"),
        stopped=stopped,
        differences=view_differences(snapshot, previous, draft.content)
        if previous
        else None,
        comments=[thread for thread in threads if not thread.is_closed],
        returned=view_since_return(snapshot, draft, account().username),
        **view_text_with_sentences(snapshot, draft),
    )
