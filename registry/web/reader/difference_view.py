"""The differences between two versions as a page shows them, those of responsibility
first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from registry.catalogue.snapshot import Snapshot
from registry.rules.differences import (
    WEIGHTY_FIELDS,
    Change,
    Differences,
    MemberDifference,
    Members,
    RowDifference,
    RowKind,
    compare,
)
from registry.rules.fields import (
    BODY,
    FOUR_ANSWERS,
    RELATION_LABELS,
    ROW_FIELDS_BY_NAME,
    THREE_FIELDS,
    VERSION_FIELDS_BY_NAME,
    Scheme,
)
from registry.rules.version_content import VersionContent
from registry.web.reader.difference_summary import (
    ROW_WORDS,
    caution,
    rows_of_responsibility,
    summary,
)
from registry.web.reader.difference_words import (
    Line,
    begins_in_words,
    came_and_went,
    change_line,
    in_words,
)

THREE_NAMES = frozenset(field.name for field in THREE_FIELDS)
BEGINS = "in_force_from"


@dataclass(frozen=True)
class RowLines:
    """A row that differs. `lines`: what was changed; `answers`: what a row on one side
    says.
    """

    key: str
    task: str
    situation: str
    kind: str
    word: str
    lines: list[Line]
    answers: list[tuple[str, str]]


@dataclass(frozen=True)
class DifferencesView:
    """All differences in the order of the page.

    `summary` says in a sentence what kind they are; `caution` names the three fields
    where only the reader can tell whether new words are a new responsibility. `frame`:
    dates, parties and relations. `body` is None where the text is the same.
    """

    summary: str
    caution: str
    has_responsibility: bool
    responsibility: Sequence[RowLines]
    frame: list[Line]
    wording: Sequence[RowLines]
    reordered: bool
    fields: list[Line]
    body: Line | None


def view_differences(
    snapshot: Snapshot, before: VersionContent, after: VersionContent
) -> DifferencesView:
    """What differs, in the words of the snapshot's vocabulary."""
    differences = compare(before, after)
    by_name = {
        change.name: change_line(snapshot, VERSION_FIELDS_BY_NAME[change.name], change)
        for change in differences.fields
    }

    if BEGINS in by_name:
        by_name[BEGINS] = _begins(before, after)
    others = [name for name in by_name if name not in (*WEIGHTY_FIELDS, BODY.name)]

    return DifferencesView(
        summary=summary(differences),
        caution=caution(differences),
        has_responsibility=differences.has_responsibility,
        responsibility=_responsibility(snapshot, differences, before, after),
        frame=[
            *(line for name, line in by_name.items() if name in WEIGHTY_FIELDS),
            *_parties(snapshot, differences),
            *_relations(snapshot, differences),
        ],
        wording=[
            _row(row, _lines(snapshot, row.wording), after)
            for row in differences.rows
            if row.wording
        ],
        reordered=differences.reordered,
        fields=[
            by_name[name] for name in sorted(others, key=lambda n: n not in THREE_NAMES)
        ],
        body=by_name.get(BODY.name),
    )


def _begins(before: VersionContent, after: VersionContent) -> Line:
    """The first days as far as they are known, unless only the day itself tells them
    apart.
    """
    days = [(c.values[BEGINS], c.values["date_precision"]) for c in (before, after)]
    words = [begins_in_words(day, precision) for day, precision in days]
    if words[0] == words[1]:
        words = [begins_in_words(day, "day") for day, _ in days]
    return Line(VERSION_FIELDS_BY_NAME[BEGINS].label, words[0], words[1])


def _responsibility(
    snapshot: Snapshot,
    differences: Differences,
    before: VersionContent,
    after: VersionContent,
) -> list[RowLines]:
    """Changed rows first, then those that came and those that went."""
    return [
        *(
            _row(row, _lines(snapshot, row.responsibility), after)
            for row in rows_of_responsibility(differences, RowKind.CHANGED)
        ),
        *(
            _row(row, [], after, _answers(snapshot, row))
            for row in rows_of_responsibility(differences, RowKind.ADDED)
        ),
        *(
            _row(row, [], before, _answers(snapshot, row))
            for row in rows_of_responsibility(differences, RowKind.REMOVED)
        ),
    ]


def _row(
    row: RowDifference,
    lines: list[Line],
    content: VersionContent,
    answers: list[tuple[str, str]] | None = None,
) -> RowLines:
    is_among_lines = any(
        line.label == ROW_FIELDS_BY_NAME["situation"].label for line in lines
    )

    return RowLines(
        key=row.key,
        task=row.task or "Uden opgave",
        situation="" if is_among_lines else content.row(row.key)["situation"],
        kind=row.kind,
        word=ROW_WORDS[row.kind][0],
        lines=lines,
        answers=answers or [],
    )


def _lines(snapshot: Snapshot, changes: Iterable[Change]) -> list[Line]:
    return [
        change_line(snapshot, ROW_FIELDS_BY_NAME[change.name], change)
        for change in changes
    ]


def _answers(snapshot: Snapshot, row: RowDifference) -> list[tuple[str, str]]:
    """What a row that only one version has says there; the four answers in any case."""
    side = "after" if row.kind is RowKind.ADDED else "before"
    said = {change.name: getattr(change, side) for change in row.responsibility}
    names = dict.fromkeys((*FOUR_ANSWERS, *said))
    fields = [ROW_FIELDS_BY_NAME[name] for name in names]
    return [(f.label, in_words(snapshot, f, said.get(f.name, ()))) for f in fields]


def _parties(snapshot: Snapshot, differences: Differences) -> list[Line]:
    roles = {
        key: choice.label
        for key, choice in snapshot.vocabulary.schemes["party-roles"].items()
    }
    return _members(snapshot, differences.parties, roles, Scheme.ORGANISATIONS)


def _relations(snapshot: Snapshot, differences: Differences) -> list[Line]:
    return _members(snapshot, differences.relations, RELATION_LABELS, None)


def _members(
    snapshot: Snapshot,
    changed: MemberDifference,
    labels: Mapping[str, str],
    scheme: Scheme | None,
) -> list[Line]:
    """Who came and who went, group by group in the order of the labels."""
    groups = {group for group, _ in (*changed.added, *changed.removed)}
    known = [group for group in labels if group in groups]

    return [
        Line(
            labels.get(group, group),
            pieces=came_and_went(
                _named(snapshot, changed.added, group, scheme),
                _named(snapshot, changed.removed, group, scheme),
            ),
        )
        for group in [*known, *sorted(groups - set(known))]
    ]


def _named(
    snapshot: Snapshot, members: Members, group: str, scheme: Scheme | None
) -> list[str]:
    return [snapshot.label(scheme, member) for of, member in members if of == group]
