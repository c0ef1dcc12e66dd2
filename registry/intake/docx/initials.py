"""Initial letters: Word keeps one in a frame of its own before its paragraph."""

from collections.abc import Iterable

from registry.intake.docx.styles import Styles
from registry.intake.docx.xml import Node, P, child, drop, value, w

KINDS = ("drop", "margin")


def settle(root: Node, styles: Styles) -> None:
    """Put each initial, a letter or a word, back into the paragraph it begins."""
    framed = {key for key in styles.keys if _is_initial(styles.based(key))}
    for frame in list(root.iter(P)):
        own = child(frame, "pPr", "framePr") is not None
        if not (_is_initial((frame,)) if own else _style(frame) in framed):
            continue
        after = frame.getnext()
        if after is None or after.tag != P:
            continue

        for look in list(frame.iter(w("position"))):
            drop(look)
        at = 0 if child(after, "pPr") is None else 1
        for part in [part for part in frame if part.tag != w("pPr")][::-1]:
            after.insert(at, part)
        drop(frame)


def _style(paragraph: Node) -> str:
    return value(paragraph, "pPr", "pStyle")


def _is_initial(nodes: Iterable[Node]) -> bool:
    """Whether the first frame that a paragraph or its styles have is an initial's."""
    frames = (child(node, "pPr", "framePr") for node in nodes)
    frame = next((one for one in frames if one is not None), None)
    return frame is not None and frame.get(w("dropCap")) in KINDS
