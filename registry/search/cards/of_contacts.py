"""Whose ways to be reached a question asks for. Pure."""

from registry.language.danish import Token, fold, stem
from registry.rules.organisations import MUNICIPALITY
from registry.rules.reaching import GENERAL_FUNCTIONS
from registry.search.cards.card import CardDocument
from registry.search.cards.card_question import CardQuestion, is_small
from registry.search.cards.words import Asking
from registry.search.readwords import is_everyday

# What stands between the one who is to be reached and the town that they are in, and
# between the words that ask and the one who is to be reached.
IN_A_TOWN = frozenset(fold(word) for word in "i på ved".split())
BEFORE_ONE = frozenset(
    fold(word)
    for word in "til på hos ved for i en et den det de min mit vores hvad er".split()
)
PRESENT = "ende"  # of a participle: vagthavende, ledende
# What a municipality has or is, besides what any place has: true of them all.
MUNICIPAL = """
    hjemmepleje hjemmehjælp ældrepleje plejehjem plejecenter plejebolig botilbud bosted
    hjemmesygepleje sygepleje akutteam akutfunktion aflastning aflastningsplads
    hjælpemiddelcentral hjælpemiddeldepot træningscenter genoptræning sundhedscenter
    misbrugscenter rusmiddelcenter misbrugsbehandling bostøtte støttekontaktperson
    sagsbehandler socialrådgiver demenskoordinator sundhedspleje sundhedsplejerske
    familieafdeling børneafdeling jobcenter ppr rådhus kommune tandpleje
"""
_OWN = frozenset(stem(fold(word)) for word in (MUNICIPAL + GENERAL_FUNCTIONS).split())
# Last parts of words for what a municipality has: socialforvaltning.
ENDINGS = "forvaltning visitation sygepleje plejehjem plejecenter botilbud"
_ENDINGS = tuple(stem(fold(word)) for word in ENDINGS.split())


def contacts(asked: CardQuestion) -> list[CardDocument]:
    """Those named, where the question asks how they are reached, and not how something
    of everyday life is that nobody here knows («genbrugspladsen i Herlev»), nor how
    another is reached who is in the town («apoteket i Herlev»).
    """
    is_foreign = any(is_everyday(word, asked.lexicon) for word in asked.left)
    asks = (Asking.PHONE in asked.asks or asked.reaching) and not is_foreign
    named = [one for one in asked.named if not _is_town_of_another(asked, one)]
    return named[: asked.profile.shown.cards] if asks else []


def _is_town_of_another(asked: CardQuestion, one: CardDocument) -> bool:
    """Whether a municipality is named only as the town of one who is to be reached, and
    who is none of its own.
    """
    name = next(said for said in asked.phrases if one.key in said.names)
    if one.sort != MUNICIPALITY or name.last - name.first > 1:
        return False

    last = name.first - 1
    while last >= 0 and asked.words[last].exact in IN_A_TOWN:
        last -= 1
    return last >= 0 and _is_another(asked, last) and _is_to_be_reached(asked, last)


def _is_another(asked: CardQuestion, at: int) -> bool:
    """Whether the word there names one that a municipality neither is nor has."""
    word = asked.words[at]
    inside = any(one.first <= at < one.last for one in asked.phrases)
    is_plain = inside or at in asked.reaching or is_small(word, asked.lexicon)
    return not is_plain and not _is_own(word)


def _is_own(word: Token) -> bool:
    return word.stem in _OWN or word.stem.endswith(_ENDINGS)


def _is_to_be_reached(asked: CardQuestion, at: int) -> bool:
    """Whether the words that ask stand before it, or none does; what sort of one it is
    may stand between («vagthavende kardiolog»).
    """
    first = at - 1
    while first >= 0 and _leads_to_one(asked, first):
        first -= 1
    asks = [one for one in asked.phrases if Asking.PHONE in one.asks]
    is_asked = any(one.first <= first < one.last for one in asks)
    return first < 0 or first in asked.reaching or is_asked


def _leads_to_one(asked: CardQuestion, at: int) -> bool:
    """Whether the word there is a small one, or says which one: a definite adjective
    ends in an e, as no word does that asks, or for what a municipality has.
    """
    word = asked.words[at]
    asks = any(one.first <= at < one.last for one in asked.phrases)
    is_which = word.exact.endswith("e") and not (asks or _is_own(word))
    is_which |= word.exact.endswith(PRESENT)
    return word.exact in BEFORE_ONE or is_which
