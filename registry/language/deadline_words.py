"""What the words of a deadline's text say beside its length: which side of an event it
lies on, which event, and whether it is the earliest or the latest. Pure.
"""

import re
from collections.abc import Iterator, Mapping

from registry.language.lengths import LENGTH
from registry.language.months import MONTHS
from registry.language.numbers import AMOUNT, IN_WORDS, VAGUE
from registry.language.units import UNIT_IN_SINGULAR
from registry.language.unsure_lengths import ONE_DAY, ORDINAL

BEFORE, AFTER = "før", "efter"
# What is done «efter behov» is after no event.
_ON_CONDITION = (
    r"(?!\s+(?:\w*(?:behov|aftale|vurdering|ønske|skøn|regler?ne?|lov(?:en)?"
    r"|retningslinje\w*|samråd|anvisning|ordination)(?!\w)|§|stk|kl))"
)
_ANY_LENGTH = re.compile(LENGTH, re.IGNORECASE)
# «Inden for 5 dage», «inden 4 uger», «inden kl. 12» are of no event.
_SIDES = {
    BEFORE: re.compile(
        rf"(?<!\w)(?:før|forud\s+for|forinden|i\s+forvejen"
        rf"|inden(?!\s+for(?!\w))(?!\s+(?:kl|d\.|den\s+\d|{AMOUNT})(?!\w)))(?!\w)",
        re.IGNORECASE,
    ),
    AFTER: re.compile(
        rf"(?<!\w)(?:efter{_ON_CONDITION}|derefter|herefter|siden|(?<!senest\s)når"
        r"|så\s+snart)(?!\w)",
        re.IGNORECASE,
    ),
}
_NOT_BEFORE = re.compile(r"\b(?:ikke|aldrig)\s+(?:før|inden)\b", re.IGNORECASE)
_FROM = re.compile(rf"(?:^|{LENGTH}\.?)\s*fra(?!\s+(?:kl|d\.|den\s+\d)|\w)", re.I)
_OF = re.compile(
    rf"(?<!\w)(?:før|efter{_ON_CONDITION}|fra|inden(?!\s+for(?!\w))|ved|når|så\s+snart"
    r"|forud\s+for),?(?:\s+at)?\s+([^.,;:()\n]{1,200})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
# Words that tell of no event: how soon, for whom, and what is counted.
_NO_EVENT = frozenset(
    "hver hvert hele senest tidligst højst mindst hurtigst muligt straks samme dato"
    " dag dagen dage døgn døgnet time timen timer uge ugen uger måned måneden måneder"
    " hverdag hverdagen hverdage arbejdsdag arbejdsdage året første anden tredje sidste"
    " næste den det der som har haft hos for med til fra ved før efter inden når blevet"
    " bliver være været kan skal ikke sin sit ens eller samt ham hun han dem".split()
)
# So many letters are enough for two forms of one word: udskrivning, udskrivelse.
_ROOT = 6

# A bound of a length, right before it.
_LEAST, _MOST = (
    re.compile(rf"(?:{words})\s*(?:ca\.?\s*)?{LENGTH}", re.IGNORECASE)
    for words in (
        r"(?<!\w)(?:mindst|minimum|min\.|over|(?:mere|længere|flere)\s+end)(?=\s)"
        r"|(?<![-=<])>=?|≥",
        r"(?<!\w)(?:højst|maksimalt|maks\.?|max\.?|maximalt|under|op\s+til"
        r"|(?:mindre|kortere|færre)\s+end)(?=\s)|<=?(?![->])|≤",
    )
)
_EARLIEST = re.compile(
    r"\b(?:tidligst|(?:ikke|aldrig)\s+(?:tidligere\s+end|før|inden(?!\s+for))"
    rf"|først(?=\s+(?:efter|når|fra|(?:{AMOUNT})\s)))\b"
    rf"|\bfra(?:\s+og\s+med)?\s+(?=(?:{LENGTH})\s+(?:efter|før))",
    re.IGNORECASE,
)
_MINUS = re.compile(r"(?<![\w)%.,])[-−–](?=[\d½⅓⅔¼¾])")

# Moments that the text names without a number, and the least and the most that data
# may say of them: hours, or working days.
Bounds = Mapping[str, tuple[float, float]]
_MOMENTS: tuple[tuple[re.Pattern[str], Bounds], ...] = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), bounds)
    for pattern, bounds in (
        (
            r"næste\s+hverdag|(?:først\w*|følgende)\s+hverdag|hverdagen\s+\w+",
            {"hverdage": (1, 1), "timer": (0, 24)},
        ),
        (
            r"dagen\s+(?:efter|før|inden|derpå)|døgnet\s+(?:efter|før|inden)"
            r"|(?:næste|følgende)\s+(?:dag|døgn)|i\s+morgen",
            {"timer": (24, 24), "hverdage": (1, 1)},
        ),
        (
            r"samme\s+(?:dag|døgn|aften|vagt)|(?:inden|før|senest)\s+kl\W.{0,8}\d\d?"
            r"(?:[.:]\d\d)?",
            {"timer": (0, 24), "hverdage": (0, 1)},
        ),
        (r"ugen\s+(?:efter|før|inden)|næste\s+uge", {"timer": (168, 168)}),
        (r"måneden\s+(?:efter|før|inden)|næste\s+måned", {"måneder": (1, 1)}),
        (
            r"straks|omgående|øjeblikkeligt?|med\s+det\s+samme|uden\s+ophold",
            {"timer": (0, 0), "hverdage": (0, 0), "måneder": (0, 0)},
        ),
    )
)
# What has no number for data: how often, a day of the calendar, an event's own moment.
_NO_LENGTH = re.compile(
    rf"\bhvert?\s+(?:(?:anden|andet|{ORDINAL})\s+)?(?:dag|døgn|uge|måned|kvartal|år)\b"
    r"|\b(?:løbende|dagligt?|ugentligt?|månedligt?|kvartalsvist?|årligt?|halvårligt?)\b"
    rf"|\b\d{{1,2}}\.?\s*(?:{'|'.join(MONTHS)})\b|^\s*(?:ved|under|samtidig)\b",
    re.IGNORECASE,
)
# Figures that count no time: dates, hours, paragraphs, which day it is.
_MONTHS = "|".join(MONTHS)
_OTHER_FIGURES = re.compile(
    rf"\d{{1,2}}\.?\s*(?:{_MONTHS})(?:\s+\d{{4}})?"
    r"|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?(?![\d.,]{0,8}\s*\w)"
    r"|\b(?:19|20)\d\d\b|§+\s*\d+(?:\s?[a-z]\b)?"
    r"|\bkl\W{0,2}\d+(?:[.:]\d\d)?(?:\s?-\s?\d+(?:[.:]\d\d)?)?"
    r"|\b(?:nr|stk|punkt|pkt|bilag|trin|fase|afsnit|lov|lbk|bek|uge|type)\W{0,2}\d+"
    r"|\b(?:dag|døgn)\s+\d+(?:\s?[-–]\s?\d+)?"
    rf"|(?<!\d)\d{{1,3}}\.\s*{ONE_DAY}"
    r"|(?<!\d)\d{1,3}(?:-\s?\d{1,3})?[ -](?:års?|årige?)\b"
    r"|\b\d{1,3}\s+(?:gange?|besøg|møder?|samtaler?)\b",
    re.IGNORECASE,
)
_OPEN_BEFORE = "|".join(
    (
        *(*VAGUE, "hele", "alle", "andre", "disse", "samme", "hver", "hvert", "nogen"),
        *(
            "antal",
            "første",
            "sidste",
            "næste",
            "følgende",
            "løbende",
            "enkelte",
            "kun",
        ),
        *("på", "i", "om", "og", "eller", "til", "af", "fra", "efter", "før", "inden"),
    )
)
# A unit after a word that is no number we know: «femti dage», «XIV dage»; and words
# grown together: «ottedagesfristen».
_UNKNOWN = re.compile(
    rf"(?<!\w)(?!(?:{_OPEN_BEFORE})\s)[^\W\d]+\s+"
    r"(?:dage|døgn|timer|uger|hverdage|måneder|minutter|arbejdsdage)(?!\w)"
    rf"|(?<!\w)halv(?:{ORDINAL})\s+(?:{UNIT_IN_SINGULAR})(?!\w)"
    rf"|(?<!\w)(?:{IN_WORDS})-?(?:{UNIT_IN_SINGULAR})(?!\w*ig)",
    re.IGNORECASE,
)


