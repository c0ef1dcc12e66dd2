"""A text in its one form: what looks the same is written the same. Pure.

Nothing that carries meaning is changed: raised figures (m²), fractions (½), §, minus
signs, dashes and quotation marks stay as they were typed.
"""

import re
import unicodedata
from collections.abc import Iterator

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# What shows nothing: soft hyphens, joiners, marks of direction.
_INVISIBLE = (
    *range(0x00, 0x09),
    *range(0x0E, 0x20),
    *range(0x7F, 0xA0),
    *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0),
    *range(0x180B, 0x1810),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *(0xFEFF, 0xFFFE, 0xFFFF),
    *range(0xFFF9, 0xFFFC),
    *range(0xD800, 0xE000),
    *range(0xE0000, 0xE1000),
)
_SPACES = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x2800, 0x3000)
_HYPHENS = (0x2010, 0x2011)
# The stroke of a fraction, as PDFs give it: 1⁄2 is 1/2.
_SLASHES = (0x2044, 0x2215)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_LIGATURES |= {0xFB05: "st", 0xFB06: "st"}
# What Word's symbol fonts show at the places of their own (Symbol, Wingdings).
_SYMBOLS = {
    **dict.fromkeys((0xF0B7, 0xF06C, 0xF09F, 0xF0E9), "•"),
    **dict.fromkeys((0xF0A7, 0xF06E), "▪"),
    # An empty box in Wingdings. 0xF0A3 is ≤ in Symbol and a ring there: it is told.
    0xF0A8: "□",
    **dict.fromkeys((0xF0D8, 0xF0C4, 0xF076), "➢"),
    **{0xF0FC: "✓", 0xF0FE: "☑"},
    **{0xF0FB: "✗", 0xF0E0: "→", 0xF0AE: "→", 0xF0DF: "←", 0xF0AC: "←"},
    **{0xF0B0: "°", 0xF0B1: "±", 0xF0B3: "≥", 0xF0B9: "≠", 0xF0BB: "≈"},
    **{0xF0B4: "×", 0xF0B8: "÷", 0xF06D: "µ", 0xF061: "α", 0xF062: "β", 0xF067: "γ"},
    **{0xF044: "Δ", 0xF057: "Ω", 0xF0A5: "∞", 0xF02D: "−", 0xF02B: "+"},
}
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_SLASHES, "/"),
    **_LIGATURES,
    # Full-width signs, and the small ones of the same scripts.
    **{
        at: unicodedata.normalize("NFKC", chr(at))
        for at in (
            *range(0xFF01, 0xFF5F),
            *range(0xFFE0, 0xFFE7),
            *range(0xFE50, 0xFE6C),
        )
        if at != 0xFFE3
    },
    **_SYMBOLS,
}
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
# A raised figure after a whole word is the number of a note; after a unit, a power.
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LETTER = rf"[^\W\d_{_RAISED}]"
_NOTE = re.compile(
    rf"(?<={_LETTER}{{3}})(?<!meter)(?=[{_RAISED}])|(?<={_LETTER}{{2}})(?=[¹⁴-⁹])"
)
# An o with a stroke over it, which Unicode does not compose.
_STRUCK = re.compile("([oO])[\u0335\u0337\u0338]")

# These choose the look of a sign before them, as of a heart; after a letter, nothing.
_LOOKS = re.compile(r"(?<![^\w\s])[\ufe00-\ufe0f]+")

# Letters of other alphabets that look like ours, and signs that look like each other.
_ALIKE = {
    **{"a": "аɑα", "æ": "ӕ", "b": "бвβ", "c": "сϲ", "d": "ԁ", "e": "ѐеε", "ë": "ё"},
    **{
        "g": "ɡց",
        "h": "һҺհ",
        "i": "іɩɪιı",
        "ï": "ї",
        "j": "јϳյ",
        "k": "кκ",
        "l": "ӏℓʟ",
    },
    **{"m": "м", "n": "нոν", "o": "оօο", "ö": "ӧ", "p": "рρ", "q": "ԛզ", "r": "гґ"},
    **{"s": "ѕ", "t": "тτ", "u": "սυ", "w": "ѡԝա", "x": "хχ", "y": "у"},
    **{
        "-": "–—−‒―‐⁃ー˗⸺⸻",
        "/": "⁄∕",
        ":": "꞉",
        ",": "‚",
        "'": "’‘ʼ´`′",
        '"': "”“„«»″",
    },
}
# Their capitals are mapped before they become small: a small Н is like no letter here.
_CAPITALS = str.maketrans(
    {
        other: ours
        for ours, others in {
            **{"A": "АΑ", "B": "ВΒᏴ", "C": "СϹ", "E": "ЕΕᎬ", "G": "ԌᏀ", "H": "НΗᎻ"},
            **{"I": "ІΙӀ", "J": "ЈͿᎫ", "K": "КΚⲔ", "L": "Ꮮ", "M": "МΜᎷ", "N": "ΝⲚ"},
            **{"O": "ОΟՕ", "P": "РΡᏢ", "S": "ЅᏚ", "T": "ТΤꓔᎢ", "W": "ԜᎳ", "X": "ХΧ"},
            **{"Y": "ΥҮУ", "Z": "ΖᏃ", "Ø": "ѲӨӪǾ", "ø": "ѳөӫǿ", "3": "ЗӠ", "6": "б"},
            **{"'": "´`", "nr ": "№"},
        }.items()
        for other in others
    }
)
_LOOK_ALIKES = str.maketrans(
    {other: ours for ours, others in _ALIKE.items() for other in others}
)


