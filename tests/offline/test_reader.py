"""The copy's catalogue answers as the catalogue does: the same Python, without database
and index.

Also covers registry/offline/search_data.py and registry/offline/for_page.py.
"""

import json
from datetime import date
from typing import Any

import pytest

from registry.catalogue.contacts import reaches
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.offline.reader import CopyReader
from registry.offline.search_data import search_data
from registry.search.answer import Answer, Question
from registry.search.ask import Asker
from registry.search.first_line import first_line_of
from registry.settings import LONGEST_QUESTION
from tests.numbers import HOSPITAL, VISITATION, give_numbers
from tests.relevance import questions
from tests.relevance.runs import REFORM, TODAY, variant, vocabulary
from tests.relevance.test_cards import questions as card_questions
from tests.relevance.variants import VARIANTS

pytestmark = pytest.mark.slow

CPR = "varsling af 010190-1234"


@pytest.fixture(scope="module")
def asker(shipped_asker: Asker) -> Asker:
    return shipped_asker


@pytest.fixture(scope="module")
def reader(asker: Asker) -> CopyReader:
    return reader_of(asker, TODAY)


def reader_of(asker: Asker, on: date) -> CopyReader:
    return CopyReader(json.dumps(search_data(asker.catalogue.at(Moment(on)))))


def seen(snapshot: Snapshot, answer: Answer) -> list[Any]:
    """All that an answer says, by names that mean the same in both catalogues."""
    lines = [first_line_of(snapshot, g, answer) for g in answer.groups]
    groups = [
        [
            (group.task_key, group.label, [hit.row.id for hit in group.hits])
            for group in some
        ]
        for some in (answer.groups, answer.nearest)
    ]
    agreements = [(hit.agreement.slug, hit.anchor) for hit in answer.agreements]
    said = (answer.did_you_mean, answer.stressed, answer.listing, answer.total)
    return [
        *groups,
        lines,
        agreements,
        answer.terms,
        answer.facets,
        [*answer.not_found],
        [*answer.uncovered],
        [(card.kind, card.title, card.facts) for card in answer.cards],
        *said,
    ]


def differing(
    asker: Asker, reader: CopyReader, on: date, asked: list[str]
) -> list[str]:
    moment = Moment(on)
    snapshot = asker.catalogue.at(moment)
    return [
        text
        for text in asked
        if seen(reader.snapshot, reader.answer(text))
        != seen(snapshot, asker.ask(Question(text, moment)))
    ]


def test_every_question_has_the_catalogues_answer(
    asker: Asker, reader: CopyReader
) -> None:
    asked = [question.query for question in questions.today()]

    asked += [question.query for question in card_questions()]
    others = [question.query for question in questions.read(questions.OTHER_HANDS)]
    asked += [text for text in others if len(text) <= LONGEST_QUESTION]

    assert len(asked) > 500
    assert differing(asker, reader, TODAY, asked) == []


def test_every_question_has_it_after_the_reform(asker: Asker) -> None:
    asked = [question.query for question in questions.in_2027()]

    assert differing(asker, reader_of(asker, REFORM), REFORM, asked) == []


@pytest.mark.parametrize("name", VARIANTS)
def test_questions_written_otherwise_have_it_too(
    asker: Asker, reader: CopyReader, name: str
) -> None:
    changed = variant(name, questions.today(), vocabulary(asker))

    assert differing(asker, reader, TODAY, [q.query for q in changed[::4]]) == []


def test_the_page_is_told_the_groups_the_agreements_and_what_is_missing(
    reader: CopyReader,
) -> None:
    told = json.loads(
        reader.as_json("hvem betaler kompressionsstrømper til flamingoer")
    )

    assert told["groups"] == []
    assert told["nearest"][0]["rows"]
    assert told["unknown"] == ["flamingoer"]
    assert told["uncovered"] == []
    assert told["stressed"] == "payer"
    assert not told["listing"]


def test_the_page_is_told_the_cards(reader: CopyReader) -> None:
    card = json.loads(reader.as_json("hvilket psykiatrisk center hører Tårnby til"))[
        "cards"
    ][0]

    assert (card["kind"], card["title"]) == ("Organisation", "Tårnby Kommune")
    assert card["facts"][0] == ["Psykiatrisk center", "Psykiatrisk Center Amager"]


def test_the_page_is_told_which_section_speaks_of_it(reader: CopyReader) -> None:
    told = json.loads(reader.as_json("kompressionsstrømper"))["agreements"][0]

    assert told["agreement"]
    assert told["section"].startswith("afsnit-")


