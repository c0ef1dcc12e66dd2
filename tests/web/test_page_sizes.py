"""No list is sent in more than its share, however much the catalogue holds: on the
shipped one and on a larger one.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from flask import Flask

from registry import content, create_app
from registry.catalogue.queries import Catalogue
from registry.settings import ROOT
from registry.storage.db import connect, migrate
from registry.web.reader.rows import OTHERS_SHOWN
from registry.web.reader.search import AGREEMENTS_PER_PAGE, ROWS_IN_ALL
from tests.web.people import add_people, sign_in

pytestmark = pytest.mark.slow
MOST_BYTES, MOST_SEARCHED, ROWS = 150_000, 125_000, 1500
# Made for a whole folder, and no lists that readers open.
FILES = re.compile(r"/fil$|\.csv$|\.txt$|^/static|^/api")
OTHERS = re.compile(r'class="answer-row" id="svar-([^"]+)')
ASKED = ("/snitflader?side=2", "/ordliste?side=2")
# What finds many rows, and what finds the nearest or every agreement.
QUESTIONS = (
    "udskrivning",
    "bosteder",
    "uth",
    "hvem står for misbrugsbehandling mens borgeren er indlagt",
    "patienten vil ikke være med til en udskrivningsaftale hvad så",
    "hvilke aftaler gælder i planområde Syd",
)


@pytest.fixture(scope="module", params=["shipped", "larger"])
def app(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Flask:
    folder = tmp_path_factory.mktemp(request.param)
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, _source(folder, request.param))
    add_people(engine)
    return create_app(DATABASE_URL=str(engine.url), INDEX_DIR=str(folder / "index"))


def _source(folder: Path, name: str) -> Path:
    if name == "shipped":
        return ROOT / "content"
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(str(ROOT / "scripts"))
        from invented import enlarged

        return enlarged(folder / "content", ROWS)


def addresses(app: Flask) -> list[str]:
    """Every page that needs nothing to be named, and some that do."""
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    return [r.rule for r in rules if not r.arguments and not FILES.search(r.rule)]


def test_no_page_is_larger_than_it_may_be(app: Flask) -> None:
    sizes = dict[str, int]()
    asked = [*addresses(app), *ASKED]
    for person in ("bodil", "ada"):
        browser = sign_in(app, person)
        for path in asked:
            answer = browser.get(path)
            if answer.status_code == 200 and answer.mimetype == "text/html":
                sizes[path] = max(sizes.get(path, 0), len(answer.data))

    assert len(sizes) > 30
    assert {path: size for path, size in sizes.items() if size > MOST_BYTES} == {}


def test_a_search_page_shows_no_more_than_its_share(app: Flask) -> None:
    browser = app.test_client()
    for question in QUESTIONS:
        answer = browser.get("/soeg", query_string={"q": question})
        agreements = answer.text.count('<li>\n      <a href="/aftaler/')

        assert answer.status_code == 200
        assert answer.text.count('class="answer-row"') + agreements > 0
        assert answer.text.count('class="answer-row"') <= ROWS_IN_ALL
        assert agreements <= AGREEMENTS_PER_PAGE
        assert len(answer.data) <= MOST_SEARCHED, question


def test_a_row_s_page_names_the_others_of_its_task_a_part_at_a_time(app: Flask) -> None:
    rows = Catalogue(connect(app.config["DATABASE_URL"])).today().answering_rows
    (task, number), *_ = Counter(row.task_key for row in rows).most_common(1)
    first = next(row for row in rows if row.task_key == task)
    address, browser = f"/snitflader/{first.id}", app.test_client()

    named = set[str]()
    for side in range(1, -(-(number - 1) // OTHERS_SHOWN) + 1):
        answer = browser.get(f"{address}?side={side}")
        assert answer.status_code == 200
        assert len(answer.data) <= MOST_BYTES
        own = set(OTHERS.findall(answer.text.split('id="samme"')[1]))
        assert len(own) <= OTHERS_SHOWN
        named |= own

    assert len(named) == number - 1
    assert browser.get(f"{address}?side=99").status_code == 400
