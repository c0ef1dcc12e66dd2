"""The overview: who has tasks in each phase, where agreements contradict each other,
and what is missing; each finding on a page of its own.
"""

from collections import Counter
from collections.abc import Sequence

from flask import Blueprint, Response, render_template, request, url_for

from registry.catalogue import facets
from registry.catalogue.facets import FacetCount
from registry.catalogue.findings import (
    FINDING_KINDS,
    ShownFinding,
    finding_by_id,
    findings_in,
)
from registry.catalogue.snapshot import Snapshot
from registry.documents.csv_text import narrowed
from registry.errors import BadInput
from registry.rules.coherence.gap import GROUP, MUNICIPALITY
from registry.rules.fields import Scheme
from registry.web.frame.files import csv_file
from registry.web.frame.links import link
from registry.web.frame.paging import parts_of
from registry.web.frame.readers import chosen_facets, reader
from registry.web.reader.agreement_view import Link
from registry.web.reader.facet_form import FacetSelect, facet_form
from registry.web.reader.overview_matrix import matrix, sectors_of
from registry.web.reader.row_view import view_rows

pages = Blueprint("overview", __name__)

OF_A_CELL = ("phase", "sector")
BY_PARAM = {kind.param: kind for kind in FINDING_KINDS.values()}
MOST_ROWS, MOST_OWNERS = 20, 3
# So many findings of each kind the page shows at first, and of the one that is chosen.
FEW_FOUND, MOST_FOUND = 20, 150
SETTLED = "afgjort"
HEADINGS = (
    *("Slags", "Fund", "Opgavetype", "Fase", "Målgruppe", "Snitflader", "Aftaler"),
    *("Adresse", "Afgjort"),
)


@pages.get("/overblik")
def overview() -> str | Response:
    """The cells and the list are narrowed alike, but that a cell is chosen in the
    matrix itself.
    """
    snapshot, chosen = reader().snapshot, chosen_facets()
    wide = {k: value for k, value in chosen.items() if k not in OF_A_CELL}
    listed = findings_in(snapshot, chosen.get("municipality", ""))
    kinds = _kinds()
    of_kind = [f for f in listed if f.kind in kinds]
    left = facets.narrow(snapshot, of_kind, chosen)
    shown = [finding for finding in left if not finding.settled]
    settled = [finding for finding in left if finding.settled]
    lists = {
        kind.param: [finding for finding in shown if finding.kind == kind.name]
        for kind in FINDING_KINDS.values()
    }

    wanted = request.args.get("format", "")
    if wanted == "csv":
        return _csv(snapshot, left, facets.in_words(snapshot, chosen))
    if wanted not in {"", "html"}:
        raise BadInput("format: overblikket findes som html og csv.", "format")

    return render_template(
        "reader/overview.html",
        kinds=FINDING_KINDS.values(),
        sectors=sectors_of(snapshot),
        lines=matrix(
            snapshot,
            facets.narrow(snapshot, snapshot.holding_rows, wide),
            facets.narrow(snapshot, [f for f in listed if not f.settled], wide),
        ),
        count=len(shown),
        parts=parts_of({**lists, SETTLED: settled}, FEW_FOUND, MOST_FOUND),
        facets=[
            _kind_select(facets.narrow(snapshot, listed, chosen)),
            *facet_form(facets.count(snapshot, of_kind, chosen)),
        ],
        whom=_whom(snapshot, chosen),
        cell=[
            snapshot.label(scheme, chosen[name])
            for name, scheme in zip(
                OF_A_CELL, (Scheme.PHASES, Scheme.SECTORS), strict=True
            )
            if name in chosen
        ],
    )


@pages.get("/overblik/<name>")
def finding(name: str) -> str:
    snapshot = reader().snapshot
    finding = finding_by_id(snapshot, name, reader().kommune or "")
    rows = [snapshot.row(row_id) for row_id in finding.rows]

    return render_template(
        "reader/finding.html",
        finding=finding,
        kind=FINDING_KINDS[finding.kind],
        task=snapshot.label(Scheme.TASKS, finding.task_key) if finding.task_key else "",
        rows=view_rows(snapshot, rows[:MOST_ROWS], reader().kommune),
        more=max(0, len(rows) - MOST_ROWS),
        owners=[
            Link(snapshot.label(None, slug), link("agreements.agreement", slug=slug))
            for slug in sorted({row.agreement for row in rows})
        ][:MOST_OWNERS],
        elsewhere=bool(finding.missing.keys() & {GROUP, MUNICIPALITY}),
    )


def _kinds() -> frozenset[str]:
    """The kinds that are asked for. Raises BadInput."""
    param = request.args.get("slags", "").strip()
    if not param:
        return frozenset(FINDING_KINDS)
    if param not in BY_PARAM:
        raise BadInput(f"slags: vælg en af {', '.join(BY_PARAM)}.", "slags")
    return frozenset({BY_PARAM[param].name})


def _kind_select(listed: Sequence[ShownFinding]) -> FacetSelect:
    counts, chosen = Counter(f.kind for f in listed), request.args.get("slags", "")
    options = [
        FacetCount(
            kind.param,
            f"{kind.mark} {kind.plural.capitalize()}",
            counts[kind.name],
            kind.param == chosen,
        )
        for kind in FINDING_KINDS.values()
        if counts[kind.name] or kind.param == chosen
    ]

    return FacetSelect("slags", "Slags", options)


def _whom(snapshot: Snapshot, chosen: dict[str, str]) -> str:
    """For whom and where the matrix is."""
    group, place = chosen.get("target_group"), chosen.get("municipality")
    whom = snapshot.label(Scheme.TARGET_GROUPS, group).lower() if group else "alle"
    return f"{whom} i {snapshot.organisation_name(place)}" if place else whom


def _csv(
    snapshot: Snapshot, shown: Sequence[ShownFinding], narrowed_to: str
) -> Response:
    lines: list[Sequence[str]] = [HEADINGS]

    for finding in shown:
        agreements = sorted(finding.facets["agreement"])

        lines.append(
            (
                FINDING_KINDS[finding.kind].label,
                finding.text,
                snapshot.label(Scheme.TASKS, finding.task_key)
                if finding.task_key
                else "",
                _labels(snapshot, Scheme.PHASES, finding.facets["phase"]),
                _labels(snapshot, Scheme.TARGET_GROUPS, finding.facets["target_group"]),
                ", ".join(finding.rows),
                ", ".join(snapshot.label(None, slug) for slug in agreements),
                url_for("overview.finding", name=finding.id),
                finding.settled,
            )
        )

    name = f"overblik-{reader().moment.pr.isoformat()}.csv"
    return csv_file(name, narrowed(lines, narrowed_to))


def _labels(snapshot: Snapshot, scheme: Scheme, keys: frozenset[str]) -> str:
    ordered = (key for key in snapshot.vocabulary.schemes[scheme] if key in keys)
    return ", ".join(snapshot.vocabulary.labels(scheme, ordered))
