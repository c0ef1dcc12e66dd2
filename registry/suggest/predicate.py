"""What a main clause says of one subject."""

from dataclasses import dataclass, field

from registry.suggest.clauses import Sub

Span = tuple[int, int]
# What stands in the place of a modal where «at» with an infinitive is what is said.
FRAME = "frame"
FRAME_WORDS = 9


@dataclass
class Predicate:
    """What is said of one subject: a verb and all that belongs to it.

    `finite` is the finite verb, `verb` the one with the meaning (after a modal its
    infinitive), `subject` and `before` (what else stands before the verb) are spans.
    `before_subs` are the clauses in what stands before, `subs` those after the verb,
    `apart` those that tell duties of their own.
    `start` and `end` hold what is said after the verb, `object` what stands in the
    subject's place instead of it. `is_there`: «der» stands there; `first`: no verb of
    the same subject is before; `is_doubtful`: it may go on with the condition before.
    `denying`: the places of the words that deny the verb; `is_touched`: something is
    denied in it.
    `exceptions`: for whom or what it does not hold, each with its first words and
    without them.
    """

    finite: int
    verb: int
    start: int
    end: int
    subject: Span | None
    before: Span | None
    modal: str = ""
    passive: bool = False
    negated: bool = False
    denying: frozenset[int] = frozenset()
    is_touched: bool = False
    first: bool = True
    subs: list[Sub] = field(default_factory=list)
    before_subs: list[Sub] = field(default_factory=list)
    apart: frozenset[Sub] = frozenset()
    exceptions: list[tuple[Span, Span]] = field(default_factory=list)
    object: Span | None = None
    is_there: bool = False
    is_doubtful: bool = False

    @property
    def said_at(self) -> int:
        """Where what is said begins, past the verb and a subject after it."""
        return max(self.start, self.verb + 1)
