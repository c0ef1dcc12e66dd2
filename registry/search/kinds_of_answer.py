"""What kind of answer a question asks for, where a row can have it or lack it. Pure.

Who does what says nothing of how it is done, why, where one buys it, or what number to
call: a row about the same subject answers such a question only where it tells that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from registry.catalogue.snapshot import Row
from registry.catalogue.told import worded
from registry.language.danish import Token, fold, stem, stems_in, tokenize
from registry.rules.citizens import CITIZEN_ACTORS
from registry.search.lexicon import Lexicon


class KindOfAnswer(NamedTuple):
    """A kind of answer: what asks for it, in the folded words of a question between
    blanks, and what a row that has it says, in its folded text; none has it where that
    is empty. What `asks` names «held» the row must say; «begins», as a word begins,
    where it stands within others (bil: rehabilitering). Rows of the kind of task `near`
    come nearest where none has it.
    """

    name: str
    asks: re.Pattern[str]
    has: re.Pattern[str] | None = None
    near: str = ""


# Who finds a fault in what the catalogue tells asks for no row.
FAULT = "who mends the catalogue"
_ASKER = r"(?:jeg|man|vi|du)"
_WHICH = r"hvilke[nt]?"
# What professions end with.
_PROFESSION = (
    r"\w*(?:plejerske|plejer|laege|terapeut|assistent|hjaelper|visitator|koordinator"
    r"|kontaktperson|paedagog|tolk|raadgiver|psykolog|psykiater|jordemoder|farmaceut"
    r"|konsulent|leder|medlem)"
)
# What a nurse does for a citizen, by what is done and to what.
_DEEDS = (
    r"(?:(?:giv|tag|stik)\w* (?:[^ ]+ ){0,3}?(?:insulin|indsproejtning|injektion)"
    r"|(?:doser|ophaeld|haeld)\w* (?:[^ ]+ ){0,3}?(?:medicin|pille|insulin)"
    r"|(?:skift|laeg)\w* (?:[^ ]+ ){0,3}?(?:forbinding|saar|plast|stomi|pose|kateter)"
    r"|(?:fjern|tag|klip)\w* (?:[^ ]+ ){0,3}?(?:sting|traad|sutur|agraf)"
    r"|(?:tag|maal)\w* (?:[^ ]+ ){0,3}?(?:blodproev|blodtryk|blodsukker)"
    r"|(?:dryp)\w* (?:[^ ]+ ){0,3}?oej)\w*"
)
# The same where what it is done to was named before: «insulin i hjemmet, hvem giver».
_NURSED = (
    r"(?:insulin|indsproejtning|injektion|sting|traad|sutur|agraf|blodproev|oejen"
    r"|stomi|saar|forbinding|kateter)\w* (?:[^ ]+ )*?hvem (?:[^ ]+ ){0,2}?"
    r"(?:giver|tager|skifter|fjerner|drypper|stikker|doserer)"
)
_NURSING = (
    r"(?:saarskift|forbindingsskift|insulingivning|medicindosering|medicinophaeldning"
    r"|blodproev|blodsukkermaaling|oejendryp|suturfjern|traadfjern|kateterskift"
    r"|stomipleje)\w*"
)
_VEHICLE = r"(?P<begins>bus|tog|metro|letbane|taxa|taxi|bil|cykl|cykel|faerge)\w*"
# Who may not do everything that a nurse does, by what they are called.
_HELPER = (
    r"(?P<held>sosu|social og sundheds|sundhedsmedhjaelper|sygehjaelper"
    r"|plejehjemsassistent|ufaglaert|paedagog|vikar|elev|studerende|fodterapeut"
    r"|hjemmehjaelper)"
)
_FAULT = (
    r"(?:forkert\w*|forkerte|fejl\w*|foraeldet|passer ikke|er ikke rigtig\w*"
    r"|usand\w*)"
)
# The catalogue and what it tells, as who reads it calls them. «Der står» is said of any
# letter: it is of the catalogue where the fault is in what is told «om» a thing.
_SAID = (
    r"(?:i skriver|(?:i|paa) (?:katalog\w*|siden|hjemmesiden|jeres)|teksten om"
    r"|oplysningen om|katalogets|raekken om)"
)
_STANDS = rf"(?:der|her) staar (?:(?:noget|nogen|en|et) )?{_FAULT} om"
_DRIVES = "koerer|koere|transporterer|befordrer|fragter"
# «Hvem kører akutsygeplejen» asks who is in charge of it.
_WHOM = (
    r"(?:\w*patient\w*|\w*borger\w*|\w*beboer\w*|ham|hende|mig|os|dem|mor|far"
    r"|mand\w*|kvinde\w*|dame\w*|barn\w*|boern\w*)"
)
# What only some may do, or is an act of its own: to have the authority, to pay, or to
# work together on the case, is not to do it.
_WHO_DOES = {
    name: (rf" hvem (?:[^ ]+ ){{0,2}}?(?:{said}) ", has)
    for name, said, has in (
        ("refers", "henviser|henvise", r"henvis"),
        ("prescribes", "ordinerer|ordinere", r"ordin|recept"),
        ("drives", rf"(?:{_DRIVES}) (?:[^ ]+ ){{0,3}}?{_WHOM}", r"koer|befordr|transp"),
    )
}
_LAID = r"(?:kad|kateter\w*|\w*sonde\w*|drop|venflon|pvk|cvk|kanyle\w*)"
# What is given by the hour or the time, and who is reached by a number of their own.
_SERVICE = (
    r"\w*(?:terapi|traening|hjaelp|pleje|stoette|behandling|aflastning|undervisning"
    r"|raadgivning|vejledning|tolkning|ledsagelse)(?:en|er|s)?"
)
_SPAN = r"(?:minutt|tim|doegn|dag|ug|maaned|gang)\w*"
_SPECIALIST = (
    r"\w+?(?:olog|iater|kirurg)|bagvagt|forvagt|overlaege|tandlaege|jordemoder"
)
_SUBSTANCE = r"(?:stof(?:fer|misbrug|brug)|alkohol|misbrug|rusmid|hash|heroin|kokain)"
_BODY = r"(?:mand|kvinde|dame|herre|barn|baby|pige|dreng|patient|borger|beboer)\w*"

KINDS_OF_ANSWER = (
    KindOfAnswer(
        "how it is reached",
        re.compile(
            r" (?:(?:telefon|kontakt)numm\w+|telefonnr|tlf|nummeret|mail\w*"
            r"|email\w*|aabningstid\w*|aabent|aabner|telefontid|traeffetid\w*) "
        ),
        re.compile(r"telefon|\bring|opkald|hotline|kontaktoplysning|\bnaas\b"),
    ),
    KindOfAnswer(
        "how a specialist is reached",
        re.compile(
            r" (?:telefonn\w+|tlf|nummer(?:et)?|mail\w*) (?:[^ ]+ ){0,2}?"
            rf"(?:til|paa|for) (?:[^ ]+ ){{0,3}}?(?P<held>{_SPECIALIST})\w* "
        ),
    ),
    KindOfAnswer(
        "how much of it is given",
        re.compile(
            rf" hvor mange {_SPAN} (?:{_SERVICE} "
            r"|(?:om|pr|i) (?:dag|ug|maaned|aar)\w* )"
        ),
        re.compile(
            r"\bgange?\b|\bpr\b|\bhver\b|\bop til\b|\bhoejst\b|\bvarer\b"
            r"|\b(?:dag|ugent|maaned|aar)lig"
        ),
    ),
    KindOfAnswer(
        "treatment of misuse",
        re.compile(rf" behandl\w* (?:af|for|mod) (?:[^ ]+ )?{_SUBSTANCE}\w* "),
        re.compile(r"misbrug|alkohol|\bstoffer|rusmid|afrus|abstinen|dobbeltdiag"),
    ),
    KindOfAnswer(
        "where it is had",
        re.compile(rf" hvor (?:finder|koeber|henter|parkerer|logger) {_ASKER} "),
    ),
    KindOfAnswer(
        "how one becomes it and what it earns",
        re.compile(
            rf" (?:hvordan bliver {_ASKER} (?:en |uddannet |ansat som )?{_PROFESSION}"
            r"|tjener (?:en|et|man|jeg|de)|loen(?:nen|trin)?"
            r"|uddannelsen? (?:til|som)|uddanne (?:mig|sig)|jobbet|job (?:som|i|hos)) "
        ),
        re.compile(r"uddann|\bloen|ansaet|autoris|udpeg|tilslut"),
    ),
    KindOfAnswer(
        "who nurses",
        re.compile(
            r"^(?!.* (?:betal\w*|regning\w*|udgift\w*|lever\w*|forkert\w*|uth) )"
            rf"(?: {_DEEDS}|.* (?:hvem (?:[^ ]+ ){{0,4}}?{_DEEDS}"
            rf"|{_NURSED}|{_NURSING})) "
        ),
        near="hjemmesygepleje",
    ),
    KindOfAnswer(
        "how it is laid",
        re.compile(rf" {_LAID} (?:ind )?paa (?:en |et |den )?(?:\w+ )?{_BODY} "),
        re.compile(r"\banlaeg"),
    ),
    KindOfAnswer(
        "by what one may go",
        re.compile(
            r" (?:kan|maa) (?:jeg|vi|man|han|hun|patienten|borgeren)"
            rf" (?:tage|koere|bruge|cykle|gaa) (?:[^ ]+ ){{0,5}}?{_VEHICLE} "
        ),
    ),
    KindOfAnswer(
        "what goes along",
        re.compile(
            rf" (?:hvad|{_WHICH} [^ ]+) skal (?:[^ ]+ ){{0,3}}?"
            r"med (?:$|(?:af|fra|naar|hvis|ved|ind|hjem|til) )"
        ),
        re.compile(r"\bsend|oplysning|rapport|\bmedgiv|udlever|\bbrev"),
    ),
    KindOfAnswer(
        "which profession may do it",
        re.compile(
            rf" (?:maa|kan) (?:en |et |den |vores )?{_HELPER}\w* "
            r"(?:og \w+ )?(?:[^ ]+ ){0,2}?(?:give|haenge|ophaenge|saette|laegge|dosere"
            r"|skifte|tage|maale|fjerne|stikke|suge|skylle|anlaegge|haelde|udlevere) "
        ),
    ),
    KindOfAnswer(
        "a report of concern",
        re.compile(
            r"^(?!.* (?:indl\w+|udskr\w+|henvis\w*|buc|\w*psykiatri\w*|forloeb\w*"
            r"|udred\w*|samarbejd\w*|moede\w*) ).* underretning(?:en|er|erne)? "
        ),
        re.compile(r"\bunderretning"),
    ),
    KindOfAnswer(
        FAULT,
        re.compile(
            rf" (?:{_STANDS}|{_SAID} (?:[^ ]+ ){{0,6}}?{_FAULT}"
            rf"|{_FAULT} (?:[^ ]+ ){{0,3}}?{_SAID}) "
        ),
    ),
    KindOfAnswer(
        "on which date",
        re.compile(r" (?:hvilken|hvilke) dato(?:er)? "),
        re.compile(r"\d|\bsenest\b|\bdag(?:e|en)?\b|\buger?\b|\bdoegn\b"),
    ),
    *(
        KindOfAnswer(f"who {name}", re.compile(asks), re.compile(has))
        for name, (asks, has) in _WHO_DOES.items()
    ),
    KindOfAnswer(
        "who sees first",
        re.compile(
            r" foerst (?:[^ ]+ ){0,5}eller (?:[^ ]+ )?(?:direkte|straks|lige|videre) "
        ),
        re.compile(r"\bfoerst\b|\bdirekte\b|\bhenvis"),
    ),
    KindOfAnswer("why", re.compile(r"^ (?:og |men )?hvorfor ")),
    KindOfAnswer("which is best", re.compile(rf" {_WHICH} (?:[^ ]+ )+bedst\w* ")),
    KindOfAnswer(
        "which form or make",
        re.compile(
            rf" {_WHICH} (?P<held>skema|blanket|formular|skabelon|kode|firma|maerke"
            r"|model|app|hjemmeside|linje|dosis|medicin)\w* "
        ),
    ),
)
# What a citizen is to pay is not told by which authority pays.
_OWN_SHARE = re.compile(
    r" (?:egenbetaling\w*|brugerbetaling\w*|egenandel\w*"
    r"|selv (?:\w+ ){0,2}?betale[rs]?|betale[rs]? (?:\w+ ){0,3}?selv"
    r"|(?:koster?|kostede) (?:det |den |de )?(?:mig|os|borgeren?|patienten?)"
    r"|(?:skal|maa) (?:jeg|man|borgeren?|patienten?) betale) "
)
_TELLS_SHARE = re.compile(
    r"egenbetal|brugerbetal|gratis|gebyr|vederlagsfri|tilskud|selv betale"
    r"|betale[rs]? selv|borgeren betaler|patienten betaler|uden betaling"
)
# By these one asks how hands do it, small as they are.
_HANDS = re.compile(r"(?:an)?laegger|saetter|stikker|skyller|suger|vender|loefter")
_HOW = re.compile(rf" hvordan (?P<verb>[^ ]+) {_ASKER} ")


def has_kind_asked(row: Row, words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the row says what the question's words ask for."""
    asked = f" {' '.join(word.exact for word in words)} "
    text = fold(" ".join(worded(row)))
    how = _HOW.search(asked)
    if how and not _does(how["verb"], text, lexicon):
        return False

    is_share = _OWN_SHARE.search(asked) and not _TELLS_SHARE.search(text)
    if is_share and CITIZEN_ACTORS.isdisjoint(row.snitflade.payer):
        return False

    return all(
        _has(kind, match, text)
        for kind in KINDS_OF_ANSWER
        if (match := kind.asks.search(asked)) is not None
    )


def tells_of_fault(words: Sequence[Token]) -> bool:
    """Whether a question is about a fault in the catalogue itself."""
    asked = f" {' '.join(word.exact for word in words)} "
    return any(k.name == FAULT and k.asks.search(asked) for k in KINDS_OF_ANSWER)


def nearest_task(words: Sequence[Token]) -> str:
    """The kind of task that comes nearest to a kind of answer which no row has; empty
    where the question asks for none such.
    """
    asked = f" {' '.join(word.exact for word in words)} "
    return next(
        (k.near for k in KINDS_OF_ANSWER if k.near and k.asks.search(asked)), ""
    )


def _has(kind: KindOfAnswer, match: re.Match[str], text: str) -> bool:
    said = match.groupdict()
    if held := said.get("held"):
        return held in text
    if begins := said.get("begins"):
        return f" {begins}" in f" {text}"
    return bool(kind.has and kind.has.search(text))


def _does(verb: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a row tells of what one asks how to do; a small verb is no doing."""
    small = tokenize(verb)
    by_hand = any(_HANDS.match(token.exact) for token in small)
    if not by_hand and all(lexicon.says_little(token) for token in small):
        return True
    return stem(verb) in stems_in(text)
