"""What a Word file says, read: structure, changes, notes, and all that a draft cannot hold."""

from registry.documents.blocks import Paragraph, Span, Table
from registry.intake.reading import Concern, Reading
from registry.intake.word.remarks import LONGEST, MOST, MOST_NAMED
from registry.intake.word.text import reading_of
from tests.intake.word_files import (
    bold,
    cell,
    deleted,
    inserted,
    item,
    outline,
    p,
    packed,
    part,
    parts_of,
    r,
    relations,
    styles,
    table,
    told,
    word,
)


def read(*body: str, **more: object) -> Reading:
    return reading_of(word(*body, **more))  # type: ignore[arg-type]


def shown(*body: str, **more: object) -> list[object]:
    return outline(read(*body, **more).blocks)


# The plain text


def test_a_word_file_is_read_as_title_headings_and_text() -> None:
    found = read(
        p("Aftale om udskrivning", style="Titel"),
        p("Formål", style="Overskrift1"),
        p("Aftalen gælder ", r("alle", "b"), " borgere", r(" over 18", "i"), "."),
        p("Betaling", style="Overskrift2"),
        p("Kommunen betaler."),
    )
    assert found.title == "Aftale om udskrivning"
    assert outline(found.blocks) == [
        (2, "Formål"),
        "Aftalen gælder alle borgere over 18.",
        (3, "Betaling"),
        "Kommunen betaler.",
    ]
    text = found.blocks[1]
    assert isinstance(text, Paragraph)
    assert text.text == (
        Span("Aftalen gælder "),
        Span("alle", bold=True),
        Span(" borgere"),
        Span(" over 18", italic=True),
        Span("."),
    )
    assert found.remarks == ()


def test_lists_are_nested_and_numbered() -> None:
    found = read(
        p("Det gælder:"),
        item("punkt", 1),
        item("under punkt", 2, level=1),
        item("andet punkt", 1),
        p("Derefter:"),
        item("første", 2),
        item("anden", 2),
        item("begynder forfra", 3),
    )
    assert outline(found.blocks) == [
        "Det gælder:",
        {"-": [["punkt", {"1.": [["under punkt"]]}], ["andet punkt"]]},
        "Derefter:",
        {"1.": [["første"], ["anden"]]},
        {"1.": [["begynder forfra"]]},
    ]
    assert found.remarks == ()


def test_list_styles_are_lists_and_a_paragraph_may_go_on_in_an_item() -> None:
    assert shown(
        p("punkt", style="Opstilling"),
        p("hører til punktet", style="Fortsat"),
        p("det gør dette også", style="Listeafsnit"),
        p("nyt punkt", style="Opstilling"),
        p("Slut.", style="Normal"),
    ) == [
        {"-": [["punkt", "hører til punktet", "det gør dette også"], ["nyt punkt"]]},
        "Slut.",
    ]


def test_an_item_is_at_most_one_level_further_in() -> None:
    assert shown(item("dybt", 1, level=3), item("øverst", 1)) == [{"-": [["dybt"], ["øverst"]]}]


def test_letters_in_lists_are_told_of_and_so_is_a_list_that_goes_on() -> None:
    found = read(item("a", 4), p("Tekst."), item("b", 4), item("c", 2))
    assert told(found, Concern.CHANGED) == [
        "Lister med bogstaver eller romertal har fået almindelige tal. Ret henvisninger til dem."
    ]
    assert told(found, Concern.DOUBT) == [
        "En nummereret liste fortsætter efter et afbrud, men begynder her forfra med 1. Ret "
        "henvisninger til den."
    ]


def test_quotes_notes_and_links_are_kept() -> None:
    link = '<w:hyperlink r:id="rId9"><w:r><w:t>loven</w:t></w:r></w:hyperlink>'
    found = read(
        p("Citeret.", style="Citat"),
        p("En bemærkning.", style="Bemaerkning"),
        p("Se ", link, "."),
        related=[("rId9", "hyperlink", "https://lov.example/205?a=1&b=2")],
    )
    assert outline(found.blocks) == [{"quote": ["Citeret."]}, "En bemærkning.", "Se loven."]
    note, linked = found.blocks[1:]
    assert isinstance(note, Paragraph) and note.note
    assert isinstance(linked, Paragraph)
    assert linked.text[1] == Span("loven", href="https://lov.example/205?a=1&b=2")


