"""From a question to its answer: groups of rows in force, or an explained no.

Also covers registry/search/agreement_hits.py, registry/search/answer.py,
registry/search/answering.py, registry/search/row_hits.py,
registry/search/grouped_rows.py and registry/search/named_terms.py.
"""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from registry import content
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.errors import BadInput, IndexUnusable, PersonalData
from registry.models import Agreement, Choice, Ending, Rekeying, Snitflade, Version
from registry.rules.fields import FACETS, Facet
from registry.search.answer import Answer, Question
from registry.search.ask import Asker
from registry.storage.db import connect, migrate
from tests.search.samples import TODAY, Ask, ids, nearest
from tests.storage import immutable_rows
from tests.storage.immutable_rows import version_of
from tests.storage.unwatched import transaction

CHILDREN = "proeve-udskrivning.varsel-boern"
ADULTS = "proeve-udskrivning.varsel-voksne"
STOCKINGS = "proeve-udskrivning.stroemper"
RIDE = "proeve-lokal.koersel"


def varied(answer: Answer) -> object:
    """What of an answer a reader sees, to compare answers by."""
    return (
        ids(answer),
        nearest(answer),
        [(hit.agreement.slug, hit.section) for hit in answer.agreements],
        [hit.key for hit in answer.terms],
        answer.not_found,
        answer.total,
    )


# Answers


def test_a_question_is_answered_by_the_rows_that_cover_it(ask: Ask) -> None:
    answer = ask("hvem leverer kompressionsstrømper")

    assert ids(answer) == [STOCKINGS]
    assert not answer.abstained
    assert answer.total == 1


def test_rows_of_one_kind_of_task_stand_together(ask: Ask) -> None:
    answer = ask("varsling")

    (group,) = answer.groups
    assert (group.task_key, group.label) == (
        "varsling",
        "Varsle kommunen før udskrivning",
    )
    assert {hit.row.id for hit in group.hits} == {CHILDREN, ADULTS}


def test_a_group_has_the_place_of_its_best_row(ask: Ask) -> None:
    answer = ask("varsling eller kompressionsstrømper")

    keys = [group.task_key for group in answer.groups]
    assert len(keys) == len(set(keys)) > 1


def test_a_row_comes_with_its_agreement_and_status(ask: Ask) -> None:
    (hit,) = ask("kompressionsstrømper").groups[0].hits

    assert hit.agreement.slug == hit.row.agreement == "proeve-udskrivning"
    assert hit.agreement.answers
    assert hit.row.version == 2


def test_the_words_found_are_highlighted_in_the_fields_where_they_stand(
    ask: Ask,
) -> None:
    (hit,) = ask("kompressionsstrømpe til varigt behov").groups[0].hits

    assert [piece for piece, marked in hit.highlights["task"] if marked] == [
        "kompressionsstrømper"
    ]
    assert (
        "".join(piece for piece, _ in hit.highlights["task"]) == hit.row.snitflade.task
    )


@pytest.mark.parametrize(
    "text",
    [
        "13a",
        "§ 13 a",
        "prøveloven § 13a",
        "8 hverdage",
        "otte arbejdsdage",
        "varsel af børn",
        "Varsling af Barnet!",
        "varsle kommunen om barnet",
        "barn hjem uden hjælp",
    ],
)
def test_a_row_is_found_by_many_wordings(text: str, ask: Ask) -> None:
    assert ids(ask(text))[:1] == [CHILDREN]


@pytest.mark.parametrize(
    "text",
    [
        "kompressionsstromper",
        "kompressionsstroemper",
        "kompressions strømper",
        "kompressionsstrømpe",
        "kompressionstrømper",
        "kompressionsstrømperne",
    ],
)
def test_spelling_does_not_matter(text: str, ask: Ask) -> None:
    assert ids(ask(text)) == [STOCKINGS]


def test_a_correction_is_shown(ask: Ask) -> None:
    answer = ask("hvem betaler kompresionsstrømper")

    assert answer.did_you_mean is not None
    assert "kompressionsstr" in answer.did_you_mean
    assert ask("kompressionsstrømper").did_you_mean is None


def test_a_correction_that_would_not_answer_is_not_offered(ask: Ask) -> None:
    answer = ask("kompresionsstrømper til flamingoer")

    assert answer.abstained
    assert answer.did_you_mean is None


