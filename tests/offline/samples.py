"""A package in the shape of Pyodide, too small to run."""

import json
from pathlib import Path

from registry.offline import runtime

PROGRAM = "async function _createPyodideModule() {}"


def small_pyodide(folder: Path) -> Path:
    """Write its files, as the set-up leaves them."""
    folder.mkdir(parents=True)
    lock = {"info": {"python": "3"}, "packages": {"numpy": {}}}
    files = {
        runtime.PROGRAM: f"{PROGRAM}export default _createPyodideModule;",
        runtime.LOADER: "let here=import.meta.url,dt,U;"
        "export{dt as loadPyodide,U as version};\n//# sourceMappingURL=pyodide.mjs.map",
        runtime.MACHINE: "machine",
        runtime.LIBRARY: "library",
        runtime.LOCK: json.dumps(lock),
        runtime.STAMP: "one",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
