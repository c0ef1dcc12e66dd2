// How the text looks while it is written: in the page's own colours, headings and tables told
// apart. The styles are adopted by the shadow root, so that the page's policy lets no style in.
import { Decoration, EditorView, RangeSetBuilder, ViewPlugin } from "../vendor/editor/codemirror.js";

const LOOKS = [
  [/^#{1,2}\s+\S/, Decoration.line({ class: "is-heading" })],
  [/^#{3,6}\s+\S/, Decoration.line({ class: "is-heading is-lower" })],
  [/^\s*\|/, Decoration.line({ class: "is-table" })],
];

function looks(view) {
  const built = new RangeSetBuilder();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      const [, look] = LOOKS.find(([sign]) => sign.test(line.text)) ?? [];
      if (look) {
        built.add(line.from, line.from, look);
      }
      at = line.to + 1;
    }
  }
  return built.finish();
}

const lines = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = looks(view);
    }
    update(update) {
      if (update.docChanged || update.viewportChanged) {
        this.decorations = looks(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const control = {
  font: "inherit",
  minHeight: "32px",
  padding: "2px 10px",
  color: "inherit",
  background: "var(--paper, #fff)",
  backgroundImage: "none",
  border: "1px solid var(--edge)",
  borderRadius: "6px",
};

const theme = EditorView.theme({
  "&": {
    "--edge": "#6e6e6e",
    color: "var(--ink)",
    backgroundColor: "var(--paper, #fff)",
    border: "1px solid var(--edge)",
    borderRadius: "8px",
    maxHeight: "70vh",
  },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.5", overflow: "auto" },
  ".cm-content": { padding: "7px 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 15px" },
  ".is-heading": { fontWeight: "700", fontSize: "1.2em" },
  ".is-lower": { fontSize: "1.05em" },
  ".is-table": { fontFamily: "ui-monospace, monospace", fontSize: ".9em" },
  ".cm-panels": { color: "inherit", backgroundColor: "var(--soft)", zIndex: "1" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "8px 36px 8px 8px", display: "flex", flexWrap: "wrap", gap: "6px" },
  ".cm-panel.cm-search br": { display: "none" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "4px", fontSize: "1em" },
  // Patterns are for programmers; the field looks for words.
  ".cm-panel.cm-search label:has([name=re])": { display: "none" },
  ".cm-panel.cm-search input[type=checkbox]": { width: "20px", height: "20px", margin: "0" },
  ".cm-textfield": { ...control, fontSize: "1em", margin: "0", minWidth: "min(100%, 20rem)" },
  ".cm-button": { ...control, fontSize: "1em", margin: "0", cursor: "pointer" },
  ".cm-panel.cm-search [name=close]": { ...control, top: "8px", right: "8px", width: "32px", padding: "0" },
  ".cm-panel :focus-visible": { outline: "3px solid var(--focus)", outlineOffset: "1px" },
  ".cm-searchMatch": { backgroundColor: "var(--mark)", outline: "1px solid currentColor" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--info)", outline: "2px solid currentColor" },
  "@media (prefers-color-scheme: dark)": { "&": { "--edge": "#98a3ab", backgroundColor: "#0c1013" } },
  "@media (forced-colors: active)": { "&": { "--edge": "CanvasText" } },
});

export const look = [theme, lines, EditorView.lineWrapping];

export const PHRASES = {
  Find: "Søg efter",
  Replace: "Erstat med",
  next: "Næste",
  previous: "Forrige",
  all: "Vælg alle",
  "match case": "store og små bogstaver",
  "by word": "hele ord",
  regexp: "mønster",
  replace: "Erstat",
  "replace all": "Erstat alle",
  close: "Luk søgning",
  "current match": "fundet her",
  "on line": "på linje",
  "replaced match on line $": "erstattet på linje $",
  "replaced $ matches": "erstattet $ steder",
};
