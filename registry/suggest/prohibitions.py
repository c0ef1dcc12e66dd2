"""What is not to be done, also where nobody is named: «må ikke anvendes», «det er ikke
tilladt at …», «der sendes ingen rapport».
"""

from registry.suggest.act import Act, Said
from registry.suggest.predicate import Predicate
from registry.suggest.verbs import AIMING, CHARGING, DISPOSING, GIVING, MENTAL, STATIVE
from registry.suggest.who import Who

ALLOWED = frozenset({"tilladt", "lovligt"})
FORBIDDEN = frozenset({"forbudt", "ulovligt"})
NONE = frozenset({"ingen", "intet"})


class Prohibitions(Said):
    """Judges what is denied of nobody in particular."""

    def forbidden(self, predicate: Predicate, who: Who, verb: str) -> Act | None:
        """A passive that is not to be, or «det er ikke tilladt at …»."""
        if verb == "være":
            return self._not_allowed(predicate)
        if not predicate.passive or self.roles.agent(predicate).is_someone:
            return None
        if verb in MENTAL | AIMING | STATIVE or not self._is_denied(predicate, verb):
            return None
        open_ = Who(asked="hvem", sure=False)
        about = predicate.subject
        return Act("duty", open_, verb, predicate.content, False, about=about)

    def _is_denied(self, predicate: Predicate, verb: str) -> bool:
        if not predicate.modal:
            return self._of_none(predicate, verb)
        if not predicate.negated:
            return False
        return predicate.modal in ("må", "skal", "bør") or (
            predicate.modal == "kan" and verb in DISPOSING
        )

    def _of_none(self, predicate: Predicate, verb: str) -> bool:
        """Whether nothing is to be sent or charged: it is then no longer told of none."""
        subject = predicate.subject
        none = subject is not None and self.words[subject[0]].low in NONE
        if not none or subject is None or verb not in GIVING | CHARGING:
            return False
        predicate.subject = (subject[0] + 1, subject[1])
        predicate.negated = True
        return subject[1] - subject[0] > 1

    def _not_allowed(self, predicate: Predicate) -> Act | None:
        at = self.skip(predicate.content, predicate.end)
        said = self.words[at].low if at < predicate.end else ""
        infinitive = self.marked(at + 1, predicate.end)
        is_denied = said in FORBIDDEN or (said in ALLOWED and predicate.negated)
        if infinitive is None or not is_denied:
            return None
        predicate.negated = True
        open_ = Who(asked="hvem", sure=False)
        word = self.words[infinitive]
        return Act("duty", open_, word.low, infinitive + 1, sure=False)
