"""What a line of a text may look like without being it, and what its writer is told."""

import re
from collections.abc import Callable
from typing import NamedTuple

from registry.markup.inline import ENTITY, LABEL, LONGEST_LABEL, without_links
from registry.markup.structure import is_columns
from registry.markup.unshown import has_needless_stroke

_LOST_STROKE = re.compile(r"(?<!\\)\\\\(?!\\)")
_NAMED_SIGN = re.compile(rf"(?<!\\){ENTITY.pattern}")
_LIKE_HEADING = re.compile(r"#{1,6}[^\s#\d]")
_LIKE_LINK = re.compile(r"\]\((?:https?:|mailto:|www\.)")
_LIKE_REFERENCE = re.compile(r"(?<!\\)\[[^\[\]\n]{1,40}\]\(#\d[^()\s]{0,40}\)")
_LIKE_PICTURE = re.compile(rf"(?<!\\)!\[{LABEL}{{0,{LONGEST_LABEL}}}\]\(")
_LIKE_HTML = re.compile(
    r"</?(?:b|i|u|p|a|em|strong|span|div|font|img|ul|ol|li|h[1-6]|table|t[dr]"
    r"|s|del|ins|strike)\b"
    r"[^<>]*>",
    re.IGNORECASE,
)
_STRUCK = re.compile(r"(?<![~\\])~~(?=\S)[^~]+~~")
_COMMENT = re.compile(r"<!--")


class Look(NamedTuple):
    """A look of a line of text, and what is said of it."""

    matches: Callable[[str], object]
    text: str


# Looks of a line that is text, and of what stands within any line.
ALONE = (
    Look(
        is_columns,
        "ligner stregen under en tabels overskrifter, men passer ikke til linjen over: "
        "De skal have lige mange kolonner. Tabellen er vist, som den er skrevet.",
    ),
    Look(
        _LIKE_HEADING.match,
        "er vist som tekst. Skal det være en overskrift, så sæt et mellemrum efter #.",
    ),
)
WITHIN = (
    Look(
        _LOST_STROKE.search,
        "har to skråstreger, «\\\\», som bliver vist som én. Skal der stå to, så skriv "
        "fire.",
    ),
    Look(
        _NAMED_SIGN.search,
        "har et tegn skrevet som kode, fx «&lt;», som bliver vist som tegnet. Skal "
        "koden stå, så skriv en skråstreg foran: «\\&lt;».",
    ),
    Look(
        has_needless_stroke,
        "har en skråstreg, «\\», som ikke bliver vist, for den siger kun, at tegnet "
        "efter den er tekst. Skal den stå, så skriv to.",
    ),
    Look(
        _LIKE_REFERENCE.search,
        "er læst som et link til et sted i teksten, så tallet i parentes ikke ses. "
        "Skal det stå, så skriv en skråstreg foran: «\\[».",
    ),
    Look(
        _LIKE_PICTURE.search,
        "er læst som et link. Billeder kan ikke vises.",
    ),
    Look(
        lambda text: _LIKE_LINK.search(without_links(text)),
        "har et link, som ikke kan læses, og er vist, som det er skrevet. Skriv "
        "[tekst](https://adresse) uden mellemrum og citationstegn i adressen.",
    ),
    Look(
        _LIKE_HTML.search,
        "har koder mellem < og >, som er vist, som de er skrevet. Skriv **fed** eller "
        "*kursiv*, eller fjern koderne.",
    ),
    Look(
        _STRUCK.search,
        "har ord mellem ~~ og ~~. En streg over ord kan ikke vises, så læserne ser dem "
        "som alle andre. Slet dem, hvis de ikke gælder.",
    ),
    Look(
        _COMMENT.search,
        "har en note mellem <!-- og -->, som læserne ville se. Slet den, eller skriv "
        "den som kommentar til kladden.",
    ),
)
