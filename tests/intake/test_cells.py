"""Cells of a table of rows as they are typed and pasted."""

import pytest

from registry.catalogue.queries import Catalogue
from registry.intake import cells
from registry.intake.cells import Cells
from registry.rules.fields import ROW_FIELDS, Kind, Scheme
from registry.web.editorial.form import options_of

FIRST = ("task", "responsible", "payer")


@pytest.fixture(scope="module")
def reader(shipped: Catalogue) -> Cells:
    return Cells(shipped.today())


def test_an_actor_is_known_by_the_names_that_docx_files_use(reader: Cells) -> None:
    cell = reader.read("responsible", "kommunen og hospitalet")

    assert cell.value == ("kommune", "hospital")
    assert (cell.text, cell.doubt) == ("Kommune, Hospital", "")


def test_what_is_no_name_stands_as_it_was_written_with_a_doubt(reader: Cells) -> None:
    cell = reader.read("payer", "Den fælles enhed")

    assert cell.text == "Den fælles enhed"
    assert cell.doubt == (
        "«Den fælles enhed» er ikke et navn, kataloget kender. Vælg selv."
    )


def test_every_choice_is_read_back_as_it_is_shown(
    reader: Cells, shipped: Catalogue
) -> None:
    snapshot = shipped.today()
    for field in ROW_FIELDS:
        if field.kind not in (Kind.KEY, Kind.KEYS) and not field.options:
            continue
        for option in options_of(snapshot, field, ()):
            cell = reader.read(field.name, option.label)
            one = (option.value,) if field.kind is Kind.KEYS else option.value
            assert (cell.value, cell.doubt) == (one, ""), (field.name, option.label)


def test_two_choices_are_read_back_as_two(reader: Cells, shipped: Catalogue) -> None:
    snapshot = shipped.today()
    for field in ROW_FIELDS:
        if field.kind is Kind.KEYS and field.scheme is not Scheme.PLACES:
            options = options_of(snapshot, field, ())
            for one in options:
                for other in options:
                    both = tuple(dict.fromkeys((one.value, other.value)))
                    text = reader.text(field, both)
                    assert reader.read(field.name, text).value == both, text


def test_a_number_and_a_flag_are_read(reader: Cells) -> None:
    assert reader.read("deadline_amount", "2½").value == 2.5
    assert reader.read("deadline_amount", "2,5").text == "2,5"
    assert reader.read("confirmed", "ja").value is True
    assert reader.read("confirmed", "").text == "nej"


@pytest.mark.parametrize(
    ("name", "text", "doubt"),
    [
        ("deadline_amount", "mange", "«mange» er ikke et tal. Skriv det selv."),
        ("confirmed", "måske", "«måske» er hverken ja eller nej. Vælg selv."),
        ("phase", "under indlæggelse, udskrivning", "nævner flere. Vælg én."),
        ("deadline_amount", "2.000.000.000", cells.TOO_MUCH.format("2.000.000.000")),
    ],
)
def test_what_a_cell_cannot_hold_is_doubted(
    reader: Cells, name: str, text: str, doubt: str
) -> None:
    assert reader.read(name, text).doubt.endswith(doubt)


def test_a_dash_is_a_text_where_people_write(reader: Cells) -> None:
    assert reader.read("situation", "–").value == "–"


def test_a_text_too_large_is_doubted(reader: Cells) -> None:
    assert reader.read("example", "a" * 2_000_000).doubt


def test_the_deadlines_data_follow_of_its_words(reader: Cells) -> None:
    line = reader.line({"deadline": "senest 2 hverdage efter udskrivningen"})

    assert line["deadline_amount"].value == 2.0
    assert line["deadline_unit"].text == "hverdage"
    assert line["deadline_relation"].text == "efter"


def test_data_that_were_written_are_not_overwritten(reader: Cells) -> None:
    line = reader.line(
        {"deadline": "senest 2 dage efter mødet", "deadline_amount": "3"}
    )

    assert line["deadline_amount"].value == 3.0


def test_lines_stand_from_the_column_where_they_are_pasted(reader: Cells) -> None:
    pasted = reader.table(
        FIRST, [["Varsle", "kommunen"], ["", ""], ["Måle", "hospital"]]
    )

    assert pasted.fields == ("task", "responsible")
    assert [line["task"].text for line in pasted.lines] == ["Varsle", "Måle"]
    assert pasted.lines[0]["responsible"].text == "Kommune"
    assert pasted.remarks == ()


def test_a_head_says_what_the_columns_are(reader: Cells) -> None:
    pasted = reader.table(
        FIRST,
        [
            ["Hvem betaler", "Opgave", "Ansvarlig", "Nr.", "Opgave"],
            ["kommunen", "Varsle", "hospitalet", "1", "igen"],
        ],
    )

    assert pasted.fields == ("payer", "task", "responsible")
    (line,) = pasted.lines
    assert (line["payer"].text, line["task"].text) == ("Kommune", "Varsle")
    assert pasted.remarks == (
        cells.BY_THE_HEAD.format("Ansvarlig", "Udføres af"),
        cells.UNKNOWN_HEAD.format("Nr."),
        cells.ALREADY_THERE.format("Opgave", "Opgave"),
    )


def test_a_line_that_only_begins_like_a_head_is_a_row(reader: Cells) -> None:
    pasted = reader.table(FIRST, [["Opgave med meget", "kommunen", "regionen"]])

    assert len(pasted.lines) == 1
