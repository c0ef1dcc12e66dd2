"""Keeping the index in step with the database: what stands in it, and when it is made
anew.

Also covers registry/search/documents.py.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from registry import content
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.models import Agreement, Choice, Ending, Snitflade, Term, Version
from registry.search.documents import documents
from registry.search.engine import Candidate
from registry.search.index_keys import CONCEPT, EXACT, ROW, SECTION
from registry.search.indexing import bring_up_to_date, expected_stamp
from registry.search.lexicons import lexicon_of
from registry.search.whoosh_engine import WhooshEngine
from registry.storage.db import connect, migrate
from tests.search.samples import TODAY
from tests.storage.immutable_rows import publish, version_of
from tests.storage.unwatched import transaction

LATER = datetime(2026, 8, 1, tzinfo=UTC)


class Watched(WhooshEngine):
    """An engine that remembers how it was written to."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.acts: list[tuple[str, int]] = []

    def rebuild(
        self, candidates: Iterable[Candidate], stamp: str, after: str | None = None
    ) -> bool:
        listed = list(candidates)
        self.acts.append(("rebuild", len(listed)))
        return super().rebuild(listed, stamp, after)

    def add(self, candidates: Iterable[Candidate], stamp: str, after: str) -> bool:
        listed = list(candidates)
        self.acts.append(("add", len(listed)))
        return super().add(listed, stamp, after)


class Kept:
    """A catalogue with an index that is brought up to date when told."""

    def __init__(self, folder: Path) -> None:
        self.catalogue = Catalogue(connect(f"sqlite:///{folder / 'registry.sqlite'}"))
        self.engine = Watched(folder / "index")

    @property
    def snapshot(self) -> Snapshot:
        return self.catalogue.at(Moment(TODAY))

    def refresh(self) -> list[tuple[str, int]]:
        """What was done to the index."""
        self.engine.acts.clear()
        bring_up_to_date(self.engine, self.snapshot, self.engine.stamp())
        return self.engine.acts

    def publish(self, slug: str, body: str = "", **fields: object) -> None:
        with transaction(self.catalogue.engine) as session:
            agreement = session.exec(
                select(Agreement).where(Agreement.slug == slug)
            ).first()
            agreement = agreement or Agreement(slug=slug)
            session.add(agreement)
            session.flush()
            assert agreement.id is not None
            held = session.exec(
                select(Version).where(Version.agreement_id == agreement.id)
            ).all()
            version = version_of(
                agreement.id,
                number=len(held) + 1,
                in_force_from=date(2025, 1, 1),
                body=body,
            )
            session.add(version)
            session.flush()
            given = {
                "key": "ny",
                "task_key": "medicin",
                "phase": "udskrivning",
                **fields,
            }
            session.add(Snitflade(version_id=version.id or 0, position=0, **given))
            session.flush()
            publish(session, version.id or 0)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    folder = tmp_path_factory.mktemp("prepared")
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, catalogue_dir)
    engine.dispose()
    kept = Kept(folder)
    assert kept.refresh()[0][0] == "rebuild"
    kept.catalogue.engine.dispose()
    return folder


@pytest.fixture
def kept(prepared: Path, tmp_path: Path) -> Iterator[Kept]:
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    made = Kept(tmp_path)
    yield made
    made.catalogue.engine.dispose()


def documents_of(engine: WhooshEngine) -> dict[tuple[str, int, str], object]:
    """Everything in an index: what holds any of its words."""
    words = [EXACT + word for word in engine.words()]
    candidates = engine.candidates([words], engine.version_ids(), enough=10_000)
    assert len(candidates) == engine.size()
    return {(e.kind, e.version_id, e.ref): e.index_keys for e in candidates}


# What stands in the index


def test_every_row_and_every_section_of_every_version_is_a_document(kept: Kept) -> None:
    documents = documents_of(kept.engine)
    kinds = [kind for kind, _, _ in documents]

    assert kinds.count(ROW) == 8
    assert kinds.count(SECTION) == len(kinds) - 8 >= 8
    assert kept.engine.version_ids() == {
        version.version.id
        for agreement in kept.snapshot.agreements.values()
        for version in agreement.versions
    }


def test_a_row_is_indexed_by_its_words_its_labels_and_its_terms(kept: Kept) -> None:
    version = kept.snapshot.agreement("proeve-udskrivning").number(2).version.id
    keys = documents_of(kept.engine)[ROW, version, "varsel-boern"]

    assert EXACT + "barnet" in keys["task"]
    assert EXACT + "boerneafdelingen" in keys["responsible"]
    assert EXACT + "§13a" in keys["legal_basis"]
    assert EXACT + "=8h" in keys["deadline"]
    assert CONCEPT + "varsling" in keys["task_label"]


def test_what_is_not_stated_is_not_indexed_as_a_word(kept: Kept) -> None:
    version = kept.snapshot.agreement("proeve-udskrivning").number(2).version.id
    keys = documents_of(kept.engine)[ROW, version, "varsel-boern"]

    assert not keys.get("payer")
    assert not keys.get("treatment_responsible")


def test_a_section_is_found_by_its_anchor_and_by_what_is_shown(kept: Kept) -> None:
    shown = kept.snapshot.agreement("proeve-udskrivning").number(2)
    keys = documents_of(kept.engine)[SECTION, shown.version.id, "afsnit-udskrivning"]

    assert EXACT + "varsler" in keys["text"]
    assert EXACT + "udskrivning" in keys["heading"]
    assert EXACT + "onclick" in keys["text"]
    assert not {EXACT + word for word in ("table", "thead", "strong")} & keys["text"]


