"""What several rules of a page say in the same words of what holds in doubt: told once
before them, with a mark at each. Nothing that a rule says is left out. Pure.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from string import ascii_uppercase

from registry.catalogue.citizen import Chapter
from registry.catalogue.citizen_brief import SAID_BY, Note, notes_of
from registry.catalogue.citizen_telling import Telling
from registry.catalogue.snapshot import Snapshot

MARKED = "Er der tvivl, så læs {mark} øverst."


def doubts_first(
    snapshot: Snapshot, chapters: Sequence[Chapter]
) -> tuple[list[Chapter], list[Note]]:
    """The chapters with a mark for each doubt that several rules tell, and what the
    marks stand for, in the order in which it is first said.
    """
    tellings = [telling for chapter in chapters for telling in chapter.tellings]
    said = Counter(filter(None, (_doubt(snapshot, one) for one in tellings)))
    often = [text for text, count in said.items() if count >= SAID_BY]

    notes = notes_of(often, ascii_uppercase)
    by_text = {note.text: MARKED.format(mark=note.mark) for note in notes}
    return [_marked(chapter, by_text) for chapter in chapters], notes


def _doubt(snapshot: Snapshot, telling: Telling) -> str:
    """What is told of the row in doubt; empty where it is not told in one piece."""
    plain = snapshot.vocabulary.plain(telling.row.snitflade.in_doubt)
    return plain if plain and plain in telling.sentences else ""


def _marked(chapter: Chapter, marks: Mapping[str, str]) -> Chapter:
    return replace(
        chapter,
        tellings=tuple(
            replace(one, sentences=tuple(marks.get(s, s) for s in one.sentences))
            for one in chapter.tellings
        ),
    )
