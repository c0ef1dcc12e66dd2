"""The acts that lead a version from draft to publication: who may do which, from
where, and all that is said of each.
"""

from typing import NamedTuple

from registry.accounts.four_eyes import refusal_to
from registry.accounts.roles import Person, needed
from registry.models import Role, State
from registry.publishing import effects
from registry.rules.states import stands_as
from registry.storage.four_eyes import Authors

WROTE = "Du har selv skrevet i kladden. En anden skal godkende eller returnere den."
OPEN = (State.DRAFT, State.RETURNED)


class Act(NamedTuple):
    """One act, whole: what shows it, does it or tells of it reads it here.

    The database keeps to the same steps, whoever writes in it. It lies below and cannot
    read this, so its triggers say them once more (storage/triggers.py): out of what is
    published or withdrawn, and on what a decision is. They must agree.

    `key`: what stands in the trail, English and for good. `path`: the last part of its
    address. `label`: on its button. `done`: the answer to the one who did it. `trail`:
    what the history page says that they did. `sources`, `target`: from which states to
    which. `effect`: what it does besides. `by_others`: only by someone who wrote no
    part. `by_writers`: only by someone who did. `asks`: what is said on the page that
    asks first; without it the button does the act at once. `lands`: the page where the
    one who did it lands (its endpoint).
    """

    key: str
    path: str
    label: str
    done: str
    trail: str
    roles: tuple[Role, ...]
    sources: tuple[State, ...]
    target: State
    effect: effects.Effect
    by_others: bool = False
    by_writers: bool = False
    asks: str = ""
    lands: str = "drafts.overview"

    @property
    def is_decision(self) -> bool:
        """Whether it is taken on the page where the whole text stands: others' text is
        to be read first.
        """
        return self.by_others

    @property
    def leads_on(self) -> bool:
        """Whether it is a step towards publication, not back or out."""
        return self.target not in (*OPEN, State.WITHDRAWN)


ACTS = {
    act.key: act
    for act in (
        Act(
            key="submit",
            path="indsend",
            label="Send til godkendelse",
            done="Kladden er sendt til godkendelse.",
            trail="sendte til godkendelse",
            roles=(Role.EDITOR,),
            sources=OPEN,
            target=State.IN_APPROVAL,
            effect=effects.submit,
        ),
        Act(
            key="take-back",
            path="tag-tilbage",
            label="Tag tilbage",
            done="Kladden er taget tilbage.",
            trail="tog kladde tilbage",
            roles=(Role.EDITOR,),
            sources=(State.IN_APPROVAL,),
            target=State.DRAFT,
            effect=effects.take_back,
        ),
        Act(
            key="approve",
            path="godkend",
            label="Godkend",
            done="Udgaven er godkendt. Godkendelsen gælder netop denne tekst.",
            trail="godkendte",
            roles=(Role.APPROVER,),
            by_others=True,
            sources=(State.IN_APPROVAL,),
            target=State.APPROVED,
            effect=effects.approve,
        ),
        Act(
            key="return",
            path="returner",
            label="Returnér",
            done="Kladden er returneret med din bemærkning.",
            trail="returnerede",
            roles=(Role.APPROVER,),
            by_others=True,
            sources=(State.IN_APPROVAL, State.APPROVED, State.FOR_ADOPTION),
            target=State.RETURNED,
            effect=effects.return_,
        ),
        Act(
            key="send-for-adoption",
            path="til-vedtagelse",
            label="Send til vedtagelse",
            done="Udgaven er til vedtagelse. Send linket til parterne.",
            trail="sendte til vedtagelse",
            roles=(Role.EDITOR, Role.APPROVER),
            sources=(State.APPROVED,),
            target=State.FOR_ADOPTION,
            effect=effects.send_for_adoption,
            lands="adoptions.adoption",
        ),
        Act(
            key="publish",
            path="offentliggoer",
            label="Offentliggør",
            done="Udgaven er offentliggjort.",
            trail="offentliggjorde",
            roles=(Role.APPROVER,),
            sources=(State.APPROVED, State.FOR_ADOPTION),
            target=State.PUBLISHED,
            effect=effects.publish,
            asks="Udgaven bliver en del af kataloget for altid. Den kan ikke rettes "
            "eller fjernes bagefter; en rettelse er en ny udgave.",
        ),
        Act(
            key="withdraw",
            path="laeg-vaek",
            label="Læg kladden væk",
            done="Kladden er lagt væk. Den står under Kladder, der er lagt væk, og kan "
            "genåbnes.",
            trail="lagde kladde væk",
            roles=(Role.EDITOR,),
            by_writers=True,
            sources=(*OPEN, State.IN_APPROVAL, State.APPROVED, State.FOR_ADOPTION),
            target=State.WITHDRAWN,
            effect=effects.withdraw,
            lands="desk.withdrawn",
            asks="Kladden forsvinder fra alles lister, og er den sendt eller godkendt, "
            "bortfalder det. Teksten bliver gemt. Kladden kan genåbnes fra Kladder, "
            "der er lagt væk, indtil aftalen får en ny udgave.",
        ),
        Act(
            key="reopen",
            path="genaabn",
            label="Genåbn",
            done="Kladden er genåbnet, som den var, da den blev lagt væk.",
            trail="genåbnede kladde",
            roles=(Role.EDITOR,),
            sources=(State.WITHDRAWN,),
            target=State.DRAFT,
            effect=effects.reopen,
        ),
    )
}


def act_at(path: str) -> Act | None:
    """The act whose address ends so."""
    return next((act for act in ACTS.values() if act.path == path), None)


def refusal(act: Act, state: str, person: Person, authors: Authors) -> str:
    """Why the person may not do the act now, in Danish; empty where they may.

    `authors`: everyone who wrote any part of a draft since the last publication.
    """
    if state not in act.sources:
        return f"{stands_as(state)} «{act.label}» kan ikke bruges nu."
    if not set(act.roles) & set(person.roles):
        return needed(act.roles)

    if act.by_others and authors.bind(person.username):
        return refusal_to(person, authors, WROTE)
    responsible = authors.responsible
    if act.by_writers and responsible and person.username not in responsible:
        return f"Kun den, der har skrevet i kladden, kan bruge «{act.label}»."

    return ""


def open_acts(state: str, person: Person, authors: Authors) -> list[Act]:
    """The acts the person may do now, in the order of the table."""
    return [act for act in ACTS.values() if not refusal(act, state, person, authors)]
