"""The tables. Everything here is stored; nothing here decides."""

from registry.models.account import ROLE_LABELS, Account, Role
from registry.models.agreement import (
    FINAL,
    LOCKED,
    Agreement,
    HealthAgreement,
    Party,
    Relation,
    State,
    Version,
)
from registry.models.audit import AuditEntry
from registry.models.edition import Edition, EditionFile
from registry.models.intake import Intake
from registry.models.organisation import ContactPoint, Organisation
from registry.models.publishing import (
    AdoptionLink,
    Approval,
    Contribution,
    Edit,
    Outcome,
    Proposal,
    Resolution,
    Verdict,
)
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
    "FINAL",
    "LOCKED",
    "NOT_APPLICABLE",
    "NOT_STATED",
    "RECORDS",
    "ROLE_LABELS",
    "Account",
    "Adoption",
    "AdoptionLink",
    "Agreement",
    "Approval",
    "AuditEntry",
    "Confirmation",
    "ContactPoint",
    "Continuation",
    "Contribution",
    "Decision",
    "Edit",
    "Edition",
    "EditionFile",
    "EditorNote",
    "Ending",
    "HealthAgreement",
    "Intake",
    "Organisation",
    "Outcome",
    "Party",
    "Proposal",
    "Record",
    "Rekeying",
    "Relation",
    "Resolution",
    "Review",
    "Role",
    "Snitflade",
    "State",
    "Succession",
    "Term",
    "UnansweredQuestion",
    "Verdict",
    "Version",
    "Word",
]
