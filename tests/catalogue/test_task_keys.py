"""The kinds of task proposed in the shipped catalogue, by half of its rows for the
others.
"""

from registry.catalogue.queries import Catalogue
from registry.catalogue.task_keys import proposed_keys
from registry.rules.fields import Scheme
from registry.suggest.task_keys import TaskKeys

# Of the rows, so many have their own kind first, and among the three.
FIRST, AMONG = 0.80, 0.92


def test_rows_find_their_kind_by_the_others(shipped: Catalogue) -> None:
    snapshot = shipped.today()
    rows = [row for row in snapshot.answering_rows if row.task_key]
    known = TaskKeys(
        [
            *(
                (key, name)
                for key, choice in snapshot.vocabulary.schemes[Scheme.TASKS].items()
                for name in (choice.label, *choice.also)
            ),
            *((row.task_key, row.snitflade.task) for row in rows[::2]),
        ]
    )

    asked = rows[1::2]
    near = [known.nearest(row.snitflade.task) for row in asked]
    pairs = list(zip((row.task_key for row in asked), near, strict=True))
    first = sum(found[:1] == [key] for key, found in pairs) / len(pairs)
    among = sum(key in found for key, found in pairs) / len(pairs)
    print(f"{len(pairs)} rows: first {first:.2f}, among three {among:.2f}")
    assert first >= FIRST
    assert among >= AMONG


def test_the_catalogues_names_and_rows_are_known(shipped: Catalogue) -> None:
    snapshot = shipped.today()
    near = proposed_keys(snapshot, "Varsle kommunen om udskrivning")

    assert near
    assert set(near) <= snapshot.vocabulary.schemes[Scheme.TASKS].keys()
