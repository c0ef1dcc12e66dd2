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


def sentence_of(
    catalogue: Catalogue, content: VersionContent, decided: Decisions, key: str
) -> str:
    """The sentence that a row was accepted on, as readers see it; empty where it was
    not, or where the sentence stands in the text no more.
    """
    names = {
        decision.sentence
        for decision in decided.values()
        if decision.choosing == Choosing.ACCEPTED and decision.row_key == key
    }
    if not names:
        return ""

    snapshot = catalogue.today()
    standing = (
        one.sentence
        for field in TEXTS
        for one in suggested(snapshot, content.values[field.name])
    )
    return next((readable(s) for s in standing if sentence_key(s) in names), "")


def sentences_lost(
    catalogue: Catalogue, content: VersionContent, decided: Decisions
) -> frozenset[str]:
    """The keys of the rows that were accepted on a sentence that stands in the text no
    more.
    """
    accepted = {
        decision.row_key: decision.sentence
        for decision in decided.values()
        if decision.choosing == Choosing.ACCEPTED and content.has_row(decision.row_key)
    }
    if not accepted:
        return frozenset()

    snapshot = catalogue.today()
    standing = {
        sentence_key(one.sentence)
        for field in TEXTS
        for one in suggested(snapshot, content.values[field.name])
    }
    return frozenset(key for key, name in accepted.items() if name not in standing)
