"""Whom or what an arrangement does not cover: «gælder ikke for», «undtaget er …»."""

from registry.suggest.action import Action, ActionWords
from registry.suggest.lexicon import REFERS_BACK
from registry.suggest.nouns import phrase_end
from registry.suggest.predicate import Predicate
from registry.suggest.who import Who

SET_ASIDE = ("undtaget", "undtaget herfra", "undtaget heraf", "undtagelsen")
# An arrangement is nobody's task: whose it is to use it is asked.
NOBODY = Who(asked="hvem", sure=False)
FROM_IT = ("herfra", "heraf")


class SetAside(ActionWords):
    """Judges what is set aside from an arrangement."""

    def set_aside(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Undtaget er …», «undtaget herfra er …», which is of the row before."""
        said = self.text(predicate.subject)
        if verb != "være" or who.keys or said not in SET_ASIDE:
            return None

        start, end = self.skip(predicate.said_at, predicate.end), predicate.end
        about = start, phrase_end(self.words, start, end)
        if about[1] == start:
            return None

        if said.endswith(FROM_IT):
            return Action("backwards", Who(), verb, start)
        return Action("exception", NOBODY, verb, end, about=about)

    def excepted(self, predicate: Predicate, who: Who, verb: str) -> Action | None:
        """«Gælder ikke for», «omfatter ikke», «er ikke omfattet af»."""
        passive, _ = self.participle(predicate)
        said = passive if verb == "være" and passive else verb
        if said == "undtage" and predicate.subject:
            return Action(
                "exception", NOBODY, verb, predicate.end, about=predicate.subject
            )

        # «Det gælder ikke for …» speaks of the rule, whoever else «det» may be.
        is_rule = said == "gælde" and self.text(predicate.subject) in REFERS_BACK
        if not predicate.negated or (who.keys and said != "omfatte" and not is_rule):
            return None

        if said == "gælde":
            return Action("exception", NOBODY, verb, predicate.start)
        if said == "omfatte":
            about = predicate.subject if passive or predicate.passive else None
            start = predicate.end if about else predicate.start
            return Action("exception", NOBODY, verb, start, about=about)
        return None
