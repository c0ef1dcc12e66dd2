"""The house: who may import whom, how long things may grow, where each module is
tested, and what stands in no file.
"""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from registry.exports.formats import EXPORTS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "registry"
WHOLE = "registry"
TEMPLATES = PACKAGE / "templates"
MOST_LINES_OF_A_FUNCTION = 50
MOST_LINES_OF_A_MODULE = 300

MOST_COLUMNS_OF_PYTHON = 88
MOST_COLUMNS_OF_A_TEMPLATE = 100
MOST_LOOSE_MODULES = 12

WEB_FRAMEWORK = frozenset({"flask", "flask_login", "flask_wtf", "werkzeug", "waitress"})
# Of the framework's libraries, what no page is made by: passwords are hashed with it.
NO_FRAMEWORK = frozenset({"werkzeug.security"})
STORAGE = frozenset({"sqlalchemy", "sqlmodel", "alembic", "whoosh", "sqlite3"})

# How the docstring of a test names a module that it covers besides its own.
MODULE_PATH = re.compile(r"registry/[\w/]+\.py")
# The brackets keep this file from holding what it looks for.
UNFINISHED = re.compile(r"\b([T]ODO|[F]IXME|[X]XX)\b")
PACKAGE_ADDRESSES = re.compile(
    r"[p]ypi\.org|[p]ythonhosted\.org|[n]pmjs\.(org|com)|[p]roxy\.golang\.org"
    r"|//[^\s\"']+/[s]imple\b|\"[r]esolved\":|[i]ndex-url[ =]",
    re.IGNORECASE,
)


class Import(NamedTuple):
    """One import: the module where it stands, its line, and the module asked for.

    `for_types`: it is for the type checker alone, and no import when the code runs.
    """

    module: str
    line: int
    wanted: str
    for_types: bool = False

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
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Every part of a module."""
    return tuple(ast.walk(tree_of(path)))


@cache
def modules() -> dict[str, Path]:
    """The package's modules by name; migrations stand outside the house."""
    return {module_of(p): p for p in sources(PACKAGE) if "migrations" not in p.parts}


@cache
def imports_of(module: str) -> tuple[Import, ...]:
    """Every import of a module: those inside functions too, and those of modules that
    a text names, which are imported by it or started as a program.
    """
    return tuple(_imports_of(module))


def _imports_of(module: str) -> Iterator[Import]:
    for_types = set(_for_types(nodes_of(modules()[module])))
    for node in nodes_of(modules()[module]):
        if isinstance(node, ast.Import):
            wanted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            origin = origin_of(module, node)
            inner = [f"{origin}.{alias.name}" for alias in node.names]
            wanted = [name if name in modules() else origin for name in inner]
        elif isinstance(node, ast.Constant):
            wanted = named_in(node)
        else:
            continue
        for name in wanted:
            yield Import(module, node.lineno, name, node in for_types)


