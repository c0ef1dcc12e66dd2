// What the toolbar does to the text. The rules of what Markdown is are the server's
// (registry/markup); here it is only written as they read it.
import { EditorSelection } from "../vendor/editor/codemirror.js";

const HEADING = /^#{1,6}\s+/;
const ITEM = /^(\s*)([-*]|\d{1,6}\.)\s+/;
const ROW = /^\s*\|.*\|\s*$/;
const COLUMNS = /^[\s|:-]*-[\s|:-]*$/;
const EMPTY_TABLE = "| Kolonne 1 | Kolonne 2 | Kolonne 3 |\n| --- | --- | --- |\n|  |  |  |";
const FIRST_CELL = [2, 11];

function linesOf(state) {
  const { from, to } = state.selection.main;
  const first = state.doc.lineAt(from).number;
  const last = state.doc.lineAt(to).number;
  const all = Array.from({ length: last - first + 1 }, (_, at) => state.doc.line(first + at));
  const written = all.filter((line) => line.text.trim());
  return written.length ? written : all.slice(0, 1);
}

// The lines with another beginning each; the selection stays on the same words.
function begin(view, lines, beginning, around = []) {
  const changes = lines.map((line, at) => {
    const [old, made] = beginning(line, at);
    return { from: line.from, to: line.from + old, insert: made };
  });
  const all = view.state.changes([...around, ...changes]);
  const selection = view.state.selection.map(all, 1);
  view.dispatch({ changes: all, selection, scrollIntoView: true, userEvent: "input" });
  view.focus();
  return true;
}

export function heading(level) {
  const sign = `${"#".repeat(level)} `;
  return (view) => {
    const lines = linesOf(view.state);
    const is = lines.every((line) => line.text.startsWith(sign));
    return begin(view, lines, (line) => {
      const old = (HEADING.exec(line.text) ?? ITEM.exec(line.text) ?? [""])[0].length;
      return [old, is ? "" : sign];
    });
  };
}

export function list(ordered) {
  const right = ordered ? /^\d/ : /^[-*]/;
  return (view) => {
    const lines = linesOf(view.state);
    const marks = lines.map((line) => ITEM.exec(line.text));
    const is = marks.every((mark) => mark && right.test(mark[2]));
    const beginning = (line, at) => {
      const inset = marks[at]?.[1] ?? "";
      const old = (marks[at] ?? HEADING.exec(line.text) ?? [""])[0].length;
      return [old, inset + (is ? "" : ordered ? `${at + 1}. ` : "- ")];
    };
    return begin(view, lines, beginning, is ? [] : apart(view.state, lines));
  };
}

// A list amid the lines of a paragraph is none to the server: it stands apart.
function apart(state, lines) {
  const first = lines[0];
  const last = lines[lines.length - 1];
  const before = first.number > 1 && state.doc.line(first.number - 1).text;
  const after = last.number < state.doc.lines && state.doc.line(last.number + 1).text;
  const isOther = (text) => text && text.trim() && !ITEM.test(text);
  return [
    ...(isOther(before) ? [{ from: first.from, insert: "\n" }] : []),
    ...(isOther(after) ? [{ from: last.to, insert: "\n" }] : []),
  ];
}

export function around(mark) {
  return (view) => {
    const { state } = view;
    const chosen = state.selection.main;
    const range = chosen.empty ? (state.wordAt(chosen.head) ?? chosen) : chosen;
    const changes = pieces(state, range).flatMap(({ from, to }) => marked(state, from, to, mark));
    const all = state.changes(changes);
    const selection = range.empty
      ? EditorSelection.cursor(range.head + mark.length)
      : EditorSelection.range(all.mapPos(range.from, 1), all.mapPos(range.to, -1));
    view.dispatch({ changes: all, selection, scrollIntoView: true, userEvent: "input" });
    view.focus();
    return true;
  };
}

