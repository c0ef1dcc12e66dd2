"""What a Word file holds beside its text: kept as text where that can be, otherwise
told of.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from registry.intake.docx import (
    controls,
    drawings,
    equations,
    field_codes,
    initials,
    looks,
    signs,
    symbols,
)
from registry.intake.docx.package import Package
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.styles import Styles
from registry.intake.docx.xml import (
    MC,
    ROW,
    RUN,
    Node,
    R,
    T,
    child,
    drop,
    is_on,
    text_of,
    unwrap,
    value,
    w,
)
from registry.intake.read_text import Concern

# The texts of a page, but for what is never shown of it.
SHOWN = "//body//text()[not(ancestor::style or ancestor::script)]"
UTF_8 = "utf-8"
STRUCK = ("strike", "dstrike")
RAISED = ("superscript", "subscript")
EMPTY = tuple(
    map(w, ("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak"))
)


def prepare(package: Package, root: Node, styles: Styles, remarks: Remarks) -> None:
    """Turn into text what Word shows as such, before it is looked at which text there
    is.
    """
    _choose_alternatives(root)
    initials.settle(root, styles)
    field_codes.leave_out_codes(root)
    controls.settle(package, root, remarks)
    symbols.settle(root, styles, remarks)
    looks.settle(root, styles)


def settle(package: Package, root: Node, styles: Styles, remarks: Remarks) -> None:
    """Turn all that is no text into text or a remark."""
    for node in list(root.iter(*EMPTY)):
        drop(node)
    # For the notes, which have come to stand in the text.
    prepare(package, root, styles, remarks)
    signs.settle(root)
    drawings.settle(package, root, remarks)
    equations.settle(root, remarks)
    field_codes.settle(root, remarks)
    _leave_out_hidden(root, remarks)
    _tell_looks(root, remarks)

    chunks = list(root.iter(w("altChunk")))
    inserted = [remarks.piece(node, _inserted(package, node)) for node in chunks]
    for node in chunks:
        drop(node)
    remarks.count(
        Concern.LEFT_OUT,
        "Et indsat dokument er udeladt. Åbn filen i Word, gem den, og indlæs den igen",
        "{} indsatte dokumenter er udeladt. Åbn filen i Word, gem den, og indlæs den "
        "igen",
        inserted,
    )


def _inserted(package: Package, chunk: Node) -> str:
    """The words of a page that was put in whole; of another file its name."""
    asked = package.relations(package.main).get(chunk.get(f"{{{R}}}id") or "")
    if asked is None:
        return ""
    written = package.read(asked.target) or b""
    return _words_of_page(written) or asked.target.rpartition("/")[2]


def _words_of_page(written: bytes) -> str:
    parser = etree.HTMLParser(no_network=True, encoding=_encoding(written))
    try:
        page = etree.fromstring(written, parser)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    return "" if page is None else " ".join(" ".join(page.xpath(SHOWN)).split())


def _encoding(written: bytes) -> str | None:
    """What can be read as UTF-8 is that, whatever it says of itself; the parser judges
    of the rest.
    """
    try:
        written.decode(UTF_8)
    except UnicodeDecodeError:
        return None
    return UTF_8


def _choose_alternatives(root: Node) -> None:
    """Of two versions of the same, the newer; the older is for programs that cannot
    show it.
    """
    for node in list(root.iter(f"{{{MC}}}AlternateContent"))[::-1]:
        options = [option for option in node if len(option)]
        unwrap(node, *(list(options[0]) if options else []))


def _leave_out_hidden(root: Node, remarks: Remarks) -> None:
    texts = []
    hidden = [*_looking(root, "vanish"), *_hidden_lines(root)]
    if hidden and _is_all(root, hidden):
        remarks.add(
            Concern.DOUBT, "Al tekst i filen er skjult. Den er taget med; se den efter"
        )
        return

    for node in hidden:
        texts.append(remarks.piece(node))
        drop(node)

    remarks.count(
        Concern.LEFT_OUT,
        "1 stykke skjult tekst er udeladt",
        "{} stykker skjult tekst er udeladt",
        [piece for piece in texts if piece.text],
    )


def _tell_looks(root: Node, remarks: Remarks) -> None:
    """Looks that mean something and cannot be kept."""
    remarks.count(
        Concern.DOUBT,
        "1 stykke tekst er gennemstreget i filen, men ikke her. Skal det med",
        "{} stykker tekst er gennemstreget i filen, men ikke her. Skal de med",
        [remarks.piece(node) for node in _looking(root, *STRUCK) if text_of(node)],
    )
    raised = [
        remarks.piece(node)
        for node in _looking(root, "vertAlign")
        if value(node, "rPr", "vertAlign") in RAISED and text_of(node)
    ]

    remarks.count(
        Concern.CHANGED,
        "1 stykke hævet eller sænket skrift står som almindelig skrift",
        "{} stykker hævet eller sænket skrift står som almindelig skrift",
        raised,
    )


def _is_all(root: Node, nodes: Sequence[Node]) -> bool:
    """Whether no text stands outside these nodes."""
    within = set(nodes)
    return not any(
        (text.text or "").strip() and within.isdisjoint(text.iterancestors())
        for text in root.iter(T)
    )


def _hidden_lines(root: Node) -> Iterator[Node]:
    """The lines of tables that Word does not show."""
    for row in root.iter(ROW):
        if is_on(child(row, "trPr", "hidden")):
            yield row


def _looking(root: Node, *names: str) -> Iterator[Node]:
    """The runs that look so."""
    for look in root.iter(*map(w, names)):
        run = look.getparent().getparent()
        if run is not None and run.tag == RUN and is_on(look):
            yield run