def test_the_field_asked_for_is_stressed(ask: Ask) -> None:
    assert ask("hvem betaler kompressionsstrømper").stressed == "payer"
    assert ask("hvornår varsling").stressed == "deadline"


def test_either_or_is_answered_by_both(ask: Ask) -> None:
    assert set(ids(ask("varsling eller kompressionsstrømper"))) == {
        CHILDREN,
        ADULTS,
        STOCKINGS,
    }


def test_the_agreement_comes_with_its_best_section(ask: Ask) -> None:
    (hit,) = ask("kompressionsstrømper").agreements

    assert (hit.agreement.slug, hit.section) == (
        "proeve-udskrivning",
        "Efter udskrivning",
    )
    assert hit.anchor == "afsnit-efter-udskrivning"
    assert ("kompressionsstrømper", True) in hit.snippet


def test_a_term_comes_with_what_it_is_not(ask: Ask) -> None:
    (term,) = ask("varsel").terms

    assert (term.term, term.meaning) == (
        "varsling",
        "Besked til kommunen før en udskrivning.",
    )
    assert (term.same_as, term.not_same_as) == (["varsel"], ["orientering"])
    assert term.note == "Orientering er uden frist."


def test_the_same_question_is_answered_the_same_again(ask: Ask) -> None:
    assert varied(ask("varsling")) == varied(ask("varsling"))
    assert varied(ask("varsling")) == varied(ask("  VARSLING "))


# Abstention


def test_a_word_that_nothing_knows_is_named_and_nothing_answers(ask: Ask) -> None:
    answer = ask("kattehotel")

    assert answer.abstained
    assert answer.not_found == ["kattehotel"]
    assert answer.total == 0


def test_a_row_that_leaves_a_subject_uncovered_is_only_the_nearest(ask: Ask) -> None:
    answer = ask("varsling om kattehotel")

    assert answer.abstained
    assert answer.not_found == ["kattehotel"]
    assert set(nearest(answer)) == {CHILDREN, ADULTS}


def test_two_known_words_that_no_row_holds_together_are_no_answer(ask: Ask) -> None:
    answer = ask("kompressionsstrømper kørsel")

    assert answer.abstained
    assert answer.not_found
    assert set(nearest(answer)) & {STOCKINGS, RIDE}


def test_what_a_row_does_not_apply_to_is_no_answer_alone(ask: Ask) -> None:
    answer = ask("psykiatrien")

    assert answer.abstained
    assert CHILDREN not in ids(answer)


def test_beside_the_rule_what_it_does_not_apply_to_answers_no(ask: Ask) -> None:
    answer = ask("varsling i psykiatrien")

    assert ids(answer)[:1] == [CHILDREN]
    assert "does_not_apply_to" in answer.groups[0].hits[0].highlights


def test_a_confusable_term_answers_nothing_but_shows_its_entry(ask: Ask) -> None:
    answer = ask("orientering")

    assert answer.abstained
    assert [(term.term, term.not_same_as) for term in answer.terms] == [
        ("orientering", ["varsling"])
    ]


def test_a_term_that_is_only_in_the_word_list_shows_its_entry(ask: Ask) -> None:
    answer = ask("årsplan")

    assert answer.abstained
    assert [term.meaning for term in answer.terms] == ["Findes kun i ordlisten."]


@pytest.mark.parametrize("text", ["", "   ", "?", "og", "hvem"])
def test_a_question_that_asks_nothing_is_not_answered(text: str, ask: Ask) -> None:
    assert ask(text).abstained


def test_how_long_is_only_answered_by_a_row_with_a_figure(ask: Ask) -> None:
    assert ask("hvor længe før kompressionsstrømper").abstained
    assert CHILDREN in ids(ask("hvor mange dage før varsling"))


def test_a_deadline_that_is_not_stated_answers_how_long(ask: Ask) -> None:
    assert ADULTS in ids(ask("hvor mange dage før varsling"))


# What is refused


def test_a_cpr_number_is_refused_and_never_repeated(ask: Ask) -> None:
    with pytest.raises(PersonalData) as refused:
        ask("varsling 010190-1234")

    assert not any(char.isdigit() for char in refused.value.message)


