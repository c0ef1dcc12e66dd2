"""CPR numbers with a word or marks between, the other way round and in groups of three;
and stamps, codes and sums that are none.

Also covers registry/language/personal_dates.py.
"""

from pathlib import Path

import pytest

from registry.language.personal_numbers import find, has_number

ROOT = Path(__file__).parents[2]
# No number of a person: days, years and four digits that were made up.
A_WORD_AFTER_A_DATE = (
    "30.04.52 kode 1177",
    "30.04.52 koden 1177",
    "30-04-52 resten 1177",
    "3. april 1952 kode 1177",
    "12/3-85 ekstra 4021",
    "12.03.85 hale 4021",
    "12.03.1985 Jens 4021",
    "12.03.85 Jens Hansen 4021",
    "12.03.85 (Jens Hansen) 4021",
    "1985-03-12 kode 4021",
    "12. marts 1985 – kode: 4021",
    "12.03.85 plus 4021",
    "12.03.85 pinkode 4021",
    "12.03.15 kode 4021",
    "12/3-2015 ekstra 4021",
    "12.03.85 / Jensen / 4021",
    "30.04.52kode1177",
    "30.04.52 ... kode ... 1177",
    "30.04.52 kode 1177 har ringet",
    "12.03.85 Jens 4021 bor i Herlev",
)
A_WORD_AFTER_A_DAY_OF_THIS_CENTURY = (
    "12.03.15 Ida 4021",
    "12-03-2015 Jens Hansen 4021",
    "12/3-08 (Ida) 4021",
    "3. april 2008 Jens 4021",
    "2015-03-12 Ida 4021",
    "12.03.15 drengen 6177",
    "12.03.2008, Hansen, 5177",
    "12 03 15 Ida Marie Hansen 9177",
    "12.03.15 / Ida / 4021",
    "3. apr. 08 datter 7177",
    "12.03.15 Ida 4021 bor i Herlev",
)
MARKS_AFTER_A_DATE = (
    "30.04.52 __ 1177",
    "30.04.52 .... 1177",
    "30.04.52 ~~~~ 1177",
    "30/04/52 === 1177",
    "30.04.52 ///// 1177",
    "30.04.52 --------- 1177",
    "30.04.52 [1177]",
    "30.04.52 → → 1177",
    "3.4.52 ___ 1177",
    "3. april 1952 .... 1177",
    "30.04.52 *** 1177",
    "1952-04-30 ____ 1177",
    "30.04.52 {{ 1177 }}",
    "30.04.52 ;;; 1177",
    "30.04.52 :: 1177",
    "12.03.15 ____ 4021",
    "| 30.04.52 | 1177 |",
    "30.04.52 __ 1177 er indlagt",
)
A_WORD_AFTER_SIX_DIGITS = (
    "120385 ekstra 4021",
    "120385 kode 4021",
    "120385 Jens 4021",
    "120385 Jens Hansen 4021",
    "Hansen 120385 Jens 4021",
    "120385, Hansen, 4021",
    "120385 (Hansen) 4021",
    "120385-kode-4021",
    "120385kode4021",
    "120385 kode: 4 0 2 1",
    "120385/Jens/4021",
    "120385 født 4021",
    "850312 ekstra 4021",
    "19850312 Jens 4021",
    "12031985 ekstra 4021",
    "120385 mand 4021",
    "120385 patient 4021",
    "120385 plus 4021",
    "120315 Ida 4021",
    "120385 Jens Peter Hansen 4021",
    "120385 ekstra4021",
    "Hansen 120385 Jens 4021 skal udskrives",
    "120385 Jens 4021, hvem henviser",
    "120385 mor 4021 ringer",
)
FOUR_DIGITS_FIRST = (
    "4021-120385",
    "4021 120385",
    "4021/120385",
    "4021.120385",
    "4021 - 120385",
    "4021_120385",
    "4021–120385",
    "4021-12.03.85",
    "4021 12-03-85",
    "4021 12/3-85",
    "4021-12031985",
    "4021-19850312",
    "4021 12. marts 1985",
    "4021 Jens 120385",
    "4021, født 120385",
    "1177 f. 30.04.52",
    "1177-520430",
    "4021 -- 120385",
    "CPR-nr. 4021-120385",
    "personnr. 4021 120385",
    "J. 4021-120385",
    "P4021-120385",
    "nr. 4021-120385",
    "4021-120385 Hansen",
    "4021-120385, 1177-300452",
    "4 0 2 1 120385",
    "40 21 120385",
    "(4021) 120385",
    "4021:120385",
    "4021, 120385",
    "1177-300452 og 4021-120385",
)
IN_THREES = (
    "1 203 854 021",
    "1.203.854.021",
    "1'203'854'021",
    "1\xa0203\xa0854\xa0021",
    "1,203,854,021",
    "3.004.521.177",
    "3 004 521 177",
    "120.385-4021",
    "120.385 4021",
    "12.031.985-4021",
    "12 031 985 4021",
    "1-203-854-021",
    "1_203_854_021",
    "1\u2009203\u2009854\u2009021",
    "1 203 854 021 har ringet",
    "borger 1.203.854.021 ringer",
)
STAMPS = (
    "20260312_1430",
    "20260312_0915.pdf",
    "referat_20260312_1430",
    "2026-03-12_1430",
    "2026-03-12T1430",
    "20260312T1430",
    "20251231_2359",
    "20260312_143059",
    "Snitflader 20260312_1430.docx",
    "IMG_20260312_143059",
    "dump-2026-03-12_0200",
    "20260312 kl. 1430",
    "20260312-1430.docx",
    "vedtaget 20260312_1200",
    "2026.03.12_1430",
    "20260312_1430_udkast",
    "2026-03-12_14-30",
    "20260312-0915_referat.pdf",
    "20260312_1430 og 20260313_0900",
    "20260312 1430.xlsx",
)
CODES = (
    "sks 6001 120385",
    "SKS-kode 6001 120385",
    "SKS: 6001 120385",
    "ydelse 6001 120385",
    "takst 4021 120326",
    "ydelseskode 4105 010425",
    "DRG 6101 120326",
    "kode 6001 120326",
    "kode nr. 6001 120385",
    "SKS 6001 12.03.85",
    "procedure 6001 120385",
    "procedurekode 6001 120385",
    "diagnose 6001 - 120385",
    "overenskomst nr 6001 120385",
    "rundskriv 6101 120326",
    "ZZ6001 120385",
    "120385 sks 6001",
    "120326 takst 4021",
    "12.03.85 ydelse 4021",
    "12.03.85 kommunekode 0219",
    "kl. 1430 120326",
    "side 4021 120385",
    "lovbekendtgørelse 1223 101298",
    "journal 4021-120385",
    "sagsnr. 4021 120385",
    "2024-120385",
    "bilag 4021, 120385",
    "afdeling 4021 120385",
    "lokale 1430, 120326",
    "diagnosekode 6001 120385, 12 borgere",
    "SKS-koderne 6001 120385",
    "DS6001 120385",
    "SKS 60 01 120385",
)
COUNTS_SUMS_AND_PLACES = (
    "12.03.2026 lokale 4021",
    "120326 lokale 4021",
    "120326 kl. 1430",
    "120326 side 1430",
    "pr. 120326 i alt 4021 borgere",
    "120385 borgere, heraf 4021 børn",
    "110590 kr. og 4021 kr.",
    "i alt 1.203.854.021",
    "udgift på 1.203.854.021",
    "budget 1 203 854 021",
    "1.203.854.021 kr.",
    "1 203 854 021 kroner",
    "kr. 1.203.854.021",
    "beløbet er 1.203.854.021",
    "2400-2450 København",
    "lov nr. 482 af 1. juli 1998",
    "bekendtgørelse nr. 1223 af 10.12.98",
    "BEK 1223 10.12.98",
    "1. januar 1997 i 2400 København",
    "1. januar 1998: 1500 borgere",
    "1. januar 1998 var der 1500 borgere",
    "siden 1. april 1998 er 1250 borgere henvist",
    "1. juli 1998 ca. 1500",
    "pr. 31.12.98 indlagt 1234, heraf 12 børn",
    "12.03.85 Hansen, 3400 Hillerød",
    "20 12 11 45, lokal 4021",
    "48 12 10 20 Hansen 4021",
    "12.000 kr. (2025)",
    "110.590 (2025)",
    "1500, 110590, 120000",
    "1500, 110590 kr.",
    "2730 Herlev, 12.03.2026",
    "3400 Hillerød 12. marts 2026",
    "LBK nr 1012 af 12/01/1998",
    "12.03.2026 2.500 kr.",
    "12.03.2026: 1500 kr.",
    "4021-120385 kr.",
    "010125 til 311226",
    "12/3 kl. 1430 i 2026",
    "01.07.98-31.12.2001",
    "1998-2001 og 2004-2007",
    "1. juli 1998 – 2001",
    "31.12.98 ... 2001",
    "01.01.2007 ---- 2026",
    "tlf. 38 12 03 85 lokal 4021",
    "telefon 48 29 48 29, 12.03.2026",
    "EAN 5798 0012 0385 4",
    "CVR 29190623 120385",
    "12.03.2026 reg. 4021",
    "reg. 4021 konto 120385",
    "120385 stk. 4021 kr.",
    "2026-11-26\n\n[0017](0017-coherence.md)",
    # A day of this century, and digits that nobody born on it has.
    "12.03.2026 torsdag 1430",
    "12.03.2026 mødes vi 0900",
    "12.03.2026 ring 1813",
    "1. juli 2022 Akuttelefonen 1813",
    "12.03.2026 (Hillerød) 3400",
    "12.03.2026 udgave 2027",
    "12.03.2026 Rigshospitalet 5801",
    "12.03.2026 på Bispebjerg Hospital, 4501",
    "12.03.2026 afsnit 4021",
    "12.03.2026 takst 4165",
    "12.03.2026 var 5250 henvist",
    "12.03.2026 blev bevilget 5000 kr.",
    "pr. 12.03.2026 Herlev 5000",
    "fra 1. april 2024: hjemmebesøg (4250)",
    "vejledning af 2. juli 2018 nr. 9538",
    "12.03.2026 ydelse 4250, telefon 4251",
)
IN_WORDS_AND_FORMS = (
    "150587 punkt 4321",
    "cpr-nummeret er femten nul fem syvogfirs og så fire tre to en",
    "tolvte marts femogfirs, fyrre enogtyve",
    "tolv tre femogfirs fyrre enogtyve",
    "fødselsdag 15, fødselsmåned 5, fødselsår 1987, 4321",
    "dag 15 måned 05 år 87 nr 4321",
    "d. 15 i 5. 1987 4321",
    "15º05º87 4321",
    "Født: 15.05.1987\nAdresse: Vej 2\nNr.: 4321",
)
WARES_FEES_AND_PAPERS = (
    *("HMI-nr. 1203854021", "vare nr. 120385 4021", "varenr. 120385 4021"),
    *("artikelnr.: 1203854021", "katalognummer 120385 4021", "fakturanr. 1505874321"),
    *("Faktura nr. 1505874321", "bilagsnummeret 1703260001", "varenumrene 1203854021"),
    *("journalnr. 15-0587-4321", "sagsnr.: 15-0587-4321", "J.nr. 15-0587-4321"),
    *("Takster pr. 1.4.2024 (4250) 985,08 kr.", "ydelse pr. 1. april 2024 (4250)"),
    *("Honorarer pr. d. 1.4.2024 (4250)", "Regulering fra den 1.4.2024 (4250)"),
    *("Afgrænsningscirkulæret (22. februar 2013, nr. 9097)", "20260317-1300"),
    *("vejledning af 22. februar 2013 nr. 9097", "LBK af 15. maj 2024, nr. 4321"),
    *("Sundhedsloven (15. maj 2024, nr. 4321)", "lov af 15-05-2024 nr. 4321"),
    *(
        "bekendtgørelsen af den 15. maj 2024 (nr. 4321)",
        "CIR 22. februar 2013 nr. 9097",
    ),
    "DOI 10.1016/j.x.2015.05.874321",
)
PERSONS_BESIDE_THEM = (
    # Without «nr.», or with a word between; and with the dash of a person.
    *("Bilag 010190-1234", "Bilag Jensen 010190-1234", "Bilag Jensen 0101901234"),
    *("Faktura Peter 0101901234", "Faktura til 010190-1234", "Faktura 0101901234"),
    *("artikel om 010190-1234", "Artikel 010190 1234", "Artikelserien 0101901234"),
    *("Vare til 010190-1234", "varetages 010190-1234", "Varetægt 010190 1234"),
    *("Katalog over 010190-1234", "katalogiseret 0101901234", "Kataloget: 0101901234"),
    *("hmi 010190-1234", "HMI til 0101901234", "bilagene 010190 1234"),
    *("Fakturanr. Jensen 010190 1234", "bilagsnr. for Ole 0101901234"),
    *("HMI-nr. 010190-1234", "varenr. 010190-1234", "fakturanr. 010190 - 1234"),
    *(
        "bilagsnummer 01.01.90-1234",
        "artikelnr. 01011990-1234",
        "bilag nr. 010190/1234",
    ),
    *("sagen 01-0190-1234", "journalen 01-0190-1234", "sag for Ole 01-0190-1234"),
    *("dokument 01-0190-1234", "DOI 10.1016/010190-1234"),
    # A fee's day has no name before it.
    *("Honorar for Ole 12.03.2019 (4234)", "Regulering af patient 12.03.2019 (4234)"),
    *("Ydelse vedr. Emma Jensen, 12.03.2019 (4234)", "Ydelse 12.03.2019 (4234)"),
    *("Ydelsesmodtager fra 12.03.2019 (4234)", "Takst pr. Ole 12.03.2019 (4234)"),
    # A day and a number are a text's only after a word of law.
    *("Emma Jensen 12.03.2019, nr. 4234", "Pige 12.03.2019 nr. 4234"),
    *("Dreng, 12.03.2019 nr. 4234", "Datter 12. marts 2019 nr 4234"),
    *("Beboer 1. Emma 12.03.2019 nr. 4234", "Love 12.03.2019 nr. 4234"),
    *("Pavlov, 12.03.2019 nr. 4234", "Solvej 12.03.2019 nr. 4234"),
    *("efter loven Emma 12.03.2019 nr. 4234", "15. maj 2014 nr. 4321"),
    "Patienten Emma er ny hos os og flytter ind i næste uge sammen med sin familie, "
    "12.03.2019 nr. 4234",
    "Efter bekendtgørelsen skal Emma have hjælp, 12.03.2019 nr. 4234",
)
DRESSES = (
    *IN_WORDS_AND_FORMS,
    *A_WORD_AFTER_A_DATE,
    *A_WORD_AFTER_A_DAY_OF_THIS_CENTURY,
    *MARKS_AFTER_A_DATE,
    *A_WORD_AFTER_SIX_DIGITS,
    *FOUR_DIGITS_FIRST,
    *IN_THREES,
)


