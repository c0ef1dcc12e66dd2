"""The differences between two versions as a page shows them, those of responsibility first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from registry.differences import (
    WEIGHTY_FIELDS,
    Change,
    Differences,
    MemberDifference,
    Members,
    RowDifference,
    RowKind,
    compare,
)
from registry.fields import (
    BODY,
    CHOICES,
    FOUR_ANSWERS,
    RELATION_LABELS,
    ROW_FIELDS,
    THREE_FIELDS,
    VERSION_FIELDS,
    Kind,
    Scheme,
)
from registry.snapshot import Snapshot
from registry.version_content import VersionContent
from registry.web.difference_words import (
    Line,
    begins_in_words,
    came_and_went,
    change_line,
    in_words,
)

ROW_BY_NAME = {field.name: field for field in ROW_FIELDS}
BY_NAME = {field.name: field for field in (*VERSION_FIELDS, BODY)}
THREE_NAMES = frozenset(field.name for field in THREE_FIELDS)
# What became of a row in a word, and how such rows are counted.
ROW_WORDS = {
    RowKind.CHANGED: ("Ændret", "ansvaret er ændret i {} {}"),
    RowKind.ADDED: ("Tilføjet", "{} {} er kommet til"),
    RowKind.REMOVED: ("Fjernet", "{} {} er fjernet"),
}
# What the sentence on top calls the fields that are no texts.
CALLED = {
    "in_force_from": "datoer",
    "in_force_until": "datoer",
    "date_precision": "datoer",
    "date_confirmed": "datoer",
    "review_on": "datoer",
    "target_groups": "målgrupper",
}
WORDING, OTHERS = "ordlyden", "øvrige oplysninger"
BEGINS = "in_force_from"
IN_WORDS = (Kind.TEXT, Kind.MARKDOWN, Kind.TEXTS)


@dataclass(frozen=True)
class RowLines:
    """A row that differs. `lines`: what was changed; `answers`: what a row on one side says."""

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

    `summary` says in a sentence what kind they are; `caution` names the three fields where only
    the reader can tell whether new words are a new responsibility. `frame`: dates, parties and
    relations. `body` is None where the text is the same.
    """

    summary: str
    caution: str
    has_responsibility: bool
    responsibility: list[RowLines]
    frame: list[Line]
    wording: list[RowLines]
    reordered: bool
    fields: list[Line]
    body: Line | None


def view_differences(
    snapshot: Snapshot, before: VersionContent, after: VersionContent
) -> DifferencesView:
    """What differs, in the words of the snapshot's vocabulary."""
    found = compare(before, after)
    by_name = {
        change.name: change_line(snapshot, BY_NAME[change.name], change) for change in found.fields
    }
    if BEGINS in by_name:
        by_name[BEGINS] = _begins(before, after)
    others = [name for name in by_name if name not in (*WEIGHTY_FIELDS, BODY.name)]
    return DifferencesView(
        summary=_summary(found),
        caution=_caution(found),
        has_responsibility=found.has_responsibility,
        responsibility=_responsibility(snapshot, found, before, after),
        frame=[
            *(line for name, line in by_name.items() if name in WEIGHTY_FIELDS),
            *_parties(snapshot, found),
            *_relations(snapshot, found),
        ],
        wording=[
            _row(row, _lines(snapshot, row.wording), after) for row in found.rows if row.wording
        ],
        reordered=found.reordered,
        fields=[by_name[name] for name in sorted(others, key=lambda n: n not in THREE_NAMES)],
        body=by_name.get(BODY.name),
    )


def _begins(before: VersionContent, after: VersionContent) -> Line:
    """The first days as far as they are known, unless only the day itself tells them apart."""
    days = [(c.values[BEGINS], c.values["date_precision"]) for c in (before, after)]
    words = [begins_in_words(day, precision) for day, precision in days]
    if words[0] == words[1]:
        words = [begins_in_words(day, "day") for day, _ in days]
    return Line(BY_NAME[BEGINS].label, words[0], words[1])


def _responsibility(
    snapshot: Snapshot, found: Differences, before: VersionContent, after: VersionContent
) -> list[RowLines]:
    """Changed rows first, then those that came and those that went."""
    return [
        *(
            _row(row, _lines(snapshot, row.responsibility), after)
            for row in _told(found, RowKind.CHANGED)
        ),
        *(_row(row, [], after, _answers(snapshot, row)) for row in _told(found, RowKind.ADDED)),
        *(_row(row, [], before, _answers(snapshot, row)) for row in _told(found, RowKind.REMOVED)),
    ]


