"""How Danish says by when and how often: words and patterns, without any grammar."""

from registry.language.months import MONTHS
from registry.language.numbers import AMOUNT, BEGINNING
from registry.language.units import (
    PERIODS,
    THE_PERIODS,
    THE_UNITS,
    UNIT_IN_SINGULAR,
    UNIT_WORDS,
)

_TO = r"(?:\s*[-–]\s*|\s+(?:til|eller|og)\s+)"
_SPAN = rf"(?:henholdsvis\s+)?(?:(?:{AMOUNT}){_TO})?"
LENGTH = (
    rf"{_SPAN}(?:{AMOUNT})\s+(?:hele\s+|på\s+hinanden\s+følgende\s+)?"
    rf"(?:{UNIT_WORDS})(?!\w)"
)
# Before a length these only hedge it: how long it lasts may be hedged too.
HEDGE = r"(?:højst|maksimalt|maks\.|mindst|minimum|ca\.|cirka|normalt)\s+"
_MOST = (
    rf"(?:{HEDGE}|(?:senest|tidligst|allerede"
    r"|(?:i\s+)?de\s+første|inden\s+for|indenfor|inden|i\s+løbet\s+af|efter)\s+)"
)
_RELATION = r"(?:før|efter|inden|fra|forud\s+for)"
_ORDINAL = (
    r"(?:første|anden|andet|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende"
    r"|ellevte|tolvte|trettende|fjortende|femtende|sekstende|syttende|attende|nittende"
    r"|tyvende|tredivte|\d{1,2}\.(?:\s*[-–]\s*\d{1,2}\.)?)"
)
_DAY = rf"(?:{UNIT_IN_SINGULAR}|morgen|formiddag|eftermiddag|aften|vagt)"
_THE_DAY = rf"(?:{'|'.join(THE_UNITS)}|aftenen|morgenen|natten)"
_CLOCK_TIME = r"kl(?:\.|okken)?\s*\d{1,2}(?:[.:]\d\d)?"
_CLOCK = (
    rf"(?:på\s+hverdage\s+)?(?:(?:inden|før|efter|mellem|fra|omkring)\s+)?{_CLOCK_TIME}"
    rf"(?:{_TO}(?:{_CLOCK_TIME}|\d{{1,2}}(?:[.:]\d\d)?)(?!\w))?"
)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_DATE = rf"(?:den\s+)?\d{{1,2}}\.\s*{_MONTH}(?:\s+\d{{4}})?"
_DAY_OF_MONTH = (
    r"(?:inden\s+)?den\s+\d{1,2}\.\s+i\s+"
    r"(?:hver\s+måned|måneden(?:\s+efter\b)?|den\s+følgende\s+måned)"
)
_WEEK = r"\w*uge"
_IN = r"(?:i|inden|før|fra)\s+"
_TIMES = (
    rf"(?:(?:mindst|højst|minimum|ca\.)\s+)?(?:(?:{AMOUNT}){_TO})?(?:{AMOUNT})\s+gange?"
)
_OFTEN = (
    r"(?:årligt|halvårligt|kvartårligt|kvartalsligt|ugentligt|månedligt|dagligt"
    r"|(?:kvartals|måneds|halvårs)vist?)"
)
_PERIOD = rf"(?:{PERIODS}|kvartal|halvår|time|kvarter|vagt|14\.\s+dag)"
_THE_PERIOD = rf"(?:{'|'.join(THE_PERIODS)}|kvartalet|halvåret|timen|vagten)"
_SEASON = r"(?:forår|efterår|sommer|vinter)"
_WEEKDAY = r"(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)"
# What comes back, so that «ved hver» tells how often.
_MEETING = (
    r"\w*(?:kontrol|besøg|konsultation|møde|samtale|vagt|vagtskifte|undersøgelse"
    r"|måltid|behandling|tilsyn|levering|opfølgning|revision|gennemgang|træning)"
)
_EDGE = r"(?:udgang|begyndelse|start|slutning|afslutning|udløb)"
_AT_EDGE = r"(?:ved|inden)\s+(?:udgangen|begyndelsen|starten|slutningen)\s+af"
_PERIODS_OWN = (
    *(f"{the}s" for the in THE_PERIODS),
    "kvartalets",
    "halvårets",
    "vagtens",
)
_OF_THE_PERIOD = rf"(?:{'|'.join(_PERIODS_OWN)})"

