// Python beside the page: it starts once, and then answers each question by registry/offline/reader.py.
// It stands after Pyodide's own script, which gives PACKAGES, _createPyodideModule and loadPyodide.
"use strict";

// A worker from a disk cannot be a module; Pyodide takes one that has this for unfit.
self.importScripts = undefined;
const HOME = "/copy";
let reader = null;

function address(bytes, type) {
  return URL.createObjectURL(new Blob([bytes], { type }));
}

function write(python, path, text) {
  python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  python.FS.writeFile(path, text);
}

async function start({ machine, library, search }) {
  const { modules, data } = JSON.parse(new TextDecoder().decode(search));
  const python = await loadPyodide({
    // Pyodide puts a file's name after it; what stands after # is no part of an address.
    indexURL: `${address(machine, "application/wasm")}#`,
    stdLibURL: address(library, "application/zip"),
    createPyodideModule: _createPyodideModule,
    lockFileContents: PACKAGES,
    packageBaseUrl: "blob:",
  });
  Object.entries(modules).forEach(([path, text]) => write(python, `${HOME}/${path}`, text));
  python.runPython(`import sys; sys.dont_write_bytecode = True; sys.path.insert(0, "${HOME}")`);
  reader = python.pyimport("registry.offline.reader").CopyReader(JSON.stringify(data));
}

self.onmessage = async ({ data: asked }) => {
  try {
    if (asked.start) {
      await start(asked.start);
      self.postMessage({ ready: true });
    } else {
      self.postMessage({ answer: JSON.parse(reader.as_json(asked.question)) });
    }
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};
