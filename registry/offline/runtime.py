"""Python for the browser: Pyodide, as `scripts/setup_assets.py` leaves it, or none."""

import gzip
import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

PYODIDE = Path(__file__).parents[1] / "static" / "vendor" / "pyodide"
# The last file that the set-up writes: where it is, all are.
STAMP = "stamp.txt"
PROGRAM, LOADER = "pyodide.asm.mjs", "pyodide.mjs"
MACHINE, LIBRARY, LOCK = "pyodide.asm.wasm", "python_library.zip", "pyodide-lock.json"
# Both are written as modules, which a browser does not let a worker load from a disk.
AS_SCRIPT = (
    ("export default _createPyodideModule;", ""),
    ("export{dt as loadPyodide,U as version};", "const loadPyodide = dt;"),
    ("import.meta.url", "self.location.href"),
    ("//# sourceMappingURL=pyodide.mjs.map", ""),
)


@dataclass(frozen=True, eq=False)
class Runtime:
    """What a copy holds to run Python: the worker's script without the copy's own part,
    the machine, and the library, packed as text.
    """

    script: str
    machine: str
    library: str


def is_installed() -> bool:
    """Whether the set-up has fetched it, so that a copy can be searched."""
    return (PYODIDE / STAMP).exists()


def runtime() -> Runtime | None:
    """Pyodide as it was set up; None where the set-up could not fetch it."""
    if not is_installed():
        return None
    return _read(PYODIDE, (PYODIDE / STAMP).read_text(encoding="ascii"))


def packed(data: bytes) -> str:
    """Bytes as text of letters: compressed, the same each time."""
    return b64encode(gzip.compress(data, 9, mtime=0)).decode("ascii")


def packed_json(value: Mapping[str, object]) -> str:
    """A value as JSON, packed as the page unpacks it."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return packed(text.encode())


@lru_cache(maxsize=1)
def _read(folder: Path, stamp: str) -> Runtime:
    texts = [(folder / name).read_text(encoding="utf-8") for name in (PROGRAM, LOADER)]
    script = "\n".join(_as_script(text) for text in texts)
    lock = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    # It is told that there are no packages, so that it asks for none.
    packages = json.dumps({"info": lock["info"], "packages": {}})

    return Runtime(
        script=f"const PACKAGES = {packages};\n{script}\n",
        machine=packed((folder / MACHINE).read_bytes()),
        library=packed((folder / LIBRARY).read_bytes()),
    )


def _as_script(text: str) -> str:
    for written, instead in AS_SCRIPT:
        text = text.replace(written, instead)
    return text
