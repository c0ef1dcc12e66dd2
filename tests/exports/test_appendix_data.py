"""The appendix as data and as a table: what is in it, and what was not asked for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from registry.catalogue.queries import Catalogue
from registry.exports.appendix_data import data_of, table_of
from registry.exports.publication import Publication
from tests.exports.samples import PUBLIC_URL, appendix_of, decide
from tests.exports.samples_document import SPECIAL

LOCAL, MAIN = "proeve-lokal", "proeve-udskrivning"


def test_the_data_say_of_what_and_when_the_appendix_is(catalogue: Catalogue) -> None:
    appendix = appendix_of(catalogue)
    data = data_of(appendix)

    assert data["health_agreement"]["slug"] == "sundhedsaftale-2024-2027"
    assert data["health_agreement"]["date_precision"] == "dag"
    assert (data["as_of"], data["recorded_at"]) == ("2026-11-22", None)
    assert (data["scope"], data["narrowed_to"]) == ("full", {})
    assert data["total"] == len(data["items"]) == 1
    assert data["statement"].startswith("Følgende 1 eksisterende aftale videreføres")
    assert data["provenance"]["fingerprint"] == appendix.fingerprint
    assert data["provenance"]["url"].startswith(f"{PUBLIC_URL}/appendiks?")


def test_an_agreement_is_told_with_its_decision_and_its_address(
    catalogue: Catalogue,
) -> None:
    (item,) = data_of(appendix_of(catalogue))["items"]

    assert (item["slug"], item["version"], item["status"]) == (LOCAL, 1, "videreført")
    assert item["kind"] == "Lokal tillægsaftale"
    assert item["continuation"]["decision"] == "viderefoeres"
    assert item["url"] == f"{PUBLIC_URL}/aftaler/{LOCAL}/udgaver/1"


def test_the_short_data_leave_out_parties_and_the_three_fields(
    catalogue: Catalogue,
) -> None:
    (whole,) = data_of(appendix_of(catalogue))["items"]
    (short,) = data_of(appendix_of(catalogue, full=False))["items"]

    assert {"parties", "adoptions", "legal_basis", "economics"} <= set(whole)
    assert short == {name: whole[name] for name in short}
    assert not {"parties", "adoptions", "legal_basis", "economics"} & set(short)


def test_rows_are_there_only_when_they_are_asked_for(catalogue: Catalogue) -> None:
    (without,) = data_of(appendix_of(catalogue))["items"]
    (with_rows,) = data_of(appendix_of(catalogue, rows=True))["items"]

    assert "snitflader" not in without
    (row,) = with_rows["snitflader"]
    assert (row["id"], row["confirmed"]) == (f"{LOCAL}.koersel", True)
    assert isinstance(row["payer"], list) and isinstance(row["deadline"], str)


def test_changes_are_there_only_since_a_day(catalogue: Catalogue) -> None:
    decide(catalogue, MAIN, "viderefoeres", date(2026, 1, 1))
    changes = data_of(appendix_of(catalogue, since=date(2025, 1, 1)))["changes"]

    assert changes["since"] == "2025-01-01"
    assert [a["slug"] for a in changes["added"]] == [MAIN]
    assert changes["lines"] == [
        "Kommet til: Prøveaftale om udskrivning & hjælp, udgave 2."
    ]
    assert data_of(appendix_of(catalogue))["changes"] is None


def test_what_the_list_is_narrowed_to_is_told_by_its_label(
    catalogue: Catalogue,
) -> None:
    appendix = appendix_of(
        catalogue, municipality="nordby", kind="lokal-tillaegsaftale"
    )

    assert data_of(appendix)["narrowed_to"] == {
        "Kommune": "Nordby Kommune",
        "Aftaletype": "Lokal tillægsaftale",
    }


def test_the_table_has_a_line_for_an_agreement_and_one_for_each_row_under_it(
    catalogue: Catalogue,
) -> None:
    head, *lines = table_of(appendix_of(catalogue, rows=True))
    named = [dict(zip(head, line, strict=True)) for line in lines]

    assert [line["Linje"] for line in named] == ["aftale", "snitflade"]
    assert {line["Navn"] for line in named} == {LOCAL}
    assert named[1]["Snitflade"] == f"{LOCAL}.koersel"
    assert named[0]["Snitflade"] == ""


def test_a_narrowed_table_says_in_each_line_what_it_is_narrowed_to(
    catalogue: Catalogue,
) -> None:
    """Also in those of rows; a table that is whole has no such column."""
    head, *lines = table_of(appendix_of(catalogue, rows=True, municipality="nordby"))
    named = [dict(zip(head, line, strict=True)) for line in lines]
    assert {line["Linje"] for line in named} == {"aftale", "snitflade"}
    assert {line["Afgrænset til"] for line in named} == {"Kommune: Nordby Kommune"}

    both = table_of(
        appendix_of(catalogue, municipality="nordby", kind="lokal-tillaegsaftale")
    )
    at = both[0].index("Afgrænset til")
    assert both[1][at] == "Kommune: Nordby Kommune; Aftaletype: Lokal tillægsaftale"
    assert "Afgrænset til" not in table_of(appendix_of(catalogue, rows=True))[0]


@pytest.mark.slow
def test_the_short_table_has_fewer_columns(make: Callable[..., Publication]) -> None:
    whole, short = make().table, make(full=False).table
    assert set(short[0]) < set(whole[0])
    assert len(short) == len(whole)
    assert SPECIAL not in short[0]


def test_a_period_that_is_known_by_its_year_is_told_by_its_year(
    catalogue: Catalogue,
) -> None:
    appendix = appendix_of(catalogue)
    known = appendix.health_agreement.model_copy(update={"date_precision": "year"})
    selection = replace(appendix.selection, health_agreement=known)
    told = data_of(replace(appendix, selection=selection))["health_agreement"]

    assert (told["period_start"], told["date_precision"]) == ("2024", "år")
    assert told["period_end"] == "2028"
