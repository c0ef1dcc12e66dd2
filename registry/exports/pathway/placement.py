"""The style sheet of one picture: where its tiles stand in windows of each width."""

from collections.abc import Iterator, Mapping

from registry.exports.pathway.look import LAYOUTS
from registry.rules.pathway.arrangement import Arrangement, Measured


def style_sheet(measured: Measured, made: Mapping[str, Arrangement]) -> str:
    """The rules of every arrangement, the narrowest first."""
    lines: list[str] = []
    for layout, wider in zip(LAYOUTS, (*LAYOUTS[1:], None), strict=True):
        below = f" and (max-width: {wider.least - 0.02}px)" if wider else ""
        lines += [
            f"@media screen and (min-width: {layout.least}px){below} {{",
            *_placed(measured, layout.name, made[layout.name]),
            "}",
        ]

    return "\n".join(lines) + "\n"


def _placed(measured: Measured, name: str, arrangement: Arrangement) -> Iterator[str]:
    yield (
        f".pathway{{width:{arrangement.width:.1f}px;height:{arrangement.height:.1f}px}}"
    )
    yield f".pathway-frame{{display:none}} .pathway-{name}{{display:inline}}"
    for number, tile in enumerate(measured.tiles):
        x, y = arrangement.spots[tile.anchor]
        yield f".pathway-k{number}{{transform:translate({x:.2f}px,{y:.2f}px)}}"
