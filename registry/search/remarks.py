"""What is said before an answer: what to do at once where there is danger; that it is
of another day than the one asked about, of a paragraph and not of its subsection, or
without a word that no row has. Pure.
"""

from collections.abc import Collection, Sequence
from datetime import date

from registry.language.dates import danish_date
from registry.search.answer import Remark
from registry.search.bounds import Bounds
from registry.search.concepts import ParsedQuestion, Role
from registry.search.danger import ACUTE
from registry.search.room import SHORTEST_LACKING

# No address is known that faults are told to: none is made up.
FAULT = (
    "Er der en fejl i kataloget, så sig det til den, der fører det hos jer. Kataloget "
    "nævner ingen adresse eller noget nummer til det."
)


def remarks_on(
    bounds: Bounds,
    pr: date,
    *,
    is_danger: bool = False,
    is_fault: bool = False,
    lacking: Sequence[str] = (),
) -> list[Remark]:
    """The remarks on an answer as of a date; first of all what to do at once, where the
    question tells of danger, and where it tells of a fault in the catalogue, whom to
    tell. Who asks back about a month is told the way to it; a year that is past may
    only be a part of a name. `lacking`: what the question names and nothing in the
    catalogue has, though the rest of it is answered.
    """
    remarks = [Remark(ACUTE, is_acute=True)] if is_danger else []
    remarks += [Remark(FAULT)] if is_fault else []
    if bounds.since and bounds.since > pr:
        asked, answered = danish_date(bounds.since), danish_date(pr)
        remarks.append(
            Remark(
                f"Du spørger om tiden fra {asked}. Svaret her gælder {answered}.",
                bounds.since,
            )
        )

    if bounds.past and bounds.past < pr.replace(day=1):
        then, answered = danish_date(bounds.past, "month"), danish_date(pr)
        remarks.append(
            Remark(f"Du spørger om {then}. Svaret her gælder {answered}.", bounds.past)
        )

    remarks.extend(
        Remark(
            f"Ingen række siger, at den er efter «{cited}». Svaret er om paragraffen."
        )
        for cited in bounds.subsections.unstated
    )

    if lacking:
        named = ", ".join(f"«{text}»" for text in lacking)
        remarks.append(
            Remark(f"Ingen række dækker {named}. Svaret er om resten af spørgsmålet.")
        )
    return remarks


def lacking_of(parsed: ParsedQuestion, missing: Collection[str]) -> list[str]:
    """What of the words that nothing knows the first row lacks, and that may be what
    the question is about: a short one is mostly a slip or a small word.
    """
    foreign = [concept.text for concept in parsed.of(Role.UNKNOWN)]
    return [
        text for text in foreign if text in missing and len(text) >= SHORTEST_LACKING
    ]