@pytest.mark.parametrize("number", DRESSES)
def test_a_number_whose_parts_stand_apart_is_found(number: str) -> None:
    for around in ("{}", "hvad gælder for {}?", "cpr:{}.", "({})", "CPR{}"):
        assert has_number(around.format(number)), around


@pytest.mark.parametrize(
    "text", (*STAMPS, *CODES, *COUNTS_SUMS_AND_PLACES, *WARES_FEES_AND_PAPERS)
)
def test_stamps_codes_and_sums_are_none(text: str) -> None:
    for around in ("{}", "se {}.", "({})"):
        assert not find(around.format(text)), around


@pytest.mark.parametrize("text", PERSONS_BESIDE_THEM)
def test_a_persons_number_beside_such_a_word_is_found(text: str) -> None:
    for around in ("{}", "hvem betaler: {}?", "({})"):
        assert has_number(around.format(text)), around


@pytest.mark.parametrize("before", ["Patienten, ", "født ", "cpr: ", "f. "])
def test_a_texts_day_and_number_are_a_persons_where_one_is_spoken_of(
    before: str,
) -> None:
    assert has_number(f"{before}15. maj 2014 nr. 4321")


@pytest.mark.parametrize("label", ["", "cpr ", "CPR-nr. ", "patient "])
def test_only_a_codes_label_makes_it_a_code(label: str) -> None:
    assert has_number(f"{label}6001 120385")


@pytest.mark.parametrize("number", ["20260312_2430", "20260312_1461", "19850312_1430"])
def test_only_an_hour_after_a_day_of_this_century_makes_a_stamp(number: str) -> None:
    assert has_number(number)


def test_a_number_in_the_name_of_a_file_is_found() -> None:
    for name in ("120385-4021.docx", "hansen_120385_4021.pdf", "19850312-1430.pdf"):
        assert has_number(name), name


@pytest.mark.parametrize(
    "folder", ["content/**/*.*", "tests/relevance/*.tsv"], ids=["content", "questions"]
)
def test_nothing_that_is_shipped_is_mistaken(folder: str) -> None:
    files = sorted(ROOT.glob(folder))
    assert len(files) > 20

    for file in files:
        text = file.read_text(encoding="utf-8")
        assert not find(text), file
        for line in text.splitlines():
            assert not any(map(find, (line, *line.split("\t")))), (file, line)
