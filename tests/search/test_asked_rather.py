"""Which field a first line tells where the one that stands to be told is not asked."""

import pytest

from registry.catalogue.snapshot import Row
from registry.clock import Moment
from registry.models import Snitflade
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.search.asked_rather import of_task_itself
from registry.search.first_line import first_line_of
from registry.search.line import FirstLine
from tests.relevance.runs import REFORM, TODAY


def line(asker: Asker, text: str, *, reform: bool = False) -> FirstLine:
    moment = Moment(REFORM if reform else TODAY)
    answer = asker.ask(Question(text, moment))
    return first_line_of(asker.catalogue.at(moment), answer.groups[0], answer)


@pytest.mark.parametrize(
    ("text", "field", "told"),
    [
        (
            "hvor kort tid skal man have igen før medicinen bliver gratis",
            "situation",
            "få uger til få måneder",
        ),
        ("hvor længe bliver følge-hjem hos en patient", "task", "1-1½ time"),
        (
            "hvor mange kendetegn skal en ældre opfylde på Bispebjerg",
            "situation",
            "to af fem",
        ),
        (
            "hvilket ydelsesnr har vurdering af patient i akutfunktion",
            "situation",
            "Ydelse 0124",
        ),
    ],
)
def test_a_quantity_is_told_where_it_stands(
    shipped_asker: Asker, text: str, field: str, told: str
) -> None:
    first = line(shipped_asker, text)

    assert (first.field, told in str(first)) == (field, True)


@pytest.mark.parametrize(
    "text",
    [
        "hvem har ret til en udskrivningskoordinator",
        "hvem kan få en mentor",
        "hvem er omfattet af integreret behandling",
        "Who can get the joint visit at home by GP and community nurse",
    ],
)
def test_who_may_have_it_is_told_by_the_condition(
    shipped_asker: Asker, text: str
) -> None:
    assert line(shipped_asker, text).field == "situation"


@pytest.mark.parametrize(
    "text", ["hvem må henvise til BUC", "hvem får besked når borgeren udskrives"]
)
def test_who_does_it_or_is_told_is_no_question_of_who_may_have_it(
    shipped_asker: Asker, text: str
) -> None:
    assert line(shipped_asker, text).field in ("responsible", "informed")


def test_a_report_to_one_of_two_is_told_by_who_receives_it(
    shipped_asker: Asker,
) -> None:
    text = "skal en UTH på plejehjemmet meldes til kommunen eller til regionen"

    assert "til kommunen" in str(line(shipped_asker, text))


def test_what_is_free_is_told_where_no_payer_is_stated(shipped_asker: Asker) -> None:
    first = line(shipped_asker, "koster det noget at gå på alkoholambulatorium")

    assert (first.field, "gratis" in str(first)) == ("task", True)


def test_who_pays_is_told_with_what_decides_it(shipped_asker: Asker) -> None:
    first = line(shipped_asker, "hvem betaler kørsel til genoptræning")

    assert (first.field, "50 km" in str(first)) == ("payer", True)


def test_the_one_authority_is_told_before_those_who_take_turns(
    shipped_asker: Asker,
) -> None:
    first = line(shipped_asker, "hvem har ansvaret for akutsygeplejen", reform=True)

    assert (first.field, [part.answer for part in first.parts]) == (
        "authority",
        ["Region"],
    )


def test_a_role_that_the_task_is_to_have_is_told_by_the_task(
    shipped_asker: Asker,
) -> None:
    text = "hvem har ansvaret for en borger på forsorgshjem i en anden kommune"
    first = line(shipped_asker, text)

    assert "Blive ved med at være handlekommune" in str(first)


def test_when_one_may_is_told_by_the_condition_where_no_day_is(
    shipped_asker: Asker,
) -> None:
    assert line(shipped_asker, "hvornår må vi tage gebyr for en tolk").field == (
        "situation"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Må børnepsyk love familien en bestemt specialskole",
        "må BUC pege på en bestemt specialskole",
        "kan BUC anvise familien en bestemt aflastning",
    ],
)
def test_what_is_left_undone_is_told_and_not_who_leaves_it(
    shipped_asker: Asker, text: str
) -> None:
    first = line(shipped_asker, text)

    assert (first.field, "Lade være med" in str(first)) == ("task", True)


@pytest.mark.parametrize(
    "text",
    [
        "Hvor stor en del af kommunernes aflastningspladser ryger over til regionen?",
        "hvor mange procent af aflastningspladserne går over til regionen",
    ],
)
def test_a_share_is_told_and_no_date(shipped_asker: Asker, text: str) -> None:
    first = line(shipped_asker, text, reform=True)

    assert "70 pct" in str(first)


def test_that_nothing_is_charged_is_told_where_no_payer_is(
    shipped_asker: Asker,
) -> None:
    text = "skal min kærste betale kost og logi på en af de særlige pladser på psyk"
    first = line(shipped_asker, text)

    assert (first.field, "Ikke opkræve egenbetaling" in str(first)) == ("task", True)


def test_who_pays_on_long_conditions_says_that_there_are_some(
    shipped_asker: Asker,
) -> None:
    text = "Han følges i ambulatoriet. Kan han få pillerne derfra uden at betale?"

    assert "på betingelser, som står nedenfor" in str(line(shipped_asker, text))


def test_a_proposal_is_told_as_one(shipped_asker: Asker) -> None:
    text = "Hvem kører akutsygeplejen oppe i Nordsjælland nu efter nytår?"
    first = line(shipped_asker, text, reform=True)

    assert "en indstilling, ikke en beslutning" in str(first)


@pytest.mark.parametrize(
    ("task", "field"),
    [
        ("Følge patienten hjem, se om hjælpen dækker behovet", "responsible"),
        ("Skrive ansvaret ind i aftalen", "responsible"),
        ("Ikke betale døgntakst for dage på en anden afdeling", "task"),
        ("Kan henvise barnet", "task"),
        ("Lade være med at pege på en indsats", "task"),
    ],
)
def test_a_task_as_it_stands_asks_who_does_it_or_is_the_rule(
    task: str, field: str
) -> None:
    stored = Snitflade(
        key="r",
        task_key="varsling",
        task=task,
        phase="udskrivning",
        responsible=["kommune"],
    )
    subject = of_task_itself(Row("proeve", 1, stored, "varsling", True), None)
    assert subject is not None
    assert subject.field == field


def test_who_carries_the_responsibility_is_told_where_the_row_says() -> None:
    stored = Snitflade(
        key="r",
        task_key="varsling",
        task="Have ansvaret",
        phase="udskrivning",
        responsible=["kommune"],
        treatment_responsible=["hospital"],
    )
    row = Row("proeve", 1, stored, "varsling", True)
    assert of_task_itself(row, "treatment_responsible") is None
