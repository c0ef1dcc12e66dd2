// What is pasted from Word or a page: the server reads it as Markdown, as it reads Word files.
import { EditorView, StateEffect, StateField } from "../vendor/editor/codemirror.js";
import { block } from "./commands.js";
import { posted } from "./making.js";

// Without one of these there is nothing to keep beside the words.
const KEEPS = /<(?:p|div|h[1-6]|ul|ol|li|table|blockquote|br|a|b|strong|i|em|img)\b|font-(?:weight|style)/i;
const PLAIN = "Indsat som ren tekst. Overskrifter, lister og tabeller er ikke kommet med.";
const WAITING = "Læser det kopierede …";
// What weighs most is not read: styles, Word's own notes, and pictures that lie in the text.
const UNREAD = [/<style\b[\s\S]*?<\/style\s*>/gi, /<!--[\s\S]*?-->/g, /\ssrc\s*=\s*(["'])data:[^"']*\1/gi];

const moved = StateEffect.define();
// Where a text goes that is being read; it moves with what is written meanwhile.
const place = StateField.define({
  create: () => null,
  update(at, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(moved)) {
        return effect.value;
      }
    }
    return at && { from: transaction.changes.mapPos(at.from, 1), to: transaction.changes.mapPos(at.to, -1) };
  },
});

// By its signs: a document made of it would break the page's policy with Word's styles.
function slim(html) {
  return UNREAD.reduce((left, sign) => left.replace(sign, ""), html);
}

// Within a line the blanks at both ends are meant.
function spaced(text, plain) {
  return (/^ \S/.test(plain) ? " " : "") + text + (/\S $/.test(plain) ? " " : "");
}

function insert(view, text, inline) {
  const { from, to } = view.state.field(place);
  const end = Math.max(from, to);
  if (inline) {
    view.dispatch({
      changes: { from, to: end, insert: text },
      selection: { anchor: from + text.length },
      scrollIntoView: true,
      userEvent: "input.paste",
    });
  } else {
    block(view, text, from, end);
  }
  view.dispatch({ effects: moved.of(null) });
}

export function pasting(form, tell) {
  function paste(event, view) {
    const html = event.clipboardData?.getData("text/html") ?? "";
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    if (!form.dataset.pasteAt || !KEEPS.test(html) || view.state.field(place)) {
      return false;
    }
    event.preventDefault();
    const { from, to } = view.state.selection.main;
    view.dispatch({ effects: moved.of({ from, to }) });
    tell([WAITING]);

    fetch(form.dataset.pasteAt, posted(form, { html: slim(html) }))
      .then((answer) => answer.json().then((read) => (answer.ok ? read : Promise.reject(read))))
      .then((read) => {
        insert(view, read.inline ? spaced(read.text, plain) : read.text, read.inline);
        tell(read.remarks);
      })
      .catch((refused) => {
        insert(view, plain.replace(/\r\n?/g, "\n"), true);
        tell([refused.message && !(refused instanceof Error) ? refused.message : "", PLAIN].filter(Boolean));
      });
    return true;
  }
  return [place, EditorView.domEventHandlers({ paste })];
}
