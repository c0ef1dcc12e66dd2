"""What a CPR number looks like, and what it is told from: patterns over the plain form
of a text (personal_numbers.py).
"""

from registry.language.personal_apart import (
    AMOUNT_AND_YEAR,
    APART,
    CODED,
    COUNTED,
    NO_STAMP,
    ONE_BY_ONE,
    SUM,
    SUMMED,
    Shape,
)
from registry.language.personal_dates import (
    ANY,
    ANY_DATE,
    CALENDAR,
    COMPACT,
    DAY,
    DOTTED,
    END,
    IN_WORDS,
    LETTER,
    MONTH,
    MONTHS,
    NEAR,
    NOT_A_YEAR,
    SEP,
    SHORT_DATE,
    TURNED,
    YEAR,
)

# Letters that show nothing, beside what Unicode calls a format or a mark.
UNSEEN = "\u115f\u1160\u3164\uffa0"
# Signs of other scripts that are drawn as dashes are among the letters of Unicode.
DASHES = "\u2212\u2043\u02d7\u02c9\u203e\uffe3\u30fc\uff70\u3161\u4e00\u2500\u2501"
DASHES += "\u00ba\u00b0"  # degrees, as a mark
# Letters of other scripts that look like those that look like figures.
LIKE_OURS = {
    "\u00e9": "e",
    "\u043e": "o",
    "\u03bf": "o",
    "\u0585": "o",
    "\u0456": "i",
    "\u04cf": "l",
}
# Separators that are written as words when a number is read aloud, or as HTML.
SPELLED = (
    *("bindestreg", "tankestreg", "skråstreg", "streg", "minus", "dash", "slash"),
    *("mellemrum", "punktum"),
)
HTML = r"<(?! ?\d+ ?>)[^<>]{1,40}>|&#?[a-z0-9]{2,8};"

# A space or a mark in an address of the web.
_CODE = "(?:%(?:20|2[bdef]|3[ce]|5f|c2%a0|e2%80%[0-9a-f]{2})|[-+_ ]){1,6}"
_AFTER_CODE = "(?<=%20)|(?<=%a0)"
# What a file's name may have after its day.
_PARTS_OF_FILES = (
    "(?:uge|kap|rev|ver|del|pkt|vol|udg|bil|fig|tab|dok|sag|kl|nr|kr|mg|ml|cm|km)"
)


def _spaced(*parts: str) -> str:
    """Digit for digit, with a separator or none between any two of them."""
    return NEAR.join(parts)


_D, _M = (
    rf"(?:0{NEAR}[1-9]|[1-2]{NEAR}\d|3{NEAR}[01]|4{NEAR}[1-9]|[5-8]{NEAR}\d"
    rf"|9{NEAR}[01])",
    rf"(?:0{NEAR}[1-9]|1{NEAR}[0-2])",
)
_Y2 = _spaced(r"\d", r"\d")
_Y4 = (
    rf"(?:1{NEAR}8{NEAR}[5-9]{NEAR}\d|1{NEAR}9{NEAR}\d{NEAR}\d"
    rf"|2{NEAR}0{NEAR}[0-5]{NEAR}\d)"
)
_X4 = _spaced(r"\d", r"\d", r"\d", r"\d")
# The whole run of digits: none stands near before or after.
_ALONE_BEFORE = rf"(?<!\d)(?<!\d{SEP})(?<!\d{SEP}{{2}})"
_ALONE_AFTER = rf"(?!\d|{SEP}{{1,2}}\d)"
# What leads from a date of birth to the four digits when it is told in words. No other
# word may stand between: «12.12.2024 i 2400 København» is a date and a place.
_LEADING = (
    rf"(?:cpr|løbenr|(?:løbenummer|cifre|slutcifre|kontrol|endelse|personnummer){ANY}"
    "|sidste|last|ender|slutter|efterfulgt)"
)
_LINK = (
    rf"(?:{_LEADING}|og|så|med|hvor|de|er|til sidst|i cpr|i nummeret|fire|4|tal"
    rf"|nr|nummer{ANY}|på|af|derefter|dernæst)"
)
_LINKS = rf"(?:{SEP}{{0,3}}{_LINK}){{1,8}}{SEP}{{1,3}}"
_LABEL = r"(?:cpr|c\.p\.r|personnummer|personnr|person-nr|personnumre)"
# With the label before it, the rest may stand as far off as in the same sentence: the
# date within five words, and the four digits within five of it. Farther off they mostly
# belong to something else.
_WITHIN = r"[^\d]{0,40}"
_ANY_FOUR = r"\d[ -]?\d[ -]?\d[ -]?\d"
# The four digits may be told first: «sidste fire cifre 1234, født …».
_LAST_FOUR = (
    rf"(?:(?:sidste|last) (?:fire|four|4)|(?:fire|4) sidste|(?:slutcif|kontrolcif){ANY}"
    rf"|løbenr|løbenummer|(?:ender|slutter) på|endelse{ANY})"
)
_BORN = rf"(?<![{LETTER}])(?:født|fødsels{ANY}|f\.)[^\d]{{0,12}}"


