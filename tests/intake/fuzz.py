"""Word files spoiled at random, each read: python -m tests.intake.fuzz [HOW MANY
[FIRST]].

Tells as JSON how each ended, the slowest and the most memory that a reading took.
"""

import io
import json
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from lxml import etree

from registry.errors import BadInput
from registry.exports.docx import render
from registry.intake import docx
from registry.intake.docx.xml import w
from tests.exports.samples_document import every_block
from tests.intake.docx_files import (
    bold,
    deleted,
    inserted,
    item,
    p,
    packed,
    part,
    parts_of,
    r,
    table,
)

HOW_MANY = 200
NUMBERS = ("", "-1", "0", "999999999", "9" * 400, "1e9", "abc", "\u0663", "NaN")
DEEP = (300, 3000, 20000)
Parts = dict[str, bytes]
Chance = random.Random


def samples() -> list[Parts]:
    """A file of the catalogue's own, and one with something of everything."""
    own = render(every_block())
    with zipfile.ZipFile(io.BytesIO(own)) as file:
        written = {name: file.read(name) for name in file.namelist()}
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    merged = (
        '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge '
        'w:val="restart"/></w:tcPr><w:p/></w:tc>'
    )
    body = (
        p("Aftale", style="Titel"),
        p("Formål", style="Overskrift1", more='<w:outlineLvl w:val="0"/>'),
        p("Tekst ", note, inserted(r("nyt")), deleted("gammelt")),
        *(bold("3.2 Økonomi"), p("Kommunen betaler."), p("Citat", style="Citat")),
        *(
            item("a", 1),
            item("b", 2, level=1),
            item("c", 3),
            p("d", style="Opstilling"),
        ),
        table(
            ["Hvem", "Hvad", "Frist"],
            ["Kommune", merged],
            [table(["x", "y"]), "z", "æ"],
        ),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('felt')}</w:sdtContent></w:sdt>",
        p(
            f"<w:r><w:pict><v:textbox><w:txbxContent>{p('boks')}</w:txbxContent>"
            "</v:textbox></w:pict></w:r>"
        ),
        p(
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
            "<m:oMath><m:t>x</m:t></m:oMath>",
        ),
    )
    notes = part("footnotes", f'<w:footnote w:id="2">{p("Noten.")}</w:footnote>')
    rich = parts_of(
        "".join(body),
        [("f", "footnotes", "footnotes.xml")],
        {"word/footnotes.xml": notes},
    )
    return [written, rich]


# Spoiling the archive


