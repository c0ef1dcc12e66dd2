"""Which of the national goals a question asks for. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from registry.language.danish import fold, tokenize
from registry.search.cards.card import CardDocument
from registry.search.cards.card_question import CardQuestion
from registry.search.cards.choosing import Documents, Stems
from registry.search.cards.words import Asking

GOAL_WORDS = frozenset(fold(f"mål{ending}") for ending in ("", "et"))


def goals(
    asked: CardQuestion, documents: Documents, about: Stems
) -> list[CardDocument]:
    """The goal that is named or that the other words stand in; all of them where the
    question names none.
    """
    of_goals = asked.asks & {Asking.GOAL, Asking.INDICATOR}
    by_number = asked.named and any(word.exact in GOAL_WORDS for word in asked.words)
    is_national = asked.named and Asking.NATIONAL in asked.asks
    if not (of_goals or by_number or is_national):
        return []
    if asked.named:
        return list(asked.named)[: asked.profile.shown.cards]

    best = _by_whole_words(asked, _best(asked, about), about)
    best = best or _begun(asked, documents.values())
    if best:
        return [documents[key] for key in best[: asked.profile.shown.cards]]
    overview = Asking.NATIONAL in asked.asks and not asked.left
    return [documents["alle"]] if overview and "alle" in documents else []


def _covered(asked: CardQuestion, stems: frozenset[str]) -> int:
    """How many of the words left stand there, themselves or in all their parts."""
    return sum(
        word.stem in stems or (bool(parts) and parts <= stems)
        for word, parts in zip(asked.left, asked.parts, strict=True)
    )


def _best(asked: CardQuestion, about: Stems) -> list[str]:
    """The documents that most of the words left stand in, if they are enough."""
    covered = {key: _covered(asked, stems) for key, stems in about.items()}
    most = max(covered.values(), default=0)
    if not most or most < asked.profile.choosing.half * len(asked.left):
        return []
    return [key for key, count in covered.items() if count == most]


def _by_whole_words(
    asked: CardQuestion, keys: Sequence[str], about: Stems
) -> Sequence[str]:
    """Those that have most of the words left as they are, not by their parts alone:
    «liggetid» is no middellevetid.
    """
    whole = {key: sum(w.stem in about[key] for w in asked.left) for key in keys}
    most = max(whole.values(), default=0)
    return [key for key in keys if whole[key] == most]


def _begun(asked: CardQuestion, documents: Iterable[CardDocument]) -> list[str]:
    """The one goal in whose name a word of the question goes on in another form:
    «sammenhæng» in «sammenhængende».
    """
    titles = {one.key: [t.exact for t in tokenize(one.card.title)] for one in documents}
    said = [word.exact for word in asked.words if word.stem in asked.pointing]
    alone = {k[0] for word in said if len(k := _beginning(word, titles)) == 1}
    return sorted(alone) if len(alone) == 1 else []


def _beginning(word: str, titles: Mapping[str, Sequence[str]]) -> list[str]:
    return [
        key
        for key, title in titles.items()
        if any(one.startswith(word) for one in title)
    ]
