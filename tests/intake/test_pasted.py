"""Text pasted from a PDF or a mail: paragraphs, headings, lists and tables come back."""

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.documents.blocks import Block, Heading, Items, Paragraph, Table, plain
from registry.documents.markdown import written
from registry.errors import BadInput
from registry.intake.pasted.reader import MOST_CHARACTERS, read
from registry.intake.reading import Concern, Reading

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


def markdown(text: str) -> str:
    return written(read(text).blocks)


def headings(text: str) -> list[tuple[int, str]]:
    return [(h.level, h.text) for h in read(text).blocks if isinstance(h, Heading)]


def remarks(reading: Reading, concern: Concern) -> list[str]:
    return [remark.text for remark in reading.remarks if remark.concern is concern]


def test_a_whole_agreement_comes_back_as_it_was_before_it_was_printed() -> None:
    found = read(AGREEMENT)

    assert found.title == "Samarbejdsaftale om hjælpemidler mellem Region Østdanmark og kommunerne"
    assert written(found.blocks) == (
        "## 1 Formål\n\n"
        "Aftalen fastlægger, hvem der udlåner og betaler hjælpemidler, når en borger udskrives fra "
        "hospital til eget hjem. Aftalen gælder for voksne og i hele regionen fra den 1. januar "
        "2027.\n\n"
        "## 2 Ansvar\n\n"
        "### 2.1 Lægeligt behandlingsansvar\n\n"
        "Hospitalet har behandlingsansvaret under indlæggelsen. Når borgeren skal hjem, aftaler "
        "hospitalet dagen med kommunen. Kommunen skal:\n\n"
        "- vurdere behovet\n"
        "- bestille hjælpemidlet hos depotet, så det er på plads, inden borgeren kommer hjem\n"
        "- betale.\n\n"
        "## ØKONOMI\n\n"
        "Kommunen betaler hjælpemidler til varigt brug. Regionen betaler behandlingsredskaber."
    )


def test_what_was_left_out_and_put_together_is_said() -> None:
    found = read(AGREEMENT)

    assert remarks(found, Concern.LEFT_OUT) == [
        "Sidetal er udeladt: «Side 2 af 3», «Side 3 af 3».",
        "Sidehoveder og sidefødder er udeladt: «Sundhedsaftale, udkast».",
        "Indholdsfortegnelsen er udeladt, for kataloget laver den selv: «Indholdsfortegnelse», "
        "«1 Formål … 2», «2 Ansvar … 2», «2.1 Lægeligt behandlingsansvar … 3».",
    ]
    assert remarks(found, Concern.CHANGED) == [
        "Ord, der var delt ved linjens ende, er samlet: «udskrives», «behandlingsansvaret».",
    ]


# Lines and words


@pytest.mark.parametrize(
    ("divided", "whole"),
    [
        ("Regionen har behandlings-\nansvaret.", "Regionen har behandlingsansvaret."),
        ("Regionen har behandlings\u00ad\nansvaret.", "Regionen har behandlingsansvaret."),
        ("Regionens behand\u00adlings\u00adansvar.", "Regionens behandlingsansvar."),
        (
            "Aftalen gælder børne-\nog ungdomspsykiatri.",
            "Aftalen gælder børne- og ungdomspsykiatri.",
        ),
        ("Der er ind-\neller udskrivning.", "Der er ind- eller udskrivning."),
        ("Det er en 72-\ntimers regel.", "Det er en 72-timers regel."),
        ("Aftalen med PLO-\nH gælder.", "Aftalen med PLO-H gælder."),
        ("Det gælder KOL-\npatienter.", "Det gælder KOL-patienter."),
        ("Der sendes en e-\nmail.", "Der sendes en e-mail."),
        ("Regionen -\nog kommunen.", "Regionen - og kommunen."),
        ("Det ﬁndes i en ﬂerårsaftale.", "Det findes i en flerårsaftale."),
        ("Inden\u00a072\u202ftimer.", "Inden 72 timer."),
        ("Borgerens pa\u030argrende.", "Borgerens pårgrende."),
        ("Et tegn\x01 for\u200b lidt.", "Et tegn for lidt."),
    ],
)
def test_words_are_made_whole(divided: str, whole: str) -> None:
    (found,) = read(divided).blocks

    assert isinstance(found, Paragraph)
    assert plain(found.text) == whole


