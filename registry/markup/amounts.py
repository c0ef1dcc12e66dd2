"""What stands first on a line and may be a part of an amount: «>» is more than, and a
dash is a minus. Pure.
"""

import re

_ONES = "to|tre|fire|fem|seks|syv|otte|ni"
_TEENS = (
    "ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|halvande[nt]"
    "|trekvart|kvart|halvt?|hundrede?|tusinde?"
)
_TENS = (
    "tyve|tredive|fyrre(?:tyve)?|(?:halvtreds|tres|halvfjerds|firs|halvfems)"
    "(?:indstyve)?"
)
_ONE = "e[nt]|é[nt]"
_COUNTED = rf"(?:(?:(?:{_ONE}|{_ONES})og)?(?:{_TENS})|{_TEENS}|{_ONES}|é[nt])"
_TIME = (
    r"(?:(?:kalender|hver|arbejds)?dag(?:e|s)?|døgns?|time[rs]?|minut(?:ter)?|uge[rs]?"
    r"|måned(?:er|s)?|mdr|kvarter|kvartal(?:er)?|års?)"
)
# What has a grade, a type or a step of its own, and what is measured.
_GRADED = (
    "grad|trin|niveau|fase|type|stadi(?:e|um)|klasse|gruppe|kategori|score|alder|puls"
)
_ORDERED = (
    r"anden|andet|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende|ellevte"
    r"|tolvte|\w+(?:tende|tyvende)"
)
_ROMAN = "[IVX]{2,}|[VX]"
_MORE = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (rf"{_COUNTED}(?!\w)", re.IGNORECASE),
        (rf"(?:{_ONE})\s+(?:\w+\s+)?{_TIME}(?!\w)", re.IGNORECASE),
        (rf"(?:{_GRADED})\s+(?:\d|[A-ZIVX]{{1,4}}(?!\w))", re.IGNORECASE),
        (r"\w+(?:\s+(?:på|over|under|af))?\s+\d", 0),
        # HbA1c, BMI, III: a measure or a number, and no word.
        (rf"[^\W\d]*\d|(?:[A-ZÆØÅ]{{2,}}|{_ROMAN})(?=\s|$)", 0),
        # The second day, every third: a number in its order.
        (rf"(?:hver\s+)?(?:{_ORDERED})(?!\w)", re.IGNORECASE),
        (rf"\w+\s+(?:{_ROMAN})(?!\w)", 0),
    )
)
_QUOTED = "«»\"”“„'’"
_LEAST = "*_([–-: "

_MARKS = "[½⅓⅔¼¾]"
_FIGURES = (
    rf"(?:\d+(?:[.,]\d+)*(?:[ \u00a0\u202f]\d{{3}}(?!\d))*(?:\s?{_MARKS}|\s?\d/\d)?"
    rf"|{_MARKS})"
)
_NUMBER = rf"(?:{_FIGURES}(?:\s?[-–—]\s?{_FIGURES})?|(?:{_ONE}|{_COUNTED}))"
_MONEY = r"(?:kroner|kr|dkk|euro|eur|dollars?|usd|pund|gbp|sek|nok)(?!\w)|[€$£]"
_UNIT = (
    rf"(?:[°%‰]|{_MONEY}|(?:øre|t\.?kr|mio|mia|million(?:er)?|milliard(?:er)?"
    r"|procent(?:point)?|pct|promille|point|grad(?:er)?|celsius|(?:kilo|milli|mikro)?"
    r"gram|kilo|kg|hg|g|mg|[µμ]g|mcg|tons?|(?:milli|deci|centi)?liter|[mdc]?l"
    r"|(?:kilo|centi|milli)?meter|[kcmd]?m[²³]?|[mµμnp]?mol|enheder|(?-i:I?E)|iu"
    r"|k?joule|kj|kcal|kalorier|k?w(?:att|h)?|volt|m?bar|[hk]?pa|pascal|mmhg|db|decibel"
    r"|k?hz|hertz|sd|be|met|dioptrier|årsværk|fuldtidsstillinger)(?!\w))"
)
_AFTER = r"[.,;*_\"”»]*"
# What may stand before the number of an amount. What parentheses hold is one without.
_BEFORE = re.compile(
    r"(?:[*_\"«»“„]"
    r"|(?:ca|cirka|omkring|op til|netto|brutto|højst|mindst|i alt)\b\.?\s+)+",
    re.IGNORECASE,
)
_HELD = re.compile(r"\(([^()]+)\)[.,;]?$")
_LESS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (rf"{_NUMBER}\s*{_UNIT}", re.IGNORECASE),
        (rf"(?:{_MONEY}|t\.?kr(?!\w))\.?\s*{_FIGURES}", re.IGNORECASE),
        # For each, of a measure, by a scale.
        (rf"{_NUMBER}\s*(?:(?:pr\.?|per)\s|i\s[A-Z]|\([A-Z]|dpt(?!\w))", 0),
        (rf"{_NUMBER}\s*standardafvig", re.IGNORECASE),
        # A unit that nobody listed, and a number with nothing after it.
        (rf"{_NUMBER}\s*[A-ZÆØÅ]{{1,3}}{_AFTER}$", 0),
        (
            rf"(?!(?:19|20)\d\d(?!\d)|\d{{6}})(?!\d+\.\d+\.\d){_FIGURES}"
            rf"(?:\s?[-–—]\s?{_FIGURES})?{_AFTER}$",
            0,
        ),
        (rf"(?:{_MARKS}|\d+\s?{_MARKS})(?!\s*(?:-\s?\d+{_MARKS}?\s*)?{_TIME})", 0),
    )
)


def may_be_more(text: str) -> bool:
    """Whether a line that «>» begins may be about more than that: `text` is what stands
    after the sign. What a quotation mark begins is a quotation.
    """
    rest = text.lstrip(_LEAST)
    if rest[:1] in _QUOTED and rest:
        return False
    return any(look.match(rest) for look in _MORE)


def may_be_less(text: str) -> bool:
    """Whether the words of an item are an amount, of which its dash may be the minus. A
    length of time is none: «- 24 timers varsel».
    """
    held = _HELD.match(text)
    said = held[1] if held else text
    before = _BEFORE.match(said)
    amount = said[before.end() :] if before else said
    return any(look.match(amount) for look in _LESS)
