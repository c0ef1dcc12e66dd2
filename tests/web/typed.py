"""What people type into the fields: arbitrary Danish text, with what it should say.

CPR numbers and placeholders are left out, for the catalogue refuses them on purpose.
So are lists deeper than the profile reads, which stop the version.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from registry.gates.placeholders import is_placeholder
from registry.language.personal_numbers import has_number
from registry.publishing.writing import OWN_ROW_FIELDS
from registry.rules.fields import BODY, Field, Kind
from registry.rules.version_content import CONTENT_FIELDS


class Typed(NamedTuple):
    """A text as it stands in the field, and as it should be read, line by line.

    The two differ where a mark is meant. Where a link leads stands in `read` between
    two signs that `said` knows.
    """

    typed: str
    read: str


CAPITALS = (
    *("Kommunen", "Regionen", "Hospitalet", "Ærø", "Øster Åby", "Barnet", "Én"),
)
LOWER = (
    *("skal", "varsle", "ærø", "fødsel", "på", "å", "og/eller", "samråd", "ti dage"),
    *("region-kommune", "e\u0301n", "fl.", "(fx hjemme)", "barnets", "under", "en uge"),
)
NUMBERS = (
    *("1.000", "1.000,50", "2½", "½", "3,5", "24", "-5", "−5", "+45", "±2", "m²"),
    *("50 %", "38\u00a0°C", "§ 2, stk. 1", "§§ 4-6", "15. marts 2027", "1. maj"),
    *("kl. 12.30", "2026-2027", "7–9", "12/24", "15.", "1.", "2.", "a)", "1)", "(2)"),
    *("b.", "0,5"),
)
SIGNS = (
    *("*", "#", "+", "-", "_", ">", "<", ">=", "=", "|", "&", "~", "\\", "^", "!", "@"),
    *(":", ";", "…", "–", "•", "'", '"her"', "»her«", "”her”", "{a}", "`kode`", "`"),
    *("<ord>", "<b>", "[1]", "[ord]", "[1]: her", "[1] (2)", "![a]", "2*3*4", "f_n_g"),
    *("ord*", "*)", "**)", "ord**", "A&B", "&copy;", "R&D;", "#5", "C#", "$x$"),
    *("~~nej~~", "______", "___", "__", "og\\eller", r"\\server\drev", "::", "---"),
    *("***", "-->"),
    # Addresses, codes with a star for the rest, and drives, whose signs are their own.
    *("_post_@a.dk", "www.a.dk/_intern_", "https://b.dk/_x_/y_z?q=*a*", "F20.*", "F3*"),
    *("DF20.*-DF29.*", r"S:\_Fælles_\x", "a_b_c.docx", "5*"),
)
# Marks that are meant.
MARKS = (
    Typed("**fed**", "fed"),
    Typed("*kursiv skrift*", "kursiv skrift"),
    Typed("_kursiv_", "kursiv"),
    Typed(
        "[loven](https://a.dk/b_(c)?d=1&e=2)", "loven\x02https://a.dk/b_(c)?d=1&e=2\x03"
    ),
    Typed("[post (her)](mailto:post@a.dk)", "post (her)\x02mailto:post@a.dk\x03"),
    Typed("<https://a.dk/b-(c)>", "https://a.dk/b-(c)"),
    Typed("[https://a.dk](https://a.dk)", "https://a.dk"),
    Typed("m<sup>2</sup>", "m²"),
    Typed("CO<sub>2</sub>-måler", "CO₂-måler"),
    Typed("**ud**skrive", "udskrive"),
    Typed("Å &amp; Ø", "Å & Ø"),
)
ADDRESS = re.compile("\x02([^\x03]*)\x03")
ADDRESSES = tuple(address for mark in MARKS for address in ADDRESS.findall(mark.read))
# How a line begins: with signs that stand there by chance, or that make it an item or
# a heading. A heading may have a number of its own (# 2 Formål).
BY_CHANCE = (
    *("> ", ">", ">= ", "#", "+ ", "= ", "| ", "– ", "• ", "a) ", "1) ", "(1) "),
    *("# 5 i ", "# 0,5 ", "# 7–9 ", "# 38 °C ", "# af ", "§ 3 ", "15. ", "\\ ", "___ "),
    *("- 5 °C ", "- 3,5 % ", "    ", "\t", "  "),
)
BULLETS = ("- ", "- ", "  - ", "    - ", "* ", "  * ")
COUNTED = ("1. ", "2. ", "3. ", "5. ", "    1. ")
HEADINGS = ("## ", "### ")
MEANT = (
    *(Typed(mark, "") for mark in (*BULLETS, *HEADINGS)),
    *(Typed(mark, mark) for mark in COUNTED),
)
APART = (
    Typed("", ""),
    Typed("\n______\n", "\n______\n"),
    Typed(
        "\n| Hvem | Frist |\n|---|---:|\n| Ærø | 2½ |\n",
        "\nHvem Frist\n\nÆrø 2½\n",
    ),
    Typed("\n> Regionen betaler\n", "\nRegionen betaler\n"),
    Typed("\n3. Regionen\n5. Barnet *)\n", "\n3. Regionen\n5. Barnet *)\n"),
    Typed(
        "\n- Ærø\n    1. Én\n    2. Øster Åby\n- Hospitalet\n",
        "\nÆrø\n1. Én\n2. Øster Åby\nHospitalet\n",
    ),
)


class Place(NamedTuple):
    """A field of the version or of a row. `end`: the word with which its texts end."""

    field: Field
    of_row: bool
    end: str

    def __repr__(self) -> str:
        return f"{'row' if self.of_row else 'version'}.{self.field.name}"


def _places() -> tuple[Place, ...]:
    """Every field that people write in, by the table."""
    listed = [(f, False) for f in CONTENT_FIELDS] + [(f, True) for f in OWN_ROW_FIELDS]
    written = [
        (field, of_row)
        for field, of_row in listed
        if field.kind in (Kind.TEXT, Kind.TEXTS, Kind.MARKDOWN) and not field.options
    ]
    return tuple(
        Place(field, of_row, f"slut{chr(97 + at // 26)}{chr(97 + at % 26)}")
        for at, (field, of_row) in enumerate(written)
    )


PLACES = _places()
# It leads to a heading of the text, so it is chosen among those that the form offers.
(SECTION,) = (place for place in PLACES if place.field.name == "section")
(TASK,) = (place for place in PLACES if place.field.name == "task")
TEXT_PLACES = tuple(place for place in PLACES if place is not SECTION)
Texts = Mapping[Place, Sequence[Typed]]
Lines = st.SearchStrategy[Typed]


def joined(parts: Sequence[Typed], between: str) -> Typed:
    return Typed(*(between.join(side) for side in zip(*parts, strict=True)))


def said(read: str) -> str:
    """A text as it is read, with the addresses of its links."""
    return ADDRESS.sub(r" (\1) ", read)


def without_addresses(text: str) -> str:
    """A text without the addresses that stand in brackets, over how many lines ever."""
    for address in ADDRESSES:
        text = re.sub(r"\s*".join(map(re.escape, f"({address})")), " ", text)
    return text


def texts_for(place: Place) -> st.SearchStrategy[Sequence[Typed]]:
    """The texts of a field; only a list of texts has more than one."""
    field, end = place.field, place.end
    if field is BODY:
        before, after = _text(blocks, 6, "\n", "før"), _text(blocks, 6, "\n", end)
        parts = st.tuples(before, _heading(), after)
        return parts.map(lambda three: [joined(three, "\n\n")])
    if field.kind is Kind.MARKDOWN:
        return _text(blocks, 8, "\n", end).map(lambda one: [one])
    if field.kind is Kind.TEXTS:
        one = _text(plain_lines, 1, " ", end)
        return st.lists(one, min_size=1, max_size=3, unique=True)
    most, between = (4, "\n") if field.long else (1, " ")
    return _text(plain_lines, most, between, end).map(lambda one: [one])


def _plain(text: str) -> Typed:
    return Typed(text, text)


def _line(begins: Typed, parts: Sequence[Typed]) -> Typed:
    return joined([begins, joined(parts, " ")], "")


def _one_of(texts: Sequence[str]) -> Lines:
    return st.sampled_from(texts).map(_plain)


def _begun(first: Sequence[str], more: Lines) -> st.SearchStrategy[list[Typed]]:
    """Pieces of a line, of which the first is no sign."""
    rest = st.lists(more, max_size=8)
    return st.builds(lambda one, others: [one, *others], _one_of(first), rest)


pieces = _one_of([*CAPITALS, *LOWER, *NUMBERS, *SIGNS])
marked = st.one_of(pieces, pieces, pieces, st.sampled_from(MARKS))
# Where nothing is markup, its marks are signs like others.
plain_pieces = st.one_of(pieces, pieces, pieces, _one_of([m.typed for m in MARKS]))
plain_lines = st.builds(
    _line,
    _one_of(["", "", "", *BY_CHANCE, *BULLETS, *COUNTED, *HEADINGS]),
    st.lists(plain_pieces, min_size=1, max_size=9),
)
chance_lines = st.builds(
    _line, _one_of(["", "", *BY_CHANCE]), _begun([*LOWER, *NUMBERS], marked)
)
meant_lines = st.builds(_line, st.sampled_from(MEANT), _begun(CAPITALS, marked))
blocks = st.one_of(*[chance_lines] * 3, *[meant_lines] * 2, st.sampled_from(APART))


def _text(lines: Lines, most: int, between: str, end: str) -> Lines:
    """Lines that end in that word; Markdown's is a paragraph of its own."""
    apart = "\n\n" if lines is blocks else " "
    made = st.lists(lines, min_size=1, max_size=most)
    return made.map(
        lambda parts: _stripped(joined([joined(parts, between), _plain(end)], apart))
    ).filter(_is_taken)


def _heading() -> Lines:
    """The heading that the row leads to."""
    titles = st.builds(_line, st.just(Typed("## ", "")), _begun(CAPITALS, pieces))
    ended = titles.map(lambda title: joined([title, _plain(SECTION.end)], " "))
    return ended.filter(lambda title: not has_number(title.typed))


def _stripped(written: Typed) -> Typed:
    return Typed(written.typed.lstrip(), written.read.lstrip())


def _is_taken(written: Typed) -> bool:
    """Whether the catalogue takes it: no number of a person, and no placeholder."""
    return not has_number(written.typed) and not is_placeholder(written.typed)


texts = st.fixed_dictionaries({place: texts_for(place) for place in TEXT_PLACES})