// The words of each line, less its mark and the blanks at both ends: marks touch their words.
function pieces(state, { from, to }) {
  if (from === to) {
    return [{ from, to }];
  }
  const found = [];
  for (let at = from; at <= to; at = state.doc.lineAt(at).to + 1) {
    const line = state.doc.lineAt(at);
    const mark = (ITEM.exec(line.text) ?? HEADING.exec(line.text) ?? [""])[0].length;
    const start = Math.max(from, line.from + mark);
    const text = state.doc.sliceString(start, Math.min(to, line.to));
    if (text.trim()) {
      const inset = start + text.length - text.trimStart().length;
      found.push({ from: inset, to: inset + text.trim().length });
    }
  }
  return found;
}

function marked(state, from, to, mark) {
  const long = mark.length;
  const text = state.doc.sliceString(from, to);
  const outside = (at) => state.doc.sliceString(at, at + long) === mark;
  const alone = state.doc.sliceString(from - long - 1, from - long) !== mark[0] || long > 1;
  if (from >= long && outside(from - long) && outside(to) && alone) {
    return [{ from: from - long, to: from }, { from: to, to: to + long }];
  }
  if (text.length > 2 * long && text.startsWith(mark) && text.endsWith(mark)) {
    return [{ from, to: from + long }, { from: to - long, to }];
  }
  return [{ from, insert: mark }, { from: to, insert: mark }];
}

// Lines with tabs, as copied out of a sheet, become its rows.
export function table(view) {
  const { from, to } = view.state.selection.main;
  const lines = view.state.sliceDoc(from, to).split("\n").filter((line) => line.trim());
  const cells = lines.map((line) => line.split("\t").map((cell) => cell.trim().replaceAll("|", "\\|")));
  if (from === to || !cells.every((row) => row.length > 1)) {
    block(view, EMPTY_TABLE, from, from, FIRST_CELL);
    return true;
  }
  const broad = Math.max(...cells.map((row) => row.length));
  const rows = cells.map((row) => `| ${[...row, ...Array(broad - row.length).fill("")].join(" | ")} |`);
  block(view, [rows[0], `|${" --- |".repeat(broad)}`, ...rows.slice(1)].join("\n"), from, to);
  return true;
}

// A block with blank lines around it, in place of what stands between the two.
export function block(view, text, from, to, selected = [text.length, text.length]) {
  const { doc } = view.state;
  const before = doc.sliceString(0, from);
  const after = doc.sliceString(to);
  const blank = !before.trim() || /\n[ \t]*\n$/.test(before) ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const close = !after.trim() || /^[ \t]*\n[ \t]*\n/.test(after) ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  const at = from + blank.length;
  view.dispatch({
    changes: { from, to, insert: blank + text + close },
    selection: { anchor: at + selected[0], head: at + selected[1] },
    scrollIntoView: true,
    userEvent: "input.paste",
  });
  view.focus();
}

// Enter goes on with a list or a table; on an empty item or row it ends it.
export function goOn(view) {
  const { state } = view;
  const { empty, head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const item = ITEM.exec(`${line.text} `);
  if (!empty || (!item && !ROW.test(line.text))) {
    return false;
  }
  const isBlank = item ? !line.text.slice(item[0].length - 1).trim() : !line.text.replace(/[|\s]/g, "");
  if (isBlank) {
    view.dispatch({ changes: { from: line.from, to: line.to }, userEvent: "input" });
    return true;
  }
  const isAfter = item ? head >= line.from + item[0].length - 1 : head === line.to;
  const next = item ? following(item) : row(state, line);
  if (!isAfter || !next) {
    return false;
  }
  const cursor = head + 1 + (item ? next.length : 2);
  view.dispatch({
    changes: { from: head, insert: `\n${next}` },
    selection: { anchor: cursor },
    scrollIntoView: true,
    userEvent: "input",
  });
  return true;
}

function following([, inset, sign]) {
  const number = parseInt(sign, 10);
  return `${inset}${number ? `${number + 1}.` : sign} `;
}

// A first row has no line of columns under it yet, and so is no table.
function row(state, line) {
  const above = line.number > 1 ? state.doc.line(line.number - 1).text : "";
  const cells = line.text.trim().replaceAll("\\|", "").split("|").length - 2;
  return COLUMNS.test(line.text) || ROW.test(above) ? `|${"  |".repeat(cells)}` : "";
}
