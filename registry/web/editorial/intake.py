"""/redaktion/indlaes: a Word file or a pasted text becomes a draft; what was read is
told.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PureWindowsPath

from flask import (
    Blueprint,
    Response,
    flash,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from registry.errors import BadInput, Conflict, RegistryError
from registry.intake import service
from registry.intake.limits import LARGEST_FILE, MEGABYTE
from registry.intake.pairing import Pair, pairs_of, rows_before
from registry.intake.read_text import Concern
from registry.intake.service import TakenIn, Wanted
from registry.models import Role
from registry.publishing import suggestions
from registry.publishing.drafts import Draft, read_draft
from registry.services import services
from registry.web.frame.access import account, requires

pages = Blueprint("intake", __name__, url_prefix="/redaktion")

HEADINGS = {
    Concern.DOUBT: "Se efter",
    Concern.LEFT_OUT: "Ikke kommet med",
    Concern.CHANGED: "Læst på en bestemt måde",
}
NEITHER = "Vælg en Word-fil, eller indsæt en tekst."
BOTH = "Vælg enten en Word-fil eller en indsat tekst, ikke begge dele."


@dataclass(frozen=True)
class ShownRemark:
    """A remark in the report. `number`: its place among all; `pieces`: how many the
    whole list holds that the sentence does not say it all of.
    """

    text: str
    number: int
    pieces: int


@dataclass(frozen=True)
class RemarkGroup:
    """The remarks of one kind: those about the whole, and those about each row."""

    heading: str
    remarks: Sequence[ShownRemark]
    rows: Sequence[tuple[str, str, Sequence[ShownRemark]]]  # key, task, remarks

    @property
    def number(self) -> int:
        return len(self.remarks) + sum(len(remarks) for _, _, remarks in self.rows)


@pages.get("/indlaes")
@requires(Role.EDITOR)
def choose() -> str:
    return _form(request.args.get("aftale", ""))


@pages.post("/indlaes")
@requires(Role.EDITOR)
def take_in() -> AnyResponse | tuple[str, int]:
    slug, title = request.form.get("aftale", ""), request.form.get("title", "")
    try:
        draft = _take_in(Wanted(slug, title))
    except (BadInput, Conflict) as error:
        status = 409 if isinstance(error, Conflict) else 400
        return _form(slug, title, request.form.get("tekst", ""), error), status

    flash(
        "Kladden er lavet. Læserne ser den ikke, før den er godkendt og offentliggjort."
    )
    return redirect(url_for(".report", version_id=draft), 303)


@pages.get("/kladder/<int:version_id>/indlaest")
@requires(Role.EDITOR, Role.APPROVER)
def report(version_id: int) -> str:
    """What was read, and what a person must look at."""
    draft = read_draft(services().catalogue, version_id)
    taken_in = service.taken_in(services().catalogue, version_id)
    groups = (
        [_group(draft, taken_in, concern) for concern in HEADINGS] if taken_in else []
    )

    return render_template(
        "editorial/intake_report.html",
        draft=draft,
        taken_in=taken_in,
        groups=[group for group in groups if group.number],
        to_pair=sum(pair.is_asked for pair in _pairs(draft)),
        without=len(suggestions.rows_without_task_key(draft)),
        duties=suggestions.counted(suggestions.offered(draft)),
        may_write=account().has(Role.EDITOR) and draft.is_open,
        may_offer=account().has(Role.EDITOR),
    )


@pages.get("/kladder/<int:version_id>/indlaest/alt")
@requires(Role.EDITOR, Role.APPROVER)
def whole(version_id: int) -> str:
    """All of what the report names the first of, and where in the original it stood."""
    draft = read_draft(services().catalogue, version_id)
    taken_in = service.taken_in(services().catalogue, version_id)
    remarks = taken_in.remarks if taken_in else ()

    return render_template(
        "editorial/intake_whole.html",
        draft=draft,
        numbered=[(at, one) for at, one in enumerate(remarks, 1) if one.has_more],
    )


@pages.get("/kladder/<int:version_id>/indlaest/original")
@requires(Role.EDITOR, Role.APPROVER)
def original(version_id: int) -> Response:
    intake = service.original_of(services().catalogue, version_id)
    data = io.BytesIO(intake.content)
    return send_file(
        data,
        mimetype=intake.media_type,
        as_attachment=True,
        download_name=intake.name,
    )


def _take_in(wanted: Wanted) -> int:
    file, text = request.files.get("fil"), request.form.get("tekst", "").strip()
    # Some browsers tell where on the machine the file lay; that is nobody's business
    # here.
    name = PureWindowsPath(file.filename or "").name if file else ""

    if name and text:
        raise BadInput(BOTH, "tekst")
    if file and name:
        return service.take_in_docx(
            services().catalogue, name, file.read(), wanted, account()
        )
    if not text:
        raise BadInput(NEITHER, "fil")
    return service.take_in_text(services().catalogue, text, wanted, account())


def _pairs(draft: Draft) -> Sequence[Pair]:
    before = rows_before(services().catalogue.today(), draft)
    return pairs_of(draft.content.rows, before)


def _group(draft: Draft, taken_in: TakenIn, concern: Concern) -> RemarkGroup:
    tasks = {row["key"]: row["task"] for row in draft.content.rows}
    about: dict[str, list[ShownRemark]] = {}
    for number, remark in enumerate(taken_in.remarks, 1):
        if remark.concern is concern:
            pieces = len(remark.pieces) if remark.has_more else 0
            about.setdefault(remark.row, []).append(
                ShownRemark(remark.text, number, pieces)
            )

    return RemarkGroup(
        heading=HEADINGS[concern],
        remarks=about.pop("", []),
        rows=[(key, tasks.get(key, key), of_row) for key, of_row in about.items()],
    )


def _form(
    slug: str, title: str = "", text: str = "", error: RegistryError | None = None
) -> str:
    agreements = services().catalogue.today().sorted_agreements()

    return render_template(
        "editorial/intake.html",
        agreements=[(a.slug, a.shown.version.title) for a in agreements],
        slug=slug,
        title=title,
        largest_mb=LARGEST_FILE // MEGABYTE,
        text=text,
        error=error,
    )
