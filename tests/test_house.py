"""The house: who may import whom, how long things may grow, and what stands in no file."""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "registry"
MOST_LINES_OF_A_FUNCTION = 50
MOST_LINES_OF_A_MODULE = 400

# The floors of the house, lowest first: a module imports from its own floor and those below.
# What is not named is a service.
FLOORS = ("foundation", "models", "rules", "services", "surface")
PLACES = {
    "registry": "surface",
    "registry.api": "surface",
    "registry.cli": "surface",
    "registry.cli_appendix": "surface",
    "registry.cli_database": "surface",
    "registry.cli_intake": "surface",
    "registry.cli_offline": "surface",
    "registry.cli_users": "surface",
    "registry.services": "surface",
    "registry.web": "surface",
    "registry.coherence": "rules",
    "registry.deadlines": "rules",
    "registry.differences": "rules",
    "registry.fields": "rules",
    "registry.publishing.confusable": "rules",
    "registry.publishing.finding": "rules",
    "registry.publishing.gate_row_rules": "rules",
    "registry.publishing.gate_rules": "rules",
    "registry.publishing.gates": "rules",
    "registry.publishing.placeholders": "rules",
    "registry.publishing.states": "rules",
    "registry.search.danish": "rules",
    "registry.search.engine": "rules",
    "registry.search.language": "rules",
    "registry.search.lexicon": "rules",
    "registry.search.phrases": "rules",
    "registry.search.question": "rules",
    "registry.search.readwords": "rules",
    "registry.search.weights": "rules",
    "registry.search.rank": "rules",
    "registry.status": "rules",
    "registry.version_content": "rules",
    "registry.worddiff": "rules",
    "registry.models": "models",
    "registry.clock": "foundation",
    "registry.errors": "foundation",
    "registry.secret_key": "foundation",
    "registry.settings": "foundation",
    "registry.sorting": "foundation",
}
KNOW_FLASK = (
    # It hashes with werkzeug, whose scrypt comes with the framework anyway.
    "registry.accounts.passwords",
    "registry.api",
    "registry.cli",
    "registry.db",
    "registry.services",
    "registry.web",
)
WEB_FRAMEWORK = frozenset({"flask", "flask_login", "werkzeug", "waitress", "jinja2"})
STORAGE = frozenset({"sqlalchemy", "sqlmodel", "alembic", "whoosh", "sqlite3"})

# The brackets keep this file from holding what it looks for.
UNFINISHED = re.compile(r"\b([T]ODO|[F]IXME|[X]XX)\b")
PACKAGE_ADDRESSES = re.compile(
    r"[p]ypi\.org|[p]ythonhosted\.org|[n]pmjs\.(org|com)|[p]roxy\.golang\.org"
    r"|//[^\s\"']+/[s]imple\b|\"[r]esolved\":|[i]ndex-url[ =]",
    re.IGNORECASE,
)


class Import(NamedTuple):
    """One import: the module where it stands, its line, and the module asked for."""

    module: str
    line: int
    wanted: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.wanted}"


