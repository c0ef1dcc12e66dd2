"""Whom to ring where nothing answers, by the folded words of a question: where the
patient is, on which side the asker is, and what is asked about. Tables of Danish, no
data of anybody's.
"""

import re

# The case in which each of two choices is the right one, where the question leaves it.
IF_ADMITTED, IF_AT_HOME = "er patienten indlagt", "er borgeren hjemme"
GP = "praktiserende-laege"
CHILDRENS_PSYCHIATRY = "buc"
_US = r"(?:vi|os|jeg|jer)(?: [^ ]+){0,2}? (?:i|fra|hos|paa|ved) (?:[^ ]+ )?"
# The side that the asker is on, which is no help to ring.
ASKERS = {
    "kommune": re.compile(
        rf" (?:{_US}(?:kommun\w*|raadhus\w*|visitation\w*|hjemmepleje\w*|jobcent\w*"
        r"|hjemmesygepleje\w*|akutteam\w*|plejehjem\w*|plejecent\w*|botilbud\w*"
        r"|bosted\w*)|(?:jeg er|som) (?:ny |kommunal )?(?:sagsbehandler|visitator"
        r"|hjemmesygeplejerske)) "
    ),
    "region": re.compile(
        rf" {_US}(?:afdeling\w*|afsnit\w*|hospital\w*|sygehus\w*|ambulatori\w*"
        r"|psykiatrien|sengeafsnit\w*|akutmodtag\w*|skadestue\w*) "
    ),
    "almen-praksis": re.compile(
        rf" (?:{_US}(?:almen praksis|praksis|laegehus\w*|klinikken)"
        r"|(?:jeg er|jeg som|som) (?:huslaege|egen laege|praktiserende laege)) "
    ),
}
# Somebody who is treated or cared for, so that it is not of agreements alone.
OF_SOMEBODY = re.compile(
    r" (?:(?:en|den|vores|min|mit|mine|hans|hendes) (?:\w+ )?(?:borger|patient|beboer)"
    r"|borgeren\w*|patienten\w*|beboeren\w*|pt|pten|han|hun|ham|hende|hans|hendes|min"
    r"|mit|mor|far|indlagt|udskrevet|udskrives) "
)
# Which organisation, agreement or decision: no ward and no visitation knows of it.
OF_AGREEMENTS = re.compile(
    r" (?:kommuner|kommunerne|kommunernes|regioner|regionerne|regionernes"
    r"|(?:regions|sundheds|forretnings)raad\w*|kommunalbestyrelse\w*|kkr"
    r"|\w*(?:styregruppe|samordningsudvalg|samarbejdsudvalg)\w*|\w*sekretariat\w*"
    r"|planomraade\w*|\w*klynge\w*|snitfladekatalog\w*"
    r"|(?!udskrivnings|koordinations)\w*aftale(?:n|r|rne)?"
    r"|\w*takst(?:en|er|erne)?|lovforslag\w*|(?:besluttet|vedtaget|godkendt)"
    r"|hvilke[nt]? (?:region|sundhedsraad|planomraade)"
    r"|(?:nord|syd|midt|byen) eller (?:nord|syd|midt|byen)) "
)
OF_CHILDREN = re.compile(
    r" (?:\w*boern\w*|barn\w*|den unge|unge|soen|soenn\w*|datter\w*|buc|skolen|\d+ "
    r"aarig dreng|\d+ aarig pige) "
)
# Which house treats it, where the question says; else it is one of them.
OF_PSYCHIATRY = re.compile(r" \w*psyk(?!olog)\w* ")
OF_SOMATICS = re.compile(r" (?:\w*somatisk\w*|medicinsk\w*|kirurgisk\w*|ortopaed\w*) ")
