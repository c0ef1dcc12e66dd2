"""The states of a version, as people call them."""

from registry.models import State

STATE_LABELS = {
    State.DRAFT: "kladde",
    State.IN_APPROVAL: "til godkendelse",
    State.RETURNED: "returneret",
    State.APPROVED: "godkendt",
    State.FOR_ADOPTION: "til vedtagelse",
    State.PUBLISHED: "offentliggjort",
    State.WITHDRAWN: "lagt væk",
}


def stands_as(state: str) -> str:
    """In what state a version is, as a sentence. Only a draft is a noun."""
    label = STATE_LABELS[State(state)]
    return f"Udgaven er {'en ' if state == State.DRAFT else ''}{label}."
