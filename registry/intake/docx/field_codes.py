"""The field codes of a Word file: each stays as the text that it showed last."""

from collections.abc import Iterator, Mapping, Sequence

from registry.intake.docx.hollow import prompt_in
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.xml import (
    Node,
    P,
    T,
    child,
    drop,
    is_on,
    unwrap,
    w,
    written_text,
)
from registry.intake.read_text import Concern, Piece

CHECKED, UNCHECKED = "☒", "☐"
# Fields whose text is a link or a contents list, or a number of a page that no longer
# is.
OWN_CODES = frozenset({"TOC", "HYPERLINK", "PAGEREF"})
LINKS = ("http://", "https://", "mailto:")
MACRO_BUTTON = "MACROBUTTON"
OTHER_CODES = (
    "1 felt (fx en krydshenvisning) står som den tekst, det viste i Word",
    "{} felter (fx krydshenvisninger) står som den tekst, de viste i Word",
)
MERGED = (
    "1 flettefelt står med det, det viste sidst",
    "{} flettefelter står med det, de viste sidst",
)
LINKED = (
    "1 felt, der henter noget uden for filen, er ikke opdateret og står med det, det "
    "viste sidst",
    "{} felter, der henter noget uden for filen, er ikke opdateret og står med det, de "
    "viste sidst",
)
SENTENCES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("MERGEFIELD", "ADDRESSBLOCK", "GREETINGLINE"), MERGED),
    **dict.fromkeys(("LINK", "DDE", "DDEAUTO", "DATABASE"), LINKED),
    **dict.fromkeys(("INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "INCLUDE"), LINKED),
}


def leave_out_codes(root: Node) -> None:
    """Take out the text that is only part of a field's code: what another field in it
    came to. A field that nothing ends is no field.
    """
    open_fields: list[tuple[bool, list[Node]]] = []  # whether in its code, and its text

    for node in list(root.iter(w("fldChar"), T)):
        kind = node.get(w("fldCharType"))
        if node.tag == T:
            inside = next((texts for in_code, texts in open_fields if in_code), None)
            if inside is not None:
                inside.append(node)
        elif kind == "begin":
            open_fields.append((True, []))
        elif open_fields and kind in ("separate", "end"):
            _, texts = open_fields.pop()
            for text in texts:
                drop(text)
            if kind == "separate":
                open_fields.append((False, []))


def settle(root: Node, remarks: Remarks) -> None:
    """A field stays as the text it shows."""
    for box in list(root.iter(w("fldChar"))):
        checkbox = child(box, "ffData", "checkBox")
        if checkbox is not None:
            state = child(checkbox, "checked")
            state = child(checkbox, "default") if state is None else state
            box.addnext(written_text(CHECKED if is_on(state) else UNCHECKED))

        for data in list(box):
            drop(data)

    _tell_kinds(root, remarks)
    for node in list(root.iter(w("fldSimple"))):
        unwrap(node)
    tell_lost_links(remarks, [p for p in root.iter(P) if _is_lost(p)])


def _tell_kinds(root: Node, remarks: Remarks) -> None:
    prompts: list[Piece] = []
    shown: dict[tuple[str, str], list[Piece]] = {}
    for node, code in _codes(root):
        kind = _kind(code)
        if kind == MACRO_BUTTON:
            prompts.append(remarks.piece(node, prompt_in(code)))
        elif kind and kind not in OWN_CODES:
            sentences = SENTENCES.get(kind, OTHER_CODES)
            named = "" if sentences is OTHER_CODES else " ".join(code.split())
            shown.setdefault(sentences, []).append(remarks.piece(node, named))

    for (one, many), pieces in shown.items():
        remarks.count(Concern.CHANGED, one, many, pieces)
    tell_prompts(remarks, prompts)


def tell_prompts(remarks: Remarks, prompts: Sequence[Piece]) -> None:
    """Tell of the fields that nobody has filled in."""
    remarks.count(
        Concern.LEFT_OUT,
        "1 udfyldningsfelt er ikke udfyldt, og dets vejledning er udeladt",
        "{} udfyldningsfelter er ikke udfyldt, og deres vejledning er udeladt",
        prompts,
    )


def tell_lost_links(remarks: Remarks, nodes: Sequence[Node]) -> None:
    """Tell of the links among the nodes, which lead to no page and no mail address."""
    remarks.count(
        Concern.LEFT_OUT,
        "1 link, der ikke fører til en webadresse, er udeladt; teksten står der stadig",
        "{} links, der ikke fører til webadresser, er udeladt; teksten står der stadig",
        [remarks.piece(node) for node in nodes],
    )


def _codes(root: Node) -> Iterator[tuple[Node, str]]:
    for node in root.iter(w("fldSimple"), w("instrText")):
        yield node, node.get(w("instr")) or node.text or ""


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


def _kind(code: str) -> str:
    """What a field's code asks for. Word divides long codes: a rest begins with no such
    word.
    """
    first = code.split(maxsplit=1)[:1]
    return first[0] if first and first[0].isalpha() and first[0].isupper() else ""
