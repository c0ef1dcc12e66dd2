"""Classes of verbs and of the nouns that with a verb lay a duty on someone. Data."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What somebody is, has or undergoes, and what texts do: no action of anybody's.
STATIVE = _words(
    """være have blive få bo opleve føle ønske mene synes vide kende forstå huske lide
    fejle gælde omfatte udgøre bestå afhænge vare ske opstå foregå fremgå dreje
    betyde indebære medføre kræve forudsætte berøre vedrøre angå følge_af findes trives
    lykkes skyldes hedde ligge mangle behøve handle forekomme rumme eksistere
    modtage foreligge tilhøre høre kunne skulle ville burde måtte fungere virke falde
    opfylde rette tælle koste variere befinde opholde bygge hvile udspringe
    se kalde betegne definere stige træde bero træffes ophøre udløbe udeblive
    fravælge dø miste leve tåle nægte tro henhøre relatere råde_over disponere_over"""
)
# With a modal these are actions, and else they only tell how things are.
MOVING = _words("stå sidde gå komme vise begynde starte flytte dække")
# With an object these are actions: «begynder træningen».
STARTING = _words("begynde starte flytte")
PHRASAL = frozenset(
    {
        *(("stå", "for"), ("gå", "i"), ("komme", "med"), ("møde", "op")),
        *(("gå", "videre"), ("møde", "frem"), ("træde", "til")),
        *(("bidrage", "med"),),
    }
)
# Who does these has done what a clause after «at» says.
SECURING = _words("sørge sikre påse tilse garantere drage foranledige")
# What somebody hopes, holds or works towards.
AIMING = _words(
    """ønske tilstræbe stræbe bestræbe forvente håbe sigte anerkende
    prioritere styrke fremme understøtte bidrage medvirke bekræfte dele
    udvikle forbedre mindske øge tilskynde opfordre anbefale tilsigte skabe
    vægte tro opnå afspejle bygge udbrede rumme respektere"""
)
# With «skal» too these are how something is to be met, or only where a word is told.
MENTAL = _words(
    """opleve forstå se anse betragte opfatte definere kalde betegne omtale forvente
    tilstræbe ønske anføre nævne beskrive bemærke læse sigte bruge_om respektere møde
    anvende_om føle inddele forkorte regne kende understrege præcisere fremhæve
    præge kendetegne forveksle sidestille ligestille sammenligne sammenholde tolke
    fortolke henføre medregne fastslå"""
)
# Who only tells of something does nothing of it.
MENTIONING = _words("nævne beskrive anføre omtale understrege præcisere fremhæve")
# Who writes these down somewhere does it.
WRITING = _words("anføre beskrive")
# A text is to hold this: its writer's duty, whoever that is.
HOLDING = _words("indeholde omfatte beskrive angive rumme fremgå vedlægge")
# Whom one tells, calls or asks: the object is who is told.
INFORMING = _words(
    """kontakte orientere informere underrette advisere varsle adviserer tilkalde ringe
    meddele oplyse indkalde vejlede tilskrive rådspørge spørge konsultere involvere_om
    invitere anmode bede høre adspørge alarmere rykke tilbagemelde briefe"""
) - _words("spørge høre vejlede rykke")
# What goes to someone: «til» names who gets it.
GIVING = _words(
    """sende give fremsende videregive tilsende indberette melde rapportere returnere
    viderebringe formidle kommunikere skrive aflevere videresende overdrage oversende
    udlevere indsende levere tilbagemelde meddele kontakte rette henvende afgive
    overlevere videreformidle sætte stille eftersende begrunde ringe faxe maile
    tilbagesende færdigmelde anmelde medsende oplyse dele overføre indrapportere stile
    afrapportere"""
) - _words("sætte stille rette dele")
INVOLVING = _words("inddrage involvere medinddrage")
# With these a decision is the authority's.
DECIDING = _words("afgøre bevilge visitere tilkende")
PAYING = _words("betale finansiere hæfte")
# These pay where their object is an expense.
BEARING = _words("dele afholde dække bære refundere godtgøre udrede")
EXPENSES = _words(
    """udgift omkostning betaling beløb regning udgiftsdel honorar egenandel gebyr
    finansiering egenbetaling"""
)
# Who is charged pays; so does who is liable for what something costs.
CHARGING = _words("opkræve fakturere debitere afkræve")
PAYING_DUTIES = ("finansiering", "betaling", "udgift")
# What is allowed or forbidden where it is said that it can or cannot be done.
DISPOSING = _words(
    """benytte anvende bruge påklage afvise overdrage delegere fravige ændre pålægge
    opkræve kræve videregive udlevere genbruge ordinere afslutte udskrive overflytte
    flytte bestille tilbyde indkaldes visitere henvise indlægge refundere"""
) - {"indkaldes"}
# These have a thing as their object: «den videre kontrol varetager egen læge».
HANDLING = _words(
    """betale finansiere afholde udføre ordinere levere bestille varetage
    udarbejde udfylde dokumentere registrere afgøre bevilge refundere opbevare foretage
    planlægge forestå håndtere"""
)
# What somebody is to have, so that somebody gives it.
MESSAGES = _words(
    """besked underretning meddelelse orientering kopi information svar tilbagemelding
    advis varsel epikrise"""
)
SHARING = _words("dele fordele afregne")
# What somebody is to have, so that somebody gives it.
MESSAGES = _words(
    """besked underretning meddelelse orientering kopi information svar tilbagemelding
    advis varsel epikrise"""
)
SHARING = _words("dele fordele afregne")
# To demand or to decline is to choose.
CHOOSING = _words("kræve fravælge nægte")
# These are held, and cost nothing by being so.
MEETINGS = _words(
    """møde konference samtale kursus undervisning seminar audit drøftelse temadag
    konsultation workshop besøg valg dialogmøde koordinationsmøde netværksmøde"""
)
# Nouns that «have» a duty, a right or a possibility by.
DUTY_NOUNS = _words("ansvar pligt opgave forpligtelse hovedansvar koordinationsansvar")
RIGHT_NOUNS = _words("ret krav adgang fortrinsret retskrav")
MAY_NOUNS = _words(
    "mulighed bemyndigelse kompetence beføjelse mandat fuldmagt hjemmel tilladelse"
)
DUTY_ADJECTIVES = _words(
    "ansvarlig forpligtet pligtig forpligte hovedansvarlig tovholder ansvarligt"
)
RIGHT_ADJECTIVES = _words("berettiget berettige berettigede")
# Only people do these.
HUMAN = (INFORMING | GIVING | INVOLVING | DECIDING) - _words(
    "give sende levere rette sætte meddele oplyse begrunde"
) | _words(
    """vurdere udføre undersøge behandle vedlægge deltage træffe tilbyde returnere
        udarbejde udpege planlægge koordinere
        ordinere hente besøge ledsage træne vejlede rådgive instruere observere måle
        dosere aftale drøfte beslutte henvise udskrive indlægge sørge møde hjælpe"""
)
# What a noun ends in that is something and nobody.
THINGS = (
    *("ning", "else", "hed", "tion", "ans", "tet", "skab", "aftale", "plan", "forløb"),
    *("program", "indsats", "samarbejde", "løsning", "model", "regel", "møde", "ret"),
    *("mål", "formål", "krav", "princip", "vilkår", "afsnit", "bilag", "ansvar", "sag"),
    *("medicin", "behov", "liste", "skema", "system", "brev", "svar", "time", "dag"),
    *("opgave", "frist", "dato", "adgang", "værdi", "fase", "projekt", "ydelse", "lov"),
)
# A duty lies with, falls to or passes to whoever stands after the preposition.
RESTING = _words(
    """ligge påhvile overgå placere forblive tilfalde forankre høre_under tilhøre være
    overdrage varetage bære overtage følge overføre"""
)
RESTING_AT = _words("hos på til ved i af")
# To agree, or to hold, that somebody does something.
AGREEING = _words("aftale beslutte forudsætte")
TREATMENT = "behandlingsansvar"
AUTHORITY = "myndighedsansvar"
# Adverbs that join a sentence to another, and are nothing of what is to be done.
JOINING = _words(
    """herefter derefter efterfølgende desuden endvidere således derfor herudover
    derudover ligeledes tilsvarende samtidig samtidigt dog også endelig ydermere så
    altid normalt som_udgangspunkt fortsat typisk sædvanligvis dermed derved selv
    imidlertid ligesom herved hertil tillige"""
)
TOGETHER = (
    ("i", "samarbejde", "med"),
    ("i", "tæt", "samarbejde", "med"),
    ("i", "dialog", "med"),
    ("i", "samråd", "med"),
    ("i", "fællesskab", "med"),
    ("sammen", "med"),
    ("med", "inddragelse", "af"),
    ("under", "inddragelse", "af"),
    ("med", "bistand", "fra"),
    ("med", "hjælp", "fra"),
    ("med", "støtte", "fra"),
    ("med", "deltagelse", "af"),
    ("efter", "samråd", "med"),
    ("efter", "drøftelse", "med"),
    ("i", "koordination", "med"),
    ("bistået", "af"),
)
