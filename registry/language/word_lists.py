"""Word lists of Danish that the analysis needs. They are true of the language, not of
questions.
"""

from pathlib import Path

from registry.language.units import LETTERS, SPELLINGS


def _words(name: str) -> frozenset[str]:
    """The words of a list that is too long to stand here."""
    path = Path(__file__).parent / "words" / f"{name}.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


# Spelling of a unit -> (factor, letter of its base): hours t, months m, working days h.
UNITS = {word: (unit.factor, LETTERS[unit.base]) for word, unit in SPELLINGS.items()}

# Endings by which a verb becomes a noun (udskrive -> udskrivning, udskrivelse).
DERIVED_ENDINGS = ("ningen", "ning", "elsen", "else", "ingen", "els", "ing")

# Inflected last parts of compounds, and their plain form.
IRREGULAR_ENDINGS: dict[str, str] = {
    "midlerne": "middel",
    "midlet": "middel",
    "midler": "middel",
    "centrene": "center",
    "centeret": "center",
    "centret": "center",
    "centre": "center",
    "børnene": "barn",
    "børns": "barn",
    "børn": "barn",
    "mændene": "mand",
    "mænd": "mand",
    "bøgerne": "bog",
    "bøger": "bog",
    "sengene": "seng",
    "sengen": "seng",
    "senge": "seng",
    "lægerne": "læge",
    "læger": "læge",
    "lægen": "læge",
    "møderne": "møde",
    "møder": "møde",
    "mødet": "møde",
    "strømperne": "strømpe",
    "strømper": "strømpe",
}

# Forms that the stemmer does not bring together: form or stem -> stem.
IRREGULAR: dict[str, str] = {
    "remedie": "remedi",
    "remedier": "remedi",
    "børns": "barn",
    "barnets": "barn",
    "unge": "ung",
    "ungt": "ung",
    "udskrevet": "udskriv",
    "udskrevne": "udskriv",
    "udskrev": "udskriv",
    "indlagt": "indlæg",
    "indlagte": "indlæg",
    "indlægg": "indlæg",
    "indlægges": "indlæg",
    "indlægge": "indlæg",
    "indlægger": "indlæg",
    "varsel": "varsl",
    "varsle": "varsl",
    "varsles": "varsl",
    "varsler": "varsl",
    "betalt": "betal",
    "bestilt": "bestil",
    "bestilling": "bestil",
    "overtaget": "overtag",
    "overtage": "overtag",
    "gravide": "gravid",
    "penge": "peng",
    "kilometer": "km",
    "kroner": "kr",
    "procent": "pct",
    "måned": "måned",
    "fødder": "fod",
    "tænder": "tand",
    "møde": "mød",
    "hjemløs": "hjemløs",
    "hjemløse": "hjemløs",
    "boligløse": "boligløs",
    "sengen": "seng",
    "senger": "seng",
    "læge": "læg",
    "uenige": "uenig",
    "uenighed": "uenig",
    "uenigheden": "uenig",
    "tvivler": "tvivl",
    "godkender": "godkend",
    "godkendte": "godkend",
    "vedtaget": "vedtag",
    "vedtagne": "vedtag",
    "vedtog": "vedtag",
    "afvist": "afvis",
    "fulgt": "følg",
    "fulgte": "følg",
    "behandlet": "behandl",
    "rapporteret": "rapporter",
    "kørt": "kør",
    "kørsel": "kør",
    "kørslen": "kør",
    "sendt": "send",
    "meldt": "meld",
    "færdigmeldt": "færdigmeld",
    "henvist": "henvis",
    "tilkendt": "tilkend",
    "godkendt": "godkend",
    "drikker": "drik",
    "drukket": "drik",
    "psykiatrisk": "psykiatri",
    "psykiatriske": "psykiatri",
    "psykiatrien": "psykiatri",
    "psykiatriens": "psykiatri",
    "psykiatr": "psykiatri",
    "psykiatri": "psykiatri",
    "somatisk": "somatik",
    "somatiske": "somatik",
    "somatikken": "somatik",
    "kommunal": "kommun",
    "kommunale": "kommun",
    "kommunalt": "kommun",
    "ernæringspræparat": "ernæringspræparat",
    # Longer words that the stemmer makes one with a small one: dem, som, læge, indsat.
    "demens": "demens",
    "demensen": "demens",
    "dement": "demens",
    "demente": "demens",
    "sommer": "sommer",
    "sommeren": "sommer",
    "lægge": "lægg",
    "lægger": "lægg",
    "lægges": "lægg",
    "indsats": "indsats",
    "indsatsen": "indsats",
    "indsatser": "indsats",
    "indsatserne": "indsats",
}

