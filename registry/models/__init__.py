"""The tables. Everything here is stored; nothing here decides."""

from registry.models.agreement import Agreement, HealthAgreement, Party, Relation, State, Version
from registry.models.audit import AuditEntry
from registry.models.organisation import ContactPoint, Organisation
from registry.models.records import (
    RECORDS,
    Adoption,
    Confirmation,
    Continuation,
    Decision,
    EditorNote,
    Ending,
    Record,
    Rekeying,
    Review,
    Succession,
)
from registry.models.snitflade import NOT_APPLICABLE, NOT_STATED, Snitflade
from registry.models.unanswered import UnansweredQuestion
from registry.models.vocabulary import Term, Word

__all__ = [
    "NOT_APPLICABLE",
    "NOT_STATED",
    "RECORDS",
    "Adoption",
    "Agreement",
    "AuditEntry",
    "Confirmation",
    "ContactPoint",
    "Continuation",
    "Decision",
    "EditorNote",
    "Ending",
    "HealthAgreement",
    "Organisation",
    "Party",
    "Record",
    "Rekeying",
    "Relation",
    "Review",
    "Snitflade",
    "State",
    "Succession",
    "Term",
    "UnansweredQuestion",
    "Version",
    "Word",
]
