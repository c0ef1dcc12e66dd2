"""The style sheet of one picture: where its tiles stand in windows of each width, and
on paper.
"""

from collections.abc import Iterator, Mapping

from registry.exports.pathway.look import A3, LAYOUTS, SHEET
from registry.rules.pathway.arrangement import Arrangement, Measured

PIXELS_PER_MM = 96 / 25.4
# A page's text has a column; the picture has the sheet.
WHOLE_SHEET = ".page{max-width:none;padding:0}"


def style_sheet(measured: Measured, made: Mapping[str, Arrangement]) -> str:
    """The rules of every arrangement, the narrowest first."""
    lines: list[str] = []
    for layout, wider in zip(LAYOUTS, (*LAYOUTS[1:], None), strict=True):
        below = f" and (max-width: {wider.least - 0.02}px)" if wider else ""
        lines += [
            f"@media screen and (min-width: {layout.least}px){below} {{",
            *_placed(measured, layout.name, made[layout.name], 1),
            "}",
        ]

    on_paper = _placed(measured, SHEET, made[SHEET], None)
    lines += ["@media print {", WHOLE_SHEET, *on_paper, "}"]
    return "\n".join(lines) + "\n"


def _placed(
    measured: Measured, name: str, arrangement: Arrangement, scale: float | None
) -> Iterator[str]:
    """`scale`: None makes the picture as wide as the sheet."""
    if scale is None:
        scale = A3[0] * PIXELS_PER_MM / (arrangement.width or 1)

    yield (
        f".pathway{{width:{arrangement.width * scale:.1f}px;"
        f"height:{arrangement.height * scale:.1f}px}}"
    )
    yield f".pathway-frame{{display:none}} .pathway-{name}{{display:inline}}"
    if scale != 1:
        yield f".pathway-frame{{transform:scale({scale:.4f})}}"

    resized = f" scale({scale:.4f})" if scale != 1 else ""
    for number, tile in enumerate(measured.tiles):
        spot = arrangement.spots[tile.anchor]
        x, y = spot.x * scale, spot.y * scale
        yield f".pathway-k{number}{{transform:translate({x:.2f}px,{y:.2f}px){resized}}}"
