"""The words that ask for a card: what is asked of its subject, and what never is.

They are true of Danish and of the field, not of questions: each line is one thing that
can be asked for, with the ways to ask for it. Every inflection counts.
"""

import re
from enum import StrEnum

from registry.language.danish import fold
from registry.language.numbers import ONES


class Asking(StrEnum):
    """What a question may ask of a card's subject."""

    CENTRE = "centre"
    HOSPITAL = "hospital"
    AREA = "area"
    CLUSTER = "cluster"
    COUNCIL = "council"
    REGION = "region"
    MUNICIPALITY = "municipality"
    SORT = "sort"
    BELONGING = "belonging"
    SUCCESSION = "succession"
    NAME = "name"
    LIFE = "life"
    PLACE = "place"
    WORK = "work"
    MEMBERS = "members"
    PHONE = "phone"
    AGREEMENT = "agreement"
    HEALTH_AGREEMENT = "health_agreement"
    IN_FORCE = "in_force"
    SINCE = "since"
    PARTIES = "parties"
    APPROVAL = "approval"
    REVIEW = "review"
    EDITION = "edition"
    FORMER = "former"
    PERIOD = "period"
    FOCUS = "focus"
    CONTENT = "content"
    GOAL = "goal"
    NATIONAL = "national"
    INDICATOR = "indicator"
    MEANING = "meaning"
    WHAT_IS = "what_is"
    WHO_IS = "who_is"
    POINTING = "pointing"
    DIFFERENCE = "difference"
    EITHER_OR = "either_or"
    EXISTENCE = "existence"
    MUST = "must"
    DUTY = "duty"


# A word spoken of as a word, and how one asks what is meant by it: «hvad indgår i
# begrebet», where «hvad indgår i» alone asks for what is in a thing.
SPOKEN_OF = (
    *("ordet", "begrebet", "forkortelsen", "forkortelse", "betegnelsen"),
    *("udtrykket", "termen", "fagordet", "fagudtrykket"),
)
HOLDING = (
    *("indgår i", "ligger i", "ligger der i", "omfatter", "rummer", "indeholder"),
    *("dækker", "hører under", "hører ind under", "hører med til", "med i"),
)

