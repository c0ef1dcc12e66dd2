"""Which suggestions a version's rows say already, and by what name each goes."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from registry.language.danish import stems_in, stems_of_weight, tokenize
from registry.suggest.dictionary import lemma
from registry.suggest.suggestion import Suggestion

# The field of a row that answers for each kind of suggestion; for others who does it.
ANSWERS = {"payer": "payer", "treatment": "treatment_responsible"}
# So much of a task's words a row says that says the same.
ENOUGH, FEWEST = 0.5, 2


def key_of(one: Suggestion) -> str:
    """The lasting name of a suggestion: the same sentence and task have the same."""
    return _digest(f"{_spaced(one.sentence)}\n{one.task}\n{one.does_not_apply_to}")


def sentence_key(sentence: str) -> str:
    """The lasting name of a sentence, however its lines are broken."""
    return _digest(_spaced(sentence))


def row_that_says(one: Suggestion, rows: Iterable[Mapping[str, Any]]) -> str:
    """The key of the first row that says what is suggested; else empty.

    It names one of the same actors for it, if any is named, and has half of the task's
    words in its task or its situation: two of them, and the action where it is only
    half.
    """
    # Of a task without such words, as «vurdere behovet», every word counts.
    read = stems_of_weight if stems_of_weight(one.task) else _all_stems
    wanted = read(one.task)

    for row in rows:
        stems = read(f"{row['task']} {row['situation']} {row['does_not_apply_to']}")
        # Who pays or treats is a field; elsewhere the action must be among the words.
        fewest = 1 if one.action_kind in ANSWERS else FEWEST
        action = read(one.task.split(" ", maxsplit=1)[0]) if fewest > 1 else wanted
        if _is_denied(row["task"]) and not one.denied:
            continue
        if _is_said(wanted, stems, fewest, action) and _names_same(one, row):
            return str(row["key"])

    return ""


def _is_denied(task: str) -> bool:
    """Whether a row tells what is not to be done: that is no duty's row."""
    return task.lower().startswith(("ikke ", "aldrig "))


def says_of(task: str, text: str) -> bool:
    """Whether a text has any word of weight of a task, in whatever form: a task says
    «forestå», its sentence «forestår».
    """
    wanted = stems_of_weight(task)
    if not wanted or wanted & stems_of_weight(text):
        return True
    words = (text[token.start : token.end].lower() for token in tokenize(text))
    return bool(wanted & stems_of_weight(" ".join(map(lemma, words))))


def _all_stems(text: str) -> frozenset[str]:
    return frozenset(stems_in(text))


def _is_said(
    wanted: frozenset[str], said: frozenset[str], fewest: int, action: frozenset[str]
) -> bool:
    """Whether words say a task; whom it is about is not enough, nor the half of it
    where its action is another.
    """
    common, half = len(wanted & said), ENOUGH * len(wanted)
    enough = common > half or (common == half and bool(action & said))
    return enough and common >= max(min(fewest, len(wanted)), 1)


def _names_same(one: Suggestion, row: Mapping[str, Any]) -> bool:
    field = ANSWERS.get(one.action_kind, "responsible")
    keys = set(getattr(one, field))
    return not keys or bool(keys & {*row[field], *row["responsible"]})


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _spaced(text: str) -> str:
    return " ".join(text.split())
