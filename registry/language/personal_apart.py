"""CPR numbers whose date and four digits stand apart, or the other way round, and the
codes, sums and stamps they are told from: patterns over the plain form of a text
(personal_numbers.py).
"""

from typing import NamedTuple

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
    MARK,
    MONTH,
    NOT_A_YEAR,
    SEP,
    SHORT_DATE,
    in_words,
)
from registry.language.units import UNIT_WORDS


class Shape(NamedTuple):
    """One way to write a number, and what makes it something else: what the whole of it
    is, or what comes right after it; and whether words lead it and not a figure.
    """

    pattern: str
    itself: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_led: bool = False


UNITS = (
    rf"(?:kr|kroner|øre|dkk|eur|euro|t\.?kr|tkr|mio|mia|pct|procent|%|km|m2|stk"
    rf"|borgere|patienter|personer|børn|ansatte|medlemmer|indbyggere|senge|pladser"
    rf"|{UNIT_WORDS}|gange|kommuner|forløb|kontakter|besøg|sager"
    rf"|henvisninger|henvendelser|indlæggelser|udskrivninger|ydelser|g|mg|ml|l)"
    rf"(?![{LETTER}])"
)
COUNTED = rf" ?{UNITS}"
# Four digits or six that one of these names are a code, a page, an hour, a place.
_CODES = (
    rf"(?:sks|icd|icpc|drg|dags|atc|sor|gln|ean|cvr|snomed|nomesco"
    rf"|(?:ydelse|takst|diagnose|procedure|behandling|kommune|region|afdeling|afsnit"
    rf"|hospital|sygehus|yder|enhed|varen|post|sted|hjælpemiddel){ANY}"
    rf"|lov|lbk|bek|bekendtgørelse{ANY}|lovbekendtgørelse{ANY}|vejledning{ANY}"
    rf"|cirkulære{ANY}|cirk|vej|cis|skr|rundskriv|regulativ|overenskomst{ANY}"
    rf"|journal{ANY}|j\.? ?nr|sag|sags?n{ANY}|sagen|bilag|dokument{ANY}|skema|blanket"
    rf"|side|sider|s|kapitel|afsnit|punkt|pkt|stk|version|udgave|nummer i"
    rf"|lokale|rum|stue|bygning|opgang|etage|hus|dør|dk|tlf|tel|telefon{ANY}|mobil{ANY}"
    rf"|lokal|lokalnummer|omstilling|fax|konto{ANY}|reg|regnr|kl|klokken|klokkeslæt"
    rf"|uge|år|kr|dkk|eur)"
)
# Words after which four digits are no part of the date before them: they count, sum up,
# place or tell the time.
_ELSE = (
    rf"(?:{UNITS}|(?:{_CODES}|i|om|af|fra|til|for|ved|over|under|per|pr|inden|efter|før"
    rf"|mod|hos|samt|ca|cirka|omkring|knap|godt|mindst|højst|alt|ialt|heraf|deraf"
    rf"|hvoraf|var|blev|har|havde|findes|gjaldt|gælder|indtil|siden|sum|beløb{ANY}"
    rf"|budget{ANY}|udgift{ANY}|mens|men|gade|vej|by)(?![{LETTER}]))"
)
_WORD = rf"(?!{_ELSE})[{LETTER}]{{1,25}}"
# The words that may follow in a sentence about a person. Any other may be what is
# counted, or the town of a postal code.
_GOES_ON = (
    rf"(?:har|havde|skal|kan|vil|må|bør|er|var|bliver|blev|får|fik|bor|og|som|der|til"
    rf"|fra|på|med|ved|for|i|om|ikke|nu|hvad|hvem|hvor|hvornår|hvordan|indlagt"
    rf"|udskrevet|udskrives|indlægges|henvist|henvises|ønsker|ringer|kommer)"
    rf"(?![{LETTER}])"
)
_ENDS = rf"{END}(?![-./]\d)(?! ?(?!{_GOES_ON})[{LETTER}])"
# Words by which one says that the four digits belong to the date.
_MORE = (
    r"(?:kode|koden|pinkode|pin|ekstra|rest|resten|hale|halen|plus|suffiks|endetal"
    r"|kontroltal|hemmelig|hemmeligt|tal|tallet|tallene|bagefter)"
)
# A year that hardly begins a document's date here, and so is a year of birth.
_OLD = r"(?:1[89]\d\d|[3-9]\d)"
_ALONE = r"(?<!\d)(?<!\d[ ./,-])(?<!\d[^a-zæøå\d]{2})"


