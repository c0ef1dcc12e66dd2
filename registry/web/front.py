"""The front page with the question box, and the pages about the catalogue itself."""

from flask import Blueprint, render_template

from registry.web.reading import reading

pages = Blueprint("front", __name__)

EXAMPLES = (
    "hvor mange dage skal vi varsle før et barn udskrives fra BUC",
    "borger uden adresse hvilken kommune",
    "kompressionsstrømper hvem betaler",
    "må psykiatrien afvise fordi han drikker",
    "3 døgn efter udskrivelse lægeansvar",
    "opfølgende hjemmebesøg hvem bestiller",
)


@pages.get("/")
def front() -> str:
    snapshot = reading().snapshot
    rows = reading().here(snapshot.answering_rows)
    return render_template(
        "front.html",
        examples=EXAMPLES,
        phases=snapshot.vocabulary.schemes["phases"].values(),
        row_count=len(rows),
        agreement_count=len({row.agreement for row in rows}),
    )


@pages.get("/om")
def about() -> str:
    reading()
    return render_template("about.html")


@pages.get("/tilgaengelighed")
def accessibility() -> str:
    reading()
    return render_template("accessibility.html")
