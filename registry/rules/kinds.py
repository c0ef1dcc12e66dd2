"""Kinds of agreements that rules of their own hold for."""

# Rules that stand in an act and hold for everyone, whatever is agreed: legal basis in
# place of parties, nobody adopts or continues them, and the act's own dates decide.
STATUTORY = "lovbestemt-opgavefordeling"
# The fields of a version that say what parties agreed, and that an act has not.
OF_AGREED = ("made_under", "adoption_rule")


def is_statutory(kind: str) -> bool:
    """Whether what an agreement of the kind says follows from the law."""
    return kind == STATUTORY