ASKING_WORDS: dict[Asking, tuple[str, ...]] = {
    Asking.CENTRE: (
        *("psykiatrisk center", "psykiatriske centre", "psykiatricenter", "PC"),
        *("psykiatri", "psykiatrien", "voksenpsykiatri", "psykiatrisk hospital"),
        *("psykiatrisk afdeling", "psyk", "center", "psykiatrisk skadestue"),
    ),
    Asking.HOSPITAL: (
        *("hospital", "sygehus", "områdehospital", "akuthospital", "lokalhospital"),
        "nærhospital",
    ),
    Asking.AREA: ("planområde", "planlægningsområde"),
    Asking.CLUSTER: ("sundhedsklynge", "klynge"),
    Asking.COUNCIL: ("sundhedsråd",),
    Asking.REGION: ("hvilken region", "hvad for en region"),
    Asking.MUNICIPALITY: ("kommune", "kommuner", "bydel", "bydele"),
    Asking.SORT: ("region", "regioner", "udvalg", "styregruppe", "organisation"),
    Asking.BELONGING: (
        *("hører til", "høre til", "hører under", "høre under", "hører", "tilhører"),
        *("tilhørsforhold", "optageområde", "optageområdet", "optager", "dækker"),
        *("dækningsområde", "omfatter", "ligger i", "ligger under", "med i"),
        *("indgår i", "hører ind under", "sorterer under", "hører ind"),
        *("en del af", "del af", "kommer på", "kommer fra", "modtager"),
    ),
    Asking.SUCCESSION: (
        *("afløser", "afløst", "afløses", "afløse", "afløseren", "afløsning"),
        *("efterfølger", "efterfølgeren", "erstatter", "erstattet", "erstattes"),
        *("erstatning", "nedlagt", "nedlægges", "nedlægge", "nedlægning"),
        *("sammenlagt", "sammenlægges", "sammenlægning", "lagt sammen"),
        *("lægges sammen", "lægge sammen", "lægges ned", "lagt ned", "fusion"),
        *("fusioneret", "bliver til", "blev til", "blevet til", "hvad bliver"),
        *("hvad blev", "hvad er blevet", "blev"),
        *("hedder nu", "nyt navn", "i stedet for", "afskaffet", "afskaffes"),
        *("eksisterer", "findes længere", "ikke længere", "erstattede", "afløste"),
        *("i stedet", "kom efter", "kommer efter", "hvad sker der med"),
    ),
    # What an organisation is called: of one that was replaced, what took its place.
    Asking.NAME: (
        *("hvad hedder", "hvad hed", "hvad kaldes", "hvad kalder man"),
        *("hedder i dag", "navnet på", "nye navn", "det nye navn"),
    ),
    Asking.LIFE: (
        *("oprettet", "oprettes", "stopper", "ophører", "slutter", "ophørt"),
        *("begynder", "starter", "startede", "virker", "træder i funktion"),
    ),
    Asking.PLACE: (
        *("hvor ligger", "hvor er", "hvor finder", "hvor findes", "ligger hvor"),
        *("hvor holder", "hvor har de til huse", "hvor i landet", "til huse"),
        *("hvilken by", "hvilke byer", "byer", "hvilken adresse", "hvilke adresser"),
        *("adressen på", "adressen til", "adresse på"),
    ),
    # What an organisation is there for.
    Asking.WORK: (
        *("tager sig af", "tager de sig af", "tage sig af", "sig af", "hvad laver"),
        *("hvad behandler", "laver de", "behandler de"),
    ),
    Asking.MEMBERS: ("medlem", "medlemmer", "sidder i", "hvem er i", "består af"),
    Asking.PHONE: (
        *("telefon", "telefonnummer", "telefonnumre", "tlf", "nummer på", "nummeret"),
        *("kontaktoplysninger", "kontaktoplysning", "åbningstid", "åbningstider"),
        *("ringe til", "ringer til", "mail", "mailadresse", "nummer"),
        *("hvem får fat i", "får fat i", "få fat i", "få fat på", "får fat på"),
        *("telefontid", "kontaktnummer", "e-mail", "kontakter", "i kontakt med"),
        *("hvordan kontakter", "hvor ringer", "fanger", "træffes", "træffetid"),
        *("kontaktperson", "kontaktinfo", "vagttelefon", "vagtnummer", "hotline"),
        *("have fat i", "have fat på", "telefonvagt"),
    ),
    Asking.AGREEMENT: (
        *("aftale", "samarbejdsaftale", "aftaletekst", "program", "katalog"),
        *("rammeaftale", "standardaftale", "standardskabelon", "ordning"),
    ),
    Asking.HEALTH_AGREEMENT: ("sundhedsaftale", "sundhedsaftaler"),
    Asking.IN_FORCE: (
        *("i kraft", "gælder", "gældende", "gyldig", "gyldighed", "gjaldt"),
        *("gælde", "gældt", "udløbet", "udløber", "udløb", "udløbe", "ophørt"),
        *("ophører", "ophør", "opsagt", "forældet", "videreført", "videreføres"),
        *("videreførelse", "bortfalder", "bortfaldet", "status", "aktuel"),
        *("aktiv", "aktivt", "aktive", "i brug", "bruges", "bruger man"),
        *("kørte efter", "kører efter", "arbejdede efter", "arbejder efter"),
        *("fulgte", "fulgt", "styrede efter", "ved magt"),
        *("aktuelle", "lige nu", "for tiden", "p.t.", "hvad sker der med", "fortsat"),
        *("har vi nu", "har nu", "kører vi på"),
    ),
    Asking.SINCE: (
        *("siden hvornår", "fra hvornår", "trådte i kraft", "træder i kraft"),
        *("trådt i kraft", "ikrafttræden", "ikrafttrædelse", "virkning", "virkede"),
        *("ikrafttrædelsesdato", "startdato", "opstartsdato", "opstart", "indgået"),
        *("trådte", "træder", "trådt", "begyndte", "startede", "starter"),
        *("fra hvilken dag", "fra hvilken dato"),
        *("hvilket år", "hvor længe har"),
    ),
    Asking.PARTIES: (
        *("part", "parter", "aftalepart", "aftaleparter", "underskrevet"),
        *("underskriver", "underskrev", "skrevet under", "tiltrådt", "medunderskriver"),
        *("aftaleparterne", "med i", "tilsluttet", "tilslutter", "tilsluttede"),
        *("hele regionen", "alle kommuner", "alle kommunerne"),
    ),
    Asking.APPROVAL: ("sagde god for",),
    Asking.REVIEW: (
        *("revideret", "revision", "revideres", "reviderede", "gennemgået"),
        *("gennemgang", "opdateret", "opdatering", "ændret", "fornyet"),
        *("gennemgås", "opdateres", "fornyes", "revidere"),
    ),
    Asking.EDITION: (
        *("udgave", "udgaver", "version", "versioner", "nyeste", "seneste"),
        "tidligere",
        *("forgænger", "generation", "gammel", "gamle", "nuværende"),
        *("ny", "nyere", "en ny", "et nyt"),
        *("oprindelig", "oprindelige", "daværende", "tidligste", "næste", "kommende"),
    ),
    # Of these the one that is over is meant.
    Asking.FORMER: (
        *("gammel", "gamle", "tidligere", "forgænger", "daværende"),
        *("oprindelig", "oprindelige", "før den nuværende", "før den gældende"),
        *("inden den nuværende", "før den her", "før denne", "den før"),
    ),
    Asking.PERIOD: (
        *("periode", "perioden", "aftaleperiode", "hvor længe", "løber", "slutter"),
        *("hvilke år", "udløbsdato", "slutdato", "fælles", "bortfald"),
        *("stopper", "ender", "er slut", "forbi"),
    ),
    Asking.FOCUS: (
        *("fokusområde", "fokusområder", "indsatsområde", "indsatsområder"),
        *("hovedområder", "områder", "satser", "satser på", "satsning", "tema"),
        *("temaer", "prioriterer", "prioriteter", "prioriterede", "lægger vægt på"),
    ),
    # What a text says: no word is meant by it («hvad står der i …»).
    Asking.CONTENT: (
        *("hvad står der", "hvad står der i", "står der i", "hvad handler"),
        *("handler om", "hvad omhandler", "hvad går", "går ud på", "hvad indeholder"),
    ),
    Asking.GOAL: (*("mål", "målet", "målene", "sundhedsmål", "kvalitetsmål"),),
    Asking.NATIONAL: ("nationale", "nationalt", "national"),
    Asking.INDICATOR: (
        *("indikator", "indikatorer", "måles", "måle", "målt", "måltal", "målepunkt"),
        "målepunkter",
    ),
    Asking.MEANING: (
        *("betyder", "betydning", "definition", "definitionen", "definer", "defineres"),
        *("hvad menes med", "menes med", "menes der med", "mener man med"),
        *("hvad forstås ved", "forstås ved", "forstår man ved"),
        *("står for hvad", "hvad står"),
        *("vil sige", "hvad dækker", "forklaring på", "for noget"),
        *("dække over", "dækker over", "dække alt over", "forstår i ved"),
        *("forstår ved", "forstå ved", "mener i med", "mener med", "mener de med"),
        *("mener han med", "mener hun med", "mente de med", "mener lægen med"),
        *SPOKEN_OF,
        *(f"{holds} {word}" for holds in HOLDING for word in SPOKEN_OF),
    ),
    # After a word that was just named.
    Asking.POINTING: (
        *("hvad betyder det", "hvad betyder det ord", "hvad vil det sige"),
        *("hvad er det", "hvad er det for noget", "hvad i alverden er det"),
        *("hvad søren er det", "hvad pokker er det", "hvad i himlens navn er det"),
        *("forstår ikke det ord", "forstår ikke ordet", "kender ikke det ord"),
        *("kender ikke ordet", "aner ikke hvad det er", "ved ikke hvad det er"),
        *("ved ikke hvad det betyder", "aner ikke hvad det betyder"),
    ),
    Asking.WHAT_IS: ("hvad er", "hvad er en", "hvad er et", "hvad er egentlig"),
    # Of an organisation alone: «hvem er det, der» asks for who does a thing.
    Asking.WHO_IS: (
        *("hvem er", "hvem er det", "hvem er de", "hvem det er", "hvad er det for en"),
        *("hvad er det for et", "hvad er det for nogle", "hvad er det for nogen"),
    ),
    Asking.DIFFERENCE: (
        *("forskel", "forskellen", "forskelle", "forskellig fra", "skelne"),
        *("skelner", "skelnes", "adskiller", "adskille", "adskilles", "det samme"),
        *("samme som", "noget andet end", "noget andet", "i modsætning til"),
        *("samme papir", "samme dokument", "samme ting", "samme plan", "samme slags"),
        *("forveksle", "forveksles", "forvekslet", "kontra", "versus", "vs"),
        *("sammenlignet med", "skel", "modsat", "hip som hap", "synonym for"),
        *("synonymer", "to ord for", "ens betydning", "bare et andet ord"),
        *("hvad er hvad", "hvilken er hvilken", "hvad for en er hvad"),
    ),
    Asking.EITHER_OR: ("eller",),
    Asking.EXISTENCE: (
        *("er der", "har vi", "mangler", "eksisterer"),
        *("aftale om", "indgået en", "lavet en"),
    ),
    Asking.MUST: ("skal", "skulle"),
    Asking.DUTY: (
        *("betale", "betaler", "betales", "betalt", "betaling", "regning", "udgift"),
        *("koste", "koster", "pris", "gebyr", "honorar", "finansiering", "takst"),
        *("finansierer", "finansieres", "refusion", "refunderer", "egenbetaling"),
        *("frist", "tidsfrist", "senest", "deadline", "hvor hurtigt", "hvor tidligt"),
        *("hvor lang tid", "hvor mange dage", "inden for hvor"),
        *("ansvar", "ansvarlig", "pligt"),
        *("forpligtet", "må", "ret til", "krav på", "berettiget", "bestemmer"),
        *("afgør", "visiterer", "visitere", "bevilger", "bevilge", "ordinerer"),
        *("udfører", "udføre", "leverer", "sørger", "hvem gør", "gør hvad"),
        *("hvem tager", "hvem laver", "hvem giver", "hvem kommer", "hvem kontakter"),
        *("hvem får", "underrette", "underretter", "hvem varsler", "hvem orienterer"),
    ),
}

