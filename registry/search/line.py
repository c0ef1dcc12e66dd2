"""What the first line of an answer is made of: its answers, what is excepted, and what
it leaves to the rows below. Pure.
"""

from collections.abc import Sequence
from typing import NamedTuple

from registry.language.danish import lowered
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.search.beside import FieldBeside
from registry.search.conditions import STATED, TASK
from registry.search.room import LONGEST_ALSO, LONGEST_BESIDE, ONE_LINE
from registry.search.shortening import headline_end
from registry.search.yes_or_no import SURE
from registry.unsaid import Saying

EXCLUDED = ROW_FIELDS_BY_NAME["does_not_apply_to"].label
EXCEPTED = "Undtaget"
MORE_EXCEPTED, ARE_EXCEPTED = "Flere undtagelser", "Der er undtagelser: se hvilke"
CHANGING = "Kan være ændret"
WHICH = {"kommune": "Hvilken kommune", "region": "Hvilken region"}
ALSO, ALSO_FOR = "I andre tilfælde", "For andre"
ALSO_SAYS, SEE = "Den siger også", "Se også"
UNSETTLED = "Ikke afklaret"
ONE_MORE = "1 svar mere"  # before it is unfolded
NOT_IN_IT = "står ikke i aftalen"  # of what there is only room to name


class Excepted(NamedTuple):
    """What a row does not hold for, and the row. `stands_alone`: not where it only
    goes on about what stands elsewhere, and is nothing without that.
    """

    text: str
    row: str
    stands_alone: bool = True


class Part(NamedTuple):
    """One answer with the conditions under which it holds; none where it always does.
    `unconfirmed`: what to say where rows behind it are not confirmed. `for_others`: it
    holds for other target groups than the question names. `rest`: its rows whose
    condition there is no room for. `older`: what is said before an answer that is an
    older edition's. `excepts`: what its rows do not hold for, of which the first
    `excepts_said` are told and the others lead to their rows; `changing`: what they say
    is announced; `facts`: who and when, where all its rows say the same.
    """

    answer: str
    state: str = STATED
    conditions: tuple[str, ...] = ()
    unconfirmed: str = ""
    for_others: bool = False
    rest: tuple[str, ...] = ()
    row: str = ""
    older: str = ""
    excepts: tuple[Excepted, ...] = ()
    excepts_said: int = 0
    changing: str = ""
    facts: tuple[FieldBeside, ...] = ()

    def less(self, facts: Sequence[FieldBeside], *, is_first: bool = False) -> "Part":
        """The part with those of its facts that say something more than some others,
        and than the answer itself. The first says of who and when that it is not known.
        """
        own = (f for f in self.facts if f not in facts and (is_first or f.is_stated))
        return self._replace(
            facts=tuple(f for f in own if f.text != self.answer or not f.is_stated)
        )

    @property
    def headline_end(self) -> int:
        """Where what stands in large letters ends."""
        return headline_end(self.answer)

    @property
    def condition(self) -> str:
        """Its one condition, where that is all there is and stands beside it."""
        return self.conditions[0] if len(self.conditions) == 1 else ""

    @property
    def condition_is_long(self) -> bool:
        """Whether who and when are read before the condition."""
        return len(self.condition) > LONGEST_BESIDE

    @property
    def name(self) -> str:
        """The answer in few words, where it only names the row that tells it."""
        if self.state == Saying.NOT_STATED:
            return NOT_IN_IT
        return self.answer[: self.headline_end].rstrip(" ,;:")

    @property
    def also_name(self) -> str:
        """Its name where it is one of others, with the case that it is for, where there
        is room: «Region» alone tells nobody when.
        """
        named = f"{self.name} – {self.condition}" if self.condition else self.name
        return named if len(named) <= LONGEST_ALSO else self.name

    @property
    def is_sure(self) -> bool:
        """Whether today's sources confirm all of it."""
        return not (self.older or self.unconfirmed)

    def __str__(self) -> str:
        conditions = "; ".join(self.conditions)
        if self.state == STATED:
            answer = " – ".join(filter(None, (self.answer, conditions)))
        else:
            before = conditions[:1].upper() + conditions[1:]
            answer = ": ".join(filter(None, (before, self.answer)))
        more = f" og {len(self.rest)} tilfælde til" if self.rest else ""
        before = f"{self.older}: " if self.older else ""
        after = f" ({self.unconfirmed})" if self.unconfirmed else ""
        excepts = "".join(
            f"; {EXCLUDED.lower()}: {one.text}"
            for one in self.excepts[: self.excepts_said]
        )

        return f"{before}{answer}{more}{excepts}{after}"


