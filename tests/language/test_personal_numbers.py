"""CPR numbers in any dress are found, and other numbers are left alone.

Also covers registry/language/personal_shapes.py and
registry/language/personal_spelled.py.
"""

import hashlib
import sys
import unicodedata
from datetime import date
from uuid import UUID

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from registry.language.personal_numbers import find, has_number

# No number of a person: days, years and four digits that were made up.
DRESSES = (
    "borger 010190, hvor de sidste fire cifre er 1234",
    "fødselsdato 010190, og de fire sidste cifre i nummeret er 1234",
    "født 01.01.90. Sidste fire cifre i cpr er 1234",
    "010190 og til sidst 1234",
    "født 1/1 '90, 1234",
    "12. januar \u201990 1234",
    "1. januar (1990) 1234",
    "1. januar i 1990, 1234",
    "1. januar, 1990, 1234",
    "1. januar anno 1990 1234",
    "den 1/1 i 90, 1234",
    "1990, 1. januar, 1234",
    "1990 1 januar 1234",
    "journal: 010190-1985",
    "sag 010190-1985",
    "dokument 010190-2035",
    "sagsnr. 120385-1953",
    "pr. 01.01.1990-1234",
    "010190<1234>",
    "<010190>-<1234>",
    "12'te marts 90 1234",
    "12.te marts 90 1234",
    "010190cpr1234",
    "010190og1234",
    "12 March 1990-1234",
    "12. oct 1990 1234",
    "010190%3C1234%3E",
    "010190-1234",
    "0101901234",
    "+0101901234",
    "+ 0101901234",
    "+1501901234",
    "+ 150190 1234",
    "++3112991234",
    "+7101901234",
    "150190x1234",
    "150190 X 1234",
    "150190%2D1234",
    "?cpr=%20150190%201234",
    "0,1,0,1,9,0,1,2,3,4",
    "1. januar 1990 - 1234",
    "1. jan. 90 1234",
    "1-jan-1990-1234",
    "1.1.1990 1234",
    "1/1-90 - 1234",
    "15O190-1234",
    "l50190-1234",
    "150190-12I4",
    "150190\u21921234",
    "<b>150190</b>-<b>1234</b>",
    "{150190}{1234}",
    "tlf. 550190-1234",
    "010190 1234",
    "01 01 90 1234",
    "01 01 90-1234",
    "01.01.90-1234",
    "01-01-90-1234",
    "010190\u20131234",
    "010190 - 1234",
    "010190 \u2013 1234",
    "010190- 1234",
    "010190\u00a01234",
    "010190\u20111234",
    "010190\u20141234",
    "010190/1234",
    "01/01/90-1234",
    "010190  1234",
    "010190\n1234",
    "311299-9999",
    "610190-1234",
    "410190-1234",
    "910190-1234",
    "01011990-1234",
    "010119901234",
    "01.01.1990-1234",
    "01-01-1990 1234",
    "01 01 1990 1234",
    "19900101-1234",
    "199001011234",
    "1990-01-01-1234",
    "1990.01.01 1234",
    "900101-1234",
    "9001011234",
    "90-01-01-1234",
    "90 01 01 1234",
    "\uff10\uff11\uff10\uff11\uff19\uff10-\uff11\uff12\uff13\uff14",
    "\u0660\u0661\u0660\u0661\u0669\u0660-\u0661\u0662\u0663\u0664",
    "\u0966\u0967\u0966\u0967\u096f\u0966\u0967\u0968\u0969\u096a",
    "\u2070\u00b9\u2070\u00b9\u2079\u2070-\u00b9\u00b2\u00b3\u2074",
    "\u2080\u2081\u2080\u2081\u2089\u2080\u2081\u2082\u2083\u2084",
    (
        "\U0001d7ce\U0001d7cf\U0001d7ce\U0001d7cf\U0001d7d7\U0001d7ce"
        "-\U0001d7cf\U0001d7d0\U0001d7d1\U0001d7d2"
    ),
    (
        "0\ufe0f\u20e31\ufe0f\u20e30\ufe0f\u20e31\ufe0f\u20e39\ufe0f\u20e30\ufe0f"
        "\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e3"
    ),
    "01\u200b01\u200b90\u200b-12\u200d34",
    "010\u00ad190-1\u00ad234",
    "0\u20601\u20600\u206019\ufeff0-1234",
    "0 1 0 1 9 0 1 2 3 4",
    "0-1-0-1-9-0-1-2-3-4",
    "01 01 90 12 34",
    "01-01-90-12-34",
    "0101 90 1234",
    "0101-901234",
    "01-01-901234",
    "010 190 1234",
    "010 190 123 4",
    "0101 9012 34",
    "01019 01234",
    "010190_1234",
    "010190.1234",
    "010190,1234",
    "010190:1234",
    "010190;1234",
    "010190|1234",
    "010190 | 1234",
    "010190 (1234)",
    "010190+1234",
    "010190=1234",
    "010190*1234",
    "010190\\-1234",
    "010190 -- 1234",
    "010190...1234",
    "010190\r\n\r\n1234",
    "010190\t\t1234",
    "01\n01\n90\n1234",
    "01.01.90\n1234",
    "010190 bindestreg 1234",
    "01 streg 01 streg 90 streg 1234",
    "010190 og så 1234",
    "010190, sidste fire cifre 1234",
    "født 01.01.90 med løbenummer 1234",
    "født 1. januar 1990, de sidste fire er 1234",
    "cpr: 01.01.1990 og nummeret 1234",
    "CPR-nr. 010190 for borgeren er 1234",
    "1. januar 1990-1234",
    "1/1-90-1234",
    "01.01.90, 1234",
    "(01.01.90) 1234",
    "01.01.90/1234",
    "01.01.90 / 1234",
    "01**01**90-1234",
    "[010190]-[1234]",
    "01 01 19 90 12 34",
    "010190\u20101234",
    "010190\u22121234",
    "010190-1234 Hansen",
    "tlf 38640000 010190-1234",
    "P010190-1234",
    "010190 1234, 020290 2345",
    "«010190»«1234»",
    "010190\u20130000",
    "290200-4321",
    "311236 4000",
    "010190\u30001234",
    "01\u201901\u201990\u20191234",
    "010190-1 234",
    "0 10190-1234",
    "01-0190-1234",
    "01 0190 1234",
    "0101-90-1234",
    "010190/1 2 3 4",
    "01/01-1990 1234",
    "1990 0101 1234",
    "19 90 01 01 12 34",
    "010190<br>1234",
    "010190&nbsp;1234",
    "010190&#8209;1234",
    "010190\u27961234",
    "0101 1990 1234",
    "01011990 12 34",
    "01.01.1990.1234",
    "01 01 90 \u2013 12 34",
    "010190-12-34",
    "01-01-1990-1234",
    "01/01/1990 1234",
    "71 01 90 1234",
    # The date in words or without its noughts, and a comma.
    "12. marts 85, 4021",
    "12. marts 1985 (4021)",
    "12/3-85, 4021",
    "1.1.1990; 1234",
    "12.marts.1985-4021",
    "12 mar. 85-4021",
    # The four digits first.
    "sidste fire cifre 4021, født 12.03.85",
    "de fire sidste: 4021 og fødselsdagen er 120385",
    "4021 er de sidste fire i cpr, født 120385",
    "4021 (sidste 4), født den 12. marts 1985",
    "kontrolcifre 4021, fødselsdato 12/3-1985",
    "løbenr. 4021, f. 12-03-85",
    "ender på 1177, født 03.04.1952",
    "endelsen er 1177, født 030452",
    "fødselsdag 30.04.52 og så 1177",
    "født 3. april 1952 og 1177",
    "f. 30/4-52 med 1177",
    "30/4/1952/1177",
    # As it is read aloud.
    "nul en nul en ni nul et to tre fire",
    "tolv nul tre femogfirs fyrre enogtyve",
    "tolv, nul tre, femogfirs 4021",
    "120385 fire nul to en",
    "120385-fyrre enogtyve",
    "Tolv nul-tre firs - tyve niogtredive",
    # As a scanner reads it, and as an address is written.
    "120385-402l",
    "l20385-4O2I",
    "120385%20-%204021",
    "120385%E2%80%934021",
    "120385+-+4021",
    "120385%2B4021",
    # One letter, a dash of another script, or letters in a number given for a time.
    "241265a1234",
    "241265b-1234",
    "24.12.65k1234",
    "241265\u30fc1234",
    "241265 \uff70 1234",
    "24.12.65\u4e001234",
    "241265\u25001234",
    "241265-KNA1",
    "241265 - kna1",
    "24121965-AB12",
    "24.12.65-1AB2",
    "241265\u20133XY4",
    # Letters like figures at the end of the six, and of another script.
    "01019O-1234",
    "0l0l90-1234",
    "0101S0-1234",
    "01019\u00d8-1234",
    "01019\u041e-1234",
    "01019\u039f-1234",
    "241265-12S4",
    # The day, the month or the year in words and in Roman figures.
    "24de december 1965-1234",
    "1ste maj 1965-1234",
    "3dje marts 65 - 1234",
    "24. dec. femogtres 1234",
    "24. december nittenhundredefemogtres-1234",
    "24. dec nitten femogtres 1234",
    "fireogtyvende december 1965-1234",
    "tredje april 1952 1177",
    "24.XII.1965-1234",
    "24/XII-65-1234",
    "24 XII 1965 1234",
    "1.I.1965-1234",
    "december 24, 1965-1234",
    "December 24 1965 1234",
    "1965 december 24 - 1234",
    # The four digits in pairs where they are said to be those.
    "født 24/12 1965 slutter på 12 34",
    "24. dec. 65, de sidste fire er 12-34",
    "241265 ender på 1 2 3 4",
    "sidste fire 12 34, født 24.12.65",
    # The four one by one, as they are read aloud, and in pairs after a word.
    "150587 (4 3 2 1)",
    "150587, 4 3 2 1",
    "150587: fire, tre, to, en",
    "født den femtende maj 1987, fire tre to en",
    "15 maj '87 - 4 3 2 1",
    "cpr 15 05 87, 4.3.2.1",
    "150587 og derefter 43 21",
    "født 15 05 87 med 4 3 2 1 til sidst",
    # A sentence that says that it ends so, in Danish or in English.
    "Jens 150587, hans nummer slutter på 4321",
    "150587, og det hele ender med 4321",
    "15/05/87 last 4: 4321",
    # The date in words: numbers in order, a number, other languages', each part named.
    "femtende femte syvogfirs 4321",
    "femtende i femte syvogfirs 4321",
    "den 15. i femte 87, 4321",
    "femten maj syvogfirs 4321",
    "15 mai 1987 4321",
    "15. augusti 1987-4321",
    "one five zero five eight seven four three two one",
    "ett fem noll fem åtta sju fyra tre två ett",
    "ét fem nul fem otte syv – fire tre to ét",
    "dag: 15, måned: maj, år: 87, løbenummer: 4321",
    "fødselsår 87, dag 15, måned 05, 4321",
    "år 1987, måned 5, dag 15, 4321",
    # A comma before the year, gaps for marks, and the year before the month.
    "født 15/5, 1987. 4321",
    "15 5 1987 4321",
    "1987-maj-15 4321",
)
INNOCENT = (
    "sagsnr. 120385/2024",
    "journalnr. 120385/2024",
    "j.nr. 120385/2024-7",
    "acadre 2024-012345-12",
    "sagsnr. 2024-012345-12",
    "sagsnr. 24/120385-12",
    "dokumentnr. 120385/2024-1",
    "UDBUD 120385/2027",
    "SagsID: 1203854021",
    "ordrenr. 1203854021",
    "produktionsnummer 1203854021",
    "tlf. 12038540 21",
    "+49 40 1203854021",
    "opgjort pr. 31.12.2024: 6543",
    "pr. den 31-12-2024: 6543",
    "38 64 00 00",
    "3864 0000",
    "38640000",
    "+45 38 64 00 00",
    "+45 12 34 56 78",
    "+4512345678",
    "+45 1234 5678",
    "0045 12 34 56 78",
    "(+45) 20 12 11 30",
    "45 12 34 56 78",
    "telefon 4512101210",
    "mobil: 45 12101210",
    "+46 8 123 45 67",
    "+47 10 12 19 90",
    "+4512101210",
    "+31 20 123 4567",
    "+1 503 724 4170",
    "OL2024 1234",
    "100 l, 12.10.2024",
    "10 l og 12 l i 2024",
    "1.1.2024 1500 borgere",
    "1. januar 2024 - 4000 Roskilde",
    "1. januar 2024 - 2025",
    "15. marts 2024 - 1500 kr.",
    "2 x 10 x 12 x 15 cm",
    "tlf. 12 34 56 78, 23 45 67 89",
    "20 12 11 30\n20 12 11 31\n20 12 11 32",
    "+45 10 11 12 13, +45 10 11 12 14",
    "EAN 5798000123456",
    "5 790001 234567",
    "5790001012345",
    "CVR 29190623",
    "CVR-nr. 10 12 19 90",
    "CVR 29190623, 3400 Hillerød",
    "P-nr. 1003412345",
    "reg. 1551 konto 0010203040",
    "konto 4183 0012345678",
    "Reg.nr. 0440 kontonr. 1012345678",
    "IBAN DK50 0040 0440 1162 43",
    "kontonummer 1012 123456",
    "010125-311226",
    "01.01.25-31.12.26",
    "01.01.2025-31.12.2026",
    "20.12.19-31.12.20",
    "12.11-14.12.24",
    "01.01.24-31.12",
    "01.01.2024 - 31.12.2025",
    "010125\u2013311226",
    "1.1.2024-31.12.2024",
    "01/01-2024 til 31/12-2024",
    "fra 01-01-2027",
    "2024-01-01",
    "2024-01-01/2024-12-31",
    "2024-01-01 - 2025",
    "1. februar 2022 kl. 1234",
    "12.12.2024, 2025",
    "12.12.2024 kl. 1530",
    "31.12.2025 (2026)",
    "den 01-01-2024 kl. 0800-1600",
    "12.12.24 kl. 12.34",
    "d. 12.03.24, 2730 Herlev",
    "01.01.2025 i 2400 København",
    "pr. 31.12.25: 1500 kr.",
    "pr. 12.12.24, 1234 borgere",
    "12.12.2024 1200 kr.",
    "Takst pr. 01.01.2025: 1234,50 kr.",
    "1. januar 2024, 2100 København Ø",
    "møde 10.10.2024 10.00-12.00",
    "12. marts 2024 og 2025",
    "§§ 203-205",
    "§§ 10, 11, 12, 13, 14",
    "§ 83, stk. 1, 2, 3 og 4",
    "§§ 85, 99, 107 og 108",
    "XDIS18",
    "XDIS20 1234",
    "3.959 kr. (2019)",
    "1.976 kr. og 3.952 kr.",
    "1.012.901.234 kr.",
    "1 012 901 234 kr.",
    "110.590 kr. (2025)",
    "12.000.000 kr. i 2025",
    "10.12.2024",
    "2019-2023",
    "2010-2012, 2013",
    "2010 2011 2012",
    "2010 2011 2012 2013",
    "| 2010 | 2011 | 2012 |",
    "2010-11 2011-12",
    "2010/11, 2011/12, 2012/13",
    "2001-2012 1234 borgere",
    "2010-12 1234 borgere",
    "sagsnr. 2012-345678",
    "bekendtgørelse 9097 af 2013",
    "LBK nr. 1012 af 12/01/2024",
    "lov nr. 1223 af 10. december 2024",
    "13. 14. og 15. november 2026",
    "uge 10, 12, 14, 16, 18",
    "kl. 08 10 12 14 16",
    "10-12 uger, 1500 borgere",
    "08.00-16.00, 12.30-15.00",
    "ISBN 978-87-02-12345-6",
    "55.6761, 12.5683",
    "2024-10-12T12:34",
    "version 1.10.12",
    "DF200 1234",
    "lokale 12.10.24",
    "0123456789",
    "1234567890",
    "010190",
    "1234",
    "side 10-12",
    "14 dage, 1234",
    "010190-123",
    "010190-12345",
    "12 mdr., 2024 og 2025",
    "10.000-12.000 kr. i 2024",
    "0-17 år og 18-64 år i 2025",
    "10.12.2024 13.45",
    "10.12.2024 13:45",
    "2024-10-12 13:45",
    "101224 13.45",
    "10.12.24 10-12",
    "10.12.2024 10-12",
    "10 + 12 + 15 + 16 + 18",
    "20241012-20241013",
    "12/10 2024 og 13/10 2024",
    "2012-2013-2014",
    "10.12.2024 til 11.12.2025",
    "10.-12. december 2024, 1234 borgere",
    "10.12.2024 kl. 13-15",
    "mandag 10/12 kl. 1234",
    "PN 10 12 mg, 1500 ml",
    "10/12/14 mm",
    "10.000 timer, 12.000 timer",
    "12.10.2024 (uge 41), 1500 kr.",
    "CVR-nr. 29 19 06 23, 3400",
    "cvr 12 03 12 85; 1234",
    "SE-nr. 10 12 03 85, 4021",
    "tlf. 48 12 10 20, 4021",
    "telefon: 38 12 10 24 (1234)",
    "SE-nr. 12038540 og CVR 2919 0623",
    "produktionsenhedsnr. 1203854021",
    "produktionsenhed 1012345678",
    "EAN 57 98 00 12 03 85 4",
    "EAN: 5790 0012 0385 4",
    "EAN-lokationsnr. 579 000 120 385 4",
    "j.nr. 12-03-85",
    "journalnr. 2024-12-0385",
    "J.nr. 24/12345, bilag 12",
    "sagsnr. EMN-2020-00456",
    "journalnr. 2024/0452-1177",
    "sag 2024-0312-1177",
    "født 30.04.2024 og 2025",
    "1. marts 2026, 1620 København V",
    "12/3 2026, 2100 Ø",
    "vedtaget 12. marts 2026, 4021 borgere",
    "12. marts 2026, 2027 og 2028",
    "12.3.2026-2027",
    "01.12.25 - 31.01.26",
    "1. december 2025 til 31. januar 2026",
    "20251201-20260131",
    "de sidste fire år 2021, 2022 og 12.03.2023",
    "de sidste fire dage, 12.03.2026",
    "en to tre fire fem seks syv otte ni ti",
    "ti elleve tolv tretten fjorten",
    "to til tre timer, fire fem dage",
    "mellem tyve og tredive, enogtyve toogtyve treogtyve",
    "tolv ti otte seks fire",
    "120385-402 l",
    "12.03.26 402l vand",
    "https://a.dk/eli/lta/2024/1203",
    "side%20120385",
    # Two dates, of which the first lacks its year or has other marks.
    "01/01 - 31/12-25",
    "1.10.24 - 30.9.25",
    "1/10-31/3 2025",
    "1/10 24 - 30/9 25",
    "1/10/24-30/9/25",
    "01/01-31/12 25",
    "10/10 - 12/12-24",
    "1.1.25-31.12.25",
    "01.01-24 - 31.12-24",
    "1/7-1/8-2025",
    # Telephones of several lines, and places of production.
    "tlf. 65 07 88 31 / 28",
    "tlf 65 07 88 31/28",
    "telefon: 65078831 / 28",
    "mobil 31 12 24 11 / 12 14",
    "CVR 55133018 P 1003123456",
    "CVR: 29190623/P: 1003123456",
    "P-enhed 1003123456",
    "P.nr. 1003123456",
    "CVR 55 13 30 18 P 10 03 12 34 56",
    # Names of files, hours and references with letters.
    "20241012T1234",
    "20241012T123456",
    "120324-rev2",
    "120324-uge1",
    "120324-kl12",
    "12031985-4fa9-11d3-9a0c",
    "120324-K5-12",
    "12. marts 2024 kl. 1234",
    "kapitel 3 II 2024, 1500 borgere",
    "i maj 2024 2100 K\u00f8benhavn",
    "2024 december 10 1500 borgere",
    "den tredje april 2024, 1500 borgere",
    "3. maj to tusind borgere",
    "f\u00f8rste maj 2024 kl. 1530",
    "uge 24 og XII kapitler i 2024",
    # Lists, steps, and dates in words beside what is counted.
    "120324 og 12 34 borgere",
    "bilag 120324: 1 2 3 4 og 5",
    "12. marts 1985 (1, 2, 3, 4 og 5)",
    "cpr-numre i bilag 12.03.2026: 1, 2, 3, 4, 5",
    "one two three four five",
    "sex to tre fire fem seks syv",
    "den femte i femte 2024",
    "femte femte 2024, 1500 borgere",
    "den tredje i tredje 2026 kl. 1500",
    "to maj-dage i 2024",
    "femten juni 2026, 2100 København",
    "dag 5, måned 3, år 2024 og uge 12",
    "loven fra 12. marts 1985 slutter i 2027",
    "1 5 1987 og 2 5 1988",
    "3 4 1985-2021",
    "01.01.1990 1 2 3 4 5 6",
    "EAN 5798 0015 0587 4",
    "CVR 15 05 87 43",
    "ydelsesnr. 2101 og 4250 pr. 1.4.2024",
    "trin 1 2 3 4 fra 2024",
    # A ware's number without the dash of a person's.
    "varenr. 010190 1234",
    "HMI-nr. 150587",
)
SEPARATORS = (
    *(
        "",
        " ",
        "-",
        "\u2013",
        "\u2014",
        "\u2011",
        "\u2212",
        " - ",
        " \u2013 ",
        "/",
        ".",
    ),
    *("_", "*", "\n", "\r\n", "\t", "\u00a0", "\u202f", "\u200b", "\u00ad", "--", "+"),
)
# Between a day and an hour stand such a mark, or a space.
ONE_MARK = ("_", "-", "\u2013", "\u2014", "\u2011", "\u2212")
# Every character that Unicode counts as nought.
ZEROS = tuple(
    c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.digit(c, None) == 0
)
DECIMAL_ZEROS = tuple(c for c in ZEROS if c.isdecimal())


