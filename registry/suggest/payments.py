"""Who pays where no verb of paying says so: whose an expense is, what is free, who is
charged, and what a clause says of who pays for the thing before it.
"""

from registry.suggest.action import Action, ActionWords
from registry.suggest.names import base_of
from registry.suggest.nouns import is_genitive, phrase_end
from registry.suggest.predicate import Predicate, Span
from registry.suggest.verbs import CHARGING, EXPENSES, PAYING_DUTIES, TREATMENT
from registry.suggest.who import Who

FREE = frozenset({"gratis", "vederlagsfri", "vederlagsfrit", "omkostningsfri"})
_FREE_PHRASES = (
    *(("uden", what) for what in ("udgift", "udgifter", "omkostninger", "betaling")),
    *(("uden", what) for what in ("egenbetaling", "beregning", "vederlag")),
)
# A duty that begins or holds is a duty.
BEGINNING = ("indtræde", "begynde", "starte", "gælde", "fortsætte")


class Payments(ActionWords):
    """Judges a predicate by its nouns, where the verb alone says nothing of money."""

    def free(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Er gratis for borgeren»: whom it is free for does not pay."""
        if verb != "være" or who.is_someone or not predicate.subject:
            return None

        at = self._free_at(predicate)
        if not at or self.mode(predicate) == "may" or predicate.negated:
            return None

        whose, place = self.roles.placed(predicate, frozenset({"for"}))
        known = whose if whose.keys else Who(asked="hvem", sure=False)
        predicate.negated = True
        less = (predicate.start, max(at, place[1] if place and whose.keys else 0))
        # Whose duty it is then, the sentence does not say.
        return Action("payer", known, "betale", less[1], False, predicate.subject)

    def _free_at(self, predicate: Predicate) -> int:
        """Past the words that say so; 0 where none do."""
        at = self.skip(predicate.said_at, predicate.end)
        low = [w.low for w in self.words[at : at + 2]]
        if low and low[0] in FREE:
            return at + 1
        return at + 2 if tuple(low) in _FREE_PHRASES else 0

    def charged(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Opkræves kommunen»: who is charged pays."""
        if not predicate.passive or verb not in CHARGING:
            return None

        whose = self.roles.object_of(predicate)
        if not who.is_someone and whose.keys:  # «taksten faktureres kommunen»
            place = self.roles.object_span(predicate)
            about, start = predicate.subject, predicate.said_at
            return Action("payer", whose, "betale", start, about=about, less=place)

        if not who.keys:
            return None
        said = f"betale det, der {self.words[predicate.verb].low}"
        return Action("payer", who, said, predicate.said_at)

    def owed(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Er regionens udgift», «betalingen er kommunens», «regionens betalingsansvar
        indtræder, når …».
        """
        if predicate.subject is None or who.keys or predicate.negated:
            return None
        if verb in BEGINNING:
            return self._owner_begins(predicate)
        if verb != "være" or self.mode(predicate):
            return None

        start = self.skip(predicate.said_at, predicate.end)
        end = phrase_end(self.words, start, predicate.end)
        about = predicate.subject

        if end - start == 1 and is_genitive(self.words[start]):
            owner = self.roles.someone_at(start, end)
            if "ansvar" in self.text(about):
                return self._own_duty(about, owner, end)
            return self._own_cost(about, owner, end) if self._is_cost(about) else None

        says_cost = end > start and self._is_cost((end - 1, end))
        owner = self.roles.owner(start, end) if says_cost else Who()
        return self._own_cost(about, owner, end)

    def _own_duty(self, about: Span, owner: Who, end: int) -> Action | None:
        """«Behandlingsansvaret er hospitalets»."""
        kind = "treatment" if TREATMENT in self.text(about) else "duty"
        return Action(kind, owner, "have", end, about=about) if owner.keys else None

    def _own_cost(self, about: Span, owner: Who, end: int) -> Action | None:
        """«Betalingen er kommunens», «transporten er regionens udgift»."""
        is_payment = "betaling" in self.text(about) or "finansiering" in self.text(
            about
        )
        verb = "stå for" if is_payment else "betale"
        return Action("payer", owner, verb, end, about=about) if owner.keys else None

    def shared(self, predicate: Predicate) -> Action | None:
        """«Udgiften deles mellem parterne», «ansvaret deles mellem …»."""
        whose = self.roles.after(predicate, frozenset({"mellem", "imellem"}))
        about = predicate.subject
        if about is None or not whose.keys:
            return None

        if self._is_cost(about):
            return Action("payer", whose, "betale", predicate.end, about=about)
        is_duty = "ansvar" in self.text(about)
        return (
            Action("duty", whose, "have", predicate.end, about=about)
            if is_duty
            else None
        )

    def _owner_begins(self, predicate: Predicate) -> Action | None:
        assert predicate.subject is not None
        start, end = predicate.subject
        head = base_of(self.words[end - 1].low)
        whose = self.roles.owner(start, end)
        if not whose.keys or not head.endswith(("ansvar", "pligt", "forpligtelse")):
            return None

        kind = "payer" if head.startswith(PAYING_DUTIES) else "duty"
        kind = "treatment" if TREATMENT in head else kind
        said = f"have {self.words[end - 1].text}"
        return Action(kind, whose, said, predicate.said_at)

    def _is_cost(self, span: Span) -> bool:
        said = self.text(span)
        return any(noun in said for noun in EXPENSES)