def sources(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def modules() -> dict[str, Path]:
    """The package's modules by name; migrations stand outside the house."""
    return {module_of(p): p for p in sources(PACKAGE) if "migrations" not in p.parts}


def imports_of(module: str) -> Iterator[Import]:
    """Every import of a module, also those inside functions."""
    for node in ast.walk(tree_of(modules()[module])):
        if isinstance(node, ast.Import):
            yield from (Import(module, node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = origin_of(module, node)
            for alias in node.names:
                inner = f"{origin}.{alias.name}"
                yield Import(module, node.lineno, inner if inner in modules() else origin)


def origin_of(module: str, node: ast.ImportFrom) -> str:
    """The absolute name of what stands after `from`."""
    if not node.level:
        return node.module or ""
    is_package = modules()[module].name == "__init__.py"
    up = node.level - is_package
    base = module.split(".")[: len(module.split(".")) - up]
    return ".".join([*base, node.module] if node.module else base)


def all_imports() -> list[Import]:
    return [found for module in modules() for found in imports_of(module)]


def is_in(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def floor_of(module: str) -> str:
    """The floor of the nearest package named; `registry` itself names only create_app."""
    parts = module.split(".")
    for length in range(len(parts), 1, -1):
        if ".".join(parts[:length]) in PLACES:
            return PLACES[".".join(parts[:length])]
    return PLACES["registry"] if module == "registry" else "services"


def described(found: list[Import]) -> list[str]:
    return [str(wrong) for wrong in found]


# The direction


def test_imports_go_from_the_surface_down_to_the_models() -> None:
    upwards = [
        found
        for found in all_imports()
        if is_in(found.wanted, "registry")
        and FLOORS.index(floor_of(found.wanted)) > FLOORS.index(floor_of(found.module))
    ]

    assert described(upwards) == []


def test_only_the_surface_and_the_database_know_flask() -> None:
    knowing = [
        found
        for found in all_imports()
        if found.wanted.split(".")[0] in WEB_FRAMEWORK
        and found.module != "registry"
        and not is_in(found.module, *KNOW_FLASK)
    ]

    assert described(knowing) == []


def test_rules_are_pure() -> None:
    impure = [
        found
        for found in all_imports()
        if floor_of(found.module) in ("foundation", "rules")
        and (found.wanted.split(".")[0] in STORAGE or is_in(found.wanted, "registry.db"))
    ]

    assert described(impure) == []


def test_pages_and_interfaces_write_no_sql() -> None:
    writing = [
        found
        for found in all_imports()
        if is_in(found.module, "registry.api", "registry.web", "registry.exports")
        and found.wanted.split(".")[0] in STORAGE
        and not found.wanted.endswith(".exc")
    ]

    assert described(writing) == []


def test_only_the_clock_reads_the_clock() -> None:
    """db stamps the names of its backups."""
    reading = [
        f"{module}:{node.lineno}"
        for module, path in modules().items()
        if module not in ("registry.clock", "registry.db")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and (node.func.value.id, node.func.attr)
        in (("datetime", "now"), ("datetime", "utcnow"), ("date", "today"))
    ]

    assert reading == []


def test_scripts_are_never_imported() -> None:
    scripts = {path.stem for path in (ROOT / "scripts").glob("*.py")} | {"scripts"}

    assert described([f for f in all_imports() if f.wanted.split(".")[0] in scripts]) == []


def test_nothing_is_imported_that_is_not_there() -> None:
    missing = [
        found
        for found in all_imports()
        if is_in(found.wanted, "registry") and found.wanted not in modules()
    ]

    assert described(missing) == []


# The size


def test_no_function_is_longer_than_fifty_lines() -> None:
    """Migrations are written by Alembic, one table after the other."""
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {length} lines"
        for path in sources(PACKAGE, ROOT / "scripts", ROOT / "tests")
        if "migrations" not in path.parts
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    ]

    assert long == []


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources(PACKAGE, ROOT / "scripts")
        if "migrations" not in path.parts
    }

    assert {name: n for name, n in lengths.items() if n > MOST_LINES_OF_A_MODULE} == {}


# What stands in no file


@cache
def tracked_texts() -> dict[str, str]:
    """The text files that git keeps or would keep, by path."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: what is tracked is not known")
    listing = [git, "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True).stdout.decode()
    found = {}
    for name in filter(None, names.split("\0")):
        path = ROOT / name
        data = path.read_bytes() if path.is_file() else b""
        if b"\0" not in data:
            found[name] = data.decode("utf-8", errors="replace")
    return found


def places_of(pattern: re.Pattern[str], suffixes: tuple[str, ...] = ("",)) -> list[str]:
    return [
        f"{name}:{at}: {line.strip()[:80]}"
        for name, text in tracked_texts().items()
        if name.endswith(suffixes)
        for at, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_nothing_is_left_unfinished_in_the_code() -> None:
    assert places_of(UNFINISHED, (".py", ".html", ".css", ".js", ".toml", ".yaml")) == []


def test_no_file_names_the_address_of_a_package_registry() -> None:
    assert places_of(PACKAGE_ADDRESSES) == []
