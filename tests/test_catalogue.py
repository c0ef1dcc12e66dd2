"""What the catalogue shows at a moment: the two times, the records, the places, the cache."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import SQLModel, select

from registry.catalogue import KEPT_SNAPSHOTS, Catalogue, standing
from registry.clock import Moment
from registry.db import connect, migrate, transaction
from registry.errors import NotFound
from registry.models import (
    Agreement,
    Confirmation,
    ContactPoint,
    Continuation,
    Ending,
    HealthAgreement,
    Organisation,
    Party,
    Record,
    Rekeying,
    Relation,
    Snitflade,
    Succession,
    Term,
    Version,
    Word,
)
from registry.snapshot import Snapshot
from registry.status import Cause, Status
from registry.triggers import CATALOGUE_RECORDS
from tests.immutable_rows import publish, records, version_of

EARLY = datetime(2026, 1, 10, tzinfo=UTC)
LATE = datetime(2026, 6, 10, tzinfo=UTC)
BETWEEN = datetime(2026, 3, 1, tzinfo=UTC)
TODAY = date(2026, 12, 1)
numbers = count(1)


class Shelf:
    """A catalogue, and short ways to put things into it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.catalogue = Catalogue(engine)

    def add(self, *rows: SQLModel) -> None:
        with transaction(self.engine) as session:
            session.add_all(rows)

    def draft(self, slug: str, *children: dict[str, Any] | SQLModel, **fields: Any) -> int:
        """A draft of the agreement; dicts are its rows, other children are taken as they are."""
        with transaction(self.engine) as session:
            agreement = session.exec(select(Agreement).where(Agreement.slug == slug)).first()
            if agreement is None:
                agreement = Agreement(slug=slug)
                session.add(agreement)
                session.flush()
            number = (
                len(
                    session.exec(
                        select(Version.id).where(Version.agreement_id == agreement.id)
                    ).all()
                )
                + 1
            )
            begins = {"in_force_from": date(2020, 1, 1), "recorded_at": EARLY}
            version = version_of(agreement.id, **{"number": number, **begins, **fields})
            session.add(version)
            session.flush()
            for position, child in enumerate(children):
                row = row_of(position, **child) if isinstance(child, dict) else child
                row.version_id = version.id
                session.add(row)
            session.flush()
            return version.id

    def publish(self, slug: str, *children: dict[str, Any] | SQLModel, **fields: Any) -> int:
        """A published version of the agreement, numbered after those before it."""
        version_id = self.draft(slug, *children, **fields)
        with transaction(self.engine) as session:
            publish(session, version_id)
        return version_id

    def at(self, pr: date = TODAY, vist: datetime | None = None) -> Snapshot:
        return self.catalogue.at(Moment(pr, vist))


def row_of(position: int, key: str, **fields: Any) -> Snitflade:
    given = {"task_key": "opgave", "task": "Opgave", "phase": "akut", **fields}
    return Snitflade(position=position, key=key, **given)


def record(kind: type[Record], **fields: Any) -> Record:
    """A record in effect from 1 January 2026, recorded early, with a name of its own."""
    shape = {"ref": f"r{next(numbers)}", "effective_on": date(2026, 1, 1), "recorded_at": EARLY}
    return kind(**{**shape, **fields})


def health(slug: str, start: date, end: date, recorded_at: datetime = EARLY) -> HealthAgreement:
    return HealthAgreement(
        slug=slug, title=slug, period_start=start, period_end=end, recorded_at=recorded_at
    )


