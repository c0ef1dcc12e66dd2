"""What was decided on the rows suggested from an agreement's text."""

from collections.abc import Mapping

from sqlmodel import col, select

from registry.catalogue.queries import Catalogue
from registry.catalogue.suggested import suggested
from registry.models import Choosing, SuggestionDecision, Version
from registry.rules.fields import BODY, THREE_FIELDS
from registry.rules.version_content import VersionContent
from registry.storage.db import reading
from registry.suggest.coverage import sentence_key
from registry.suggest.sentences import readable

# The texts of a version that have sentences of their own, in their order on pages.
TEXTS = (*THREE_FIELDS, BODY)
Decisions = Mapping[str, SuggestionDecision]


def decisions_of(catalogue: Catalogue, version: Version) -> Decisions:
    """The decision that holds for each suggestion, by its name, as the version has it:
    later versions decide nothing of it.
    """
    with reading(catalogue.engine) as session:
        query = (
            select(SuggestionDecision)
            .where(
                col(SuggestionDecision.agreement_id) == version.agreement_id,
                col(SuggestionDecision.version_id) <= version.id,
            )
            .order_by(col(SuggestionDecision.id))
        )
        return {decision.suggestion: decision for decision in session.exec(query)}


def refused(decided: Decisions) -> frozenset[str]:
    """The names of the suggestions that stay away."""
    return frozenset(
        name
        for name, decision in decided.items()
        if decision.choosing == Choosing.REFUSED
    )


def accepted(content: VersionContent, decided: Decisions) -> frozenset[str]:
    """The names of the suggestions that became a row that still stands."""
    return frozenset(
        name
        for name, decision in decided.items()
        if decision.choosing == Choosing.ACCEPTED and content.has_row(decision.row_key)
    )


def sentences_under(
    catalogue: Catalogue, content: VersionContent, decided: Decisions
) -> dict[str, str]:
    """By the key of each row that was accepted on a sentence, that sentence as readers
    see it; none where it stands in the text no more.
    """
    rows = _accepted_on(content, decided)
    if not rows:
        return {}

    snapshot = catalogue.today()
    standing = {
        sentence_key(one.sentence): readable(one.sentence)
        for field in TEXTS
        for one in suggested(snapshot, content.values[field.name])
    }
    return {key: standing[name] for key, name in rows.items() if name in standing}


def sentences_lost(
    catalogue: Catalogue, content: VersionContent, decided: Decisions
) -> frozenset[str]:
    """The keys of the rows that were accepted on a sentence that stands in the text no
    more.
    """
    rows = _accepted_on(content, decided)
    under = sentences_under(catalogue, content, decided)
    return frozenset(rows) - frozenset(under)


def _accepted_on(content: VersionContent, decided: Decisions) -> dict[str, str]:
    """The name of the sentence that each row was accepted on."""
    return {
        decision.row_key: decision.sentence
        for decision in decided.values()
        if decision.choosing == Choosing.ACCEPTED and content.has_row(decision.row_key)
    }