def test_a_question_that_is_too_long_is_refused(ask: Ask) -> None:
    with pytest.raises(BadInput) as refused:
        ask("a" * 401)

    assert refused.value.field == "q"


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.name)
def test_a_facet_value_that_is_none_is_refused_by_name(facet: Facet, ask: Ask) -> None:
    with pytest.raises(BadInput) as refused:
        ask("varsling", **{facet.name: "findes-ikke"})

    assert refused.value.field == facet.param


# Filters


def test_a_filter_narrows_the_rows(ask: Ask) -> None:
    assert ids(ask("varsling", target_group="voksne")) == [ADULTS]
    assert ids(ask("varsling", actor="afdeling")) == [CHILDREN]
    assert set(ids(ask("kørsel", agreement="proeve-lokal"))) == {RIDE}


def test_filters_hold_together(ask: Ask) -> None:
    assert ids(ask("varsling", target_group="voksne", phase="udskrivning")) == [ADULTS]
    assert ids(ask("varsling", target_group="voksne", actor="afdeling")) == []


def test_a_local_row_answers_only_where_it_applies(ask: Ask) -> None:
    assert ids(ask("kørsel", municipality="nordby")) == [RIDE]
    assert ask("kørsel", municipality="sydby").abstained
    assert ids(ask("kørsel", planning_area="nord")) == [RIDE]


def test_a_question_that_a_filter_leaves_no_row_for_is_not_answered(ask: Ask) -> None:
    answer = ask("varsling", phase="indlaeggelse")

    assert answer.abstained
    assert nearest(answer) == []
    assert [(f.value, f.count, f.selected) for f in answer.facets["phase"]] == [
        ("indlaeggelse", 0, True),
        ("udskrivning", 2, False),
    ]


def test_facets_count_the_rows_that_answer(ask: Ask) -> None:
    answer = ask("varsling")

    assert {f.value: f.count for f in answer.facets["target_group"]} == {
        "voksne": 1,
        "boern-og-unge": 1,
    }
    assert {f.value: f.count for f in answer.facets["municipality"]} == {
        "nordby": 2,
        "sydby": 2,
    }


# Lists of agreements


def test_a_question_for_the_agreements_of_a_place_is_answered_by_their_list(
    ask: Ask,
) -> None:
    answer = ask("hvilke aftaler har Nordby")

    assert answer.listing
    assert not answer.abstained
    assert [hit.agreement.slug for hit in answer.agreements] == [
        "proeve-lokal",
        "proeve-udskrivning",
    ]
    assert not answer.groups


def test_a_list_is_narrowed_by_the_filters(ask: Ask) -> None:
    answer = ask("aftaler", municipality="sydby")

    assert answer.listing
    assert [hit.agreement.slug for hit in answer.agreements] == ["proeve-udskrivning"]


@pytest.mark.parametrize(
    "text",
    [
        "varsling",
        "udskrivning",
        "kattehotel",
        "orientering",
        "aftaler i Nordby",
        "",
        "13a",
    ],
)
def test_the_total_counts_the_rows_shown_as_answers(text: str, ask: Ask) -> None:
    answer = ask(text)

    assert answer.total == len(ids(answer))


# Two times


def test_the_answer_is_that_of_the_date(ask: Ask) -> None:
    assert ids(ask("medicin med hjem", pr=date(2015, 6, 1))) == [
        "proeve-gammel.medicin"
    ]
    assert ids(ask("medicin med hjem", pr=date(2030, 6, 1))) == [
        "proeve-kommende.medicin"
    ]
    assert ask("medicin med hjem").abstained


def test_the_version_is_that_of_the_date(ask: Ask) -> None:
    then, now = ask("varsling af barn", pr=date(2022, 1, 1)), ask("varsling af barn")

    assert [answer.groups[0].hits[0].row.version for answer in (then, now)] == [1, 2]
    assert [
        answer.groups[0].hits[0].row.snitflade.deadline_amount for answer in (then, now)
    ] == [
        5,
        8,
    ]


def test_the_answer_is_that_of_what_was_recorded(ask: Ask) -> None:
    before = datetime(2026, 3, 1, tzinfo=UTC)

    assert ask("kompressionsstrømper", vist=before).abstained
    assert ids(ask("kompressionsstrømper", vist=datetime(2026, 7, 1, tzinfo=UTC))) == [
        STOCKINGS
    ]
    assert ask("varsling", vist=before).groups[0].hits[0].row.version == 1


