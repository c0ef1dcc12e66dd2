"""Word lists of Danish that the analysis needs. They are true of the language, not of questions."""

# Number words that stand before a unit of time.
NUMBER_WORDS: dict[str, float] = {
    "½": 0.5,
    "1/2": 0.5,
    "en": 1,
    "et": 1,
    "én": 1,
    "ét": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
    "tolv": 12,
    "fjorten": 14,
    "et halvt": 0.5,
    "halvt": 0.5,
    "halvandet": 1.5,
}

# Unit -> (factor, base): hours t, months m, working days h.
UNITS: dict[str, tuple[float, str]] = {
    "time": (1, "t"),
    "timer": (1, "t"),
    "timers": (1, "t"),
    "t": (1, "t"),
    "døgn": (24, "t"),
    "døgns": (24, "t"),
    "doegn": (24, "t"),
    "dogn": (24, "t"),
    "dag": (24, "t"),
    "dage": (24, "t"),
    "dages": (24, "t"),
    "dags": (24, "t"),
    "uge": (168, "t"),
    "uger": (168, "t"),
    "ugers": (168, "t"),
    "hverdag": (1, "h"),
    "hverdage": (1, "h"),
    "hverdages": (1, "h"),
    "arbejdsdag": (1, "h"),
    "arbejdsdage": (1, "h"),
    "arbejdsdages": (1, "h"),
    "måned": (1, "m"),
    "måneder": (1, "m"),
    "måneders": (1, "m"),
    "maaned": (1, "m"),
    "maaneder": (1, "m"),
    "maned": (1, "m"),
    "maneder": (1, "m"),
    "md": (1, "m"),
    "mdr": (1, "m"),
    "år": (12, "m"),
    "års": (12, "m"),
    "aar": (12, "m"),
    "aars": (12, "m"),
}

MONTHS = tuple(
    """
    januar februar marts april maj juni juli august september oktober november december
    """.split()
)

# Endings by which a verb becomes a noun (udskrive -> udskrivning, udskrivelse).
DERIVED_ENDINGS = ("ningen", "ning", "elsen", "else", "ingen", "els", "ing")

