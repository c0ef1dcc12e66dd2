"""A row that another agreement contradicts says so wherever it is shown, and leads to
what the two say.
"""

import re
import shutil
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from registry import create_app
from registry.catalogue.citizen import DISPUTED
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


def test_the_pictures_legend_tells_its_second_mark_where_a_card_bears_it(
    shelf: Shelf, tmp_path: Path
) -> None:
    client = client_of(shelf, tmp_path)
    legend = "◆ på et kort: to aftaler siger hver sit"
    note = "En fyldt rude på et kort: to aftaler siger hver sit"

    assert legend in page(client, "/forloeb/voksne")
    assert note in page(client, "/forloeb/voksne?format=svg")
    assert legend not in page(client, "/forloeb/boern-og-unge")
    assert note not in page(client, "/forloeb/boern-og-unge?format=svg")


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


@pytest.mark.parametrize(
    "address",
    ["/borger/voksne", "/borger/voksne/efter-udskrivning", "/api/v1/told"],
)
def test_a_citizen_is_told_neither_of_two_contradicting_rules_as_sure(
    shelf: Shelf, tmp_path: Path, address: str
) -> None:
    """One sentence for each of the two; none once it is settled."""
    client = client_of(shelf, tmp_path)
    assert told_times(client, address) == 2

    (overlap,) = (f for f in findings_in(snapshot_of(shelf)) if f.kind == "overlap")
    shelf.add(record(Settling, finding=overlap.mark, reason="Begge gør det."))
    assert told_times(client_of(shelf, tmp_path / "settled"), address) == 0


def told_times(client: FlaskClient, address: str) -> int:
    response = client.get(address)
    assert response.status_code == 200
    if response.is_json:
        told = [" ".join(item["sentences"]) for item in response.json["items"]]
        return sum(DISPUTED in text for text in told)
    text = " ".join(re.sub(r"<[^>]*>", "", response.text).split())
    return text.count(DISPUTED)


def test_the_interface_names_the_overlap_a_telling_is_in(
    shelf: Shelf, tmp_path: Path
) -> None:
    (overlap,) = (f for f in findings_in(snapshot_of(shelf)) if f.kind == "overlap")
    items = client_of(shelf, tmp_path).get("/api/v1/told").get_json()["items"]
    named = {item["id"]: item["contradicted_in"] for item in items}
    assert {name for name, found in named.items() if found} == {OURS, "strid.stroemper"}
    assert named[OURS] == overlap.id


@pytest.mark.parametrize("wanted", ["svg", "pdf"])
def test_the_files_of_a_path_say_it_too(
    shelf: Shelf, tmp_path: Path, wanted: str
) -> None:
    file = client_of(shelf, tmp_path).get(f"/forloeb/voksne?format={wanted}").data
    if wanted == "pdf":
        pages = PdfReader(BytesIO(file)).pages
        text = "".join(page.extract_text() for page in pages)
    else:
        text = "".join(ElementTree.fromstring(file).itertext())
    assert re.sub(r"\s", "", text).count("Toaftalersigerhversit") == 2
