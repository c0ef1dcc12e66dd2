"""What stands in the index: the kinds of its keys, the fields of its documents."""

# Prefixes of index keys: a word as it stands, a kind of task, a term, a word's stem,
# a narrower name of a term, a part of a compound, a paragraph with its law.
EXACT, TASK, CONCEPT, STEM, NARROWER, PART = "x:", "k:", "c:", "s:", "n:", "p:"
LAW = "l:"
# Kinds of documents.
ROW, SECTION = "row", "section"
# Fields that a document has beside the row's own.
TASK_LABEL, AGREEMENT_TITLE, HEADING, TEXT = (
    "task_label",
    "agreement",
    "heading",
    "text",
)
# What people ask that the row answers.
QUESTIONS = "questions"
# The row's own field that says what it is not about.
NEGATIVE = "does_not_apply_to"


class Common(dict[frozenset[str], frozenset[str]]):
    """What each set of keys has in common with those that are wanted."""

    def __init__(self, wanted: frozenset[str]) -> None:
        super().__init__()
        self._wanted = wanted

    def __missing__(self, keys: frozenset[str]) -> frozenset[str]:
        common = self[keys] = keys & self._wanted
        return common
