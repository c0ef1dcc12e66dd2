"""What a Word file holds beside its text: kept as text where that can be, otherwise
told of.
"""

from collections.abc import Iterator, Sequence

from mammoth.docx.dingbats import dingbats

from registry.intake.docx import drawings
from registry.intake.docx.package import Package
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.xml import (
    MC,
    RUN,
    M,
    Node,
    P,
    T,
    child,
    drop,
    is_on,
    run,
    text_of,
    unwrap,
    value,
    w,
    written_text,
)
from registry.intake.read_text import Concern

CHECKED, UNCHECKED = "☒", "☐"
# Fields whose text is a link or a contents list, or a number of a page that no longer
# is.
OWN_FIELDS = frozenset({"TOC", "HYPERLINK", "PAGEREF"})
LINKS = ("http://", "https://", "mailto:")
STRUCK = ("strike", "dstrike")
RAISED = ("superscript", "subscript")
CONTENTS_GALLERY = "table of contents"
WRAPPERS = tuple(map(w, ("customXml", "smartTag", "bdo", "dir", "sdtContent")))
EMPTY = tuple(
    map(w, ("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak"))
)


def settle(package: Package, root: Node, remarks: Remarks) -> None:
    """Turn all that is no text into text or a remark."""
    for node in list(root.iter(*EMPTY)):
        drop(node)
    _choose_alternatives(root)
    _settle_controls(root, remarks)
    drawings.settle(package, root, remarks)
    _write_equations(root, remarks)
    _write_symbols(root, remarks)
    _settle_fields(root, remarks)
    _leave_out_hidden(root, remarks)
    _tell_looks(root, remarks)

    chunks = list(root.iter(w("altChunk")))
    inserted = [remarks.piece(node, "") for node in chunks]
    for node in chunks:
        drop(node)
    remarks.count(
        Concern.LEFT_OUT,
        "Et indsat dokument er udeladt. Åbn filen i Word, gem den, og indlæs den igen",
        "{} indsatte dokumenter er udeladt. Åbn filen i Word, gem den, og indlæs den "
        "igen",
        inserted,
    )


def _choose_alternatives(root: Node) -> None:
    """Of two versions of the same, the newer; the older is for programs that cannot
    show it.
    """
    for node in list(root.iter(f"{{{MC}}}AlternateContent"))[::-1]:
        options = [option for option in node if len(option)]
        unwrap(node, *(list(options[0]) if options else []))


def _settle_controls(root: Node, remarks: Remarks) -> None:
    """Content controls: their text stays. A prompt that nobody has answered is left
    out.
    """
    prompts, kept = [], []
    for control in list(root.iter(w("sdt"))):
        content = child(control, "sdtContent")
        gallery = value(control, "sdtPr", "docPartObj", "docPartGallery").casefold()
        if content is None:
            drop(control)
        elif is_on(child(control, "sdtPr", "showingPlcHdr")):
            prompts.append(remarks.piece(content))
            for text in list(content.iter(T)):
                drop(text)
            unwrap(control, *content)
        else:
            if gallery != CONTENTS_GALLERY:
                kept.append(text_of(content))
            unwrap(control, *content)

    for node in list(root.iter(*WRAPPERS)):
        unwrap(node)
    remarks.count(
        Concern.CHANGED,
        "1 udfyldningsfelt (indholdskontrol) står som almindelig tekst",
        "{} udfyldningsfelter (indholdskontroller) står som almindelig tekst",
        kept,
    )
    remarks.count(
        Concern.LEFT_OUT,
        "1 udfyldningsfelt er ikke udfyldt, og dets vejledning er udeladt",
        "{} udfyldningsfelter er ikke udfyldt, og deres vejledning er udeladt",
        prompts,
    )


def _write_equations(root: Node, remarks: Remarks) -> None:
    texts = []
    for node in list(root.iter(f"{{{M}}}oMath")):
        text = text_of(node)
        texts.append(text)
        unwrap(node, run(text))
    for node in list(root.iter(f"{{{M}}}oMathPara")):
        unwrap(node)

    remarks.count(
        Concern.DOUBT,
        "1 formel er sat som almindelig tekst. Se den efter",
        "{} formler er sat som almindelig tekst. Se dem efter",
        texts,
    )


