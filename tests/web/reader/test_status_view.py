"""An agreement's status as pages show it: a word, a tone, and why."""

from datetime import date

import pytest

from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.rules.status import ANSWERING, Status
from registry.search.ask import Asker
from registry.web.reader.status_view import TONES, view_status


def at(asker: Asker, on: date) -> Snapshot:
    return asker.catalogue.at(Moment(on))


@pytest.mark.parametrize(
    ("slug", "on", "word", "tone", "short"),
    [
        ("proeve-udskrivning", date(2026, 11, 22), "gældende", "success", ""),
        (
            "proeve-lokal",
            date(2026, 11, 22),
            "videreført",
            "success",
            "Videreført i Prøve-sundhedsaftale 2024-2027, men det er ikke bekræftet af "
            "en kilde",
        ),
        (
            "proeve-udskrivning",
            date(2027, 1, 1),
            "afklares",
            "warning",
            "Parternes afløsning er ikke afklaret",
        ),
        (
            "proeve-kommende",
            date(2026, 11, 22),
            "kommende",
            "info",
            "Ingen udgave er trådt i kraft endnu",
        ),
    ],
)
def test_a_status_is_told_by_its_word_and_its_reason(
    asker: Asker, slug: str, on: date, word: str, tone: str, short: str
) -> None:
    snapshot = at(asker, on)

    shown = view_status(snapshot, snapshot.agreement(slug))

    assert (shown.word, shown.tone, shown.short) == (word, tone, short)


def test_what_does_not_fit_beside_a_row_stands_apart(asker: Asker) -> None:
    snapshot = at(asker, date(2027, 1, 1))

    more = view_status(snapshot, snapshot.agreement("proeve-udskrivning")).more

    assert more.startswith("Prøveregionen bestod til og med 31. december 2026.")
    assert "Nyregionen træder i stedet" in more


def test_every_status_has_a_tone_and_only_what_answers_is_not_a_warning_off() -> None:
    assert set(TONES) == set(Status)
    assert all((TONES[s] in ("success", "warning")) == (s in ANSWERING) for s in Status)