def _for_types(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """What stands under `if TYPE_CHECKING`."""
    for node in nodes:
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
            for part in node.body:
                yield from ast.walk(part)


def named_in(text: ast.Constant) -> list[str]:
    """The module that a text names; the whole's name alone is other things' too."""
    name = str(text.value).partition(":")[0]
    return [name] if name != WHOLE and name in modules() else []


def origin_of(module: str, node: ast.ImportFrom) -> str:
    """The absolute name of what stands after `from`."""
    if not node.level:
        return node.module or ""
    is_package = modules()[module].name == "__init__.py"
    up = node.level - is_package
    base = module.split(".")[: len(module.split(".")) - up]
    return ".".join([*base, node.module] if node.module else base)


@cache
def all_imports() -> list[Import]:
    return [found for module in modules() for found in imports_of(module)]


def is_in(module: str, *packages: str) -> bool:
    return any(
        module == package or module.startswith(f"{package}.") for package in packages
    )


@cache
def floor_of(room: str) -> int:
    """The floor that a package says it stands on, in its __init__; a loose module
    stands just above the highest package that it imports, and so does the whole, which
    wires them.
    """
    if room == WHOLE or not is_package(room):
        below = [floor_of(found) for found in rooms_below(room)]
        return max(below, default=-1) + 1
    stated = [
        node.value.value
        for node in tree_of(modules()[room]).body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and [getattr(target, "id", "") for target in node.targets] == ["FLOOR"]
    ]
    assert len(stated) == 1, f"{room} says no FLOOR in its __init__"
    return int(stated[0])


def rooms_below(module: str) -> Iterator[str]:
    """The rooms and loose modules that a module of the ground floor imports; a circle
    has a test of its own, and is left out here.
    """
    for wanted in imports_of(module):
        found = sibling(wanted.wanted, WHOLE)
        if found and found != module and module not in reached_from(found):
            yield found


def is_package(module: str) -> bool:
    return module in modules() and modules()[module].name == "__init__.py"


def sibling(module: str, parent: str) -> str:
    """The part of `parent` in which a module lies; empty for one outside."""
    if not is_in(module, parent) or module == parent:
        return ""
    return ".".join(module.split(".")[: parent.count(".") + 2])


def rooms(found: Import) -> tuple[str, str]:
    """Where an import leads from and to: the two neighbours in the same package. Of the
    two that is the package itself, where its own __init__ imports or is imported.
    """
    here, there = found.module.split("."), found.wanted.split(".")
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    return ".".join(here[: same + 1]), ".".join(there[: same + 1])


@cache
def neighbours() -> dict[str, frozenset[str]]:
    """Whom each room, loose module and package's __init__ imports when it runs."""
    wanted: dict[str, set[str]] = {}
    for found in all_imports():
        here, there = rooms(found)
        if here != there and is_in(there, WHOLE) and not found.for_types:
            wanted.setdefault(here, set()).add(there)
    return {room: frozenset(others) for room, others in wanted.items()}


@cache
def reached_from(room: str) -> frozenset[str]:
    """All that a room leads to by imports, through others; itself, where it is one of a
    circle.
    """
    reached, waiting = set[str](), [room]
    while waiting:
        for there in neighbours().get(waiting.pop(), frozenset()) - reached:
            reached.add(there)
            waiting.append(there)
    return frozenset(reached)


def described(found: list[Import]) -> list[str]:
    return [str(wrong) for wrong in found]


# The direction


def test_imports_go_down_the_floors() -> None:
    """So no two packages import each other, nor any in a circle.

    Between the packages of one package the same holds; a loose module of the ground
    floor stands as high as what it imports, and the whole above all that it wires.
    """
    wrong = []
    for found in all_imports():
        here, there = rooms(found)
        if here in (there, WHOLE) or not is_in(there, WHOLE):
            continue
        loose = here.count(".") > 1 and not (is_package(here) and is_package(there))
        if not loose and floor_of(there) >= floor_of(here):
            wrong.append(found)

    assert described(wrong) == []


def test_no_module_is_one_of_a_circle() -> None:
    """Neither rooms, nor loose modules, nor a loose module and a room beside it."""
    assert [room for room in sorted(neighbours()) if room in reached_from(room)] == []


@pytest.fixture
def another_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A house of the test's own, in which the rules above look for their modules."""
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    monkeypatch.setitem(globals(), "PACKAGE", tmp_path / WHOLE)
    monkeypatch.setitem(globals(), "TEMPLATES", tmp_path / WHOLE / "templates")
    forget()
    yield tmp_path / WHOLE
    forget()


def forget() -> None:
    for known in (modules, imports_of, all_imports, floor_of, neighbours, reached_from):
        known.cache_clear()


def build(house: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = house / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


WIRED = {
    "__init__.py": "def create_app():\n    from registry import high\n",
    "low/__init__.py": "FLOOR = 0\n",
    "high/__init__.py": "FLOOR = 1\n",
}


@pytest.mark.parametrize(
    "line",
    ["from registry import create_app", "import registry", "import registry.high"],
)
def test_who_asks_for_the_whole_house_is_seen(another_house: Path, line: str) -> None:
    build(another_house, {**WIRED, "low/a.py": f"{line}\n"})

    with pytest.raises(AssertionError, match=r"low\.a:1 imports registry"):
        test_imports_go_down_the_floors()


@pytest.mark.parametrize(
    "line",
    [
        'WRITES = ("pdf", "registry.high.b")',
        'def write():\n    return import_module("registry.high.b").render',
        'PROGRAM = ("python", "-m", "registry.high.b:main")',
    ],
)
def test_a_module_that_a_text_names_is_an_import(
    another_house: Path, line: str
) -> None:
    build(another_house, {**WIRED, "low/a.py": f"{line}\n", "high/b.py": ""})

    with pytest.raises(AssertionError, match=r"low\.a:\d imports registry\.high\.b"):
        test_imports_go_down_the_floors()


@pytest.mark.parametrize(
    "line",
    [
        'LOGGER = "registry"',
        'FILE = "registry.css"',
        '"""It is for registry.high.b."""',
    ],
)
def test_a_text_that_names_no_module_is_no_import(
    another_house: Path, line: str
) -> None:
    build(another_house, {**WIRED, "low/a.py": f"{line}\n", "high/b.py": ""})

    test_imports_go_down_the_floors()


@pytest.mark.parametrize(
    "files",
    [
        {"low/a.py": "import registry.b", "b.py": "from registry.low import a"},
        {"a.py": "from registry import b", "b.py": "import registry.a"},
        {"low/a.py": "import registry.low.b", "low/b.py": "from . import a"},
        {"low/a.py": "import registry.low.c.d", "low/c/d.py": "from .. import a"},
        {
            "low/a.py": "from registry.low import FLOOR",
            "low/__init__.py": "from . import a\nFLOOR = 0",
        },
    ],
    ids=["a room", "on the ground", "in a room", "a room's room", "a room's own"],
)
def test_a_circle_of_a_loose_module_is_seen(
    another_house: Path, files: dict[str, str]
) -> None:
    inner = {"low/c/__init__.py": "FLOOR = 0\n"}
    build(another_house, {**WIRED, **inner, **files})

    with pytest.raises(AssertionError):
        test_no_module_is_one_of_a_circle()


def test_what_is_imported_for_the_type_checker_alone_makes_no_circle(
    another_house: Path,
) -> None:
    typed = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import registry.b"
    build(another_house, {**WIRED, "a.py": typed, "b.py": "import registry.a"})

    test_no_module_is_one_of_a_circle()


def test_few_modules_stand_outside_the_rooms() -> None:
    loose = [
        name for name in modules() if name.count(".") == 1 and not is_package(name)
    ]

    assert len(loose) <= MOST_LOOSE_MODULES, loose


def stands_below_the_web(module: str) -> bool:
    """Whether a module lies in a room below the web's, or loose where such a room, or
    what stands below the web itself, imports it.
    """
    room = sibling(module, WHOLE)
    if not room:
        return False
    if is_package(room):
        return floor_of(room) < floor_of("registry.web")
    asking = (other for other in neighbours() if other.count(".") == 1)
    return any(
        room in reached_from(other) and stands_below_the_web(other)
        for other in asking
        if is_package(other)
    )


def test_nothing_below_the_web_knows_its_framework() -> None:
    """What lies loose may where only the web and what stands above it asks for it."""
    knowing = [
        found
        for found in all_imports()
        if found.wanted.split(".")[0] in WEB_FRAMEWORK
        and found.wanted not in NO_FRAMEWORK
        and stands_below_the_web(found.module)
    ]

    assert described(knowing) == []


@pytest.mark.parametrize(
    ("asking", "is_seen"),
    [("low/a.py", True), ("high/a.py", False), ("web/a.py", False)],
)
def test_what_lies_loose_knows_the_framework_where_only_the_web_asks_for_it(
    another_house: Path, asking: str, is_seen: bool
) -> None:
    above = {"web/__init__.py": "FLOOR = 1", "high/__init__.py": "FLOOR = 2"}
    loose = {"loose.py": "import flask", asking: "import registry.loose"}
    build(another_house, {**WIRED, **above, **loose})

    if is_seen:
        with pytest.raises(AssertionError, match="loose:1 imports flask"):
            test_nothing_below_the_web_knows_its_framework()
    else:
        test_nothing_below_the_web_knows_its_framework()


def test_what_stands_below_the_storage_is_pure() -> None:
    """All but the tables themselves."""
    impure = [
        found
        for found in all_imports()
        if (room := sibling(found.module, "registry"))
        and room != "registry.models"
        and floor_of(room) < floor_of("registry.storage")
        and found.wanted.split(".")[0] in STORAGE
    ]

    assert described(impure) == []


def test_the_gates_are_pure() -> None:
    impure = [
        found
        for found in all_imports()
        if is_in(found.module, "registry.gates")
        and (
            found.wanted.split(".")[0] in STORAGE
            or is_in(found.wanted, "registry.storage")
        )
    ]

    assert described(impure) == []


def test_what_stands_above_the_drafts_writes_no_sql() -> None:
    """Documents, what is taken in, pages and commands ask the services below them."""
    writing = [
        found
        for found in all_imports()
        if (room := sibling(found.module, WHOLE))
        and floor_of(room) > floor_of("registry.publishing")
        and found.wanted.split(".")[0] in STORAGE
        and not found.wanted.endswith(".exc")
    ]

    assert described(writing) == []


def test_only_the_clock_reads_the_clock() -> None:
    """db stamps the names of its backups."""
    reading = [
        f"{module}:{node.lineno}"
        for module, path in modules().items()
        if module not in ("registry.clock", "registry.storage.db")
        for node in nodes_of(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and (node.func.value.id, node.func.attr)
        in (("datetime", "now"), ("datetime", "utcnow"), ("date", "today"))
    ]

    assert reading == []


def test_scripts_are_never_imported() -> None:
    scripts = {path.stem for path in (ROOT / "scripts").glob("*.py")} | {"scripts"}

    assert (
        described([f for f in all_imports() if f.wanted.split(".")[0] in scripts]) == []
    )


def test_nothing_is_imported_that_is_not_there() -> None:
    missing = [
        found
        for found in all_imports()
        if is_in(found.wanted, "registry") and found.wanted not in modules()
    ]

    assert described(missing) == []


# Templates


def templates_named(text: str) -> list[str]:
    return re.findall(r"[\"']([\w./-]+\.html)[\"']", text)


def rooms_of_templates() -> list[str]:
    """What the folders of templates are called: as the rooms of the web, but for its
    frame, whose templates serve all and are shared.
    """
    rooms = {path.parent.name for path in PACKAGE.glob("web/*/__init__.py")}
    return sorted(rooms - {"frame"})


def takers() -> Iterator[tuple[Path, str]]:
    """Each file of the package with every template that it names."""
    for path in (*sources(PACKAGE), *sorted(PACKAGE.rglob("*.html"))):
        for name in templates_named(path.read_text(encoding="utf-8")):
            yield path, name


def test_every_template_lies_in_the_folder_of_a_room() -> None:
    """But for what one package fills by itself: that lies with the code that names
    it.
    """
    folders = {TEMPLATES / room for room in (*rooms_of_templates(), "shared")}
    named = {(path.parent, name) for path, name in takers()}
    strange = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.html"))
        if path.parent not in folders
        and (path.is_relative_to(TEMPLATES) or (path.parent, path.name) not in named)
    ]

    assert strange == []


def test_a_template_serves_its_own_room() -> None:
    """Those of templates/reader serve web/reader and one another, and so on; neither
    the API nor any other package takes them. templates/shared serves all.
    """
    strange = [
        f"{path.relative_to(PACKAGE)} takes {name}"
        for path, name in takers()
        if (room := name.partition("/")[0]) in rooms_of_templates()
        and not path.is_relative_to(PACKAGE / "web" / room)
        and not path.is_relative_to(TEMPLATES / room)
    ]

    assert strange == []


def test_every_template_that_is_named_is_there() -> None:
    missing = [
        f"{path.relative_to(PACKAGE)} takes {name}"
        for path, name in takers()
        if "/" in name and not (TEMPLATES / name).is_file()
    ]

    assert missing == []


def test_every_template_is_taken_by_something() -> None:
    there = {
        path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")
    }

    assert there - {name for _, name in takers()} == set()


PAGE = {"web/reader/__init__.py": "", "web/frame/__init__.py": ""}


@pytest.mark.parametrize(
    "name",
    [
        *("templates/loose.html", "templates/other/a.html"),
        *("templates/reader/in/a.html", "web/reader/a.html", "offline/a.html"),
    ],
)
def test_a_template_beside_its_folder_is_seen(another_house: Path, name: str) -> None:
    build(another_house, {**PAGE, name: ""})

    with pytest.raises(AssertionError, match=Path(name).name):
        test_every_template_lies_in_the_folder_of_a_room()


@pytest.mark.parametrize("taker", ["api/a.py", "web/frame/a.py", "web/__init__.py"])
def test_a_room_s_template_that_another_takes_is_seen(
    another_house: Path, taker: str
) -> None:
    build(another_house, {**PAGE, taker: 'a = "reader/a.html"\n'})

    with pytest.raises(AssertionError, match=f"{taker} takes reader/a.html"):
        test_a_template_serves_its_own_room()


# The size


def test_no_function_is_longer_than_fifty_lines() -> None:
    """Migrations are written by Alembic, one table after the other."""
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {length} lines"
        for path in sources(PACKAGE, ROOT / "scripts", ROOT / "tests")
        if "migrations" not in path.parts
        for node in nodes_of(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1)
        > MOST_LINES_OF_A_FUNCTION
    ]

    assert long == []


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def is_mainly_a_table(path: Path) -> bool:
    """Whether more than half of a module's lines are data, not code: values that it
    assigns, and calls that it makes, at its outermost level, and classes that hold
    nothing but values.
    """
    rows = sum(
        (node.end_lineno or 0) - node.lineno + 1
        for node in tree_of(path).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call))
        or (isinstance(node, ast.ClassDef) and holds_only_values(node))
    )
    return rows * 2 > lines_of(path)


