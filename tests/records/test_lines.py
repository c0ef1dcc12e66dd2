"""Records in lines: all in one proposal, or nothing, with what is wrong by its line."""

from typing import Any

import pytest

from registry.catalogue.queries import Catalogue
from registry.errors import Refused
from registry.models import Measurement
from registry.records.adoption_lines import WrongLine
from registry.records.adoptions import WrongLines
from registry.records.kinds import RECORD_KINDS
from registry.records.lines import MOST_LINES, lines_in, propose_lines
from registry.records.proposals import confirm
from registry.records.proposed import waiting
from tests.publishing.people import GORM, RITA

pytestmark = pytest.mark.usefixtures("stopped_clock")
KIND = RECORD_KINDS["measurement"]
GENINDLAEGGELSER = "Akutte genindlæggelser, 30 dage"
TEXT = (
    "Indikator;Sted;Periode;Værdi;Enhed;Belæg;Bemærkning\n"
    '"Akutte genindlæggelser, 30 dage";Nordby Kommune;2024;12,5;procent;Prøvetal;\n'
    'ventetid;sydby;1. kvartal 2025;21;dage;Prøvetal;"Ny måde;\nat tælle på"\n'
)


def enter(catalogue: Catalogue, text: str) -> int:
    return propose_lines(catalogue, KIND, lines_in(text, KIND), RITA).proposal


def wrong(catalogue: Catalogue, text: str) -> list[WrongLine]:
    with pytest.raises(WrongLines) as caught:
        enter(catalogue, text)
    assert waiting(catalogue) == []
    return list(caught.value.wrong)


def test_the_lines_become_one_proposal(catalogue: Catalogue) -> None:
    confirm(catalogue, enter(catalogue, TEXT), GORM)

    figures: Any = catalogue.today().records[Measurement][-2:]
    said = [
        (f.place, f.effective_on.isoformat(), f.period, f.value, f.unit, f.reason)
        for f in figures
    ]
    assert said == [
        ("nordby", "2024-12-31", "year", 12.5, "procent", ""),
        ("sydby", "2025-03-31", "quarter", 21, "dage", "Ny måde;\nat tælle på"),
    ]


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_cells_are_parted_as_a_spreadsheet_does(
    catalogue: Catalogue, separator: str
) -> None:
    cells = ("ventetid", "nordby", "2024", "12", "dage", "Prøvetal")

    assert enter(catalogue, separator.join(cells))


def test_columns_may_stand_in_another_order_and_be_left_out(
    catalogue: Catalogue,
) -> None:
    assert enter(
        catalogue,
        "Sted\tIndikator\tBelæg\tEnhed\t\tVærdi\tPeriode\n"
        "nordby\tventetid\tPrøvetal\tdage\t\t12\t2024",
    )


def test_every_fault_is_told_by_its_line_and_nothing_is_written(
    catalogue: Catalogue,
) -> None:
    faults = wrong(
        catalogue,
        "ventetid;nordby;2024;12;dage;Prøvetal\n"
        "\n"
        "ventetid;nørreby;i fjor;12;dage;Prøvetal\n"
        "ventetid;sydby;2024;mange;dage;Prøvetal\n",
    )

    assert [(fault.line, fault.field) for fault in faults] == [
        (3, "place"),
        (3, "effective_on"),
        (4, "value"),
    ]


def test_what_the_catalogue_refuses_is_told_by_its_line(catalogue: Catalogue) -> None:
    faults = wrong(
        catalogue,
        "ventetid;nordby;2024;12;dage;Prøvetal\n"
        "ventetid;nordby-hospital;2024;12;dage;\n",
    )

    assert {(fault.line, fault.field) for fault in faults} == {(2, "source")}


def test_what_cannot_be_read_and_what_is_lacking_are_told_in_one_round(
    catalogue: Catalogue,
) -> None:
    faults = wrong(
        catalogue,
        "ventetid;nørreby;2024;12;dage;\n"
        "ventetid;sydby;2024;mange;dage;Prøvetal\n"
        "ventetid;nordby;2024;12;dage;\n"
        "ventetid;nordby-hospital;2024;12;dage;Prøvetal\n",
    )

    assert [(fault.line, fault.field) for fault in faults] == [
        (1, "place"),
        (1, "source"),
        (2, "value"),
        (3, "source"),
        (4, "place"),
    ]


def test_a_line_that_stands_already_is_left_out_and_counted(
    catalogue: Catalogue,
) -> None:
    stands = "genindlaeggelser;proeveregion;2024;11,7;procent;"
    source = "Prøvetal, hentet 1. marts 2025"
    text = f'{stands}"{source}"\nventetid;nordby;2024;12;dage;Prøvetal\n'

    sent = propose_lines(catalogue, KIND, lines_in(text, KIND), RITA)

    assert sent.unchanged == 1
    (proposed,) = waiting(catalogue)
    assert [record.values["place"] for record in proposed.records] == ["nordby"]


def test_where_every_line_stands_already_there_is_nothing_to_propose(
    catalogue: Catalogue,
) -> None:
    text = (
        "genindlaeggelser;proeveregion;2024;11,7;procent;"
        '"Prøvetal, hentet 1. marts 2025"'
    )
    (fault,) = wrong(catalogue, text)
    assert (fault.line, "intet nyt" in fault.text) == (None, True)


def test_the_same_line_twice_is_refused(catalogue: Catalogue) -> None:
    line = "ventetid;nordby;2024;12;dage;Prøvetal\n"

    (fault,) = wrong(catalogue, line * 2)
    assert (fault.line, "to gange" in fault.text) == (2, True)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", None, "ingen linjer"),
        ("Indikator;Sted", None, "ingen linjer"),
        ("Indikator;Sted;Farve\na;b;c", 1, "«Farve» kendes ikke"),
        ("a;b;2024;1;c;d;e;for meget", 1, "flere felter"),
        ('ventetid;nordby;2024;12;dage;"Prøvetal', 1, 'et «"»'),
        ("ventetid;nordby;2024;12;dage;010190-1234", 1, "CPR-nummer"),
    ],
)
def test_a_text_that_is_no_table_is_refused(
    catalogue: Catalogue, text: str, line: int | None, told: str
) -> None:
    fault = wrong(catalogue, text)[0]

    assert fault.line == line
    assert told in fault.text


def test_too_many_lines_at_a_time_are_refused(catalogue: Catalogue) -> None:
    text = "ventetid;nordby;2024;12;dage;Prøvetal\n" * (MOST_LINES + 1)

    assert "højst" in wrong(catalogue, text)[0].text


def test_only_an_editor_enters_them(catalogue: Catalogue) -> None:
    with pytest.raises(Refused):
        propose_lines(catalogue, KIND, lines_in(TEXT, KIND), GORM)
