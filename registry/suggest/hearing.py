"""Who is told of, sentence by sentence, for what later words take up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from registry.suggest.actors import Actors
from registry.suggest.clauses import Sub, subordinates
from registry.suggest.finite import GENITIVE_ENDINGS
from registry.suggest.lexicon import CONDITIONAL, DETERMINERS
from registry.suggest.names import PRONOUNS
from registry.suggest.nouns import coordinated, gender_of, is_genitive, phrase_end
from registry.suggest.predicate import Predicate, Span
from registry.suggest.timing import times
from registry.suggest.who import ANY, Context, Mention, Who
from registry.suggest.words import Word

Words = Sequence[Word]


class Hearing:
    """Hears the words of one sentence, predicate by predicate."""

    def __init__(self, words: Words, actors: Actors, context: Context) -> None:
        self.words = words
        self.actors = actors
        self.context = context
        self.meant: dict[Span, Who] = {}  # by a pronoun, for each verb that has it

    def subject(self, predicate: Predicate) -> Who:
        """Whom the subject names; who was named before is known by then."""
        words, context = self.words, self.context
        context.condition = []
        for sub in subordinates(words):
            if sub.end <= predicate.finite and sub.conjunction in CONDITIONAL:
                self._condition(sub)
        if predicate.subject is None:
            return Who()

        if predicate.before:
            ahead = self._mentions(*predicate.before, [], is_aside=True)
            context.condition += [one for one in ahead if self._is_new(one)]

        context.doing = ()
        context.place = self.actors.place_in(words, predicate.before)
        who = self.meant.get(predicate.subject) or self.actors.of_span(
            words, predicate.subject, context
        )
        if words[predicate.subject[1] - 1].low.endswith(GENITIVE_ENDINGS):
            return Who(asked=self._text(predicate.subject), sure=False)
        if self._is_formal(predicate):
            who = Who(asked=self._text(predicate.subject), sure=False)
        if self._is_pronoun(predicate.subject) and not self._is_formal(predicate):
            self.meant[predicate.subject] = who
        context.doing, context.place = who.keys, ""
        self._keep_doer(predicate.subject, who)
        return who

    def heard(self, predicate: Predicate, who: Who) -> None:
        """Keep whom and what a predicate told of, `who` as its subject."""
        clause = [replace(one, is_aside=True) for one in self.context.condition]
        if predicate.subject:
            clause.append(self._mention(predicate.subject, who, is_subject=True))

        start = max(predicate.start, predicate.verb + 1)
        inside = [(sub.start, sub.end) for sub in predicate.subs]
        clause += self._mentions(start, predicate.end, inside)
        for sub in predicate.subs:
            clause += self._mentions(sub.start + 1, sub.end, [], is_aside=True)
        self.context.clauses.append(clause)

    def _condition(self, sub: Sub) -> None:
        """Keep whom a condition tells of; its subject stands first."""
        start, end = sub.start + 1, sub.end
        phrases = coordinated(self.words, start, end)
        if phrases:
            span = phrases[0][0], phrases[-1][1]
            who = self.actors.of_span(self.words, span, self.context)
            self._keep_doer(span, who)

            self.context.condition.append(self._mention(span, who, is_subject=True))
            start = span[1]
        self.context.condition += self._mentions(start, end, [])

    def _mentions(
        self,
        start: int,
        end: int,
        inside: Sequence[Span],
        *,
        is_aside: bool = False,
    ) -> Iterator[Mention]:
        """Those and that which phrases name, times and other clauses passed over."""
        passed = dict(inside) | dict(times(self.words, start, end))
        at = start

        while at < end:
            if passed.get(at, at) > at:
                at = passed[at]
                continue

            last = phrase_end(self.words, at, end)
            if last > at:
                who = self.actors.of_span(self.words, (at, last), self.context)
                if who.is_someone or self._has_noun(at, last):
                    one = self._mention((at, last), who, is_subject=False)
                    yield replace(one, is_aside=is_aside)
            at = max(last, at + 1)

    def _has_noun(self, start: int, end: int) -> bool:
        return any(word.low not in DETERMINERS for word in self.words[start:end])

    def _mention(self, span: Span, who: Who, *, is_subject: bool) -> Mention:
        gender = "p" if len(who.keys) > 1 else gender_of(self.words, *span)
        if self._is_pronoun(span):
            gender = PRONOUNS[self.words[span[0]].low]
        # «Kommunens plan» is definite, and its gender does not show.
        owned = any(map(is_genitive, self.words[span[0] : span[1] - 1]))
        gender = gender or (ANY if owned and not who.is_someone else "")
        return Mention(who.keys, gender, who.is_someone, is_subject, sure=who.sure)

    def _is_new(self, one: Mention) -> bool:
        """Whether someone stands before the verb whom no condition has told of."""
        known = {other.keys for other in self.context.condition}
        return one.is_someone and one.keys not in known

    def _keep_doer(self, span: Span, who: Who) -> None:
        """Keep who, or that something, was the subject: a short name takes it up."""
        if not self._is_pronoun(span):
            gender = "p" if len(who.keys) > 1 else gender_of(self.words, *span)
            self.context.subject.append((who.keys, gender))

    def _is_formal(self, predicate: Predicate) -> bool:
        """Whether «det» stands for what is still to come: «det er kommunens opgave»."""
        said = self._text(predicate.subject or (0, 0)).lower()
        return said == "det" and self.words[predicate.finite].low in ("er", "bliver")

    def _is_pronoun(self, span: Span) -> bool:
        return span[1] - span[0] == 1 and self.words[span[0]].low in PRONOUNS

    def _text(self, span: Span) -> str:
        return " ".join(w.text for w in self.words[slice(*span)])
