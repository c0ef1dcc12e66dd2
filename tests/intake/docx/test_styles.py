"""What styles and numberings make of a paragraph, by whatever name they go."""

from tests.intake.docx_files import p, shown, styles


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


def test_headings_are_known_by_outline_level_and_by_the_style_they_are_based_on() -> (
    None
):
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
    outlined = shown(
        p("Under", style="X"),
        p("Tekst."),
        p("Igen", style="X"),
        parts={"word/styles.xml": styles(more)},
    )
    assert outlined == [(2, "Under"), "Tekst.", (2, "Igen")]


def test_styles_based_on_each_other_in_a_ring_are_no_headings() -> None:
    ring = "".join(
        f'<w:style w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn '
        f'w:val="{b}"/></w:style>'
        for a, b in (("A", "B"), ("B", "A"))
    )
    assert shown(p("Tekst", style="A"), parts={"word/styles.xml": styles(ring)}) == [
        "Tekst"
    ]
