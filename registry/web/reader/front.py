"""The front page with the question box, and the pages about the catalogue itself."""

from collections.abc import Iterable

from flask import Blueprint, render_template

from registry.catalogue.snapshot import Row, Snapshot
from registry.rules.fields import Scheme
from registry.services import services
from registry.web.frame.readers import reader
from registry.web.reader.pathway_view import group_links

pages = Blueprint("front", __name__)

EXAMPLES = (
    "hvor mange dage skal vi varsle før et barn udskrives fra BUC",
    "borger uden adresse hvilken kommune",
    "kompressionsstrømper hvem betaler",
    "må psykiatrien afvise fordi han drikker",
    "3 døgn efter udskrivelse lægeansvar",
    "opfølgende hjemmebesøg hvem bestiller",
)
MOST_TASKS = 6


@pages.get("/")
def front() -> str:
    snapshot = reader().snapshot
    rows = reader().here(snapshot.answering_rows)
    tasks = _shown_tasks(snapshot, services().most_answered(), rows)

    return render_template(
        "reader/front.html",
        tasks=tasks,
        examples=EXAMPLES,
        phases=snapshot.vocabulary.schemes["phases"].values(),
        groups=group_links(snapshot, reader().here(snapshot.holding_rows)),
        row_count=len(rows),
        agreement_count=len({row.agreement for row in rows}),
    )


@pages.get("/om")
def about() -> str:
    reader()
    return render_template("reader/about.html")


@pages.get("/tilgaengelighed")
def accessibility() -> str:
    reader()
    return render_template("reader/accessibility.html")


def _shown_tasks(
    snapshot: Snapshot, keys: Iterable[str], rows: Iterable[Row]
) -> list[str]:
    """The labels of the first tasks that have a row to show here and on this date."""
    there = {row.task_key for row in rows}
    shown = [key for key in keys if key in there][:MOST_TASKS]
    return snapshot.vocabulary.labels(Scheme.TASKS, shown)
