"""What a row states of what a question asks for. Pure."""

import re

from registry.catalogue.snapshot import Row
from registry.catalogue.told import worded
from registry.language.amounts import has_amount
from registry.language.danish import fold, tokenize
from registry.language.numbers import NUMBER_WORDS
from registry.language.word_lists import PRICE_RULES
from registry.rules.citizens import CITIZEN_ACTORS
from registry.search.concepts import ParsedQuestion
from registry.search.question import YEAR
from registry.search.shortening import sentences
from registry.unsaid import Saying, saying_of

# «en» and «et» count only with an accent.
_COUNTED = re.compile(
    rf"\b(?:{'|'.join(sorted(NUMBER_WORDS.keys() - {'en', 'et'}))})\b", re.IGNORECASE
)
_RULES = frozenset(fold(word) for word in PRICE_RULES)
# A share is a price where somebody gives or pays it: «regionen giver 60 pct.».
_SHARE = re.compile(r"\d\s*(?:pct|procent|%)", re.IGNORECASE)
_PAID = re.compile(
    r"\b(?:giver|betal|tilskud|dækker|refunder|finansier|egenbetal)", re.IGNORECASE
)


def states(row: Row, stressed: str | None) -> bool:
    """Whether the row states the field that the question asks for."""
    if stressed is None:
        return False
    return saying_of(getattr(row.snitflade, stressed)) is Saying.STATED


def fits_kind(row: Row, parsed: ParsedQuestion) -> int:
    """How many of the kinds of question this is that the row is of: who is to have word
    of something, and what a citizen may do.
    """
    is_citizens = not CITIZEN_ACTORS.isdisjoint(row.snitflade.responsible)
    tells = parsed.of_word and states(row, "informed")
    return tells + (parsed.of_own_deeds and is_citizens)


def gives_figure(row: Row) -> bool:
    """Whether the row holds a duration, a number, in figures or as a word, or an
    amount, or says that its deadline is not stated.
    """
    if saying_of(row.snitflade.deadline) is Saying.NOT_STATED:
        return True

    text = " · ".join(worded(row))
    return bool(_COUNTED.search(text)) or any(
        token.exact.startswith("=")
        or (token.exact.isdigit() and not YEAR.fullmatch(token.exact))
        for token in tokenize(text)
    )


def gives_price(row: Row) -> bool:
    """Whether the row holds an amount of money, or a rule of who pays what."""
    text = " · ".join(worded(row))
    ruled = any(token.exact in _RULES for token in tokenize(text))
    return ruled or bool(prices_in(row))


def prices_in(row: Row) -> list[str]:
    """The sentences in which the row states an amount of money, or a share that
    somebody pays; its task whole.
    """
    task, *others = worded(row)
    texts = [task, *(one for text in others for one in sentences(text))]
    return list(dict.fromkeys(text for text in texts if _is_price(text)))


def _is_price(text: str) -> bool:
    is_share = bool(_SHARE.search(text)) and bool(_PAID.search(text))
    return is_share or has_amount(text)
