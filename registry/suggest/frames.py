"""Duties, rights and responsibilities that lie in a word beside the verb."""

from collections.abc import Sequence
from itertools import pairwise

from registry.suggest.action import Action
from registry.suggest.lexicon import PREPOSITIONS
from registry.suggest.names import base_of
from registry.suggest.nouns import phrase_end
from registry.suggest.predicate import Predicate
from registry.suggest.set_aside import SetAside
from registry.suggest.verbs import (
    AUTHORITY,
    DUTY_ADJECTIVES,
    DUTY_NOUNS,
    EXPENSES,
    MAY_NOUNS,
    RESTING,
    RESTING_AT,
    RIGHT_ADJECTIVES,
    RIGHT_NOUNS,
    TREATMENT,
)
from registry.suggest.who import Who
from registry.suggest.words import Word

Words = Sequence[Word]
HANDED = ("placere", "forankre", "overdrage", "overføre")
FALLING = ("påhvile", "tilkomme", "tilfalde")
# What a subject does with «at» after it; in the passive it is laid on the subject.
FRAMING = {
    "forpligte": "duty",
    "påtage": "duty",
    "behøve": "duty",
    "pålægge": "duty",
    "bemyndige": "possibility",
}
LAID_ON = ("forpligte", "pålægge", "bemyndige")
MEDICAL = ("lægelige", "lægefaglige", "behandlingsmæssige", "medicinske")
OVER = ("overdrage", "overlade", "aflevere")
# A thing that happens, and whom it happens through: indkaldelse sker ved kommunen.
DOING = (
    *("ning", "ningen", "ling", "lingen", "ring", "ringen"),
    *("else", "elsen", "tion", "tionen"),
)
HAPPENING = ("ske", "foregå")
THROUGH = frozenset({"ved", "via", "gennem", "hos"})


