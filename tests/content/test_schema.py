"""Which fields a file may have, and what each must hold: read from the tables."""

from datetime import date, datetime

import pytest
from sqlmodel import SQLModel

from registry.content.schema import DANISH_TYPE, RECORD_FILES, REFERENCES, Spec, specs
from registry.models import (
    RECORDS,
    Adoption,
    Choice,
    ContactPoint,
    Continuation,
    HealthAgreement,
    Organisation,
    Snitflade,
    Term,
    Version,
)
from registry.rules.fields import ROW_FIELDS, VERSION_FIELDS, Scheme

TABLES = (*(file.model for file in RECORD_FILES), *REFERENCES, Term)


def of(model: type[SQLModel]) -> dict[str, Spec]:
    return {spec.name: spec for spec in specs(model)}


def test_a_file_has_every_field_of_the_catalogue() -> None:
    assert {field.name for field in VERSION_FIELDS} <= set(of(Version))
    assert {field.name for field in ROW_FIELDS} <= set(of(Snitflade))


def test_what_the_program_alone_sets_stands_in_no_file() -> None:
    own = {"id", "position", "scheme", "version_id", "agreement_id", "number"}
    own |= {"revision", "fingerprint"}

    assert not own & {*of(Version), *of(Snitflade), *of(Choice)}
    # An adoption's is that of the text it is bound to, which nothing else tells.
    assert "fingerprint" in of(Adoption)


def test_a_field_has_the_type_of_its_column() -> None:
    types = {name: spec.type for name, spec in of(Version).items()}

    assert types["title"] is str
    assert types["in_force_from"] is date
    assert types["recorded_at"] is datetime
    assert types["illustrative"] is bool
    assert types["target_groups"] is list
    assert of(Snitflade)["deadline_amount"].type is float
    assert of(Adoption)["version"].type is int


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_every_type_has_its_danish_name(model: type[SQLModel]) -> None:
    assert {spec.type for spec in specs(model)} <= set(DANISH_TYPE)


def test_a_field_must_be_there_where_the_catalogue_or_the_table_says_so() -> None:
    required = {name for name, spec in of(Version).items() if spec.required}

    assert required == {
        "state",
        *(field.name for field in VERSION_FIELDS if field.required),
    }
    assert of(HealthAgreement)["period_start"].required
    assert not of(Organisation)["parent"].required


def test_keys_come_from_their_own_scheme() -> None:
    assert of(Snitflade)["payer"].scheme == Scheme.ACTORS
    assert of(Snitflade)["applies_in"].scheme == Scheme.PLACES
    assert of(Organisation)["parent"].scheme == Scheme.ORGANISATIONS
    assert of(Continuation)["agreement"].scheme == "agreements"
    assert of(Snitflade)["task"].scheme is None


def test_only_the_decision_of_a_continuation_is_a_choice_of_three() -> None:
    assert of(Continuation)["decision"].options == (
        *("viderefoeres", "ophoerer", "afklares"),
    )
    assert of(Adoption)["decision"].options == ()
    assert "published" in of(Version)["state"].options


def test_every_record_has_a_file_of_its_own() -> None:
    paths = [file.path for file in RECORD_FILES]

    assert {file.model for file in RECORD_FILES} == {*RECORDS, ContactPoint}
    assert len(set(paths)) == len(paths)
    for file in RECORD_FILES:
        assert file.identity in of(file.model)
