"""What a citizen is told, more briefly, for a sheet of paper that has no room for all
of it: what several rules say in the same words is told once, and what the sheet's head
says is not repeated. Nothing that a rule says is left out. Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from string import ascii_lowercase
from typing import NamedTuple

from registry.catalogue.citizen import SEEK_HELP, UNCONFIRMED
from registry.catalogue.citizen_deed import together
from registry.catalogue.citizen_telling import (
    ABOVE,
    HELP_NOW,
    JUST_BEFORE,
    RING,
    SURE_STANDS,
    Telling,
)
from registry.catalogue.citizen_united import united

# The head of a sheet says why a rule is not sure; the rule only that it is not.
NOT_SURE = "Reglen er ikke sikker."
# On one sheet a reader sees what stands just before, or above.
SEEN_THERE = frozenset(SURE_STANDS.format(places=at) for at in (JUST_BEFORE, ABOVE))
# What a life may hang on stands by its rule.
IN_ITS_PLACE = frozenset({RING, HELP_NOW, SEEK_HELP, NOT_SURE})
# A rule for some only says so where it stands, though for whom not is told below.
LIMITS = ("Reglen gælder ikke", "Det gælder ikke", "Reglen handler ikke om")
LIMITED = "Reglen gælder ikke altid: Læs {marks}."
READ_ALSO = "Læs også {marks}."
# So many rules say it, it saves so many letters, and it is no shorter than this, before
# it is told once.
SAID_BY, SAVED, LONG = 3, 60, 40
MARK_COST = 5  # letters that a mark takes by each rule


class Note(NamedTuple):
    """What several rules say, by the mark that stands by each of them."""

    mark: str
    text: str


def notes_of(texts: Iterable[str], letters: str) -> list[Note]:
    """Each text with a letter in brackets as its mark, as far as there are letters."""
    return [
        Note(f"({letter})", text) for letter, text in zip(letters, texts, strict=False)
    ]


def briefly(tellings: Sequence[Telling]) -> tuple[list[Telling], list[Note]]:
    """The same tellings in fewer letters, and what several of them say, told once; in
    the order in which it is first said.
    """
    shorter = [replace(one, sentences=_shorter(one.sentences)) for one in tellings]
    notes = _notes(shorter)
    marks = {note.text: note.mark for note in notes}
    return [replace(t, sentences=_marked(t.sentences, marks)) for t in shorter], notes


def _shorter(sentences: Iterable[str]) -> tuple[str, ...]:
    kept = (sentence for sentence in sentences if sentence not in SEEN_THERE)
    return tuple(NOT_SURE if one == UNCONFIRMED else one for one in kept)


def _notes(tellings: Sequence[Telling]) -> list[Note]:
    lines = united(tellings)
    said = dict.fromkeys(s for telling in tellings for s in telling.sentences[1:])
    often = []

    for text in said:
        count = sum(_times(text, one.tellings) for one in lines)
        saved = len(text) * (count - 1) - MARK_COST * (count + 1)
        pays = saved >= SAVED and len(text) >= LONG
        if count >= SAID_BY and pays and text not in IN_ITS_PLACE:
            often.append(text)

    return notes_of(often, ascii_lowercase)


def _times(text: str, tellings: Sequence[Telling]) -> int:
    """How often several that are told as one say it: once where all of them do."""
    count = sum(text in telling.sentences for telling in tellings)
    return 1 if count == len(tellings) else count


def _marked(sentences: Sequence[str], marks: Mapping[str, str]) -> tuple[str, ...]:
    """The sentences with a mark for what is told below: that there is a limit, beside
    what is done; all else at the end.
    """
    deed, *others = sentences
    below = [text for text in others if text in marks]
    limits = [marks[text] for text in below if text.startswith(LIMITS)]
    also = [marks[text] for text in below if not text.startswith(LIMITS)]

    kept = [text for text in others if text not in marks]
    return (deed, *_pointer(LIMITED, limits), *kept, *_pointer(READ_ALSO, also))


def _pointer(words: str, marks: Sequence[str]) -> list[str]:
    return [words.format(marks=together(marks, "og"))] if marks else []