def _told(found: Differences, kind: RowKind) -> list[RowDifference]:
    """The rows of that kind that say anything else of responsibility."""
    said = [row for row in found.rows if row.responsibility or row.kind is not RowKind.CHANGED]
    return [row for row in said if row.kind is kind]


def _row(
    row: RowDifference,
    lines: list[Line],
    content: VersionContent,
    answers: list[tuple[str, str]] | None = None,
) -> RowLines:
    is_told = any(line.label == ROW_BY_NAME["situation"].label for line in lines)
    return RowLines(
        key=row.key,
        task=row.task or "Uden opgave",
        situation="" if is_told else content.row(row.key)["situation"],
        kind=row.kind,
        word=ROW_WORDS[row.kind][0],
        lines=lines,
        answers=answers or [],
    )


def _lines(snapshot: Snapshot, changes: Iterable[Change]) -> list[Line]:
    return [change_line(snapshot, ROW_BY_NAME[change.name], change) for change in changes]


def _answers(snapshot: Snapshot, row: RowDifference) -> list[tuple[str, str]]:
    """What a row that only one version has says there; the four answers in any case."""
    side = "after" if row.kind is RowKind.ADDED else "before"
    said = {change.name: getattr(change, side) for change in row.responsibility}
    names = dict.fromkeys((*FOUR_ANSWERS, *said))
    fields = [ROW_BY_NAME[name] for name in names]
    return [(f.label, in_words(snapshot, f, said.get(f.name, ()))) for f in fields]


def _parties(snapshot: Snapshot, found: Differences) -> list[Line]:
    roles = {key: word.label for key, word in snapshot.vocabulary.schemes["party-roles"].items()}
    return _members(snapshot, found.parties, roles, Scheme.ORGANISATIONS)


def _relations(snapshot: Snapshot, found: Differences) -> list[Line]:
    return _members(snapshot, found.relations, RELATION_LABELS, None)


def _members(
    snapshot: Snapshot, changed: MemberDifference, labels: Mapping[str, str], scheme: Scheme | None
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


def _named(snapshot: Snapshot, members: Members, group: str, scheme: Scheme | None) -> list[str]:
    return [snapshot.label(scheme, member) for of, member in members if of == group]


def _summary(found: Differences) -> str:
    if not found:
        return "De to udgaver siger det samme."
    if found.has_responsibility:
        return _counted(found)
    # Who the parties are, and whom the agreement concerns, says to whom the rows apply.
    frame = {change.name for change in found.fields} & {"target_groups"}
    of = "Ansvaret i snitfladerne" if found.parties or frame else "Ansvaret"
    return f"{of} er uændret: Der er kun ændret i {_listed(_kinds(found))}."


def _counted(found: Differences) -> str:
    counted = []
    for kind, (_, text) in ROW_WORDS.items():
        if number := len(_told(found, kind)):
            rows = "snitflade" if number == 1 else "snitflader"
            counted.append(text.format(number, rows))
    text = ", og ".join(filter(None, (", ".join(counted[:-1]), counted[-1])))
    return f"{text[0].upper()}{text[1:]}."


def _kinds(found: Differences) -> list[str]:
    """What was changed beside responsibility, the weightier first."""
    rows = [ROW_BY_NAME[change.name] for row in found.rows for change in row.wording]
    fields = [BY_NAME[change.name] for change in found.fields]
    called = {CALLED[f.name] for f in fields if f.name in CALLED}
    called |= {
        WORDING if f.kind in IN_WORDS and f.name not in CHOICES else OTHERS
        for f in (*rows, *(f for f in fields if f.name not in CALLED))
    }
    called |= {"parter"} if found.parties else set()
    called |= {"sammenhængen med andre aftaler"} if found.relations else set()
    called |= {"snitfladernes rækkefølge"} if found.reordered else set()
    order = ("parter", "målgrupper", "datoer", "sammenhængen med andre aftaler", WORDING, OTHERS)
    return sorted(called, key=lambda word: order.index(word) if word in order else len(order))


def _caution(found: Differences) -> str:
    changed = {change.name for change in found.fields}
    names = [f.label for f in THREE_FIELDS if f.name in changed]
    if not names:
        return ""
    return (
        f"Teksten er ændret under {_listed(names)}. "
        "Læs selv, om de nye ord ændrer, hvem der har ansvaret."
    )


def _listed(words: list[str]) -> str:
    return " og ".join(filter(None, (", ".join(words[:-1]), words[-1])))
