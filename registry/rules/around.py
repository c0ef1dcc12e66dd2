"""Whom to ring where nothing answers, by the folded words of a question: where the
patient is, on which side the asker is, and what is asked about. Tables of Danish, no
data of anybody's.
"""

import re

# The case in which each of two choices is the right one, where the question leaves it.
IF_ADMITTED, IF_AT_HOME = "er patienten indlagt", "er borgeren hjemme"
GP = "praktiserende-laege"
CHILDRENS_PSYCHIATRY = "buc"
# Before these, «vi i kommunen» is who asks: first of all, or after a word that a clause
# begins with. After another verb it may be where he asks («hvem ringer vi i kommunen»).
_BEFORE_WE = (
    r"(?:^|(?<= og)|(?<= men)|(?<= at)|(?<= naar)|(?<= hvis)|(?<= saa)|(?<= fordi)"
    r"|(?<= hvad)|(?<= som)|(?<= end)|(?<= hej)|(?<= goer)"
    r"|(?:^ skal|^ boer|(?<= hvad skal)|(?<= hvad maa)|(?<= hvad boer))"
    r"(?! (?:vi|jeg) paa))"
)
_BEFORE_US = r"(?:(?<= til)|(?<= hos)|(?<= for)|(?<= fra)|(?<= af)|(?<= med)|(?<= ved))"
_TRADE = (
    r"\w*(?:plejersken?|assistent|hjaelper|laege|terapeut|raadgiver|sekretaer|paedagog"
    r"|behandler|visitator|leder|vagt|ansat|jordemoder|medarbejder|koordinator)"
)
_HERE = r"(?:her|selv|lige|nu|ogsaa|som)"
# Who asks, up to the name of his house: he is in it, or rings from it. What comes from
# there, and what he waits for or gets there, is another side's; «jeg er på hospitalet»
# may be the patient's word. Of two words the second is no «kommunen»: that begins a new
# sentence («hos os i aftes, kommunen ...»).
_US = (
    rf"(?:{_BEFORE_WE} (?:vi|jeg) (?:i|paa|hos|ved)"
    rf"|{_BEFORE_US} os (?:i|paa|hos|ved)"
    rf"| (?:vi (?:er|arbejder|sidder)|jeg (?:arbejder|sidder))(?: {_HERE})*"
    rf"(?: {_TRADE})? (?:i|paa|hos|ved)"
    rf"| jeg er(?: {_HERE})* {_TRADE} (?:i|paa|hos|ved)"
    r"| (?:vi|jeg) ringer fra) (?:[^ ]+ (?![^ ]+e[nt] ))?"
)
# A visitor is at no house of his own: «vi er på sygehuset med vores mor».
_NO_VISIT = r" (?!(?:med|til|for|og venter) )"
_I_AM = r"(?: (?:jeg er|jeg som|vi som)|^ som)"
# The side that the asker is on, which is no help to ring.
ASKERS = {
    "kommune": re.compile(
        rf"{_US}(?:kommun\w*|raadhus\w*|visitation\w*|hjemmepleje\w*|jobcent\w*"
        r"|hjemmesygepleje\w*|akutteam\w*|plejehjem\w*|plejecent\w*|botilbud\w*"
        rf"|bosted\w*){_NO_VISIT}|{_I_AM} (?:ny |kommunal )?(?:sagsbehandler|visitator"
        r"|hjemmesygeplejerske) "
    ),
    "region": re.compile(
        rf"{_US}(?:afdeling\w*|afsnit\w*|hospital\w*|sygehus\w*|ambulatori\w*"
        rf"|psykiatrien|sengeafsnit\w*|akutmodtag\w*|skadestue\w*){_NO_VISIT}"
    ),
    "almen-praksis": re.compile(
        rf"{_US}(?:almen praksis|(?<! i )praksis|laegehus\w*|klinikken){_NO_VISIT}"
        rf"|{_I_AM} (?:huslaege|egen laege|praktiserende laege) "
    ),
}
OF_CHILDREN = re.compile(
    r" (?:\w*boern\w*|barn\w*|den unge|unge|soen|soenn\w*|datter\w*|buc|skolen|\d+ "
    r"aarig dreng|\d+ aarig pige) "
)
# Somebody who is treated or cared for, so that it is not of agreements alone. Children
# are somebody too, but for the agreements that are named by them («børneaftalen»).
OF_SOMEBODY = re.compile(
    r" (?:(?:en|den|vores|min|mit|mine|hans|hendes) (?:\w+ )?(?:borger|patient|beboer)"
    r"|borger|patient|beboer|doeende|gravide?|syg|syge|akut|akutte?|selvmord\w*"
    r"|(?:en|et) (?:gammel|aeldre)"
    r"|borgeren\w*|patienten\w*|beboeren\w*|pt|pten|han|hun|ham|hende|hans|hendes|min"
    r"|mit|mor|far|indlagt|udskrevet|udskrives|kvinde\w*|mand(?:en)?s?|maend\w*"
    r"|damen?s?|damer\w*|pigen?s?|piger\w*|drengen?s?|drenge\w*|baby\w*|spaedb\w*"
    r"|kone\w*|aegtefaelle\w*|samlever\w*|naboe?n?s?|soester\w*|bror\w*"
    r"|(?:mor|far|bedste)(?:mor|far)\w*|moster|faster|onkel|teenager\w*"
    r"|den (?:gamle|aeldre|syge|doeende|saarede|gravide|foedende|paaroerende)"
    r"|fru|hr|\d+ aarige?s?(?! \w*aftale)) "
    rf"|(?! \w*boern\w*(?: og \w+)?aftale){OF_CHILDREN.pattern}"
)
# A person's own: no secretariat knows of it. What somebody does («aftaler tid») is no
# agreement either: the bare word is one only after what a noun has before it.
_ONES_OWN = (
    r"(?:pleje|omsorgs|behandlings?|medicin|doserings|tids|time|moede|samtale|besoegs"
    r"|hjemmebesoegs|kontrol|konsultations|opfoelgnings|tolke|koersels|afhentnings"
    r"|aflastnings|ilt|sonde|dialyse|indlaeggelses|overflytnings|krise|telefon"
    r"|\w*udskrivnings|udskrivelses|koordinations)aftale"
)
# Which organisation, agreement or decision: no ward and no visitation knows of it.
OF_AGREEMENTS = re.compile(
    r" (?:kommuner|kommunerne|kommunernes|regioner|regionerne|regionernes"
    r"|(?:regions|sundheds|forretnings)raad\w*|kommunalbestyrelse\w*|kkr"
    r"|\w*(?:styregruppe|samordningsudvalg|samarbejdsudvalg)\w*|\w*sekretariat\w*"
    r"|planomraade\w*|\w*klynge\w*|snitfladekatalog\w*"
    rf"|(?!{_ONES_OWN}|aftaler? )\w*aftale(?:n|r|rne)?"
    r"|(?:hvilke|alle|de|disse|flere|andre|nye|gamle|gaeldende|lokale|faelles|om|af"
    r"|mange|nogen|nogle|begge|en|ny|ingen|der|hvilken|denne"
    r"|\w{3,}(?:lige?|ale?|elle?)) aftaler?"
    r"|\w*takst(?:en|er|erne)?|lovforslag\w*"
    r"|hvilke[nt]? (?:region|sundhedsraad|planomraade)"
    r"|(?:nord|syd|midt|byen) eller (?:nord|syd|midt|byen)) "
)
# Which house treats it, where the question says; else it is one of them.
OF_PSYCHIATRY = re.compile(r" \w*psyk(?!olog)\w* ")
OF_SOMATICS = re.compile(r" (?:\w*somatisk\w*|medicinsk\w*|kirurgisk\w*|ortopaed\w*) ")