def test_a_link_written_as_a_field_is_kept() -> None:
    def code(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    divided = (' HYPERLINK "https:', '//a.example/" ')
    instruction = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in divided)
    found = read(p(code("begin"), instruction, code("separate"), "her", code("end"), " og der"))
    (text,) = found.blocks
    assert isinstance(text, Paragraph)
    assert text.text == (Span("her", href="https://a.example/"), Span(" og der"))
    assert found.remarks == ()


def test_a_link_to_a_file_is_left_out_but_not_its_text() -> None:
    link = '<w:hyperlink r:id="rId9"><w:r><w:t>notatet</w:t></w:r></w:hyperlink>'
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "a.doc"'
    ends = '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    found = read(
        p("Se ", link),
        p(f"{field}{ends}", "bilag", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        related=[("rId9", "hyperlink", "file:///G:/sag/notat.docx")],
    )
    assert outline(found.blocks) == ["Se notatet", "bilag"]
    assert not any(s.href for b in found.blocks if isinstance(b, Paragraph) for s in b.text)
    assert told(found, Concern.LEFT_OUT) == [
        "1 link, der ikke fører til en webadresse, er udeladt; teksten står der stadig: «notatet».",
        "1 link, der ikke fører til en webadresse, er udeladt; teksten står der stadig: «bilag».",
    ]


def test_line_breaks_tabs_and_signs_are_kept() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    hyphen = "<w:r><w:noBreakHyphen/></w:r>"
    assert shown(p("en", "<w:r><w:br/></w:r>", "to", "<w:r><w:tab/></w:r>", "tre")) == [
        "en\nto tre"
    ]
    assert shown(p(sign, " e", hyphen, "post")) == ["✓ e‑post"]


def test_words_on_both_sides_of_a_page_break_stay_two() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert shown(p("før", page, "efter"), p(page, "ny side")) == ["før\nefter", "ny side"]


def test_a_link_that_a_heading_cannot_hold_is_told() -> None:
    link = '<w:hyperlink r:id="rId9"><w:r><w:t>Lov</w:t></w:r></w:hyperlink>'
    found = read(
        p("Titel", style="Titel"),
        p(link, style="Overskrift1"),
        p("Tekst."),
        related=[("rId9", "hyperlink", "https://a.example/lov")],
    )
    assert told(found, Concern.LEFT_OUT) == [
        "Et link i en overskrift er udeladt; teksten står der stadig: «https://a.example/lov»."
    ]


# Headings


def test_headings_are_known_by_their_outline_level_and_by_the_style_they_are_based_on() -> None:
    assert shown(
        p("Et", style="Overskrift1"),
        p("To", style="Egen"),
        p("Tre", more='<w:outlineLvl w:val="2"/>'),
        p("Tekst", more='<w:outlineLvl w:val="9"/>'),
        p("Et igen", style="Overskrift1"),
        p("Tekst."),
    ) == [(2, "Et"), (3, "To"), (4, "Tre"), "Tekst", (2, "Et igen"), "Tekst."]


def test_danish_names_of_heading_styles_are_known_without_an_outline_level() -> None:
    more = '<w:style w:styleId="X"><w:name w:val="Overskrift 2"/></w:style>'
    found = shown(
        p("Under", style="X"),
        p("Tekst."),
        p("Igen", style="X"),
        parts={"word/styles.xml": styles(more)},
    )
    assert found == [(2, "Under"), "Tekst.", (2, "Igen")]


def test_styles_based_on_each_other_in_a_ring_are_no_headings() -> None:
    ring = "".join(
        f'<w:style w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>'
        for a, b in (("A", "B"), ("B", "A"))
    )
    assert shown(p("Tekst", style="A"), parts={"word/styles.xml": styles(ring)}) == ["Tekst"]


def test_no_level_of_headings_is_skipped() -> None:
    assert shown(
        p("Et", style="Overskrift1"), p("To", style="Overskrift3"), p("Tre", style="Overskrift1")
    ) == [(2, "Et"), (3, "To"), (2, "Tre")]


