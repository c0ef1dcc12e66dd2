"""Text pasted from a PDF or a mail: it comes back as it was, and no word of it is
lost.
"""

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.documents.blocks import Block, Heading, Items, Paragraph, Table, plain
from registry.documents.markdown import written
from registry.errors import BadInput
from registry.intake.pasted.reader import MOST_CHARACTERS, read
from registry.intake.read_text import Concern
from tests.intake.pasted.samples import markdown, remarks
from tests.parts import examples

AGREEMENT = """\
Samarbejdsaftale om hjælpemidler
mellem Region Østdanmark og kommunerne

Indholdsfortegnelse
1 Formål ........................................ 2
2 Ansvar ........................................ 2
2.1 Lægeligt behandlingsansvar .................. 3

1 Formål
Aftalen fastlægger, hvem der udlåner og betaler hjælpemidler, når en borger ud-
skrives fra hospital til eget hjem. Aftalen gælder for voksne og i hele regionen
fra den
1. januar 2027.

Sundhedsaftale, udkast
Side 2 af 3
\f\
2 Ansvar
2.1 Lægeligt behandlingsansvar
Hospitalet har behandlings-
ansvaret under indlæggelsen. Når borgeren skal hjem, aftaler hospitalet dagen med

Sundhedsaftale, udkast
Side 3 af 3
\f\
kommunen. Kommunen skal:
• vurdere behovet
• bestille hjælpemidlet hos depotet, så det er på plads, inden borgeren kommer
  hjem
• betale.

ØKONOMI
Kommunen betaler hjælpemidler til varigt brug. Regionen betaler behandlingsredskaber.
"""


def test_a_whole_agreement_comes_back_as_it_was_before_it_was_printed() -> None:
    reading = read(AGREEMENT)

    assert (
        reading.title
        == "Samarbejdsaftale om hjælpemidler mellem Region Østdanmark og kommunerne"
    )
    assert written(reading.blocks) == (
        "## 1 Formål\n\n"
        "Aftalen fastlægger, hvem der udlåner og betaler hjælpemidler, når en borger "
        "udskrives fra hospital til eget hjem. Aftalen gælder for voksne og i hele "
        "regionen fra den 1. januar 2027.\n\n"
        "## 2 Ansvar\n\n"
        "### 2.1 Lægeligt behandlingsansvar\n\n"
        "Hospitalet har behandlingsansvaret under indlæggelsen. Når borgeren skal "
        "hjem, aftaler hospitalet dagen med kommunen. Kommunen skal:\n\n"
        "- vurdere behovet\n"
        "- bestille hjælpemidlet hos depotet, så det er på plads, inden borgeren "
        "kommer hjem\n"
        "- betale.\n\n"
        "## ØKONOMI\n\n"
        "Kommunen betaler hjælpemidler til varigt brug. Regionen betaler "
        "behandlingsredskaber."
    )


def test_what_was_left_out_and_put_together_is_said() -> None:
    reading = read(AGREEMENT)

    assert remarks(reading, Concern.LEFT_OUT) == [
        "Sidetal er udeladt: «Side 2 af 3», «Side 3 af 3».",
        "Sidehoveder og sidefødder er udeladt: «Sundhedsaftale, udkast».",
        "Indholdsfortegnelsen er udeladt, for kataloget laver den selv: "
        "«Indholdsfortegnelse», «1 Formål … 2», «2 Ansvar … 2», «2.1 Lægeligt "
        "behandlingsansvar … 3».",
    ]
    assert remarks(reading, Concern.CHANGED) == [
        "Ord, der var delt ved linjens ende, er samlet: «udskrives», "
        "«behandlingsansvaret».",
    ]


# Tables


@pytest.mark.parametrize("between", ["\t", "     "])
def test_columns_in_several_lines_are_a_table_and_in_doubt(between: str) -> None:
    rows = [
        ("Opgave", "Ansvarlig", "Frist"),
        ("Seng", "Kommunen", "3 døgn"),
        ("Ilt", "Regionen", "1 døgn"),
    ]
    text = "Fordelingen er:\n" + "".join(f"{between.join(row)}\n" for row in rows)

    reading = read(text)

    (table,) = (block for block in reading.blocks if isinstance(block, Table))
    assert [table.head, *(tuple(map(plain, row)) for row in table.rows)] == rows
    assert remarks(reading, Concern.DOUBT) == [
        "Linjerne fra «Opgave | Ansvarlig | Frist» er læst som en tabel med 3 "
        "kolonner. Se efter, at hver oplysning står i den rigtige kolonne."
    ]


def test_one_line_with_columns_is_no_table() -> None:
    assert markdown("Seng\tKommunen\n\nDet er alt.") == "Seng Kommunen\n\nDet er alt."