def test_full_lines_are_one_paragraph_and_a_short_last_line_ends_it() -> None:
    text = (
        "Kommunen visiterer borgeren til et midlertidigt ophold, når borgeren ikke kan\n"
        "være i eget hjem. Regionen orienteres samme dag, og egen læge får besked om\n"
        "opholdet.\n"
        "Regionen betaler for medicin under opholdet, indtil borgeren er færdigbehandlet.\n"
    )

    assert len(read(text).blocks) == 2


def test_blank_lines_part_paragraphs_but_not_the_two_halves_of_a_sentence() -> None:
    text = (
        "Kommunen visiterer borgeren til et midlertidigt ophold, når borgeren ikke kan\n\n"
        "være i eget hjem.\n\n"
        "Regionen orienteres samme dag.\n"
    )

    assert markdown(text) == (
        "Kommunen visiterer borgeren til et midlertidigt ophold, når borgeren ikke kan være i eget "
        "hjem.\n\nRegionen orienteres samme dag."
    )


def test_a_blank_line_after_every_line_parts_no_paragraphs() -> None:
    lines = [
        "Kommunen visiterer borgeren til et midlertidigt ophold, når borgeren ikke kan",
        "være i eget hjem, og når egen læge, hospitalet eller hjemmesygeplejen i",
        "Region Østdanmark beder om det.",
        "",
        "Regionen orienteres samme dag, og det gør egen læge også, når borgeren er flyttet",
        "ind.",
    ]

    assert len(read("\n\n".join(lines)).blocks) == 2


def test_an_indented_line_begins_a_paragraph() -> None:
    text = (
        "Kommunen visiterer borgeren til et midlertidigt ophold, og regionen får besked.\n"
        "   Regionen betaler for medicin under opholdet, indtil borgeren er færdigbehandlet.\n"
    )

    assert len(read(text).blocks) == 2


def test_a_mail_whose_paragraphs_are_one_line_each_keeps_them() -> None:
    text = "Kommunen betaler for plejen. " * 8 + "\n" + "Regionen betaler for medicinen. " * 8

    assert len(read(text).blocks) == 2


# Pages


@pytest.mark.parametrize("form", ["Side {} af 3", "side {}", "{} / 3", "- {} -", "– {} –", "{}"])
def test_page_numbers_are_left_out_and_said(form: str) -> None:
    text = "\n".join(
        f"Kommunen betaler for plejen på det {page}. trin.\n\n"
        f"Regionen betaler for medicinen på trinnet.\n\nBegge orienterer egen læge.\n\n"
        f"{form.format(page)}\n"
        for page in (1, 2, 3)
    )

    found = read(text)

    assert len(found.blocks) == 9
    (said,) = remarks(found, Concern.LEFT_OUT)
    assert said == f"Sidetal er udeladt: «{form.format(1)}», «{form.format(3)}»."


def test_numbers_in_a_column_are_no_page_numbers() -> None:
    text = "Antal pladser i de tre kommuner fordeler sig sådan:\n3\n4\n5\nI alt tolv pladser."

    assert re.findall(r"\d", markdown(text)) == ["3", "4", "5"]
    assert read(text).remarks == ()


def test_a_line_repeated_within_the_text_is_kept() -> None:
    text = "Kommunen skal:\n• ringe\n• ringe\n\nRegionen skal:\n• ringe\n"

    assert markdown(text).count("ringe") == 3


def test_a_line_that_stands_often_in_the_text_is_no_running_head() -> None:
    pages = [
        f"Ansvar nr. {n}\nKommunen betaler.\nRegionen betaler.\nAlle ved det.\n" for n in range(9)
    ]
    text = "\f".join(f"{page}{page}" for page in pages)

    assert read(text).title == "Ansvar nr. 0"
    assert markdown(text).count("Ansvar nr.") == 17


