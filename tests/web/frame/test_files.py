"""Files that a page gives out."""

from registry.web.frame.files import csv_file


def test_a_table_is_saved_under_its_name() -> None:
    response = csv_file("historik.csv", [("Hvem", "Hvad"), ("rita", "gemte")])

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="historik.csv"'
    )
    assert response.get_data().decode("utf-8-sig") == "Hvem;Hvad\r\nrita;gemte\r\n"


def test_a_cell_of_it_is_never_run_by_a_spreadsheet() -> None:
    response = csv_file("a.csv", [("=HYPERLINK(A1)",)])

    assert response.get_data().decode("utf-8-sig") == "'=HYPERLINK(A1)\r\n"