def test_a_section_without_text_is_no_document(kept: Kept) -> None:
    kept.publish("proeve-tom", body="## Tomt\n\n## Fuldt\n\nTekst", task="Ny")
    shown = kept.snapshot.agreement("proeve-tom").shown

    refs = [
        d.ref for d in documents(shown, kept.snapshot.vocabulary) if d.kind == SECTION
    ]

    assert refs == ["afsnit-fuldt"]


def test_a_draft_is_not_indexed(kept: Kept) -> None:
    with transaction(kept.catalogue.engine) as session:
        session.add(version_of(1, body="Hemmeligt"))

    assert kept.refresh() == []
    assert "hemmeligt" not in kept.engine.words()


# When it is made anew


def test_an_index_in_step_is_left_alone(kept: Kept) -> None:
    assert kept.refresh() == []


def test_a_missing_index_is_made_anew(kept: Kept) -> None:
    shutil.rmtree(kept.engine.directory)

    ((act, count),) = kept.refresh()

    assert (act, count) == ("rebuild", kept.engine.size())
    assert kept.engine.stamp() == expected_stamp(kept.snapshot)


def test_a_new_version_is_added_and_nothing_else_written(kept: Kept) -> None:
    kept.publish("proeve-ny", body="## Afsnit\n\nTekst", task="Udlevere vaskemaskine")

    assert kept.refresh() == [("add", 2)]
    assert kept.engine.words()["vaskemaskine"] == 1
    assert kept.engine.stamp() == expected_stamp(kept.snapshot)
    assert kept.refresh() == []


def test_no_document_is_in_the_index_twice_after_growth(kept: Kept) -> None:
    for task in ("Udlevere vaskemaskine", "Hente vaskemaskine"):
        kept.publish("proeve-ny", body="Tekst", task=task)
        kept.refresh()

    assert kept.engine.size() == len(documents_of(kept.engine))


def test_an_index_that_grew_is_as_one_made_anew(kept: Kept, tmp_path: Path) -> None:
    """Also where the new version teaches words that earlier documents are made of."""
    kept.publish(
        "proeve-ny", task="Kompressionstøj og dosering", situation="Udskriv og hjemby"
    )
    kept.publish(
        "proeve-anden",
        body="Et hold af borgere og en tumbler",
        task="Tørretumblerdrift",
    )
    kept.refresh()
    anew = WhooshEngine(tmp_path / "anew")
    bring_up_to_date(anew, kept.snapshot, "")

    assert kept.engine.stamp() == anew.stamp()
    assert documents_of(kept.engine) == documents_of(anew)


@pytest.mark.parametrize(
    "item",
    [
        Choice(
            scheme="actors",
            key="hospital",
            label="Sygehus",
            position=0,
            recorded_at=LATER,
        ),
        Term(
            key="orientering",
            term="orientering",
            same=["besked"],
            position=1,
            recorded_at=LATER,
        ),
        Term(key="helt-ny", term="vaskemaskine", position=9, recorded_at=LATER),
    ],
    ids=["a-word", "a-term", "a-new-term"],
)
def test_a_change_of_the_vocabulary_makes_it_anew(
    item: Choice | Term, kept: Kept
) -> None:
    with transaction(kept.catalogue.engine) as session:
        session.add(type(item)(**item.model_dump(exclude={"id"})))

    assert [act for act, _ in kept.refresh()] == ["rebuild"]
    assert kept.refresh() == []


def test_a_record_that_changes_no_words_leaves_it_alone(kept: Kept) -> None:
    with transaction(kept.catalogue.engine) as session:
        session.add(
            Ending(
                ref="slut",
                agreement="proeve-lokal",
                effective_on=date(2026, 1, 1),
                recorded_at=LATER,
            )
        )

    assert kept.refresh() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("task", "Vaskemaskine"),
        ("situation", "Vaskemaskine"),
        ("deadline", "Vaskemaskine"),
        ("legal_basis", "§ 999"),
        ("responsible", '["hospital"]'),
        ("task_key", "koersel"),
    ],
)
def test_a_row_that_differs_in_any_field_gives_another_stamp(
    field: str, value: str, kept: Kept
) -> None:
    """As when another database is put in this one's place."""
    before = expected_stamp(kept.snapshot)
    with kept.catalogue.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER immutable_snitflade_update")
        connection.exec_driver_sql(
            f"UPDATE snitflade SET {field} = ? WHERE key = 'stroemper'", (value,)
        )

    other = Catalogue(kept.catalogue.engine).at(Moment(TODAY))

    assert expected_stamp(other) != before


def test_the_stamp_does_not_depend_on_the_day(kept: Kept) -> None:
    assert expected_stamp(kept.snapshot) == expected_stamp(
        kept.catalogue.at(Moment(date(2031, 1, 1)))
    )


def test_the_lexicon_knows_the_words_the_terms_and_the_places(kept: Kept) -> None:
    words = lexicon_of(kept.snapshot, kept.engine.words())

    assert "kompressionsstroemper" in words.known
    assert "varsling" in words.terms
    (place,) = words.question_phrases.find(["nordby"])
    assert place.meaning.facets == (("municipality", "nordby"),)


STAMP_OF = """
import sys
from datetime import date
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.storage.db import connect
from registry.search.indexing import expected_stamp
moment = Moment(date.fromisoformat(sys.argv[2]))
print(expected_stamp(Catalogue(connect(sys.argv[1])).at(moment)))
"""


@pytest.mark.slow
def test_the_stamp_is_the_same_in_every_process(kept: Kept) -> None:
    """Otherwise every start would make the index anew."""
    command = [
        sys.executable,
        "-c",
        STAMP_OF,
        str(kept.catalogue.engine.url),
        TODAY.isoformat(),
    ]
    stamps = {
        subprocess.run(
            command,
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2", "3")
    }

    assert stamps == {expected_stamp(kept.snapshot)}