# Inflected last parts of compounds, and their plain form.
IRREGULAR_ENDINGS: dict[str, str] = {
    "midlerne": "middel",
    "midlet": "middel",
    "centrene": "center",
    "centret": "center",
    "centeret": "center",
    "centre": "center",
    "sengene": "seng",
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

# Words that carry no subject of their own: a row need not hold them. Function words, the verbs and
# adverbs of ordinary speech, and the words every row of such a catalogue is about.
LIGHT_WORDS = frozenset(
    """
    samarbejdsaftale samarbejdsaftaler samarbejdsaftalen samarbejdsaftalerne ad af aldrig alle
    allerede alligevel alt altid anden andet andre at bag bare begge blandt blev blevet blive
    bliver bør bruge bruger bruges brug burde da de deltage deltager dem den denne der deraf
    deres derfor dermed derpå des det dette dig din dine disse dit dog du efter egen egne eget
    ej eller ellers en end endda endnu ene eneste engang enhver ens enten er et eventuelt evt
    faktisk far fik find finde finder findes fire flere flest for fordi foregår forhold foran
    foretage forkert forskel forskellig forskellige forskellen fra frem fremme få får fået før
    først første gang gange gerne giv give giver gives givet gjort god godt gør gøre gøres gå
    går gået ham han har hav have haft hel hele heller helt hen hende hendes her herefter
    herfra hinanden hos hun hurtigt hurtig hurtigst husk hver hverken hvert i igen igennem
    ikke imellem imens imod ind inde inden indenfor ingen intet ja jeg jer jeres jo kan kom
    komme kommer kommet kun kunne kræve kræver kræves lad lade lader lave laver laves lavet
    ligger lige ligesom lidt liste lov længe længere løbende man mange med meget mellem men
    mens mere mest mig min mindre mindst mine mit mod mulig muligt muligheder mulighed må måde
    måske måtte navn nede nej nemlig netop nogen noget nogle nok nu nå når nærmest nødvendig
    nødvendige nødvendigt ny nye nyt næste og også om omkring op oppe os over overfor
    overhovedet par pga på påkrævet ret retten rigtig rigtige samme samt sammen se selv selvom
    send sende sender sendes sent ser ses set sidste sig sige siger simpelthen sin sine sit
    skal skete ske sker skulle skyld slags slet snart som stadig starter startes start stå
    står stede stor store straks svar sæt sætte sådan så søge søger tage tager tages taget
    tidlig tidligt tid tiden til tilbage tilbud tilbyde tilbyder tilbydes tilfælde tit to tro
    under undtagen ude uden udenfor ud uanset var ved vedr vedrørende vej vel vi vide videre
    vil ville vist vigtig vores være været ønske ønsker ønskes åben borger borgeren borgere
    borgerne borgers borgerens patient patienten patienter patienterne patients patientens pt
    person personen personer personale personalet brugeren brugere menneske mennesker folk
    mand manden kvinde kvinden ansvarsfordeling opgave opgaven opgaver opgaverne fordeling
    rolle roller regel regler reglerne reglen gælde gælder gældende omfatte omfattet omfatter
    omfattes aftale aftalen aftaler aftalt aftales sag sagen situation situationen behov
    behovet indsats indsatsen procedure fremgangsmåde klar kl nat natten dag dagen døgnet
    weekend aften aftenen morgen hjælp hjælpe hjælper hjælpes lang langt højst antal dage
    timer uger spørgsmål henvende kontakte kontakter kontaktes hedder betyder betyde skrive
    skriver bestille initiativ overtage overtager overtages tovholder fast pligt skyldes
    vedkommende handle handler sørge sørger skaffe skaffer levere leverer leveres udlevere
    udleverer udleveres dækkes håndtere håndterer varetage varetager varetages udføre udfører
    udføres stiller stille vurdere vurderer beslutte beslutter besluttes pr kontra versus vs
    snitflade snitfladen snitflader døgn time måned måneder år ca fx dvs mv hhv inkl ift ifm
    mht
    """.split()
)

# Ordinary words whose every inflection is light: they are matched by their stems.
ORDINARY_WORDS = frozenset(
    """
    acceptere aftale ane anse anvende arrangere bede befinde begynde beholde behøve beklage bekymre
    benytte berøre beskrive bestå bestille besvare bevare bevæge blande blive bringe bryde bygge
    bære byde bytte cykle diskutere dreje droppe dukke dumpe eje eksistere ende erfare
    etablere falde fange fastsætte fatte fejle finde forblive fordele foregå foreligge
    foreslå forestille foretrække forhindre forholde forklare forkorte forlade forlange forlænge
    forløbe forme formode forsinke forske forstå forsvinde forsøge fortsætte fortælle fortage
    forvente forældes fremgå fremme fremvise fungere fylde føle følge følges føre genbruge gentage
    gerne give glemme gribe gå gælde gøre hedde hente holde huske høre håbe ignorere igangsætte
    indebære indeholde indgå indhente indrette indvilge interessere involvere kalde kigge klare
    kende komme kopiere kræve kunne kvittere kæmpe lade lave lede lege leve ligge
    ligne love lukke lytte lægge læse løbe løse løfte mangle markere medbringe meddele medføre
    medtage mene miste måle mærke notere nævne nå nøjes omfatte opdage
    opfylde ophøre oplyse opleve oprette opstå optage ordne orke overholde overlade overleve
    overtage overveje passe pege placere planlægge pligte prioritere prøve præcisere række rage
    rede regne rette ringe rydde røre råde satse scanne se sende si sige sikre
    skabe skaffe ske skelne skifte skrive skulle skylde slutte slippe slå smutte snakke sove spilde
    spørge stamme standse starte stemme stige stille stole stoppe stå styre svare svigte synes syne
    sætte søge sørge tabe tage tale tie tilbyde tilføje tillade tilslutte time tjene tjekke tolke
    tro trække trænge true tænke tælle tømme udarbejde udbyde udebli udfylde
    udføre udgøre udlevere udløse udnytte udpege undgå undre  
    underskrive undskylde vare varetage vedlægge vende vente vide vinde virke vise vurdere 
    vågne være ændre ønske åbne ankomme afgive afhente afholde afhænge aflevere aflyse 
    afslå afsætte afvente angive anmode ansøge antage opgive opstarte igangværende
    skride skelne   

    absolut aktuel almindelig alvorlig anderledes ansvarlig automatisk bagefter bagud basal bestemt
    betydelig bevidst billig blot bred dagligdags daglig derhjemme derude desuden dobbelt dyr
    dårlig ekstra eneste enig enkel enkelt endelig endvidere faglig farlig fast fin flink fornuftig
    frisk fuld fælles færre generel grov haster helst hjemme hjem hjemad hurtig
    hård høj højst indtil interessant jævnlig kort konkret korrekt lav lille lovlig længst
    løs midt minimum maksimalt maksimal moderne muligvis mundtlig nem nogenlunde normal
    nuværende nær nærmere nødvendig offentlig officiel omgående ordentlig oprindelig passende
    planlagt positiv præcis primær principiel rask rent rettidig rimelig
    rolig samtidig samlet selvfølgelig senere sikker simpel skriftlig slem slut smart speciel
    stille stor strengt svær sædvanlig sådan tilstrækkelig travl tilfældig tilsvarende tit
    tung tydelig typisk tæt uge ulovlig umiddelbar umulig uklar ugentlig uheldig usikker uofficiel
    vanlig varig forkert vigtig voldsom ægte årlig øjeblikkelig øvrig åbenbar forvejen foregående
    efterfølgende følgende nævnte ovenstående pågældende hidtil indimellem løbende undervejs

    aften antal art behov begreb besked betingelse bevis brev bror chef dato datter dame
    del detalje dokument dreng eksempel emne ende enhed fald familie far far fejl ferie form formål
    forbindelse forløb formular forslag forklaring fru fyr gang grund halvdel hensyn herre
    idé indhold indstilling info information juni januar februar marts april maj juli august
    september oktober november december mandag tirsdag onsdag torsdag fredag lørdag søndag kilde
    klokken kode kollega kone krav kæreste leder linje liv mail medarbejder medlem minut mor måde
    måned mængde navn nummer nyhed område ord orden ordning oversigt papir part periode personale
    pige plan princip prioritet problem procent proces punkt regel resultat
    retningslinje rækkefølge sekund sekretær side skema skridt slags spørgsmål start status sted
    svar søn sønnen ting tidspunkt tilfælde tilgang tiltag titel trin type udgave udgangspunkt
    uge version viden weekend år årstal øjeblik barnebarn bedstemor
    forælder forældre mormor morfar farmor ægtefælle beboer ansat ansatte kollegaer teenager 
    fyren damen  
    """.split()
)

# With «hvor» before them they ask for a figure: hvor mange, hvor længe.
FIGURE_WORDS = frozenset("mange meget længe lang langt gammel gamle stor store ofte".split())

# Words that set their neighbours beside each other, and words that so set all the question names.
CHOICE_WORDS = frozenset("eller kontra versus vs".split())
DIFFERENCE_WORDS = frozenset("forskel forskellen snitflade snitfladen snitflader".split())

# Words that ask for a list of agreements.
LISTING_WORDS = frozenset(
    """
    aftale aftaler aftalerne samarbejdsaftale samarbejdsaftaler
    """.split()
)

# Last parts of compounds in the field; a compound is first split at one of these.
HEADS = tuple(
    """
    adgang advis afdeling afgift afgørelse afklaring afløsning afrusning afslutning aftale
    aftaler akutfunktion akutmodtagelse ambulatorium ansvar apparat apparatur arbejde artikel
    artikler assistance bandage bandager befordring behandling behandler behov beslutning
    besøg besked bestilling betaling bevilling bolig boform borger brev center dag dage dato
    delegation diabetes diagnose dialyse drift døgn ernæring finansiering forebyggelse forløb
    forplejning forsorg frist funktion færdighed fællesskab følge gode goder grad gruppe gæld
    hjem hjælp hjælpemiddel hjælpemidler hospital indlæggelse indsats instans institution
    journal kasse katalog kommune kontakt konference koordinator kort kost kursus kørsel
    kørestol lov læge lægemiddel løsning madras maskine medarbejder medicin medfinansiering
    melding middel midler misbrug mistrivsel myndighed møde mål nævn netværk niveau notat
    opfølgning ophold ordning ordination oplysning oplysninger orientering overgang pakke part
    patient person personale plan planer plads pladser pleje politik praksis program præparat
    præparater psykiatri pædagog rampe ramper rapport redskab redskaber region registrering
    rehabilitering ret rettighed rum rådgivning råd samarbejde samtykke sektor seng senge
    skade skema skole somatik specialist sted strømpe strømper styrelse støtte sundhed svigt
    sygdom sygehus sygepleje sygeplejerske system sår takst team telefon tid tilbud tilladelse
    tilskud tilstand timer tjeneste transport træning tvivl udgift udredning udskrivelse
    udskrivning udstyr undersøgelse underretning undervisning uddannelse udvalg vagt varsel
    varsling vejledning ventetid visitation vurdering værge øvelse økonomi
    """.split()
)
