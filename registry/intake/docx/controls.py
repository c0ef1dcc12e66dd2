"""Content controls: what is filled in stays, what they are bound to is shown as Word
shows it, and a prompt that nobody has answered is left out.
"""

from lxml import etree

from registry.intake.docx.field_codes import tell_prompts
from registry.intake.docx.package import Package
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.stores import Stores
from registry.intake.docx.xml import (
    Node,
    P,
    T,
    child,
    drop,
    is_on,
    run,
    text_of,
    tree,
    unwrap,
    value,
    w,
)
from registry.intake.read_text import Concern, Piece

CONTENTS_GALLERY = "table of contents"
WRAPPERS = tuple(map(w, ("customXml", "smartTag", "bdo", "dir", "sdtContent")))
# Controls that show other words than those they are bound to: a date, a check mark.
OTHERWISE = frozenset(
    {"date", "picture", "checkbox", "docPartObj", "group", "richText"}
)
LISTS = ("dropDownList", "comboBox")


def settle(package: Package, root: Node, remarks: Remarks) -> None:
    """Leave of every control the text that Word shows of it."""
    stores, asked = Stores(package), _prompts(package)
    prompts: list[Piece] = []
    kept: list[Piece] = []
    differing: list[Piece] = []
    for control in list(root.iter(w("sdt"))):
        content = child(control, "sdtContent")
        if content is None:
            drop(control)
            continue

        shown, bound = text_of(content), _bound(stores, control)
        is_prompt = _is_prompt(control, shown, asked)
        if bound and (is_prompt or bound != shown):
            if shown and not is_prompt:
                differing.append(remarks.piece(control, f"{shown}» → «{bound}"))
            _write(content, bound)
            kept.append(remarks.piece(control, bound))
        elif is_prompt:
            prompts.append(remarks.piece(control))
            for text in list(content.iter(T)):
                drop(text)
        elif not _is_contents(control):
            kept.append(remarks.piece(control))
        unwrap(control, *content)

    for node in list(root.iter(*WRAPPERS)):
        unwrap(node)
    _tell(remarks, kept, differing)
    tell_prompts(remarks, prompts)


def _tell(remarks: Remarks, kept: list[Piece], differing: list[Piece]) -> None:
    remarks.count(
        Concern.CHANGED,
        "1 udfyldningsfelt (indholdskontrol) står som almindelig tekst",
        "{} udfyldningsfelter (indholdskontroller) står som almindelig tekst",
        kept,
    )
    remarks.count(
        Concern.DOUBT,
        "1 felt viste noget andet end filens egne oplysninger, som Word sætter ind, og "
        "som er brugt her. Passer det",
        "{} felter viste noget andet end filens egne oplysninger, som Word sætter ind, "
        "og som er brugt her. Passer det",
        differing,
    )


def _is_contents(control: Node) -> bool:
    gallery = value(control, "sdtPr", "docPartObj", "docPartGallery")
    return gallery.casefold() == CONTENTS_GALLERY


def _is_prompt(control: Node, shown: str, asked: dict[str, str]) -> bool:
    """Whether a control shows what it asks for. Other programs fill it in and leave it
    marked as asking: then its words are not those of its prompt.
    """
    if not is_on(child(control, "sdtPr", "showingPlcHdr")):
        return False
    prompt = asked.get(value(control, "sdtPr", "placeholder", "docPart"))
    return prompt is None or prompt == shown


def _prompts(package: Package) -> dict[str, str]:
    """What the controls ask for, by the names of the prompts."""
    return {
        value(part, "docPartPr", "name"): text_of(child(part, "docPartBody"))
        for name in package.related(package.main, "glossarydocument")
        for part in tree(package, name).iter(w("docPart"))
        if child(part, "docPartBody") is not None
    }


def _bound(stores: Stores, control: Node) -> str:
    """The words that Word would show of what a control is bound to."""
    properties = child(control, "sdtPr")
    if properties is None:
        return ""
    kinds = {etree.QName(one).localname for one in properties}
    if kinds & OTHERWISE:
        return ""
    said = stores.value(control)
    for kind in LISTS:
        listed = child(properties, kind)
        for item in () if listed is None else listed.iter(w("listItem")):
            if item.get(w("value")) == said:
                return item.get(w("displayText")) or said

    return said


def _write(content: Node, words: str) -> None:
    """Put the words in place of the first text, and none in place of the others."""
    texts = list(content.iter(T))
    if texts:
        texts[0].text = words
        for text in texts[1:]:
            drop(text)
        return

    paragraph = next(content.iter(P), None)
    (content if paragraph is None else paragraph).append(run(words))
