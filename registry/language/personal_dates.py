"""Dates as they stand in CPR numbers and beside them: patterns over the plain form of a
text (personal_numbers.py).
"""

LETTER = "a-zæøå"
ANY = f"[{LETTER}]*"
SEP = rf"[^{LETTER}\d]"
# Between digits of one number: no more than three marks, and not the comma of a list.
NEAR = rf"(?:[^{LETTER}\d,;:|()]{{0,3}}|[,;:|])"
# Day 01-31; 40 or 60 is added where the number stands for one that is not known.
DAY = "(?:0[1-9]|[12]\\d|3[01]|4[1-9]|[5-8]\\d|9[01])"
MONTH = "(?:0[1-9]|1[0-2])"
YEAR = "(?:18[5-9]\\d|19\\d\\d|20[0-5]\\d)"
CALENDAR = "(?:19|20)\\d\\d"
COMPACT = (
    rf"(?:{DAY}{MONTH}{YEAR}|{YEAR}{MONTH}{DAY}"
    rf"|{DAY}{MONTH}\d\d|\d\d{MONTH}{DAY})"
)
MARK = " ?[-./ ] ?"
DOTTED = (
    rf"(?:{DAY}{MARK}{MONTH}{MARK}(?:{YEAR}|\d\d)"
    rf"|(?:{YEAR}|\d\d){MARK}{MONTH}{MARK}{DAY})"
)
SHORT_DATE = (
    r"(?:[1-9]|[0-3]\d)[./-] ?(?:[1-9]|[01]\d)(?:[./ -]{1,2}['’]?| i ['’]?)"
    r"(?:\d{4}|\d\d)"
)
MONTHS = "(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober"
MONTHS += "|january|february|march|may|june|july|october|oct"
MONTHS += "|januari|februari|mars|mai|augusti|desember"
MONTHS += r"|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)\.?)"
# «24de» as «24.»; and the month in Roman figures, which between gaps has two signs.
ORDINAL = r"(?:[1-9]|[0-3]\d)(?:\.|['’.]?(?:e|de|te|ste|dje|den|nde|ende))?"
_ROMAN = (
    r"(?:[./-] ?(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})[./-] ?"
    r"| (?:ii|iii|iv|vi{1,3}|ix|xi{1,2}) )"
)


def in_words(year: str) -> str:
    """A date whose month is in words, of such a year."""
    between = "(?:[. -]?|,? ?(?:i|anno|år)? ?['’(]?)"
    return rf"(?:{ORDINAL}[ -]?{MONTHS}{between}|(?:[1-9]|[0-3]\d)\.?{_ROMAN}){year}"


IN_WORDS = in_words(r"(?:\d{4}|\d\d)")
# The month first, or the year.
TURNED = (
    rf"(?:{MONTHS} ?(?:[1-9]|[0-3]\d)(?:st|nd|rd|th)?[.,]? ?{YEAR}"
    rf"|{YEAR}[ .-]?{MONTHS}[ .-]?(?:[1-9]|[0-3]\d)|{YEAR},? {ORDINAL} ?{MONTHS})(?!\d)"
)
ANY_DATE = rf"(?:{COMPACT}|{DOTTED}|{SHORT_DATE}|{IN_WORDS})"
END = r"(?!\d|,\d{1,2}(?!\d))"
NOT_A_YEAR = rf"(?!{CALENDAR}(?!\d))"
