"""Citations of law in a text: which law, which paragraphs, and where it can be read.

One parser for what rows rest on, what the word list says and what is asked. Pure.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from registry.language.danish import fold, paragraph_names
from registry.language.months import MONTHS
from registry.language.slips import one_slip
from registry.language.units import UNIT_WORDS

# A law's own word -> the abbreviations that are usual in Danish practice. Any other
# word that ends as a law's name does (ældreloven) is its own key.
LAWS: dict[str, tuple[str, ...]] = {
    "sundhedsloven": ("SUL",),
    "serviceloven": ("SEL", "lov om social service"),
    "psykiatriloven": ("PSL",),
    "retssikkerhedsloven": ("RSL",),
    "aktivloven": ("LAS",),
    "beskæftigelsesindsatsloven": ("LAB", "lov om en aktiv beskæftigelsesindsats"),
    "barnets lov": ("BL",),
    "almenboligloven": ("ABL",),
    "retsplejeloven": ("RPL",),
    "straffeloven": ("STRFL",),
    "forvaltningsloven": ("FVL",),
}
# Paragraphs of these are no law's, whatever law was named before them.
OTHER_SOURCES = (
    *("overenskomst", "rammeaftale", "bekendtgørelse", "cirkulære", "vejledning"),
    *("aftale", "BEK"),
)
# The kind of a statute -> its place at retsinformation by ELI.
STATUTES = {
    "lov": "lta",
    "lovbekendtgørelse": "lta",
    "bekendtgørelse": "lta",
    "vejledning": "retsinfo",
    "cirkulære": "retsinfo",
}
ELI = "https://www.retsinformation.dk/eli"
# Abbreviations that are also words, or parts of them: alone with a number, only as
# capitals («lab 6» is a laboratory).
AMBIGUOUS = frozenset({"lab", "bl", "las"})
# A law of one word of so many letters is meant by a word one slip of the finger away
# from it («sundehdsloven»); a shorter one may be another law.
SHORTEST_MISSPELT = 12
# A law's word is clipped to no fewer letters before its «l» or «lov».
SHORTEST_CLIPPED = 4

_CALLED = {law: (law, *short) for law, short in LAWS.items()}
_NAMES = {fold(name): fold(law) for law, names in _CALLED.items() for name in names}
_LONG = tuple(
    fold(law)
    for law in LAWS
    if " " not in law and len(law) >= SHORTEST_MISSPELT and law.endswith("loven")
)
# Longest first; a law's word may stand apart (sundheds loven).
_WORDS = sorted((name for names in _CALLED.values() for name in names), key=len)
_KNOWN = "|".join(
    re.sub("lov(en)?$", r"\\s?\g<0>", re.escape(w)) for w in reversed(_WORDS)
)


def _clipped() -> Iterator[tuple[str, str, int]]:
    """Each law whose word may be clipped, the part that is, and how few letters of it
    tell it from every other law's.
    """
    heads = {law: law.removesuffix("loven") for law in LAWS if law.endswith("loven")}
    for law, head in heads.items():
        lengths = range(SHORTEST_CLIPPED, len(head) + 1)
        starts = (
            (n, sum(h.startswith(head[:n]) for h in heads.values())) for n in lengths
        )
        yield law, head, next(n for n, laws in starts if laws == 1)


def _beginning(head: str, fewest: int) -> str:
    """A pattern of any beginning of a word that has so many letters."""
    more = ""
    for letter in reversed(head[fewest:]):
        more = f"(?:{letter}{more})?"
    return head[:fewest] + more


# A law's word is clipped to its first letters: sundhedsl. § 140, psyklov § 13 c.
_CLIPPED = "|".join(
    f"{_beginning(head, fewest)}l(?:ov(?:en)?)?" for _, head, fewest in _clipped()
)
_CLIPPED_LAWS = {
    fold(head[:length]): fold(law)
    for law, head, fewest in _clipped()
    for length in range(fewest, len(head) + 1)
}
_LAW = rf"""(?:{_KNOWN}|(?:{_CLIPPED})(?![^\W\d_])
    |[^\W\d_]{{3,}}lov(?:en)?)(?:s|'s|ens|s\slov)?"""
_NUMBER = r"\d{1,3}(?:\s?[a-hA-H](?![^\W_]))?"
_LINK = r"\s*(?:,|-|–|og|eller|samt|til|t\.o\.m\.)\s*"
_ONE = rf"(?:§\s*)?(?:{_NUMBER}|[a-h](?![^\W_]))"
# What a number is that is no paragraph of a list: «2 dage», «2. stk.».
_NO_MORE = rf"\d|\s*(?:{UNIT_WORDS})(?!\w)|\.\s?(?:stk|nr|pkt)"
_LIST = rf"{_NUMBER}(?:{_LINK}{_ONE}(?!{_NO_MORE}))*"
# «stk. 2», and the other way round «2. stk.»; «stk.?» of whom does not know which.
_PIECE = (
    r"(?:\s*,?\s*(?:(?:stk|nr|pkt|litra)\.?\s*(?:\d+|[a-h]\b)(?:\s?[-–]\s?\d+)?"
    r"(?:\s?og\s?\d+(?=\W|$)(?!\.?\s?(?:nr|stk|pkt)))?"
    r"|\d+\.\s?(?:stk|nr|pkt)\b\.?|stk\b\.?(?!\s*\d)))*"
)
_SUBSECTION = re.compile(
    r"\bstk\.?\s*(\d+)(?:\s?([-–]|og)\s?(\d+))?|(\d+)\.\s?stk\b", re.IGNORECASE
)
_SIGN = r"(?:§§?|paragraf(?:ferne|fen|fer)?)"
CITATION = re.compile(
    rf"""
    (?:(?<![^\W_])(?P<law>{_LAW})\.?[\s,]*)?(?P<sign>{_SIGN})\s*(?P<list>{_LIST})
      (?P<piece>{_PIECE})(?:\s*(?:i\s+)?(?<![^\W_])(?P<after>{_LAW})(?![^\W_]))?
  | (?<![^\W_])(?P<bare>{_LAW})\s+(?P<number>{_NUMBER})(?P<rest>{_PIECE})(?![\w.])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Another paragraph after the first one's subsection: «§§ 141 stk. 1 og 142 stk. 1».
_ANOTHER = re.compile(
    rf"{_LINK}(?P<list>{_NUMBER})(?P<piece>\s*,?\s*stk\.?\s*\d+{_PIECE})", re.IGNORECASE
)
_LETTERS = re.compile(r"(\d+)\s?([a-h])\s*[-–]\s*\1\s?([a-h])(?![^\W_])")
_OTHER = re.compile(rf"\b(?:{'|'.join(OTHER_SOURCES)})", re.IGNORECASE)
_STATUTE = re.compile(
    rf"""\b(?P<kind>{"|".join(sorted(STATUTES, key=len, reverse=True))})(?:en|et)?
    \s+nr\.?\s*(?P<number>\d{{1,5}})
    \s+af\s+\d{{1,2}}\.?\s+(?:{"|".join(MONTHS)})\s+(?P<year>\d{{4}})
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Citation(NamedTuple):
    """A citation at text[start:end]: the law's key ("" where none is named) and each
    paragraph as the index has it (§13a), a range with all that lie in it; the
    subsections (stk.) that it names.
    """

    start: int
    end: int
    law: str
    paragraphs: tuple[str, ...]
    subsections: frozenset[int] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """Each paragraph with its law: sundhedsloven§140."""
        return tuple(f"{self.law}{paragraph}" for paragraph in self.paragraphs)


class Statute(NamedTuple):
    """A statute named by number and date at text[start:end], and its address."""

    start: int
    end: int
    name: str
    address: str


@lru_cache(maxsize=8192)
def citations(text: str) -> tuple[Citation, ...]:
    """The citations of a text that have a paragraph.

    A paragraph after another without a law of its own is of the law named last, unless
    what stands between names another kind of source.
    """
    matches = (
        match for match in CITATION.finditer(text) if not _is_word(match["bare"])
    )
    cited = (one for match in matches for one in _with_others(text, match))
    return tuple(_carried(text, cited))


def statutes(text: str) -> list[Statute]:
    """The statutes that a text names by number and year: only those have an address."""
    return [
        Statute(match.start(), match.end(), match[0], _address(match))
        for match in _STATUTE.finditer(text)
    ]


def _address(match: re.Match[str]) -> str:
    place = STATUTES[match["kind"].lower()]
    return f"{ELI}/{place}/{match['year']}/{match['number']}"


def law_of(name: str) -> str:
    """The key of a law by any of its names, in any form: SUL and sundhedslovens are
    sundhedsloven.
    """
    folded = fold(" ".join(name.split())).removesuffix("'s")
    together = folded.replace("s lov", "slov").replace(" lov", "lov")

    for form in (folded, together):
        for known in (form, form.removesuffix("s"), f"{form}en"):
            if known in _NAMES:
                return _NAMES[known]

    plain = folded.removesuffix("s")
    clipped = plain.removesuffix("en").removesuffix("ov").removesuffix("l")
    if clipped != plain and clipped in _CLIPPED_LAWS:
        return _CLIPPED_LAWS[clipped]
    whole = plain if plain.endswith("loven") else f"{plain}en"
    return next((law for law in _LONG if one_slip(whole, law)), whole)


def _with_others(text: str, match: re.Match[str]) -> Iterator[Citation]:
    """A citation, and those that follow it under the same «§§»."""
    yield (one := _citation(match))
    is_more = match["sign"] == "§§" and bool(one.subsections)
    other = _ANOTHER.match(text, one.end) if is_more else None
    while other:
        names = paragraph_names(other["list"].lower())
        subsections = _subsections(other["piece"])
        yield Citation(other.start("list"), other.end(), one.law, names, subsections)
        other = _ANOTHER.match(text, other.end())


def _is_word(bare: str | None) -> bool:
    return bool(bare) and bare in AMBIGUOUS


def _citation(match: re.Match[str]) -> Citation:
    law = match["law"] or match["after"] or match["bare"]
    listed = match["list"] or match["number"]
    through = re.sub(r"\s+(?:til|t\.o\.m\.)\s+", "-", listed.lower())
    through = _LETTERS.sub(r"\1 \2-\3", through.replace("§", " "))
    names = paragraph_names(through)
    piece = match["piece"] or match["rest"] or ""

    return Citation(
        match.start(),
        match.end(),
        law_of(law) if law else "",
        names,
        _subsections(piece),
    )


def _subsections(piece: str) -> frozenset[int]:
    """«stk. 3-4» names two, «stk. 3 og 6» two, «2. stk.» one."""
    named: set[int] = set()
    for first, link, last, alone in _SUBSECTION.findall(piece):
        start = int(first or alone)
        named |= {start, int(last or start)}
        named |= set(range(start, int(last)) if link in ("-", "–") else ())
    return frozenset(named)


def _carried(text: str, cited: Iterator[Citation]) -> Iterator[Citation]:
    law, end = "", 0
    for one in cited:
        if one.law:
            law = one.law
        elif _OTHER.search(text, end, one.start):
            law = ""
        end = one.end
        yield one._replace(law=law)
