"""What a sentence sets aside: for whom or what its duty does not hold."""

import pytest

from tests.suggest.samples import only, suggestions


@pytest.mark.parametrize(
    ("sentence", "task", "aside"),
    [
        (
            "Kommunen udlåner senge, undtagen senge til børn.",
            "udlåne senge",
            "senge til børn",
        ),
        (
            "Regionen betaler for tolken, dog ikke for pårørendes tolk.",
            "betale for tolken",
            "pårørendes tolk",
        ),
        (
            "Hospitalet ringer til kommunen, bortset fra i helligdage.",
            "ringe til kommunen",
            "i helligdage",
        ),
        (
            "Kommunen vasker gardiner, men ikke tæpper.",
            "vaske gardiner",
            "tæpper",
        ),
        (
            "Med undtagelse af rejser til udlandet skal kommunen betale kørslen.",
            "betale kørslen",
            "rejser til udlandet",
        ),
        (
            "Kommunen skal, undtagen i weekender, hente prøverne.",
            "hente prøverne",
            "i weekender",
        ),
        (
            "Kommunen besøger borgeren, dog ikke hvis borgeren er indlagt.",
            "besøge borgeren",
            "hvis borgeren er indlagt",
        ),
        (
            "Kommunen indkalder borgere, undtagen dem, der bor på plejehjem.",
            "indkalde borgere",
            "dem, der bor på plejehjem",
        ),
    ],
)
def test_what_is_set_aside_is_no_part_of_the_task(
    sentence: str, task: str, aside: str
) -> None:
    one = only(sentence)

    assert (one.task, one.does_not_apply_to, one.denied) == (task, aside, False)
    assert one.responsible or one.payer
    assert one.situation == ""


def test_an_act_that_is_denied_is_still_denied() -> None:
    one = only("Kommunen leverer ikke senge, undtagen til børn.")
    assert one.denied
    assert one.does_not_apply_to.startswith("Kommunen leverer ikke senge")


def test_a_verb_after_but_is_denied_for_itself() -> None:
    first, second = suggestions("Kommunen vasker tøj, men må ikke hente det.")

    assert (first.denied, first.does_not_apply_to) == (False, "")
    assert second.denied


def test_a_limit_denies_nothing() -> None:
    one = only("Kommunen svarer, dog ikke før klokken otte.")
    assert (one.denied, one.does_not_apply_to) == (False, "")


@pytest.mark.parametrize("opening", ["Det", "Dette", "Reglen"])
def test_the_next_sentence_sets_aside_whoever_the_pronoun_may_be(opening: str) -> None:
    one = only(f"Hospitalet vejer barnet. {opening} gælder dog ikke for tvillinger.")
    assert (one.responsible, one.does_not_apply_to) == (("hospital",), "tvillinger")


@pytest.mark.parametrize("verb", ["er aftalt", "aftales", "fremgår af lov"])
def test_unless_something_else_is_a_condition(verb: str) -> None:
    one = only(f"Kommunen vasker tøjet, medmindre andet {verb}.")
    assert (one.task, one.situation) == ("vaske tøjet", f"medmindre andet {verb}")


@pytest.mark.parametrize(
    "text",
    ["Aftalen gælder ikke for turister.", "Turister er ikke omfattet af aftalen."],
)
def test_whom_a_scheme_is_not_for_is_nobodys_task_for_sure(text: str) -> None:
    one = only(text)

    assert (one.sure, one.asked) == (False, "hvem")
    assert one.does_not_apply_to.lower() == "turister"