# Words that ask, and the row field each asks for (None: asks for no single field).
QUESTION_WORDS: dict[str, str | None] = {
    "hvem": "responsible",
    "hvis": None,
    "hvad": None,
    "hvilke": None,
    "hvilken": None,
    "hvilket": None,
    "hvor": None,
    "hvordan": None,
    "hvornår": "deadline",
    "hvorfor": None,
    "hvorhen": None,
    "frist": "deadline",
    "frister": "deadline",
    "fristen": "deadline",
    "tidsfrist": "deadline",
    "deadline": "deadline",
    "senest": "deadline",
    "betale": "payer",
    "betaler": "payer",
    "betales": "payer",
    "betalt": "payer",
    "betaling": "payer",
    "betalingen": "payer",
    "betalings": "payer",
    "finansierer": "payer",
    "finansieres": "payer",
    "finansiering": "payer",
    "finansieringsansvar": "payer",
    "koste": "payer",
    "koster": "payer",
    "kostede": "payer",
    "pris": "payer",
    "prisen": "payer",
    "udgift": "payer",
    "udgiften": "payer",
    "udgifter": "payer",
    "regning": "payer",
    "regningen": "payer",
    "dækker": "payer",
    "ansvar": "responsible",
    "ansvaret": "responsible",
    "ansvarlig": "responsible",
    "ansvarlige": "responsible",
    "myndighedsansvar": "authority",
    "myndighed": "authority",
    "bevilger": "authority",
    "afgør": "authority",
    "bestemmer": "authority",
}

# Words that ask for a field and carry a subject too, so that a row must hold them all
# the same: they only say what an answer begins with.
NAMED_FIELDS = {
    "behandlingsansvar": "treatment_responsible",
    "behandlingsansvaret": "treatment_responsible",
    "behandlingsansvarlig": "treatment_responsible",
    "behandlingsansvarlige": "treatment_responsible",
    "lægeansvar": "treatment_responsible",
    "lægeansvaret": "treatment_responsible",
    "have besked": "informed",
    "få besked": "informed",
    "får besked": "informed",
    "orienteres": "informed",
    "underrettes": "informed",
    "informeres": "informed",
    "kommunens penge": "payer",
    "regionens penge": "payer",
    "hvis penge": "payer",
    "kommunens regning": "payer",
    "regionens regning": "payer",
    "kommunens kasse": "payer",
    "regionens kasse": "payer",
    "hvilken dato": "deadline",
    "hvilken dag": "deadline",
    "for sent": "deadline",
    "overskredet": "deadline",
    "overskrider": "deadline",
}
# Compounds that end so name a deadline, and what it is for: «svarfristen».
DEADLINE_HEADS = ("frist", "deadline")

# Words that carry no subject of their own: a row need not hold them. Function words,
# the verbs and adverbs of ordinary speech, and the words every row of such a catalogue
# is about.
LIGHT_WORDS = _words("light")

