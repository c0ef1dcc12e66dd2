"""What is denied never becomes a duty: it is told with «ikke», is never sure, and
names nobody as told or asked; or nothing is suggested.
"""

import pytest

from tests.suggest.samples import only, suggestions

NOT_TO_TELL = "ikke varsle kommunen"


@pytest.mark.parametrize(
    "text",
    [
        "Hospitalet varsler ikke kommunen.",
        "Hospitalet varsler aldrig kommunen.",
        "Hospitalet varsler ej kommunen.",
        "Hospitalet varsler heller ikke kommunen.",
        "Hospitalet varsler ingen kommunen.",
        "Hospitalet skal ikke varsle kommunen.",
        "Hospitalet må ikke varsle kommunen.",
        "Hospitalet kan ikke varsle kommunen.",
        "Hospitalet behøver ikke at varsle kommunen.",
        "Hospitalet skal under ingen omstændigheder varsle kommunen.",
        "Under ingen omstændigheder skal hospitalet varsle kommunen.",
        "Aldrig må hospitalet varsle kommunen.",
        "Hospitalet må i intet tilfælde varsle kommunen.",
        "Hospitalet har ikke pligt til at varsle kommunen.",
        "Hospitalet har ingen pligt til at varsle kommunen.",
        "Hospitalet har intet ansvar for at varsle kommunen.",
        "Hospitalet har hverken ret eller pligt til at varsle kommunen.",
        "Hospitalet er ikke forpligtet til at varsle kommunen.",
        "Hospitalet er næppe forpligtet til at varsle kommunen.",
        "Hospitalet er på ingen måde forpligtet til at varsle kommunen.",
        "Det er ikke hospitalets opgave at varsle kommunen.",
        "Det påhviler ikke hospitalet at varsle kommunen.",
        "Ingen hospitaler varsler kommunen.",
        "Parterne er enige om, at hospitalet ikke varsler kommunen.",
    ],
)
def test_a_denied_verb_is_told_with_not_and_is_never_sure(text: str) -> None:
    one = only(text)

    assert (one.full_task, one.responsible, one.sure) == (
        NOT_TO_TELL,
        ("hospital",),
        False,
    )
    assert (one.informed, one.contributes, one.authority) == ((), (), ())


@pytest.mark.parametrize(
    "leaving",
    [
        *("undlader at", "kan undlade at", "lader være med at", "slipper for at"),
        *("skal afholde sig fra at", "afstår fra at", "ser bort fra at", "undgår at"),
    ],
)
def test_to_leave_undone_is_not_to_do(leaving: str) -> None:
    one = only(f"Hospitalet {leaving} varsle kommunen.")

    assert (one.full_task, one.responsible, one.sure) == (
        NOT_TO_TELL,
        ("hospital",),
        False,
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hospitalet må aldrig undlade at ringe.", "ikke undlade at ringe"),
        ("Hospitalet kan ikke undlade at ringe.", "ikke undlade at ringe"),
        ("Hospitalet har ikke ret til at nægte at ringe.", "ikke nægte at ringe"),
        (
            "Hospitalet sikrer ikke, at borgeren ikke venter.",
            "ikke sikre, at borgeren ikke venter",
        ),
    ],
)
def test_what_is_denied_twice_keeps_both_words(text: str, told: str) -> None:
    one = only(text)

    assert (one.full_task, one.sure) == (told, False)


@pytest.mark.parametrize(
    "text",
    [
        "Hospitalet må hverken måle eller veje borgeren.",
        "Hospitalet hverken måler eller vejer borgeren.",
        "Hospitalet skal ikke måle borgeren eller veje ham.",
        "Ingen af parterne må måle eller veje borgeren.",
    ],
)
def test_what_denies_one_verb_denies_the_one_joined_to_it(text: str) -> None:
    assert [one.denied for one in suggestions(text)] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Hospitalet måler ikke borgeren, men vejer ham.",
        "Hospitalet skal ikke måle borgeren, men veje ham.",
    ],
)
def test_after_but_it_is_no_longer_denied(text: str) -> None:
    first, second = suggestions(text)

    assert (first.denied, second.denied, second.sure) == (True, False, True)


@pytest.mark.parametrize(
    "text",
    [
        "Ikke hospitalet, men kommunen varsler egen læge.",
        "Ikke alle hospitaler varsler egen læge.",
        "Hospitalet varsler ikke altid egen læge.",
        "Det er ikke egen læge, der ringer til kommunen.",
        "Det er ikke aftalt, at hospitalet ringer til kommunen.",
        "Det er ikke forbudt for hospitalet at ringe til kommunen.",
        "Hospitalet er fritaget for at ringe til kommunen.",
    ],
)
def test_what_only_says_who_it_is_not_suggests_nothing(text: str) -> None:
    assert suggestions(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hospitalet flytter borgeren uden at ringe.", "flytte borgeren uden at ringe"),
        (
            "Brevet sendes af hospitalet og ikke af kommunen.",
            "sende brevet og ikke af kommunen",
        ),
        (
            "Kommunen betaler ingen andre end apoteket.",
            "betale ingen andre end apoteket",
        ),
    ],
)
def test_a_denial_beside_the_verb_is_kept_and_read_by_a_person(
    text: str, told: str
) -> None:
    one = only(text)

    assert (one.full_task, one.sure) == (told, False)


@pytest.mark.parametrize(
    "text",
    [
        "Hvis borgeren ikke er hjemme, orienterer hospitalet kommunen.",
        "Hospitalet ringer til borgere, der ikke svarer.",
        "Hospitalet sikrer, at borgeren ikke venter.",
        "Hospitalet ringer, dog ikke i weekenden.",
    ],
)
def test_a_denial_in_a_condition_or_a_clause_leaves_the_duty_sure(text: str) -> None:
    one = only(text)

    assert (one.denied, one.sure) == (False, True)


def test_what_no_fee_is_taken_for_is_not_denied_twice() -> None:
    told = {
        only(text).full_task
        for text in (
            "Intet gebyr opkræves af kommunen.",
            "Kommunen opkræver intet gebyr.",
        )
    }

    assert told == {"ikke opkræve gebyr"}


def test_a_thing_that_somebody_does_not_pay_has_no_payer() -> None:
    text = "Hospitalet udleverer en seng, som kommunen ikke betaler."

    assert [one.payer for one in suggestions(text)] == [()]
