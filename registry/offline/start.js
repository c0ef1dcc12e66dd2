// The search: unpacked from the file, started beside the page, and asked one question at a time.
"use strict";

const SEARCH = ["worker", "machine", "library", "search"];

async function unpacked(name) {
  const letters = document.getElementById(`copy_packed_${name}`).textContent;
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

// What the worker says next: an answer, or that it is ready. Rejected where it fails.
function said(worker, message, handed = []) {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.failed ? reject(new Error(data.failed)) : resolve(data));
    worker.onerror = () => reject(new Error("the worker did not start"));
    worker.postMessage(message, handed);
  });
}

// A function that asks: the answers come in the order of the questions.
async function startedSearch() {
  const [script, ...parts] = await Promise.all(SEARCH.map(unpacked));
  const [machine, library, search] = parts;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(address);
  await said(worker, { start: { machine, library, search } }, parts);
  URL.revokeObjectURL(address);
  let last = Promise.resolve();
  return (question) => {
    last = last.then(() => said(worker, { question })).then(({ answer }) => answer);
    return last;
  };
}
