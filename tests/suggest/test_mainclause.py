"""Verbs in a row, other subjects, and what stands first in a sentence.

Also covers registry/suggest/joints.py and registry/suggest/predicate.py.
"""

from registry.suggest.mainclause import MainClauseReader
from registry.suggest.words import words_of
from tests.suggest.samples import actions, fields_of


def said(text: str) -> list[tuple[str, str]]:
    """The subject and the verb of each predicate, as they stand."""
    words = words_of(text)
    return [
        (
            " ".join(w.text for w in words[slice(*p.subject)]) if p.subject else "",
            words[p.verb].low,
        )
        for p in MainClauseReader(words).predicates()
    ]


def test_a_subject_stands_before_or_after_its_verb() -> None:
    assert said("Kommunen ringer.") == [("Kommunen", "ringer")]
    assert said("Ved fravær ringer kommunen til lægen.") == [("kommunen", "ringer")]
    assert said("Hvis han går, ringer kommunen.") == [("kommunen", "ringer")]


def test_verbs_in_a_row_have_one_subject() -> None:
    text = "Hospitalet vurderer såret, lægger en plan og skal sende den."

    assert said(text) == [
        ("Hospitalet", "vurderer"),
        ("Hospitalet", "lægger"),
        ("Hospitalet", "sende"),
    ]


def test_two_verbs_side_by_side_share_subject_and_object() -> None:
    assert actions("Kommunen vurderer og bevilger hjælpen.") == [
        ("kommune", "vurdere hjælpen"),
        ("kommune", "bevilge hjælpen"),
    ]
    assert actions("Ved fravær kontakter og orienterer regionen kommunen.") == [
        ("region", "kontakte kommunen"),
        ("region", "orientere kommunen"),
    ]


def test_a_further_infinitive_belongs_to_the_modal() -> None:
    assert actions("Kommunen skal, hvis det går, ringe og skrive et brev.") == [
        ("kommune", "ringe"),
        ("kommune", "skrive et brev"),
    ]
    assert actions("Hospitalet har pligt til at spørge og til at svare.") == [
        ("hospital", "spørge"),
        ("hospital", "svare"),
    ]


def test_another_subject_begins_another_clause() -> None:
    expected = [("hospital", "ringe"), ("kommune", "hente borgeren")]

    assert actions("Hospitalet ringer, og kommunen henter borgeren.") == expected
    assert actions("Hospitalet ringer, hvorefter kommunen henter borgeren.") == expected
    assert actions("Hospitalet ringer, mens kommunen henter borgeren.") == expected


def test_an_object_may_stand_first_before_a_modal() -> None:
    assert actions("Listen skal hospitalet sende til egen læge.") == [
        ("hospital", "sende listen til egen læge")
    ]


def test_there_is_no_subject() -> None:
    assert fields_of("Der skal holdes et møde hver måned.", "task", "responsible") == [
        ("holde et møde", ())
    ]


def test_each_of_two_does_it() -> None:
    assert actions("Regionen og kommunen skal hver vælge en leder.") == [
        ("region kommune", "vælge en leder")
    ]


def test_what_is_done_otherwise_is_another_subjects() -> None:
    text = "Hospitalet ringer samme dag, ellers besøger kommunen borgeren."

    assert said(text) == [("Hospitalet", "ringer"), ("kommunen", "besøger")]


def test_a_noun_before_a_passive_is_its_subject() -> None:
    assert said("Ledsager hentes af kommunen.") == [("Ledsager", "hentes")]