def _dated(year: str) -> str:
    """A date with marks or in words, of such a year."""
    return (
        rf"(?:{DAY}{MARK}{MONTH}{MARK}{year}|{year}{MARK}{MONTH}{MARK}{DAY}"
        rf"|(?:[1-9]|[0-3]\d)[./-] ?(?:[1-9]|[01]\d)(?:[./ -]{{1,2}}|, ?(?=1)){year}"
        rf"|{in_words(year)})(?!\d)"
    )


_OLD_DATE = _dated(_OLD)
# A later date is mostly a document's. Whoever was born on it has four digits that begin
# with 4-9, which no hour, year or postal code around here does.
_LATER_DATE = _dated(r"(?:20[0-2]\d|[0-2]\d)")
_LATER_FOUR = r"[4-9]\d{3}"
# What else such digits are where one can go.
_PLACE = rf"[{LETTER}]*(?:hospital|sygehus)(?:et|s|ets)?(?![{LETTER}])"
_OLD_COMPACT = rf"(?:{DAY}{MONTH}{_OLD}|{_OLD}{MONTH}{DAY})(?!\d)"
_DATE = rf"(?:{DOTTED}|{SHORT_DATE}|{IN_WORDS})(?!\d)"
# What such a date is the date of: a text, or what is counted on that day.
_LED_BY = "".join(
    rf"(?<!{word} )"
    for word in (
        *("pr", r"pr\.", r"pr\. d\.", r"pr\. den", "fra", r"fra d\.", "fra den", "af"),
        *(r"af d\.", "af den", "til", "siden", "gælder", "senest", "gældende"),
    )
)
_FOUR = rf"{NOT_A_YEAR}\d{{4}}"
_SPREAD = rf"{NOT_A_YEAR}\d[ .-]?\d[ .-]?\d[ .-]?\d"
# One figure after the other, as they are read aloud; a list has an «og».
ONE_BY_ONE = r"\d(?:[ .,-]{1,2}\d){3}(?![ .,-]{0,2}\d)(?! ?(?:og|eller|til|samt) \d)"
# A sentence that says that the number ends so.
_AT_LAST = (
    rf"(?=[^\d]{{0,60}}(?<![{LETTER}])(?:slutter|ender|sluttende|sidste)(?![{LETTER}]))"
)
# A day and a month without noughts, with gaps alone.
_GAPPED = r"(?:[1-9]|[0-3]\d) (?:[1-9]|1[0-2]) 1[89]\d\d"
# Marks alone, more than within a number; a comma or a bar parts two things.
_PARTED = rf"[^{LETTER}\d,;:|()]{{1,12}}"
_DRAWN = r" {0,2}[-_~=*+./\\<>^#\u2026\u2192]{1,8} {0,2}"
_BORN = rf"(?:født|f|fødselsdag{ANY}|fødselsdato{ANY}|fødselsår|cpr)"
# When something was made: the year first, and an hour that there is. Nobody born then
# has four digits that begin so.
NO_STAMP = (
    rf"(?!20[0-3]\d(?P<dash>[-.]?){MONTH}(?P=dash)"
    rf"(?:0[1-9]|[12]\d|3[01])(?:[-_t]| {{1,3}})"
    rf"(?:[01]\d|2[0-3])[-.:]?[0-5]\d(?:[-.:]?[0-5]\d)?(?!\d))"
)
APART = (
    # A date of birth and marks, whatever they are; after any date such as are drawn.
    Shape(rf"{_ALONE}{_OLD_DATE}{SEP}{{1,12}}{_FOUR}{_ENDS}"),
    Shape(rf"{_ALONE}{NO_STAMP}{_DATE}{_DRAWN}{_FOUR}{END}(?![-./]\d)(?! ?[{LETTER}])"),
    # A word or three between: after a date without marks, and after one of birth.
    *(
        Shape(
            rf"{before}(?:{SEP}{{1,6}}{_WORD}){{1,3}}{SEP}{{1,6}}{_FOUR}{_ENDS}",
        )
        for before in (
            rf"(?<!\d)(?<!\d[.,/]){COMPACT}(?!\d)",
            rf"{_ALONE}{_LED_BY}{_OLD_DATE}",
        )
    ),
    Shape(
        rf"{_ALONE}{NO_STAMP}{_LED_BY}{_LATER_DATE}"
        rf"(?:{SEP}{{1,6}}(?!{_PLACE}){_WORD}){{1,3}}{SEP}{{1,6}}{_LATER_FOUR}{_ENDS}"
    ),
    *(
        Shape(
            rf"{before}{_MORE}{SEP}{{0,6}}{_SPREAD}{END}",
            after=(COUNTED,),
        )
        for before in (
            rf"(?<!\d)(?<!\d[.,/]){COMPACT}{SEP}{{0,6}}",
            rf"{_ALONE}{_LED_BY}{_DATE}{SEP}{{0,6}}",
        )
    ),
    # One figure after the other, or four in two pairs after a word that leads to them.
    *(
        Shape(rf"{before}(?!\d){SEP}{{1,12}}{ONE_BY_ONE}", after=(COUNTED,))
        for before in (rf"(?<!\d)(?<!\d[.,/]){COMPACT}", rf"{_ALONE}{_OLD_DATE}")
    ),
    Shape(
        rf"{_BORN}{SEP}{{1,4}}{ANY_DATE}(?!\d)[^\d]{{1,20}}{ONE_BY_ONE}", is_led=True
    ),
    Shape(
        rf"(?<!\d)(?<!\d[.,/]){COMPACT}(?!\d)(?:{SEP}{{1,3}}(?:og|så|derefter|dernæst))"
        rf"{{1,3}}{SEP}{{1,3}}{_SPREAD}(?!{SEP}?\d)",
        after=(COUNTED,),
    ),
    # A sentence between that says that the number ends so.
    *(
        Shape(rf"{before}(?!\d){_AT_LAST}[^\d]{{1,60}}{_FOUR}{END}", after=(COUNTED,))
        for before in (rf"(?<!\d)(?<!\d[.,/]){COMPACT}", rf"{_ALONE}{_OLD_DATE}")
    ),
    Shape(rf"{_ALONE}{_GAPPED}[ -]{{1,3}}{_FOUR}{_ENDS}"),
    # The four digits first.
    Shape(rf"{_ALONE}{_FOUR}{_PARTED}{COMPACT}{END}(?!\.?\d| \d)", after=(COUNTED,)),
    Shape(
        rf"{_ALONE}{_SPREAD}{SEP}{{1,12}}{_OLD_COMPACT}(?![.,]? ?\d)", (), (COUNTED,)
    ),
    Shape(rf"{_ALONE}{_FOUR}[^{LETTER}\d|]{{1,12}}{_OLD_DATE}(?![-./ ]?\d)"),
    Shape(rf"{_ALONE}{_FOUR}{SEP}{{1,4}}{_BORN}{SEP}{{1,4}}{ANY_DATE}(?!\d)"),
    Shape(rf"{_ALONE}{_FOUR}(?:{SEP}{{1,4}}{_WORD}){{1,2}}{SEP}{{1,4}}{_OLD_COMPACT}"),
)
_LABELLED = rf"(?![{LETTER}])[^\d{LETTER}]{{0,4}}"
# A code's label, or the letters that it begins with, and the code and a date after it.
_ENDS_DATE = rf"(?:{COMPACT}|{DOTTED}|{SHORT_DATE})"
CODED = (
    (
        rf"(?<![{LETTER}])(?:{_CODES}|kode(?:n|r|rne)?){_LABELLED}"
        rf"(?:(?:kode(?:n|r|rne)?|nr|nummer|no){_LABELLED})?$",
        rf"{_SPREAD}{SEP}{{1,12}}{_ENDS_DATE}",
    ),
    (rf"(?<![{LETTER}])(?!cpr|nr)[{LETTER}]{{1,4}}$", rf"\d{{4}} {_ENDS_DATE}"),
)
# A sum is said to be one, before it or after it.
SUMMED = (
    rf"(?<![{LETTER}])(?:i ?alt|kr|dkk|eur|euro|tkr|mio|sum|saldo|total{ANY}|beløb{ANY}"
    rf"|budget{ANY}|udgift{ANY}|indtægt{ANY}|ramme{ANY}|bevilling{ANY}|tilskud{ANY}"
    rf"|omsætning{ANY}|regnskab{ANY}|besparelse{ANY}|provenu)"
    rf"(?:[^\d{LETTER}]{{1,3}}(?:på|er|var|udgør|om|i ?alt|ca|kr|dkk)){{0,3}}"
    rf"[^\d{LETTER}]{{0,3}}$"
)
SUM = r"[1-9]\d{0,2}([ .])\d{3}(?:\1\d{3})+"
AMOUNT_AND_YEAR = rf"[1-9]\d{{0,2}}(?:\.\d{{3}}){{1,2}}[ (]{{1,3}}{CALENDAR}"