def test_before_anything_was_recorded_nothing_answers(ask: Ask) -> None:
    answer = ask("varsling", vist=datetime(2020, 1, 1, tzinfo=UTC))

    assert answer.abstained
    assert nearest(answer) == []


def test_what_a_party_that_has_ceased_leaves_unsettled_still_answers(ask: Ask) -> None:
    answer = ask("varsling", pr=date(2027, 6, 1))

    assert set(ids(answer)) == {CHILDREN, ADULTS}
    assert answer.groups[0].hits[0].agreement.status.status == "afklares"


# The index beside the database


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """The invented catalogue, loaded and indexed; copied, never written to."""
    folder = tmp_path_factory.mktemp("prepared")
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, catalogue_dir)
    Asker(Catalogue(engine), folder / "index").rebuild()
    engine.dispose()
    return folder


@pytest.fixture
def own(prepared: Path, tmp_path: Path) -> Iterator[Asker]:
    """An asker on a database and an index of its own."""
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    engine = connect(f"sqlite:///{tmp_path / 'registry.sqlite'}")
    yield Asker(Catalogue(engine), tmp_path / "index")
    engine.dispose()


def answered(asker: Asker, text: str, pr: date = TODAY) -> list[str]:
    return ids(asker.ask(Question(text, Moment(pr))))


def publish(asker: Asker, slug: str, task: str, **fields: object) -> None:
    """A new version of an agreement with one row, put into the database by hand."""
    with transaction(asker.catalogue.engine) as session:
        agreement = session.exec(
            select(Agreement).where(Agreement.slug == slug)
        ).first()
        if agreement is None:
            agreement = Agreement(slug=slug)
            session.add(agreement)
            session.flush()
        assert agreement.id is not None
        earlier = session.exec(
            select(Version).where(Version.agreement_id == agreement.id)
        ).all()
        version = version_of(
            agreement.id,
            number=len(earlier) + 1,
            in_force_from=date(2025, 1, 1),
            body="Tekst",
        )
        session.add(version)
        session.flush()
        given = {"key": "ny", "task_key": "medicin", "phase": "udskrivning", **fields}
        session.add(
            Snitflade(version_id=version.id or 0, position=0, task=task, **given)
        )
        session.flush()
        immutable_rows.publish(session, version.id or 0)


def test_an_index_is_made_where_none_is(own: Asker, tmp_path: Path) -> None:
    asker = Asker(own.catalogue, tmp_path / "ny" / "mappe")

    assert answered(asker, "kompressionsstrømper") == [STOCKINGS]


def test_an_index_deleted_while_the_program_runs_is_made_anew(
    own: Asker, tmp_path: Path
) -> None:
    assert answered(own, "kompressionsstrømper") == [STOCKINGS]
    shutil.rmtree(tmp_path / "index")

    assert answered(own, "varsling af barn")[:1] == [CHILDREN]
    assert answered(own, "kompressionsstrømper") == [STOCKINGS]
    own.check()


def test_an_index_that_another_is_writing_is_no_broken_one(
    own: Asker, tmp_path: Path
) -> None:
    """Its mark is away meanwhile; who asks whether it can be read waits."""
    own.check()
    mark = tmp_path / "index" / "stamp.json"
    text, found = mark.read_text(encoding="utf-8"), list[Exception]()

    def look() -> None:
        try:
            own.check()
        except IndexUnusable as error:
            found.append(error)

    with own._lock:
        mark.unlink()
        looking = threading.Thread(target=look)
        looking.start()
        looking.join(0.3)
        assert looking.is_alive()
        mark.write_text(text, encoding="utf-8")
    looking.join(30)

    assert found == []


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize(
    "keep_stamp", [True, False], ids=["with-stamp", "without-stamp"]
)
@pytest.mark.parametrize("asked_before", [True, False], ids=["open", "closed"])
def test_an_index_that_was_broken_is_made_anew(
    asked_before: bool, keep_stamp: bool, own: Asker, tmp_path: Path
) -> None:
    if asked_before:
        assert answered(own, "kompressionsstrømper") == [STOCKINGS]
    for path in (tmp_path / "index").rglob("*"):
        if path.is_file() and (path.name != "stamp.json" or not keep_stamp):
            path.unlink()
            path.write_bytes(b"ikke et indeks")

    asker = own if asked_before else Asker(own.catalogue, tmp_path / "index")
    assert answered(asker, "varsling af barn")[:1] == [CHILDREN]
    assert answered(Asker(own.catalogue, tmp_path / "index"), "13a") == [CHILDREN]