# Refusals and limits


@pytest.mark.parametrize(
    "nothing", ["", " \n\t\n", "\x00\x01", "\u00ad\n\u200b", "\f\f"]
)
def test_an_empty_text_is_refused(nothing: str) -> None:
    with pytest.raises(BadInput, match="Der er ingen tekst") as refused:
        read(nothing)
    assert refused.value.field == "tekst"


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(BadInput, match="for lang") as refused:
        read("a" * (MOST_CHARACTERS + 1))
    assert refused.value.field == "tekst"


@pytest.mark.parametrize(
    "part",
    [
        "a",
        " ",
        ".",
        "1.",
        "a\t",
        "a\n",
        "- a\n",
        "A\n\n",
        "Side 1\n",
        "ab-\n",
        "a\f",
        "a\u0301\u0327",
    ],
)
def test_no_text_takes_more_than_its_share_of_time(part: str) -> None:
    """A time that grows with the square would not end within the tests' patience."""
    text = f"x{part * (20_000 // len(part))}y"

    assert read(text).blocks


# Nothing is lost


WORDS = st.sampled_from(
    "Kommunen regionen betaler. behandlings- ansvar og 72- timers PLO- H 3.2 2. 12 "
    "Økonomi "
    "ØKONOMI ﬁndes Side Bilag § a) 1) Indhold ..... 3 af".split()
)
GAPS = st.sampled_from(
    [" ", " ", " ", "\n", "\n", "\n\n", "\t", "     ", "\n  ", "\n\f", "\u00ad\n"]
)
MARKS = st.sampled_from(["", "", "", "• ", "- ", "1. ", "2. ", "a) ", "3 ", "Side 2\n"])
PARTS = st.lists(st.tuples(MARKS, WORDS, GAPS), min_size=1, max_size=60)


@given(PARTS)
@settings(max_examples=examples(200), deadline=None)
def test_every_word_is_in_the_blocks_or_in_the_remarks(
    parts: list[tuple[str, str, str]],
) -> None:
    """With words that recur, as the running heads of pages do."""
    assert lost_of("".join("".join(part) for part in parts)) == []


@given(PARTS)
@settings(max_examples=examples(200), deadline=None)
def test_every_word_is_there_as_often_as_it_stood(
    parts: list[tuple[str, str, str]],
) -> None:
    """With words of which no two are alike."""
    marked = (
        (mark, unlike(word, at), gap) for at, (mark, word, gap) in enumerate(parts)
    )

    assert lost_of("".join("".join(part) for part in marked)) == []


def unlike(word: str, at: int) -> str:
    """The word with letters of its own, of the same case."""
    own = f"q{chr(97 + at // 26)}{chr(97 + at % 26)}"
    return re.sub(
        r"[^\W\d_]{3,}", lambda m: m[0] + (own.upper() if m[0].isupper() else own), word
    )


def lost_of(text: str) -> list[str]:
    reading = read(text)
    kept = letters(
        "".join(
            [
                reading.title,
                *shown_in(reading.blocks),
                *(r.text for r in reading.remarks),
            ]
        )
    )
    words = re.findall(r"\w+", text.replace("ﬁ", "fi"))
    # Of many page numbers the first and the last are told.
    counted = any(r.text.startswith("Side") for r in reading.remarks)
    return [
        word
        for word in words
        if word not in kept and not (counted and word.isdecimal())
    ]


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def shown_in(blocks: Iterable[Block]) -> Iterator[str]:
    """All that a reader sees, the numbers of items too."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Paragraph):
            yield plain(block.text)
        elif isinstance(block, Table):
            yield from (
                *block.head,
                *(plain(cell) for row in block.rows for cell in row),
            )
        elif isinstance(block, Items):
            for number, item in enumerate(block.items, 1):
                yield f"{number}." if block.ordered else ""
                yield from shown_in(item)


def test_headings_that_markdown_marks_are_headings() -> None:
    text = (
        "# Aftale om sårpleje\n\n## Udskrivning\n\nHospitalet ringer.\n\n"
        "### Om aftenen\n\nKommunen svarer.\n\n## Økonomi\n\nRegionen betaler."
    )
    reading = read(text)

    assert reading.title == "Aftale om sårpleje"
    assert written(reading.blocks) == (
        "## Udskrivning\n\nHospitalet ringer.\n\n"
        "### Om aftenen\n\nKommunen svarer.\n\n## Økonomi\n\nRegionen betaler."
    )


def test_a_number_sign_amid_a_text_is_no_heading() -> None:
    reading = read("Aftale om sårpleje\n\nHospitalet ringer til # 1813.\n\n#nej tak")

    assert [type(block) for block in reading.blocks] == [Paragraph, Paragraph]