# Light words that mean nothing alone.
FUNCTION_WORDS = frozenset(
    """
    alle aldrig altid anden andet andre bare begge blandt blev blevet blive bliver bort
    burde dem den denne der deres derfor des det dette dig din dine disse dog efter egen
    egne eget eller ellers end endnu ens enten eventuelt evt fik flere for fordi foran
    forhold fra frem får fået før først gerne gør gøre gøres går gå gået ham han har
    have haft hans hele helt hen hende hendes her herfra hinanden hos hun hver hverken
    hvis igen ikke imellem imod ind inde inden ingen intet jeg jer jeres jo kan kom
    komme kommer kommet kun kunne kort lade lige lidt længe man mange med meget mellem
    men mens mere mest mig min mine mindre mit mod måske måtte ned nej netop nogen noget
    nogle nok når nær næste også omkring ovenpå over overfor par på samme samt selv
    siden sig sin sine sit skal skulle som stadig stort stor straks så sådan tag tage
    til tilbage tit under uden ude uanset var ved vel vi via videre vil ville vores være
    været borger borgere borgeren borgerens patient patienten patienter patienterne
    person personen opgave opgaver aftale aftaler regler ansvar dag dage timer uger
    måneder døgn fortælle fortæller sige siger besked give giver
    """.split()
)

# Light words that nonetheless are the second half of many compounds.
LIGHT_HALVES = frozenset(
    "aftale aftaler opgave opgaver regler ansvar dag dage uger".split()
)

# Ordinary words whose every inflection is light: they are matched by their stems.
ORDINARY_WORDS = _words("ordinary")

# Verbs for handing something over: what is asked by them is where it goes, or to whom,
# and what it is stands beside them.
HANDLING_WORDS = frozenset(
    verb + ending
    for verb in (
        "send indsend fremsend tilsend videresend eftersend aflever indlever lever "
        "overlever indgiv lægg"
    ).split()
    for ending in ("e", "es", "er")
)

# Words of everyday life that name a subject, and so are never a slip of the finger for
# another word, though no agreement is about them.
EVERYDAY_WORDS = _words("everyday")

# With «hvor» before them they ask for a figure: hvor mange, hvor længe.
FIGURE_WORDS = frozenset(
    "mange meget længe lang langt hurtigt gammel gamle stor store ofte tit hyppigt "
    "tidligt sent".split()
)

# And with these they ask for a time.
TIME_WORDS = frozenset("tid længe hurtigt tidligt sent ventetid".split())

# Words that set their neighbours beside each other, and words that so set all the
# question names.
EITHER_WORDS = frozenset("eller kontra versus vs".split())
DIFFERENCE_WORDS = frozenset(
    "forskel forskellen snitflade snitfladen snitflader".split()
)

# What comes after them is what the task is for, or about: «strømper til flamingoer»,
# «besked om kattehoteller».
PURPOSE_WORDS = frozenset("til for om".split())

# The asker among alternatives: «er det os eller kommunen» asks which of them it is.
SELF_WORDS = frozenset("jeg mig vi os vores selv".split())

# Words that ask what something costs, and those by which a row says it without an
# amount.
PRICE_WORDS = frozenset(
    """
    koste koster kostede pris prisen priser priserne takst taksten takster taksterne
    honorar honoraret honorarer honorarerne dyr dyrt dyre dyrere billig billigt billige
    billigere
    """.split()
)
PRICE_RULES = frozenset(
    """
    gratis gebyr egenbetaling brugerbetaling tilskud takst takster takstens døgntakst
    døgntaksten
    """.split()
)

# «Skal patienten have det ene eller det andet»: what to give, which is a clinician's to
# choose.
MODAL_WORDS = frozenset("skal må bør kan burde skulle".split())
GIVING_WORDS = frozenset("have få tage gives".split())

# What somebody believes or says decides nothing, nor what the asker feels.
BELIEVING_WORDS = frozenset("tror troede mener mente synes syntes frygter".split())
FEELING_WORDS = frozenset(
    "bange bekymret nervøs utryg urolig rådvild frustreret ked fortvivlet".split()
)
ASKER_WORDS = frozenset("jeg vi man".split())

# How ill somebody is, where no row tells those apart who are more or less so.
DEGREE_WORDS = frozenset(
    "let lettere mild mildere moderat middelsvær svær svært sværere "
    "tilbagevendende førstegangs begyndende".split()
)

# Last parts of compounds for somebody: «terminalpatient».
OF_SOMEBODY = tuple(
    word + ending
    for word, endings in (
        ("patient", ("", "en", "er", "erne", "ens")),
        ("borger", ("", "en", "e", "ne", "ens")),
    )
    for ending in endings
)