def test_an_open_index_whose_files_are_cut_short_does_not_end_the_program(
    own: Asker, tmp_path: Path
) -> None:
    """In a process of its own: a file that is read as memory takes its reader
    with it.
    """
    done = subprocess.run([sys.executable, "-c", CUT_SHORT, str(tmp_path)], check=False)

    assert done.returncode == 0


CUT_SHORT = """
import os, sys
from datetime import date
from pathlib import Path
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.storage.db import connect
from registry.search.answer import Question
from registry.search.ask import Asker

folder = Path(sys.argv[1])
database = connect(f"sqlite:///{folder / 'registry.sqlite'}")
asker = Asker(Catalogue(database), folder / "index")
moment = Moment(date(2026, 11, 22))
assert asker.ask(Question("kompressionsstrømper", moment)).groups
for path in (folder / "index").glob("index-*/*"):
    os.truncate(path, 10)
assert asker.ask(Question("varsling af barn", moment)).groups
"""


def test_a_version_published_behind_the_index_is_noticed(own: Asker) -> None:
    assert answered(own, "vaskemaskine") == []

    publish(own, "proeve-helt-ny", "Udlevere vaskemaskine")

    assert answered(own, "vaskemaskine") == ["proeve-helt-ny.ny"]


def test_a_further_version_of_an_agreement_takes_the_earlier_ones_place(
    own: Asker,
) -> None:
    assert answered(own, "kompressionsstrømper") == [STOCKINGS]

    publish(own, "proeve-udskrivning", "Udlevere vaskemaskine")

    assert answered(own, "kompressionsstrømper") == []
    assert answered(own, "vaskemaskine") == ["proeve-udskrivning.ny"]
    assert answered(own, "varsling af barn", date(2022, 1, 1))[:1] == [CHILDREN]


def test_an_ending_recorded_behind_the_index_is_noticed(own: Asker) -> None:
    assert answered(own, "kørsel") == [RIDE]
    with transaction(own.catalogue.engine) as session:
        session.add(
            Ending(
                ref="slut",
                agreement="proeve-lokal",
                effective_on=date(2026, 1, 1),
                recorded_at=datetime(2026, 1, 2, tzinfo=UTC),
            )
        )

    assert answered(own, "kørsel") == []


def test_a_new_name_of_a_word_is_noticed(own: Asker) -> None:
    assert answered(own, "vaskemaskine") == []
    with transaction(own.catalogue.engine) as session:
        session.add(
            Choice(
                scheme="tasks",
                key="stroemper",
                label="Kompressionsstrømper",
                also=["vaskemaskine"],
                position=1,
                recorded_at=datetime(2026, 8, 1, tzinfo=UTC),
            )
        )

    assert answered(own, "vaskemaskine") == [STOCKINGS]


def test_a_row_that_is_keyed_anew_stands_with_its_new_kind(own: Asker) -> None:
    assert (
        own.ask(Question("varsle den voksne", Moment(TODAY))).groups[0].task_key
        == "varsling"
    )
    with transaction(own.catalogue.engine) as session:
        session.add(
            Rekeying(
                ref="omnøglet",
                agreement="proeve-udskrivning",
                row="varsel-voksne",
                task_key="medicin",
                effective_on=date(2026, 1, 1),
                recorded_at=datetime(2026, 8, 1, tzinfo=UTC),
            )
        )

    answer = own.ask(Question("varsle den voksne", Moment(TODAY)))

    groups = {
        hit.row.id: group.task_key for group in answer.groups for hit in group.hits
    }
    assert groups[ADULTS] == "medicin"


