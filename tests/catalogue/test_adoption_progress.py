"""How far a text has come with its parties, by its fingerprint or its number."""

from registry.catalogue.adoption_progress import (
    Progress,
    adopting_parties,
    concerns,
    progress,
    progress_of,
)
from registry.models import ADOPTED, NOT_ADOPTED, Adoption, Party
from tests.catalogue.shelf import Shelf, record

# What Shelf.publish leaves as the fingerprint of every text.
TEXT = "f"


def parties(*formal: str) -> list[Party]:
    return [Party(organisation=name, role="formel-part") for name in formal]


def decided(organisation: str, decision: str = ADOPTED, **bound: object) -> Adoption:
    given = {"fingerprint": TEXT, **bound}
    return record(
        Adoption,
        agreement="a",
        organisation=organisation,
        decision=decision,
        **given,
    )


def come(shelf: Shelf) -> Progress:
    snapshot = shelf.at()
    return progress_of(snapshot, snapshot.agreement("a").shown)


def test_the_formal_parties_are_counted_and_the_missing_named(shelf: Shelf) -> None:
    shelf.publish("a", *parties("region", "nordby", "sydby", "vestby"))
    shelf.add(decided("nordby"), decided("region"), decided("sydby", NOT_ADOPTED))

    progress = come(shelf)

    assert (progress.adopted, progress.of, progress.text) == (2, 4, "2 af 4")
    assert (progress.missing, progress.refused) == (["vestby"], ["sydby"])


def test_none_is_missing_when_every_formal_party_has_adopted(shelf: Shelf) -> None:
    joining = Party(organisation="almen", role="tiltraedende-part")
    shelf.publish("a", *parties("nordby"), joining)
    shelf.add(decided("nordby"))

    progress = come(shelf)

    assert (progress.text, progress.missing) == ("1 af 1", [])


def test_who_is_no_formal_party_counts_for_nothing_but_is_listed(shelf: Shelf) -> None:
    shelf.publish("a", *parties("nordby"))
    shelf.add(decided("almen"))

    progress = come(shelf)

    assert progress.text == "0 af 1"
    assert [r.organisation for r in progress.decisions] == ["almen"]


def test_what_was_decided_on_another_text_is_only_earlier(shelf: Shelf) -> None:
    shelf.publish("a", *parties("nordby", "sydby"))
    shelf.add(decided("nordby", fingerprint="den forrige"), decided("sydby"))

    progress = come(shelf)

    assert [r.organisation for r in progress.earlier] == ["nordby"]
    assert progress.missing == ["nordby"]


def test_a_text_without_formal_parties_lacks_none(shelf: Shelf) -> None:
    shelf.publish("a")

    progress = come(shelf)

    assert (progress.text, progress.missing) == ("0 af 0", [])


def test_a_draft_has_no_number_so_an_old_adoption_is_not_its_own(shelf: Shelf) -> None:
    shelf.add(decided("nordby", fingerprint="", version=1))

    of_a_draft = progress(shelf.at(), "a", TEXT, parties("nordby"))
    of_the_first = progress(shelf.at(), "a", TEXT, parties("nordby"), number=1)

    assert of_a_draft.decisions == []
    assert (of_the_first.text, of_the_first.missing) == ("1 af 1", [])


def test_an_adoption_with_a_fingerprint_is_bound_to_it_whatever_its_number() -> None:
    assert concerns(decided("nordby", version=2), TEXT, 1)
    assert not concerns(decided("nordby", fingerprint="g", version=1), TEXT, 1)


def test_the_formal_parties_decide_before_those_who_join() -> None:
    listed = [
        Party(organisation="almen", role="tiltraedende-part"),
        Party(organisation="nordby", role="formel-part"),
        Party(organisation="laeger", role="forpligtet-efter-sundhedsloven"),
        Party(organisation="region", role="formel-part"),
    ]

    assert adopting_parties(listed) == ["nordby", "region", "almen"]