def test_bold_lines_that_act_as_headings_become_headings() -> None:
    found = read(
        p("Aftale", style="Overskrift1"),
        bold("3. Økonomi"),
        bold("3.2 Betaling for ophold"),
        p("Kommunen betaler."),
        p("Kørsel", style="Fedt"),
        p("Regionen kører."),
    )
    assert found.title == "Aftale"
    assert outline(found.blocks) == [
        (2, "Økonomi"),
        (3, "Betaling for ophold"),
        "Kommunen betaler.",
        (4, "Kørsel"),
        "Regionen kører.",
    ]
    assert told(found, Concern.CHANGED) == [
        "3 linjer med fed skrift er gjort til overskrifter: «3. Økonomi», "
        "«3.2 Betaling for ophold», «Kørsel».",
        "Numrene foran 2 overskrifter er fjernet: «3. Økonomi», «3.2 Betaling for ophold».",
    ]


def test_bold_text_is_no_heading_where_it_does_not_act_as_one() -> None:
    found = read(
        p("Aftale", style="Overskrift1"),
        bold("Kommunen betaler."),
        bold("Meget vigtigt " * 10),
        p("Tekst."),
        bold("Sidst i teksten"),
    )
    assert not any(isinstance(line, tuple) for line in outline(found.blocks))
    assert found.remarks == ()


def test_only_pure_outline_numbers_are_taken_from_headings() -> None:
    found = read(
        *(
            p(text, style="Overskrift1")
            for text in (
                "1 Formål",
                "§ 4 Varsling",
                "2 Økonomi",
                "3.\tDrift",
                "24. december",
                "Kapitel 5",
            )
        )
    )
    headings = [text for _, text in outline(found.blocks)]  # type: ignore[misc]
    assert headings == ["Formål", "§ 4 Varsling", "Økonomi", "Drift", "24. december", "Kapitel 5"]


def test_one_number_alone_is_part_of_a_heading() -> None:
    assert shown(p("72 timers frist", style="Overskrift1"), p("A", style="Overskrift1")) == [
        (2, "72 timers frist"),
        (2, "A"),
    ]


def test_automatic_numbers_of_headings_are_told_of() -> None:
    more = '<w:numPr><w:numId w:val="2"/></w:numPr>'
    found = read(p("Formål", style="Overskrift1", more=more), p("Tekst."))
    assert told(found, Concern.LEFT_OUT) == [
        "Overskrifternes automatiske numre er udeladt. Ret henvisninger til dem i teksten."
    ]


# The title


def test_the_only_heading_of_the_first_level_is_the_title_where_it_comes_first() -> None:
    found = read(
        p("Aftale", style="Overskrift1"),
        p("Formål", style="Overskrift2"),
        p("Tekst."),
        p("Økonomi", style="Overskrift2"),
    )
    assert found.title == "Aftale"
    assert outline(found.blocks) == [(2, "Formål"), "Tekst.", (2, "Økonomi")]


