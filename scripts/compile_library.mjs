// The part of Python's library that the copy for bad days starts with, compiled.
//
// Pyodide has it as source. A browser would compile it anew at each start, which takes longer than
// all else; so it is done once, by the very same Python.
// Run by setup_assets.py: node compile_library.mjs PYODIDE TARGET.zip
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [folder, target] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: folder });
const compiler = fileURLToPath(new URL("compile_library.py", import.meta.url));
python.runPython(readFileSync(compiler, "utf8"));
writeFileSync(target, python.FS.readFile("/compiled.zip"));
