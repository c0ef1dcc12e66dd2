"""Where in a Word file something stood, so that it can be found in the original."""

from registry.intake.docx.styles import Styles
from registry.intake.docx.xml import BLANKS, Node, P, T, inside, w

NEARBY = 60  # letters of the paragraph where it stood
OF_HEADING = 80
PARTS = {  # by the beginning of the part's name
    "header": "i sidehovedet",
    "footer": "i sidefoden",
    "footnotes": "i en fodnote",
    "endnotes": "i en slutnote",
    "comments": "i en kommentar",
    "settings": "i filens indstillinger",
    "numbering": "i punkternes tegn",
    "styles": "i typografierne",
    "glossary": "i byggeklodserne",
}
IN_FILE = "i filen"
TAKEN_OUT = tuple(map(w, ("del", "moveFrom")))


class Places:
    """The paragraphs of a body as they stood before anything was made of them."""

    def __init__(self, body: Node, styles: Styles) -> None:
        # Held by the paragraph itself, which may come to stand elsewhere.
        self._words: dict[Node, tuple[str, str]] = {}
        self._elsewhere: dict[Node, str] = {}

        heading = before = ""
        for paragraph in body.iter(P):
            words = _left(paragraph)
            if words and styles.level(paragraph):
                heading = words
            self._words[paragraph] = (heading, words or before)
            before = words or before

    def stand(self, block: Node, where: str) -> None:
        """The paragraphs of a block that is not in the body stand there."""
        self._elsewhere.update(dict.fromkeys(block.iter(P), where))

    def of(self, node: Node) -> str:
        """Where a node stands: under which heading, and in or after which words; empty
        where that cannot be said.
        """
        around = node if node.tag == P else next(node.iterancestors(P), None)
        around = next(node.iter(P), None) if around is None else around
        around = _before(node) if around is None else around
        if around in self._elsewhere:
            return self._elsewhere[around]
        heading, words = self._words.get(around, ("", ""))
        return _place_in_words(heading, words)


def _left(paragraph: Node) -> str:
    """Its words less those that a change takes out: «500» and «600» are no «500600»."""
    texts = paragraph.iter(T, P, *BLANKS)
    if next(paragraph.iter(*TAKEN_OUT), None) is not None:
        texts = (t for t in texts if not any(inside(t, name) for name in TAKEN_OUT))
    return " ".join("".join(one.text or " " for one in texts).split())


def _before(node: Node) -> Node:
    """The last paragraph before what stands between paragraphs; None for none."""
    for block in node.itersiblings(preceding=True):
        paragraphs = list(block.iter(P))
        if paragraphs:
            return paragraphs[-1]
    return None


def of_part(name: str) -> str:
    """Where something stands that is not in the body."""
    file = name.rpartition("/")[2]
    return next(
        (place for part, place in PARTS.items() if file.startswith(part)), IN_FILE
    )


def _place_in_words(heading: str, words: str) -> str:
    under = f"under «{_cut(heading, OF_HEADING)}»" if heading else ""
    beside = f"ved «{_cut(words, NEARBY)}»" if words and words != heading else ""
    return ", ".join(filter(None, (under, beside)))


def _cut(words: str, longest: int) -> str:
    if len(words) <= longest:
        return words
    whole = words[:longest].rpartition(" ")[0] or words[: longest - 1]
    return f"{whole.rstrip()} …"
