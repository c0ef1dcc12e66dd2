"""Texts as people type them, one of each kind that Markdown may misread."""

from tests.web.typed import Typed

# What stands there is what should be read.
AS_TYPED = (
    "1. maj 2026 er fristen.\n2. juni 2026 er mødet.",
    "Fristerne er:\n1. maj\n2. juni\n3. juli",
    "2. Regionen betaler.\n\nMellemtekst uden punkt.\n\n3. Kommunen betaler.",
    "Kommunen skal\na) varsle,\nb) betale og\nc) følge op.",
    "Punkt 1.) Kommunen varsler\nPunkt 2.) Regionen svarer",
    "1.) Kommunen varsler\n2.) Regionen svarer",
    "1) Kommunen\n  a) varsler\n  b) betaler\n2) Regionen",
    "(1) Regionen\n(2) Kommunen\n(i) Lægen",
    "I. Formål\nII. Parter\nIII. Økonomi\nIV. Ophør",
    "i. henvisning\nii. indlæggelse\niii. udskrivning",
    "A. Voksne\nB. Børn\nC. Ældre",
    "kl. 8.30 mødes vi.\n8.30 begynder mødet.\n10. deltager er lægen.",
    "1.000,50 kr. pr. døgn\n2.000 kr. pr. plads",
    "1.976 kr. i 2016\n3.952 kr. fra dag 3",
    "- 1.000,50 kr. til regionen\n- 2.000,00 kr. til staten",
    "§ 1. Formål\n§ 2. Parter\n§ 3, stk. 1. Økonomi",
    "§ 13 a, stk. 1, nr. 2, litra c) gælder.",
    "Stk. 1. Regionen betaler.\nStk. 2. Kommunen betaler.",
    "Blodtryk <140/90 og >90/60\nBMI<18,5 og BMI>30",
    "Hvis alder<18 og score>=7 <se bilag> gælder <kommune> for <navn>",
    "Brug <-- og --> og <-> og => og <= her",
    "Værdi <b eller c> d",
    "    Indrykket linje med fire mellemrum\n        og otte",
    "\tTabulator først\n\t\tto tabulatorer\tog midt i",
    "Navn:\tHansen\nTelefon:\t38 64 00 00",
    "*Bemærk*) gælder ikke\n* note uden mellemrum\n**) anden note",
    "5 * 3 * 2 = 30 og 2*3*4=24",
    "* Se note 1\n** Se note 2",
    "Mærket med * gælder kun børn. Mærket med ** gælder voksne.",
    "___\nUnderskrift ____________ dato ____",
    "fil_navn_med_streger.docx og _intern_kode_",
    "Se [bilag 1] og [bilag 2] (s. 4)\n[1] Jf. loven\n[2]: ikke et link",
    "Jf. note [3](4) og ![billede] her",
    "Adressen er Kongens Vænge 2\n3400 Hillerød\nTlf. 38 66 60 00",
    "Kopi til: Hansen;\nJensen; Sørensen\n\n\n\nSlut på kopi",
    "Lægen\u00adpraksis og be\u00adhand\u00adlings\u00adansvar",
    "A\u030aben afdeling, Åben, cafe\u0301, pa\u030a, O\u0308stre",
    "fiﬁne og ﬂere ２４ timer",
    "Kommunen¹ betaler² ansvar³ og 10⁵ celler, m² og km³",
    "Note ¹) gælder, note ²\u207e gælder ikke",
    "| Hvem | Hvad |\n| Kommunen | betaler |",
    "Ja | nej | måske\nA || B",
    "|x| < 5 og |y| > 2",
    (
        "\U0001f600 Tak for hjælpen \U0001f469\u200d\u2695\ufe0f og \u2764\ufe0f "
        "til alle \U0001f1e9\U0001f1f0"
    ),
    "# af patienter: 5\n#1 er vigtigst\n#hashtag og # alene",
    "#Uden mellemrum\n##Også uden",
    "> 24 timer: ring\n>24 timer\n>> dobbelt",
    "=====\nOverskrift\n=====\nTekst\n-----\nMere",
    "Tekst\n---\nTekst efter streg",
    "-5 °C til +5 °C\n-10 er koldt\n+10 er varmt",
    "+ Fordel ved ordningen\n+ En fordel mere\n- Ulempe ved ordningen",
    "– Tankestreg først\n— lang streg\n• prik\n▪ firkant\n→ pil",
    "o Regionen\no Kommunen",
    "Dosis: 1/2 tablet x 2, ½-1 tablet p.n.",
    "10-12. december og 13.-14. januar",
    "2026-27\n2027-28",
    "24/7-vagt og/eller region/kommune\\afdeling",
    "C:\\mappe\\ny\\test og \\\\server\\share og \\* og \\_",
    "A&B &#8211; &copy; 100%& &AMP; &ldquo; R&D;",
    "`kode` og ```blok```\n~~~\nikke kode\n~~~",
    "Se https://www.regionh.dk/a_b_(c)?x=1&y=2#z. Mail: a.b@regionh.dk, tak.",
    "www.psykiatri-regionh.dk/fagfolk_og_(andre)",
    "$\\alpha$ {klasse} {: .x} ^hævet^ ~sænket~ ==markeret==",
    "\"Citat\" »citat« ”citat” 'citat' ‘citat’ „citat“",
    "Punkt...\n... fortsat\n…og mere…",
    "[v] udført\n[ ] ikke udført\n- [v] opgave",
    "Term\n: forklaring\nTerm 2\n: forklaring 2",
    "[^1]: fodnote\nTekst[^1] med note",
    "*[SKU]: Sundhedskoordinationsudvalget\nSKU er nævnt",
    "1986. Et godt år.\n1987. Et bedre.",
    "12345678. er ikke et punkt",
    "0. Nul\n1. En\n2. To",
    "1. Én\n1. Én igen\n1. Én tredje",
    "3. Tre\n2. To\n1. En",
    "1.Uden mellemrum\n2.Også uden",
    "1. \n2. \n3. Tom",
    "1 . Mellemrum før punktum",
    "1.1 Formål\n1.2 Parter\n2.1.3 Økonomi",
    "1.1. Formål\n1.2. Parter",
    "Nr. 1. Regionen\nNr. 2. Kommunen",
    "Dag 1. Ring\nDag 2. Skriv",
    "15. 16. og 17. maj holdes lukket",
    "Fristen er senest\n3. hverdag efter\n5. hverdag før",
    'Lægen siger:\n"1. maj er for sent."\n(2. maj også.)',
    "Pris 100,- kr.; rabat 5 %; 3 ‰; 10 µg; ≤ 5; ≥ 7; ≠ 0; ± 2; × 3; ÷ 4",
    "ordet\u00a0med hårdt\u202fmellemrum\u2009og\u200btynd",
    "linje\u2028skift\u2029afsnit\u000bherlig",
    "CPR, CVR 29190623, EAN 5798000123456, P 1",
    "j.nr. 24/1234 – bilag 3/7 – 1 af 2",
    "a.m. og p.m.\nm.v.\no.lign.\nf.eks. ja",
    "Betales af kommunen*.\n*Kun voksne, hvis regionen* har visiteret.",
    "*Kun børn. Regionen* betaler, og *alle\nandre* betaler selv.",
    "Dato: __12.3.2026__ Sted: ___Hillerød___ Filen hedder __init__",
    "Ligger på G:\\_Fælles\\Psyk, C:\\.git og P:\\(arkiv)\\1; region\\-kommune",
    "Formlen \\(y\\) og \\[z\\] med \\{x\\}",
    "Hansen, Lise <lise@a.dk>; se <https://a.dk/b> eller <mailto:c@a.dk>",
    "7. april mødes vi.\n\n8. april svares der.\n\n112. Ved livsfare.",
    "4. Kommunen\n5. Regionen\n\nDerefter:\n\n6. Lægen\n7. Alle",
    "• Kommunen\n  o betaler\n  o udfører\n• Regionen",
)
# With marks that are meant.
MEANT = (
    Typed(
        (
            "1. Kommunen varsler.\n"
            "2. Regionen svarer.\n"
            "    - inden 8 hverdage\n"
            "    - skriftligt\n"
            "3. Lægen følger op."
        ),
        (
            "1. Kommunen varsler.\n"
            "2. Regionen svarer.\n"
            "inden 8 hverdage\n"
            "skriftligt\n"
            "3. Lægen følger op."
        ),
    ),
    Typed(
        (
            "Parterne aftaler:\n"
            "- Kommunen betaler\n"
            "- Regionen udfører\n"
            "1. januar 2027 begynder det."
        ),
        (
            "Parterne aftaler:\n"
            "Kommunen betaler\n"
            "Regionen udfører\n"
            "1. januar 2027 begynder det."
        ),
    ),
    Typed(
        (
            "- Kommunen\n"
            "  - varsler\n"
            "    - børn\n"
            "    - voksne\n"
            "  - betaler\n"
            "- Regionen\n"
            "\n"
            "Tekst efter listen."
        ),
        "Kommunen\nvarsler\nbørn\nvoksne\nbetaler\nRegionen\n\nTekst efter listen.",
    ),
    Typed(
        "- En\n- To\n\n* Tre\n* Fire\n\n1. Fem\n2. Seks",
        "En\nTo\n\nTre\nFire\n\n1. Fem\n2. Seks",
    ),
    Typed(
        "7. Syv\n8. Otte\n\nMellem\n\n9. Ni\n10. Ti",
        "7. Syv\n8. Otte\n\nMellem\n\n9. Ni\n10. Ti",
    ),
    Typed(
        (
            "| Hvem | Frist | Kr. |\n"
            "|:--|:-:|--:|\n"
            "| Kommunen | 8 hverdage | 1.000,50 |\n"
            "| Regionen \\| RHP | <24 t | – |"
        ),
        "Hvem Frist Kr.\n\nKommunen 8 hverdage 1.000,50\nRegionen | RHP <24 t –",
    ),
    Typed(
        "## 1. Formål\n\n1. maj begynder det.\n\n## 2. Parter (jf. § 3)",
        "1. Formål\n\n1. maj begynder det.\n\n2. Parter (jf. § 3)",
    ),
    Typed(
        (
            "Se [vejledning (2018)](https://a.dk/b_(c)?d=1&e=2) og [§ "
            "2](mailto:post@a.dk)."
        ),
        (
            "Se vejledning (2018)\u0002https://a.dk/b_(c)?d=1&e=2\u0003 og § "
            "2\u0002mailto:post@a.dk\u0003."
        ),
    ),
    Typed(
        "**Vigtigt:** 1. maj. ***Meget* vigtigt** og **5**.",
        "Vigtigt: 1. maj. Meget vigtigt og 5.",
    ),
    Typed(
        "H<sub>2</sub>O og m<sup>2</sup><br>ny linje",
        "H₂O og m² ny linje",
    ),
    Typed("[https://a.dk/b](https://a.dk/b) og **fed**", "https://a.dk/b og fed"),
    Typed("[a@b.dk](mailto:a@b.dk) og _kursiv_", "a@b.dk og kursiv"),
    Typed(
        "Se ![forløbet](https://a.dk/b_(c)?d=1&e=2) og !vigtigt",
        "Se !forløbet\u0002https://a.dk/b_(c)?d=1&e=2\u0003 og !vigtigt",
    ),
    Typed("Æ &amp; Ø &lt;ord&gt; \\&lt;", "Æ & Ø <ord> &lt;"),
    Typed("**fed**ord og or*d* og H<sub>2</sub>", "fedord og or*d* og H₂"),
    Typed(
        "> Regionen skriver:\n> 1. maj 2027 er dagen.\n> - Punkt et\n> - Punkt to",
        "Regionen skriver:\n1. maj 2027 er dagen.\nPunkt et\nPunkt to",
    ),
    Typed(
        "- Kommunen\n\n  fortsat afsnit i punktet\n\n- Regionen",
        "Kommunen\n\nfortsat afsnit i punktet\n\nRegionen",
    ),
)
