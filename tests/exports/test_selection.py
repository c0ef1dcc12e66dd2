"""Which agreements stand where in the appendix."""

from datetime import UTC, date, datetime

import pytest

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.errors import NotFound
from registry.exports.request import AppendixRequest
from registry.exports.selection import select
from registry.models import Continuation
from registry.rules.kinds import is_statutory
from registry.rules.status import Status
from registry.rules.version_content import digest
from tests.exports.samples import INVENTED, ON, SHIPPED, appendix_of, decide, slugs

pytestmark = pytest.mark.slow

MAIN, LOCAL, COMING, OLD = (
    "proeve-udskrivning",
    "proeve-lokal",
    "proeve-kommende",
    "proeve-gammel",
)


def test_the_list_holds_what_is_decided_to_continue_and_in_force(
    catalogue: Catalogue,
) -> None:
    appendix = appendix_of(catalogue)
    assert slugs(appendix.continued) == [LOCAL]
    assert appendix.continued[0].status is Status.CONTINUED


@pytest.mark.parametrize(
    "on",
    [
        date(2020, 1, 1),
        date(2024, 1, 1),
        date(2026, 11, 22),
        date(2027, 1, 1),
        date(2029, 1, 1),
    ],
)
def test_the_list_is_exactly_the_rule(shipped: Catalogue, on: date) -> None:
    """In force or continued, and the last decision in effect here is that it
    continues.
    """
    snapshot = shipped.at(Moment(on))
    expected = set()
    for agreement in snapshot.agreements.values():
        decisions = [
            record
            for record in snapshot.records[Continuation]
            if record.agreement == agreement.slug  # type: ignore[attr-defined]
            and record.health_agreement == SHIPPED  # type: ignore[attr-defined]
            and record.effective_on <= on
        ]
        last = max(decisions, key=lambda r: (r.effective_on, r.id or 0), default=None)
        in_force = agreement.status.status in ("gældende", "videreført")
        if in_force and getattr(last, "decision", "") == "viderefoeres":
            expected.add(agreement.slug)
    selection = select(shipped, AppendixRequest(SHIPPED, Moment(on)))
    assert set(slugs(selection.continued)) == expected
    assert len(selection.continued) == len(expected)


def test_an_agreement_in_force_joins_when_it_is_decided(catalogue: Catalogue) -> None:
    decide(catalogue, MAIN, "viderefoeres")
    appendix = appendix_of(catalogue)
    assert set(slugs(appendix.continued)) == {MAIN, LOCAL}
    assert appendix.selection.not_asked == ()


def test_a_decision_counts_from_the_day_it_takes_effect(catalogue: Catalogue) -> None:
    decide(catalogue, MAIN, "viderefoeres", date(2026, 11, 23))
    assert slugs(appendix_of(catalogue, date(2026, 11, 22)).continued) == [LOCAL]
    assert len(appendix_of(catalogue, date(2026, 11, 23)).continued) == 2


def test_the_later_decision_holds(catalogue: Catalogue) -> None:
    decide(catalogue, LOCAL, "ophoerer", date(2026, 1, 1))
    assert slugs(appendix_of(catalogue, date(2025, 12, 31)).continued) == [LOCAL]
    assert appendix_of(catalogue, date(2026, 1, 1)).continued == []


def test_what_is_left_open_is_a_list_of_its_own_with_its_reason(
    catalogue: Catalogue,
) -> None:
    decide(catalogue, LOCAL, "afklares", date(2026, 1, 1), "Venter på sundhedsrådet.")
    appendix = appendix_of(catalogue)
    assert appendix.continued == []
    assert slugs(appendix.unsettled) == [LOCAL]
    assert appendix.unsettled[0].why.startswith("Videreførelsen er ikke besluttet.")
    assert appendix.unsettled[0].why.endswith("Venter på sundhedsrådet.")


def test_a_party_that_has_ceased_moves_an_agreement_to_the_open_ones(
    catalogue: Catalogue,
) -> None:
    decide(catalogue, MAIN, "viderefoeres")
    appendix = appendix_of(catalogue, date(2027, 1, 1))
    assert MAIN not in slugs(appendix.continued)
    assert MAIN in slugs(appendix.unsettled)
    why = next(e.why for e in appendix.unsettled if e.slug == MAIN)
    assert "Parternes afløsning er ikke afklaret" in why


def test_what_was_made_under_the_health_agreement_is_not_asked(
    catalogue: Catalogue,
) -> None:
    appendix = appendix_of(catalogue)
    assert slugs(appendix.selection.not_asked) == [MAIN]
    assert appendix.selection.undecided == ()


def test_what_nobody_decided_is_reported(shipped: Catalogue) -> None:
    """Seen before the decisions were recorded, everything older is undecided; of rules
    of law nobody decides.
    """
    request = AppendixRequest("sundhedsaftale-2019-2023", Moment(date(2020, 1, 1)))
    snapshot = shipped.at(request.moment)
    without = [
        a.slug
        for a in snapshot.agreements.values()
        if a.answers
        and not is_statutory(a.shown.version.kind)
        and not any(
            r.health_agreement == request.health_agreement
            for r in snapshot.records_of(Continuation, a.slug)
        )
    ]
    selection = select(shipped, request)
    assert sorted([*slugs(selection.undecided), *slugs(selection.not_asked)]) == sorted(
        without
    )


