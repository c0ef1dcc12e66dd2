"""A draft as readers would see it: values for templates/shared/_version_text.html."""

from dataclasses import replace
from typing import Any

from registry.catalogue.snapshot import ShownAgreement, Snapshot
from registry.markup.markdown_html import contents
from registry.publishing.drafts import Draft
from registry.rules.status import Cause, Status, StatusOn
from registry.web.reader.agreement_view import (
    PhaseRows,
    view_parties,
    view_phases,
)
from registry.web.reader.three_fields import view_three_fields

NOT_BEGUN = StatusOn(Status.COMING, None, Cause.NOT_BEGUN)


def view_text(snapshot: Snapshot, draft: Draft) -> dict[str, Any]:
    """Three fields, rows by phase, body and parties. Its rows have no page yet, so no
    links.
    """
    drafted = ShownAgreement(draft.slug, (draft.shown,), NOT_BEGUN)
    around = replace(snapshot, agreements={**snapshot.agreements, draft.slug: drafted})

    return {
        "version": draft.version,
        "three_fields": view_three_fields(draft.version),
        "phases": [_unlinked(phase) for phase in view_phases(around, draft.shown.rows)],
        "hidden": 0,
        "contents": contents(draft.version.body),
        "parties": view_parties(around, draft.shown),
    }


def view_text_with_sentences(snapshot: Snapshot, draft: Draft) -> dict[str, Any]:
    """The same for who works on it: under each row the sentence it was accepted on."""
    return {**view_text(snapshot, draft), "sentences": draft.sentences_under}


def _unlinked(phase: PhaseRows) -> PhaseRows:
    return PhaseRows(phase.label, [replace(row, href="") for row in phase.rows])
