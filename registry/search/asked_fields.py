"""Which field of a row a question asks for, by its folded words. Pure."""

import re
from collections.abc import Sequence

from registry.language.danish import fold
from registry.language.word_lists import (
    DEADLINE_HEADS,
    FIGURE_WORDS,
    NAMED_FIELDS,
    PRICE_WORDS,
    TIME_WORDS,
)
from registry.search.lexicon import ASKING
from registry.search.readwords import UNIT_WORDS

WHO, WHEN, PAYER = "responsible", "deadline", "payer"
NAMED = {
    " ".join(map(fold, phrase.split())): field for phrase, field in NAMED_FIELDS.items()
}
# Of what is asked besides, nothing is a subject («hvor hurtigt»).
FIGURES = frozenset({"", *map(fold, FIGURE_WORDS)})
_DEADLINE = re.compile(rf" \w*(?:{'|'.join(DEADLINE_HEADS)})(?:e[nt]|er|erne)? ")
_PRICE = frozenset(fold(word) for word in PRICE_WORDS)
# «hvornår må vi tage honorar» asks for the case, not for the amount.
_NO_AMOUNT = frozenset({"hvem", "hvornaar"})
_IF_PAID = re.compile(
    r"^(?!.* hv\w+ ).* faar (?:[^ ]+ ){1,2}?(?:honorar|betaling|betalt|penge|takst) "
)
_OF_WORD = re.compile(r" (?:have|faa|faar|giver?|gives) (?:[^ ]+ ){0,2}?besked ")
# Whether one who is cared for may do a thing, and not have it.
_MAY_CITIZEN = re.compile(
    r" (?:maa|kan) (?:han|hun|patienten|borgeren|(?:min|vores) [^ ]+) "
    r"(?!(?:[^ ]+ ){0,3}(?:faa|have|blive|henvises|indlaegges|udskrives|visiteres) )"
)
# Both are asked: who is the subject, and when stands beside.
_WHO_AND_WHEN = re.compile(
    r" hvem (?:[^ ]+ )+og (?:hvornaar|hvor (?:hurtigt|tidligt|tit|ofte)) "
)
# With a word that asks for a figure these ask for a time.
_TIMES = UNIT_WORDS.keys() | frozenset(fold(word) for word in TIME_WORDS)
# After these a unit only says for how long an amount is («hvor meget pr. dag»).
_EACH = frozenset({"pr", "per"})


def asks_figure(words: Sequence[str]) -> bool:
    """Whether it asks how many, or how long."""
    return "hvor" in words and not FIGURES.isdisjoint(words)


def stressed_in(words: Sequence[str]) -> list[str]:
    """The fields that its words ask for, in their order."""
    stressed = [field for word in words if (field := ASKING.get(word))]

    times = any(
        word in _TIMES and before not in _EACH
        for before, word in zip(("", *words), words, strict=False)
    )
    if asks_figure(words) and times:
        stressed.append(WHEN)

    if _IF_PAID.search(_text(words)):
        stressed.append(PAYER)
    return stressed


def first_of(stressed: Sequence[str]) -> str | None:
    """The one of them that the answer depends on: who it is asks for least."""
    return next((f for f in stressed if f != WHO), next(iter(stressed), None))


def asked_in(words: Sequence[str], stressed: str | None) -> str | None:
    """The field that an answer begins with: «hvem har behandlingsansvaret» asks for
    more than who does it, and «hvem ringer, og hvornår» for both, who first.
    """
    text = _text(words)
    if stressed == WHEN and _WHO_AND_WHEN.search(text):
        return WHO

    named = next((f for phrase, f in NAMED.items() if f" {phrase} " in text), None)
    if named is None and _DEADLINE.search(text):
        named = WHEN
    return named if named and stressed in (None, WHO) else stressed


def asks_price(words: Sequence[str]) -> bool:
    """Whether it asks what something costs, or what one is paid for it; not whether one
    is.
    """
    is_whether = bool(_IF_PAID.search(_text(words)))
    is_amount = not _PRICE.isdisjoint(words) and _NO_AMOUNT.isdisjoint(words)
    return is_amount and not is_whether


def is_of_word(words: Sequence[str]) -> bool:
    """Whether it is about who is to have word of something."""
    return bool(_OF_WORD.search(_text(words)))


def is_of_own_deeds(words: Sequence[str]) -> bool:
    """Whether it is about what a patient or citizen may do by themselves."""
    return bool(_MAY_CITIZEN.search(_text(words)))


def _text(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "
