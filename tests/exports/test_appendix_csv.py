"""The appendix as a table: no line of it is run by a spreadsheet."""

import csv
import io
import json

import pytest

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.exports import appendix_csv, appendix_json
from registry.exports.appendix import publication_of
from registry.exports.publication import Publication
from tests.exports.samples import ON, appendix_of

pytestmark = pytest.mark.slow


def test_a_line_of_the_table_begins_no_formula(catalogue: Catalogue) -> None:
    made = appendix_csv.render(publication_of(appendix_of(catalogue, rows=True)))
    lines = list(csv.DictReader(io.StringIO(made.decode("utf-8-sig")), delimiter=";"))
    (row,) = (line for line in lines if line["Linje"] == "snitflade")
    assert row["Snitflade"] == "proeve-lokal.koersel"
    assert row["Snitflade: Opgave"] == "'=KØRSEL() hjem til Nordby"
    assert row["Snitflade: Frist"] == "'+1 dag efter besked"


def test_an_unknown_date_is_empty_in_table_and_data(
    shipped: Catalogue, whole: Publication
) -> None:
    """With how exactly it is known beside it, and never as the first of January."""
    versions = shipped.at(Moment(ON)).agreements
    lines = csv.DictReader(
        io.StringIO(appendix_csv.render(whole).decode("utf-8-sig")), delimiter=";"
    )
    by_slug = {line["Navn"]: line for line in lines if line["Linje"] == "aftale"}
    data = json.loads(appendix_json.render(whole))
    items = {item["slug"]: item for item in (*data["items"], *data["unsettled"])}

    unknown = {"unknown": "ukendt", "period": "periode"}
    seen = set()
    for slug, item in items.items():
        precision = versions[slug].shown.version.date_precision
        seen.add(precision)
        is_known = precision not in unknown
        assert (
            bool(by_slug[slug]["I kraft fra"])
            == bool(item["in_force_from"])
            == is_known
        )
        assert by_slug[slug]["I kraft fra"] == (item["in_force_from"] or "")
        length = {"day": 10, "month": 7, "year": 4}.get(precision, 0)
        assert len(by_slug[slug]["I kraft fra"]) == length
        assert by_slug[slug]["Datoens præcision"] == item["date_precision"]
        assert item["date_precision"] == unknown.get(precision, item["date_precision"])
    assert seen & set(unknown) and {*seen} >= {"day", "month", "year"}
