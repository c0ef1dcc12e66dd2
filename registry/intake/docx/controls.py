"""Content controls: what is filled in stays, what they are bound to is shown as Word
shows it, and a prompt that nobody has answered is left out.
"""

import re
from dataclasses import dataclass, field

from registry.intake.docx.bound_values import (
    DATE,
    MORE_THAN_WORDS,
    day_in,
    kinds_of,
    worded_value,
)
from registry.intake.docx.field_codes import tell_prompts
from registry.intake.docx.package import Package
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.stores import Stores
from registry.intake.docx.xml import (
    RUN,
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
from registry.language.dates import read_date

CONTENTS_GALLERY = "table of contents"
WRAPPERS = tuple(map(w, ("customXml", "smartTag", "bdo", "dir", "sdtContent")))
# The look of a prompt, by the names of Word's own style, and how prompts begin.
PROMPT_STYLES = frozenset({"PlaceholderText", "Pladsholdertekst"})
PROMPT_WORDS = re.compile(
    r"\W*(?:klik|tryk|vælg|skriv|angiv|indtast|indsæt|udfyld|dato$|navn$|click|tap"
    r"|choose|enter|select|type|insert)\b|[\[<«].*[\]>»]$|[\W_]*$",
    re.IGNORECASE,
)

KEPT = (
    Concern.CHANGED,
    "1 udfyldningsfelt (indholdskontrol) står som almindelig tekst",
    "{} udfyldningsfelter (indholdskontroller) står som almindelig tekst",
)
DIFFERING = (
    Concern.DOUBT,
    "1 felt viste noget andet end filens egne oplysninger, som Word sætter ind, og som "
    "er brugt her. Passer det",
    "{} felter viste noget andet end filens egne oplysninger, som Word sætter ind, og "
    "som er brugt her. Passer det",
)
UNREAD = (
    Concern.DOUBT,
    "1 felt viser noget andet end filens egne oplysninger, som ikke kan læses; det, "
    "der stod i teksten, er brugt. Passer det",
    "{} felter viser noget andet end filens egne oplysninger, som ikke kan læses; det, "
    "der stod i teksten, er brugt. Passer det",
)
FILLED = (
    Concern.DOUBT,
    "1 udfyldningsfelt er mærket som ikke udfyldt, men der står noget, som er beholdt. "
    "Passer det",
    "{} udfyldningsfelter er mærket som ikke udfyldt, men der står noget, som er "
    "beholdt. Passer det",
)


@dataclass
class PiecesOf:
    """What is told of a text's controls, each with its place."""

    kept: list[Piece] = field(default_factory=list)
    differing: list[Piece] = field(default_factory=list)
    unread: list[Piece] = field(default_factory=list)
    filled: list[Piece] = field(default_factory=list)
    prompts: list[Piece] = field(default_factory=list)


def settle(package: Package, root: Node, remarks: Remarks) -> None:
    """Leave of every control the text that Word shows of it."""
    stores, asked = Stores(package), _prompts(package)
    pieces = PiecesOf()
    for control in list(root.iter(w("sdt"))):
        inner = child(control, "sdtContent")
        if inner is None:
            drop(control)
            continue

        _settle_one(stores, asked, control, inner, remarks, pieces)
        unwrap(control, *inner)

    for node in list(root.iter(*WRAPPERS)):
        unwrap(node)
    _tell(remarks, pieces)
    tell_prompts(remarks, pieces.prompts)


def _settle_one(
    stores: Stores,
    asked: dict[str, str],
    control: Node,
    inner: Node,
    remarks: Remarks,
    pieces: PiecesOf,
) -> None:
    shown = text_of(inner)
    said = "" if kinds_of(control) & MORE_THAN_WORDS else stores.value(control)
    bound = worded_value(control, said) if said else ""
    is_prompt = _is_prompt(control, shown, asked)

    if bound and (is_prompt or not _is_same(control, shown, said, bound)):
        if shown and not is_prompt:
            pieces.differing.append(remarks.piece(control, f"{shown}» → «{bound}"))
        pieces.kept.append(remarks.piece(control, bound))
        _write(inner, bound)

    elif said and not bound:
        pieces.unread.append(remarks.piece(control, f"{shown}» / «{said}"))
    elif is_prompt:
        pieces.prompts.append(remarks.piece(control))
        for text in list(inner.iter(T)):
            drop(text)
    elif _is_asking(control) and not _prompt_of(control, asked):
        pieces.filled.append(remarks.piece(control))
    elif not _is_contents(control):
        pieces.kept.append(remarks.piece(control))


def _is_same(control: Node, shown: str, said: str, bound: str) -> bool:
    """Whether the text says what is bound, a day in whatever form."""
    is_day = DATE in kinds_of(control)
    return shown == bound or (is_day and read_date(shown) == day_in(said))


def _tell(remarks: Remarks, pieces: PiecesOf) -> None:
    for (concern, one, many), pieces_of in (
        (KEPT, pieces.kept),
        (DIFFERING, pieces.differing),
        (UNREAD, pieces.unread),
        (FILLED, pieces.filled),
    ):
        remarks.count(concern, one, many, pieces_of)


def _is_contents(control: Node) -> bool:
    gallery = value(control, "sdtPr", "docPartObj", "docPartGallery")
    return gallery.casefold() == CONTENTS_GALLERY


def _is_asking(control: Node) -> bool:
    return is_on(child(control, "sdtPr", "showingPlcHdr"))


def _prompt_of(control: Node, asked: dict[str, str]) -> str:
    """The words of its prompt; empty where the file does not have them."""
    return asked.get(value(control, "sdtPr", "placeholder", "docPart"), "")


def _is_prompt(control: Node, shown: str, asked: dict[str, str]) -> bool:
    """Whether a control shows what it asks for. Other programs fill it in and leave it
    marked as asking: then its words are not those of its prompt, or, where the file
    does not have them, look like none.
    """
    if not _is_asking(control):
        return False
    prompt = _prompt_of(control, asked)
    if prompt:
        return prompt == shown
    styles = {value(run, "rPr", "rStyle") for run in control.iter(RUN)}
    return bool(styles & PROMPT_STYLES) or bool(PROMPT_WORDS.match(shown))


def _prompts(package: Package) -> dict[str, str]:
    """What the controls ask for, by the names of the prompts."""
    return {
        value(part, "docPartPr", "name"): text_of(child(part, "docPartBody"))
        for name in package.related(package.main, "glossarydocument")
        for part in tree(package, name).iter(w("docPart"))
        if child(part, "docPartBody") is not None
    }


def _write(inner: Node, words: str) -> None:
    """Put the words in place of the first text, and none in place of the others."""
    texts = list(inner.iter(T))
    if texts:
        texts[0].text = words
        for text in texts[1:]:
            drop(text)
        return

    paragraph = next(inner.iter(P), None)
    (inner if paragraph is None else paragraph).append(run(words))