def test_heads_with_the_page_number_in_them_are_left_out() -> None:
    text = "\f".join(
        f"Aftale om hjælpemidler      Side {page} af 2\nDette er sætning nummer {page}.\n"
        for page in (1, 2)
    )

    assert markdown(text) == "Dette er sætning nummer 1.\n\nDette er sætning nummer 2."
    assert remarks(read(text), Concern.LEFT_OUT) == [
        "Sidetal er udeladt: «Aftale om hjælpemidler Side 1 af 2», "
        "«Aftale om hjælpemidler Side 2 af 2»."
    ]


def test_a_running_head_that_is_the_title_is_still_the_title() -> None:
    text = "\f".join(
        f"Samarbejdsaftale om hjælpemidler\nDette er sætning nummer {page}.\n" for page in (1, 2, 3)
    )

    assert read(text).title == "Samarbejdsaftale om hjælpemidler"
    assert "Samarbejdsaftale" not in markdown(text)


def test_a_text_of_nothing_but_a_page_number_is_kept() -> None:
    assert markdown("Side 3") == "Side 3"


# Headings


def test_the_levels_of_headings_follow_their_numbers() -> None:
    text = (
        "Denne aftale gælder for alle parter.\n\n"
        "1. Ansvar\nKommunen og regionen deles om ansvaret.\n\n"
        "1.1 Lægeligt ansvar\nHospitalet har behandlingsansvaret.\n\n"
        "1.1.1 Medicin\nHospitalet ordinerer medicinen.\n\n"
        "2. Økonomi\nKommunen betaler plejen.\n"
    )

    assert headings(text) == [
        (2, "1. Ansvar"),
        (3, "1.1 Lægeligt ansvar"),
        (4, "1.1.1 Medicin"),
        (2, "2. Økonomi"),
    ]


def test_chapters_and_annexes_stand_over_the_numbers() -> None:
    text = (
        "Denne aftale gælder for alle parter.\n\n"
        "Kapitel 1\nFormål\nAftalen skal sikre, at borgeren får hjælp i tide.\n\n"
        "1.1 Mål\nMålene følges hvert år.\n\n"
        "Bilag 1. Fordeling af udgifter\nUdgifterne deles ligeligt.\n"
    )

    assert headings(text) == [
        (2, "Kapitel 1: Formål"),
        (3, "1.1 Mål"),
        (2, "Bilag 1. Fordeling af udgifter"),
    ]


def test_a_short_line_alone_before_text_is_a_heading_and_it_is_said() -> None:
    text = (
        "Denne aftale gælder for alle parter.\n\n"
        "Hvem betaler?\n\nKommunen betaler for plejen i borgerens hjem.\n"
        "Lægeligt behandlingsansvar\nHospitalet har ansvaret, indtil borgeren er udskrevet.\n"
    )

    assert headings(text) == [(2, "Hvem betaler?"), (2, "Lægeligt behandlingsansvar")]
    assert remarks(read(text), Concern.CHANGED) == [
        "Linjer, der står alene, er læst som overskrifter: «Hvem betaler?», "
        "«Lægeligt behandlingsansvar»."
    ]


def test_a_label_over_a_text_is_a_heading_but_not_over_a_list() -> None:
    text = (
        "Denne aftale gælder for alle parter.\n\n"
        "Økonomi:\nKommunen betaler for plejen i borgerens hjem.\n\n"
        "Kommunen skal:\n- visitere\n- betale\n"
    )

    assert headings(text) == [(2, "Økonomi")]


