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
# Nobody reads more at a stretch, unless it is one statement: a table, or a call.
MOST_LINES_AT_A_STRETCH = 14
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


def stretches_of(function: Function, lines: list[str]) -> Iterator[tuple[int, int]]:
    """The lines between two pauses of what a function does, the last one excluded.

    An arm of a match and a way out of a fault begin anew: each is read by itself.
    """
    body = statements_of(function)
    if not body:
        return

    begins, ends = body[0].lineno, (body[-1].end_lineno or 0) + 1
    anew = {
        part.pattern.lineno if isinstance(part, ast.match_case) else part.lineno
        for statement in body
        for part in ast.walk(statement)
        if isinstance(part, ast.match_case | ast.ExceptHandler)
    }
    for at in range(begins, ends):
        is_pause = not lines[at - 1].strip()
        if is_pause or at in anew:
            yield begins, at
            begins = at + is_pause
    yield begins, ends


def is_breathless(function: Function, lines: list[str]) -> bool:
    """Whether too many lines of several statements follow each other."""
    starts = [
        node.lineno
        for statement in statements_of(function)
        for node in ast.walk(statement)
        if isinstance(node, ast.stmt)
    ]
    return any(
        end - begin > MOST_LINES_AT_A_STRETCH
        and sum(begin <= start < end for start in starts) > 1
        for begin, end in stretches_of(function, lines)
    )


def dense_in(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        f"{path.name}:{node.lineno} {node.name}"
        for node in nodes_of(path)
        if isinstance(node, Function)
        and (is_dense(node, lines) or is_breathless(node, lines))
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


def test_a_function_has_a_pause_wherever_it_goes_on_for_long() -> None:
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
HALF = ASSIGNED[:7]
STRETCH = [*HALF, *HALF]  # as many lines as may follow each other
INDENTED = [f"    {line}" for line in [*STRETCH, "    return a1"]]
ARMS = [
    f"        case {at}:\n            b = {at}\n            return b"
    for at in "1234567"
]
TABLE = ["    return {", *(f'        "{at}": {at},' for at in range(20)), "    }"]


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
        (["def told(row):", "    b = 1", "", *STRETCH], []),
        (
            ["def told(row):", "    b = 1", "", *STRETCH, "    return b"],
            ["told.py:1 told"],
        ),
        (
            ["def told(row):", *STRETCH, "    return b", "", "    b = 1"],
            ["told.py:1 told"],
        ),
        (["def told(row):", "    b = 1", "", "    c = 1", *TABLE], ["told.py:1 told"]),
        (["def told(row):", "    b = 1", "    c = 1", "", *TABLE], []),
        (["def told(row):", "    match row:", *ARMS], []),
        (["def told(row):", "    for one in row:", *INDENTED], ["told.py:1 told"]),
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
