"""The kind of actor a question asks for, found in a row."""

import pytest

from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Row
from registry.models import Snitflade
from registry.search.sought import sought_in, sought_kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("borger uden adresse hvilken kommune", "kommune"),
        ("Hvilken kommune betaler?", "kommune"),
        ("hvilke kommuner er med", "kommune"),
        ("hvilken region har ansvaret", "region"),
        ("hvilken frist har kommunen", ""),
        ("hvem betaler i kommunen", ""),
        ("", ""),
    ],
)
def test_which_names_the_kind_that_is_sought(question: str, kind: str) -> None:
    assert sought_kind(question) == kind


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"responsible": ["kommune"]}, ("Kommune", "responsible")),
        (
            {"responsible": ["hospital"], "informed": ["kommune"]},
            ("Kommune", "informed"),
        ),
        (
            {"responsible": ["hospital"], "authority": ["kommune"]},
            ("Kommune", "authority"),
        ),
        ({"responsible": ["hospital"]}, ("", "")),
        ({"responsible": ["ikke-oplyst"]}, ("", "")),
    ],
)
def test_a_row_gives_the_one_it_names_first(
    catalogue: Catalogue, fields: dict[str, list[str]], found: tuple[str, str]
) -> None:
    stored = Snitflade(key="r", task_key="varsling", task="V", phase="akut", **fields)
    row = Row("proeve", 1, stored, "varsling", True)
    assert sought_in(catalogue.today(), row, "kommune") == found
