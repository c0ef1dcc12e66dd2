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
from registry.models.answered import AnsweredTask
from registry.models.audit import AuditEntry, Seal
from registry.models.drafting import DraftComment, Handover
from registry.models.edition import Edition, EditionFile
from registry.models.finding_draft import FindingDraft
from registry.models.follow_up import (
    Aim,
    Implementation,
    Measurement,
    StatusReport,
)
from registry.models.form_use import FormUse
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
    ADOPTED,
    NOT_ADOPTED,
    Adoption,
    Confirmation,
    Continuation,
    Decision,
    EditorNote,
    Ending,
    Record,
    Rekeying,
    Review,
    Settling,
    ShownOriginal,
    Succession,
)
from registry.models.snitflade import Snitflade
from registry.models.suggested import Choosing, SuggestionDecision
from registry.models.unanswered import UnansweredQuestion
from registry.models.vocabulary import Choice, Term
from registry.unsaid import NOT_APPLICABLE, NOT_STATED

FLOOR = 1

RECORDS: tuple[type[Record], ...] = (
    Ending,
    Continuation,
    Adoption,
    Review,
    Confirmation,
    EditorNote,
    Rekeying,
    Succession,
    Settling,
    ShownOriginal,
    Aim,
    Measurement,
    StatusReport,
    Implementation,
)

__all__ = [
    "ADOPTED",
    "FINAL",
    "LOCKED",
    "NOT_ADOPTED",
    "NOT_APPLICABLE",
    "NOT_STATED",
    "RECORDS",
    "ROLE_LABELS",
    "Account",
    "Adoption",
    "AdoptionLink",
    "Agreement",
    "Aim",
    "AnsweredTask",
    "Approval",
    "AuditEntry",
    "Choice",
    "Choosing",
    "Confirmation",
    "ContactPoint",
    "Continuation",
    "Contribution",
    "Decision",
    "DraftComment",
    "Edit",
    "Edition",
    "EditionFile",
    "EditorNote",
    "Ending",
    "FindingDraft",
    "FormUse",
    "Handover",
    "HealthAgreement",
    "Implementation",
    "Intake",
    "Measurement",
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
    "Seal",
    "Settling",
    "ShownOriginal",
    "Snitflade",
    "State",
    "StatusReport",
    "Succession",
    "SuggestionDecision",
    "Term",
    "UnansweredQuestion",
    "Verdict",
    "Version",
]
