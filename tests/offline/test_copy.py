"""The copy for bad days: whole, alone, harmless, and the same each time it is made.

Also covers registry/offline/page_file.py and registry/offline/citizens.py.
"""

import gzip
import hashlib
import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from registry import content
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.models import Term
from registry.offline import runtime as installed
from registry.offline.copy import offline_copy
from registry.offline.page_file import offline_html
from registry.offline.runtime import Runtime, runtime
from registry.storage.db import connect, migrate
from tests.numbers import HOSPITAL, VISITATION, give_numbers
from tests.offline.samples import small_pyodide
from tests.read_page import Read

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 22)
MOST_BYTES = 20_000_000
MOST_BYTES_TO_READ = 5_000_000
# The page's own values, what the search is started from, and the script.
PARTS = 6
LOADING = frozenset(
    {"src", "srcset", "href", "action", "data", "poster", "formaction", "style"}
)
BREAKING_OUT = "</script><script>alert(1)</script><!--"


def loaded(folder: Path, source: Path, on: date = TODAY) -> Snapshot:
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, source)
    return Catalogue(engine).at(Moment(on))


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Snapshot:
    return loaded(tmp_path_factory.mktemp("offline"), catalogue_dir)


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Runtime:
    folder = small_pyodide(tmp_path_factory.mktemp("vendor") / "pyodide")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(installed, "PYODIDE", folder)
        python = runtime()
    assert python is not None
    return python


@pytest.fixture(scope="module")
def read(snapshot: Snapshot, python: Runtime) -> Read:
    return Read(offline_html(snapshot, python))


def unpacked(letters: str) -> str:
    return gzip.decompress(b64decode(letters)).decode()


def test_it_holds_every_agreement_that_answers_and_no_other(snapshot: Snapshot) -> None:
    held = {page.slug for page in offline_copy(snapshot).pages}

    assert held == {
        slug for slug, agreement in snapshot.agreements.items() if agreement.answers
    }
    assert "proeve-udskrivning" in held
    assert not held & {"proeve-gammel", "proeve-kommende"}


def test_every_row_stands_in_it_with_what_it_says(
    snapshot: Snapshot, read: Read
) -> None:
    assert {row.id for row in snapshot.answering_rows} <= set(read.of("id"))
    for row in snapshot.answering_rows:
        for name in (
            "task",
            "situation",
            "deadline",
            "does_not_apply_to",
            "example",
            "source",
        ):
            assert getattr(row.snitflade, name) in read.text


def test_an_agreement_stands_in_it_with_its_three_fields_and_its_text(
    read: Read,
) -> None:
    text = " ".join(read.text.split())

    for said in (
        "Prøveaftale om udskrivning & hjælp",
        "Afdelingen har det lægelige ansvar.",
        "Hospitalet melder, kommunen modtager.",
        "Fremgår ikke.",
        "Kommunen leverer kompressionsstrømper.",
        "Formel part",
    ):
        assert said in text


def test_it_tells_how_the_health_agreement_of_the_day_is_followed(read: Read) -> None:
    text = " ".join(read.text.split())

    for said in (
        "Midtvejsstatus: Prøve-sundhedsaftale 2024-2027",
        "Færre indlægges uden grund",
        "11,7 procent (2024)",
        "Sydby mangler.",
        "Nordbys brev",
    ):
        assert said in text
    assert "sundhedsaftale-2024-2027" in read.of("id")


def test_a_health_agreement_of_another_day_does_not_stand_in_it(
    tmp_path: Path, catalogue_dir: Path
) -> None:
    snapshot = loaded(tmp_path, catalogue_dir, date(2029, 1, 1))

    assert offline_copy(snapshot).followed == []


def test_it_says_its_date_what_is_unconfirmed_and_that_it_is_illustrative(
    read: Read,
) -> None:
    assert "22. november 2026" in read.text
    assert "ikke bekræftet" in read.text
    assert "ikke de vedtagne aftaletekster" in read.text


