"""Formulas on a line: no fraction, power or index becomes another number."""

import pytest

from registry.intake.read_text import Concern
from tests.intake.docx_files import outline, p, read


def t(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def fraction(above: str, below: str, more: str = "") -> str:
    return f"<m:f>{more}<m:num>{above}</m:num><m:den>{below}</m:den></m:f>"


def power(base: str, sup: str) -> str:
    return f"<m:sSup><m:e>{base}</m:e><m:sup>{sup}</m:sup></m:sSup>"


def index(base: str, sub: str) -> str:
    return f"<m:sSub><m:e>{base}</m:e><m:sub>{sub}</m:sub></m:sSub>"


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (fraction(t("1234"), t("7")), "1234/7"),
        (fraction(t("1"), t("2")), "½"),
        (t("2") + fraction(t("1"), t("2")), "2½"),
        (t("2") + fraction(t("3"), t("7")), "2 3/7"),
        (fraction(t("3"), t("7")) + t("5"), "3/7 5"),
        (fraction(t("a+b"), t("30")), "(a+b)/30"),
        (fraction(t("(a)+(b)"), t("2")), "((a)+(b))/2"),
        (fraction(t("2"), t("(a)(b)")), "2/((a)(b))"),
        (fraction(t("(a+(b))"), t("2")), "(a+(b))/2"),
        (fraction(t("(a)"), t("(b)")), "(a)/(b)"),
        (power(t("(a)+(b)"), t("2")), "((a)+(b))²"),
        (fraction(fraction(t("1"), t("5")), t("x")), "(1/5)/x"),
        (fraction(t("5"), t("2"), '<m:fPr><m:type m:val="noBar"/></m:fPr>'), None),
        (power(t("10"), t("3")), "10³"),
        (power(t("10"), t("-3")), "10⁻³"),
        (power(t("10"), t("x+1")), "10^(x+1)"),
        (power(t("a+b"), t("2")), "(a+b)²"),
        (index(t("x"), t("1")), "x₁"),
        (index(t("pris"), t("maks")), "pris_(maks)"),
        (f"<m:rad><m:e>{t('16')}</m:e></m:rad>", "√(16)"),
        (f"<m:rad><m:deg>{t('3')}</m:deg><m:e>{t('8')}</m:e></m:rad>", "³√(8)"),
        (
            '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>'
            f"<m:sub>{t('i=1')}</m:sub><m:sup>{t('12')}</m:sup><m:e>{t('5')}</m:e>"
            "</m:nary>",
            "∑_(i=1)^(12) 5",
        ),
        (f"<m:d><m:e>{t('a')}</m:e></m:d>", "(a)"),
        (
            '<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>'
            f"<m:e>{t('a')}</m:e><m:e>{t('b')}</m:e></m:d>",
            "[a|b]",
        ),
        (f"<m:func><m:fName>{t('log')}</m:fName><m:e>{t('5')}</m:e></m:func>", "log 5"),
        (
            f"<m:limLow><m:e>{t('max')}</m:e><m:lim>{t('x')}</m:lim></m:limLow>"
            f"{t('y')}",
            "max_(x) y",
        ),
        (f"<m:acc><m:e>{t('x')}</m:e></m:acc>", "x̂"),
        (
            f"<m:m><m:mr><m:e>{t('1')}</m:e><m:e>{t('2')}</m:e></m:mr>"
            f"<m:mr><m:e>{t('3')}</m:e><m:e>{t('4')}</m:e></m:mr></m:m>",
            "[1; 2 | 3; 4]",
        ),
        (f"<m:eqArr><m:e>{t('1')}</m:e><m:e>{t('2')}</m:e></m:eqArr>", "1; 2"),
        (f"<m:box><m:e>{t('a+b')}</m:e></m:box>", "a+b"),
    ],
)
def test_what_stands_above_or_below_is_told_by_a_sign(
    formula: str, line: str | None
) -> None:
    reading = read(p("Takst = ", f"<m:oMath>{formula}</m:oMath>", " kr."))
    line = line or "(5 over 2)"
    assert outline(reading.blocks) == [f"Takst = {line} kr."]
    (asked,) = remarks_of(reading)
    assert asked.text.startswith("1 formel er sat som almindelig tekst. Se den efter")
    ((text, place),) = asked.pieces
    assert text == line
    assert place.startswith("ved «Takst = ")


def remarks_of(reading):  # type: ignore[no-untyped-def]
    return [one for one in reading.remarks if one.concern is Concern.DOUBT]


def test_a_fraction_beside_a_number_is_not_one_number_with_it() -> None:
    formula = f"<m:oMath>{fraction(t('3'), t('7'))}</m:oMath>"
    assert outline(read(p("Takst 2", formula, "5 kr.")).blocks) == ["Takst 2 3/7 5 kr."]


def test_a_formula_deeper_than_any_keeps_its_words() -> None:
    deep = t("dybest")
    for _ in range(60):
        deep = fraction(deep, t("7"))
    assert "dybest" in repr(read(p("Takst ", f"<m:oMath>{deep}</m:oMath>")).blocks)
