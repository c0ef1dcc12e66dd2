"""Danish texts as people write them, with all that Markdown might take for markup."""

from hypothesis import strategies as st

PIECES = (
    *("Kommunen", "skal", "varsle", "regionen", "marts", "2027", "ærø", "½", "m²", "§"),
    *("15.", "1.", "2.", "3.", "a)", "b)", "1)", "(2)", "24", "1.000,50", "-5", "+45"),
    *(
        "-",
        "*",
        "+",
        ">",
        "<",
        ">=",
        "#",
        "##",
        "|",
        "`",
        "```",
        "~~",
        "=",
        "---",
        "**",
    ),
    *("_", "__", "\\", "\\*", "&", "&amp;", "&copy;", "!", ":", ";", '"', "»", "«"),
    *("[x]", "[x]:", "(y)", "[l](https://a.dk/b_(c))", '[m](u "t")', "![a](http://b)"),
    *("<navn>", "<b>", "</b>", "<br>", "<sup>2</sup>", "<!--", "-->", "<https://a.dk>"),
    *("**fed**", "*kursiv*", "__under__", "2*3*4", "f_n_g", "[TOC]", "|---|---|"),
)
lines = st.builds(
    lambda indent, pieces: " " * indent + " ".join(pieces),
    st.sampled_from([0, 0, 0, 0, 1, 2, 3, 4, 8]),
    st.lists(st.sampled_from(PIECES), max_size=6),
)
texts = st.lists(lines, max_size=9).map("\n".join)