def test_the_page_is_told_the_first_line(reader: CopyReader) -> None:
    (group,) = json.loads(reader.as_json("kompressionsstrømper hvem betaler"))["groups"]

    assert group["line"]["label"] == "Hvem betaler"
    assert [(p["answer"], p["conditions"]) for p in group["line"]["parts"]] == [
        ("Region", ["under behandling"]),
        ("Kommune", ["ved varigt behov"]),
    ]
    assert group["ring"] == {}
    ward = [["Patientens afdeling", "hospitalet", False]]
    own = "Hvis det er jer, har I selv opgaven."
    assert {"places": ward, "own": own} in group["ask"].values()
    assert group["line"]["facts"] == [["Hvornår", "ikke oplyst"]]


def test_the_page_is_told_what_an_answer_does_not_hold_for(reader: CopyReader) -> None:
    line = json.loads(reader.as_json("72 timers behandlingsansvar"))["groups"][0][
        "line"
    ]
    (excepted, _), *_ = line["parts"][0]["excepts"]
    assert excepted.startswith(
        "Psykiatrien i ordningen fra december 2022 (version 2.0). "
    )
    assert line["parts"][0]["excepts_said"] == 1
    assert "96 timer" in line["changing"]
    assert line["basis"] == "svaret er ikke bekræftet"


def test_the_page_is_told_what_a_row_denies(reader: CopyReader) -> None:
    told = json.loads(reader.as_json("gælder 72 timer psykiatrien"))["groups"][0]
    assert told["line"]["verdict"] == ""
    assert told["line"]["excluded"]["text"].startswith("Psykiatrien")
    assert [part["answer"] for part in told["line"]["parts"]] == ["ikke oplyst"]


def test_the_page_is_told_whom_to_ask_where_nothing_answers(reader: CopyReader) -> None:
    told = json.loads(reader.as_json("kvantefysik i Ballerup"))
    ward, at_home = (place[:3] for place in told["around"]["places"])
    assert ward[:2] == ["er patienten indlagt", "Patientens afdeling"]
    assert "Psykiatrisk Center Ballerup" in ward[2]
    assert at_home[::2] == ["er borgeren hjemme", "Ballerup Kommune"]


@pytest.mark.parametrize(
    ("question", "phones"), [("varsling i Nordby", ["+45 22 22 22 22", "11 11 11 11"])]
)
def test_the_numbers_of_the_municipality_that_is_named_are_told(
    catalogue: Catalogue, question: str, phones: list[str]
) -> None:
    give_numbers(catalogue, VISITATION, HOSPITAL)
    snapshot = catalogue.at(Moment(TODAY))
    told = json.loads(CopyReader(json.dumps(search_data(snapshot))).as_json(question))

    ring = told["groups"][0]["ring"]
    assert ring
    for row, numbers in ring.items():
        server = reaches(snapshot, snapshot.row(row), "nordby")
        assert [n["phone"] for n in numbers] == [
            n.phone for reach in server for n in reach.numbers
        ]
    around = [n for *_, numbers in told["around"]["places"] for n in numbers]
    assert sorted({n["phone"] for n in around}) == phones


def test_a_cpr_number_is_refused_and_not_repeated(reader: CopyReader) -> None:
    told = json.loads(reader.as_json(CPR))

    assert "CPR-nummer" in told["refused"]
    assert "010190" not in told["refused"]


def test_a_question_that_is_too_long_is_refused(reader: CopyReader) -> None:
    refused = json.loads(reader.as_json("a" * 401))["refused"]

    assert "Skriv højst 400 tegn" in refused


def test_how_long_a_question_may_be_is_told_by_the_copy(asker: Asker) -> None:
    data = search_data(asker.catalogue.at(Moment(TODAY)))

    short = CopyReader(json.dumps({**data, "longest": 5}))

    assert "Skriv højst 5 tegn" in json.loads(short.as_json("varsling"))["refused"]


def test_no_number_of_the_database_comes_along(asker: Asker) -> None:
    data = search_data(asker.catalogue.at(Moment(TODAY)))

    named = {agreement for _, agreement, _, _ in data["documents"]}
    assert named == set(range(len(data["agreements"])))
    assert not {"id", "version_id"} & set(data["agreements"][0]["rows"][0])


def test_the_page_is_told_on_what_it_depends_and_what_is_unsettled(
    reader: CopyReader,
) -> None:
    line = json.loads(reader.as_json("gælder 72 timer psykiatrien"))["groups"][0][
        "line"
    ]
    assert (line["unsettled"], line["depends"]) == ("Ikke afklaret", "")
    other = json.loads(reader.as_json("kompressionsstrømper"))["groups"][0]["line"]
    assert other["unsettled"] == ""


def test_an_older_editions_answer_says_so_where_it_is_only_named(
    reader: CopyReader,
) -> None:
    asked = "hvornår skal psykiatrien varsle kommunen om voksne"
    also = json.loads(reader.as_json(asked))["groups"][0]["line"]["also"]
    assert any(one["name"].startswith("kun set i en ældre udgave: ") for one in also)