def test_it_asks_nobody_for_anything(read: Read) -> None:
    loading = [
        (tag, name, value) for tag, name, value in read.attributes if name in LOADING
    ]

    assert loading
    assert [
        attribute for attribute in loading if not attribute[2].startswith("#")
    ] == []
    assert not re.search(r"url\(|@import", "".join(read.styles))
    assert not re.search(
        r"fetch\(|XMLHttpRequest|import\(|WebSocket|sendBeacon", read.scripts[-1]
    )


def test_a_link_out_of_it_is_told_instead(snapshot: Snapshot) -> None:
    shown = snapshot.agreements["proeve-lokal"].shown
    version = shown.version.model_copy(
        update={"body": "Se [loven](https://lov.example/1?a=b&c) og [her](#afsnit-x)."}
    )
    changed = replace(
        snapshot.agreements["proeve-lokal"],
        versions=(replace(shown, version=version),),
    )
    agreements = {**snapshot.agreements, "proeve-lokal": changed}

    page = next(
        page
        for page in offline_copy(replace(snapshot, agreements=agreements)).pages
        if page.slug == "proeve-lokal"
    )

    assert "Se loven (https://lov.example/1?a=b&amp;c) og" in page.body
    assert 'href="#proeve-lokal.afsnit-x"' in page.body


def test_every_link_leads_to_one_place_in_it(read: Read) -> None:
    ids = read.of("id")

    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in read.of("href")} <= set(ids)


def test_only_its_own_script_and_style_may_run(read: Read) -> None:
    policy = next(value for value in read.of("content") if "default-src" in value)
    hashes = {
        f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in (read.scripts[-1], read.styles[0])
    }

    assert len(read.scripts) == PARTS
    assert set(re.findall(r"'sha256-[^']+'", policy)) == hashes
    for rule in ("default-src 'none'", "base-uri 'none'", "form-action 'none'"):
        assert rule in policy
    assert not [name for _, name, _ in read.attributes if name.startswith("on")]


def test_beside_them_it_may_run_what_it_unpacked_out_of_itself(read: Read) -> None:
    policy = next(value for value in read.of("content") if "default-src" in value)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    allowed = {
        s for value in rules.values() for s in value.split() if "sha256" not in s
    }

    assert allowed == {"'none'", "'wasm-unsafe-eval'", "blob:"}
    assert [name for name, value in rules.items() if "blob:" in value] == [
        "worker-src",
        "connect-src",
    ]


def test_without_python_it_may_not_even_that_and_says_that_it_cannot_be_searched(
    snapshot: Snapshot,
) -> None:
    plain = Read(offline_html(snapshot))
    policy = next(value for value in plain.of("content") if "default-src" in value)

    assert "Kopien er lavet uden søgning." in plain.text
    assert "copy_search" not in plain.of("id")
    assert "unsafe" not in policy
    assert "blob:" not in policy
    assert {row.id for row in snapshot.answering_rows} <= set(plain.of("id"))


def test_the_search_has_the_modules_and_the_catalogue_of_the_day(read: Read) -> None:
    search = json.loads(unpacked(read.scripts[-2]))

    assert "registry/search/answering.py" in search["modules"]
    assert "proeve-udskrivning" in [a["slug"] for a in search["data"]["agreements"]]


def test_nothing_in_the_catalogue_breaks_out_of_its_place(
    snapshot: Snapshot, python: Runtime
) -> None:
    # Any words of a term become data of the search, and labels data of the page.
    nasty = Term(
        key="ond", term=BREAKING_OUT, same=[BREAKING_OUT], meaning="", confirmed=True
    )
    changed = replace(snapshot, terms={**snapshot.terms, "ond": nasty})
    copy = Read(offline_html(changed, python))
    terms = json.loads(unpacked(copy.scripts[-2]))["data"]["terms"]

    assert len(copy.scripts) == PARTS
    assert BREAKING_OUT in [term["term"] for term in terms]
    assert "<" not in "".join(copy.scripts[:-1])
    assert "alert(" not in "".join(copy.scripts)