# A notice runs up to what it is given of.
_NOTICE = (
    rf"med\s+(?:(?:et|mindst|minimum|højst)\s+)?(?:{AMOUNT})\s+(?:{UNIT_WORDS})s['’]?"
    r"\s+varsel(?:\s+til\s+(?:udgangen\s+af\s+)?(?:en|et|den\s+første\s+i\s+en)"
    r"\s+(?:måned|kvartal|år))?"
)

# These may have an event after their «før» or «efter», or none.
_DAYS = (
    rf"(?:på\s+)?(?:den\s+)?(?:samme|næste|følgende|førstkommende|første)\s+{_DAY}\b",
    rf"(?:(?:på|inden|efter|før|fra)\s+(?:den\s+)?|den\s+){_ORDINAL}\s+{_DAY}(?:en)?\b",
    rf"(?:i\s+løbet\s+af|inden\s+for)\s+(?:den|det)\s+{_ORDINAL}\s+{_PERIOD}\b",
    r"(?:på\s+)?(?:\w+-\s+(?:eller|og)\s+)?"
    r"(?:første|anden|tredje|fjerde|femte|sjette|syvende|andens?)dagen\b",
)
# The clock after «inden» is no event of the day: samme dag inden kl. 14.
_DAY_FROM = r"(?:\s+(?:efter|før|inden)\b(?!\s+kl))?"
_EARLIEST = r"(?:(?:allerede|tidligst|først)\s+)?"
_THE_DAY_FROM = rf"{_EARLIEST}{_THE_DAY}\s+(?:efter|før|inden)\b(?!\s+kl)"
_COUNTED_FROM = r"(?:forinden|forud(?!\s+for)|i\s+forvejen|senere|derefter|herefter)\b"
_ALONE = (
    rf"(?:hurtigst|snarest)\s+muligt\s+og\s+(?:senest|ikke\s+senere\s+end|inden\s+for)"
    rf"\s+{LENGTH}(?:\s+{_RELATION}\b)?",
    rf"ikke\s+senere\s+end\s+{LENGTH}(?:\s+{_RELATION}\b)?",
    rf"i\s+{LENGTH}\s+(?:før|efter)\b|samtidig(?:t)?\s+med\b",
    rf"et\s+halvt\s+år\s+(?:(?:før|efter|inden|forud\s+for)\b|{_COUNTED_FROM})",
    r"på\s+det\s+tidspunkt\b",
    rf"(?:i\s+)?(?:indtil|op\s+til)\s+{LENGTH}\s+{_RELATION}\b",
    *(rf"{_EARLIEST}{day}{_DAY_FROM}" for day in _DAYS),
    rf"senest\s+\d{{1,2}}\.\s+{_DAY}{_DAY_FROM}",
    rf"{_THE_DAY_FROM}|{_CLOCK}|{_DATE}|{_DAY_OF_MONTH}",
    r"(?:på\s+)?den\s+(?:dag|uge|måned)\b"
    r"|på\s+(?:selve\s+)?(?:dagen(?:\s+for)?|\w+sdagen)\b|samme\s+\w+sdag\b"
    r"|\w*(?:udskrivnings|indlæggelses|afslutnings)dagen",
    rf"{_IN}{_WEEK}\s+\d{{1,2}}(?:{_TO}\d{{1,2}})?(?!\w)",
    rf"{_IN}(?:udgangen\s+af\s+)?\d{{1,2}}\.(?:{_TO}\d{{1,2}}\.)?\s+{_WEEK}\b",
    rf"(?:primo|medio|ultimo|i\s+(?:begyndelsen|starten|slutningen|midten)\s+af"
    rf"|{_AT_EDGE})\s+{_MONTH}\b(?:\s+måned)?(?:\s+\d{{4}})?",
    rf"{_AT_EDGE}\s+(?:hvert?\s+{_PERIOD}|{_THE_PERIOD})\b",
    rf"(?:ved|inden)\s+(?:{_OF_THE_PERIOD}|\w{{4,}}[te]s)\s+{_EDGE}\b",
    r"straks|omgående|øjeblikkelig(?:t)?|snarest(?:\s+muligt)?|hurtigst\s+muligt"
    r"|tidligst\s+muligt|prompte|ufortøvet|uopholdelig(?:t)?|med\s+det\s+samme"
    r"|ved\s+(?:først\s+givne|første)\s+lejlighed",
    r"så\s+(?:hurtigt|tidligt|snart)\s+som\s+(?:det\s+er\s+)?muligt",
    r"uden\s+(?:\w+\s+)?(?:ophold|forsinkelse|tøven)|umiddelbart(?!\s+at)"
    r"|i\s+god\s+tid",
    _NOTICE,
    rf"(?:en\s+gang|{_TIMES})\s+(?:(?:om|pr\.?|per|i)\s+(?:{_THE_PERIOD}|{_PERIOD})"
    rf"|(?:i\s+)?hvert?(?:\s+(?:{_ORDINAL}|halve))?\s+{_PERIOD})\b"
    rf"|{_TIMES}\s+{_OFTEN}",
    rf"(?:mindst\s+|højst\s+)?hvert?\s+(?:{_ORDINAL}\s+)?"
    rf"(?:{_PERIOD}|{_WEEKDAY}|{_SEASON}|{_MONTH}|halve\s+(?:år|time))\b"
    rf"(?:\s+i\s+{_MONTH}\b)?",
    rf"ved\s+hvert?\s+(?:{_ORDINAL}\s+)?{_MEETING}\b",
    rf"{_OFTEN}\b(?:\s+i\s+{_MONTH}\b)?",
    rf"i\s+løbet\s+af\s+(?:samme\s+)?(?:{'|'.join(THE_PERIODS)}|formiddagen"
    r"|eftermiddagen|aftenen|natten|weekenden)\b|inden\s+for\s+\w*fristen\b",
)
_HEADED = rf"{_MOST}*{LENGTH}(?:\s+{_RELATION}\b|\s+{_COUNTED_FROM})?"
_PART = "|".join((_HEADED, *_ALONE))
_LATEST = r"senest\b(?:\s+(?:på|ved|i\s+forbindelse\s+med|inden|efter|når|så\s+snart))?"
# A time may be counted in working hours alone.
_COUNTED = r"(?:\s+(?:på\s+hverdage|i\s+(?:hverdagene|dagtid|arbejdstiden))\b)?"
# How a time may begin: most words of a sentence need no closer look.
_BEGINNING = (
    rf"(?<!\w)(?=med\s|indtil|op\s|senest|tidlig|høj|maks|aller|mind|mini|ca|cirka|i\s"
    rf"|de\s|inden|efter|normalt|ikke\s|samtidig|først|henh|samme|næste|følgende|første"
    rf"|førstk|{_THE_DAY}|kl|den\s|på\s"
    rf"|\w*dagen|straks|omg|øjeb|snarest|hurtigst|så\s"
    rf"|uden|umid|en\s|hver|årl|halvå|ugent|måned|dagl|kvart|før|for|primo|medio|ultimo"
    rf"|ved\s|mellem|fra\s|omkring|prompte|ufort|uopho|anden|tredj|fjerd|femte"
    rf"|sjett|syven|{BEGINNING})"
)
TIME = (
    rf"{_BEGINNING}(?:(?:{_LATEST}\s+(?=(?:{_PART}))|)(?:{_PART})(?!\w){_COUNTED}"
    rf"|{_LATEST}|(?:forud\s+for|inden|før|forinden|forud|på\s+forhånd)(?!\w))"
)