# A capital I after a small letter looks like an l; so does the l of «lshøj» like an
# I, for no word begins so. Figures amid letters are letters.
_AS_L = re.compile(r"(?<=[a-zæøå])I(?![A-ZÆØÅ])")
_AS_I = re.compile(r"(?<![^\W_])[l|](?=[bcdfghkmnpqrstvwxz][a-zæøå])")
_FIGURE = re.compile(r"(?<=[a-zæøå])[01](?=[a-zæøå])|(?<![^\W_])0(?=[a-zæøå]{3})")
_FIGURES = {"0": "o", "1": "l"}
# Alone or side by side, an I and an l look like each other; beside a figure they are a
# 1, and an O is a 0: «ll2», «1O».
_ONES = re.compile(r"(?<![^\W_])[Il|]{1,3}(?![^\W_])")
_AMID_FIGURES = re.compile(r"(?<![^\W_])[IlOo|]*[0-9][IlOo|0-9]*(?![^\W_])")
_AS_FIGURES = str.maketrans("Il|Oo", "11100")
# «Fase II» is the second, as «Fase 2» and «FASE II» are; a single V or X is a letter.
# In both cases, for a title in capitals is no other title: «vi» and «i» are numbers
# after what is counted only, and an I at the end of a name or of its first part.
_ROMAN = ("I", "II", "III", "IV", "", "VI", "VII", "VIII", "IX", "", "XI", "XII")
_NO_WORDS = ("II", "III")
_COUNTED = (
    r"[^\W_]*(?:fase|klynge|bilag|afsnit|enhed|kapitel|type|niveau|version|team|klinik"
    r"|gruppe|trin|spor|center|hus|stue|etage|område|plan|tabel|figur|skema|modul"
    r"|pakke|punkt|runde|udgave|kategori|model)|del|nr|ring|hold"
)
_ROMAN_WORD = re.compile(
    rf"(?<![^\W_])(?P<counted>(?i:{_COUNTED})\.?[ -]+)?"
    r"(?P<numeral>[IVXivxl|]{1,4})(?![^\W_])"
    r"(?P<ends>(?=\s*$|\s+[^\w\s]|[,:;)\]]|\.(?!\w)))?"
)
# A point after a letter, blanks beside a sign, a hyphen before a unit, and marks that
# no letter of ours has.
_POINT = re.compile(r"(?<=[^\W\d_])\.")
_AROUND_SIGN = re.compile(r"\s*([/-])\s*|(?<=(§))\s+")
_BEFORE_UNIT = re.compile(r"(?<=\d)-(?=[a-zæøå])")
_MARKS = re.compile("[\u0300-\u036f]")
# What a name may have around it, and is the same name with.
_AROUND = " .,:;!?'\"()[]_*-·•"


def normal(text: str) -> str:
    """The text in its one form: Unicode NFC, one kind of space and of line end, without
    what shows nothing. Of what is normal already, the same.
    """
    lines = _LINE_ENDS.sub("\n", text)
    ordered = unicodedata.normalize("NFC", lines.translate(_TABLE))
    struck = _STRUCK.sub(lambda o: "ø" if o[1] == "o" else "Ø", ordered)
    composed = unicodedata.normalize("NFC", struck)
    return _NOTE.sub(" ", _LOOKS.sub("", composed))


def unknown_signs(text: str) -> Iterator[tuple[int, str]]:
    """Signs that only the writer's font can show: the line, and the words around."""
    for number, line in enumerate(text.split("\n"), 1):
        for sign in _PRIVATE.finditer(line):
            yield number, line[max(sign.start() - 20, 0) : sign.end() + 20].strip()


def read_alike(name: str) -> str:
    """What a name reads as: equal for two that nobody can tell apart by reading."""
    written = unicodedata.normalize("NFKC", normal(name).translate(_CAPITALS))
    written = _ONES.sub(lambda ones: "I" * len(ones[0]), written)
    written = _AMID_FIGURES.sub(lambda word: word[0].translate(_AS_FIGURES), written)
    written = _ROMAN_WORD.sub(_in_figures, written)
    latin = _AS_I.sub("i", _AS_L.sub("l", written)).casefold()
    lettered = _FIGURE.sub(lambda figure: _FIGURES[figure[0]], latin)
    spelled = unicodedata.normalize("NFC", lettered.translate(_LOOK_ALIKES))

    plain = _POINT.sub("", _MARKS.sub("", spelled))
    close = _BEFORE_UNIT.sub(" ", _AROUND_SIGN.sub(lambda sign: sign[1] or "", plain))
    words = " ".join(close.split())
    return words.strip(_AROUND) or words


def _in_figures(found: re.Match[str]) -> str:
    """A number of the Romans as a figure, where it is one; the word «I» as «i»."""
    counted, numeral = found["counted"] or "", found["numeral"]
    looks = numeral if "i" in numeral else re.sub(r"[l|]", "I", numeral)
    roman = looks.upper()
    if roman not in _ROMAN:
        return found[0]

    is_number = counted or roman in _NO_WORDS
    if is_number or (roman == "I" and found["ends"] is not None):
        return f"{counted}{_ROMAN.index(roman) + 1}"
    return "i" if roman == "I" else found[0]
