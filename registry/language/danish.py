"""Danish words: from text to tokens, folded and stemmed, the same for documents and
questions.

Independent of any engine. Stem first, then fold: folding first changes 1.6 % of the
stems.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import snowballstemmer

from registry.language.lengths import LENGTH, length_names
from registry.language.months import MONTHS
from registry.language.numbers import ANY_I, BEGINNING, BETWEEN_DIGITS, GROUPED
from registry.language.word_lists import (
    DERIVED_ENDINGS,
    IRREGULAR,
    IRREGULAR_ENDINGS,
    LIGHT_WORDS,
)

FOLDS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss"}
)
PLAIN = str.maketrans("æøå", "aoa")
SHORTEST_DERIVED_STEM = 4
# The hours at which a part of the day begins, when offices are closed.
MORNING, EVENING, NIGHT = 6, 17, 23

_MONTHS = "|".join(MONTHS)
_LETTER = r"(?:\s?[a-h](?![^\W_]))"
_PARAGRAPH = rf"\d+{_LETTER}?"
# Before a word that begins as no paragraph, no length of time and no hour does: most
# words of a text, which need no closer look.
_PLAINLY_A_WORD = rf"(?!paragraf|i?mellem\s|kl|{BEGINNING})"
TOKEN = re.compile(
    rf"""
    (?P<plain>{_PLAINLY_A_WORD}[^\W\d_]++(?!\d))[^\w§]*+
  | (?P<between>[^\w§]++)
  |
    (?P<paragraphs>§§\s*{_PARAGRAPH}
      (?:\s*(?:,|-|–|og)\s*(?:{_PARAGRAPH}|[a-h](?![^\W_])))*)
  | (?P<paragraph>(?:§\s*|\bparagraf\s+){_PARAGRAPH})
  | (?P<duration>{LENGTH})
  | (?P<date>(?<!\d)\d{{1,2}}
      (?:[.\-/]\s?\d{{1,2}}[.\-/]\s?|\.?\s(?:{_MONTHS})\s?)(?=(?:19|20)\d\d))
  | (?P<clock>\bkl\.?\s*\d{{1,2}}(?:[.:]\d\d)?(?!\d)|(?<!\d)\d{{1,2}}:\d\d(?!\d))
  | (?P<bare>(?<!\w)\d{{2,3}}{_LETTER})
  | (?P<code>[^\W\d_]+\d+(?!\w))
  | (?P<number>{GROUPED}|\d+(?:\.\d{{3}})*(?:,\d+)?)
  | (?P<word>[^\W\d_]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Token(NamedTuple):
    """A token with its place in the text: its folded form, its stem, and its letters as
    a, o, a.
    """

    start: int
    end: int
    exact: str
    stem: str
    plain: str = ""


@lru_cache(maxsize=8192)
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a text: words, codes, numbers, paragraphs (§13a), durations
    (=72t).
    """
    tokens: list[Token] = []
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        if kind in ("plain", "word", "code"):
            word = match[kind]
            start = match.start()
            # As `Token(…)`, in half of the time: a region's texts have millions.
            made = (start, start + len(word), *_forms(word))
            tokens.append(tuple.__new__(Token, made))
        elif kind != "between":
            tokens.extend(_of_numbers(match))

    return tuple(tokens)


def _of_numbers(match: re.Match[str]) -> Iterator[Token]:
    """The tokens of a paragraph, a length, a number or an hour; none of a date."""
    (start, end), kind = match.span(), match.lastgroup
    # The lower case of İ would be two letters.
    piece = match[0].translate(ANY_I).lower()

    if kind in ("paragraphs", "paragraph", "bare"):
        for name in paragraph_names(piece):
            yield Token(start, end, name, name)
    elif kind == "duration":
        for name in length_names(piece):
            yield Token(start, end, name, name)
    elif kind == "number":
        name = BETWEEN_DIGITS.sub("", piece)
        yield Token(start, end, name, name)
    elif kind == "clock" and (part_of_day := _part_of_day(piece)):
        yield Token(start, end, part_of_day, part_of_day)


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, str, str]:
    """A word folded, its stem, and its letters as a, o, a."""
    lower = word.lower()
    return fold(lower), stem(lower), fold(lower.translate(PLAIN))


def _part_of_day(clock: str) -> str | None:
    """«kl. 03» is at night and «kl. 19.30» in the evening; by day is as ever."""
    hour = int(re.findall(r"\d+", clock)[0])
    if hour >= NIGHT or hour < MORNING:
        return "nat"
    return "aften" if hour >= EVENING else None


def fold(word: str) -> str:
    """Lower case, æ/ø/å as ae/oe/aa, other accents dropped."""
    plain = unicodedata.normalize("NFC", word.lower()).translate(FOLDS)
    if plain.isascii():
        return plain
    decomposed = unicodedata.normalize("NFD", plain)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def skeleton(folded: str) -> str:
    """One form for ae/a, oe/o, aa/a, ks/x: how a word without Danish letters, or with
    an x, may be written.
    """
    plain = folded.replace("ae", "a").replace("oe", "o").replace("aa", "a")
    return plain.replace("x", "ks")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The folded stem: Snowball's, less -ning/-else, irregular forms brought
    together.
    """
    lower = _regular(word.lower())
    snowball: str = _stemmer().stemWord(lower)
    base = IRREGULAR.get(lower) or IRREGULAR.get(snowball)
    if base is None:
        plain = _underived(snowball)
        base = IRREGULAR.get(plain, plain)
    return fold(base)


def _underived(base: str) -> str:
    """The stem of the verb that a noun comes from: vurdering as vurdere."""
    for ending in DERIVED_ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= SHORTEST_DERIVED_STEM:
            verb = base.removesuffix(ending)
            return (
                verb.removesuffix("er") if len(verb) > SHORTEST_DERIVED_STEM else verb
            )

    return base


def _regular(word: str) -> str:
    """A compound whose last part is inflected irregularly, with that part's plain
    form.
    """
    for ending, plain in IRREGULAR_ENDINGS.items():
        if word.endswith(ending):
            return word.removesuffix(ending) + plain
    return word


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    """In C where PyStemmer is installed, else the same rules in Python."""
    return snowballstemmer.stemmer("danish")


def folded_words(text: str) -> str:
    """The folded words of a text, a blank between them."""
    return " ".join(token.exact for token in tokenize(text))


def stems_in(text: str, *, but: Container[str] = ()) -> tuple[str, ...]:
    """The stems of a text's words, in order; `but`: words that are left out."""
    return stems_of(token for token in tokenize(text) if token.exact not in but)


def stems_of_weight(text: str) -> frozenset[str]:
    """The stems of a text's words, but for those that carry no subject."""
    return frozenset(stems_in(text, but=LIGHT_WORDS))


def stems_of(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The stems of some words, in order."""
    return tuple(token.stem for token in tokens)


def paragraph_names(text: str) -> tuple[str, ...]:
    """Each paragraph named: «§§ 13 a-c» is §13a, §13b and §13c; «§§ 203-205» is
    three.
    """
    names: list[str] = []
    number, pending = "", False
    piece = r"\d+|(?<![^\W\d_])[a-h](?![^\W_])|[-–]"

    for part in re.findall(piece, text.removeprefix("paragraf")):
        if part in "-–":
            pending = True
            continue
        names.extend(_through(names[-1], part) if pending and names else [])
        pending = False
        if part.isdigit():
            number = part
            names.append(f"§{part}")
        elif names and names[-1] == f"§{number}":
            names[-1] += part
        else:
            names.append(f"§{number}{part}")

    return tuple(dict.fromkeys(names))


def _through(first: str, last: str) -> list[str]:
    """The names strictly between the ends of a range of paragraphs or letters."""
    if last.isdigit() and first[1:].isdigit() and 0 < int(last) - int(first[1:]) < 30:
        return [f"§{n}" for n in range(int(first[1:]) + 1, int(last))]
    if last.isalpha() and first[-1].isalpha():
        return [f"{first[:-1]}{chr(n)}" for n in range(ord(first[-1]) + 1, ord(last))]
    return []


def lowered(text: str) -> str:
    """As it stands within a sentence: a name of capitals keeps them."""
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() else text[:1].lower() + text[1:]
