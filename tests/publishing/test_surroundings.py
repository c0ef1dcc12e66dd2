"""What the gates know beside the text: words, parties, and the version before."""

from dataclasses import replace
from datetime import date

import pytest

from registry.catalogue.destinations import Placed
from registry.catalogue.queries import Catalogue
from registry.errors import NotFound
from registry.gates.gate import PointedAt, Surroundings
from registry.markup.links import Link
from registry.models import ADOPTED, NOT_ADOPTED, Adoption, Term
from registry.publishing import beginning, editing, surroundings
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.publishing.surroundings import (
    adopted_by,
    published_content,
    surroundings_of,
    version_before,
)
from registry.rules.fields import Scheme
from registry.rules.status import Period
from registry.rules.version_content import MAIN, part_digest, part_of
from tests.conftest import NOW
from tests.publishing.people import GORM, RITA, SIGNED, SLUG
from tests.publishing.samples import content
from tests.storage.unwatched import transaction

pytestmark = pytest.mark.usefixtures("stopped_clock")


def around(catalogue: Catalogue, slug: str = SLUG, body: str = "") -> Surroundings:
    values = {**content().values, "body": body}
    return surroundings_of(catalogue, slug, replace(content(), values=values), "f")


def add_terms(catalogue: Catalogue, **confusable: list[str]) -> None:
    with transaction(catalogue.engine) as session:
        for at, (key, others) in enumerate(confusable.items()):
            session.add(
                Term(
                    key=key,
                    position=at,
                    term=key.title(),
                    same=[f"{key}t"],
                    abbreviations=[key[:2].upper()],
                    confusable=others,
                    recorded_at=NOW,
                )
            )


def pairs_with(catalogue: Catalogue, word: str) -> list[tuple[tuple[str, ...], ...]]:
    pairs = around(catalogue).confusable_pairs
    return [pair for pair in pairs if any(word in forms for forms in pair)]


def test_the_newest_published_version_is_the_one_before(catalogue: Catalogue) -> None:
    surroundings = around(catalogue)

    newest = catalogue.today().agreement(SLUG).number(2)
    assert surroundings.previous == published_content(newest)
    assert (surroundings.slug, surroundings.on) == (SLUG, date(2026, 11, 22))


def later(catalogue: Catalogue, *days: date, replaces: str = "") -> None:
    """Published versions of the agreement that begin on those days; or of another that
    replaces it.
    """
    slug = "proeve-kommende" if replaces else SLUG
    for day in days:
        draft = beginning.begin_version(catalogue, slug, RITA)
        main = part_of(read_draft(catalogue, draft).content, MAIN)
        values = {"in_force_from": day, "title": f"Fra {day}", "made_under": ""}
        if replaces:
            values |= {
                "relations": {"replaces": (replaces,)},
                "parties": {"formel-part": ("proeveregion", "nordby")},
            }
        editing.save(catalogue, draft, MAIN, values, part_digest(main), RITA)
        for act, by in (("submit", RITA), ("approve", GORM), ("publish", GORM)):
            seen = read_draft(catalogue, draft).fingerprint
            signed = {**SIGNED, "springer-udgave-over:in_force_from": "Med vilje."}
            perform(catalogue, draft, act, by, seen=seen, signed=signed)


def test_the_version_before_is_the_one_in_whose_place_the_draft_will_stand(
    catalogue: Catalogue,
) -> None:
    later(catalogue, date(2027, 1, 1))
    one = catalogue.today().agreement(SLUG)

    assert version_before(one, date(2026, 12, 1)).number == 2
    assert version_before(one, date(2027, 1, 1)).number == 3
    assert version_before(one, date(2023, 1, 1)).number == 2


def test_a_new_draft_is_a_copy_of_what_holds_today_or_of_what_is_asked_for(
    catalogue: Catalogue,
) -> None:
    later(catalogue, date(2027, 1, 1))
    snapshot = catalogue.today()

    assert beginning.copied_from(snapshot, SLUG) == 2
    assert beginning.to_come(snapshot, SLUG) == [3]
    draft = read_draft(catalogue, beginning.begin_version(catalogue, SLUG, RITA))
    assert draft.content.values["in_force_from"] == date(2024, 1, 1)


def test_a_draft_may_go_on_from_the_text_to_come(catalogue: Catalogue) -> None:
    later(catalogue, date(2027, 1, 1))

    draft = beginning.begin_version(catalogue, SLUG, RITA, number=3)

    content = read_draft(catalogue, draft).content
    assert content.values["in_force_from"] == date(2027, 1, 1)


def test_a_version_that_is_not_published_is_no_beginning(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match="med det nummer"):
        beginning.begin_version(catalogue, SLUG, RITA, number=7)