class Exclusion(NamedTuple):
    """What a row says it does not apply to, where the question names that."""

    text: str
    unconfirmed: str = ""
    older: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether today's sources confirm it."""
        return not (self.older or self.unconfirmed)

    @property
    def headline_end(self) -> int:
        """Where what stands in large letters ends."""
        return headline_end(self.text)

    @property
    def headline(self) -> str:
        """What stands in large letters: a sentence that can be acted on."""
        return f"{EXCLUDED} {lowered(self.text[: self.headline_end])}"

    def __str__(self) -> str:
        before = f"{self.older}: " if self.older else ""
        excluded = f"{before}{EXCLUDED}: {self.text}"
        return f"{excluded} ({self.unconfirmed})" if self.unconfirmed else excluded


class FirstLine(NamedTuple):
    """The line of one group. `field` is the row field it tells, `label` its name;
    `also` are the answers that only the rows below tell whole. `verdict`: yes or no,
    where the question asks so and a row says so. `facts`: who and when, where every
    row says the same; `changing`: what a row says is announced.
    `rings`: the question asks whom to ring, which then stands first. `also_for`: whom
    the other answers are for, where they are told apart by that. `depends`: on what
    it depends which of the answers holds; `is_by_place`: that is the municipality,
    which is not chosen.
    """

    field: str
    parts: tuple[Part, ...]
    also: tuple[Part, ...] = ()
    excluded: Exclusion | None = None
    verdict: str = ""
    label: str = ""
    facts: tuple[FieldBeside, ...] = ()
    changing: str = ""
    rings: bool = False
    also_for: str = ""
    depends: str = ""
    is_by_place: bool = False

    @property
    def verdict_is_sure(self) -> bool:
        """Whether its yes or no is said without a reservation."""
        return self.verdict in SURE

    @property
    def changes_first(self) -> bool:
        """Whether what is announced is read before the answers: where they say no,
        which may not hold any more.
        """
        says_no = self.excluded or any(part.excepts for part in self.parts)
        return bool(self.changing and says_no)

    @property
    def basis(self) -> str:
        """How sure all of it is, where that is the same of every answer; it is said
        once, before them.
        """
        said = {part.older or part.unconfirmed for part in self.parts}
        if self.excluded:
            said.add(self.excluded.older or self.excluded.unconfirmed)
        return said.pop() if len(said) == 1 else ""

    @property
    def also_label(self) -> str:
        """What stands before the names of the other answers."""
        if self.label in WHICH.values():
            return SEE
        if self.also_for:
            return self.also_for
        return ALSO_SAYS if self.field == TASK else ALSO

    def name_of(self, part: Part) -> str:
        """What another answer is named; whom it is for is not said twice."""
        is_for = self.also_for not in ("", ALSO_FOR)
        return part.name if is_for else part.also_name

    @property
    def also_fits(self) -> bool:
        """Whether the others are named at once: one, or those that stand on one line of
        a telephone.
        """
        names = " · ".join(map(self.name_of, self.also))
        fits = len(f"{self.also_label}: {names}") <= ONE_LINE
        return fits or (len(self.also) == 1 and len(names) <= LONGEST_ALSO)

    @property
    def is_unsettled(self) -> bool:
        """Whether those that the question names are excepted by a rule that is said to
        change: then neither yes nor no is an answer.
        """
        return bool(self.excluded and self.changing and not self.verdict)

    @property
    def excluded_label(self) -> str:
        """What stands before whom it does not hold for."""
        return EXCEPTED

    def is_sure_of(self, what: Part | Exclusion) -> bool:
        """Whether what one of its answers does not hold for is sure, and nothing is
        announced, or it is a sure no: only that stands in large letters.
        """
        is_no = self.verdict_is_sure and what is self.excluded
        return is_no or (what.is_sure and not self.changing)

    def __str__(self) -> str:
        verdict = UNSETTLED if self.is_unsettled else self.verdict
        texts = [verdict, str(self.excluded or ""), *map(str, self.parts)]
        also = ", ".join(map(self.name_of, self.also))
        label = self.also_for.lower() if self.also_for else "også"
        texts += [f"{label}: {also}"] if also else []
        changing = [f"{CHANGING}: {self.changing}"] if self.changing else []
        texts = [*changing, *texts] if self.changes_first else [*texts, *changing]
        return " · ".join(text for text in texts if text)
