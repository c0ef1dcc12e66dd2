"""What is said where no row answers: that nothing does, or that the catalogue is not
sure what is asked and what comes nearest; and which missing words are worth naming.
Pure.

A flat no is read as «there is no duty»; it is only said where nothing comes near.
"""

import re

from registry.language.danish import Token, tokenize
from registry.search.answer import Answer
from registry.search.lexicon import ASKING, LIGHT, LIGHT_STEMS
from registry.search.readwords import NOUNS

NOTHING = "Ingen gældende aftale i kataloget besvarer det"
UNSURE = "Kataloget er ikke sikkert på, hvad du spørger om"
# Those of three letters seldom name a thing: «bor», «væk».
_LONG = re.compile(r"\w{4,}")
# Endings of verbs and participles: «røget», «afviser», «overvåges».
_OF_VERBS = ("er", "et", "es", "te", "ede", "ende")


def is_near(answer: Answer) -> bool:
    """Whether what comes nearest is about what is asked: the question has something of
    the field, or no word that the catalogue has never heard of.
    """
    return bool(answer.nearest) and (answer.of_field or not answer.unknown)


def heading_of(answer: Answer) -> str:
    """What stands over an answer without rows."""
    return UNSURE if is_near(answer) else NOTHING


def missing_words(answer: Answer) -> list[str]:
    """The known words that no row covers, less those that only carry the sentence: that
    no row covers «røget» tells nobody anything.
    """
    named = {
        word.exact
        for term in answer.terms
        for name in (term.term, *term.same_as)
        for word in tokenize(name)
    }
    return [
        text
        for text in answer.uncovered
        if (tokens := tokenize(text))
        and all(_names_a_thing(t, named) for t in tokens)
        and _LONG.search(text)
    ]


def _names_a_thing(token: Token, named: set[str]) -> bool:
    word = token.exact
    if word in named or word in NOUNS:
        return True
    is_light = word in LIGHT or word in ASKING or token.stem in LIGHT_STEMS
    return not is_light and not word.isdigit() and not word.endswith(_OF_VERBS)
