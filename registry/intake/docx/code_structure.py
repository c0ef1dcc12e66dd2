"""How field codes stand in the text of a Word file: each, and what it shows."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from registry.intake.docx.bound_values import CHECKED, UNCHECKED
from registry.intake.docx.xml import Node, T, child, is_on, text_of, value, w

MARK, CODE, SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")


@dataclass
class FieldCode:
    """A field at `node`, where it begins; `end`: where its text would stand; None for
    one that nothing ends. `code`: all of it, however Word has divided it. `shown`: the
    text it showed last. `is_inner`: it stands in the code of another, which is worked
    out from it; Word shows nothing of it.
    """

    node: Node
    code: str = ""
    shown: str = ""
    end: Node = None
    is_inner: bool = False
    in_code: bool = field(default=True, repr=False)

    @property
    def kind(self) -> str:
        """What the code asks for, in capitals; empty where that is no word."""
        first = self.code.split(maxsplit=1)[:1]
        return first[0].upper() if first and first[0].isalpha() else ""

    @property
    def rest(self) -> str:
        """What stands in the code after its first word."""
        return " ".join(self.code.split()[1:])


def field_codes_in(root: Node) -> Iterator[FieldCode]:
    """The fields in their order, those within others too."""
    found: list[FieldCode] = []
    open_ones: list[FieldCode] = []
    for node in root.iter(MARK, CODE, SIMPLE, T):
        if node.tag == SIMPLE:
            code = node.get(w("instr")) or ""
            found.append(FieldCode(node, code, text_of(node), node, in_code=False))
        elif node.tag == MARK:
            _mark(node, found, open_ones)
        else:
            _take(node, open_ones)

    yield from found


def check_of(node: Node) -> str:
    """The mark that a check box of the older kind shows; empty for another field."""
    box = child(node, "ffData", "checkBox")
    if box is None:
        return ""
    checked, default = child(box, "checked"), child(box, "default")
    return CHECKED if is_on(default if checked is None else checked) else UNCHECKED


def chosen_of(node: Node) -> str:
    """What a drop-down list of the older kind shows; empty for another field."""
    listed = child(node, "ffData", "ddList")
    if listed is None:
        return ""
    offered = [item.get(w("val")) or "" for item in listed.iter(w("listEntry"))]
    chosen = value(listed, "result") or value(listed, "default") or "0"
    at = int(chosen) if chosen.isdecimal() else 0
    return offered[at] if at < len(offered) else ""


def _mark(node: Node, found: list[FieldCode], open_ones: list[FieldCode]) -> None:
    kind = node.get(w("fldCharType"))
    if kind == "begin":
        is_inner = any(one.in_code for one in open_ones)
        open_ones.append(FieldCode(node, is_inner=is_inner))
        found.append(open_ones[-1])
    elif open_ones and kind == "separate":
        open_ones[-1].in_code = False
    elif open_ones and kind == "end":
        open_ones.pop().end = node


def _take(node: Node, open_ones: list[FieldCode]) -> None:
    """A piece of code or of text of the fields that it stands in."""
    if node.tag == CODE:
        if open_ones and open_ones[-1].in_code:
            open_ones[-1].code += node.text or ""
        return
    for one in open_ones:
        if not one.in_code:
            one.shown += node.text or ""