def dressed(number: str, zero: str) -> str:
    """The number in the digits that begin with that zero."""
    return "".join(
        chr(ord(zero) + int(c)) if c.isascii() and c.isdigit() else c for c in number
    )


@pytest.mark.parametrize("number", DRESSES)
def test_a_cpr_number_is_found_in_any_dress(number: str) -> None:
    for around in ("{}", "hvad gælder for {}?", "cpr:{}.", "({})", "CPR{}"):
        assert has_number(around.format(number)), around


@pytest.mark.parametrize("text", INNOCENT)
def test_other_numbers_are_left_alone(text: str) -> None:
    for around in ("{}", "se {}.", "({})"):
        assert not find(around.format(text)), around


def test_both_kinds_are_many() -> None:
    assert min(len(set(DRESSES)), len(set(INNOCENT))) >= 100


def test_a_place_holds_the_digits_and_not_what_is_around_them() -> None:
    text = "CPR-nr.: 010190\u200b-\u00ad1234 (Hansen), tlf. 38 64 00 00"

    (place,) = find(text)

    assert text[place.start : place.end] == "010190\u200b-\u00ad1234"


def test_a_number_in_words_has_the_place_of_all_its_words() -> None:
    text = "Borgeren er nul en nul en halvfems et to tre fire ifølge notatet"

    (place,) = find(text)

    assert text[place.start : place.end] == "nul en nul en halvfems et to tre fire"


