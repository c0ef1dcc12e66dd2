"""The modules that the copy for bad days takes along: those that `reader.py` imports,
and those that they import. What is only imported for types stays behind.
"""

import ast
import importlib.util
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
BEGINNING = "registry.offline.reader"
# It makes the app, which stays behind.
EMPTY = {"registry/__init__.py": ""}
STEMMER = "snowballstemmer"
STEMMER_FILES = ("among.py", "basestemmer.py", "danish_stemmer.py")
# The package's own __init__ has every language.
STEMMER_INIT = """\
from snowballstemmer.danish_stemmer import DanishStemmer


def stemmer(language):
    return {"danish": DanishStemmer}[language]()
"""


@cache
def modules() -> dict[str, str]:
    """Each file by its path, with its text; the same release gives the same."""
    texts = {path: _text(path) for path in sorted(_paths(BEGINNING, set()))}
    words = PACKAGE / "language" / "words"
    lists = {
        f"registry/language/words/{path.name}": path.read_text(encoding="utf-8")
        for path in sorted(words.glob("*.txt"))
    }
    return {**texts, **lists, **_stemmer()}


def wanted_of(text: str) -> Iterator[str]:
    """The modules that a text imports, or may: `from x import y` may mean x.y."""
    for node in _running(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """Everything in a module but what stands under `if TYPE_CHECKING`."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not _is_for_types(child):
            yield from _running(child)


def _is_for_types(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
    )


def _paths(module: str, seen: set[str]) -> set[str]:
    """The paths of a module, the packages that it lies in, and all that they import."""
    parts = module.split(".")
    for length in range(1, len(parts) + 1):
        path = _path(parts[:length])
        if path and path not in seen:
            seen.add(path)
            for wanted in wanted_of(_text(path)):
                if wanted.split(".")[0] == "registry":
                    _paths(wanted, seen)

    return seen


def _path(parts: list[str]) -> str | None:
    base = PACKAGE.parent.joinpath(*parts)
    for path in (base / "__init__.py", base.with_suffix(".py")):
        if path.is_file():
            return path.relative_to(PACKAGE.parent).as_posix()
    return None


def _text(path: str) -> str:
    if path in EMPTY:
        return EMPTY[path]
    return (PACKAGE.parent / path).read_text(encoding="utf-8")


def _stemmer() -> dict[str, str]:
    """The Danish rules of Snowball, without those of other languages."""
    spec = importlib.util.find_spec(STEMMER)
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent
    files = {
        f"{STEMMER}/{name}": (folder / name).read_text(encoding="utf-8")
        for name in STEMMER_FILES
    }

    return {**files, f"{STEMMER}/__init__.py": STEMMER_INIT}