@pytest.mark.parametrize(
    "text",
    [
        "§ 4. Kommunen betaler for plejen\n§ 5. Regionen betaler for behandlingen\n",
        "Denne aftale gælder.\n\nKommunen betaler.\n\nRegionen betaler.\n",
        "Opgaverne er delt sådan, at\n\n1. Kommunen visiterer\n2. Regionen behandler\n",
        "Fordelingen af udgifter mellem kommunen og regionen følger af\n"
        "Bilag 1 og gælder indtil videre for alle parter i aftalen.\n",
        "Det er kommunen, som betaler for plejen i hjemmet, sådan som det følger af afsnit\n"
        "3.2 Økonomi og betaling i hovedaftalen mellem parterne.\n",
        "Med venlig hilsen\n\nAnne Jensen\n\nDirektør\n",
        "Kommunen betaler for plejen.\nUdgave: 1\nStatus: gældende\n"
        "Parter: Regionen og de kommuner, der ligger i den\n",
    ],
)
def test_sentences_items_and_signatures_are_no_headings(text: str) -> None:
    found = read(text)

    assert headings(text) == []
    assert found.title in ("", "Med venlig hilsen")


def test_the_first_line_is_the_title_only_if_it_looks_like_one() -> None:
    body = "\n\nKommunen betaler for plejen i borgerens eget hjem.\n"

    assert read("Aftale om pleje" + body).title == "Aftale om pleje"
    assert (
        read("Aftale om pleje og\nbehandling" + body[1:]).title == "Aftale om pleje og behandling"
    )
    assert read("Aftale om pleje\n2. udkast" + body).title == "Aftale om pleje"
    assert read("AFTALE OM\nPLEJE" + body).title == "AFTALE OM PLEJE"
    assert read("Regionen betaler for medicinen." + body).title == ""
    assert read("1. Formål" + body).title == ""
    assert read("Formål" + body).title == ""
    assert read("Formål" + body).blocks[0] == Heading(2, "Formål", "afsnit-0")


# Lists


@pytest.mark.parametrize("mark", ["•", "–", "-", "o", "\uf0b7", "▪", "*"])
def test_bullets_are_a_list(mark: str) -> None:
    text = (
        f"Kommunen skal:\n{mark} visitere borgeren\n{mark} betale for plejen\n\nDet gælder altid."
    )

    assert markdown(text) == (
        "Kommunen skal:\n\n- visitere borgeren\n- betale for plejen\n\nDet gælder altid."
    )


def test_lists_are_nested_by_indentation_and_where_it_is_lost_by_their_marks() -> None:
    nested = "- visitere\n\n    - straks\n    - senest næste dag\n- betale"

    indented = markdown("- visitere\n   - straks\n   - senest næste dag\n- betale\n")
    flat = markdown("• visitere\no straks\no senest næste dag\n• betale\n")
    assert indented == flat == nested


def test_a_numbered_list_keeps_its_numbers() -> None:
    (found,) = read("1. Kommunen visiterer.\n2. Regionen\nbehandler.\n3) x\n").blocks[:1]

    assert isinstance(found, Items)
    assert found.ordered and len(found.items) == 3 - 1
    assert "2. Regionen behandler." in markdown("1. Kommunen visiterer.\n2. Regionen\nbehandler.")


def test_letters_and_numbers_that_begin_later_stand_as_they_stood() -> None:
    assert markdown("a) visitere\nb) betale\n") == "- a) visitere\n- b) betale"
    assert "3\\. Regionen betaler." in markdown("3. Regionen betaler.\n4. Kommunen betaler.\n")


def test_lists_go_no_deeper_than_a_document_can_show() -> None:
    text = "".join(f"{' ' * depth}- trin {depth}\n" for depth in range(0, 400, 2))

    assert depth_of(read(text).blocks) == 5


def depth_of(blocks: Iterable[Block]) -> int:
    lists = [block for block in blocks if isinstance(block, Items)]
    return max((1 + depth_of(item) for found in lists for item in found.items), default=0)


# Tables


@pytest.mark.parametrize("between", ["\t", "     "])
def test_columns_in_several_lines_are_a_table_and_in_doubt(between: str) -> None:
    rows = [
        ("Opgave", "Ansvarlig", "Frist"),
        ("Seng", "Kommunen", "3 døgn"),
        ("Ilt", "Regionen", "1 døgn"),
    ]
    text = "Fordelingen er:\n" + "".join(f"{between.join(row)}\n" for row in rows)

    found = read(text)

    (table,) = (block for block in found.blocks if isinstance(block, Table))
    assert [table.head, *(tuple(map(plain, row)) for row in table.rows)] == rows
    assert remarks(found, Concern.DOUBT) == [
        "Linjerne fra «Opgave | Ansvarlig | Frist» er læst som en tabel med 3 kolonner. Se efter, "
        "at hver oplysning står i den rigtige kolonne."
    ]