def test_each_of_several_has_its_place() -> None:
    text = "010190-1234 og 02.02.91-2345\nog tredje 030392 3456"

    numbers = [text[place.start : place.end] for place in find(text)]

    assert numbers == ["010190-1234", "02.02.91-2345", "030392 3456"]


@given(
    st.binary(max_size=40),
    st.sampled_from(["md5", "sha1", "sha256", "sha512"]),
    st.sampled_from(["{}", "Filens SHA-256: {}", "se {}.", "{}  bilag.docx"]),
)
# Each of these holds ten figures that a number of a person could have.
@example(b"7", "sha256", "{}")
@example(b"43", "sha256", "se {}.")
def test_the_digest_of_a_file_is_no_number(
    content: bytes, algorithm: str, around: str
) -> None:
    digest = hashlib.new(algorithm, content, usedforsecurity=False).hexdigest()

    assert not has_number(around.format(digest))
    assert not has_number(around.format(digest.upper()))


@given(st.uuids())
@example(UUID("bcef9189-966c-2d8e-0909-2e5708355052"))
def test_a_uuid_is_no_number(name: UUID) -> None:
    assert not has_number(f"Sagens id er {name}")


@pytest.mark.parametrize(
    "text",
    [
        *("<010190-1234>", "<cpr 010190-1234>", "</010190-1234>"),
        "\u2039født 1. januar 1990, 1234\u203a",
        *("<https://x.dk/010190-1234>", "[x](<https://x.dk/010190-1234>)"),
        *("<!-- 010190-1234 -->", "<p title='010190-1234'>", "<br 010190 1234"),
        *("<010190> 1234", "se <<010190-1234>>", "<b>010190</b>-1234"),
    ],
)
def test_a_number_within_brackets_of_a_page_is_found(text: str) -> None:
    assert has_number(text)