def test_a_version_that_is_already_passed_over_is_not_told_again(
    catalogue: Catalogue,
) -> None:
    later(catalogue, date(2028, 1, 1), date(2027, 1, 1))

    assert around(catalogue).published == (
        (1, date(2020, 1, 1)),
        (2, date(2024, 1, 1)),
        (4, date(2027, 1, 1)),
    )


def test_the_agreements_that_replace_it_are_known_with_their_day(
    catalogue: Catalogue,
) -> None:
    assert around(catalogue).replaced_by == ()

    later(catalogue, date(2027, 1, 1), replaces=SLUG)

    assert around(catalogue).replaced_by == (("proeve-kommende", date(2027, 1, 1)),)


def test_periods_and_days_of_ceasing_are_known(catalogue: Catalogue) -> None:
    surroundings = around(catalogue)

    assert surroundings.periods == {
        "sundhedsaftale-2024-2027": Period(date(2024, 1, 1), date(2028, 1, 1))
    }
    assert surroundings.ceased == {"proeveregion": date(2027, 1, 1)}
    assert not surroundings.is_continued
    assert around(catalogue, "proeve-lokal").is_continued


def test_a_new_agreement_has_none_before(catalogue: Catalogue) -> None:
    assert around(catalogue, "helt-ny").previous is None


def test_the_headings_are_those_of_the_text(catalogue: Catalogue) -> None:
    body = "## Udskrivning\n\nTekst.\n\n### Frister\n"

    assert around(catalogue, body=body).headings >= {"Udskrivning", "Frister"}


def test_what_links_lead_to_is_that_of_today_and_of_the_text(
    catalogue: Catalogue,
) -> None:
    known = around(catalogue, body="## Økonomi")

    assert "afsnit-oekonomi" in known.anchors
    assert known.page_at(f"/aftaler/{SLUG}") is not None
    assert known.page_at("/aftaler/findes-ikke") is None


def test_what_others_lead_to_is_told_as_a_section_or_a_row(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed = Placed("anden", 1, "Anden aftale", "Økonomi", Link("her", "#x"))
    places = [(placed, "varsel-boern"), (placed, "afsnit-oekonomi")]
    monkeypatch.setattr(surroundings, "pointing_at", lambda *_: iter(places))

    assert around(catalogue).pointed_at == (
        PointedAt("Anden aftale", "her", "varsel-boern", is_row=True),
        PointedAt("Anden aftale", "her", "afsnit-oekonomi", is_row=False),
    )


def test_keys_labels_and_sectors_are_those_of_today(catalogue: Catalogue) -> None:
    surroundings = around(catalogue)

    assert surroundings.labels(Scheme.ORGANISATIONS, "nordby") == "Nordby Kommune"
    assert "nordby" in surroundings.known[Scheme.ORGANISATIONS]
    assert surroundings.organisation_sectors["nordby-hospital"] == "region"
    assert surroundings.actor_sectors["kommune"] == "kommune"
    assert set(surroundings.actor_sectors) == surroundings.known[Scheme.ACTORS]


def test_what_others_replace_is_known_and_not_what_it_does_itself(
    catalogue: Catalogue,
) -> None:
    assert SLUG not in around(catalogue).replaces
    assert around(catalogue, "helt-ny").replaces[SLUG] == {"proeve-gammel"}


def test_only_a_standing_yes_to_this_very_text_is_an_adoption(
    catalogue: Catalogue,
) -> None:
    decisions = (
        ("nordby", ADOPTED, "f"),
        ("sydby", NOT_ADOPTED, "f"),
        ("proeveregion", ADOPTED, "en anden tekst"),
    )
    with transaction(catalogue.engine) as session:
        for organisation, decision, fingerprint in decisions:
            session.add(
                Adoption(
                    ref=f"v-{organisation}",
                    effective_on=date(2026, 11, 1),
                    recorded_at=NOW,
                    agreement=SLUG,
                    organisation=organisation,
                    decision=decision,
                    fingerprint=fingerprint,
                )
            )

    assert adopted_by(catalogue.today(), SLUG, "f") == {"nordby"}
    assert around(catalogue).adopted == {"nordby"}


def test_a_pair_of_confusable_terms_stands_once_in_all_its_forms(
    catalogue: Catalogue,
) -> None:
    add_terms(catalogue, melding=["Besked"], besked=["meldingt"])

    (pair,) = pairs_with(catalogue, "Melding")

    assert set(pair) == {("Melding", "meldingt", "ME"), ("Besked", "beskedt", "BE")}


def test_a_word_that_is_no_term_is_confusable_as_it_stands(
    catalogue: Catalogue,
) -> None:
    add_terms(catalogue, melding=["Ukendt ord"])

    assert pairs_with(catalogue, "Ukendt ord") == [
        (("Melding", "meldingt", "ME"), ("Ukendt ord",))
    ]


def test_no_term_is_confusable_with_itself(catalogue: Catalogue) -> None:
    add_terms(catalogue, melding=["Meldingt"])

    assert pairs_with(catalogue, "Melding") == []
