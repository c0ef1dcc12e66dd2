"""What a CPR number looks like, and what it is told from: patterns over the plain form
of a text (personal_numbers.py).
"""

from typing import NamedTuple

# Letters that show nothing, beside what Unicode calls a format or a mark.
UNSEEN = "\u115f\u1160\u3164\uffa0"
DASHES = "\u2212\u2043\u02d7"
# Separators that are written as words when a number is read aloud, or as HTML.
SPELLED = (
    *("bindestreg", "tankestreg", "skråstreg", "streg", "minus", "dash", "slash"),
    *("mellemrum", "punktum"),
)
HTML = "<[^<>]{1,40}>|&#?[a-z0-9]{2,8};"

LETTER = "a-zæøå"
_ANY = f"[{LETTER}]*"
# A space or a mark in an address of the web.
_CODE = "(?:%(?:20|2[bdef]|5f|c2%a0|e2%80%[0-9a-f]{2})|[-+_ ]){1,6}"
_AFTER_CODE = "(?<=%20)|(?<=%a0)"
_SEP = rf"[^{LETTER}\d]"
# Between digits of one number: no more than three marks, and not the comma of a list.
_NEAR = rf"(?:[^{LETTER}\d,;:|()]{{0,3}}|[,;:|])"
# Day 01-31; 40 or 60 is added where the number stands for one that is not known.
_DAY = "(?:0[1-9]|[12]\\d|3[01]|4[1-9]|[5-8]\\d|9[01])"
_MONTH = "(?:0[1-9]|1[0-2])"
_YEAR = "(?:18[5-9]\\d|19\\d\\d|20[0-5]\\d)"
_CALENDAR = "(?:19|20)\\d\\d"
_COMPACT = (
    rf"(?:{_DAY}{_MONTH}{_YEAR}|{_YEAR}{_MONTH}{_DAY}"
    rf"|{_DAY}{_MONTH}\d\d|\d\d{_MONTH}{_DAY})"
)
_MARK = " ?[-./ ] ?"
_DOTTED = (
    rf"(?:{_DAY}{_MARK}{_MONTH}{_MARK}(?:{_YEAR}|\d\d)"
    rf"|(?:{_YEAR}|\d\d){_MARK}{_MONTH}{_MARK}{_DAY})"
)
_SHORT_DATE = r"(?:[1-9]|[0-3]\d)[./-] ?(?:[1-9]|[01]\d)[./ -]{1,2}(?:\d{4}|\d\d)"
_MONTHS = "(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober"
_MONTHS += r"|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)\.?)"
_IN_WORDS = rf"(?:[1-9]|[0-3]\d)\.?[ -]?{_MONTHS}[. -]?(?:\d{{4}}|\d\d)"
_ANY_DATE = rf"(?:{_COMPACT}|{_DOTTED}|{_SHORT_DATE}|{_IN_WORDS})"
_END = r"(?!\d|,\d{1,2}(?!\d))"
_NOT_A_YEAR = rf"(?!{_CALENDAR}(?!\d))"


def _spaced(*parts: str) -> str:
    """Digit for digit, with a separator or none between any two of them."""
    return _NEAR.join(parts)


_D, _M = (
    rf"(?:0{_NEAR}[1-9]|[1-2]{_NEAR}\d|3{_NEAR}[01]|4{_NEAR}[1-9]|[5-8]{_NEAR}\d"
    rf"|9{_NEAR}[01])",
    rf"(?:0{_NEAR}[1-9]|1{_NEAR}[0-2])",
)
_Y2 = _spaced(r"\d", r"\d")
_Y4 = (
    rf"(?:1{_NEAR}8{_NEAR}[5-9]{_NEAR}\d|1{_NEAR}9{_NEAR}\d{_NEAR}\d"
    rf"|2{_NEAR}0{_NEAR}[0-5]{_NEAR}\d)"
)
_X4 = _spaced(r"\d", r"\d", r"\d", r"\d")
# The whole run of digits: none stands near before or after.
_ALONE_BEFORE = rf"(?<!\d)(?<!\d{_SEP})(?<!\d{_SEP}{{2}})"
_ALONE_AFTER = rf"(?!\d|{_SEP}{{1,2}}\d)"
# What leads from a date of birth to the four digits when it is told in words. No other
# word may stand between: «12.12.2024 i 2400 København» is a date and a place.
_TELLING = (
    rf"(?:cpr|løbenr|(?:løbenummer|cifre|slutcifre|kontrol|endelse|personnummer){_ANY}"
    "|sidste|ender|slutter|efterfulgt)"
)
_LINK = (
    rf"(?:{_TELLING}|og|så|med|de|er|fire|4|tal|nr|nummer{_ANY}|på|af|derefter"
    "|dernæst)"
)
_LINKS = rf"(?:{_SEP}{{0,3}}{_LINK}){{1,6}}{_SEP}{{1,3}}"
_LABEL = r"(?:cpr|c\.p\.r|personnummer|personnr|person-nr|personnumre)"
# With the label before it, the rest may stand as far off as in the same sentence: the
# date within five words, and the four digits within five of it. Farther off they mostly
# belong to something else.
_WITHIN = r"[^\d]{0,40}"
# The four digits may be told first: «sidste fire cifre 1234, født …».
_LAST_FOUR = (
    rf"(?:sidste (?:fire|4)|(?:fire|4) sidste|(?:slutcif|kontrolcif){_ANY}"
    rf"|løbenr|løbenummer|(?:ender|slutter) på|endelse{_ANY})"
)
_BORN = rf"(?<![{LETTER}])(?:født|fødsels{_ANY}|f\.)[^\d]{{0,12}}"


