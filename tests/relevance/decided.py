"""Asks what each number of the search's profile says that it decides.

Run as a program it prints, for each question named under a number, what is shown by the
profile in use and by the other value; `=` stands before one that no longer differs.
"""

import ast
import re
import tempfile
from collections.abc import Iterator
from dataclasses import fields
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.search import profile
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.search.profile import PROFILE, Profile
from registry.search.state import SearchState
from tests.relevance.runs import TODAY, shipped

EXAMPLE = re.compile(r"At (-?[\d.]+) (?:[^«»]*)«([^»]+)»")


# Numbers that the index, the words that are known and the cards are made by.
MADE_BY = {"analysis", "choosing", "limits", "matching", "shown"}


class Number(NamedTuple):
    """One number of the profile, and what is told of it."""

    section: str
    name: str
    text: str

    def __str__(self) -> str:
        return f"{self.section}.{self.name}"

    @property
    def value(self) -> int | float:
        return getattr(getattr(PROFILE, self.section), self.name)

    @property
    def examples(self) -> list[tuple[float, str]]:
        """Another value and the question that it would answer otherwise."""
        return [(float(value), asked) for value, asked in EXAMPLE.findall(self.text)]

    def at(self, value: float) -> Profile:
        return PROFILE.changed({self.section: {self.name: type(self.value)(value)}})


def numbers() -> list[Number]:
    """Every number that something is told of, in the order of the profile."""
    trees = (
        ast.parse(path.read_text(encoding="utf-8"))
        for path in Path(profile.__file__).parent.glob("profile*.py")
    )
    classes = {
        one.name: one
        for tree in trees
        for one in tree.body
        if isinstance(one, ast.ClassDef)
    }
    return [
        Number(section.name, name, text)
        for section in fields(PROFILE)
        for name, text in _texts(classes[type(section.default).__name__])
    ]


def _texts(owner: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Each number of a section and the text that stands under it."""
    for number, below in zip(owner.body, owner.body[1:], strict=False):
        match number, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, " ".join(text.split())


def shown(asker: Asker, text: str) -> list[str]:
    """What a reader sees of an answer: its cards, its rows, or how many are the
    nearest, and its agreements with how much is shown of each.
    """
    answer = asker.ask(Question(text, Moment(TODAY)))
    rows = [hit.row.id for group in answer.groups for hit in group.hits]
    return [
        *(f"kort: {card.title}" for card in answer.cards),
        *(rows or [f"afstår, {len(answer.nearest)} nærmeste"]),
        *(
            f"{hit.agreement.slug} ({sum(len(piece) for piece, _ in hit.snippet)})"
            for hit in answer.agreements
        ),
    ]


class Beside(Asker):
    """Answers by other numbers from another asker's index and words."""

    def __init__(self, beside: Asker, profile: Profile, folder: Path) -> None:
        super().__init__(beside.catalogue, folder, profile=profile)
        self._beside = beside

    def _state_of(self, current: Snapshot) -> SearchState:
        return self._beside._state_of(current)


def answering_by(number: Number, value: float, asker: Asker, folder: Path) -> Asker:
    """One who answers as the asker does, but for the value of a number. An index of
    its own takes seconds, so only what is made by the number is made anew.
    """
    profile = number.at(value)
    if number.section not in MADE_BY:
        return Beside(asker, profile, folder)

    name = f"at-{value:g}" if number.section == "analysis" else "other"
    return Asker(asker.catalogue, folder / name, profile=profile)


def asked(asker: Asker, folder: Path) -> Iterator[tuple[Number, float, str, list[str]]]:
    """Each number with another value, a question, and the places at which its answer
    then differs from the asker's; `folder` is for indexes.
    """
    for number in numbers():
        for value, text in number.examples:
            other = answering_by(number, value, asker, folder)
            pairs = zip_longest(shown(asker, text), shown(other, text), fillvalue="")
            yield number, value, text, [f"{a} -> {b}" for a, b in pairs if a != b]


def main() -> None:
    """Print every question with its two answers."""
    with tempfile.TemporaryDirectory() as folder, shipped(Path(folder)) as asker:
        for number, value, text, differing in asked(asker, Path(folder)):
            print(f"{' ' if differing else '='} {number} {number.value:g} -> {value:g}")
            print("\n".join([f"    «{text}»", *(f"      {d}" for d in differing[:2])]))


if __name__ == "__main__":
    main()