def holds_only_values(node: ast.ClassDef) -> bool:
    """Whether a class has fields with values, what is said of them, and no methods."""
    return all(
        (isinstance(part, ast.AnnAssign) and part.value is not None)
        or (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))
        for part in node.body
    )


def test_no_module_but_tables_is_longer_than_three_hundred_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sources(PACKAGE, ROOT / "scripts")
        if "migrations" not in path.parts
        and (lines := lines_of(path)) > MOST_LINES_OF_A_MODULE
        and not is_mainly_a_table(path)
    }

    assert long == {}


def test_a_table_is_told_from_code_of_the_same_length(tmp_path: Path) -> None:
    table, code = tmp_path / "table.py", tmp_path / "code.py"
    table.write_text("ROWS = (\n" + "    1,\n" * 400 + ")\n", encoding="utf-8")
    code.write_text("def rows():\n" + "    yield 1\n" * 400, encoding="utf-8")

    assert is_mainly_a_table(table)
    assert not is_mainly_a_table(code)


def lines_over(columns: int, paths: Iterable[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{at}"
        for path in paths
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > columns
    ]


def test_no_line_of_python_is_longer_than_eighty_eight_columns() -> None:
    """The formatter breaks no string, and the linter lets pass a line without a space,
    or with a word to the linter or the type checker at its end.
    """
    written = sources(PACKAGE, ROOT / "scripts", ROOT / "tests")

    assert lines_over(MOST_COLUMNS_OF_PYTHON, written) == []


def test_no_line_of_a_template_is_longer_than_a_hundred_columns() -> None:
    """Nothing formats templates. That of the copy for bad days lies with its code."""
    written = sorted(PACKAGE.rglob("*.html"))

    assert PACKAGE / "offline/offline.html" in written
    assert lines_over(MOST_COLUMNS_OF_A_TEMPLATE, written) == []


# The first argument

# What carries the catalogue: where one is given any of these, it is the first thing
# that it is given.
CARRIERS = frozenset({"Catalogue", "Engine", "Session", "Connection", "Snapshot"})


def is_service(module: str) -> bool:
    """Whether a module stands on the storage's floor or above it, and below the web.

    Only the search is first given what is asked, and then where to look for it.
    """
    room = sibling(module, WHOLE)
    if not room or room == "registry.search" or not is_package(room):
        return False
    return floor_of("registry.storage") <= floor_of(room) < floor_of("registry.web")


def test_a_service_is_first_given_what_carries_the_catalogue() -> None:
    wrong = [
        f"{module}:{node.lineno} {node.name}"
        for module, path in modules().items()
        if is_service(module)
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        for given in [[getattr(a.annotation, "id", "") for a in node.args.args]]
        if CARRIERS & {*given} and given[0] not in CARRIERS
    ]

    assert wrong == []


# The tests


def own_test_of(module: Path) -> Path:
    """registry/x/y_.py is tested by tests/x/test_y.py."""
    place = module.relative_to(PACKAGE)
    return ROOT / "tests" / place.with_name(f"test_{place.stem.strip('_')}.py")


def named_in_tests() -> Iterator[tuple[Path, str]]:
    """Each test file with every module that its docstring says it covers too."""
    for test in sources(ROOT / "tests"):
        if test.name.startswith("test_"):
            docstring = ast.get_docstring(tree_of(test)) or ""
            yield from ((test, path) for path in MODULE_PATH.findall(docstring))


def written_by_a_format() -> Iterator[str]:
    """The modules of EXPORTS: every format there is goes through test_formats.py."""
    for export in EXPORTS:
        yield f"{export.module.replace('.', '/')}.py"


def test_every_module_is_tested_by_a_file_of_its_own_or_by_one_that_names_it() -> None:
    named = {*(path for _, path in named_in_tests()), *written_by_a_format()}
    untested = [
        shown
        for path in modules().values()
        if path.name != "__init__.py"
        and not own_test_of(path).exists()
        and (shown := path.relative_to(ROOT).as_posix()) not in named
    ]

    assert untested == []


def test_no_test_names_a_module_that_is_not_there() -> None:
    gone = [
        f"{test.relative_to(ROOT)} names {path}"
        for test, path in named_in_tests()
        if not (ROOT / path).is_file()
    ]

    assert gone == []


# What stands in no file


@cache
def tracked_texts() -> dict[str, str]:
    """The text files that git keeps or would keep, by path."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: what is tracked is not known")
    listing = [git, "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(
        listing, cwd=ROOT, check=True, capture_output=True
    ).stdout.decode()
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
    assert (
        places_of(UNFINISHED, (".py", ".html", ".css", ".js", ".toml", ".yaml")) == []
    )


def test_no_file_names_the_address_of_a_package_registry() -> None:
    assert places_of(PACKAGE_ADDRESSES) == []
