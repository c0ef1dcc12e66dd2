"""The rows of an answer in groups of one kind of task, the question's words marked."""

from collections import OrderedDict
from collections.abc import Collection, Sequence

from registry.catalogue.snapshot import Row, Snapshot
from registry.language.danish import tokenize
from registry.rules.fields import ROW_FIELDS, Scheme
from registry.search.agreement_hits import marked_keys
from registry.search.answer import AnswerGroup, RowHit
from registry.search.cited import CITED
from registry.search.highlight import mark
from registry.search.main_rule import exceptions
from registry.search.rank import Weighed
from registry.search.row_hits import Ranked

HIGHLIGHTED = tuple(field.name for field in ROW_FIELDS if field.marked)


def group_rows(
    ranked: Sequence[Ranked],
    snapshot: Snapshot,
    weighed: Sequence[Weighed],
    most: int | None = None,
) -> list[AnswerGroup]:
    """Rows of one kind of task together, in the order of their best row; of those that
    cover as much of the question the rule comes before its exceptions.
    """
    grouped: OrderedDict[str, list[Ranked]] = OrderedDict()
    for item in ranked:
        grouped.setdefault(item.row.task_key, []).append(item)

    # Who cites a paragraph asks for the rows of it, exceptions or not.
    if not any(item.concept.word.startswith(CITED) for item in weighed):
        asked = {t.stem for item in weighed for t in tokenize(item.concept.text)}
        grouped.update({k: _rule_first(rows, asked) for k, rows in grouped.items()})

    wanted = marked_keys(weighed)
    named = [_target_groups(item) for item in weighed]
    return [
        AnswerGroup(
            task_key=task_key,
            label=snapshot.vocabulary.label(Scheme.TASKS, task_key),
            hits=[_hit(item.row, snapshot, wanted) for item in items],
            target_groups=[groups for groups in named if groups],
            asked=" ".join(item.concept.word for item in weighed),
        )
        for task_key, items in list(grouped.items())[:most]
    ]


def _rule_first(items: Sequence[Ranked], asked: Collection[str]) -> list[Ranked]:
    """In their order, but that exceptions which cover no more than a rule come last."""
    excepting = exceptions([item.row for item in items], asked)
    if not excepting:
        return list(items)

    covered = max(i.judged.covered for i in items if i.row.id not in excepting)
    return sorted(
        items, key=lambda i: i.row.id in excepting and i.judged.covered <= covered
    )


def _target_groups(item: Weighed) -> frozenset[str]:
    """The target groups that a concept of the question means."""
    facets = item.concept.facets
    return frozenset(value for facet, value in facets if facet == "target_group")


def _hit(row: Row, snapshot: Snapshot, wanted: frozenset[str]) -> RowHit:
    texts = {name: getattr(row.snitflade, name) for name in HIGHLIGHTED}
    marked = {name: mark(text, wanted) for name, text in texts.items() if text}

    return RowHit(
        row=row,
        agreement=snapshot.agreements[row.agreement],
        highlights={
            n: pieces for n, pieces in marked.items() if any(hit for _, hit in pieces)
        },
    )
