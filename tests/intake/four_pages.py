"""An agreement of four pages in prose, as an office has it in Word: invented, and no
agreement that anybody has made.
"""

import io

import docx
from docx.document import Document
from docx.shared import Cm, Pt

TITLE = "Samarbejdsaftale om blærekateter i eget hjem"
# How each line of the text begins tells what it is in Word.
STYLES = {
    "# ": "Heading 1",
    "## ": "Heading 2",
    "- ": "List Bullet",
    "1. ": "List Number",
}
TEXT = """
Aftalen er opdigtet og viser, hvordan en aftale kan være skrevet.
# 1. Baggrund og formål
Mange borgere udskrives med et blærekateter, som de ikke havde, da de blev indlagt. \
Tal fra hverdagen findes ikke i denne aftale, men både hospital, kommune og almen \
praksis oplever, at det ofte er uklart, hvem der skal skifte kateteret, hvem der \
beslutter, at det kan fjernes, og hvem borgeren skal ringe til, når det ikke virker \
om natten.
Formålet med aftalen er, at ingen borger har kateter længere end nødvendigt, og at \
der altid er én, der har ansvaret for den næste beslutning. Aftalen skal gøre det \
let for den enkelte medarbejder at se, hvad der er aftalt, også når der kun er en \
vagt på arbejde.
Aftalen ændrer ikke ved lovgivningens fordeling af opgaver. Den beskriver, hvordan \
parterne samarbejder inden for den.
# 2. Parter og målgruppe
Aftalen er indgået mellem Region Østdanmark, Allerød Kommune, Fredensborg Kommune og \
Hillerød Kommune.
Aftalen gælder for voksne borgere, der får anlagt kateter à demeure eller topkateter \
på et hospital, og som derefter bor i eget hjem eller i plejebolig i en af de tre \
kommuner. Aftalen gælder ikke for børn og unge under 18 år.
# 3. Før udskrivning
Når det er besluttet, at borgeren skal udskrives med kateter, skal hospitalet skrive \
en plan for kateteret. Planen skal fremgå af udskrivningsrapporten. Den indeholder:
- hvorfor kateteret er anlagt, og hvornår
- kateterets type og størrelse og den mængde vand, ballonen er fyldt med
- datoen for næste skift eller for det næste forsøg på at fjerne det
- hvem der har behandlingsansvaret indtil da.
Hospitalet sender planen til kommunen senest dagen før udskrivning. Udskrives \
borgeren samme dag, som det besluttes, ringer hospitalet desuden til kommunens \
sygepleje.
Kommunen bekræfter modtagelsen samme dag. Kan kommunen ikke begynde plejen på den \
dag, der er aftalt, giver kommunen hospitalet besked inden 4 timer.
Hospitalet giver borgeren en skriftlig vejledning med hjem. Den skal være skrevet i \
et sprog, som borgeren forstår. Hospitalet udleverer poser, skylleudstyr og et \
reservekateter til de første 14 dage.
# 4. Efter udskrivning
## 4.1 Den daglige pleje
Kommunens sygepleje besøger borgeren inden 24 timer efter udskrivning. Ved besøget \
gennemgår sygeplejersken planen sammen med borgeren og ser efter, om borgeren eller \
en pårørende selv kan skifte pose.
Kommunen udfører den daglige pleje af kateteret, hvis borgeren ikke selv kan. \
Kommunen dokumenterer urinens mængde og udseende den første uge.
## 4.2 Skift af kateter
Kommunens sygepleje skifter kateter à demeure hver 12. uge, medmindre planen siger \
andet. Hospitalet skifter topkateter første gang. Derefter skifter kommunen \
topkateter, når hospitalet har oplært sygeplejen i det.
Hvis et skift mislykkes, kontakter sygeplejersken hospitalets urologiske afdeling \
med det samme. Hospitalet ser borgeren samme dag.
## 4.3 Forsøg på at fjerne kateteret
Hospitalet indkalder borgeren til forsøg på at fjerne kateteret inden 14 dage efter \
udskrivning. Er borgeren for svag til at komme til hospitalet, kan forsøget foregå i \
hjemmet. I så fald fjerner kommunens sygepleje kateteret, og hospitalet vurderer \
resultatet efter telefonisk kontakt samme eftermiddag.
Kan kateteret ikke fjernes ved andet forsøg, beslutter hospitalet, om det skal være \
varigt. Hospitalet sender beslutningen til egen læge og til kommunen inden 3 \
hverdage.
# 5. Når noget går galt
Borgeren kan altid ringe til kommunens sygepleje. Sygeplejen vurderer, om der er \
brug for hjælp, og besøger borgeren inden 2 timer, hvis kateteret ikke løber.
Sygeplejersken kontakter egen læge ved tegn på infektion uden feber. Uden for egen \
læges åbningstid kontakter sygeplejersken lægevagten. Har borgeren feber, \
kulderystelser eller stærke smerter, skal sygeplejersken ringe til lægevagten eller \
112.
Hospitalets urologiske afdeling rådgiver kommunens sygepleje hele døgnet. Afdelingen \
noterer råd, den har givet, i journalen.
Den, der opdager en utilsigtet hændelse med et kateter, rapporterer den. Parterne \
drøfter hændelserne i den lokale samarbejdsgruppe.
# 6. Lægeligt behandlingsansvar
Hospitalet har det lægelige behandlingsansvar for kateteret, indtil det er fjernet, \
eller indtil hospitalet har besluttet, at det er varigt, og egen læge har modtaget \
beslutningen. Derefter har egen læge behandlingsansvaret.
Ordinerer lægevagten behandling, har lægevagten ansvaret for den, indtil egen læge \
har modtaget beskeden om det.
# 7. Ansvarsfordeling
Hospitalet har ansvaret for anlæggelsen, for planen og for beslutningen om, hvor \
længe kateteret skal ligge. Kommunen har ansvaret for plejen i hjemmet og for, at de \
medarbejdere, der udfører den, kan det. Egen læge har ansvaret for borgeren med \
varigt kateter.
Hospitalet tilbyder kommunens sygeplejersker oplæring i skift af topkateter to gange \
om året. Kommunen sørger for, at der i alle vagter er en sygeplejerske, der har \
deltaget.
# 8. Økonomi
Regionen betaler for kateter, poser og skylleudstyr de første 14 dage efter \
udskrivning og for alt udstyr til forsøg på at fjerne kateteret. Kommunen betaler \
derefter for udstyr til borgere med varigt kateter efter reglerne om hjælpemidler.
Regionen betaler oplæringen. Hver kommune betaler løn til egne medarbejdere, mens de \
oplæres. Der overføres ikke penge mellem parterne.
# 9. Samarbejde og opfølgning
Parterne nedsætter en lokal samarbejdsgruppe med en repræsentant for hospitalet, én \
for hver kommune og én for almen praksis. Gruppen mødes to gange om året.
Hospitalet opgør hvert år, hvor mange borgere der er udskrevet med kateter, og hvor \
mange af dem der har fået det fjernet inden 30 dage. Kommunen opgør, hvor mange \
akutte besøg der har været. Samarbejdsgruppen gennemgår tallene i første kvartal.
Er parterne uenige i en konkret sag, drøfter de nærmeste ledere den inden 2 \
hverdage. Borgeren skal have den nødvendige behandling, mens uenigheden afklares.
# 10. Ikrafttræden og ophør
Aftalen træder i kraft den 1. marts 2027 og gælder til og med den 31. december 2028. \
Parterne gennemgår aftalen senest den 1. oktober 2028.
Hver part kan opsige aftalen skriftligt med seks måneders varsel.
"""


