"""What will happen when a draft is published, in words, before it is asked for."""

from dataclasses import dataclass

from registry.catalogue.consequences import Consequences, consequences_of
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import told
from registry.gates.parties import not_adopted
from registry.publishing.drafts import Draft
from registry.publishing.effects import ADOPTED_FIRST
from registry.rules.fields import VERSION_FIELDS_BY_NAME
from registry.web.frame.dates import danish_date
from registry.web.reader.agreement_view import (
    Listed,
    view_parties,
    view_validity,
)
from registry.web.reader.difference_view import DifferencesView, view_differences

NOT_ADOPTED = not_adopted.code
EMPTY_GROUPS = "Målgruppen er ikke skrevet."


@dataclass(frozen=True)
class ConsequencesView:
    """`begins`: whole sentences. `rows`: the tasks of an agreement's first version,
    where there are no differences to show. `created`, `closed`: findings. `unadopted`:
    which parties have not adopted the text, empty for none; `must_adopt`: they must
    before it can be published.
    """

    begins: list[str]
    ends: str
    whom: str
    parties: list[Listed]
    gone: list[str]
    differences: DifferencesView | None
    rows: list[str]
    created: list[str]
    closed: list[str]
    reopened: list[str]
    unadopted: str
    must_adopt: bool


def view_consequences(snapshot: Snapshot, draft: Draft) -> ConsequencesView:
    """`snapshot`: of today."""
    consequences = consequences_of(snapshot, draft.content, draft.shown)
    validity = view_validity(snapshot, draft.shown)
    previous = draft.surroundings.previous
    groups = VERSION_FIELDS_BY_NAME["target_groups"]
    content = draft.content

    return ConsequencesView(
        begins=[f"I kraft: {validity.begins}.", *_begins(consequences)],
        ends=validity.ends,
        whom=told(snapshot, groups, content.values["target_groups"]) or EMPTY_GROUPS,
        parties=view_parties(snapshot, draft.shown),
        gone=[
            f"{snapshot.label(None, slug)} ({rows})"
            for slug, rows in consequences.gone.items()
        ],
        differences=view_differences(snapshot, previous, content) if previous else None,
        rows=[] if previous else [row["task"] or "Uden opgave" for row in content.rows],
        created=[finding.text for finding in draft.impact.created],
        closed=[finding.text for finding in draft.impact.closed],
        reopened=[finding.text for finding in draft.impact.reopened],
        unadopted=" ".join(
            f.text for f in draft.gate_findings if f.code == NOT_ADOPTED
        ),
        must_adopt=content.values["adoption_rule"] == ADOPTED_FIRST,
    )


def _begins(consequences: Consequences) -> list[str]:
    """From when readers are answered by it, and what answers until then."""
    day, until = danish_date(consequences.day), consequences.until
    meanwhile = f"svarer udgave {until}" if until else "svarer aftalen ikke"
    if not consequences.answers:
        beginning = (
            f"Den svarer ikke læserne {day}, for aftalen er ikke i kraft den dag."
        )
    elif consequences.at_once:
        beginning = "Læserne får dens svar inden for et par sekunder."
    else:
        beginning = f"Læserne får dens svar fra {day}; til da {meanwhile}."

    passed = [
        f"Udgave {number}, der skulle gælde fra {danish_date(begins)}, kommer aldrig "
        "til at svare."
        for number, begins in consequences.passed_over
    ]
    return [beginning, *passed]
