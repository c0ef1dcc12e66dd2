"""The row that a text tells as labels with their values, or as a table's line."""

from collections.abc import Mapping

from registry.suggest.actors import Actors
from registry.suggest.sentences import Sentence
from registry.suggest.suggestion import Suggestion, data_of
from registry.suggest.who import Context, Who
from registry.suggest.words import words_of

# Whom a row names, in the order in which is asked about those that nobody knows.
ASKED = (
    *("responsible", "payer", "authority", "treatment_responsible"),
    *("contributes", "informed"),
)
# How a table says that a time is not told.
UNTOLD = frozenset(
    {"", "-", "–", "ikke oplyst", "ikke aftalt", "ikke fastsat", "ingen"}
)


def row_of(
    sentence: Sentence, said: Mapping[str, str], actors: Actors, context: Context
) -> Suggestion:
    """The row by what is said of each of its fields; its task must be."""
    who = {name: _named(said.get(name, ""), actors, context) for name in ASKED}
    deadline = said.get("deadline", "")
    deadline = "" if deadline.rstrip(".").lower() in UNTOLD else deadline

    return Suggestion(
        sentence=sentence.raw,
        start=sentence.start,
        section=sentence.section,
        task=f"{said['task'][:1].lower()}{said['task'][1:]}",
        situation=said.get("situation", ""),
        deadline=deadline,
        deadline_data=data_of(deadline),
        does_not_apply_to=said.get("does_not_apply_to", ""),
        responsible=who["responsible"].keys,
        contributes=who["contributes"].keys,
        informed=who["informed"].keys,
        authority=who["authority"].keys,
        payer=who["payer"].keys,
        treatment_responsible=who["treatment_responsible"].keys,
        sure=all(w.sure and not w.asked for w in who.values()),
        asked="; ".join(w.asked for w in who.values() if w.asked),
    )


def _named(text: str, actors: Actors, context: Context) -> Who:
    """Whom the value of a label names; asked where the vocabulary does not tell."""
    words = words_of(text)
    who = actors.of_span(words, (0, len(words)), context)
    return who if who.is_someone or not text else Who(asked=text, sure=False)
