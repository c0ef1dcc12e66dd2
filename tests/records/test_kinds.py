"""The kinds of records: each form's fields are those of its table."""

import pytest

from registry.errors import NotFound
from registry.models import RECORDS, Adoption
from registry.records.kinds import RECORD_KINDS, SCHEME_LABELS, RecordKind, kind_of
from registry.rules.fields import VOCABULARIES, Kind

KINDS = pytest.mark.parametrize(
    "kind", RECORD_KINDS.values(), ids=lambda kind: kind.name
)


def test_a_kind_is_found_by_its_name() -> None:
    assert kind_of("ending") is RECORD_KINDS["ending"]


@pytest.mark.parametrize("name", ["", "Ophør", "adoption"])
def test_a_kind_that_is_none_is_not_found(name: str) -> None:
    with pytest.raises(NotFound):
        kind_of(name)


def test_every_record_is_of_a_kind_but_adoptions_which_parties_decide() -> None:
    of_records = {kind.model for kind in RECORD_KINDS.values() if kind.is_record}

    assert of_records == set(RECORDS) - {Adoption}


@KINDS
def test_what_the_form_asks_for_can_be_stored(kind: RecordKind) -> None:
    """A reason beside what is no record is for the one who confirms, and not stored."""
    asked = {field.name for field in kind.fields}

    assert asked - set(kind.model.model_fields) <= {"reason"}
    assert kind.is_record or kind.identity


@KINDS
def test_what_names_a_thing_is_asked_for(kind: RecordKind) -> None:
    asked = {field.name for field in kind.fields}

    assert {*kind.identity, *filter(None, [kind.named_by])} <= asked
    assert all(kind.field(name).name == name for name in asked)


@KINDS
def test_every_key_comes_from_somewhere(kind: RecordKind) -> None:
    keys = [field for field in kind.fields if field.kind in (Kind.KEY, Kind.KEYS)]

    assert all(field.scheme or field.options for field in keys)


def test_records_of_one_identity_are_told_by_it() -> None:
    continuation = RECORD_KINDS["continuation"]
    values = {"agreement": "a", "health_agreement": "sa", "decision": "afklares"}

    assert continuation.identified(values) == ("a", "sa")
    assert continuation.identified({}) == ("", "")


def test_every_list_of_words_can_be_added_to() -> None:
    assert [key for key, _ in SCHEME_LABELS] == [
        scheme.value for scheme in VOCABULARIES
    ]
