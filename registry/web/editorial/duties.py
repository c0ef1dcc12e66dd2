"""/redaktion/aftaler/<slug>/pligter: how many of the duties in a published agreement's
own text stand in its rows, and which do not.
"""

from flask import Blueprint, render_template

from registry.models import Role
from registry.publishing import suggestions
from registry.publishing.drafts import open_drafts, read_draft
from registry.services import services
from registry.web.editorial.suggestion_view import view_sections
from registry.web.frame.access import account, requires

pages = Blueprint("duties", __name__, url_prefix="/redaktion/aftaler")


@pages.get("/<slug>/pligter")
@requires(Role.EDITOR, Role.APPROVER)
def listing(slug: str) -> str:
    """Of the version that readers see today."""
    catalogue = services().catalogue
    snapshot = catalogue.today()
    shown = snapshot.agreement(slug).shown
    version = read_draft(catalogue, shown.version.id or 0)
    listed = suggestions.offered(version)
    said, duties = suggestions.counted(listed)

    sections = view_sections(snapshot, version, [o for o in listed if o.is_waiting])
    return render_template(
        "editorial/duties.html",
        slug=slug,
        version=shown.version,
        said=said,
        duties=duties,
        sections=[section for section in sections if section.suggestions],
        draft=open_drafts(catalogue).get(slug),
        may_write=account().has(Role.EDITOR),
    )
