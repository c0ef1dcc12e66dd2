"""A slip of the finger between two words."""


def one_slip(word: str, known: str) -> bool:
    """One letter too many, too few, wrong, or two that changed places."""
    if word == known:
        return True
    if abs(len(word) - len(known)) > 1:
        return False

    at = next(
        (i for i, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), None
    )
    if at is None:
        return True

    return (
        word[at + 1 :] == known[at + 1 :]
        or word[at:] == known[at + 1 :]
        or word[at + 1 :] == known[at:]
        or (
            word[at : at + 2] == known[at : at + 2][::-1]
            and word[at + 2 :] == known[at + 2 :]
        )
    )
