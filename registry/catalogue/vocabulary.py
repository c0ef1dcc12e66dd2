"""The words that the catalogue's values are chosen from, as they stand at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from registry.rules.fields import VOCABULARIES, Scheme

if TYPE_CHECKING:
    from registry.models import Choice


class Vocabulary:
    """The choices of every scheme, as last recorded by a moment."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        latest = {(choice.scheme, choice.key): choice for choice in choices}
        self.schemes: dict[str, dict[str, Choice]] = {
            scheme.value: {} for scheme in VOCABULARIES
        }
        for choice in sorted(latest.values(), key=lambda c: (c.position, c.key)):
            self.schemes.setdefault(choice.scheme, {})[choice.key] = choice

    def label(self, scheme: str, key: str) -> str:
        """The choice's label, or its key where the choice was not yet recorded."""
        choice = self.schemes.get(scheme, {}).get(key)
        return choice.label if choice else key

    def labels(self, scheme: str, keys: Iterable[str]) -> list[str]:
        """The labels of the keys, in their order."""
        return [self.label(scheme, key) for key in keys]

    def questions_of(self, row_id: str) -> list[str]:
        """What people ask that the row of that address answers."""
        choice = self.schemes[Scheme.QUESTIONS].get(row_id)
        return choice.also if choice else []

    @property
    def asked(self) -> list[Choice]:
        """Every choice that a question may name: what only citizens are told is
        none.
        """
        return [
            choice
            for scheme, choices in self.schemes.items()
            if scheme != Scheme.PLAIN_WORDS
            for choice in choices.values()
        ]

    def plain(self, text: str) -> str | None:
        """How a citizen is told the text of a row, or a label; None where nobody has
        said how.
        """
        return self._plain.get(text)

    @cached_property
    def _plain(self) -> Mapping[str, str]:
        choices = self.schemes[Scheme.PLAIN_WORDS].values()
        return {text: choice.label for choice in choices for text in choice.also}

    def has(self, scheme: str, key: str) -> bool:
        """Whether the scheme has that key by the moment."""
        return key in self.schemes.get(scheme, {})
