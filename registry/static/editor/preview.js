// What readers get of the text, made by the server, beside the field.
import { make, posted } from "./making.js";

const QUIET = 500;
const FAILED = "Kan ikke vises lige nu. Gem, og se kladden som side.";

export function previewOf(form, label, text) {
  const shown = make("div", {
    class: "editor-preview prose",
    role: "region",
    tabindex: "0",
    "aria-label": `Sådan ser læserne «${label}»`,
    hidden: true,
  });
  let timer = null;
  let asked = 0;
  let asking = null;

  function ask() {
    const number = (asked += 1);
    const written = text();
    if (!written.trim()) {
      shown.replaceChildren(make("p", { class: "note" }, "Her vises teksten, som læserne ser den."));
      return;
    }
    asking?.abort();
    asking = new AbortController();
    fetch(form.dataset.previewAt, { ...posted(form, { tekst: written }), signal: asking.signal })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)))
      .then((markup) => {
        // A slow answer must not overwrite that to a later text.
        if (number === asked) {
          shown.innerHTML = markup;
        }
      })
      .catch(() => {
        if (number === asked && !asking.signal.aborted) {
          shown.replaceChildren(make("p", {}, FAILED));
        }
      });
  }

  // An answer that comes after the form's would take the session back to before it, and with it
  // the words that tell that the text is saved.
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    asking?.abort();
  });

  return {
    shown,
    changed() {
      clearTimeout(timer);
      if (!shown.hidden) {
        timer = setTimeout(ask, QUIET);
      }
    },
    show(is) {
      shown.hidden = !is;
      if (is) {
        ask();
      }
    },
  };
}
