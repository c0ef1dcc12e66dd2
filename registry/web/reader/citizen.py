"""The pages for patients and their relatives: the same rows in plain words, a sheet of
paper for each phase, and large letters.
"""

from collections.abc import Mapping, Sequence

from flask import Blueprint, render_template, request

from registry.catalogue.citizen import Chapter, Guide, guide, plain_label
from registry.catalogue.citizen_closing import about_others, lacking
from registry.catalogue.citizen_doubts import doubts_first
from registry.catalogue.snapshot import Row
from registry.errors import BadInput, NotFound
from registry.exports.pathway.story_of_rows import groups_of
from registry.rules.fields import Scheme
from registry.web.frame.links import link
from registry.web.frame.readers import reader
from registry.web.reader.citizen_sheets import Paper, Subject, paper_of, subjects_of
from registry.web.reader.citizen_view import group_title, part_of

ACUTE = "akut"
pages = Blueprint("citizen", __name__)

# The sizes of letters that the page can be asked for, and what its link is called.
LETTERS: Mapping[str, str] = {"": "Almindelig skrift", "stor": "Stor skrift"}


@pages.get("/borger")
def listing() -> str:
    snapshot = reader().snapshot
    counted = groups_of(snapshot, _rows())
    groups = [
        (group_title(snapshot, key), link("citizen.group", group=key), count)
        for key, count in counted.items()
    ]
    return render_template("reader/citizens.html", groups=groups)


@pages.get("/borger/<group>")
def group(group: str) -> str:
    letters = _letters()
    snapshot, whole = reader().snapshot, _guide(group)
    chapters, doubts = doubts_first(snapshot, whole.chapters)
    parts = [part_of(snapshot, chapter) for chapter in chapters]

    return render_template(
        "reader/citizen.html",
        group=group,
        title=group_title(snapshot, group),
        parts=parts,
        doubts=doubts,
        is_open=any(part.is_open for part in parts),
        acute_title=plain_label(snapshot, Scheme.PHASES, ACUTE),
        lacks=lacking(whole.lacks),
        others=about_others(whole.others),
        broader=_broader(group),
        letters=letters,
        sizes=LETTERS,
    )


@pages.get("/borger/<group>/<phase>")
def sheets(group: str, phase: str) -> str:
    letters = _letters()
    snapshot = reader().snapshot
    chapter = _chapter(_guide(group), phase)
    subjects = subjects_of(chapter.tellings if chapter else ())
    subject = _subject(subjects)

    if subject:
        chapter = _chapter(_guide(group, subject.key), phase)
    paper = Paper((), ())
    if chapter:
        paper = paper_of(snapshot, chapter, group, large=bool(letters))

    return render_template(
        "reader/citizen_sheets.html",
        group=group,
        group_title=group_title(snapshot, group),
        phase_title=plain_label(snapshot, Scheme.PHASES, phase),
        part=part_of(snapshot, chapter) if chapter else None,
        sheets=paper.sheets,
        elsewhere=[
            (heading, group_title(snapshot, own), own)
            for heading, own in paper.elsewhere
        ],
        phase=phase,
        subjects=subjects,
        subject=subject,
        letters=letters,
        sizes=LETTERS,
    )


def _chapter(whole: Guide, phase: str) -> Chapter | None:
    """What a phase tells; None where nothing holds. Raises NotFound for a phase that
    there is not.
    """
    chapters = {chapter.key: chapter for chapter in whole.chapters}
    if not reader().snapshot.vocabulary.has(Scheme.PHASES, phase):
        raise NotFound("Kataloget har ingen fase med det navn.")
    return chapters.get(phase)


def _subject(subjects: Sequence[Subject]) -> Subject | None:
    """The agreement whose rules alone are asked for. Raises BadInput where it tells
    nothing here.
    """
    key = request.args.get("aftale", "").strip()
    chosen = next((one for one in subjects if one.key == key), None)
    if key and not chosen:
        raise BadInput("aftale: aftalen siger ikke noget her.", "aftale")
    return chosen


def _letters() -> str:
    """The size of letters that is asked for. Raises BadInput."""
    letters = request.args.get("skrift", "").strip()
    if letters not in LETTERS:
        raise BadInput("skrift: siden findes kun med stor skrift.", "skrift")
    return letters


def _guide(group: str, agreement: str = "") -> Guide:
    """What is told to a group, by one agreement or by all. Raises NotFound for a
    target group that there is not.
    """
    snapshot = reader().snapshot
    if not snapshot.vocabulary.has(Scheme.TARGET_GROUPS, group):
        raise NotFound("Kataloget har ingen målgruppe med det navn.")

    rows = [
        row
        for row in _rows()
        if group in row.snitflade.target_groups and agreement in ("", row.agreement)
    ]

    return guide(snapshot, rows, reader().kommune, group)


def _broader(group: str) -> tuple[str, str] | None:
    """The group that this one is a part of, where it has a page of its own."""
    snapshot = reader().snapshot
    above = snapshot.vocabulary.schemes[Scheme.TARGET_GROUPS][group].broader
    if not above or not groups_of(snapshot, _rows()).get(above):
        return None
    return group_title(snapshot, above), link("citizen.group", group=above)


def _rows() -> list[Row]:
    """The rows that hold on the day, where the reader lives."""
    return reader().here(reader().snapshot.holding_rows)