def sides(text: str) -> frozenset[str]:
    """Which sides of an event the text lies on: «før», «efter», both or neither."""
    plain = _NOT_BEFORE.sub("efter", text)
    found = {side for side, look in _SIDES.items() if look.search(plain)}
    return frozenset(found | ({AFTER} if _FROM.search(text) else set()))


def is_earliest(text: str) -> bool:
    """Whether the text says from when, and not until when: «mindst 3 dage efter». So
    many days before at most are that too.
    """
    if _EARLIEST.search(text):
        return True
    before = sides(text) == {BEFORE}
    return bool((_MOST if before else _LEAST).search(text))


def has_minus(text: str) -> bool:
    """Whether a number in it is less than nothing."""
    return bool(_MINUS.search(text))


def names_other_event(text: str, event: str) -> bool:
    """Whether the text names an event, and no word of it is one of this event's."""
    own = {_root(word) for word in _words(event)}
    named = {_root(word) for clause in _OF.findall(text) for word in _words(clause)}
    said = {_root(word) for word in _words(text)}
    return bool(own and named) and not any(
        one.startswith(other) or other.startswith(one) or other in one or one in other
        for one in own
        for other in said
    )


def is_of_no_length(text: str) -> bool:
    """Whether it tells a day, how often, or a moment of an event, and so no length that
    data could hold: «senest 15. marts», «løbende», «ved udskrivning».
    """
    return bool(_NO_LENGTH.search(text))


def moment_bounds(text: str) -> Bounds:
    """The least and the most of each base of units, by the moment that the text names
    without a number; empty where it names none, or a length beside it.
    """
    if _ANY_LENGTH.search(text):
        return {}
    return next((bounds for look, bounds in _MOMENTS if look.search(text)), {})


def has_unread_number(text: str) -> bool:
    """Whether the text counts time in a way that is not read: «48h», «XIV dage»."""
    rest = _OTHER_FIGURES.sub(" ", text)
    return any(sign.isnumeric() for sign in rest) or bool(_UNKNOWN.search(rest))


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.casefold()):
        if word not in _NO_EVENT:
            yield word


def _root(word: str) -> str:
    return word[:_ROOT]
