"""What is not to be done, also where nobody is named: «må ikke anvendes», «det er ikke
tilladt at …», «der sendes ingen rapport».
"""

from registry.suggest.action import Action, ActionWords
from registry.suggest.lexicon import NONE
from registry.suggest.predicate import Predicate
from registry.suggest.verbs import AIMING, CHARGING, DISPOSING, GIVING, MENTAL, STATIVE
from registry.suggest.who import Who

ALLOWED = frozenset({"tilladt", "lovligt"})
FORBIDDEN = frozenset({"forbudt", "ulovligt"})
# What a subject does that leaves a thing undone, by the words after the verb.
LEAVING = {
    "undlade": ((),),
    "nægte": ((),),
    "undgå": ((),),
    "fravælge": ((),),
    "slippe": (("for",),),
    "afstå": (("fra",),),
    "afholde": (("sig", "fra"),),
    "lade": (("være", "med"), ("være",)),
    "ophøre": (("med",),),
    "holde": (("op", "med"),),
    "se": (("bort", "fra"),),
}


class Prohibitions(ActionWords):
    """Judges what is denied of nobody in particular."""

    def forbidden(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """A passive that is not to be, or «det er ikke tilladt at …»."""
        if verb == "være":
            return self._not_allowed(predicate)

        if not predicate.passive or self.roles.agent(predicate).is_someone:
            return None
        if verb in MENTAL | AIMING | STATIVE or not self._is_denied(predicate, verb):
            return None

        open_ = Who(asked="hvem", sure=False)
        about = predicate.subject
        return Action("duty", open_, verb, predicate.said_at, False, about=about)

    def left_undone(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Undlader at», «lader være med at»: not to do it. Where that is denied in
        turn, the words stand as they are.
        """
        if not who.is_someone or predicate.passive or predicate.negated:
            return None
        at = self.skip(predicate.said_at, predicate.end)
        ends = [
            at + len(tail)
            for tail in LEAVING.get(verb, ())
            if tuple(w.low for w in self.words[at : at + len(tail)]) == tail
        ]
        infinitive = self.marked(ends[0], predicate.end) if ends else None
        if infinitive is None:
            return None

        predicate.negated = True
        word = self.words[infinitive]
        said = word.low if word.infinitive else word.passive
        start, less = infinitive + 1, (predicate.start, infinitive + 1)
        return Action("duty", who, said, start, sure=False, less=less)

    def _is_denied(self, predicate: Predicate, verb: str) -> bool:
        is_none = self._none(predicate)
        if is_none and predicate.subject:
            start, end = predicate.subject
            if end - start == 1:
                return False
            # It is told of what there is to be none of.
            predicate.subject = (start + 1, end)

        if not predicate.modal:
            return is_none and verb in GIVING | CHARGING
        if not predicate.negated:
            return False
        return predicate.modal in ("må", "skal", "bør") or (
            predicate.modal == "kan" and verb in DISPOSING
        )

    def _none(self, predicate: Predicate) -> bool:
        subject = predicate.subject
        return subject is not None and self.words[subject[0]].low in NONE

    def _not_allowed(self, predicate: Predicate) -> Action | None:
        at = self.skip(predicate.said_at, predicate.end)
        said = self.words[at].low if at < predicate.end else ""
        infinitive = self.marked(at + 1, predicate.end)
        is_denied = said in (ALLOWED if predicate.negated else FORBIDDEN)
        if infinitive is None or not is_denied:
            return None

        predicate.negated = True
        open_ = Who(asked="hvem", sure=False)
        word = self.words[infinitive]
        return Action("duty", open_, word.low, infinitive + 1, sure=False)