def test_html_in_a_text_is_made_harmless(read: Read, snapshot: Snapshot) -> None:
    assert '<script>alert("ond")' not in offline_html(snapshot)
    assert not read.of("onclick")
    assert not [value for value in read.of("href") if value.startswith("javascript")]


def other_databases(tmp_path: Path, catalogue_dir: Path) -> Iterator[Snapshot]:
    for name in ("one", "another"):
        (tmp_path / name).mkdir()
        yield loaded(tmp_path / name, catalogue_dir)


def test_the_same_catalogue_and_day_give_the_same_bytes(
    tmp_path: Path, catalogue_dir: Path, python: Runtime
) -> None:
    one, another = other_databases(tmp_path, catalogue_dir)

    assert one is not another
    assert offline_html(one, python) == offline_html(another, python)


def test_another_day_gives_another_copy(
    snapshot: Snapshot, tmp_path: Path, catalogue_dir: Path
) -> None:
    later = loaded(tmp_path, catalogue_dir, date(2027, 1, 1))

    assert "1. januar 2027" in offline_html(later)
    assert offline_html(later) != offline_html(snapshot)


def test_the_copy_of_the_shipped_content_is_small_enough_to_carry(
    shipped: Catalogue,
) -> None:
    made = offline_html(shipped.at(Moment(TODAY))).encode()

    assert len(made) <= MOST_BYTES_TO_READ
    assert made.count(b'<article class="row"') > 100


def test_every_number_of_the_catalogue_stands_in_it_and_can_be_rung(
    catalogue: Catalogue,
) -> None:
    give_numbers(catalogue, VISITATION, HOSPITAL)
    html = offline_html(catalogue.at(Moment(TODAY)))
    assert '<a href="tel:11111111">11 11 11 11</a> Visitationen, Nordby' in html
    assert '<a href="tel:+4522222222">+45 22 22 22 22</a> Vagthavende' in html
    assert 'se <a href="#copy_numbers">telefonnumrene</a>' in html


def test_without_numbers_it_says_that_there_are_none(snapshot: Snapshot) -> None:
    html = offline_html(snapshot)
    assert "Ingen telefonnumre er oplyst i kataloget." in html
    assert "Intet nummer i kopien" in html
    assert "<dd><span data-ask><strong>" in html
    assert "telefonnumrene" not in html


def test_what_is_reported_has_nobody_to_ring_in_it_either(shipped: Catalogue) -> None:
    html = offline_html(shipped.at(Moment(TODAY)))
    row = html.split('id="utilsigtede-haendelser.rapportere-til-kommunen"')[1]
    row = row.split("</article>")[0]
    assert "<dt>Meldes til</dt><dd><strong>Kommune</strong>" in row
    assert "data-ring" not in row


def test_with_its_python_it_is_small_enough_too(shipped: Catalogue) -> None:
    python = runtime()
    if python is None:
        pytest.skip("Pyodide was not fetched at set-up")

    assert len(offline_html(shipped.at(Moment(TODAY)), python)) <= MOST_BYTES


def test_citizens_are_told_the_same_in_plain_words(snapshot: Snapshot) -> None:
    told = (
        offline_html(snapshot)
        .split('id="copy_citizens"')[1]
        .split('class="agreement"')[0]
    )
    assert "<summary>Voksne</summary>" in told
    assert "Voksne: Når du skal udskrives" in told
    assert "giver hospitalet kommunen besked om dig." in told
    assert "Spørg din egen læge" in told
    assert "Det står ikke på siden" in told
    assert 'href="#proeve-udskrivning.varsel-voksne"' in told


def test_a_day_without_rows_has_nothing_for_citizens(snapshot: Snapshot) -> None:
    empty = replace(snapshot, agreements={})
    assert offline_copy(empty, searches=False).citizens == []
    assert "copy_citizens" not in offline_html(empty)