# An account, a place of production or a book: its label stands right before it, with a
# bank's number at most between.
_LABELLED = rf"(?![{LETTER}])[^\d{LETTER}]{{0,4}}"
_NUMBERED = rf"{_LABELLED}(?:(?:nr|nummer|no|dk){_LABELLED})?"
_ACCOUNT = (
    rf"(?<![{LETTER}])(?:{ANY}konto{ANY}|reg|regnr|iban|giro|isbn|ean{ANY}|p-?nr"
    rf"|p-?nummer{ANY}|produktions{ANY}|ordre{ANY}|sagsid){_NUMBERED}"
    rf"(?:\d{{4}}{SEP}{{1,3}}(?:konto{ANY}{_NUMBERED})?)?$"
)
_ABROAD = r"\+ ?$"
_RINGING = rf"(?:tlf|telefon|mobil|tel){ANY}[^\d{LETTER}]{{0,4}}$"
# Eight digits in pairs right after their label, of which these are the last three.
_PAIRS = (
    rf"(?<![{LETTER}])(?:cvr|se-?n|tlf|telefon|mobil|tel|fax){ANY}{_NUMBERED}\d\d $"
)
# The number of a case that begins with its year.
_CASE = (
    rf"(?<![{LETTER}])(?:journal{ANY}|sags?{ANY}|j\. ?nr|jnr|acadre|dokument{ANY}|udbud"
    rf"{ANY}){_NUMBERED}$"
)
# After a country's number and a town's.
_FAR_ABROAD = r"\+ ?[2-9]\d{0,2} \d{1,4}[ -]$"
# The word for a number, right before the figures.
_ITS_NUMBER = rf"[- ]{{0,2}}(?:nr|nummer(?:et)?|numre(?:ne)?){_LABELLED}$"
# A thing that is sold, a bill, a paper; a case. «Bilag til 010190 1234» is a person's.
_WARE = rf"(?<![{LETTER}])(?:hmi|vare|artikel|katalog|faktura|bilags?){_ITS_NUMBER}"
_CASE_NUMBER = rf"(?<![{LETTER}])(?:journal|sags?|dokument|j\.?){_ITS_NUMBER}"
_ARTICLE = rf"(?<![{LETTER}])doi[^{LETTER}\d]{{1,3}}10\.\d{{4}}/[^ ]*$"
# A fee as of its day, whose code stands in parentheses after it. No name may stand
# between, nor another word.
_FEE = (
    rf"(?<![{LETTER}])(?:takst|ydelse|honorar|regulering)(?:en|er|et|erne|n|s)?"
    rf"[^{LETTER}\d]{{1,4}}(?:pr|fra|gældende fra|gælder fra)\.? (?:d\. ?|den )?$"
)
# A word of law right before a text's day. «Pavlov», «Love» and «Solvej» are names.
_PAPER = (
    rf"(?:(?<![{LETTER}])(?:lov|bek|lbk|cir|cirk)|{ANY}(?:loven|bekendtgørelse(?:n|r)?"
    rf"|cirkulære(?:t|r)?|vejledning(?:en|er)?|forordning(?:en)?|direktiv(?:et)?))"
    rf"(?![{LETTER}])[^{LETTER}\d]{{1,3}}(?:(?:af|fra) )?(?:d\. ?|den )?$"
)
_NEW_DAY = rf"(?:\d\d?[.]? ?{MONTHS} 20[0-3]\d|\d\d?[./-] ?\d\d?[./-] ?20[0-3]\d)"
# What is counted as of a day.
_AS_OF = r"(?<![a-zæøå])pr\.? (?:d\. |den )?$"
# Eight digits, and the last of another number: «tlf. 65 07 88 31 / 28».
_LINES = r"(?:\d\d(?: ?\d\d){3}) ?[/+&-] ?\d\d(?: ?\d\d)?"
# A place of production has a number that begins with 10.
_PLACE = (
    rf"(?<![{LETTER}])p(?:[-. ]{{0,2}}(?:enhed{ANY}|nr|nummer{ANY}))?[.: -]{{0,3}}$"
)
# The first date of two may lack its year, or its marks be others.
_DAY_MONTH = r"(?:0?[1-9]|[12]\d|3[01])[./] ?(?:0?[1-9]|1[0-2])"
_ITS_YEAR = rf"(?:[./ -]{{1,2}}(?:{CALENDAR}|\d\d))"
_TWO_DATES = rf"{_DAY_MONTH}\.?{_ITS_YEAR}? ?- ?{_DAY_MONTH}\.?{_ITS_YEAR}?"
# What a run of ten or twelve digits is that is not a number of a person.
_RUNS = (
    rf"{CALENDAR}\D{{1,3}}{CALENDAR}\D{{1,3}}\d{{4}}",  # years
    rf"{CALENDAR}[-/]\d\d\D{{1,3}}{CALENDAR}[-/]\d\d",
    rf"{CALENDAR}/\d\d\D{{1,3}}{CALENDAR}",
    rf"{CALENDAR}\D\d{{6}}",  # the number of a case
    rf"{CALENDAR}[-/]\d\d[^-/\d]{{1,3}}\d{{4}}",  # 2010-12, and what was counted
    AMOUNT_AND_YEAR,
    r"(?=.*\d\d)(?:\d{1,2} ?[,+] ?)+\d{1,2}",  # a list, a sum
    r"45(?: \d\d){4}|45 \d{8}|45 \d{4} \d{4}",  # a telephone
    # Dates: two of them, and the days of one month or year.
    r"\d{6}\D{1,3}\d{6}",
    r"(\d\d)([-./])\d\d\2\d\d\D{1,3}\d\d\2\d\d\2\d\d",
    r"\d\d[./]\d\d ?- ?\d\d[./]\d\d[./]\d\d",
    r"\d\d([./-])\d\d\1(?:\d\d){1,2} ?- ?(?:[0-2]\d|3[01])[./](?:0[1-9]|1[0-2])",
    _TWO_DATES,
    # A date and a time of day, or two.
    r".*\d\D* \D*(?:[01]\d|2[0-3])[.:][0-5]\d",
    r"\d\d([./])\d\d\1(?:\d\d){1,2} +\d\d ?- ?\d\d",
    # A date and a year.
    rf"\d\d\D{{1,3}}\d\d\D{{1,3}}{CALENDAR}\D+{CALENDAR}",
    rf"{CALENDAR}\D{{1,3}}\d\d\D{{1,3}}\d\d\D+{CALENDAR}",
    rf"\d\d[./-]\d\d[./-]\d\d\D* \D*{CALENDAR}",
)
SHAPES = (
    # The date without marks, whatever marks lie between it and the four digits.
    Shape(
        rf"(?:(?<!\d)|{_AFTER_CODE}){NO_STAMP}{COMPACT}(?:{SEP}{{0,12}}| ?x ?|{_CODE})"
        rf"\d{{4}}{END}"
    ),
    # A word where the dash would be, without a gap.
    Shape(rf"(?<!\d){COMPACT}(?:cpr|nr|og|kode)\d{{4}}{END}"),
    # A mark read aloud that is also a place in a text.
    Shape(rf"(?<!\d)(?<!\d[.,/]){COMPACT}{SEP}{{1,3}}punkt{SEP}{{1,3}}\d{{4}}{END}"),
    # A form: what one is asked for stands before each answer.
    Shape(
        rf"(?:{_BORN}|(?<=cpr)født[^\d]{{0,12}}){ANY_DATE}(?!\d).{{1,60}}?"
        rf"(?<![{LETTER}])nr\.? ?:{SEP}{{0,3}}{NOT_A_YEAR}\d{{4}}{END}",
        is_led=True,
    ),
    # One letter where the dash would be.
    Shape(
        rf"(?:(?<!\d)|{_AFTER_CODE}){NO_STAMP}(?:{COMPACT}|{DOTTED}|{IN_WORDS})"
        rf"-?[{LETTER}]-?\d{{4}}{END}"
    ),
    # A number that is given in place of one, with letters among the last four.
    Shape(
        rf"(?:(?<![\d{LETTER}])(?<!\d[./-])|(?<=cpr))"
        rf"(?:{DAY}{MONTH}(?:{YEAR}|\d\d)|{DOTTED}) ?- ?"
        rf"(?!{_PARTS_OF_FILES}\d)(?=[{LETTER}]*\d)(?=\d*[{LETTER}]\d*[{LETTER}])"
        rf"[{LETTER}\d]{{4}}(?![{LETTER}\d]|-[{LETTER}\d])"
    ),
    # Marks anywhere, and no other digit near.
    *(
        Shape(
            f"{_ALONE_BEFORE}{NO_STAMP}{_spaced(*run)}{_ALONE_AFTER}", _RUNS, (COUNTED,)
        )
        for run in (
            (_D, _M, _Y2, _X4),
            (_D, _M, _Y4, _X4),
            (_Y2, _M, _D, _X4),
            (_Y4, _M, _D, _X4),
        )
    ),
    # A date, and a number after the comma of a sentence: unless it counts something.
    Shape(
        rf"(?<!\d)(?<!\d[./-]){DOTTED} ?[,;:()] {{0,2}}{NOT_A_YEAR}\d{{4}}"
        rf"(?![.,]?\d)(?! ?[{LETTER}])"
    ),
    Shape(
        rf"(?<![\d./-])(?:{SHORT_DATE}|{IN_WORDS}) ?[,;:()] {{0,2}}{NOT_A_YEAR}"
        rf"\d{{4}}(?![.,]?\d)(?! ?[{LETTER}])"
    ),
    # Read aloud.
    Shape(rf"(?<!\d){COMPACT}{_LINKS}\d{{4}}{END}"),
    Shape(rf"(?<!\d){COMPACT}(?=[^\d]*{_LEADING}){_LINKS}{_ANY_FOUR}{END}"),
    Shape(
        rf"(?<!\d)(?:{DOTTED}|{SHORT_DATE}|{IN_WORDS})(?=[^\d]*{_LEADING}){_LINKS}"
        rf"{_ANY_FOUR}{END}"
    ),
    Shape(
        rf"{_BORN}(?:{DOTTED}|{SHORT_DATE}|{IN_WORDS}){_LINKS}{NOT_A_YEAR}"
        rf"\d{{4}}{END}",
        is_led=True,
    ),
    *(
        Shape(rf"{lead}{_WITHIN}(?<!\d){ANY_DATE}(?!\d)", is_led=is_led)
        for lead, is_led in (
            (rf"{_LAST_FOUR}[^\d]{{0,20}}{NOT_A_YEAR}{_ANY_FOUR}(?!\d)", True),
            (
                rf"(?<!\d){NOT_A_YEAR}{_ANY_FOUR}(?!\d)[^\d]{{0,20}}{_LAST_FOUR}",
                False,
            ),
        )
    ),
    # Said to be one.
    Shape(
        rf"{_LABEL}{_WITHIN}(?<!\d){ANY_DATE}"
        rf"{_WITHIN}(?<!\d)(?<!kl )(?<!kl\. )(?:{NOT_A_YEAR}\d{{4}}{END}"
        rf"|{ONE_BY_ONE})",
        is_led=True,
    ),
    # A date in words, or without its zeros, and a dash; or a gap, and no word after.
    *(
        Shape(
            rf"(?<![\d./-])(?:{SHORT_DATE}|{IN_WORDS}){between}{NOT_A_YEAR}\d{{4}}"
            rf"{_ALONE_AFTER}{after}"
        )
        for between, after in (("[-/]", ""), ("(?: ?- ?| )", rf"(?! ?[{LETTER}])"))
    ),
    Shape(
        rf"(?:(?<![{LETTER}\d])|(?<=cpr)){TURNED}(?: ?[-/,] ?| ){NOT_A_YEAR}\d{{4}}"
        rf"{_ALONE_AFTER}(?! ?[{LETTER}])",
        is_led=True,
    ),
    *APART,
)
# These make any of the shapes something else: they hold a number without a dash where
# a person's would have it.
ELSE_BEFORE = (
    (_ACCOUNT, r"(?!\d{6}\D\d{4}$|\d{8}\D\d{4}$).*"),
    # After a plus, ten digits that a day 01-31 begins are no telephone number: those
    # countries' numbers are longer, and so are those of +7.
    (_ABROAD, r"[4-689]\d*|4[5-7]\D.*"),
    (_CASE, rf"{CALENDAR}[-/]\d{{4}}-\d{{4}}"),
    # Four figures after a dash may be a person's, though they read as a year.
    (_CASE, rf"\d{{6}}/{CALENDAR}(?:-\d{{1,2}})?|{CALENDAR}-\d{{6}}-\d{{1,2}}"),
    (_CASE, r"\d\d/\d{6}-\d\d"),
    (_CASE_NUMBER, r"\d\d-\d{4}-\d{4}"),
    # A dash where a person's number has it is a person's, whatever it is called.
    (_WARE, r"\d{6} ?\d{4}|\d{8} ?\d{4}"),
    (_ARTICLE, r"(?!\d{6}\D\d{4}$|\d{8}\D\d{4}$).*"),
    (_FEE, rf"{_NEW_DAY} ?\(\d{{4}}"),
    (_PAPER, rf"{_NEW_DAY} ?[,(]? ?nr\.? ?\d{{4}}"),
    (_RINGING, r"\d{8} \d\d"),
    (_FAR_ABROAD, r"\d{10}"),
    (_AS_OF, rf"\d\d[./-]\d\d[./-]{CALENDAR} ?: ?\d{{4}}"),
    (_RINGING, _LINES),
    (_PLACE, r"10(?: ?\d\d){4}"),
    (_PAIRS, r"\d\d \d\d \d\d ?[,;:()].*"),
    (_RINGING, r"(?!\d{6}\D\d{4}$)45.*"),
    *CODED,
    (SUMMED, SUM),
)
# How far back a label is looked for.
LOOKED_BACK = 60
ALOUD = rf"(?<![{LETTER}])(?:{'|'.join(SPELLED)})(?![{LETTER}])|{HTML}"
