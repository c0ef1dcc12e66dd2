"""Findings as readers look them through.

Also covers registry/catalogue/finding_words.py and registry/catalogue/found_rows.py.
"""

from datetime import date

import pytest

from registry.catalogue.findings import ShownFinding, finding_by_id, findings_in
from registry.errors import NotFound
from registry.models import Choice, Organisation, Party, Relation, Settling
from tests.catalogue.shelf import BETWEEN, EARLY, LATE, Shelf, municipality, record
from tests.storage.immutable_rows import finding_draft

CEASED = date(2026, 7, 1)


def choice(scheme: str, key: str, label: str, **fields: object) -> Choice:
    return Choice(
        scheme=scheme, key=key, position=1, label=label, recorded_at=EARLY, **fields
    )


@pytest.fixture
def words(shelf: Shelf) -> Shelf:
    shelf.add(
        *(
            choice("actors", key, key.capitalize(), sector=sector)
            for key, sector in (
                ("region", "region"),
                ("kommune", "kommune"),
                ("apotek", "privat"),
            )
        ),
        choice("sectors", "privat", "Privat"),
        choice("tasks", "opgave", "Køre borgeren"),
        choice("phases", "akut", "Akut"),
        *(
            choice("target-groups", key, label, alike="alder")
            for key, label in (("voksne", "Voksne"), ("boern", "Børn og unge"))
        ),
    )
    return shelf


def party(organisation: str) -> Party:
    return Party(organisation=organisation, role="formel-part")


def region(**fields: object) -> Organisation:
    return Organisation(
        slug="region",
        name="Regionen",
        kind="region",
        sector="region",
        recorded_at=EARLY,
        **fields,
    )


def only(found: tuple[ShownFinding, ...]) -> ShownFinding:
    (one,) = found
    return one


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            {"responsible": ["region"], "payer": ["region", "kommune"]},
            {"responsible": ["kommune"], "payer": ["kommune"]},
            "«Den ene» lægger udførelsen hos region og betalingen hos region og "
            "kommune, mens «Den anden» lægger udførelsen hos kommune og betalingen hos "
            "kommune.",
        ),
        (
            {"payer": ["ikke-relevant"], "deadline": "Senest 3 døgn."},
            {"payer": ["kommune"], "deadline": "Samme dag"},
            "«Den ene» siger, at det ikke er relevant, hvem der betaler, og sætter "
            "fristen til «senest 3 døgn», mens «Den anden» lægger betalingen hos "
            "kommune og sætter fristen til «samme dag».",
        ),
    ],
)
def test_an_overlap_is_a_sentence_whatever_it_is_of(
    words: Shelf, one: dict[str, object], other: dict[str, object], sides: str
) -> None:
    words.publish("a", {"key": "r", **one}, title="Den ene")
    words.publish("b", {"key": "r", **other}, title="Den anden")

    text = overlap_in(words).text
    assert text == f"To aftaler siger hver sit om «Køre borgeren» (akut): {sides}"


def overlap_in(shelf: Shelf) -> ShownFinding:
    return only(tuple(f for f in findings_in(shelf.at()) if f.kind == "overlap"))


def test_an_overlap_tells_what_both_agreements_say(words: Shelf) -> None:
    both = {"key": "r", "target_groups": ["voksne"]}
    words.publish("a", {**both, "payer": ["region"]}, title="Den ene")
    words.publish("b", {**both, "payer": ["kommune"]}, title="Den anden")

    overlap = overlap_in(words)
    assert overlap.text == (
        "To aftaler siger hver sit om «Køre borgeren» (akut, voksne): «Den ene» lægger "
        "betalingen hos region, mens «Den anden» lægger betalingen hos kommune."
    )
    assert (overlap.rows, overlap.fields) == (("a.r", "b.r"), ("payer",))
    assert overlap.facets["agreement"] == {"a", "b"}
    assert overlap.facets["phase"] == {"akut"}


def test_a_local_overlap_says_where_both_hold(words: Shelf) -> None:
    words.add(municipality("gribskov", "nord"), municipality("hilleroed", "nord"))
    for slug, payer in (("a", "region"), ("b", "kommune")):
        fields = {"payer": [payer], "applies_in": ["gribskov"]}
        words.publish(slug, {"key": "r", **fields})

    assert overlap_in(words).text.endswith(" Begge gælder i gribskov Kommune.")


def test_an_id_stays_while_the_finding_does(words: Shelf) -> None:
    words.publish("a", {"key": "r", "payer": ["region"]})
    words.publish("b", {"key": "r", "payer": ["kommune"]})
    before = overlap_in(words)

    words.publish("c", {"key": "s", "task_key": "andet"})
    assert finding_by_id(words.at(), before.id).rows == before.rows

    words.publish("b", {"key": "r", "payer": ["region"]})
    with pytest.raises(NotFound):
        finding_by_id(words.at(), before.id)


