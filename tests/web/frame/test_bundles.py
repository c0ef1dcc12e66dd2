"""The files that every page asks for come as one of each kind."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from registry.web.frame import bundles


def test_a_page_asks_for_one_stylesheet_and_one_script(client: FlaskClient) -> None:
    html = client.get("/soeg?q=varsling").text

    assert len(re.findall(r'<link rel="stylesheet"', html)) == 1
    assert len(re.findall(r"<script", html)) == 1


@pytest.mark.parametrize("name", list(bundles.BUNDLES))
def test_a_bundle_holds_its_files_in_their_order(
    client: FlaskClient, name: str
) -> None:
    sent = client.get(f"/static/{name}").text

    own = [file for file in bundles.BUNDLES[name] if file != bundles.DESIGN_SYSTEM]
    places = [sent.index((bundles.STATIC / file).read_text("utf-8")) for file in own]
    assert places == sorted(places)


def test_addresses_in_a_stylesheet_are_reckoned_from_where_it_stood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vendor/css").mkdir(parents=True)
    sheet = (
        'a{b:url(../fonts/x.woff2)}c{d:url("img/y.svg")}e{f:url(data:image/png;z)}'
        "g{h:url(#i)}j{k:url('/l.svg')}m{n:url(https://o.dk/p.svg)}"
    )
    (tmp_path / "vendor/css/sheet.css").write_text(sheet, "utf-8")
    (tmp_path / "own.css").write_text("q{r:url(s.svg)}", "utf-8")
    monkeypatch.setattr(bundles, "STATIC", tmp_path)
    monkeypatch.setitem(
        bundles.BUNDLES, "pages.css", ("vendor/css/sheet.css", "own.css")
    )

    assert bundles.bundled("pages.css") == (
        'a{b:url(vendor/fonts/x.woff2)}c{d:url("vendor/css/img/y.svg")}'
        "e{f:url(data:image/png;z)}g{h:url(#i)}j{k:url('/l.svg')}"
        "m{n:url(https://o.dk/p.svg)}\nq{r:url(s.svg)}"
    )


def test_without_the_design_system_its_own_style_is_sent(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = client.get("/om").text
    monkeypatch.setattr(bundles, "has_design_system", lambda: False)

    plain = client.get("/static/pages.css").text
    assert plain == (bundles.STATIC / "registry.css").read_text("utf-8")
    if (bundles.STATIC / bundles.DESIGN_SYSTEM).is_file():
        assert whole != client.get("/om").text, "the address names what is in it"


def test_every_address_of_the_bundle_leads_to_a_file(client: FlaskClient) -> None:
    sent = client.get("/static/pages.css").text

    for address in re.findall(r"url\([\"']?([^\"')]+)", sent):
        if not address.startswith(("data:", "#")):
            with client.get(f"/static/{address}") as file:
                assert file.status_code == 200, address