def four_pages() -> bytes:
    """The agreement as a Word file, set as offices set such a text."""
    file = docx.Document()
    _set(file)
    file.add_paragraph(TITLE, "Title")
    for line in TEXT.strip().splitlines():
        sign = next((sign for sign in STYLES if line.startswith(sign)), "")
        file.add_paragraph(line.removeprefix(sign), STYLES.get(sign, "Normal"))

    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def as_copied() -> str:
    """What Word puts on the clipboard of its text, less the title."""
    lines = TEXT.strip().splitlines()
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=DA>
<!--StartFragment-->{"".join(map(_copied, lines))}<!--EndFragment--></body></html>"""


def _copied(line: str) -> str:
    for sign, level in (("# ", 1), ("## ", 2)):
        if line.startswith(sign):
            return f"<h{level}>{line.removeprefix(sign)}<o:p></o:p></h{level}>"
    if not line.startswith("- "):
        return f"<p class=MsoNormal>{line}<o:p></o:p></p>"
    return (
        "<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level1 lfo1'><span "
        "style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span>"
        f"</span></span>{line.removeprefix('- ')}<o:p></o:p></p>"
    )


def _set(file: Document) -> None:
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(12)
    normal.paragraph_format.space_after = Pt(10)
    normal.paragraph_format.line_spacing = 1.25
    for section in file.sections:
        section.left_margin = section.right_margin = Cm(2.8)
        section.top_margin = section.bottom_margin = Cm(2.5)
