"""Where a sentence says by when. What the time says as data is read by the one reader
of deadlines.
"""

import re
from collections.abc import Sequence

from registry.language.months import MONTHS
from registry.language.numbers import AMOUNT, BEGINNING, NUMBER_WORDS
from registry.language.units import SPELLINGS
from registry.suggest.lexicon import PREPOSITIONS
from registry.suggest.nouns import phrase_end
from registry.suggest.words import Word

Words = Sequence[Word]
Span = tuple[int, int]

_UNIT = "|".join(sorted((u for u in SPELLINGS if len(u) > 2), key=len, reverse=True))
_SPAN = rf"(?:(?:{AMOUNT})(?:\s*[-–]\s*|\s+(?:til|eller)\s+))?"
_LENGTH = (
    rf"{_SPAN}(?:{AMOUNT})\s+(?:hele\s+|på\s+hinanden\s+følgende\s+)?(?:{_UNIT})\b"
)
_MOST = (
    r"(?:(?:senest|tidligst|højst|maksimalt|maks\.|allerede|mindst|minimum|ca\.|cirka"
    r"|(?:i\s+)?de\s+første|inden\s+for|indenfor|inden|i\s+løbet\s+af|efter|normalt)\s+)"
)
_RELATION = r"(?:før|efter|inden|fra|forud\s+for)"
_DAY = r"(?:dag|hverdag|arbejdsdag|morgen|formiddag|eftermiddag|aften|uge|måned|vagt)"
_CLOCK = r"kl\.?\s*\d{1,2}(?:[.:]\d\d)?"
_DATE = rf"(?:den\s+)?\d{{1,2}}\.\s*(?:{'|'.join(MONTHS)})(?:\s+\d{{4}})?"
_TIMES = rf"(?:(?:mindst|højst|minimum|ca\.)\s+)?(?:{AMOUNT})\s+gange?"
_OFTEN = r"(?:årligt|halvårligt|ugentligt|månedligt|dagligt|kvartalsvist|i\s+døgnet)"
_PERIOD = r"(?:dag|døgn|uge|måned|kvartal|halvår|år|time|vagt|14\.\s+dag)"
_WEEKDAY = r"(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)"
_ALONE = (
    rf"(?:samme|næste|følgende|førstkommende|første)\s+{_DAY}\b",
    rf"dagen\s+(?:efter|før|inden)\b|{_CLOCK}|{_DATE}",
    r"(?:på\s+(?:selve\s+)?|samme\s+)?\w*(?:udskrivnings|indlæggelses|afslutnings)dagen",
    r"straks|omgående|øjeblikkeligt|snarest(?:\s+muligt)?|hurtigst\s+muligt"
    r"|tidligst\s+muligt",
    r"så\s+(?:hurtigt|tidligt|snart)\s+som\s+(?:det\s+er\s+)?muligt",
    r"uden\s+(?:\w+\s+)?(?:ophold|forsinkelse)|umiddelbart(?!\s+at)|i\s+god\s+tid",
    rf"(?:en\s+gang|{_TIMES})\s+(?:om|pr\.?|per|i\s+hver|hver|i)\s+\w+(?:\s+{_PERIOD})?"
    rf"|{_TIMES}\s+{_OFTEN}",
    rf"(?:mindst\s+|højst\s+)?hver(?:t)?\s+(?:(?:anden|andet|tredje|fjerde|\d+\.)\s+)?"
    rf"(?:{_PERIOD}|{_WEEKDAY}|halve\s+år)\b",
    r"(?:årligt|halvårligt|ugentligt|månedligt|dagligt|kvartalsvist)\b",
)
_HEADED = rf"{_MOST}*{_LENGTH}(?:\s+{_RELATION}\b|\s+(?:forinden|i\s+forvejen))?"
_PART = "|".join((_HEADED, *_ALONE))
_LATEST = r"senest\b(?:\s+(?:på|ved|i\s+forbindelse\s+med|inden|efter|når|så\s+snart))?"
# How a time may begin: most words of a sentence need no closer look.
_BEGINNING = (
    rf"(?<!\w)(?=senest|tidlig|høj|maks|aller|mind|mini|ca|cirka|i\s|de\s|inden|efter"
    rf"|normalt|samme|næste|følgende|første|førstk|dagen|kl|den\s|på\s|\w*dagen|straks"
    rf"|omg|øjeb|snarest|hurtigst|så\s|uden|umid|en\s|hver|årl|halvå|ugent|måned|dagl"
    rf"|kvartal|før|for|{BEGINNING})"
)
_TIME = re.compile(
    rf"{_BEGINNING}(?:(?:{_LATEST}\s+(?=(?:{_PART}))|)(?:{_PART})(?!\w)"
    rf"|{_LATEST}|(?:forud\s+for|inden|før|forinden)(?!\w))",
    re.IGNORECASE,
)
_ONLY_LENGTH = re.compile(rf"{_LENGTH}", re.IGNORECASE)
# After these an event is named.
_OPEN = re.compile(r"(?:senest|inden|før|efter|forud for|fra|ved|på|med|for)$")


def times(words: Words, start: int, stop: int) -> list[Span]:
    """Where a stretch of a sentence says by when or how often, in order."""
    if start >= stop:
        return []
    text = " " * words[start].start + _joined(words, start, stop)
    found: list[Span] = []

    for match in _TIME.finditer(text):
        first = _at(words, match.start(), start, stop)
        last = _at(words, match.end() - 1, start, stop) + 1
        if found and first < found[-1][1]:
            continue
        end = _with_event(words, first, last, stop, match[0].lower())
        if end is None:
            continue
        if found and first - found[-1][1] <= 0:
            found[-1] = (found[-1][0], end)
        else:
            found.append((first, end))

    return found


def _joined(words: Words, start: int, stop: int) -> str:
    """The words as they stood, each at its place."""
    text = ""
    for word in words[start:stop]:
        text += " " * (word.start - words[start].start - len(text)) + word.text
    return text


def _at(words: Words, place: int, start: int, stop: int) -> int:
    for at in range(start, stop):
        if place < words[at].end:
            return at
    return stop - 1


def _with_event(
    words: Words, first: int, last: int, stop: int, said: str
) -> int | None:
    """Where the time ends, its event with it; None where it is no time limit."""
    if _lasts(words, first, said):
        return None
    if not _OPEN.search(" ".join(said.split())) and said not in (
        "umiddelbart",
        "i god tid",
    ):
        return last

    at = last
    if said in ("umiddelbart", "i god tid") and at < stop:
        if words[at].low not in ("før", "efter", "inden", "ved"):
            return None if said == "i god tid" else last
        at += 1
    end = phrase_end(words, at, stop)
    if end == at:
        return None if said in ("inden", "før", "forud for", "senest") else last
    return _with_more(words, end, stop)


def _lasts(words: Words, first: int, said: str) -> bool:
    """Whether it is how long: a length alone, or one after a preposition."""
    before = words[first - 1].low if first else ""
    measured = said[:1].isdigit() or said.startswith(("hver", "de "))
    measured = measured or said.split(maxsplit=1)[0] in NUMBER_WORDS
    return bool(_ONLY_LENGTH.fullmatch(said)) or (measured and before in PREPOSITIONS)


def _with_more(words: Words, end: int, stop: int) -> int:
    """Past «af» and «fra» with their phrases: modtagelsen af henvisningen."""
    while end + 1 < stop and words[end].low in ("af", "fra"):
        more = phrase_end(words, end + 1, stop)
        if more == end + 1:
            break
        end = more
    return end