def test_a_bold_line_is_the_title_only_where_it_is_the_only_one_and_stands_first() -> None:
    first = read(bold("Aftale om udskrivning"), p("Tekst."))
    assert (first.title, outline(first.blocks)) == ("Aftale om udskrivning", ["Tekst."])
    later = read(
        p("Tekst.", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        bold("Økonomi"),
        p("Kommunen betaler."),
        related=[("f", "footnotes", "footnotes.xml")],
        parts={
            "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="2">{p("N")}</w:footnote>')
        },
    )
    assert later.title == ""
    assert outline(later.blocks)[:3] == ["Tekst.[1]", (2, "Økonomi"), "Kommunen betaler."]


def test_the_property_is_the_title_only_where_it_stands_in_the_text() -> None:
    core = (
        '<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Aftale om udskrivning</dc:title></c:coreProperties>"
    )
    parts = {
        "docProps/core.xml": core,
        "_rels/.rels": relations(
            ("a", "officeDocument", "word/document.xml"),
            ("b", "core-properties", "docProps/core.xml"),
        ),
    }
    found = read(p("Aftale om udskrivning"), p("Tekst."), parts=parts)
    assert (found.title, outline(found.blocks)) == ("Aftale om udskrivning", ["Tekst."])
    assert read(p("Noget andet"), parts=parts).title == ""


def test_a_title_may_take_several_lines_and_another_further_down_is_a_heading() -> None:
    lines = (p("Aftale", style="Titel"), p(), p("om noget", style="Titel"))
    found = read(*lines, p("Tekst."), p("Bilag", style="Titel"), p("Mere."))
    assert found.title == "Aftale om noget"
    assert outline(found.blocks) == ["Tekst.", (2, "Bilag"), "Mere."]


# Tracked changes


def test_insertions_are_taken_and_deletions_left_out_and_both_are_said() -> None:
    found = read(
        p("Kommunen ", inserted(r("og regionen ")), deleted("alene "), "betaler."),
        p("Slettet", more="<w:rPr><w:del/></w:rPr>"),
        p(" sammen."),
    )
    assert outline(found.blocks) == ["Kommunen og regionen betaler.", "Slettet sammen."]
    assert told(found, Concern.CHANGED) == [
        "Sporede ændringer: 1 indsat stykke er taget med: «og regionen».",
        "Sporede ændringer: 1 slettet stykke er udeladt: «alene».",
    ]


def test_deleted_rows_are_left_out_and_moved_text_stands_where_it_is_moved_to() -> None:
    row = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell("væk")}</w:tr>'
    rows = table(["Hvem", "Hvad"], ["Kommune", "Kører"]).replace("</w:tbl>", f"{row}</w:tbl>")
    found = read(
        p("<w:moveFrom><w:r><w:t>flyttet</w:t></w:r></w:moveFrom>", "Her."),
        rows,
        p("Der: <", "<w:moveTo><w:r><w:t>flyttet</w:t></w:r></w:moveTo>"),
    )
    assert outline(found.blocks) == [
        "Her.",
        {"table": [["Hvem", "Hvad"], ["Kommune", "Kører"]]},
        "Der: <flyttet",
    ]
    assert told(found, Concern.CHANGED) == [
        "Sporede ændringer: 1 slettet stykke er udeladt: «væk».",
        "Sporede ændringer: 1 flyttet stykke står, hvor det er flyttet til: «flyttet».",
    ]


def test_a_paragraph_that_was_deleted_whole_leaves_nothing() -> None:
    gone = p(deleted("Alt er slettet."), more='<w:rPr><w:del w:id="3"/></w:rPr>')
    assert shown(p("Før."), gone, p("Efter.")) == ["Før.", "Efter."]
    assert shown(p("Før."), gone) == ["Før."]


# Tables


def test_tables_have_a_head_and_rows_and_several_lines_in_a_cell() -> None:
    lines = p("en") + p("to") + item("tre", 1)
    found = read(table(["Hvem", "Hvad"], ["Kommune", lines]))
    assert outline(found.blocks) == [{"table": [["Hvem", "Hvad"], ["Kommune", "en\nto\ntre"]]}]
    assert told(found, Concern.CHANGED) == ["Punkter i tabeller er sat som linjer."]


def test_merged_cells_repeat_their_text_and_are_told_of() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = read(
        table(
            ["Opgave", "Hvem", "Frist"],
            [cell("Kørsel", begins), "Region", "Straks"],
            [cell("", goes_on), cell("Kommune", '<w:gridSpan w:val="2"/>')],
        )
    )
    (block,) = found.blocks
    assert isinstance(block, Table)
    assert outline([block]) == [
        {
            "table": [
                ["Opgave", "Hvem", "Frist"],
                ["Kørsel", "Region", "Straks"],
                ["Kørsel", "Kommune", "Kommune"],
            ]
        }
    ]
    assert told(found, Concern.DOUBT) == [
        "Tabel 1 («Opgave») har sammenlagte celler. Indholdet er gentaget i hver celle; se "
        "tabellen efter."
    ]


def test_every_row_has_as_many_cells_as_the_head() -> None:
    later = "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("sen") + "</w:tr>"
    rows = table(["a", "b"], ["c"]).replace("</w:tbl>", f"{later}</w:tbl>")
    assert shown(rows) == [{"table": [["a", "b"], ["c", ""], ["", "sen"]]}]


