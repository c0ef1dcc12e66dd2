"""Fjern personoplysninger: what in a draft and beside it holds a CPR number, and
taking it out.
"""

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.errors import Conflict
from registry.models import Role, State
from registry.publishing.drafts import Draft, read_draft
from registry.publishing.kept_numbers import Kept, kept_in, remove
from registry.rules.fields import ROW_FIELDS
from registry.rules.privacy import Held, without_numbers
from registry.rules.version_content import CONTENT_FIELDS, MAIN
from registry.services import services
from registry.web.frame.access import account, requires

pages = Blueprint("personal_numbers", __name__, url_prefix="/redaktion/kladder")

ADDRESS = "/<int:version_id>/personoplysninger"
LABELS = {field.name: field.label for field in (*ROW_FIELDS, *CONTENT_FIELDS)}
OF_VERSION = "Udgavens tekst"


@pages.get(ADDRESS)
@requires(Role.EDITOR)
def confirm(version_id: int) -> str:
    """What will be taken out, by its places: the digits are not shown."""
    return _page(read_draft(services().catalogue, version_id))


@pages.post(ADDRESS)
@requires(Role.EDITOR)
def take_out(version_id: int) -> Response | tuple[str, int]:
    seen = request.form.get("seen", "")
    wanted = int(seen) if seen.isdecimal() and len(seen) < 9 else 0

    try:
        places = remove(services().catalogue, version_id, account(), seen=wanted)
    except Conflict as conflict:
        draft = read_draft(services().catalogue, version_id)
        return _page(draft, conflict.message), 409

    flash(
        f"CPR-numre er fjernet {places} {'sted' if places == 1 else 'steder'}. Læs "
        "teksten igennem, hvor der nu står [fjernet]."
    )
    return redirect(url_for("drafts.overview", version_id=version_id), 303)


def _page(draft: Draft, stopped: str = "") -> str:
    kept = kept_in(services().catalogue, draft.id)

    return render_template(
        "editorial/personal_numbers.html",
        draft=draft,
        title=without_numbers(draft.title),
        kept=kept,
        parts=_parts(draft, kept),
        stopped=stopped,
        may_remove=draft.state is not State.PUBLISHED,
    )


def _parts(draft: Draft, kept: Kept) -> list[tuple[str, Sequence[str]]]:
    """Each part of the text that holds some, with where in it they stand."""
    return [
        (_named(draft, part), [_place_in_words(held) for held in places])
        for part, places in kept.text.items()
    ]


def _named(draft: Draft, part: str) -> str:
    if part == MAIN:
        return OF_VERSION
    task: str = without_numbers(draft.content.row(part)["task"])
    return f"Snitfladen «{task}»" if task else "En snitflade uden opgave"


def _place_in_words(held: Held) -> str:
    lines = ", ".join(str(line) for line in held.lines)
    name = "linje" if len(held.lines) == 1 else "linjerne"
    return f"{LABELS.get(held.field, held.field)}, {name} {lines}"