def test_a_number_beside_a_digest_is_found() -> None:
    digest = hashlib.sha256(b"").hexdigest()

    assert has_number(f"{digest} 010190-1234")
    assert has_number(f"{digest[0]}010190a1234")


@given(
    st.dates(date(1858, 1, 1), date(2057, 12, 31)),
    st.integers(0, 9999),
    st.sampled_from(SEPARATORS),
    st.sampled_from(["%d%m%y", "%d%m%Y", "%y%m%d", "%Y%m%d"]),
    st.sampled_from(DECIMAL_ZEROS),
)
def test_no_cpr_number_gets_through(
    day: date, serial: int, between: str, order: str, zero: str
) -> None:
    born = f"{day:{order}}".zfill(len(f"{day:{order}}"))
    # «20260312_1430» is when something was made. Nobody born since 2000 has a serial
    # below 4000.
    is_hour = 2000 <= day.year < 2040 and serial // 100 < 24 and serial % 100 < 60
    is_one_mark = between in ONE_MARK or (between != "" and between.isspace())
    assume(not (is_one_mark and order == "%Y%m%d" and is_hour))

    assert has_number(dressed(f"{born}{between}{serial:04}", zero))


@given(
    st.dates(date(1858, 1, 1), date(2057, 12, 31)),
    st.integers(0, 9999),
    st.lists(
        st.sampled_from(["\u200b", "\u00ad", "\u2060", "\ufeff", "\u0336"]), max_size=3
    ),
)
def test_what_nobody_sees_hides_nothing(
    day: date, serial: int, unseen: list[str]
) -> None:
    number = f"{day:%d%m%y}-{serial:04}"

    assert has_number("".join(unseen).join(number))


