"""Ways to ask in which the subject stands between the words that ask, turned into the
way that has them together. Pure; true of Danish, not of questions.
"""

import re

_NO_CLAUSE = r"(?!\b(?:som|der|når|hvis|at)\b)[^,;.?!]"
# Within its clause, and with no clause of its own.
_SUBJECT = rf"((?=\S){_NO_CLAUSE}(?:{_NO_CLAUSE}){{0,60}}?)"
_END = r"(?=\s*(?:[.,;?!]|$))"
# A word to be explained; «planen» and «det» are known, and asked something about.
_WORD = (
    r"(?!(?:der|det|den|de|ikke|nyt|min|mit|vores|jeres|hans|hendes)\b"
    r"|[\w-]+(?:e[nt]|ne)\b)[\w-]+"
)
_TERM = rf"((?:(?:en|et) )?{_WORD}(?: {_WORD})?)"
# What may be no longer; «noget mere» and «råd til mere» are an amount.
_LASTING = r"((?!(?:noget?|nogen|lidt|meget|andet|flere)\b)[\w-]+(?: ikke)?)"
_OF = r"(?:folk|borgere?|patienter?|en|man|dem)(?: \w+)?"
_STILL = "(?:stadig(?:væk)?|endnu|fortsat)"
_ASKED = "(?:du|i|nogen|en|man|jeg|vi)"

# In turn: each is tried on what the ones before made of the question.
TURNED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        # «GOP = ?», «GOP =», «misbrug+psyk», as one writes on a telephone; the plus of
        # «HIV+ patient», «65+» and «+45» is a part of its word.
        (r"\s*=[\s?]*$", " betyder"),
        (r"(?<=[^\W\d_]{2})(?:\+|\s+\+\s+)(?=[^\W\d_]{2})", " og "),
        (
            rf"\bhvad vil {_SUBJECT} sige(?= at\b| i praksis\b|{_END})",
            r"hvad betyder \1",
        ),
        (rf"\bhvad er det nu,? (?:at )?{_SUBJECT} er\b", r"hvad er \1"),
        (
            rf"\b(?:ved|aner|husker|fatter|forstår)(?: {_ASKED})? ikke"
            rf"(?: helt| lige)?,? hvad {_SUBJECT} (?:er|betyder)\b",
            r"hvad betyder \1",
        ),
        (
            r"\b(?:forstår|kender)(?: jeg| vi)? ikke"
            rf" (?:ordet|begrebet|udtrykket|forkortelsen) {_SUBJECT}(?=[.,?!]|$)",
            r"hvad betyder \1",
        ),
        (
            rf"\bkan {_ASKED} (?:lige )?forklare(?: mig| os)?(?: hvad)?"
            rf" {_SUBJECT}(?: er| betyder)?(?=[.,?!]|$)",
            r"hvad betyder \1",
        ),
        (
            rf"\bhvad er {_TERM},? og hvad er {_TERM}{_END}",
            r"forskellen på \1 og \2",
        ),
        (
            rf"\bblande[rs]? {_SUBJECT} (?:og|med) {_SUBJECT} sammen\b",
            r"forskellen på \1 og \2",
        ),
        (rf"\bhvornår er {_SUBJECT} fra(?=[.,?!]|$)", r"fra hvornår er \1"),
        (rf"\b(?:findes|er der) {_SUBJECT} {_STILL}{_END}", r"eksisterer \1"),
        (
            rf"\b(?:findes|er der) {_LASTING} (?:længere|mere){_END}",
            r"eksisterer \1",
        ),
        (r"^(?:jeg |vi )?skal have fat (i|på) ", r"hvordan får jeg fat \1 "),
        (
            r"\bhvilken (\w+) er vi (?:inde )?i(?= nu|[.,?!]|$)",
            r"hvilken \1 gælder",
        ),
        # Whoever is admitted there belongs there.
        (
            rf"\bhvor (?:indlægges|behandles) {_OF} (?:fra|i) {_SUBJECT}"
            r" (?:psykiatrisk|i psykiatrien|på psyk)(?=[.,?!]|$)",
            r"hvilket psykiatrisk center hører \1 til",
        ),
        (
            rf"\bhvor (?:indlægges|behandles) {_OF} (?:fra|i) {_SUBJECT}(?=[.,?!]|$)",
            r"hvilket hospital hører \1 til",
        ),
    )
)


def turned(text: str) -> str:
    """The question with the words that ask together."""
    for pattern, instead in TURNED:
        text = pattern.sub(instead, text)
    return text
