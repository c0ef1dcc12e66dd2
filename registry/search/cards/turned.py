"""Ways to ask in which the subject stands between the words that ask, turned into the
way that has them together. Pure; true of Danish, not of questions.
"""

import re

_SUBJECT = r"(\S.{0,60}?)"
_OF = r"(?:folk|borgere?|patienter?|en|man|dem)(?: \w+)?"
_LONGER = "(?:stadig(?:væk)?|endnu|fortsat|længere|mere)"
_ASKED = "(?:du|i|nogen|en|man|jeg|vi)"

# In turn: each is tried on what the ones before made of the question.
TURNED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        # «GOP = ?», «GOP =», «misbrug+psyk», as one writes on a telephone.
        (r"\s*=[\s?]*$", " betyder"),
        (r"\s*\+\s*", " og "),
        (rf"\bhvad vil {_SUBJECT} sige\b", r"hvad betyder \1"),
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
            rf"\bhvad er {_SUBJECT},? og hvad er {_SUBJECT}(?=[.,?!]|$)",
            r"forskellen på \1 og \2",
        ),
        (
            rf"\bblande[rs]? {_SUBJECT} (?:og|med) {_SUBJECT} sammen\b",
            r"forskellen på \1 og \2",
        ),
        (rf"\bhvornår er {_SUBJECT} fra(?=[.,?!]|$)", r"fra hvornår er \1"),
        (rf"\b(?:findes|er der) {_SUBJECT} {_LONGER}\b", r"eksisterer \1"),
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