@given(
    st.dates(min_value=date(1900, 1, 1)),
    st.dates(min_value=date(1900, 1, 1)),
    st.sampled_from(["-", "\u2013", " - ", " til ", " og "]),
)
def test_a_pair_of_dates_is_none(one: date, other: date, between: str) -> None:
    for order in ("%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%d%m%Y"):
        assert not has_number(f"{one:{order}}{between}{other:{order}}"), order
    assert not has_number(f"{one:%d%m%y}{between}{other:%d%m%y}")


@given(st.integers(20_000_000, 99_999_999))
def test_a_telephone_is_none(number: int) -> None:
    pairs = " ".join(f"{number}"[at : at + 2] for at in range(0, 8, 2))

    for written in (f"{number}", pairs, f"+45 {pairs}", f"+45{number}", f"45 {pairs}"):
        assert not has_number(f"ring på {written}."), written


@given(st.integers(10**12, 10**13 - 1))
def test_thirteen_digits_are_none(number: int) -> None:
    assert not has_number(f"EAN {number}")


@given(st.text(alphabet="0123456789 -./,:;()|\n\u200bkldog", max_size=60))
def test_places_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for place in find(text):
        assert end <= place.start < place.end <= len(text)
        assert text[place.start].isdigit() and text[place.end - 1].isdigit()
        end = place.end


@pytest.mark.parametrize(
    "before",
    ["regionen", "registreret", "regler for", "konto cpr", "reg 1234 konto cpr"],
)
def test_a_word_that_only_begins_as_an_account_hides_nothing(before: str) -> None:
    assert has_number(f"{before} 0310420387")


@pytest.mark.parametrize(
    "before",
    ["reg. nr. 1234 kontonr.", "konto 1234", "reg 1234 konto nr.", "P-nr.", "ISBN"],
)
def test_an_account_is_still_none(before: str) -> None:
    assert not has_number(f"{before} 0310420387")
