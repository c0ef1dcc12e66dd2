"""Who a phrase of a text names, and who has been named before it."""

from dataclasses import dataclass, field, replace

ANY = "any"  # a gender that fits every pronoun


@dataclass(frozen=True)
class Who:
    """The actors that a phrase names. `asked` is the phrase where it names someone, or
    may, whom the vocabulary does not tell; `sure`: whether it was named as such.
    """

    keys: tuple[str, ...] = ()
    asked: str = ""
    sure: bool = True

    @property
    def is_someone(self) -> bool:
        """Whether anybody is named, known or not."""
        return bool(self.keys or self.asked)


@dataclass(frozen=True)
class Mention:
    """What a phrase of a clause told of: its actors, if known, and its gender (n, c, p;
    empty where unknown, «any» where it fits all). `is_someone`: an actor, known or
    not, and no thing. `is_aside`: told of in a condition or another clause of the
    sentence. `sure`: whether the actor was named as such.
    """

    keys: tuple[str, ...]
    gender: str
    is_someone: bool
    is_subject: bool
    is_aside: bool = False
    sure: bool = True


@dataclass
class Context:
    """Who has been named so far in the text: (key, head, gender), the last one last.

    `subject` is who did what was told before, by gender, `doing` who does what is told
    now: an object that is a pronoun means another. `place`: where, if that is first.
    `clauses`: what each main clause before in this sentence told of, `condition` what
    stands before this one's verb does; `before`: what the sentence before told of in
    the same `part`, a paragraph or a list.
    """

    named: list[tuple[str, str, str]] = field(default_factory=list)
    subject: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    doing: tuple[str, ...] = ()
    place: str = ""
    clauses: list[list[Mention]] = field(default_factory=list)
    condition: list[Mention] = field(default_factory=list)
    before: list[Mention] = field(default_factory=list)
    part: int = -1

    def begin(self, part: int) -> None:
        """A new sentence: pronouns reach into the one before, in the same part."""
        is_same = part == self.part
        self.before = [one for clause in self.clauses for one in clause if is_same]
        self.clauses, self.condition, self.part = [], [], part

    def kept(self) -> "Context":
        """As it is now, for `take_back`: less who is named."""
        return replace(
            self, subject=list(self.subject), clauses=list(self.clauses), named=[]
        )

    def take_back(self, kept: "Context") -> None:
        """Forget what was heard since, but not who was named."""
        self.subject, self.doing = kept.subject, kept.doing
        self.clauses, self.condition = kept.clauses, kept.condition

    def all_with(self, head: str) -> frozenset[str]:
        """The actors named so far by a longer name with this head."""
        return frozenset(key for key, named, _ in self.named if named.endswith(head))

    def meant(self, head: str) -> str | None:
        """Whom the short form of a name takes up; empty where it may be several."""
        named = self.all_with(head)
        if len(named) < 2:
            return next(iter(named), None)
        doers = (named & set(keys) for keys, _ in reversed(self.subject[-3:]))
        last = next((both for both in doers if both), frozenset())
        return next(iter(last)) if len(last) == 1 else ""
