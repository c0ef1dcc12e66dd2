// The design system's stylesheet, without the rules that no page of ours can meet.
//
// A rule stays where its names stand in a template, in a script or in the code that makes pages;
// names that are put together of parts are kept by KEPT.
// Run by setup_assets.py: node reduce_stylesheet.mjs WHOLE.css REDUCED.css FILES…
import { readFileSync, writeFileSync } from "node:fs";
import { PurgeCSS } from "purgecss";

const KEPT = [/^alert/, /^badge/];
const [whole, target, ...files] = process.argv.slice(2);
const [reduced] = await new PurgeCSS().purge({
  content: files.map((file) => file.replaceAll("\\", "/")),
  css: [{ raw: readFileSync(whole, "utf8") }],
  safelist: { standard: KEPT },
});
writeFileSync(target, reduced.css);
