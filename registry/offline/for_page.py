"""What the copy for bad days tells its page of an answer, as JSON values."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from registry.catalogue.around import Around, around
from registry.catalogue.contacts import Number, reaches
from registry.catalogue.ringing import (
    PlaceToRing,
    asks_of,
    each_number_once,
    is_reported,
    ones_own,
    to_ring,
)
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.stays import Stay, stay_in
from registry.search.abstaining import heading_of, is_near, missing_words
from registry.search.answer import Answer, AnswerGroup
from registry.search.beside import FieldBeside
from registry.search.cards.kinds import KIND_LABELS
from registry.search.danger import acute_pieces
from registry.search.first_line import first_line_of
from registry.search.line import UNSETTLED, Exclusion, FirstLine, Part


def for_page(snapshot: Snapshot, answer: Answer) -> dict[str, Any]:
    """An answer as JSON values for the page."""
    place, stay = answer.municipality, stay_in(snapshot, answer.question.text)

    return {
        "cards": [
            {
                "kind": KIND_LABELS[card.kind],
                "title": card.title,
                "facts": [[fact.label, fact.value] for fact in card.facts],
            }
            for card in answer.cards
        ],
        "groups": [
            {**group, "line": _line(first_line_of(snapshot, given, answer))}
            for given, group in zip(
                answer.groups,
                _groups(snapshot, answer.groups, place, stay),
                strict=True,
            )
        ],
        "nearest": _groups(snapshot, answer.nearest, place, stay),
        "around": _around(around(snapshot, answer.question.text, place)),
        "agreements": [
            {"agreement": hit.agreement.slug, "section": hit.anchor}
            for hit in answer.agreements
        ],
        "unknown": answer.unknown,
        "uncovered": missing_words(answer),
        "respelt": answer.did_you_mean,
        "acute": acute_pieces() if answer.acute else [],
        "remarks": [r.text for r in answer.remarks if not r.is_acute],
        "stressed": answer.stressed,
        "listing": answer.listing,
        "ofField": answer.of_field,
        "near": is_near(answer),
        "abstention": heading_of(answer),
    }


def _groups(
    snapshot: Snapshot, groups: Iterable[AnswerGroup], place: str | None, stay: Stay
) -> list[dict[str, Any]]:
    """`ring`: the numbers of each row that has any in the municipality meant; what
    stands in the file already is told without one. `ask`: where to ring where a row
    has none.
    """
    return [
        {
            "task": group.task_key,
            "rows": [hit.row.id for hit in group.hits],
            "ring": {
                hit.row.id: numbers
                for hit in group.hits
                if place and (numbers := _ringing(snapshot, hit.row, place, stay))
            },
            "ask": {
                hit.row.id: _asks(
                    asks_of(to_ring(reaches(snapshot, hit.row, place, stay)))
                )
                for hit in group.hits
            },
        }
        for group in groups
    ]


def _ringing(
    snapshot: Snapshot, row: Row, place: str, stay: Stay
) -> list[dict[str, str]]:
    if is_reported(row):
        return []
    return [
        _number(number, reach.only_if)
        for reach in each_number_once(reaches(snapshot, row, place, stay))
        for number in reach.numbers
    ]


def _asks(asked: Sequence[PlaceToRing]) -> dict[str, Any]:
    """Whom to ask for and where, each with whether it is only to tell them, and what
    to say to an asker who is one of them.
    """
    return {
        "places": [[a.ask.whom, a.ask.where, a.only_informed] for a in asked],
        "own": ones_own(asked),
    }


def _around(ringing: Around) -> dict[str, Any]:
    """Whom to ring where nothing answers: the case of each, whom to ask for and where,
    and the numbers; and whether the asker may be one of them.
    """
    places = zip(ringing.places, ringing.numbers, strict=True)
    return {
        "places": [
            [one.case, one.ask.whom, one.ask.where, [_number(n) for n in numbers]]
            for one, numbers in places
        ],
        "otherSide": ringing.is_other_side,
    }


def _number(number: Number, only_if: str = "") -> dict[str, str]:
    return {**asdict(number), "dialled": number.dialled, "only_if": only_if}


def _excluded(excluded: Exclusion, *, is_sure: bool) -> dict[str, Any]:
    return {
        **excluded._asdict(),
        "headline": excluded.headline,
        "rest": excluded.text[excluded.headline_end :],
        "sure": is_sure,
    }


def _fields_beside(facts: Iterable[FieldBeside]) -> list[list[str]]:
    return [[fact.label, fact.text] for fact in facts]


def _part(part: Part, *, is_sure: bool) -> dict[str, Any]:
    excepts = [[one.text, one.row] for one in part.excepts]
    return {
        **part._asdict(),
        "facts": _fields_beside(part.facts),
        "excepts": excepts,
        "long": part.condition_is_long,
        "sure": is_sure,
    }


def _depends(line: FirstLine) -> str:
    """On what it depends, and how the reader of the copy says which it is."""
    say = " – nævn kommunen i spørgsmålet" if line.is_by_place else ""
    return f"{line.depends}{say}." if line.depends else ""


def _name(line: FirstLine, part: Part) -> str:
    """The name of an answer that is only named; an older edition's says so first."""
    return ": ".join(filter(None, (part.older, line.name_of(part))))


def _line(line: FirstLine) -> dict[str, Any]:
    excluded = line.excluded
    whole = excluded and _excluded(excluded, is_sure=line.is_sure_of(excluded))

    return {
        "label": line.label,
        "verdict": line.verdict,
        "depends": _depends(line),
        "unsettled": UNSETTLED if line.is_unsettled else "",
        "verdictIsSure": line.verdict_is_sure,
        "excluded": whole,
        "parts": [_part(part, is_sure=line.is_sure_of(part)) for part in line.parts],
        "also": [{"name": _name(line, part), "row": part.row} for part in line.also],
        "alsoLabel": line.also_label,
        "basis": line.basis,
        "facts": _fields_beside(line.facts),
        "changing": line.changing,
        "changesFirst": line.changes_first,
    }
