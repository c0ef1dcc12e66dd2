"""What changes between two dates, line by line."""

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, render_template, request

from registry.catalogue import finding_words
from registry.catalogue.health_turns import health_turns
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.transition import Transition, next_change, transition
from registry.clock import parse_date
from registry.errors import BadInput
from registry.language.sorting import danish_key
from registry.web.frame.paging import parts_of
from registry.web.frame.readers import reader
from registry.web.reader import transition_parties as parties
from registry.web.reader import transition_view as view
from registry.web.reader.agreement_view import Link

pages = Blueprint("transition", __name__)

# Of each list the page shows so much at first, and of the one that is chosen.
FEW_LISTED, MOST_LISTED = 20, 50


@pages.get("/overgang")
def compare() -> str:
    snapshot = reader().snapshot
    since, until = _dates(snapshot)
    change = transition(snapshot, since, until)
    before, after = change.before, change.after

    rows = parts_of(
        {
            "varierer": change.varies,
            "aendret": change.changed,
            "kommer": change.come,
            "udgaar": change.gone,
            "status": change.turned,
            "afklares": change.unsettled,
        },
        FEW_LISTED,
        MOST_LISTED,
    )

    return render_template(
        "reader/transition.html",
        since=since,
        until=until,
        unchanged=change.unchanged,
        switched=sum(
            turn.before.status.status != turn.after.status.status
            for turn in change.turned
        ),
        **_parties(snapshot, change),
        parts=rows,
        statuses=[view.status_line(change, t) for t in rows["status"].items],
        moved=view.moved_tasks(change),
        gone=[view.side(before, row, "udgaar") for row in rows["udgaar"].items],
        come=[view.side(after, row, "kommer") for row in rows["kommer"].items],
        changed=[
            (
                view.side(before, old, f"aendret.{new.id}.fra"),
                view.side(after, new, f"aendret.{old.id}.til"),
            )
            for old, new in rows["aendret"].items
        ],
        varies=[view.side(after, row, "varierer") for row in rows["varierer"].items],
        orphaned=_orphaned(change),
        unsettled=[
            (view.agreement_line(after, a, "beslutning"), parties.deciders(change, a))
            for a in rows["afklares"].items
        ],
    )


def _parties(snapshot: Snapshot, change: Transition) -> dict[str, Any]:
    """What the page says of organisations and health agreements, by its names."""
    before, after = change.before, change.after

    return {
        "ceased": _organisations(snapshot, [o.slug for o in change.ceased]),
        "begun": _organisations(snapshot, [o.slug for o in change.begun]),
        "health": [
            parties.health_line(after, one) for one in health_turns(before, after)
        ],
        "successions": [
            parties.succession_line(after, record) for record in change.successions
        ],
    }


def _dates(snapshot: Snapshot) -> tuple[date, date]:
    """Those asked for; else the eve and the day of the next change. Raises BadInput."""
    day = next_change(snapshot) or snapshot.moment.pr
    since, until = (
        parse_date(text, name) if text else otherwise
        for name, text, otherwise in (
            ("fra", request.args.get("fra", "").strip(), day - timedelta(days=1)),
            ("til", request.args.get("til", "").strip(), day),
        )
    )
    if until < since:
        raise BadInput("til: vælg en dag, der ikke ligger før «fra».", "til")

    return since, until


def _organisations(snapshot: Snapshot, slugs: list[str]) -> list[Link]:
    links = [parties.organisation_link(snapshot, slug) for slug in slugs]
    return sorted(links, key=lambda item: danish_key(item.text))


def _orphaned(change: Transition) -> list[tuple[str, view.AgreementLine]]:
    """What has no owner, in words, and the agreement in which it stands."""
    after = change.after
    rows = {row.id: row for row in after.answering_rows}

    return [
        (
            finding_words.orphan(
                after, o.agreement, o.party, [rows[row.id] for row in o.rows]
            ),
            view.agreement_line(
                after, after.agreement(o.agreement), f"uden-ejer.{o.party}"
            ),
        )
        for o in change.orphans
    ]
