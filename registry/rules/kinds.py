"""Kinds of agreements that rules of their own hold for."""

# Rules that stand in a statute and hold for everyone, whatever is agreed: legal basis
# in place of parties, nobody adopts or continues them, and its own dates decide.
STATUTORY = "lovbestemt-opgavefordeling"
# The fields of a version that say what parties agreed, and that a statute has not.
OF_AGREED = ("made_under", "adoption_rule")


def is_statutory(kind: str) -> bool:
    """Whether what an agreement of the kind says follows from the law."""
    return kind == STATUTORY
