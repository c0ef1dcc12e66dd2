"""Signs of Word's fonts of signs, as the same signs of any font."""

from mammoth.docx.dingbats import dingbats

from registry.intake.docx.remarks import Remarks
from registry.intake.docx.styles import Styles
from registry.intake.docx.xml import (
    RUN,
    Node,
    T,
    child,
    drop,
    unwrap,
    value,
    w,
    written_text,
)
from registry.intake.read_text import Concern, Piece

FONTS = frozenset(font for font, _ in dingbats)
# Where Word keeps the signs of such a font, by their places in it.
FIRST, LAST = 0xF000, 0xF0FF
LONGEST = 3  # letters of a run that are signs; more are words in a font by mistake
SETTLED = "signs"  # an attribute of runs that were looked at
# Signs that few fonts have, as those of nearly all.
COMMON = {"🡨": "←", "🡪": "→", "🡩": "↑", "🡫": "↓", "🗸": "✓", "🗹": "☑", "🗷": "☒"}
COMMON |= {"🞅": "○", "🞆": "○", "🞇": "○", "🞈": "○", "🞎": "□", "🞏": "□"}
FONT_NAMES = ("ascii", "hAnsi")


def settle(root: Node, styles: Styles, remarks: Remarks) -> None:
    """Write each sign as one that every font has; tell of those that nobody knows."""
    unknown = _write_symbols(root, remarks)
    changed: list[Piece] = []
    odd: list[Piece] = []
    for run in list(root.iter(RUN)):
        if run.get(SETTLED) is None:
            _write_run(run, _font(run, styles), remarks, (unknown, changed, odd))
            run.set(SETTLED, "1")

    remarks.count(
        Concern.LEFT_OUT,
        "1 specialtegn er udeladt (skrifttype og nummer)",
        "{} specialtegn er udeladt (skrifttype og nummer)",
        unknown,
    )
    remarks.count(
        Concern.CHANGED,
        "1 tegn i en skrifttype af tegn står som det tegn, Word viser",
        "{} tegn i skrifttyper af tegn står som de tegn, Word viser",
        changed,
    )

    remarks.count(
        Concern.DOUBT,
        "1 stykke tekst står i en skrifttype af tegn, og Word viser det som tegn. Her "
        "står bogstaverne. Se det efter",
        "{} stykker tekst står i skrifttyper af tegn, og Word viser dem som tegn. Her "
        "står bogstaverne. Se dem efter",
        odd,
    )


def _write_symbols(root: Node, remarks: Remarks) -> list[Piece]:
    """Write the signs that stand as such. Returns those that nobody knows."""
    unknown = []
    for node in list(root.iter(w("sym"))):
        font, code = node.get(w("font")) or "", node.get(w("char")) or ""
        shown = _sign(font, _number(code))
        if shown:
            unwrap(node, written_text(shown))
        else:
            unknown.append(remarks.piece(node, f"{font} {code}"))
            drop(node)

    return unknown


def _write_run(
    run: Node,
    font: str,
    remarks: Remarks,
    pieces: tuple[list[Piece], list[Piece], list[Piece]],
) -> None:
    """Write the signs of one run; `pieces`: unknown, changed and odd ones."""
    unknown, changed, odd = pieces
    for node in run.iterchildren(T):
        text = node.text or ""
        is_private = any(FIRST <= ord(letter) <= LAST for letter in text)
        if not is_private and font not in FONTS:
            continue
        if not is_private and len(text.strip()) > LONGEST:
            odd.append(remarks.piece(run, text))
            continue

        signs = [shown(font, letter) for letter in text]
        node.text = "".join(sign or "" for sign in signs)
        lost = [one for one, sign in zip(text, signs, strict=True) if sign is None]
        unknown += [remarks.piece(run, f"{font} {ord(one):04X}") for one in lost]
        if node.text.strip() and node.text != text:
            changed.append(remarks.piece(run, node.text))


def shown(font: str, letter: str) -> str | None:
    """The sign that a letter is in a font; None where nobody knows."""
    code = ord(letter)
    if FIRST <= code <= LAST:
        return _sign(font or "Symbol", code) or None
    return _sign(font, code) or letter


def _font(run: Node, styles: Styles) -> str:
    """The font of the run's letters, by itself or by its style."""
    style = styles.get(value(run, "rPr", "rStyle"))
    for node in (run, style):
        fonts: Node = child(node, "rPr", "rFonts")
        named = () if fonts is None else map(fonts.get, map(w, FONT_NAMES))
        if font := next(filter(None, named), ""):
            return str(font)
    return ""


def _number(code: str) -> int:
    try:
        return int(code, 16)
    except ValueError:
        return 0


def _sign(font: str, code: int) -> str:
    if code == ord(" "):
        return " "
    known = dingbats.get((font, code & 0xFF if FIRST <= code <= LAST else code))
    if known is None or FIRST <= known <= LAST:
        return ""
    return COMMON.get(chr(known), chr(known))
