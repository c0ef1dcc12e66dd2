"""What somebody gets from somebody: it is who it comes from that sends it."""

from registry.suggest.action import Action, ActionWords
from registry.suggest.predicate import Predicate
from registry.suggest.verbs import MESSAGES
from registry.suggest.who import Who

GETTING = frozenset({"få", "modtage", "have"})
WRITTEN = (
    "brev",
    "notat",
    "svar",
    "rapport",
    "besked",
    "oplysning",
    "kopi",
    "epikrise",
)


class Receipts(ActionWords):
    """Judges a predicate by whom its object comes from."""

    def sent_from(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Egen læge får et brev fra hospitalet» is the hospital's to send."""
        if verb not in GETTING or self.mode(predicate) == "may" or predicate.negated:
            return None
        noun, _ = self.noun_after(predicate.said_at, predicate.end)
        if not who.is_someone or not (noun in MESSAGES or noun.endswith(WRITTEN)):
            return None
        if not self.mode(predicate) and not self.roles.has_time(predicate):
            return None

        sender, place = self.roles.placed(predicate, frozenset({"fra"}))
        if not sender.is_someone or place is None:
            return None
        about, start = predicate.subject, predicate.said_at
        return Action("receipt", sender, "give", start, about=about, less=place)
