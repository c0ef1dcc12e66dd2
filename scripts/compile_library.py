"""Run inside Pyodide by compile_library.mjs: writes /compiled.zip with the modules of
the library that are loaded when Python has started, and those that the copy for bad
days imports besides.

Compiled files that never look for their source, since there is none beside them; dated
alike, so that the same Python gives the same bytes.
"""

import importlib
import py_compile
import sys
import zipfile
from pathlib import Path

ALSO_IMPORTED = (
    *("__future__", "ast", "collections", "dataclasses", "datetime", "enum"),
    *("functools", "itertools", "json", "math", "pathlib", "re", "types", "typing"),
    # For telling what went wrong, should anything.
    *("linecache", "traceback", "unicodedata"),
)
TARGET = Path("/compiled.zip")


def main() -> None:
    for name in ALSO_IMPORTED:
        importlib.import_module(name)
    library = next(place for place in sys.path if place.endswith(".zip"))
    used = sorted(_used(library))

    with zipfile.ZipFile(library) as source, zipfile.ZipFile(TARGET, "w") as target:
        source.extractall("/library", used)
        for name in used:
            # The copy packs it whole, better than a file at a time.
            target.writestr(zipfile.ZipInfo(f"{name}c"), _compiled(library, name))


def _used(library: str) -> set[str]:
    """The loaded modules' files, as the library names them."""
    files = {getattr(module, "__file__", None) or "" for module in sys.modules.values()}
    return {f.removeprefix(f"{library}/") for f in files if f.startswith(library)}


def _compiled(library: str, name: str) -> bytes:
    path = py_compile.compile(
        f"/library/{name}",
        cfile="/compiled.pyc",
        dfile=f"{library}/{name}",
        doraise=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    return Path(path or "").read_bytes()


main()