def flip(parts: Parts, chance: Chance) -> bytes:
    content = bytearray(packed(parts))
    for _ in range(chance.randint(1, 20)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def cut(parts: Parts, chance: Chance) -> bytes:
    content = packed(parts)
    return content[: chance.randrange(len(content))]


def drop_part(parts: Parts, chance: Chance) -> bytes:
    left = dict(parts)
    del left[chance.choice(sorted(left))]
    return packed(left)


def swap_parts(parts: Parts, chance: Chance) -> bytes:
    one, other = chance.sample(sorted(parts), 2)
    return packed(parts | {one: parts[other], other: parts[one]})


def spoil_text(parts: Parts, chance: Chance) -> bytes:
    name = chance.choice(sorted(parts))
    content = bytearray(parts[name])
    at = chance.randrange(len(content))
    content[at : at + chance.randint(0, 30)] = chance.randbytes(chance.randint(0, 5))
    return packed(parts | {name: bytes(content)})


# Spoiling the XML


def spoil_tree(
    spoil: Callable[[Any, Chance], None],
) -> Callable[[Parts, Chance], bytes]:
    def spoiled(parts: Parts, chance: Chance) -> bytes:
        names = [name for name in sorted(parts) if name.endswith((".xml", ".rels"))]
        weights = [5 if name.endswith("document.xml") else 1 for name in names]
        (name,) = chance.choices(names, weights)
        root = etree.fromstring(parts[name])
        spoil(root, chance)
        return packed(parts | {name: etree.tostring(root, encoding="utf-8")})

    spoiled.__name__ = spoil.__name__
    return spoiled


def one_of(root: Any, chance: Chance) -> Any:
    nodes = [node for node in root.iter() if node is not root]
    return chance.choice(nodes) if nodes else root


def remove(root: Any, chance: Chance) -> None:
    for _ in range(chance.randint(1, 10)):
        node = one_of(root, chance)
        if node is not root:
            node.getparent().remove(node)


def double(root: Any, chance: Chance) -> None:
    node = one_of(root, chance)
    for _ in range(chance.choice((1, 10, 1000))):
        node.addnext(deepcopy(node))


def move(root: Any, chance: Chance) -> None:
    for _ in range(5):
        node, place = one_of(root, chance), one_of(root, chance)
        if node is not place and node is not root and place not in list(node.iter()):
            place.append(node)


def rename(root: Any, chance: Chance) -> None:
    for _ in range(5):
        one_of(root, chance).tag = one_of(root, chance).tag


def nest(root: Any, chance: Chance) -> None:
    """Thousands of one element, each in the one before."""
    place = one_of(root, chance)
    names = [
        chance.choice(
            ("p", "tbl", "tr", "tc", "r", "ins", "del", "sdt", "txbxContent", "x")
        )
    ]
    names += ["tr", "tc"] if names == ["tbl"] else []
    for at in range(chance.choice(DEEP)):
        place = etree.SubElement(place, w(names[at % len(names)]))
    place.text = "dybt"


def misnumber(root: Any, chance: Chance) -> None:
    """Numbers that are none, or too large."""
    nodes = [node for node in root.iter() if node.attrib]
    for node in chance.sample(nodes, min(len(nodes), 10)):
        node.set(chance.choice(sorted(node.attrib)), chance.choice(NUMBERS))


def broaden(root: Any, chance: Chance) -> None:
    """Cells over a great many columns and rows."""
    for cell in root.iter(w("tc")):
        look = etree.SubElement(cell, w("tcPr"))
        etree.SubElement(look, w("gridSpan")).set(w("val"), chance.choice(NUMBERS))
        etree.SubElement(look, w("vMerge")).set(
            w("val"), chance.choice(("restart", "continue", "x"))
        )


def ring(root: Any, chance: Chance) -> None:
    """Styles based on each other, numberings that refer to each other."""
    for node in root.iter(
        w("basedOn"), w("abstractNumId"), w("numStyleLink"), w("numId")
    ):
        node.set(w("val"), one_of(root, chance).get(w("styleId")) or "1")
    for style in root.iter(w("style")):
        etree.SubElement(style, w("basedOn")).set(
            w("val"), style.get(w("styleId")) or ""
        )


def redirect(root: Any, chance: Chance) -> None:
    """Relations that lead elsewhere: to themselves, to nothing, out of the file."""
    targets = (
        "document.xml",
        "../word/document.xml",
        "/",
        "",
        "../../../x",
        "http://a.example/",
    )
    for node in root:
        if "Target" in node.attrib and chance.random() < 0.7:
            node.set("Target", chance.choice(targets))


def flood(root: Any, chance: Chance) -> None:
    """A great deal of text in one place."""
    node = one_of(root, chance)
    node.text = chance.choice(("x", " ", "a b ", "\t.")) * chance.choice(
        (1000, 100_000, 2_000_000)
    )


SPOILERS: tuple[Callable[[Parts, Chance], bytes], ...] = (
    *(flip, cut, drop_part, swap_parts, spoil_text),
    *map(spoil_tree, (remove, double, move, rename, nest, misnumber, broaden)),
    *map(spoil_tree, (ring, redirect, flood, remove, nest, misnumber)),
)


def spoiled(number: int) -> tuple[str, bytes]:
    """The file of that number, and how it was spoiled."""
    chance = Chance(number)
    spoil = SPOILERS[number % len(SPOILERS)]
    return spoil.__name__, spoil(chance.choice(SAMPLES), chance)


def ended(content: bytes) -> str:
    try:
        docx.read(content)
    except BadInput as error:
        return error.message
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "læst"


def most_memory() -> int:
    """Megabytes of the largest of the processes; 0 where the platform does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)


def main(how_many: int = HOW_MANY, first: int = 0) -> None:
    ends: Counter[str] = Counter()
    slowest = (0.0, "")
    for number in range(first, first + how_many):
        kind, content = spoiled(number)
        began = time.perf_counter()
        ends[ended(content)] += 1
        slowest = max(slowest, (time.perf_counter() - began, f"{kind} {number}"))
    report = {"ends": ends, "slowest": slowest, "memory": most_memory()}
    print(json.dumps(report, ensure_ascii=False, indent=1))


SAMPLES = samples()

if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