def test_a_table_in_a_table_becomes_lines_and_a_frame_becomes_text() -> None:
    inner = table(["x", "y"], ["1", "2"]) + p("efter")
    found = read(table(["Hvem", inner]), table([p("I ramme") + p("med mere")]))
    assert outline(found.blocks) == [
        {"table": [["Hvem", "x | y\n1 | 2\nefter"]]},
        "I ramme",
        "med mere",
    ]
    assert told(found, Concern.DOUBT) == [
        "1 tabel inde i en tabel er sat som linjer. Se den efter: «x y 1 2»."
    ]
    assert told(found, Concern.CHANGED) == [
        "1 ramme om tekst (en tabel med én celle) er fjernet; teksten står der stadig: "
        "«I ramme med mere»."
    ]


# Notes


def test_footnotes_and_endnotes_are_numbered_and_listed_last() -> None:
    def reference(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    linked = '<w:hyperlink r:id="rId1"><w:r><w:t>loven</w:t></w:r></w:hyperlink>'
    found = read(
        p("Første", reference("footnote", 2), " og anden", reference("endnote", 1), "."),
        p("Igen", reference("footnote", 2)),
        related=[("f", "footnotes", "footnotes.xml"), ("e", "endnotes", "endnotes.xml")],
        parts={
            "word/footnotes.xml": part(
                "footnotes",
                f'<w:footnote w:type="separator" w:id="0">{p("-")}</w:footnote>'
                f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " Se ", linked)}'
                f"{p('Mere.')}</w:footnote>",
            ),
            "word/_rels/footnotes.xml.rels": relations(("rId1", "hyperlink", "https://l.example/")),
            "word/endnotes.xml": part(
                "endnotes", f'<w:endnote w:id="1">{p("Slutnote.")}</w:endnote>'
            ),
        },
    )
    assert outline(found.blocks) == [
        "Første[1] og anden[2].",
        "Igen[1]",
        (2, "Noter"),
        {"1.": [["Se loven", "Mere."], ["Slutnote."]]},
    ]
    assert "https://l.example/" in repr(found.blocks[-1])
    assert found.remarks == ()


# What a draft cannot hold


def test_pictures_are_told_of_with_their_alternative_text() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Kort over regionen"/>'
        '<a:graphic><a:graphicData uri="urn:picture"><pic:pic/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    old = '<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'
    found = read(p("Før", picture, old))
    assert outline(found.blocks) == ["Før"]
    assert told(found, Concern.LEFT_OUT) == [
        "Et billede er udeladt: «Kort over regionen».",
        "Et billede er udeladt.",
    ]


def test_the_text_of_boxes_is_kept_after_their_paragraph_and_once() -> None:
    def box(text: str) -> str:
        return f"<w:txbxContent>{p(text)}</w:txbxContent>"

    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic>"
        f"<a:graphicData><wps:wsp><wps:txbx>{box('I boksen')}</wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{box('I boksen')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = read(p("Før", drawn), p("Efter"))
    assert outline(found.blocks) == ["Før", "I boksen", "Efter"]
    assert told(found, Concern.CHANGED) == [
        "Teksten i 1 tekstboks står efter det afsnit, som boksen er knyttet til: «I boksen»."
    ]


def test_comments_and_margins_are_told_of_without_their_authors() -> None:
    found = read(
        p("Tekst", '<w:r><w:commentReference w:id="1"/></w:r>'),
        related=[
            ("c", "comments", "comments.xml"),
            ("h", "header", "header1.xml"),
            ("f", "footer", "footer1.xml"),
        ],
        parts={
            "word/comments.xml": part(
                "comments", f'<w:comment w:author="Jens Hansen">{p("Er det rigtigt?")}</w:comment>'
            ),
            "word/header1.xml": part("hdr", p("Region Øst, udkast")),
            "word/footer1.xml": part("ftr", p("Side 1 af 3")),
        },
    )
    assert told(found, Concern.LEFT_OUT) == [
        "En kommentar er udeladt: «Er det rigtigt?».",
        "Sidehovedet er udeladt: «Region Øst, udkast».",
    ]
    assert "Jens" not in repr(found)


def test_the_contents_list_is_left_out_and_told_of_once() -> None:
    found = read(
        p("Indhold", style="Overskrift1"),
        p("Formål\t3", style="Indhold1"),
        p("Økonomi\t4", style="Indhold1"),
        p("Formål", style="Overskrift2"),
    )
    assert found.title == ""
    assert outline(found.blocks) == [(2, "Formål")]
    assert told(found, Concern.LEFT_OUT) == [
        "Indholdsfortegnelsen er udeladt, da kataloget selv laver en af overskrifterne."
    ]


