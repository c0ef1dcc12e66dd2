"""The path of a target group: the picture, its table, and its files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, current_app, render_template, request
from markupsafe import Markup

from registry.catalogue import facets
from registry.catalogue.agreement_words import ILLUSTRATIVE
from registry.catalogue.snapshot import Row, Snapshot
from registry.errors import BadInput, NotFound
from registry.exports.pathway import pdf, placement, svg
from registry.exports.pathway.look import WIDEST, laid_out, on_paper
from registry.exports.pathway.story_of_rows import story_of
from registry.exports.pathway.svg import Addresses
from registry.rules.fields import AT_A_GLANCE, ROW_FIELDS_BY_NAME, Scheme
from registry.rules.pathway.arrangement import Measured, measured
from registry.web.frame import waiting
from registry.web.frame.dates import danish_date, danish_moment
from registry.web.frame.links import link, row_link
from registry.web.frame.readers import chosen_facets, reader
from registry.web.frame.together import File
from registry.web.reader.facet_form import facet_form
from registry.web.reader.pathway_view import (
    GroupLink,
    group_links,
    ribbon_lines,
    task_lines,
)

pages = Blueprint("pathway", __name__)
# The columns of its table that are fields of a row and tell nothing of its place.
COLUMNS = tuple(
    ROW_FIELDS_BY_NAME[name] for name in (*AT_A_GLANCE, "treatment_responsible")
)

PICTURE = "forloebet"  # the id of the heading that names the picture
# What the marks say, for whoever has the picture without the page.
CHANGES = "En fyldt rude i det røde bånd: ansvaret skifter."
CONTRADICTED = "En fyldt rude på et kort: to aftaler siger hver sit om det samme."
MARKED = "En rude på et kort: lægeligt behandlingsansvar er ikke oplyst."


@dataclass(frozen=True)
class AskedPath:
    """What was asked for: a target group, the facets chosen, and the rows of both."""

    group: str
    chosen: Mapping[str, str]
    rows: Sequence[Row]
    measured: Measured

    @property
    def note(self) -> str:
        """What a file says of itself: of which day it is, and where it holds."""
        snapshot = reader().snapshot
        place = self.chosen.get("municipality", "")
        where = f" i {snapshot.organisation_name(place)}" if place else ""
        illustrative = any(
            snapshot.agreement(row.agreement).shown.version.illustrative
            for row in self.rows
        )
        pr, vist = snapshot.moment.pr, snapshot.moment.vist
        day = danish_date(pr) + (f", vist {danish_moment(vist)}" if vist else "")

        said = [
            f"Som det gælder{where} pr. {day}.",
            ILLUSTRATIVE if illustrative else "",
            CHANGES if self.measured.ribbon.hand_overs else "",
            CONTRADICTED if self.is_contradicted else "",
            MARKED if any(tile.unsaid for tile in self.measured.tiles) else "",
        ]
        return " ".join(filter(None, said))

    @property
    def is_contradicted(self) -> bool:
        """Whether a tile says that another agreement says otherwise."""
        facts = (fact for task in self.measured.story.tasks for fact in task.facts)
        return any(fact.name == "contradicted" for fact in facts)

    @property
    def name(self) -> str:
        """What its files are called."""
        also = self.chosen.get("target_group", "")
        return "-".join(filter(None, ("forloeb", self.group, also)))


@pages.get("/forloeb")
def listing() -> str:
    snapshot = reader().snapshot
    rows = reader().here(snapshot.holding_rows)
    groups = [
        (one, group_links(snapshot, _of(rows, one.key), one.key))
        for one in group_links(snapshot, rows)
    ]
    return render_template("reader/pathways.html", groups=groups)


@pages.get("/forloeb/<group>")
def path(group: str) -> str | Response:
    asked = _asked(group)
    wanted = request.args.get("format", "")
    if wanted not in FORMATS:
        known = ", ".join(name for name in FORMATS if name)
        raise BadInput(f"format: forløbet findes som {known}.", "format")
    return FORMATS[wanted](asked)


def _asked(group: str) -> AskedPath:
    """Raises NotFound for a target group that there is not, and BadInput."""
    snapshot, chosen = reader().snapshot, chosen_facets()
    if not snapshot.vocabulary.has(Scheme.TARGET_GROUPS, group):
        raise NotFound("Kataloget har ingen målgruppe med det navn.")

    rows = _of(facets.narrow(snapshot, snapshot.holding_rows, chosen), group)
    groups = dict.fromkeys([group, chosen.get("target_group", group)])
    return AskedPath(
        group, chosen, rows, measured(story_of(snapshot, rows, list(groups)))
    )


def _of(rows: Iterable[Row], group: str) -> list[Row]:
    return [row for row in rows if group in row.snitflade.target_groups]


def _page(asked: AskedPath) -> str:
    snapshot = reader().snapshot
    story = asked.measured.story
    all_of_group = _of(snapshot.holding_rows, asked.group)

    return render_template(
        "reader/pathway.html",
        group=asked.group,
        group_label=snapshot.label(Scheme.TARGET_GROUPS, asked.group),
        story=story,
        count=len(asked.rows),
        picture=_picture(asked.measured),
        sheets=_sheets(asked.measured),
        picture_id=PICTURE,
        contradicted=asked.is_contradicted,
        printed=asked.note,
        papers=pdf.PAPERS,
        also=_also(snapshot, asked),
        ribbon=ribbon_lines(asked.measured),
        tasks=task_lines(snapshot, asked.measured),
        columns=COLUMNS,
        facets=facet_form(facets.count(snapshot, all_of_group, asked.chosen)),
    )


def _also(snapshot: Snapshot, asked: AskedPath) -> list[GroupLink]:
    """The groups by which the path can be narrowed once more."""
    if "target_group" in asked.chosen:
        return []
    return group_links(snapshot, asked.rows, asked.group)


def _picture(sized: Measured) -> Markup:
    to = Addresses(row_link, _ask_link, lambda phase: f"#ansvar-{phase}")
    made = laid_out(sized)
    # ElementTree escapes every text and attribute in it.
    return Markup(svg.inline(sized, made, to, PICTURE))  # noqa: S704


def _sheets(sized: Measured) -> Markup:
    """The picture as the page prints it."""
    drawn = map(svg.printed, on_paper(sized.story))
    return Markup("").join(map(Markup, drawn))


def _style_sheet(asked: AskedPath) -> Response:
    sheet = placement.style_sheet(asked.measured, laid_out(asked.measured))
    return Response(sheet, content_type="text/css; charset=utf-8")


def _svg(asked: AskedPath) -> Response:
    made = WIDEST.make(asked.measured, WIDEST.columns)
    data = svg.file(asked.measured, made, asked.note, _from_outside(asked))
    return waiting.attachment(
        File(data, "image/svg+xml; charset=utf-8", f"{asked.name}.svg")
    )


def _pdf(asked: AskedPath) -> Response:
    paper = pdf.paper_named(request.args.get("papir", pdf.PAPERS[0].key))
    story, note, to = asked.measured.story, asked.note, _from_outside(asked)
    name = f"{asked.name}-{paper.key}.pdf"

    chosen = tuple(sorted(asked.chosen.items()))
    key = ("pathway", asked.group, chosen, paper.key, reader().moment)
    return waiting.file(
        (*key, reader().snapshot.fingerprint),
        lambda: File(pdf.render(story, paper, note, to), "application/pdf", name),
    )


def _from_outside(asked: AskedPath) -> Addresses:
    """Whole addresses, found while there is a request: a file may be made after it."""
    base = current_app.config["PUBLIC_URL"].rstrip("/")
    story = asked.measured.story
    here = link(
        "pathway.path", group=asked.group, maalgruppe=asked.chosen.get("target_group")
    )
    rows = {task.id: base + row_link(task.id) for task in story.tasks}
    questions = {task.task: base + _ask_link(task.task) for task in story.tasks}

    return Addresses(
        rows.__getitem__,
        questions.__getitem__,
        lambda phase: f"{base}{here}#ansvar-{phase}",
    )


def _ask_link(question: str) -> str:
    return link("search.ask", q=question)


FORMATS: Mapping[str, Callable[[AskedPath], str | Response]] = {
    "": _page,
    "html": _page,
    "css": _style_sheet,
    "svg": _svg,
    "pdf": _pdf,
}