class Shape(NamedTuple):
    """One way to write a number, and what makes it something else: what the whole of it
    is, or what comes right after it.
    """

    pattern: str
    itself: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


# An account, a place of production or a book: its label stands right before it, with a
# bank's number at most between.
_LABELLED = rf"(?![{LETTER}])[^\d{LETTER}]{{0,4}}"
_NUMBERED = rf"{_LABELLED}(?:(?:nr|nummer|no|dk){_LABELLED})?"
_ACCOUNT = (
    rf"(?<![{LETTER}])(?:{_ANY}konto{_ANY}|reg|regnr|iban|giro|isbn|ean{_ANY}|p-?nr"
    rf"|p-?nummer{_ANY}|produktionsenhed{_ANY}){_NUMBERED}"
    rf"(?:\d{{4}}{_SEP}{{1,3}}(?:konto{_ANY}{_NUMBERED})?)?$"
)
_ABROAD = r"\+ ?$"
_RINGING = rf"(?:tlf|telefon|mobil|tel){_ANY}[^\d{LETTER}]{{0,4}}$"
# Eight digits in pairs right after their label, of which these are the last three.
_PAIRS = (
    rf"(?<![{LETTER}])(?:cvr|se-?n|tlf|telefon|mobil|tel|fax){_ANY}{_NUMBERED}\d\d $"
)
# The number of a case that begins with its year.
_CASE = rf"(?<![{LETTER}])(?:journal{_ANY}|sags?{_ANY}|j\. ?nr|jnr){_NUMBERED}$"
_UNITS = (
    rf"^ ?(?:kr|dkk|mio|pct|%|km|m2|stk|borgere|patienter|personer|senge|pladser|timer"
    rf"|dage|gange|kommuner|forløb)(?![{LETTER}])"
)
# What a run of ten or twelve digits is that is not a number of a person.
_RUNS = (
    rf"{_CALENDAR}\D{{1,3}}{_CALENDAR}\D{{1,3}}\d{{4}}",  # years
    rf"{_CALENDAR}[-/]\d\d\D{{1,3}}{_CALENDAR}[-/]\d\d",
    rf"{_CALENDAR}/\d\d\D{{1,3}}{_CALENDAR}",
    rf"{_CALENDAR}\D\d{{6}}",  # the number of a case
    rf"{_CALENDAR}[-/]\d\d[^-/\d]{{1,3}}\d{{4}}",  # 2010-12, and what was counted
    r"[1-9]\d{0,2}(?:\.\d{3})+(?:\D{1,3}\d{4})?",  # an amount
    r"[1-9]\d{0,2}(?: \d{3}){3}",
    r"(?=.*\d\d)(?:\d{1,2} ?[,+] ?)+\d{1,2}",  # a list, a sum
    r"45(?: \d\d){4}|45 \d{8}|45 \d{4} \d{4}",  # a telephone
    # Dates: two of them, and the days of one month or year.
    r"\d{6}\D{1,3}\d{6}",
    r"(\d\d)([-./])\d\d\2\d\d\D{1,3}\d\d\2\d\d\2\d\d",
    r"\d\d[./]\d\d ?- ?\d\d[./]\d\d[./]\d\d",
    r"\d\d([./-])\d\d\1(?:\d\d){1,2} ?- ?(?:[0-2]\d|3[01])[./](?:0[1-9]|1[0-2])",
    # A date and a time of day, or two.
    r".*\d\D* \D*(?:[01]\d|2[0-3])[.:][0-5]\d",
    r"\d\d([./])\d\d\1(?:\d\d){1,2} +\d\d ?- ?\d\d",
    # A date and a year.
    rf"\d\d\D{{1,3}}\d\d\D{{1,3}}{_CALENDAR}\D+{_CALENDAR}",
    rf"{_CALENDAR}\D{{1,3}}\d\d\D{{1,3}}\d\d\D+{_CALENDAR}",
    rf"\d\d[./-]\d\d[./-]\d\d\D* \D*{_CALENDAR}",
)
SHAPES = (
    # The date without marks, whatever marks lie between it and the four digits.
    Shape(
        rf"(?:(?<!\d)|{_AFTER_CODE}){_COMPACT}(?:{_SEP}{{0,12}}| ?x ?|{_CODE})"
        rf"\d{{4}}{_END}"
    ),
    # Marks anywhere, and no other digit near.
    *(
        Shape(f"{_ALONE_BEFORE}{_spaced(*run)}{_ALONE_AFTER}", _RUNS, (_UNITS,))
        for run in (
            (_D, _M, _Y2, _X4),
            (_D, _M, _Y4, _X4),
            (_Y2, _M, _D, _X4),
            (_Y4, _M, _D, _X4),
        )
    ),
    # A date, and a number after the comma of a sentence: unless it counts something.
    Shape(
        rf"(?<!\d)(?<!\d[./-]){_DOTTED} ?[,;:()] {{0,2}}{_NOT_A_YEAR}\d{{4}}"
        rf"(?![.,]?\d)(?! ?[{LETTER}])"
    ),
    Shape(
        rf"(?<![\d./-])(?:{_SHORT_DATE}|{_IN_WORDS}) ?[,;:()] {{0,2}}{_NOT_A_YEAR}"
        rf"\d{{4}}(?![.,]?\d)(?! ?[{LETTER}])"
    ),
    # Read aloud.
    Shape(rf"(?<!\d){_COMPACT}{_LINKS}\d{{4}}{_END}"),
    Shape(
        rf"(?<!\d)(?:{_DOTTED}|{_SHORT_DATE}|{_IN_WORDS})(?=[^\d]*{_TELLING}){_LINKS}"
        rf"\d{{4}}{_END}"
    ),
    Shape(
        rf"{_BORN}(?:{_DOTTED}|{_SHORT_DATE}|{_IN_WORDS}){_LINKS}{_NOT_A_YEAR}"
        rf"\d{{4}}{_END}"
    ),
    *(
        Shape(rf"{told}{_WITHIN}(?<!\d){_ANY_DATE}(?!\d)")
        for told in (
            rf"{_LAST_FOUR}[^\d]{{0,20}}{_NOT_A_YEAR}\d{{4}}(?!\d)",
            rf"(?<!\d){_NOT_A_YEAR}\d{{4}}(?!\d)[^\d]{{0,20}}{_LAST_FOUR}",
        )
    ),
    # Said to be one.
    Shape(
        rf"{_LABEL}{_WITHIN}(?<!\d){_ANY_DATE}"
        rf"{_WITHIN}(?<!\d)(?<!kl )(?<!kl\. ){_NOT_A_YEAR}\d{{4}}{_END}"
    ),
    # A date in words, or without its zeros, and a dash; or a gap, and no word after.
    *(
        Shape(
            rf"(?<![\d./-])(?:{_SHORT_DATE}|{_IN_WORDS}){between}{_NOT_A_YEAR}\d{{4}}"
            rf"{_ALONE_AFTER}{after}"
        )
        for between, after in (("[-/]", ""), ("(?: ?- ?| )", rf"(?! ?[{LETTER}])"))
    ),
)
# These make any of the shapes something else: they hold a number without a dash where
# a person's would have it.
ELSE_BEFORE = (
    (_ACCOUNT, r"(?!\d{6}\D\d{4}$|\d{8}\D\d{4}$).*"),
    # After a plus, ten digits that a day 01-31 begins are no telephone number: those
    # countries' numbers are longer, and so are those of +7.
    (_ABROAD, r"[4-689]\d*|4[5-7]\D.*"),
    (_CASE, rf"{_CALENDAR}[-/]\d{{4}}-\d{{4}}"),
    (_PAIRS, r"\d\d \d\d \d\d ?[,;:()].*"),
    (_RINGING, r"(?!\d{6}\D\d{4}$)45.*"),
)
# How far back a label is looked for.
LOOKED_BACK = 60
ALOUD = rf"(?<![{LETTER}])(?:{'|'.join(SPELLED)})(?![{LETTER}])|{HTML}"
