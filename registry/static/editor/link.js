// Ctrl+K: the words of a link and where it leads, or something of the catalogue to lead to.
import { button, make } from "./making.js";

const ADDRESS = /^(?:https?:\/\/[^/\s]|mailto:[^\s]+@|\/|#[^\s])[^\s<>"]*$/;
const LINK = /\[((?:\\.|[^[\]\\\n])+)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g;
const WRONG = "Adressen skal begynde med https://, mailto:, / eller #, og der må ikke være mellemrum i den.";
const NO_WORDS = "Skriv de ord, der skal stå i teksten.";
const QUIET = 250;

let dialog = null;

// The link that the cursor stands in, else the words that are chosen.
function chosenIn(state) {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  for (const match of line.text.matchAll(LINK)) {
    const start = line.from + match.index;
    if (start <= from && to <= start + match[0].length) {
      return { from: start, to: start + match[0].length, words: plain(match[1]), href: match[2] };
    }
  }
  return { from, to, words: state.sliceDoc(from, to).replace(/\s+/g, " ").trim(), href: "" };
}

function plain(label) {
  return label.replace(/\\(.)/g, "$1");
}

function written(words, href) {
  return `[${words.replace(/[\\[\]*_]/g, "\\$&")}](${href})`;
}

function tidy(address) {
  const trimmed = address.trim().replaceAll(" ", "%20");
  const bare = /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed;
  const mail = /^[^\s@:/]+@[^\s@:/]+\.\w+$/.test(bare) ? `mailto:${bare}` : bare;
  // Parentheses that have no other would end the link too early.
  return (mail.match(/\(/g) ?? []).length === (mail.match(/\)/g) ?? []).length
    ? mail
    : mail.replaceAll("(", "%28").replaceAll(")", "%29");
}

function field(id, label, hint) {
  const input = make("input", { class: "form-input", id, type: "text", autocomplete: "off" });
  const about = hint ? [make("span", { class: "form-hint", id: `${id}-hjaelp` }, hint)] : [];
  if (hint) {
    input.setAttribute("aria-describedby", `${id}-hjaelp`);
  }
  const group = make("div", { class: "form-group" });
  group.append(make("label", { class: "form-label", for: id }, label), ...about, input);
  return { input, group };
}

function build() {
  const words = field("link-ord", "Tekst, der skal stå");
  const address = field("link-adresse", "Adresse", "Fx https://www.sst.dk eller en adresse i kataloget.");
  const search = field(
    "link-soeg",
    "Find en aftale, en snitflade eller et afsnit",
    "Skriv et par ord af navnet, og vælg herunder.",
  );
  const wrong = make("p", { class: "form-error-message", role: "alert" });
  const said = make("p", { class: "note", role: "status" });
  const found = make("ul", { class: "editor-found" });
  const form = make(
    "form",
    { method: "dialog", novalidate: true },
    make("h2", { class: "h4", id: "link-titel" }, "Link eller henvisning"),
    ...[words.group, address.group, wrong, search.group, said, found],
    make(
      "div",
      { class: "editor-answers" },
      make("button", { class: "button button-primary", type: "submit" }, "Sæt ind"),
      button("Fortryd", () => dialog.box.close(), { class: "button button-secondary" }),
    ),
  );
  const box = make("dialog", { class: "editor-dialog", "aria-labelledby": "link-titel" }, form);
  document.body.append(box);
  return { box, form, wrong, said, found, words: words.input, address: address.input, search: search.input };
}

function listFound(results) {
  const { found, said, words, address } = dialog;
  said.textContent = results.length ? `${results.length} fundet` : "Ingen fundet. Prøv færre eller andre ord.";
  found.replaceChildren(
    ...results.map(({ title, about, address: leads }) =>
      make(
        "li",
        {},
        button(
          make("span", {}, make("strong", {}, title), " ", make("span", { class: "note" }, about)),
          () => {
            address.value = leads;
            words.value = words.value || title;
            said.textContent = `Valgt: ${title}`;
            dialog.form.querySelector("[type=submit]").focus();
          },
          { class: "editor-offer" },
        ),
      ),
    ),
  );
}

function searching(at) {
  let timer = null;
  let asked = 0;
  return () => {
    clearTimeout(timer);
    const number = (asked += 1);
    const sought = dialog.search.value.trim();
    if (sought.length < 2) {
      dialog.found.replaceChildren();
      dialog.said.textContent = "";
      return;
    }
    timer = setTimeout(() => {
      fetch(`${at}?${new URLSearchParams({ q: sought })}`, { headers: { Accept: "application/json" } })
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
        .then((data) => number === asked && listFound(data.results))
        .catch(() => {
          dialog.said.textContent = "Der kan ikke søges lige nu. Skriv adressen selv.";
        });
    }, QUIET);
  };
}

// Open on the words or, for a reference, on the search.
export function linkDialog(view, at, first = "words") {
  dialog = dialog ?? build();
  const { box, form, wrong, said, found, words, address, search } = dialog;
  const chosen = chosenIn(view.state);
  words.value = chosen.words;
  address.value = chosen.href;
  search.value = wrong.textContent = said.textContent = "";
  found.replaceChildren();
  search.oninput = at ? searching(at) : null;
  search.closest(".form-group").hidden = !at;

  form.onsubmit = (event) => {
    event.preventDefault();
    const href = tidy(address.value);
    const isAddress = ADDRESS.test(href);
    if (!words.value.trim() || !isAddress) {
      wrong.textContent = isAddress ? NO_WORDS : WRONG;
      (isAddress ? words : address).focus();
      return;
    }
    const text = written(words.value.trim(), href);
    box.close();
    view.dispatch({
      changes: { from: chosen.from, to: chosen.to, insert: text },
      selection: { anchor: chosen.from + text.length },
      scrollIntoView: true,
      userEvent: "input",
    });
  };
  box.onclose = () => view.focus();
  box.showModal();
  (first === "search" ? search : chosen.words && !chosen.href ? address : words).focus();
  return true;
}
