"""What a word may be, by its form.

Also covers registry/suggest/dictionary.py and registry/suggest/lexicon.py.
"""

import pytest

from registry.suggest.dictionary import lemma
from registry.suggest.words import is_verb, words_of


@pytest.mark.parametrize(
    ("form", "present", "passive"),
    [
        ("orienterer", "orientere", ""),
        ("afgør", "afgøre", ""),
        ("overgår", "overgå", ""),
        ("viderebringer", "viderebringe", ""),
        ("henvises", "", "henvise"),
        ("færdigmeldes", "", "færdigmelde"),
        ("patienter", "", ""),
        ("materialer", "", ""),
        ("for", "", ""),
        ("mens", "", ""),
        ("mødes", "mødes", ""),
    ],
)
def test_a_present_is_told_by_its_infinitive(
    form: str, present: str, passive: str
) -> None:
    (word,) = words_of(form)

    assert (word.present, word.passive) == (present, passive)


def test_an_infinitive_is_told_from_a_participle_and_a_noun() -> None:
    assert is_verb("sende") and is_verb("iværksætte")
    assert not is_verb("udskrivende") and not is_verb("kommune")


def test_what_may_be_a_plural_is_doubtful() -> None:
    kontakter, sender = words_of("kontakter sender")

    assert kontakter.is_doubtful and not sender.is_doubtful


def test_signs_abbreviations_and_numbers_are_words_of_their_own() -> None:
    assert [w.low for w in words_of("Jf. § 4, kl. 8.30 f.eks.")] == [
        *("jf.", "§", "4", ",", "kl.", "8.30", "f.eks.")
    ]


def test_a_lemma_is_in_lower_case() -> None:
    assert lemma("kommunerne") == "kommune"
