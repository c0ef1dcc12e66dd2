"""The kinds of task proposed in the shipped catalogue, by half of its rows for the
others.
"""

from collections.abc import Iterable

from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.task_keys import proposed_keys, task_keys
from registry.rules.fields import Scheme

# Of rows whose kind is known by half of the others, each half asked of the other, so
# many have it first, and so many among those proposed; of those to which any is
# proposed, so many have the right one.
FIRST, AMONG, RIGHT = 0.77, 0.83, 0.92
# Of rows whose kind is not in the list at all, so many have another proposed.
MISTAKEN = 0.32


def test_rows_find_their_kind_by_the_others(shipped: Catalogue) -> None:
    snapshot = shipped.today()
    rows = [row for row in snapshot.answering_rows if row.task_key]

    pairs = []
    for given, asked in ((rows[::2], rows[1::2]), (rows[1::2], rows[::2])):
        known = task_keys(snapshot, [*named_in(snapshot), *said_by(given)])
        pairs += [(row.task_key, known.nearest(row.snitflade.task)) for row in asked]

    near = [found for _, found in pairs]
    first = sum(found[:1] == [key] for key, found in pairs) / len(pairs)
    among = sum(key in found for key, found in pairs) / len(pairs)
    right = among * len(pairs) / sum(bool(found) for found in near)
    print(f"{len(pairs)} rows: first {first:.2f}, among {among:.2f}, right {right:.2f}")
    assert first >= FIRST
    assert among >= AMONG
    assert right >= RIGHT


def test_where_the_kind_is_not_in_the_list_mostly_none_is_proposed(
    shipped: Catalogue,
) -> None:
    """A person who is offered the absurd trusts no offer."""
    snapshot = shipped.today()
    rows = [row for row in snapshot.answering_rows if row.task_key]
    kinds = sorted({row.task_key for row in rows})

    mistaken = 0
    for third in range(3):
        out = set(kinds[third::3])
        texts = [*named_in(snapshot), *said_by(rows)]
        known = task_keys(snapshot, [one for one in texts if one[0] not in out])
        strange = [row.snitflade.task for row in rows if row.task_key in out]
        mistaken += sum(bool(known.nearest(task)) for task in strange)
    print(f"{mistaken} of {len(rows)} rows of an unknown kind have another proposed")
    assert mistaken / len(rows) <= MISTAKEN


def named_in(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [
        (key, name)
        for key, choice in snapshot.vocabulary.schemes[Scheme.TASKS].items()
        for name in (choice.label, *choice.also)
    ]


def said_by(rows: Iterable[Row]) -> list[tuple[str, str]]:
    return [(row.task_key, row.snitflade.task) for row in rows]


def test_the_catalogues_names_and_rows_are_known(shipped: Catalogue) -> None:
    snapshot = shipped.today()
    near = proposed_keys(snapshot, "Varsle kommunen om udskrivning")

    assert near
    assert set(near) <= snapshot.vocabulary.schemes[Scheme.TASKS].keys()
