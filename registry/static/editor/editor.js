// A Markdown field with a toolbar. The field itself stays in the form and is what is sent; it is
// written to only when the text is changed, so that an unchanged text is sent as it came.
import {
  EditorState,
  EditorView,
  Prec,
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
  keymap,
  openSearchPanel,
  redo,
  search,
  searchKeymap,
  undo,
} from "../vendor/editor/codemirror.js";
import { around, goOn, heading, list, table } from "./commands.js";
import { linkDialog } from "./link.js";
import { PHRASES, look } from "./look.js";
import { make } from "./making.js";
import { pasting } from "./paste.js";
import { previewOf } from "./preview.js";
import { toolbar } from "./toolbar.js";

const LINE = 24;
const WIDE = window.matchMedia("(min-width: 62em)");

function nameOf(label) {
  return label.textContent.replace(/\s+/g, " ").trim();
}

// The shadow root hides the label and the remarks from the text; they are tied to it again.
function describe(typed, area, label) {
  const described = (area.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
  const notes = described.map((id) => document.getElementById(id)).filter(Boolean);
  if ("ariaDescribedByElements" in typed) {
    typed.ariaDescribedByElements = notes;
  } else {
    typed.setAttribute("aria-description", notes.map((note) => note.textContent).join(" "));
  }
  label.removeAttribute("for");
}

// Scrolled to the middle, since the bar covers the foot of the window.
function selectWords(view, words) {
  const anchor = view.state.doc.toString().indexOf(words);
  if (anchor >= 0) {
    const head = anchor + words.length;
    const effects = EditorView.scrollIntoView(anchor, { y: "center" });
    view.dispatch({ selection: { anchor, head }, effects });
  }
}

function attach(area) {
  const { form } = area;
  const label = document.querySelector(`label[for="${area.id}"]`);
  const name = nameOf(label);
  const host = make("div", { class: "editor-text" });
  const said = make("div", { class: "editor-said", role: "status" });
  const preview = previewOf(form, name, () => area.value);

  const sides = make("div", { class: "editor-sides" }, host, preview.shown);
  const editor = make("div", { class: "editor" }, sides, said);
  const references = form.dataset.referencesAt;
  const keys = [
    { key: "Mod-b", run: around("**") },
    { key: "Mod-i", run: around("*") },
    { key: "Mod-k", run: (view) => linkDialog(view, references) },
    { key: "Enter", run: goOn },
  ];

  const root = host.attachShadow({ mode: "open", delegatesFocus: true });
  const view = new EditorView({
    doc: area.value,
    parent: root,
    root,
    extensions: [
      history(),
      pasting(form, tell),
      search({ top: true }),
      Prec.high(keymap.of(keys)),
      keymap.of([...defaultKeymap, ...searchKeymap, ...historyKeymap]),
      EditorState.phrases.of(PHRASES),
      EditorState.tabSize.of(4),
      EditorView.contentAttributes.of({
        "aria-label": name,
        "aria-invalid": area.getAttribute("aria-invalid") ?? "false",
        autocapitalize: "sentences",
        lang: "da",
        spellcheck: "true",
        tabindex: "0",
      }),
      EditorView.theme({ ".cm-content": { minHeight: `${area.rows * LINE}px` } }),
      // The bar with the buttons lies over the foot of the window.
      EditorView.scrollMargins.of(() => ({ bottom: form.querySelector(".save-bar")?.offsetHeight ?? 0 })),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          area.value = update.state.doc.toString();
          area.dispatchEvent(new Event("input", { bubbles: true }));
          preview.changed();
        }
      }),
      look,
    ],
  });

  describe(view.contentDOM, area, label);
  label.addEventListener("click", () => view.focus());
  host.id = area.id;
  area.removeAttribute("id");
  area.hidden = true;
  area.before(editor);
  document.querySelector(`[data-preview="${area.name}"]`)?.remove();
  editor.prepend(toolbar(`Værktøjer til «${name}»`, host.id, tools()));
  if (area.hasAttribute("data-preview-open") && WIDE.matches) {
    showBeside(true);
  }
  host.addEventListener("select-words", ({ detail }) => selectWords(view, detail));
  const arrive = () => {
    if (location.hash === `#${host.id}`) {
      view.focus();
      host.dispatchEvent(new CustomEvent("text-ready", { bubbles: true }));
    }
  };
  // The browser goes to the place itself when all is loaded, and takes the focus along.
  window.addEventListener("load", () => setTimeout(arrive));

  function tell(sentences) {
    const items = sentences.map((sentence) => make("li", {}, sentence));
    said.replaceChildren(...(items.length ? [make("ul", {}, ...items)] : []));
  }

  function showBeside(is) {
    preview.show(is);
    editor.classList.toggle("is-beside", is);
    editor.closest(".form-group").classList.toggle("has-beside", is);
    editor.querySelector("[data-tool=preview]").setAttribute("aria-pressed", String(is));
  }

  function tools() {
    const on = (run) => () => {
      run(view);
      if (run !== openSearchPanel) {
        view.focus();
      }
    };
    return [
      { name: "heading", text: "Overskrift", run: on(heading(2)) },
      { name: "lower-heading", text: "Mindre overskrift", run: on(heading(3)) },
      { name: "bold", text: "Fed", keys: "Ctrl+B", run: on(around("**")) },
      { name: "italic", text: "Kursiv", keys: "Ctrl+I", run: on(around("*")) },
      { name: "bullets", text: "Punkter", run: on(list(false)) },
      { name: "numbers", text: "Nummerering", run: on(list(true)) },
      { name: "further-in", text: "Ryk ind", run: on(indentMore) },
      { name: "further-out", text: "Ryk ud", run: on(indentLess) },
      { name: "table", text: "Tabel", run: on(table) },
      { name: "link", text: "Link", keys: "Ctrl+K", run: () => linkDialog(view, references) },
      ...(references
        ? [{ name: "reference", text: "Henvisning", run: () => linkDialog(view, references, "search") }]
        : []),
      { name: "search", text: "Søg og erstat", keys: "Ctrl+F", run: on(openSearchPanel) },
      { name: "undo", text: "Fortryd", keys: "Ctrl+Z", run: on(undo) },
      { name: "redo", text: "Gentag", keys: "Ctrl+Y", run: on(redo) },
      {
        name: "preview",
        text: "Forhåndsvis",
        pressed: false,
        run: () => showBeside(preview.shown.hidden),
      },
    ];
  }
}

document.querySelectorAll("textarea[data-editor]").forEach(attach);