def test_objects_equations_controls_fields_and_hidden_text_are_told_of() -> None:
    found = read(
        p("Ark: ", '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'),
        p("Formel: ", "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Udfyldt')}</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{p('Skriv her')}</w:sdtContent></w:sdt>",
        p('<w:fldSimple w:instr=" REF x ">' + r("afsnit 3") + "</w:fldSimple>"),
        p("Synlig", r("skjult", "vanish"), r("streget", "strike")),
        '<w:altChunk r:id="x"/>',
    )
    assert outline(found.blocks) == [
        *("Ark:", "Formel: a+b", "Udfyldt", "afsnit 3", "Synligstreget"),
    ]
    assert told(found, Concern.LEFT_OUT) == [
        "1 udfyldningsfelt er ikke udfyldt, og dets vejledning er udeladt: «Skriv her».",
        "Et indlejret objekt er udeladt: «Excel.Sheet.12».",
        "1 stykke skjult tekst er udeladt: «skjult».",
        "Et indsat dokument er udeladt. Åbn filen i Word, gem den, og indlæs den igen.",
    ]
    assert told(found, Concern.CHANGED) == [
        "1 udfyldningsfelt (indholdskontrol) står som almindelig tekst: «Udfyldt».",
        "1 felt (fx en krydshenvisning) står som den tekst, det viste i Word.",
    ]
    assert told(found, Concern.DOUBT) == [
        "1 formel er sat som almindelig tekst. Se den efter: «a+b».",
        "1 stykke tekst er gennemstreget i filen, men ikke her. Skal det med: «streget».",
    ]


def test_the_text_of_a_figure_is_told() -> None:
    figure = (
        '<w:r><w:drawing><a:graphic><a:graphicData uri="urn:x/diagram"><dgm:relIds r:dm="d"/>'
        "</a:graphicData></a:graphic></w:drawing></w:r>"
    )
    data = '<dgm:dataModel xmlns:dgm="urn:d" xmlns:a="{}"><a:t>Visitation</a:t></dgm:dataModel>'
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    found = read(
        p("Før", figure),
        related=[("d", "diagramData", "diagrams/data1.xml")],
        parts={"word/diagrams/data1.xml": data.format(drawing)},
    )
    assert told(found, Concern.LEFT_OUT) == ["En SmartArt-figur er udeladt: «Visitation»."]


def test_text_in_a_place_that_nobody_knows_is_not_lost_silently() -> None:
    """A paragraph straight in a table is in no cell."""
    found = read(p("Før"), f"<w:tbl>{p('udenfor')}</w:tbl>")
    assert outline(found.blocks) == ["Før"]
    assert told(found, Concern.LEFT_OUT) == ["Tekst, der ikke kunne læses, er udeladt: «udenfor»."]


def test_remarks_are_short_and_not_too_many() -> None:
    pictures = "".join(
        f'<w:r><w:drawing><wp:docPr descr="{"Et kort " * 20}{at}"/><pic:pic/></w:drawing></w:r>'
        for at in range(MOST + 7)
    )
    texts = told(read(p("Før", pictures)), Concern.LEFT_OUT)
    assert len(texts) == MOST + 1
    assert texts[-1] == "… og 7 til af samme slags."
    assert len(texts[0]) == len("Et billede er udeladt: «».") + LONGEST


def test_one_remark_on_many_things_names_the_first_of_them() -> None:
    words = [f"ord{at}" for at in range(MOST_NAMED + 2)]
    (remark,) = read(p("Før ", *(r(f"{word} ", "strike") for word in words))).remarks
    assert remark.text.startswith(f"{len(words)} stykker tekst er gennemstreget")
    assert remark.text.endswith(f"«{words[MOST_NAMED - 1]}» og 2 til.")


# Other ways of writing the same


def test_files_of_the_strict_form_are_read() -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = parts_of(p("Formål", style="Overskrift1") + p("Tekst."))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    found = reading_of(packed({name: w.replace(usual, strict) for name, w in parts.items()}))
    assert (found.title, outline(found.blocks)) == ("Formål", ["Tekst."])
