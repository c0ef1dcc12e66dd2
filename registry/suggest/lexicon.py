"""Classes of Danish words that the reading of sentences needs. True of Danish, not of
any text.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MODALS = {
    "skal": "duty",
    "bør": "duty",
    "kan": "may",
    "må": "may",
    "vil": "will",
    "skulle": "past",
    "kunne": "past",
    "ville": "past",
    "burde": "past",
    "måtte": "past",
}

# Infinitives of strong and irregular verbs; with any of PREFIXES they are others.
STRONG = _words(
    """bede binde blive bringe bryde byde bære drage falde finde få give gå gøre gribe
    have hjælpe holde hænge komme kræve lade lægge løbe rejse række rive ryge se sende
    sidde ske skrive skyde slå springe sprede spørge stige stå stige sætte sige sælge
    tage trække træde træffe tvinge tælle vide vinde være vælge følge gælde bringe
    tilbyde beslutte fortsætte fortælle forstå foreslå forestå begå opsøge råde nyde
    fastsætte bruge betale aftale tale bestille møde søge sørge køre høre lære føre
    klare kende melde dele læse vise bo ringe huske påhvile påse bese tilse støtte
    træne pleje yde dække udføre formidle genindlægge viderebringe viderestille
    dokumentere færdigmelde raskmelde overgå undgå indgå foregå udgå
    hvile ligge vende forny udveksle"""
)
PREFIXES = _words(
    """af an bi be bort efter er for fore forud frem fra færdig gen genind genud hen
    hjem igang ind iværk med mod ned næst om op over på sam samvær selv sammen til
    tilbage ud ude under ved vedlige vider videre gennem imøde igen klar kund kort
    rask syge fast fuld fri god godt hensyn inde samt mis sær udskriv stil hold
    tilrette hjemme fælles mel i u und medind medud overfør forhånds dosis tids nød
    ansvars"""
)
# Forms in -s that are active.
DEPONENT = _words("findes synes lykkes mødes enes trives mindes færdes tages")
DEPONENT = DEPONENT - {"tages"}
# What looks like a form of a verb and is none, or hardly ever in an agreement.
NEVER_VERBS = _words(
    """sagsbehandler borger borgere borgers patienter parter partner timer dage uger år
    måneder efter under over eller heller samt ved senest før mere der her hver når
    især næste første anden andre egne egen kommune kommuner kommunes læge læger
    lægers priser regioner sager sag tider midler steder afdelinger hospitaler
    sygehuse center centre leverandør leverandører pårørende personer person ældre
    yngre større mindre bedre flere færre værre fyldestgørende vedrørende nærmere
    senere tidligere yderligere alle begge ingen intet nogle mange denne dette disse
    hele selve samme udgifter hjælper penge ydelser regler krav ansvar formål
    opgaver opgave møder ordninger bilag dels ellers altså plads altid hos ens vores
    deres dets dens hans hendes stk bopæl ret tilbud forløb barn børn unge voksne
    familier familie medarbejdere medarbejder ugers dages timers døgn måneders års
    fælles stadig løbende indsats indsatser kvinder mænd mand kvinde side sider
    aften weekend aftener nærmeste ejer vejleder rådgiver forløber leder ledere
    rammer ramme linje bostøtte forældre mor far søskende kontaktpersoner
    kontaktperson områder område journaler hjælpemiddel hjælpemidler behandler
    behandlere handleplaner handleplan helligdage lørdage søndage hverdage hverdag
    nætter dag nat tidspunkter tværs hjems lands øvrigt gang gange tids livs gratis
    stort helst kriterier oplysninger henvendelser"""
) - {"behandler", "leder", "rådgiver", "vejleder", "forløber"}

# These have no object.
INTRANSITIVE = _words("ringe svare deltage møde mødes komme gå rejse")
# Verbs whose present is as often the plural of a noun; after a preposition, an article
# or an adjective, or before a preposition, they are the noun.
NOUN_LIKE = _words(
    """aftaler mangler samtaler planer varsler støtter plejer kontakter svarer klager
    rapporter prøver målinger tester besøger kurser tilbyder opgaver regler behandler
    leder rådgiver vejleder forløber bruger brugere ordner
    skader følger grunde krav grænser rester midler satser takster former rammer
    forsøger måler vagter noter støtte pleje samtale træne hjælpe tale aftale plan
    klage svare møde besøge behandle tilfælde poser salver cremer pumper slanger skinner
    sprøjter piller skiver lister koder masker skruer trapper"""
)

# Conjunctions that always begin a subordinate clause.
CONJUNCTIONS = _words(
    """hvis når såfremt medmindre fordi idet selvom skønt eftersom mens imens hvornår
    hvordan hvorvidt hvad hvem hvilken hvilket hvilke hvor hvorfra hvortil hvori hvorpå
    hvis dersom indtil forudsat medens ifald hvorimod"""
)
CONDITIONAL = _words(
    "hvis når såfremt medmindre dersom forudsat mens imens medens ifald"
)
# After a comma these begin a clause that says what then is done.
CONTINUING = _words("hvorefter hvorpå hvorved hvortil hvorimod mens imens medens")
COORDINATORS = _words("og samt men eller og/eller")
RELATIVE = _words("der som")
# Verbs and nouns that a question with «om» depends on.
ASKING = _words(
    """vurdere afgøre afklare undersøge spørge stilling beslutte tvivl uanset overveje
    drøfte tjekke kontrollere se oplyse afdække spørgsmål beslutning vurdering
    afgørelse enighed uenighed afhænge afhængig besked undersøge registrere notere
    fastslå konstatere efterspørge dokumentere"""
)

# One of two who were named: alone someone, though in form an adjective.
ONE_OF_TWO = _words("sidstnævnte førstnævnte")
ARTICLES = _words("den det de en et denne dette disse")
DETERMINERS = ARTICLES | _words(
    """egen eget egne alle begge hver hvert ethvert enhver nogen nogle ingen intet
    samme anden andet andre hele sin sit sine deres dens dets hans hendes øvrige
    sådan sådant sådanne visse"""
)
PREPOSITIONS = _words(
    """i på til fra ved med om af for efter før inden under over mellem blandt hos uden
    mod gennem igennem ad omkring bag foran siden trods vedrørende angående forud ifølge
    jf. som samt pr. pr iht. ift. henset udover bortset grundet uanset undtagen inkl.
    ekskl. indenfor udenfor via inklusive eksklusive imellem"""
) - {"samt", "som"}
ADVERBS = _words(
    """ikke aldrig altid herefter derefter efterfølgende dog desuden endvidere samtidig
    samtidigt således derfor her herudover derudover ligeledes tilsvarende normalt
    straks omgående snarest hurtigst muligt også fortsat stadig løbende selv kun alene
    dagligt ugentligt årligt månedligt ellers hurtigt skriftligt mundtligt telefonisk
    elektronisk sammen igen først senest tidligst så nu da derved dermed endelig evt.
    eventuelt fx f.eks. bl.a. især typisk som udgangspunkt principielt allerede
    umiddelbart nærmere ligesom automatisk heller ej både enten hverken forinden
    forudgående sideløbende undtagelsesvis almindeligvis imidlertid efterhånden
    gerne inden jævnligt regelmæssigt sædvanligvis direkte sidst generelt primært
    fremover fremadrettet udelukkende hertil dertil heraf deraf herom derom herved
    hovedsageligt ydermere tillige frit gensidigt indbyrdes ofte sjældent vidt"""
) - {"som", "inden", "udgangspunkt", "da"}
NEGATIONS = _words("ikke aldrig ej hverken næppe ingenlunde ingensinde")
# «Not only» says that more is so.
NOT_DENIED = _words("kun blot alene mindst senere")
# An exception that begins so is one from the row before.
REFERS_BACK = frozenset({"det", "dette", "reglen", "fristen", "kravet", "pligten"})
# Before a phrase these only set it off: kun egen læge.
FOCUSING = frozenset({"dog", "kun", "også", "alene", "især"})
# These have the form of a noun phrase, and say when.
ALWAYS = frozenset(
    tuple(said.split())
    for said in (
        *("døgnet rundt", "hele døgnet", "året rundt", "dag og nat"),
        *("alle hverdage", "alle ugens dage"),
    )
)
NONE = frozenset({"ingen", "intet"})
# A word alone that ends so says how.
MANNER = ("igt", "vis")
# After these a clause with a comma too says which one.
PICKING = frozenset({"den", "det", "de", "dem", "alle", "hver", "enhver", "en", "et"})
# After the verb these belong to the subject before it: «skal hver udpege».
FLOATING = frozenset({"hver", "begge", "selv", "alle"})