def test_one_line_with_columns_is_no_table() -> None:
    assert markdown("Seng\tKommunen\n\nDet er alt.") == "Seng Kommunen\n\nDet er alt."


# Refusals and limits


@pytest.mark.parametrize("nothing", ["", " \n\t\n", "\x00\x01", "\u00ad\n\u200b", "\f\f"])
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
    "Kommunen regionen betaler. behandlings- ansvar og 72- timers PLO- H 3.2 2. 12 Økonomi "
    "ØKONOMI ﬁndes Side Bilag § a) 1) Indhold ..... 3 af".split()
)
GAPS = st.sampled_from(
    [" ", " ", " ", "\n", "\n", "\n\n", "\t", "     ", "\n  ", "\n\f", "\u00ad\n"]
)
MARKS = st.sampled_from(["", "", "", "• ", "- ", "1. ", "2. ", "a) ", "3 ", "Side 2\n"])
PARTS = st.lists(st.tuples(MARKS, WORDS, GAPS), min_size=1, max_size=60)


@given(PARTS)
@settings(max_examples=200, deadline=None)
def test_every_word_is_in_the_blocks_or_in_the_remarks(parts: list[tuple[str, str, str]]) -> None:
    """With words that recur, as the running heads of pages do."""
    assert lost_of("".join("".join(part) for part in parts)) == []


@given(PARTS)
@settings(max_examples=200, deadline=None)
def test_every_word_is_there_as_often_as_it_stood(parts: list[tuple[str, str, str]]) -> None:
    """With words of which no two are alike."""
    marked = ((mark, unlike(word, at), gap) for at, (mark, word, gap) in enumerate(parts))

    assert lost_of("".join("".join(part) for part in marked)) == []


def unlike(word: str, at: int) -> str:
    """The word with letters of its own, of the same case."""
    own = f"q{chr(97 + at // 26)}{chr(97 + at % 26)}"
    return re.sub(r"[^\W\d_]{3,}", lambda m: m[0] + (own.upper() if m[0].isupper() else own), word)


def lost_of(text: str) -> list[str]:
    found = read(text)
    kept = letters(
        "".join([found.title, *shown_in(found.blocks), *(r.text for r in found.remarks)])
    )
    words = re.findall(r"\w+", text.replace("ﬁ", "fi"))
    # Of many page numbers the first and the last are told.
    counted = any(r.text.startswith("Side") for r in found.remarks)
    return [word for word in words if word not in kept and not (counted and word.isdecimal())]


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
            yield from (*block.head, *(plain(cell) for row in block.rows for cell in row))
        elif isinstance(block, Items):
            for number, item in enumerate(block.items, 1):
                yield f"{number}." if block.ordered else ""
                yield from shown_in(item)


def test_a_tab_after_a_headings_number_makes_no_columns() -> None:
    found = read("Aftale om prøver\n\n1.\tFormål\n\nDer tages prøver.\n")
    assert [b.text for b in found.blocks if isinstance(b, Heading)] == ["1. Formål"]


def test_a_sentence_with_the_number_of_a_note_is_no_heading() -> None:
    sentence = "Regionen betaler, indtil hospitalet har sendt epikrisen. 1"
    found = read(f"Aftale om prøver\n\nØkonomi\n\n{sentence}\n\nSådan er det aftalt.\n")
    assert [b.text for b in found.blocks if isinstance(b, Heading)] == ["Økonomi"]


def test_a_sections_name_in_capitals_is_not_part_of_the_title() -> None:
    found = read("AFTALE OM PRØVER\nØKONOMI\nRegionen betaler.\n")
    assert found.title == "AFTALE OM PRØVER"
    assert [b.text for b in found.blocks if isinstance(b, Heading)] == ["ØKONOMI"]