class Frames(SetAside):
    """«Har ansvaret for at», «ligger hos», «er op til»."""

    def treatment(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """Who has or takes over the medical responsibility."""
        subject = self.text(predicate.subject)
        if TREATMENT in subject and not who.is_someone:
            return self._treatment_lies(predicate, verb)

        noun, at = self.noun_after(predicate.start, predicate.end)
        if TREATMENT in self.text((predicate.said_at, predicate.end)) and verb in OVER:
            whose, place = self.roles.placed(predicate, frozenset({"til"}))
            if whose.is_someone:
                said = "overtage behandlingsansvaret"
                return Action("treatment", whose, said, predicate.end, less=place)
        noun = TREATMENT if self._is_medical(predicate, noun) else noun
        held = verb in ("have", "overtage", "bevare", "beholde", "bære", "varetage")
        if TREATMENT in noun and held and who.is_someone:
            return Action("treatment", who, verb, predicate.said_at)
        if verb == "være" and noun.startswith("behandlingsansvarlig") and who.keys:
            return Action("treatment", who, "have behandlingsansvaret", at + 1)
        return None

    def _is_medical(self, predicate: Predicate, noun: str) -> bool:
        """«Det lægelige ansvar» is the medical responsibility."""
        said = self.text((predicate.said_at, predicate.end)).split(" ")
        return noun == "lægeansvar" or any(
            one in MEDICAL and other.startswith("ansvar")
            for one, other in pairwise(said)
        )

    def _treatment_lies(self, predicate: Predicate, verb: str) -> Action | None:
        whose, place = self.roles.placed(predicate, RESTING_AT)
        if verb in FALLING:
            whose = self.roles.object_of(predicate)
        if not whose.is_someone or predicate.negated:
            return None

        takes = verb in ("overgå", "overtage", "overføre", "overdrage", "følge")
        said = "overtage behandlingsansvaret" if takes else "have behandlingsansvaret"
        _, last = self.participle(predicate)
        start = max(predicate.start, last + 1)
        return Action("treatment", whose, said, start, less=place)

    def framed(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Har ansvaret for at», «er forpligtet til at», «har ret til»."""
        if verb in FRAMING:
            return self._taken_on(predicate, who, verb)
        if verb not in ("have", "være", "få", *FALLING):
            return None
        noun, place = self.noun_after(predicate.start, predicate.end)
        noun, place = self._had(predicate, noun, place, verb)
        kind = self._frame_kind(noun, verb)

        if verb == "være":
            who, kind, place = self._owned(predicate, who, kind, place)
        if verb in FALLING:
            whose = self.roles.object_of(predicate)
            return self._rests(predicate, whose)
        if not kind or not who.is_someone:
            return None
        return self._unwrapped(predicate, who, kind, place, verb)

    def _taken_on(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Forpligter sig til at», «behøver ikke at»."""
        at = self.marked(predicate.start, predicate.end)
        if verb in LAID_ON and not predicate.passive:
            # «Regionen pålægger hospitalet at svare»: the other one is to do it.
            whose = self.roles.object_of(predicate)
            if whose.is_someone and (predicate.negated or self.mode(predicate)):
                return None
            who = whose if whose.is_someone else who
        if at is None or not who.is_someone:
            return None
        if predicate.passive and verb not in LAID_ON:
            return None
        if verb == "behøve" and not predicate.negated:
            return None

        word = self.words[at]
        said = word.low if word.infinitive else word.passive
        return Action(FRAMING[verb], who, said, at + 1, less=(predicate.start, at + 1))

    def happening(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Indkaldelse sker ved kommunen», «det er op til regionen at …»."""
        if verb in HAPPENING and not who.is_someone and predicate.subject:
            whose, place = self.roles.placed(predicate, THROUGH)
            about, start = predicate.subject, predicate.said_at
            if whose.is_someone and place:
                return Action("duty", whose, "stå for", start, False, about, place)
            done = self.words[about[1] - 1].low.endswith(DOING)
            if done and self.roles.has_time(predicate):
                open_ = Who(asked="hvem", sure=False)
                return Action("duty", open_, "stå for", start, False, about)

        if verb == "være" and (action := self._in_hand(predicate)):
            return action

        if verb == "være" and self._begins(predicate, "op", "til"):
            whose = self.roles.after(predicate, frozenset({"til"}))
            at = next(
                (i for i in range(predicate.start, predicate.end) if self._is_at(i)),
                None,
            )
            if whose.is_someone and at is not None:
                infinitive = self.marked(at, predicate.end)
                if infinitive is not None:
                    said = self.words[infinitive].low
                    return Action("duty", whose, said, infinitive + 1)

        return None

    def _in_hand(self, predicate: Predicate) -> Action | None:
        """«Planen skal være kommunen i hænde senest …»."""
        said = [w.low for w in self.words[predicate.said_at : predicate.end]]
        if "hænde" not in said or self.mode(predicate) != "duty":
            return None
        place = predicate.said_at + said.index("hænde")
        open_, about = Who(asked="hvem", sure=False), predicate.subject
        less = (place - 1, place + 1)
        return Action("duty", open_, "give", predicate.said_at, False, about, less)

    def _begins(self, predicate: Predicate, *wanted: str) -> bool:
        """Whether what is said begins with these words."""
        start = self.skip(predicate.start, predicate.end)
        return tuple(w.low for w in self.words[start : start + len(wanted)]) == wanted

    def _is_at(self, at: int) -> bool:
        return self.words[at].low == "at"

    def _had(
        self, predicate: Predicate, noun: str, place: int, verb: str
    ) -> tuple[str, int]:
        """The word that «have» or «være» has its meaning by, phrases passed over."""
        nouns = DUTY_NOUNS | RIGHT_NOUNS | MAY_NOUNS | {AUTHORITY, TREATMENT}
        if verb == "være":
            nouns = DUTY_ADJECTIVES | RIGHT_ADJECTIVES

        for at in range(predicate.start, predicate.end):
            word = self.words[at]
            if word.is_sign or word.low == "at":
                break
            base = base_of(word.low)
            after = self.words[at - 1].low
            if base in nouns and (after == "til" or after not in PREPOSITIONS):
                return base, at
        return noun, place

    def _frame_kind(self, noun: str, verb: str) -> str:
        if verb in ("have", "få"):
            for kind, nouns in (
                ("duty", DUTY_NOUNS | {AUTHORITY}),
                ("right", RIGHT_NOUNS),
                ("possibility", MAY_NOUNS),
            ):
                if noun in nouns or (kind == "duty" and noun.endswith("ansvar")):
                    return kind
            return ""

        if noun in DUTY_ADJECTIVES:
            return "duty"
        return "right" if noun in RIGHT_ADJECTIVES else ""

    def _owned(
        self, predicate: Predicate, who: Who, kind: str, place: int
    ) -> tuple[Who, str, int]:
        """«Det er kommunens opgave at», «lægens opgave er at», «er lægens ansvar»."""
        after = self.skip(predicate.start, predicate.end)
        end = phrase_end(self.words, after, predicate.end)
        if end - after > 1 and base_of(self.words[end - 1].low) in DUTY_NOUNS:
            owner = self.roles.owner(after, end)
            if owner.is_someone:
                return owner, "duty", end - 1

        if predicate.subject:
            start, stop = predicate.subject
            if base_of(self.words[stop - 1].low) in DUTY_NOUNS and stop - start > 1:
                owner = self.roles.owner(start, stop)
                return owner, "duty" if owner.is_someone else "", predicate.verb
        return who, kind, place

    def _unwrapped(
        self, predicate: Predicate, who: Who, kind: str, place: int, verb: str
    ) -> Action | None:
        """The action that stands after «at», or the responsibility for a thing."""
        # «Har ingen pligt til at» denies it.
        none = self.words[place - 1].low in ("ingen", "intet")
        predicate.negated = predicate.negated or none

        infinitive = self.marked(place + 1, predicate.end)
        if infinitive is not None:
            word = self.words[infinitive]
            said = word.low if word.infinitive else word.passive
            return Action(kind, who, said, place + 1, less=(place + 1, infinitive + 1))

        noun = self.words[place].low if place > predicate.verb else "ansvaret"
        if predicate.subject and self.roles.is_thing(predicate.subject):
            about = predicate.subject
            return Action(kind, who, "have ansvaret for", place + 1, about=about)
        if kind == "duty" and not who.sure:
            return None
        if verb == "være" and kind == "duty" and noun.startswith(("ansvar", "opgave")):
            return Action(kind, who, "have ansvaret for", place + 1)

        head = "have" if kind != "duty" or "ansvar" in noun else verb
        start = self.skip(predicate.start, place)
        said = f"{head} {self.between(start, place)}"
        if noun.startswith(("ansvarlig", "hovedansvarlig")):
            said = "have ansvaret"
        return Action(kind, who, said, place + 1)

    def _rests(self, predicate: Predicate, whose: Who) -> Action | None:
        if not whose.is_someone:
            return None

        inside = {p for sub in predicate.subs for p in range(sub.start, sub.end)}
        own = (p for p in range(predicate.start, predicate.end) if p not in inside)
        marks = (self.marked(p, predicate.end) for p in own if self._is_at(p))
        infinitive = next((place for place in marks if place is not None), None)
        if infinitive is not None:
            said, less = self.words[infinitive].low, (predicate.start, infinitive + 1)
            return Action("duty", whose, said, infinitive, less=less)
        if self.text(predicate.subject) in ("det", "dette"):
            return None
        is_duty = "ansvar" in self.text(predicate.subject)
        said = "have" if is_duty else "have ansvaret for"
        return Action("duty", whose, said, predicate.end, about=predicate.subject)

    def resting(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Ansvaret for … ligger hos kommunen», «udgiften påhviler regionen»."""
        subject = self.text(predicate.subject)
        passive, _ = self.participle(predicate)
        if predicate.passive and verb not in HANDED:
            return None
        lies = verb in RESTING or passive in RESTING
        if not lies or who.is_someone or predicate.negated or not predicate.subject:
            return None

        about = next((n for n in (*DUTY_NOUNS, *EXPENSES) if n in subject), "")
        whose = self.roles.after(predicate, RESTING_AT) if about else Who()
        if not whose.is_someone:
            return None
        if about in EXPENSES:
            return Action(
                "payer", whose, "betale", predicate.end, about=predicate.subject
            )
        said = "overtage" if verb in (*HANDED, "overgå") else "have"
        return Action("duty", whose, said, predicate.end, about=predicate.subject)
