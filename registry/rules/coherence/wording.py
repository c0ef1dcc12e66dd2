"""When two wordings say one thing: situations and deadlines in a form that is equal
however they are inflected. Pure.
"""

import re
from collections.abc import Hashable, Iterator
from functools import lru_cache

from registry.language.danish import fold, stem, tokenize
from registry.language.dates import read_date
from registry.language.deadlines import Deadline, lengths_named, stated, words_of
from registry.language.lengths import LENGTH
from registry.language.numbers import written
from registry.language.units import LETTERS, ONE_FROM
from registry.unsaid import is_stated

# Words that only hold a sentence together: of two texts that differ in them alone,
# both say the same. «Til», «fra», «ikke» and their like are none of them.
_HOLDING = frozenset(
    "af at blev blevet bliver de den denne der det dette disse en er et har".split()
)
# Beside a length of time these all say that it is the longest.
_AT_MOST = frozenset(
    map(stem, ("senest", "inden", "indenfor", "for", "højst", "maksimalt", "maks"))
)
# What is worded in several ways, and the one that stands for them. «Snarest» leaves
# some time, which «straks» does not.
_ONE_WORDING = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), plain)
    for pattern, plain in (
        (r"med det samme|omgående|øjeblikkelig(?:t|en)?", "straks"),
        (r"hurtigst muligt|snarest muligt|så (?:hurtigt|snart) som muligt", "snarest"),
        *(
            (rf"{the}(?=\s+(?:før|inden|efter))", f"1 {one}")
            for the, one in ONE_FROM.items()
        ),
        (r"op til(?=\s+\d)|i løbet af", "inden"),
        (r"(?:på\s+)?(?:den\s+)?samme dag", "samme dag"),
        (r"forud for|forinden", "før"),
    )
)
# «Inden udskrivning» is before it, «inden tre døgn» and «inden for» are not.
_BEFORE = re.compile(
    rf"(?<!\w)inden(?!\w)(?!\s+(?:for(?!\w)|højst|{LENGTH}))", re.IGNORECASE
)
_SAME_DAY = re.compile(r"(?<!\w)samme dag(?!\w)", re.IGNORECASE)
# A text that says only that the agreement gives no deadline.
_LEFT_OPEN = re.compile(
    r"(?:(?:fristen|frist|det)\s+)?(?:er\s+)?"
    r"(?:fremgår ikke|ikke\s+(?:oplyst|angivet|anført|nævnt|beskrevet|fastsat|fundet))"
    r"(?:\s+(?:i|af)\s+(?:aftalen|aftaleteksten|teksten|kilden|kilderne))?",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\w)\d{1,2}(?:[./-]\d{1,2}[./-]|\.?\s*[a-zæøå]+\.?\s+)\d{4}(?!\w)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def situation_words(text: str) -> tuple[str, ...]:
    """A situation by the stems of its words: «ved udskrivningen» is «ved udskrivelse»,
    and 3 døgn is 72 timer.
    """
    return tuple(_stems(text))


@lru_cache(maxsize=8192)
def stated_deadline(deadline: Deadline) -> Hashable:
    """A deadline in a form that is equal however it is worded: 3 døgn is 72 timer. None
    where there is none, or the text says that none is known.
    """
    text = deadline.text
    if not deadline.length and _is_open(text):
        return None

    plain = _plainly(text)
    known = deadline if deadline.length else stated(plain) or deadline
    if known.length:
        relation = (fold(known.relation),) if known.relation else ()
        # An event is what its words name, in whatever order.
        return (_named(*known.length), *relation, *sorted(_stems(known.event)))

    words = tuple(_stems(plain))
    if lengths_named(plain) or _SAME_DAY.search(plain):
        words = tuple(word for word in words if word not in _AT_MOST)
    return words or None


def _is_open(text: str) -> bool:
    said = text.strip().rstrip(".")
    return not is_stated(text) or bool(_LEFT_OPEN.fullmatch(said))


def _plainly(text: str) -> str:
    for pattern, plain in _ONE_WORDING:
        text = pattern.sub(plain, text)
    return _BEFORE.sub("før", text)


def _named(number: float, base: str) -> str:
    """The form that a length has among the words of a text (=72t)."""
    return f"={written(number)}{LETTERS.get(base, base)}"


def _stems(text: str) -> Iterator[str]:
    """The stems of a text; dates, times of day and signs, which have none, as they
    stand.
    """
    text = _DATE.sub(_in_figures, text)
    at = 0

    for token in tokenize(text):
        yield from words_of(text[at : token.start])
        at = max(at, token.end)
        piece = text[token.start : token.end]

        # «Kl. 19» is evening to a search, and here it is an hour.
        if token.stem.isalpha() and any(sign.isdigit() for sign in piece):
            yield from words_of(piece)
        elif token.exact not in _HOLDING:
            yield token.stem
    yield from words_of(text[at:])


def _in_figures(written_date: re.Match[str]) -> str:
    day = read_date(written_date[0])
    return day.isoformat() if day else written_date[0]
