"""What a question names as a whole is answered before what only has its words."""

from datetime import date

import pytest

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.language.holding import last_day_of
from registry.rules.fields import Scheme
from registry.search.answer import Answer, Question
from registry.search.ask import Asker
from tests.search.samples import ids

DAY = date(2026, 11, 28)
DAYS = (DAY, date(2027, 1, 1))
ASKING = ("hvem har ansvaret for {}", "hvad er fristen for {}", "hvem sender {}")
# A name may be another kind's too, and the question then may mean either.
FEW = 10


def asked(asker: Asker, text: str, day: date = DAY) -> Answer:
    return asker.ask(Question(text, Moment(day)))


def names(catalogue: Catalogue, day: date) -> dict[str, str]:
    """The first name of each kind of task that has a row on a day; one that says it
    holds until a day before has none.
    """
    snapshot = catalogue.at(Moment(day))
    answering = {
        row.task_key
        for row in snapshot.answering_rows
        if (last_day_of(row.snitflade.situation) or day) >= day
    }
    tasks = snapshot.vocabulary.schemes[Scheme.TASKS].values()
    return {
        one.key: one.label if one.label[:2].isupper() else one.label.lower()
        for one in tasks
        if one.key in answering
    }


def wrong(
    catalogue: Catalogue, asker: Asker, day: date, every: int
) -> dict[str, list[str]]:
    named = list(names(catalogue, day).items())[::every]
    found = {
        (key, text): [group.task_key for group in asked(asker, text, day).groups]
        for key, name in named
        for text in (asking.format(name) for asking in ASKING)
    }
    assert len(found) >= len(ASKING) * FEW
    return {text: kinds for (key, text), kinds in found.items() if kinds[:1] != [key]}


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS)
def test_every_kind_of_task_is_answered_by_its_own_rows_first(
    shipped: Catalogue, shipped_asker: Asker, day: date
) -> None:
    assert len(names(shipped, day)) > 140
    assert wrong(shipped, shipped_asker, day, 1) == {}


def test_some_kinds_of_tasks_are_answered_by_their_own_rows_first(
    shipped: Catalogue, shipped_asker: Asker
) -> None:
    assert wrong(shipped, shipped_asker, DAY, 11) == {}


@pytest.mark.parametrize(
    "text",
    [
        "hvad er fristen for specialiseret genoptræning",
        "hvor hurtigt skal specialiseret genoptræning starte",
        "hvem giver specialiseret genoptræning",
        "hvem betaler specialiseret genoptræning",
        "skal kommunen starte specialiseret genoptræning inden 7 dage",
        "hvem tager sig af genoptræning på specialiseret niveau",
    ],
)
def test_a_name_as_a_whole_goes_before_its_words_apart(
    shipped_asker: Asker, text: str
) -> None:
    answer = asked(shipped_asker, text)
    assert ids(answer)[0] == "genoptraening.specialiseret-genoptraening"


def test_the_other_name_gives_the_other_row(shipped_asker: Asker) -> None:
    answer = asked(shipped_asker, "hvem giver rehabilitering på specialiseret niveau")
    assert ids(answer)[0] == "genoptraening.rehabilitering-specialiseret"


@pytest.mark.parametrize(
    "text",
    [
        "hvem har behandlingsansvaret for hjemmesygepleje",
        "hvem har det lægelige ansvar for hjemmesygepleje",
    ],
)
def test_a_medical_responsibility_is_another_question(
    shipped_asker: Asker, text: str
) -> None:
    assert asked(shipped_asker, text).groups[0].task_key == "udvidet-behandlingsansvar"


def test_an_authority_is_another_question(shipped_asker: Asker) -> None:
    answer = asked(shipped_asker, "hvem har myndighedsansvaret for genoptræning")
    assert ids(answer)[0] == "genoptraening.myndighedsansvar"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("hvem sender udskrivningsrapport", "udskrivningsrapport"),
        ("hvem modtager udskrivningsrapport", "modtage-udskrivningsrapport"),
    ],
)
def test_the_side_that_is_asked_about_goes_before_the_other(
    shipped_asker: Asker, text: str, row: str
) -> None:
    assert ids(asked(shipped_asker, text))[0] == f"kommunikationsaftale.{row}"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("frist for stofmisbrugsbehandling", "stofbehandling"),
        ("stofbehandling frist", "stofbehandling"),
        ("hvornår skal stofmisbrugsbehandling gå i gang", "stofbehandling"),
        ("alkoholbehandling frist", "alkoholbehandling"),
    ],
)
def test_one_misuse_is_not_answered_by_the_others_deadline(
    shipped_asker: Asker, text: str, row: str
) -> None:
    assert ids(asked(shipped_asker, text))[0].endswith(f".{row}")


def test_what_is_done_only_where_it_is_agreed_comes_after_the_rule(
    shipped_asker: Asker,
) -> None:
    text = "hvem har ansvaret for specialtandpleje"
    assert ids(asked(shipped_asker, text))[0] == "lovbestemt-tandpleje.specialtandpleje"


def test_who_asks_of_what_is_agreed_gets_it_first(shipped_asker: Asker) -> None:
    answer = asked(shipped_asker, "hvem driver specialtandpleje for kommunen")
    assert ids(answer)[0] == "lovbestemt-tandpleje.specialtandpleje-drift"


@pytest.mark.parametrize(
    "text",
    [
        "borger med c/o adresse udskrives",
        "patient med c/o adresse skal udskrives hvem finder et sted",
        "hjemløs opholdssted c/o",
        "pt bor på sofaen hos en ven, postadresse, udskrives i morgen, herberg",
    ],
)
def test_who_has_an_address_at_anothers_is_shown_the_help_at_discharge(
    shipped_asker: Asker, text: str
) -> None:
    assert "hjemloese.opholdssted" in ids(asked(shipped_asker, text))
