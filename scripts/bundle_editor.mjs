// The text editor's library as one file that a page can import, with the licences of what is in it.
//
// Run by setup_assets.py: node bundle_editor.mjs FOLDER
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = resolve(process.argv[2]);
mkdirSync(folder, { recursive: true });
const made = await build({
  absWorkingDir: root,
  entryPoints: [join(root, "scripts", "editor_library.mjs")],
  bundle: true,
  format: "esm",
  legalComments: "none",
  metafile: true,
  minify: true,
  outfile: join(folder, "codemirror.js"),
  target: "es2022",
});

const packages = new Set(
  Object.keys(made.metafile.inputs)
    .map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
    .filter(Boolean),
);
const licences = [...packages].sort().map((name) => {
  const file = join(root, "node_modules", name, "LICENSE");
  return `${name}\n\n${existsSync(file) ? readFileSync(file, "utf8") : "(no file)"}`;
});
writeFileSync(join(folder, "LICENSE.txt"), licences.join("\n\n"));
