"""The field codes of a Word file: each stays as the text that it showed last."""

import re
from collections.abc import Mapping, Sequence

from registry.intake.docx.code_structure import (
    FieldCode,
    check_of,
    chosen_of,
    field_codes_in,
)
from registry.intake.docx.hollow import prompt_in
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.symbols import shown as shown_sign
from registry.intake.docx.xml import (
    Node,
    P,
    T,
    drop,
    run,
    unwrap,
    w,
    written_text,
)
from registry.intake.read_text import Concern, Piece

# Fields whose text is a link or a contents list, or a number of a page that no longer
# is.
OWN_CODES = frozenset({"TOC", "HYPERLINK", "PAGEREF"})
LINKS = ("http://", "https://", "mailto:")
MACRO_BUTTON, BUTTON, SIGN = "MACROBUTTON", "GOTOBUTTON", "SYMBOL"
# Fields around a picture or an object, of which its own remark tells.
AROUND_DRAWN = frozenset({"EMBED", "SHAPE"})
SYMBOL = re.compile(r"(?P<code>0x[0-9A-Fa-f]{1,4}|\d{1,5})(?=\s|$)")
FONT = re.compile(r'\\f\s*"?(?P<font>[^"\\]+?)"?\s*(?:\\|$)')
# What a file can hold as a letter: no number of control, half a pair or nothing.
LETTERS = (range(0x20, 0xD800), range(0xE000, 0xFFFE))
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
# Fields that hold no text, though Word shows one: it counts or works it out each time.
SHOWN_BY_WORD = (
    "1 felt er udeladt, for det, Word viser i det, står ikke i filen",
    "{} felter er udeladt, for det, Word viser i dem, står ikke i filen",
)
COUNTED = (
    "1 nummer, som Word selv tæller, er udeladt. Skriv det, hvis teksten henviser til "
    "det",
    "{} numre, som Word selv tæller, er udeladt. Skriv dem, hvis teksten henviser til "
    "dem",
)
INVISIBLE = (
    "1 felt, der intet viser i Word, er udeladt",
    "{} felter, der intet viser i Word, er udeladt",
)
PICTURED = (
    "1 felt, der henter et billede uden for filen, er udeladt",
    "{} felter, der henter billeder uden for filen, er udeladt",
)
UNFILLED = (
    "1 udfyldningsfelt er ikke udfyldt",
    "{} udfyldningsfelter er ikke udfyldt",
)
LOST: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"), COUNTED),
    **dict.fromkeys(("XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE"), INVISIBLE),
    **dict.fromkeys(("ADVANCE", "NEXT", "NEXTIF", "SKIPIF", "PRINT"), INVISIBLE),
    "INCLUDEPICTURE": PICTURED,
    "FORMTEXT": UNFILLED,
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
        if check := check_of(box):
            box.addnext(written_text(check))

    _settle_fields(root, remarks)
    for box in list(root.iter(w("fldChar"))):
        for data in list(box):
            drop(data)
    for node in list(root.iter(w("fldSimple"))):
        unwrap(node)
    tell_lost_links(remarks, [p for p in root.iter(P) if _is_lost(p)])


def _settle_fields(root: Node, remarks: Remarks) -> None:
    prompts: list[Piece] = []
    shown: dict[tuple[str, str], list[Piece]] = {}
    lost: dict[tuple[str, str], list[Piece]] = {}

    for field in field_codes_in(root):
        code = " ".join(field.code.split())
        if field.kind == MACRO_BUTTON:
            prompts.append(remarks.piece(field.node, prompt_in(code)))
        elif not code or field.is_inner or field.kind in OWN_CODES:
            continue
        elif words := field.shown.strip() or check_of(field.node) or _written(field):
            sentences = SENTENCES.get(field.kind, OTHER_CODES)
            named = words if sentences is OTHER_CODES else code
            shown.setdefault(sentences, []).append(remarks.piece(field.node, named))
        elif field.end is not None and field.kind not in AROUND_DRAWN:
            sentences = LOST.get(field.kind, SHOWN_BY_WORD)
            lost.setdefault(sentences, []).append(remarks.piece(field.node, code))

    for concern, remarks_of in ((Concern.CHANGED, shown), (Concern.LEFT_OUT, lost)):
        for (one, many), pieces in remarks_of.items():
            remarks.count(concern, one, many, pieces)
    tell_prompts(remarks, prompts)


def _written(field: FieldCode) -> str:
    """What Word shows of a field that holds no text, written where it would stand;
    empty where only Word knows it.
    """
    words = chosen_of(field.node)
    if field.kind == BUTTON:
        words = field.rest.partition(" ")[2]
    elif field.kind == SIGN:
        words = _sign(field.rest)
    if not words or field.end is None:
        return ""

    if field.end is field.node:  # a simple field holds its text
        field.node.append(run(words))
    else:
        field.end.addprevious(written_text(words))
    return words


def _sign(rest: str) -> str:
    """The sign of a font that SYMBOL asks for by its number; empty for an unknown."""
    asked = SYMBOL.match(rest)
    if not asked:
        return ""

    said, font = asked["code"], FONT.search(rest)
    code = int(said, 16 if said.startswith("0x") else 10)
    if not any(code in letters for letters in LETTERS):
        return ""
    return (shown_sign(font["font"], chr(code)) or "") if font else chr(code)


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