# The asker reaches for somebody: whom to ring is asked, not whose duty it is.
_ASKER = "(?:jeg|vi|man|du)"
_TO_REACH = (
    "(?:kontakte|ringe|tale med|snakke med|skrive til|henvende|spoerge"
    "|(?:have|faa) (?:fat (?:i|paa)|kontakt (?:til|med)))"
)
REACHING = re.compile(
    rf" (?:(?:hvem|hvor|hvorhen)(?: (?!hv)[^ ]+){{0,3}}?"
    rf" (?:kontakter|ringer|henvender|skriver|taler|snakker|spoerger) {_ASKER}"
    rf"|(?:skal|kan|boer|maa|vil) {_ASKER}(?: [^ ]+){{0,2}}? {_TO_REACH}"
    rf"|{_ASKER} (?:skal|vil|boer|maa)(?: [^ ]+){{0,2}}? {_TO_REACH}"
    rf"|{_ASKER} faar fat (?:i|paa)) "
)

# Asked only by the word as it is written: who approved asks for what was, who approves
# for whose duty it is.
EXACTLY: dict[Asking, tuple[str, ...]] = {
    Asking.APPROVAL: (
        *("godkendt", "godkendte", "vedtaget", "vedtog", "vedtagne", "besluttet"),
        "besluttede",
    ),
    # Their stems are those of «finder» and «for».
    Asking.EXISTENCE: ("findes", "fandtes"),
    Asking.EDITION: ("forrige",),
    # Who explains it to a patient does not ask what it means.
    Asking.MEANING: ("forklar",),
    Asking.FORMER: ("forrige",),
    Asking.DUTY: ("godkender", "godkende", "godkendes", "vedtager", "vedtage"),
}
# After these a question for an agreement goes on to something else than what it is
# about.
AFTER_ABOUT = frozenset(
    fold(word)
    for word in "mellem imellem hvor hvem hvad hvornår hvordan som der hvis når".split()
)
ABOUT = frozenset(fold(word) for word in "om for vedrørende vedr på til".split())
# Who asks stands between the words that ask: «hvordan får jeg fat på».
ASKERS = frozenset(fold(word) for word in "jeg vi man du".split())
# They count or number what stands beside them, and say nothing of it.
NUMBER_WORDS = frozenset({"nr", "nummer", *map(fold, ONES)})
# «hvad er egentlig en …»
SMALL_AFTER_WHAT_IS = frozenset(
    fold(word)
    for word in "en et den det de egentlig lige nu så en ordet begrebet".split()
)
# «hvad hedder regionen nu», «i dag», «fra 2027»
SMALL_AFTER_NAME = SMALL_AFTER_WHAT_IS | frozenset({"i", "dag", "idag", "fra", "efter"})
# Last parts of words that name an agreement: rygestopaftalen.
AGREEMENT_ENDINGS = tuple(
    fold(word)
    for word in (
        *("aftale", "aftalen", "aftaler", "aftalerne", "aftalens", "overenskomsten"),
        *("program", "programmet", "programmer", "katalog", "kataloget"),
        *("ordning", "ordningen", "ordninger", "ordningerne"),
    )
)

