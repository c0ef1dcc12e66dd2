"""Which cards of a kind a question asks for. Pure.

Each function is the rule of one kind: it is given the question as the kind reads it,
and answers the documents that are asked for, none where the question asks for
something else.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from registry.language.danish import stems_in, tokenize
from registry.rules.health_words import OF_THE_DAY, OVER
from registry.rules.organisations import HOSPITAL, MUNICIPALITY, PART_OF_CITY
from registry.search.cards.card import CardDocument
from registry.search.cards.card_question import CardQuestion
from registry.search.cards.words import SMALL_AFTER_NAME, SMALL_AFTER_WHAT_IS, Asking
from registry.search.readwords import is_everyday

Documents = Mapping[str, CardDocument]
# The stems of a document by its key: what it is about, and what is said besides.
Stems = Mapping[str, frozenset[str]]

HAD = frozenset({"havde", "haft"})  # «hvilken sundhedsaftale havde vi i 2021»
PLACES = (MUNICIPALITY, PART_OF_CITY)
OF_PLACE = frozenset(
    {
        *(Asking.CENTRE, Asking.HOSPITAL, Asking.AREA, Asking.CLUSTER),
        *(Asking.COUNCIL, Asking.REGION),
    }
)
OF_ORGANISATION = frozenset(
    {Asking.BELONGING, Asking.SUCCESSION, Asking.LIFE, Asking.MEMBERS}
)
# What of a hospital its card tells: also whether it is that of an area.
OF_HOSPITAL = frozenset({Asking.AREA, Asking.REGION, Asking.HOSPITAL})
# What of one that lies under the region is told by what is remarked of it alone.
OF_REMARK = frozenset({Asking.PLACE, Asking.WORK})
TELLS_PLACE = re.compile(r"ligger i|adresse|afdelinger i|matrik", re.I)
HEARD_BESIDE = frozenset(
    {
        *OF_REMARK,
        *(Asking.MUNICIPALITY, Asking.SORT, Asking.AGREEMENT),
        *(Asking.MEANING, Asking.WHAT_IS, Asking.WHO_IS, Asking.NAME),
    }
)
OF_HEALTH_AGREEMENT = frozenset(
    {
        *(Asking.IN_FORCE, Asking.SINCE, Asking.PERIOD, Asking.FOCUS),
        *(Asking.PARTIES, Asking.EDITION, Asking.REVIEW, Asking.SUCCESSION),
        *(Asking.FORMER, Asking.CONTENT, Asking.GOAL),
    }
)


def organisations(
    asked: CardQuestion, areas: Collection[str] = ()
) -> list[CardDocument]:
    """Those named, where the question asks what they belong to, what belongs to them,
    what became of them, or what they are. `areas`: what the planning areas are called.
    """
    chosen = _placed_in_one_of_two(asked)
    if chosen:
        return chosen

    named = _places_first(asked.named)
    of_agreements = Asking.AGREEMENT in asked.asks
    says_more = asked.subjects_but_years() or len(asked.left) > len(asked.phrases)
    says_more = says_more and not (named and _is_of_remark(asked, named[0]))
    is_too_much = says_more and not _is_belonging(asked)
    is_foreign = any(is_everyday(word, asked.lexicon) for word in asked.left)
    if not named or of_agreements or is_too_much or is_foreign:
        return []

    is_place = named[0].sort in PLACES
    of_other = {Asking.MUNICIPALITY, *_of_the_sort(named[0])}
    other = asked.asks & (OF_PLACE if is_place else of_other)
    belongs = len(named) < len(asked.named) or asked.asks & OF_ORGANISATION
    means = Asking.MEANING in asked.asks or is_what_is(asked, named[0])
    means |= _is_all_that_is_asked(asked, Asking.WHO_IS, SMALL_AFTER_WHAT_IS)
    # «hvad hedder lederen af regionen» asks for another's name.
    means |= _is_all_that_is_asked(asked, Asking.NAME, SMALL_AFTER_NAME)
    means |= _is_remarked(asked, named[0]) or (is_place and _is_in_which(asked, areas))
    asks = other or belongs or means or not asked.outside_names()
    return named[: asked.profile.shown.cards] if asks else []


def _of_the_sort(one: CardDocument) -> frozenset[Asking]:
    return OF_HOSPITAL if one.sort == HOSPITAL else frozenset()


def _is_in_which(asked: CardQuestion, areas: Collection[str]) -> bool:
    """Whether it is asked if a place lies in the one planning area or in another, and
    no word of weight besides: «er Rudersdal i nord eller midt».
    """
    said = f" {' '.join(word.exact for word in asked.words)} "
    names = "|".join(map(re.escape, areas))
    is_either = names and re.search(rf" i (?:{names}) eller (?:i )?(?:{names}) ", said)
    return bool(is_either) and {word.exact for word in asked.left} <= {*areas}


def _is_remarked(asked: CardQuestion, one: CardDocument) -> bool:
    """Whether nothing but where it lies or what it is there for is asked of one that
    is no place itself, and the remark on it tells.
    """
    is_stated = not asked.left or _is_of_remark(asked, one)
    remark = one.besides if one.sort not in PLACES and is_stated else ""
    places = Asking.PLACE in asked.asks and TELLS_PLACE.search(remark)
    return bool(places or (remark and Asking.WORK in asked.asks))


def _is_of_remark(asked: CardQuestion, one: CardDocument) -> bool:
    """Whether where one lies is asked, and all else that is named stands in the remark
    on it.
    """
    remarked = frozenset(stems_in(one.besides))
    rest = {word.stem for word in (*asked.left, *asked.subjects)}
    return Asking.PLACE in asked.asks and rest <= remarked


def _is_all_that_is_asked(
    asked: CardQuestion, one: Asking, small: frozenset[str]
) -> bool:
    """Whether nothing but this is asked of the one named: who it is, what it is called
    now.
    """
    inside = {at for said in asked.phrases for at in range(said.first, said.last)}
    rest = {word.exact for at, word in enumerate(asked.words) if at not in inside}
    return one in asked.asks and rest <= small | asked.years()


def _placed_in_one_of_two(asked: CardQuestion) -> list[CardDocument]:
    """The place of which a story asks whether it is the one's or the other's: «mand fra
    Ishøj, er det Hvidovre eller Herlev».
    """
    by_key = {one.key: one for one in asked.named}
    named = [one for one in asked.phrases if one.names]
    for one in asked.phrases:
        before = [other for other in named if other.last <= one.first]
        after = [other for other in named if other.first >= one.last]
        is_either_or = Asking.EITHER_OR in one.asks and len(before) > 1 and after
        if is_either_or and before[-1].last == one.first and after[0].first == one.last:
            keys = before[-2].names
            return [by_key[key] for key in keys if by_key[key].sort in PLACES]

    return []


def _is_belonging(asked: CardQuestion) -> bool:
    """Whether a long story asks where one place belongs: «hvilket sygehus hun hører
    til», no word of weight between the two.
    """
    belonging = [one for one in asked.phrases if Asking.BELONGING in one.asks]
    belonged = [one for one in asked.phrases if one.asks & OF_PLACE and not one.names]
    places = [one for one in asked.named if one.sort in PLACES]

    return len(places) == 1 and any(
        other.last <= one.first
        and not set(asked.words[other.last : one.first]) & set(asked.left)
        for one in belonging
        for other in belonged
    )


def health_agreements(
    asked: CardQuestion, documents: Documents, besides: Stems
) -> list[CardDocument]:
    """The one that is named by its years or its generation, whose period holds the
    year, or that what is told of it points at; else the one in force, but not of a year
    that none reaches back to.
    """
    is_over = Asking.FORMER in asked.asks and not asked.years()
    named = list(asked.named) or (
        _last_over(documents) if is_over else _of_years(asked, documents)
    )
    is_asked = asked.asks & OF_HEALTH_AGREEMENT or (
        named and (Asking.APPROVAL in asked.asks or _only_years_left(asked))
    )
    is_health = Asking.HEALTH_AGREEMENT in asked.asks or asked.named
    is_before_all = not named and _is_before(asked.years(), documents.values())
    if not is_health or not is_asked or asked.subjects or is_before_all:
        return []

    alone = [keys for word in asked.pointing if len(keys := _with(word, besides)) == 1]
    pointed = {key for keys in alone for key in keys}
    in_force = [one for one in documents.values() if one.sort in OF_THE_DAY]
    return (named or [documents[key] for key in sorted(pointed)] or in_force)[
        : asked.profile.shown.cards
    ]


def _only_years_left(asked: CardQuestion) -> bool:
    return {word.exact for word in asked.left} <= asked.years() | HAD


def _is_before(years: frozenset[str], documents: Iterable[CardDocument]) -> bool:
    """Whether a year is asked about that is before the first that anything held in."""
    held = [year for one in documents for year in one.years]
    return bool(years and held) and max(years) < min(held)


def _last_over(documents: Documents) -> list[CardDocument]:
    """The one before the one in force."""
    return [one for one in documents.values() if one.sort == OVER][-1:]


def is_what_is(asked: CardQuestion, document: CardDocument) -> bool:
    """Whether «hvad er» stands right before the name: «hvad er fristen for varsling»
    asks for something else.
    """
    name = asked.place(document.key)
    ends = [one.last for one in asked.phrases if Asking.WHAT_IS in one.asks]
    between = [asked.words[end:name] for end in ends if end <= name]

    return (
        any(
            all(word.exact in SMALL_AFTER_WHAT_IS for word in words)
            for words in between
        )
        and not asked.left
    )


def _places_first(named: Iterable[CardDocument]) -> list[CardDocument]:
    """Of a place and what it may belong to, the place: its card says which it is."""
    named = list(named)
    return [one for one in named if one.sort in PLACES] or named


def _of_years(asked: CardQuestion, documents: Documents) -> list[CardDocument]:
    """The one whose title has the most of the years that are named; else the one that
    held in them.
    """
    years = {word.exact for word in asked.words if word.exact.isdigit()}
    titles = {
        key: years & {token.exact for token in tokenize(document.about)}
        for key, document in documents.items()
    }
    held = {key: years & document.years for key, document in documents.items()}
    fits = titles if any(titles.values()) else held
    most = max(map(len, fits.values()), default=0)
    starts = [
        documents[key] for key, some in fits.items() if most and len(some) == most
    ]

    # A year that ends one and begins another names the one that it begins.
    return starts[-1:] if most == 1 else starts


def _with(word: str, besides: Stems) -> Sequence[str]:
    return [key for key, stems in besides.items() if word in stems]
