"""What is added to the answers of a first line: whom or when they are for, where the
question is about something else, and on what it depends which of them holds. Pure.
"""

from registry.catalogue.snapshot import Snapshot
from registry.language.danish import lowered
from registry.rules.varying import BY_MUNICIPALITY, depending
from registry.search.answer import AnswerGroup, RowHit
from registry.search.asked_rather import deciding
from registry.search.beside import PAYER
from registry.search.conditions import TASK
from registry.search.deciding import deciding_sentence
from registry.search.line import FirstLine, Part
from registry.search.room import LONGEST_LONE
from registry.search.whether import condition_asked, limit_of
from registry.unsaid import Saying

# For a condition that there is no room for: the row has it.
ON_CONDITIONS = "på betingelser, som står nedenfor"


def limited(
    snapshot: Snapshot, group: AnswerGroup, text: str, line: FirstLine
) -> FirstLine:
    """The line of a question of yes or no, each answer with whom or when it is for,
    where the question is about something else. The condition that it names is told of
    the first alone: of the others there is no room for it.
    """
    first, *_ = line.parts
    hits = {hit.row.id: hit for hit in group.hits}
    limits = {
        part.row: limit_of(snapshot, hits[part.row].row, text, group.target_groups)
        or (
            _deciding(snapshot, hits[part.row], text)
            if line.field == TASK and part is first
            else ""
        )
        for part in line.parts
    }

    parts = (
        part._replace(conditions=tuple(filter(None, (limits[part.row], *others))))
        for part in line.parts
        for others in [[one for one in part.conditions if one != limits[part.row]]]
    )
    return line._replace(parts=tuple(parts))


def conditioned(
    snapshot: Snapshot, group: AnswerGroup, text: str, line: FirstLine
) -> FirstLine:
    """The line of one row alone, with its condition where the question names that: it
    decides whether the row answers. A long one is left to the row; so is that of an
    answer which stands below whom it does not hold for, and the answer says so. Who
    pays is always told with what decides it.
    """
    if line.excluded:
        return line._replace(parts=tuple(map(_shortened, line.parts)))

    part, *others = line.parts or (Part(""),)
    is_alone = len(group.hits) == 1 and not others and part.state == Saying.STATED
    if not is_alone or part.conditions or line.verdict:
        return line

    condition = _deciding(snapshot, group.hits[0], text)
    if line.field == PAYER:
        condition = lowered(deciding(group.hits[0].row))
        condition = condition if len(condition) <= LONGEST_LONE else ON_CONDITIONS
    qualified = part._replace(conditions=(condition,))
    return (
        line._replace(parts=(qualified,))
        if 0 < len(condition) <= LONGEST_LONE
        else line
    )


def _deciding(snapshot: Snapshot, hit: RowHit, text: str) -> str:
    """The condition that the question names, else the sentence that decides it."""
    return condition_asked(snapshot, hit, text) or deciding_sentence(hit.row, text)


def _shortened(part: Part) -> Part:
    is_long = any(len(condition) > LONGEST_LONE for condition in part.conditions)
    return part._replace(conditions=(ON_CONDITIONS,)) if is_long else part


def with_what_depends(
    group: AnswerGroup, line: FirstLine, *, is_chosen: bool
) -> FirstLine:
    """The line of several answers, with on what it depends which of them holds."""
    by_id = {hit.row.id: hit.row for hit in group.hits}
    parts = [p for p in line.parts if not p.for_others and p.row in by_id]
    rows = [by_id[part.row] for part in parts]
    places = {row.facets.get("municipality", frozenset()) for row in rows}

    is_by_place = not is_chosen and len(places) > 1 and all(places)
    named = depending(row.snitflade.situation for row in rows)
    return line._replace(
        depends=BY_MUNICIPALITY if is_by_place else named, is_by_place=is_by_place
    )