def test_what_a_row_does_not_say_is_told_with_its_agreement(words: Shelf) -> None:
    words.add(choice("tasks", "plads", "Stille plads", needs=["payer"]))
    words.publish(
        "a", {"key": "r", "task_key": "plads", "task": "Stille plads"}, title="Aftalen"
    )

    found = only(findings_in(words.at()))
    assert found.text == "«Aftalen» siger ikke, hvem der betaler: Stille plads (akut)."
    assert found.missing == {"field": "payer"}


def test_a_hand_over_to_nobody_is_told_as_one(words: Shelf) -> None:
    handed = {"key": "r", "task_key": "overdragelse-af-behandlingsansvar"}
    words.publish("a", handed, title="Aftalen")

    assert only(findings_in(words.at())).text.startswith(
        "«Aftalen» overdrager det lægelige behandlingsansvar uden at sige til hvem: "
    )


def test_a_group_that_lacks_a_task_is_told_with_those_that_have_it(
    words: Shelf,
) -> None:
    words.publish("a", {"key": "r", "target_groups": ["voksne"]})

    found = only(findings_in(words.at()))
    assert found.text == (
        "«Køre borgeren» er aftalt for voksne, men ingen aftale i kraft siger noget om "
        "opgaven for børn og unge."
    )
    assert found.facets["target_group"] == {"boern"}
    assert found.rows == ("a.r",)


def test_a_municipality_that_lacks_a_task_is_told_also_where_it_is_chosen(
    words: Shelf,
) -> None:
    words.add(municipality("gribskov", "nord"), municipality("hilleroed", "nord"))
    words.publish("a", {"key": "r"}, party("gribskov"))

    everywhere, there = findings_in(words.at()), findings_in(words.at(), "hilleroed")
    assert [f.id for f in everywhere] == [f.id for f in there]
    assert "i hilleroed Kommune" in only(there).text
    assert findings_in(words.at(), "gribskov") == ()


def test_one_stranger_to_an_agreement_is_one_finding(words: Shelf) -> None:
    words.add(region())
    rows = ({"key": key, "responsible": ["apotek"]} for key in ("r", "s"))
    words.publish("a", *rows, party("region"), title="Aftalen")

    found = only(findings_in(words.at()))
    assert found.text == (
        "«Aftalen» nævner Apotek i 2 snitflader, men har ingen part fra sektoren "
        "privat."
    )
    assert found.facets["sector"] == {"privat"}


def test_a_party_that_is_no_more_is_told_with_its_last_day(words: Shelf) -> None:
    words.add(region(valid_to=CEASED))
    words.publish(
        "a", {"key": "r", "payer": ["region"]}, party("region"), title="Aftalen"
    )

    found = only(findings_in(words.at(CEASED)))
    assert found.text.startswith("Regionen bestod til og med 30. juni 2026")
    assert "én snitflade står uden ejer" in found.text


def test_a_finding_stays_settled_until_one_of_its_rows_changes(words: Shelf) -> None:
    words.publish("a", {"key": "r", "payer": ["region"]})
    words.publish("b", {"key": "r", "payer": ["kommune"]})
    found = overlap_in(words)
    assert found.settled == ""

    words.add(record(Settling, finding=found.mark, reason="Sådan skal det være."))
    assert overlap_in(words).settled == "Sådan skal det være."

    words.publish("c", {"key": "s", "task_key": "andet"})
    words.publish("b", {"key": "r", "payer": ["kommune"]})
    assert overlap_in(words).settled != ""

    words.publish("b", {"key": "r", "payer": ["kommune"], "task": "Køre hjem"})
    changed = overlap_in(words)
    assert (changed.id, changed.settled) == (found.id, "")


def test_a_supplement_that_differs_is_not_told(words: Shelf) -> None:
    words.publish("a", {"key": "r", "payer": ["region"]})
    parent = Relation(kind="supplements", agreement="a")
    words.publish("b", {"key": "r", "payer": ["kommune"]}, parent)

    assert not [f for f in findings_in(words.at()) if f.kind == "overlap"]


def test_a_finding_in_a_draft_is_settled_from_when_it_was_taken_up(
    words: Shelf,
) -> None:
    both = {"key": "r", "target_groups": ["voksne"]}
    words.publish("a", {**both, "payer": ["region"]})
    words.publish("b", {**both, "payer": ["kommune"]})
    mark = overlap_in(words).mark
    draft = words.draft("a", number=None)
    words.add(finding_draft(draft, finding=mark, recorded_at=LATE))

    before, after = (
        next(f for f in findings_in(words.at(vist=at)) if f.kind == "overlap").settled
        for at in (BETWEEN, LATE)
    )
    assert before == ""
    assert after == "Redaktionen retter det i en ny udgave af «Aftale»."


def test_readers_hear_nothing_of_an_agreement_that_is_no_more_than_a_draft(
    words: Shelf,
) -> None:
    both = {"key": "r", "target_groups": ["voksne"]}
    words.publish("a", {**both, "payer": ["region"]})
    words.publish("b", {**both, "payer": ["kommune"]})
    mark = overlap_in(words).mark
    draft = words.draft("hemmelig", number=None, title="Hemmelig")
    words.add(finding_draft(draft, finding=mark))

    assert overlap_in(words).settled == "Redaktionen retter det i en ny aftale."