def municipality(slug: str, *areas: str, **fields: Any) -> Organisation:
    fields = {"kind": "kommune", "recorded_at": EARLY, **fields}
    return Organisation(slug=slug, name=f"{slug} Kommune", planning_areas=list(areas), **fields)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file; copied, never written to."""
    path = tmp_path_factory.mktemp("empty") / "registry.sqlite"
    migrate(connect(f"sqlite:///{path}"))
    return path


@pytest.fixture
def path(empty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty, tmp_path / "registry.sqlite"))


@pytest.fixture
def shelf(path: Path) -> Shelf:
    return Shelf(connect(f"sqlite:///{path}"))


# Versions


def test_an_empty_catalogue_shows_nothing(shelf: Shelf) -> None:
    assert shelf.at().agreements == {}
    assert shelf.at().answering_rows == ()


def test_a_published_version_is_shown_with_what_hangs_on_it(shelf: Shelf) -> None:
    shelf.publish(
        "a",
        {"key": "r1"},
        {"key": "r2"},
        Party(organisation="region", role="formel-part"),
        Relation(kind="supplements", agreement="b"),
        title="Aftale A",
    )

    shown = shelf.at().agreement("a").shown

    assert (shown.number, shown.version.title) == (1, "Aftale A")
    assert [row.id for row in shown.rows] == ["a.r1", "a.r2"]
    assert shown.parties_in_role("formel-part") == ["region"]
    assert [(r.kind, r.agreement) for r in shown.relations] == [("supplements", "b")]


def test_a_draft_is_invisible_to_readers(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"}, title="Offentliggjort")
    shelf.draft("a", {"key": "ny"}, title="Kladde")
    shelf.draft("b", {"key": "r"})

    found = shelf.at()

    assert list(found.agreements) == ["a"]
    assert [version.version.title for version in found.agreement("a").versions] == [
        "Offentliggjort"
    ]
    assert [row.id for row in found.answering_rows] == ["a.r"]


def test_an_agreement_not_published_is_not_found(shelf: Shelf) -> None:
    shelf.draft("a")

    with pytest.raises(NotFound, match="ingen aftale med det navn"):
        shelf.at().agreement("a")


def test_the_date_decides_the_version_shown(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"}, {"key": "gammel"}, in_force_from=date(2020, 1, 1))
    shelf.publish("a", {"key": "r"}, {"key": "ny"}, in_force_from=date(2025, 1, 1))

    before, after = shelf.at(date(2024, 12, 31)), shelf.at(date(2025, 1, 1))

    assert before.agreement("a").shown.number == 1
    assert {row.id for row in before.answering_rows} == {"a.r", "a.gammel"}
    assert after.agreement("a").shown.number == 2
    assert {row.id for row in after.answering_rows} == {"a.r", "a.ny"}


def test_before_any_version_has_begun_the_first_to_come_is_shown_and_answers_nothing(
    shelf: Shelf,
) -> None:
    shelf.publish("a", {"key": "r"}, in_force_from=date(2028, 1, 1))
    shelf.publish("a", {"key": "r"}, in_force_from=date(2029, 1, 1))

    found = shelf.at()

    assert found.agreement("a").status.status is Status.COMING
    assert found.agreement("a").shown.number == 1
    assert found.answering_rows == ()
    assert found.answering_versions == frozenset()


def test_the_answering_versions_are_those_shown(shelf: Shelf) -> None:
    shelf.publish("a", in_force_from=date(2020, 1, 1))
    second = shelf.publish("a", in_force_from=date(2025, 1, 1))
    shelf.publish("b", in_force_from=date(2028, 1, 1))

    assert shelf.at().answering_versions == {second}


def test_a_version_recorded_later_is_hidden_by_vist(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"}, recorded_at=EARLY)
    shelf.publish("a", {"key": "r"}, {"key": "ny"}, recorded_at=LATE)
    shelf.publish("b", recorded_at=LATE)

    then = shelf.at(vist=BETWEEN)

    assert list(then.agreements) == ["a"]
    assert then.agreement("a").shown.number == 1
    assert shelf.at().agreement("a").shown.number == 2


def test_what_is_recorded_at_vist_itself_is_shown(shelf: Shelf) -> None:
    shelf.publish("a", recorded_at=EARLY)

    assert list(shelf.at(vist=EARLY).agreements) == ["a"]
    assert list(shelf.at(vist=EARLY.replace(day=9)).agreements) == []


def test_a_version_published_after_it_came_into_force_is_hidden_by_vist(shelf: Shelf) -> None:
    shelf.publish("a", in_force_from=date(2025, 1, 1), recorded_at=LATE)

    assert shelf.at(date(2025, 6, 1)).agreement("a").status.status is Status.IN_FORCE
    assert shelf.at(date(2025, 6, 1), BETWEEN).agreements == {}


def test_an_unknown_date_counts_from_the_start_of_the_health_agreement(shelf: Shelf) -> None:
    shelf.add(health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", in_force_from=None, made_under="sa")

    assert shelf.at(date(2023, 12, 31)).agreement("a").status.status is Status.COMING
    assert shelf.at(date(2024, 1, 1)).agreement("a").status.status is Status.IN_FORCE


def test_a_date_unknown_without_a_health_agreement_is_the_day_of_recording(shelf: Shelf) -> None:
    late_in_utc = datetime(2026, 1, 9, 23, 30, tzinfo=UTC)
    shelf.publish("a", in_force_from=None, recorded_at=late_in_utc)

    assert shelf.at().agreement("a").shown.in_force_from == date(2026, 1, 10)


def test_a_version_number_that_is_none_is_not_found(shelf: Shelf) -> None:
    shelf.publish("a")

    with pytest.raises(NotFound, match="ingen udgave 2"):
        shelf.at().agreement("a").number(2)


def test_a_row_is_found_by_its_name_in_the_version_shown(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "gammel"}, in_force_from=date(2020, 1, 1))
    shelf.publish("a", {"key": "ny"}, in_force_from=date(2025, 1, 1))

    assert shelf.at().row("a.ny").version == 2
    with pytest.raises(NotFound, match="ingen snitflade med det navn"):
        shelf.at().row("a.gammel")
    with pytest.raises(NotFound):
        shelf.at().row("a")


def test_agreements_stand_in_danish_order_of_their_titles(shelf: Shelf) -> None:
    for slug, title in (("a", "Øjne"), ("b", "Ånde"), ("c", "Zoneterapi"), ("d", "Ældre")):
        shelf.publish(slug, title=title)

    assert [found.slug for found in shelf.at().sorted_agreements()] == ["c", "d", "a", "b"]


# Status from the database


def test_an_ending_recorded_later_is_hidden_by_vist(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"})
    shelf.add(record(Ending, agreement="a", recorded_at=LATE))

    assert shelf.at().agreement("a").status.status is Status.ENDED
    assert shelf.at().answering_rows == ()
    assert shelf.at(vist=BETWEEN).agreement("a").status.status is Status.IN_FORCE


def test_a_voided_ending_never_held(shelf: Shelf) -> None:
    shelf.publish("a")
    shelf.add(record(Ending, agreement="a", ref="fejl"))
    shelf.add(record(Ending, agreement="a", corrects="fejl", void=True, recorded_at=LATE))

    assert shelf.at().agreement("a").status.status is Status.IN_FORCE
    assert shelf.at(vist=BETWEEN).agreement("a").status.status is Status.ENDED


def test_a_corrected_ending_takes_effect_on_the_corrected_day(shelf: Shelf) -> None:
    shelf.publish("a")
    shelf.add(record(Ending, agreement="a", ref="fejl", effective_on=date(2026, 2, 1)))
    shelf.add(record(Ending, agreement="a", corrects="fejl", effective_on=date(2027, 2, 1)))

    assert shelf.at(date(2027, 1, 31)).agreement("a").status.status is Status.IN_FORCE
    assert shelf.at(date(2027, 2, 1)).agreement("a").status.status is Status.ENDED


def test_an_agreement_is_continued_by_a_record(shelf: Shelf) -> None:
    shelf.add(health("sa1", date(2019, 1, 1), date(2024, 1, 1)))
    shelf.add(health("sa2", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.publish("a", made_under="sa1")
    shelf.add(record(Continuation, agreement="a", health_agreement="sa2", decision="viderefoeres"))

    assert shelf.at(date(2025, 12, 31)).agreement("a").status.status is Status.UNSETTLED
    assert shelf.at(date(2026, 1, 1)).agreement("a").status.status is Status.CONTINUED


def test_of_two_continuations_of_one_day_the_later_recorded_holds(shelf: Shelf) -> None:
    shelf.publish("a", in_force_until=date(2025, 1, 1))
    shelf.add(health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    for word in ("viderefoeres", "ophoerer"):
        shelf.add(record(Continuation, agreement="a", health_agreement="sa", decision=word))

    assert shelf.at().agreement("a").status.status is Status.ENDED


def test_only_formal_parties_count_when_they_cease(shelf: Shelf) -> None:
    shelf.add(municipality("region", kind="region", valid_to=date(2026, 6, 1)))
    shelf.publish("a", Party(organisation="region", role="formel-part"))
    shelf.publish("b", Party(organisation="region", role="tiltraedende-part"))

    assert shelf.at(date(2026, 5, 31)).agreement("a").status.status is Status.IN_FORCE
    assert shelf.at(date(2026, 6, 1)).agreement("a").status.cause is Cause.PARTY_CEASED
    assert shelf.at(date(2026, 6, 1)).agreement("b").status.status is Status.IN_FORCE


def test_a_cessation_recorded_later_is_hidden_by_vist(shelf: Shelf) -> None:
    shelf.add(municipality("region", kind="region"))
    shelf.add(municipality("region", kind="region", valid_to=TODAY, recorded_at=LATE))
    shelf.publish("a", Party(organisation="region", role="formel-part"))

    assert shelf.at().agreement("a").status.status is Status.UNSETTLED
    assert shelf.at(vist=BETWEEN).agreement("a").status.status is Status.IN_FORCE


def test_a_succession_alone_settles_nothing(shelf: Shelf) -> None:
    shelf.add(municipality("region", kind="region", valid_to=TODAY))
    shelf.add(record(Succession, predecessors=["region"], successors=["ny"], effective_on=TODAY))
    shelf.publish("a", Party(organisation="region", role="formel-part"))

    assert shelf.at().agreement("a").status.status is Status.UNSETTLED


def test_only_the_relation_replaces_replaces(shelf: Shelf) -> None:
    shelf.publish("a")
    shelf.publish("b")
    shelf.publish(
        "c",
        Relation(kind="replaces", agreement="a"),
        Relation(kind="see-also", agreement="b"),
        in_force_from=date(2026, 3, 1),
    )

    found = shelf.at().agreements

    assert (found["a"].status.status, found["a"].status.by) == (Status.REPLACED, "c")
    assert found["b"].status.status is Status.IN_FORCE


def test_a_health_agreement_recorded_later_than_a_version_made_under_it_sets_no_term_yet(
    shelf: Shelf,
) -> None:
    shelf.add(health("sa", date(2019, 1, 1), date(2024, 1, 1), recorded_at=LATE))
    shelf.publish("a", made_under="sa")

    assert shelf.at().agreement("a").status.status is Status.UNSETTLED
    assert shelf.at(vist=BETWEEN).agreement("a").status.status is Status.IN_FORCE


# Records beside the rows


def test_a_rekeying_gives_a_row_a_new_kind_of_task(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r", "task_key": "gammel"}, {"key": "s", "task_key": "gammel"})
    shelf.publish("b", {"key": "r", "task_key": "gammel"})
    shelf.add(record(Rekeying, agreement="a", row="r", task_key="ny", recorded_at=LATE))

    found = {row.id: row.task_key for row in shelf.at().answering_rows}

    assert found == {"a.r": "ny", "a.s": "gammel", "b.r": "gammel"}
    assert shelf.at(vist=BETWEEN).row("a.r").task_key == "gammel"


def test_the_last_rekeying_holds_in_every_version(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"})
    shelf.publish("a", {"key": "r"}, in_force_from=date(2026, 9, 1))
    for task_key in ("ny", "nyest"):
        shelf.add(record(Rekeying, agreement="a", row="r", task_key=task_key))

    assert [v.rows[0].task_key for v in shelf.at().agreement("a").versions] == ["nyest", "nyest"]


def test_a_rekeying_holds_from_the_day_it_takes_effect(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r", "task_key": "gammel"})
    coming = {"task_key": "ny", "effective_on": date(2027, 1, 1)}
    shelf.add(record(Rekeying, agreement="a", row="r", **coming))

    assert shelf.at(date(2027, 1, 1)).row("a.r").task_key == "ny"
    assert shelf.at(date(2026, 12, 31)).row("a.r").task_key == "gammel"


def test_a_confirmation_holds_for_one_row_of_one_version(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"}, {"key": "s"})
    shelf.publish("a", {"key": "r"}, in_force_from=date(2027, 1, 1))
    shelf.publish("b", {"key": "r"})
    shelf.add(record(Confirmation, agreement="a", version=1, row="r", recorded_at=LATE))

    assert {row.id: row.confirmed for row in shelf.at().answering_rows} == {
        "a.r": True,
        "a.s": False,
        "b.r": False,
    }
    assert not shelf.at(date(2027, 1, 1)).row("a.r").confirmed
    assert not shelf.at(vist=BETWEEN).row("a.r").confirmed


def test_a_row_published_as_confirmed_is_confirmed(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r", "confirmed": True})

    assert shelf.at().row("a.r").confirmed


def test_a_voided_confirmation_confirms_nothing(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"})
    shelf.add(record(Confirmation, agreement="a", version=1, row="r", ref="fejl"))
    shelf.add(record(Confirmation, agreement="a", version=1, row="r", corrects="fejl", void=True))

    assert not shelf.at().row("a.r").confirmed


def test_records_of_an_agreement_stand_by_their_effect(shelf: Shelf) -> None:
    for day in (3, 1, 2):
        shelf.add(record(Ending, agreement="a", effective_on=date(2026, 1, day)))
    shelf.add(record(Ending, agreement="b"))

    assert [r.effective_on.day for r in shelf.at().records_of(Ending, "a")] == [1, 2, 3]


def test_every_record_stands_when_nothing_is_corrected() -> None:
    listed = [record(Ending, agreement="a"), record(Ending, agreement="a")]

    assert standing(listed) == listed


def test_a_corrected_record_gives_way_to_the_one_that_corrects_it() -> None:
    first = record(Ending, agreement="a")
    second = record(Ending, agreement="a", corrects=first.ref)
    third = record(Ending, agreement="a", corrects=second.ref)

    assert standing([first, second]) == [second]
    assert standing([first, second, third]) == [third]


def test_a_void_correction_leaves_neither_standing() -> None:
    first = record(Ending, agreement="a")
    void = record(Ending, agreement="a", corrects=first.ref, void=True)
    other = record(Ending, agreement="a")

    assert standing([first, void, other]) == [other]


# Words, terms, organisations and contacts


def test_words_terms_and_organisations_are_shown_as_last_recorded(shelf: Shelf) -> None:
    for label, at in (("Akut", EARLY), ("Akutfase", LATE)):
        shelf.add(Word(scheme="phases", key="akut", position=1, label=label, recorded_at=at))
        shelf.add(Term(key="t", position=1, term=label, recorded_at=at))
        shelf.add(Organisation(slug="o", name=label, kind="kommune", recorded_at=at))

    now, then = shelf.at(), shelf.at(vist=BETWEEN)

    assert now.label("phases", "akut") == now.terms["t"].term == "Akutfase"
    assert now.organisation_name("o") == "Akutfase"
    assert then.label("phases", "akut") == then.terms["t"].term == "Akut"
    assert then.organisation_name("o") == "Akut"


def test_what_was_not_yet_recorded_goes_by_its_key(shelf: Shelf) -> None:
    shelf.add(Word(scheme="phases", key="akut", position=1, label="Akut", recorded_at=LATE))

    then = shelf.at(vist=BETWEEN)

    assert then.label("phases", "akut") == "akut"
    assert then.organisation_name("o") == "o"
    assert not then.vocabulary.has("phases", "akut")


def test_words_stand_in_their_given_order(shelf: Shelf) -> None:
    for position, key in ((2, "b"), (1, "c"), (3, "a")):
        shelf.add(Word(scheme="phases", key=key, position=position, label=key, recorded_at=EARLY))

    assert list(shelf.at().vocabulary.schemes["phases"]) == ["c", "b", "a"]


def test_contacts_are_those_of_the_organisation(shelf: Shelf) -> None:
    for organisation in ("o", "p"):
        shelf.add(ContactPoint(organisation=organisation, function="vagt", recorded_at=LATE))

    assert [point.organisation for point in shelf.at().contacts("o")] == ["o"]
    assert shelf.at(vist=BETWEEN).contacts("o") == []


def test_municipalities_stand_in_danish_order(shelf: Shelf) -> None:
    for slug in ("Ørsted", "Ærø", "Zealand"):
        shelf.add(municipality(slug))
    shelf.add(municipality("region", kind="region"))

    assert [m.slug for m in shelf.at().municipalities()] == ["Zealand", "Ærø", "Ørsted"]


# The facets of a row, and where it applies


def test_a_rows_actors_and_their_sectors_are_facets(shelf: Shelf) -> None:
    for key, sector in (("kommune", "kommune"), ("sygehus", "region"), ("borger", None)):
        shelf.add(
            Word(scheme="actors", key=key, position=1, label=key, sector=sector, recorded_at=EARLY)
        )
    answers = {"responsible": ["sygehus"], "payer": ["kommune"], "authority": ["ikke-oplyst"]}
    shelf.publish("a", {"key": "r", **answers, "treatment_responsible": ["borger"]})

    facets = shelf.at().row("a.r").facets

    assert facets["actor"] == {"sygehus", "kommune", "borger"}
    assert facets["sector"] == {"region", "kommune"}
    assert facets["phase"] == {"akut"}
    assert facets["agreement"] == {"a"}


@pytest.fixture
def places(shelf: Shelf) -> Callable[..., dict[str, set[str]]]:
    """The places of a row of an agreement of three municipalities and a region."""
    shelf.add(municipality("ballerup", "midt"), municipality("frederiksberg", "byen"))
    shelf.add(municipality("koebenhavn", "byen", "syd"), municipality("taarnby", "syd"))
    parties = ("ballerup", "koebenhavn", "frederiksberg", "region")

    def find(*applies_in: str) -> dict[str, set[str]]:
        formal = [Party(organisation=slug, role="formel-part") for slug in parties]
        shelf.publish("a", {"key": "r", "applies_in": list(applies_in)}, *formal)
        facets = shelf.at().row("a.r").facets
        return {name: set(facets[name]) for name in ("municipality", "planning_area")}

    return find


def test_a_row_applies_where_the_parties_are(places: Callable[..., dict[str, set[str]]]) -> None:
    assert places() == {
        "municipality": {"ballerup", "koebenhavn", "frederiksberg"},
        "planning_area": {"byen", "midt", "syd"},
    }


def test_a_row_narrowed_to_a_municipality_applies_there(
    places: Callable[..., dict[str, set[str]]],
) -> None:
    assert places("ballerup") == {"municipality": {"ballerup"}, "planning_area": {"midt"}}


def test_a_row_narrowed_to_a_planning_area_applies_in_its_municipalities(
    places: Callable[..., dict[str, set[str]]],
) -> None:
    assert places("byen")["municipality"] == {"frederiksberg", "koebenhavn"}


def test_a_row_narrowed_to_two_places_applies_in_both(
    places: Callable[..., dict[str, set[str]]],
) -> None:
    assert places("midt", "frederiksberg") == {
        "municipality": {"ballerup", "frederiksberg"},
        "planning_area": {"midt", "byen"},
    }


def test_a_row_narrowed_to_a_planning_area_does_not_spread_to_its_neighbour(
    places: Callable[..., dict[str, set[str]]],
) -> None:
    assert places("byen")["planning_area"] == {"byen"}


# The fingerprint and the snapshots kept


@pytest.mark.parametrize("table", CATALOGUE_RECORDS)
def test_every_record_changes_the_fingerprint(shelf: Shelf, table: str) -> None:
    rows = {row.__tablename__: row for row in [*records(), Agreement(slug="a")]}
    before = shelf.catalogue.fingerprint()

    shelf.add(rows[table])

    assert shelf.catalogue.fingerprint() != before


def test_a_publication_changes_the_fingerprint_and_a_draft_does_not(shelf: Shelf) -> None:
    shelf.add(Agreement(slug="a"))
    before = shelf.catalogue.fingerprint()
    draft = shelf.draft("a", {"key": "r"})
    assert shelf.catalogue.fingerprint() == before

    with transaction(shelf.engine) as session:
        publish(session, draft)

    assert shelf.catalogue.fingerprint() != before


def test_publishing_an_older_draft_changes_the_fingerprint(shelf: Shelf) -> None:
    older = shelf.draft("a")
    shelf.publish("b")
    before = shelf.catalogue.fingerprint()

    with transaction(shelf.engine) as session:
        publish(session, older)

    assert shelf.catalogue.fingerprint() != before


def test_the_snapshot_is_kept_while_nothing_is_written(shelf: Shelf) -> None:
    assert shelf.at() is shelf.at()
    assert shelf.at() is not shelf.at(vist=EARLY)
    assert shelf.at().fingerprint == shelf.catalogue.fingerprint()


def test_the_snapshot_is_replaced_when_something_is_written(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"})
    before = shelf.at()

    shelf.add(record(Ending, agreement="a"))

    assert shelf.at() is not before
    assert shelf.at().answering_rows == ()
    assert before.agreement("a").answers


def test_no_more_snapshots_are_kept_than_there_is_room_for(shelf: Shelf) -> None:
    first = shelf.at(date(2000, 1, 1))
    for day in range(KEPT_SNAPSHOTS):
        shelf.at(date.fromordinal(date(2001, 1, 1).toordinal() + day))

    assert shelf.at(date(2000, 1, 1)) is not first


def test_the_snapshot_used_last_is_kept(shelf: Shelf) -> None:
    first = shelf.at(date(2000, 1, 1))
    for day in range(KEPT_SNAPSHOTS):
        shelf.at(date.fromordinal(date(2001, 1, 1).toordinal() + day))
        assert shelf.at(date(2000, 1, 1)) is first


def test_a_database_put_in_anothers_place_is_shown_at_once(
    shelf: Shelf, path: Path, empty: Path
) -> None:
    other = Path(shutil.copy(empty, path.with_name("other.sqlite")))
    shelf.publish("a", title="Den ene")
    Shelf(connect(f"sqlite:///{other}")).publish("a", title="Den anden")
    assert shelf.at().agreement("a").shown.version.title == "Den ene"

    other.replace(path)

    assert shelf.at().agreement("a").shown.version.title == "Den anden"
