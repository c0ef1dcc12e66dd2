"""The body as HTML: looks, links, quotes and breaks come through, and nothing else."""

from registry.documents.blocks import Paragraph, Span
from tests.intake.docx_files import outline, p, read, shown


def test_quotes_notes_and_links_are_kept() -> None:
    link = '<w:hyperlink r:id="rId9"><w:r><w:t>loven</w:t></w:r></w:hyperlink>'
    reading = read(
        p("Citeret.", style="Citat"),
        p("En bemærkning.", style="Bemaerkning"),
        p("Se ", link, "."),
        related=[("rId9", "hyperlink", "https://lov.example/205?a=1&b=2")],
    )
    assert outline(reading.blocks) == [
        {"quote": ["Citeret."]},
        "En bemærkning.",
        "Se loven.",
    ]
    note, linked = reading.blocks[1:]
    assert isinstance(note, Paragraph) and note.note
    assert isinstance(linked, Paragraph)
    assert linked.text[1] == Span("loven", href="https://lov.example/205?a=1&b=2")


def test_line_breaks_tabs_and_signs_are_kept() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    hyphen = "<w:r><w:noBreakHyphen/></w:r>"
    assert shown(p("en", "<w:r><w:br/></w:r>", "to", "<w:r><w:tab/></w:r>", "tre")) == [
        "en\nto tre"
    ]
    assert shown(p(sign, " e", hyphen, "post")) == ["✓ e‑post"]


def test_words_on_both_sides_of_a_page_break_stay_two() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert shown(p("før", page, "efter"), p(page, "ny side")) == [
        "før\nefter",
        "ny side",
    ]


def test_a_place_to_break_a_word_is_no_part_of_it() -> None:
    soft = "<w:r><w:t>be</w:t><w:softHyphen/><w:t>handling</w:t></w:r>"
    reading = read(p(soft), p("gen\N{SOFT HYPHEN}optræning"))
    assert outline(reading.blocks) == ["behandling", "genoptræning"]
    assert reading.remarks == ()


def test_what_stands_at_the_right_margin_does_not_stick_to_the_rest() -> None:
    right = '<w:r><w:t>Navn</w:t><w:ptab w:alignment="right"/><w:t>Dato</w:t></w:r>'
    (line,) = outline(read(p(right)).blocks)
    assert str(line).split() == ["Navn", "Dato"]