def _write_symbols(root: Node, remarks: Remarks) -> None:
    """Signs of Word's fonts of signs, as the same signs of any font."""
    unknown = []
    for node in list(root.iter(w("sym"))):
        font, code = node.get(w("font")) or "", node.get(w("char")) or ""
        shown = _sign(font, code)
        if shown:
            unwrap(node, written_text(shown))
        else:
            unknown.append(remarks.piece(node, f"{font} {code}"))
            drop(node)

    remarks.count(
        Concern.LEFT_OUT,
        "1 specialtegn er udeladt (skrifttype og nummer)",
        "{} specialtegn er udeladt (skrifttype og nummer)",
        unknown,
    )


def _sign(font: str, code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""

    code_point = dingbats.get((font, number)) or dingbats.get((font, number & 0xFF))
    return chr(code_point) if code_point else ""


def _settle_fields(root: Node, remarks: Remarks) -> None:
    """A field stays as the text it shows."""
    shown = 0
    for box in list(root.iter(w("fldChar"))):
        checkbox = child(box, "ffData", "checkBox")
        if checkbox is not None:
            state = child(checkbox, "checked")
            state = child(checkbox, "default") if state is None else state
            box.addnext(written_text(CHECKED if is_on(state) else UNCHECKED))

        for data in list(box):
            drop(data)

    for node in list(root.iter(w("fldSimple"))):
        shown += _kind(node.get(w("instr"))) not in OWN_FIELDS
        unwrap(node)
    for code in list(root.iter(w("instrText"))):
        shown += bool(_kind(code.text)) and _kind(code.text) not in OWN_FIELDS

    tell_lost_links(remarks, [p for p in root.iter(P) if _is_lost(p)])
    remarks.count(
        Concern.CHANGED,
        "1 felt (fx en krydshenvisning) står som den tekst, det viste i Word",
        "{} felter (fx krydshenvisninger) står som den tekst, de viste i Word",
        [""] * shown,
    )


def tell_lost_links(remarks: Remarks, nodes: Sequence[Node]) -> None:
    """Tell of the links among the nodes, which lead to no page and no mail address."""
    remarks.count(
        Concern.LEFT_OUT,
        "1 link, der ikke fører til en webadresse, er udeladt; teksten står der stadig",
        "{} links, der ikke fører til webadresser, er udeladt; teksten står der stadig",
        [remarks.piece(node) for node in nodes],
    )


def _is_lost(paragraph: Node) -> bool:
    """Whether a field in it links to a file. Word may divide the field's code
    anywhere.
    """
    code = "".join(part.text or "" for part in paragraph.iter(w("instrText")))
    return (
        "HYPERLINK" in code
        and "\\l" not in code
        and not any(link in code for link in LINKS)
    )


def _kind(code: str | None) -> str:
    """What a field's code asks for. Word divides long codes: a rest begins with no such
    word.
    """
    first = (code or "").split(maxsplit=1)[:1]
    return first[0] if first and first[0].isalpha() and first[0].isupper() else ""


def _leave_out_hidden(root: Node, remarks: Remarks) -> None:
    texts = []
    for node in list(_looking(root, "vanish")):
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
        text
        for node in _looking(root, "vertAlign")
        if value(node, "rPr", "vertAlign") in RAISED and (text := text_of(node))
    ]

    remarks.count(
        Concern.CHANGED,
        "1 stykke hævet eller sænket skrift står som almindelig skrift",
        "{} stykker hævet eller sænket skrift står som almindelig skrift",
        raised,
    )


def _looking(root: Node, *names: str) -> Iterator[Node]:
    """The runs that look so."""
    for look in root.iter(*map(w, names)):
        run = look.getparent().getparent()
        if run is not None and run.tag == RUN and is_on(look):
            yield run