# The lines of a card that answer what is asked, by how their labels begin.
LABELS_OF: dict[Asking, tuple[str, ...]] = {
    Asking.CENTRE: ("Psykiatrisk center",),
    Asking.HOSPITAL: ("Områdehospital", "Hospital"),
    Asking.AREA: ("Planområde",),
    Asking.CLUSTER: ("Sundhedsklynge",),
    Asking.COUNCIL: ("Sundhedsråd",),
    Asking.REGION: ("Region",),
    Asking.MUNICIPALITY: ("Kommune",),
    Asking.SUCCESSION: ("Afløs", "Træder", "Den efter", "Om udgaven"),
    Asking.NAME: ("Afløs", "Træder"),
    Asking.LIFE: ("Virker",),
    Asking.PLACE: ("Bemærkning",),
    Asking.WORK: ("Bemærkning",),
    Asking.MEMBERS: ("Bemærkning",),
    Asking.SINCE: ("I kraft", "Udgaver", "Periode"),
    Asking.PERIOD: ("Periode",),
    Asking.FOCUS: ("Fokusområder",),
    Asking.CONTENT: ("Fokusområder", "Kort"),
    Asking.GOAL: ("Nationale mål", "Fokusområder"),
    Asking.PARTIES: ("Parter", "Om parterne", "Formel part", "Part", "Tiltrædende"),
    Asking.APPROVAL: ("Godkendt", "Ansvarlig", "Om udgaven"),
    Asking.REVIEW: ("Gennemgået", "Udgaver", "Om udgaven"),
    Asking.EDITION: ("Udgaver", "Om udgaven"),
    Asking.FORMER: ("Status", "Afløs"),
}
