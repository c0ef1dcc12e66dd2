"""A row that another agreement contradicts says so wherever it is shown, and leads to
what the two say.
"""

import shutil
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry import create_app
from registry.catalogue.findings import findings_in
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.models import Settling
from registry.offline.copy import offline_copy
from registry.storage.db import connect
from tests.catalogue.shelf import Shelf, record

SAID = "To aftaler siger hver sit."
OURS = "proeve-udskrivning.stroemper"


@pytest.fixture
def shelf(tmp_path: Path, loaded_once: Path, stopped_clock: object) -> Shelf:
    """The invented catalogue, and an agreement in which the hospital does what one of
    its rows leaves to the municipality.
    """
    path = shutil.copy(loaded_once, tmp_path / "registry.sqlite")
    shelf = Shelf(connect(f"sqlite:///{path}"))
    row = {
        "key": "stroemper",
        "task_key": "stroemper",
        "task": "Levere kompressionsstrømper fra hospitalet",
        "situation": "Ved varige behov",
        "phase": "efter-udskrivning",
        "target_groups": ["voksne"],
        "responsible": ["hospital"],
        "section": "Strømper",
    }
    shelf.publish("strid", {**row, "situation": "Varige behov"}, title="En anden")
    return shelf


def snapshot_of(shelf: Shelf) -> Snapshot:
    return Catalogue(shelf.engine).today()


def client_of(shelf: Shelf, tmp_path: Path) -> FlaskClient:
    app: Flask = create_app(
        DATABASE_URL=str(shelf.engine.url), INDEX_DIR=str(tmp_path / "index")
    )
    return app.test_client()


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.text.split())


PAGES = (
    f"/snitflader/{OURS}",
    "/soeg?q=hvem+leverer+kompressionsstrømper",
    "/aftaler/proeve-udskrivning",
    "/snitflader",
    "/forloeb/voksne",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_contradicted_row_says_so_and_leads_to_the_finding(
    shelf: Shelf, tmp_path: Path, address: str
) -> None:
    (overlap,) = (f for f in findings_in(snapshot_of(shelf)) if f.kind == "overlap")

    html = page(client_of(shelf, tmp_path), address)

    assert "hver sit" in html
    assert f'href="/overblik/{overlap.id}"' in html


def test_what_is_settled_or_agreed_is_not_called_a_contradiction(
    shelf: Shelf, tmp_path: Path
) -> None:
    (overlap,) = (f for f in findings_in(snapshot_of(shelf)) if f.kind == "overlap")
    shelf.add(record(Settling, finding=overlap.mark, reason="Begge gør det."))

    client = client_of(shelf, tmp_path)

    for address in PAGES:
        assert "hver sit" not in page(client, address)


def test_an_older_version_of_the_agreement_is_not_contradicted(
    shelf: Shelf, tmp_path: Path
) -> None:
    client = client_of(shelf, tmp_path)

    html = page(client, "/aftaler/proeve-udskrivning/udgaver/1")
    assert "hver sit" not in html


def test_the_interface_and_the_copy_for_bad_days_say_it_too(
    shelf: Shelf, tmp_path: Path
) -> None:
    snapshot = snapshot_of(shelf)
    (overlap,) = (f for f in findings_in(snapshot) if f.kind == "overlap")

    listed = client_of(shelf, tmp_path).get("/api/v1/snitflader").get_json()["items"]
    told = {row["id"]: row["contradicted_in"] for row in listed}
    assert {name for name, found in told.items() if found} == {OURS, "strid.stroemper"}
    assert told[OURS] == overlap.id

    copied = {
        row.id: row.contradicted
        for agreement in offline_copy(snapshot, searches=False).pages
        for row in agreement.rows
    }
    assert copied[OURS] == overlap.text
    assert copied["proeve-udskrivning.varsel-boern"] == ""
