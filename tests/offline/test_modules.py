"""What the copy takes along is enough to run, and pure."""

import subprocess
import sys
from pathlib import Path

import pytest

from registry.offline.modules import modules, wanted_of

# Every name at the top of a path that is taken along, and the library.
OURS = frozenset({"registry", "snowballstemmer", "among", "basestemmer"})
# The browser's Python has no decimals.
RUN = (
    "import sys; sys.modules['decimal'] = None; "
    "from registry.offline.reader import CopyReader; print(CopyReader.__name__)"
)


def test_it_has_the_language_and_the_pure_part_of_the_search() -> None:
    assert {
        "registry/language/danish.py",
        "registry/language/words/light.txt",
        "registry/offline/reader.py",
        "registry/search/answering.py",
        "registry/search/rank.py",
        "snowballstemmer/danish_stemmer.py",
    } <= set(modules())


@pytest.mark.parametrize("name", [n for n in modules() if n.endswith(".py")])
def test_nothing_in_it_imports_what_a_browser_has_not(name: str) -> None:
    """No C, no SQLModel, no Whoosh: only Python's own library and each other."""
    wanted = {module.split(".")[0] for module in wanted_of(modules()[name])}

    assert wanted <= OURS | sys.stdlib_module_names


def test_what_only_names_types_stays_behind() -> None:
    text = "if TYPE_CHECKING:\n    import sqlmodel\nelse:\n    import json\nimport re\n"

    assert set(wanted_of(text)) == {"re"}
    assert "registry/models/__init__.py" not in modules()
    assert "registry/clock.py" not in modules()


def test_it_runs_alone(tmp_path: Path) -> None:
    for name, text in modules().items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    # -S: without the environment's packages; -E: without what the shell adds.
    ran = subprocess.run(
        [sys.executable, "-E", "-S", "-c", RUN],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "CopyReader\n", "")
