"""Initial letters: Word keeps one in a frame of its own before its paragraph."""

from registry.intake.docx.styles import Styles
from registry.intake.docx.xml import Node, P, child, drop, w

KINDS = ("drop", "margin")


def settle(root: Node, styles: Styles) -> None:
    """Put each initial, a letter or a word, back into the paragraph it begins."""
    for frame in list(root.iter(P)):
        after = frame.getnext()
        if after is None or after.tag != P or not _is_initial(frame, styles):
            continue

        for look in list(frame.iter(w("position"))):
            drop(look)
        at = 0 if child(after, "pPr") is None else 1
        for part in [part for part in frame if part.tag != w("pPr")][::-1]:
            after.insert(at, part)
        drop(frame)


def _is_initial(paragraph: Node, styles: Styles) -> bool:
    frames = (
        child(node, "pPr", "framePr") for node in (paragraph, *styles.chain(paragraph))
    )
    frame = next((one for one in frames if one is not None), None)
    kind = "" if frame is None else frame.get(w("dropCap"))
    return kind in KINDS