def test_an_ended_or_coming_agreement_stands_nowhere(catalogue: Catalogue) -> None:
    decide(catalogue, OLD, "viderefoeres")
    decide(catalogue, COMING, "viderefoeres")
    appendix = appendix_of(catalogue)
    listed = [
        *appendix.agreements,
        *appendix.selection.undecided,
        *appendix.selection.not_asked,
    ]
    assert not {OLD, COMING} & set(slugs(listed))


def test_a_local_agreement_stands_only_in_its_own_municipality(
    catalogue: Catalogue,
) -> None:
    assert slugs(appendix_of(catalogue, municipality="nordby").continued) == [LOCAL]
    assert appendix_of(catalogue, municipality="sydby").continued == []


def test_it_is_narrowed_by_kind_and_focus_area(catalogue: Catalogue) -> None:
    decide(catalogue, MAIN, "viderefoeres")
    assert slugs(appendix_of(catalogue, kind="lokal-tillaegsaftale").continued) == [
        LOCAL
    ]
    assert slugs(appendix_of(catalogue, focus_area="psykisk-sygdom").continued) == [
        MAIN
    ]


def test_it_is_ordered_by_kind_focus_area_and_title(shipped: Catalogue) -> None:
    appendix = appendix_of(shipped)
    places = [(e.kind, e.focus) for e in appendix.continued]
    assert [kind for kind, _ in dict.fromkeys(places)] == [
        "Honoreringsaftale",
        "Samarbejdsaftale",
        "Samarbejdsaftale",
        "Snitfladekatalog",
    ]
    assert places[1][1] == "Sammen om borgere med psykisk sygdom"
    psychiatric = [
        e.title for e in appendix.continued if (e.kind, e.focus) == places[1]
    ]
    assert [title.split(" om ", 1)[1][:5] for title in psychiatric] == [
        "borge",
        "børn ",
        "indlæ",
        "voksn",
    ]


def test_an_earlier_moment_shows_what_was_recorded_then(catalogue: Catalogue) -> None:
    decide(catalogue, MAIN, "viderefoeres")
    before = Moment(ON, datetime(2026, 5, 1, tzinfo=UTC))
    assert slugs(appendix_of(catalogue, moment=before).continued) == [LOCAL]


def test_changes_are_those_of_the_list(catalogue: Catalogue) -> None:
    decide(catalogue, MAIN, "viderefoeres", date(2026, 1, 1))
    decide(catalogue, LOCAL, "ophoerer", date(2026, 2, 1))
    changes = appendix_of(catalogue, since=date(2025, 1, 1)).changes
    assert changes is not None
    assert slugs(changes.added) == [MAIN]
    assert slugs(changes.removed) == [LOCAL]
    assert changes.renewed == ()


def test_a_new_version_is_a_change(catalogue: Catalogue) -> None:
    decide(catalogue, MAIN, "viderefoeres", date(2023, 1, 1))
    changes = appendix_of(catalogue, since=date(2023, 12, 31)).changes
    assert changes is not None
    assert [
        (new.slug, old.number, new.shown.number) for new, old in changes.renewed
    ] == [(MAIN, 1, 2)]


def test_a_health_agreement_that_is_not_there_is_not_found(
    catalogue: Catalogue,
) -> None:
    with pytest.raises(NotFound):
        select(catalogue, AppendixRequest("ukendt", Moment(ON)))


def test_the_fingerprint_follows_what_is_in_it_and_not_how_it_is_shown(
    catalogue: Catalogue,
) -> None:
    first = appendix_of(catalogue).fingerprint
    assert len(first) == 64
    assert appendix_of(catalogue, full=False, rows=True, level=2).fingerprint == first
    decide(catalogue, COMING, "viderefoeres")
    assert appendix_of(catalogue).fingerprint == first
    decide(catalogue, MAIN, "viderefoeres")
    assert appendix_of(catalogue).fingerprint != first
    assert appendix_of(catalogue).health_agreement.slug == INVENTED


@pytest.mark.parametrize(
    "chosen",
    [
        {"municipality": "nordby"},
        {"municipality": "sydby"},
        {"kind": "samarbejdsaftale"},
        {"focus_area": "psykisk-sygdom"},
    ],
)
def test_a_narrowed_list_has_a_fingerprint_of_its_own(
    catalogue: Catalogue, chosen: dict[str, str]
) -> None:
    """Also where it holds the same agreements as the whole one."""
    whole, narrowed = appendix_of(catalogue), appendix_of(catalogue, **chosen)
    assert narrowed.fingerprint != whole.fingerprint
    assert appendix_of(catalogue, **chosen, full=False).fingerprint == (
        narrowed.fingerprint
    )


def test_the_fingerprint_of_a_whole_list_is_what_it_always_was(
    catalogue: Catalogue,
) -> None:
    """It stands on paper that was sent: those of narrowed lists may not change it."""
    decide(catalogue, MAIN, "viderefoeres")
    whole = appendix_of(catalogue)
    records = [record for one in whole.agreements for record in one.records]
    assert whole.fingerprint == digest(
        {
            "health_agreement": INVENTED,
            "pr": ON,
            "versions": sorted(
                [e.slug, str(e.version), e.fingerprint] for e in whole.agreements
            ),
            "records": sorted(
                digest(record.model_dump(exclude={"id", "recorded_by"}))
                for record in records
            ),
        }
    )
