"""What an appendix says in sentences: for its document and for its data."""

from registry.catalogue.agreement_words import decision_in_words
from registry.catalogue.snapshot import ShownAgreement
from registry.exports.appendix_agreements import PartyDecision
from registry.exports.appendix_content import AppendixContent
from registry.exports.request import MUNICIPALITY, NARROWING
from registry.language.dates import danish_date
from registry.records.kinds import DECISION_LABELS

DECIDED_TO = dict(DECISION_LABELS)


def statement(appendix: AppendixContent) -> str:
    """What the chapter is there to say; its number is that of the list."""
    on, title = danish_date(appendix.request.moment.pr), appendix.health_agreement.title
    number = len(appendix.continued)

    if number == 0:
        return _none_continues(appendix, on, title)

    if number == 1:
        opening = "Følgende 1 eksisterende aftale videreføres"
    else:
        opening = (
            f"Følgende {number} eksisterende aftaler, forløbsprogrammer mv. videreføres"
        )

    return f"{opening} under {title} og er således fortsat gældende pr. {on}."


def _none_continues(appendix: AppendixContent, on: str, title: str) -> str:
    """That nothing was decided is said only where nothing was: a decision may stand,
    and the agreement have fallen out of the list since.
    """
    fallen_out = appendix.selection.fallen_out
    if not fallen_out:
        which = "nogen af dem, listen er afgrænset til" if narrowed_to(appendix) else ""
        return (
            f"Pr. {on} er det ikke besluttet om {which or 'nogen aftale'}, at den "
            f"videreføres under {title}."
        )

    statuses = sorted({f"«{one.status.status.value}»" for one in fallen_out})
    which, whose = (
        ("1 aftale er det besluttet, at den", "dens")
        if len(fallen_out) == 1
        else (f"{len(fallen_out)} aftaler er det besluttet, at de", "deres")
    )
    return (
        f"Pr. {on} står ingen aftale som videreført under {title}. For {which} "
        f"videreføres, men {whose} status er nu {' eller '.join(statuses)}."
    )


def narrowed_to(appendix: AppendixContent) -> list[tuple[str, str]]:
    """What the list is narrowed to: label and value."""
    return [
        (parameter.label, appendix.snapshot.label(scheme, value))
        for parameter, scheme in NARROWING
        if (value := getattr(appendix.request, parameter.name))
    ]


def names_narrowed_to(appendix: AppendixContent) -> str:
    """The values alone, as a title has them; empty for a list that is whole."""
    return ", ".join(value for _, value in narrowed_to(appendix))


def narrowing_in_words(appendix: AppendixContent) -> str:
    """What the list shows less of than the whole; empty where it shows all."""
    narrowed = narrowed_to(appendix)
    place = next(
        (value for label, value in narrowed if label == MUNICIPALITY.label), ""
    )
    others = [f"{at}: {to}" for at, to in narrowed if at != MUNICIPALITY.label]

    within = f"er afgrænset til {'; '.join(others)}" if others else ""
    there = f"viser det, der gælder i {place}" if place else ""
    said = ", og ".join(part for part in (there, within) if part)
    return f"Listen {said}." if said else ""


def change_lines(appendix: AppendixContent) -> list[str]:
    """What has changed in the list, one line for each agreement."""
    if appendix.changes is None:
        return []

    return [
        *(f"Kommet til: {_named(a)}." for a in appendix.changes.added),
        *(
            f"Ny udgave: {_named(a)} (før udgave {old.number})."
            for a, old in appendix.changes.renewed
        ),
        *(
            f"Udgået: {a.shown.version.title}. {_left(appendix, a)}"
            for a in appendix.changes.removed
        ),
    ]


def decided_in_words(decided: PartyDecision) -> str:
    """A party's decision in words."""
    return decision_in_words(*decided)


def _named(agreement: ShownAgreement) -> str:
    return f"{agreement.shown.version.title}, udgave {agreement.shown.number}"


def _left(appendix: AppendixContent, agreement: ShownAgreement) -> str:
    """Why an agreement is no longer in the list: its status, or the decision."""
    decision = appendix.selection.decision(agreement.slug)
    status = f"Status er nu «{agreement.status.status.value}»"
    return (
        f"{status}; besluttet: {DECIDED_TO[decision.decision]}."
        if decision
        else f"{status}."
    )


def undecided_counted(appendix: AppendixContent) -> str:
    """As many as the reservations tell of; those among the unsettled by themselves."""
    alone = [a.shown.version.title for a in appendix.undecided_alone]
    also = [a.shown.version.title for a in appendix.undecided_and_unsettled]

    said = ": ".join((counted(len(alone)), *(["; ".join(alone)] if alone else [])))
    among = f". Desuden {len(also)} af dem, der afklares: {'; '.join(also)}"
    return said + (among if also else "")


def counted(number: int) -> str:
    """So many agreements, in words."""
    return "1 aftale" if number == 1 else f"{number} aftaler"
