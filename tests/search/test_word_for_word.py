"""A question that is a row's task, and one that names an agreement by its title.

Also covers registry/search/cards/of_titles.py.
"""

from collections import defaultdict
from datetime import date

import pytest

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.search.answer import Answer, Question
from registry.search.ask import Asker
from registry.search.word_for_word import rows_quoted
from tests.search.samples import ids

DAYS = (date(2026, 11, 26), date(2026, 12, 31), date(2027, 1, 1))


def asked(asker: Asker, text: str, day: date, **filters: str) -> Answer:
    return asker.ask(Question(text, Moment(day), filters))


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS)
def test_every_rows_own_task_is_answered_by_the_row(
    shipped: Catalogue, shipped_asker: Asker, day: date
) -> None:
    by_task: dict[str, set[str]] = defaultdict(set)
    for row in shipped.at(Moment(day)).holding_rows:
        by_task[row.snitflade.task].add(row.id)
    assert len(by_task) > 300

    wrong = {}
    for task, own in by_task.items():
        answer = asked(shipped_asker, task, day)
        found = ids(answer)
        if not found or found[0] not in own or not own <= set(found) or answer.cards:
            wrong[task] = found
    assert wrong == {}


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS)
def test_every_agreements_title_is_answered_by_its_card(
    shipped: Catalogue, shipped_asker: Asker, day: date
) -> None:
    wrong = {}
    for agreement in shipped.at(Moment(day)).agreements.values():
        title = agreement.shown.version.title
        for text in (f"Gælder {title} stadig?", f"er {title} stadig i kraft"):
            answer = asked(shipped_asker, text, day)
            cards = [(card.kind, card.title) for card in answer.cards]
            if cards != [("agreement", title)] or ids(answer):
                wrong[text] = cards
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Levere seng under behandling", "senge-behandling"),
        ("levere  seng – under behandling.", "senge-behandling"),
        ("Betale for ydelser efter §§ 124-125", "betaling-efter-124-125"),
        ("Give praktisk hjælp", "praktisk-hjaelp"),
    ],
)
def test_signs_and_capitals_are_no_part_of_the_task(
    shipped_asker: Asker, text: str, row: str
) -> None:
    assert ids(asked(shipped_asker, text, DAYS[0]))[0].endswith(f".{row}")


def test_a_task_that_does_not_hold_where_it_is_asked_is_left_out(
    shipped_asker: Asker,
) -> None:
    task = "Komme på bostedet med faste mellemrum"
    there = asked(shipped_asker, task, DAYS[0], municipality="koebenhavn")
    elsewhere = asked(shipped_asker, task, DAYS[0], municipality="ballerup")
    assert ids(there)[0] not in ids(elsewhere)


def test_more_than_the_task_is_another_question(shipped: Catalogue) -> None:
    snapshot = shipped.at(Moment(DAYS[0]))
    assert rows_quoted("Give praktisk hjælp", snapshot)
    assert not rows_quoted("Give praktisk hjælp til hjemløse", snapshot)
    assert not rows_quoted("", snapshot)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hvornår trådte Palliation i hjemmet i kraft?", "Palliation i hjemmet"),
        ("hvem er parter i Lovbestemt: epikriser", "Lovbestemt: epikriser"),
        (
            "hvornår er Følge-hjem: hospitalernes ordninger ved udskrivning revideret",
            "Følge-hjem: hospitalernes ordninger ved udskrivning",
        ),
    ],
)
def test_other_things_may_be_asked_of_an_agreement_by_its_title(
    shipped_asker: Asker, text: str, title: str
) -> None:
    cards = asked(shipped_asker, text, DAYS[0]).cards
    assert [card.title for card in cards] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "hvem betaler for Palliation i hjemmet",
        "gælder Palliation i hjemmet også børn",
        "Palliation i hjemmet",
    ],
)
def test_a_title_in_a_question_about_rows_gives_rows(
    shipped_asker: Asker, text: str
) -> None:
    answer = asked(shipped_asker, text, DAYS[0])
    assert [card for card in answer.cards if card.kind == "agreement"] == []