def test_a_database_put_in_anothers_place_is_noticed(
    own: Asker, prepared: Path, catalogue_dir: Path, tmp_path: Path
) -> None:
    assert answered(own, "kompressionsstrømper") == [STOCKINGS]
    source = Path(shutil.copytree(catalogue_dir, tmp_path / "andet"))
    for number in (1, 2):
        path = source / "agreements" / "proeve-udskrivning" / f"{number}.md"
        text = path.read_text(encoding="utf-8").replace(
            "Varigt behov", "Vaskemaskine mangler"
        )
        path.write_text(text, encoding="utf-8")
    own.catalogue.engine.dispose()
    for path in tmp_path.glob("registry.sqlite*"):
        path.unlink()
    engine = connect(f"sqlite:///{tmp_path / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, source)
    engine.dispose()

    assert answered(own, "vaskemaskine") == [STOCKINGS]
    assert answered(Asker(own.catalogue, tmp_path / "index"), "vaskemaskine") == [
        STOCKINGS
    ]


def test_an_answer_after_growth_is_the_one_after_a_rebuild(
    own: Asker, tmp_path: Path
) -> None:
    answered(own, "varsling")
    publish(
        own,
        "proeve-helt-ny",
        "Vaskemaskine og tørretumbler",
        situation="Kompression mangler",
    )
    publish(own, "proeve-anden", "Medicindosering i strømper", example="Børnekørsel")
    anew = Asker(own.catalogue, tmp_path / "andet-indeks")

    for text in (
        "varsling", "kompression", "kompressionsstrømper", "strømper", "medicin",
        "dosering", "kørsel", "børn", "pligt", "tumbler", "vask", "barnets kørsel",
    ):  # fmt: skip
        grown, fresh = (a.ask(Question(text, Moment(TODAY))) for a in (own, anew))
        assert varied(grown) == varied(fresh), text


def test_check_says_whether_the_index_can_be_used(own: Asker, tmp_path: Path) -> None:
    own.check()
    publish(own, "proeve-helt-ny", "Udlevere vaskemaskine")
    with pytest.raises(IndexUnusable, match="bagud"):
        own.check()

    own.refresh()
    own.check()
    shutil.rmtree(tmp_path / "index")
    with pytest.raises(IndexUnusable):
        own.check()


def test_a_rebuild_counts_the_documents(own: Asker) -> None:
    count = own.rebuild()

    assert count == own.engine.size() > 10


def test_many_may_ask_while_the_index_is_deleted(own: Asker, tmp_path: Path) -> None:
    faults: list[BaseException] = []
    questions = (
        "varsling",
        "kompressionsstrømper",
        "kørsel",
        "13a",
        "udskrivning",
        "medicin",
    )

    def run(start: int) -> None:
        try:
            for at in range(12):
                own.ask(
                    Question(f"{questions[(start + at) % 6]} {at % 3}", Moment(TODAY))
                )
        except BaseException as error:
            faults.append(error)

    def spoil() -> None:
        for _ in range(3):
            shutil.rmtree(tmp_path / "index", ignore_errors=True)

    together([lambda at=at: run(at) for at in range(4)] + [spoil])

    assert faults == []
    assert answered(own, "kompressionsstrømper") == [STOCKINGS]


def together(works: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


# Whatever is asked


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from(
                "hvem betaler varsling barn eller psykiatri kompressionsstrømper "
                "kørsel Nordby aftaler § 13 a 8 hverdage udskrivning kattehotel "
                "orientering forskel hvor længe "
                "2027 hospital kommune".split()
            ),
            max_size=8,
        ).map(" ".join),
    )
)
def test_any_question_is_answered_or_declined_with_a_reason(
    text: str, ask: Ask
) -> None:
    try:
        answer = ask(text)
    except PersonalData:
        return
    shown = ids(answer)

    assert len(shown) == len(set(shown))
    told = shown or answer.listing or answer.cards
    assert answer.abstained == (not told)
    assert not (shown and answer.nearest)
    assert not (shown and answer.not_found)
    assert all(group.hits for group in (*answer.groups, *answer.nearest))


def test_a_figure_asked_for_brings_the_other_rows_of_its_task(
    shipped_asker: Asker,
) -> None:
    """Eight working days hold for children; nobody has found the days of adults."""
    answer = shipped_asker.ask(
        Question("varsling hvor mange dage", Moment(date(2026, 11, 26)))
    )

    first = [hit.row.id for hit in answer.groups[0].hits]
    assert {"psykiatri-boern-og-unge.varsling", "psykiatri-voksne.varsling"} <= set(
        first
    )
