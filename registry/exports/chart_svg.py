"""A line chart as a picture of its own, for a file: the same as on the page, in ink, so
that it is read without colour and in print.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from registry.catalogue.line_chart import LineChart

INK, GRID, QUIET = "#1a1a1a", "#bfbfbf", "#555555"
FAMILY = "IBM Plex Sans, Libertinus Serif"
SIZE = 11
# Paper around a value, where a line of the scale would cross it.
HALO = ' stroke="#ffffff" stroke-width="4" paint-order="stroke"'


def svg_of(chart: LineChart) -> str:
    """The picture by itself. Its words are those of its table too."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{chart.width}" '
        f'height="{chart.height}" viewBox="0 0 {chart.width} {chart.height}" '
        f'font-family="{FAMILY}" font-size="{SIZE}">{"".join(_parts(chart))}</svg>'
    )


def _parts(chart: LineChart) -> Iterator[str]:
    for tick in chart.ticks:
        yield (
            f'<line x1="{chart.left}" x2="{chart.right}" y1="{tick.y}" y2="{tick.y}" '
            f'stroke="{GRID}" stroke-width="0.75"/>'
        )
        yield _words(chart.left - 6, tick.y + 4, "end", tick.text, QUIET)

    yield (
        f'<polyline points="{chart.points}" fill="none" stroke="{INK}" '
        'stroke-width="2"/>'
    )

    for mark in chart.marks:
        yield (
            f'<circle cx="{mark.x}" cy="{mark.y}" r="3.5" fill="#ffffff" '
            f'stroke="{INK}" stroke-width="2"/>'
        )
        if mark.named:
            yield _words(mark.text_x, mark.text_y, mark.anchor, mark.text, INK, HALO)
            low = chart.height - 8
            yield _words(mark.text_x, low, mark.anchor, mark.period, QUIET)


def _words(
    x: float, y: float, anchor: str, text: str, colour: str, around: str = ""
) -> str:
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}"{around}>'
        f"{escape(text)}</text>"
    )
