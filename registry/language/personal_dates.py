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
SHORT_DATE = r"(?:[1-9]|[0-3]\d)[./-] ?(?:[1-9]|[01]\d)[./ -]{1,2}(?:\d{4}|\d\d)"
MONTHS = "(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober"
MONTHS += r"|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)\.?)"
IN_WORDS = rf"(?:[1-9]|[0-3]\d)\.?[ -]?{MONTHS}[. -]?(?:\d{{4}}|\d\d)"
ANY_DATE = rf"(?:{COMPACT}|{DOTTED}|{SHORT_DATE}|{IN_WORDS})"
END = r"(?!\d|,\d{1,2}(?!\d))"
NOT_A_YEAR = rf"(?!{CALENDAR}(?!\d))"
