"""The page of differences: what one version of an agreement changed in another."""

from dataclasses import dataclass, replace

from flask import Blueprint, render_template, request

from registry.catalogue.snapshot import ShownAgreement, ShownVersion
from registry.errors import BadInput
from registry.publishing.surroundings import published_content
from registry.web.frame.paging import parts_of
from registry.web.frame.readers import reader
from registry.web.reader.difference_view import view_differences
from registry.web.reader.difference_words import begins_in_words

pages = Blueprint("differences", __name__)

# The lists that can grow, and how many rows of each a page shows.
RESPONSIBILITY, WORDING, MOST_ROWS = "forskel-ansvar", "forskel-ordlyd", 40


@dataclass(frozen=True)
class VersionOption:
    """A version in the form that chooses two, and its first day as far as it is
    known.
    """

    number: int
    begins: str


@pages.get("/aftaler/<slug>/forskel")
def page(slug: str) -> str:
    snapshot = reader().snapshot
    agreement = snapshot.agreement(slug)
    after = _asked(agreement, "til") or agreement.shown
    before = _asked(agreement, "fra") or _before(agreement, after)
    whole = view_differences(
        snapshot, published_content(before), published_content(after)
    )
    rows = parts_of(
        {RESPONSIBILITY: whole.responsibility, WORDING: whole.wording},
        MOST_ROWS,
        MOST_ROWS,
    )

    return render_template(
        "reader/differences.html",
        slug=slug,
        title=after.version.title,
        illustrative=after.version.illustrative or before.version.illustrative,
        before=_option(before),
        after=_option(after),
        versions=[_option(version) for version in agreement.versions],
        parts=rows,
        differences=replace(
            whole,
            responsibility=rows[RESPONSIBILITY].items,
            wording=rows[WORDING].items,
        ),
    )


def _asked(agreement: ShownAgreement, name: str) -> ShownVersion | None:
    """The version whose number the address gives. Raises BadInput naming it,
    NotFound.
    """
    text = request.args.get(name, "").strip()
    if not text:
        return None
    # ASCII digits only: int() would also take signs, spaces and other alphabets'
    # digits.
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise BadInput(f"{name}: skriv nummeret på en udgave, fx 1.", name)
    return agreement.number(int(text))


def _before(agreement: ShownAgreement, after: ShownVersion) -> ShownVersion:
    """The version with the number before; the first has none and is compared with
    itself.
    """
    earlier = [
        version for version in agreement.versions if version.number < after.number
    ]
    return max(earlier, key=lambda version: version.number, default=after)


def _option(version: ShownVersion) -> VersionOption:
    stored = version.version
    return VersionOption(
        version.number, begins_in_words(stored.in_force_from, stored.date_precision)
    )
