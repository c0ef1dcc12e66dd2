"""Rows that stand as labels with their values."""

from registry.suggest.labelled import values
from tests.suggest.samples import fields_of, only

ROW = (
    "Opgave: Køre borgeren. Udføres af: Kommunen. Betales af: Regionen. "
    "Frist: Samme dag."
)


def test_each_label_is_a_field_of_the_row() -> None:
    one = only(ROW)

    assert (one.task, one.deadline) == ("køre borgeren", "Samme dag")
    assert (one.responsible, one.payer, one.sure) == (("kommune",), ("region",), True)
    assert one.sentence == ROW


def test_each_task_is_a_row() -> None:
    text = f"{ROW}\nOpgave: Måle\nAnsvarlig: Vejeren\n"

    assert fields_of(text, "responsible", "asked") == [
        (("kommune",), ""),
        ((), "Vejeren"),
    ]


def test_a_label_alone_is_no_row() -> None:
    assert fields_of("Opgave: køre", "task") == []
    assert values("Kommunen skal: ringe") == {}
