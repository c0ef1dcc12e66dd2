"""How each run looks in the end, by itself or by any style: written on the run, so that
whoever looks at one need know no styles.

Word's own order (ECMA-376, 17.7.2): what the file says of all text, then the styles of
the table, the paragraph and the letters, then the run. A look that is turned on by two
of those styles is off again (17.7.3).
"""

from collections.abc import Iterable, Mapping
from functools import cache

from lxml import etree

from registry.intake.docx.styles import Styles
from registry.intake.docx.xml import (
    RUN,
    TABLE,
    VAL,
    Node,
    P,
    child,
    is_on,
    number,
    text_of,
    value,
    w,
)

TOGGLED = ("vanish", "strike")
NEAREST = ("dstrike", "vertAlign", "position")
SETTLED = "looks"  # an attribute of runs that were looked at
RAISED = 4  # half-points above the line, or below it, that are seen as such
HIGHEST = 3168  # half-points, as in Word


def settle(root: Node, styles: Styles) -> None:
    """Write on each run whether it is hidden, struck, raised or lowered."""

    @cache
    def by_styles(letters: str, paragraph: str, table: str) -> Mapping[str, str]:
        return _by_styles(styles, (table, paragraph, letters))

    @cache
    def around(parent: Node) -> tuple[str, str]:
        """The styles of the paragraph and the table that hold a run's parent."""
        nodes = (parent, *parent.iterancestors())
        paragraph = next((node for node in nodes if node.tag == P), None)
        table = next((node for node in nodes if node.tag == TABLE), None)
        return (
            value(paragraph, "pPr", "pStyle") or styles.ordinary,
            value(table, "tblPr", "tblStyle"),
        )

    runs = [run for run in root.iter(RUN) if run.get(SETTLED) is None]
    for run in runs:
        run.set(SETTLED, "1")
        looks = by_styles(value(run, "rPr", "rStyle"), *around(run.getparent()))
        if looks:
            _write(run, looks)

    moved = (run for run in runs if child(run, "rPr", "position") is not None)
    for paragraph in dict.fromkeys(next(run.iterancestors(P), None) for run in moved):
        if paragraph is not None:
            _raise_by_height(paragraph)


def _by_styles(styles: Styles, keys: Iterable[str]) -> dict[str, str]:
    """The values of looks by their names. `keys`: of styles, the strongest last."""
    chains = [
        [child(style, "rPr") for style in styles.based(key) if key] for key in keys
    ]
    looks = {}
    for name in TOGGLED:
        marks = [_first(chain, name) for chain in chains]
        always = is_on(child(styles.defaults, name))
        if always or sum(map(is_on, marks)) % 2:
            looks[name] = "1"

    for name in NEAREST:
        marks = [_first([styles.defaults], name)]
        marks += [_first(chain, name) for chain in chains]
        nearest = next((mark for mark in marks[::-1] if mark is not None), None)
        if nearest is not None:
            looks[name] = nearest.get(VAL) or "1"
    return looks


def _first(given: Iterable[Node], name: str) -> Node:
    marks = (child(node, name) for node in given)
    return next((mark for mark in marks if mark is not None), None)


def _write(run: Node, looks: Mapping[str, str]) -> None:
    """Write what the run does not say of itself."""
    said = child(run, "rPr")
    for name, given in looks.items():
        if child(said, name) is None:
            said = _properties(run)
            etree.SubElement(said, w(name)).set(VAL, given)


def _properties(run: Node) -> Node:
    said = child(run, "rPr")
    if said is None:
        said = etree.Element(w("rPr"))
        run.insert(0, said)
    return said


def _raise_by_height(paragraph: Node) -> None:
    """What stands above or below the rest of its line is raised or lowered. All of a
    line may be moved, as an initial letter is.
    """
    runs = [run for run in paragraph.iter(RUN) if text_of(run)]
    heights = {
        run: number(value(run, "rPr", "position") or "0", least=-HIGHEST, most=HIGHEST)
        for run in runs
    }
    if len(set(heights.values())) < 2:
        return

    for run, height in heights.items():
        is_seen = abs(height) >= RAISED or (height and _is_smaller(run, runs))
        if is_seen and child(run, "rPr", "vertAlign") is None:
            place = "superscript" if height > 0 else "subscript"
            etree.SubElement(_properties(run), w("vertAlign")).set(VAL, place)


def _is_smaller(run: Node, runs: Iterable[Node]) -> bool:
    """Whether a run says that its letters are smaller than others of its line."""
    sizes = {one: value(one, "rPr", "sz") for one in runs}
    own = number(sizes[run], least=0, most=HIGHEST)
    return own > 0 and any(
        not size or number(size, least=0, most=HIGHEST) > own for size in sizes.values()
    )
