"""Turns of everyday Danish that mean one thing of the field, read as its words.

Who «er røget på sygehuset» is admitted, and who pays «hænger på den». The list is true
of the language: a turn is only there where its words together mean just that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from registry.language.danish import Token, fold, stem
from registry.language.foreign import JOINED, as_danish
from registry.language.shorthand import in_full

# After a turn: only where its clause ends, or the question does.
ENDS = "."


def in_plain_words(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a question in any of the languages as Danish words in full, its
    turns as what they mean.
    """
    return idioms_read(text, in_full(as_danish(tokens, phrases=True)))


def idioms_read(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a question with each turn as the words that it stands for, at the
    place of the turn; the longest first, none where it is no turn of the list.
    """
    turns, read, at = _turns(), [], 0

    while at < len(tokens):
        meant = None
        for words, ends, meaning in turns.get(tokens[at].exact, ()):
            part = tokens[at : at + len(words)]
            is_there = tuple(token.exact for token in part) == words
            if is_there and (not ends or _clause_ends(text, tokens, at + len(words))):
                meant = [_in_place(part, word) for word in meaning]
                at += len(words)
                break
        if meant is None:
            meant = [tokens[at]]
            at += 1
        read += meant

    return read


def _in_place(part: Sequence[Token], word: str) -> Token:
    return part[0]._replace(exact=fold(word), stem=stem(word), end=part[-1].end)


def _clause_ends(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing more of the clause follows the word before this one."""
    if at == len(tokens):
        return True
    between = text[tokens[at - 1].end : tokens[at].start]
    return bool(between.strip())


@cache
def _turns() -> Mapping[str, Sequence[tuple[tuple[str, ...], bool, tuple[str, ...]]]]:
    """The turns by their first folded word, the longest first: their words, whether
    the clause ends after them, and what they mean.
    """
    text = (Path(__file__).parent / "words" / "idioms.txt").read_text("utf-8")
    turns = defaultdict(list)

    for pair in text.split():
        turn, _, meaning = pair.partition("=")
        words = [fold(word) for word in turn.split(JOINED)]
        ends = words[-1] == ENDS
        words = words[:-1] if ends else words
        meant = tuple(word for word in meaning.split(JOINED) if word)
        turns[words[0]].append((tuple(words), ends, meant))

    return {
        first: sorted(some, key=lambda turn: (-len(turn[0]), not turn[1]))
        for first, some in turns.items()
    }
