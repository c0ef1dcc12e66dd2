"""The ribbon: who carries the medical responsibility in each phase, where it changes
hands, and where nobody says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from registry.rules.pathway.story import (
    NOT_ASKED,
    NOT_STATED,
    STATED,
    WITHOUT_ORDER,
    Story,
    Task,
)

UNSAID = ("Siges ikke", "ingen opgave her rejser spørgsmålet")


class Strand(NamedTuple):
    """A piece of the ribbon within a phase.

    `state`: stated, with its carriers; not-stated, a break: `tasks` do not say who; or
    not-asked, where the question arises in none of the phase's tasks, or it has none.
    `when`: the deadline that the responsibility goes by, if any.
    """

    phase: str
    state: str
    carriers: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    when: str = ""


class HandOver(NamedTuple):
    """The point at which the responsibility changes hands: before the strand `at` of
    its phase. `givers`: none where a task says only who takes over; `takers`: none
    where it says that somebody does, but not who.
    """

    phase: str
    at: int
    givers: tuple[str, ...]
    takers: tuple[str, ...]
    task: Task


class Ribbon(NamedTuple):
    """By phase, in the order of the story: first those with an order."""

    strands: dict[str, tuple[Strand, ...]]
    hand_overs: tuple[HandOver, ...]

    def into(self, phase: str, at: int) -> HandOver | None:
        """The hand-over that a strand begins with."""
        for hand_over in self.hand_overs:
            if (hand_over.phase, hand_over.at) == (phase, at):
                return hand_over
        return None


def strand_in_words(strand: Strand) -> tuple[str, str]:
    """A strand in words: who, and the rest. The deadline says when; without one the
    task says what for.
    """
    count = len(strand.tasks)
    if strand.state == NOT_STATED:
        return "Ikke oplyst", f"i {count} {'opgave' if count == 1 else 'opgaver'}"
    if strand.state == NOT_ASKED:
        # That it is not relevant to a task says nothing of the phase.
        return UNSAID if count else ("Ingen opgaver", "")
    return ", ".join(strand.carriers), strand.when or strand.tasks[0].task


def change_in_words(hand_over: HandOver) -> str:
    """A hand-over in words."""
    takers = ", ".join(hand_over.takers) or "nogen, der ikke er oplyst"
    if not hand_over.givers:
        return f"Ansvaret overtages af {takers}"
    return f"Ansvaret går fra {', '.join(hand_over.givers)} til {takers}"


def ribbon_of(story: Story) -> Ribbon:
    """The ribbon of a path. It says no more than the rows do: that two phases have
    different carriers is a hand-over only where each has one, and no row is silent.
    """
    strands = {
        phase.key: tuple(_strands(story, phase.key)) for phase in story.all_phases
    }
    return Ribbon(strands, tuple(_hand_overs(strands)))


def _strands(story: Story, phase: str) -> Iterator[Strand]:
    tasks = story.of(phase)
    silent = tuple(task for task in tasks if task.treatment == NOT_STATED)
    stated: list[Strand] = []
    for task in tasks:
        if not task.carriers:
            continue
        before = stated[-1] if stated else None
        if before and before.carriers == task.carriers and not task.takes_over:
            stated[-1] = before._replace(tasks=(*before.tasks, task))
        else:
            stated.append(Strand(phase, STATED, task.carriers, (task,), task.deadline))

    yield from stated
    if silent:
        yield Strand(phase, NOT_STATED, tasks=silent)
    elif not stated:
        yield Strand(phase, NOT_ASKED, tasks=tasks)


def _hand_overs(strands: Mapping[str, Sequence[Strand]]) -> Iterator[HandOver]:
    before: Sequence[Strand] = ()
    for phase, listed in strands.items():
        last = _carrier(before) if phase not in WITHOUT_ORDER else None
        for at, strand in enumerate(listed):
            if strand.state == NOT_STATED:
                yield from _unreceived(strand, at)
            elif strand.state == STATED:
                if _takes_over(strand) or _follows(last, strand, listed):
                    yield _hand_over(at, last, strand)
                last = strand
        before = before if _is_not_asked(listed) else listed


def _carrier(listed: Sequence[Strand]) -> Strand | None:
    """Who carries the responsibility when a phase ends, where that is one answer: no
    task is silent, and none speaks of another case.
    """
    speaks_of_one = len({t.agreement for s in listed for t in s.tasks[:1]}) == 1
    all_stated = all(strand.state == STATED for strand in listed)
    return listed[-1] if listed and all_stated and speaks_of_one else None


def _follows(last: Strand | None, strand: Strand, listed: Sequence[Strand]) -> bool:
    """Whether a strand comes after the last one in time: in the same phase the
    agreement tells them one after the other; of two phases each has one answer.
    """
    if last is None or last.carriers == strand.carriers:
        return False
    if last.phase == strand.phase:
        return last.tasks[-1].agreement == strand.tasks[0].agreement
    return _carrier(listed) is not None


def _hand_over(at: int, last: Strand | None, strand: Strand) -> HandOver:
    known = last is not None and last.carriers != strand.carriers
    givers = last.carriers if last and known else ()
    task = next((t for t in strand.tasks if t.takes_over), strand.tasks[0])
    return HandOver(strand.phase, at, givers, strand.carriers, task)


def _takes_over(strand: Strand) -> bool:
    return any(task.takes_over for task in strand.tasks)


def _unreceived(strand: Strand, at: int) -> Iterator[HandOver]:
    for task in strand.tasks:
        if task.takes_over:
            yield HandOver(strand.phase, at, (), (), task)


def _is_not_asked(listed: Sequence[Strand]) -> bool:
    return all(strand.state == NOT_ASKED for strand in listed)
