"""Every word and number that is typed is found again, in order, by every reader.

Also covers registry/markup/converter.py, registry/markup/inline.py,
registry/markup/visible_words.py, registry/documents/visible_words.py and
registry/exports/whole.py.
"""

import io
import re
import unicodedata

import docx as word
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from registry.documents.blocks import Document
from registry.documents.markdown import written
from registry.documents.richtext import blocks_of
from registry.documents.visible_words import is_whole as blocks_are_whole
from registry.documents.visible_words import words_in
from registry.exports import docx, html, markdown, pdf
from registry.exports.publication import Publication
from registry.language.normal import normal
from registry.markup.markdown_html import _as_written, sections, to_html
from registry.markup.visible_words import html_words, is_whole, source_words
from registry.offline.bodies import alone, lowered
from registry.rules.levels import with_moved_places
from registry.rules.worddiff import Side, pieces
from tests.exports.samples_document import document
from tests.markup.samples import texts
from tests.parts import examples

slowly = settings(
    max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck)
)


def published(text: str) -> Publication:
    return document(*blocks_of(text, level=2, anchor="tekst"))


@given(texts)
@settings(max_examples=examples(300), deadline=None)
@example("15. marts 2027 overtager regionen betalingen.")
@example("3. Sidst\n5. Og så")
def test_the_page_says_what_was_typed(text: str) -> None:
    page = to_html(text)
    assert is_whole(text, page)
    # The dialect reads it itself: the text is not only repeated line by line.
    assert page != _as_written(text) or "<" not in re.sub(r"</?p>|<br>", "", page)


@given(st.text(max_size=80))
@settings(deadline=None)
def test_the_page_says_any_text_at_all(text: str) -> None:
    written_in_form = normal(text)
    assert is_whole(written_in_form, to_html(written_in_form))


@given(texts)
@settings(max_examples=examples(150), deadline=None)
def test_documents_say_what_was_typed_and_so_does_their_markdown(text: str) -> None:
    blocks = blocks_of(text, level=2, anchor="tekst")
    assert blocks_are_whole(text, blocks)
    again = blocks_of(written(blocks), level=2, anchor="tekst")
    assert "".join(words_in(again)) == "".join(words_in(blocks))


@given(texts)
@settings(max_examples=examples(100), deadline=None)
def test_the_offline_copy_and_the_search_say_what_was_typed(text: str) -> None:
    page = to_html(text)
    copied = html_words(lowered(alone(page)))
    read = iter(copied)
    assert all(word in read for word in html_words(re.sub(r"</?a\b[^>]*>", " ", page)))
    shown = "".join(f"{section.title} {section.text} " for section in sections(text))
    # A raised figure is the figure.
    numbers = iter(re.findall(r"\d+", unicodedata.normalize("NFKC", shown)))
    assert all(
        number in numbers
        for number in re.findall(r"\d+", " ".join(html_words(_without_links(page))))
    )


def _without_links(page: str) -> str:
    return re.sub(r"</?a\b[^>]*>", " ", page)


@given(texts, texts)
@settings(max_examples=examples(100), deadline=None)
def test_the_differences_say_what_was_typed_in_either_text(
    before: str, after: str
) -> None:
    differences = pieces(*with_moved_places(before, after))
    for text, other in ((after, Side.REMOVED), (before, Side.ADDED)):
        side = "".join(piece.text for piece in differences if piece.part is not other)
        words = iter(source_words(re.sub(r"\n", " \n ", side)))
        assert all(word in words for word in re.findall(r"[^\W_]+", text)) or (
            "\\" in text or "&" in text or "<" in text
        )


@given(texts)
@slowly
def test_word_pdf_html_and_markdown_hold_what_was_typed(text: str) -> None:
    # Each writer compares what it made with its blocks, and raises where one is lost.
    made = published(text)
    assert docx.render(made)
    assert pdf.source(made.document)
    assert html.render(made)
    assert markdown.render(made)


TYPED = """15. marts 2027 overtager regionen betalingen.

3. Tredje pligt
5. Femte pligt

Region Hovedstaden
Kongens Vænge 2

a) først
b) så

- ydre
    - indre
- næste ydre

[x]: ikke en henvisning <navn> 2*3*4 > 38 °C
"""


def test_the_finished_files_are_read_back_word_by_word() -> None:
    made = published(TYPED)
    file = word.Document(io.BytesIO(docx.render(made)))
    in_word = "\n".join(paragraph.text for paragraph in file.paragraphs)
    in_pdf = " ".join(
        page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(made))).pages
    )
    for text in (
        *("15. marts 2027 overtager", "Kongens Vænge 2", "a) først", "b) så"),
        *("[x]: ikke en henvisning <navn> 2*3*4 > 38 °C", "Femte pligt"),
    ):
        assert text in in_word
        assert text in " ".join(in_pdf.split())
    assert "3. Tredje pligt" in in_pdf and "5. Femte pligt" in in_pdf
    assert _starts(file) == ["3", "5"]


def _starts(file: word.document.Document) -> list[str]:
    numbering = file.part.numbering_part.element
    used = [
        paragraph._p.pPr.numPr.numId.val
        for paragraph in file.paragraphs
        if paragraph.style and paragraph.style.name == "List Number"
    ]
    by_id = {num.numId: num for num in numbering.num_lst}
    return [
        str(by_id[number].lvlOverride_lst[0].xpath("./w:startOverride/@w:val")[0])
        for number in used
    ]


def test_a_document_that_lost_a_word_does_not_leave() -> None:
    from pytest import raises

    from registry.exports.whole import NotWhole, require_whole

    made: Document = published("Kommunen varsler inden 24 timer").document
    require_whole(made, "Titel Kommunen varsler inden 24 timer".split())
    with raises(NotWhole):
        require_whole(made, "Titel Kommunen varsler inden timer".split())
