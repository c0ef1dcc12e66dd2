"""Several who each do a part of what is told in the passive, and who is taken up.

Covers registry/suggest/gapped.py, registry/suggest/roles.py and what
registry/suggest/actors.py remembers of whose somebody is.
"""

from tests.suggest.samples import actions, fields_of, only, suggestions


def test_a_second_agent_has_a_row_of_its_own() -> None:
    text = "Tilsynet føres af kommunen på hverdage og af regionen i weekenden."

    assert actions(text) == [
        ("kommune", "føre tilsynet på hverdage"),
        ("region", "føre tilsynet i weekenden"),
    ]


def test_what_one_does_not_do_another_may() -> None:
    rows = suggestions("Samtalen holdes ikke af hospitalet, men af egen læge.")

    assert [(row.responsible, row.denied) for row in rows] == [
        (("hospital",), True),
        (("praktiserende-laege",), False),
    ]


def test_agents_right_after_each_other_do_it_together() -> None:
    one = only("Prøven tages af egen læge, af hjemmesygeplejen og af hospitalet.")

    assert one.responsible == ("praktiserende-laege", "hjemmesygepleje", "hospital")


def test_somebody_told_of_with_whose_they_are_is_taken_up() -> None:
    text = "Borgeren henvises til hospitalets klinik. Klinikken ringer til borgeren."
    assert actions(text)[-1] == ("hospital", "ringe til borgeren")

    both = "Hospitalets klinik og kommunens klinik måler. Klinikken ringer."
    assert actions(both)[-1] == ("", "ringe")


def test_who_is_told_may_stand_after_the_time() -> None:
    assert fields_of(
        "Hospitalet giver inden 24 timer kommunen besked.", "informed"
    ) == [("kommune",)]
    line = "Hospitalet ringer til kommunens vagttelefon."
    assert fields_of(line, "informed") == [("kommune",)]


def test_who_is_to_have_a_message_is_told_and_does_nothing() -> None:
    one = only("Kommunen skal have besked inden kl. 12.")

    assert (one.responsible, one.informed) == ((), ("kommune",))
    assert one.asked == "hvem"


def test_when_it_is_to_happen_goes_into_the_row_before() -> None:
    one = only("Kommunen bestiller tolk. Det skal ske senest tre dage før samtalen.")

    assert one.deadline == "senest tre dage før samtalen"


def test_a_time_after_the_modal_is_not_the_subject() -> None:
    text = "Kommunen skal senest tre dage før mødet have besvaret brevet."
    assert actions(text) == [("kommune", "besvare brevet")]
    assert actions("Døgnet rundt bemander regionen telefonen.") == [
        ("region", "bemande telefonen")
    ]
