"""Formulas on a line: what stands above, below or beside in Word is told by a sign, so
that a fraction of two numbers is not one number.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate

from registry.intake.docx.remarks import Remarks
from registry.intake.docx.xml import M, Node, run, text_of, unwrap
from registry.intake.read_text import Concern
from registry.markup.small import placed

# Fractions that have a sign of their own.
SIGNS = {("1", "2"): "½", ("1", "3"): "⅓", ("2", "3"): "⅔", ("1", "4"): "¼"}
SIGNS |= {("3", "4"): "¾"}
SUM, HAT = "∫", "\u0302"  # where the file names no sign
BRACKETS = {"(": 1, ")": -1}
# A part that needs no brackets around it.
_ONE = re.compile(r"[\w.,]*")


def settle(root: Node, remarks: Remarks) -> None:
    """Write each formula as a line of text; a person is asked to look at it."""
    pieces = []
    for node in list(root.iter(f"{{{M}}}oMath")):
        text = " ".join(_whole(node).split())
        pieces.append(remarks.piece(node, text))
        unwrap(node, run(_apart(node, text)))
    for node in list(root.iter(f"{{{M}}}oMathPara")):
        unwrap(node)

    remarks.count(
        Concern.DOUBT,
        "1 formel er sat som almindelig tekst. Se den efter",
        "{} formler er sat som almindelig tekst. Se dem efter",
        pieces,
    )


def _whole(node: Node) -> str:
    try:
        return _line(node)
    except RecursionError:  # deeper than any formula; its words are kept
        return text_of(node)


def _apart(node: Node, text: str) -> str:
    """With a blank where it would else be one number with the text beside it."""
    before, after = node.getprevious(), node.getnext()
    left = "" if before is None else _raw(before)[-1:]
    right = "" if after is None else _raw(after)[:1]
    starts = " " if left.isalnum() and text[:1].isalnum() and "/" in text else ""
    ends = " " if right.isalnum() and text[-1:].isalnum() else ""
    return f"{starts}{text}{ends}"


def _raw(node: Node) -> str:
    return "".join(node.itertext())


def _line(node: Node) -> str:
    """What a node and all in it say, on a line."""
    name = node.tag.rpartition("}")[2]
    if name.endswith("Pr"):
        return ""
    if not node.tag.startswith(f"{{{M}}}") or name in ("r", "t"):
        return _raw(node) if name in ("t", "delText") else _texts(node)
    written = WRITTEN.get(name)
    return written(node) if written else _joined(map(_line, node))


def _texts(node: Node) -> str:
    inner = [part for part in node if not part.tag.endswith("Pr")]
    return "".join(map(_line, inner)) if inner else text_of(node)


def _joined(parts: Iterable[str]) -> str:
    """Parts beside each other; a whole number and a fraction stay two."""
    line = ""
    for part in parts:
        fraction = re.match(r"\d+/\d", part)
        is_number = line[-1:].isalnum() and bool(fraction)
        follows = bool(re.search(r"/\w+$", line)) and part[:1].isalnum()
        line += f" {part}" if is_number or follows else part
    return line


def _part(node: Node, name: str) -> str:
    return "".join(_line(one) for one in node.findall(f"{{{M}}}{name}"))


def _sign(node: Node, properties: str, name: str, usual: str) -> str:
    """A sign that the file may name; `usual` where it does not."""
    named = node.find(f"{{{M}}}{properties}/{{{M}}}{name}")
    return usual if named is None else named.get(f"{{{M}}}val") or ""


def _bracketed(text: str) -> str:
    is_one = _ONE.fullmatch(text.strip()) or _is_within(text.strip())
    return text if is_one else f"({text})"


def _is_within(text: str) -> bool:
    """Whether the bracket that a text begins with is first closed at its end; those of
    «(a)+(b)» are not.
    """
    steps = accumulate(BRACKETS.get(sign, 0) for sign in text)
    closed = next((at for at, depth in enumerate(steps) if depth == 0), 0)
    return text.startswith("(") and closed == len(text) - 1


def _fraction(node: Node) -> str:
    above, below = _part(node, "num").strip(), _part(node, "den").strip()
    if _sign(node, "fPr", "type", "bar") == "noBar":
        return f"({above} over {below})"
    return SIGNS.get((above, below)) or f"{_bracketed(above)}/{_bracketed(below)}"


def _raised(text: str, place: str) -> str:
    """Raised or lowered; what has no small letters stands in brackets after a sign."""
    small = placed(text.strip(), place)
    if not text.strip() or (small != text and not small.startswith(" ")):
        return small
    return f"{'^' if place == 'sup' else '_'}({text.strip()})"


def _based(node: Node) -> str:
    base = _bracketed(_part(node, "e"))
    return (
        base + _raised(_part(node, "sub"), "sub") + _raised(_part(node, "sup"), "sup")
    )


def _before(node: Node) -> str:
    small = _raised(_part(node, "sub"), "sub") + _raised(_part(node, "sup"), "sup")
    return small + _bracketed(_part(node, "e"))


def _root(node: Node) -> str:
    degree = _part(node, "deg")
    return f"{_raised(degree, 'sup') if degree.strip() else ''}√({_part(node, 'e')})"


def _sum(node: Node) -> str:
    limits = [f"_({text})" if (text := _part(node, "sub")) else ""]
    limits += [f"^({text})" if (text := _part(node, "sup")) else ""]
    sign = _sign(node, "naryPr", "chr", SUM)
    return f"{sign}{''.join(limits)} {_part(node, 'e')}"


def _delimited(node: Node) -> str:
    between = _sign(node, "dPr", "sepChr", "|")
    inner = between.join(_line(one) for one in node.findall(f"{{{M}}}e"))
    return _sign(node, "dPr", "begChr", "(") + inner + _sign(node, "dPr", "endChr", ")")


def _limited(node: Node) -> str:
    place = "_" if node.tag.endswith("limLow") else "^"
    return f"{_part(node, 'e')}{place}({_part(node, 'lim')}) "


def _accented(node: Node) -> str:
    return _part(node, "e") + _sign(node, "accPr", "chr", HAT)


def _named(node: Node) -> str:
    return f"{_part(node, 'fName')} {_bracketed(_part(node, 'e'))}"


def _matrix(node: Node) -> str:
    lines = [
        "; ".join(_line(cell) for cell in line.findall(f"{{{M}}}e"))
        for line in node.findall(f"{{{M}}}mr")
    ]
    return f"[{' | '.join(lines)}]"


def _under_each_other(node: Node) -> str:
    return "; ".join(_line(one) for one in node.findall(f"{{{M}}}e"))


WRITTEN: Mapping[str, Callable[[Node], str]] = {
    "f": _fraction,
    "sSup": _based,
    "sSub": _based,
    "sSubSup": _based,
    "sPre": _before,
    "rad": _root,
    "nary": _sum,
    "d": _delimited,
    "limLow": _limited,
    "limUpp": _limited,
    "acc": _accented,
    "func": _named,
    "m": _matrix,
    "eqArr": _under_each_other,
}
