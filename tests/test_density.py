"""How the code breathes: where a reader may pause, and what is said of each public
part.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_house import PACKAGE, ROOT, nodes_of, sources, tree_of

# A body over so many lines is parted; one of few statements is a table or a call.
MOST_LINES_WITHOUT_A_PAUSE = 8
FEWEST_STATEMENTS = 3
# Their functions are pages and answers: what they are stands in their addresses.
SURFACE = ("api", "web")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def statements_of(function: Function) -> list[ast.stmt]:
    """What a function does, less its docstring."""
    return function.body[ast.get_docstring(function) is not None :]


def is_dense(function: Function, lines: list[str]) -> bool:
    """Whether a function loads, decides and answers without a blank line between."""
    body = statements_of(function)
    if len(body) < FEWEST_STATEMENTS:
        return False

    first, last = body[0].lineno, body[-1].end_lineno or 0
    is_short = last - first + 1 <= MOST_LINES_WITHOUT_A_PAUSE
    return not is_short and all(line.strip() for line in lines[first - 1 : last])


def dense_in(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        f"{path.name}:{node.lineno} {node.name}"
        for node in nodes_of(path)
        if isinstance(node, Function) and is_dense(node, lines)
    ]


def undocumented(body: list[ast.stmt], within: str = "") -> Iterator[str]:
    """The public classes, functions, methods and properties without a docstring."""
    for node in body:
        if not isinstance(node, ast.ClassDef | Function) or node.name.startswith("_"):
            continue

        if ast.get_docstring(node) is None:
            yield f"{within}{node.name}"
        if isinstance(node, ast.ClassDef):
            yield from undocumented(node.body, f"{within}{node.name}.")


def code() -> list[Path]:
    """The code, but for the migrations: Alembic writes them, one table after the
    other.
    """
    return [
        path
        for path in sources(PACKAGE, ROOT / "scripts")
        if "migrations" not in path.parts
    ]


def test_a_function_over_eight_lines_has_a_pause() -> None:
    assert [found for path in code() for found in dense_in(path)] == []


def test_what_lies_below_the_surface_says_what_it_is() -> None:
    surface = [PACKAGE / room for room in SURFACE]
    silent = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in code()
        if path.is_relative_to(PACKAGE)
        and not any(path.is_relative_to(room) for room in surface)
        for name in undocumented(tree_of(path).body)
    ]

    assert all(room.is_dir() for room in surface)
    assert silent == []


ASSIGNED = [f"    a{at} = row[{at}]" for at in range(8)]
LONG = ["def told(row):", *ASSIGNED, "    return a1"]


@pytest.mark.parametrize(
    ("written", "dense"),
    [
        (LONG, ["told.py:1 told"]),
        ([*LONG[:-1], "", LONG[-1]], []),
        ([*LONG[:1], '    """One.', "", '    Two."""', *LONG[1:]], ["told.py:1 told"]),
        (LONG[:9], []),
        (["def told(row):", "    return (", *["        1,"] * 20, "    )"], []),
        (["async " + LONG[0], *LONG[1:]], ["told.py:1 told"]),
        (["class Row:", *(f"    {line}" for line in LONG)], ["told.py:2 told"]),
    ],
)
def test_a_pause_is_a_blank_line_after_the_docstring(
    tmp_path: Path, written: list[str], dense: list[str]
) -> None:
    path = tmp_path / "told.py"
    path.write_text("\n".join(written) + "\n", encoding="utf-8")

    assert dense_in(path) == dense


def test_only_what_is_public_is_to_say_what_it_does() -> None:
    written = """
def said():
    "Said."
def silent(): ...
def _own(): ...
class Row:
    def names(self): ...
    def _key(self): ...
class _Own:
    def name(self): ...
"""
    silent = ["silent", "Row", "Row.names"]

    assert list(undocumented(ast.parse(written).body)) == silent
