"""Values told in Danish: each kind of field, and what stands for nothing."""

from datetime import date
from typing import Any

import pytest

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import told, told_each, told_in
from registry.clock import Moment
from registry.rules.fields import (
    ROW_FIELDS_BY_NAME,
    VERSION_FIELDS,
    VERSION_FIELDS_BY_NAME,
)
from registry.search.ask import Asker
from tests.search.samples import TODAY

FIELDS = VERSION_FIELDS_BY_NAME | ROW_FIELDS_BY_NAME


@pytest.fixture
def snapshot(asker: Asker) -> Snapshot:
    return asker.catalogue.at(Moment(TODAY))


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("illustrative", True, "ja"),
        ("illustrative", False, "nej"),
        ("review_on", date(2027, 3, 15), "15. marts 2027"),
        ("date_precision", "month", "måned"),
        ("deadline_unit", "hverdage", "hverdage"),
        ("deadline_amount", 2.5, "2,5"),
        ("deadline_amount", 72.0, "72"),
        ("deadline_amount", 1234567.0, "1234567"),
        ("task", "Varsle kommunen", "Varsle kommunen"),
        ("title", "En aftale", "En aftale"),
    ],
)
def test_a_value_is_told_by_its_kind(
    snapshot: Snapshot, name: str, value: Any, words: str
) -> None:
    assert told(snapshot, FIELDS[name], value) == words


def test_keys_are_told_by_their_labels(snapshot: Snapshot) -> None:
    scheme = snapshot.vocabulary.schemes["actors"]
    first, second = list(scheme)[:2]
    field = ROW_FIELDS_BY_NAME["responsible"]

    labels = [scheme[first].label, scheme[second].label]
    assert told_each(snapshot, field, (first, second)) == labels
    # What stands between texts does not part keys.
    assert told(snapshot, field, [first, second], between="\n") == ", ".join(labels)


def test_texts_are_parted_as_asked(snapshot: Snapshot) -> None:
    field = VERSION_FIELDS_BY_NAME["evidence"]

    assert told(snapshot, field, ("en, to", "tre"), between="; ") == "en, to; tre"


@pytest.mark.parametrize("field", VERSION_FIELDS, ids=lambda field: field.name)
def test_nothing_is_told_of_nothing(snapshot: Snapshot, field: Any) -> None:
    for nothing in (None, "", (), []):
        assert told(snapshot, field, nothing) in ("", "nej")


def test_a_row_confirmed_by_a_record_is_told_as_confirmed(snapshot: Snapshot) -> None:
    field = ROW_FIELDS_BY_NAME["confirmed"]
    for row in snapshot.answering_rows:
        assert told_in(snapshot, row, field) == ("ja" if row.confirmed else "nej")
