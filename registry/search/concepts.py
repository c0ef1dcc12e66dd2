"""What a question asks about: its concepts, each with the part it plays in it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from registry.catalogue.facets import PLACES
from registry.language.danish import Token
from registry.language.word_lists import ASKER_WORDS

_ASKERS = [[word] for word in (*ASKER_WORDS, "personalet", "de", "i")]


class Role(StrEnum):
    """What a concept does for an answer."""

    REQUIRED = "required"  # a row must cover it to answer
    FAVOURED = "favoured"  # a row that matches it stands higher
    LIGHT = "light"  # carries no subject, breaks ties
    UNKNOWN = "unknown"  # nothing in the catalogue or the word list knows it


_NEEDED = (Role.REQUIRED, Role.UNKNOWN)
_ASKING = ("hvem", "hvad", "hvornaar", "hvilken", "hvilket", "hvilke")


@dataclass(frozen=True)
class Concept:
    """One thing the question names: its words, its index keys, the terms and facets
    it means.
    """

    text: str
    role: Role
    index_keys: frozenset[str] = frozenset()
    terms: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    likelihood: float = 1.0
    words: tuple[
        frozenset[str], ...
    ] = ()  # a phrase's words: a row that holds all covers it
    word: str = ""  # its folded words, as they were understood
    alternative: bool = (
        False  # set beside others by «eller»: a row may cover any one of them
    )
    part: bool = False  # of one word, `text`, that nothing knows as a whole
    is_purpose: bool = False  # nothing knows it, and it is what the task is for

    @cached_property
    def wanted(self) -> frozenset[str]:
        """All the index keys by which the concept may stand in a document."""
        return self.index_keys.union(*self.words)


@dataclass(frozen=True)
class ParsedQuestion:
    """A question's concepts; the row field it stresses; and what kind of question it
    is.

    `asked`: the row field that an answer begins with: the one that is stressed, or that
    the question names by a word which is a subject too;
    `listing`: it asks which agreements there are; `figure`: it asks how many or how
    long; `price`: what something costs; `either_or`: which of two things a patient is
    to have;
    `of_word`: whether somebody is to have word of something; `of_own_deeds`: whether
    it is about what a citizen may do;
    `respelt`: the question with its slips corrected; `words`: its words as they were
    understood; `stops`: how many part them.
    """

    concepts: tuple[Concept, ...]
    stressed: str | None = None
    asked: str | None = None
    listing: bool = False
    figure: bool = False
    price: bool = False
    either_or: bool = False
    of_word: bool = False
    of_own_deeds: bool = False
    respelt: str | None = None
    words: tuple[Token, ...] = ()
    stops: int = 0

    def places(self) -> dict[str, str]:
        """The municipality and planning area that the question names, as filters."""
        named = [facet for concept in self.concepts for facet in concept.facets]
        return {name: value for name, value in named if name in PLACES}

    def subject(self) -> str:
        """What the question is about, as it was understood: its words but those that
        carry no subject.
        """
        weighty = [c for c in self.concepts if c.role is not Role.LIGHT]
        return " ".join(c.word or c.text for c in weighty)

    def only_group(self) -> Concept | None:
        """The target group that the question is, where it names nothing else."""
        named = [c for c in self.concepts if c.role is not Role.LIGHT]
        groups = [c for c in named if any(f == "target_group" for f, _ in c.facets)]
        return groups[0] if len(named) == 1 and groups else None

    def only_places(self) -> bool:
        """Whether all that it only favours says where («i Hillerød»)."""
        favoured = self.of(Role.FAVOURED)
        return all(any(f in PLACES for f, _ in c.facets) for c in favoured)

    def is_pair(self) -> bool:
        """Whether it is two words set beside each other, and not a word more."""
        return len(self.concepts) == 2 and all(
            c.role in _NEEDED and " " not in c.word for c in self.concepts
        )

    def asks_amount(self) -> bool:
        """Whether it asks what something costs, and not whether it costs more."""
        asks = ("hvad", "hvor", "hvilken", "hvilket")
        return self.price and any(word.exact in asks for word in self.words)

    def held(self, missing: Collection[str]) -> frozenset[str]:
        """The words that the nearest row has, or need not have: it lacks those that are
        `missing`. Of what they name there is something; nobody may say there is none.
        """
        held = (
            one
            for one in self.concepts
            if one.role is not Role.UNKNOWN and one.text not in missing
        )
        return frozenset(word for one in held for word in one.word.split())

    def deed(self) -> Concept | None:
        """What a question asks whether one may do («må vi låse døren»): the first word
        of weight after who does it, where that is a verb.
        """
        words = [one.word for one in self.concepts]
        if words[:1] not in (["maa"], ["kan"]) or words[1:2] not in _ASKERS:
            return None
        weighty = (one for one in self.concepts[2:] if one.role is not Role.LIGHT)
        first = next(weighty, None)
        is_verb = first is not None and first.word.endswith("e") and not first.terms
        return first if is_verb else None

    def topic(self) -> Concept | None:
        """What is named before anything is asked («sonde – hvem betaler»)."""
        first, second = (*self.concepts[:2], None, None)[:2]
        asks = second is not None and second.word in _ASKING
        return first if asks and first and first.role in _NEEDED else None

    def of(self, role: Role) -> list[Concept]:
        """The concepts of one role, in the order of the question."""
        return [concept for concept in self.concepts if concept.role is role]
