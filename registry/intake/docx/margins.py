"""What stands beside a Word file's text: comments, and what is at the top and foot of
each page.
"""

import re

from registry.intake.docx.drawings import art_words
from registry.intake.docx.package import Package
from registry.intake.docx.places import of_part
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.xml import Node, drop, text_of, tree, w
from registry.intake.read_text import Concern, Piece

MARGINS = {"header": "Sidehovedet er udeladt", "footer": "Sidefoden er udeladt"}
WATERMARK = "Et vandmærke er udeladt"
PAGE_NUMBER = re.compile(
    r"(?:side|page)?[\s|–-]*\d*(?:\s*(?:af|of|/)\s*\d*)?[\s|–-]*", re.I
)
MARKS = tuple(map(w, ("commentReference", "commentRangeStart", "commentRangeEnd")))


def tell(package: Package, body: Node, remarks: Remarks) -> None:
    """Comments are for those who wrote the file; their authors are not named."""
    beside: dict[str | None, str] = {}
    for mark in list(body.iter(*MARKS)):
        beside.setdefault(mark.get(w("id")), remarks.piece(mark).place)
        drop(mark)

    for name in package.related(package.main, "comments"):
        for comment in tree(package, name).iter(w("comment")):
            if text := text_of(comment):
                comment_piece = Piece(text, beside.get(comment.get(w("id")), ""))
                remarks.add(Concern.LEFT_OUT, "En kommentar er udeladt", comment_piece)

    for kind, sentence in MARGINS.items():
        names = package.related(package.main, kind)
        roots = [tree(package, name) for name in dict.fromkeys(names)]
        for text in dict.fromkeys(map(text_of, roots)):
            if not PAGE_NUMBER.fullmatch(text):
                remarks.add(Concern.LEFT_OUT, sentence, Piece(text, of_part(kind)))
        for text in dict.fromkeys(filter(None, map(art_words, roots))):
            remarks.add(Concern.LEFT_OUT, WATERMARK, Piece(text, of_part(kind)))
