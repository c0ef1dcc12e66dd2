"""Words of the field clipped in both their halves, as one writes on a phone:
«kompresstrømper», «udskrkoord», «plejeforlplan». Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from registry.language.danish import Token, fold, skeleton, stem
from registry.language.word_lists import HEADS

if TYPE_CHECKING:
    from registry.search.lexicon import Lexicon
    from registry.search.profile_matching import Matching

_HEADS = tuple(skeleton(fold(head)) for head in HEADS)


class _Compound(NamedTuple):
    """A compound of the field, how it is written plainly, and where its last half
    begins.
    """

    word: str
    plain: str
    last: int


def unclipped(token: Token, lexicon: Lexicon) -> Token | None:
    """The one compound of the field that a word has the beginnings of both halves of;
    none where there are more.
    """
    written = skeleton(token.exact)
    matching = lexicon.profile.matching
    begun = _compounds(lexicon).get(written[: matching.clipped_first], ())
    whole = [one.word for one in begun if _is_clipped(written, one, matching)]
    if len({stem(word) for word in whole}) != 1:
        return None

    word = min(whole, key=len)
    return token._replace(exact=word, stem=stem(word))


def _is_clipped(written: str, one: _Compound, matching: Matching) -> bool:
    first, last = one.plain[: one.last], one.plain[one.last :]
    return any(
        first.startswith(written[:at]) and last.startswith(written[at:])
        for at in range(
            matching.clipped_first,
            min(len(first), len(written) - matching.clipped_last + 1),
        )
    )


@lru_cache(maxsize=4)
def _compounds(lexicon: Lexicon) -> Mapping[str, list[_Compound]]:
    """The compounds that terms have and rows say, by the letters they begin with."""
    by_beginning: dict[str, list[_Compound]] = defaultdict(list)
    least = lexicon.profile.matching.clipped_first
    for word in lexicon.words_of_rows | lexicon.own_words:
        plain = skeleton(word)
        last = max((h for h in _HEADS if plain.endswith(h)), key=len, default="")
        if last and len(plain) - len(last) >= least:
            compound = _Compound(word, plain, len(plain) - len(last))
            by_beginning[plain[:least]].append(compound)

    return by_beginning
