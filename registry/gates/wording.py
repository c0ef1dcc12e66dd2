"""How the gates' texts write lists."""

MOST_NAMES = 6  # a list in a text is cut after so many


def enumerated(names: list[str], between: str = ", ") -> str:
    """The names in a row; a long one ends in how many more there are."""
    if len(names) > MOST_NAMES:
        return f"{between.join(names[:MOST_NAMES])} og {len(names) - MOST_NAMES} til"
    return between.join(names)


def listed_pairs(pairs: list[tuple[str, str]]) -> str:
    """Pairs of terms, as the text itself uses them."""
    return enumerated([f"«{one}» og «{other}»" for one, other in pairs], "; ")
