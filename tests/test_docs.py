"""The documents keep up with the code."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

from registry.settings import ROOT, SETTINGS, Setting

DOCUMENT = ROOT / "docs" / "settings.md"


def documented() -> dict[str, str]:
    """The rows of the settings' table: the variable, and the rest of its row."""
    rows = re.findall(
        r"^\| `(REGISTRY_\w+)` \|(.*)$", DOCUMENT.read_text(encoding="utf-8"), re.M
    )
    return dict(rows)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_documented_with_its_default(setting: Setting) -> None:
    rows = documented()
    default = str(setting.default).removeprefix("sqlite:///")
    if Path(default).is_relative_to(ROOT):
        default = Path(default).relative_to(ROOT).as_posix()

    assert f"REGISTRY_{setting.name}" in rows, (
        f"add a row to {DOCUMENT.relative_to(ROOT)}"
    )
    assert not default or f"`{default}`" in rows[f"REGISTRY_{setting.name}"]


def test_no_setting_is_documented_that_is_gone() -> None:
    assert set(documented()) == {f"REGISTRY_{setting.name}" for setting in SETTINGS}


CODE = "|".join(("py", "js", "css", "html", "md", "tsv", "txt", "yaml", "toml", "mako"))
FENCED = re.compile(r"^```.*?^```", re.M | re.S)
QUOTED = re.compile(r"`([^`\n]+)`")
# A path has the ending of a file or of a folder, or begins with a folder of the
# repository's; what begins with a slash is a page.
PATH = re.compile(
    rf"(?!/)(?:(?:[\w.*-]+/)*[\w*-]+\.(?:{CODE})|(?:[\w.*-]+/)+"
    r"|(?:registry|tests|docs|scripts|content)/[\w./*-]+)"
)
MODULE = re.compile(r"(?:registry|tests|scripts)(?:\.[a-z_]\w*)+")
# What a document calls any module, or the file that a command is given.
ANY = re.compile(r"(^|/)x/|^FIL\.")


def ran(*command: str) -> str:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: what is tracked is not known")
    done = subprocess.run(
        [git, *command], cwd=ROOT, check=False, capture_output=True, text=True
    )
    return done.stdout


@cache
def tracked() -> tuple[str, ...]:
    return tuple(ran("ls-files", "--cached", "--others", "--exclude-standard").split())


@cache
def kept() -> frozenset[str]:
    """Every file of the repository, and every folder that has one."""
    folders = {up.as_posix() for path in tracked() for up in Path(path).parents}
    return frozenset({*tracked(), *folders})


def documents() -> list[str]:
    """What is written about the repository; what lies under content and tests is its
    data.
    """
    return [
        path
        for path in tracked()
        if path.endswith(".md") and not path.startswith(("content/", "tests/"))
    ]


def quoted(text: str) -> Iterator[tuple[int, str]]:
    """The words in backticks with their lines; commands stand in fences and have tests
    of their own.
    """
    blanked = FENCED.sub(lambda fenced: "\n" * fenced[0].count("\n"), text)
    for at, line in enumerate(blanked.splitlines(), 1):
        for said in QUOTED.findall(line):
            yield from ((at, word) for word in said.split())


def is_there(path: str) -> bool:
    """Whether a path is one of the repository's, or the end of one: documents leave out
    the folder that they are about. A star stands for any name.
    """
    ending = path.rstrip("/")
    if "*" in ending:
        return any(
            fnmatch(one, ending) or fnmatch(one, f"*/{ending}") for one in kept()
        )
    return any(one == ending or one.endswith(f"/{ending}") for one in kept())


def is_made(path: str) -> bool:
    """Whether a path is one that git is to ignore: it comes by installing or running,
    as what lies in it does.
    """
    above = [up.as_posix() for up in reversed(Path(path, "x").parents)][1:]
    ways = (way for up in above for way in (up, f"{up}/"))
    return any(ran("check-ignore", "--no-index", way) for way in ways)


def is_dotted(word: str) -> bool:
    """Whether a word names a module with dots, and is no file such as registry.css."""
    return bool(MODULE.fullmatch(word) and not PATH.fullmatch(word))


def names_a_module(word: str) -> bool:
    """Whether the modules that a dotted name begins with lead to one: what follows it
    is a name in it.
    """
    parts = word.split(".")
    paths = ("/".join(parts[:end]) for end in (len(parts), len(parts) - 1))
    return any(
        f"{path}.py" in kept() or path in kept() for path in paths if "/" in path
    )


def stale(text: str) -> Iterator[str]:
    """The paths and modules that a document names and the repository does not have."""
    for at, word in quoted(text):
        path = word.partition("::")[0].rstrip(",.;:)").lstrip("(")
        if ANY.search(path):
            continue
        if PATH.fullmatch(path) and not is_there(path) and not is_made(path):
            yield f"{at}: {word}"
        if is_dotted(path) and not names_a_module(path):
            yield f"{at}: {word}"


def test_every_path_that_a_document_names_is_there() -> None:
    found = [
        f"{name}:{gone}"
        for name in documents()
        for gone in stale((ROOT / name).read_text(encoding="utf-8"))
    ]

    assert {"README.md", "CONTRIBUTING.md", "docs/decisions/0009-house.md"} <= {
        *documents()
    }
    assert found == []


@pytest.mark.parametrize(
    "said",
    [
        *("registry/gone.py", "search/gone.py", "gone.py", "docs/gone/", "gone/*.yaml"),
        *("python scripts/gone.py --all", "registry.search.gone.ask"),
    ],
)
def test_a_stale_path_is_seen(said: str) -> None:
    assert list(stale(f"Se `{said}`.")) != []


# «`LABELS` (`registry/storage/trail_tables.py`)»: a name, and where it stands.
NAMED_IN = re.compile(r"`(\w+)[^`\n]*` \(`(registry/[\w/]+\.py)`")


def misplaced(text: str) -> list[str]:
    """The names that do not stand in the file which a document gives for them."""
    return [
        f"{name} in {path}"
        for name, path in NAMED_IN.findall(text)
        if not re.search(rf"\b{name}\b", (ROOT / path).read_text(encoding="utf-8"))
    ]


def test_every_name_stands_in_the_file_that_is_given_for_it() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert ("ACTS", "registry/publishing/states.py") in NAMED_IN.findall(text)
    assert misplaced(text) == []


def test_a_name_that_stands_elsewhere_is_seen() -> None:
    said = "dens navn i `LABELS` (`registry/storage/trail_checks.py`)"

    assert misplaced(said) == ["LABELS in registry/storage/trail_checks.py"]


@pytest.mark.parametrize(
    "said",
    [
        *("registry/settings.py", "search/ask.py", "ask.py", "docs/", "docs/decisions"),
        *("vocabulary/*.yaml", "python scripts/setup_assets.py", "/soeg", "og/eller"),
        *(
            "registry.search.ask.Asker",
            "tests/test_docs.py::stale",
            ".venv/bin/registry",
        ),
    ],
)
def test_what_is_there_or_is_no_path_is_not_taken_for_stale(said: str) -> None:
    assert list(stale(f"Se `{said}`.\n\n```sh\npython gone.py\n```")) == []