# Words that ask for a list of agreements.
LISTING_WORDS = frozenset(
    """
    aftale aftaler aftalerne samarbejdsaftale samarbejdsaftaler
    """.split()
)

# Last parts of compounds in the field; a compound is first split at one of these.
HEADS = tuple(
    """
    adgang advis afdeling afgift afgørelse afklaring afløsning afrusning afslutning
    aftale aftaler akutfunktion akutmodtagelse ambulatorium ansvar apparat apparatur
    arbejde artikel artikler assistance bandage bandager befordring behandling behandler
    behov beslutning besøg besked bestilling betaling bevilling bolig boform borger brev
    center dag dage dato delegation diabetes diagnose dialyse drift døgn ernæring
    finansiering forebyggelse forløb forplejning forsorg frist funktion færdighed
    fællesskab følge gode goder grad gruppe gæld hjem hjælp hjælpemiddel hjælpemidler
    hospital indlæggelse indsats instans institution journal kasse katalog kommune
    kontakt konference koordinator kort kost kursus kørsel kørestol lov læge lægemiddel
    løsning madras maskine medarbejder medicin medfinansiering melding middel midler
    misbrug mistrivsel myndighed møde mål nævn netværk niveau notat opfølgning ophold
    ordning ordination oplysning oplysninger orientering overgang pakke part patient
    person personale plan planer plads pladser pleje politik praksis program præparat
    præparater psykiatri pædagog rampe ramper rapport redskab redskaber region
    registrering rehabilitering ret rettighed rum rådgivning råd samarbejde samtykke
    sektor seng senge skade skema skole somatik specialist sted strømpe strømper
    styrelse støtte sundhed svigt sygdom sygehus sygepleje sygeplejerske system sår
    takst team telefon tid tilbud tilladelse tilskud tilstand timer tjeneste transport
    træning tvivl udgift udredning udskrivelse udskrivning udstyr undersøgelse
    underretning undervisning uddannelse udvalg vagt varsel varsling vejledning ventetid
    visitation vurdering værge øvelse økonomi
    """.split()
)

# Last parts of compounds that say what somebody suffers from.
COMPLAINT_HEADS = frozenset(
    "skade brud smerte operation lidelse læsion betændelse forstuvning".split()
)

# The small words for whoever is in someone's care, or may be.
KIN_WORDS = frozenset("far mor søn datter kone mand".split())
SOMEBODY_WORDS = KIN_WORDS | frozenset(
    "patient pt ptt ptn borger beboer indlagt udskrevet syg sygdom barn baby "
    "kvinde dame pige dreng årig ægtefælle ham hende".split()
)

# Words that tell of danger to somebody, now. The names of services («akutteam») do not.
DANGER_WORDS = """
    akut akutte amok besvimer besvimet brystsmerte brystsmerter farlig
    farligt farlige fare haster hasteindlægges knive kniv kniven kvæles kvæler livløs
    nødsituation nødstilfælde nødstedt overfald overfaldet overfalder sepsis
    trusler trussel truede truende truer truet vold voldelig voldelige voldeligt
    voldtaget voldtægt våben åndenød
""".split()
# Words begin so, and go on in any form or compound.
DANGER_BEGINNINGS = """
    bevidstløs blodforgift delir forblød forgift hjertestop kramper krampeanfald livsfar
    livstru overdos psykotisk selvmord selvskad suicid
""".split()
DANGER_PHRASES = (
    "blå læber",
    "eget liv",
    "falder om",
    "faldet om",
    "få luft",
    "får ikke luft",
    "får ikke vejret",
    "gøre en ende på det",
    "gør skade på",
    "gøre skade på",
    "livet af sig",
    "ikke få vejret",
    "ikke leve længere",
    "ikke leve mere",
    "ikke trækker vejret",
    "skade sig selv",
    "skader sig selv",
    "slå ihjel",
    "slå sig selv ihjel",
    "sit liv",
    "trækker ikke vejret",
    "vil dø",
    "ønsker at dø",
    "ønske om at dø",
)
