"""What many agreements of an appendix have in common, said once: the municipalities
behind them, the days that they are only counted from, and why they are unsettled.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from registry.catalogue.snapshot import Snapshot
from registry.exports.appendix_agreements import AppendixAgreement
from registry.exports.appendix_content import AppendixContent
from registry.language.dates import danish_date
from registry.models import Decision
from registry.rules.party_roles import ALL, BUT

# So many municipalities are told together, and so few of them named as exceptions.
MANY, FEW = 5, 3
UNKNOWN = "ukendt, regnes fra {}"
# Of so many agreements a reason is said once, over the list.
SHARED, AS_ABOVE = 3, "som nævnt ovenfor"


def parties_in_words(snapshot: Snapshot, names: Sequence[str]) -> str:
    """The parties of one role: all municipalities as such, exceptions by name."""
    known = _municipalities(snapshot)
    others = [name for name in names if name not in known]
    missing = [name for name in known if name not in names]
    if not _are_together(snapshot, names):
        return ", ".join(names)

    together = ALL.format(len(known))
    if missing:
        together += f"{BUT}{_listed(missing)}"
    return _listed([", ".join(others), together] if others else [together])


def municipalities_in_words(appendix: AppendixContent) -> str:
    """Those that the list tells together, by name; empty where it tells none so."""
    named = [n for a in appendix.agreements for _, n in a.parties]
    is_full = appendix.request.full
    return municipalities_behind(appendix.snapshot, named) if is_full else ""


def municipalities_behind(snapshot: Snapshot, parties: Iterable[Sequence[str]]) -> str:
    """The municipalities by name where `parties_in_words` tells any group of parties'
    together; else empty.
    """
    is_used = any(_are_together(snapshot, names) for names in parties)
    return ", ".join(_municipalities(snapshot)) if is_used else ""


def since_in_words(agreement: AppendixAgreement) -> str:
    """The first day, or that which it is counted from: `counted_from` says why."""
    if agreement.counted_from is None:
        return agreement.since
    return UNKNOWN.format(danish_date(agreement.counted_from))


def note_on_days(agreements: Iterable[AppendixAgreement]) -> str:
    """Why unknown days are counted from those that they are; empty where none is."""
    periods = sorted(
        {
            (e.counted_from, e.made_under)
            for e in agreements
            if e.counted_from is not None
        }
    )
    if not periods:
        return ""

    days = _listed([f"{danish_date(day)} for {period}" for day, period in periods])
    return (
        "Ukendt: Dagen, hvor aftalen trådte i kraft, kendes ikke. "
        "Den regnes fra begyndelsen af perioden for den sundhedsaftale, den er indgået "
        f"under: {days}."
    )


def undecided_in_words(appendix: AppendixContent) -> str:
    """The agreements of which nothing is decided and nothing else is told; empty
    without.
    """
    titles = [f"«{a.shown.version.title}»" for a in appendix.undecided_alone]
    if not titles:
        return ""

    number = f"{len(titles)} {'anden aftale' if len(titles) == 1 else 'andre aftaler'}"
    return (
        f"Om {number}, der er i kraft på datoen, er intet besluttet: {_listed(titles)}."
    )


def note_on_confirmation(agreements: Iterable[AppendixAgreement]) -> str:
    """Which decisions to continue no source confirms; empty where all are confirmed.
    An agreement that is left open needs no such word.
    """
    to_continue = [
        (agreement.title, agreement.continuation.confirmed)
        for agreement in agreements
        if agreement.continuation is not None
        and agreement.continuation.decision == Decision.CONTINUES
    ]
    doubted = [f"«{title}»" for title, confirmed in to_continue if not confirmed]
    if not doubted:
        return ""

    number = len(to_continue)
    if len(doubted) <= FEW:
        which = f"Beslutningen om at videreføre {_listed(doubted)} er ikke"
    elif len(doubted) == number:
        which = f"Ingen af de {number} beslutninger om at videreføre en aftale er"
    else:
        which = f"{len(doubted)} af de {number} beslutninger om at videreføre er ikke"
    return f"{which} bekræftet af en kilde."


def note_on_decisions(appendix: AppendixContent) -> str:
    """That silence is none; empty where every agreement names its parties'
    decisions.
    """
    if not appendix.request.full or all(e.decisions for e in appendix.agreements):
        return ""
    return (
        "Hvor parternes beslutninger ikke er nævnt ved en aftale, er ingen registreret "
        "i kataloget."
    )


def common_reason(appendix: AppendixContent) -> str:
    """The reason that most of the unsettled share, for the list that is short; else
    empty.
    """
    reasons = Counter(agreement.why for agreement in appendix.unsettled)
    if appendix.request.full or not reasons:
        return ""
    reason, number = reasons.most_common(1)[0]
    return reason if number >= SHARED else ""


def why_of(agreement: AppendixAgreement, common: str) -> str:
    """Why it is unsettled, unless that was said over the list."""
    return AS_ABOVE if common and agreement.why == common else agreement.why


def _are_together(snapshot: Snapshot, names: Sequence[str]) -> bool:
    known = _municipalities(snapshot)
    missing = sum(name not in names for name in known)
    return len(known) >= MANY and missing <= FEW and len(known) - missing >= MANY


def _municipalities(snapshot: Snapshot) -> list[str]:
    return [municipality.name for municipality in snapshot.municipalities()]


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} og {last}" if first else last
