"""What a predicate is to its subject: a duty, a right, a payment, an exception, or
nothing that a row tells.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from registry.suggest.action import Action
from registry.suggest.denial import tells_no_more
from registry.suggest.frames import Frames
from registry.suggest.lexicon import NONE
from registry.suggest.names import NO_OWNERS, base_of
from registry.suggest.nothing import is_attitude, is_fact, refers
from registry.suggest.nouns import is_definite, is_initials, phrase_end
from registry.suggest.payments import Payments
from registry.suggest.predicate import Predicate, Span
from registry.suggest.prohibitions import Prohibitions
from registry.suggest.receipts import Receipts
from registry.suggest.roles import Roles
from registry.suggest.timing import times
from registry.suggest.verbs import (
    AIMING,
    BEARING,
    CHOOSING,
    EXPENSES,
    HANDLING,
    HOLDING,
    HUMAN,
    INFORMING,
    INVOLVING,
    MEETINGS,
    MENTAL,
    MENTIONING,
    MESSAGES,
    MOVING,
    PAYING,
    PHRASAL,
    SHARING,
    STARTING,
    STATIVE,
    THINGS,
    WRITING,
)
from registry.suggest.who import Who
from registry.suggest.words import Word

Words = Sequence[Word]


class Judge(Frames, Payments, Prohibitions, Receipts):
    """Judges the predicates of one sentence, in order."""

    def __init__(self, words: Words, roles: Roles, *, is_economics: bool) -> None:
        super().__init__(words, roles)
        self.is_economics = is_economics
        self.kind_before = ""

    def action(self, predicate: Predicate, who: Who) -> Action | None:
        """The action that the predicate tells; None where it tells none."""
        verb = self.verb_of(predicate)
        if not verb or self.is_past(predicate) or self._is_nothing(predicate, verb):
            self.kind_before = ""
            return None

        rules: tuple[Callable[[Predicate, Who, str], Action | None], ...] = (
            self.left_undone,
            self._continued,
            self.set_aside,
            self.excepted,
            self.free,
            self.owed,
            self.treatment,
            self.framed,
            self.resting,
            self.happening,
            self.forbidden,
            self.charged,
            self._passive,
            self._payment,
            self._plain,
        )

        action = next((a for rule in rules if (a := rule(predicate, who, verb))), None)
        self.kind_before = action.kind if action else ""
        if action and predicate.is_doubtful:
            action = replace(action, sure=False)

        return action

    def _is_nothing(self, predicate: Predicate, verb: str) -> bool:
        """Whether it only tells how things go, or where to read more."""
        return (
            is_fact(self.words, predicate)
            or refers(self.words, predicate, verb)
            or tells_no_more(self.words, predicate)
        )

    def _continued(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """A further infinitive after «har ansvaret for at …» is of the same kind."""
        if predicate.first or predicate.modal != "frame" or not self.kind_before:
            return None
        if self.words[predicate.finite].present:  # «…, men har ingen pligt til at»
            return None
        return Action(self.kind_before, who, verb, predicate.start)

    def _passive(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Henvises af egen læge», «skal sendes», «er sendt»."""
        start = predicate.said_at
        if not predicate.passive:
            base, place = self.participle(predicate)
            if not (self.mode(predicate) and verb in ("være", "blive") and base):
                return None
            verb, start = base, place + 1
        if verb in MENTAL or not (predicate.subject or predicate.is_there):
            return None

        agent = self.roles.agent(predicate)
        if agent.is_someone:
            kind = "payer" if self._is_paid(verb, predicate) else self.kind(predicate)
            by = self.roles.agent_span(predicate)
            return self._of_agent(predicate, agent, kind, verb, start, by)
        if verb in SHARING and (action := self.shared(predicate)):
            return action
        return self._without_agent(predicate, verb, start, who)

    def _of_agent(
        self,
        predicate: Predicate,
        agent: Who,
        kind: str,
        verb: str,
        start: int,
        place: Span | None,
    ) -> Action | None:
        if not kind or (verb in STATIVE | AIMING and kind != "payer"):
            return None
        return Action(kind, agent, verb, start, about=predicate.subject, less=place)

    def _without_agent(
        self, predicate: Predicate, verb: str, start: int, who: Who
    ) -> Action | None:
        """Somebody is to do it, and the sentence does not say who."""
        mode = self.mode(predicate)
        nobody = self.text(predicate.subject) in NONE
        if verb in STATIVE | AIMING | MENTAL or mode == "will" or nobody:
            return None

        tells_someone = self.roles.informed(predicate, verb) or (
            who.is_someone and verb in INFORMING | INVOLVING
        )
        due = self.roles.has_time(predicate)
        if mode != "duty" and not (mode == "" and (tells_someone or due)):
            return None

        open_ = Who(asked="hvem", sure=False)
        return Action("duty", open_, verb, start, sure=False, about=predicate.subject)

    def _is_paid(self, verb: str, predicate: Predicate) -> bool:
        if verb in PAYING:
            return True
        subject = self.text(predicate.subject)
        if verb not in BEARING or any(meeting in subject for meeting in MEETINGS):
            return False
        return self.is_economics or self._is_expense(predicate.subject)

    def _is_expense(self, span: Span | None) -> bool:
        return any(noun in self.text(span) for noun in EXPENSES)

    def _payment(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Betaler for», «afholder udgiften»."""
        if not who.is_someone or self.mode(predicate) in ("may", "will"):
            return None
        said = self.text((predicate.verb + 1, predicate.end))
        pays = verb in PAYING or (
            verb in BEARING and any(noun in said for noun in EXPENSES)
        )
        return Action("payer", who, verb, predicate.said_at) if pays else None

    def _plain(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """A subject and its verb, with a modal or in the plain present."""
        if not who.is_someone:
            action = self._held(predicate, verb) or self._handled(predicate, verb)
            if action:
                return action
            who = self._unknown(predicate, verb)
        if not who.is_someone:
            return None

        if sent := self.sent_from(predicate, who, verb):
            return sent

        if verb in ("have", "få") and self._receives(predicate, who):
            asked = Who(asked="hvem", sure=False)
            _, place = self.participle(predicate)
            is_message = self._is_message(predicate)
            kind = "receipt" if is_message or place > predicate.verb else "duty"
            return Action(kind, asked, "give", place + 1, False, predicate.subject)
        kind, start = self.kind(predicate), predicate.said_at
        done, place = self.participle(predicate)
        if (
            verb == "have" and self.mode(predicate) == "duty" and done
        ):  # «skal have afklaret»
            verb, start = done, place + 1
        if not kind or predicate.passive or not self._is_deed(predicate, who, verb):
            return None

        return Action(kind, who, verb, start, about=predicate.object)

    def _held(self, predicate: Predicate, verb: str) -> Action | None:
        """What a text is to hold: «henvisningen skal indeholde …»."""
        if self.mode(predicate) != "duty" or verb not in HOLDING or predicate.passive:
            return None
        asked, about = Who(asked="hvem", sure=False), predicate.subject
        return Action("duty", asked, verb, predicate.said_at, False, about)

    def _handled(self, predicate: Predicate, verb: str) -> Action | None:
        """A thing first, that somebody deals with: «medicinen betaler patienten»."""
        is_second = predicate.subject and predicate.subject[0] < predicate.finite
        if verb not in HANDLING or predicate.passive or not is_second:
            return None

        place = self.roles.object_span(predicate)
        who = self.roles.object_of(predicate) if place else Who()
        kind = self.kind(predicate)
        if not who.keys or not kind or place is None:
            return None

        kind = "payer" if self._is_paid(verb, predicate) else kind
        start, about = predicate.said_at, predicate.subject
        return Action(
            kind, replace(who, sure=False), verb, start, about=about, less=place
        )

    def _is_deed(self, predicate: Predicate, who: Who, verb: str) -> bool:
        """Whether the verb is something that is done, and not how things are."""
        mode = self.mode(predicate)

        strives = verb in AIMING and not self._is_phrasal(predicate, verb)
        if strives or is_attitude(self.words, predicate, who, verb):
            return False
        if verb in MENTIONING and not mode and not self._writes(predicate, verb):
            return False
        if verb in MOVING and not mode and not self._is_moved(predicate, verb):
            return False
        if predicate.is_doubtful and set(who.keys) <= NO_OWNERS:
            return False

        if verb in STATIVE and not self._is_phrasal(predicate, verb):
            chosen = mode == "may" and verb in CHOOSING
            due = mode == "duty" and verb != "blive"
            return bool(who.keys) and (due or chosen)
        return True

    def _writes(self, predicate: Predicate, verb: str) -> bool:
        """Whether a thing is put down somewhere, and nothing claimed."""
        has_clause = any(sub.conjunction == "at" for sub in predicate.subs)
        said = range(predicate.said_at, predicate.end - 1)
        places = (at + 1 for at in said if self.words[at].low in ("i", "på"))
        ends = (phrase_end(self.words, at, predicate.end) for at in places)
        somewhere = any(is_definite(self.words[end - 1]) for end in ends)
        return verb in WRITING and not has_clause and somewhere

    def _is_moved(self, predicate: Predicate, verb: str) -> bool:
        """Whether a verb of moving is an action: by the word after, or its object."""
        at = self.skip(predicate.said_at, predicate.end)
        has_object = phrase_end(self.words, at, predicate.end) > at
        timed = any(s == at for s, _ in times(self.words, at, predicate.end))
        starts = verb in STARTING and has_object and not timed
        return starts or self._is_phrasal(predicate, verb)

    def _is_phrasal(self, predicate: Predicate, verb: str) -> bool:
        """Whether a verb of moving is an action by the word after it: står for."""
        at = self.skip(predicate.said_at, predicate.end)
        after = self.words[at].low if at < predicate.end else ""
        return (verb, after) in PHRASAL

    def _unknown(self, predicate: Predicate, verb: str) -> Who:
        """A subject that must be somebody, since only people do such a thing."""
        if verb not in HUMAN or predicate.passive or not predicate.subject:
            return Who()
        start, end = predicate.subject
        head = self.words[end - 1]
        is_thing = base_of(head.low).endswith(THINGS)
        is_named = is_initials(head) or (is_definite(head) and not is_thing)
        asked = " ".join(w.text for w in self.words[start:end])
        return Who(asked=asked, sure=False) if is_named else Who()

    def _receives(self, predicate: Predicate, who: Who) -> bool:
        """Whether the subject is who is to have or have got something, not who does
        it: «kommunen skal have besked», «borgeren skal have en plan».
        """
        if self.mode(predicate) != "duty":
            return False
        done, _ = self.participle(predicate)
        is_given = bool(who.keys) and set(who.keys) <= NO_OWNERS and not done
        return done in ("modtage", "få") or is_given or self._is_message(predicate)

    def _is_message(self, predicate: Predicate) -> bool:
        """Whether what is had is a message."""
        return self.noun_after(predicate.said_at, predicate.end)[0] in MESSAGES
