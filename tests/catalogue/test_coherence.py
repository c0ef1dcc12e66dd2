"""What answers in the catalogue, as coherence wants it."""

from datetime import date

from registry.catalogue.coherence import answering, case_vocabulary, yardstick
from registry.models import (
    Choice,
    Continuation,
    Organisation,
    Party,
    Rekeying,
    Relation,
    Succession,
)
from registry.rules.cases.printed import printed
from registry.rules.coherence.analysis import findings
from tests.catalogue.shelf import (
    EARLY,
    LATE,
    TODAY,
    Shelf,
    health,
    municipality,
    record,
)

CEASED = date(2026, 7, 1)


def party(organisation: str, role: str = "formel-part") -> Party:
    return Party(organisation=organisation, role=role)


def region(slug: str = "region", **fields: object) -> Organisation:
    return Organisation(
        slug=slug,
        name=slug,
        kind="region",
        sector="region",
        recorded_at=EARLY,
        **fields,
    )


def actor(key: str, sector: str) -> Choice:
    return Choice(
        scheme="actors",
        key=key,
        position=1,
        label=key,
        sector=sector,
        recorded_at=EARLY,
    )


def found(shelf: Shelf, on: date = TODAY) -> list[dict[str, object]]:
    snapshot = shelf.at(on)
    return [printed(f) for f in findings(answering(snapshot), yardstick(snapshot))]


def test_a_row_keeps_its_kind_of_task_its_places_and_its_answers(shelf: Shelf) -> None:
    shelf.add(municipality("gribskov", "nord"), municipality("broendby", "syd"))
    shelf.publish(
        "a",
        {"key": "r", "payer": ["ikke-oplyst"], "applies_in": ["gribskov"]},
        party("gribskov"),
        party("broendby"),
    )
    shelf.add(record(Rekeying, agreement="a", row="r", task_key="ny"))

    (row,) = answering(shelf.at()).rows
    assert (row.id, row.task_key, row.places) == ("a.r", "ny", {"gribskov"})
    assert row.named_places == {"gribskov"}
    assert row.actors("payer") == frozenset()


def test_two_agreements_that_disagree_overlap(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r", "payer": ["region"]})
    shelf.publish("b", {"key": "r", "payer": ["kommune"]})

    assert found(shelf) == [
        {"type": "overlap", "rows": ["a.r", "b.r"], "fields": ["payer"]}
    ]


def test_a_supplement_refines_what_it_supplements(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r", "payer": ["region"]})
    parent = Relation(kind="supplements", agreement="a")
    shelf.publish("b", {"key": "r", "payer": ["kommune"]}, parent)

    assert found(shelf) == []


def test_a_duty_of_a_sector_without_a_party_is_found(shelf: Shelf) -> None:
    shelf.add(region(), actor("kommune", "kommune"))
    shelf.publish("a", {"key": "r", "payer": ["kommune"]}, party("region"))

    assert found(shelf) == [{"type": "non_party", "rows": ["a.r"], "actor": "kommune"}]


def orphaned(shelf: Shelf) -> None:
    shelf.add(region(valid_to=CEASED), region("ny"), actor("region", "region"))
    shelf.add(health("sa", date(2026, 1, 1), date(2030, 1, 1)))
    shelf.publish("a", {"key": "r", "payer": ["region"]}, party("region"))


def test_a_party_that_ceased_leaves_its_duties_orphaned(shelf: Shelf) -> None:
    orphaned(shelf)

    assert found(shelf, date(2026, 6, 30)) == []
    assert found(shelf, CEASED) == [
        {"type": "orphan", "rows": ["a.r"], "agreement": "a", "party": "region"}
    ]


def test_a_succession_leaves_no_orphan(shelf: Shelf) -> None:
    orphaned(shelf)
    shelf.add(record(Succession, predecessors=["region"], successors=["ny"]))

    assert found(shelf, CEASED) == []


def test_a_decision_to_go_on_leaves_no_orphan(shelf: Shelf) -> None:
    orphaned(shelf)
    shelf.add(
        record(
            Continuation,
            agreement="a",
            health_agreement="sa",
            decision="viderefoeres",
            effective_on=CEASED,
            recorded_at=LATE,
        )
    )

    assert found(shelf, CEASED) == []


def choice(scheme: str, key: str, **fields: object) -> Choice:
    return Choice(
        scheme=scheme, key=key, position=1, label=key, recorded_at=EARLY, **fields
    )


def test_what_a_task_needs_and_a_row_lacks_is_a_gap(shelf: Shelf) -> None:
    shelf.add(choice("tasks", "opgave", needs=["payer", "deadline"]))
    shelf.publish("a", {"key": "r", "payer": ["region"]})

    assert found(shelf) == [
        {"type": "gap", "rows": ["a.r"], "missing": {"field": "deadline"}}
    ]


def test_groups_are_missed_by_their_kind_and_only_where_the_task_is_for_them(
    shelf: Shelf,
) -> None:
    shelf.add(
        *(choice("target-groups", k, alike="alder") for k in ("voksne", "boern")),
        choice("target-groups", "unge", alike="alder", broader="boern"),
        choice("tasks", "barnets", concerns=["boern"]),
    )
    shelf.publish(
        "a",
        {"key": "r", "target_groups": ["boern"]},
        {"key": "s", "target_groups": ["boern"], "task_key": "barnets"},
    )

    snapshot = shelf.at()
    measure = yardstick(snapshot, ["voksne", "boern", "unge"])
    assert [printed(f) for f in findings(answering(snapshot), measure)] == [
        {"type": "gap", "missing": {"task_key": "opgave", "target_group": "voksne"}}
    ]


def test_the_same_task_for_adults_and_for_children_is_two(shelf: Shelf) -> None:
    shelf.add(
        *(choice("target-groups", k, alike="alder") for k in ("voksne", "boern")),
        choice("target-groups", "psykisk", alike="psykiatri"),
    )
    for slug, who, payer in (("a", "voksne", "region"), ("b", "boern", "kommune")):
        fields = {"target_groups": [who, "psykisk"], "payer": [payer]}
        shelf.publish(slug, {"key": "r", **fields})

    assert found(shelf) == []


def test_a_court_that_acts_on_the_law_needs_no_part_in_the_agreement(
    shelf: Shelf,
) -> None:
    shelf.add(region(), actor("retten", "stat"))
    court = {"responsible": ["retten"]}
    shelf.publish(
        "a",
        {"key": "r", "legal_basis": "Straffeloven § 68", **court},
        {"key": "s", **court},
        party("region"),
    )

    assert found(shelf) == [{"type": "non_party", "rows": ["a.s"], "actor": "retten"}]


def test_the_catalogue_lends_its_words_to_cases(shelf: Shelf) -> None:
    shelf.add(
        municipality("gribskov", "nord"),
        municipality("soroe"),
        actor("kommune", "kommune"),
        *(
            Choice(scheme="phases", key=k, position=n, label=k, recorded_at=EARLY)
            for n, k in enumerate(["henvisning", "akut", "udskrivning", "alle-faser"])
        ),
    )

    words = case_vocabulary(shelf.at())
    assert words.areas == {"nord": {"gribskov"}}
    assert words.others == {"soroe"}
    assert words.yardstick.sectors == {"kommune": "kommune"}
    assert words.yardstick.phases == ("henvisning", "udskrivning")
