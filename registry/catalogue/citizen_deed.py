"""On what condition who does what, as a citizen is told it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

# Where in the pattern of a deed its actors stand, and the word between the last two;
# without one of them they stand first, with «og».
PLACES = {"{og}": "og", "{eller}": "eller"}
NOBODY, NOT_SAID = "aftalen", "siger ikke, hvem der {deed}"


@dataclass(frozen=True)
class Deed:
    """`condition`: what is said before; a clause, with its comma, or whole sentences,
    or nothing. `who`: those who do it, in one phrase; empty where nobody knows them.
    `does`: what they do, its verb first.
    """

    condition: str
    who: str
    does: str

    @property
    def sentence(self) -> str:
        """After a clause the verb stands before its subject."""
        who = self.who or NOBODY
        does = self.does if self.who else NOT_SAID.format(deed=self.does)
        if not self.condition.endswith(","):
            return f"{self.condition} {whole(f'{who} {does}')}".strip()

        verb, _, rest = does.partition(" ")
        comma = "," if verb.endswith(",") else ""
        subject = f"{who.rstrip(',')}," if comma else who
        return whole(f"{self.condition} {verb.rstrip(',')} {subject} {rest}".strip())

    @property
    def lead(self) -> str:
        """What several deeds of the same condition and actors begin with."""
        return whole(f"{self.condition} gør {self.who} dette:")

    @property
    def leads(self) -> bool:
        """Whether it may stand among others under one lead: what somebody may do is not
        what they do, and what nobody is said to do has nobody who does it.
        """
        is_clause = self.condition.endswith(",")
        return is_clause and bool(self.who) and not self.does.startswith("kan ")


def bare(pattern: str) -> str:
    """A deed without the place of its actors."""
    for place in PLACES:
        pattern = pattern.replace(place, "")
    return pattern.strip()


def joining(pattern: str) -> str:
    """The word between the last two of the actors of a pattern."""
    return next((PLACES[place] for place in PLACES if place in pattern), "og")


def together(names: Sequence[str], word: str) -> str:
    """The names in one phrase, the word between the last two."""
    if len(names) == 1:
        return names[0]
    first = ", ".join(name.rstrip(",") for name in names[:-1])
    clause = "," if names[-2].endswith(",") else ""
    return f"{first}{clause} {word} {names[-1]}"


def whole(text: str) -> str:
    """A text as a sentence: with its stop, and a capital."""
    text = text.strip()
    ended = text if text.endswith((".", "!", "?", ":")) else f"{text}."
    return ended[:1].upper() + ended[1:]
